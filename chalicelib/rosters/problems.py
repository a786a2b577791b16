"""What can be wrong with a package, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple

from chalicelib.errors import FileProblem

SHOWN_VALUE = 120
"""Characters of a wrong value that are shown."""
EXAMPLES = 3
"""Places that a problem shows; all of its rows are numbers only."""
KEPT_EXAMPLES = 50
"""Places that are kept of a problem, for who wants to see more of them."""
ROWS = 1000
"""Row numbers that are kept of a problem."""
SPANS = 60
"""Spans of row numbers that are shown of a problem."""


PLACE = frozenset({"file", "row", "column", "value", "detail"})
"""Where a problem is, and what stands there."""


class Severity(StrEnum):
    """What a problem does to the package it is in."""

    REJECT = "reject"
    """The package cannot be read with certainty: nothing of it is looked at further."""
    ERROR = "error"
    """This row must be mended before anything is applied."""
    WARNING = "warning"
    """Understood all the same; worth telling the vendor."""


class Verdict(StrEnum):
    """What may be done with a package, from best to worst."""

    ACCEPT = "accept"
    WARN = "warn"
    HOLD = "hold"
    ROW_ERRORS = "row-errors"
    REJECT = "reject"

    @property
    def may_be_applied(self) -> bool:
        """Tell whether applying it is possible, if need be after an admin confirmed."""
        return self in (Verdict.ACCEPT, Verdict.WARN, Verdict.HOLD)


class Finding(NamedTuple):
    """What is wrong with a cell."""

    code: str
    reason: str
    fix: str
    severity: Severity = Severity.ERROR
    detail: str = ""
    """What is true of this cell only."""

    @property
    def is_error(self) -> bool:
        """Tell whether it must be mended."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class ProblemPlace:
    """One place of a problem: its row, what stands there, what is special about it."""

    row: int
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where (row 1 is the header), what stands there, why, and the way out.

    Equal problems are one: `row` and `value` are the first place, `count` is how many there are,
    `rows` are their row numbers, `examples` the first three places.
    """

    severity: Severity
    code: str
    file: str
    row: int
    column: str
    value: str
    reason: str
    fix: str
    count: int = 1
    rows: str = ""
    examples: tuple[ProblemPlace, ...] = ()
    detail: str = ""
    """What is true of this place only; it is no part of what makes two problems equal."""

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain data."""
        plain = asdict(self)
        del plain["detail"]
        return plain

    @property
    def place(self) -> ProblemPlace:
        """Where it was found first."""
        return ProblemPlace(self.row, self.value, self.detail)

    @property
    def kind(self) -> tuple[str, ...]:
        """What makes two problems equal."""
        return (self.severity, self.code, self.file, self.column, self.reason)


@dataclass(slots=True)
class ProblemGroup:
    """Equal problems while they are collected."""

    first: Problem
    count: int = 0
    rows: list[int] = field(default_factory=list)
    places: list[ProblemPlace] = field(default_factory=list)

    def add(self, one: Problem, most: int = KEPT_EXAMPLES) -> None:
        """Count a problem of this kind, and keep `most` places; `one` may be several already."""
        self.count += one.count
        room = max(0, most - len(self.places))
        self.places += (one.examples or (one.place,))[:room]
        if one.row and one.count == 1 and len(self.rows) <= ROWS:
            self.rows.append(one.row)

    def as_one(self, examples: int = EXAMPLES) -> Problem:
        """Give them as one problem; what is special about a single one joins its reason."""
        one, rows = self.first, show_rows(self.rows)
        reason = f"{one.reason} {one.detail}" if one.detail and self.count == 1 else one.reason
        places = tuple(self.places[:examples])
        return replace(one, reason=reason, detail="", count=self.count, rows=rows, examples=places)


def show_rows(rows: Iterable[int]) -> str:
    """Write row numbers in spans; very many end in an ellipsis.

    >>> show_rows([2, 3, 4, 9, 11, 12])
    '2-4, 9, 11-12'
    """
    known = sorted(set(rows))
    spans = [f"{a}-{b}" if b > a else str(a) for a, b in _spans(known[:ROWS])]
    cut = len(spans) > SPANS or len(known) > ROWS
    return ", ".join([*spans[:SPANS], "…"] if cut else spans)


def _spans(rows: list[int]) -> Iterator[tuple[int, int]]:
    start = last = 0
    for row in rows:
        if row != last + 1:
            if start:
                yield start, last
            start = row
        last = row
    if start:
        yield start, last


def problem(
    severity: Severity,
    code: str,
    reason: str,
    fix: str,
    *,
    file: str = "",
    row: int = 0,
    column: str = "",
    value: str = "",
    detail: str = "",
) -> Problem:
    """Describe a problem; a long value is cut where it is shown."""
    return Problem(severity, code, file, row, column, shorten(value), reason, fix, detail=detail)


def shorten(value: str) -> str:
    """Cut a long value to what is shown of it."""
    return value if len(value) <= SHOWN_VALUE else value[: SHOWN_VALUE - 1] + "…"


class Unreadable(Exception):
    """Reading cannot go on in this file or package."""

    def __init__(self, found: Problem) -> None:
        """Keep the problem that stopped us."""
        super().__init__(f"{found.code}: {found.reason}")
        self.problem = found


def report(declared: FileProblem, **given: Any) -> Problem:
    """Report a declared problem: its place (`PLACE`), and the facts that its text names."""
    where = {name: fact for name, fact in given.items() if name in PLACE}
    facts = {name: fact for name, fact in given.items() if name not in PLACE}
    code, reason, fix, severity = declared(**facts)
    return problem(Severity(severity), code, reason, fix, **where)


def finding(declared: FileProblem, *, detail: str = "", **facts: Any) -> Finding:
    """Find a declared problem in a cell, with the facts that its text names."""
    code, reason, fix, severity = declared(**facts)
    return Finding(code, reason, fix, Severity(severity), detail)
