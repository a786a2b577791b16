from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SchoolLevelMovesView")


@_attrs_define
class SchoolLevelMovesView:
    """One school's sheets and students.

    Attributes:
        up (int): How many students moved to a higher level.
        down (int): How many students moved to a lower level.
        unchanged (int): How many students kept their level.
        school_id (str): The school's id in the roster.
        school_name (str): The school's name.
        sheet_count (int): How many of the school's result sheets were scored again.
    """

    up: int
    down: int
    unchanged: int
    school_id: str
    school_name: str
    sheet_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        up = self.up

        down = self.down

        unchanged = self.unchanged

        school_id = self.school_id

        school_name = self.school_name

        sheet_count = self.sheet_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "up": up,
                "down": down,
                "unchanged": unchanged,
                "school_id": school_id,
                "school_name": school_name,
                "sheet_count": sheet_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        up = d.pop("up")

        down = d.pop("down")

        unchanged = d.pop("unchanged")

        school_id = d.pop("school_id")

        school_name = d.pop("school_name")

        sheet_count = d.pop("sheet_count")

        school_level_moves_view = cls(
            up=up,
            down=down,
            unchanged=unchanged,
            school_id=school_id,
            school_name=school_name,
            sheet_count=sheet_count,
        )

        school_level_moves_view.additional_properties = d
        return school_level_moves_view

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
