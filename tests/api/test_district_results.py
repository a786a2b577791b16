"""A distribution's results, as administrators ask for them (D13)."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from chalicelib.results.model import Scored, Sheet, StudentResults
from chalicelib.results.repository import sheet_put
from chalicelib.rosters.model import Student
from tests.api.process_scene import FRACTIONS, NUMBERS, expect_ok
from tests.api.results_scene import HALF, RIGHT, WRONG, Results
from tests.support import classrooms
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, World

LISTS = ("schools", "teachers", "classes", "items", "standards")


def read_csv(text: str) -> list[dict[str, str]]:
    """Read a file as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_before_anybody_begins_every_class_is_listed_as_not_begun(results: Results) -> None:
    found = expect_ok(results.results()).body
    assert found["class_counts"] == {"total": 3, "complete": 0, "partial": 0, "not_started": 3}
    assert found["average"] == {"percent": None, "student_count": 0}
    assert [level["student_count"] for level in found["levels"]] == [0, 0, 0]
    stages = [(row["class_id"], row["state"]) for row in results.rows("classes")]
    assert stages == [("c1", "not_started"), ("c2", "not_started"), ("c3", "not_started")]


def test_the_totals_say_how_far_and_how_well_each_with_its_n(results: Results) -> None:
    results.enter("c1", RIGHT, HALF)
    results.enter("c2", WRONG, "absent")
    results.enter("c3", ["B"])
    found = expect_ok(results.results()).body
    assert found["class_counts"] == {"total": 3, "complete": 2, "partial": 1, "not_started": 0}
    assert found["student_counts"] == {
        "tested": 3,
        "complete": 3,
        "partial": 1,
        "absent": 1,
        "exempt": 0,
    }
    assert found["average"] == {"percent": 50.0, "student_count": 3}
    levels = [(each["student_count"], each["percent"], each["meets"]) for each in found["levels"]]
    assert levels == [(1, 33.3, False), (1, 33.3, False), (1, 33.3, True)]
    assert all(each["name"] for each in found["levels"])
    assert found["calculated_at"] == "2026-09-14T17:00:00.000Z"
    assert found["correction_running"] is False


def test_schools_and_teachers_have_their_own_lines(results: Results) -> None:
    results.enter("c1", RIGHT, RIGHT)
    results.enter("c3", WRONG, HALF)
    schools = [
        (
            row["school_name"],
            row["class_counts"]["total"],
            row["class_counts"]["not_started"],
            row["average"],
        )
        for row in results.rows("schools")
    ]
    assert schools == [
        ("North Elementary", 2, 1, {"percent": 100.0, "student_count": 2}),
        ("South Elementary", 1, 0, {"percent": 25.0, "student_count": 2}),
    ]
    teachers = [
        (row["teacher_name"], row["class_counts"]["total"]) for row in results.rows("teachers")
    ]
    assert teachers == [("Tess =Example", 2), ("Theo Example", 1)]


def test_items_and_standards_are_over_all_classes(results: Results) -> None:
    results.enter("c1", RIGHT, HALF)
    results.enter("c3", WRONG, ["B"])
    items = [(row["number"], row["percent"], row["student_count"]) for row in results.rows("items")]
    assert items == [(1, 75.0, 4), (2, 66.7, 3), (3, 33.3, 3)]
    standards = {
        row["standard"]: (row["average"], [each["student_count"] for each in row["levels"]])
        for row in results.rows("standards")
    }
    assert standards == {
        NUMBERS: ({"percent": 66.7, "student_count": 3}, [1, 0, 2]),
        FRACTIONS: ({"percent": 44.4, "student_count": 3}, [2, 0, 1]),
    }


def test_a_school_admin_gets_what_their_schools_did(results: Results) -> None:
    results.enter("c1", RIGHT, RIGHT)
    results.enter("c3", WRONG, WRONG)
    found = expect_ok(results.results(person=results.sam)).body
    assert (found["class_counts"]["total"], found["average"]["percent"]) == (2, 100.0)
    assert [row["school_id"] for row in results.rows("schools", results.sam)] == ["north"]
    assert {row["class_id"] for row in results.rows("classes", results.sam)} == {"c1", "c2"}
    assert [row["percent"] for row in results.rows("items", results.sam)] == [100.0] * 3
    for what in LISTS:
        file = expect_ok(results.results(f"/{what}.csv", results.sam)).body
        assert "South" not in file
        assert "theo" not in file
    assert results.results("?school_id=south", results.sam).status == 404


def test_a_school_admin_whose_schools_have_no_part_in_it_finds_nothing(results: Results) -> None:
    from chalicelib.acts import Role

    west = results.world.person("wes", Role.SCHOOL_ADMIN, schools=("west",))
    assert results.results(person=west).status == 404


def test_one_school_can_be_asked_for(results: Results) -> None:
    results.enter("c3", RIGHT, RIGHT)
    assert expect_ok(results.results("?school_id=south")).body["class_counts"]["total"] == 1
    assert [row["class_id"] for row in results.rows("classes?school_id=south")] == ["c3"]
    assert results.rows("classes?school_id=nowhere") == []


