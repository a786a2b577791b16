from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.response_file_layout import ResponseFileLayout
from ..models.student_identifier import StudentIdentifier

if TYPE_CHECKING:
    from ..models.column_use_view import ColumnUseView


T = TypeVar("T", bound="ColumnMappingView")


@_attrs_define
class ColumnMappingView:
    """Which column means what. Correct it and send it back.

    Attributes:
        layout (ResponseFileLayout): How a file is laid out.

            - `wide`: A row per student, a column per question.
            - `long`: A row per student and question.
        header (int): The row with the names of the columns, from 1; 0 when there is none.
        student_by (StudentIdentifier): The way the file identifies a student.

            - `id`: The student's id in the roster.
            - `username`: The student's sign-in name.
            - `name`: The student's name: `Family, Given` or `Given Family`, or in two columns.
        columns (list[ColumnUseView]): The meaning of the columns.
    """

    layout: ResponseFileLayout
    header: int
    student_by: StudentIdentifier
    columns: list[ColumnUseView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        layout = self.layout.value

        header = self.header

        student_by = self.student_by.value

        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.to_dict()
            columns.append(columns_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "layout": layout,
                "header": header,
                "student_by": student_by,
                "columns": columns,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.column_use_view import ColumnUseView  # noqa: PLC0415

        d = dict(src_dict)
        layout = ResponseFileLayout(d.pop("layout"))

        header = d.pop("header")

        student_by = StudentIdentifier(d.pop("student_by"))

        columns = []
        _columns = d.pop("columns")
        for columns_item_data in _columns:
            columns_item = ColumnUseView.from_dict(columns_item_data)

            columns.append(columns_item)

        column_mapping_view = cls(
            layout=layout,
            header=header,
            student_by=student_by,
            columns=columns,
        )

        column_mapping_view.additional_properties = d
        return column_mapping_view

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
