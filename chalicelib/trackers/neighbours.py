"""What trackers ask of neighbours they do not know: wiring hands it in, else there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from chalicelib.storage.conditions import Write

from .model import Tracker

Recalled = Callable[[str, Iterable[str]], frozenset[str]]
"""Says which of a district's distributions are recalled at present."""


def nothing_recalled(_: str, __: Iterable[str]) -> frozenset[str]:
    """Say that nothing is."""
    return frozenset()


BroughtBy = Callable[[str, str, str], str]
"""Says which distribution brought an assessment's results to a class (district, class, assessment);
"" for none."""


def no_results(_: str, __: str, ___: str) -> str:
    """Say that none did."""
    return ""


@dataclass(frozen=True, slots=True)
class ClassResults:
    """A class's results on an assessment, as they are when somebody takes it out of a tracker."""

    begun: bool
    """Whether anybody has saved any."""
    processes: tuple[str, ...] = ()
    """The open Mastery Processes that they go to."""
    unchanged: tuple[Write, ...] = ()
    """What makes a transaction fail once the results are not so any more."""


ResultsOf = Callable[[str, str, str], ClassResults]
"""Says what a class has on an assessment (district, class, assessment)."""


WordOf = Callable[[str, Sequence[Tracker], str], list[Write]]
"""Gives what the transaction of trackers of one set that are new, or fit otherwise than before,
writes besides, so that they get what is to come to them by itself; at most one write."""


def no_word(_: str, __: Sequence[Tracker], ___: str) -> list[Write]:
    """Write nothing besides."""
    return []
