"""Which problems somebody wants to see, and as what a file has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .model import EXAMPLES

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
        """Return whether it leaves anything out."""
        return bool(self.severity or self.file or self.code or self.column is not None)

    def takes(self, problem: Mapping[str, Any]) -> bool:
        """Return whether a problem is meant."""
        asked = (("severity", self.severity), ("file", self.file), ("code", self.code))
        fits = all(problem.get(name) == text for name, text in asked if text)
        return fits and self.column in (None, problem.get("column"))

    def trim(self, problem: Mapping[str, Any]) -> dict[str, Any]:
        """Return a problem with as many examples as are wanted."""
        return {**problem, "examples": problem.get("examples", ())[: self.examples]}


def write_row(problem: Mapping[str, Any]) -> tuple[str | int, ...]:
    """Return a problem as a line of a file for the package's maintainer.

    Checks of standards before 0.4 kept each problem alone, with its place and no examples.
    """
    return (
        problem["severity"],
        problem.get("file", ""),
        problem.get("column", ""),
        problem.get("count", 1),
        problem.get("rows", ""),
        "; ".join(map(_write_place, problem.get("examples") or (problem,))),
        problem["reason"],
        problem["fix"],
        problem["code"],
    )


def _write_place(place: Mapping[str, Any]) -> str:
    row = f"row {place['row']}" if place.get("row") else place.get("where", "")
    at = ", ".join(filter(None, (row, place.get("identifier", ""))))
    value = place["value"] or "blank"
    detail = f" ({place['detail']})" if place.get("detail") else ""
    return f"{at}: {value}{detail}" if at else f"{value}{detail}"
