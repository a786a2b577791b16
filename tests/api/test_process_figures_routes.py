"""The figures of a process, as its team and its administrators read them."""

from __future__ import annotations

import base64
import csv
import io
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from chalicelib.processes.scores import ResultStatus, StudentScore
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.support.process_rows import Given, a_class, a_row
from tests.support.world import DISTRICT, World, WorldPerson

BEFORE: Given = {"ada": 10, "bob": 8, "cy": 12, "dee": 4, "eve": 14, "fay": "absent"}
AFTER: Given = {"ada": 16, "bob": 14, "cy": 12, "dee": 10, "eve": 13, "fay": 20}
"""Of 20 points. Of those with both: from 48% to 65%."""


def prepare_team(world: World) -> TeamAtWork:
    made = world.scene(TeamAtWork)
    store_class(made, "c1", "lena", BEFORE, AFTER)
    store_class(made, "c2", "mia", {"gus": 10, "hal": "partial", "ida": "not_entered"}, {"gus": 6})
    store_class(made, "c3", "noah", {"jo": "exempt", "kim": 0})
    return made


@pytest.fixture
def team(world: World) -> TeamAtWork:
    return world.scene(prepare_team)


def store_class(team: TeamAtWork, *facts: Any, **more: Any) -> None:
    row = a_row(DISTRICT, team.process, a_class(*facts, **more))
    team.world.services.table.commit([row])


def look(team: TeamAtWork, what: str, person: WorldPerson | None = None) -> dict[str, Any]:
    body: dict[str, Any] = expect_ok((person or team.noah).get(f"{team.path}/{what}")).body
    return body


def pick(thing: dict[str, Any], *names: str) -> tuple[Any, ...]:
    return tuple(thing[name] for name in names)


COUNTS = ("tested", "absent", "exempt", "partial", "not_entered")


# -- collect and chart -----------------------------------------------------------------------------


def test_step_one_counts_per_team_teacher_and_class(team: TeamAtWork) -> None:
    body = look(team, "collection?test=pre")
    assert pick(body["team"], *COUNTS) == (7, 1, 1, 1, 1)
    assert [(each["teacher_name"], *pick(each, *COUNTS)) for each in body["teachers"]] == [
        ("Lena Example", 5, 1, 0, 0, 0),
        ("Mia Example", 1, 0, 0, 1, 1),
        ("Noah Example", 1, 0, 1, 0, 0),
    ]
    assert [pick(each, "class_id", "title", "teacher_id") for each in body["classes"]] == [
        ("c1", "Math c1", "lena"), ("c2", "Math c2", "mia"), ("c3", "Math c3", "noah"),
    ]  # fmt: skip
    lenas = body["teachers"][0]
    assert lenas["average"] == {"percent": 48.0, "student_count": 5, "text": "48.0% (n = 5)"}
    assert [pick(each, "name", "student_count", "percent") for each in lenas["levels"]] == [
        ("Far Below", 2, 40.0), ("Below", 2, 40.0), ("Meets", 1, 20.0), ("Exceeds", 0, 0.0),
    ]  # fmt: skip
    assert lenas["proficient"]["text"] == "20.0% (1 of 5)"


@pytest.mark.parametrize("what", ["collection?test=pre", "collection?test=post", "goals?"])
def test_the_team_alone_is_the_same_without_the_rows(team: TeamAtWork, what: str) -> None:
    whole, alone = look(team, what), look(team, f"{what}&team_only=true")
    assert whole["classes"]
    assert (alone["teachers"], alone["classes"]) == ([], [])
    assert alone["team"] == whole["team"]
    if "chart" in whole:
        assert alone["chart"]["bars"] == whole["chart"]["bars"][:1]


def test_it_shows_the_assessed_standards_and_the_data_of_a_chart(team: TeamAtWork) -> None:
    body = look(team, "collection")
    assert body["assessment"]["title"] == "Fractions, before"
    assert body["assessment"]["standards"] == ["3.NB.1", "3.FR.1"]
    assert [pick(each, "name", "range_text", "meets") for each in body["levels"]][2] == (
        "Meets", "70% to below 85%", True,
    )  # fmt: skip
    assert len({each["color"] for each in body["levels"]}) == 4
    chart = body["chart"]
    assert [pick(bar, "label", "student_count", "counts") for bar in chart["bars"][:2]] == [
        ("Team", 7, [3, 3, 1, 0]), ("Lena Example", 5, [2, 2, 1, 0]),
    ]  # fmt: skip
    assert "Lena Example, 5 tested: Far Below 2 (40.0%), Below 2 (40.0%)" in chart["alt"]


