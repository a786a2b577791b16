from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LevelMovesView")


@_attrs_define
class LevelMovesView:
    """Students by where the correction moved them: to a higher level, to a lower one, nowhere.

    Attributes:
        up (int): How many students moved to a higher level.
        down (int): How many students moved to a lower level.
        unchanged (int): How many students kept their level.
    """

    up: int
    down: int
    unchanged: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        up = self.up

        down = self.down

        unchanged = self.unchanged

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "up": up,
                "down": down,
                "unchanged": unchanged,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        up = d.pop("up")

        down = d.pop("down")

        unchanged = d.pop("unchanged")

        level_moves_view = cls(
            up=up,
            down=down,
            unchanged=unchanged,
        )

        level_moves_view.additional_properties = d
        return level_moves_view

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
