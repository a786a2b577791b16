"""Admin > Assessments > Formative: find an assessment, and open it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from chalicelib.web.addresses import write_segment

from .screens import EVERYBODY, Page, Screens

if TYPE_CHECKING:
    from .screens import Visit

screens = Screens()

FILTERS = (
    "text",
    "subject",
    "grade",
    "standards_set_id",
    "standard",
    "kind",
    "created_by_id",
    "visibility",
    "approved",
)
"""What the list takes from the address, in the API's words."""
SORTED = ("sort", "order")
PAGE_SIZE = "50"

KINDS = (("item", "Item-based"), ("document", "Document-based"))
VISIBILITIES = (
    ("private", "Private"),
    ("school", "Shared with the school"),
    ("district", "Private to the district"),
    ("community", "Shared with the community"),
)


@screens.show("/console/assessments", roles=EVERYBODY)
def list_assessments(visit: Visit) -> Page:
    """List the assessments that match what was typed and chosen."""
    asked = {name: visit.query[name] for name in (*FILTERS, *SORTED) if visit.query.get(name)}
    cursor = {"cursor": visit.query["cursor"]} if visit.query.get("cursor") else {}
    page = visit.api.read("/v1/assessments", {**asked, **cursor, "limit": PAGE_SIZE})
    facts: dict[str, Any] = {
        "page": page,
        "asked": asked,
        "filters": visit.api.read("/v1/assessment-filters"),
        "kinds": KINDS,
        "visibilities": VISIBILITIES,
        "named": _named,
        "sorting": _sorting,
        "order_of": _order_of,
    }
    return Page("assessments/list.html", facts)


def _named(values: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    return [(each["value"], f"{each['name']} ({each['assessment_count']})") for each in values]


def _order_of(asked: Mapping[str, str], column: str) -> str:
    """Say in which order the list is by a column now; nothing if it is by another."""
    return asked.get("order", "asc") if asked.get("sort") == column else ""


def _sorting(asked: Mapping[str, str], column: str) -> dict[str, str]:
    """Give the query that sorts by a column, or turns its order around."""
    order = "desc" if _order_of(asked, column) == "asc" else "asc"
    return {**asked, "sort": column, "order": order}


@screens.show("/console/assessments/{assessment_id}", roles=EVERYBODY)
def show_assessment(visit: Visit, assessment_id: str) -> Page:
    """Show one assessment, with the tab that the address names."""
    path = f"/v1/assessments/{write_segment(assessment_id)}"
    facts: dict[str, Any] = {
        "assessment": visit.api.read(path),
        "items": visit.api.read(f"{path}/items")["items"],
    }
    return Page("assessments/items.html", facts)
