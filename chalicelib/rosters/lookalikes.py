"""Identifiers that are nearly alike, because a spreadsheet or an export changed one of them.

A reference may point at nothing although a similar identifier is there. The two differ only in
leading zeros, in capital letters, in invisible characters, or in a spreadsheet's way of writing
numbers. One such mistake makes thousands of dangling references, and is one problem.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .store import RosterStore

_POWER = re.compile(r"(\d)(?:\.(\d+))?e\+?(\d{1,3})", re.ASCII)
_TAIL = re.compile(r"(\d+)\.0+", re.ASCII)
_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+", re.ASCII)
_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")


class Difference(StrEnum):
    """How an identifier was changed."""

    UNSEEN = "unseen"
    CASE = "case"
    NUMBER = "number"
    ZEROS = "zeros"


@dataclass(frozen=True, slots=True)
class Lookalike:
    """An identifier that is there, and how it differs from the one that was asked for."""

    id: str
    difference: Difference


class Lookalikes:
    """Finds the lookalikes of an identifier; their table is read once, and only if needed.

    It is kept in the store, so that memory stays flat.
    """

    def __init__(self, store: RosterStore) -> None:
        """Look in this store."""
        self._store = store
        self._digits: dict[str, list[int]] = {}

    def of(self, target: str, id_: str) -> Lookalike | None:
        """Find what looks like `id_` among a table's identifiers."""
        if target not in self._digits:
            self._digits[target] = self._read(target)
        for form in self._forms(target, id_):
            found = next(self._store.rows(_LOOK, (target, form)), None)
            if found is not None:
                return Lookalike(found[0], _classify_difference(id_, found[0]))
        return None

    def _forms(self, target: str, id_: str) -> Iterator[str]:
        plain = plain_form(id_)
        yield plain
        if digits := _power_digits(id_):
            yield f"{digits}~{_round_number(plain, digits)}"
        elif plain.isdecimal():
            for digits in self._digits[target]:
                yield f"{digits}={_round_number(plain, digits)}"

    def _read(self, target: str) -> list[int]:
        """Store the forms of a table's identifiers; return the precisions of rounded ones."""
        self._store.run(
            "CREATE TABLE IF NOT EXISTS lookalike (target TEXT, form TEXT, id TEXT,"
            " PRIMARY KEY (target, form)) WITHOUT ROWID"
        )
        self._store.run("DELETE FROM lookalike WHERE target = ?", (target,))
        digits: set[int] = set()
        self._store.fill(
            "INSERT OR IGNORE INTO lookalike VALUES (?,?,?)", self._entries(target, digits)
        )
        return sorted(digits)

    def _entries(self, target: str, digits: set[int]) -> Iterator[tuple[str, str, str]]:
        asked = f'SELECT "sourcedId" FROM new_{target} ORDER BY "sourcedId"'  # noqa: S608
        for (id_,) in self._store.rows(asked):
            plain = plain_form(id_)
            yield target, plain, id_
            if known := _power_digits(id_):
                digits.add(known)
                yield target, f"{known}={_round_number(plain, known)}", id_
            elif plain.isdecimal():
                for precision in PRECISIONS:
                    yield target, f"{precision}~{_round_number(plain, precision)}", id_


PRECISIONS = (2, 3, 4, 5, 6)
"""Digits that spreadsheets leave of a long number, by the width of its column."""
_LOOK = "SELECT id FROM lookalike WHERE target = ? AND form = ?"


def plain_form(id_: str) -> str:
    """Return an identifier without the marks of its spelling.

    >>> plain_form(" 00A7 "), plain_form("123.0"), plain_form("1.5E+03"), plain_form("000")
    ('a7', '123', '1500', '0')
    """
    return _without_zeros(_as_number(_strip_unseen(id_).casefold()))


def _strip_unseen(id_: str) -> str:
    return "".join(letter for letter in id_ if unicodedata.category(letter) not in _UNSEEN)


def _as_number(word: str) -> str:
    if tail := _TAIL.fullmatch(word):
        return tail[1]
    if _GROUPS.fullmatch(word):
        return word.replace(",", "")
    if _POWER.fullmatch(word):
        number = Decimal(word)
        if number == number.to_integral_value():
            return f"{number:f}".partition(".")[0]
    return word


def _without_zeros(word: str) -> str:
    return word.lstrip("0") or ("0" if word else "")


def _power_digits(id_: str) -> int:
    """Return how many digits are left of a number written with a power of ten; 0 if it is none."""
    power = _POWER.fullmatch(_strip_unseen(id_).casefold())
    return 1 + len(power[2] or "") if power else 0


def _round_number(plain: str, digits: int) -> str:
    return f"{Decimal(plain):.{digits - 1}e}" if plain.isdecimal() else plain


def _classify_difference(one: str, other: str) -> Difference:
    a, b = _strip_unseen(one), _strip_unseen(other)
    if a == b:
        return Difference.UNSEEN
    if a.casefold() == b.casefold():
        return Difference.CASE
    if _as_number(a.casefold()) != a.casefold() or _as_number(b.casefold()) != b.casefold():
        return Difference.NUMBER
    return Difference.ZEROS


def is_only_zeros(ids: Iterable[str]) -> bool:
    """Return whether these are zeros and nothing else: without those in front nothing is left."""
    return all(id_ and not id_.strip("0") for id_ in ids)
