"""A district with a Mastery Process of so many classes, each of 30 students with both tests.

The process MAIN has them all, with pages, and goals of half the classes; in ROOM there is room for
some more. WARM has one class, so that a worker can do everything once before it is measured. The
classes `spare-...` are in no process: one can be given the test, another has results on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from bench.requests import DISTRICT
from chalicelib.acts import Role
from chalicelib.assessments.items import Item, ItemKind
from chalicelib.assessments.model import AssessmentHeader, Contents, Visibility
from chalicelib.processes.activation.model import activate_row
from chalicelib.processes.class_rows.totals import feed, row_item
from chalicelib.processes.goals.model import KeptGoal
from chalicelib.processes.model import (
    MOST_CLASSES,
    Attached,
    ClassRow,
    PageName,
    Process,
    TestOrigin,
    begin_process,
)
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.pages.model import ProcessPage, Stamp, Written
from chalicelib.processes.pages.repository import page_put
from chalicelib.processes.repository import creation
from chalicelib.processes.scores import ProcessTest
from chalicelib.results.model import Roll, Scored, Sheet, StudentResults
from chalicelib.results.repository import sheet_put
from chalicelib.rosters.model import Person, RoleAt, School, SchoolClass, Student, Teacher, Term
from chalicelib.standards import documents
from chalicelib.standards.grades import Band
from chalicelib.standards.model import StandardPlace, StandardsSet
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Write
from chalicelib.teams.model import Colleague, Team
from chalicelib.teams.repository import creation as creation_of_team
from chalicelib.trackers.model import AssessmentSource, Tracker, TrackerEntry
from chalicelib.trackers.repository import creation as creation_of_tracker
from simulator.store import INDEXES
from simulator.table import SimulatedTable

MAIN, WARM, ROOM = "PROCESS-MAIN", "PROCESS-WARM", "PROCESS-ROOM"
TEAM = "TEAM-0"
LEADER = "teacher-000"
SPARES = 40
STUDENTS, ITEMS, STANDARDS = 30, 20, 5
TESTS = {ProcessTest.PRE: "ASSESSMENT-PRE", ProcessTest.POST: "ASSESSMENT-POST"}
SET = "framework.math.3"
AT = "2026-09-01T12:00:00.000Z"
LETTERS = "ABCD"
CLASSES_OF_ONE = 5
FAMILIES = ("Adams", "Begay", "Cruz", "Dhillon", "Evans", "Fischer", "Garcia", "Hernandez", "Ito",
            "Jensen", "Kowalski", "Larsen", "Martinez", "Nguyen", "Okafor", "Patel", "Quinn",
            "Rossi", "Schmidt", "Thompson", "Underwood", "Vasquez", "Wang", "Yilmaz")  # fmt: skip
GIVENS = ("Ava", "Ben", "Chloe", "Dylan", "Ella", "Felix", "Grace", "Hugo", "Isla", "Jack", "Kai",
          "Leah", "Mason", "Nora", "Omar", "Priya", "Rosa", "Sam", "Tomas", "Zoe")  # fmt: skip


def a_table(classes: int) -> SimulatedTable:
    """Return the district's table."""
    table = SimulatedTable("plumbline", indexes=INDEXES)
    for put in _everything(classes):
        assert isinstance(put, Put)
        table.load(put.request(table.name)["Item"])
    return table


