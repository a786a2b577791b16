from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PrintedItem")


@_attrs_define
class PrintedItem:
    """One question of a printed form: which item it is, and its key there.

    Attributes:
        item_id (str): The item's id within its assessment.
        key (list[str] | Unset): The correct answer on this form.
    """

    item_id: str
    key: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        item_id = self.item_id

        key: list[str] | Unset = UNSET
        if not isinstance(self.key, Unset):
            key = self.key

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "item_id": item_id,
            }
        )
        if key is not UNSET:
            field_dict["key"] = key

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        item_id = d.pop("item_id")

        key = cast(list[str], d.pop("key", UNSET))

        printed_item = cls(
            item_id=item_id,
            key=key,
        )

        return printed_item
