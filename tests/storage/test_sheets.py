"""A result sheet in the table: read as it was written, found by class and by assessment, small."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from chalicelib.acts import Act
from chalicelib.assessments.items import Item, ItemKind
from chalicelib.errors import TooLarge
from chalicelib.results.district.repository import LineRepository
from chalicelib.results.model import Scored, Sheet, StudentPresence, StudentResults
from chalicelib.results.repository import (
    AssessmentMoved,
    SheetLine,
    SheetOvertaken,
    SheetRepository,
)
from chalicelib.results.summary import summary_of
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update, version_is
from tests.exactly_once.classroom import enter
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT as LABORATORY
from tests.exactly_once.stack import Cloud, Stack
from tests.support import sheets
from tests.support.builders import CODES
from tests.support.sheets import entering
from tests.support.stored_sheets import summaries
from tests.support.world import DISTRICT, World

SCORED = Scored(("1", "2"), (0b01, 0b11), ("50", "80"), 3)
ADA = StudentResults("ada", StudentPresence.PRESENT, 1, "B", ("A", "-"), ("1", "0"), 1)
SHEET = Sheet(
    "c1", "TEST", "north", "tess", "BOARD", "HANDED", "2026-09-14", 2, SCORED, (ADA,), 1, 1
)


@pytest.fixture
def kept(world: World) -> SheetRepository:
    return SheetRepository(world.services.table)


@pytest.fixture
def act(world: World) -> Act:
    return world.teacher("tess").act("change_sheet")


def test_a_sheet_is_read_as_it_was_saved(kept: SheetRepository, act: Act) -> None:
    kept.save(act, SHEET, [], SHEET)
    assert kept.get(DISTRICT, "c1", "TEST") == SHEET
    assert kept.get(DISTRICT, "c1", "OTHER") is None


def test_a_class_gives_all_its_sheets_and_nothing_else(
    world: World, kept: SheetRepository, act: Act
) -> None:
    world.services.table.commit(sheets.a_class(DISTRICT))
    other = replace(SHEET, assessment="OTHER")
    elsewhere = replace(SHEET, school_class="c2")
    for each in (SHEET, other, elsewhere):
        kept.save(act, each, [], each)
    assert list(kept.of_class(DISTRICT, "c1")) == [other, SHEET]
    found = kept.many(DISTRICT, ["c1", "c2", "c3"], "TEST")
    assert sorted(found, key=lambda s: s.school_class) == [SHEET, elsewhere]


def test_an_assessment_lists_its_sheets_and_has_their_summaries_by_school(
    world: World, kept: SheetRepository, act: Act
) -> None:
    south = replace(SHEET, school_class="c2", school="south")
    for each in (SHEET, south):
        kept.save(act, each, [], each)
    (listed,) = kept.lines(DISTRICT, "TEST")
    assert listed == [SheetLine("c1", 3), SheetLine("c2", 3)]
    assert summaries(world.services.table, DISTRICT, "TEST") == {
        "c1": summary_of(SHEET),
        "c2": summary_of(south),
    }
    ((line,),) = LineRepository(world.services.table).pages(DISTRICT, "TEST", ["south"])
    assert (line.school_class, line.school) == ("c2", "south")


def test_an_overtaken_save_returns_the_current_sheet(kept: SheetRepository, act: Act) -> None:
    kept.save(act, SHEET, [], SHEET)
    mine = replace(SHEET, given="2026-09-11")
    with pytest.raises(SheetOvertaken) as overtaken:
        kept.save(act, mine, [], mine)
    assert overtaken.value.present == SHEET


def test_our_own_lost_answer_counts_as_written(kept: SheetRepository, act: Act) -> None:
    kept.save(act, SHEET, [], SHEET)
    kept.save(act, SHEET, [], SHEET)
    assert kept.get(DISTRICT, "c1", "TEST") == SHEET


def test_a_sheet_that_somebody_removed_is_not_written_over(kept: SheetRepository, act: Act) -> None:
    second = replace(SHEET, version=2)
    with pytest.raises(SheetOvertaken) as overtaken:
        kept.save(act, second, [], second)
    assert overtaken.value.present == Sheet("c1", "TEST")


def test_nothing_is_saved_when_the_assessment_moved(
    world: World, kept: SheetRepository, act: Act
) -> None:
    world.services.table.commit(sheets.a_test(DISTRICT, sheets.a_header(version=2)))
    key = keys.assessment_header(DISTRICT, "TEST")
    with pytest.raises(AssessmentMoved):
        kept.save(act, SHEET, [Update(key, {"scored": True}, condition=version_is(1))], SHEET)
    assert kept.get(DISTRICT, "c1", "TEST") is None


def test_answers_that_are_too_long_together_are_refused(kept: SheetRepository, act: Act) -> None:
    luck = random.Random(1)
    rows = [
        replace(ADA, student=f"s{n}", cells=(luck.randbytes(1000).hex(), "A")) for n in range(400)
    ]
    large = replace(SHEET, rows=tuple(rows))
    with pytest.raises(TooLarge, match="sheet_too_large"):
        kept.save(act, large, [], large)
    assert kept.get(DISTRICT, "c1", "TEST") is None


# -- what it costs: 30 students, 20 items --------------------------------------------------------

STUDENTS = [f"usr-{number}" for number in random.Random(7).sample(range(100_000, 999_999), 30)]
"""As a district's student information system numbers them."""
CHOICES = [
    Item(
        id=f"item-{n:02}", kind=ItemKind.SINGLE_CHOICE, prompt="Which?", choices=tuple("ABCD"),
        key=("ABCD"[n * 7 % 4],), points="1", standards=(CODES[n % 8],),
    )
    for n in range(20)
]  # fmt: skip


