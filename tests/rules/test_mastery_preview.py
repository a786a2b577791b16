"""Where a mastery moves to under other settings."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chalicelib.mastery.grid import EMPTY, Cell
from chalicelib.mastery.shifts import Move, find_move
from chalicelib.scales.mastery import Mastery


def at(level: int | None) -> Cell:
    """Return a cell with a mastery of this level; of none, with a result that is not enough."""
    return Cell(Mastery(level, None if level is None else Fraction(1, 2), 1))


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [(1, 2, "up"), (3, 1, "down"), (2, 2, "same"), (None, 1, "gained"), (3, None, "lost"),
     (None, None, "same")],
)  # fmt: skip
def test_between_levels_of_one_scale(before: int | None, after: int | None, move: Move) -> None:
    assert find_move(at(before), at(after), (3, 3), by_level=True) == move


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [(2, 2, "same"), (2, 3, "up"), (3, 2, "down"), (1, 2, "same"), (3, 4, "same"),
     (None, 4, "gained")],
)  # fmt: skip
def test_across_the_line_of_mastery_where_the_number_of_levels_changes(
    before: int | None, after: int | None, move: Move
) -> None:
    """Mastery is level 3 before and after."""
    assert find_move(at(before), at(after), (3, 3), by_level=False) == move


def test_the_line_may_be_another_level() -> None:
    assert find_move(at(3), at(3), (3, 4), by_level=False) == "down"
    assert find_move(at(2), at(2), (3, 2), by_level=False) == "up"


def test_a_student_without_results_stays_without() -> None:
    assert find_move(EMPTY, EMPTY, (2, 3), by_level=False) == "same"
