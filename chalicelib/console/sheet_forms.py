"""A result sheet as a form, and what a person typed into it.

A cell is one text: the answer as letters, a number or a text; `-` for left out; `=1.5` for points
that a person gives in place of a response. The form carries the version that the person saw, and
the former content of each student's cells. It therefore sends only the person's changes, and the
entries that others made meanwhile stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .forms import NO_ERRORS, Errors, Form, read_number
from .item_kinds import KINDS

OMITTED, BY_HAND, PLAIN = "-", "=", ":"
"""The marks in a cell that are no response; `:` precedes a response that looks like one."""
CELLS_SHOWN, ITEMS_SHOWN, FEWEST_ITEMS = 1500, 30, 5
"""Cells and items on one page: a wide sheet is cut into pages of items."""
GIVEN = "given"
BETWEEN = "\t"
"""Between the texts of a row as the form carries them; no text has one."""


def show_cell(cell: Mapping[str, Any] | None, kind: str) -> str:
    """Write the entry for an item of a kind, as the form has it.

    >>> show_cell({"response": "BC"}, "multiple_choice"), show_cell({"omitted": True}, "numeric")
    ('BC', '-')
    >>> show_cell({"points": "1.5"}, "points"), show_cell({"points": "1.5"}, "numeric")
    ('1.5', '=1.5')
    >>> show_cell({"response": "true"}, "true_false"), show_cell({"response": "-"}, "short_text")
    ('T', ':-')
    """
    if cell is None:
        return ""
    if "omitted" in cell:
        return OMITTED
    if "points" in cell:
        points = str(cell["points"])
        return points if KINDS[kind].by_hand else BY_HAND + points
    response = str(cell["response"])
    if KINDS[kind].entry == "truth":
        return response[:1].upper()
    return PLAIN + response if _looks_marked(response) else response


def read_cell(text: str) -> dict[str, Any]:
    """Return the entry of a cell's text, as the API takes it.

    >>> read_cell("BC"), read_cell("-"), read_cell("=1.5"), read_cell(" "), read_cell("-3")
    ({'response': 'BC'}, {'omitted': True}, {'points': '1.5'}, {'clear': True}, {'response': '-3'})
    """
    sentence = text.strip()
    if not sentence:
        return {"clear": True}
    if sentence == OMITTED:
        return {"omitted": True}
    if sentence[0] == BY_HAND:
        return {"points": sentence[1:].strip()}
    if sentence[0] == PLAIN and _looks_marked(sentence[1:]):
        return {"response": sentence[1:]}
    return {"response": sentence}


def _looks_marked(response: str) -> bool:
    """Return whether a response would be read as something else.

    >>> [_looks_marked(each) for each in ("-", "=1", ":-", ":)", "-3")]
    [True, True, True, False, False]
    """
    if response[:1] == PLAIN:
        return _looks_marked(response[1:])
    return response == OMITTED or response[:1] == BY_HAND


# -- what was typed --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RowBase:
    """A student as the person saw them: their place in the form, and its former content."""

    place: int
    was: Mapping[str, str]
    """By item number, `status` and `form`."""


@dataclass(frozen=True)
class TypedSheet:
    """The form of a sheet, as a person sent it."""

    form: Form

    @property
    def version(self) -> str:
        """The version that the person saw."""
        return self.form.one("version", "0")

    @property
    def first(self) -> int:
        """The number of the first item that they saw."""
        return read_number(self.form.one("first")) or 1

    @cached_property
    def bases(self) -> dict[str, RowBase]:
        """The students as the person saw them, by id."""
        pairs = zip(self.form.all("student"), self.form.all("was"), strict=False)
        return {one: RowBase(n, self._read_was(text)) for n, (one, text) in enumerate(pairs)}

    def _read_was(self, text: str) -> dict[str, str]:
        status, _, rest = text.partition(BETWEEN)
        form, _, cells = rest.partition(BETWEEN)
        numbered = enumerate(cells.split(BETWEEN), self.first)
        return {"status": status, "form": form, **{str(n): cell for n, cell in numbered}}

    def find_changes(self, base: RowBase) -> dict[str, str]:
        """Return the person's changes of a student, by item number, `status` or `form`."""
        typed = {name: self._read_field(base.place, name, was) for name, was in base.was.items()}
        return {name: text for name, text in typed.items() if text != base.was[name].strip()}

    def _read_field(self, place: int, name: str, was: str) -> str:
        named = {"status": f"s{place}", "form": f"f{place}"}.get(name, f"{place}.{name}")
        return self.form.one(named, was).strip()

    @cached_property
    def changes(self) -> dict[str, dict[str, str]]:
        """The person's changes, by student; students without a change are left out."""
        found = {student: self.find_changes(base) for student, base in self.bases.items()}
        return {student: changes for student, changes in found.items() if changes}

    def write_body(self) -> dict[str, Any]:
        """Return the body to send; an empty one if nothing is changed."""
        form = self.form
        body: dict[str, Any] = {}
        if self.changes:
            body["students"] = [_write_student(*each) for each in self.changes.items()]
        if form.one(GIVEN) and form.one(GIVEN) != form.one("was-given"):
            body["given_date"] = form.one(GIVEN)
        if form.has("left_out"):
            body["left_out"] = {"all": True}
        if body and (version := read_number(form.one("assessment_version"))) is not None:
            body["assessment_version"] = version
        return body

    def name_fields(self, sheet: Mapping[str, Any]) -> dict[str, str]:
        """Name the form's field for each place of the body, as the sheet is shown now."""
        places = {each["student_id"]: n for n, each in enumerate(sheet["students"])}
        named = {"/given_date": GIVEN}
        for n, (student, changes) in enumerate(self.changes.items()):
            place = places.get(student)
            if place is None:
                continue
            named[f"/students/{n}"] = f"s{place}"
            for m, number in enumerate(_numbers(changes)):
                named[f"/students/{n}/scores/{m}"] = f"{place}.{number}"
        return named


