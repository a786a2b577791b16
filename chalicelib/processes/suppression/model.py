"""Which figures of a process are hidden, and why. Pure: sets of students, no scores.

A student who counts somewhere is an atom: their id, with the class or classes whose results count.
A figure is of a set of atoms; figures can be subtracted, and what is left must be five or nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from chalicelib.processes.figures.model import FEWEST_MATCHED as FEWEST

Id = TypeVar("Id", bound=str | tuple[str, str])

Atom = tuple[str, ...]
"""A student, and the class or the two classes in which they count."""
Atoms = frozenset[Atom]


class Part(StrEnum):
    """What of a row can be hidden."""

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


class Why(StrEnum):
    """Why it is, in the words that stand beside it."""

    FEW = f"fewer than {FEWEST} students"
    OTHERS = f"so that nobody can work out a group of fewer than {FEWEST} students"


Hidden = Mapping[Part, Why]
"""What of one row is hidden."""


@dataclass(frozen=True, slots=True)
class RowsHidden:
    """The hidden rows of a table on one part: why, by id."""

    schools: Mapping[str, Why]
    cells: Mapping[tuple[str, str], Why]
    """By school and teacher: a teacher of two schools has two."""
    classes: Mapping[str, Why]
    teachers: Mapping[str, Why]
    """All of a teacher's classes together, at one school or at several."""


def is_few(students: int) -> bool:
    """Tell whether figures of so many would tell on each; of nobody there are none."""
    return 0 < students < FEWEST


def is_exposed(atoms: Iterable[Atom], schools: Mapping[str, str]) -> bool:
    """Tell whether a figure of these would leave one to four students to somebody.

    To administrators of any schools, who know the results in those: what remains of the figure are
    the students of all other schools. `schools` are those of classes.
    """
    counted = Counter(frozenset(schools[each] for each in atom[1:]) for atom in atoms)
    return any(
        is_few(sum(many for inner, many in counted.items() if inner <= outer)) for outer in counted
    )


def cover(
    sums: Sequence[Atoms], parts: Mapping[Id, Atoms], blank: Collection[Id] = ()
) -> dict[Id, Why]:
    """Say which parts of sums that may be known are hidden; `blank` are, for other reasons.

    Small parts are. Where the sums and the other parts would tell them, the next smallest is hidden
    with them, until no sum leaves one to four students.
    """
    there = {each: atoms for each, atoms in parts.items() if atoms}
    hidden = {each: atoms for each, atoms in there.items() if is_few(len(atoms)) or each in blank}
    others = sorted((len(atoms), each) for each, atoms in there.items() if each not in hidden)
    for _, each in others:
        shown = frozenset[Atom]().union(*(there[one] for one in there if one not in hidden))
        if len(hidden) != 1 and not any(is_few(students(known ^ shown)) for known in sums):
            break
        hidden[each] = there[each]
    return {each: why_of(there[each]) for each in hidden}


def students(atoms: Atoms) -> int:
    """Count the students of these."""
    return len({atom[0] for atom in atoms})


def why_of(atoms: Atoms) -> Why:
    """Say why a row of these is hidden."""
    return Why.FEW if is_few(len(atoms)) else Why.OTHERS


def in_words(hidden: Hidden) -> str:
    """Say what of a row is not shown, and why; nothing where all is.

    >>> in_words({Part.POST: Why.FEW, Part.BOTH: Why.FEW})
    'Post-test not shown: fewer than 5 students'
    """
    tests = [(words, hidden[part]) for part, words in _TESTS if part in hidden]
    if not tests and Part.BOTH in hidden:
        tests = [("Change", hidden[Part.BOTH])]
    reasons = dict.fromkeys(why for _, why in tests)
    if len(tests) == len(_TESTS) and len(reasons) == 1:
        return f"Not shown: {tests[0][1]}"
    return ". ".join(f"{words} not shown: {why}" for words, why in tests)


_TESTS = ((Part.PRE, "Pre-test"), (Part.POST, "Post-test"))
