"""A district's results, summed up from summaries; the same as from the students."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.percents import part_of, percent
from chalicelib.results.district.model import (
    ClassStanding,
    Reached,
    ResultGroup,
    SummaryLine,
    by_school,
    by_teacher,
    everything,
    group_classes,
    item_totals,
    read_lines,
    stage_of,
    standard_totals,
    standings,
)
from chalicelib.results.model import ResultProgress, Scored, Sheet, StudentPresence, StudentResults
from chalicelib.results.summary import SheetSummary, summary_of

THIS, OTHER = "d1", "d2"
SCORED = Scored(("1", "2", "1/3"), (0b01, 0b11, 0b10), ("50", "80"), 0)


def a_row(
    student: str, *earned: str, status: StudentPresence = StudentPresence.PRESENT
) -> StudentResults:
    return StudentResults(
        student, status, 1, "", tuple(f"={each}" if each else "" for each in earned), earned
    )


def a_sheet(
    school_class: str, rows: Sequence[StudentResults], school: str = "north", **changed: Any
) -> Sheet:
    known: dict[str, Any] = {
        "teacher": "tess",
        "distribution": THIS,
        "given": "2026-09-10",
        "enrolled": len(rows),
    }
    return Sheet(
        school_class, "a1", school, scored=SCORED, rows=tuple(rows), version=1, **known | changed
    )


def lines_of(*sheets: Sheet) -> list[SummaryLine]:
    return read_lines(
        (each.school_class, each.school, summary_of(each).serialize()) for each in sheets
    )


def classes_of(*sheets: Sheet, reached: Sequence[Reached] = ()) -> list[ClassStanding]:
    return list(standings(THIS, reached, [lines_of(*sheets)]))


def whole(*sheets: Sheet, reached: Sequence[Reached] = ()) -> ResultGroup:
    return everything(group_classes(classes_of(*sheets, reached=reached), by_school).values())


FULL = a_row("ann", "1", "2", "1/3")
HALF = a_row("bob", "1", "0.5", "0")
NOUGHT = a_row("cat", "0", "0", "0")


def test_a_line_agrees_with_the_summary() -> None:
    """The lists are read by their places: this is what keeps them in step with `SheetSummary`."""
    sheet = a_sheet("c1", [FULL, HALF, a_row("dan", "1", "", "")], enrolled=5)
    said, (line,) = SheetSummary.read(summary_of(sheet).serialize()), lines_of(sheet)
    assert line.head == [
        said.teacher,
        said.distribution,
        said.given,
        said.enrolled,
        said.complete,
        said.partial,
        said.absent,
        said.exempt,
        said.earned,
        said.possible,
    ]
    assert tuple(line.levels) == said.levels
    totals = item_totals([ClassStanding("c1", "north", "tess", "", line)])
    assert [(t.students, t.earned) for t in totals] == [
        (each.students, Fraction(each.earned)) for each in said.items
    ]
    assert [row[0] for row in line.standards] == [each.position for each in said.standards]


# -- which classes --------------------------------------------------------------------------------


def test_a_class_without_a_sheet_has_not_begun() -> None:
    found = whole(a_sheet("c1", [FULL]), reached=[Reached("c2", "north", "theo", "Math")])
    assert (found.classes, found.complete_classes, found.waiting_classes) == (2, 1, 1)


def test_a_class_with_two_trackers_is_one_class() -> None:
    twice = [Reached("c1", "north", "tess", "First"), Reached("c1", "north", "theo", "Second")]
    assert whole(reached=twice).classes == 1
    (only,) = classes_of(a_sheet("c1", [FULL]), reached=twice)
    assert (only.title, only.stage) == ("First", ResultProgress.COMPLETE)


def test_a_sheet_that_another_distribution_brought_is_not_counted() -> None:
    sheets = a_sheet("c1", [FULL]), a_sheet("c2", [NOUGHT], distribution=OTHER)
    found = whole(*sheets, reached=[Reached("c2", "north", "tess", "")])
    assert (found.classes, found.waiting_classes, found.complete) == (2, 1, 1)


def test_a_class_that_came_late_and_entered_results_counts() -> None:
    assert whole(a_sheet("c9", [FULL])).classes == 1


@pytest.mark.parametrize(
    ("enrolled", "rows", "stage"),
    [
        (2, [FULL, HALF], ResultProgress.COMPLETE),
        (3, [FULL, HALF], ResultProgress.PARTIAL),
        (2, [FULL, a_row("bob", "1", "", "")], ResultProgress.PARTIAL),
        (
            2,
            [FULL, a_row("bob", "", "", "", status=StudentPresence.ABSENT)],
            ResultProgress.COMPLETE,
        ),
        (1, [a_row("bob", "", "", "", status=StudentPresence.EXEMPT)], ResultProgress.COMPLETE),
        (2, [a_row("bob", "", "", "", status=StudentPresence.ABSENT)], ResultProgress.PARTIAL),
        (2, [a_row("ann", "", "", ""), a_row("bob", "", "", "")], ResultProgress.NOT_STARTED),
        (0, [], ResultProgress.NOT_STARTED),
    ],
)
def test_a_class_is_complete_when_nobody_is_awaited(
    enrolled: int, rows: list[StudentResults], stage: ResultProgress
) -> None:
    (line,) = lines_of(a_sheet("c1", rows, enrolled=enrolled))
    assert stage_of(line.head) == stage


# -- figures --------------------------------------------------------------------------------------


def test_the_average_is_of_students_not_of_classes() -> None:
    found = whole(a_sheet("c1", [FULL, FULL, FULL]), a_sheet("c2", [NOUGHT]))
    assert found.average.share == Fraction(3, 4)
    assert found.average.students == 4


def test_the_average_is_of_complete_students_only() -> None:
    found = whole(a_sheet("c1", [FULL, a_row("bob", "0", "", "")]))
    assert found.average.share == found.average.students == 1
    assert (found.tested, found.complete, found.partial) == (1, 1, 1)


def test_absent_is_not_nought() -> None:
    absent = a_row("bob", "0", "0", "0", status=StudentPresence.ABSENT)
    found = whole(a_sheet("c1", [FULL, absent]))
    assert found.average.share == found.absent == found.tested == 1
    assert [total.students for total in item_totals(classes_of(a_sheet("c1", [FULL, absent])))] == [
        1,
        1,
        1,
    ]


def test_a_district_without_results_has_no_figures() -> None:
    found = whole(reached=[Reached("c1", "north", "tess", "")])
    assert found.average.share is None
    assert percent(found.average.share) is None
    assert part_of(0, 0) is None


def test_sheets_scored_out_of_different_points_add_up_by_share() -> None:
    half = Scored(("2", "2"), (1, 1), ("50", "80"), 1)
    other = Sheet("c2", "a1", "north", scored=half, rows=(a_row("zoe", "1", "1"),), version=1,
                  distribution=THIS, enrolled=1)  # fmt: skip
    found = whole(a_sheet("c1", [FULL]), other)
    assert found.average.share == Fraction(3, 4)


def test_schools_and_teachers_are_distinct() -> None:
    sheets = (
        a_sheet("c1", [FULL]),
        a_sheet("c2", [NOUGHT], school="south"),
        a_sheet("c3", [HALF], school="south", teacher="theo"),
    )
    schools = group_classes(classes_of(*sheets), by_school)
    assert {name: group.complete for name, group in schools.items()} == {
        ("north",): 1,
        ("south",): 2,
    }
    teachers = group_classes(classes_of(*sheets), by_teacher)
    assert set(teachers) == {("north", "tess"), ("south", "tess"), ("south", "theo")}


def test_a_standard_is_of_those_who_have_every_item_of_it() -> None:
    sheets = a_sheet("c1", [FULL, a_row("bob", "1", "", "1/3")]), a_sheet("c2", [NOUGHT])
    totals = standard_totals(classes_of(*sheets))
    assert {n: (t.students, t.average.share, t.levels) for n, t in totals.items()} == {
        0: (2, Fraction(1, 2), [1, 0, 1]),
        1: (2, Fraction(1, 2), [1, 0, 1]),
    }


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        ("0", 0.0),
        ("1", 100.0),
        ("0.9995", 100.0),
        ("0.99949", 99.9),
        ("0.7945", 79.5),
        ("1/3", 33.3),
        ("2/3", 66.7),
        ("0.0005", 0.1),
    ],
)
def test_percents_are_rounded_half_up_from_the_exact_value(share: str, shown: float) -> None:
    assert percent(Fraction(share)) == shown


POINTS = st.sampled_from([("1", "2", "1/3"), ("0", "0.5", "0"), ("1", "", "1/3"), ("", "", "")])
ROWS = st.lists(st.tuples(POINTS, st.sampled_from(StudentPresence)), max_size=6)


@given(st.lists(ROWS, max_size=5))
@settings(deadline=None, max_examples=80)
def test_sums_of_summaries_are_sums_of_students(
    classes: list[list[tuple[tuple[str, ...], StudentPresence]]],
) -> None:
    sheets = [
        a_sheet(
            f"c{n}",
            [a_row(f"s{k}", *points, status=status) for k, (points, status) in enumerate(rows)],
        )
        for n, rows in enumerate(classes)
    ]
    found = whole(*sheets)
    students = [(sheet, row) for sheet in sheets for row in sheet.rows]
    here = [(sheet, row) for sheet, row in students if row.status == StudentPresence.PRESENT]
    shares = [
        Fraction(earned, possible)
        for sheet, row in here
        if row.stage == ResultProgress.COMPLETE
        for earned, possible in [sheet.total(row)]
    ]
    assert found.average.students == found.complete == sum(found.levels) == len(shares)
    assert found.average.share == (sum(shares, Fraction(0)) / len(shares) if shares else None)
    assert found.tested == sum(row.counts and all(row.cells) for _, row in here)
    assert found.absent == sum(row.status == StudentPresence.ABSENT for _, row in students)
    totals = item_totals(classes_of(*sheets))
    for n, total in enumerate(totals):
        points = [Fraction(row.earned[n]) for _, row in here if row.earned[n]]
        assert (total.students, total.earned) == (len(points), sum(points))
    assert found.classes == len(sheets)
