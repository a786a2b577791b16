"""District > History: who changed what, by day, person and thing."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import NO_ERRORS, Errors
from .screens import DISTRICT_ADMINS, ScreenPage, Screens, Visit

screens = Screens()

ASKED = ("from_date", "to_date", "person_id", "thing_id")
"""The parameters that the list takes from the address, in the API's words."""
PAGE_SIZE = "100"
NOTHING: Mapping[str, Any] = MappingProxyType({"items": [], "next": None})
PAGES: Mapping[str, str] = MappingProxyType(
    {
        "assessment": "/assessments",
        "correction": "/corrections",
        "distribution": "/distributions",
        "item_import": "/item-imports",
        "person": "/people",
        "process": "/processes",
        "roster_import": "/roster",
        "standards_import": "/standards-imports",
        "team": "/teams",
        "tracker": "/trackers",
        "tracker_batch": "/tracker-batches",
    }
)
"""Below which address a kind of thing has its page."""
GONE = frozenset({"delete_activation", "delete_assessment", "delete_process"})
"""Operations after which the thing has no page any more; a discarded import keeps its own."""


@screens.show("/console/history", roles=DISTRICT_ADMINS)
def list_history(visit: Visit) -> ScreenPage:
    """List who changed what on some days; only of a person or a thing, if one is chosen."""
    asked = {name: visit.query[name].strip() for name in ASKED if visit.query.get(name)}
    cursor = visit.read_query("cursor")
    page, errors = NOTHING, NO_ERRORS
    try:
        page = visit.api.read("/v1/history", {**asked, **cursor, "limit": PAGE_SIZE})
    except ApiRefused as refused:
        if not refused.problem.get("errors"):
            raise
        errors = Errors.of(refused.problem)
    facts = {
        "page": page,
        "asked": asked,
        "today": visit.person.me["today"],
        "person_name": _name_person(page, asked.get("person_id", "")),
        "find_page": _find_page,
        "errors": errors,
    }
    return ScreenPage("district/history.html", facts, errors.status)


def _name_person(page: Mapping[str, Any], person_id: str) -> str:
    """Name who the list is narrowed to, as its rows do."""
    return next((each["person_name"] or "" for each in page["items"]), "") or person_id


def _find_page(act: Mapping[str, Any]) -> str:
    """Get the page of the thing that was changed, below `/console`; nothing where it has none."""
    if act["thing_kind"] == "district":
        return "/settings"
    below, thing = PAGES.get(act["thing_kind"]), act["thing_id"]
    if not below or act["operation"] in GONE:
        return ""
    if act["thing_kind"] == "process":
        thing, dot, _ = thing.partition(".")
        if act["operation"] == "change_page" and not dot:
            return ""  # a text that was kept beside a page has an id of its own
    return f"{below}/{write_segment(thing)}"
