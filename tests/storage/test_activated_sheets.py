"""A sheet that feeds processes, as it is kept; and a class's row that is closed for good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chalicelib.acts import Act
from chalicelib.processes.class_rows.totals import feed
from chalicelib.processes.model import Attached, ProcessSnapshot, begin_process
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.repository import creation
from chalicelib.processes.scores import ProcessTest as WhichTest
from chalicelib.processes.scores import ResultStatus
from chalicelib.results.model import Roll, Scored, Sheet, StudentPresence, StudentResults
from chalicelib.results.repository import AssessmentMoved, SheetRepository
from chalicelib.rosters.model import Person
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from chalicelib.teams.model import Colleague, Team
from tests.support.process_rows import a_class, a_row
from tests.support.world import DISTRICT, World

PROCESS = "01K"
SCORED = Scored(("1", "2"), (0b01, 0b11), ("50", "80"), 0)
ROWS = (
    StudentResults("ada", StudentPresence.PRESENT, 1, "", ("A", "B"), ("1", "2"), 1),
    StudentResults("gone", StudentPresence.PRESENT, 1, "", ("A", ""), ("1", ""), 1),
)
UNBEGUN = Sheet("c1", "TEST", version=1, feeds=(feed(PROCESS, WhichTest.PRE),))
SAVED = replace(
    UNBEGUN, school="north", teacher="tess", tracker="BOARD", given="2026-09-14", enrolled=2,
    scored=SCORED, rows=ROWS, version=2,
)  # fmt: skip


@pytest.fixture
def act(world: World) -> Act:
    return world.teacher("tess").act("change_sheet")


@pytest.fixture
def kept(world: World) -> SheetRepository:
    """Sheets as the product saves them, with the processes that they feed."""
    return world.services.sheets._repository


def in_the_process(world: World, state: ProcessState = ProcessState.PRE_TEST) -> None:
    """Class c1 with ada and bob is in the process, and nobody was tested."""
    lena = Colleague(id="lena", name="Lena")
    team = Team(id="T", name="Grade 3", leaders=(lena,), created="2026-09-01T12:00:00.000Z")
    made = begin_process(team, PROCESS, "Unit 4", lena, team.created, "2026-2027")
    test = Attached(assessment="TEST", title="Test")
    head = creation(DISTRICT, made.model_copy(update={"state": state, "pre": test}), (), team)[0]
    row = a_row(
        DISTRICT, PROCESS, a_class("c1", "tess", {"ada": "not_entered", "bob": "not_entered"})
    )
    world.services.table.commit([head, row])


def open_process(world: World) -> ProcessSnapshot:
    found = world.services.process_items.open(DISTRICT, PROCESS)
    assert found is not None
    return found


def test_a_sheet_without_results_is_kept_and_no_result_of_the_assessment(
    kept: SheetRepository, act: Act
) -> None:
    kept.write(act, UNBEGUN, [], UNBEGUN)
    assert kept.get(DISTRICT, "c1", "TEST") == UNBEGUN
    assert not UNBEGUN.begun
    assert list(kept.lines(DISTRICT, "TEST")) == [[]]


def test_a_save_brings_totals_and_names_to_the_process(
    world: World, kept: SheetRepository, act: Act
) -> None:
    in_the_process(world)
    kept.write(act, UNBEGUN, [], UNBEGUN)
    roll = Roll({"ada": ("Zimmer", "Ada"), "bob": ("Young", "Bob")}, {"gone": ("West", "Gus")})
    kept.save(act, SAVED, [], SAVED, roll)
    assert kept.get(DISTRICT, "c1", "TEST") == SAVED
    (row,) = open_process(world).rows
    assert {score.student: score.standing for score in row.scores.pre or ()} == {
        "ada": ResultStatus.TESTED,
        "gone": ResultStatus.PARTIAL,
        "bob": ResultStatus.NOT_ENTERED,
    }
    assert row.scores.names["gone"] == ("West", "Gus")


def test_a_save_without_names_leaves_them_as_they_are(
    world: World, kept: SheetRepository, act: Act
) -> None:
    in_the_process(world)
    kept.write(act, UNBEGUN, [], UNBEGUN)
    kept.save(act, SAVED, [], SAVED)
    (row,) = open_process(world).rows
    assert set(row.scores.names) == {"ada", "bob"}
    assert [score.student for score in row.scores.pre or ()] == ["ada", "gone", "bob"]


def test_a_sealed_sheet_takes_no_save(world: World, kept: SheetRepository, act: Act) -> None:
    """The sheet has lost the feed by then; so who still writes it goes by a sheet that is past."""
    in_the_process(world, ProcessState.LOCKING)
    kept.write(act, UNBEGUN, [], UNBEGUN)
    process = open_process(world)
    assert world.services.sealing.seal(DISTRICT, process.process, process.rows)
    before = open_process(world)
    known = kept.get(DISTRICT, "c1", "TEST")
    assert known is not None
    assert (known.feeds, known.version) == ((), 2)
    with pytest.raises(AssessmentMoved):
        kept.save(act, replace(SAVED, version=3), [], SAVED)
    assert open_process(world) == before


def test_a_student_who_left_the_class_is_named_at_the_sealing(
    world: World, kept: SheetRepository, act: Act
) -> None:
    in_the_process(world, ProcessState.LOCKING)
    kept.write(act, UNBEGUN, [], UNBEGUN)
    kept.save(act, SAVED, [], SAVED)
    gus = Person(id="gone", username="gus", given="Gus", family="West")
    world.services.table.commit(
        [Put(keys.person(DISTRICT, "gone"), {"doc": gus.model_dump_json()})]
    )
    process = open_process(world)
    assert world.services.sealing.seal(DISTRICT, process.process, process.rows)
    (row,) = open_process(world).rows
    assert row.sealed
    assert row.scores.names["gone"] == ("West", "Gus")
    assert [score.student for score in row.scores.pre or ()] == ["ada", "gone", "bob"]


def test_an_open_process_is_not_sealed(world: World, kept: SheetRepository, act: Act) -> None:
    in_the_process(world)
    kept.write(act, UNBEGUN, [], UNBEGUN)
    process = open_process(world)
    assert not world.services.sealing.seal(DISTRICT, process.process, process.rows)
    assert open_process(world) == process
