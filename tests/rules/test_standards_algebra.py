"""Selections of standards as numbers: what a tracker covers, and what it lacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.standards import algebra
from chalicelib.standards.grades import band

positions = st.frozensets(st.integers(0, 300))


@given(positions, positions)
def test_it_agrees_with_sets_of_positions(tracker: frozenset[int], test: frozenset[int]) -> None:
    mine, its = algebra.select(tracker), algebra.select(test)
    lacking = algebra.missing(mine, its)
    assert (lacking == algebra.NONE) == (test <= tracker)
    assert algebra.positions(lacking) == sorted(test - tracker)


@given(positions)
def test_a_selection_survives_the_table(chosen: frozenset[int]) -> None:
    mask = algebra.select(chosen)
    assert algebra.from_text(algebra.to_text(mask)) == mask
    assert algebra.positions(mask) == sorted(chosen)


def test_nothing_is_covered_by_everything() -> None:
    assert algebra.missing(algebra.NONE, algebra.NONE) == algebra.NONE
    assert algebra.to_text(algebra.NONE) == "0"


@pytest.mark.parametrize("text", ["", "g", "-1", "0x1", "01", "1_0", " 1", "AB"])
def test_a_wrong_selection_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - Python's own and ours
        algebra.from_text(text)


@pytest.mark.parametrize(
    ("written", "label", "slug"),
    [
        (["03"], "3", "3"),
        (["3"], "3", "3"),
        (["Grade 3"], "3", "3"),
        (["KG", "01", "02"], "K-2", "k-2"),
        (["K-2"], "K-2", "k-2"),
        (["09,10,11,12"], "9-12", "9-12"),
        (["HS"], "9-12", "9-12"),
        (["12", "KG", "05", "04"], "K, 4-5, 12", "k_4-5_12"),
        (["PK"], "PK", "pk"),
        ([], "All grades", "all"),
        (["Year One"], "Year One", "year-one"),
    ],
)
def test_grades_become_bands(written: list[str], label: str, slug: str) -> None:
    found = band(written)
    assert (found.label, found.slug) == (label, slug)
