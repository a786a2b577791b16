from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.school_result_view import SchoolResultView


T = TypeVar("T", bound="SchoolResultPage")


@_attrs_define
class SchoolResultPage:
    """One page of a list.

    Attributes:
        items (list[SchoolResultView]): The entries of this page, in the order of the list.
        next_ (None | str): The cursor of the next page; null on the last one. `Link` has the whole address.
        calculated_at (datetime.datetime): When this was added up. Later saves are not in it.
    """

    items: list[SchoolResultView]
    next_: None | str
    calculated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_: None | str
        next_ = self.next_

        calculated_at = self.calculated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "next": next_,
                "calculated_at": calculated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.school_result_view import SchoolResultView  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = SchoolResultView.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_ = _parse_next_(d.pop("next"))

        calculated_at = datetime.datetime.fromisoformat(d.pop("calculated_at"))

        school_result_page = cls(
            items=items,
            next_=next_,
            calculated_at=calculated_at,
        )

        school_result_page.additional_properties = d
        return school_result_page

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
