"""A distribution's results on its tabs Results and Item analysis, and as files."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Protocol

LISTS = ("schools", "teachers", "classes", "standards", "items")
"""The groupings of results, in the order of the tabs."""
FILES: Mapping[str, str] = MappingProxyType(
    {
        **{name: f"/results/{name}.csv" for name in (*LISTS, "students")},
        "analysis": "/analysis.csv",
    }
)
"""The files that people can download, each with its path in the API."""
ROWS_SHOWN = "50"


class ReadBelow(Protocol):
    """Reads a resource below a distribution's own path."""

    def __call__(self, below: str, **query: str) -> Any:
        """Read it; blank parts of the query are left out."""


def read_results(read: ReadBelow, query: Mapping[str, str]) -> dict[str, Any]:
    """Read the totals, and the list that was chosen."""
    by = query.get("by", "")
    by = by if by in LISTS else LISTS[0]
    school = query.get("school_id", "")
    cursor = query.get("cursor", "")
    return {
        "by": by,
        "total": read("/results", school_id=school),
        "page": read(f"/results/{by}", school_id=school, limit=ROWS_SHOWN, cursor=cursor),
    }


def read_analysis(read: ReadBelow, school: str) -> dict[str, Any]:
    """Read how well the test and its items worked."""
    return {"analysis": read("/analysis", school_id=school)}
