from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewFormFix")


@_attrs_define
class NewFormFix:
    """The correct answer for an item on a printed form.

    Attributes:
        item_id (str): The item's id within its assessment.
        key (list[str]): The new correct answer on this form.
    """

    item_id: str
    key: list[str]

    def to_dict(self) -> dict[str, Any]:
        item_id = self.item_id

        key = self.key

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "item_id": item_id,
                "key": key,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        item_id = d.pop("item_id")

        key = cast(list[str], d.pop("key"))

        new_form_fix = cls(
            item_id=item_id,
            key=key,
        )

        return new_form_fix
