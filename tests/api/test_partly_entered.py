"""Partly entered students: one rule in sheet, grid, process, analysis and district results (T9).

A student counts for a question, a standard or the whole test when all of it is entered. Earlier
figures are marked "so far", and have no level.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.corrections.model import SETTLES_AFTER
from chalicelib.processes.class_rows.totals import scores_of
from chalicelib.processes.scores import ResultStatus
from chalicelib.results.repository import SheetRepository, sheet_put
from tests.api.process_scene import FRACTIONS, NUMBERS, expect_ok
from tests.api.results_scene import RIGHT, Results
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World

PARTLY = ["B", True]
"""Both questions on numbers, one of the two on fractions."""
ONLY_ONE = ["B"]


@pytest.fixture
def results(world: World) -> Results:
    return world.scene(Results, students=6)


def sheet_of(results: Results, school_class: str = "c1") -> str:
    return f"/v1/trackers/{results.trackers[school_class]}/sheets/{results.assessment}"


def leave_out(results: Results, version: int | None = None, **what: Any) -> Reply:
    tess, path = results.people["tess"], sheet_of(results)
    etag = tess.get(path).etag if version is None else f'"{version}"'
    return tess.patch(path, {"left_out": what}, etag=etag)


def mastery(results: Results) -> dict[str, Any]:
    tracker = results.trackers["c1"]
    found: dict[str, Any] = expect_ok(
        results.people["tess"].get(f"/v1/trackers/{tracker}/mastery")
    ).body
    return found


def standings(results: Results) -> list[ResultStatus]:
    """Return the class's figures in a Mastery Process."""
    sheet = SheetRepository(results.world.services.table).get(DISTRICT, "c1", results.assessment)
    assert sheet is not None
    return [score.standing for score in scores_of(sheet)]


def count_students(results: Results) -> dict[str, Any]:
    """Return the number of students in every output: of the test, and by standard and item."""
    sheet = expect_ok(results.people["tess"].get(sheet_of(results))).body
    grid = {each["code"]: each["student_count"] for each in mastery(results)["standards"]}
    analysis = expect_ok(results.people["tess"].get(f"{sheet_of(results)}/analysis")).body
    (school,) = (row for row in results.rows("schools") if row["school_id"] == "north")
    (teacher,) = (row for row in results.rows("teachers") if row["teacher_id"] == "tess")
    (one,) = (row for row in results.rows("classes") if row["class_id"] == "c1")
    groups = [expect_ok(results.results()).body, school, teacher, one]
    whole = {
        sheet["counts"]["complete"],
        sum(level["student_count"] for level in sheet["levels"]),
        sum(seat["level"] is not None for seat in sheet["students"]),
        standings(results).count(ResultStatus.TESTED),
        analysis["student_count"],
        *(group["student_counts"]["tested"] for group in groups),
        *(group["average"]["student_count"] for group in groups),
        *(sum(level["student_count"] for level in group["levels"]) for group in groups),
    }
    assert len(whole) == 1, whole
    by_standard = {
        row["standard"]: row["average"]["student_count"] for row in results.rows("standards")
    }
    assert by_standard == {code: grid[code] for code in by_standard}
    items = [row["student_count"] for row in results.rows("items")]
    return {"whole": whole.pop(), **by_standard, "items": items}


def test_every_output_counts_the_same_students(results: Results) -> None:
    results.enter("c1", RIGHT, RIGHT, PARTLY, ONLY_ONE, "absent")
    assert count_students(results) == {"whole": 2, NUMBERS: 3, FRACTIONS: 2, "items": [4, 3, 2]}
    expect_ok(leave_out(results, item_ids=[3]))
    assert count_students(results) == {"whole": 3, NUMBERS: 3, FRACTIONS: 3, "items": [4, 3, 4]}
    expect_ok(leave_out(results, all=True))
    assert count_students(results) == {"whole": 4, NUMBERS: 4, FRACTIONS: 4, "items": [4, 4, 4]}


