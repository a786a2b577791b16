"""Authority is never wider than the district meant: a doubtful role waits for an admin's word.

There are two kinds of doubt. The first is a district administrator at a place that is not the
district's own office: another district's office, the office of a part, or a school. The second, in
OneRoster 1.1, is an administrator of the district and of a school at once. That version has one
role for all organizations of a person, so nobody can tell which one was meant.

A doubted role stays in the state under a name of our own. Only a grant turns it back into the role
that was asked for. Until then the first kind sees the schools below the office, and the second has
the school's role that the roster states.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.findings.model import Problem, report

from . import record_problems
from .store import RosterStore

OFFICES = ("district", "local", "state", "national")
DOUBTED_OFFICE = "ext:doubtedAtOtherOffice"
DOUBTED_SCHOOL = "ext:doubtedAtSchoolAndDistrict"
"""The names of doubted roles in the state; OneRoster lets everybody add roles like these."""
_GRANTED = "districtAdministrator"
_DOUBTS = {
    DOUBTED_OFFICE: record_problems.AUTHORITY_DOUBTFUL,
    DOUBTED_SCHOOL: record_problems.AUTHORITY_DOUBTFUL_1_1,
}

Pair = tuple[str, str]
"""A person and an office, by sourcedId."""


class UnconfirmedAdminReason(StrEnum):
    """Why it is not certain that somebody administers the district."""

    OFFICE = "other_office"
    """The role is at an office that is not the district's own."""
    SCHOOL = "school_and_district"
    """OneRoster 1.1 does not say whether the school or the district is meant."""


