"""Rows that are nobody's: a scanner's key, what could be earned, averages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.spreadsheets import Row, plain

from .model import By, Mapping, Role
from .students import Students


class Aside(StrEnum):
    """What a row holds that is no student's."""

    KEY = "key"
    WORTH = "worth"
    SUMMARY = "summary"


_WORDS = {
    Aside.KEY: "key answerkey keya keyb keyc keyd keye correctanswers correctanswer correct "
    "keyanswers answers answer solution solutions masterkey",
    Aside.WORTH: "value values points pointspossible possiblepoints possible maxpoints max maximum "
    "maximumpoints maxscore outof totalpoints pointvalue pointvalues worth weight weights",
    Aside.SUMMARY: "average averages overallaverage classaverage mean median total totals stdev "
    "standarddeviation summary percentcorrect count min minimum difficulty discrimination "
    "studenttest teststudent",
}
_ASIDES = {word: aside for aside, words in _WORDS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Whose:
    """The cells that say whose row it is, and all that stand beside the answers."""

    mapping: Mapping
    named: Sequence[int]
    """Columns (from 0) that name the student, whether they are used or not."""
    beside: Sequence[int]
    """Columns (from 0) without answers."""
    students: Students

    def aside(self, row: Row) -> Aside | None:
        """Tell a row that is nobody's; a student may be called Key, Mean or Max."""
        said = [text for place in self.named if (text := row.at(place))]
        words = [_word(text) for text in said]
        others = [text for text, word in zip(said, words, strict=True) if word is None]
        if any(text.strip("0") for text in others):
            return None
        if not any(words):
            words = [_word(row.at(place)) for place in self.beside]
        found = next((word for word in words if word), None)
        return None if found is None or self._is_student(row) else found

    def _is_student(self, row: Row) -> bool:
        places = self.mapping.place(Role.FAMILY), self.mapping.place(Role.GIVEN)
        if None not in places:
            family, given = (row.at(each or 0) for each in places)
            return isinstance(self.students.named(family, given), str)
        place = self.mapping.place(Role.STUDENT)
        text = row.at(place) if place is not None else ""
        return any(self.students.matches(by, text) for by in (self.mapping.student_by, By.NAME))


def _word(text: str) -> Aside | None:
    if not text or text[0].isdigit():
        return None
    return _ASIDES.get(plain(text))


def is_word(text: str) -> bool:
    """Tell a word that stands where a row is nobody's."""
    return _word(text) is not None
