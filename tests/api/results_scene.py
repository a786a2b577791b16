"""A test given to three classes at two schools by a district, and entered by their teachers."""

from __future__ import annotations

from typing import Any

from chalicelib.acts import Role
from chalicelib.rosters.model import Student
from tests.api import process_scene
from tests.api.process_scene import expect_ok
from tests.support import builders, classrooms
from tests.support.machinery import Machinery
from tests.support.world import Reply, World, WorldPerson

ITEMS: list[dict[str, Any]] = [
    {**process_scene.ITEMS[0], "prompt": "=1+1 is?"},
    *process_scene.ITEMS[1:],
]
"""Four points; what looks like a formula is in a prompt."""
RIGHT, HALF, WRONG = ["B", True, "2"], ["B", True, "0"], ["A", False, "0"]
CLASSES = {"c1": ("tess", "north"), "c2": ("tess", "north"), "c3": ("theo", "south")}


class Results:
    """Two teachers, three classes, a distribution that was delivered."""

    def __init__(self, world: World, students: int = 2, *, shared: bool = False) -> None:
        """`shared`: a colleague has a second tracker for the first class."""
        self.world = world
        builders.a_set(world)
        for school in ("north", "south"):
            builders.a_school(world, school)
        builders.a_person(world, "tess", "north", family="=Example")
        builders.a_person(world, "theo", "south")
        self.students = [f"s{n}" for n in range(students)]
        here = tuple(Student(id=each, given="Ada", family="Zimmer") for each in self.students)
        self.trackers: dict[str, str] = {}
        for name, (teacher, school) in CLASSES.items():
            classrooms.a_class(world, name, teacher, school=school, students=here)
            tracker = builders.a_tracker(
                world, teacher, school=school, class_id=name, title=f"Math {name}"
            )
            self.trackers[name] = tracker.id
        if shared:
            builders.a_tracker(world, "theo", class_id="c1", title="Math c1, again")
        self.people = {
            "tess": world.teacher("tess", "north"),
            "theo": world.teacher("theo", "south"),
        }
        self.dana = world.admin("dana")
        self.sam = world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
        self.assessment = self.an_assessment()
        self.distribution = self._hand_out()
        self.path = f"/v1/distributions/{self.distribution}"

    def an_assessment(self) -> str:
        """Make another assessment of the distributed kind."""
        begun = {
            "title": "Check",
            "standards_set_id": builders.SET,
            "level_count": 3,
            "visibility": "district",
        }
        draft = expect_ok(self.dana.post("/v1/assessments", begun))
        path = f"/v1/assessments/{draft.body['id']}/items"
        expect_ok(self.dana.put(path, {"items": ITEMS}, etag=draft.etag))
        return str(draft.body["id"])

    def _hand_out(self) -> str:
        body = {"assessment_id": self.assessment, "selection": {"whole_district": True}}
        made = expect_ok(self.dana.post("/v1/distributions", body))
        Machinery(self.world).run()
        return str(made.body["id"])

    def enter(self, school_class: str, *given: Any) -> None:
        """Enter, for the students in order, a list of responses or a status."""
        path = f"/v1/trackers/{self.trackers[school_class]}/sheets/{self.assessment}"
        person = self.people[CLASSES[school_class][0]]
        sent = [_write_scores(n, each) for n, each in zip(self.students, given, strict=False)]
        expect_ok(person.patch(path, {"students": sent}, etag=person.get(path).etag))

    def results(self, what: str = "", person: WorldPerson | None = None) -> Reply:
        """Ask for the results, or one list of them."""
        return (person or self.dana).get(f"{self.path}/results{what}")

    def rows(self, what: str, person: WorldPerson | None = None) -> list[dict[str, Any]]:
        """Ask for a list."""
        items: list[dict[str, Any]] = expect_ok(self.results(f"/{what}", person)).body["items"]
        return items


def _write_scores(student: str, given: Any) -> dict[str, Any]:
    if isinstance(given, str):
        return {"student_id": student, "status": given}
    scores = [
        {"item_id": n, "points": each} if n == 3 else {"item_id": n, "response": each}
        for n, each in enumerate(given, 1)
    ]
    return {"student_id": student, "scores": scores}
