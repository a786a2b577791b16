"""Result sheets."""

from __future__ import annotations

from .shape import Key, join


def sheet(district: str, school_class: str, assessment: str) -> Key:
    """Give a class's results on one assessment; one query brings the class with all its sheets.

    >>> sheet("gb", "cls-1", "01J")
    Key(pk='gb#CLASS#cls-1', sk='SHEET#01J')
    """
    return Key(join(district, "CLASS", school_class), join("SHEET", assessment))


def sheets(district: str, assessment: str) -> str:
    """Give the partition of the index `summaries` with all sheets of an assessment, by school.

    >>> sheets("gb", "01J")
    'gb#SHEETS#01J'
    """
    return join(district, "SHEETS", assessment)
