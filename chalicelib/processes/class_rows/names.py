"""The names of classes and students of a process.

Classes of the same title carry their school; names that a row lacks are in the roster.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from chalicelib.processes.model import ClassRow
from chalicelib.rosters.model import schools_to_name

if TYPE_CHECKING:
    from chalicelib.processes.scores import ClassScores
    from chalicelib.rosters.service import Rosters


def add_school_names(
    rows: Sequence[ClassRow], names: Callable[[], Mapping[str, str]]
) -> tuple[ClassRow, ...]:
    """Return these rows, those with the same title at different schools with their school's name.

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


def add_student_names(
    rosters: Rosters, district: str, classes: Sequence[ClassScores]
) -> list[ClassScores]:
    """Return classes with all names that there are; the roster is asked in one batch, if at all."""
    lacking = sorted({student for each in classes for student in _nameless(each)})
    found = rosters.people(district, lacking) if lacking else {}
    names = {each: (person.family, person.given) for each, person in found.items()}
    return [_with_names(each, names) for each in classes] if names else list(classes)


def _nameless(scores: ClassScores) -> set[str]:
    every = (*(scores.pre or ()), *(scores.post or ()))
    return {score.student for score in every if score.student not in scores.names}


def _with_names(scores: ClassScores, names: dict[str, tuple[str, str]]) -> ClassScores:
    lacking = _nameless(scores) & names.keys()
    added = {student: names[student] for student in lacking}
    return replace(scores, names={**scores.names, **added}) if added else scores
