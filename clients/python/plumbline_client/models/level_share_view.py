from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LevelShareView")


@_attrs_define
class LevelShareView:
    """How many of the tested are at a level, and what part of them.

    Attributes:
        level (int): The level's number, from 1, the lowest.
        name (str): The level's name.
        percent (float | None): The share of the tested students, in percent; null when nobody is tested.
        student_count (int): How many of the tested are at this level.
    """

    level: int
    name: str
    percent: float | None
    student_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        level = self.level

        name = self.name

        percent: float | None
        percent = self.percent

        student_count = self.student_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "level": level,
                "name": name,
                "percent": percent,
                "student_count": student_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        level = d.pop("level")

        name = d.pop("name")

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        student_count = d.pop("student_count")

        level_share_view = cls(
            level=level,
            name=name,
            percent=percent,
            student_count=student_count,
        )

        level_share_view.additional_properties = d
        return level_share_view

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
