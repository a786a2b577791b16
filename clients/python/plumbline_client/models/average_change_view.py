from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AverageChangeView")


@_attrs_define
class AverageChangeView:
    """The change from pre- to post-test.

    Attributes:
        points (float): The change in percentage points; below 0 a loss.
        relative (float | None): The change relative to the pre-test, in percent; null when the pre-test's average is 0.
        short_text (str): The change in percentage points, with its sign; a loss has a minus sign, no change has none.
        text (str): The change in words.
        relative_text (str): The relative change in words; says so when there is none.
    """

    points: float
    relative: float | None
    short_text: str
    text: str
    relative_text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        points = self.points

        relative: float | None
        relative = self.relative

        short_text = self.short_text

        text = self.text

        relative_text = self.relative_text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "points": points,
                "relative": relative,
                "short_text": short_text,
                "text": text,
                "relative_text": relative_text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        points = d.pop("points")

        def _parse_relative(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        relative = _parse_relative(d.pop("relative"))

        short_text = d.pop("short_text")

        text = d.pop("text")

        relative_text = d.pop("relative_text")

        average_change_view = cls(
            points=points,
            relative=relative,
            short_text=short_text,
            text=text,
            relative_text=relative_text,
        )

        average_change_view.additional_properties = d
        return average_change_view

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
