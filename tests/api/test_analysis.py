"""Item analysis over HTTP: of a class's sheet, and of a distribution (T8)."""

from __future__ import annotations

import pytest

from chalicelib.results.model import Scored, Sheet, StudentResults
from chalicelib.results.repository import sheet_put
from tests.api.process_scene import expect_ok
from tests.api.results_scene import HALF, RIGHT, WRONG, Results
from tests.support.world import DISTRICT, Reply, World


@pytest.fixture
def results(world: World) -> Results:
    return world.scene(Results, students=6)


def of_sheet(results: Results, school_class: str = "c1", person: str = "tess") -> Reply:
    tracker = results.trackers[school_class]
    return results.people[person].get(
        f"/v1/trackers/{tracker}/sheets/{results.assessment}/analysis"
    )


def test_a_teacher_sees_how_each_item_worked(results: Results) -> None:
    results.enter("c1", RIGHT, RIGHT, HALF, HALF, WRONG, WRONG)
    found = expect_ok(of_sheet(results)).body
    assert (found["shown"], found["student_count"], found["left_out_count"]) == (True, 6, 0)
    assert (found["points"], found["mean"]) == ("4", 2.0)
    assert found["measure"] == "alpha"
    assert found["reliability"]["value"] == pytest.approx(0.75)
    first = found["items"][0]
    assert first["facility"] == pytest.approx(2 / 3, abs=1e-6)
    (answers,) = first["answers"]
    told = [(a["choice"], a["text"], a["correct"], a["student_count"]) for a in answers["choices"]]
    assert told == [
        ("A", "1", False, 2),
        ("B", "2", True, 4),
        ("C", "3", False, 0),
        ("", "", False, 0),
    ]
    assert first["flags"] == [], "of six students nobody chose C, which is no news"
    assert "chance is an unlikely explanation" in found["flag_rule"]
    assert found["items"][2]["answers"] == []
    assert [flag["code"] for flag in found["flags"]] == ["few_students"]


def test_below_five_students_there_is_a_sentence_and_no_figure(results: Results) -> None:
    results.enter("c1", RIGHT, RIGHT, HALF, WRONG, ["B"], "absent")
    found = expect_ok(of_sheet(results)).body
    assert (found["shown"], found["student_count"], found["left_out_count"]) == (False, 4, 1)
    assert "at least 5 students" in found["message"]
    assert found["items"] == []
    numbers = ("points", "mean", "variance", "standard_deviation", "reliability", "standard_error")
    assert all(found[name] is None for name in numbers)


def test_a_sheet_that_nobody_began_has_no_analysis(results: Results) -> None:
    found = expect_ok(of_sheet(results)).body
    assert (found["shown"], found["student_count"], found["sheet_count"]) == (False, 0, 0)


def test_a_colleague_of_another_class_gets_nothing(results: Results) -> None:
    assert of_sheet(results, "c1", "theo").status == 404


def test_classes_too_small_alone_are_analyzed_together(results: Results) -> None:
    results.enter("c1", RIGHT, HALF, WRONG)
    results.enter("c3", RIGHT, HALF, WRONG)
    assert expect_ok(of_sheet(results)).body["shown"] is False
    found = expect_ok(results.dana.get(f"{results.path}/analysis")).body
    assert (found["shown"], found["student_count"], found["sheet_count"]) == (True, 6, 2)
    assert found["mean"] == 2.0


def test_a_distribution_is_analyzed_as_if_it_were_one_class(world: World) -> None:
    results = world.scene(Results, students=6)
    results.enter("c1", RIGHT, RIGHT, HALF, HALF, WRONG, WRONG)
    alone = expect_ok(of_sheet(results)).body
    results.enter("c2", ["B"])
    together = expect_ok(results.dana.get(f"{results.path}/analysis")).body
    assert together["left_out_count"] == 1
    assert together["items"] == alone["items"]


def test_a_school_admin_gets_the_analysis_of_their_schools(results: Results) -> None:
    results.enter("c1", RIGHT, RIGHT, HALF, HALF, WRONG, WRONG)
    results.enter("c3", WRONG, WRONG, WRONG, WRONG, WRONG, WRONG)
    found = expect_ok(results.sam.get(f"{results.path}/analysis")).body
    assert (found["student_count"], found["mean"]) == (6, 2.0)
    assert expect_ok(results.dana.get(f"{results.path}/analysis")).body["student_count"] == 12
    assert (
        expect_ok(results.dana.get(f"{results.path}/analysis?school_id=south")).body["mean"] == 0.0
    )


def test_while_a_correction_is_at_work_sheets_of_the_earlier_key_are_left_out(
    results: Results,
) -> None:
    results.enter("c1", RIGHT, RIGHT, HALF, HALF, WRONG, WRONG)
    corrected = Sheet(
        "c3",
        results.assessment,
        "south",
        distribution=results.distribution,
        given="2026-10-01",
        scored=Scored(("1", "1", "2"), (1, 1, 1), ("50", "80"), revision=1),
        rows=(StudentResults("s1", cells=("A", "true", "=2"), earned=("1", "1", "2")),),
        version=1,
    )
    put = sheet_put(DISTRICT, corrected)
    results.world.services.table.commit([put])
    found = expect_ok(results.dana.get(f"{results.path}/analysis")).body
    assert (found["student_count"], found["sheet_count"], found["left_out_sheet_count"]) == (
        6,
        1,
        1,
    )


def test_no_student_is_named_in_an_analysis(results: Results) -> None:
    results.enter("c1", RIGHT, RIGHT, HALF, HALF, WRONG, WRONG)
    said = str(of_sheet(results).body) + str(results.dana.get(f"{results.path}/analysis").body)
    assert "Zimmer" not in said
    assert "s0" not in said
