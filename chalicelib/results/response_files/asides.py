"""Rows that are nobody's: a scanner's key, what could be earned, averages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.spreadsheets import SpreadsheetRow, plain

from .model import ColumnMapping, ColumnRole, StudentIdentifier
from .students import Students


class RowAside(StrEnum):
    """The content of a row that belongs to no student."""

    KEY = "key"
    WORTH = "worth"
    SUMMARY = "summary"


_WORDS = {
    RowAside.KEY: "key answerkey keyanswer correctanswers correctanswer correct "
    "clave keyanswers answers answer solution solutions masterkey master",
    RowAside.WORTH: "value values points pointspossible possiblepoints possible maxpoints max "
    "maximum "
    "maximumpoints maxscore outof totalpoints pointvalue pointvalues worth weight weights pts "
    "ptspossible possiblepts maxpts",
    RowAside.SUMMARY: "average averages overallaverage classaverage mean median total totals stdev "
    "standarddeviation summary percentcorrect count min minimum difficulty discrimination "
    "studenttest teststudent classscoring",
}
_PERCENTS = frozenset({"", "correct", "right", "percentcorrect", "average", "classaverage"})
_FORM = re.compile(r"(?<=key)(?:form|version)?[a-e1-9]$|^(?:form|version)[a-e1-9](?=.*key$)")
"""The text that names the form of a key: `Key (Form A)`, `KEY 1`, `Version B key`."""
_ASIDES = {word: aside for aside, words in _WORDS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Whose:
    """The columns that name the student of a row, and all columns without answers."""

    mapping: ColumnMapping
    named: Sequence[int]
    """Columns (from 0) that name the student, whether they are used or not."""
    beside: Sequence[int]
    """Columns (from 0) without answers."""
    students: Students

    def aside(self, row: SpreadsheetRow) -> RowAside | None:
        """Return the kind of a row that belongs to no student; None for a student's row.

        A student may be called Key, Mean or Max.
        """
        entries = [text for place in self.named if (text := row.at(place))]
        words = [_word(text) for text in entries]
        others = [text for text, word in zip(entries, words, strict=True) if word is None]
        if any(len(set(text)) > 1 or not text.isdigit() for text in others):  # no 000000, 99999
            return None
        if not any(words):
            words = [_word(row.at(place)) for place in self.beside]
        found = next((word for word in words if word), None)
        return None if found is None or self._is_student(row) else found

    def _is_student(self, row: SpreadsheetRow) -> bool:
        places = self.mapping.place(ColumnRole.FAMILY), self.mapping.place(ColumnRole.GIVEN)
        if None not in places:
            family, given = (row.at(each or 0) for each in places)
            return isinstance(self.students.find_by_name(family, given), str)
        place = self.mapping.place(ColumnRole.STUDENT)
        text = row.at(place) if place is not None else ""
        return any(
            self.students.matches(by, text)
            for by in (self.mapping.student_by, StudentIdentifier.NAME)
        )


def _word(text: str) -> RowAside | None:
    if not text or text[0].isdigit():
        return None
    if "%" in text:
        return RowAside.SUMMARY if plain(text) in _PERCENTS else None
    short = plain(text)
    return _ASIDES.get(short) or _ASIDES.get(_FORM.sub("", short))


def is_word(text: str) -> bool:
    """Return whether a word marks a row of no student."""
    return _word(text) is not None
