"""District > Courses: make trackers for all classes of courses, and see each result."""

from __future__ import annotations

from typing import Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .assessment_page import read_sets
from .forms import NO_ERRORS, Errors
from .grade_names import format_grades
from .own_schools import read_all_schools
from .screens import DISTRICT_ADMINS, Lead, ScreenPage, Screens, Shown, Visit

screens = Screens()

ADDRESS = "/console/courses"
BATCH = "/console/tracker-batches/{batch_id}"
ASKED = ("text", "school_id")
"""The parameters that the list takes from the address, in the API's words."""
PAGE_SIZE = "100"
"""Of courses: as many as one batch takes."""
FIELDS = {"/course_ids": "course", "/standards_set_id": "standards_set_id"}
"""The form's fields by the API's pointers."""


@screens.show(ADDRESS, roles=DISTRICT_ADMINS)
def list_courses(visit: Visit) -> ScreenPage:
    """List the courses that match, to be chosen."""
    return _show(visit)


@screens.act(ADDRESS, roles=DISTRICT_ADMINS)
def make_tracker_batch(visit: Visit) -> Shown:
    """Have trackers made for the classes of the chosen courses."""
    form = visit.form
    body: dict[str, Any] = {
        "course_ids": form.all("course"),
        "standards_set_id": form.one("standards_set_id"),
    }
    if form.one("level_count"):
        body["level_count"] = form.one("level_count")
    try:
        made = visit.api.ask("POST", "/v1/tracker-batches", body, key=form.key).body
    except ApiRefused as refused:
        return _show(visit, Errors.of(refused.problem, FIELDS))
    return Lead(BATCH.format(batch_id=write_segment(made["id"])))


def _show(visit: Visit, errors: Errors = NO_ERRORS) -> ScreenPage:
    asked = visit.read_query(*ASKED)
    cursor = visit.read_query("cursor")
    facts = {
        "page": visit.api.read("/v1/courses", {**asked, **cursor, "limit": PAGE_SIZE}),
        "asked": asked,
        "here": {**asked, **cursor},
        "schools": [] if visit.is_part else read_all_schools(visit),
        "sets": read_sets(visit),
        "chosen": frozenset(visit.form.all("course")),
        "sent": {name: visit.form.one(name) for name in ("standards_set_id", "level_count")},
        "say_grades": format_grades,
        "errors": errors,
    }
    return ScreenPage("district/courses.html", facts, errors.status)


@screens.show(BATCH, roles=DISTRICT_ADMINS)
def show_tracker_batch(visit: Visit, batch_id: str) -> ScreenPage:
    """Show the progress of a batch, and its result for each class."""
    path = f"/v1/tracker-batches/{write_segment(batch_id)}"
    cursor = visit.read_query("cursor")
    facts = {
        "batch": visit.api.read(path),
        "page": visit.api.read(f"{path}/classes", {**cursor, "limit": PAGE_SIZE}),
    }
    return ScreenPage("district/tracker_batch.html", facts)
