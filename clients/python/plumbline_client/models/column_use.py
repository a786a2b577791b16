from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.column_role import ColumnRole
from ..types import UNSET, Unset

T = TypeVar("T", bound="ColumnUse")


@_attrs_define
class ColumnUse:
    """The meaning of one column; columns are counted from 1.

    Attributes:
        column (int): The column, from 1.
        role (ColumnRole): The kind of a column.

            - `student`: The student.
            - `family_name`: The student's last name.
            - `given_name`: The student's first name.
            - `version`: The printed form that the student had.
            - `status`: Whether the student was present.
            - `response`: The student's answer; in a wide file to question `number`.
            - `points`: The student's points; in a wide file for question `number`.
            - `question`: The number of the question that the row is about, in a long file.
            - `ignored`: Nothing that is read.
        number (int | None | Unset): The number of the question that it is about, in a wide file; null for other
            columns.
        part (None | str | Unset): The part of the question that its points are for, where several columns make up one
            question; null for other columns.
    """

    column: int
    role: ColumnRole
    number: int | None | Unset = UNSET
    part: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        column = self.column

        role = self.role.value

        number: int | None | Unset
        if isinstance(self.number, Unset):
            number = UNSET
        else:
            number = self.number

        part: None | str | Unset
        if isinstance(self.part, Unset):
            part = UNSET
        else:
            part = self.part

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "column": column,
                "role": role,
            }
        )
        if number is not UNSET:
            field_dict["number"] = number
        if part is not UNSET:
            field_dict["part"] = part

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        column = d.pop("column")

        role = ColumnRole(d.pop("role"))

        def _parse_number(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        number = _parse_number(d.pop("number", UNSET))

        def _parse_part(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        part = _parse_part(d.pop("part", UNSET))

        column_use = cls(
            column=column,
            role=role,
            number=number,
            part=part,
        )

        return column_use
