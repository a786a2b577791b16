from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.side_by_side_view import SideBySideView


T = TypeVar("T", bound="SchoolComparisonView")


@_attrs_define
class SchoolComparisonView:
    """One school's classes.

    Attributes:
        all_tested (SideBySideView): Two averages side by side.
        matched (SideBySideView): Two averages side by side.
        school_id (str): The school's id in the roster.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    all_tested: SideBySideView
    matched: SideBySideView
    school_id: str
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        all_tested = self.all_tested.to_dict()

        matched = self.matched.to_dict()

        school_id = self.school_id

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "all_tested": all_tested,
                "matched": matched,
                "school_id": school_id,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.side_by_side_view import SideBySideView  # noqa: PLC0415

        d = dict(src_dict)
        all_tested = SideBySideView.from_dict(d.pop("all_tested"))

        matched = SideBySideView.from_dict(d.pop("matched"))

        school_id = d.pop("school_id")

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        school_comparison_view = cls(
            all_tested=all_tested,
            matched=matched,
            school_id=school_id,
            school_name=school_name,
        )

        school_comparison_view.additional_properties = d
        return school_comparison_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
