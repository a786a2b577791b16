"""Results by student and item, and item analysis, as CSV files."""

from __future__ import annotations

import csv
import io

import pytest

from chalicelib.errors import TooLarge
from chalicelib.results.sheet_files import routes
from tests.api.process_scene import expect_ok
from tests.api.results_scene import HALF, RIGHT, WRONG, Results
from tests.support.world import Reply, World, WorldPerson

STUDENT = ["Family name", "Given name", "Student id", "In class", "Status", "Key version"]


@pytest.fixture
def results(world: World) -> Results:
    return world.scene(Results, 6)


def rows_of(reply: Reply) -> list[dict[str, str]]:
    assert expect_ok(reply).headers["Content-Type"] == "text/csv; charset=utf-8"
    assert reply.body.startswith("\ufeff")
    assert "\r\n" in reply.body, "RFC 4180"
    text = reply.body.removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sheet_file(results: Results, what: str, person: WorldPerson | None = None) -> Reply:
    who = person or results.people["tess"]
    return who.get(f"/v1/trackers/{results.trackers['c1']}/sheets/{results.assessment}/{what}")


def test_a_sheet_is_a_line_for_each_student_with_answer_and_points_of_each_item(
    results: Results,
) -> None:
    results.enter("c1", RIGHT, HALF, "absent", ["A", True, "0"])
    right, half, absent, wrong, *nothing = rows_of(sheet_file(results, "students.csv"))
    assert list(right)[:6] == STUDENT
    assert [right[f"{n} answer"] for n in (1, 2, 3)] == ["B", "true", "(by hand)"]
    assert [right[f"{n} points (of {w})"] for n, w in ((1, 1), (2, 1), (3, 2))] == ["1", "1", "2"]
    assert (right["Points"], right["Points possible"], right["Percent"]) == ("4", "4", "100")
    assert (right["Level"], right["Complete"]) == ("3", "yes")
    assert (half["Percent"], half["3 points (of 2)"]) == ("50", "0")
    assert (absent["Status"], absent["Points"], absent["1 answer"]) == ("absent", "", "")
    assert (wrong["1 points (of 1)"], wrong["2 points (of 1)"]) == ("0", "1")
    assert {each["Complete"] for each in nothing} == {"no"}
    assert len(nothing) == 2


def test_a_student_s_text_never_runs_as_a_formula(results: Results) -> None:
    from tests.support.world import DISTRICT

    results.enter("c1", RIGHT)
    taught = results.world.services.rosters.class_as_kept(DISTRICT, "c1")
    assert taught.students
    shown = rows_of(results.dana.get(f"{results.path}/results/students.csv"))
    assert shown[0]["Teacher"].startswith("Tess =Example"), "in mid-cell it is harmless"
    analysis = rows_of(sheet_file(results, "analysis.csv"))
    assert analysis[0]["Prompt"] == "'=1+1 is?"


def test_only_who_may_open_a_sheet_downloads_it(results: Results) -> None:
    for what in ("students.csv", "analysis.csv"):
        assert sheet_file(results, what, results.people["theo"]).status == 404
        assert sheet_file(results, what, results.sam).status == 200
        assert sheet_file(results, what, results.dana).status == 200


def test_the_analysis_of_a_sheet_says_how_each_item_worked(results: Results) -> None:
    results.enter("c1", RIGHT, RIGHT, HALF, HALF, WRONG, WRONG)
    shown = expect_ok(sheet_file(results, "analysis")).body["items"]
    for row, item in zip(rows_of(sheet_file(results, "analysis.csv")), shown, strict=True):
        assert (row["Item"], row["Item id"]) == (str(item["number"]), item["item_id"])
        assert float(row["Facility"]) == pytest.approx(item["facility"], abs=1e-6)
        assert float(row["Mean points"]) == pytest.approx(item["mean"], abs=1e-6)
        assert float(row["Discrimination"]) == pytest.approx(item["discrimination"]["value"])
        assert row["Students"] == "6"


def test_below_five_students_the_analysis_has_no_figures_and_says_why(results: Results) -> None:
    results.enter("c1", RIGHT, HALF)
    for row in rows_of(sheet_file(results, "analysis.csv")):
        assert (row["Facility"], row["Students"], row["Discrimination"]) == ("", "", "")
        assert row["Note"]


def test_a_distribution_is_everybody_with_results_at_the_schools_one_sees(
    results: Results,
) -> None:
    results.enter("c1", RIGHT, HALF)
    results.enter("c3", WRONG)
    path = f"{results.path}/results/students.csv"
    every = rows_of(results.dana.get(path))
    assert [(row["School"], row["Tracker"], row["Points"]) for row in every] == [
        ("North Elementary", "Math c1", "4"),
        ("North Elementary", "Math c1", "2"),
        ("South Elementary", "Math c3", "0"),
    ]
    assert every[0]["Given"] == "2026-09-14"
    assert len(rows_of(results.dana.get(f"{path}?school_id=south"))) == 1
    assert len(rows_of(results.sam.get(path))) == 2, "their school alone"
    assert results.sam.get(f"{path}?school_id=south").status == 404
    assert results.people["tess"].get(path).status == 403


def test_a_distribution_has_its_analysis_as_a_file(results: Results) -> None:
    results.enter("c1", RIGHT, RIGHT, HALF, HALF, WRONG, WRONG)
    path = f"{results.path}/analysis"
    shown = expect_ok(results.dana.get(path)).body["items"]
    facilities = [row["Facility"] for row in rows_of(results.dana.get(f"{path}.csv"))]
    assert [float(each) for each in facilities] == pytest.approx([i["facility"] for i in shown])
    assert results.people["tess"].get(f"{path}.csv").status == 403


def test_too_many_classes_for_one_file_are_refused_with_the_way_out() -> None:
    routes.check_room(400)
    with pytest.raises(TooLarge) as refused:
        routes.check_room(401)
    assert refused.value.code == "results_too_large"
    assert "school_id=" in refused.value.message
