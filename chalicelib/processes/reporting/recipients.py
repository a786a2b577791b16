"""Everyone who gets email when a process is finished: administrators of its team and schools."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from chalicelib.acts import Role

if TYPE_CHECKING:
    from chalicelib.processes.model import Process
    from chalicelib.rosters.model import Person

Wanted = Callable[["Person"], bool]

TOGETHER = 90
"""Mails that one transaction holds."""

Staff = Callable[[str, Wanted], Iterable["Person"]]
"""Returns the wanted people of a district's staff."""


Schools = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recipients:
    """The people who get a mail, each once, in a fixed order.

    `whole`: all district administrators, and those of the team's school (P13). `parts`: those of
    other schools with a class in it, by these schools (P16).
    """

    whole: Sequence[str]
    parts: Mapping[Schools, Sequence[str]]


def find_recipients(
    staff: Staff, district: str, process: Process, schools: Collection[str]
) -> Recipients:
    """Return the people who get a mail; `schools` are those of its classes.

    Whether they can and want to be written to is asked when it is sent.
    """

    def sees_all(person: Person) -> bool:
        return Role.DISTRICT_ADMIN in person.staff_roles or (
            bool(process.school) and process.school in person.schools_as(Role.SCHOOL_ADMIN)
        )

    def own(person: Person) -> Schools:
        return tuple(sorted(set(person.schools_as(Role.SCHOOL_ADMIN)) & set(schools)))

    whole: set[str] = set()
    parts: dict[Schools, set[str]] = {}
    for person in staff(district, lambda each: sees_all(each) or bool(own(each))):
        (whole if sees_all(person) else parts.setdefault(own(person), set())).add(person.id)
    return Recipients(sorted(whole), {each: sorted(parts[each]) for each in sorted(parts)})


def split_people(people: Sequence[str]) -> Iterator[list[str]]:
    """Cut people into as many as one transaction can hold the mails of."""
    waiting = iter(people)
    while some := list(islice(waiting, TOGETHER)):
        yield some
