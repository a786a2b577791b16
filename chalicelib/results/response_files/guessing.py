"""Which column of a file means what, by its names and by what stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from chalicelib.assessments.items import Item, ItemKind
from chalicelib.assessments.numerals import exact_number
from chalicelib.results.model import FORM_A
from chalicelib.spreadsheets import Row, Sheet

from .model import Asked, By, ColumnUse, Layout, Mapping, Role
from .names import has_prefix, is_key_word, question_of, role_of
from .students import Students

_LOOKED_AT = 200
"""Rows that decide."""
_WIDEST_LONG = 6
_PEOPLE_STAND_IN = 8
"""Columns, the first ones."""
_NOT_LETTERS = {ItemKind.NUMERIC, ItemKind.SHORT_TEXT, ItemKind.POINTS}
"""Where a number may be what was answered, or is read as points anyway."""


def guess(sheet: Sheet, asked: Asked, students: Students, layout: Layout | None) -> Mapping:
    """Guess the mapping of a file that has at least one row."""
    header = header_of(sheet)
    rows = [row for row in sheet.rows[:_LOOKED_AT] if header is None or row.number > header.number]
    people = [row for row in rows if not is_key_row(row)]
    told = _Guess(header, people, asked, students, sheet.width)
    known = layout or (Layout.LONG if told.looks_long() else Layout.WIDE)
    return told.long() if known == Layout.LONG else told.wide()


def header_of(sheet: Sheet) -> Row | None:
    """Give the row of names: the first one, if it names a student's column or a question."""
    first = sheet.rows[0]
    names = {role_of(cell) for cell in first.cells}
    if {Role.STUDENT, Role.FAMILY} & names or any(has_prefix(cell) for cell in first.cells):
        return first
    return None


def is_key_row(row: Row) -> bool:
    """Tell the row with the answer key, which scanners put among the students' rows."""
    return any(is_key_word(cell) for cell in [each for each in row.cells[:4] if each][:1])


