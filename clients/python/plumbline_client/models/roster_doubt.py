from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RosterDoubt")


@_attrs_define
class RosterDoubt:
    """Somebody who may be meant to administer the district, but not for certain.

    Attributes:
        person (str): The person's id.
        name (str): The person's name.
        office (str): The id of the office where the role is.
        office_name (str): The name of that office.
        reason (str): Why it is not certain: `other_office` or `school_and_district`.
    """

    person: str
    name: str
    office: str
    office_name: str
    reason: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        person = self.person

        name = self.name

        office = self.office

        office_name = self.office_name

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "person": person,
                "name": name,
                "office": office,
                "office_name": office_name,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        person = d.pop("person")

        name = d.pop("name")

        office = d.pop("office")

        office_name = d.pop("office_name")

        reason = d.pop("reason")

        roster_doubt = cls(
            person=person,
            name=name,
            office=office,
            office_name=office_name,
            reason=reason,
        )

        roster_doubt.additional_properties = d
        return roster_doubt

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
