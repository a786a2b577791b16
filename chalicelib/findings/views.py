"""How problems of a package look in an answer, and how they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.searching import ListFilter
from chalicelib.tables import DataTable
from chalicelib.web.representation import Representation

from .model import EXAMPLES, KEPT_EXAMPLES
from .selection import HEADER, ProblemFilter, write_row

Text = Annotated[str, Field(max_length=100)]


class ImportProblemPlaceView(Representation):
    """One of the places of a problem."""

    row: int = 0
    """The row of the file; the header is row 1. 0 in a CASE package, which has no rows.

    Example: `17`
    """
    where: str = Field(default="", serialization_alias="location")
    """The place in a CASE package, as a JSON pointer; blank in a file with rows.

    Example: `/CFItems/12/humanCodingScheme`
    """
    identifier: str = ""
    """The identifier of the CASE entry; blank when there is none.

    Example: `6b9f5a1e-d7cc-11e8-824f-0242ac160002`
    """
    value: str
    """The present text. Example: `S-999`"""
    detail: str = Field(default="", serialization_alias="message")
    """A note about this place only; blank when there is nothing to add.

    Example: `There is no school S-999.`
    """


class ImportProblemView(Representation):
    """One thing wrong with a package, however often it occurs."""

    severity: str
    """How bad it is.

    - `reject`: The package cannot be read with certainty. Nothing was read further.
    - `error`: It must be corrected.
    - `hold`: An admin must confirm it.
    - `warning`: It was understood all the same.
    """
    code: str
    """The problem's code, for programs. Example: `not_a_date`"""
    file: str = ""
    """The file within the package; in a CASE package the list (`CFItems`). Blank for the package
    as a whole. Example: `enrollments.csv`
    """
    row: int = 0
    """The first row with this problem; the header is row 1; 0 for the file as a whole, and in a
    CASE package. Example: `17`
    """
    column: str = ""
    """The column, or the field of the CASE entry; blank for the row or entry as a whole.

    Example: `beginDate`
    """
    where: str = Field(default="", serialization_alias="location")
    """The first place in a CASE package, as a JSON pointer; blank in a file with rows.

    Example: `/CFItems/12/humanCodingScheme`
    """
    identifier: str = ""
    """The identifier of the first CASE entry; blank when it has none.

    Example: `6b9f5a1e-d7cc-11e8-824f-0242ac160002`
    """
    value: str
    """The name of the first column. Example: `2026-13-01`"""
    reason: str = Field(serialization_alias="message")
    """The problem, in a sentence. Example: `This is not a date.`"""
    fix: str
    """The way out, in a sentence. Example: `Write it like 2026-08-17.`"""
    count: int = 1
    """How many places have this problem. Example: `12`"""
    rows: str = Field(default="", serialization_alias="row_ranges")
    """All rows with this problem, as numbers and ranges. Example: `17, 20-31`"""
    examples: tuple[ImportProblemPlaceView, ...] = ()
    """Some of the places: three, or as many as `example_limit` says."""


class WhichFileProblems(ListFilter):
    """Problems of a severity, a file, a column or a code."""

    severity: Literal["", "reject", "error", "hold", "warning"] = ""
    """Only problems that are so bad. Example: `error`

    - `reject`: Nothing was read further.
    - `error`: It must be corrected.
    - `hold`: An admin must confirm it.
    - `warning`: It was understood all the same.
    """
    file: Text = ""
    """Only problems of this file of the package, or of this list. Example: `enrollments.csv`"""
    column: Text | None = None
    """Only problems of this column or field; blank for those of a row as a whole.

    Example: `beginDate`
    """
    code: Text = ""
    """Only problems with this code. Example: `not_a_date`"""

    def as_filter(self, examples: int = EXAMPLES) -> ProblemFilter:
        """Return it as the domain knows it."""
        return ProblemFilter(self.severity, self.file, self.column, self.code, examples)


class WhichProblems(WhichFileProblems):
    """Problems to list, and with how many of their places."""

    example_limit: Annotated[int, Field(ge=0, le=KEPT_EXAMPLES)] = EXAMPLES
    """How many places of each problem to give, at most. Example: `50`"""


def problems_table(name: str, problems: Iterable[dict[str, Any]]) -> DataTable:
    """Return problems as a table for the package's maintainer: a line for each kind."""
    return DataTable(name, HEADER, map(write_row, problems))
