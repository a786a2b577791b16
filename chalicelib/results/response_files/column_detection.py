"""The role of each column of a file, and the reason: from its whole header and its values."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from chalicelib.errors import FileFinding
from chalicelib.results.model import FORM_A
from chalicelib.spreadsheets import Spreadsheet, SpreadsheetRow

from . import column_problems
from .asides import is_word
from .cells import read_cell, says_taking_part
from .heads import label_of, read_question_number, role_of
from .layouts import Means, Recognized, recognize
from .model import (
    AskedItems,
    ColumnMapping,
    ColumnRole,
    ColumnUse,
    ResponseFileLayout,
    StudentIdentifier,
)
from .notation import Values, detect_notation
from .people import People, StudentColumns
from .questions import Questions, item_named
from .students import Students

_LOOKED_AT = 200
"""Rows that decide."""
_HEADER_WITHIN = 20
"""Rows; titles stand above it."""
_WIDEST_LONG = 6
_PEOPLE_STAND_IN = 4
"""Columns of a file without a header."""
_ROLES = {
    Means.STUDENT: ColumnRole.STUDENT,
    Means.OWN: ColumnRole.STUDENT,
    Means.FAMILY: ColumnRole.FAMILY,
    Means.GIVEN: ColumnRole.GIVEN,
    Means.VERSION: ColumnRole.VERSION,
    Means.STATUS: ColumnRole.STATUS,
}


@dataclass(frozen=True, slots=True)
class Guess:
    """The guessed roles of a file's columns, the reasons, and the findings on unclear ones."""

    mapping: ColumnMapping
    reasons: dict[int, str] = field(default_factory=dict)
    """By column (from 1)."""
    findings: tuple[tuple[int | None, FileFinding], ...] = ()
    """Each of a column (from 0), or of the file."""


def guess(
    sheet: Spreadsheet, asked: AskedItems, students: Students, layout: ResponseFileLayout | None
) -> Guess:
    """Guess the mapping of a file that has at least one row."""
    header = header_of(sheet, students)
    rows = [row for row in sheet.rows[:_LOOKED_AT] if header is None or row.number > header.number]
    people = [
        row
        for row in rows
        if not any(map(is_word, row.cells[:6])) or _names_a_student(row, students)
    ]
    facts = _Guess(header, people or rows, asked, students, sheet.width)
    known = layout or (ResponseFileLayout.LONG if facts.looks_long() else ResponseFileLayout.WIDE)
    return facts.long() if known == ResponseFileLayout.LONG else facts.wide()


def header_of(sheet: Spreadsheet, students: Students) -> SpreadsheetRow | None:
    """Return the row of names: of the first ones, the one that names most columns.

    A row with a student in it is none, and what stands behind such a row is not looked at.
    """
    best, most = None, 0
    above = None
    for row in sheet.rows[:_HEADER_WITHIN]:
        if _names_a_student(row, students):
            return best or _unknown_header(above, row)
        named = _names_columns(row)
        if named > most:
            best, most = row, named
        above = row
    return best


def _names_columns(row: SpreadsheetRow) -> int:
    """Count the cells that name a column; none, unless they say whose rows or of which question."""
    roles = [role_of(cell) for cell in row.cells]
    labels = [label_of(cell) for cell in row.cells]
    prefixed = [each for each in labels if each and each.prefixed]
    entries = {ColumnRole.STUDENT, ColumnRole.FAMILY} & set(roles) or prefixed
    asks = ColumnRole.QUESTION in roles and {ColumnRole.RESPONSE, ColumnRole.POINTS} & set(roles)
    known = entries or asks or recognize(row.cells)
    return (
        sum(1 for role, label in zip(roles, labels, strict=True) if role or label) if known else 0
    )


def _unknown_header(above: SpreadsheetRow | None, first: SpreadsheetRow) -> SpreadsheetRow | None:
    """Take the row above the first student for a header, where it is no row of a key."""
    if above is None or any(map(is_word, above.cells[:6])):
        return None
    return above if len([cell for cell in above.cells if cell]) * 2 > len(first.cells) else None


def _names_a_student(row: SpreadsheetRow, students: Students) -> bool:
    cells = [cell for cell in row.cells[:8] if cell]
    if any(map(students.is_somebody, cells)):
        return True
    return any(
        students.is_somebody(f"{one}, {other}") or students.is_somebody(f"{one} {other}")
        for one, other in itertools.pairwise(cells)
    )


