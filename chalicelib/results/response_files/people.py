"""Which column says whose row it is, and which others say it as well."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from chalicelib.spreadsheets import SpreadsheetRow

from .heads import is_address, role_of
from .model import ColumnMapping, ColumnRole, StudentIdentifier
from .students import Students

_PEOPLE_STAND_IN = 8
"""Columns, the first ones."""
_TELLING = 4
"""Signs of an identifier that does not count something else."""
_LOOKED_AT = 200
"""Rows that decide."""


@dataclass(frozen=True, slots=True)
class StudentColumns:
    """Columns (from 0) that say whose row it is: one, or family and given name."""

    by: StudentIdentifier
    places: tuple[int, ...]
    reason: str
    found: int
    """Rows of those looked at that are somebody's by it."""

    def text(self, row: SpreadsheetRow) -> str:
        """Return what stands in the columns."""
        return " ".join(text for place in self.places if (text := row.at(place)))

    def find_matches(self, students: Students, row: SpreadsheetRow) -> frozenset[str]:
        """Return the students that a row could mean."""
        if len(self.places) == 1:
            return students.matches(self.by, row.at(self.places[0]))
        family, given = (row.at(place) for place in self.places)
        return (
            students.matches(StudentIdentifier.NAME, f"{family}, {given}")
            if family and given
            else frozenset()
        )


class People:
    """The columns of a file, searched for names of students."""

    def __init__(
        self,
        names: Sequence[str],
        rows: Sequence[SpreadsheetRow],
        students: Students,
        roles: dict[int, ColumnRole],
        own: Sequence[int] = (),
    ) -> None:
        """Look at these; `roles` by the heads, `own` are identifiers of the product's own."""
        self._names = names
        self._rows = rows[:_LOOKED_AT]
        self._students = students
        self._roles = roles
        self._own = frozenset(own)

    def choose(self, free: Iterable[int]) -> StudentColumns | None:
        """Choose what finds most students. `free` columns are of no other known meaning."""
        named = [n for n, role in self._roles.items() if role == ColumnRole.STUDENT]
        found = list(self.find_named(named))
        left = [each for each in found if not self._is_contradicted(each, found)]
        entries = [each for each in left if each.found]
        if not entries:
            entries = list(self._by_values([n for n in free if n not in named]))
        ways = list(StudentIdentifier)
        best = max(
            entries or left, key=lambda each: (each.found, -ways.index(each.by)), default=None
        )
        if best and not best.found and len(best.places) == 1:
            return StudentColumns(self._looks_like(best.places[0]), best.places, best.reason, 0)
        return best

    def find_named(self, places: Sequence[int]) -> Iterator[StudentColumns]:
        """Yield what each column finds that is named for it, in the ways that it could."""
        for place in places:
            reason = f"Its name, {self._name(place)}, stands for the student."
            if place in self._own:
                reason = "No other column identifies the students."
            for by in StudentIdentifier:
                if place not in self._own or by == StudentIdentifier.ID:
                    yield self._identity(by, (place,), reason)
        both = [n for role in (ColumnRole.FAMILY, ColumnRole.GIVEN) for n in self._of(role)[:1]]
        if len(both) > 1:
            reason = "The last and the first name stand in columns of their own."
            yield self._identity(StudentIdentifier.NAME, tuple(both), reason)

    def _of(self, role: ColumnRole) -> list[int]:
        return [n for n, each in self._roles.items() if each == role]

    def _identity(
        self, by: StudentIdentifier, places: tuple[int, ...], reason: str
    ) -> StudentColumns:
        if by == StudentIdentifier.USERNAME and self._sure and not self._is_address(places[0]):
            return StudentColumns(by, places, reason, 0)
        made = StudentColumns(by, places, reason, 0)
        found = sum(len(made.find_matches(self._students, row)) == 1 for row in self._rows)
        return StudentColumns(by, places, reason, found)

    def _is_address(self, place: int) -> bool:
        return place < len(self._names) and is_address(self._names[place])

    @cached_property
    def _sure(self) -> bool:
        """Return whether some column has everybody's identifier or name, so no more are needed."""
        ways = (StudentIdentifier.ID, StudentIdentifier.NAME)
        return any(
            all(len(self._students.matches(by, row.at(n))) == 1 for row in self._rows)
            for n in range(_PEOPLE_STAND_IN)
            for by in ways
        )

    def _by_values(self, places: Iterable[int]) -> Iterator[StudentColumns]:
        """Find a column whose values are mostly students of the class, whatever it is called.

        Short numbers only if all are. Or two columns side by side that are last and first names,
        in this order or the other.
        """
        places = list(places)
        for one, other in itertools.pairwise(places):
            for pair in ((one, other), (other, one)) if other == one + 1 else ():
                reason = "Together they are the last and the first name of students of this class."
                made = self._identity(StudentIdentifier.NAME, pair, reason)
                if made.found * 2 > len(self._rows):
                    yield made
        for place in places:
            texts = [text for row in self._rows if (text := row.at(place))]
            for by in (
                (StudentIdentifier.ID, StudentIdentifier.NAME, StudentIdentifier.USERNAME)
                if texts
                else ()
            ):
                if by == StudentIdentifier.USERNAME and not all("@" in text for text in texts):
                    continue
                found = sum(len(self._students.matches(by, text)) == 1 for text in texts)
                answer = by != StudentIdentifier.ID or all(len(text) >= _TELLING for text in texts)
                if found == len(texts) or (answer and found * 2 > len(texts)):
                    many = "Every value" if found == len(texts) else "Most often a value"
                    reason = f"{many} in it is {_SOMEBODY[by]} of this class."
                    yield StudentColumns(by, (place,), reason, found)

    def _is_contradicted(self, one: StudentColumns, others: list[StudentColumns]) -> bool:
        """Return whether the names or addresses beside a running number contradict it."""
        place = one.places[0]
        counts = self.counts(place)
        if one.by != StudentIdentifier.ID or not (place in self._own or counts):
            return False
        named = [
            each
            for each in others
            if each.by != StudentIdentifier.ID and set(each.places) - {place}
        ]
        pairs = [
            (one.find_matches(self._students, row), each.find_matches(self._students, row))
            for each in named
            for row in self._rows
        ]
        agrees = any(mine & theirs for mine, theirs in pairs)
        differs = any(mine and theirs and not mine & theirs for mine, theirs in pairs)
        return differs or (bool(named) and not agrees and counts)

    def counts(self, place: int) -> bool:
        """Return whether a column may only count the rows, from 1 and in any order."""
        texts = [row.at(place) for row in self._rows]
        numbers = sorted(int(text) for text in texts if text.isascii() and text.isdigit())
        return numbers == list(range(1, len(texts) + 1))

    def _looks_like(self, place: int) -> StudentIdentifier:
        """Return what values are that nobody of the class has, so that the reason is true."""
        texts = [text for row in self._rows if (text := row.at(place))]
        if any("@" in text for text in texts):
            return StudentIdentifier.USERNAME
        words = sum(" " in text or "," in text for text in texts)
        return StudentIdentifier.NAME if words > len(texts) / 2 else StudentIdentifier.ID

    def _name(self, place: int) -> str:
        return self._names[place] if place < len(self._names) else ""


