from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.unconfirmed_admin_reason import UnconfirmedAdminReason

T = TypeVar("T", bound="UnconfirmedAdminView")


@_attrs_define
class UnconfirmedAdminView:
    """A person who may administer the district, if an admin confirms it.

    Attributes:
        person_id (str): The person's id in the roster.
        person_name (str): The person's name.
        office_id (str): The id of the office or school where the role is.
        office_name (str): The name of that office or school.
        reason (UnconfirmedAdminReason): Why it is not certain that somebody administers the district.

            - `other_office`: The role is at an office that is not the district's own.
            - `school_and_district`: OneRoster 1.1 does not say whether the school or the district is meant.
    """

    person_id: str
    person_name: str
    office_id: str
    office_name: str
    reason: UnconfirmedAdminReason
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        person_id = self.person_id

        person_name = self.person_name

        office_id = self.office_id

        office_name = self.office_name

        reason = self.reason.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "person_id": person_id,
                "person_name": person_name,
                "office_id": office_id,
                "office_name": office_name,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        person_id = d.pop("person_id")

        person_name = d.pop("person_name")

        office_id = d.pop("office_id")

        office_name = d.pop("office_name")

        reason = UnconfirmedAdminReason(d.pop("reason"))

        unconfirmed_admin_view = cls(
            person_id=person_id,
            person_name=person_name,
            office_id=office_id,
            office_name=office_name,
            reason=reason,
        )

        unconfirmed_admin_view.additional_properties = d
        return unconfirmed_admin_view

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
