"""One row of a key file, cell by cell: what each says, or why it cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from chalicelib.errors import FileFinding
from chalicelib.spreadsheets import SpreadsheetProblem, SpreadsheetRow, problem

from .columns import Columns

Told = TypeVar("Told")


class Cells:
    """A row being read; `problems` has everything found wrong with it so far."""

    def __init__(self, columns: Columns, row: SpreadsheetRow) -> None:
        """Read this row by these columns."""
        self.columns = columns
        self.row = row
        self.problems: list[SpreadsheetProblem] = columns.unusable(row)

    @property
    def usable(self) -> bool:
        """Return whether nothing in the row is wrong."""
        return not any(each.is_error for each in self.problems)

    def text(self, meaning: str) -> str:
        """Return a cell unchanged; without such a column it is blank."""
        return self.columns.cell(self.row, meaning)

    def take(self, meaning: str, reads: Callable[[str], Told | FileFinding]) -> Told | None:
        """Read a cell; None, and a problem, when it cannot be read."""
        text = self.text(meaning)
        facts = reads(text)
        if isinstance(facts, FileFinding):
            self.wrong(meaning, facts)
            return None
        return facts

    def wrong(self, meaning: str, finding: FileFinding) -> None:
        """Add a problem of a cell."""
        name = self.columns.name(meaning)
        self.problems.append(problem(self.row.number, name, self.text(meaning), finding))