def test_a_test_that_nobody_has_yet_is_all_nulls_and_zeros(team: TeamAtWork) -> None:
    body = look(team, "collection?test=post")
    assert body["assessment"] is None
    noah = body["teachers"][2]
    assert pick(noah, "tested", "activated_class_count", "class_count") == (0, 0, 1)
    assert noah["average"]["percent"] is None
    assert {each["percent"] for each in noah["levels"]} == {None}


# -- comparison ------------------------------------------------------------------------------------


def test_averages_stand_side_by_side_each_with_its_n(team: TeamAtWork) -> None:
    body = look(team, "comparison")
    lena = body["teachers"][0]
    assert pick(lena["all_tested"]["pre"], "percent", "student_count") == (48.0, 5)
    assert pick(lena["all_tested"]["post"], "percent", "student_count") == (70.8, 6)
    matched = lena["matched"]
    assert (matched["pre"]["text"], matched["post"]["text"]) == (
        "48.0% (n = 5)", "65.0% (n = 5)",
    )  # fmt: skip
    assert matched["change"] == {
        "points": 17.0, "relative": 35.4,
        "short_text": "+17.0", "text": "+17.0 percentage points", "relative_text": "+35.4%",
    }  # fmt: skip
    mia = body["teachers"][1]["matched"]["change"]
    assert pick(mia, "points", "text") == (-20.0, "\N{MINUS SIGN}20.0 percentage points")
    assert mia["short_text"] == "\N{MINUS SIGN}20.0"
    assert body["classes"][2]["matched"]["change"] is None


def test_teachers_and_classes_are_sorted_by_any_column(team: TeamAtWork) -> None:
    body = look(team, "comparison?sort=matched_change&order=desc")
    assert [each["teacher_id"] for each in body["teachers"]] == ["lena", "mia", "noah"]
    body = look(team, "comparison?sort=matched_change&order=asc")
    assert [each["class_id"] for each in body["classes"]] == ["c2", "c1", "c3"], "blank is last"
    assert team.noah.get(f"{team.path}/comparison?sort=color").status == 422


def students(team: TeamAtWork, query: str = "") -> list[str]:
    return [each["student_id"] for each in look(team, f"comparison/students?{query}")["items"]]


def test_every_student_has_both_tests_side_by_side(team: TeamAtWork) -> None:
    items = look(team, "comparison/students?teacher_id=lena")["items"]
    assert [each["student_id"] for each in items] == ["ada", "bob", "cy", "dee", "eve", "fay"]
    ada, fay = items[0], items[-1]
    assert pick(ada, "family_name", "given_name", "class_title") == (
        "Zimmer ada",
        "Ada",
        "Math c1",
    )
    assert pick(ada["pre"], "percent", "level_name") == (50.0, "Below")
    assert pick(ada["change"], "points", "relative") == (30.0, 60.0)
    assert pick(fay["pre"], "status", "percent", "level") == ("absent", None, None)
    assert (fay["change"], fay["post"]["percent"]) == (None, 100.0)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sort=name&order=desc&teacher_id=lena", "fay eve dee cy bob ada"),
        ("sort=pre&teacher_id=lena", "dee bob ada cy eve fay"),
        ("sort=pre&order=desc&teacher_id=lena", "eve cy ada bob dee fay"),
        ("sort=post&teacher_id=lena", "dee cy eve bob ada fay"),
        ("sort=change&order=desc&teacher_id=lena", "ada bob dee cy eve fay"),
        ("sort=relative&order=desc&teacher_id=lena", "dee bob ada cy eve fay"),
        ("sort=class&order=desc&limit=3", "jo kim gus"),
        ("sort=teacher&order=asc&limit=2", "ada bob"),
        ("class_id=c2", "gus hal ida"),
    ],
)
def test_students_are_sorted_by_any_column(team: TeamAtWork, query: str, expected: str) -> None:
    assert students(team, query) == expected.split()


