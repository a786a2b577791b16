"""The students that a teacher can add to a goal or remove: below `Meets`, with a result (P8)."""

from __future__ import annotations

from enum import StrEnum

from chalicelib.processes.scores import ClassScores
from chalicelib.teams.levels import Levels

from .counts import Mark, read
from .goals import GoalChoice


class Misnamed(StrEnum):
    """Why a student can be neither added nor removed."""

    MEETS = "already_meets"
    UNTESTED = "not_tested"
    UNKNOWN = "not_in_class"
    BOTH = "added_and_removed"


def find_misnamed(scores: ClassScores, levels: Levels, choice: GoalChoice) -> dict[str, Misnamed]:
    """Return which students a choice may not name, and why; in the order of their ids."""
    sat = read([scores], levels)[0]
    named = sorted(choice.added | choice.removed)
    wrong = {who: _wrong(sat.pre.get(who), levels) for who in named}
    wrong |= dict.fromkeys(sorted(choice.added & choice.removed), Misnamed.BOTH)
    return {who: reason for who, reason in wrong.items() if reason}


def _wrong(mark: Mark | None, levels: Levels) -> Misnamed | None:
    if mark is None:
        return Misnamed.UNKNOWN
    if not mark.level:
        return Misnamed.UNTESTED
    return Misnamed.MEETS if mark.level >= levels.meets else None
