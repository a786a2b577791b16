"""Two grids of one class side by side: whose mastery would be another one (T5).

A mastery moves up or down between levels. Where the number of levels changes, levels cannot be
compared: then it moves across the line at which mastery begins.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from chalicelib.mastery.grid import Cell, Grid, StandardColumn
    from chalicelib.trackers.model import Tracker

Move = Literal["up", "down", "gained", "lost", "same"]


@dataclass(frozen=True, slots=True)
class StandardShift:
    """The changes of the students' masteries of one standard, each a number of students.

    `gained` counts students without a mastery now who would have one; `lost` counts the reverse.
    """

    column: StandardColumn
    students: int
    up: int
    down: int
    gained: int
    lost: int
    met_before: int
    met_after: int

    @property
    def changed(self) -> int:
        """The number of students whose mastery would change."""
        return self.up + self.down + self.gained + self.lost


@dataclass(frozen=True, slots=True)
class MasteryPreview:
    """The effect of other settings on a tracker's mastery. Nothing is changed."""

    tracker: Tracker
    shifts: tuple[StandardShift, ...]
    students: int
    """How many students are in the class."""
    moved: int
    """How many of them would have another mastery of any standard."""
    by_level: bool

    @property
    def message(self) -> str:
        """Return it in a sentence or two."""
        if not self.moved:
            return "No student's mastery would change. Nothing is saved yet."
        many = sum(1 for each in self.shifts if each.changed)
        standards = "1 standard" if many == 1 else f"{many} standards"
        who = f"{self.moved} of {self.students} students"
        return f"The mastery of {who} would change, on {standards}. Nothing is saved yet."


def compare_grids(tracker: Tracker, before: Grid, after: Grid) -> MasteryPreview:
    """Return what becomes of each student's masteries; both grids are of this tracker."""
    by_level = before.scale.levels == after.scale.levels
    moves = [
        [
            find_move(old, new, (before.scale.meets, after.scale.meets), by_level=by_level)
            for old, new in zip(one.cells, other.cells, strict=True)
        ]
        for one, other in zip(before.lines, after.lines, strict=True)
    ]
    return MasteryPreview(
        tracker,
        tuple(_sum_up(before, after, moves)),
        len(moves),
        sum(any(move != "same" for move in row) for row in moves),
        by_level,
    )


def _sum_up(before: Grid, after: Grid, moves: Sequence[Sequence[Move]]) -> Iterator[StandardShift]:
    summaries = zip(before.columns, before.summaries, after.summaries, strict=True)
    for place, (column, now, then) in enumerate(summaries):
        counted = Counter(row[place] for row in moves)
        yield StandardShift(
            column,
            now.students,
            counted["up"],
            counted["down"],
            counted["gained"],
            counted["lost"],
            now.meeting,
            then.meeting,
        )


def find_move(before: Cell, after: Cell, meets: tuple[int, int], *, by_level: bool) -> Move:
    """Return where a mastery moves to; `meets` is the level that is mastery, before and after."""
    old, new = before.mastery.level, after.mastery.level
    if old is None or new is None:
        return "same" if old is new else "gained" if old is None else "lost"
    change = new - old if by_level else (new >= meets[1]) - (old >= meets[0])
    return "up" if change > 0 else "down" if change < 0 else "same"
