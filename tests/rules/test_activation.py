"""A class's row of a sheet, the tracker for a test, and the filling of transactions."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chalicelib.errors import Conflict
from chalicelib.processes.activation.model import activate_row, activate_sheet, check_room
from chalicelib.processes.class_rows.repository import Closing, bunches
from chalicelib.processes.class_rows.totals import (
    pack_roll,
    pack_scores,
    read_row,
    row_item,
    scores_of,
    unpack_roll,
    unpack_scores,
)
from chalicelib.processes.model import MOST_CLASSES, ProcessSnapshot, begin_process
from chalicelib.processes.scores import ProcessTest as WhichTest
from chalicelib.processes.scores import ResultStatus, StudentScore
from chalicelib.results.model import (
    MOST_FEEDS,
    Roll,
    Scored,
    Sheet,
    StudentPresence,
    StudentResults,
)
from chalicelib.rosters.model import SchoolClass, Student, Teacher
from chalicelib.storage.conditions import Delete
from chalicelib.storage.keys import Key
from chalicelib.teams.model import Colleague, Team
from chalicelib.trackers.model import Tracker
from chalicelib.trackers.placement import TrackerPlace, first_that_takes

SCORED = Scored(("1", "1/3"), (1, 1), ("50", "80"))
SHEET = Sheet(
    "c1", "TEST", scored=SCORED, given="2026-09-14", version=3,
    rows=(
        StudentResults("ada", cells=("A", "=1/3"), earned=("1", "1/3")),
        StudentResults("bob", cells=("A", ""), earned=("1", "")),
        StudentResults("cy", StudentPresence.ABSENT, cells=("A", "A"), earned=("1", "0")),
        StudentResults("dee", StudentPresence.EXEMPT, cells=("", ""), earned=("", "")),
        StudentResults("eve", cells=("", ""), earned=("", "")),
    ),
)  # fmt: skip
TAUGHT = SchoolClass(
    id="c1", title="Math 3", school="north", course="k",
    teachers=(Teacher(id="tess", name="Tess Example"), Teacher(id="cole", name="Cole Example")),
    students=tuple(Student(id=each, given=each, family="X") for each in ("ada", "eve")),
)  # fmt: skip
ROLL = Roll({"ada": ("X", "ada"), "eve": ("X", "eve")}, {"bob": ("Y", "Bob")})


def test_totals_are_exact_and_cover_entered_students() -> None:
    assert scores_of(SHEET) == (
        StudentScore("ada", ResultStatus.TESTED, Fraction(4, 3), Fraction(4, 3)),
        StudentScore("bob", ResultStatus.PARTIAL, Fraction(1), Fraction(1)),
        StudentScore("cy", ResultStatus.ABSENT),
        StudentScore("dee", ResultStatus.EXEMPT),
    )
    assert unpack_scores(pack_scores(scores_of(SHEET))) == scores_of(SHEET)


def test_names_are_read_as_they_were_written_and_in_the_same_class() -> None:
    assert unpack_roll(pack_roll(ROLL)) == ROLL
    assert unpack_roll(pack_roll(Roll({}))) == Roll({})


def test_a_student_who_came_back_is_in_the_class() -> None:
    back = Roll({"ada": ("X", "ada")}, {"ada": ("old", "name")})
    assert unpack_roll(pack_roll(back)) == Roll({"ada": ("X", "ada")})


def test_awaited_is_who_is_in_the_class_and_has_nothing() -> None:
    """Eve is; who left with nothing entered is awaited by nobody."""
    row = activate_row(None, TAUGHT, "tess", SHEET, ROLL, WhichTest.PRE, "T", "now")
    kept = read_row({"sk": "CLASS#c1", **row_item(row, ROLL)})
    assert kept == row
    assert [s.student for s in kept.scores.pre or ()] == ["ada", "bob", "cy", "dee", "eve"]
    assert kept.scores.pre is not None
    assert kept.scores.pre[-1].standing == ResultStatus.NOT_ENTERED
    assert kept.scores.post is None


def test_the_class_stays_with_the_first_activation() -> None:
    first = activate_row(None, TAUGHT, "tess", SHEET, ROLL, WhichTest.PRE, "T", "one")
    both = activate_row(first, TAUGHT, "cole", SHEET, ROLL, WhichTest.POST, "C", "two")
    assert (both.scores.teacher, both.scores.teacher_name) == ("tess", "Tess Example")
    assert both.activated == {"pre": "one", "post": "two"}
    assert both.trackers == {"pre": "T", "post": "C"}
    assert both.scores.pre == both.scores.post


def test_an_activation_begins_no_sheet() -> None:
    made = activate_sheet(Sheet("c1", "TEST"), "P", WhichTest.POST)
    assert (made.version, made.feeds, made.begun) == (1, ("P#post",), False)
    assert activate_sheet(SHEET, "P", WhichTest.PRE).begun


def test_a_sheet_goes_to_ten_processes_and_no_further() -> None:
    lena = Colleague(id="lena", name="Lena")
    team = Team(id="T", name="Grade 3", leaders=(lena,), created="")
    opened = ProcessSnapshot(begin_process(team, "P", "Unit 4", lena, "", ""))
    row = activate_row(None, TAUGHT, "tess", SHEET, ROLL, WhichTest.PRE, "T", "now")
    sheet = Sheet("c1", "TEST", feeds=tuple(f"P{n}#pre" for n in range(MOST_FEEDS)))
    with pytest.raises(Conflict) as refused:
        check_room(opened, row, sheet)
    assert refused.value.code == "too_many_processes"


def test_a_process_has_room_for_a_number_of_classes() -> None:
    lena = Colleague(id="lena", name="Lena")
    team = Team(id="T", name="Grade 3", leaders=(lena,), created="")
    row = activate_row(None, TAUGHT, "tess", SHEET, ROLL, WhichTest.PRE, "T", "now")
    full = ProcessSnapshot(
        begin_process(team, "P", "Unit 4", lena, "", ""), rows=(row,) * MOST_CLASSES
    )
    check_room(full, row, SHEET)
    with pytest.raises(Conflict, match=f"process_full: .* {MOST_CLASSES} classes"):
        check_room(full, None, SHEET)


# -- trackers --------------------------------------------------------------------------------------


def place(name: str, set_id: str, *holds: str) -> TrackerPlace:
    known: dict[str, Any] = {"title": "", "school": "", "class_id": "c1", "class_title": ""}
    known |= {"mask": 1, "levels": 3, "owner": "tess", "owner_name": "", "created": ""}
    made = Tracker(id=name, set_id=set_id, **known)
    return TrackerPlace(made, frozenset(holds))


@pytest.mark.parametrize(
    ("places", "chosen"),
    [
        ([], None),
        ([place("a", "other")], None),
        ([place("a", "math"), place("b", "math")], "a"),
        ([place("a", "math"), place("b", "math", "TEST")], "b"),
        ([place("a", "other"), place("b", "math")], "b"),
    ],
)
def test_a_tracker_that_holds_the_test_goes_before_one_that_could(
    places: list[TrackerPlace], chosen: str | None
) -> None:
    found = first_that_takes(places, "TEST", "math")
    assert (found.tracker.id if found else None) == chosen


# -- closing ---------------------------------------------------------------------------------------


def closing(writes: int, size: int = 0) -> Closing:
    return Closing("c", (Delete(Key("p", "s")),) * writes, size)


@pytest.mark.parametrize(
    ("closings", "sizes"),
    [
        ([], []),
        ([closing(3)] * 32, [32]),
        ([closing(3)] * 33, [32, 1]),
        ([closing(2)] * 50, [49, 1]),
        ([closing(3, 1_000_000)] * 4, [3, 1]),
        ([closing(3, 9_000_000)] * 2, [1, 1]),
    ],
)
def test_transactions_are_filled_by_number_and_by_bytes(
    closings: list[Closing], sizes: list[int]
) -> None:
    filled = list(bunches(closings))
    assert [len(bunch) for bunch in filled] == sizes
    assert all(1 + sum(len(one.writes) for one in bunch) <= 99 for bunch in filled)
