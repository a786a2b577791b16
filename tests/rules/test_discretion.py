"""Do mail and report for administrators leave out enough, so that nobody can work out a score?"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.processes.analytics.formatting import format_percent
from chalicelib.processes.model import Attached, ClassRow, Ended, Process, ProcessSnapshot
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.reporting.email_summary import build_email_summary
from chalicelib.processes.reporting.finished_report import (
    NO_FIGURES,
    PROTECTED,
    build_finished_report,
)
from chalicelib.processes.reporting.measurements import measure_for_schools, measure_process
from chalicelib.processes.reporting.model import ReportContext
from chalicelib.processes.reporting.papers import to_print
from chalicelib.processes.reporting.redaction import redact, redact_outside
from chalicelib.processes.scores import ClassScores, ResultStatus, StudentScore
from chalicelib.processes.suppression.census import hide_rows, hide_team, take_census
from chalicelib.processes.suppression.model import RowPart, RowsHidden, in_words
from chalicelib.processes.views import describe_hidden
from chalicelib.suppression import FEWEST, SuppressionReason, cover
from chalicelib.teams.levels import DEFAULT
from chalicelib.teams.model import Colleague

FRAME = ReportContext(district="Green Bluff ISD")


def process(
    goals: tuple[str, ...] = (), /, **taught: dict[str, tuple[int, int, int]]
) -> ProcessSnapshot:
    """Return a locked process; a class says how many were tested, and the percent of each test."""
    head = Process(
        id="P", name="Unit 4", state=ProcessState.LOCKED, team="T", team_name="Math",
        leaders=(Colleague(id="lena", name="Lena"),), levels=DEFAULT,
        pre=Attached(assessment="A", title="Before"), post=Attached(assessment="B", title="After"),
        creator="lena", created="2026-09-01T08:00:00.000Z",
        ended=Ended(by="lena", by_name="Lena", at="2026-11-20T15:00:00.000Z"),
    )  # fmt: skip
    rows = tuple(
        ClassRow(ClassScores(
            name, f"Class {name}", "north", teacher, teacher.title(),
            pre=some_scores(name, many, before), post=some_scores(name, many, after),
        ))
        for teacher, classes in taught.items()
        for name, (many, before, after) in classes.items()
    )  # fmt: skip
    kept = json.dumps({"until": "2026-11-20", "added": [], "removed": []})
    return ProcessSnapshot(head, rows=rows, goals=dict.fromkeys(goals, (kept, 1)))


def some_scores(name: str, many: int, percent: int) -> tuple[StudentScore, ...]:
    """Return results of a class: each student has so many percent."""
    score = (ResultStatus.TESTED, Fraction(percent), Fraction(100))
    return tuple(StudentScore(f"{name}-{n}", *score) for n in range(many))


def write_papers(opened: ProcessSnapshot) -> tuple[dict[str, Any], Any]:
    """Return everything that report and mail say."""
    figures = redact(measure_process(opened))
    report = dict(to_print(build_finished_report(opened, FRAME, figures)).data)
    return report, build_email_summary(opened.process, FRAME, figures, 1)


def everything(opened: ProcessSnapshot) -> str:
    report, mail = write_papers(opened)
    return f"{report} {mail.model_dump_json()}"


# -- which rows are blank --------------------------------------------------------------------------


def cover_parts(sizes: dict[str, int]) -> dict[str, SuppressionReason]:
    """Return which of parts of these sizes are hidden, of a sum that is shown."""
    parts = {each: frozenset((f"{each}{n}", each) for n in range(sizes[each])) for each in sizes}
    return cover([frozenset().union(*parts.values())], parts)


def blank(taught: dict[str, dict[str, int]]) -> tuple[SuppressionReason | None, RowsHidden]:
    """Return what is hidden of the team and its rows on the pre-test: so many tested by class."""
    given = {t: {c: (n, 50, 50) for c, n in own.items()} for t, own in taught.items()}
    census = take_census(process(**given).scores, DEFAULT)
    return hide_team(census).get(RowPart.PRE), hide_rows(census)[RowPart.PRE]


def test_one_small_group_takes_the_next_smallest_with_it() -> None:
    assert cover_parts({"a": 4, "b": 20, "c": 9}) == {
        "a": SuppressionReason.FEW,
        "c": SuppressionReason.OTHERS,
    }


def test_two_small_groups_take_another_while_together_they_are_few() -> None:
    assert cover_parts({"a": 2, "b": 2, "c": 9, "d": 9}).keys() == {"a", "b", "c"}
    assert cover_parts({"a": 2, "b": 3, "c": 9}).keys() == {"a", "b"}


def test_untested_students_are_no_small_group() -> None:
    assert cover_parts({"a": 0, "b": 5, "c": 9}) == {}


def test_all_classes_of_a_blank_teacher_are_blank_and_none_of_another_s_is_alone() -> None:
    team, rows = blank({"mia": {"m1": 4}, "noah": {"n1": 9}, "lena": {"l1": 3, "l2": 8, "l3": 30}})
    assert team is None
    assert rows.cells.keys() == {("north", "mia"), ("north", "noah")}
    assert rows.classes.keys() == {"m1", "n1", "l1", "l2"}


def test_of_a_team_below_five_everything_is_blank() -> None:
    team, rows = blank({"mia": {"m": 3}, "noah": {"n": 1}})
    assert team == SuppressionReason.FEW
    assert set(rows.classes) == {"m", "n"}


_CLASSES = st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=4), min_size=1, max_size=6)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_CLASSES)
def test_groups_found_by_subtraction_are_never_fewer_than_five(sizes: list[list[int]]) -> None:
    """A sum that is shown, without its parts that are shown, is of five students or nobody."""
    taught = {f"t{t}": {f"t{t}.{c}": n for c, n in enumerate(own)} for t, own in enumerate(sizes)}
    teachers = {each: sum(own.values()) for each, own in taught.items()}
    whole, rows = blank(taught)
    hidden = {teacher for _, teacher in rows.cells}
    parts = [(whole is None, sum(teachers.values()), teachers, hidden)]
    parts += [(t not in hidden, teachers[t], taught[t], set(rows.classes)) for t in taught]
    for shown, many, own, unshown in parts:
        rest = [n for each, n in own.items() if n and each in unshown]
        assert all(n >= FEWEST for each, n in own.items() if n and each not in unshown)
        if shown and rest:
            assert sum(rest) == many - sum(n for each, n in own.items() if each not in unshown)
            assert len(rest) > 1
            assert sum(rest) >= FEWEST
    for teacher, own in taught.items():
        if teacher in hidden:
            assert {each for each, n in own.items() if n} <= set(rows.classes)


def test_a_note_says_which_test_is_blank_and_why() -> None:
    assert in_words({}) == ""
    both = {
        RowPart.PRE: SuppressionReason.FEW,
        RowPart.POST: SuppressionReason.FEW,
        RowPart.BOTH: SuppressionReason.FEW,
    }
    assert in_words(both) == "Not shown: fewer than 5 students"
    assert (
        in_words({RowPart.BOTH: SuppressionReason.FEW}) == "Change not shown: fewer than 5 students"
    )
    mixed = in_words({RowPart.PRE: SuppressionReason.FEW, RowPart.POST: SuppressionReason.OTHERS})
    assert mixed.startswith("Pre-test not shown: fewer than 5 students. Post-test not shown: to")


# -- the sentences ---------------------------------------------------------------------------------

SMALL = {"lena": {"a": (20, 31, 43)}, "mia": {"b": (4, 57, 83)}, "noah": {"c": (9, 61, 71)}}
"""Mia's four are blank, and Noah's nine with them."""


def test_no_figure_of_a_small_teacher_or_the_next_is_anywhere() -> None:
    said = everything(process(("a", "b", "c"), **SMALL))
    for percent in (57, 83, 61, 71):
        assert format_percent(Fraction(percent, 100)) not in said, percent
    for percent in (31, 43):
        assert format_percent(Fraction(percent, 100)) in said, percent


def test_a_row_that_is_blank_says_so_in_words() -> None:
    report, mail = write_papers(process(("a", "b", "c"), **SMALL))
    lena, mia, noah = report["teachers"]
    assert lena["note"] == ""
    assert mia["note"] == "Not shown: fewer than 5 students"
    assert noah["note"].startswith("Not shown: to protect")
    for row in (mia, noah, *report["classes"][1:]):
        shown = {name: value for name, value in row.items() if "average" in name or "meets" in name}
        assert set(shown.values()) == {""}
        assert (row["points"], row["percent"], row["sign"]) == ("", "", "unknown")
    assert mia["pre_tested"] == "4"
    assert [each.note for each in mail.teachers] == ["", mia["note"], noah["note"]]
    assert [each.goal for each in mail.teachers] == ["Met", "Not shown", "Not shown"]


def test_charts_draw_no_bar_of_them_and_say_why() -> None:
    report, _ = write_papers(process(**SMALL))
    team, lena, mia, noah = report["chart"]["groups"]
    assert all(bar["counts"] for bar in (*team["bars"], *lena["bars"]))
    assert {bar["counts"] for bar in (*mia["bars"], *noah["bars"])} == {()}
    assert {bar["note"] for bar in mia["bars"]} == {"not shown: fewer than 5 students"}


def test_goals_of_them_have_no_numbers() -> None:
    report, _ = write_papers(process(("a", "b", "c"), **SMALL))
    team, lena, mia, noah = report["goals"]
    assert team["target"]
    assert lena["target"]
    for row in (mia, noah):
        assert (row["baseline"], row["target"], row["result"], row["met"]) == ("", "", "", None)
        assert row["outcome"].startswith("Not shown: ")


def test_a_goal_of_some_classes_is_hidden_where_the_rest_could_be_worked_out() -> None:
    opened = process(("a", "c"), **SMALL)
    report, _ = write_papers(opened)
    assert report["goals"][0]["target"] == ""
    assert report["summary"]["goal"].startswith("The team's goal is not shown")
    whole = process(("a",), lena={"a": (20, 31, 43)}, mia={"b": (20, 57, 83)})
    assert write_papers(whole)[0]["goals"][0]["target"]


@pytest.mark.parametrize("many", [1, 4])
def test_a_team_below_five_has_no_figures_and_a_sentence_says_so(many: int) -> None:
    opened = process(("a",), lena={"a": (many, 31, 83)})
    report, mail = write_papers(opened)
    assert report["summary"]["headline"] == mail.headline == NO_FIGURES
    assert report["summary"]["figures"] == ()
    assert (mail.levels, mail.levels_chart, mail.movement_chart) == ((), None, None)
    said = everything(opened)
    for number in ("31.0", "83.0", "52.0"):
        assert number not in said
    assert "not shown: fewer than 5 students" in report["chart"]["alt"]


def test_one_small_test_blanks_that_test_alone() -> None:
    opened = process(lena={"a": (20, 31, 43)}, mia={"b": (6, 57, 83)})
    few = opened.rows[1].scores
    post = few.post or ()
    rows = (opened.rows[0], ClassRow(ClassScores(
        "b", "Class b", "north", "mia", "Mia", pre=few.pre, post=post[:4],
    )))  # fmt: skip
    report, _ = write_papers(ProcessSnapshot(opened.process, rows=rows))
    lena, mia = report["teachers"]
    assert mia["pre_average"] == "57.0%"
    assert mia["note"] == "Post-test not shown: fewer than 5 students"
    assert (lena["pre_average"], lena["post_average"]) == ("31.0%", "")


def test_with_five_and_more_everywhere_nothing_is_left_out() -> None:
    opened = process(("a", "b"), lena={"a": (5, 31, 43)}, mia={"b": (6, 57, 83)})
    assert redact(measure_process(opened)) == measure_process(opened)


# -- a team of several schools ---------------------------------------------------------------------


def at(opened: ProcessSnapshot, **schools: str) -> ProcessSnapshot:
    """Return a process with its classes at these schools."""
    rows = (
        replace(row, scores=replace(row.scores, school=schools[row.scores.school_class]))
        for row in opened.rows
    )
    return replace(opened, rows=tuple(rows))


def test_a_small_school_hides_the_whole_team_s_figures_and_no_large_teacher_s() -> None:
    opened = at(
        process(("a", "b"), lena={"a": (20, 31, 43)}, mia={"b": (4, 57, 83)}), a="north", b="south"
    )
    report, mail = write_papers(opened)
    assert report["summary"]["headline"] == mail.headline == PROTECTED
    assert report["team"]["pre_average"] == ""
    assert [row["pre_average"] for row in report["teachers"]] == ["31.0%", ""]
    assert report["goals"][0]["target"] == ""
    said = everything(opened)
    for number in ("57.0", "83.0", "35.3", "49.7"):
        assert number not in said, number


def test_the_next_smallest_at_the_same_school_is_hidden_with_a_small_one() -> None:
    """The administrators of the other school know what their own classes came to."""
    opened = at(
        process(lena={"a": (8, 31, 43)}, mia={"b": (4, 57, 83)}, noah={"c": (20, 61, 71)}),
        a="north", b="south", c="south",
    )  # fmt: skip
    report, _ = write_papers(opened)
    assert [row["pre_average"] for row in report["teachers"]] == ["31.0%", "", ""]


def test_a_change_says_of_which_students_it_is() -> None:
    opened = process(("a", "b"), mia={"a": (9, 57, 83)}, noah={"b": (20, 31, 43)})
    (grown,) = (each for each in opened.rows if each.scores.teacher == "mia")
    extra = StudentScore("new", ResultStatus.TESTED, Fraction(0), Fraction(100))
    late = replace(grown.scores, pre=(*(grown.scores.pre or ()), extra))
    rows = tuple(replace(each, scores=late) if each is grown else each for each in opened.rows)
    report, mail = write_papers(replace(opened, rows=rows))
    notes = {each["label"]: each["note"] for each in report["summary"]["figures"]}
    assert notes["Pre-test average"] == "30 tested"
    assert re.fullmatch(r"[\d.]+ ?% to [\d.]+ ?%, 29 with both tests", notes["Change, both tests"])
    line = next(each for each in mail.teachers if each.name == "Mia")
    assert line.pre_n == "n = 10"
    assert re.fullmatch(r"57.0 ?% to 83.0 ?%, n = 9", line.matched)


# -- a mail for the administrators of some schools -------------------------------------------------


def part_of(opened: ProcessSnapshot, **schools: str) -> str:
    figures = redact_outside(measure_for_schools(opened, schools))
    mail = build_email_summary(opened.process, FRAME, figures, 0, part=tuple(schools.values()))
    return mail.model_dump_json()


def test_a_part_has_the_team_and_the_classes_of_its_schools() -> None:
    opened = at(
        process(("a", "b"), noah={"a": (20, 31, 43)}, mia={"b": (9, 57, 83)}), a="north", b="south"
    )
    said = part_of(opened, south="South School")
    assert "South School: all classes" in said
    assert "Mia" in said
    assert "Noah" not in said
    for number in ("57.0", "83.0", "39.1", "55.4"):
        assert number in said, number
    for number in ("43.0", "n = 20"):
        assert number not in said, number


def test_a_part_says_nothing_of_a_team_that_leaves_few() -> None:
    opened = at(
        process(("a", "b"), lena={"a": (20, 31, 43)}, mia={"b": (4, 57, 83)}), a="north", b="south"
    )
    said = part_of(opened, north="North School")
    assert PROTECTED in said
    assert '"Tested","pre":"not shown"' in said.replace('"label":', "")
    assert "31.0" in said, "their own part"
    for number in ("35.3", "49.7", '"24"'):
        assert number not in said, number
    small = part_of(opened, south="South School")
    for number in ("57.0", "83.0"):
        assert number not in small, "a mail is forwarded"


def test_figures_hidden_for_one_reason_share_one_sentence() -> None:
    others = "to protect a group of fewer than 5 students"
    assert describe_hidden(
        {
            RowPart.PRE: SuppressionReason.OTHERS,
            RowPart.PRE_AWAY: SuppressionReason.OTHERS,
            RowPart.POST: SuppressionReason.FEW,
        }
    ) == [
        (
            "Of the team as a whole, the pre-test and the number of students without a pre-test "
            f"are not shown, {others}."
        ),
        (
            "Of the team as a whole, the post-test is not shown, because it is of fewer than 5 "
            "students."
        ),
    ]
    assert describe_hidden(
        {RowPart.PRE: SuppressionReason.FEW, RowPart.POST: SuppressionReason.FEW}
    ) == [
        (
            "Of the team as a whole, the pre-test and the post-test are not shown, because they "
            "are of fewer than 5 students."
        ),
    ]
