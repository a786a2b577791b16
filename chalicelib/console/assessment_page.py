"""An assessment's page: header, tabs, and the data of each tab."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from chalicelib.web.addresses import write_segment

from .forms import NO_ERRORS, Errors
from .grade_names import GRADES, format_grade, format_grades
from .screens import ScreenPage, Visit

Facts = dict[str, Any]
PROPERTIES = (
    "title",
    "subject",
    "language",
    "standards_set_id",
    "visibility",
    "grades",
    "cuts",
    "level_count",
)
"""The properties that the tab Settings changes; its form carries their former values."""
NOTHING: Mapping[str, Any] = MappingProxyType({})


def path_of(assessment_id: str) -> str:
    """Return the API's path of an assessment."""
    return f"/v1/assessments/{write_segment(assessment_id)}"


def address_of(assessment_id: str, tab: str = "", **query: str) -> str:
    """Return the address of an assessment's tab."""
    body = {name: text for name, text in {"tab": tab, **query}.items() if text}
    address = f"/console/assessments/{write_segment(assessment_id)}"
    return f"{address}?{urlencode(body)}" if body else address


def etag_of(version: int) -> str:
    """Write a version as the API wants it back."""
    return f'"{version}"'


@dataclass(frozen=True, slots=True)
class OpenAssessment:
    """An assessment that somebody opened, and the API as they see it."""

    visit: Visit
    assessment: Mapping[str, Any]

    def read(self, below: str, **query: str) -> Any:
        """Read a resource below the assessment's own path."""
        return self.visit.api.read(f"{path_of(self.assessment['id'])}{below}", query)


def show_tab(
    visit: Visit,
    assessment_id: str,
    tab: str,
    *,
    errors: Errors = NO_ERRORS,
    typed: Mapping[str, Any] = NOTHING,
) -> ScreenPage:
    """Show an assessment with a tab; wrong entries stay in it."""
    assessment = visit.api.read(path_of(assessment_id))
    name = tab if tab in TABS else "items"
    facts = {
        **read_around(assessment),
        "errors": errors,
        "typed": typed,
        "doing": visit.query.get("do", ""),
        **TABS[name](OpenAssessment(visit, assessment)),
    }
    return ScreenPage(f"assessments/{name}.html", {**facts, "tab": name}, errors.status)


def read_around(assessment: Mapping[str, Any]) -> Facts:
    """Return the data of an assessment's header."""
    return {
        "assessment": assessment,
        "may": frozenset(assessment["allowed"]),
        "etag": etag_of(assessment["version"]),
        "say_grades": format_grades,
    }


def _items(opened: OpenAssessment) -> Facts:
    found = opened.read("/items")
    statements = {each["code"]: each["statement"] for each in found["described_standards"]}
    return {"items": found["items"], "document": found["document"], "statements": statements}


def _attachments(opened: OpenAssessment) -> Facts:
    return {"attachments": opened.read("/attachments", limit="100")["items"]}


def _settings(opened: OpenAssessment) -> Facts:
    may_edit = "edit" in opened.assessment["allowed"]
    return {
        "sets": read_sets(opened.visit) if may_edit else [],
        "grades": [(code, format_grade(code)) for code in GRADES],
        "withheld": _why_not_distributed(opened),
        "seen": json.dumps({name: opened.assessment[name] or "" for name in PROPERTIES}),
    }


def _why_not_distributed(opened: OpenAssessment) -> list[str]:
    """Name the obstacles to an assessment's distribution, by the rules D1 and A2."""
    person, assessment = opened.visit.person, opened.assessment
    if not person.is_district_admin:
        return ["role"]
    found = {
        "creator": assessment["created_by_id"] != person.caller.person,
        "visibility": assessment["visibility"] != "district",
        "draft": not assessment["ready"],
    }
    return [name for name, holds in found.items() if holds]


def _results(opened: OpenAssessment) -> Facts:
    if not opened.visit.person.is_admin:
        return {"distributions": None}
    asked = {"assessment_id": opened.assessment["id"], "limit": "50"}
    return {"distributions": opened.visit.api.read("/v1/distributions", asked)}


TABS: Mapping[str, Callable[[OpenAssessment], Facts]] = {
    "items": _items,
    "attachments": _attachments,
    "settings": _settings,
    "results": _results,
}
"""The reader of each tab's data, beyond the assessment."""


def read_sets(visit: Visit) -> list[tuple[str, str]]:
    """Return the district's standards sets, to choose from."""
    found = visit.api.read_list("/v1/standards-sets")
    return [(each["id"], f"{each['framework_title']}: {each['name']}") for each in found]


def read_tree(visit: Visit, set_id: str) -> list[dict[str, Any]]:
    """Return the lines of a standards set, headings included; none without a set."""
    if not set_id:
        return []
    found = visit.api.read(f"/v1/standards-sets/{write_segment(set_id)}")
    tree: list[dict[str, Any]] = found["tree"]
    return tree
