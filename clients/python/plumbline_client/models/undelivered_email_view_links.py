from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="UndeliveredEmailViewLinks")


@_attrs_define
class UndeliveredEmailViewLinks:
    """Where to go on.

    Attributes:
        thing (str | Unset): Its subject.
        email_preference (str | Unset): Whether the person gets email; to lift the block.
    """

    thing: str | Unset = UNSET
    email_preference: str | Unset = UNSET
    additional_properties: dict[str, str] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        thing = self.thing

        email_preference = self.email_preference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if thing is not UNSET:
            field_dict["thing"] = thing
        if email_preference is not UNSET:
            field_dict["email_preference"] = email_preference

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        thing = d.pop("thing", UNSET)

        email_preference = d.pop("email_preference", UNSET)

        undelivered_email_view_links = cls(
            thing=thing,
            email_preference=email_preference,
        )

        undelivered_email_view_links.additional_properties = d
        return undelivered_email_view_links

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> str:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: str) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
