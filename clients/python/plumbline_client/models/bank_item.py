from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="BankItem")


@_attrs_define
class BankItem:
    """An item as the item bank lists it.

    Attributes:
        assessment_id (str): The assessment that the item stands in.
        item_id (str): The item's id within its assessment.
    """

    assessment_id: str
    item_id: str

    def to_dict(self) -> dict[str, Any]:
        assessment_id = self.assessment_id

        item_id = self.item_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "assessment_id": assessment_id,
                "item_id": item_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        item_id = d.pop("item_id")

        bank_item = cls(
            assessment_id=assessment_id,
            item_id=item_id,
        )

        return bank_item
