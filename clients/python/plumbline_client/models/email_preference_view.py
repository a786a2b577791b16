from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="EmailPreferenceView")


@_attrs_define
class EmailPreferenceView:
    """Whether a person wants email.

    Attributes:
        id (str): The person's id in the roster.
        subscribed (bool): Whether the person wants notification emails.
        blocked (bool): Whether email is stopped because the address did not work or the person complained.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
    """

    id: str
    subscribed: bool
    blocked: bool
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        subscribed = self.subscribed

        blocked = self.blocked

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "subscribed": subscribed,
                "blocked": blocked,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        subscribed = d.pop("subscribed")

        blocked = d.pop("blocked")

        version = d.pop("version")

        email_preference_view = cls(
            id=id,
            subscribed=subscribed,
            blocked=blocked,
            version=version,
        )

        email_preference_view.additional_properties = d
        return email_preference_view

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
