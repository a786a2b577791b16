"""How the answers in a column are written: letters, F to J, digits, texts, 1 for a right answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from chalicelib.assessments.items import LETTERS, Item
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.numerals import exact_number
from chalicelib.assessments.responses import comparable

from .model import ColumnRole

OMITTED = frozenset(
    {"-", "–", "—", "−", "omit", "omitted", "blank", "no answer", "left out"}  # noqa: RUF001
    | {"no response", "not answered", "unanswered", "skipped", "left blank"}
)
NOT_ENTERED = frozenset(
    {"na", "n/a", "n.a.", "n.a", "none", "null", "nan", "tbd", "ungraded", "pending"}
    | {"not graded", "not yet graded", "requires grading", "needs grading", "not entered"}
)
NOT_THERE = frozenset({"abs", "absent", "ex", "exc", "exempt", "excused"})
SHIFTED = str.maketrans("FGHJK", "ABCDE")
"""From the letters that every second question prints to A to E; I is left out."""

_SIGNS = re.compile(r"[\s,;/|+&.()\[\]-]+|\band\b", re.IGNORECASE)
_LETTER_AND_TEXT = re.compile(r"\(?([A-Za-z])\s*[.):]\)?\s*(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Values:
    """The different values of a column that say something about an answer."""

    texts: frozenset[str]

    @classmethod
    def of(cls, cells: Iterable[str]) -> Values:
        """Take those that are neither blank nor say that there is no answer."""
        return cls(frozenset(text for text in set(cells) if text and not _says_nothing(text)))

    @property
    def numbers(self) -> dict[str, Fraction]:
        """Those that are numbers."""
        return {t: n for t in self.texts if (n := exact_number(t)) is not None}

    @property
    def are_numbers(self) -> bool:
        """Return whether there are values, and all of them numbers."""
        return bool(self.texts) and len(self.numbers) == len(self.texts)


_NOTHING = OMITTED | NOT_ENTERED | NOT_THERE


def _says_nothing(text: str) -> bool:
    return text.casefold() in _NOTHING


# -- points or answers ----------------------------------------------------------------------------


def role_of_choices(
    columns: Mapping[int, tuple[Values, list[Item]]],
) -> tuple[dict[int, ColumnRole], set[int]]:
    """Return the roles of columns where letters are asked for, and the columns that are unclear.

    A digit may be points, the number of a choice, or 1 for the right answer: all columns decide.
    """
    body, open_ones = dict[int, ColumnRole](), dict[int, tuple[Values, list[Item]]]()
    for place, (values, items) in columns.items():
        numbers = values.numbers
        if not numbers or any(_reads_all(item, values.texts) for item in items):
            body[place] = ColumnRole.RESPONSE
        elif len(numbers) < len(values.texts):
            body[place] = _choose_role(values, items)
        else:
            open_ones[place] = values, items
    if not open_ones:
        return body, set()
    if any(is_right_or_letter(*columns[n]) for n in body):
        return body | dict.fromkeys(open_ones, ColumnRole.RESPONSE), set()
    role = _by_all(open_ones, letters=any(columns[n][0].texts for n in body))
    return body | dict.fromkeys(open_ones, role or ColumnRole.RESPONSE), set() if role else set(
        open_ones
    )


def _choose_role(values: Values, items: list[Item]) -> ColumnRole:
    """Numbers and words in one column: 1 or the wrong letter, or points with a slip."""
    if is_right_or_letter(values, items):
        return ColumnRole.RESPONSE
    return ColumnRole.POINTS if len(values.numbers) > len(values.texts) / 2 else ColumnRole.RESPONSE


def is_right_or_letter(values: Values, items: list[Item]) -> bool:
    """Return whether a column has a scanner's results: 1 for a right answer, else its letter."""
    numbers = values.numbers
    others = values.texts - set(numbers)
    if not numbers or not set(numbers.values()) <= {Fraction(0), Fraction(1)}:
        return False
    if Fraction(0) in numbers.values() and any(item.worth != 1 for item in items):
        return False
    return any(letters_or_truth(item, text) for item in items for text in others)


