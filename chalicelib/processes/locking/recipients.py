"""Who is told that a process is finished: the administrators of its team (P13)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
"""Gives those of a district's staff that are wanted."""


def administrators(staff: Staff, district: str, process: Process) -> list[str]:
    """Name who is told: all district administrators, and those of the team's school.

    In a fixed order, each once. Whether they can and want to be written to is asked when it is
    sent.
    """

    def administers(person: Person) -> bool:
        return Role.DISTRICT_ADMIN in person.staff_roles or (
            bool(process.school) and process.school in person.schools_as(Role.SCHOOL_ADMIN)
        )

    return sorted({person.id for person in staff(district, administers)})


def together(people: Sequence[str]) -> Iterator[list[str]]:
    """Cut people into as many as one transaction can hold the mails of."""
    waiting = iter(people)
    while some := list(islice(waiting, TOGETHER)):
        yield some
