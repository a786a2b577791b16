from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ChartBarView")


@_attrs_define
class ChartBarView:
    """A bar of a chart.

    Attributes:
        label (str): The name of the bar.
        student_count (int): How many students it is of.
        counts (list[int]): How many students are at each level, the lowest first.
        percents (list[float | None]): The same in percent; null when there are no students.
    """

    label: str
    student_count: int
    counts: list[int]
    percents: list[float | None]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        label = self.label

        student_count = self.student_count

        counts = self.counts

        percents = []
        for percents_item_data in self.percents:
            percents_item: float | None
            percents_item = percents_item_data
            percents.append(percents_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "label": label,
                "student_count": student_count,
                "counts": counts,
                "percents": percents,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        label = d.pop("label")

        student_count = d.pop("student_count")

        counts = cast(list[int], d.pop("counts"))

        percents = []
        _percents = d.pop("percents")
        for percents_item_data in _percents:

            def _parse_percents_item(data: object) -> float | None:
                if data is None:
                    return data
                return cast(float | None, data)

            percents_item = _parse_percents_item(percents_item_data)

            percents.append(percents_item)

        chart_bar_view = cls(
            label=label,
            student_count=student_count,
            counts=counts,
            percents=percents,
        )

        chart_bar_view.additional_properties = d
        return chart_bar_view

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
