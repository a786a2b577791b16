"""Data Team > New data team: for administrators."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote, unquote

from chalicelib.web.inner_api import ApiRefused

from .forms import NO_ERRORS, Errors, Form
from .own_schools import read_schools
from .people_search import MOST_TYPED, find_people
from .screens import ADMINS, Lead, ScreenPage, Screens, Shown, Visit
from .team_page import address_of

screens = Screens()

ADDRESS = "/console/new-team"
FIELDS = {"/school_id": "school_id", "/leader_ids": "leaders", "/member_ids": "members"}
"""The form's fields by the API's pointers, where they differ."""


@dataclass(frozen=True, slots=True)
class ChosenPerson:
    """Somebody chosen for a team, by the name that the search gave."""

    id: str
    name: str
    leads: bool

    @classmethod
    def read(cls, field: str, *, leads: bool) -> ChosenPerson:
        """Read the value of a hidden field or a button: the id, then the name."""
        person, _, name = field.partition(" ")
        return cls(unquote(person), name or unquote(person), leads)


@dataclass(frozen=True, slots=True)
class NewTeamForm:
    """The form of a team that does not exist yet, as the person typed it."""

    name: str = ""
    school: str = ""
    people: tuple[ChosenPerson, ...] = ()
    find: str = ""

    @classmethod
    def read(cls, form: Form) -> NewTeamForm:
        kept = [
            ChosenPerson.read(field, leads=kind == "leader")
            for kind in ("leader", "member")
            for field in form.all(kind)
        ]
        people = tuple({each.id: each for each in kept}.values())
        find = form.one("find").strip()[:MOST_TYPED]
        return cls(form.one("name"), form.one("school_id"), people, find)

    def choose(self, field: str, *, leads: bool) -> NewTeamForm:
        """Add a person to it, as leader or as member."""
        one = ChosenPerson.read(field, leads=leads)
        return replace(self, people=(*self.drop(field).people, one), find="")

    def drop(self, field: str) -> NewTeamForm:
        """Take a person out of it."""
        gone = ChosenPerson.read(field, leads=False).id
        return replace(self, people=tuple(each for each in self.people if each.id != gone))

    def write_body(self) -> dict[str, Any]:
        """Return it as the API takes it."""
        return {
            "name": self.name,
            **({"school_id": self.school} if self.school else {}),
            "leader_ids": [each.id for each in self.people if each.leads],
            "member_ids": [each.id for each in self.people if not each.leads],
        }


@screens.show(ADDRESS, roles=ADMINS)
def begin_team(visit: Visit) -> ScreenPage:
    """Show the form of a new team."""
    return _show(visit, NewTeamForm(school=visit.query.get("school_id", "")))


@screens.act(ADDRESS, roles=ADMINS)
def make_team(visit: Visit) -> Shown:
    """Make the team, or do what another button says: find people, choose one, drop one."""
    sent = NewTeamForm.read(visit.form)
    press, _, about = visit.form.one("do", "find").partition(" ")
    if press in ("leader", "member"):
        return _show(visit, sent.choose(about, leads=press == "leader"))
    if press == "drop":
        return _show(visit, sent.drop(about))
    if press != "make":
        return _show(visit, sent)
    try:
        made = visit.api.ask("POST", "/v1/teams", sent.write_body(), key=visit.form.key).body
    except ApiRefused as refused:
        return _show(visit, sent, Errors.of(refused.problem, FIELDS))
    return Lead(address_of(made["id"], "info"), done="team_made")


def _show(visit: Visit, sent: NewTeamForm, errors: Errors = NO_ERRORS) -> ScreenPage:
    facts = {
        "sent": sent,
        "errors": errors,
        "schools": [] if visit.is_part else read_schools(visit),
        "found": find_people(visit.api, sent.find) if sent.find else None,
        "chosen": {each.id for each in sent.people},
        "write": lambda person, name: f"{quote(person, safe='')} {name}",
    }
    return ScreenPage("teams/new.html", facts, errors.status)
