"""A team of the whole district, with classes at two schools, and the administrators of both."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from chalicelib.acts import Role
from chalicelib.processes.model import begin_process
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.repository import creation
from chalicelib.processes.scores import ClassScores
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from chalicelib.teams.model import Team
from tests.api.process_scene import expect_ok
from tests.api.team_scene import a_team
from tests.support import builders
from tests.support.process_rows import Given, a_class, a_row
from tests.support.world import DISTRICT, World, WorldPerson

WHERE = {"lena": "north", "mia": "north", "olga": "south"}
"""Whose classes are at which school."""
LARGE: Given = {f"n{n}": n for n in range(8)}
SMALL: Given = {"x0": 3, "x1": 17, "x2": 20}


def points(start: str, many: int, given: int = 10) -> dict[str, int | str]:
    """Enter the same points, of 20, for so many students of a class."""
    return {f"{start}{n}": given for n in range(many)}


class TwoSchools:
    """Lena and Mia teach at the school north, Olga at the school south; west has no class."""

    def __init__(self, world: World) -> None:
        self.world = world
        for school in ("north", "south", "west"):
            builders.a_school(world, school)
        for name, school in WHERE.items():
            builders.a_person(world, name, school)
        self.team: Team = a_team(world, ("lena",), ("mia", "olga"), school="", name="Grade 3")
        self.lena, self.olga = world.teacher("lena", "north"), world.teacher("olga", "south")
        self.nora, self.saul, self.wes, self.both = (
            world.person(name, Role.SCHOOL_ADMIN, schools=schools)
            for name, schools in (
                ("nora", ("north",)), ("saul", ("south",)), ("wes", ("west",)),
                ("bea", ("north", "south")),
            )
        )  # fmt: skip
        self.dana = world.admin("dana")
        self.process = self.begin("Unit 4")

    @property
    def path(self) -> str:
        """Where the process is."""
        return f"/v1/processes/{self.process}"

    def begin(self, name: str, state: ProcessState = ProcessState.POST_TEST) -> str:
        """Begin a process of the team."""
        when, leader = "2026-09-02T12:00:00.000Z", self.team.leaders[0]
        made = begin_process(self.team, f"P-{name}", name, leader, when, "2026-27")
        writes = creation(DISTRICT, made.model_copy(update={"state": state}), (), self.team)
        self.world.services.table.commit(writes[:2])
        return made.id

    def put(self, name: str, teacher: str, pre: Given, post: Given | None = None) -> ClassScores:
        """Put a class into the process, and its school into the head, as an activation does."""
        scores = replace(a_class(name, teacher, pre, post), school=WHERE[teacher])
        self.world.services.table.commit([a_row(DISTRICT, self.process, scores)])
        self.store_schools()
        return scores

    def store_schools(self) -> None:
        repository = self.world.services.process_items
        schools = sorted(repository.schools_of(DISTRICT, self.process))
        known = {"begun": "post pre", "schools": "#".join(schools)}
        self.world.services.table.commit([Update(keys.process(DISTRICT, self.process), known)])

    def as_before_0_4(self, process: str = "") -> None:
        """Let the head say nothing of schools."""
        head = keys.process(DISTRICT, process or self.process)
        self.world.services.table.commit([Update(head, remove=("schools",))])

    def lock(self) -> None:
        """Let the process be locked."""
        head = keys.process(DISTRICT, self.process)
        item = self.world.services.table.get(head)
        assert item is not None
        ended = {"by": "lena", "by_name": "Lena", "at": "2026-11-20T15:00:00.000Z"}
        doc = json.dumps(json.loads(item["doc"]) | {"state": "locked", "ended": ended})
        order = item["list_sk"].replace(item["state"], "locked")
        change = {"state": "locked", "doc": doc, "list_sk": order}
        self.world.services.table.commit([Update(head, change)])

    def look(self, what: str, person: WorldPerson) -> dict[str, Any]:
        """Open a screen of the process."""
        body: dict[str, Any] = expect_ok(person.get(f"{self.path}{what}")).body
        return body
