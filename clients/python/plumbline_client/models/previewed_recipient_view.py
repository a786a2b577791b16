from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PreviewedRecipientView")


@_attrs_define
class PreviewedRecipientView:
    """Somebody who would get an email, unless they declined such emails.

    Attributes:
        person_id (str): The person, by their id.
        tracker_count (int): How many trackers the email would list.
        person_name (None | str | Unset): The person's name; null if it is not known.
    """

    person_id: str
    tracker_count: int
    person_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        person_id = self.person_id

        tracker_count = self.tracker_count

        person_name: None | str | Unset
        if isinstance(self.person_name, Unset):
            person_name = UNSET
        else:
            person_name = self.person_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "person_id": person_id,
                "tracker_count": tracker_count,
            }
        )
        if person_name is not UNSET:
            field_dict["person_name"] = person_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        person_id = d.pop("person_id")

        tracker_count = d.pop("tracker_count")

        def _parse_person_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        person_name = _parse_person_name(d.pop("person_name", UNSET))

        previewed_recipient_view = cls(
            person_id=person_id,
            tracker_count=tracker_count,
            person_name=person_name,
        )

        previewed_recipient_view.additional_properties = d
        return previewed_recipient_view

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
