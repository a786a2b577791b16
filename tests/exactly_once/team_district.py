"""A team with open and locked processes in the laboratory, and what must be true of it, always."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chalicelib.acts import Role
from chalicelib.processes.model import Process, of_team
from chalicelib.processes.moves import OPEN, ProcessState
from chalicelib.processes.repository import read_process
from chalicelib.rosters.model import Person, RoleAt
from chalicelib.storage import keys
from chalicelib.storage.attributes import decode_item
from chalicelib.storage.conditions import Put
from chalicelib.teams.model import Colleague, Team
from chalicelib.teams.repository import creation, read_team
from tests.api.team_scene import a_class_in, a_process_of
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Stack

PATH = "/v1/teams/T"
OPEN_ONES = ("One", "Two", "Three")
STATES = (ProcessState.NAMED, ProcessState.PRE_TEST, ProcessState.POST_TEST)
LOCKED = "Done"
PEOPLE = ("lena", "tess", "olga")


def three_levels(meets_at: str = "60") -> dict[str, Any]:
    """Other levels than a team has at first."""
    return {
        "levels": [
            {"name": "Not yet", "lower": "0"},
            {"name": "There", "lower": meets_at},
            {"name": "Beyond", "lower": "90"},
        ],
        "meets": 2,
    }


def a_team_at_work(processes: Sequence[str] = OPEN_ONES) -> Cloud:
    """Return a team of a leader and a member; open processes, and one that is locked."""
    cloud = Cloud()
    lena, tess = (Colleague(id=name, name=name.title()) for name in PEOPLE[:2])
    made = "2026-09-01T12:00:00.000Z"
    team = Team(id="T", name="Grade 3", leaders=(lena,), members=(tess,), created=made)
    table = our_table(cloud)
    table.put_all(
        Put(keys.person(DISTRICT, name), {"doc": _person(name).model_dump_json()})
        for name in PEOPLE
    )
    table.commit(creation(DISTRICT, team))
    for name, state in zip(processes, STATES, strict=False):
        table.commit(a_process_of(team, name, state, DISTRICT))
    table.commit(a_process_of(team, LOCKED, ProcessState.LOCKED, DISTRICT))
    table.commit([a_class_in("P-Two", "c1", "tess", {"ada": "66"}, district=DISTRICT)])
    return cloud


def _person(name: str) -> Person:
    return Person(
        id=name,
        username=f"{name}@example.org",
        given=name.title(),
        family="Example",
        roles=(RoleAt(role=Role.TEACHER, school="north"),),
    )


# -- what is there --------------------------------------------------------------------------------


def items(stack: Stack) -> list[dict[str, Any]]:
    return [decode_item(item) for item in stack.cloud.table.items()]


def the_team(stack: Stack) -> Team:
    row = stack.cloud.table.store.get(keys.team(DISTRICT, "T"))
    assert row is not None
    return read_team(decode_item(row.item))


def heads(stack: Stack) -> dict[str, Process]:
    """Every process, by name."""
    found = [read_process(each) for each in items(stack) if each["sk"] == "HEAD"]
    return {process.name: process for process in found}


def acts(stack: Stack, *verbs: str) -> list[str]:
    """Return the operations of the audit trail, sorted."""
    done = [each["verb"] for each in items(stack) if "verb" in each]
    return sorted(verb for verb in done if verb in verbs or not verbs)


def agree(stack: Stack) -> None:
    """Every open process is its team's as it is now; the locked one as it always was."""
    team = the_team(stack)
    for process in heads(stack).values():
        copies = {name: getattr(process, name) for name in of_team(team)}
        if process.state in OPEN:
            assert copies == of_team(team), f"{process.name} is not as its team"
    done = heads(stack)[LOCKED]
    assert (done.version, done.levels.many, done.team_name) == (1, 4, "Grade 3")
    pointers = {
        item["pk"].split("#")[2]
        for item in items(stack)
        if item["pk"].endswith("#TEAMS") and "#PERSON#" in item["pk"]
    }
    assert pointers == {each.id for each in team.people}, "who belongs to it finds it"
