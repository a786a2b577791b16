"""A leader's work, by a program on each generated client: signed in, on the deployed stack."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from plumb.local.places import ROOT
from plumb.tour.team import Member
from tests.e2e.conftest import LoadedStack
from tests.e2e.visitor import Visitor

CLIENTS = ROOT / "clients"
BIN = ROOT / ".venv-clients" / "bin"
PROGRAMS = {
    "hey-api": ("node", CLIENTS / "build/examples/with_hey_api.js"),
    "openapi-typescript": ("node", CLIENTS / "build/examples/with_openapi_fetch.js"),
    "openapi-python-client": ("python", CLIENTS / "examples/with_python.py"),
}
THEIRS = "They draw number lines."
SECONDS = 120


@dataclass(frozen=True)
class ClientTeams:
    """People who lead, each two teams, and a colleague who has written on their shared page."""

    deployed: LoadedStack
    leaders: list[Member]


@pytest.fixture(scope="module")
def teams(deployed: LoadedStack) -> ClientTeams:
    """Let everybody in, and have the colleague write before the leader saves."""
    *leaders, colleague = deployed.loader.team()[: len(PROGRAMS) + 1]
    for leader in leaders:
        for name in ("Fractions", "Measurement"):
            begin(deployed, leader, colleague, name)
    return ClientTeams(deployed, leaders)


def begin(deployed: LoadedStack, leader: Member, colleague: Member, name: str) -> None:
    people = {"leader_ids": [leader.person.id], "member_ids": [colleague.person.id]}
    team = deployed.admin.post("/v1/teams", {"name": f"{name} of {leader.name}", **people}).body
    path = f"/v1/teams/{team['id']}/processes"
    process = leader.client.post(path, {"name": name}).body["id"]
    page, written = f"/v1/processes/{process}/pages/analyze", {"strengths": THEIRS}
    colleague.client.change("PATCH", page, written, etag='"0"')


@pytest.fixture(scope="module", params=PROGRAMS)
def came(request: pytest.FixtureRequest, teams: ClientTeams) -> tuple[str, dict[str, Any]]:
    """Run a program as its leader; return who that is, and what the program says came of it."""
    leader = teams.leaders[list(PROGRAMS).index(request.param)].person.username
    return leader, run(teams.deployed, leader, *PROGRAMS[request.param])


def run(deployed: LoadedStack, leader: str, tool: str, program: os.PathLike[str]) -> dict[str, Any]:
    paths = os.pathsep.join(map(str, (CLIENTS / "python", ROOT / "docs/examples")))
    with subprocess.Popen(
        [str(BIN / tool), os.fspath(program), deployed.up.stack.numeric_url],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        page = running.stdout.readline().strip()
        if page:
            with httpx.Client(timeout=30) as http:
                Visitor(http, leader, deployed.up.stack.password).type_in(page, follow=True)
        said, complaint = running.communicate(timeout=SECONDS)
    assert running.returncode == 0, complaint
    found: dict[str, Any] = json.loads(said)
    return found


def test_a_person_is_signed_in_without_any_library(deployed: LoadedStack) -> None:
    admin = deployed.loader.cast.admin.username
    me = run(deployed, admin, "node", CLIENTS / "examples/sign_in.ts")
    assert me["username"] == admin


Came = tuple[str, dict[str, Any]]


def test_it_signs_in_and_reads_a_list_to_its_end(came: Came) -> None:
    leader, outcome = came
    assert (outcome["username"], outcome["teams"]) == (leader, 2)


def test_a_request_under_a_key_makes_one_thing(came: Came) -> None:
    _, outcome = came
    assert (outcome["same_assessment"], outcome["replayed"]) == (True, "true")


def test_a_change_of_a_version_that_is_gone_is_refused_and_then_made(came: Came) -> None:
    _, outcome = came
    assert outcome["renamed"] == "Fractions check A"
    assert outcome["stale"] == [412, "changed_meanwhile"]
    assert outcome["settled"] == "Fractions check B"


def test_a_colleagues_text_is_met_and_joined_with_ones_own(came: Came) -> None:
    _, outcome = came
    assert outcome["refused"] == [409, "page_changed_meanwhile"]
    assert outcome["joined"] == f"{THEIRS} They explain halves and thirds."


def test_a_csv_file_is_read(came: Came) -> None:
    _, outcome = came
    assert outcome["csv"].startswith("Student")
