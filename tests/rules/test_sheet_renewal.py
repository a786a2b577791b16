"""The renewal of a sheet that an earlier release stored: no change where it follows the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from chalicelib.assessments.items import Scoring
from chalicelib.assessments.model import Assessment, Contents
from chalicelib.results.model import Scored, Sheet, StudentPresence, StudentResults
from chalicelib.results.renewal.model import Renewal, renew
from chalicelib.results.renewal.repository import (
    BYTES_AT_ONCE,
    MOST_NAMED,
    RenewalStep,
    beginning,
    pack,
)
from chalicelib.rosters.model import SchoolClass, Student
from chalicelib.storage.conditions import Put
from chalicelib.storage.keys import Key
from tests.support import sheets
from tests.support.builders import mask_of

TODAY = "2026-11-19"
MASKS = tuple(mask_of(*item.standards) for item in sheets.ITEMS)
ADA = StudentResults("ada", changed=1, cells=("A", "", "2", "=4"), earned=("1", "", "2", "4"))


def an_assessment(scoring: Scoring | None = Scoring.ANY_ANSWER) -> Assessment:
    items = tuple(
        item.model_copy(update={"scoring": scoring} if scoring and item.id == "two" else {})
        for item in sheets.ITEMS
    )
    return Assessment(sheets.a_header(items=items, revision=1), Contents(items=items, masks=MASKS))


def a_sheet(*rows: StudentResults, **changed: Any) -> Sheet:
    worths = tuple(item.points for item in sheets.ITEMS)
    scored = Scored(worths, MASKS, ("50", "80"), 1)
    known: dict[str, Any] = {"scored": scored, "given": "2026-10-01", "enrolled": 1, "version": 3}
    return Sheet("c1", "TEST", rows=rows, **known | changed)


def a_class(*students: Student) -> SchoolClass:
    made = SchoolClass(id="c1", title="Math", school="north", course="k1", students=students)
    return made.on(TODAY)


def a_student(name: str, *spans: tuple[str, str]) -> Student:
    return Student(id=name, given="Sam", family=name.title(), spans=spans)


def test_a_question_given_up_is_entered_for_students_who_skipped_it() -> None:
    after = renew(a_sheet(ADA), an_assessment(), a_class(a_student("ada")), TODAY)
    assert after.rows == (replace(ADA, earned=("1", "0", "2", "4")),)
    assert after.version == 3


def test_points_for_everybody_count_for_students_who_skipped_it() -> None:
    after = renew(a_sheet(ADA), an_assessment(Scoring.EVERYONE), None, TODAY)
    assert after.rows[0].earned[1] == "1"


def test_an_absent_student_gets_nothing_for_a_question_given_up() -> None:
    sheet = a_sheet(replace(ADA, status=StudentPresence.ABSENT))
    assert renew(sheet, an_assessment(), None, TODAY) is sheet


def test_a_sheet_that_follows_the_rules_is_the_very_same() -> None:
    for assessment in (an_assessment(), an_assessment(None)):
        whole = a_sheet(replace(ADA, cells=("A", "A", "2", "=4"), earned=("1", "1", "2", "4")))
        assert renew(whole, assessment, a_class(a_student("ada")), TODAY) is whole


def test_nothing_is_scored_where_no_question_is_given_up() -> None:
    sheet = a_sheet(ADA)
    assert renew(sheet, an_assessment(None), a_class(a_student("ada")), TODAY) is sheet


def test_a_sheet_by_a_former_key_is_left_to_its_correction_but_says_who_is_in_the_class() -> None:
    sheet = a_sheet(ADA)
    behind = replace(sheet, scored=replace(sheet.scored, revision=0))
    after = renew(behind, an_assessment(), a_class(a_student("ada"), a_student("bob")), TODAY)
    assert (after.rows, after.enrolled) == (behind.rows, 2)


def test_a_newcomer_counts_from_their_day_and_a_leaver_with_results_still_counts() -> None:
    taught = a_class(a_student("bob"), a_student("cy", ("2026-12-01", "")))
    after = renew(a_sheet(ADA), an_assessment(None), taught, TODAY)
    assert (after.enrolled, after.steps) == (2, (("2026-12-01", 3),))


def test_a_step_that_has_passed_is_no_difference() -> None:
    sheet = a_sheet(ADA, enrolled=1, steps=(("2026-11-01", 2), ("2026-12-01", 3)))
    taught = a_class(a_student("bob"), a_student("cy", ("2026-12-01", "")))
    assert renew(sheet, an_assessment(None), taught, TODAY) is sheet


def test_a_class_that_the_roster_has_no_more_keeps_its_count() -> None:
    sheet = a_sheet(ADA, enrolled=30)
    assert renew(sheet, an_assessment(None), None, TODAY) is sheet


def test_a_transaction_takes_a_hundred_actions_one_of_which_is_the_note() -> None:
    write = Put(Key("gb#X", "X"), {})
    steps = [RenewalStep(f"c{n}", (write,) * 11) for n in range(25)]
    packed = list(pack(steps))
    assert [step for some in packed for step in some] == steps
    assert {len(some) for some in packed[:-1]} == {9}
    heavy = list(pack(RenewalStep(f"c{n}", (write,), BYTES_AT_ONCE // 3) for n in range(7)))
    assert [len(some) for some in heavy] == [3, 3, 1]
    assert [len(some) for some in pack(RenewalStep(f"c{n}") for n in range(25))] == [25]


NOW, LATER = "2026-11-19T12:00:00.000Z", "2026-11-19T12:10:00.000Z"


def test_a_finished_renewal_begins_again_with_the_changed_classes() -> None:
    done = Renewal(finished=NOW, place=("TEST", "c1"), seen=9, percent=100)
    assert done.again(LATER, narrow=True) == Renewal(LATER, 2, narrow=True)


def test_a_running_renewal_begins_again_with_all_classes() -> None:
    under_way = Renewal(LATER, place=("TEST", "c1"), seen=9, narrow=True)
    assert under_way.again(NOW, narrow=True) == Renewal(NOW, 2)


def test_a_renewal_that_waits_for_the_former_release_goes_on_waiting() -> None:
    assert Renewal(LATER).again(NOW, narrow=True) == Renewal(LATER, 2)


def test_more_classes_than_are_kept_by_name_are_all_classes() -> None:
    few = beginning("gb", Renewal(finished=NOW), NOW, ["c1"])
    many = beginning("gb", Renewal(finished=NOW), NOW, map(str, range(MOST_NAMED + 1)))
    never = beginning("gb", None, NOW, ["c1"])
    assert [len(writes) for writes in (few, many, never)] == [3, 2, 2]
