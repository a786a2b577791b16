"""HTTP for class goals."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Protocol

from pydantic import AfterValidator, BeforeValidator, Field

from chalicelib.processes.analytics.formatting import format_part
from chalicelib.processes.analytics.goals import ClassGoal, Goal, GoalPart, GoalStudent
from chalicelib.processes.analytics.reasons import describe_part, goal_cuts
from chalicelib.processes.analytics.sentences import goal_sentence
from chalicelib.processes.goals.model import LONGEST_MEASURE, MOST_STUDENTS, GoalNumbers, KeptGoal
from chalicelib.processes.model import Process
from chalicelib.processes.views import (
    ProcessLevelView,
    ShareView,
    explain_suppression,
    level_views,
    part_view,
    round_percent,
)
from chalicelib.rendering import one_line
from chalicelib.teams.levels import Levels
from chalicelib.web.id_names import NO_LINKS, LinksTo, SchoolName
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from .service import OpenGoal, OpenGoals

if TYPE_CHECKING:
    from .service import ClassGoals

    class ProcessesGoalsServices(Protocol):
        """What the edge hands to these views."""

        class_goals: ClassGoals

    ProcessesGoalsRequest = Request[ProcessesGoalsServices]


routes = Routes("Class goals")

PATH = "/v1/processes/{process_id}/goals"

Students = Annotated[
    tuple[Annotated[str, Field(min_length=1, max_length=255)], ...],
    Field(max_length=MOST_STUDENTS),
]


FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


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
    """What a teacher decides, as a whole. Students who meet already count without being named."""

    added: Students = Field(default=(), validation_alias="added_student_ids")
    """Students below the level to meet who are taken in, by their ids. Example: `["20417"]`"""
    removed: Students = Field(default=(), validation_alias="removed_student_ids")
    """Preselected students who are left out, by their ids. Example: `["20418"]`"""
    until: Annotated[date | None, BeforeValidator(_day)] = Field(
        default=None, validation_alias="target_date"
    )
    """The day by which the goal is to be reached; null for none. Example: `2026-12-11`"""
    measure: Annotated[str, Field(max_length=LONGEST_MEASURE), AfterValidator(one_line)] = ""
    """What it is measured by; without it the post-test. Example: `Post-test on fractions`"""

    def goal(self) -> KeptGoal:
        """Give what the service is told."""
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


class GoalStudentView(Representation):
    """A student with the pre-test, and the student's part in the goal."""

    student: str = Field(serialization_alias="student_id")
    """The student's id in the roster. Example: `20417`"""
    given: str = Field(serialization_alias="given_name")
    """First name, as the person prefers to be called. Example: `Chidi`"""
    family: str = Field(serialization_alias="family_name")
    """Last name. Example: `Okafor`"""
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


