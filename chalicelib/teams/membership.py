"""Who can belong to a team, and lead it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.errors import Detail, Invalid

from .model import Colleague

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.rosters.model import Person

MOST_AT_FIRST = 90
"""People of a new team: they are one transaction with it. More can come afterwards."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The people of a new team; who leads is no member besides."""

    leaders: tuple[Colleague, ...]
    members: tuple[Colleague, ...]


def check_school(caller: Caller, school: str, names: Mapping[str, str]) -> None:
    """Refuse a school that is none, or none of the caller's."""
    if not school and not caller.is_district_admin:
        raise Invalid(
            "school_missing",
            "Say which of your schools the team belongs to. Only a district administrator makes "
            "a team for the whole district.",
            pointer="/school",
        )
    if school and not (school in names and caller.administers(school)):
        raise Invalid(
            "school_not_yours",
            "There is no such school, or you do not administer it. Choose one of your schools.",
            pointer="/school",
        )


def chosen(found: Mapping[str, Person], leaders: Sequence[str], members: Sequence[str]) -> Chosen:
    """Name the people of a new team. Raises `Invalid` with everybody who cannot belong to one."""
    wrong = [*_wrong("/leaders", leaders, found), *_wrong("/members", members, found)]
    if wrong:
        raise Invalid("not_staff", wrong[0].message, details=wrong)
    leading = tuple(dict.fromkeys(leaders))
    others = [each for each in dict.fromkeys(members) if each not in leading]
    if len(leading) + len(others) > MOST_AT_FIRST:
        raise Invalid(
            "too_many_people",
            f"A new team begins with at most {MOST_AT_FIRST} people. Add the others afterwards.",
            pointer="/members",
        )
    return Chosen(
        tuple(colleague(found[each]) for each in leading),
        tuple(colleague(found[each]) for each in others),
    )


def colleague(person: Person) -> Colleague:
    """Give somebody by the name they have now."""
    return Colleague(id=person.id, name=f"{person.given} {person.family}".strip())


def can_belong(person: Person | None) -> bool:
    """Tell whether somebody is staff who can sign in."""
    return person is not None and person.is_staff and person.enabled


def _wrong(where: str, ids: Sequence[str], found: Mapping[str, Person]) -> Iterator[Detail]:
    for at, each in enumerate(ids):
        if not can_belong(found.get(each)):
            yield Detail(
                f"{where}/{at}",
                "not_staff",
                "Only staff of the district can belong to a team, and nobody of this identifier "
                "is, or their account is switched off. Choose somebody from the list of people.",
            )
