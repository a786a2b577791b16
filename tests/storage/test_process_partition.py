"""A process's partition: one Query opens it, as far as a call of 1 MB reaches."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable
from fractions import Fraction

import pytest

from chalicelib.processes.class_rows.totals import row_item
from chalicelib.processes.model import ClassRow
from chalicelib.processes.scores import ClassScores, ResultStatus, StudentScore
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.api.process_scene import TeamAtWork
from tests.support.world import DISTRICT, World

CLASSES, STUDENTS = 500, 30
FAMILIES = "Alvarez Bennett Castillo Diaz Edwards Flores Gonzalez Hernandez Kim Nguyen Ortiz Patel"
GIVEN = "Amelia Benjamin Camila Daniel Elijah Isabella Jayden Mateo Olivia Penelope Sofia Zoey"


def short(draw: random.Random) -> str:
    """Return an id as many student information systems count them."""
    return str(draw.randrange(100_000, 1_000_000))


def long(draw: random.Random) -> str:
    """Return a UUID: compression finds nothing in it."""
    return str(uuid.UUID(int=draw.getrandbits(128)))


def a_row(name: Callable[[random.Random], str], draw: random.Random) -> ClassRow:
    """Make a class of thirty with both tests, one in fifteen absent."""
    students = [name(draw) for _ in range(STUDENTS)]
    known = {each: (draw.choice(FAMILIES.split()), draw.choice(GIVEN.split())) for each in students}

    def draw_scores() -> tuple[StudentScore, ...]:
        return tuple(a_score(each, draw) for each in students)

    scores = ClassScores(
        school_class=name(draw),
        title="Mathematics 3, period 2",
        school="north",
        teacher=name(draw),
        teacher_name="Penelope Castillo",
        pre=draw_scores(),
        post=draw_scores(),
        names=known,
    )
    at, tracker = "2026-09-14T17:00:00.000Z", "01J8ZK3E4QY9V5T7XN2M6BCDFG"
    both = {"pre": at, "post": at}, {"pre": tracker, "post": tracker}
    return ClassRow(scores, *both)


def a_score(student: str, draw: random.Random) -> StudentScore:
    if not draw.randrange(15):
        return StudentScore(student, ResultStatus.ABSENT)
    return StudentScore(student, ResultStatus.TESTED, Fraction(draw.randrange(41)), Fraction(40))


def fill_process(work: TeamAtWork, name: Callable[[random.Random], str], classes: int) -> int:
    """Put classes into the process; return their bytes, without the keys."""
    draw, size, puts = random.Random(7), 0, []
    for _ in range(classes):
        row = a_row(name, draw)
        item = row_item(row)
        size += sum(len(each.encode() if isinstance(each, str) else each) for each in item.values())
        puts.append(Put(keys.process_class(DISTRICT, work.process, row.scores.school_class), item))
    work.world.services.table.put_all(puts)
    return size


def queries_to_open(work: TeamAtWork) -> int:
    """Open the process as its leader; count the calls that read the partition."""
    calls: list[str] = []

    def note(model: object, **_: object) -> None:
        calls.append(str(getattr(model, "name", "")))

    events = work.world.clients.dynamodb.meta.events
    events.register("before-call.*.*", note)
    assert work.lena.caller is not None
    opened, _ = work.world.services.processes.load(work.lena.caller, work.process)
    events.unregister("before-call.*.*", note)
    assert len({row.scores.school_class for row in opened.rows}) == len(opened.rows)
    assert set(calls) == {"Query"}
    return len(calls)


@pytest.mark.parametrize(
    ("name", "classes", "calls", "bytes_a_class"),
    [(short, 500, 1, 1_150), (long, 300, 1, 2_900), (long, 500, 2, 2_900)],
    ids=["500 classes", "300 classes, UUIDs", "500 classes, UUIDs"],
)
def test_a_whole_process_is_one_query_a_megabyte(
    world: World,
    name: Callable[[random.Random], str],
    classes: int,
    calls: int,
    bytes_a_class: int,
) -> None:
    work = world.scene(TeamAtWork)
    assert fill_process(work, name, classes) / classes < bytes_a_class
    assert queries_to_open(work) == calls


def test_the_view_of_five_hundred_classes_fits_into_an_answer(world: World) -> None:
    work = world.scene(TeamAtWork)
    fill_process(work, long, CLASSES)
    opened = work.read_process()
    assert len(opened.body["classes"]) == CLASSES
    first = opened.body["classes"][0]
    assert sum(first["pre_test"][each] for each in ("tested", "absent")) == STUDENTS
    assert len(str(opened.body)) < 1_000_000  # of the 6 MB that Lambda gives back
