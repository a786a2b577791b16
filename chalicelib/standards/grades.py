"""Grades as CASE writes them (CEDS codes), as people write them, and bands of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

ORDER = (
    *("IT", "PR", "PK", "TK", "KG"),
    *(f"{grade:02}" for grade in range(1, 14)),
    *("AS", "BA", "PB", "MD", "PM", "DO", "PD", "AE", "PT", "OT"),
)
"""CEDS grade levels, youngest first."""

_RANK = {code: rank for rank, code in enumerate(ORDER)}
_WORDS = {
    "K": "KG",
    "KINDERGARTEN": "KG",
    "KDG": "KG",
    "PRE-K": "PK",
    "PREK": "PK",
    "PREKINDERGARTEN": "PK",
    "HS": "HS",
}
_NUMBER = re.compile(r"(?:GRADE|GR\.?|G)?\s*0*(\d{1,2})(?:ST|ND|RD|TH)?(?:\s*GRADE)?")
_RANGE = re.compile(r"(\S+)\s*(?:-|\u2013|TO|THROUGH)\s*(\S+)")
_SEPARATORS = re.compile(r"[,;|/]")
_SPANS = {"HS": ("09", "10", "11", "12")}
_HIGHEST = 13


@dataclass(frozen=True, slots=True)
class Band:
    """The grades a standards set is for, ascending; no grades means all."""

    grades: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The band as teachers say it: `3`, `K-5`, `K, 2-4`, `All grades`."""
        return (
            ", ".join(_format_range(first, last) for first, last in _runs(self.grades))
            or "All grades"
        )

    @property
    def words(self) -> str:
        """The band in a sentence: `grade 3`, `grades K-5`, `all grades`."""
        if not self.grades:
            return "all grades"
        return f"grade{'s' if len(self.grades) > 1 else ''} {self.label}"

    @property
    def slug(self) -> str:
        """The band as part of an identifier: `3`, `k-5`, `k_2-4`, `all`."""
        text = "_".join(_format_range(first, last) for first, last in _runs(self.grades)) or "all"
        return re.sub(r"[^a-z0-9_-]+", "-", text.casefold())

    @property
    def rank(self) -> tuple[int, ...]:
        """Sorts bands: younger first, narrower first."""
        return tuple(_RANK.get(grade, len(_RANK)) for grade in self.grades) or (len(_RANK) + 1,)


def band(written: Iterable[str]) -> Band:
    """Return the band of grades as they were written.

    >>> band(["05", "KG", "1", "02", "Grade 3", "4"]).label
    'K-5'
    >>> band(["09-12"]).label, band([]).label
    ('9-12', 'All grades')
    """
    found = {code for text in written for code in codes(text)}
    return Band(tuple(sorted(found, key=lambda code: (_RANK.get(code, len(_RANK)), code))))


def codes(text: str) -> list[str]:
    """Return the CEDS codes of one written value; text that names no grade is kept as it is.

    >>> codes("03"), codes("K"), codes("3rd grade"), codes("KG, 01"), codes("9-12")
    (['03'], ['KG'], ['03'], ['KG', '01'], ['09', '10', '11', '12'])
    """
    return [code for piece in _SEPARATORS.split(text) for code in _piece(piece.strip())]


def same_grade(written: Iterable[str], wanted: str) -> bool:
    """Return whether a grade, as people write it, is one of these or in one of these spans.

    >>> same_grade(["03"], "3"), same_grade(["K-2"], "kindergarten"), same_grade(["Grade 4"], "3")
    (True, True, False)
    """
    known = {code.casefold() for each in written for code in codes(each)}
    return not known.isdisjoint(code.casefold() for code in codes(wanted))


def _piece(written: str) -> list[str]:
    text = written.upper()
    one = _one(text)
    if one in _SPANS:
        return list(_SPANS[one])
    if one:
        return [one]
    span = _RANGE.fullmatch(text)
    if span:
        first, last = _one(span[1]), _one(span[2])
        if first in _RANK and last in _RANK and _RANK[first] <= _RANK[last]:
            return list(ORDER[_RANK[first] : _RANK[last] + 1])
    return [written[:40]] if written else []


def _one(text: str) -> str:
    if text in _RANK:
        return text
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.fullmatch(text)
    return f"{int(number[1]):02}" if number and 1 <= int(number[1]) <= _HIGHEST else ""


def _runs(grades: tuple[str, ...]) -> list[tuple[str, str]]:
    runs: list[tuple[str, str]] = []
    for grade in grades:
        if runs and _RANK.get(grade, -9) == _RANK.get(runs[-1][1], -1) + 1:
            runs[-1] = (runs[-1][0], grade)
        else:
            runs.append((grade, grade))
    return runs


def _format_range(first: str, last: str) -> str:
    return (
        format_one_grade(first)
        if first == last
        else f"{format_one_grade(first)}-{format_one_grade(last)}"
    )


def format_one_grade(grade: str) -> str:
    """Write one grade as teachers do.

    >>> format_one_grade("KG"), format_one_grade("03"), format_one_grade("PK")
    ('K', '3', 'PK')
    """
    if grade == "KG":
        return "K"
    return str(int(grade)) if grade.isdecimal() else grade
