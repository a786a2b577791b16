"""A class saves its answers and reads its grid. Counts calls, units and CPU beside a raw writer.

The named peer is Kolibri's class report. In 0.19.5, measured on such a machine, it makes 139
queries and takes 24 ms of CPU for 30 learners and 103 ms for 1,000. There an administrator sees
the results of a quiz. Here a teacher sees the mastery of every standard.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bench.requests import DISTRICT
from bench.spawn import worker
from bench.wire import Server
from chalicelib.assessments.items import Item, ItemKind
from chalicelib.assessments.model import AssessmentHeader, Contents, Visibility
from chalicelib.processes.class_rows.totals import feed, row_item, scores_of
from chalicelib.processes.model import ClassRow
from chalicelib.processes.scores import ClassScores, ProcessTest
from chalicelib.results.model import Scored, Sheet, StudentPresence, StudentResults
from chalicelib.results.repository import sheet_put
from chalicelib.rosters.model import SchoolClass, Student, Teacher, Term
from chalicelib.standards import documents
from chalicelib.standards.grades import Band
from chalicelib.standards.model import StandardPlace, StandardsSet
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from chalicelib.trackers.model import AssessmentSource, Tracker, TrackerEntry
from chalicelib.trackers.repository import creation
from simulator.clock import SimulatedClock
from simulator.queues import Queues
from simulator.store import INDEXES
from simulator.table import SimulatedTable

ITEMS = 20
STANDARDS = 5
SET = "framework.math.3"
DAY = "2026-09-01"
PEER_MS = {30: 24.0, 1_000: 103.0}
"""Kolibri's class report: CPU by learners."""
CLASSES = ((30, 1), (30, 20), (1_000, 1))
"""Students, and assessments in the tracker."""
TIMES = 40
STUDENTS = 30


def measure() -> dict[str, Any]:
    grids = [_grid(*size) for size in CLASSES]
    return {"grids": grids, "save": _save(), "save_fed": _save(fed=True)}


def _save(*, fed: bool = False) -> dict[str, Any]:
    """A class of 30 with 20 items, entered again and again; `fed`: for a Mastery Process too."""
    server = build_server(STUDENTS, 1, sheets=False, fed=fed)
    ours, ledger = worker(server, "bench.classes_worker", "save", "TRACKER-0", TIMES)
    raw, _ = worker(server, "bench.classes_worker", "raw", "TRACKER-0", TIMES)
    return {
        "us": ours["us"],
        "raw_us": raw["us"],
        "calls": {name: many / TIMES for name, many in ledger.calls.items()},
        "write_units": (ledger.write_units + ledger.index_write_units) / TIMES,
        "read_units": ledger.read_units / TIMES,
    }


def _grid(students: int, assessments: int) -> dict[str, Any]:
    server = build_server(students, assessments, sheets=True)
    ours, ledger = worker(server, "bench.classes_worker", "grid", "TRACKER-0", TIMES)
    return {
        "students": students,
        "assessments": assessments,
        "ms": ours["us"] / 1000,
        "gzipped": ours["gzipped"],
        "peer_ms": PEER_MS[students] if assessments == 1 else None,
        "calls": {name: many / TIMES for name, many in ledger.calls.items()},
        "read_units": ledger.read_units / TIMES,
    }


def build_server(students: int, assessments: int, *, sheets: bool, fed: bool = False) -> Server:
    """Return a cloud with one class and its tracker, with the sheets if wanted."""
    table = _table(students, assessments, sheets=sheets, fed=fed)
    return Server(table, Queues(SimulatedClock()))


def _table(students: int, assessments: int, *, sheets: bool, fed: bool = False) -> SimulatedTable:
    table = SimulatedTable("plumbline", indexes=INDEXES)
    for put in (*_documents(students, assessments), *(_build_feed(students) if fed else ())):
        table.load(put.request(table.name)["Item"])
    for number in range(assessments if sheets else 0):
        put = sheet_put(DISTRICT, _sheet(students, number))
        table.load(put.request(table.name)["Item"])
    return table


def _build_feed(students: int) -> Iterable[Put]:
    """Return a sheet that feeds a process, and the class's row there, with both tests."""
    sheet = _sheet(students, 0)
    yield sheet_put(DISTRICT, replace(sheet, feeds=(feed("PROCESS", ProcessTest.PRE),)))
    names = {each: (f"Zimmer {each}", "Ada") for each in _students(students)}
    known = ClassScores("c1", "Math 3", "north", "tess", "Tess Example", names=names)
    both = replace(known, pre=scores_of(sheet), post=scores_of(sheet))
    yield Put(keys.process_class(DISTRICT, "PROCESS", "c1"), row_item(ClassRow(both)))


