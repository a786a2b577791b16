"""A distribution's results from summaries, and its item analysis from sheets: calls, units, CPU.

Every class has 30 students and 20 items on 5 standards; a teacher has three classes. The sheets are
a few classes' real ones under many names, which the table cannot tell from others.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bench.requests import DISTRICT
from bench.spawn import worker
from bench.wire import Server
from chalicelib.acts import Act, Answer, Caller
from chalicelib.assessments.items import Item, ItemKind
from chalicelib.assessments.model import AssessmentHeader, Contents, Visibility
from chalicelib.clock import from_instant
from chalicelib.compression import compress, decompress
from chalicelib.distribution import outcome
from chalicelib.distribution.model import (
    Distribution,
    DistributionPlan,
    DistributionState,
    Selection,
    Want,
)
from chalicelib.distribution.plan import Target, chunks, split_into_pages
from chalicelib.distribution.repository import DistributionRepository
from chalicelib.distribution.schedule import Start, deliver
from chalicelib.results.model import Scored, Sheet, StudentResults
from chalicelib.results.repository import sheet_put
from chalicelib.rosters.model import Person, School
from chalicelib.standards import documents
from chalicelib.standards.grades import Band
from chalicelib.standards.model import StandardPlace, StandardsSet
from chalicelib.storage import keys
from chalicelib.storage import table as storage
from chalicelib.storage.conditions import Put
from simulator.clock import SimulatedClock
from simulator.queues import Queues
from simulator.store import INDEXES
from simulator.table import SimulatedTable

CLASS = 30
ITEMS = 20
STANDARDS = 5
SCHOOLS = 40
TEMPLATES = 8
SET = "framework.math.3"
ASSESSMENT, MAIN = "ASSESSMENT-MAIN", "DISTRIBUTION-MAIN"
DAY = "2026-09-01"
AT = "2026-09-01T12:00:00.000Z"
ASKED = ("totals", "schools", "teachers", "classes", "items", "standards", "analysis")
LETTERS = "ABCD"


def measure(sizes: Sequence[int] = (1_000, 10_000, 100_000)) -> dict[str, Any]:
    runs = [run(size) for size in sizes]
    return {"runs": runs, "growth_exponents": {what: exponent(runs, what) for what in ASKED}}


def run(students: int) -> dict[str, Any]:
    """One distribution of this size, asked for everything."""
    classes = math.ceil(students / CLASS)
    server = Server(_table(classes), Queues(SimulatedClock()))
    found = {what: _run_worker(server, what, classes) for what in ASKED}
    return {"students": classes * CLASS, "class_count": classes, **found}


def exponent(runs: Sequence[dict[str, Any]], what: str) -> float:
    """How CPU grows with students: 1 is linear (least squares in logarithms)."""
    points = [
        (math.log(r["students"]), math.log(r[what]["us_per_student"] * r["students"])) for r in runs
    ]
    x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    slope = sum((px - x) * (py - y) for px, py in points)
    return float(slope / sum((px - x) ** 2 for px, _ in points))


def _run_worker(server: Server, what: str, classes: int) -> dict[str, Any]:
    found, ledger = worker(server, "bench.results_worker", what, MAIN, classes)
    return {
        "us_per_student": found["cpu"] / (classes * CLASS) * 1e6,
        "peak_mb": found["peak_mb"],
        "calls": dict(ledger.calls),
        "read_units": ledger.read_units,
    }


# -- the district ---------------------------------------------------------------------------------


def _table(classes: int) -> SimulatedTable:
    table = SimulatedTable("plumbline", indexes=INDEXES)
    for put in (*_documents(classes), *_sheets(classes)):
        table.load(put.request(table.name)["Item"])
    _save_distribution(storage.Table(table, "plumbline"), classes)  # type: ignore[arg-type]
    return table


def _school(number: int) -> str:
    return f"school-{number % SCHOOLS:02}"


def _class(number: int) -> str:
    return f"class-{number:06}"


def _teacher(number: int) -> str:
    return f"teacher-{number // 3:05}"


def _documents(classes: int) -> Iterator[Put]:
    places = tuple(StandardPlace(f"id-{n}", f"3.NF.{n}") for n in range(STANDARDS))
    chosen = StandardsSet(SET, "f", "Framework", "Mathematics", Band(("03",)), places, version=1)
    yield Put(keys.standards_set(DISTRICT, SET), {"version": 1, "doc": documents.index(chosen, 0)})
    for number in range(SCHOOLS):
        school = School(id=_school(number), name=f"School {number}", kind="school")
        yield Put(keys.school(DISTRICT, school.id), {"doc": school.model_dump_json()})
    for number in range(0, classes, 3):
        name = _teacher(number)
        person = Person(id=name, username=f"{name}@x.example", given="Tess", family=name)
        yield Put(keys.person(DISTRICT, name), {"doc": person.model_dump_json()})
    yield from _assessment()


def _assessment() -> Iterable[Put]:
    header = AssessmentHeader(
        id=ASSESSMENT,
        title="Fractions check",
        set_id=SET,
        mask=(1 << STANDARDS) - 1,
        visibility=Visibility.DISTRICT,
        creator="dana",
        created=DAY,
        changed=DAY,
        items=ITEMS,
        points=str(ITEMS),
    )
    contents = Contents(items=tuple(map(_item, range(ITEMS))), masks=_masks())
    for key, model in (
        (keys.assessment_header(DISTRICT, ASSESSMENT), header),
        (keys.assessment_content(DISTRICT, ASSESSMENT), contents),
    ):
        yield Put(key, {"version": 1, "doc": model.model_dump_json(exclude_defaults=True)})


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


def _sheets(classes: int) -> Iterator[Put]:
    made = [sheet_put(DISTRICT, _sheet(number)).item for number in range(TEMPLATES)]
    for number in range(classes):
        item = {**made[number % TEMPLATES], "sum_sk": keys.join(_school(number), "")}
        text = decompress(item["summary"]).replace("TEACHER", _teacher(number))
        item["summary"] = compress(text)
        yield Put(keys.sheet(DISTRICT, _class(number), ASSESSMENT), item)


def _sheet(number: int) -> Sheet:
    scored = Scored(("1",) * ITEMS, _masks(), ("50", "80"), 0)
    return Sheet(
        _class(number), ASSESSMENT, _school(number), "TEACHER", "TRACKER", MAIN, DAY, CLASS, scored,
        tuple(_row(number, student) for student in range(CLASS)), 1,
    )  # fmt: skip


def _row(number: int, student: int) -> StudentResults:
    """Seven in ten right, and the others anything."""
    cells = tuple(
        LETTERS[m % 4] if (student * 31 + m * 17 + number) % 10 < 7 else LETTERS[(m + student) % 4]
        for m in range(ITEMS)
    )
    earned = tuple("1" if cell == LETTERS[m % 4] else "0" for m, cell in enumerate(cells))
    return StudentResults(
        f"stu-{number * CLASS + student * 7919 % 100_000:05}", cells=cells, earned=earned
    )


def _save_distribution(table: storage.Table, classes: int) -> None:
    """Save a distribution as it is when every page of it was delivered."""
    pages = list(split_into_pages(_target(number) for number in range(classes)))
    schools = {_school(n): classes // SCHOOLS for n in range(min(classes, SCHOOLS))}
    plan = DistributionPlan(pages=len(pages), trackers=classes, schools=schools)
    made = Distribution(
        id=MAIN,
        assessment=ASSESSMENT,
        title="Fractions check",
        creator="dana",
        creator_name="Dana Example",
        created=AT,
        want=Want(set_id=SET, mask=1, levels=3),
        selection=Selection(district=True),
        timing=deliver(Start(), "America/Chicago", from_instant(AT), pointer=""),
        notify=False,
        plan=plan,
        total=classes,
        schools=schools,
        state=DistributionState.DELIVERED,
        settled=frozenset(f"p{n:04}" for n in range(len(pages))),
    )
    act = Act(
        Caller(DISTRICT, "dana"), "distribute", from_instant(AT), represent=lambda _: Answer(200)
    )
    DistributionRepository(table).create(made, pages, act, [])
    for number, page in enumerate(pages):
        for chunk, targets in chunks(page):
            name = outcome.chunk_name(number, chunk)
            marker = keys.distribution_done(DISTRICT, MAIN, 0, name)
            table.put_all([Put(marker, {"doc": outcome.of(targets, {}).serialize()})])


def _target(number: int) -> Target:
    return Target(
        f"TRACKER-{number:06}",
        _school(number),
        "a1b2c3d4e5f6",
        _teacher(number),
        (),
        f"Mathematics 3, Period {number % 8}",
        _class(number),
    )
