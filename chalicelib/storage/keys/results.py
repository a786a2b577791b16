"""Result sheets, and the effects of corrections of the key on them."""

from __future__ import annotations

from .shape import Key, join


def sheet(district: str, school_class: str, assessment: str) -> Key:
    """Return a class's results on one assessment; one query brings the class with all its sheets.

    >>> sheet("gb", "cls-1", "01J")
    Key(pk='gb#CLASS#cls-1', sk='SHEET#01J')
    """
    return Key(join(district, "CLASS", school_class), join("SHEET", assessment))


def sheets(district: str, assessment: str) -> str:
    """Return the partition of the index `summaries` with all sheets of an assessment, by school.

    >>> sheets("gb", "01J")
    'gb#SHEETS#01J'
    """
    return join(district, "SHEETS", assessment)


def correction(district: str, correction: str) -> Key:
    """Return a correction; its effects on each sheet are beside it.

    >>> correction("gb", "01J")
    Key(pk='gb#CORRECTION#01J', sk='CORRECTION')
    """
    return Key(join(district, "CORRECTION", correction), "CORRECTION")


def correction_sheet(district: str, correction: str, school_class: str) -> Key:
    """Return the marker that a class's sheet is scored again, and how many students that moved.

    >>> correction_sheet("gb", "01J", "cls-1")
    Key(pk='gb#CORRECTION#01J', sk='SHEET#cls-1')
    """
    return Key(join(district, "CORRECTION", correction), join("SHEET", school_class))


def corrections(district: str, assessment: str) -> str:
    """Return the partition of the index `lists` with the corrections of an assessment.

    >>> corrections("gb", "01J")
    'gb#CORRECTIONS#01J'
    """
    return join(district, "CORRECTIONS", assessment)


def renewal(district: str) -> Key:
    """Return how far the sheets are that nobody saves and that are brought up to date.

    >>> renewal("gb")
    Key(pk='gb#RENEWAL', sk='SHEETS')
    """
    return Key(join(district, "RENEWAL"), "SHEETS")


def renewal_classes(district: str) -> Key:
    """Return the classes whose sheets that is about, where it is not about all.

    >>> renewal_classes("gb")
    Key(pk='gb#RENEWAL', sk='CLASSES')
    """
    return Key(join(district, "RENEWAL"), "CLASSES")
