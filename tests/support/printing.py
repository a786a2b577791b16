"""A process to be printed, and the report function's turn."""

from __future__ import annotations

from typing import Any

import app
from chalicelib.processes.model import Process
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.repository import creation
from chalicelib.teams.levels import DEFAULT
from chalicelib.teams.model import Colleague, Team
from tests.support.world import DISTRICT, World

STARTED = "2026-09-01T15:00:00.000Z"


def a_team(leader: str, *members: str) -> Team:
    """Return a team of the whole district."""
    return Team(
        id="01TEAM",
        name="Grade 3",
        leaders=(_colleague(leader),),
        members=tuple(_colleague(each) for each in members),
        created=STARTED,
    )


def process_of(team: Team) -> Process:
    """Return a process of a team; nothing is in it."""
    return Process(
        id="01PROCESS",
        name="Fractions on a line",
        state=ProcessState.NAMED,
        team=team.id,
        team_name=team.name,
        leaders=team.leaders,
        members=team.members,
        levels=DEFAULT,
        creator=team.leaders[0].id,
        created=STARTED,
    )


def a_process(world: World, *, leader: str = "lena", members: tuple[str, ...] = ("tess",)) -> str:
    """Write a process and return its id."""
    team = a_team(leader, *members)
    made = process_of(team)
    head, pointer, *_ = creation(DISTRICT, made, (), team)
    world.services.table.commit([head, pointer])
    return made.id


def _colleague(person: str) -> Colleague:
    return Colleague(id=person, name=f"{person.title()} Example")


def work_off_reports(world: World) -> dict[str, Any]:
    """Hand everything that waits to the report function; return what it answers."""
    answer: dict[str, Any] = app.build_report({"Records": world.messages("reports")}, None)
    return answer


def file_of(world: World, place: str) -> bytes | None:
    """Read a file of the bucket."""
    found = world.clients.s3.list_objects_v2(Bucket=world.settings.files_bucket, Prefix=place)
    if not found["KeyCount"]:
        return None
    body: bytes = world.clients.s3.get_object(Bucket=world.settings.files_bucket, Key=place)[
        "Body"
    ].read()
    return body
