"""The grid and the class summary, computed from sheets (T3, T6, T7)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.mastery.grid import Grid, HeldAssessment, NotCountedReason, StandardColumn, grid
from chalicelib.results.model import Scored, Sheet, StudentPresence, StudentResults
from chalicelib.rosters.model import Student
from chalicelib.scales.calculation import Calculation, CalculationMethod
from chalicelib.scales.scale import default_scale

SCALE = default_scale(3)
COLUMNS = (StandardColumn(0, "NB.1"), StandardColumn(1, "NB.2"), StandardColumn(2, "NB.3"))


def a_row(student: str, *earned: str, **changed: Any) -> StudentResults:
    """Return a row with points earned; "" is not entered."""
    cells = tuple(f"={points}" if points else "" for points in earned)
    return StudentResults(student, **{"cells": cells, "earned": earned} | changed)


def a_sheet(
    *rows: StudentResults, name: str = "a1", given: str = "2026-10-01", **scored: Any
) -> Sheet:
    """Return a sheet of items worth 1, the first two on NB.1, the others on NB.2."""
    many = len(rows[0].cells) if rows else 2
    known = {
        "worths": ("1",) * many,
        "masks": tuple(0b1 if n < 2 else 0b10 for n in range(many)),
        "cuts": SCALE.cuts,
    }
    return Sheet("c1", name, given=given, scored=Scored(**known | scored), rows=rows, version=1)


def compute_grid(*sheets: Sheet, students: str = "ada ben", **changed: Any) -> Grid:
    known: dict[str, Any] = {
        "students": [Student(id=each, given=each, family="X") for each in students.split()],
        "columns": COLUMNS,
        "held": [HeldAssessment(sheet.assessment, sheet.assessment) for sheet in sheets],
        "sheets": sheets,
        "calculation": Calculation(),
        "scale": SCALE,
    }
    return grid(**known | changed)


def read_cells(made: Grid, student: str = "ada") -> list[tuple[int | None, str | None, int]]:
    """Return level, share and count of each cell of a student."""
    (line,) = (line for line in made.lines if line.student.id == student)
    return [
        (cell.mastery.level, write_share(cell.mastery.share), cell.mastery.count)
        for cell in line.cells
    ]


def write_share(share: Fraction | None) -> str | None:
    return None if share is None else str(share)


def why_not(made: Grid) -> dict[str, NotCountedReason]:
    return {each.assessment: each.why for each in made.not_counted}


NOTHING = (None, None, 0)


def test_a_cell_is_points_earned_of_points_possible_over_the_aligned_items() -> None:
    made = compute_grid(a_sheet(a_row("ada", "1", "0.5", "1"), a_row("ben", "0", "0", "0")))
    assert read_cells(made) == [(2, "3/4", 1), (3, "1", 1), NOTHING]
    assert [level for level, _, _ in read_cells(made, "ben")] == [1, 1, None]


def test_an_item_counts_for_each_of_its_standards_by_its_points() -> None:
    sheet = a_sheet(a_row("ada", "1", "1/3"), worths=("1", "2/3"), masks=(0b011, 0b110))
    assert [share for _, share, _ in read_cells(compute_grid(sheet))] == ["1", "4/5", "1/2"]


def test_a_standard_counts_for_a_student_when_all_its_items_are_entered() -> None:
    made = compute_grid(a_sheet(a_row("ada", "1", "", "1"), a_row("ben", "0", "1", "")))
    assert read_cells(made) == [NOTHING, (3, "1", 1), NOTHING]
    assert read_cells(made, "ben") == [(2, "1/2", 1), NOTHING, NOTHING]
    assert [cell.so_far for cell in made.lines[0].cells] == [1, 0, 0]
    assert [summary.students for summary in made.summaries] == [1, 1, 0]
    assert [each.students for each in made.counted] == [2]


def test_an_item_of_two_standards_is_missing_in_both() -> None:
    sheet = a_sheet(a_row("ada", "1", "", "1"), masks=(0b001, 0b011, 0b100))
    made = compute_grid(sheet)
    assert read_cells(made) == [NOTHING, NOTHING, (3, "1", 1)]
    assert [cell.so_far for cell in made.lines[0].cells] == [1, 0, 0]


def test_partly_entered_results_leave_earlier_results_as_they_are() -> None:
    first = a_sheet(a_row("ada", "1", "1"))
    second = a_sheet(a_row("ada", "0", ""), name="a2", given="2026-10-08")
    made = compute_grid(first, second, students="ada")
    cell = made.lines[0].cells[0]
    assert (read_cells(made)[0], cell.latest, cell.so_far) == ((3, "1", 1), "2026-10-01", 1)
    assert why_not(made) == {"a2": NotCountedReason.PARTLY_ENTERED}


def test_two_with_the_same_results_may_have_more_on_the_way() -> None:
    first = a_sheet(a_row("ada", "1", "1"), a_row("ben", "1", "1"))
    second = a_sheet(a_row("ada", "0", ""), name="a2", given="2026-10-08")
    made = compute_grid(first, second)
    assert [line.cells[0].so_far for line in made.lines] == [1, 0]
    assert read_cells(made) == read_cells(made, "ben")


def test_absent_and_exempt_students_have_no_result_and_no_effect() -> None:
    first = a_sheet(a_row("ada", "1", "1"), a_row("ben", "1", "0"))
    second = a_sheet(
        a_row("ada", "0", "0", status=StudentPresence.ABSENT),
        a_row("ben", "0", "0", status=StudentPresence.EXEMPT),
        name="a2",
        given="2026-10-08",
    )
    made = compute_grid(first, second)
    assert read_cells(made) == read_cells(compute_grid(first))
    assert read_cells(made, "ben") == read_cells(compute_grid(first), "ben")
    assert why_not(made) == {"a2": NotCountedReason.NO_RESULTS}


def test_zero_is_a_result() -> None:
    (line,) = compute_grid(a_sheet(a_row("ada", "0", "0")), students="ada").lines
    assert (line.cells[0].mastery.level, line.cells[0].mastery.share) == (1, Fraction(0))


def test_only_students_now_in_the_class_are_shown_and_summed_up() -> None:
    sheet = a_sheet(a_row("ada", "1", "1"), a_row("gone", "0", "0"))
    made = compute_grid(sheet, students="ada new")
    assert [line.student.id for line in made.lines] == ["ada", "new"]
    assert read_cells(made, "new") == [NOTHING] * 3
    assert (made.summaries[0].students, made.summaries[0].average) == (1, Fraction(1))
    assert [(each.assessment, each.students) for each in made.counted] == [("a1", 1)]


def test_a_student_who_comes_back_gets_the_history_back() -> None:
    sheet = a_sheet(a_row("ada", "1", "1"), a_row("ben", "1", "0"))
    before, away = compute_grid(sheet), compute_grid(sheet, students="ada")
    assert [line.student.id for line in away.lines] == ["ada"]
    assert compute_grid(sheet) == before


def test_a_recalled_assessment_counts_nothing_and_comes_back_restored() -> None:
    first = a_sheet(a_row("ada", "0", "0"))
    second = a_sheet(a_row("ada", "1", "1"), name="a2", given="2026-10-08")
    hidden = [HeldAssessment("a1", "A1"), HeldAssessment("a2", "A2", recalled=True)]
    made = compute_grid(first, second, held=hidden)
    assert read_cells(made)[0][0] == 1
    assert why_not(made) == {"a2": NotCountedReason.RECALLED}
    assert read_cells(compute_grid(first, second))[0][0] == 3


def test_every_assessment_of_the_tracker_is_accounted_for() -> None:
    other = a_sheet(a_row("ada", "1"), name="a3", masks=(0b1000,))
    empty = a_sheet(a_row("ada", "", ""), name="a4")
    made = compute_grid(
        a_sheet(a_row("ada", "1", "1")),
        other,
        empty,
        held=[HeldAssessment(name, name) for name in ("a1", "a2", "a3", "a4")],
    )
    assert [each.assessment for each in made.counted] == ["a1"]
    assert why_not(made) == {
        "a2": NotCountedReason.NO_SHEET,
        "a3": NotCountedReason.OTHER_STANDARDS,
        "a4": NotCountedReason.NO_RESULTS,
    }


def test_sheets_of_other_trackers_of_the_class_count_nothing_here() -> None:
    made = compute_grid(a_sheet(a_row("ada", "1", "1")), held=[])
    assert read_cells(made) == [NOTHING] * 3
    assert (made.counted, made.not_counted) == ((), ())


def test_the_class_summary_is_of_those_who_have_a_mastery() -> None:
    sheet = a_sheet(a_row("ada", "1", "1"), a_row("ben", "1", "0"), a_row("cy", "0", "0"))
    summary = compute_grid(sheet, students="ada ben cy dot").summaries[0]
    assert (summary.students, summary.levels, summary.meeting) == (3, (1, 1, 1), 1)
    assert (summary.average, summary.meeting_share) == (Fraction(1, 2), Fraction(1, 3))
    nobody = compute_grid(sheet, students="dot").summaries[0]
    assert (nobody.students, nobody.levels, nobody.average) == (0, (0, 0, 0), None)
    assert nobody.meeting_share is None


def test_the_latest_date_is_the_last_given_not_the_last_entered() -> None:
    late = a_sheet(a_row("ada", "1", "1"), given="2026-10-20")
    early = a_sheet(a_row("ada", "0", "0"), name="a2", given="2026-10-01")
    for sheets in ((late, early), (early, late)):
        made = compute_grid(*sheets)
        assert made.lines[0].cells[0].latest == "2026-10-20"
        assert read_cells(made)[0] == (3, "1", 2)
        assert [each.assessment for each in made.counted] == ["a2", "a1"]


def test_an_assessments_own_cuts_say_its_level() -> None:
    row = a_row("ada", "1", "0.5")
    assert read_cells(compute_grid(a_sheet(row, cuts=("50", "70"))))[0] == (3, "3/4", 1)
    assert read_cells(compute_grid(a_sheet(row, cuts=("50", "70", "90"))))[0] == (2, "3/4", 1)


def test_one_student_is_shown_alone_under_the_summary_of_the_class() -> None:
    made = compute_grid(a_sheet(a_row("ada", "1", "1"), a_row("ben", "0", "0")))
    narrowed = made.of_student("ben")
    assert [line.student.id for line in narrowed.lines] == ["ben"]
    assert narrowed.summaries == made.summaries


points = st.sampled_from(["", "0", "0.5", "1", "1/3", "2/7"])


@st.composite
def some_sheets(draw: st.DrawFn) -> list[Sheet]:
    many = draw(st.integers(0, 4))
    return [
        a_sheet(
            *(
                a_row(
                    student,
                    *draw(st.tuples(points, points, points)),
                    status=draw(st.sampled_from(StudentPresence)),
                )
                for student in ("ada", "ben", "gone")
            ),
            name=f"a{n}",
            given=f"2026-10-0{draw(st.integers(1, 3))}",
            masks=tuple(draw(st.tuples(*[st.integers(1, 7)] * 3))),
        )
        for n in range(many)
    ]


@given(sheets=some_sheets(), method=st.sampled_from(CalculationMethod), data=st.data())
def test_the_order_in_which_sheets_were_entered_never_matters(
    sheets: list[Sheet], method: CalculationMethod, data: st.DataObject
) -> None:
    held = [HeldAssessment(sheet.assessment, sheet.assessment) for sheet in sheets]
    calculation = Calculation(method=method)
    entered = data.draw(st.permutations(sheets))
    one = compute_grid(*sheets, held=held, calculation=calculation)
    other = compute_grid(*entered, held=held, calculation=calculation)
    assert one == other


@given(sheets=some_sheets())
def test_points_add_up_as_the_sheet_itself_adds_them(sheets: list[Sheet]) -> None:
    for sheet in sheets:
        made = compute_grid(sheet)
        for line in made.lines:
            row = sheet.by_student[line.student.id]
            for column, cell in zip(made.columns, line.cells, strict=True):
                part = sheet.part(row, column.position)
                expected = part[0] / part[1] if row.counts and part else None
                assert cell.mastery.share == expected


@given(sheets=some_sheets())
def test_the_class_summary_adds_up(sheets: list[Sheet]) -> None:
    for summary in compute_grid(*sheets).summaries:
        assert sum(summary.levels) == summary.students
        assert summary.meeting == summary.levels[2]
