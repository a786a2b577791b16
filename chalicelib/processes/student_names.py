"""Students' names: from the classes' rows, and where a row lacks some, from the roster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.processes.scores import ClassScores
    from chalicelib.rosters.service import Rosters


def add_student_names(
    rosters: Rosters, district: str, classes: Sequence[ClassScores]
) -> list[ClassScores]:
    """Give classes with all names that there are; the roster is asked in one batch, if at all."""
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
