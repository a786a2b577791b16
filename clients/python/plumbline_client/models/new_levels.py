from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.new_level import NewLevel


T = TypeVar("T", bound="NewLevels")


@_attrs_define
class NewLevels:
    """All levels of a team.

    Attributes:
        levels (list[NewLevel]): All levels, the lowest first, without a gap: the first begins at 0.
        meets (int): The level, from 1, that is enough.
    """

    levels: list[NewLevel]
    meets: int

    def to_dict(self) -> dict[str, Any]:
        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        meets = self.meets

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "levels": levels,
                "meets": meets,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_level import NewLevel  # noqa: PLC0415

        d = dict(src_dict)
        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = NewLevel.from_dict(levels_item_data)

            levels.append(levels_item)

        meets = d.pop("meets")

        new_levels = cls(
            levels=levels,
            meets=meets,
        )

        return new_levels
