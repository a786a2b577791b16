"""The facts in a sheet's own XML beside its values: hidden, merged and never calculated cells.

This module reads the XML once, element by element, before the values. It refuses a sheet that is
too large or that holds declarations, before anything is built from it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, Any
from xml.parsers import expat

from chalicelib.file_cells import UnreadableFile

from . import workbook_problems

MOST_CELLS = 400_000
"""With the empty ones before the last of a row: seconds, and some 60 MB."""
MOST_MERGED = 20_000
_LAST_COLUMN = 16_384
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_YES = ("1", "true")


@dataclass(frozen=True, slots=True)
class Area:
    """A merged area, by its first and last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int
    name: str


@dataclass(slots=True)
class Structure:
    """The structure of a sheet: its size, its hidden and merged cells, and its formulas."""

    last_row: int = 0
    last_column: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    """Only those that hold something."""
    formulas: set[tuple[int, int]] = field(default_factory=set)
    not_calculated: set[tuple[int, int]] = field(default_factory=set)
    """Formulas without a value."""
    merged: list[Area] = field(default_factory=list)
    in_row: Counter[int] = field(default_factory=Counter)
    """The number of cells in each row that hold something."""


def parse_xml(stream: IO[bytes], start: Any) -> None:
    """Go through the elements of a part, namespace and name. Raises `UnreadableFile`."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    try:
        parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise UnreadableFile(workbook_problems.WORKBOOK_DAMAGED()) from error


def walk_sheet(stream: IO[bytes]) -> Structure:
    """Go through a sheet. Raises `UnreadableFile`."""
    walk = _Walk()
    parse_xml(stream, walk.start)
    found = walk.found
    found.last_column = max(walk.used_columns, default=0)
    found.hidden_columns &= walk.used_columns
    return found


class _Walk:
    """On the way through a sheet."""

    def __init__(self) -> None:
        self.found = Structure()
        self.used_columns: set[int] = set()
        self._row = self._column = self._cells = 0
        self._hidden = self._is_noted = False

    def start(self, name: str, body: dict[str, str]) -> None:
        """Begin an element."""
        local = name.rpartition(" ")[2]
        if local == "c":
            self._column = _column_of(body["r"]) if "r" in body else self._column + 1
            self._is_noted = False
        elif local in ("v", "is", "f"):
            self._note_cell(local)
        elif local == "row":
            self._begin_row(body)
        elif local == "col" and body.get("hidden") in _YES:
            first, last = int(body["min"]), min(int(body["max"]), _LAST_COLUMN)
            self.found.hidden_columns.update(range(first, last + 1))
        elif local == "mergeCell":
            self._note_merged(body["ref"])

    def _note_cell(self, what: str) -> None:
        """Note that the cell holds something: a formula, which comes first, or a value."""
        found, at = self.found, (self._row, self._column)
        if what == "f":
            found.formulas.add(at)
            found.not_calculated.add(at)
        elif self._is_noted:
            found.not_calculated.discard(at)
        if self._is_noted:
            return
        self._is_noted = True
        if self._hidden and not found.in_row[self._row]:
            found.hidden_rows.append(self._row)
        found.in_row[self._row] += 1
        found.last_row = self._row
        self.used_columns.add(self._column)
        self._count()

    def _begin_row(self, body: dict[str, str]) -> None:
        number = int(body.get("r", self._row + 1))
        if number <= self._row:  # a reader would leave one of the two out
            raise UnreadableFile(workbook_problems.WORKBOOK_DAMAGED())
        self._row, self._column = number, 0
        self._hidden = body.get("hidden") in _YES

    def _count(self) -> None:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise UnreadableFile(workbook_problems.TOO_MANY_CELLS(most=MOST_CELLS))

    def _note_merged(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        top, left = _place_of(first)
        bottom, right = _place_of(last or first)
        self.found.merged.append(Area(top, left, bottom, right, ref))
        if len(self.found.merged) > MOST_MERGED:
            raise UnreadableFile(workbook_problems.TOO_MANY_CELLS(most=MOST_CELLS))


def _place_of(ref: str) -> tuple[int, int]:
    found = _PLACE.fullmatch(ref)
    if found is None:
        raise UnreadableFile(workbook_problems.WORKBOOK_DAMAGED())
    return int(found[2]), _column_of(ref)


def _column_of(ref: str) -> int:
    """Return a column's number, from 1, of a cell.

    >>> _column_of("A1"), _column_of("AA7")
    (1, 27)
    """
    return _number_of(ref.rstrip("0123456789"))


@lru_cache(2048)
def _number_of(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    if not 0 < column <= _LAST_COLUMN or not letters.isalpha():
        raise UnreadableFile(workbook_problems.WORKBOOK_DAMAGED())
    return column
