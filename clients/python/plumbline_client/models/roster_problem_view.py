from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.roster_problem_view_severity import RosterProblemViewSeverity
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.roster_problem_place_view import RosterProblemPlaceView


T = TypeVar("T", bound="RosterProblemView")


@_attrs_define
class RosterProblemView:
    """One thing wrong with a package, however often it occurs.

    Attributes:
        severity (RosterProblemViewSeverity): How bad it is.

            - `reject`: The package cannot be read with certainty. Nothing was read further.
            - `error`: It must be corrected.
            - `hold`: An admin must confirm it.
            - `warning`: It was understood all the same.
        code (str): What is wrong, for programs.
        file (str): The file within the package; blank for the package as a whole.
        row (int): The first row with this problem; the header is row 1; 0 for the file as a whole.
        column (str): The column; blank for the row as a whole.
        value (str): What stands there first.
        message (str): What is wrong, in a sentence.
        fix (str): What to do, in a sentence.
        count (int | Unset): How many places have this problem. Default: 1.
        row_ranges (str | Unset): All rows with this problem, as numbers and ranges. Default: ''.
        examples (list[RosterProblemPlaceView] | Unset): Some of the places: three, or as many as `example_limit` says.
    """

    severity: RosterProblemViewSeverity
    code: str
    file: str
    row: int
    column: str
    value: str
    message: str
    fix: str
    count: int | Unset = 1
    row_ranges: str | Unset = ""
    examples: list[RosterProblemPlaceView] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        severity = self.severity.value

        code = self.code

        file = self.file

        row = self.row

        column = self.column

        value = self.value

        message = self.message

        fix = self.fix

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
                "file": file,
                "row": row,
                "column": column,
                "value": value,
                "message": message,
                "fix": fix,
            }
        )
        if count is not UNSET:
            field_dict["count"] = count
        if row_ranges is not UNSET:
            field_dict["row_ranges"] = row_ranges
        if examples is not UNSET:
            field_dict["examples"] = examples

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.roster_problem_place_view import RosterProblemPlaceView  # noqa: PLC0415

        d = dict(src_dict)
        severity = RosterProblemViewSeverity(d.pop("severity"))

        code = d.pop("code")

        file = d.pop("file")

        row = d.pop("row")

        column = d.pop("column")

        value = d.pop("value")

        message = d.pop("message")

        fix = d.pop("fix")

        count = d.pop("count", UNSET)

        row_ranges = d.pop("row_ranges", UNSET)

        _examples = d.pop("examples", UNSET)
        examples: list[RosterProblemPlaceView] | Unset = UNSET
        if _examples is not UNSET:
            examples = []
            for examples_item_data in _examples:
                examples_item = RosterProblemPlaceView.from_dict(examples_item_data)

                examples.append(examples_item)

        roster_problem_view = cls(
            severity=severity,
            code=code,
            file=file,
            row=row,
            column=column,
            value=value,
            message=message,
            fix=fix,
            count=count,
            row_ranges=row_ranges,
            examples=examples,
        )

        roster_problem_view.additional_properties = d
        return roster_problem_view

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
