"""Suppression: nobody may work out a group of one to four students (T8, P11).

The terms are those of the US Department of Education. A group of fewer than five is hidden
(small-cell suppression), and so is whatever would let the group be calculated (complementary
suppression). Every screen, file, report and email asks here; the number stands here alone.

A student who counts somewhere is an atom: their id, with the class or classes whose results count.
A figure is of a set of atoms; figures can be subtracted, and what is left must be five or nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

FEWEST = 5
"""Below this number of students nothing is shown: figures of four would identify students."""
FEWEST_IN_WORDS = "five"

Id = TypeVar("Id", bound=str | tuple[str, str])

Atom = tuple[str, ...]
"""A student, and the class or the two classes in which they count."""
Atoms = frozenset[Atom]


class SuppressionReason(StrEnum):
    """Why it is, in the words that stand beside it."""

    FEW = f"fewer than {FEWEST} students"
    OTHERS = f"to protect a group of fewer than {FEWEST} students"


def is_enough(students: int) -> bool:
    """Return whether so many students may be looked at together."""
    return students >= FEWEST


def is_few(students: int) -> bool:
    """Return whether figures of so many students would identify them; zero has none."""
    return 0 < students < FEWEST


def is_exposed(atoms: Iterable[Atom], schools: Mapping[str, str]) -> bool:
    """Return whether a figure of these would leave one to four students to somebody.

    To administrators of any schools, who know the results in those: what remains of the figure are
    the students of all other schools. `schools` are those of classes.
    """
    counted = Counter(frozenset(schools[each] for each in atom[1:]) for atom in atoms)
    return any(
        is_few(sum(many for inner, many in counted.items() if inner <= outer)) for outer in counted
    )


def cover(
    sums: Sequence[Atoms], parts: Mapping[Id, Atoms], blank: Collection[Id] = ()
) -> dict[Id, SuppressionReason]:
    """Return which parts of sums that may be known are hidden; `blank` are, for other reasons.

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


def why_of(atoms: Atoms) -> SuppressionReason:
    """Return why a row of these is hidden."""
    return SuppressionReason.FEW if is_few(len(atoms)) else SuppressionReason.OTHERS
