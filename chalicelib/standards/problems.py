"""What can be wrong with a standards package, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from chalicelib.errors import FileProblem

SHOWN_VALUE = 120
"""Characters of a wrong value that are shown."""

SHOWN_TEXT = 1_000
"""Characters of everything else: a report stays readable whatever the file holds."""


class Severity(StrEnum):
    """What a problem does to the package it is in."""

    REJECT = "reject"
    """The file cannot be read with certainty: nothing of it is looked at further."""
    ERROR = "error"
    """This entry must be mended before anything is applied."""
    HOLD = "hold"
    """An administrator must confirm before anything is applied."""
    WARNING = "warning"
    """Understood all the same; worth telling whoever made the file."""


class Verdict(StrEnum):
    """What may be done with a package, from best to worst."""

    ACCEPT = "accept"
    """Nothing is wrong with it."""
    WARN = "warn"
    """It can be applied; some things are odd."""
    HOLD = "hold"
    """It would drop more than the district allows unasked."""
    ROW_ERRORS = "row-errors"
    """Some entries must be corrected."""
    REJECT = "reject"
    """It cannot be read with certainty."""

    @property
    def may_be_applied(self) -> bool:
        """Tell whether applying it is possible, if need be after an admin confirmed."""
        return self in (Verdict.ACCEPT, Verdict.WARN, Verdict.HOLD)


_FOLLOWS = (
    (Severity.REJECT, Verdict.REJECT),
    (Severity.ERROR, Verdict.ROW_ERRORS),
    (Severity.HOLD, Verdict.HOLD),
    (Severity.WARNING, Verdict.WARN),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong.

    `where` is a JSON pointer into the file as it was given (`/CFItems/12/fullStatement`);
    `identifier` names the CASE entity, where there is one; `reason` says what is wrong and `fix`
    the way out.
    """

    severity: Severity
    code: str
    where: str
    identifier: str
    value: str
    reason: str
    fix: str

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain data."""
        return asdict(self)


class Unreadable(Exception):
    """Reading cannot go on in this file."""

    def __init__(self, found: Problem) -> None:
        """Keep the problem that stopped us."""
        super().__init__(f"{found.code}: {found.reason}")
        self.problem = found


def verdict(problems: Iterable[Problem]) -> Verdict:
    """Give what these problems together mean for the package."""
    severities = {problem.severity for problem in problems}
    return next((then for given, then in _FOLLOWS if given in severities), Verdict.ACCEPT)


def report(
    declared: FileProblem, *, where: str = "", identifier: str = "", value: str = "", **facts: Any
) -> Problem:
    """Report a declared problem at a place, with the facts that its text names."""
    code, reason, fix, severity = declared(**facts)
    return Problem(
        Severity(severity),
        code,
        _cut(where, SHOWN_TEXT),
        _cut(identifier, SHOWN_VALUE),
        _cut(value, SHOWN_VALUE),
        _cut(reason, SHOWN_TEXT),
        fix,
    )


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
