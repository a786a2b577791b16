"""The columns of a key file: their possible names, and the possible content of their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from chalicelib.assessments import key_problems
from chalicelib.assessments.items import MOST_CHOICES, ItemKind, read_points
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.numerals import exact_number
from chalicelib.assessments.versions import FORMS
from chalicelib.errors import FileFinding
from chalicelib.file_cells import column_name
from chalicelib.spreadsheets import (
    SpreadsheetProblem,
    SpreadsheetRow,
    plain,
    problem,
    unusable,
)

from .model import LONGEST_FORM

NAMES: dict[str, str] = {
    "question": "question item q no nr num number itemnumber itemno itemnum questionnumber "
    "questionno questionnum qno qnumber problem problemnumber position",
    "answer": "key answer answers ans correct correctanswer correctanswers answerkey response "
    "correctresponse expected expectedresponse expectedanswer rightanswer solution keyedresponse",
    "points": "points point pts score value worth weight maxpoints pointspossible pointvalue "
    "maxscore possible possiblepoints",
    "standards": "standard standards tag tags alignment alignedto objective objectives skill "
    "skills standardcode standardcodes ccss statecode learningtarget",
    "type": "type itemtype kind questiontype scoring",
    "form": "version form keyversion testversion formcode testform testkey",
    "of": "questiononforma questionina primaryquestion mapsto mappedquestion sameas",
    "tolerance": "tolerance plusminus margin",
    "choices": "choices numberofchoices options numberofoptions",
}
"""The possible names of a column, by its meaning (small letters and digits only)."""

_MEANINGS = {name: meaning for meaning, names in NAMES.items() for name in names.split()}
_FIELDS = {
    "key": "answer",
    "points": "points",
    "kind": "type",
    "tolerance": "tolerance",
    "choices": "choices",
}
"""The fields of an item, by the meanings of their columns; standards may stand in several."""
_MANY = ("standards",)
"""Meanings that several columns may share."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns mean what, and how the file calls them."""

    places: Mapping[str, tuple[int, ...]]
    names: tuple[str, ...]

    def has(self, meaning: str) -> bool:
        """Return whether there is such a column."""
        return meaning in self.places

    def cell(self, row: SpreadsheetRow, meaning: str) -> str:
        """Return a row's cell; without such a column it is blank."""
        places = self.places.get(meaning, ())
        return row.at(places[0]) if places else ""

    def standards(self, row: SpreadsheetRow) -> dict[str, str]:
        """Return the standards that a row names, each with its column."""
        named = dict[str, str]()
        for place in self.places.get("standards", ()):
            for name in read_standards_cell(row.at(place)):
                named.setdefault(name, self.name_at(place))
        return named

    def about(self, row: SpreadsheetRow) -> dict[str, tuple[str, str]]:
        """Return a row's cells with the names of their columns, by field of the item."""
        return {
            field: (self.name(meaning), self.cell(row, meaning))
            for field, meaning in _FIELDS.items()
            if self.has(meaning)
        }

    def name(self, meaning: str) -> str:
        """Return what the file calls a column; its letter when it has no name."""
        places = self.places.get(meaning, ())
        return self.name_at(places[0]) if places else ""

    def name_at(self, place: int) -> str:
        """Return what the file calls the column at a place."""
        named = self.names[place] if place < len(self.names) else ""
        return named or column_name(place)

    def unusable(self, row: SpreadsheetRow) -> list[SpreadsheetProblem]:
        """Find cells of used columns that cannot be read, whatever they mean."""
        used = sorted({place for places in self.places.values() for place in places})
        checked = ((place, unusable(row.at(place))) for place in used)
        return [
            problem(row.number, self.name_at(place), row.at(place), found)
            for place, found in checked
            if found
        ]


def by_header(row: SpreadsheetRow) -> tuple[Columns, list[SpreadsheetProblem]]:
    """Read a header; unknown columns are ignored with a warning."""
    places: dict[str, tuple[int, ...]] = {}
    found = list[SpreadsheetProblem]()
    for place, name in enumerate(row.cells):
        meaning = meaning_of(name)
        if meaning is None:
            found += _report_ignored_column(row, place, name)
        elif meaning in places and meaning not in _MANY:
            found.append(_twice(row, name))
        else:
            places[meaning] = (*places.get(meaning, ()), place)
    return Columns(places, row.cells), found