def _numbers(changes: Mapping[str, str]) -> list[str]:
    return [name for name in changes if name.isdecimal()]


def _write_student(student: str, changes: Mapping[str, str]) -> dict[str, Any]:
    scores = [{"item_id": int(each), **read_cell(changes[each])} for each in _numbers(changes)]
    known = {"status": changes.get("status"), "version": changes.get("form"), "scores": scores}
    return {"student_id": student, **{name: answer for name, answer in known.items() if answer}}


# -- what is shown ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One student of the form, and the facts about their result."""

    place: int
    student: Mapping[str, Any]
    status: str
    form: str
    cells: list[tuple[str, str]]
    """Name and text of each cell."""
    was: str
    """The former content of the row, for the form to carry."""


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A sheet to fill in: as it is, with what a person typed and that is not saved."""

    sheet: Mapping[str, Any]
    start: int = 1
    """The number of the first item that is shown."""
    typed: TypedSheet | None = None
    errors: Errors = NO_ERRORS
    keeps_base: bool = False
    """Whether the version stays that the person saw: what others changed since is still met."""

    @property
    def version(self) -> str:
        """The version that the form carries."""
        return self.typed.version if self.typed and self.keeps_base else str(self.sheet["version"])

    @property
    def given(self) -> str:
        """The day of the test."""
        present = self.sheet["given_date"] or ""
        return self.typed.form.one(GIVEN, present) if self.typed else present

    @property
    def left_out(self) -> bool:
        """Return whether empty cells are to become left out."""
        return bool(self.typed and self.typed.form.has("left_out"))

    @property
    def items(self) -> list[Mapping[str, Any]]:
        """The items that are shown."""
        every: list[Mapping[str, Any]] = self.sheet["items"]
        return every[self.start - 1 : self.start - 1 + self.width]

    @property
    def width(self) -> int:
        """The number of items that are shown at once."""
        students = max(1, len(self.sheet["students"]))
        return min(ITEMS_SHOWN, max(FEWEST_ITEMS, CELLS_SHOWN // students))

    @property
    def parts(self) -> list[tuple[int, int]]:
        """The first and the last item of each page of items."""
        many = len(self.sheet["items"])
        return [(n, min(n + self.width - 1, many)) for n in range(1, many + 1, self.width)]

    def rows(self) -> Iterator[SheetRow]:
        """Yield the students, with the person's entries where there are some."""
        for place, student in enumerate(self.sheet["students"]):
            was = self._read_now(student)
            shown = dict(was)
            if self.typed and (changes := self.typed.changes.get(student["student_id"])):
                known = {name: text for name, text in changes.items() if name in was}
                shown |= known
                if self.keeps_base:
                    base = self.typed.bases[student["student_id"]]
                    was |= {name: base.was[name] for name in known}
            numbers = [str(item["number"]) for item in self.items]
            yield SheetRow(
                place,
                student,
                shown["status"],
                shown["form"],
                [(f"{place}.{number}", shown[number]) for number in numbers],
                BETWEEN.join([was["status"], was["form"], *(was[each] for each in numbers)]),
            )

    def _read_now(self, student: Mapping[str, Any]) -> dict[str, str]:
        """Return the content of a student's row, by the names that the form carries."""
        cells = {
            str(item["number"]): show_cell(student["cells"][item["number"] - 1], item["kind"])
            for item in self.items
        }
        return {"status": student["status"], "form": student["version"], **cells}
