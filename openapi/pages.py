"""Pages of lists: each has a name, and some say more than their entries."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def _count(about: str, example: int) -> Json:
    return {"type": "integer", "minimum": 0, "description": about, "examples": [example]}


_TOTAL = _count("How many entries all pages have together.", 137)
_CALCULATED: Json = {
    "type": "string",
    "format": "date-time",
    "description": "When this was added up. Later saves are not in it.",
    "examples": ["2026-10-05T15:04:05Z"],
}
_RESULTS = {"calculated_at": _CALCULATED}

FACTS: dict[str, Json] = {
    "list_school_results": _RESULTS,
    "list_teacher_results": _RESULTS,
    "list_class_results": _RESULTS,
    "list_standard_results": _RESULTS,
    "list_item_results": _RESULTS,
    "list_assessments": {"total": _TOTAL},
    "list_compared_students": {"total": _TOTAL},
    "list_roster_import_problems": {"total": _TOTAL},
    "list_standards_import_problems": {"total": _TOTAL},
    "list_roster_import_schools": {"total": _TOTAL},
    "list_matching_schools": {
        "matching_count": _count("Trackers of all schools that match and do not have it.", 96),
        "existing_count": _count("Trackers of all schools that match and have it already.", 4),
        "tracker_count": _count("Trackers of all schools.", 120),
    },
}
"""Further members of a list's pages beside `items` and `next`, by operation."""


def page_name(model: str) -> str:
    """Name the page of a model.

    >>> page_name("TrackerRowView"), page_name("SchoolView")
    ('TrackerPage', 'SchoolPage')
    """
    return f"{model.removesuffix('View').removesuffix('Row')}Page"


def page_of(name: str, model: str, operation: str) -> Json:
    """Return the schema of one page."""
    facts = FACTS.get(operation, {})
    return {
        "title": name,
        "type": "object",
        "description": "One page of a list.",
        "required": ["items", "next", *facts],
        "properties": {
            "items": {
                "type": "array",
                "items": {"$ref": f"#/components/schemas/{model}"},
                "description": "The entries of this page, in the order of the list.",
            },
            "next": {
                "type": ["string", "null"],
                "description": "The cursor of the next page; null on the last one. `Link` has "
                "the whole address.",
                "examples": ["bTZ4cWw1d2RrM2p2ZDBhWyIwMUoiXQ"],
            },
            **facts,
        },
    }