_SOMEBODY = {
    StudentIdentifier.ID: "the id of a student",
    StudentIdentifier.NAME: "the name of a student",
    StudentIdentifier.USERNAME: "the sign-in name of a student",
}


# -- what else names the student ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Other columns of a row that name its student: they may not name somebody else."""

    identities: tuple[StudentColumns, ...]
    names: tuple[StudentColumns, ...]
    """Those that hold names, and agree in most rows."""

    def contradiction(self, students: Students, row: SpreadsheetRow, student: str) -> int | None:
        """Return the column that names somebody else, if there is one."""
        for each in self.identities:
            cells = [row.at(place) for place in each.places]
            if each.by == StudentIdentifier.NAME and students.is_named(student, cells):
                continue
            found = each.find_matches(students, row)
            if student in found:
                continue
            strange = each in self.names and not students.resembles(student, each.text(row))
            if found or (strange and any(map(str.isalpha, each.text(row)))):
                return each.places[0]
        return None


def witnesses(
    names: Sequence[str],
    mapping: ColumnMapping,
    rows: Sequence[SpreadsheetRow],
    students: Students,
    own: Sequence[int] = (),
) -> Witnesses:
    """Find columns that name students beyond those of the mapping."""
    used = {use.column - 1 for use in mapping.columns}
    roles = {n: role for n, name in enumerate(names) if n not in used and (role := role_of(name))}
    people = People(names, rows, students, roles, own)
    found = list(people.find_named([n for n in roles if roles[n] == ColumnRole.STUDENT]))
    best: dict[tuple[int, ...], StudentColumns] = {}
    for each in found:
        if each.places[0] not in own and not people.counts(each.places[0]):
            kept = best.get(each.places)
            best[each.places] = each if not kept or each.found > kept.found else kept
    telling = tuple(each for each in best.values() if each.found)
    chosen = _read_chosen(mapping)
    by_name = tuple(
        each
        for each in telling
        if each.by == StudentIdentifier.NAME and _agrees(each, chosen, rows, students)
    )
    return Witnesses(telling, by_name)


def _read_chosen(mapping: ColumnMapping) -> StudentColumns | None:
    """Return the columns that the mapping has for the student."""
    place = mapping.place(ColumnRole.STUDENT)
    both = [n for r in (ColumnRole.FAMILY, ColumnRole.GIVEN) if (n := mapping.place(r)) is not None]
    if place is not None:
        return StudentColumns(mapping.student_by, (place,), "", 0)
    return StudentColumns(StudentIdentifier.NAME, tuple(both), "", 0) if len(both) > 1 else None


def _agrees(
    one: StudentColumns,
    chosen: StudentColumns | None,
    rows: Sequence[SpreadsheetRow],
    students: Students,
) -> bool:
    """Return whether names go with the students in most rows: then one that does not is odd."""
    if chosen is None:
        return False
    entries = [
        any(
            students.resembles(student, one.text(row))
            for student in chosen.find_matches(students, row)
        )
        for row in rows[:_LOOKED_AT]
        if one.text(row)
    ]
    return sum(entries) * 2 >= len(entries)
