"""Class goals as clients see and set them."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from chalicelib.processes.analytics.goals import ClassGoal, Goal, GoalPart, GoalStudent
from chalicelib.processes.analytics.reasons import describe_part, goal_cuts
from chalicelib.processes.goals.model import LONGEST_MEASURE, MOST_STUDENTS, KeptGoal
from chalicelib.processes.views import (
    ShareView,
    part_view,
    round_percent,
)
from chalicelib.rendering import one_line
from chalicelib.teams.levels import Levels
from chalicelib.web.id_names import NamedStudentView
from chalicelib.web.representation import Body, Representation

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
PATH = "/v1/processes/{process_id}/goals"


Students = Annotated[
    tuple[Annotated[str, Field(min_length=1, max_length=255)], ...],
    Field(max_length=MOST_STUDENTS),
]


def _day(given: object) -> date | None:
    """Read a day that a goal can be for. Raises `ValueError`."""
    if given is None:
        return None
    written = given.strip() if isinstance(given, str) else ""
    if _WRITTEN.fullmatch(written):
        day = date.fromisoformat(written)
        if FIRST_DAY <= day <= LAST_DAY:
            return day
    msg = "Write the day as year-month-day between 2000 and 2100, for example 2026-11-20."
    raise ValueError(msg)


_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class NewGoal(Body):
    """A teacher's whole decision about a goal. Students who meet it already always count."""

    added: Students = Field(default=(), validation_alias="added_student_ids")
    """Students below the level to meet who are taken in, by their ids. Example: `["20417"]`"""
    removed: Students = Field(default=(), validation_alias="removed_student_ids")
    """Preselected students who are left out, by their ids. Example: `["20418"]`"""
    until: Annotated[date | None, BeforeValidator(_day)] = Field(
        default=None, validation_alias="target_date"
    )
    """The day by which students should reach the goal; null for none. Example: `2026-12-11`"""
    measure: Annotated[str, Field(max_length=LONGEST_MEASURE), AfterValidator(one_line)] = ""
    """The measure; the post-test if it is left out. Example: `Post-test on fractions`"""

    def goal(self) -> KeptGoal:
        """Return the service's input."""
        added, removed = (tuple(dict.fromkeys(each)) for each in (self.added, self.removed))
        return KeptGoal(added=added, removed=removed, until=self.until, measure=self.measure)


class GoalFiguresView(Representation):
    """A goal in numbers: from how many of the pre-tested to how many."""

    baseline: ShareView
    """The part of the pre-tested who meet already."""
    target: ShareView
    """The part of the pre-tested who are to meet: those who do, and those who are selected."""
    tested: int
    """How many students have the pre-test. Example: `24`"""
    proficient: int = Field(serialization_alias="proficient_count")
    """How many of them meet already. Example: `10`"""
    close: int = Field(serialization_alias="close_count")
    """How many are preselected: no more than 5 points below. Example: `4`"""
    added: int = Field(serialization_alias="added_count")
    """How many the teacher added. Example: `1`"""
    removed: int = Field(serialization_alias="removed_count")
    """How many preselected students the teacher left out. Example: `0`"""
    classes: int = Field(serialization_alias="class_count")
    """How many classes have the pre-test. Example: `5`"""
    decided: int = Field(serialization_alias="decided_class_count")
    """How many of these classes have a goal that their teacher set. The others count as
    preselected.

    Example: `3`
    """
    sentence: str = Field(serialization_alias="message")
    """The goal written out, to show.

    Example: `62.5% of students will meet the standard by December 11.`
    """


class GoalStudentView(NamedStudentView):
    """A student with the pre-test, and the student's part in the goal."""

    percent: float
    """The student's result of the pre-test, in percent. Example: `68`"""
    level: int
    """The level's number, from 1, the lowest. Example: `3`"""
    level_name: str
    """The level's name. Example: `Mastery`"""
    part: GoalPart
    """The student's part in the goal."""
    selected: bool
    """Whether the student is to meet by the goal's day."""
    why: str = Field(serialization_alias="message")
    """The student's part in the goal, in words. Example: `2 points below Meets: preselected.`"""


def figures_view(goal: Goal, sentence: str) -> GoalFiguresView:
    """Render a goal in numbers."""
    return GoalFiguresView(**goal_facts(goal, sentence))


def goal_facts(goal: Goal, sentence: str) -> dict[str, object]:
    return {
        "baseline": part_view(goal.proficient, goal.tested, goal.target),
        "target": part_view(goal.aimed, goal.tested, goal.baseline),
        "tested": goal.tested,
        "proficient": goal.proficient,
        "close": goal.close,
        "added": goal.added,
        "removed": goal.removed,
        "classes": goal.classes,
        "decided": goal.chosen,
        "sentence": sentence,
    }


def student_views(figures: ClassGoal, levels: Levels) -> list[GoalStudentView]:
    """Render the students, the best first."""
    best_first = sorted(figures.students, key=lambda each: -each.share)  # equals stay by name
    return [_student(each, levels) for each in best_first]


def _student(each: GoalStudent, levels: Levels) -> GoalStudentView:
    return GoalStudentView(
        student=each.student,
        given=each.given,
        family=each.family,
        percent=round_percent(each.share, goal_cuts(levels)),
        level=each.level,
        level_name=levels.bands[each.level - 1].name,
        part=each.part,
        selected=each.selected,
        why=describe_part(each.part, each.share, levels),
    )
