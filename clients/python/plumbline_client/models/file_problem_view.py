from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_problem_view_severity import FileProblemViewSeverity

T = TypeVar("T", bound="FileProblemView")


@_attrs_define
class FileProblemView:
    """One thing wrong in a file, or odd.

    Attributes:
        row (int): The row of the file, from 1; 0 for the file as a whole.
        column (str): The column's name; blank for the row as a whole.
        value (str): The present text.
        code (str): The problem's code, for programs.
        message (str): The problem, in a sentence.
        fix (str): The way out, in a sentence; blank when there is nothing to do.
        severity (FileProblemViewSeverity): How bad it is.

            - `error`: It must be corrected first.
            - `warning`: It was understood all the same.
    """

    row: int
    column: str
    value: str
    code: str
    message: str
    fix: str
    severity: FileProblemViewSeverity
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        row = self.row

        column = self.column

        value = self.value

        code = self.code

        message = self.message

        fix = self.fix

        severity = self.severity.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "row": row,
                "column": column,
                "value": value,
                "code": code,
                "message": message,
                "fix": fix,
                "severity": severity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        row = d.pop("row")

        column = d.pop("column")

        value = d.pop("value")

        code = d.pop("code")

        message = d.pop("message")

        fix = d.pop("fix")

        severity = FileProblemViewSeverity(d.pop("severity"))

        file_problem_view = cls(
            row=row,
            column=column,
            value=value,
            code=code,
            message=message,
            fix=fix,
            severity=severity,
        )

        file_problem_view.additional_properties = d
        return file_problem_view

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