class GoalView(Representation):
    """A class's goal."""

    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    title: str
    """The class's title. Example: `Math 3, period 2`"""
    teacher: str = Field(serialization_alias="teacher_id")
    """The id of the teacher whose class it is. Example: `T-311`"""
    teacher_name: str
    """The teacher's name. Example: `Ana Ruiz`"""
    version: int
    """The version, for `If-Match`; 0 while nobody has decided and it is as preselected.

    Example: `1`
    """
    goal: GoalFiguresView
    """The goal in numbers."""
    until: date | None = Field(serialization_alias="target_date")
    """The day by which the goal is to be reached; null when nobody named one.

    Example: `2026-12-11`
    """
    measure: str
    """What it is measured by. Example: `Post-test on fractions`"""
    changed_since_set: str | None = Field(serialization_alias="changed_since_set_message")
    """What the goal came to when it was set, where it comes to something else now: results or the
    team's levels have changed. Null otherwise.
    """
    added: tuple[str, ...] = Field(serialization_alias="added_student_ids")
    """Students whom the teacher added, by their ids. Example: `["20417"]`"""
    removed: tuple[str, ...] = Field(serialization_alias="removed_student_ids")
    """Preselected students whom the teacher left out, by their ids. Example: `["20418"]`"""
    set_by: str | None = Field(serialization_alias="set_by_id")
    """The id of who set it; null while nobody has. Example: `T-311`"""
    set_by_name: str | None
    """The name of who set it; null while nobody has. Example: `Ana Ruiz`"""
    set_at: str | None
    """When it was set; null while nobody has. Example: `2026-10-05T15:04:05Z`"""
    levels: list[ProcessLevelView]
    """The team's levels, the lowest first."""
    students: list[GoalStudentView]
    """The students with the pre-test, the best first."""
    allowed: tuple[str, ...]
    """What you may do with it.

    - `set_goal`: Set it.
    """
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/processes/{process_id}/goals/{class_id}",
            process="/v1/processes/{process_id}",
            goals="/v1/processes/{process_id}/goals",
        ),
    ] = NO_LINKS
    """Where to go on: the process, and the goals of all classes."""

    @classmethod
    def of(cls, subject: OpenGoal) -> GoalView:
        """Render a class's goal."""
        scores, kept, figures = subject.scores, subject.kept, subject.figures
        levels = subject.process.levels
        return cls(
            process_id=subject.process.id,
            class_id=scores.school_class,
            title=scores.label,
            teacher=scores.teacher,
            teacher_name=scores.teacher_name,
            version=kept.version,
            goal=figures_view(figures.goal, subject.sentence(figures)),
            until=kept.until,
            measure=subject.measure,
            changed_since_set=_describe_earlier_goal(subject.numbers_before),
            added=kept.added,
            removed=kept.removed,
            set_by=kept.set_by or None,
            set_by_name=kept.set_by_name or None,
            set_at=kept.set_at or None,
            levels=level_views(levels),
            students=student_views(figures, levels),
            allowed=subject.allowed,
        )


class TeacherGoalView(GoalFiguresView):
    """The goals of one teacher's classes, added up."""

    teacher: str = Field(serialization_alias="teacher_id")
    """The id of the teacher whose class it is. Example: `T-311`"""
    name: str = Field(serialization_alias="teacher_name")
    """The teacher's name. Example: `Ana Ruiz`"""


class ClassGoalView(GoalFiguresView):
    """One class's goal."""

    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    title: str
    """The class's title. Example: `Math 3, period 2`"""
    teacher: str = Field(serialization_alias="teacher_id")
    """The id of the teacher whose class it is. Example: `T-311`"""
    teacher_name: str
    """The teacher's name. Example: `Ana Ruiz`"""
    version: int
    """The version of the class's goal; 0 while nobody has decided. Example: `1`"""
    until: date | None = Field(serialization_alias="target_date")
    """The day by which the goal is to be reached; null when nobody named one.

    Example: `2026-12-11`
    """
    measure: str
    """What it is measured by. Example: `Post-test on fractions`"""
    changed_since_set: str | None = Field(serialization_alias="changed_since_set_message")
    """What the goal came to when it was set, where it comes to something else now: results or the
    team's levels have changed. Null otherwise.
    """


class SchoolGoalView(GoalFiguresView):
    """The goals of one school's classes, added up."""

    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    school_name: SchoolName = None


class GoalsView(Representation):
    """The goals of a process: per class, per teacher, and the team's as their sum.

    A student in several classes counts once for a teacher and for the team.
    """

    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    team: GoalFiguresView | None
    """The goals of all classes, added up; null where it would tell on fewer than five students of
    another school.
    """
    schools: list[SchoolGoalView]
    """For an administrator who sees a part: the goals of each of their schools."""
    teachers: list[TeacherGoalView]
    """The goals of each teacher's classes, added up."""
    classes: list[ClassGoalView]
    """The goal of each class."""
    notes: list[str]
    """What else to know, in sentences.

    Example: `["The team's figures are hidden to protect students of another school."]`
    """
    links: Annotated[dict[str, str], LinksTo.of(process="/v1/processes/{process_id}")] = NO_LINKS
    """Where to go on: the process."""

    @classmethod
    def of(cls, subject: OpenGoals) -> GoalsView:
        """Render the goals."""
        figures, process, hidden = subject.figures, subject.process, subject.hidden
        return cls(
            process_id=process.id,
            team=None
            if hidden
            else figures_view(figures.team, _write_sentence(figures.team, process)),
            schools=[
                SchoolGoalView(school=school, **_sums(goal, _write_sentence(goal, process)))
                for school, goal in subject.schools.items()
            ],
            teachers=[_teacher(goal, process) for goal in figures.teachers],
            classes=[_class(each, subject) for each in figures.classes],
            notes=[f"The team's goal is not shown, {explain_suppression(hidden)}."]
            if hidden
            else [],
        )


