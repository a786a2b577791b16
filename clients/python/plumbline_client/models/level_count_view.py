from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LevelCountView")


@_attrs_define
class LevelCountView:
    """A mastery level, and how many students reached it.

    Students count once everything is entered for them.

        Attributes:
            level (int): The level's number, from 1, the lowest.
            name (str): The level's name.
            lower (str): The percent at which the level begins, as a decimal.
            meets (bool): Whether the level is mastery.
            color (str): The level's color, as a hexadecimal RGB value: warm below mastery, else blue. Example: `#1f6396`
            ink_color (str): The color of text on it that can be read: black or white.
            student_count (int): How many students reached it.
            percent (float | None): The share of the students with everything entered, in percent; null if there are none.
    """

    level: int
    name: str
    lower: str
    meets: bool
    color: str
    ink_color: str
    student_count: int
    percent: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        level = self.level

        name = self.name

        lower = self.lower

        meets = self.meets

        color = self.color

        ink_color = self.ink_color

        student_count = self.student_count

        percent: float | None
        percent = self.percent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "level": level,
                "name": name,
                "lower": lower,
                "meets": meets,
                "color": color,
                "ink_color": ink_color,
                "student_count": student_count,
                "percent": percent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        level = d.pop("level")

        name = d.pop("name")

        lower = d.pop("lower")

        meets = d.pop("meets")

        color = d.pop("color")

        ink_color = d.pop("ink_color")

        student_count = d.pop("student_count")

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        level_count_view = cls(
            level=level,
            name=name,
            lower=lower,
            meets=meets,
            color=color,
            ink_color=ink_color,
            student_count=student_count,
            percent=percent,
        )

        level_count_view.additional_properties = d
        return level_count_view

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
