"""The rules for who can belong to a team, and lead it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.districts.refusals import PERSON_NOT_FOUND
from chalicelib.errors import Detail
from chalicelib.teams import refusals

from .model import MOST_PEOPLE, Colleague, Team

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.rosters.model import Person

    from .ports import MeasuredWork, OpenProcessHead

MOST_AT_FIRST = 90
"""People of a new team: they are one transaction with it. More can come afterwards."""


@dataclass(frozen=True, slots=True)
class TeamPeople:
    """The people of a new team; a leader is not also a member."""

    leaders: tuple[Colleague, ...]
    members: tuple[Colleague, ...]


def check_school(caller: Caller, school: str, names: Mapping[str, str]) -> None:
    """Refuse a school that is none, or none of the caller's."""
    if not school and not caller.is_district_admin:
        raise refusals.SCHOOL_MISSING(pointer="/school")
    if school and not (school in names and caller.administers(school)):
        raise refusals.SCHOOL_NOT_ADMINISTERED(pointer="/school")


def choose_people(
    found: Mapping[str, Person], leaders: Sequence[str], members: Sequence[str]
) -> TeamPeople:
    """Name the people of a new team. Raises `Invalid` with everybody who cannot belong to one."""
    wrong = [*_wrong("/leaders", leaders, found), *_wrong("/members", members, found)]
    if wrong:
        raise refusals.NOT_STAFF(details=wrong)
    leading = tuple(dict.fromkeys(leaders))
    others = [each for each in dict.fromkeys(members) if each not in leading]
    if len(leading) + len(others) > MOST_AT_FIRST:
        raise refusals.TOO_MANY_PEOPLE(pointer="/members", most=MOST_AT_FIRST)
    return TeamPeople(
        tuple(colleague(found[each]) for each in leading),
        tuple(colleague(found[each]) for each in others),
    )


def find_needed_right(team: Team, person: str, *, leader: bool) -> str:
    """Name what one must be allowed to do to have somebody in a team, as leader or as member."""
    leads = any(each.id == person for each in team.leaders)
    return "change_leaders" if leader != leads else "change_members"


def with_person(team: Team, person: str, found: Person | None, *, leader: bool) -> Team:
    """Return the team with somebody new, or with a member who now leads or the other way round.

    `found` is who they are in the roster. Raises `NotFound` for people who are not staff, except a
    leader who left the district, who can become a member; `Conflict` when nobody would lead or the
    team is full.
    """
    there = next((each for each in team.people if each.id == person), None)
    if there is not None and there in (team.leaders if leader else team.members):
        return team
    if found is not None and can_belong(found):
        there = colleague(found)
    elif there is None or leader:
        raise PERSON_NOT_FOUND()
    rest = _without(team, person)
    if len(rest.people) >= MOST_PEOPLE:
        raise refusals.TEAM_FULL(most=MOST_PEOPLE)
    changed = "leaders" if leader else "members"
    return _require_leader(rest.model_copy(update={changed: (*getattr(rest, changed), there)}))


def without_person(team: Team, person: str) -> Team:
    """Return the team without somebody. Raises `NotFound`, `Conflict` when nobody would lead."""
    if all(each.id != person for each in team.people):
        raise refusals.MEMBER_NOT_FOUND()
    return _require_leader(_without(team, person))


def _without(team: Team, person: str) -> Team:
    return team.model_copy(
        update={
            "leaders": tuple(each for each in team.leaders if each.id != person),
            "members": tuple(each for each in team.members if each.id != person),
        }
    )


def _require_leader(team: Team) -> Team:
    if not team.leaders:
        raise refusals.TEAM_NEEDS_LEADER()
    return team


def classes_kept(person: str, head: OpenProcessHead, measured: MeasuredWork) -> str:
    """Return which classes of a leaving person stay in a process; nothing if none."""
    many = dict(measured.teachers).get(person, 0)
    if not many:
        return ""
    classes = "1 class stays" if many == 1 else f"{many} classes stay"
    return f"{classes} in “{head.name}”: what is entered there counts until it is locked."


def colleague(person: Person) -> Colleague:
    """Return somebody as a colleague, by the name that they have now."""
    legal = f"{person.legal_given} {person.legal_family}".strip()
    return Colleague(id=person.id, name=f"{person.given} {person.family}".strip(), legal=legal)


def can_belong(person: Person | None) -> bool:
    """Return whether somebody is staff who can sign in."""
    return person is not None and person.is_staff and person.enabled


def _wrong(where: str, ids: Sequence[str], found: Mapping[str, Person]) -> Iterator[Detail]:
    for at, each in enumerate(ids):
        if not can_belong(found.get(each)):
            yield refusals.PERSON_NOT_STAFF(f"{where}/{at}")
