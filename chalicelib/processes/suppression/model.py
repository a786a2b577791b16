"""The hidden parts of a process's rows, and their form in a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.suppression import SuppressionReason


class RowPart(StrEnum):
    """A part of a row that can be hidden."""

    PRE = "pre"
    POST = "post"
    BOTH = "both"
    """The change of the students with both tests."""
    GOAL = "goal"
    OUTCOME = "outcome"
    PRE_TESTED = "pre_tested"
    """How many were tested; hidden only from people who may not see each of these students."""
    POST_TESTED = "post_tested"
    PRE_AWAY = "pre_away"
    """How many were absent, exempt, being entered or awaited; as above."""
    POST_AWAY = "post_away"


Hidden = Mapping[RowPart, SuppressionReason]
"""The hidden parts of one row, with the reason for each."""


@dataclass(frozen=True, slots=True)
class RowsHidden:
    """The hidden rows of a table on one part: why, by id."""

    schools: Mapping[str, SuppressionReason]
    cells: Mapping[tuple[str, str], SuppressionReason]
    """By school and teacher: a teacher of two schools has two."""
    classes: Mapping[str, SuppressionReason]
    teachers: Mapping[str, SuppressionReason]
    """All of a teacher's classes together, at one school or at several."""


def are_all_tested_shown(hidden: Hidden) -> bool:
    """Return whether averages of all tested can stand beside those with both tests.

    Where one to four students took one test alone, subtracting tells their average.
    """
    return not {RowPart.PRE, RowPart.POST} & hidden.keys()


def in_words(hidden: Hidden) -> str:
    """Return a row's hidden parts, and why, in words; nothing where all are shown.

    >>> in_words({RowPart.POST: SuppressionReason.FEW, RowPart.BOTH: SuppressionReason.FEW})
    'Post-test not shown: fewer than 5 students'
    """
    tests = [(words, hidden[part]) for part, words in _TESTS if part in hidden]
    if not tests and RowPart.BOTH in hidden:
        tests = [("Change", hidden[RowPart.BOTH])]
    reasons = dict.fromkeys(why for _, why in tests)
    if len(tests) == len(_TESTS) and len(reasons) == 1:
        return f"Not shown: {tests[0][1]}"
    return ". ".join(f"{words} not shown: {why}" for words, why in tests)


_TESTS = ((RowPart.PRE, "Pre-test"), (RowPart.POST, "Post-test"))
