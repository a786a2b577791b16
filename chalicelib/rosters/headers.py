"""The first row of a file: the places of our columns, and its oddities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chalicelib.errors import FileProblem
from chalicelib.findings.model import Problem, Unreadable, report

from . import package_problems
from .columns import DATE_LAST_MODIFIED, STATUS, RosterFile


@dataclass(frozen=True, slots=True)
class Header:
    """A file's header: `places` has our columns, `dropped` those that are counted and left out."""

    names: tuple[str, ...]
    places: dict[str, int]
    dropped: dict[int, str]

    @property
    def width(self) -> int:
        """How many cells a row has; blank names at the end are no columns."""
        return len(self.names)

    @property
    def id_place(self) -> int:
        """Where the sourcedId stands."""
        return self.places["sourcedId"]

    def is_repeated_by(self, cells: Sequence[str]) -> bool:
        """Return whether a row is this header once more."""
        return tuple(cells[: self.width]) == self.names

    def cell(self, cells: Sequence[str], column: str) -> str:
        """Return a column's cell without the spaces around it; blank if the column is missing."""
        at = self.places.get(column, -1)
        return cells[at].strip() if at >= 0 else ""


def read_header(
    file: RosterFile, row: Sequence[str], problems: list[Problem], *, delta: bool
) -> Header:
    """Find our columns; oddities are added to the problems.

    Raises `Unreadable` when a column that is needed is missing, or one that is read is there twice.
    """
    _refuse_other_separators(file, row)
    names = _without_blank_end(row)
    places = _find_places(file, names, problems)
    problems += _refuse_missing(file, places, delta=delta)
    problems += _judge_order(file, list(places))
    return Header(names, places, _find_dropped(file, names))


def _without_blank_end(row: Sequence[str]) -> tuple[str, ...]:
    names = list(row)
    while names and not names[-1].strip():
        names.pop()
    return tuple(names)


def _refuse_other_separators(file: RosterFile, row: Sequence[str]) -> None:
    if len(row) == 1 and any(mark in row[0] for mark in ";\t|"):
        raise Unreadable(report(package_problems.SEPARATOR, file=file.csv, row=1))


def _find_places(file: RosterFile, names: Sequence[str], problems: list[Problem]) -> dict[str, int]:
    folded = {name.casefold(): name for name in file.header}
    read = {column.name for column in file.read} | {STATUS}
    places: dict[str, int] = {}
    repeated: Counter[str] = Counter()
    for at, cell in enumerate(names):
        name = folded.get(cell.strip().casefold(), cell.strip())
        if name and name in places:
            _refuse_repeated(file, name, read)
            repeated[name] += 1
            continue
        places[name] = at
        if name in file.header and name != cell:
            problems.append(_column(package_problems.HEADER_LETTERS, file, name, value=cell))
    problems += [
        _column(package_problems.HEADER_DUPLICATE_UNUSED, file, name, value=name)
        for name in repeated
    ]
    return places


def _refuse_repeated(file: RosterFile, name: str, read: set[str]) -> None:
    if name in read:
        raise Unreadable(_column(package_problems.HEADER_DUPLICATE, file, name))


def _refuse_missing(file: RosterFile, places: dict[str, int], *, delta: bool) -> list[Problem]:
    """Name every column that the file cannot be read without. Raises `Unreadable` with the last."""
    missing = [
        _column(package_problems.HEADER_MISSING_COLUMN, file, column.name)
        for column in file.columns
        if column.name not in places
        and ((column.required and not column.idle) or (delta and column.name == STATUS))
    ]
    if missing:
        raise MissingColumns(missing)
    return missing


class MissingColumns(Unreadable):
    """Several columns are missing; each is a problem of its own."""

    def __init__(self, missing: list[Problem]) -> None:
        """Keep them all."""
        super().__init__(missing[-1])
        self.others = missing[:-1]


def _judge_order(file: RosterFile, names: list[str]) -> Iterator[Problem]:
    known = [name for name in names if name in file.header]
    for name in file.header:
        if name not in known:
            yield _column(package_problems.HEADER_MISSING_OPTIONAL, file, name)
    if known != [name for name in file.header if name in known]:
        yield report(package_problems.HEADER_ORDER, file=file.csv, row=1, value=",".join(names))


def _find_dropped(file: RosterFile, names: Sequence[str]) -> dict[int, str]:
    """Find the columns that are dropped unseen; the two of the row's life are no data."""
    read = {c.name.casefold() for c in file.read} | {STATUS, DATE_LAST_MODIFIED.casefold()}
    return {
        at: f"{file.name}.{name.strip()}"
        for at, name in enumerate(names)
        if name.strip().casefold() not in read
    }


def _column(declared: FileProblem, file: RosterFile, name: str, value: str = "") -> Problem:
    """Report a problem with a column's name."""
    where = {"file": file.csv, "row": 1, "column": name, "value": value}
    return report(declared, **where, name=name, csv=file.csv)
