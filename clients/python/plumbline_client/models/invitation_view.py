from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="InvitationView")


@_attrs_define
class InvitationView:
    """A person who was sent a first password.

    Attributes:
        id (str): The person's id in the roster.
        username (str): The name the person signs in with.
        resent (bool): Whether the person was invited before. A new first password replaces the earlier one.
        other_account_replaced (bool): Whether somebody else had an account with this sign-in name. It is replaced: the
            earlier password and the earlier sign-ins open nothing.
    """

    id: str
    username: str
    resent: bool
    other_account_replaced: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        username = self.username

        resent = self.resent

        other_account_replaced = self.other_account_replaced

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "username": username,
                "resent": resent,
                "other_account_replaced": other_account_replaced,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        username = d.pop("username")

        resent = d.pop("resent")

        other_account_replaced = d.pop("other_account_replaced")

        invitation_view = cls(
            id=id,
            username=username,
            resent=resent,
            other_account_replaced=other_account_replaced,
        )

        invitation_view.additional_properties = d
        return invitation_view

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
