"""Admin > Standards: frameworks, their sets by subject and grade, and each set as a tree."""

from __future__ import annotations

from typing import Any

from chalicelib.web.addresses import write_segment

from .grade_names import GRADES, format_grade
from .row_pages import cut_rows
from .screens import EVERYBODY, ScreenPage, Screens, Visit
from .standards_tree import look_at_tree

screens = Screens()

ADDRESS = "/console/standards/{set_id}"
ASKED = ("framework", "subject", "grade")
"""The filters of the list of sets."""


@screens.show("/console/standards", roles=EVERYBODY)
def list_standards(visit: Visit) -> ScreenPage:
    """List the frameworks, and their sets by subject and grade."""
    sets = visit.api.read_list("/v1/standards-sets")
    asked = visit.read_query(*ASKED)
    facts: dict[str, Any] = {
        "frameworks": visit.api.read_list("/v1/frameworks"),
        "page": cut_rows((each for each in sets if _is_meant(each, asked)), visit.query),
        "total": len(sets),
        "subjects": sorted({each["subject"] for each in sets}, key=str.casefold),
        "grades": [
            (code, format_grade(code))
            for code in GRADES
            if any(code in each["grade_codes"] for each in sets)
        ],
        "asked": asked,
    }
    return ScreenPage("standards/list.html", facts)


@screens.show(ADDRESS, roles=EVERYBODY)
def show_standards_set(visit: Visit, set_id: str) -> ScreenPage:
    """Show a standards set as a tree."""
    found = visit.api.read(f"/v1/standards-sets/{write_segment(set_id)}")
    facts = {
        "set": found,
        "tree": look_at_tree(found["tree"], visit.query),
        "text": visit.query.get("text", "").strip(),
        "under": visit.query.get("under", ""),
        "here": f"/standards/{write_segment(set_id)}",
    }
    return ScreenPage("standards/tree.html", facts)


def _is_meant(each: dict[str, Any], asked: dict[str, str]) -> bool:
    return (
        asked.get("framework", each["framework_id"]) == each["framework_id"]
        and asked.get("subject", each["subject"]) == each["subject"]
        and ("grade" not in asked or asked["grade"] in each["grade_codes"])
    )
