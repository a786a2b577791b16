"""Do a team and its open processes agree when a change of the team fails at any call?"""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from simulator.faults import Fault
from tests.exactly_once.classroom import ask
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import Stack
from tests.exactly_once.team_district import (
    OPEN_ONES,
    PATH,
    a_team_at_work,
    acts,
    agree,
    heads,
    the_team,
    three_levels,
)

STEPS: tuple[tuple[str, str, Any], ...] = (
    ("PUT", f"{PATH}/levels", three_levels()),
    ("PUT", f"{PATH}/members/olga", {"leader": False}),
    ("PATCH", PATH, {"name": "Third grade"}),
    ("DELETE", f"{PATH}/members/tess", None),
)
VERBS = ("change_team", "put_team_member", "remove_team_member", "set_team_levels")


def change_team(stack: Stack, keyed: bool) -> None:
    """Other levels, a new member, another name, a removed member; each until an answer comes.

    Without a key, a client that repeats a lost request may hear that the team has changed. It
    looks, sees that the team is as it wanted, and goes on.
    """
    for version, (method, path, body) in enumerate(STEPS, 1):
        key = f"k{version}" if keyed else ""
        reply = ask(stack, "lena", method, path, body, version=version, key=key)
        if keyed or reply.status == 200:
            assert reply.status == 200, reply
        else:
            assert reply.status == 412, reply
            assert ask(stack, "lena", "GET", PATH).body["version"] == version + 1


def it_is_all_there(stack: Stack) -> None:
    team = the_team(stack)
    assert (team.version, team.name, team.levels.many) == (1 + len(STEPS), "Third grade", 3)
    assert [each.id for each in team.people] == ["lena", "olga"]
    assert {heads(stack)[name].version for name in OPEN_ONES} == {1 + len(STEPS)}
    assert acts(stack, *VERBS) == sorted(VERBS), "each once"
    agree(stack)


CHANGED = {
    keyed: Workload(
        "a team changed", a_team_at_work, partial(change_team, keyed=keyed), it_is_all_there
    )
    for keyed in (True, False)
}


@pytest.mark.parametrize("keyed", [True, False], ids=["keyed", "without a key"])
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_team_and_its_processes_agree_whatever_fails(fault: Fault, keyed: bool) -> None:
    survives(CHANGED[keyed], fault)
