"""Sheets that an earlier release stored have the same sums everywhere after one pass.

In k4, two students skipped a question of `skipped` that was given up. One of them skipped it in
the pre-tests of the processes, too. `k4s6` came when the results on `assessment` were complete.
"""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.compression import decompress
from chalicelib.presence import count_on
from chalicelib.results.model import Sheet
from chalicelib.results.repository import read_sheet
from chalicelib.results.summary import SheetSummary, summary_of
from chalicelib.storage.attributes import decode_item
from tests.api.test_rosters import apply_roster
from tests.support.world import DISTRICT, Reply
from tests.upgrade.record import a_package
from tests.upgrade.stack import EarlierStack

CLASS = "k4"
NUMBERS = "3.NB.1"


def screen(stack: EarlierStack, name: str, path: str) -> Any:
    reply: Reply = stack.person(name).get(stack.path(path))
    assert reply.status == 200, reply.body
    return reply.body


def sheet(stack: EarlierStack, assessment: str) -> dict[str, Any]:
    known: dict[str, Any] = screen(
        stack, "theo", f"/v1/trackers/{{tracker_k4}}/sheets/{{{assessment}}}"
    )
    return known


def in_district_results(stack: EarlierStack, distribution: str) -> dict[str, Any]:
    listed = screen(stack, "dana", f"/v1/distributions/{{{distribution}}}/results/classes")
    return next(each for each in listed["items"] if each["class_id"] == CLASS)


def in_process(stack: EarlierStack) -> dict[str, Any]:
    listed = screen(stack, "tess", "/v1/processes/{open}/collection?test=pre")
    return next(each for each in listed["classes"] if each["class_id"] == CLASS)


def count_in_grid(stack: EarlierStack) -> dict[str, int]:
    """How many assessments count for a student's mastery of the standard of the question."""
    grid = screen(stack, "theo", "/v1/trackers/{tracker_k4}/mastery")
    return {
        student["id"]: each["assessment_count"]
        for student in grid["students"]
        for each in student["mastery"]
        if each["standard"] == NUMBERS
    }


def read_stored(stack: EarlierStack) -> list[tuple[Sheet, SheetSummary]]:
    items = [decode_item(item) for item in stack.world.items() if "summary" in item]
    return [(read_sheet(item), SheetSummary.read(decompress(item["summary"]))) for item in items]


def list_locked(stack: EarlierStack) -> list[Any]:
    """Every item of the locked process, and of its report."""
    end = f"#{stack.names['locked']}"
    return [i for i in stack.world.items() if end in f"{i['pk']['S']}#{i['sk']['S']}"]


def job(stack: EarlierStack) -> dict[str, Any]:
    known: dict[str, Any] = screen(stack, "dana", "/v1/jobs/sheets.every")
    return known


def test_a_question_given_up_counts_everywhere_for_students_who_skipped_it(
    stack: EarlierStack,
) -> None:
    before = in_district_results(stack, "handed_out")["student_counts"]
    assert (before["complete"], before["partial"]) == (4, 2), "as 0.3.0 stored it"
    counted = count_in_grid(stack)["k4s1"]
    stack.renew_sheets()
    opened, results = sheet(stack, "skipped"), in_district_results(stack, "handed_out")
    assert opened["counts"]["complete"] == results["student_counts"]["complete"] == 6
    assert results["student_counts"]["partial"] == 0
    assert opened["average"] == results["average"]["percent"] == 66.7
    assert [each["student_count"] for each in opened["levels"]] == [1, 4, 1]
    assert [each["student_count"] for each in results["levels"]] == [1, 4, 1]
    assert count_in_grid(stack)["k4s1"] == counted + 1


def test_a_process_counts_who_skipped_a_question_given_up_and_awaits_who_came(
    stack: EarlierStack,
) -> None:
    before = in_process(stack)
    assert (before["tested"], before["partial"], before["not_entered"]) == (5, 1, 0)
    stack.renew_sheets()
    after = in_process(stack)
    assert (after["tested"], after["partial"], after["not_entered"]) == (6, 0, 1)
    path = f"/v1/processes/{stack.names['open']}"
    test = stack.person("tess").get(path).body["pre_test"]["assessment_id"]
    stack.names["pre_test"] = test
    counts = sheet(stack, "pre_test")["counts"]
    assert (counts["complete"], counts["partial"], counts["not_started"]) == (6, 0, 1)


