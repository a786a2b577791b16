"""Which rows of a table are left blank because they would tell on a few students (P13). Pure.

A row of one to four students is. Where the others and the sum could tell it all the same, the next
smallest is left blank with it, until nothing smaller than five students can be subtracted out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.processes.figures.model import FEWEST_MATCHED as FEWEST


class Part(StrEnum):
    """What of a row can be blank."""

    PRE = "pre"
    POST = "post"
    BOTH = "both"
    """The change of the students with both tests."""
    GOAL = "goal"
    OUTCOME = "outcome"


class Why(StrEnum):
    """Why it is, in the words that stand beside it."""

    FEW = f"fewer than {FEWEST} students"
    OTHERS = f"so that nobody can work out a group of fewer than {FEWEST} students"


Veils = Mapping[str, Why]
"""By the id of a teacher or class: why it is blank."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many students the rows are of: the team, its teachers, and their classes."""

    team: int
    teachers: Mapping[str, int]
    classes: Mapping[str, Mapping[str, int]]
    """By teacher."""


@dataclass(frozen=True, slots=True)
class Veiled:
    """The blank rows of a table."""

    team: Why | None
    teachers: Veils
    classes: Veils


def is_few(students: int) -> bool:
    """Tell whether figures of so many would tell on each; of nobody there are none."""
    return 0 < students < FEWEST


def veiled(sizes: Sizes, blank: Collection[str] = ()) -> Veiled:
    """Say which rows are blank; those in `blank` are, for other reasons.

    All classes of a blank teacher are. A teacher who is shown has no class blank alone.
    """
    if is_few(sizes.team):
        few = {each: Why.FEW for each, n in sizes.teachers.items() if n}
        rows = {each: Why.FEW for own in sizes.classes.values() for each, n in own.items() if n}
        return Veiled(Why.FEW, few, rows)
    teachers = covered(sizes.teachers, blank)
    classes: dict[str, Why] = {}
    for teacher, own in sizes.classes.items():
        classes |= covered(own, own if teacher in teachers else blank)
    return Veiled(None, teachers, classes)


def covered(sizes: Mapping[str, int], blank: Collection[str] = ()) -> dict[str, Why]:
    """Say which parts of a sum that is shown are blank.

    >>> covered({"a": 4, "b": 20, "c": 9})
    {'a': <Why.FEW: 'fewer than 5 students'>, 'c': <Why.OTHERS: 'so that nobody can work out \
a group of fewer than 5 students'>}
    """
    there = {each: n for each, n in sizes.items() if n}
    found = {each: n for each, n in there.items() if is_few(n) or each in blank}
    others = sorted((n, each) for each, n in there.items() if each not in found)
    for n, each in others:
        if not found or (len(found) > 1 and sum(found.values()) >= FEWEST):
            break
        found[each] = n
    return {each: Why.FEW if is_few(n) else Why.OTHERS for each, n in found.items()}


def in_words(veils: Mapping[Part, Why]) -> str:
    """Say what of a row is not shown, and why; nothing where all is.

    >>> in_words({Part.POST: Why.FEW, Part.BOTH: Why.FEW})
    'Post-test not shown: fewer than 5 students'
    """
    tests = [(words, veils[part]) for part, words in _TESTS if part in veils]
    if not tests and Part.BOTH in veils:
        tests = [("Change", veils[Part.BOTH])]
    reasons = dict.fromkeys(why for _, why in tests)
    if len(tests) == len(_TESTS) and len(reasons) == 1:
        return f"Not shown: {tests[0][1]}"
    return ". ".join(f"{words} not shown: {why}" for words, why in tests)


_TESTS = ((Part.PRE, "Pre-test"), (Part.POST, "Post-test"))
