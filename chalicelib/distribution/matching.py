"""Whether a tracker can take an assessment, and if not, why (rules D2 and D3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from chalicelib.distribution import refusals
from chalicelib.standards.algebra import missing


class MismatchReason(StrEnum):
    """Why a tracker does not match, or did not get what was meant for it as others did."""

    OTHER_SET = "other_set"
    OTHER_SCALE = "other_scale"
    MISSING_STANDARDS = "missing_standards"
    ARCHIVED = "archived"
    CLASS_PAST = "class_past"
    GONE = "gone"
    ALREADY_THERE = "already_there"
    RECALLED_THERE = "recalled_there"
    FULL = "full"
    BROUGHT_BACK = "brought_back"
    UNSTORABLE = "unstorable"
    UNREACHABLE = "unreachable"


MISMATCHES = frozenset(
    {
        MismatchReason.OTHER_SET,
        MismatchReason.OTHER_SCALE,
        MismatchReason.MISSING_STANDARDS,
        MismatchReason.ARCHIVED,
        MismatchReason.CLASS_PAST,
    }
)
"""Reasons that a change of the tracker may end."""

PROBLEMS = {MismatchReason(each.code): each for each in refusals.MISMATCHES}
"""The refusal of each reason."""
SENTENCES = {reason: each.text for reason, each in PROBLEMS.items()}


class MatchCriteria(Protocol):
    """The properties of an assessment that decide: its standards set, its standards, its levels."""

    @property
    def set_id(self) -> str:
        """The standards set."""

    @property
    def mask(self) -> int:
        """The standards, as bits over the set."""

    @property
    def levels(self) -> int:
        """The number of mastery levels."""


class Offered(MatchCriteria, Protocol):
    """The properties of a tracker that decide."""

    @property
    def archived(self) -> bool:
        """Whether it was put away."""

    @property
    def past(self) -> bool:
        """Whether its class is over."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The reason against a match; `missing` has the untracked standards, as bits over the set."""

    reason: MismatchReason
    missing: int = 0


def mismatch(tracker: Offered, wanted: MatchCriteria) -> Mismatch | None:
    """Return why a tracker does not match, the most telling reason first; nothing if it does."""
    if tracker.archived:
        return Mismatch(MismatchReason.ARCHIVED)
    if tracker.past:
        return Mismatch(MismatchReason.CLASS_PAST)
    return misfit(tracker, wanted)


def misfit(tracker: MatchCriteria, wanted: MatchCriteria) -> Mismatch | None:
    """Return why a tracker does not match, whatever became of its class."""
    if tracker.set_id != wanted.set_id:
        return Mismatch(MismatchReason.OTHER_SET)
    lacking = missing(tracker.mask, wanted.mask)
    if lacking:
        return Mismatch(MismatchReason.MISSING_STANDARDS, lacking)
    if tracker.levels != wanted.levels:
        return Mismatch(MismatchReason.OTHER_SCALE)
    return None
