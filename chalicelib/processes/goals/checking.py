"""What a goal cannot say: students it cannot name, and a day it cannot be for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from chalicelib.errors import Detail, Invalid
from chalicelib.processes.figures.choosing import Misnamed, misnamed

if TYPE_CHECKING:
    from chalicelib.processes.goal_choices import KeptGoal
    from chalicelib.processes.scores import ClassScores
    from chalicelib.teams.levels import Levels

_WHY = {
    Misnamed.MEETS: (
        "already_meets",
        "This student meets the level already and counts by themselves. Leave them out.",
    ),
    Misnamed.UNTESTED: (
        "not_tested",
        "This student has no complete result on the pre-test. Enter it first, or leave them out.",
    ),
    Misnamed.UNKNOWN: (
        "not_in_class",
        "This student is not in the class. Check the id, or leave them out.",
    ),
    Misnamed.BOTH: (
        "added_and_removed",
        "This student is both added and taken out. Decide for one.",
    ),
}


def check_named(scores: ClassScores, levels: Levels, goal: KeptGoal, before: KeptGoal) -> None:
    """Check whom a goal adds and takes out. Raises `Invalid`.

    Who was named `before` may stay: results and levels change, and then they count by themselves.
    """
    wrong = misnamed(scores, levels, goal.choice)
    details = [
        *_details("added", goal.added, _newly(wrong, before.added)),
        *_details("removed", goal.removed, _newly(wrong, before.removed)),
    ]
    if details:
        raise Invalid(
            "students_not_choosable",
            "Only students of this class who are tested and below the level to meet can be added "
            "or taken out.",
            details=details,
        )


def check_day(goal: KeptGoal, before: KeptGoal, today: date, pre_test: date | None) -> None:
    """Refuse a day before the pre-test, or before today. Raises `Invalid`.

    `pre_test` is the day on which the class was given it. The day a goal had `before` may stay,
    though it has passed.
    """
    day = goal.until
    if day is None or day == before.until:
        return
    if pre_test is not None and day < pre_test:
        raise Invalid(
            "day_before_pre_test",
            f"A goal is for a day after the pre-test, which was opened for this class on "
            f"{_written(pre_test)}. Choose today or a later day.",
            pointer="/until",
        )
    if day < today:
        raise Invalid(
            "day_past",
            f"This day has passed: today is {_written(today)}. Choose today or a later day.",
            pointer="/until",
        )


def _written(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _newly(wrong: dict[str, Misnamed], before: tuple[str, ...]) -> dict[str, Misnamed]:
    return {who: why for who, why in wrong.items() if who not in before or why == Misnamed.BOTH}


def _details(field: str, named: tuple[str, ...], wrong: dict[str, Misnamed]) -> Iterator[Detail]:
    for n, student in enumerate(named):
        if student in wrong:
            code, message = _WHY[wrong[student]]
            yield Detail(f"/{field}/{n}", code, message)
