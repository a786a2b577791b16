"""District > Status: the state of email and work, repeated failures, and possible fixes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import NO_ERRORS, Errors, NoSuchAct
from .screens import DISTRICT_ADMINS, Lead, ScreenPage, Screens, Shown, Visit

screens = Screens()

STATUS = "/console/status"
MAILS, JOBS, LETTERS = "/v1/undelivered-emails", "/v1/jobs", "/v1/dead-letters"
PAGE_SIZE = "25"
MOST_EXPLAINED = 5
"""Late work that is asked how far it is: each is a call or two."""
UNAVAILABLE = 503
PAGES: Mapping[str, str] = MappingProxyType(
    {
        "corrections": "/corrections",
        "distributions": "/distributions",
        "item-imports": "/item-imports",
        "processes": "/processes",
        "roster-imports": "/roster",
        "standards-imports": "/standards-imports",
        "tracker-batches": "/tracker-batches",
    }
)
"""Below which address the things of the API have their pages."""


@screens.show(STATUS, roles=DISTRICT_ADMINS)
def show_status(visit: Visit) -> ScreenPage:
    """Show the work that waits, did not arrive, or failed too often."""
    return _show(visit)


@screens.act(STATUS, roles=DISTRICT_ADMINS)
def act_on_status(visit: Visit) -> Shown:
    """Do the act of the button that was pressed."""
    act = ACTS.get(visit.form.one("act"))
    if act is None:
        raise NoSuchAct
    try:
        return Lead(STATUS, done=act(visit))
    except ApiRefused as refused:
        return _show(visit, Errors.of_button(refused.problem))


def _show(visit: Visit, errors: Errors = NO_ERRORS) -> ScreenPage:
    jobs = _read_page(visit, JOBS, "jobs")
    facts = {
        "mail": visit.api.read("/v1/email-state"),
        "emails": _read_page(visit, MAILS, "emails"),
        "jobs": jobs,
        "said": _explain(visit, jobs["items"]),
        "letters": _read_letters(visit),
        "find_page": _find_page,
        "errors": errors,
    }
    return ScreenPage("district/status.html", facts, errors.status)


def _read_page(visit: Visit, path: str, cursor: str) -> Mapping[str, Any]:
    """Read a page of one of the lists; each has its own place in the address."""
    place = {"cursor": visit.query[cursor]} if visit.query.get(cursor) else {}
    found: Mapping[str, Any] = visit.api.read(path, {"limit": PAGE_SIZE, **place})
    return found


def _explain(visit: Visit, jobs: list[Mapping[str, Any]]) -> dict[str, str]:
    """Return the progress of late work; leave out work that is gone meanwhile."""
    late = [each for each in jobs if each["state"] == "late" and "job" in each["links"]]
    body = {}
    for each in late[:MOST_EXPLAINED]:
        try:
            body[each["id"]] = visit.api.read(each["links"]["job"])["message"]
        except ApiRefused:
            continue
    return body


def _read_letters(visit: Visit) -> list[Mapping[str, Any]] | None:
    """Read the queues that hold something; None where they do not answer."""
    try:
        found = visit.api.read(LETTERS)["items"]
    except ApiRefused as refused:
        if refused.status != UNAVAILABLE:
            raise
        return None
    return [each for each in found if each["count"]]


def _find_page(links: Mapping[str, str]) -> str:
    """Return the page of a thing's subject, below `/console`; nothing if it has none."""
    parts = urlsplit(links.get("thing", "")).path.rsplit("/", 2)
    below = PAGES.get(parts[-2]) if len(parts) > 1 else None
    return f"{below}/{parts[-1]}" if below else ""


# -- acts -----------------------------------------------------------------------------------------


def _send_again(visit: Visit) -> str:
    visit.send("POST", f"{MAILS}/{write_segment(visit.form.one('email'))}/retry")
    return "email_again"


def _try_now(visit: Visit) -> str:
    path = f"{JOBS}/{write_segment(visit.form.one('job'))}/retry"
    visit.api.ask("POST", path, key=visit.form.key)
    return "job_tried"


def _send_back(visit: Visit) -> str:
    path = f"{LETTERS}/{write_segment(visit.form.one('queue'))}/redelivery"
    answer = visit.api.ask("POST", path, key=visit.form.key).body
    return "letters_back" if answer["returned"] else "letters_left"


ACTS: Mapping[str, Callable[[Visit], str]] = MappingProxyType(
    {"send-again": _send_again, "try": _try_now, "send-back": _send_back}
)
"""The acts of the buttons; each returns the code of its confirmation."""
