"""Data Team > Mastery Process > New: its name, then its pre-test; or start from the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .assessment_choices import MOST_TYPED, WHOSE, find_assessments
from .forms import NO_ERRORS, Errors
from .screens import EVERYBODY, Lead, ScreenPage, Screens, Shown, Visit
from .team_page import path_of

screens = Screens()

ADDRESS = "/console/new-process"
MOST_NAMED = 100
"""Characters of a name that leave room for a school year."""
MOST_OF_NAME = 120
PRE_TEST = "pre-test"
"""The second step, in the address."""
FIELDS = {"/pre_test": "test", "/started_from_id": "from"}
"""The form's fields by the API's pointers, where they differ."""
NO_NAME = Errors("Give the Mastery Process a name.", {"name": "Enter a name, for example: Unit 4."})
LONG_NAME = Errors(
    "The name is too long.", {"name": f"Shorten it to {MOST_OF_NAME} characters or fewer."}
)
NO_TEST = Errors(
    "Choose the Pre-Test, or choose it later.",
    {"test": "Select one of the assessments, or press Choose it later."},
)


@dataclass(frozen=True, slots=True)
class NewProcessForm:
    """The form of a process that has not begun yet, as the person typed it."""

    visit: Visit
    team_id: str
    name: str = ""
    started_from: str = ""
    test: str = ""
    find: str = ""
    whose: str = "mine"

    @classmethod
    def read(cls, visit: Visit) -> NewProcessForm:
        """Read the form, or the address that leads to it."""
        form, query = visit.form, visit.query
        whose = form.one("whose", query.get("whose", "mine"))
        return cls(
            visit,
            query.get("team", ""),
            form.one("name", query.get("name", "")),
            query.get("from", ""),
            form.one("test", query.get("test", "")),
            form.one("find", query.get("find", "")).strip()[:MOST_TYPED],
            whose if whose in WHOSE else "mine",
        )

    def address_of(self, step: str) -> str:
        """Return the address of a step with all entries: Back leads there, and loses nothing."""
        known = {"team": self.team_id, "from": self.started_from, "name": self.name}
        chosen = {"test": self.test, "find": self.find, "whose": self.whose}
        body = {**known, "step": step, **chosen}
        return f"{ADDRESS}?{urlencode({name: text for name, text in body.items() if text})}"

    def write_body(self, *, with_test: bool) -> dict[str, Any]:
        """Return it as the API takes it."""
        test = {"pre_test": {"assessment_id": self.test}} if with_test else {}
        source = {"started_from_id": self.started_from} if self.started_from else {}
        return {"name": self.name, **test, **source}


@screens.show(ADDRESS, roles=EVERYBODY)
def begin_process(visit: Visit) -> ScreenPage:
    """Ask for the name, or for the pre-test where the address has the name."""
    sent = NewProcessForm.read(visit)
    named = visit.query.get("step") == PRE_TEST and not _find_wrong(sent.name)
    return _ask_test(sent) if named else _ask_name(sent)


@screens.act(ADDRESS, roles=EVERYBODY)
def create_process(visit: Visit) -> Shown:
    """Go on to the pre-test, find one, or begin the process with it or without."""
    sent, press = NewProcessForm.read(visit), visit.form.one("do", "next")
    if press == "back":
        return Lead(sent.address_of(""))
    if wrong := _find_wrong(sent.name):
        return _ask_name(sent, wrong)
    if press == "later" or (press == "start" and sent.test):
        return _begin(sent, with_test=press == "start")
    if press == "start":
        return _ask_test(sent, NO_TEST)
    return Lead(sent.address_of(PRE_TEST))


def _find_wrong(name: str) -> Errors | None:
    """Return the fault of a name; the name is in the address of the next step."""
    if not name.strip():
        return NO_NAME
    return LONG_NAME if len(name) > MOST_OF_NAME else None


def _begin(sent: NewProcessForm, *, with_test: bool) -> Shown:
    body = sent.write_body(with_test=with_test)
    path, key = f"{path_of(sent.team_id)}/processes", sent.visit.form.key
    try:
        made = sent.visit.api.ask("POST", path, body, key=key).body
    except ApiRefused as refused:
        errors = Errors.of(refused.problem, FIELDS)
        ask = _ask_test if "name" not in errors.fields and with_test else _ask_name
        return ask(sent, errors)
    address = f"/console/processes/{write_segment(made['id'])}"
    return Lead(f"{address}?tab=pre-test", done="process_begun")


def _ask_name(sent: NewProcessForm, errors: Errors = NO_ERRORS) -> ScreenPage:
    path = f"/v1/library/{write_segment(sent.started_from)}"
    source = sent.visit.api.read(path) if sent.started_from else None
    facts = {
        **_read_around(sent, errors),
        "source": source,
        "suggested_name": suggest_name(source, sent.visit.person.me["today"]) if source else "",
    }
    return ScreenPage("teams/new_process.html", facts, errors.status)


def suggest_name(source: Mapping[str, str], today: str) -> str:
    """Name what is started from another one after it and the school year, so that both differ.

    >>> suggest_name({"name": "Unit 4", "year": "2025-2026"}, "2026-09-14")
    'Unit 4, 2026-2027'
    >>> suggest_name({"name": "Unit 4, 2026-2027", "year": "2026-2027"}, "2027-03-01")
    'Unit 4, 2026-2027 (2)'
    """
    first = int(today[:4]) - (today[5:7] < "07")
    year = f"{first}-{first + 1}"
    plain = source["name"].removesuffix(f", {source['year']}")
    name = f"{plain[:MOST_NAMED]}, {year}"
    return f"{name} (2)" if name == source["name"] else name


def _ask_test(sent: NewProcessForm, errors: Errors = NO_ERRORS) -> ScreenPage:
    around = _read_around(sent, errors)
    if "start_process" not in around["may"]:
        return ScreenPage("teams/new_process.html", {**around, "source": None}, errors.status)
    page = find_assessments(sent.visit.api, sent.whose, sent.find, around["team"]["id"])
    known = {each["id"] for each in page["items"]}
    facts = {
        **around,
        "page": page,
        "chosen": _read_chosen(sent) if sent.test and sent.test not in known else None,
    }
    return ScreenPage("teams/choose_pre_test.html", facts, errors.status)


def _read_around(sent: NewProcessForm, errors: Errors) -> dict[str, Any]:
    team = sent.visit.api.read(path_of(sent.team_id))
    return {"sent": sent, "team": team, "may": frozenset(team["allowed"]), "errors": errors}


def _read_chosen(sent: NewProcessForm) -> Any:
    """Read the assessment that is chosen and not listed; nothing if it is gone."""
    try:
        return sent.visit.api.read(f"/v1/assessments/{write_segment(sent.test)}")
    except ApiRefused:
        return None
