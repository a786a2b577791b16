from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MovementView")


@_attrs_define
class MovementView:
    """How students moved between levels.

    Attributes:
        matrix (list[list[int]]): How many students were at each level before (rows) and after (columns), the lowest
            first.
        up (int): How many students are at a higher level.
        unchanged (int): How many students are at the same level.
        down (int): How many students are at a lower level.
        student_count (int): How many students it is of.
        message (str): The same in words.
    """

    matrix: list[list[int]]
    up: int
    unchanged: int
    down: int
    student_count: int
    message: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        matrix = []
        for matrix_item_data in self.matrix:
            matrix_item = matrix_item_data

            matrix.append(matrix_item)

        up = self.up

        unchanged = self.unchanged

        down = self.down

        student_count = self.student_count

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "matrix": matrix,
                "up": up,
                "unchanged": unchanged,
                "down": down,
                "student_count": student_count,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        matrix = []
        _matrix = d.pop("matrix")
        for matrix_item_data in _matrix:
            matrix_item = cast(list[int], matrix_item_data)

            matrix.append(matrix_item)

        up = d.pop("up")

        unchanged = d.pop("unchanged")

        down = d.pop("down")

        student_count = d.pop("student_count")

        message = d.pop("message")

        movement_view = cls(
            matrix=matrix,
            up=up,
            unchanged=unchanged,
            down=down,
            student_count=student_count,
            message=message,
        )

        movement_view.additional_properties = d
        return movement_view

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
