from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.bank_item import BankItem


T = TypeVar("T", bound="BankItems")


@_attrs_define
class BankItems:
    """Items to append, in this order.

    Attributes:
        items (list[BankItem]): The items, in the order in which they are appended.
    """

    items: list[BankItem]

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bank_item import BankItem  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = BankItem.from_dict(items_item_data)

            items.append(items_item)

        bank_items = cls(
            items=items,
        )

        return bank_items
