from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PreviewedTrackerView")


@_attrs_define
class PreviewedTrackerView:
    """A ticked tracker that has the assessment already.

    Attributes:
        tracker_id (str): The tracker, by its id.
        title (str): The tracker's title.
        school_id (str): The tracker's school, by its id.
        owner_id (str): The id of the tracker's owner.
        school_name (None | str | Unset): The school's name; null without a school.
        owner_name (None | str | Unset): The name of the tracker's owner; null if it is not known.
    """

    tracker_id: str
    title: str
    school_id: str
    owner_id: str
    school_name: None | str | Unset = UNSET
    owner_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tracker_id = self.tracker_id

        title = self.title

        school_id = self.school_id

        owner_id = self.owner_id

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        owner_name: None | str | Unset
        if isinstance(self.owner_name, Unset):
            owner_name = UNSET
        else:
            owner_name = self.owner_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "tracker_id": tracker_id,
                "title": title,
                "school_id": school_id,
                "owner_id": owner_id,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name
        if owner_name is not UNSET:
            field_dict["owner_name"] = owner_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tracker_id = d.pop("tracker_id")

        title = d.pop("title")

        school_id = d.pop("school_id")

        owner_id = d.pop("owner_id")

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        def _parse_owner_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        owner_name = _parse_owner_name(d.pop("owner_name", UNSET))

        previewed_tracker_view = cls(
            tracker_id=tracker_id,
            title=title,
            school_id=school_id,
            owner_id=owner_id,
            school_name=school_name,
            owner_name=owner_name,
        )

        previewed_tracker_view.additional_properties = d
        return previewed_tracker_view

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
