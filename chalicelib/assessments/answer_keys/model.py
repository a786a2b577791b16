"""The content of a key file: per printed form its questions, and everything unusable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chalicelib.assessments.items import MOST_ITEMS, ItemKind
from chalicelib.assessments.key_entries import AcceptedResponse
from chalicelib.spreadsheets import SpreadsheetProblem

LONGEST_FORM = MOST_ITEMS
"""Questions on one form."""


_NO_CELL = ("", "")


class KeyFileLayout(StrEnum):
    """How a key file is laid out."""

    PLAIN = "plain"
    ZIPGRADE = "zipgrade"
    GRADEHUB = "gradehub"


@dataclass(frozen=True, slots=True)
class KeyFileQuestion:
    """One question of one form, as a file has it.

    `answers` are the accepted responses; several may be parted by commas only (`loose`), which an
    item with several right choices takes as one response. `of` is the same question's number on
    form A, when forms are printed in different orders. `any_of`: every response of these
    letters and no other earns the points. `cells` has the name of a column and its cell, by the
    field of an item that it is about; `standard_columns` has the column of each standard.
    """

    form: str
    number: int
    row: int
    answers: tuple[AcceptedResponse, ...]
    more_rows: tuple[int, ...] = ()
    """The rows of its further accepted responses."""
    loose: bool = False
    any_of: bool = False
    kind: ItemKind | None = None
    """As a column of the file says."""
    points: str | None = None
    standards: tuple[str, ...] = ()
    tolerance: str = ""
    choices: int = 0
    of: int | None = None
    cells: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    standard_columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """The answers together, as they are understood."""
        return " | ".join(each.response for each in self.answers)

    @property
    def written(self) -> str:
        """The answers as the file has them; those of several rows together."""
        return self.said if self.more_rows else self.cell("key")[1]

    def cell(self, about: str) -> tuple[str, str]:
        """Return the column of a field of the item, and its cell."""
        return self.cells.get(about, _NO_CELL)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A file read: its layout, how it was written, its questions by form, its problems."""

    layout: KeyFileLayout
    encoding: str = "UTF-8"
    separator: str = ","
    forms: dict[str, tuple[KeyFileQuestion, ...]] | None = None
    problems: tuple[SpreadsheetProblem, ...] = ()
    rows: int = 0
    """Rows with anything in them, the header among them."""

    @property
    def by_form(self) -> dict[str, tuple[KeyFileQuestion, ...]]:
        """The questions of each form, by number."""
        return self.forms or {}