@pytest.mark.parametrize("sort", ["name", "class", "teacher", "pre", "post", "change"])
@pytest.mark.parametrize("order", ["asc", "desc"])
def test_pages_join_without_gap_or_repeat_where_many_are_alike(
    team: TeamAtWork, sort: str, order: str
) -> None:
    alike: Given = {f"s{n:02}": 10 for n in range(23)}
    store_class(team, "c4", "lena", alike, alike)
    whole = students(team, f"sort={sort}&order={order}&limit=200")
    path = f"{team.path}/comparison/students?sort={sort}&order={order}&limit=5"
    seen: list[str] = []
    cursor = ""
    while cursor is not None:
        reply = expect_ok(team.noah.get(path + (f"&cursor={cursor}" if cursor else "")))
        seen += [each["student_id"] for each in reply.body["items"]]
        cursor = reply.body["next"]
    assert seen == whole
    assert reply.body["total"] == len(whole) == 34


def test_a_cursor_says_no_name_and_no_score(team: TeamAtWork) -> None:
    cursor = look(team, "comparison/students?limit=2&sort=pre")["next"]
    signature = 22  # characters, in front of the position
    text = base64.urlsafe_b64decode(cursor[signature:] + "==").decode()
    assert "Zimmer" not in text
    assert text.endswith('"dee","c1",2]'), "an id, a class, how far it was read"


def test_the_list_is_a_file_that_no_spreadsheet_runs(team: TeamAtWork) -> None:
    store_class(team, "c4", "lena", {"=1+1": 10})
    reply = expect_ok(team.noah.get(f"{team.path}/comparison/students.csv?sort=change&order=desc"))
    assert reply.headers["Content-Disposition"].endswith('filename="comparison-students.csv"')
    rows = list(csv.reader(io.StringIO(reply.body.lstrip("\ufeff"))))
    assert len(rows) == 1 + 12
    ada = dict(zip(rows[0], rows[1], strict=True))
    assert (ada["Student ID"], ada["Pre-test %"]) == ("ada", "50")
    (points,) = [value for name, value in ada.items() if name.startswith("Change in percentage")]
    assert points == "30"
    assert "'=1+1" in {row[2] for row in rows}


