from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.distribution_work_view import DistributionWorkView


T = TypeVar("T", bound="DistributionsWorkView")


@_attrs_define
class DistributionsWorkView:
    """Distributions to know of.

    Attributes:
        total (int): How many there are; `items` are the first of them.
        total_is_exact (bool): Whether all were counted; if false, there are at least this many.
        items (list[DistributionWorkView]): The first of them.
    """

    total: int
    total_is_exact: bool
    items: list[DistributionWorkView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        total_is_exact = self.total_is_exact

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "total_is_exact": total_is_exact,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.distribution_work_view import DistributionWorkView  # noqa: PLC0415

        d = dict(src_dict)
        total = d.pop("total")

        total_is_exact = d.pop("total_is_exact")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = DistributionWorkView.from_dict(items_item_data)

            items.append(items_item)

        distributions_work_view = cls(
            total=total,
            total_is_exact=total_is_exact,
            items=items,
        )

        distributions_work_view.additional_properties = d
        return distributions_work_view

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
