"""How far a difference reaches: the people and classes whose documents may be others by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .diff import note_changes
from .store import RosterStore

_PEOPLE, _CLASSES = "reached_people", "reached_classes"
_GENERATIONS = ("old", "new")

_TOUCHED = {
    _PEOPLE: (
        'SELECT "userSourcedId" FROM {0}_roles WHERE "sourcedId" IN {changed_roles}',
        "SELECT alias FROM (SELECT * FROM {0}_joined EXCEPT SELECT * FROM {1}_joined)",
        "SELECT kept FROM (SELECT * FROM {0}_joined EXCEPT SELECT * FROM {1}_joined)",
    )
}
"""People who changed themselves, and records of which others are one person now."""
_OF_THESE = {
    _CLASSES: (
        'SELECT "classSourcedId" FROM {0}_enrollments WHERE "userSourcedId" IN {reached_people}',
        'SELECT "classSourcedId" FROM {0}_enrollments WHERE "sourcedId" IN {changed_enrollments}',
        'SELECT "sourcedId" FROM {0}_classes WHERE "courseSourcedId" IN {changed_courses}',
        'SELECT "sourcedId" FROM {0}_classes WHERE EXISTS (SELECT 1 FROM changed_academicSessions)',
    )
}
"""Their classes, those of other enrollments, courses or terms."""
_TEACHERS = "SELECT \"userSourcedId\" FROM {0}_enrollments WHERE role = 'teacher' AND"
_OTHERS = "SELECT \"userSourcedId\" FROM {0}_roles WHERE role NOT IN ('student', 'teacher') AND"
_BESIDE = {
    _PEOPLE: (
        f'{_TEACHERS} "sourcedId" IN {{changed_enrollments}}',
        f'{_TEACHERS} "classSourcedId" IN {{changed_classes}}',
        f"{_TEACHERS} EXISTS (SELECT 1 FROM changed_academicSessions)",  # noqa: S608
        f"{_OTHERS} EXISTS (SELECT 1 FROM changed_orgs)",  # noqa: S608
    )
}
"""People who follow from what they teach, and from what lies below an organization."""
_JOINED = {
    _PEOPLE: (
        "SELECT kept FROM {0}_joined WHERE alias IN {reached_people}",
        "SELECT alias FROM {0}_joined WHERE kept IN {reached_people}",
    )
}
"""The other records of a person, where one is reached."""


def note_reach(store: RosterStore) -> None:
    """Note the records of people and the classes that the difference reaches, in two tables."""
    note_changes(store)
    if "reach" in store.noted:
        return
    for table, changed in ((_PEOPLE, "changed_users"), (_CLASSES, "changed_classes")):
        store.note(table)
        store.run(f"INSERT INTO {table} SELECT id FROM {changed}")  # noqa: S608
    _add(store, _TOUCHED)
    _add_joined(store)
    _add(store, _OF_THESE)
    _add(store, _BESIDE)
    _add_joined(store)
    store.noted.add("reach")


def _add_joined(store: RosterStore) -> None:
    while _add(store, _JOINED):
        pass


def _add(store: RosterStore, found: Mapping[str, Iterable[str]]) -> int:
    """Add these; return how many are new."""
    return sum(
        store.run(f"INSERT OR IGNORE INTO {table} {question.format(*order, **_IDS)}")
        for table, questions in found.items()
        for question in questions
        for order in (_GENERATIONS, _GENERATIONS[::-1])
    )


_IDS = {
    name: f"(SELECT id FROM {name})"  # noqa: S608
    for name in (_PEOPLE, "changed_roles", "changed_enrollments", "changed_courses",
                 "changed_classes")
}  # fmt: skip
