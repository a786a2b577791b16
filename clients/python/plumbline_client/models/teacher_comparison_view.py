from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.side_by_side_view import SideBySideView


T = TypeVar("T", bound="TeacherComparisonView")


@_attrs_define
class TeacherComparisonView:
    """One teacher's classes.

    Attributes:
        all_tested (SideBySideView): Two averages side by side.
        matched (SideBySideView): Two averages side by side.
        teacher_id (str): The id of the teacher whose class it is.
        teacher_name (str): The teacher's name.
    """

    all_tested: SideBySideView
    matched: SideBySideView
    teacher_id: str
    teacher_name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        all_tested = self.all_tested.to_dict()

        matched = self.matched.to_dict()

        teacher_id = self.teacher_id

        teacher_name = self.teacher_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "all_tested": all_tested,
                "matched": matched,
                "teacher_id": teacher_id,
                "teacher_name": teacher_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.side_by_side_view import SideBySideView  # noqa: PLC0415

        d = dict(src_dict)
        all_tested = SideBySideView.from_dict(d.pop("all_tested"))

        matched = SideBySideView.from_dict(d.pop("matched"))

        teacher_id = d.pop("teacher_id")

        teacher_name = d.pop("teacher_name")

        teacher_comparison_view = cls(
            all_tested=all_tested,
            matched=matched,
            teacher_id=teacher_id,
            teacher_name=teacher_name,
        )

        teacher_comparison_view.additional_properties = d
        return teacher_comparison_view

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
