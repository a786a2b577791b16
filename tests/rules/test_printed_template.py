"""The printable template says what is known, and names students to their teacher alone."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.processes.model import ClassRow, PageName, ProcessSnapshot
from chalicelib.processes.pages.model import ProcessPage, Stamp, StrategyRow, Written
from chalicelib.processes.reporting.finished_report import strategies
from chalicelib.processes.reporting.model import ReportContext
from chalicelib.processes.reporting.papers import PrintableTemplate, to_print
from chalicelib.processes.reporting.printed_template import template
from chalicelib.processes.scores import ClassScores, ResultStatus
from chalicelib.reports.model import ReportPaperSize
from chalicelib.teams.levels import DEFAULT
from tests.support.printing import a_team, process_of
from tests.support.process_scores import a_class

FRAME = ReportContext(district="Juniper Flats", begun="September 1, 2026", paper="a4")
NAMES = {"s1": ("Diaz", "Ana"), "s2": ("Ng", "Bo"), "s3": ("Roy", "Cy"), "s4": ("Ott", "Di")}
MINE = a_class(
    "3A",
    {"s1": 90, "s2": 66, "s3": 30, "s4": ResultStatus.ABSENT},
    teacher="tess",
    teacher_name="Tess Example",
    names=NAMES,
)
OTHERS = a_class("3B", {"o1": 50, "o2": 80}, teacher="cole", names={"o1": ("Zimmer", "Zoe")})


def print_template(*classes: ClassScores, own: Sequence[ClassScores] = ()) -> PrintableTemplate:
    opened = ProcessSnapshot(
        process_of(a_team("lena", "tess", "cole")), rows=tuple(map(ClassRow, classes))
    )
    return template(opened, FRAME, "Printed today", own)


def test_a_process_that_has_only_a_name_is_all_room() -> None:
    said = print_template()
    assert said.identity.title == "Fractions on a line"
    assert said.paper.size == ReportPaperSize.A4
    assert (said.collect, said.results, said.class_goals, said.strategies) == ((), (), (), ())
    assert said.team_goal_sentence == ""
    assert [level.name for level in said.levels] == ["Far Below", "Below", "Meets", "Exceeds"]


def test_step_one_is_filled_with_the_data_of_team_and_classes() -> None:
    team, second, first = print_template(MINE, OTHERS).collect
    assert (team.label, team.tested, team.absent, team.counts) == (
        "Whole team", "5", "1", ("1", "2", "1", "1"),
    )  # fmt: skip
    assert (first.label, first.under, first.tested) == ("3A", "Tess Example", "3")
    assert first.average == "62.0%"
    assert second.label == "3B"


def test_a_members_own_goal_names_every_tested_student_and_ticks_who_is_in_it() -> None:
    (goal,) = print_template(MINE, OTHERS, own=[MINE]).class_goals
    assert (goal.baseline, goal.target) == ("33.3% (1 of 3)", "66.7% (2 of 3)")
    ticked = {student.name: student.chosen for student in goal.students}
    assert ticked == {"Ana Diaz": True, "Bo Ng": True, "Cy Roy": False}
    notes = {student.name: student.note for student in goal.students}
    assert notes["Bo Ng"] == "66.0%, within 5 points of Meets"
    assert "rise from" in goal.sentence


def test_nobody_is_named_but_to_their_teacher() -> None:
    told = str(to_print(print_template(MINE, OTHERS, own=[OTHERS])).data)
    assert "Zimmer" in told
    assert not any(family in told for family, _ in NAMES.values())


def test_a_class_without_results_has_room_for_its_goal() -> None:
    untested = a_class("3C", {"s1": ResultStatus.NOT_ENTERED}, teacher="tess", names=NAMES)
    (goal,) = print_template(untested, own=[untested]).class_goals
    assert (goal.class_name, goal.sentence, goal.baseline, goal.students) == ("3C", "", "", ())


def test_results_appear_once_a_post_test_was_given() -> None:
    done = a_class("3A", {"s1": 60, "s2": 66}, {"s1": 80, "s2": 66}, teacher="tess")
    assert print_template(MINE).results == ()
    team, teacher = print_template(done).results
    assert team.label == "Whole team"
    assert team.points == "+10.0"
    assert teacher.matched == "2"


def test_a_strategy_keeps_its_audience_even_if_that_level_is_gone() -> None:
    stamp = Stamp(version=1, by="lena", at="2026-10-01T12:00:00.000Z")
    chosen: dict[str, tuple[str, ...]] = {"a": ("1",), "b": ("3", "6"), "c": ("6",), "d": ()}
    rows = (
        StrategyRow(id=name, placed=stamp, fields={"levels": Written(value=levels, stamp=stamp)})
        for name, levels in chosen.items()
    )
    page = ProcessPage(name=PageName.STRATEGIES, rows=tuple(rows))
    assert [each.levels for each in strategies(page, DEFAULT)] == [
        "Far Below",
        "Meets",
        "A level that the team no longer has",
        "All students",
    ]
