"""Pre- and post-test side by side, per team, teacher and class (P10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from chalicelib.processes.scores import ClassScores
from chalicelib.teams.levels import Levels

from .counting import Pair, average, book
from .editions import LATEST, Edition
from .grouping import Group, groups
from .model import Average, Change, Compared, Subject
from .unpaired import Unpaired, unpaired_in


@dataclass(frozen=True, slots=True)
class Row:
    """`tested` compares all that took either test: not the same students, as its two n say.

    `matched` compares those with both tests, the only ones of whom a change is growth.
    """

    subject: Subject
    tested: Compared
    matched: Compared


@dataclass(frozen=True, slots=True)
class Comparison:
    team: Row
    teachers: tuple[Row, ...]
    classes: tuple[Row, ...]
    unpaired: tuple[Unpaired, ...] = ()
    """Students of the team with one test alone, by what is missing and why."""


def compare(
    classes: Sequence[ClassScores], levels: Levels, edition: Edition = LATEST
) -> Comparison:
    """Compare the two tests."""

    def row(group: Group) -> Row:
        counted = book(group.sats, edition)
        tested = compared(average(counted.pre.items()), average(counted.post.items()))
        return Row(group.subject, tested, matched(counted.pairs))

    grouped = groups(classes, levels)
    return Comparison(*grouped.each(row), unpaired_in(grouped, edition)(grouped.team))


def matched(pairs: Counter[Pair]) -> Compared:
    """Compare the averages of students with both tests."""
    pre = average((before, times) for (before, _), times in pairs.items())
    post = average((after, times) for (_, after), times in pairs.items())
    return compared(pre, post)


def compared(pre: Average, post: Average) -> Compared:
    return Compared(pre, post, change(pre.share, post.share))


def change(pre: Fraction | None, post: Fraction | None) -> Change | None:
    """Give what changed, where there is a before and an after."""
    if pre is None or post is None:
        return None
    return Change(post - pre, (post - pre) / pre if pre else None)