@pytest.mark.parametrize("what", ["comparison/students", "comparison/students.csv", "goals/c1"])
def test_reading_students_leaves_an_audit_line(
    team: TeamAtWork, what: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", "plumbline"):
        expect_ok(team.noah.get(f"{team.path}/{what}"))
    (line,) = [vars(each) for each in caplog.records if each.message == "read_of_students"]
    assert line["person"] == "noah"
    assert line["subject"].startswith(team.process)


def test_a_person_outside_it_does_not_find_it(team: TeamAtWork) -> None:
    for query in ("teacher_id=olga", "class_id=c9", "teacher_id=mia&class_id=c1"):
        assert team.noah.get(f"{team.path}/comparison/students?{query}").status == 404


# -- growth ----------------------------------------------------------------------------------------


def test_growth_has_its_n_and_its_words(team: TeamAtWork) -> None:
    expect_ok(team.lena.put(f"{team.path}/goals/c1", {"added_student_ids": ["cy"]}, etag='"0"'))
    lena = look(team, "growth")["teachers"][0]
    assert (lena["student_count"], lena["withheld"], lena["normalized_gain"]) == (5, None, 32.7)
    assert lena["message"].startswith("The average rose from 48.0% to 65.0% (5 students with both")
    assert lena["effect"]["student_count"] == 5
    assert lena["effect"]["lower"] < lena["effect"]["effect_size"] < lena["effect"]["upper"]
    assert pick(lena["movement"], "up", "unchanged", "down", "student_count") == (3, 1, 1, 5)
    assert pick(lena["goal"], "met") == (True,)
    assert lena["goal"]["target"]["text"] == "40.0% (2 of 5)"
    assert lena["goal"]["reached"]["text"] == "50.0% (3 of 6)"


def test_nothing_is_shown_below_five_matched_students_and_it_says_why(team: TeamAtWork) -> None:
    mia = look(team, "growth")["teachers"][1]
    assert pick(
        mia, "student_count", "average", "normalized_gain", "effect", "movement", "goal"
    ) == (1, *[None] * 5)
    assert mia["withheld"]["reason"] == "too_few"
    assert mia["message"] == (
        "Growth is not shown: 1 student has both tests with this teacher, and "
        "at least 5 are needed."
    )


def test_a_goal_that_nobody_confirmed_is_as_preselected(team: TeamAtWork) -> None:
    body, goals = look(team, "growth"), look(team, "goals")
    for grown, goal in ((body["team"], goals["team"]), (body["teachers"][0], goals["teachers"][0])):
        assert grown["goal"]["target"] == goal["target"]
        assert pick(grown["goal"], "class_count", "decided_class_count") == pick(
            goal, "class_count", "decided_class_count"
        )
    assert body["team"]["goal_message"].endswith(
        "Confirmed for 0 of 3 classes: it uses the preselected students."
    )


def test_students_left_out_of_the_growth_are_counted_with_the_reason(team: TeamAtWork) -> None:
    body = look(team, "growth")["team"]
    assert body["student_count"] == 6
    assert body["left_out_message"] == (
        "1 student without a post-test is left out: 1 in a class that was not given it. "
        "1 student without a pre-test is left out: 1 absent."
    )
    assert body["left_out"][0] == {"test": "post", "reason": "not_given", "student_count": 1}
    assert body["left_out_message"] in look(team, "comparison")["notes"]


def test_a_student_who_changed_class_is_in_the_team_s_growth_and_listed_once(
    team: TeamAtWork,
) -> None:
    store_class(team, "c1", "lena", {**BEFORE, "zoe": 10}, AFTER)
    store_class(team, "c2", "mia", {"gus": 10, "zoe": "not_entered"}, {"gus": 6, "zoe": 16})
    n = look(team, "comparison")["team"]["matched"]["pre"]["student_count"]
    assert look(team, "growth")["team"]["student_count"] == n == 7
    lena = look(team, "growth")["teachers"][0]
    assert lena["left_out"][0] == {"test": "post", "reason": "elsewhere", "student_count": 1}
    assert "took it in another class of the team" in lena["left_out_message"]
    items = look(team, "comparison/students")["items"]
    (zoe,) = [each for each in items if each["student_id"] == "zoe"]
    assert [each["class_title"] for each in zoe["classes"]] == ["Math c1", "Math c2"]
    assert (zoe["pre"]["class_id"], zoe["post"]["class_id"]) == ("c1", "c2")
    assert zoe["change"]["text"] == "+30.0 percentage points"
    for query in ("class_id=c1", "class_id=c2", "teacher_id=lena", "teacher_id=mia"):
        assert "zoe" in students(team, query), "in either class's list"
    text = expect_ok(team.noah.get(f"{team.path}/comparison/students.csv?class_id=c2")).body
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    (row,) = [row for row in rows if row["Student ID"] == "zoe"]
    assert (row["Class"], row["Other class"], row["Other class's teacher"]) == (
        "Math c1", "Math c2", "Mia Example",
    )  # fmt: skip


def test_a_change_beside_its_figures_says_that_all_are_rounded(team: TeamAtWork) -> None:
    for what in ("comparison", "growth"):
        assert any("can differ by 0.1" in each for each in look(team, what)["notes"])


def test_a_percent_never_contradicts_its_level(team: TeamAtWork) -> None:
    row = a_class("c4", "noah")
    points = (StudentScore("pat", ResultStatus.TESTED, Fraction("13.998"), Fraction(20)),)
    known_row = a_row(DISTRICT, team.process, replace(row, pre=points, post=points))
    team.world.services.table.commit([known_row])
    (pat,) = look(team, "comparison/students?class_id=c4")["items"]
    assert pick(pat["pre"], "percent", "level_name") == (69.99, "Below")
    (c4,) = [each for each in look(team, "collection")["classes"] if each["class_id"] == "c4"]
    assert c4["average"]["text"] == "69.99% (n = 1)"
    assert expect_ok(team.noah.get(f"{team.path}/goals/c4")).body["students"][0]["percent"] == 69.99


# -- who -------------------------------------------------------------------------------------------

FIGURES = ("collection", "comparison", "comparison/students", "comparison/students.csv", "growth")


@pytest.mark.parametrize("what", FIGURES)
def test_the_team_and_its_administrators_see_figures_and_nobody_else(
    team: TeamAtWork, what: str
) -> None:
    answers = {
        name: getattr(team, name).get(f"{team.path}/{what}").status
        for name in ("lena", "mia", "noah", "sam", "dana", "olga", "saul")
    }
    assert answers == {
        "lena": 200, "mia": 200, "noah": 200, "sam": 200, "dana": 200, "olga": 404, "saul": 404,
    }  # fmt: skip


def test_without_a_class_there_is_nothing_and_nothing_breaks(world: World) -> None:
    team = world.scene(TeamAtWork)
    assert look(team, "collection")["team"]["tested"] == 0
    assert look(team, "comparison")["team"]["matched"]["change"] is None
    assert look(team, "growth")["team"]["withheld"]["student_count"] == 0
    assert students(team) == []
    assert look(team, "goals")["team"]["target"]["percent"] is None
