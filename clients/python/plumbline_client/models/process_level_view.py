from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ProcessLevelView")


@_attrs_define
class ProcessLevelView:
    """A level of the team, as the team calls it.

    Attributes:
        level (int): The level's number, from 1, the lowest.
        name (str): The level's name.
        lower (str): The percent at which the level begins, as a decimal.
        color (str): The level's color, as a hexadecimal RGB value.
        ink_color (str): The color of text on it that can be read: black or white.
        range_text (str): The percents of the level, in words.
        meets (bool): Whether the level is enough.
    """

    level: int
    name: str
    lower: str
    color: str
    ink_color: str
    range_text: str
    meets: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        level = self.level

        name = self.name

        lower = self.lower

        color = self.color

        ink_color = self.ink_color

        range_text = self.range_text

        meets = self.meets

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "level": level,
                "name": name,
                "lower": lower,
                "color": color,
                "ink_color": ink_color,
                "range_text": range_text,
                "meets": meets,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        level = d.pop("level")

        name = d.pop("name")

        lower = d.pop("lower")

        color = d.pop("color")

        ink_color = d.pop("ink_color")

        range_text = d.pop("range_text")

        meets = d.pop("meets")

        process_level_view = cls(
            level=level,
            name=name,
            lower=lower,
            color=color,
            ink_color=ink_color,
            range_text=range_text,
            meets=meets,
        )

        process_level_view.additional_properties = d
        return process_level_view

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
