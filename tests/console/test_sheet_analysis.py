"""How the items of a class's test worked, and who answered what."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.console.sheet_analysis import group_answers, show_sheet_analysis
from tests.api.finishing import FinishedTeam
from tests.support.browser import Browser, ShownPage, list_calls_as
from tests.support.workbooks import read_by_calamine
from tests.support.world import World


@pytest.fixture
def team(world: World) -> FinishedTeam:
    return world.scene(FinishedTeam)


def screen_of(team: FinishedTeam, name: str = "c1") -> str:
    return f"/console/sheets/{team.trackers[name]}/{team.pre_test}"


def open_as(person: str, address: str) -> ShownPage:
    return Browser().sign_in_as(person).open(address)


def read_answers(shown: ShownPage, item: int) -> list[list[str]]:
    return shown.rows(f"#item-{item} .answered")


def test_each_answer_has_its_points_and_who_gave_it(team: FinishedTeam) -> None:
    shown = open_as("lena", f"{screen_of(team)}/analysis")
    assert (shown.status, shown.heading) == (200, "Item analysis")
    first, second, third = (read_answers(shown, item) for item in (1, 2, 3))
    names = [f"Zimmer c1s{n}, Ada" for n in range(5)]
    others = " ; ".join(names[n] for n in (0, 1, 3, 4))
    assert first == [["A. 1", "0", "1", names[2]], ["B. 2 All points", "1", "4", others]]
    assert [row[0] for row in second] == ["False", "True All points"]
    assert [row[:3] for row in third] == [
        ["Points given by hand All points", "2", "1"],
        ["Points given by hand", "1", "1"],
        ["Points given by hand", "0", "3"],
    ]


def test_figures_and_flags_stand_beside_them(team: FinishedTeam) -> None:
    words = open_as("lena", f"{screen_of(team)}/analysis").words()
    assert "5 students are entered completely." in words
    assert "Mean score" in words
    assert "Share of the points 80.0%" in words


def test_few_students_have_answers_but_no_figures(team: FinishedTeam) -> None:
    path = f"/v1/trackers/{team.trackers['c1']}/sheets/{team.pre_test}"
    sheet = team.lena.get(path)
    away = [{"student_id": each, "status": "absent"} for each in team.students["c1"][:2]]
    assert team.lena.patch(path, {"students": away}, etag=sheet.etag).status == 200
    shown = open_as("lena", f"{screen_of(team)}/analysis")
    assert "Mean score" not in shown.words()
    assert shown.words(".note")
    assert [row[0] for row in read_answers(shown, 1)] == ["A", "B All points"]
    assert "Item analysis (CSV)" not in shown.words()


def test_a_sheet_without_answers_says_where_to_enter_them(team: FinishedTeam) -> None:
    body = {"assessment_id": team.pre_test}
    assert team.noah.post(f"/v1/trackers/{team.trackers['c3']}/assessments", body).status == 201
    shown = open_as("noah", f"{screen_of(team, 'c3')}/analysis")
    assert shown.words(".empty-title") == "Nothing is entered yet."
    assert shown.link("Enter results") == screen_of(team, "c3")


@pytest.mark.parametrize("name", ["analysis", "students"])
def test_figures_are_had_as_files(team: FinishedTeam, name: str) -> None:
    shown = open_as("lena", f"{screen_of(team)}/files/{name}")
    assert str(shown.headers["Content-Type"]).startswith("text/csv")
    named = {"analysis": "Item analysis (Excel)", "students": "Students by items (Excel)"}[name]
    book = open_as("lena", open_as("lena", f"{screen_of(team)}/analysis").link(named)).content
    assert len(read_by_calamine(book)) == len(shown.text.splitlines())
    assert open_as("lena", f"{screen_of(team)}/files/other").status == 404


def test_others_find_no_such_sheet(team: FinishedTeam) -> None:
    for below in ("analysis", "files/students"):
        assert open_as("olga", f"{screen_of(team)}/{below}").status == 404
        assert open_as("sam", f"{screen_of(team)}/{below}").status == 200


def test_the_screen_asks_the_api_twice(team: FinishedTeam) -> None:
    asked = list_calls_as(
        team.world,
        "lena",
        Role.TEACHER,
        show_sheet_analysis,
        {},
        tracker_id=team.trackers["c1"],
        given_id=team.pre_test,
    )
    assert len(asked) == 2


# -- grouping --------------------------------------------------------------------------------------


def a_student(name: str, cell: Any, points: str | None = "0", **changes: str) -> dict[str, Any]:
    known = {"student_id": name, "status": "present", "version": "A"}
    return {**known, **changes, "cells": [cell], "scores": [points]}


def test_answers_are_grouped_by_form_and_left_out_comes_last() -> None:
    students = [
        a_student("a", {"omitted": True}),
        a_student("b", {"response": "C"}),
        a_student("c", {"points": "1.5"}, "1.5"),
        a_student("d", {"points": "0.5"}, "0.5"),
        a_student("e", {"response": "C"}),
        a_student("f", {"response": "A"}, "1", version="B"),
        a_student("g", None, None),
        a_student("h", {"response": "C"}, status="absent"),
    ]
    found = group_answers({"students": students}, 0)
    assert [(each.form, each.response, each.points, each.students) for each in found] == [
        ("A", "C", "0", ["b", "e"]),
        ("A", "", "1.5", ["c"]),
        ("A", "", "0.5", ["d"]),
        ("A", "", "0", ["a"]),
        ("B", "A", "1", ["f"]),
    ]
