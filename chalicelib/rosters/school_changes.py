"""The changes that a package would make at each school: its classes, people and enrollments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from chalicelib.searching import order_name

from .reach import note_reach
from .store import RosterStore


def _of_role(role: str) -> SchoolRecords:
    return SchoolRecords(
        'r."orgSourcedId"', 'r."userSourcedId"', f"{{0}}_roles r WHERE r.role = '{role}'",
        'r."userSourcedId" IN (SELECT id FROM reached_people)', "changed_users",
    )  # fmt: skip


class SchoolRecords(NamedTuple):
    """How a school's records of a kind are read, in SQL with the generation open."""

    school: str
    one: str
    source: str
    reached: str
    """The condition that leaves out most of those that do not differ."""
    changed: str
    """The table of those that do."""


_OF_SCHOOLS = {
    "classes": SchoolRecords(
        'c."schoolSourcedId"', 'c."sourcedId"', "{0}_classes c WHERE 1",
        'c."sourcedId" IN (SELECT id FROM changed_classes)', "changed_classes",
    ),
    "students": _of_role("student"),
    "teachers": _of_role("teacher"),
    "enrollments": SchoolRecords(
        'c."schoolSourcedId"', 'e."sourcedId"',
        '{0}_enrollments e JOIN {0}_classes c ON c."sourcedId" = e."classSourcedId" WHERE 1',
        '(e."sourcedId" IN (SELECT id FROM changed_enrollments)'
        ' OR e."classSourcedId" IN (SELECT id FROM changed_classes))', "changed_enrollments",
    ),
}  # fmt: skip


def school_changes(store: RosterStore) -> Iterator[dict[str, Any]]:
    """Return each school with a difference, by name: how many of each kind come, change and go."""
    note_reach(store)
    names = dict(store.rows('SELECT "sourcedId", name FROM old_orgs'))
    names |= dict(store.rows('SELECT "sourcedId", name FROM new_orgs'))
    found = [
        (school, kind, *counts) for kind in _OF_SCHOOLS for school, *counts in _of(store, kind)
    ]
    schools = groupby(sorted(found, key=itemgetter(0)), itemgetter(0))
    rows = [
        {"school": school, "name": names.get(school, school), "changes": _as_changes(kinds)}
        for school, kinds in schools
    ]
    return iter(sorted(rows, key=lambda row: (order_name(row["name"]), row["school"])))


def _as_changes(kinds: Iterator[tuple[Any, ...]]) -> list[dict[str, Any]]:
    order = list(_OF_SCHOOLS)
    found = sorted(kinds, key=lambda each: order.index(each[1]))
    names = ("kind", "before", "added", "changed", "dropped")
    return [dict(zip(names, each[1:], strict=True)) for each in found]


def _of(store: RosterStore, kind: str) -> Iterator[tuple[Any, ...]]:
    """Count by school, in one pass over both generations: to join them takes ten times as long."""
    of = _OF_SCHOOLS[kind]
    both = " UNION ALL ".join(
        f"SELECT {of.school} AS school, {of.one} AS one, {was} AS was, {1 - was} AS is_there"  # noqa: S608
        f" FROM {of.source.format(generation)} AND {of.reached}"
        for generation, was in (("new", 0), ("old", 1))
    )
    each = (
        "SELECT school, max(was) AS was, max(is_there) AS is_there,"  # noqa: S608
        f" one IN (SELECT id FROM {of.changed}) AS differs FROM ({both}) GROUP BY school, one"
    )
    found = list(
        store.rows(
            "SELECT school, sum(is_there AND NOT was) AS added,"  # noqa: S608
            " sum(was AND is_there AND differs) AS changed, sum(was AND NOT is_there) AS dropped"
            f" FROM ({each}) GROUP BY school HAVING added + changed + dropped > 0"
        )
    )
    before = f"SELECT {of.school}, count(DISTINCT {of.one}) FROM {of.source} GROUP BY 1"  # noqa: S608
    had = dict(store.rows(before.format("old"))) if found else {}
    return ((school, had.get(school, 0), *counts) for school, *counts in found)


def count_lost(store: RosterStore) -> dict[str, int]:
    """Count the classes and the students that the district would no longer have."""
    students = "SELECT \"userSourcedId\" FROM {}_roles WHERE role = 'student'"
    question = f'SELECT count(DISTINCT "userSourcedId") FROM ({students.format("old")}) WHERE'  # noqa: S608
    question += f' "userSourcedId" NOT IN ({students.format("new")})'
    return {"classes": len(list_lost_classes(store)), "students": store.one(question)}


def list_lost_classes(store: RosterStore) -> list[str]:
    """Name the classes that would go."""
    gone = store.rows(
        'SELECT "sourcedId" FROM old_classes WHERE "sourcedId" NOT IN'
        ' (SELECT "sourcedId" FROM new_classes) ORDER BY 1'
    )
    return [each for (each,) in gone]
