"""A data team at work: its people, classes with trackers, tests, and a process with a pre-test."""

from __future__ import annotations

from typing import Any

from chalicelib.acts import Role
from chalicelib.rosters.model import Student
from tests.api.team_scene import a_team
from tests.support import builders, classrooms
from tests.support.world import Reply, World, WorldPerson

NUMBERS, FRACTIONS = "3.NB.1", "3.FR.1"
ITEMS: list[dict[str, Any]] = [
    {
        "kind": "single_choice",
        "prompt": "1 + 1 is?",
        "choices": ["1", "2", "3"],
        "key": ["B"],
        "standards": [NUMBERS],
        "points": "1",
    },
    {
        "kind": "true_false",
        "prompt": "A half is more than a third.",
        "key": ["true"],
        "standards": [NUMBERS, FRACTIONS],
        "points": "1",
    },
    {
        "kind": "points",
        "prompt": "Draw three quarters.",
        "standards": [FRACTIONS],
        "points": "2",
    },
]
"""Four points."""
RIGHT, THREE, HALF, WRONG = (
    ["B", True, "2"],
    ["B", True, "1"],
    ["B", True, "0"],
    ["A", False, "0"],
)
CLASSES = {"c1": "lena", "c2": "mia", "c3": "noah", "c4": "lena"}
"""Whose classes they are; `lena` leads."""
TEAM = ("lena", "mia", "noah")


class TeamAtWork:
    """A leader, two members, who administers them, and who does not belong to them."""

    def __init__(self, world: World, students: int = 4) -> None:
        """Each class has so many students, of its own."""
        self.world = world
        builders.a_set(world)
        for school in ("north", "south"):
            builders.a_school(world, school)
        for name in (*TEAM, "olga"):
            builders.a_person(world, name, "south" if name == "olga" else "north")
        self.students: dict[str, list[str]] = {}
        self.trackers: dict[str, str] = {}
        for name, teacher in CLASSES.items():
            self._class(name, teacher, students)
        self.people(world)
        leaders, members = TEAM[:1], TEAM[1:]
        self.team = a_team(world, leaders, members).id
        self.pre_test = self.a_test("Fractions, before")
        self.process = self.begin()

    def people(self, world: World) -> None:
        """Sign everybody in."""
        self.world = world
        self.lena, self.mia, self.noah = (world.teacher(name, "north") for name in TEAM)
        self.olga = world.teacher("olga", "south")
        """A teacher who does not belong to the team."""
        self.sam = world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
        self.saul = world.person("saul", Role.SCHOOL_ADMIN, schools=("south",))
        """The administrator of another school than the team's."""
        self.dana = world.admin("dana")

    @property
    def path(self) -> str:
        """Where the process is."""
        return f"/v1/processes/{self.process}"

    def a_test(self, title: str, creator: WorldPerson | None = None, **changed: Any) -> str:
        """Make an assessment with items. By default it is private and the leader's."""
        known = {
            "title": title,
            "standards_set_id": builders.SET,
            "level_count": 3,
            "visibility": "private",
        }
        author = creator or self.lena
        draft = expect_ok(author.post("/v1/assessments", known | changed))
        path = f"/v1/assessments/{draft.body['id']}/items"
        expect_ok(author.put(path, {"items": ITEMS}, etag=draft.etag))
        return str(draft.body["id"])

    def begin(self, name: str = "Unit 4", pre_test: str | None = None) -> str:
        """Begin a process with a pre-test ("" for none) and return its id."""
        test = self.pre_test if pre_test is None else pre_test
        body = {"name": name} | ({"pre_test": {"assessment_id": test}} if test else {})
        made = expect_ok(self.lena.post(f"/v1/teams/{self.team}/processes", body))
        return str(made.body["id"])

    def read_process(self, person: WorldPerson | None = None) -> Reply:
        """Open the process; by default as the leader."""
        return expect_ok((person or self.lena).get(self.path))

    def _class(self, name: str, teacher: str, students: int) -> None:
        here = [f"{name}s{n}" for n in range(students)]
        self.students[name] = here
        sit = tuple(Student(id=each, given="Ada", family=f"Zimmer {each}") for each in here)
        classrooms.a_class(world := self.world, name, teacher, students=sit)
        tracker = builders.a_tracker(world, teacher, class_id=name, title=f"Math {name}")
        self.trackers[name] = tracker.id


def expect_ok(reply: Reply) -> Reply:
    """Return a successful reply."""
    assert reply.status < 300, reply.body
    return reply