def by_place(*meanings: str) -> Columns:
    """Name columns that have no header, by their order."""
    places: dict[str, tuple[int, ...]] = {}
    for place, meaning in enumerate(meanings):
        if meaning:
            places[meaning] = (*places.get(meaning, ()), place)
    return Columns(places, ())


def meaning_of(name: str) -> str | None:
    """Return what a column is by its name; `Standard 2` is one more column of standards."""
    short = plain(name)
    one_more = _MEANINGS.get(short.rstrip("0123456789"))
    return _MEANINGS.get(short) or (one_more if one_more in _MANY else None)


def _report_ignored_column(row: SpreadsheetRow, place: int, name: str) -> list[SpreadsheetProblem]:
    if not name:
        return []
    return [problem(row.number, column_name(place), name, key_problems.COLUMN_IGNORED())]


def _twice(row: SpreadsheetRow, name: str) -> SpreadsheetProblem:
    return problem(row.number, name, name, key_problems.COLUMN_TWICE())


# -- cells ----------------------------------------------------------------------------------------

_LABEL = re.compile(
    r"(?:q|question|item|problem|no|nr|number)?[\s._#:-]*0*(\d{1,4})[.):]?", re.IGNORECASE
)


def question_number(text: str) -> int | FileFinding:
    """Read a question's number: `7`, `q7`, `Item 7`, `007`."""
    found = _LABEL.fullmatch(text)
    if not found:
        return key_problems.QUESTION_UNKNOWN() if text else key_problems.QUESTION_NOT_GIVEN()
    number = int(found[1])
    if not 1 <= number <= LONGEST_FORM:
        return key_problems.QUESTION_OUT_OF_RANGE(most=LONGEST_FORM)
    return number


def form_letter(text: str) -> str | FileFinding:
    """Read a key version: `B`, `b`, `Form B`; blank is A."""
    letter = re.sub(r"^(form|key|version|test)[\s._:-]*", "", text.strip(), flags=re.IGNORECASE)
    letter = letter.upper() or FORMS[0]
    if len(letter) == 1 and letter in FORMS:
        return letter
    return key_problems.VERSION_UNKNOWN(text=text, known=", ".join(FORMS))


def read_points_cell(text: str) -> str | FileFinding | None:
    """Read the points of a question; blank is None. A decimal comma is understood."""
    if not text:
        return None
    try:
        tidy = re.sub(r"^(\d{0,4}),(\d{1,3})$", r"\1.\2", text)
        return read_points(re.sub(r"(\.\d{3})0+$", r"\1", tidy))
    except ValueError as error:
        return key_problems.POINTS_UNREADABLE(wrong=error)


def read_standards_cell(cell: str) -> list[str]:
    """Read standards, one or several to a cell (`;`, `|`, a comma or a new line between them)."""
    names = (part.strip() for part in re.split(r"[;|,\n]", cell))
    return [name for name in names if name]


CHOICE_WORDS = frozenset(("mc", "multiplechoice", "choice", "selectedresponse", "sr"))
"""Types that say that letters are chosen from, one or several."""
_KIND_WORDS: dict[str, ItemKind | None] = {
    **dict.fromkeys((*CHOICE_WORDS, "auto")),
    **{word: kind for kind, each in KINDS.items() for word in each.type_words.split()},
}


def read_kind_cell(text: str) -> ItemKind | FileFinding | None:
    """Read what kind of item it is; None leaves it to the answer (`MC` says too little)."""
    word = plain(text)
    if not word:
        return None
    if text.strip().lower() in set(ItemKind):
        return ItemKind(text.strip().lower())
    if word in _KIND_WORDS:
        return _KIND_WORDS[word]
    known = ", ".join(kind.value for kind in ItemKind)
    return key_problems.TYPE_UNKNOWN(text=text, known=known)


def read_tolerance_cell(text: str) -> str | FileFinding:
    """Read how far off a number may be; blank is not at all."""
    number = exact_number(text.lstrip("±+ ").removesuffix("%") if text else "0")
    if number is None or number < 0 or text.endswith("%"):
        return key_problems.TOLERANCE_NOT_A_NUMBER()
    return text.lstrip("±+ ")


def read_choices_cell(text: str) -> int | FileFinding:
    """Read how many choices a question has; blank is 0, unknown."""
    if not text:
        return 0
    if text.isascii() and text.isdigit() and 2 <= int(text[:4]) <= MOST_CHOICES:  # noqa: PLR2004
        return int(text)
    return key_problems.CHOICES_UNREADABLE(most=MOST_CHOICES)