def answers(seed: int, share: float = 1.0) -> dict[str, Any]:
    """Seven in ten right, the others anything; `share` of the class."""
    luck = random.Random(seed)
    return entering(
        *(
            {
                "student_id": student,
                "scores": [
                    {
                        "item_id": item.id,
                        "response": item.key[0] if luck.random() < 0.7 else luck.choice("ABCD"),
                    }
                    for item in CHOICES
                ],
            }
            for student in STUDENTS[: round(len(STUDENTS) * share)]
        )
    )


def a_large_class() -> Cloud:
    cloud = Cloud()
    header = sheets.a_header(items=CHOICES)
    our_table(cloud).commit(
        [
            *sheets.a_class(LABORATORY, STUDENTS),
            *sheets.a_test(LABORATORY, header, CHOICES),
            *sheets.a_tracker(LABORATORY, "TEST", distribution="01JD0000000000000000000000"),
        ]
    )
    return cloud


def units(cloud: Cloud, body: Any, version: int) -> float:
    """Return what one save writes: the sheet, its summary in the index, the audit record."""
    ledger = cloud.table.ledger
    before = ledger.write_units + ledger.index_write_units
    reply = enter(Stack(cloud), "tess", body, version=version)
    assert reply.status == 200, reply
    return ledger.write_units + ledger.index_write_units - before


def test_a_save_of_a_class_is_at_most_five_write_units() -> None:
    """Two of the sheet, two of its history, one of the index of summaries."""
    cloud = a_large_class()
    enter(Stack(cloud), "tess", {}, version=0)  # with the first, the assessment's mark
    assert units(cloud, answers(1), 1) == 5, "the day's audit has tess with the sheet already"
    assert units(cloud, answers(2), 2) == 5
    assert units(cloud, entering({"student_id": STUDENTS[0], "status": "absent"}), 3) == 5
    cloud.clock.advance(seconds=900)
    assert units(cloud, answers(1), 4) == 5 + 2, "two more once in a quarter of an hour"
    assert units(cloud, answers(2), 5) == 5


def test_it_is_no_more_when_every_student_was_saved_apart() -> None:
    cloud = a_large_class()
    each = answers(3)["students"]
    enter(Stack(cloud), "tess", {}, version=0)
    spent = [units(cloud, entering(one), n + 1) for n, one in enumerate(each)]
    assert max(spent[1:]) == 5
    corrections = [units(cloud, answers(seed, share=0.5), 31 + seed) for seed in range(3)]
    assert max(corrections) <= 6


def test_the_first_save_also_marks_the_assessment() -> None:
    cloud = a_large_class()
    header = cloud.table.store.get(keys.assessment_header(LABORATORY, "TEST"))
    assert header is not None
    assert header.size < 1024
    assert units(cloud, answers(1), 0) == 5 + 2 + 2