def test_figures_of_a_partly_entered_student_are_so_far(results: Results) -> None:
    results.enter("c1", RIGHT, PARTLY)
    whole, partly, *_ = expect_ok(results.people["tess"].get(sheet_of(results))).body["students"]
    assert (whole["so_far"], whole["level"]) == (False, 3)
    assert (partly["so_far"], partly["level"], partly["percent"]) == (True, None, 100.0)
    grid = mastery(results)
    cells = {cell["standard"]: cell for cell in grid["students"][1]["mastery"]}
    assert (cells[NUMBERS]["level"], cells[NUMBERS]["so_far_count"]) == (3, 0)
    assert (cells[FRACTIONS]["level"], cells[FRACTIONS]["percent"]) == (None, None)
    assert (cells[FRACTIONS]["assessment_count"], cells[FRACTIONS]["so_far_count"]) == (0, 1)
    assert standings(results) == [ResultStatus.TESTED, ResultStatus.PARTIAL]


def test_a_test_of_which_no_standard_is_entered_says_why_it_counts_nothing(
    results: Results,
) -> None:
    results.enter("c1", ONLY_ONE, ONLY_ONE)
    grid = mastery(results)
    assert grid["assessments"] == []
    (why,) = grid["not_counted"]
    assert why["reason"] == "partly_entered"
    assert "mark it as left out" in why["message"]


# -- left out in one act -------------------------------------------------------------------------


def test_a_question_that_everybody_skipped_is_left_out_in_one_act(results: Results) -> None:
    results.enter("c1", PARTLY, PARTLY, PARTLY, "absent")
    reply = leave_out(results, item_ids=[3])
    assert (reply.status, reply.body["left_out_cell_count"], reply.body["version"]) == (200, 3, 2)
    seats = reply.body["students"]
    assert [seat["cells"][2] for seat in seats] == [{"omitted": True}] * 3 + [None] * 3
    assert [seat["progress"] for seat in seats] == ["complete"] * 3 + ["not_started"] * 3
    assert (reply.body["counts"]["absent"], reply.body["made_present_student_ids"]) == (1, [])


def test_all_empty_cells_of_a_student_are_left_out_in_one_act(results: Results) -> None:
    results.enter("c1", ONLY_ONE, ONLY_ONE, "absent")
    reply = leave_out(results, student_ids=["s1", "s2"])
    assert (reply.body["left_out_cell_count"], reply.body["made_present_student_ids"]) == (
        5,
        ["s2"],
    )
    assert [seat["progress"] for seat in reply.body["students"]][:3] == [
        "partial",
        "complete",
        "complete",
    ]


def test_the_same_act_again_changes_nothing_more(results: Results) -> None:
    results.enter("c1", ONLY_ONE, PARTLY)
    first = expect_ok(leave_out(results, version=1, all=True))
    again = expect_ok(leave_out(results, version=1, all=True))
    assert (again.etag, again.body["students"]) == (first.etag, first.body["students"])
    assert (first.body["left_out_cell_count"], again.body["left_out_cell_count"]) == (3, 0)


def test_the_act_is_saved_with_the_entries_and_audited_once(results: Results) -> None:
    results.enter("c1", ONLY_ONE)
    tess, path = results.people["tess"], sheet_of(results)
    entered = {"student_id": "s1", "scores": [{"item_id": 1, "response": "A"}]}
    headers = {"If-Match": '"1"', "Idempotency-Key": "once"}
    body = {"students": [entered], "left_out": {"all": True}}
    first = expect_ok(tess.send("PATCH", path, body, headers))
    assert (first.body["counts"]["complete"], first.body["left_out_cell_count"]) == (2, 4)
    again = tess.send("PATCH", path, body, headers)
    assert again.body == first.body
    acts = expect_ok(tess.get(f"{path}/history")).body["items"]
    assert [act["version"] for act in acts] == [2, 1]


def test_a_save_with_an_old_sheet_leaves_a_colleagues_student_alone(
    results: Results,
) -> None:
    results.enter("c1", ONLY_ONE)
    results.enter("c1", ONLY_ONE, ONLY_ONE)
    reply = leave_out(results, version=1, all=True)
    assert [seat["progress"] for seat in reply.body["students"]][:2] == ["complete", "partial"]


