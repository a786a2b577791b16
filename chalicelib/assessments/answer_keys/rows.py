"""One row of a key file, cell by cell: what each says, or why it cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from chalicelib.spreadsheets import Finding, Problem, Row, problem, warning

from .columns import Columns

if TYPE_CHECKING:
    from typing_extensions import TypeIs

Told = TypeVar("Told")


class Cells:
    """A row being read; `problems` has everything found wrong with it so far."""

    def __init__(self, columns: Columns, row: Row) -> None:
        """Read this row by these columns."""
        self.columns = columns
        self.row = row
        self.problems: list[Problem] = columns.unusable(row)

    @property
    def usable(self) -> bool:
        """Tell whether nothing in the row is wrong."""
        return not any(each.is_error for each in self.problems)

    def text(self, meaning: str) -> str:
        """Give a cell as it stands; without such a column it is blank."""
        return self.columns.cell(self.row, meaning)

    def take(self, meaning: str, reads: Callable[[str], Told | Finding]) -> Told | None:
        """Read a cell; None, and a problem, when it cannot be read."""
        text = self.text(meaning)
        told = reads(text)
        if is_finding(told):
            self.wrong(meaning, told)
            return None
        return told

    def wrong(self, meaning: str, finding: Finding) -> None:
        """Say what is wrong with a cell."""
        name = self.columns.name(meaning)
        self.problems.append(problem(self.row.number, name, self.text(meaning), finding))

    def odd(self, meaning: str, finding: Finding) -> None:
        """Say what is odd about a cell that was understood all the same."""
        name = self.columns.name(meaning)
        self.problems.append(warning(self.row.number, name, self.text(meaning), finding))


def is_finding(told: object) -> TypeIs[Finding]:
    """Tell a finding, three texts, from what was read: no reading of a cell is three texts."""
    return isinstance(told, tuple) and len(told) == 3 and isinstance(told[0], str)  # noqa: PLR2004
