from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PreviewedSchoolView")


@_attrs_define
class PreviewedSchoolView:
    """How many trackers of a school would get it, and how many have it already.

    Attributes:
        school_id (str): The school, by its id.
        tracker_count (int): How many of its trackers would get it.
        existing_count (int): How many of its ticked trackers have it already.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    school_id: str
    tracker_count: int
    existing_count: int
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        school_id = self.school_id

        tracker_count = self.tracker_count

        existing_count = self.existing_count

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "school_id": school_id,
                "tracker_count": tracker_count,
                "existing_count": existing_count,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        school_id = d.pop("school_id")

        tracker_count = d.pop("tracker_count")

        existing_count = d.pop("existing_count")

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        previewed_school_view = cls(
            school_id=school_id,
            tracker_count=tracker_count,
            existing_count=existing_count,
            school_name=school_name,
        )

        previewed_school_view.additional_properties = d
        return previewed_school_view

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
