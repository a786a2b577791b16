"""Grades as people say them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

GRADES = ("PK", "KG", *(f"{number:02}" for number in range(1, 13)))
"""The grades of a school, youngest first, as standards and the API write them."""
_PLACE = {grade: at for at, grade in enumerate(GRADES)}


def format_grade(code: str) -> str:
    """Format one grade; what is no grade's code stays as it is.

    >>> format_grade("KG"), format_grade("03"), format_grade("Algebra")
    ('K', '3', 'Algebra')
    """
    if code not in _PLACE:
        return code
    return {"PK": "Pre-K", "KG": "K"}.get(code) or code.lstrip("0")


def format_grades(codes: Iterable[str]) -> str:
    """Format several: neighbors as a span, all else with commas.

    >>> format_grades(["04", "03", "KG", "05"]), format_grades(["03", "04"]), format_grades([])
    ('K, 3-5', '3, 4', '')
    """
    given = list(codes)
    known = sorted({code for code in given if code in _PLACE}, key=_PLACE.__getitem__)
    other = [code for code in given if code not in _PLACE]
    return ", ".join([*(_format_run(run) for run in _runs(known)), *other])


def _runs(known: Sequence[str]) -> list[list[str]]:
    found = [[known[0]]] if known else []
    for before, code in pairwise(known):
        if _PLACE[code] == _PLACE[before] + 1:
            found[-1].append(code)
        else:
            found.append([code])
    return found


def _format_run(run: Sequence[str]) -> str:
    if len(run) > 2:  # noqa: PLR2004 - two stand side by side
        return f"{format_grade(run[0])}-{format_grade(run[-1])}"
    return ", ".join(map(format_grade, run))
