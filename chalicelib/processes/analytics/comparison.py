"""Pre- and post-test side by side, per team, teacher and class (P10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from chalicelib.processes.scores import ClassScores
from chalicelib.teams.levels import Levels

from .counts import Pair, average, book
from .editions import LATEST, Edition
from .groups import ClassGroup, groups
from .model import Average, AverageChange, ComparedAverages, Subject
from .unpaired import Unpaired, make_unpaired_counter


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """`tested` compares all that took either test: not the same students, as its two n say.

    `matched` compares students with both tests; only their change is growth.
    """

    subject: Subject
    tested: ComparedAverages
    matched: ComparedAverages


@dataclass(frozen=True, slots=True)
class Comparison:
    team: ComparedRow
    teachers: tuple[ComparedRow, ...]
    classes: tuple[ComparedRow, ...]
    unpaired: tuple[Unpaired, ...] = ()
    """Students of the team with one test alone, by missing test and reason."""


def compare(
    classes: Sequence[ClassScores], levels: Levels, edition: Edition = LATEST
) -> Comparison:
    """Compare the two tests."""

    def row(group: ClassGroup) -> ComparedRow:
        counted = book(group.sats, edition)
        tested = compare_averages(average(counted.pre.items()), average(counted.post.items()))
        return ComparedRow(group.subject, tested, compare_matched(counted.pairs))

    grouped = groups(classes, levels)
    return Comparison(*grouped.each(row), make_unpaired_counter(grouped, edition)(grouped.team))


def compare_matched(pairs: Counter[Pair]) -> ComparedAverages:
    """Compare the averages of students with both tests."""
    pre = average((before, times) for (before, _), times in pairs.items())
    post = average((after, times) for (_, after), times in pairs.items())
    return compare_averages(pre, post)


def compare_averages(pre: Average, post: Average) -> ComparedAverages:
    return ComparedAverages(pre, post, change(pre.share, post.share))


def change(pre: Fraction | None, post: Fraction | None) -> AverageChange | None:
    """Return the change, where there is a before and an after."""
    if pre is None or post is None:
        return None
    return AverageChange(post - pre, (post - pre) / pre if pre else None)
