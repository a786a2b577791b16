"""A sheet is read back as it was written, whatever is in it, and stays small."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.results.codec import pack_rows, unpack_rows
from chalicelib.results.model import (
    Scored,
    Sheet,
    StudentPresence,
    StudentResults,
    points_cell,
    response_cell,
)
from chalicelib.results.summary import SheetSummary, summary_of

CELLS = st.one_of(
    st.just(""),
    st.just("-"),
    st.sampled_from("ABCDE"),
    st.text(max_size=6).map(response_cell),
    st.integers(0, 9).map(lambda n: points_cell(str(n))),
)


def a_row(
    student: str, cells: tuple[str, ...], status: StudentPresence, form: str, unanswered: list[str]
) -> StudentResults:
    """Points that follow from cell and form, as scoring makes them.

    `unanswered` is what an item without an answer earns for who sat the test, where it is given up.
    """
    sat = status == StudentPresence.PRESENT and any(cells)
    earned = tuple(
        str(hash((cell, form)) % 3) if cell else points if sat else ""
        for cell, points in zip(cells, unanswered, strict=True)
    )
    return StudentResults(student, status, 1, form, cells, earned)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    many = draw(st.integers(1, 6))
    unanswered = draw(st.lists(st.sampled_from(["", "", "0", "3"]), min_size=many, max_size=many))
    students = draw(st.lists(st.text(min_size=1, max_size=8), max_size=8, unique=True))
    rows = [
        a_row(
            student,
            tuple(draw(st.lists(CELLS, min_size=many, max_size=many))),
            draw(st.sampled_from(StudentPresence)),
            draw(st.sampled_from(["", "B"])),
            unanswered,
        )
        for student in students
    ]
    scored = Scored(("3",) * many, tuple(1 << n % 3 for n in range(many)), ("50", "80"), 2)
    return Sheet("c1", "a1", "north", "tess", scored=scored, rows=tuple(rows), version=1)


@given(sheets())
def test_a_sheet_comes_back_as_it_was(sheet: Sheet) -> None:
    assert unpack_rows(*pack_rows(sheet.scored, sheet.rows), 2) == (sheet.scored, sheet.rows)


@given(sheets())
def test_a_summary_comes_back_as_it_was(sheet: Sheet) -> None:
    summary = summary_of(sheet)
    assert SheetSummary.read(summary.serialize()) == summary


@given(sheets())
def test_a_summary_counts_every_student_once(sheet: Sheet) -> None:
    summary = summary_of(sheet)
    not_begun = sum(
        1 for r in sheet.rows if r.status == StudentPresence.PRESENT and not any(r.cells)
    )
    counted = summary.complete + summary.partial + summary.absent + summary.exempt
    assert counted + not_begun == len(sheet.rows)
    assert sum(summary.levels) == summary.complete


@given(sheets())
def test_the_sum_of_the_points_is_exact(sheet: Sheet) -> None:
    whole = [r for r in sheet.rows if r.counts and all(r.earned)]
    earned = sum((sheet.total(row)[0] for row in whole), Fraction(0))
    assert Fraction(summary_of(sheet).earned) == earned


def test_an_answer_that_looks_like_one_on_another_form_earns_its_own_points() -> None:
    """The text “B|x” on form A, where nobody asked for it, beside “x” on form B, which is right."""
    rows = (
        StudentResults("ada", cells=("B|x",), earned=("0",)),
        StudentResults("bob", form="B", cells=("x",), earned=("1",)),
    )
    scored = Scored(("1",), (1,), ("50", "80"), 2)
    assert unpack_rows(*pack_rows(scored, rows), 2) == (scored, rows)