def _describe_earlier_goal(numbers: GoalNumbers | None) -> str | None:
    if numbers is None:
        return None
    now, then = (format_part(n, numbers.tested) for n in (numbers.proficient, numbers.aimed))
    return (
        f"When it was set, its baseline was {now} and its target {then}. Results or the team's "
        "levels have changed since."
    )


def _write_sentence(goal: Goal, process: Process, kept: KeptGoal | None = None) -> str:
    known = kept or KeptGoal()
    measure = known.describe_measure(process)
    return goal_sentence(goal, process.levels, by=known.day, measure=measure)


def figures_view(goal: Goal, sentence: str) -> GoalFiguresView:
    """Render a goal in numbers."""
    return GoalFiguresView(**_sums(goal, sentence))


def _sums(goal: Goal, sentence: str) -> dict[str, object]:
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


def _teacher(goal: Goal, process: Process) -> TeacherGoalView:
    facts = _sums(goal, _write_sentence(goal, process))
    return TeacherGoalView(teacher=goal.subject.id, name=goal.subject.name, **facts)


def _class(each: ClassGoal, subject: OpenGoals) -> ClassGoalView:
    about = each.goal.subject
    kept = subject.kept.get(about.id, KeptGoal())
    return ClassGoalView(
        class_id=about.id,
        title=about.name,
        teacher=about.teacher,
        teacher_name=about.teacher_name,
        version=kept.version,
        until=kept.until,
        measure=kept.describe_measure(subject.process),
        changed_since_set=_describe_earlier_goal(kept.numbers_before(each.goal)),
        **_sums(each.goal, _write_sentence(each.goal, subject.process, kept)),
    )


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


class GoalsQuery(Body):
    """How much of the goals."""

    team_only: bool = False
    """Leaves out the rows of teachers and classes."""


@routes.get(
    PATH,
    policy=STAFF,
    query=GoalsQuery,
    answer=GoalsView,
    summary="Read the goals per class and teacher, and their sum",
)
def read_goals(request: ProcessesGoalsRequest, process_id: str) -> OpenGoals:
    """Add goals up."""
    query: GoalsQuery = request.query or GoalsQuery()
    return request.services.class_goals.of_process(
        request.caller, process_id, team_only=query.team_only
    )


@routes.get(
    PATH + "/{class_id}",
    policy=STAFF,
    answer=GoalView,
    summary="Read a class's goal: whom it names, why, and what that comes to",
)
def read_goal(request: ProcessesGoalsRequest, process_id: str, class_id: str) -> OpenGoal:
    """Read a goal."""
    found: OpenGoal = request.services.class_goals.read(request.caller, process_id, class_id)
    return found


@routes.put(
    PATH + "/{class_id}",
    policy=STAFF,
    body=NewGoal,
    answer=GoalView,
    summary="Set a class's goal",
)
def set_goal(request: ProcessesGoalsRequest, process_id: str, class_id: str) -> OpenGoal:
    """Set a goal.

    Students within 5 points below the level to meet are preselected. Send whom you add and whom you
    leave out.
    """
    goal = request.body.goal()
    version = request.version
    done: OpenGoal = request.services.class_goals.set(
        request.act, process_id, class_id, version, goal
    )
    return done
