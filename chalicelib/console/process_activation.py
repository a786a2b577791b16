"""The activation of a test for a class: the class, its trackers, and the body to send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalicelib.web.inner_api import WHOLE_PAGES

from .process_tests import asks_first, sheet_at
from .screens import NotThere

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .forms import Form
    from .process_page import Facts, OpenProcess

FIELDS = {
    "/tracker_id": "tracker",
    "/give_until_date": "give_until",
    "/class_id": "class_id",
    "/test": "class_id",
}
"""The form's fields by the API's pointers."""


def read_asked(opened: OpenProcess, name: str) -> str:
    """Return a value from the form, or from the address that led to it."""
    return opened.visit.form.one(name) or opened.visit.query.get(name, "")


def read_activated(opened: OpenProcess) -> Facts:
    """Return a class of one's own with its test."""
    which = read_asked(opened, "test")
    own = _find_class(opened, read_asked(opened, "class_id"))
    test = next((each for each in own["tests"] if each["test"] == which), None)
    if test is None:
        raise NotThere
    others = [each for each in own["tests"] if each["activated_at"] and each is not test]
    return {"which": which, "own": own, "test": test, "others": others, "sheet_at": sheet_at}


def read_activation(opened: OpenProcess) -> Facts:
    """Return a class of one's own with its test, and the trackers that can take it."""
    facts, form = read_activated(opened), opened.visit.form
    own, test, which = facts["own"], facts["test"], facts["which"]
    return {
        **facts,
        "asks": asks_first(test),
        "trackers": _find_trackers(opened, own["class_id"], which),
        "typed": {
            "tracker": form.one("tracker", test["tracker_id"] or ""),
            "give_until": form.one("give_until", test["give_until_date"] or ""),
        },
    }


def write_activation(form: Form) -> dict[str, Any]:
    """Return the body to send. A form without a last day leaves the day as it is."""
    body: dict[str, Any] = {"test": form.one("test"), "class_id": form.one("class_id")}
    tracker = form.one("tracker")
    if tracker == "new":
        body["create_tracker"] = True
    elif tracker:
        body["tracker_id"] = tracker
    if form.has("create"):
        body["create_tracker"] = True
    if form.has("give_until"):
        body["give_until_date"] = form.one("give_until") or None
    return body


def _find_class(opened: OpenProcess, class_id: str) -> Mapping[str, Any]:
    for page in opened.visit.api.read_pages(f"{opened.path}/activations", WHOLE_PAGES):
        for each in page["items"]:
            if each["class_id"] == class_id:
                found: Mapping[str, Any] = each
                return found
    raise NotThere


def _find_trackers(opened: OpenProcess, class_id: str, which: str) -> list[tuple[str, str]]:
    """Return the class's trackers with the test's standards set, to choose from."""
    wanted = opened.process[f"{which}_test"]["standards_set_id"]
    return [
        (each["id"], each["title"])
        for each in opened.visit.api.read_list("/v1/trackers")
        if each["class_id"] == class_id and each["standards_set_id"] == wanted
    ]
