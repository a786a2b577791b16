from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.response_file_layout import ResponseFileLayout
from ..models.student_identifier import StudentIdentifier
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.column_use import ColumnUse


T = TypeVar("T", bound="ColumnMapping")


@_attrs_define
class ColumnMapping:
    """Which column means what.

    Attributes:
        layout (ResponseFileLayout): How a file is laid out.

            - `wide`: A row per student, a column per question.
            - `long`: A row per student and question.
        header (int | Unset): The row with the names of the columns, from 1; 0 when there is none. Rows above it are not
            read. Default: 0.
        student_by (StudentIdentifier | Unset): The way the file identifies a student.

            - `id`: The student's id in the roster.
            - `username`: The student's sign-in name.
            - `name`: The student's name: `Family, Given` or `Given Family`, or in two columns.
        columns (list[ColumnUse] | Unset): The meaning of the columns. Columns that are not named are ignored.
    """

    layout: ResponseFileLayout
    header: int | Unset = 0
    student_by: StudentIdentifier | Unset = UNSET
    columns: list[ColumnUse] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        layout = self.layout.value

        header = self.header

        student_by: str | Unset = UNSET
        if not isinstance(self.student_by, Unset):
            student_by = self.student_by.value

        columns: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.columns, Unset):
            columns = []
            for columns_item_data in self.columns:
                columns_item = columns_item_data.to_dict()
                columns.append(columns_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "layout": layout,
            }
        )
        if header is not UNSET:
            field_dict["header"] = header
        if student_by is not UNSET:
            field_dict["student_by"] = student_by
        if columns is not UNSET:
            field_dict["columns"] = columns

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.column_use import ColumnUse  # noqa: PLC0415

        d = dict(src_dict)
        layout = ResponseFileLayout(d.pop("layout"))

        header = d.pop("header", UNSET)

        _student_by = d.pop("student_by", UNSET)
        student_by: StudentIdentifier | Unset
        if isinstance(_student_by, Unset):
            student_by = UNSET
        else:
            student_by = StudentIdentifier(_student_by)

        _columns = d.pop("columns", UNSET)
        columns: list[ColumnUse] | Unset = UNSET
        if _columns is not UNSET:
            columns = []
            for columns_item_data in _columns:
                columns_item = ColumnUse.from_dict(columns_item_data)

                columns.append(columns_item)

        column_mapping = cls(
            layout=layout,
            header=header,
            student_by=student_by,
            columns=columns,
        )

        return column_mapping
