"""What can be wrong with a package, and what follows from it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

SHOWN_VALUE = 120
"""Characters of a wrong value that are shown."""


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


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where (row 1 is the header), what stands there, why, and the way out."""

    severity: Severity
    code: str
    file: str
    row: int
    column: str
    value: str
    reason: str
    fix: str

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain data."""
        return asdict(self)


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
) -> Problem:
    """Describe a problem; a long value is cut where it is shown."""
    shown = value if len(value) <= SHOWN_VALUE else value[: SHOWN_VALUE - 1] + "…"
    return Problem(severity, code, file, row, column, shown, reason, fix)


class Unreadable(Exception):
    """Reading cannot go on in this file or package."""

    def __init__(self, found: Problem) -> None:
        """Keep the problem that stopped us."""
        super().__init__(f"{found.code}: {found.reason}")
        self.problem = found


def reject(code: str, reason: str, fix: str, **where: Any) -> Problem:
    """Describe a problem that makes the whole package unreadable."""
    return problem(Severity.REJECT, code, reason, fix, **where)


def error(code: str, reason: str, fix: str, **where: Any) -> Problem:
    """Describe a row that must be mended."""
    return problem(Severity.ERROR, code, reason, fix, **where)


def warning(code: str, reason: str, fix: str, **where: Any) -> Problem:
    """Describe something odd that is understood all the same."""
    return problem(Severity.WARNING, code, reason, fix, **where)
