"""Problems of a roster's cells."""

from __future__ import annotations

from typing import Any, NamedTuple

from chalicelib.errors import FileProblem
from chalicelib.findings.model import Severity


class Finding(NamedTuple):
    """A problem of one cell."""

    code: str
    reason: str
    fix: str
    severity: Severity = Severity.ERROR
    detail: str = ""
    """A fact about this cell only."""

    @property
    def is_error(self) -> bool:
        """Return whether it must be corrected."""
        return self.severity is Severity.ERROR


def finding(declared: FileProblem, *, detail: str = "", **facts: Any) -> Finding:
    """Find a declared problem in a cell, with the facts that its text names."""
    code, reason, fix, severity = declared(**facts)
    return Finding(code, reason, fix, Severity(severity), detail)