def letters_or_truth(item: Item, text: str) -> str:
    """Return the letters that a bubble sheet can have for an item."""
    fixed = KINDS[item.kind].fixed_choices
    if fixed:
        known = {*LETTERS[: len(fixed)], *(each.letter for each in fixed)}
        return text.upper() if text.upper() in known else ""
    return letters(item, text)


def _by_all(
    columns: Mapping[int, tuple[Values, list[Item]]], *, letters: bool
) -> ColumnRole | None:
    """Decide for all columns of numbers together; None where both could be meant."""
    pairs = [(v.numbers, items) for v, items in columns.values()]
    numbers = [(each, items) for found, items in pairs for each in found.values()]
    could_be_points = all(any(0 <= n <= i.worth for i in items) for n, items in numbers)
    choices = all(
        n.denominator == 1 and any(0 <= n <= _count_choices(i) for i in items)
        for n, items in numbers
    )
    could_be_choices = not letters and choices and all(n for n, _ in numbers)
    too_many = sum(any(n > i.worth for n in v.values() for i in items) for v, items in pairs)
    if could_be_points and (could_be_choices or _could_be_right(pairs, letters=letters)):
        return None
    if any(_is_a_choice(text, items) for v, items in columns.values() for text in v.texts):
        return None
    if choices and not could_be_choices and too_many * 2 >= len(pairs):
        return None  # beside letters, or with 0 for none: digits of choices rather than points
    return ColumnRole.RESPONSE if could_be_choices else ColumnRole.POINTS


def _could_be_right(
    columns: list[tuple[dict[str, Fraction], list[Item]]], *, letters: bool
) -> bool:
    """Return whether columns hold only 1, beside letters: it may be a point or a right answer."""
    ones = all(set(found.values()) == {Fraction(1)} for found, _ in columns)
    return letters and ones and any(item.worth != 1 for _, items in columns for item in items)


def _is_a_choice(text: str, items: list[Item]) -> bool:
    """Return whether a number is the text of a choice, and a fraction rather than whole points."""
    number = exact_number(text)
    known = number is not None and number.denominator > 1
    return known and any(choices_by_text(item, text) for item in items)


def _count_choices(item: Item) -> int:
    return len(KINDS[item.kind].list_choices(item))


def holds_answers(item: Item, values: frozenset[str]) -> bool:
    """Return whether all of a column's values can be answers to an item."""
    kind = KINDS[item.kind]
    if kind.by_hand:
        return False
    if kind.is_lettered:
        return all(letters(item, text) or choices_by_text(item, text) for text in values)
    return True


def _reads_all(item: Item, values: frozenset[str]) -> bool:
    return KINDS[item.kind].is_lettered and all(choices_by_text(item, text) for text in values)


# -- what is written ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ColumnNotation:
    """How a column's answers are written, as far as its values say so."""

    shifted: bool = False
    """F to J stand for A to D."""
    truths: bool = False
    """A is true and B is false."""
    right: bool = False
    """1 stands for the right answer."""
    digits: bool = False
    """1 stands for the first choice."""
    by_text: bool = False
    """Choices are given by their texts, where a letter could be meant as well."""
    by_letter: bool = False


PLAINLY = ColumnNotation()


def detect_notation(values: Values, items: list[Item], *, right: bool = False) -> ColumnNotation:
    """Return how the answers to these items (one, or what several forms print) are written."""
    kinds = [KINDS[item.kind] for item in items]
    texts = values.texts
    if not texts or not all(kind.is_marked for kind in kinds):
        return PLAINLY
    signs = {sign for text in texts for sign in _SIGNS.sub("", text).upper()}
    fixed = set(LETTERS[: max((len(kind.fixed_choices) for kind in kinds), default=0)])
    truths = signs <= fixed | set("01") and bool(signs & fixed)
    numbers = values.numbers
    choices = [item for item in items if KINDS[item.kind].is_lettered]
    by_text = any(_reads_all(item, texts) for item in choices)
    shifted = (
        bool(choices)
        and not by_text
        and signs <= set("FGHJK")
        and all(signs - set(LETTERS[: len(item.choices)]) for item in choices)
    )
    return ColumnNotation(
        shifted,
        truths,
        right=right and bool(numbers) and not by_text,
        digits=bool(choices) and not right and values.are_numbers and not by_text,
        by_text=any(not letters(i, t) and choices_by_text(i, t) for i in choices for t in texts),
        by_letter=any(letters(i, t) and not choices_by_text(i, t) for i in choices for t in texts),
    )


