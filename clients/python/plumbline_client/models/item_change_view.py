from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.item_change_view_field import ItemChangeViewField

T = TypeVar("T", bound="ItemChangeView")


@_attrs_define
class ItemChangeView:
    """One thing that was changed about an item.

    Attributes:
        item_id (str): The item's id within its assessment.
        number (int): The item's place on the test, from 1.
        form (str): The printed form; blank for form A.
        field (ItemChangeViewField): The changed part of the item.

            - `key`: The correct answer.
            - `points`: Its points.
            - `tolerance`: How far a number may be off.
            - `scoring`: How an answer earns points.
        before (list[str]): Its earlier value.
        after (list[str]): Its present value.
    """

    item_id: str
    number: int
    form: str
    field: ItemChangeViewField
    before: list[str]
    after: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        item_id = self.item_id

        number = self.number

        form = self.form

        field = self.field.value

        before = self.before

        after = self.after

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "item_id": item_id,
                "number": number,
                "form": form,
                "field": field,
                "before": before,
                "after": after,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        item_id = d.pop("item_id")

        number = d.pop("number")

        form = d.pop("form")

        field = ItemChangeViewField(d.pop("field"))

        before = cast(list[str], d.pop("before"))

        after = cast(list[str], d.pop("after"))

        item_change_view = cls(
            item_id=item_id,
            number=number,
            form=form,
            field=field,
            before=before,
            after=after,
        )

        item_change_view.additional_properties = d
        return item_change_view

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