def test_a_class_with_two_trackers_is_one_of_the_classes(world: World) -> None:
    results = world.scene(Results, shared=True)
    delivered = results.dana.get(results.path).body["counts"]["delivered"]
    results.enter("c1", RIGHT, RIGHT)
    found = expect_ok(results.results()).body["class_counts"]
    assert (delivered, found["total"], found["complete"]) == (4, 3, 1)


def test_a_class_that_moves_counts_for_the_school_where_its_results_were_last_saved(
    results: Results,
) -> None:
    def at(school: str) -> list[tuple[str, str]]:
        rows = expect_ok(results.dana.get(f"{results.path}/results/classes?school_id={school}"))
        return [(row["class_id"], row["state"]) for row in rows.body["items"]]

    results.enter("c1", RIGHT, HALF)
    here = tuple(Student(id=each, given="Ada", family="Zimmer") for each in results.students)
    classrooms.a_class(results.world, "c1", "tess", school="south", students=here)
    assert at("north") == [("c1", "complete"), ("c2", "not_started")]
    assert at("south") == [("c3", "not_started")]
    results.enter("c1", RIGHT, RIGHT)
    assert at("north") == [("c2", "not_started")]
    assert at("south") == [("c1", "complete"), ("c3", "not_started")]
    everywhere = sorted((row["class_id"], row["school_id"]) for row in results.rows("classes"))
    assert everywhere == [("c1", "south"), ("c2", "north"), ("c3", "south")]
    assert expect_ok(results.results("", results.sam)).body["class_counts"]["total"] == 1


def test_a_recalled_distribution_shows_no_results_until_it_is_restored(results: Results) -> None:
    results.enter("c1", RIGHT, RIGHT)
    etag = results.dana.get(results.path).etag
    expect_ok(results.dana.post(f"{results.path}/recall", {"comment": "A misprint"}, etag=etag))
    paths = ["/results", "/analysis", *(f"/results/{each}" for each in LISTS)]
    for path in [*paths, *(f"/results/{each}.csv" for each in LISTS)]:
        refused = results.dana.get(results.path + path)
        assert (refused.status, refused.code) == (409, "distribution_recalled")
    etag = results.dana.get(results.path).etag
    expect_ok(results.dana.post(f"{results.path}/restoration", etag=etag))
    assert expect_ok(results.results()).body["average"] == {"percent": 100.0, "student_count": 2}


def test_lists_are_paged(results: Results) -> None:
    first = expect_ok(results.results("/classes?limit=2")).body
    assert [row["class_id"] for row in first["items"]] == ["c1", "c2"]
    second = expect_ok(results.results(f"/classes?limit=2&cursor={first['next']}")).body
    assert [row["class_id"] for row in second["items"]] == ["c3"]
    assert second["next"] is None


# -- files ----------------------------------------------------------------------------------------


def test_files_hold_what_the_lists_say(results: Results) -> None:
    results.enter("c1", RIGHT, HALF)
    reply = expect_ok(results.results("/schools.csv"))
    assert reply.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert reply.headers["Content-Disposition"] == 'attachment; filename="results-schools.csv"'
    assert reply.body.startswith("\ufeff")
    assert reply.body.endswith("\r\n")
    north, south = read_csv(reply.body)
    assert (north["School"], north["Classes"], north["Classes not begun"]) == (
        "North Elementary",
        "2",
        "1",
    )
    assert north["Average percent (of students complete)"] == "75"
    assert south["Average percent (of students complete)"] == ""


def test_names_and_prompts_that_begin_like_formulas_are_text(results: Results) -> None:
    assert "'=1+1 is?" in expect_ok(results.results("/items.csv")).body
    for each in read_csv(expect_ok(results.results("/items.csv")).body):
        assert not each["Prompt"].startswith("=")


@pytest.mark.parametrize("what", LISTS)
def test_every_list_has_a_file_also_before_anybody_begins(results: Results, what: str) -> None:
    rows = read_csv(expect_ok(results.results(f"/{what}.csv")).body)
    assert len(rows) == len(results.rows(what))


@pytest.mark.slow
def test_a_file_of_more_than_an_answer_holds_says_what_to_do(world: World) -> None:
    results = world.scene(Results)
    long = "é" * 255
    puts = [_sheet(f"{long}{n}", results) for n in range(4000)]
    for start in range(0, len(puts), 50):
        world.services.table.put_all(puts[start : start + 50])
    refused = results.results("/classes.csv")
    assert (refused.status, refused.code) == (413, "results_too_large")
    assert "school_id" in refused.body["detail"]
    assert expect_ok(results.results("/classes.csv?school_id=south")).status == 200


def _sheet(school_class: str, results: Results) -> Any:
    scored = Scored(("1",), (1,), ("50", "80"), 0)
    return sheet_put(
        DISTRICT,
        Sheet(
            school_class, results.assessment, "north", teacher="tess", scored=scored,
            distribution=results.distribution, given="2026-09-10", enrolled=1, version=1,
            rows=(StudentResults("s1", cells=("=1",), earned=("1",)),),
        ),
    )  # fmt: skip


def test_the_clock_brings_nothing_back(results: Results) -> None:
    """Later background work changes no figure."""
    results.enter("c1", RIGHT, RIGHT)
    before = expect_ok(results.results()).body
    Machinery(results.world).run()
    assert expect_ok(results.results()).body == before