def letters(item: Item, text: str) -> str:
    """Return the choices that letters name; blank where the text is no letters but a word.

    Several letters are capitals, or small ones in order, or have signs between them.
    """
    known = LETTERS[: len(item.choices)]
    parts = [part for part in _SIGNS.split(text) if part]
    together = "".join(parts)
    chosen = together.upper()
    if not chosen or any(letter not in known for letter in chosen):
        return ""
    if len(set(chosen)) < len(chosen) and len(parts) < len(chosen):
        return ""
    run = len(parts) == 1 and len(together) > 1 and not together.isupper()
    in_order = together.islower() and list(together) == sorted(together)
    if run and not (in_order and KINDS[item.kind].is_several):
        return ""
    if len(parts) > 1 and any(len(part) > 1 for part in parts):
        return ""
    return "".join(sorted(set(chosen)))


def choices_by_text(item: Item, text: str) -> str:
    """Return the letters of the choices whose texts a cell has; blank if it has others."""
    places = _texts(item.choices)
    whole = comparable(text)
    if whole in places:
        return places[whole]
    if "/" not in text and (number := exact_number(text)) is not None:
        return _numbers(item.choices).get(number, "")
    lettered = _LETTER_AND_TEXT.fullmatch(text)
    if lettered:
        return places[comparable(lettered[2])] if _is_both(item, lettered) else ""
    if not KINDS[item.kind].is_several:
        return ""
    for sign in (";", ",", "|", "\n"):
        chosen = _read_joined([part.strip() for part in text.split(sign)], sign, places)
        if chosen:
            return "".join(sorted(set(chosen)))
    return ""


def read_letter(item: Item, text: str) -> str:
    """Return the letter of `B. a square`, where the item has no text to compare; else blank."""
    found = _LETTER_AND_TEXT.fullmatch(text)
    if not found or len(found[2]) < 2:  # noqa: PLR2004 - `A. B` are two letters
        return ""
    plain_choices = all(each == LETTERS[n] for n, each in enumerate(item.choices))
    letter = found[1].upper()
    return letter if plain_choices and letter in LETTERS[: len(item.choices)] else ""


def _is_both(item: Item, found: re.Match[str]) -> bool:
    return _texts(item.choices).get(comparable(found[2])) == found[1].upper()


@lru_cache(maxsize=512)
def _texts(choices: tuple[str, ...]) -> dict[str, str]:
    """Return the letter of each choice by its text; of texts that read alike none."""
    found: dict[str, str] = {}
    for letter, text in zip(LETTERS, choices, strict=False):
        key = comparable(text)
        found[key] = "" if key in found else letter
    return {key: letter for key, letter in found.items() if letter}


@lru_cache(maxsize=512)
def _numbers(choices: tuple[str, ...]) -> dict[Fraction, str]:
    """Return the letter of each choice that is a number, however it is written; `1,250` is 1250."""
    found: dict[Fraction, str] = {}
    for letter, text in zip(LETTERS, choices, strict=False):
        number = exact_number(text)
        if number is not None:
            found[number] = "" if number in found else letter
    return {number: letter for number, letter in found.items() if letter}


def _read_joined(parts: list[str], sign: str, places: dict[str, str]) -> str:
    """Read texts with a sign between them; a text may hold the sign itself."""
    parts = [part for part in parts if part]
    if len(parts) < 2 or len(parts) > 40:  # noqa: PLR2004 - a cell's worth
        return ""
    chosen, start = "", 0
    while start < len(parts):
        for end in range(len(parts), start, -1):
            key = comparable(f"{sign} ".join(parts[start:end]))
            if key in places:
                chosen, start = chosen + places[key], end
                break
        else:
            return ""
    return chosen
