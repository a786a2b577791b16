from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SignedOutView")


@_attrs_define
class SignedOutView:
    """Somebody was signed out everywhere.

    Earlier sign-ins are refused within a minute; a new one opens everything again.

        Attributes:
            person_id (str): The person's id in the roster.
            signed_out_at (datetime.datetime): Sign-ins up to this instant open nothing any longer.
    """

    person_id: str
    signed_out_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        person_id = self.person_id

        signed_out_at = self.signed_out_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "person_id": person_id,
                "signed_out_at": signed_out_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        person_id = d.pop("person_id")

        signed_out_at = datetime.datetime.fromisoformat(d.pop("signed_out_at"))

        signed_out_view = cls(
            person_id=person_id,
            signed_out_at=signed_out_at,
        )

        signed_out_view.additional_properties = d
        return signed_out_view

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