_WHY = {
    DOUBTED_OFFICE: UnconfirmedAdminReason.OFFICE,
    DOUBTED_SCHOOL: UnconfirmedAdminReason.SCHOOL,
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody who may be meant to administer the district, and whose word is missing."""

    person: str
    name: str
    office: str
    office_name: str
    reason: UnconfirmedAdminReason


def find_own_offices(store: RosterStore, earlier: Iterable[str] = ()) -> tuple[str, ...]:
    """Name the district's own offices: those that most of its schools lie below.

    Once known they stay so while they exist, whatever else a package brings. Where no school says
    which office it lies below, a single office is the district's, or the single one of that type;
    where there is none at all, a single school.
    """
    orgs = {id_: (kind, parent) for id_, kind, parent in
            store.rows('SELECT "sourcedId", type, "parentSourcedId" FROM new_orgs')}  # fmt: skip
    offices = [id_ for id_, (kind, _) in orgs.items() if kind in OFFICES]
    if kept := sorted(set(earlier) & set(offices)):
        return tuple(kept)
    below = Counter[str]()
    lying = 0
    for id_, (kind, _) in orgs.items():
        above = _above(id_, orgs) if kind == "school" else set()
        lying += bool(above)
        below.update(above)
    if lying:
        return tuple(sorted(office for office in offices if 2 * below[office] > lying))
    districts = [office for office in offices if orgs[office][0] == "district"]
    if not offices:
        offices = [id_ for id_, (kind, _) in orgs.items() if kind == "school"]
    only = offices if len(offices) == 1 else districts
    return tuple(only) if len(only) == 1 else ()


def _above(school: str, orgs: dict[str, tuple[str, str]]) -> set[str]:
    """Name the offices that a school lies below."""
    found: set[str] = set()
    seen: set[str] = set()
    here = school
    while here in orgs and here not in seen:
        seen.add(here)
        kind, here_above = orgs[here]
        if kind in OFFICES:
            found.add(here)
        here = here_above
    return found


def mark_doubted(
    store: RosterStore, own: Collection[str], granted: Collection[Pair], *, one_role_for_all: bool
) -> None:
    """Put the doubted roles of `new_roles` under names of our own, except those granted by name.

    `one_role_for_all`: the rows that arrived come from OneRoster 1.1.
    """
    grant(store, granted)
    known = frozenset(granted)
    if one_role_for_all:
        for row_id, person, office in list(_wide_roles(store, _OF_A_SCHOOL_TOO)):
            if (person, office) not in known:
                _rename(store, row_id, DOUBTED_SCHOOL)
    for row_id, person, office in list(_wide_roles(store)):
        if office not in own and (person, office) not in known:
            _rename(store, row_id, DOUBTED_OFFICE)


_OF_A_SCHOOL_TOO = (
    ' AND r.row > 0 AND r."userSourcedId" IN (SELECT "userSourcedId" FROM new_roles WHERE role ='
    " 'siteAdministrator')"
)


def grant(store: RosterStore, granted: Iterable[Pair], generation: str = "new") -> None:
    """Set the role of granted persons that was asked for: administrator of the district."""
    for person, office in granted:
        store.run(
            f'UPDATE {generation}_roles SET role = ? WHERE "userSourcedId" = ?'  # noqa: S608
            ' AND "orgSourcedId" = ? AND role IN (?, ?)',
            (_GRANTED, person, office, DOUBTED_OFFICE, DOUBTED_SCHOOL),
        )


def still_asked_for(store: RosterStore, granted: Iterable[Pair]) -> list[Pair]:
    """Return the granted roles that the state still asks for: one that left is not kept in mind."""
    asked = {(person, office) for _, person, office in _wide_roles(store)}
    return sorted(asked & set(granted))


def list_doubts(store: RosterStore) -> list[Doubt]:
    """Name everybody whose role is doubted."""
    question = (
        'SELECT u."sourcedId", u."givenName" || \' \' || u."familyName", o."sourcedId", o.name,'
        ' r.role FROM new_roles r JOIN new_users u ON u."sourcedId" = r."userSourcedId"'
        ' JOIN new_orgs o ON o."sourcedId" = r."orgSourcedId" WHERE r.role IN (?, ?)'
        ' ORDER BY u."sourcedId", o."sourcedId", r.role'
    )
    found = store.rows(question, (DOUBTED_OFFICE, DOUBTED_SCHOOL))
    return [
        Doubt(person, name, office, office_name, _WHY[role])
        for person, name, office, office_name, role in dict.fromkeys(found)
    ]


def doubt_problems(store: RosterStore, *, of_1_1: bool) -> Iterator[Problem]:
    """Report doubtful administrators, one problem for each office and reason."""
    question = (
        'SELECT r.row, r."userSourcedId", u."givenName" || \' \' || u."familyName", o.name, r.role'
        ' FROM new_roles r JOIN new_users u ON u."sourcedId" = r."userSourcedId"'
        ' JOIN new_orgs o ON o."sourcedId" = r."orgSourcedId" WHERE r.role IN (?, ?)'
        ' ORDER BY r.row, r."userSourcedId"'
    )
    file = "users.csv" if of_1_1 else "roles.csv"
    column = "orgSourcedIds" if of_1_1 else "orgSourcedId"
    for row, person, name, office, role in store.rows(question, (DOUBTED_OFFICE, DOUBTED_SCHOOL)):
        where = {"file": file, "row": row, "column": column, "value": person}
        yield report(_DOUBTS[role], **where, detail=f"It is {name}.", office=office)


def _wide_roles(store: RosterStore, where: str = "") -> Iterator[tuple[str, str, str]]:
    """Return the roles that would administer the district: row's sourcedId, person, place."""
    offices = ", ".join(f"'{kind}'" for kind in OFFICES)
    return store.rows(
        'SELECT r."sourcedId", r."userSourcedId", r."orgSourcedId" FROM new_roles r'  # noqa: S608
        ' JOIN new_orgs o ON o."sourcedId" = r."orgSourcedId" WHERE (r.role ='
        " 'districtAdministrator' OR r.role = 'systemAdministrator' AND o.type IN"
        f" ({offices})){where}"
    )


def _rename(store: RosterStore, row_id: str, role: str) -> None:
    store.run('UPDATE new_roles SET role = ? WHERE "sourcedId" = ?', (role, row_id))
