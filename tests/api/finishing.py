"""A team that has run its whole cycle: everything is there but the last word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib.acts import Role
from chalicelib.processes.model import ProcessSnapshot
from chalicelib.rosters.model import RoleAt
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.api.process_scene import CLASSES, HALF, RIGHT, THREE, WRONG, TeamAtWork, expect_ok
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World, WorldPerson

BEFORE = {"c1": (THREE, HALF, WRONG, HALF, RIGHT), "c2": (HALF, WRONG, THREE, WRONG, WRONG)}
AFTER = {"c1": (RIGHT, THREE, HALF, RIGHT, RIGHT), "c2": (WRONG, WRONG, HALF, WRONG, "absent")}
"""Answers of the students of two classes: the first rises, the second falls."""


HOST = "plumbline.example.org"


class FinishedTeam(TeamAtWork):
    """Two classes with both tests, pages, goals; and administrators in the roster."""

    def __init__(self, world: World, *, post_test: bool = True) -> None:
        self.machinery = Machinery(world)
        super().__init__(world, students=5)
        self._run(world, post_test=post_test)

    def _run(self, world: World, *, post_test: bool) -> None:
        administrator(world, "dana", Role.DISTRICT_ADMIN)
        administrator(world, "sam", Role.SCHOOL_ADMIN, "north")
        administrator(world, "saul", Role.SCHOOL_ADMIN, "south")
        self.test("pre", BEFORE)
        self.write()
        if post_test:
            path = f"{self.path}/post-test"
            expect_ok(self.lena.put(path, {"same": True}, etag=self.read_process().etag))
            self.test("post", AFTER)

    def test(self, which: str, answers: Mapping[str, tuple[Any, ...]]) -> None:
        """Have classes take a test."""
        for name, given in answers.items():
            teacher = self.teacher_of(name)
            body = {"test": which, "class_id": name}
            sheet = expect_ok(teacher.post(f"{self.path}/activations", body)).body["sheet"]
            self.enter(teacher, sheet, dict(zip(self.students[name], given, strict=True)))

    def enter(self, teacher: WorldPerson, sheet: str, answers: Mapping[str, Any]) -> Reply:
        """Enter answers by student: a list of responses, or a status."""
        shown = expect_ok(teacher.get(sheet))
        items = [item["id"] for item in shown.body["items"]]
        students = [_write_answers(student, items, said) for student, said in answers.items()]
        return expect_ok(teacher.patch(sheet, {"students": students}, etag=shown.etag))

    def write(self) -> None:
        """Have pages and goals written; one text comes too late."""
        for page, fields in PAGES.items():
            path = f"{self.path}/pages/{page}"
            shown = expect_ok(self.mia.get(path))
            expect_ok(self.mia.patch(path, fields, etag=shown.etag))
        late = self.noah.patch(f"{self.path}/pages/reflect", {"what_worked": "Songs"}, etag='"0"')
        self.aside = str(late.body["kept_conflict"]["id"])
        for name in BEFORE:
            path = f"{self.path}/goals/{name}"
            teacher = self.teacher_of(name)
            expect_ok(
                teacher.put(
                    path, {"target_date": "2026-11-20"}, etag=expect_ok(teacher.get(path)).etag
                )
            )

    def teacher_of(self, name: str) -> WorldPerson:
        """Return a class's teacher."""
        person: WorldPerson = getattr(self, CLASSES[name])
        return person

    def lock(self, person: WorldPerson | None = None, **body: Any) -> Reply:
        """Finish the process, over the address that its leader sees."""
        headers = {"If-Match": self.read_process().etag, "Host": HOST}
        return (person or self.lena).send("POST", f"{self.path}/lock", body, headers)

    def lock_and_settle(self, **body: Any) -> Reply:
        """Finish the process, and let everything happen that follows."""
        reply = self.lock(**body)
        assert reply.status == 202, reply.body
        self.machinery.work()
        return reply

    def whole(self) -> ProcessSnapshot:
        """Read the process as it is kept."""
        opened = self.world.services.process_items.open(DISTRICT, self.process)
        assert opened is not None
        return opened


def administrator(
    world: World, name: str, role: Role, school: str = "office", **changed: Any
) -> None:
    """Put an administrator into the roster, where mail finds them."""
    roles = (RoleAt(role=role, school=school),)
    made = builders.a_person(world, name, school, **{"roles": roles, **changed})
    listed = {"list_pk": keys.staff(DISTRICT), "list_sk": name}
    item = {"doc": made.model_dump_json(), **listed}
    world.services.table.commit([Put(keys.person(DISTRICT, name), item)])


def _write_answers(student: str, items: list[str], said: Any) -> dict[str, Any]:
    if isinstance(said, str):
        return {"student_id": student, "status": said}
    scores = [{"item_id": i, "response": each} for i, each in zip(items, said, strict=True)]
    return {"student_id": student, "status": "present", "scores": scores}


PAGES: dict[str, dict[str, Any]] = {
    "analyze": {"strengths": "Unit fractions are named.", "needs": ["Fractions on the line"]},
    "goals": {"team_goal": "Everybody places fractions on a line."},
    "reflect": {"what_worked": "The floor line.", "next_time": "Begin with it."},
}
