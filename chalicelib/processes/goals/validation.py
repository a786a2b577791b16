"""The limits of a goal: students that it cannot name, and days that it cannot have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from chalicelib.errors import Detail
from chalicelib.processes import refusals
from chalicelib.processes.analytics.goal_students import Misnamed, find_misnamed

if TYPE_CHECKING:
    from chalicelib.processes.goals.model import KeptGoal
    from chalicelib.processes.scores import ClassScores
    from chalicelib.teams.levels import Levels


def check_named(scores: ClassScores, levels: Levels, goal: KeptGoal, before: KeptGoal) -> None:
    """Check the students that a goal adds and removes. Raises `Invalid`.

    Students named `before` may stay: after results or levels change, they count without a choice.
    """
    wrong = find_misnamed(scores, levels, goal.choice)
    details = [
        *_details("added", goal.added, _newly(wrong, before.added)),
        *_details("removed", goal.removed, _newly(wrong, before.removed)),
    ]
    if details:
        raise refusals.STUDENTS_NOT_CHOOSABLE(details=details)


def check_day(goal: KeptGoal, before: KeptGoal, today: date, pre_test: date | None) -> None:
    """Refuse a day before the pre-test, or before today. Raises `Invalid`.

    `pre_test` is the day on which the class was given it. The day a goal had `before` may stay,
    though it has passed.
    """
    day = goal.until
    if day is None or day == before.until:
        return
    if pre_test is not None and day < pre_test:
        raise refusals.DAY_BEFORE_PRE_TEST(
            pointer="/until", pre_test=_format_day(pre_test), today=_format_day(today)
        )
    if day < today:
        raise refusals.DAY_PAST(pointer="/until", today=_format_day(today))


def _format_day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _newly(wrong: dict[str, Misnamed], before: tuple[str, ...]) -> dict[str, Misnamed]:
    return {who: why for who, why in wrong.items() if who not in before or why == Misnamed.BOTH}


def _details(field: str, named: tuple[str, ...], wrong: dict[str, Misnamed]) -> Iterator[Detail]:
    for n, student in enumerate(named):
        if student in wrong:
            yield refusals.STUDENT_MISNAMED[wrong[student]](f"/{field}/{n}")
