"""The evidence of a student's mastery, by the same rules as the grid (T4, T5, T6, T9)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.mastery.evidence import Evidence, EvidenceStatus, gather_evidence
from chalicelib.mastery.grid import HeldAssessment
from chalicelib.results.model import Sheet, StudentPresence
from chalicelib.scales.calculation import Calculation, CalculationMethod
from tests.rules.test_grid import COLUMNS, SCALE, a_row, a_sheet, compute_grid, some_sheets


def gather(*sheets: Sheet, student: str = "ada", **changed: Any) -> list[list[Evidence]]:
    known: dict[str, Any] = {
        "held": [HeldAssessment(sheet.assessment, f"Test {sheet.assessment}") for sheet in sheets],
        "calculation": Calculation(),
    }
    return gather_evidence(student, COLUMNS, sheets=sheets, scale=SCALE, **known | changed)


def statuses(found: list[Evidence]) -> dict[str, EvidenceStatus]:
    return {each.assessment: each.status for each in found}


def four(*shares: str) -> list[Sheet]:
    """Return tests of four days, with these points of 1 on NB.1."""
    return [
        a_sheet(a_row("ada", points), name=f"a{n}", given=f"2026-10-0{n}")
        for n, points in enumerate(shares, 1)
    ]


def test_a_result_says_when_it_was_given_and_its_points() -> None:
    on_first, on_second, on_third = gather(a_sheet(a_row("ada", "1", "0.5", "1")))
    (one,) = on_first
    assert (one.assessment, one.title, one.given) == ("a1", "Test a1", "2026-10-01")
    assert one.result is not None
    points = [str(each) for each in (one.result.earned, one.result.possible)]
    assert (points, one.result.level) == (["3/2", "2"], 2)
    assert [len(on_second), len(on_third)] == [1, 0]


def test_the_latest_comes_first() -> None:
    assert list(statuses(gather(*four("1", "0", "1"))[0])) == ["a3", "a2", "a1"]


@pytest.mark.parametrize(
    ("calculation", "counted"),
    [
        (Calculation(), "a4"),
        (Calculation(method=CalculationMethod.HIGHEST), "a2"),
        (Calculation(method=CalculationMethod.AVERAGE), "a1 a2 a3 a4"),
        (Calculation(method=CalculationMethod.DECAYING_AVERAGE), "a1 a2 a3 a4"),
        (Calculation(method=CalculationMethod.MODE), "a2 a3"),
        (Calculation(method=CalculationMethod.N_TIMES, times=2), "a2 a3"),
        (Calculation(method=CalculationMethod.N_TIMES, times=3), ""),
    ],
)
def test_which_results_count_follows_from_the_calculation(
    calculation: Calculation, counted: str
) -> None:
    found = statuses(gather(*four("0.4", "0.9", "0.8", "0.7"), calculation=calculation)[0])
    assert {name for name, one in found.items() if one == EvidenceStatus.COUNTED} == set(
        counted.split()
    )
    assert set(found.values()) <= {EvidenceStatus.COUNTED, EvidenceStatus.NOT_COUNTED}


def test_why_a_test_has_no_result() -> None:
    sheets = [
        a_sheet(a_row("ada", "1", "1", status=StudentPresence.ABSENT), name="away"),
        a_sheet(a_row("ada", "1", "1", status=StudentPresence.EXEMPT), name="excused"),
        a_sheet(a_row("ada", "1", ""), name="half"),
        a_sheet(a_row("ada", "", "", "1"), name="other"),
        a_sheet(a_row("ada", "", ""), name="empty"),
        a_sheet(a_row("ben", "1", "1"), name="nobody"),
    ]
    assert statuses(gather(*sheets)[0]) == {
        "away": EvidenceStatus.ABSENT,
        "excused": EvidenceStatus.EXEMPT,
        "half": EvidenceStatus.PARTIAL,
        "other": EvidenceStatus.NOT_ENTERED,
        "empty": EvidenceStatus.NOT_ENTERED,
        "nobody": EvidenceStatus.NOT_ENTERED,
    }


def test_recalled_removed_and_future_assessments_are_no_evidence() -> None:
    sheet = a_sheet(a_row("ada", "1", "1"))
    assert gather(sheet, held=[HeldAssessment("a1", "Test", recalled=True)])[0] == []
    assert gather(sheet, held=[])[0] == []
    assert gather(a_sheet(a_row("ada", "1", "1"), given=""))[0] == []


@given(sheets=some_sheets(), method=st.sampled_from(CalculationMethod), times=st.integers(1, 3))
def test_the_evidence_of_a_cell_is_what_the_grid_counts(
    sheets: list[Sheet], method: CalculationMethod, times: int
) -> None:
    calculation = Calculation(method=method, times=times)
    made = compute_grid(*sheets, calculation=calculation)
    for line in made.lines:
        found = gather(*sheets, student=line.student.id, calculation=calculation)
        for cell, evidence in zip(line.cells, found, strict=True):
            known = list(statuses(evidence).values())
            assert sum(each.result is not None for each in evidence) == cell.mastery.count
            assert known.count(EvidenceStatus.PARTIAL) == cell.so_far
            assert (EvidenceStatus.COUNTED in known) == (cell.mastery.level is not None)
