"""The rounds of a distribution: delivered first, tried again, added to.

A round has its own plan and markers, which its generation identifies. Every tracker that a
distribution means is in exactly one round that brings it in (`BRINGS`). The other rounds try some
of these again, and the outcome of a tracker in the last of them counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from chalicelib.frozen_models import FrozenModel

Triple = tuple[int, int, int]
"""Delivered, skipped, failed."""


class RoundKind(StrEnum):
    """The kind of a round: the trackers that it delivers to."""

    FIRST = "first"
    ADDITION = "addition"
    """Trackers that no earlier round had."""
    RETRY = "retry"
    """Every tracker that any earlier round failed to reach and no retry has reached since."""
    AGAIN = "again"
    """Trackers that were skipped because they did not match, and match now."""


BRINGS = frozenset({RoundKind.FIRST, RoundKind.ADDITION})
"""Kinds of rounds that bring trackers in; the others are about trackers that are in."""

_LETTERS: Mapping[str, RoundKind] = MappingProxyType(
    {"f": RoundKind.FIRST, "a": RoundKind.ADDITION, "r": RoundKind.RETRY, "s": RoundKind.AGAIN}
)
_LETTER_OF = {kind: letter for letter, kind in _LETTERS.items()}


class Round(NamedTuple):
    """One round: its generation names its plan and its markers."""

    generation: int
    kind: RoundKind


class RoundRun(FrozenModel):
    """Rounds of consecutive generations, a letter each: a year of them is a few hundred bytes."""

    start: int
    kinds: str


def rounds_of(runs: Sequence[RoundRun]) -> tuple[Round, ...]:
    """Read the rounds, in the order in which they were.

    >>> runs = [RoundRun(start=0, kinds="fr"), RoundRun(start=9, kinds="a")]
    >>> [each.kind.value for each in rounds_of(runs)]
    ['first', 'retry', 'addition']
    """
    return tuple(
        Round(run.start + n, _LETTERS[letter]) for run in runs for n, letter in enumerate(run.kinds)
    )


def append_round(
    runs: Sequence[RoundRun], generation: int, kind: RoundKind
) -> tuple[RoundRun, ...]:
    """Add a round behind the others.

    >>> append_round([RoundRun(start=4, kinds="f")], 5, RoundKind.RETRY)
    (RoundRun(start=4, kinds='fr'),)
    """
    *before, last = runs
    if generation == last.start + len(last.kinds):
        longer = RoundRun(start=last.start, kinds=last.kinds + _LETTER_OF[kind])
        return (*before, longer)
    return (*before, last, RoundRun(start=generation, kinds=_LETTER_OF[kind]))


def before_rounds_were_kept(first: int, generation: int) -> tuple[RoundRun, ...]:
    """Return the rounds of a distribution that was saved when all that followed were retries."""
    return (RoundRun(start=first, kinds="f" + "r" * (generation - first)),)


def still_failed(rounds: Sequence[Round]) -> tuple[Round, ...]:
    """Return the rounds whose failures stand: those since the last retry, which is one of them.

    A retry takes along everything that had failed before it.
    """
    last = max((n for n, each in enumerate(rounds) if each.kind == RoundKind.RETRY), default=0)
    return tuple(rounds[last:])


def count_change(kind: RoundKind, totals: Triple, *, stands: bool = True) -> Triple:
    """Return by how much a round's delivered, skipped and failed change the distribution's.

    Those of `AGAIN` were counted as skipped before; failures that a retry took along do not stand.

    >>> count_change(RoundKind.AGAIN, (3, 1, 0))
    (3, -3, 0)
    """
    delivered, skipped, failed = totals
    if kind == RoundKind.AGAIN:
        skipped -= sum(totals)
    return delivered, skipped, failed if stands else 0
