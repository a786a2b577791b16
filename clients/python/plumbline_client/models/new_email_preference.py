from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewEmailPreference")


@_attrs_define
class NewEmailPreference:
    """The choice. Choosing email also lifts the block of the address.

    Attributes:
        subscribed (bool): Whether notification emails are sent. Choosing true also lifts the block of the address.
    """

    subscribed: bool

    def to_dict(self) -> dict[str, Any]:
        subscribed = self.subscribed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "subscribed": subscribed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        subscribed = d.pop("subscribed")

        new_email_preference = cls(
            subscribed=subscribed,
        )

        return new_email_preference
