"""Which findings somebody wants to see, and as what a file has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.rosters.problems import EXAMPLES

HEADER = (
    "Severity",
    "File",
    "Column",
    "Times",
    "Rows",
    "Examples",
    "Problem",
    "What to do",
    "Code",
)


@dataclass(frozen=True, slots=True)
class ProblemFilter:
    """Problems of a severity, a file, a column and a code; blank is any."""

    severity: str = ""
    file: str = ""
    column: str | None = None
    code: str = ""
    examples: int = EXAMPLES

    @property
    def is_narrow(self) -> bool:
        """Tell whether it leaves anything out."""
        return bool(self.severity or self.file or self.code or self.column is not None)

    def takes(self, problem: Mapping[str, Any]) -> bool:
        """Tell whether a problem is meant."""
        asked = (("severity", self.severity), ("file", self.file), ("code", self.code))
        fits = all(problem[name] == text for name, text in asked if text)
        return fits and self.column in (None, problem["column"])

    def trim(self, problem: Mapping[str, Any]) -> dict[str, Any]:
        """Give a problem with as many examples as are wanted."""
        return {**problem, "examples": problem["examples"][: self.examples]}


def write_row(problem: Mapping[str, Any]) -> tuple[str | int, ...]:
    """Give a problem as a line of a file for who keeps the roster."""
    return (
        problem["severity"],
        problem["file"],
        problem["column"],
        problem["count"],
        problem["rows"],
        "; ".join(map(_write_place, problem["examples"])),
        problem["reason"],
        problem["fix"],
        problem["code"],
    )


def _write_place(place: Mapping[str, Any]) -> str:
    value = place["value"] or "blank"
    detail = f" ({place['detail']})" if place["detail"] else ""
    return f"row {place['row']}: {value}{detail}" if place["row"] else f"{value}{detail}"
