from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewLevel")


@_attrs_define
class NewLevel:
    """A level: its name, its lowest percent, and a color (one of ours by default).

    Attributes:
        name (str): The level's name.
        lower (float | int | str): The least percent that is in the level.
        color (None | str | Unset): The level's color, as a hexadecimal RGB value; without it one of ours.
    """

    name: str
    lower: float | int | str
    color: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        lower: float | int | str
        lower = self.lower

        color: None | str | Unset
        if isinstance(self.color, Unset):
            color = UNSET
        else:
            color = self.color

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "lower": lower,
            }
        )
        if color is not UNSET:
            field_dict["color"] = color

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_lower(data: object) -> float | int | str:
            return cast(float | int | str, data)

        lower = _parse_lower(d.pop("lower"))

        def _parse_color(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        color = _parse_color(d.pop("color", UNSET))

        new_level = cls(
            name=name,
            lower=lower,
            color=color,
        )

        return new_level
