"""A data team with its people, made as the product makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from chalicelib.acts import Role
from chalicelib.processes.class_rows.totals import pack_scores, row_doc
from chalicelib.processes.model import ClassRow, begin_process
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.repository import creation as creation_of_process
from chalicelib.processes.scores import ClassScores, ResultStatus, StudentScore
from chalicelib.rosters.model import RoleAt
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Write
from chalicelib.teams.model import Colleague, Team
from chalicelib.teams.repository import creation
from tests.support import builders
from tests.support.world import DISTRICT, World, WorldPerson


def a_team(
    world: World,
    leaders: Sequence[str] = ("lena",),
    members: Sequence[str] = ("tess", "cole"),
    **changed: Any,
) -> Team:
    """Put a team into the district, by default one of the school north with four levels.

    Nobody is asked whether its people are in the roster.
    """
    known: dict[str, Any] = {
        "id": f"TEAM-{len(world.services.table.listing(f'{DISTRICT}#TEAMS'))}",
        "name": "Grade 3 math",
        "school": "north",
        "leaders": tuple(map(_colleague, leaders)),
        "members": tuple(map(_colleague, members)),
        "created": "2026-09-01T12:00:00.000Z",
    }
    made = Team(**known | changed)
    world.services.table.put_all(creation(DISTRICT, made))
    return made


def _colleague(person: str) -> Colleague:
    return Colleague(id=person, name=f"{person.title()} Example")


class TeamScene:
    """A school's team, and everybody who could want something of it."""

    def __init__(self, world: World) -> None:
        self.world = world
        for school in ("north", "south"):
            builders.a_school(world, school)
        for name, school in (("lena", "north"), ("tess", "north"), ("cole", "north")):
            builders.a_person(world, name, school)
        builders.a_person(world, "olga", "south")
        office = (RoleAt(role=Role.DISTRICT_ADMIN, school="office"),)
        builders.a_person(world, "dana", "office", roles=office)
        self.dana = world.admin("dana")
        self.sam = world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
        self.sue = world.person("sue", Role.SCHOOL_ADMIN, schools=("south",))
        self.lena, self.tess, self.cole = (
            world.teacher(name, "north") for name in ("lena", "tess", "cole")
        )
        self.olga = world.teacher("olga", "south")
        """Of another school, and not of the team."""
        self.team = a_team(world)

    @property
    def path(self) -> str:
        """Where the team is."""
        return f"/v1/teams/{self.team.id}"

    def now(self, by: WorldPerson | None = None) -> Any:
        """Read the team as it is."""
        reply = (by or self.dana).get(self.path)
        assert reply.status == 200, reply.body
        return reply.body

    @property
    def etag(self) -> str:
        """The version that a change needs."""
        return self.dana.get(self.path).etag


def a_process_of(
    team: Team,
    name: str = "Unit 4",
    state: ProcessState = ProcessState.PRE_TEST,
    district: str = DISTRICT,
) -> list[Write]:
    """Return the writes of a process of a team, with a pre-test or wherever it stands."""
    made = begin_process(
        team, f"P-{name}", name, team.leaders[0], "2026-09-02T12:00:00.000Z", "2026-27"
    )
    return creation_of_process(district, made.model_copy(update={"state": state}), (), team)


def a_class_in(
    process: str,
    school_class: str,
    teacher: str,
    pre: Mapping[str, str],
    post: Mapping[str, str] | None = None,
    district: str = DISTRICT,
) -> Put:
    """Return a class's row in a process: points of 100 by student, `absent` for nobody there."""
    row = ClassRow(
        ClassScores(
            school_class=school_class,
            title=school_class,
            school="north",
            teacher=teacher,
            teacher_name=f"{teacher.title()} Example",
        )
    )
    item: dict[str, Any] = {"doc": row_doc(row), "pre": pack_scores(_scores(pre))}
    if post is not None:
        item["post"] = pack_scores(_scores(post))
    return Put(keys.process_class(district, process, school_class), item)


def _scores(points: Mapping[str, str]) -> list[StudentScore]:
    return [
        StudentScore(student, ResultStatus.ABSENT)
        if given == "absent"
        else StudentScore(student, ResultStatus.TESTED, Fraction(given), Fraction(100))
        for student, given in points.items()
    ]