def test_missing_people_and_things_have_their_names(results: Results) -> None:
    reply = leave_out(results, student_ids=["s1", "zoe"], item_ids=[3, 4, "none"])
    assert (reply.status, reply.code) == (422, "scores_invalid")
    assert [(each["pointer"], each["code"]) for each in reply.body["errors"]] == [
        ("/left_out/student_ids/1", "student_not_in_class"),
        ("/left_out/item_ids/1", "item_unknown"),
        ("/left_out/item_ids/2", "item_unknown"),
    ]


# -- a question that is given up -----------------------------------------------------------------


def give_up(results: Results, number: int) -> None:
    path = f"/v1/assessments/{results.assessment}"
    items = expect_ok(results.dana.get(f"{path}/items")).body["items"]
    fix = {"id": items[number - 1]["id"], "accept_all": True}
    etag = results.dana.get(path).etag
    expect_ok(results.dana.post(f"{path}/corrections", {"items": [fix]}, etag=etag))
    results.world.clock.forward(seconds=SETTLES_AFTER.total_seconds() + 1)
    Machinery(results.world).run()


def test_a_question_given_up_counts_as_entered_for_all_who_sat_the_test(results: Results) -> None:
    results.enter("c1", RIGHT, ["B"], "absent")
    expect_ok(leave_out(results, item_ids=[3]))
    assert count_students(results) == {"whole": 1, NUMBERS: 1, FRACTIONS: 1, "items": [2, 1, 2]}
    give_up(results, 2)
    assert count_students(results) == {"whole": 2, NUMBERS: 2, FRACTIONS: 2, "items": [2, 2, 2]}
    _, skipped, absent, *_ = expect_ok(results.people["tess"].get(sheet_of(results))).body[
        "students"
    ]
    assert (skipped["progress"], skipped["cells"][1], skipped["scores"]) == (
        "complete", None, ["1", "0", "0"],
    )  # fmt: skip
    assert (skipped["earned"], skipped["possible"]) == ("1", "4"), "points are for who answered"
    assert (absent["status"], absent["scores"]) == ("absent", [None] * 3)
    results.enter("c1", RIGHT, ["B"], ["B"])
    assert count_students(results)["items"] == [3, 3, 2]


def as_release_0_3_kept_it(results: Results) -> None:
    """Write the class's sheet as 0.3.0 did: without an answer nothing is ever earned."""
    kept = SheetRepository(results.world.services.table)
    sheet = kept.get(DISTRICT, "c1", results.assessment)
    assert sheet is not None
    rows = [
        replace(
            row, earned=tuple(p if c else "" for p, c in zip(row.earned, row.cells, strict=True))
        )
        for row in sheet.rows
    ]
    old = replace(sheet, rows=tuple(rows), version=sheet.version + 1)
    results.world.services.table.commit([sheet_put(DISTRICT, old)])


def test_a_sheet_of_0_3_with_a_question_given_up_is_read_by_the_rule_and_kept_so_when_saved(
    results: Results,
) -> None:
    """A view that reads the questions shows it at once; sums and totals follow the next save."""
    results.enter("c1", RIGHT, ["B"], RIGHT, RIGHT, RIGHT)
    expect_ok(leave_out(results, item_ids=[3]))
    give_up(results, 2)
    as_release_0_3_kept_it(results)
    tess = results.people["tess"]
    sheet = expect_ok(tess.get(sheet_of(results))).body
    assert [seat["progress"] for seat in sheet["students"]] == ["complete"] * 5 + ["not_started"]
    assert sheet["counts"]["complete"] == 5
    analysis = expect_ok(tess.get(f"{sheet_of(results)}/analysis")).body
    assert (analysis["student_count"], analysis["left_out_count"]) == (5, 0)
    assert standings(results).count(ResultStatus.TESTED) == 4
    results.enter("c1", *[RIGHT, ["B"], RIGHT, RIGHT, RIGHT], RIGHT)
    assert count_students(results)["whole"] == 6
    assert standings(results).count(ResultStatus.TESTED) == 6
