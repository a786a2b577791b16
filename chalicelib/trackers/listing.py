"""Trackers in a list: in which order, and what their classes are called there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chalicelib.paging import Page, cut
from chalicelib.rosters.model import schools_to_name, title_at

from .model import TrackerRow


def page_of(
    rows: Sequence[TrackerRow], limit: int, after: Sequence[Any] | None, *, archived: bool
) -> Page[TrackerRow]:
    """Give a page of the trackers that are in the archive, or of those that are not."""
    return cut([row for row in rows if row.archived == archived], limit, after, _place)


def _place(row: TrackerRow) -> tuple[str, ...]:
    """Order trackers by class, never two classes with the same title mixed; then by title."""
    return row.class_title.casefold(), row.class_id, row.title.casefold(), row.id


def carry_schools(
    rows: Sequence[TrackerRow], school_names: Callable[[], Mapping[str, str]]
) -> list[TrackerRow]:
    """Have class titles carry the school where a class of another school has the same title.

    Schools are asked for only where there are any.
    """
    schools = schools_to_name((row.class_id, row.class_title, row.school) for row in rows)
    names = school_names() if schools else {}
    return [
        replace(row, class_title=title_at(row.class_title, names.get(row.school, "")))
        if row.class_id in schools
        else row
        for row in rows
    ]
