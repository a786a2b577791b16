"""Reasons to ask an admin first: what would leave is more than anybody does by the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .columns import Mode
from .diff import RosterKindDiff, role_losses
from .package import RosterPackage
from .store import RosterStore

PLACED_AT_LEAST = 50
"""Percent of students who should sit in a class, where any does."""
SCHOOLS_NAMED = 100
"""Losses of single schools that are named each; beyond that they are counted."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A reason to ask first: `count` of `of` would leave (or sit in no class)."""

    kind: str
    count: int
    of: int
    limit: int
    """Percent."""
    message: str
    school: str = ""
    """The school that would lose all; empty when it is about the whole district."""

    @property
    def percent(self) -> float:
        """The share, in percent with one decimal."""
        return round(100 * self.count / self.of, 1)


def holds(
    store: RosterStore, package: RosterPackage, changes: dict[str, RosterKindDiff], drop_limit: int
) -> list[Hold]:
    """Return every reason."""
    return [
        *_drops(store, changes, drop_limit),
        *_find_emptied_schools(store),
        *_find_unplaced_students(store, package),
    ]


def _drops(store: RosterStore, changes: dict[str, RosterKindDiff], limit: int) -> Iterator[Hold]:
    losses = {kind: (change.dropped, change.before) for kind, change in changes.items()}
    losses["roles"] = role_losses(store)
    for kind, (dropped, before) in losses.items():
        if dropped * 100 > limit * before:
            message = (
                f"{dropped:,} of {before:,} {kind} would be removed. The limit is {limit}%. "
                "Is the export complete? If it is, an admin must confirm it."
            )
            yield Hold(kind, dropped, before, limit, message)


_OF_SCHOOLS = {
    "classes": 'SELECT "schoolSourcedId" AS school, "sourcedId" AS one FROM {}_classes',
    "students": (
        'SELECT "orgSourcedId" AS school, "userSourcedId" AS one FROM {}_roles'
        " WHERE role = 'student'"
    ),
    "teachers": (
        'SELECT "orgSourcedId" AS school, "userSourcedId" AS one FROM {}_roles'
        " WHERE role = 'teacher'"
    ),
    "enrollments": (
        'SELECT c."schoolSourcedId" AS school, e."sourcedId" AS one FROM {0}_enrollments e'
        ' JOIN {0}_classes c ON c."sourcedId" = e."classSourcedId"'
    ),
}
"""A school's records of each kind, in SQL with the generation open."""


def _find_emptied_schools(store: RosterStore) -> Iterator[Hold]:
    """Notice a school that loses all of a kind, however small it is."""
    found = [hold for kind in _OF_SCHOOLS for hold in _find_emptied_of_kind(store, kind)]
    yield from found[:SCHOOLS_NAMED]
    if further := found[SCHOOLS_NAMED:]:
        count = sum(hold.count for hold in further)
        message = f"{len(further):,} more schools would lose all records of a kind."
        yield Hold("schools", count, count, 0, message)


def _find_emptied_of_kind(store: RosterStore, kind: str) -> Iterator[Hold]:
    had, has = (_OF_SCHOOLS[kind].format(generation) for generation in ("old", "new"))
    question = (
        "SELECT school, count(DISTINCT one), coalesce((SELECT max(name) FROM old_orgs WHERE"  # noqa: S608
        f' "sourcedId" = school), school) FROM ({had}) WHERE school NOT IN'
        f" (SELECT school FROM ({has})) GROUP BY school ORDER BY school"
    )
    for school, count, name in store.rows(question):
        message = (
            f"{name} ({school}) would lose all of its {kind} ({count:,}). Is the export complete? "
            "If it is, an admin must confirm it."
        )
        yield Hold(kind, count, count, 0, message, school)


def _find_unplaced_students(store: RosterStore, package: RosterPackage) -> Iterator[Hold]:
    """Notice a cut-off enrollment file even when there is nothing to compare it with.

    Before schedules are made nobody sits in a class, and that is fine; that most students sit in
    none while some do is not.
    """
    full = all(package.mode(name) is Mode.BULK for name in ("users", "enrollments"))
    if not full or store.count("old_enrollments"):
        return
    students, placed = _placement(store)
    if placed > 0 and placed * 100 < PLACED_AT_LEAST * students:
        unplaced = students - placed
        message = (
            f"{unplaced:,} of {students:,} students have no class, so the enrollment file may be "
            "incomplete. If it is complete, an admin must confirm it."
        )
        yield Hold("enrollments", unplaced, students, 100 - PLACED_AT_LEAST, message)


def _placement(store: RosterStore) -> tuple[int, int]:
    students = "SELECT DISTINCT \"userSourcedId\" FROM new_roles WHERE role = 'student'"
    sitting = "SELECT \"userSourcedId\" FROM new_enrollments WHERE role = 'student'"
    total = store.one(f"SELECT count(*) FROM ({students})")  # noqa: S608
    return total, store.one(f'SELECT count(*) FROM ({students} AND "userSourcedId" IN ({sitting}))')  # noqa: S608
