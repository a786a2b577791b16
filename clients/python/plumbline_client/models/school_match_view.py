from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SchoolMatchView")


@_attrs_define
class SchoolMatchView:
    """How many trackers of a school match.

    Attributes:
        school_id (str): The school's id in the roster.
        school_name (str): The school's name.
        matching_count (int): How many trackers match and do not have the assessment.
        existing_count (int): How many trackers match and have the assessment already. They are left out.
        tracker_count (int): How many trackers the school has.
    """

    school_id: str
    school_name: str
    matching_count: int
    existing_count: int
    tracker_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        school_id = self.school_id

        school_name = self.school_name

        matching_count = self.matching_count

        existing_count = self.existing_count

        tracker_count = self.tracker_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "school_id": school_id,
                "school_name": school_name,
                "matching_count": matching_count,
                "existing_count": existing_count,
                "tracker_count": tracker_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        school_id = d.pop("school_id")

        school_name = d.pop("school_name")

        matching_count = d.pop("matching_count")

        existing_count = d.pop("existing_count")

        tracker_count = d.pop("tracker_count")

        school_match_view = cls(
            school_id=school_id,
            school_name=school_name,
            matching_count=matching_count,
            existing_count=existing_count,
            tracker_count=tracker_count,
        )

        school_match_view.additional_properties = d
        return school_match_view

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
