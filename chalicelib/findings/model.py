"""Problems of a package, and their consequences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from chalicelib.errors import FileProblem

SHOWN_VALUE = 120
"""Characters of a wrong value or an identifier that are shown."""
SHOWN_PLACE = 300
"""Characters of a place, and of its detail."""
SHOWN_REASON = 1_000
"""Characters of a reason: findings stay readable whatever a package holds."""
EXAMPLES = 3
"""Places that a problem shows."""
KEPT_EXAMPLES = 50
"""Kept places of a problem, for people who want to see more of them."""
ROWS = 1000
"""Row numbers that are kept of a problem."""
SPANS = 60
"""Spans of row numbers that are shown of a problem."""

PLACE = frozenset({"file", "row", "column", "where", "identifier", "value", "detail"})
"""The place of a problem, and the value there."""


class Severity(StrEnum):
    """A problem's effect on the package that has it, from worst to best."""

    REJECT = "reject"
    """The package cannot be read with certainty: the check stops."""
    ERROR = "error"
    """This place must be corrected before anything is applied."""
    HOLD = "hold"
    """An administrator must confirm before anything is applied."""
    WARNING = "warning"
    """Understood all the same; worth reporting to the maker of the package."""


class Verdict(StrEnum):
    """The consequence for a package, from best to worst."""

    ACCEPT = "accept"
    """Nothing is wrong with it."""
    WARN = "warn"
    """It can be applied; some things are odd."""
    HOLD = "hold"
    """It would drop more than the district allows without confirmation."""
    ROW_ERRORS = "row-errors"
    """Some entries must be corrected."""
    REJECT = "reject"
    """It cannot be read with certainty."""

    @property
    def may_be_applied(self) -> bool:
        """Return whether applying it is possible, if need be after an admin confirmed."""
        return self in (Verdict.ACCEPT, Verdict.WARN, Verdict.HOLD)


@dataclass(frozen=True, slots=True)
class ProblemPlace:
    """One place of a problem, the value there, and its detail.

    A table has rows; a tree of JSON has a pointer (`where`), and entries with an identifier.
    """

    row: int = 0
    value: str = ""
    detail: str = ""
    where: str = ""
    identifier: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data, without an empty `where` or `identifier`."""
        plain: dict[str, Any] = {"row": self.row, "value": self.value, "detail": self.detail}
        plain |= {"where": self.where} if self.where else {}
        return plain | ({"identifier": self.identifier} if self.identifier else {})


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: its place, the value there, the reason, and the way out.

    In a table, row 1 is the header. In a tree, `file` is the list and `column` the field.
    Equal problems are one: `row`, `value`, `where` and `identifier` are of the first place, `count`
    is how many there are, `rows` are their row numbers, `examples` the first places.
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
    """A fact about this place only; two problems can be equal without it."""
    where: str = ""
    identifier: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        plain = asdict(replace(self, examples=()))
        del plain["detail"]
        return plain | {"examples": [place.as_dict() for place in self.examples]}

    def trim_examples(self) -> Problem:
        """Return it with as many places as an import shows."""
        return replace(self, examples=self.examples[:EXAMPLES])

    @property
    def place(self) -> ProblemPlace:
        """Where it was found first."""
        return ProblemPlace(self.row, self.value, self.detail, self.where, self.identifier)

    @property
    def kind(self) -> tuple[str, ...]:
        """The facts that two equal problems share."""
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
        """Return them as one problem; the detail of a single one joins its reason."""
        one, rows = self.first, show_rows(self.rows)
        reason = f"{one.reason} {one.detail}" if one.detail and self.count == 1 else one.reason
        places = tuple(self.places[:examples])
        return replace(one, reason=reason, detail="", count=self.count, rows=rows, examples=places)


def group(problems: Iterable[Problem]) -> list[Problem]:
    """Return equal problems as one, with all places that are kept; the worst first."""
    groups: dict[tuple[str, ...], ProblemGroup] = {}
    for one in problems:
        groups.setdefault(one.kind, ProblemGroup(one)).add(one)
    return worst_first(each.as_one(KEPT_EXAMPLES) for each in groups.values())


def worst_first(problems: Iterable[Problem]) -> list[Problem]:
    """Put problems in the order in which people read them: then by file and row, or as found."""
    worst = list(Severity)
    return sorted(problems, key=lambda one: (worst.index(one.severity), one.file, one.row))


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
    where: str = "",
    identifier: str = "",
) -> Problem:
    """Describe a problem; long values are cut where they are shown."""
    return Problem(
        severity,
        code,
        file,
        row,
        column,
        shorten(value),
        shorten(reason, SHOWN_REASON),
        fix,
        detail=shorten(detail, SHOWN_PLACE),
        where=shorten(where, SHOWN_PLACE),
        identifier=shorten(identifier),
    )


def shorten(text: str, most: int = SHOWN_VALUE) -> str:
    """Cut a long text to the part that is shown."""
    return text if len(text) <= most else text[: most - 1] + "…"