def test_a_class_is_as_complete_in_district_results_as_its_sheet(stack: EarlierStack) -> None:
    assert in_district_results(stack, "delivered")["state"] == "complete", "of the day it was saved"
    stack.renew_sheets()
    assert in_district_results(stack, "delivered")["state"] == "partial"
    assert sheet(stack, "assessment")["state"] == "partial"


def test_every_summary_is_its_sheets_and_right_ones_are_not_written(
    stack: EarlierStack,
) -> None:
    before = {each.id: each for each, _ in read_stored(stack)}
    stack.renew_sheets()
    after = {each.id: each for each, _ in read_stored(stack)}
    written = {name for name, each in after.items() if each != before[name]}
    assert all(summary == summary_of(each) for each, summary in read_stored(stack))
    assert written == {name for name in after if name.startswith(CLASS)}, "k3 was right"
    assert {after[name].version - before[name].version for name in written} == {1}
    assert job(stack)["counts"] == {"done": len(after), "renewed": len(written)}


def test_a_locked_process_stays_to_the_byte(stack: EarlierStack) -> None:
    before = list_locked(stack)
    assert any(item["sk"]["S"] == "CLASS#k4" for item in before)
    stack.renew_sheets()
    assert list_locked(stack) == before


def test_it_begins_when_the_functions_of_the_former_release_are_gone_and_says_that_it_ended(
    stack: EarlierStack,
) -> None:
    assert job(stack)["state"] == "queued"
    stack.renew_sheets()
    assert (job(stack)["state"], job(stack)["percent"]) == ("done", 100)
    acts = [item for item in stack.world.items() if item.get("verb", {}).get("S") == "renew_sheets"]
    assert [(item["person"]["S"], item["subject"]["S"]) for item in acts] == [("", "every")]


def test_it_comes_once(stack: EarlierStack) -> None:
    stack.renew_sheets()
    before = stack.world.items()
    stack.world.services.renewal_work.begin()
    stack.renew_sheets()
    sheets = [item for item in stack.world.items() if item["sk"]["S"].startswith("SHEET")]
    assert sheets == [item for item in before if item["sk"]["S"].startswith("SHEET")]


def in_class(stack: EarlierStack) -> dict[str, int]:
    """Of how many students each stored sheet says that it is, today."""
    today = stack.world.services.districts.today(DISTRICT)
    return {each.id: count_on(each.enrolled, each.steps, today) for each, _ in read_stored(stack)}


@pytest.mark.parametrize("renewed", [True, False], ids=["later", "before that"])
def test_the_import_that_brings_dates_into_the_stack_brings_them_to_its_sheets(
    stack: EarlierStack, renewed: bool
) -> None:
    """Without dates k3 has seven students; `k3s5` left, and has results on no sheet."""
    k3 = f"{stack.names['assessment']}"
    if renewed:
        stack.renew_sheets()
    assert in_class(stack)[f"k3.{k3}"] == 7
    assert apply_roster(stack.world, stack.person("dana"), a_package()).body["state"] == "applied"
    if not renewed:
        assert job(stack)["state"] == "queued", "the former release's functions may still be there"
        stack.renew_sheets()
    assert job(stack)["state"] == "done"
    assert in_class(stack)[f"k3.{k3}"] == 6
    assert in_class(stack)[f"k4.{k3}"] == 7


def test_district_results_show_newcomers_and_leavers_at_once(
    stack: EarlierStack,
) -> None:
    stack.renew_sheets()
    dana = stack.person("dana")
    apply_roster(stack.world, dana, a_package(before_late=True))
    assert sheet(stack, "assessment")["state"] == "complete"
    assert in_district_results(stack, "delivered")["state"] == "complete"
    apply_roster(stack.world, dana, a_package())
    assert sheet(stack, "assessment")["state"] == "partial"
    assert in_district_results(stack, "delivered")["state"] == "partial"
    before = read_stored(stack)
    apply_roster(stack.world, dana, a_package().change("users", "k4s0", givenName="Another"))
    assert read_stored(stack) == before, "nobody came or left"
