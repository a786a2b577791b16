"""The people who have a tracker on a day: authority follows the class.

The class's teachers of the day can do everything that the tracker's owner can. A tracker knows who
teaches its class, and when, since a roster with dates was applied. Before that (`None`) only its
owner has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from chalicelib.rosters.model import Teacher, present

Teachers = tuple[Teacher, ...] | None

MOST_TEACHERS = 25
"""Of one class, in its trackers: each has a row of theirs in the tracker's transaction."""

_UNKNOWN, _ONLY_THE_OWNER = 0, 1


class Staffed(Protocol):
    """An object that knows the people who have a tracker."""

    @property
    def owner(self) -> str:
        """The person who made it or has it."""

    @property
    def collaborators(self) -> tuple[str, ...]:
        """The colleagues who also work on it."""

    @property
    def teachers(self) -> Teachers:
        """Everyone who ever teaches the class."""


def holders(of: Staffed, day: str) -> tuple[str, ...]:
    """Return the people who can do everything with a tracker on a day, the owner first."""
    if of.teachers is None:
        return (of.owner,)
    there = [each.id for each in present(of.teachers, day)]
    return tuple(sorted(there, key=lambda person: person != of.owner))


def helpers(of: Staffed) -> tuple[str, ...]:
    """Return the collaborators who never teach the class: its teachers have it as teachers only."""
    taught = {each.id for each in of.teachers or ()}
    return tuple(each for each in of.collaborators if each not in taught)


def everybody(of: Staffed) -> tuple[str, ...]:
    """Return everyone whose list can contain the tracker, on any day."""
    own = (of.owner,) if of.teachers is None else tuple(each.id for each in of.teachers)
    return tuple(dict.fromkeys((*own, *of.collaborators)))


def holder(of: Staffed, name: str, day: str) -> tuple[str, str]:
    """Return id and name of the shown teacher: the owner, or the class's present teacher.

    `name` is the owner's. Where nobody teaches the class, it stays the owner's by name.
    """
    if of.teachers is None or of.teachers == (Teacher(id=of.owner, name=name),):
        return of.owner, name
    first = next(iter(holders(of, day)), of.owner)
    names = {each.id: each.name for each in of.teachers}
    return first, name if first == of.owner else names[first]


def pack_teachers(teachers: Teachers, owner: str, name: str) -> Any:
    """Return teachers in their shortest stored form; mostly the owner is the only one."""
    if teachers is None:
        return _UNKNOWN
    if teachers == (Teacher(id=owner, name=name),):
        return _ONLY_THE_OWNER
    return [
        [each.id, each.name, *(day for span in each.spans for day in span)] for each in teachers
    ]


def unpack_teachers(stored: Any, owner: str, name: str) -> Teachers:
    """Read what `pack_teachers` wrote."""
    if stored == _UNKNOWN:
        return None
    if stored == _ONLY_THE_OWNER:
        return (Teacher(id=owner, name=name),)
    return tuple(_teacher(*each) for each in stored)


def _teacher(person: str, name: str, *days: str) -> Teacher:
    spans: Sequence[tuple[str, str]] = list(zip(days[::2], days[1::2], strict=False))
    return Teacher(id=person, name=name, spans=tuple(spans))
