"""The rounds of a distribution: delivered first, tried again, added to.

A round is a plan of its own with markers of its own, told apart by its generation. Every tracker
that a distribution means is in exactly one round that brings it in (`BRINGS`); the other rounds
try some of these again, and what the last of them made of a tracker is what counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

Triple = tuple[int, int, int]
"""Delivered, skipped, failed."""


class Kind(StrEnum):
    """What a round is about."""

    FIRST = "first"
    ADDITION = "addition"
    """Trackers that no earlier round had."""
    RETRY = "retry"
    """Every tracker that any earlier round failed to reach and no retry has reached since."""
    AGAIN = "again"
    """Trackers that were skipped because they did not match, and match now."""


BRINGS = frozenset({Kind.FIRST, Kind.ADDITION})
"""Kinds of rounds that bring trackers in; the others are about trackers that are in."""

_LETTERS: Mapping[str, Kind] = MappingProxyType(
    {"f": Kind.FIRST, "a": Kind.ADDITION, "r": Kind.RETRY, "s": Kind.AGAIN}
)
_LETTER_OF = {kind: letter for letter, kind in _LETTERS.items()}


class Round(NamedTuple):
    """One round: its generation names its plan and its markers."""

    generation: int
    kind: Kind


class Run(BaseModel):
    """Rounds of consecutive generations, a letter each: a year of them is a few hundred bytes."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    start: int
    kinds: str


def rounds_of(runs: Sequence[Run]) -> tuple[Round, ...]:
    """Read the rounds, in the order in which they were.

    >>> [each.kind.value for each in rounds_of([Run(start=0, kinds="fr"), Run(start=9, kinds="a")])]
    ['first', 'retry', 'addition']
    """
    return tuple(
        Round(run.start + n, _LETTERS[letter]) for run in runs for n, letter in enumerate(run.kinds)
    )


def followed(runs: Sequence[Run], generation: int, kind: Kind) -> tuple[Run, ...]:
    """Add a round behind the others.

    >>> followed([Run(start=4, kinds="f")], 5, Kind.RETRY)
    (Run(start=4, kinds='fr'),)
    """
    *before, last = runs
    if generation == last.start + len(last.kinds):
        longer = Run(start=last.start, kinds=last.kinds + _LETTER_OF[kind])
        return (*before, longer)
    return (*before, last, Run(start=generation, kinds=_LETTER_OF[kind]))


def before_rounds_were_kept(first: int, generation: int) -> tuple[Run, ...]:
    """Give the rounds of a distribution that was saved when all that followed were retries."""
    return (Run(start=first, kinds="f" + "r" * (generation - first)),)


def still_failed(rounds: Sequence[Round]) -> tuple[Round, ...]:
    """Give the rounds whose failures stand: those since the last retry, which is one of them.

    A retry takes along everything that had failed before it.
    """
    last = max((n for n, each in enumerate(rounds) if each.kind == Kind.RETRY), default=0)
    return tuple(rounds[last:])


def counted(kind: Kind, totals: Triple, *, stands: bool = True) -> Triple:
    """Say by how much a round's delivered, skipped and failed change the distribution's.

    Those of `AGAIN` were counted as skipped before; failures that a retry took along do not stand.

    >>> counted(Kind.AGAIN, (3, 1, 0))
    (3, -3, 0)
    """
    delivered, skipped, failed = totals
    if kind == Kind.AGAIN:
        skipped -= sum(totals)
    return delivered, skipped, failed if stands else 0