def _everything(classes: int) -> Iterator[Write]:
    team = _team(classes)
    yield from _district(team)
    yield from creation_of_team(DISTRICT, team)
    yield from _process(team, MAIN, [class_name(n) for n in range(classes)])
    yield from _process(team, WARM, ["warm-0"])
    yield from creation(DISTRICT, _head(team, ROOM), (), team)[:2]
    for n in range(min(classes, MOST_CLASSES - SPARES)):
        yield _row(ROOM, class_name(n), _teacher(n // CLASSES_OF_ONE))
    for n in range(SPARES):
        name = f"spare-{n}"
        yield from _class(name, LEADER)
        yield from _tracker(name, LEADER)
        if n % 2:
            yield sheet_put(DISTRICT, _sheet(name, ProcessTest.PRE, LEADER, ""))


def class_name(number: int) -> str:
    return f"cls-{number:05}"


def _teacher(number: int) -> str:
    return f"teacher-{number:03}"


def _team(classes: int) -> Team:
    many = max(1, classes // CLASSES_OF_ONE)
    leader, *members = (Colleague(id=_teacher(n), name=_build_name(n)) for n in range(many))
    return Team(id=TEAM, name="Grade 3", school="north", leaders=(leader,), members=tuple(members),
                created=AT)  # fmt: skip


def _build_name(number: int) -> str:
    return f"{GIVENS[number % len(GIVENS)]} {FAMILIES[number * 7 % len(FAMILIES)]}"


def _district(team: Team) -> Iterator[Put]:
    places = tuple(StandardPlace(f"id-{n}", f"3.NF.{n}") for n in range(STANDARDS))
    chosen = StandardsSet(SET, "f", "Framework", "Mathematics", Band(("03",)), places, version=1)
    yield Put(keys.standards_set(DISTRICT, SET), {"version": 1, "doc": documents.index(chosen, 0)})
    school = School(id="north", name="North Elementary", kind="school")
    yield Put(keys.school(DISTRICT, "north"), {"doc": school.model_dump_json()})
    yield _person("dana", Role.DISTRICT_ADMIN)
    yield from (_person(each.id, Role.TEACHER) for each in team.people)
    for test in ProcessTest:
        yield from _assessment(test)


def _person(name: str, role: Role) -> Put:
    given, _, family = name.partition("-")
    address, roles = f"{name}@x.example", (RoleAt(role=role, school="north"),)
    person = Person(
        id=name, username=address, given=given, family=family, email=address, roles=roles
    )
    listed = {"list_pk": keys.staff(DISTRICT), "list_sk": name}
    return Put(keys.person(DISTRICT, name), {"doc": person.model_dump_json(), **listed})


def _assessment(test: ProcessTest) -> Iterator[Put]:
    header = AssessmentHeader(
        id=TESTS[test],
        title=f"Fractions, {test}",
        set_id=SET,
        mask=(1 << STANDARDS) - 1,
        standards=tuple(f"3.NF.{n}" for n in range(STANDARDS)),
        visibility=Visibility.DISTRICT,
        creator="dana",
        created=AT,
        changed=AT,
        items=ITEMS,
        points=str(ITEMS),
    )
    contents = Contents(items=tuple(map(_item, range(ITEMS))), masks=_masks())
    doc = header.model_dump_json(exclude_defaults=True)
    kept = {"version": 1, "used": True, "scored": True, "doc": doc}
    yield Put(keys.assessment_header(DISTRICT, header.id), kept)
    doc = contents.model_dump_json(exclude_defaults=True)
    yield Put(keys.assessment_content(DISTRICT, header.id), {"version": 1, "doc": doc})


def _item(number: int) -> Item:
    return Item(
        id=f"I{number}",
        kind=ItemKind.SINGLE_CHOICE,
        prompt="Which?",
        choices=tuple(LETTERS),
        key=(LETTERS[number % 4],),
        points="1",
        standards=(f"3.NF.{number % STANDARDS}",),
    )


def _masks() -> tuple[int, ...]:
    return tuple(1 << n % STANDARDS for n in range(ITEMS))


# -- a process -------------------------------------------------------------------------------------


def _process(team: Team, name: str, classes: list[str]) -> Iterator[Write]:
    head, pointer, *_ = creation(DISTRICT, _head(team, name), (), team)
    yield from (head, pointer)
    for page in PageName:
        yield page_put(DISTRICT, name, _page(page))
    for n, each in enumerate(classes):
        teacher = _teacher(n // CLASSES_OF_ONE)
        yield from _class(each, teacher)
        yield from _tracker(each, teacher)
        yield _row(name, each, teacher)
        yield from (sheet_put(DISTRICT, _sheet(each, test, teacher, name)) for test in ProcessTest)
        if not n % 2:
            yield _goal(name, each)


def _head(team: Team, name: str) -> Process:
    leader = team.leaders[0]
    tests = {
        test.value: Attached(
            assessment=TESTS[test], title=f"Fractions, {test}", how=TestOrigin.CHOSEN, set_id=SET,
            mask=(1 << STANDARDS) - 1, standards=tuple(f"3.NF.{n}" for n in range(STANDARDS)),
            items=ITEMS, points=str(ITEMS),
        )
        for test in ProcessTest
    }  # fmt: skip
    begun_ = frozenset({*map(str, PageName), *map(str, ProcessTest)})
    made = begin_process(team, name, "Unit 4", leader, AT, "2026-2027")
    return made.model_copy(update={"state": ProcessState.POST_TEST, "begun": begun_, **tests})


def _page(name: PageName) -> ProcessPage:
    stamp = Stamp(version=1, by=LEADER, by_name=_build_name(0), at=AT)
    text = Written(value="Pictures of parts, drawn by hand, helped most. " * 10, stamp=stamp)
    fields = {"analyze": ("strengths", "obstacles"), "goals": ("team_goal",),
              "strategies": (), "reflect": ("worked", "next_time")}[name]  # fmt: skip
    return ProcessPage(name=name, version=1, fields=dict.fromkeys(fields, text))


def _goal(process: str, school_class: str) -> Put:
    goal = KeptGoal(until=date(2026, 11, 20), set_by=LEADER, set_by_name=_build_name(0), set_at=AT)
    item = {"version": 1, "doc": goal.model_dump_json()}
    return Put(keys.process_goal(DISTRICT, process, school_class), item)


def _row(process: str, school_class: str, teacher: str) -> Put:
    taught, row = _school_class(school_class, teacher), None
    roll = Roll({each.id: (each.family, each.given) for each in taught.students})
    for test in ProcessTest:
        sheet = _sheet(school_class, test, teacher, process)
        row = activate_row(row, taught, teacher, sheet, roll, test, tracker_of(school_class), AT)
    assert isinstance(row, ClassRow)
    return Put(keys.process_class(DISTRICT, process, school_class), row_item(row, roll))


# -- a class ---------------------------------------------------------------------------------------


def tracker_of(school_class: str) -> str:
    return f"TRACKER-{school_class}"


def _class(name: str, teacher: str) -> Iterator[Put]:
    doc = _school_class(name, teacher).model_dump_json()
    yield Put(keys.school_class(DISTRICT, name), {"doc": doc})


@lru_cache(2_000)
def _school_class(name: str, teacher: str) -> SchoolClass:
    term = Term(id="t", title="Year", starts=date(2026, 8, 1), ends=date(2027, 6, 1))
    return SchoolClass(
        id=name,
        title=f"Math {name}",
        school="north",
        course="k1",
        terms=(term,),
        teachers=(Teacher(id=teacher, name=_build_name(int(teacher[-3:]))),),
        students=tuple(_student(name, n) for n in range(STUDENTS)),
    )


def _student(school_class: str, number: int) -> Student:
    """Every class has its own; identifiers as rosters have them, and names as in life."""
    place = int(school_class.rpartition("-")[2]) * STUDENTS + number
    seed = place + sum(map(ord, school_class[:3])) * 31_000
    family, given = FAMILIES[seed * 7 % len(FAMILIES)], GIVENS[seed * 11 % len(GIVENS)]
    return Student(id=f"stu-{seed * 7919 % 1_000_000:06}", given=given, family=family, grade="03")


def _tracker(school_class: str, teacher: str) -> Iterator[Write]:
    tracker = Tracker(
        id=tracker_of(school_class),
        title="Math 3",
        school="north",
        class_id=school_class,
        class_title=f"Math {school_class}",
        set_id=SET,
        mask=(1 << STANDARDS) - 1,
        levels=3,
        owner=teacher,
        owner_name="Tess Example",
        created=AT,
    )
    board, *rows = creation_of_tracker(DISTRICT, tracker)
    held = {
        name: TrackerEntry(name, AT, AssessmentSource.TEAM, LEADER, "Fractions").serialize()
        for name in TESTS.values()
    }
    yield Put(board.key, {**board.item, "assessments": held})
    yield from rows


def _sheet(school_class: str, test: ProcessTest, teacher: str, process: str) -> Sheet:
    """Before, five in ten are right, and seven after; one of 30 was absent."""
    students = sorted(each.id for each in _school_class(school_class, teacher).students)
    scored = Scored(("1",) * ITEMS, _masks(), ("50", "80"), 0)
    rows = tuple(_answers(n, student, test) for n, student in enumerate(students))
    feeds = (feed(process, test),) if process else ()
    return Sheet(school_class, TESTS[test], "north", teacher, tracker_of(school_class), "",
                 "2026-09-01", STUDENTS, scored, rows, 1, feeds=feeds)  # fmt: skip


def _answers(place: int, student: str, test: ProcessTest) -> StudentResults:
    right = 5 if test == ProcessTest.PRE else 7
    luck = int(student[-6:])
    cells = tuple(
        LETTERS[m % 4] if (luck * 31 + m * 17 + place) % 10 < right else LETTERS[(m + 1) % 4]
        for m in range(ITEMS)
    )
    earned = tuple("1" if cell == LETTERS[m % 4] else "0" for m, cell in enumerate(cells))
    return StudentResults(student, cells=cells, earned=earned)
