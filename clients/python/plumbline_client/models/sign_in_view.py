from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SignInView")


@_attrs_define
class SignInView:
    """How a program signs people in: OAuth 2, authorization code with PKCE (S256), no secret.

    Every request to the sign-in pages names the client, and a callback that the stack knows.

        Attributes:
            authorization_url (str): Where a browser begins to sign in (OAuth 2 authorization endpoint).
            token_url (str): Where a program gets and refreshes tokens (OAuth 2 token endpoint).
            sign_out_url (str): Where a browser ends its sign-in.
            client_id (str): The OAuth 2 client of the district's apps. It has no secret.
            scope (str): The scope to ask for.
    """

    authorization_url: str
    token_url: str
    sign_out_url: str
    client_id: str
    scope: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        authorization_url = self.authorization_url

        token_url = self.token_url

        sign_out_url = self.sign_out_url

        client_id = self.client_id

        scope = self.scope

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "authorization_url": authorization_url,
                "token_url": token_url,
                "sign_out_url": sign_out_url,
                "client_id": client_id,
                "scope": scope,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        authorization_url = d.pop("authorization_url")

        token_url = d.pop("token_url")

        sign_out_url = d.pop("sign_out_url")

        client_id = d.pop("client_id")

        scope = d.pop("scope")

        sign_in_view = cls(
            authorization_url=authorization_url,
            token_url=token_url,
            sign_out_url=sign_out_url,
            client_id=client_id,
            scope=scope,
        )

        sign_in_view.additional_properties = d
        return sign_in_view

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
