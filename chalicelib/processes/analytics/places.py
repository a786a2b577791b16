"""Where each student of a group counts: the class whose result a sum takes.

The same students as in `counting.book`, by name: a change of one changes both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chalicelib.processes.scores import ProcessTest

from .counts import Mark, Sat, homes, pair_of
from .editions import LATEST, Edition


@dataclass(frozen=True, slots=True)
class CountedPlace:
    """The class in which a student counts on a test, and the mark there."""

    school_class: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class CountedPlaces:
    """Where each student of a group counts on each test, and those who have both tests."""

    pre: Mapping[str, CountedPlace]
    post: Mapping[str, CountedPlace]
    both: Mapping[str, tuple[str, str]]
    """By student: the classes of the pre-test and of the post-test."""

    def on(self, test: ProcessTest) -> Mapping[str, CountedPlace]:
        """Return one test's places."""
        return self.pre if test == ProcessTest.PRE else self.post


def find_places(group: Sequence[Sat], edition: Edition = LATEST) -> CountedPlaces:
    """Return where each student counts; `group` is in order of class ids."""
    pre: dict[str, CountedPlace] = {}
    post: dict[str, CountedPlace] = {}
    both: dict[str, tuple[str, str]] = {}
    for sat in group:
        name = sat.scores.school_class
        pre.update((who, CountedPlace(name, mark)) for who, mark in sat.pre.items())
        post.update((who, CountedPlace(name, mark)) for who, mark in sat.post.items())
        both.update((who, (name, name)) for who in sat.pairs)
    for who, home_of in homes(group, edition).items():
        before, after = home_of
        for known, home, test in ((pre, before, ProcessTest.PRE), (post, after, ProcessTest.POST)):
            known.pop(who, None)
            if home is not None:
                known[who] = CountedPlace(home.scores.school_class, home.on(test)[who])
        both.pop(who, None)
        if before and after and pair_of(who, home_of, edition):
            both[who] = (before.scores.school_class, after.scores.school_class)
    return CountedPlaces(pre, post, both)
