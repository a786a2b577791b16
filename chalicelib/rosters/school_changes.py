"""The changes that a package would make at each school: its classes, people and enrollments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from chalicelib.searching import order_name

from .columns import STATE
from .store import RosterStore

_KEPT = {file.name: file.kept[1:] for file in STATE}


def _content(alias: str, table: str) -> str:
    """Write all that is kept of a record as one text."""
    return " || char(31) || ".join(f'{alias}."{name}"' for name in _KEPT[table])


def _of_role(role: str) -> str:
    return (
        f'SELECT r."orgSourcedId" AS school, u."sourcedId" AS one, {_content("u", "users")} AS what'  # noqa: S608
        ' FROM {0}_roles r JOIN {0}_users u ON u."sourcedId" = r."userSourcedId"'
        f" WHERE r.role = '{role}' GROUP BY 1, 2"
    )


_OF_SCHOOLS = {
    "classes": (
        f'SELECT c."schoolSourcedId" AS school, c."sourcedId" AS one, {_content("c", "classes")}'  # noqa: S608
        " AS what FROM {0}_classes c"
    ),
    "students": _of_role("student"),
    "teachers": _of_role("teacher"),
    "enrollments": (
        f'SELECT c."schoolSourcedId" AS school, e."sourcedId" AS one,'  # noqa: S608
        f" {_content('e', 'enrollments')} AS what FROM {{0}}_enrollments e"
        ' JOIN {0}_classes c ON c."sourcedId" = e."classSourcedId"'
    ),
}
"""A school's records of each kind, in SQL with the generation open."""


def school_changes(store: RosterStore) -> Iterator[dict[str, Any]]:
    """Return each school with a difference, by name: how many of each kind come, change and go."""
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
    new, old = (_OF_SCHOOLS[kind].format(generation) for generation in ("new", "old"))
    each = (
        "SELECT school, max(was) AS was, max(is_there) AS is_there,"  # noqa: S608
        " min(what) <> max(what) AS differs"
        f" FROM (SELECT school, one, what, 1 AS was, 0 AS is_there FROM ({old})"
        f" UNION ALL SELECT school, one, what, 0, 1 FROM ({new})) GROUP BY school, one"
    )
    return store.rows(
        "SELECT school, sum(was), sum(is_there AND NOT was) AS added,"  # noqa: S608
        " sum(was AND is_there AND differs) AS changed, sum(was AND NOT is_there) AS dropped"
        f" FROM ({each}) GROUP BY school HAVING added + changed + dropped > 0"
    )


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