class _Guess:
    """A file being looked at."""

    def __init__(
        self,
        header: SpreadsheetRow | None,
        rows: Sequence[SpreadsheetRow],
        asked: AskedItems,
        students: Students,
        width: int,
    ) -> None:
        self.header = header
        self.names = header.cells if header else ()
        self.rows = rows
        self.asked = asked
        self.students = students
        self.width = width
        self.known: Recognized | None = recognize(self.names) if header else None
        self.roles = self._roles()
        self.reasons: dict[int, str] = {}
        self.findings: list[tuple[int | None, FileFinding]] = []

    def _roles(self) -> dict[int, ColumnRole]:
        """Return what the heads say, by place; a known product's heads say it alone."""
        if self.known:
            means = enumerate(self.known.means)
            found = {n: _ROLES[each] for n, each in means if each in _ROLES}
            texts = {
                n: role
                for n, each in enumerate(self.known.means)
                if each == Means.TEXT
                and (role := role_of(self.names[n]))
                in (ColumnRole.STUDENT, ColumnRole.FAMILY, ColumnRole.GIVEN)
            }
            return found | texts
        return {n: role for n, name in enumerate(self.names) if (role := role_of(name))}

    # -- layout -----------------------------------------------------------------------------------

    def looks_long(self) -> bool:
        """Return whether the file has a column with the number of the question.

        In a file without a header, students must also come repeatedly.
        """
        if self.header:
            roles = set(self.roles.values())
            return ColumnRole.QUESTION in roles and bool(
                {ColumnRole.RESPONSE, ColumnRole.POINTS} & roles
            )
        numbered = all(read_question_number(row.at(1)) is not None for row in self.rows)
        several = Counter(row.at(0) for row in self.rows).most_common(1)
        often = several[0][1] > 1 if several else False
        return numbered and often and 2 < self.width <= _WIDEST_LONG  # noqa: PLR2004 - up to the response

    def long(self) -> Guess:
        """Return the guess for a file with a row per student and question."""
        if not self.header:
            order = (
                ColumnRole.STUDENT,
                ColumnRole.QUESTION,
                ColumnRole.RESPONSE,
                ColumnRole.POINTS,
                ColumnRole.VERSION,
            )
            uses = [ColumnUse(column=n, role=r) for n, r in enumerate(order, 1) if n <= self.width]
            by, _ = self._choose_identifier(0)
            return self._guess(ResponseFileLayout.LONG, by, uses)
        by, people = self._people()
        uses = list(people)
        for role in (ColumnRole.QUESTION, ColumnRole.RESPONSE, ColumnRole.POINTS):
            places = [n for n, each in self.roles.items() if each == role]
            uses += [self._use(max(places, key=self._fits(role)), role)] if places else []
        return self._guess(ResponseFileLayout.LONG, by, [*uses, *self._about_the_row()])

    def wide(self) -> Guess:
        """Return the guess for a file with a row per student."""
        if not self.header:
            return self._by_place()
        by, people = self._people()
        taken = [*people, *self._about_the_row()]
        named = {n for n, role in self.roles.items() if role in _ROLES.values()}
        questions = Questions(self.names, self.rows, self.asked, self.known)
        found = questions.find({use.column - 1 for use in taken} | named)
        self.reasons |= {place + 1: reason for place, reason in found.reasons}
        self.findings += found.findings
        return self._guess(ResponseFileLayout.WIDE, by, [*taken, *found.uses])

    def _guess(
        self, layout: ResponseFileLayout, by: StudentIdentifier, uses: list[ColumnUse]
    ) -> Guess:
        ordered = tuple(sorted(uses, key=lambda use: use.column))
        header = self.header.number if self.header else 0
        mapping = ColumnMapping(layout=layout, header=header, student_by=by, columns=ordered)
        return Guess(mapping, self._not_used(ordered) | self.reasons, tuple(self.findings))

    def _use(self, place: int, role: ColumnRole) -> ColumnUse:
        self.reasons.setdefault(place + 1, f"Its name says so: {self.names[place]}.")
        return ColumnUse(column=place + 1, role=role)

    def _not_used(self, uses: Sequence[ColumnUse]) -> dict[int, str]:
        """Return why columns are not used."""
        used = {use.column for use in uses}
        reasons = dict[int, str]()
        for n in range(self.width):
            means = self.known.means[n] if self.known and n < len(self.known.means) else None
            if n + 1 in used:
                continue
            if means and self.known:
                reasons[n + 1] = f"In {self.known.product.name}, this is {means.value}."
            elif self.roles.get(n) in (ColumnRole.STUDENT, ColumnRole.FAMILY, ColumnRole.GIVEN):
                reasons[n + 1] = "Only compared: another column says whose row it is."
            else:
                reasons[n + 1] = "Its name does not say a question, or anything else that is read."
        return reasons

    def _fits(self, role: ColumnRole) -> Callable[[int], int]:
        """Return how well a column does for a role in a long file."""

        def question(place: int) -> int:
            texts = [row.at(place) for row in self.rows]
            return sum(item_named(self.asked, FORM_A, text) is not None for text in texts)

        def count_filled(place: int) -> int:
            return sum(bool(row.at(place)) for row in self.rows)

        return question if role == ColumnRole.QUESTION else count_filled

    # -- whose row --------------------------------------------------------------------------------

    def _people(self) -> tuple[StudentIdentifier, list[ColumnUse]]:
        """Choose the column, and how it names students, that finds most of them."""
        own = (
            [n for n, each in enumerate(self.known.means) if each == Means.OWN]
            if self.known
            else []
        )
        people = People(self.names, self.rows, self.students, self.roles, own)
        means = dict(enumerate(self.known.means)) if self.known else {}
        free = [
            n
            for n in range(self.width)
            if n not in self.roles
            and not self._is_question(n)
            and means.get(n, Means.TEXT) in (Means.TEXT, None)
        ]
        found = people.choose(free)
        if not found:
            return StudentIdentifier.ID, []
        return found.by, self._as_uses(found)

    def _is_question(self, place: int) -> bool:
        label = label_of(self.names[place]) if place < len(self.names) else None
        return label is not None and not label.text

    def _as_uses(self, found: StudentColumns) -> list[ColumnUse]:
        roles = (
            (ColumnRole.STUDENT,)
            if len(found.places) == 1
            else (ColumnRole.FAMILY, ColumnRole.GIVEN)
        )
        for place in found.places:
            self.reasons[place + 1] = found.reason
        return [
            ColumnUse(column=place + 1, role=role)
            for place, role in zip(found.places, roles, strict=True)
        ]

    def _about_the_row(self) -> list[ColumnUse]:
        """Return the columns of the form and of taking part; a status of another kind is none."""
        uses = list[ColumnUse]()
        for role in (ColumnRole.VERSION, ColumnRole.STATUS):
            place = next((n for n, each in self.roles.items() if each == role), None)
            if place is None:
                continue
            texts = [text for row in self.rows if (text := row.at(place))]
            known = sum(map(says_taking_part, texts))
            if role == ColumnRole.STATUS and known * 2 < len(texts):
                self.reasons[place + 1] = "Its values do not say who took part."
                self.findings.append((place, column_problems.STATUS_COLUMN_IGNORED()))
                continue
            uses.append(self._use(place, role))
        return uses

    def _choose_identifier(self, place: int) -> tuple[StudentIdentifier, int]:
        ways = [(self._count_matches(place, by), -n, by) for n, by in enumerate(StudentIdentifier)]
        count, _, by = max(ways)
        return by, count

    def _count_matches(self, place: int, by: StudentIdentifier) -> int:
        return sum(len(self.students.matches(by, row.at(place))) == 1 for row in self.rows)

    # -- without names ----------------------------------------------------------------------------

    def _by_place(self) -> Guess:
        """Return the guess for a scanner's rows: a count or none, student, form or none, responses.

        Only if there are as many columns behind the student as there are questions.
        """
        looked = range(min(self.width, _PEOPLE_STAND_IN))
        place = max(looked, key=lambda n: (self._choose_identifier(n)[1], -abs(n - 1)))
        form = place + 1 if self._is_form(place + 1) else None
        first = place + 1 if form is None else place + 2
        uses = [ColumnUse(column=place + 1, role=ColumnRole.STUDENT)]
        self.reasons[place + 1] = "The file has no header; most students are found in this column."
        if form is not None:
            uses.append(ColumnUse(column=form + 1, role=ColumnRole.VERSION))
            self.reasons[form + 1] = "It holds one letter of a form in every row."
        count, items = self.width - first, max(map(len, self.asked.forms.values()))
        names = [f"Q{n - first + 1}" if n >= first else "" for n in range(self.width)]
        found = Questions(names, self.rows, self.asked, None).find(range(first))
        if count == items and not self._is_another(found.uses):
            uses += found.uses
            self.findings += found.findings
            for n in range(first, self.width):
                place_of = f"Column {n - first + 1} of the {items} behind the student."
                self.reasons[n + 1] = place_of
        else:
            unclear = column_problems.NO_HEADER(count=max(count, 0), items=items)
            self.findings.append((None, unclear))
        return self._guess(ResponseFileLayout.WIDE, self._choose_identifier(place)[0], uses)

    def _is_another(self, uses: Sequence[ColumnUse]) -> bool:
        """Return that no cell of the first column answers the first question, as a score would."""
        use = next((each for each in uses if each.number == 1), None)
        items = [
            self.asked.items[place]
            for form in self.asked.forms
            if (place := self.asked.place(form, 1)) is not None
        ]
        if use is None:
            return False
        if use.role == ColumnRole.IGNORED:
            return any(each.role == ColumnRole.RESPONSE for each in uses)
        cells = {text for row in self.rows if (text := row.at(use.column - 1))}
        values = Values.of(cells)
        how = detect_notation(values, items)
        return bool(values.texts) and all(
            isinstance(read_cell(item, use.role, text, how), FileFinding)
            for text in values.texts
            for item in items
        )

    def _is_form(self, place: int) -> bool:
        """Return whether a column holds form letters, with enough columns behind it."""
        letters = {row.at(place).upper() for row in self.rows}
        lettered = letters <= {"", FORM_A, *"BCDE"} and letters != {""}
        return lettered and self.width - place - 1 >= len(self.asked.items)
