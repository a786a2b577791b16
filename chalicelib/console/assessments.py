"""Admin > Assessments > Formative: find an assessment, open it, and use its header."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from chalicelib.web.inner_api import ApiRefused

from .assessment_page import address_of, path_of, show_tab
from .forms import Errors, NoSuchAct
from .grade_names import format_grade, format_grades
from .list_order import ListOrder
from .screens import EVERYBODY, Lead, ScreenPage, Screens, Shown, Visit

screens = Screens()

FILTERS = (
    "subject",
    "grade",
    "standards_set_id",
    "standard",
    "kind",
    "created_by_id",
    "visibility",
)
"""The filters that fold away on a phone."""
ASKED = ("text", *FILTERS, "approved", "sort", "order")
"""The parameters that the list takes from the address, in the API's words."""
SORTED = {"changed_at": "desc", "title": "asc"}
"""The columns that it can be sorted by, each with its first direction."""
PAGE_SIZE = "50"


@screens.show("/console/assessments", roles=EVERYBODY)
def list_assessments(visit: Visit) -> ScreenPage:
    """List the assessments that match the filters."""
    asked = visit.read_query(*ASKED)
    cursor = visit.read_query("cursor")
    page = visit.api.read("/v1/assessments", {**asked, **cursor, "limit": PAGE_SIZE})
    facts: dict[str, Any] = {
        "page": page,
        "asked": asked,
        "narrowed": sum(name in asked for name in FILTERS),
        "filters": visit.api.read("/v1/assessment-filters"),
        "named": _name_values,
        "say_grades": format_grades,
        "sorting": ListOrder(asked, SORTED),
    }
    return ScreenPage("assessments/list.html", facts)


def _name_values(values: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    return [
        (each["value"], f"{format_grade(each['name'])} ({each['assessment_count']})")
        for each in values
    ]


@screens.show("/console/assessments/{assessment_id}", roles=EVERYBODY)
def show_assessment(visit: Visit, assessment_id: str) -> ScreenPage:
    """Show one assessment, with the tab that the address names."""
    return show_tab(visit, assessment_id, visit.query.get("tab", ""))


@screens.act("/console/assessments/{assessment_id}", roles=EVERYBODY)
def act_on_assessment(visit: Visit, assessment_id: str) -> Shown:
    """Rename, copy, approve or delete an assessment, as its header offers."""
    name = visit.form.one("act")
    if name not in ACTS:
        raise NoSuchAct
    try:
        return ACTS[name](visit, assessment_id)
    except ApiRefused as refused:
        return show_tab(
            visit,
            assessment_id,
            visit.query.get("tab", ""),
            errors=Errors.of(refused.problem, {"/title": name}),
            typed={name: visit.form.one(name)},
        )


def _rename(visit: Visit, assessment_id: str) -> Lead:
    changes = {"title": visit.form.one("rename")}
    visit.send("PATCH", path_of(assessment_id), changes)
    return _back(visit, assessment_id, "renamed")


def _copy(visit: Visit, assessment_id: str) -> Lead:
    title = visit.form.one("copy").strip()
    named = {"title": title} if title else {}
    made = visit.send("POST", f"{path_of(assessment_id)}/copies", named)
    return _back(visit, made["id"], "copied")


def _approve(visit: Visit, assessment_id: str) -> Lead:
    visit.send("PUT", f"{path_of(assessment_id)}/approval")
    return _back(visit, assessment_id, "approved")


def _unapprove(visit: Visit, assessment_id: str) -> Lead:
    visit.send("DELETE", f"{path_of(assessment_id)}/approval")
    return _back(visit, assessment_id, "unapproved")


def _delete(visit: Visit, assessment_id: str) -> Lead:
    visit.send("DELETE", path_of(assessment_id))
    return Lead("/console/assessments", done="deleted")


ACTS: Mapping[str, Callable[[Visit, str], Lead]] = {
    "rename": _rename,
    "copy": _copy,
    "approve": _approve,
    "unapprove": _unapprove,
    "delete": _delete,
}
"""The acts of the header's buttons."""


def _back(visit: Visit, assessment_id: str, done: str) -> Lead:
    tab = visit.query.get("tab", "")
    return Lead(address_of(assessment_id, tab), done=done)
