from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.chart_bar_view import ChartBarView


T = TypeVar("T", bound="ChartView")


@_attrs_define
class ChartView:
    """A stacked bar for the team and each teacher.

    Attributes:
        title (str): The chart's heading.
        alt (str): The chart in words, for people who cannot see it.
        bars (list[ChartBarView]): A bar for the team, and one for each teacher.
    """

    title: str
    alt: str
    bars: list[ChartBarView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        alt = self.alt

        bars = []
        for bars_item_data in self.bars:
            bars_item = bars_item_data.to_dict()
            bars.append(bars_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "title": title,
                "alt": alt,
                "bars": bars,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chart_bar_view import ChartBarView  # noqa: PLC0415

        d = dict(src_dict)
        title = d.pop("title")

        alt = d.pop("alt")

        bars = []
        _bars = d.pop("bars")
        for bars_item_data in _bars:
            bars_item = ChartBarView.from_dict(bars_item_data)

            bars.append(bars_item)

        chart_view = cls(
            title=title,
            alt=alt,
            bars=bars,
        )

        chart_view.additional_properties = d
        return chart_view

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