class _Guess:
    """A file being looked at."""

    def __init__(
        self,
        header: Row | None,
        rows: Sequence[Row],
        asked: Asked,
        students: Students,
        width: int,
    ) -> None:
        self.header = header
        self.rows = rows
        self.asked = asked
        self.students = students
        self.width = width
        self.roles = [role_of(cell) for cell in header.cells] if header else []

    # -- layout -----------------------------------------------------------------------------------

    def looks_long(self) -> bool:
        """A question's number in a column of its own; without names, students come repeatedly."""
        if self.header:
            answers = Role.RESPONSE in self.roles or Role.POINTS in self.roles
            return Role.QUESTION in self.roles and answers
        numbered = all(_is_question(row.at(1)) for row in self.rows)
        several = Counter(row.at(0) for row in self.rows).most_common(1)
        often = several[0][1] > 1 if several else False
        return numbered and often and 2 < self.width <= _WIDEST_LONG  # noqa: PLR2004 - up to the response

    def long(self) -> Mapping:
        """A row per student and question."""
        if not self.header:
            order = (Role.STUDENT, Role.QUESTION, Role.RESPONSE, Role.POINTS, Role.VERSION)
            uses = [ColumnUse(column=n, role=r) for n, r in enumerate(order, 1) if n <= self.width]
            return Mapping(layout=Layout.LONG, student_by=self._known_by(0), columns=tuple(uses))
        by, people = self._people()
        wanted = (Role.QUESTION, Role.RESPONSE, Role.POINTS, Role.VERSION, Role.STATUS)
        more = [
            ColumnUse(column=self.roles.index(r) + 1, role=r) for r in wanted if r in self.roles
        ]
        return self._mapping(Layout.LONG, by, [*people, *more])

    def wide(self) -> Mapping:
        """A row per student."""
        if not self.header:
            return self._by_place()
        by, people = self._people()
        wanted = (Role.VERSION, Role.STATUS)
        more = [
            ColumnUse(column=self.roles.index(r) + 1, role=r) for r in wanted if r in self.roles
        ]
        taken = {use.column for use in [*people, *more]}
        questions = [use for use in self._questions() if use.column not in taken]
        return self._mapping(Layout.WIDE, by, [*people, *more, *questions])

    def _mapping(self, layout: Layout, by: By, uses: list[ColumnUse]) -> Mapping:
        ordered = tuple(sorted(uses, key=lambda use: use.column))
        header = self.header.number if self.header else 0
        return Mapping(layout=layout, header=header, student_by=by, columns=ordered)

    # -- whose row --------------------------------------------------------------------------------

    def _people(self) -> tuple[By, list[ColumnUse]]:
        """Choose the column, and how it names students, that finds most of them."""
        named = [n for n, role in enumerate(self.roles) if role == Role.STUDENT]
        best = max(
            ((self._found(n, by), -order, -n, by) for n in named for order, by in enumerate(By)),
            default=(0, 0, 0, By.ID),
        )
        count, _, place, by = best
        both = Role.FAMILY in self.roles and Role.GIVEN in self.roles
        if both and (not named or self._found_by_both() > count):
            return By.NAME, [
                ColumnUse(column=self.roles.index(r) + 1, role=r) for r in (Role.FAMILY, Role.GIVEN)
            ]
        return by, [ColumnUse(column=1 - place, role=Role.STUDENT)] if named else []

    def _known_by(self, place: int) -> By:
        return max(By, key=lambda by: (self._found(place, by), -list(By).index(by)))

    def _found(self, place: int, by: By) -> int:
        """Count the rows whose cell is one student's."""
        if by == By.USERNAME and self._sure:
            return 0
        return self._counted(place, by)

    @cached_property
    def _sure(self) -> bool:
        """Tell whether some column has everybody's identifier or name: no need to ask for more."""
        places, ways = range(min(self.width, _PEOPLE_STAND_IN)), (By.ID, By.NAME)
        return any(self._counted(n, by) == len(self.rows) for n in places for by in ways)

    def _counted(self, place: int, by: By) -> int:
        return sum(len(self.students.matches(by, row.at(place))) == 1 for row in self.rows)

    def _found_by_both(self) -> int:
        family, given = self.roles.index(Role.FAMILY), self.roles.index(Role.GIVEN)
        return sum(
            isinstance(self.students.named(row.at(family), row.at(given)), str) for row in self.rows
        )

    # -- questions --------------------------------------------------------------------------------

    def _questions(self) -> Iterator[ColumnUse]:
        """Find the columns that are about a question; a response goes before its points."""
        numbers = {item.id: n for n, item in enumerate(self.asked.items, 1)}
        told: dict[int, list[tuple[int, Role]]] = {}
        for place, name in enumerate(self.header.cells if self.header else ()):
            number, role = (
                (numbers[name], None) if name in numbers else question_of(name) or (0, None)
            )
            if 0 < number <= 200:  # noqa: PLR2004 - an assessment's most
                told.setdefault(number, []).append((place, role or self._role(place, number)))
        for number, columns in told.items():
            yield from self._of_question(number, columns)

    def _of_question(self, number: int, columns: list[tuple[int, Role]]) -> Iterator[ColumnUse]:
        """Give each column of a question; points are left aside where there are responses too."""
        item = self._item(number)
        preferred = Role.POINTS if item and item.kind == ItemKind.POINTS else Role.RESPONSE
        both = len({role for _, role in columns}) > 1
        for place, role in columns:
            if not both or role == preferred:
                yield ColumnUse(column=place + 1, role=role, number=number)

    def _item(self, number: int) -> Item | None:
        return self.asked.items[number - 1] if number <= len(self.asked.items) else None

    def _role(self, place: int, number: int) -> Role:
        """Tell responses from points: where only letters are asked for, numbers are points.

        Whatever some form asks under this number counts: a number may be an answer there.
        """
        kinds = self._kinds(number)
        if kinds == {ItemKind.POINTS}:
            return Role.POINTS
        if not kinds or kinds & _NOT_LETTERS:
            return Role.RESPONSE
        cells = [row.at(place) for row in self.rows if row.at(place)]
        numbers = sum(exact_number(cell) is not None for cell in cells)
        return Role.POINTS if cells and numbers > len(cells) / 2 else Role.RESPONSE

    def _kinds(self, number: int) -> set[ItemKind]:
        """Give the kinds of what is printed under a number, on any form."""
        places = (self.asked.place(form, number) for form in self.asked.forms)
        return {self.asked.items[place].kind for place in places if place is not None}

    # -- without names ----------------------------------------------------------------------------

    def _by_place(self) -> Mapping:
        """A scanner's row: perhaps a count, the student, perhaps the form, then the responses."""
        place = max(range(min(self.width, 4)), key=lambda n: (self._best(n), -abs(n - 1)))
        form = place + 1 if self._is_form(place + 1) else None
        first = place + 1 if form is None else place + 2
        uses = [ColumnUse(column=place + 1, role=Role.STUDENT)]
        uses += [ColumnUse(column=form + 1, role=Role.VERSION)] if form is not None else []
        last = min(self.width, first + 200)
        uses += [
            ColumnUse(column=n + 1, role=self._role(n, n - first + 1), number=n - first + 1)
            for n in range(first, last)
        ]
        return self._mapping(Layout.WIDE, self._known_by(place), uses)

    def _best(self, place: int) -> int:
        return max(self._found(place, by) for by in By)

    def _is_form(self, place: int) -> bool:
        """A column of form letters, when the columns behind it are enough for the questions."""
        letters = {row.at(place).upper() for row in self.rows}
        lettered = letters <= {"", FORM_A, *"BCDE"} and letters != {""}
        return lettered and self.width - place - 1 >= len(self.asked.items)


def _is_question(text: str) -> bool:
    return question_of(text) is not None
