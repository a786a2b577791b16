"""The effect of other levels on a team's open processes, before anybody decides (P2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .levels import Levels
from .model import Team
from .ports import GoalImpact, MeasuredWork, OpenProcessHead


@dataclass(frozen=True, slots=True)
class Moves:
    """The moves of the `n` students tested on one test.

    `before` and `after` have a count per level, the lowest first; `met_before` and `met_after`
    count the students at or above the level that meets. With `by_level`, up and down mean to
    another level. Without it the number of levels changes, and they mean across the line of the
    one that meets.
    """

    n: int
    up: int
    down: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    met_before: int
    met_after: int
    by_level: bool

    @property
    def unchanged(self) -> int:
        """How many stay where they are."""
        return self.n - self.up - self.down


@dataclass(frozen=True, slots=True)
class ProcessEffect:
    """The effect on one open process."""

    process: str
    name: str
    pre: Moves
    post: Moves
    goals: tuple[GoalImpact, ...] = ()
    """Goals that teachers set and whose outcome would change; only of classes that one may see."""
    set_goals: int = 0
    """How many goals teachers set."""
    changed_goals: int = 0
    """How many of these would come to something else."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The effect of other levels; `locked` processes stay unchanged."""

    team: Team
    levels: Levels
    effects: tuple[ProcessEffect, ...]
    locked: int

    @property
    def message(self) -> str:
        """Return it in a sentence or two."""
        entries = [f"{_processes(len(self.effects), 'open')} would be counted by the new levels."]
        if many := sum(each.set_goals for each in self.effects):
            entries.append(_describe_goals(many, sum(each.changed_goals for each in self.effects)))
        if self.locked:
            stay = "stays" if self.locked == 1 else "stay"
            entries.append(f"{_processes(self.locked, 'finished')} {stay} as locked.")
        return " ".join([*entries, "Nothing has been changed."])


def effect(
    head: OpenProcessHead,
    measured: MeasuredWork,
    before: Levels,
    after: Levels,
    may_see: Callable[[GoalImpact], bool] = lambda _: True,
) -> ProcessEffect:
    """Return what a change of levels does to one process; `may_see` the class of a goal."""
    changed = [goal for goal in measured.goals if goal.has_changed]
    return ProcessEffect(
        head.id,
        head.name,
        moves(measured.pre, before, after),
        moves(measured.post, before, after),
        tuple(goal for goal in changed if may_see(goal)),
        len(measured.goals),
        len(changed),
    )


def moves(shares: Sequence[Fraction], before: Levels, after: Levels) -> Moves:
    """Count who would be elsewhere; shares are 0 to 1, one per student."""
    by_level = before.many == after.many
    old, new = [before.level(s) for s in shares], [after.level(s) for s in shares]
    if by_level:
        changes = [b - a for a, b in zip(old, new, strict=True)]
    else:
        changes = [
            int(b >= after.meets) - int(a >= before.meets) for a, b in zip(old, new, strict=True)
        ]
    return Moves(
        n=len(shares),
        up=sum(change > 0 for change in changes),
        down=sum(change < 0 for change in changes),
        before=_counts(old, before),
        after=_counts(new, after),
        met_before=sum(level >= before.meets for level in old),
        met_after=sum(level >= after.meets for level in new),
        by_level=by_level,
    )


def _counts(levels: Sequence[int], known: Levels) -> tuple[int, ...]:
    counted = Counter(levels)
    return tuple(counted[level] for level in range(1, known.many + 1))


def _describe_goals(many: int, changed: int) -> str:
    if not changed:
        return "The goals that teachers set would keep their numbers."
    be = "it names" if changed == 1 else "they name"
    return (
        f"Of {many} {'goal' if many == 1 else 'goals'} that teachers set, {changed} would come to "
        f"other numbers: by the new levels, {be} other students."
    )


def _processes(many: int, which: str) -> str:
    return f"{many} {which} Mastery Process{'' if many == 1 else 'es'}"
