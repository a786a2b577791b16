"""The students outside growth, who took only one of the two tests, and the reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.processes.scores import ProcessTest, ResultStatus

from .counts import Home, Mark, Sat, homes, pair_of
from .editions import LATEST, Edition
from .groups import ClassGroup, Groups


class UnpairedReason(StrEnum):
    """Why a student has no complete result on a test. In the order in which they are named."""

    ABSENT = "absent"
    """They were absent."""
    EXEMPT = "exempt"
    """They need not take it."""
    PARTIAL = "partial"
    """Only some of it is entered."""
    NOT_ENTERED = "not_entered"
    """Nothing is entered."""
    ELSEWHERE = "elsewhere"
    """They took it in another class of the team, which this row does not count."""
    NOT_GIVEN = "not_given"
    """Their class was not given it."""
    NOT_LISTED = "not_listed"
    """They are not on the class's sheet: they came later, or left."""


@dataclass(frozen=True, slots=True)
class Unpaired:
    """So many `students` have the other test, and not this one."""

    test: ProcessTest
    reason: UnpairedReason
    students: int


Count = Callable[[ClassGroup], tuple[Unpaired, ...]]


def make_unpaired_counter(grouped: Groups, edition: Edition = LATEST) -> Count:
    """Return a function that counts a group's students with only one complete test.

    Until a class was given the post-test there is nothing to count.
    """
    sats = grouped.team.sats
    if all(sat.scores.post is None for sat in sats):
        return lambda _: ()
    both = _with_both(sats)
    return lambda group: _count_unpaired(group, both, edition)


def _count_unpaired(
    group: ClassGroup, both: Container[str], edition: Edition
) -> tuple[Unpaired, ...]:
    counted = Counter(_each(group.sats, both, edition))
    return tuple(
        Unpaired(test, reason, counted[test, reason])
        for test in (ProcessTest.POST, ProcessTest.PRE)
        for reason in UnpairedReason
        if counted[test, reason]
    )


def _with_both(sats: Sequence[Sat]) -> frozenset[str]:
    """Return the students with both tests somewhere in the team."""
    across = (who for who, home in homes(sats).items() if pair_of(who, home))
    return frozenset(across) | {who for sat in sats for who in sat.pairs}


def _each(
    sats: Sequence[Sat], both: Container[str], edition: Edition
) -> Iterator[tuple[ProcessTest, UnpairedReason]]:
    elsewhere = homes(sats, edition)
    for sat in sats:
        for who in sat.pre | sat.post:
            if who not in elsewhere and who not in sat.pairs:
                yield from _lacking(who, (sat, sat), both)
    for who, home in elsewhere.items():
        if pair_of(who, home, edition) is None:
            yield from _lacking(who, home, both)


def _lacking(
    who: str, home: Home, both: Container[str]
) -> Iterator[tuple[ProcessTest, UnpairedReason]]:
    before, after = home
    pre = before.pre.get(who) if before else None
    post = after.post.get(who) if after else None
    if pre and pre.level:
        yield ProcessTest.POST, _reason(who, ProcessTest.POST, post, after or before, both)
    if post and post.level:
        yield ProcessTest.PRE, _reason(who, ProcessTest.PRE, pre, before or after, both)


def _reason(
    who: str, test: ProcessTest, mark: Mark | None, sat: Sat | None, both: Container[str]
) -> UnpairedReason:
    if who in both:
        return UnpairedReason.ELSEWHERE
    if mark is not None:
        return _BY_STANDING[mark.standing]
    given = sat is not None and sat.scores.on(test) is not None
    return UnpairedReason.NOT_LISTED if given else UnpairedReason.NOT_GIVEN


_BY_STANDING = {
    ResultStatus.ABSENT: UnpairedReason.ABSENT,
    ResultStatus.EXEMPT: UnpairedReason.EXEMPT,
    ResultStatus.PARTIAL: UnpairedReason.PARTIAL,
    ResultStatus.NOT_ENTERED: UnpairedReason.NOT_ENTERED,
}