def _documents(students: int, assessments: int) -> Iterable[Put]:
    places = tuple(StandardPlace(f"id-{n}", f"3.NF.{n}") for n in range(STANDARDS))
    chosen = StandardsSet(SET, "f", "Framework", "Mathematics", Band(("03",)), places, version=1)
    yield Put(keys.standards_set(DISTRICT, SET), {"version": 1, "doc": documents.index(chosen, 0)})
    yield Put(keys.school_class(DISTRICT, "c1"), {"doc": _class(students).model_dump_json()})
    tracker, *rows = creation(DISTRICT, _tracker())
    held = {_assessment(n): _entry(n).serialize() for n in range(assessments)}
    yield Put(tracker.key, {**tracker.item, "assessments": held})
    yield from rows
    for number in range(assessments):
        yield from _assessment_puts(_assessment(number))


def _assessment(number: int) -> str:
    return f"ASSESSMENT-{number:02}"


def _entry(number: int) -> TrackerEntry:
    at = "2026-09-01T12:00:00.000Z"
    return TrackerEntry(
        _assessment(number), at, AssessmentSource.TEACHER, "tess", f"Check {number}"
    )


def _assessment_puts(name: str) -> Iterable[Put]:
    header = AssessmentHeader(
        id=name,
        title="Check",
        set_id=SET,
        mask=(1 << STANDARDS) - 1,
        visibility=Visibility.DISTRICT,
        creator="tess",
        created=DAY,
        changed=DAY,
        items=ITEMS,
        points=str(ITEMS),
    )
    items = tuple(
        Item(
            id=f"I{n}",
            kind=ItemKind.SINGLE_CHOICE,
            prompt="Which?",
            choices=("a", "b", "c", "d"),
            key=("ABCD"[n % 4],),
            points="1",
            standards=(f"3.NF.{n % STANDARDS}",),
        )
        for n in range(ITEMS)
    )
    contents = Contents(items=items, masks=_masks())
    doc = header.model_dump_json(exclude_defaults=True)
    yield Put(
        keys.assessment_header(DISTRICT, name),
        {"version": 1, "used": True, "scored": True, "doc": doc},
    )
    kept = {"version": 1, "doc": contents.model_dump_json(exclude_defaults=True)}
    yield Put(keys.assessment_content(DISTRICT, name), kept)


def _masks() -> tuple[int, ...]:
    return tuple(1 << n % STANDARDS for n in range(ITEMS))


def _students(many: int) -> Sequence[str]:
    return [f"stu-{n * 7919 % 100_000:05}" for n in range(many)]


def _class(students: int) -> SchoolClass:
    term = Term(id="t", title="Year", starts=date(2026, 8, 1), ends=date(2027, 6, 1))
    return SchoolClass(
        id="c1",
        title="Math 3",
        school="north",
        course="k1",
        terms=(term,),
        teachers=(Teacher(id="tess", name="Tess Example"),),
        students=tuple(
            Student(id=each, given="Ada", family=f"Zimmer {each}", grade="03")
            for each in _students(students)
        ),
    )


def _tracker() -> Tracker:
    return Tracker(
        id="TRACKER-0",
        title="Math 3: Mathematics",
        school="north",
        class_id="c1",
        class_title="Math 3",
        set_id=SET,
        mask=(1 << STANDARDS) - 1,
        levels=3,
        owner="tess",
        owner_name="Tess Example",
        created=DAY,
    )


def _sheet(students: int, number: int) -> Sheet:
    """Seven in ten right, and the others anything."""
    rows = []
    for n, student in enumerate(_students(students)):
        cells = tuple(
            "ABCD"[m % 4] if (n * 31 + m * 17 + number) % 10 < 7 else "ABCD"[(m + n) % 4]
            for m in range(ITEMS)
        )
        earned = tuple("1" if cell == "ABCD"[m % 4] else "0" for m, cell in enumerate(cells))
        rows.append(StudentResults(student, StudentPresence.PRESENT, 1, "", cells, earned))
    scored = Scored(("1",) * ITEMS, _masks(), ("50", "80"), 0)
    return Sheet(
        "c1", _assessment(number), "north", "tess", "TRACKER-0", "", DAY, students, scored,
        tuple(rows), 1,
    )  # fmt: skip
