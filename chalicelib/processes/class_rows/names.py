"""Classes of a process that have the same title: beside each other they carry their school."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from chalicelib.processes.model import ClassRow
from chalicelib.rosters.model import schools_to_name


def add_school_names(
    rows: Sequence[ClassRow], names: Callable[[], Mapping[str, str]]
) -> tuple[ClassRow, ...]:
    """Give these rows, those with the same title at different schools with their school's name.

    `names` is asked only where there are any. A closed row keeps the name it was closed with.
    """
    of = (row.scores for row in rows)
    schools = schools_to_name((each.school_class, each.title, each.school) for each in of)
    unnamed = schools.keys() - _list_closed_classes(rows)
    known = names() if unnamed else {}
    return tuple(_at(row, known) if row.scores.school_class in unnamed else row for row in rows)


def _list_closed_classes(rows: Sequence[ClassRow]) -> frozenset[str]:
    return frozenset(row.scores.school_class for row in rows if row.sealed)


def _at(row: ClassRow, names: Mapping[str, str]) -> ClassRow:
    return replace(row, scores=replace(row.scores, school_name=names.get(row.scores.school, "")))
