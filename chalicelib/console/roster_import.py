"""One import of the roster: how far it is, what its check found, and what is done with it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner import Refused

from .forms import NO_ERRORS, Errors, NoSuchAct
from .screens import DISTRICT_ADMINS, Lead, NotThere, Page, Screens

if TYPE_CHECKING:
    from chalicelib.acts import Answer

    from .screens import Shown, Visit

screens = Screens()

ADDRESS = "/console/roster/{import_id}"
TABS = ("overview", "changes", "problems")
FILTERS = ("severity", "file", "column", "code")
"""What the problems can be narrowed by, in the API's words."""
PAGE_SIZE = "50"
EXAMPLES = "50"
"""Places of a problem on its own page."""
DECIDED = frozenset({"applying", "applied", "discarded"})
"""States of an import that somebody has decided on."""
OVERTAKEN = frozenset({"changed_meanwhile", "import_not_possible_now"})
"""Codes of who comes too late, if somebody has decided."""


@screens.show(ADDRESS, roles=DISTRICT_ADMINS)
def show_roster_import(visit: Visit, import_id: str) -> Page:
    """Show an import, with the tab that the address names."""
    return _show(visit, import_id)


@screens.act(ADDRESS, roles=DISTRICT_ADMINS)
def decide_on_roster_import(visit: Visit, import_id: str) -> Shown:
    """Apply an import, or discard it."""
    form, path = visit.form, _path(import_id)
    what = form.one("act")
    if what not in ("apply", "discard"):
        raise NoSuchAct
    named = list(dict.fromkeys(form.all("grants")))
    body = {"confirm_drops": form.has("confirm"), "granted_person_ids": named}
    etag, key = form.one("etag"), form.key
    try:
        if what == "discard":
            visit.api.ask("DELETE", path, etag=etag, key=key)
            return Lead(f"/console/roster/{write_segment(import_id)}", done="roster_discarded")
        visit.api.ask("POST", f"{path}/application", body, etag=etag, key=key)
    except Refused as refused:
        names = {"/confirm_drops": "confirm", "/grants": "grants"}
        errors = Errors.of(refused.problem, names)
        overtaken = refused.problem["code"] in OVERTAKEN
        return _show(visit, import_id, errors, refused.status, named, overtaken=overtaken)
    return Lead(f"/console/roster/{write_segment(import_id)}", done="roster_applying")


@screens.show(ADDRESS + "/files/{name}", roles=DISTRICT_ADMINS)
def save_roster_problems(visit: Visit, import_id: str, name: str) -> Answer:
    """Give the problems as a file for who keeps the roster: the API's own."""
    if name != "problems":
        raise NotThere
    return visit.api.ask(
        "GET", f"{_path(import_id)}/problems.csv", query=visit.read_query(*FILTERS)
    )


def _path(import_id: str) -> str:
    return f"/v1/roster-imports/{write_segment(import_id)}"


def _show(
    visit: Visit,
    import_id: str,
    errors: Errors = NO_ERRORS,
    status: int = 200,
    named: Collection[str] = (),
    *,
    overtaken: bool = False,
) -> Page:
    found = visit.api.read(_path(import_id))
    tab = visit.query.get("tab", "")
    tab = tab if tab in TABS and not errors else TABS[0]
    overtaken = overtaken and found["state"] in DECIDED
    facts: dict[str, Any] = {
        "it": found,
        "tab": tab,
        "errors": NO_ERRORS if overtaken else errors,
        "overtaken": overtaken,
        "named": named,
        "confirmed": visit.form.has("confirm"),
        "here": f"/roster/{write_segment(import_id)}",
        **_TABS[tab](visit, found),
    }
    return Page(f"roster/{tab}.html", facts, 409 if overtaken else status)


def _see_overview(visit: Visit, found: dict[str, Any]) -> dict[str, Any]:
    """Read what says more of an import in its state: the job, or the roster in force."""
    if found["state"] == "applying":
        return {"job": visit.api.read(found["links"]["job"])}
    return {"roster": visit.api.read("/v1/roster")} if found["state"] == "applied" else {}


def _see_changes(visit: Visit, found: dict[str, Any]) -> dict[str, Any]:
    asked = visit.read_query("text")
    cursor = visit.read_query("cursor")
    query = {**asked, **cursor, "limit": PAGE_SIZE}
    return {"schools": visit.api.read(found["links"]["schools"], query), "asked": asked}


def _see_problems(visit: Visit, found: dict[str, Any]) -> dict[str, Any]:
    asked = visit.read_query(*FILTERS)
    query = {**asked, **visit.read_query("cursor"), "limit": PAGE_SIZE}
    if "code" in asked:
        query |= {"example_limit": EXAMPLES, "column": visit.query.get("column", "")}
    return {
        "page": visit.api.read(found["links"]["problems"], query),
        "asked": asked,
        "files": list((found["report"] or {}).get("rows") or ()),
    }


_TABS = {"overview": _see_overview, "changes": _see_changes, "problems": _see_problems}
