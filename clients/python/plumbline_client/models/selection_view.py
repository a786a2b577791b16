from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.named_view import NamedView


T = TypeVar("T", bound="SelectionView")


@_attrs_define
class SelectionView:
    """The selection.

    Attributes:
        whole_district (bool): Whether the whole district is ticked.
        school_ids (list[str]): Schools that are ticked, by their ids.
        tracker_ids (list[str]): Single trackers that are ticked, by their ids.
        schools (list[NamedView] | Unset): The same schools with their names.
    """

    whole_district: bool
    school_ids: list[str]
    tracker_ids: list[str]
    schools: list[NamedView] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        whole_district = self.whole_district

        school_ids = self.school_ids

        tracker_ids = self.tracker_ids

        schools: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.schools, Unset):
            schools = []
            for schools_item_data in self.schools:
                schools_item = schools_item_data.to_dict()
                schools.append(schools_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "whole_district": whole_district,
                "school_ids": school_ids,
                "tracker_ids": tracker_ids,
            }
        )
        if schools is not UNSET:
            field_dict["schools"] = schools

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_view import NamedView  # noqa: PLC0415

        d = dict(src_dict)
        whole_district = d.pop("whole_district")

        school_ids = cast(list[str], d.pop("school_ids"))

        tracker_ids = cast(list[str], d.pop("tracker_ids"))

        _schools = d.pop("schools", UNSET)
        schools: list[NamedView] | Unset = UNSET
        if _schools is not UNSET:
            schools = []
            for schools_item_data in _schools:
                schools_item = NamedView.from_dict(schools_item_data)

                schools.append(schools_item)

        selection_view = cls(
            whole_district=whole_district,
            school_ids=school_ids,
            tracker_ids=tracker_ids,
            schools=schools,
        )

        selection_view.additional_properties = d
        return selection_view

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
