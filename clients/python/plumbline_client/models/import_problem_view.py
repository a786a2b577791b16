from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_problem_view_severity import ImportProblemViewSeverity
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.import_problem_place_view import ImportProblemPlaceView


T = TypeVar("T", bound="ImportProblemView")


@_attrs_define
class ImportProblemView:
    """One thing wrong with a package, however often it occurs.

    Attributes:
        severity (ImportProblemViewSeverity): How bad it is.

            - `reject`: The package cannot be read with certainty. Nothing was read further.
            - `error`: It must be corrected.
            - `hold`: An admin must confirm it.
            - `warning`: It was understood all the same.
        code (str): The problem's code, for programs.
        value (str): The name of the first column.
        message (str): The problem, in a sentence.
        fix (str): The way out, in a sentence.
        file (str | Unset): The file within the package; in a CASE package the list (`CFItems`). Blank for the package
            as a whole. Default: ''.
        row (int | Unset): The first row with this problem; the header is row 1; 0 for the file as a whole, and in a
            CASE package. Default: 0.
        column (str | Unset): The column, or the field of the CASE entry; blank for the row or entry as a whole.
            Default: ''.
        location (str | Unset): The first place in a CASE package, as a JSON pointer; blank in a file with rows.
            Default: ''.
        identifier (str | Unset): The identifier of the first CASE entry; blank when it has none. Default: ''.
        count (int | Unset): How many places have this problem. Default: 1.
        row_ranges (str | Unset): All rows with this problem, as numbers and ranges. Default: ''.
        examples (list[ImportProblemPlaceView] | Unset): Some of the places: three, or as many as `example_limit` says.
    """

    severity: ImportProblemViewSeverity
    code: str
    value: str
    message: str
    fix: str
    file: str | Unset = ""
    row: int | Unset = 0
    column: str | Unset = ""
    location: str | Unset = ""
    identifier: str | Unset = ""
    count: int | Unset = 1
    row_ranges: str | Unset = ""
    examples: list[ImportProblemPlaceView] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        severity = self.severity.value

        code = self.code

        value = self.value

        message = self.message

        fix = self.fix

        file = self.file

        row = self.row

        column = self.column

        location = self.location

        identifier = self.identifier

        count = self.count

        row_ranges = self.row_ranges

        examples: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.examples, Unset):
            examples = []
            for examples_item_data in self.examples:
                examples_item = examples_item_data.to_dict()
                examples.append(examples_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "severity": severity,
                "code": code,
                "value": value,
                "message": message,
                "fix": fix,
            }
        )
        if file is not UNSET:
            field_dict["file"] = file
        if row is not UNSET:
            field_dict["row"] = row
        if column is not UNSET:
            field_dict["column"] = column
        if location is not UNSET:
            field_dict["location"] = location
        if identifier is not UNSET:
            field_dict["identifier"] = identifier
        if count is not UNSET:
            field_dict["count"] = count
        if row_ranges is not UNSET:
            field_dict["row_ranges"] = row_ranges
        if examples is not UNSET:
            field_dict["examples"] = examples

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_problem_place_view import ImportProblemPlaceView  # noqa: PLC0415

        d = dict(src_dict)
        severity = ImportProblemViewSeverity(d.pop("severity"))

        code = d.pop("code")

        value = d.pop("value")

        message = d.pop("message")

        fix = d.pop("fix")

        file = d.pop("file", UNSET)

        row = d.pop("row", UNSET)

        column = d.pop("column", UNSET)

        location = d.pop("location", UNSET)

        identifier = d.pop("identifier", UNSET)

        count = d.pop("count", UNSET)

        row_ranges = d.pop("row_ranges", UNSET)

        _examples = d.pop("examples", UNSET)
        examples: list[ImportProblemPlaceView] | Unset = UNSET
        if _examples is not UNSET:
            examples = []
            for examples_item_data in _examples:
                examples_item = ImportProblemPlaceView.from_dict(examples_item_data)

                examples.append(examples_item)

        import_problem_view = cls(
            severity=severity,
            code=code,
            value=value,
            message=message,
            fix=fix,
            file=file,
            row=row,
            column=column,
            location=location,
            identifier=identifier,
            count=count,
            row_ranges=row_ranges,
            examples=examples,
        )

        import_problem_view.additional_properties = d
        return import_problem_view

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
