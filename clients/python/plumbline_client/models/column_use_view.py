from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.column_role import ColumnRole

T = TypeVar("T", bound="ColumnUseView")


@_attrs_define
class ColumnUseView:
    """The meaning of a column.

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
        number (int | None): The number of the question that it is about; null for other columns.
        part (None | str): The part of the question, where several columns of points make up one; else null.
    """

    column: int
    role: ColumnRole
    number: int | None
    part: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        column = self.column

        role = self.role.value

        number: int | None
        number = self.number

        part: None | str
        part = self.part

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "column": column,
                "role": role,
                "number": number,
                "part": part,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        column = d.pop("column")

        role = ColumnRole(d.pop("role"))

        def _parse_number(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        number = _parse_number(d.pop("number"))

        def _parse_part(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        part = _parse_part(d.pop("part"))

        column_use_view = cls(
            column=column,
            role=role,
            number=number,
            part=part,
        )

        column_use_view.additional_properties = d
        return column_use_view

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
