"""The data team of the demonstration: third-grade teachers of several schools, signed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from plumb.client import Client
from plumb.demo.district import DemoClass, DemoDistrict, DemoPerson

COURSE = "jf-c-math-03"
SCHOOLS, SECTIONS = 4, 2
"""From how many schools, and from how many classes of each, the team's teachers come."""
AT_ONCE = 4

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Member:
    """Somebody of the team, with the class whose students take its tests."""

    person: DemoPerson
    client: Client
    school_class: DemoClass

    @property
    def name(self) -> str:
        """Their name, as it is written here."""
        return f"{self.person.name.given} {self.person.name.family}"


def choose_team(district: DemoDistrict) -> list[tuple[DemoPerson, DemoClass]]:
    """Choose who belongs to the team: the leader comes first."""
    taught = [one for one in district.classes if one.course.id == COURSE]
    schools = list(dict.fromkeys(one.school for one in taught))[:SCHOOLS]
    people = {person.id: person for person in district.people}
    return [
        (people[one.teachers[0]], one)
        for school in schools
        for one in [each for each in taught if each.school == school][:SECTIONS]
    ]


def sign_in_team(
    who: Sequence[tuple[DemoPerson, DemoClass]], client: Callable[[str], Client]
) -> list[Member]:
    """Sign everybody in; `client` does that by sign-in name."""
    return [Member(person, client(person.username), taught) for person, taught in who]


def together(do: Callable[[T], R], each: Iterable[T]) -> list[R]:
    """Do the same for several people at once, as they would; the first failure is raised."""
    with ThreadPoolExecutor(AT_ONCE) as hands:
        return list(hands.map(do, each))
