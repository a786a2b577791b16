"""HTTP for class goals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.processes.analytics.formatting import format_part
from chalicelib.processes.analytics.goals import ClassGoal, Goal
from chalicelib.processes.analytics.sentences import goal_sentence
from chalicelib.processes.goals.model import GoalNumbers, KeptGoal
from chalicelib.processes.model import Process
from chalicelib.processes.views import (
    ProcessLevelView,
    TaughtClassView,
    explain_suppression,
    level_views,
)
from chalicelib.web.id_names import NO_LINKS, LinksTo, NamedTeacherView, SchoolName
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from .service import OpenGoal, OpenGoals, PreviewedGoal
from .views import (
    PATH,
    GoalFiguresView,
    GoalStudentView,
    NewGoal,
    figures_view,
    goal_facts,
    student_views,
)

if TYPE_CHECKING:
    from chalicelib.processes.wiring import ProcessesWiring


routes = Routes("Class goals")


class SetGoalView(TaughtClassView):
    """The goal of a class, as the list of goals and the goal itself show it."""

    until: date | None = Field(serialization_alias="target_date")
    """The day by which students should reach the goal; null when nobody named one.

    Example: `2026-12-11`
    """
    measure: str
    """The measure. Example: `Post-test on fractions`"""
    changed_since_set: str | None = Field(serialization_alias="changed_since_set_message")
    """The goal's figures when it was set, if they differ now because results or the team's levels
    have changed. Null if they did not differ.
    """


class GoalView(SetGoalView):
    """A class's goal."""

    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    version: int
    """The version, for `If-Match`; 0 while the preselection has not been changed.

    Example: `1`
    """
    goal: GoalFiguresView
    """The goal in numbers."""
    added: tuple[str, ...] = Field(serialization_alias="added_student_ids")
    """The ids of students that the teacher added. Example: `["20417"]`"""
    removed: tuple[str, ...] = Field(serialization_alias="removed_student_ids")
    """The ids of preselected students that the teacher removed. Example: `["20418"]`"""
    set_by: str | None = Field(serialization_alias="set_by_id")
    """The id of the person who set it; null while nobody has. Example: `T-311`"""
    set_by_name: str | None
    """The name of the person who set it; null while nobody has. Example: `Ana Ruiz`"""
    set_at: str | None
    """When it was set; null while nobody has. Example: `2026-10-05T15:04:05Z`"""
    levels: list[ProcessLevelView]
    """The team's levels, the lowest first."""
    students: list[GoalStudentView]
    """The students with the pre-test, the best first."""
    allowed: tuple[str, ...]
    """The actions that you can take.

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
        return cls.take(
            kept,
            process_id=subject.process.id,
            class_id=scores.school_class,
            title=scores.label,
            teacher=scores.teacher,
            teacher_name=scores.teacher_name,
            goal=figures_view(figures.goal, subject.sentence(figures)),
            measure=subject.measure,
            changed_since_set=_describe_earlier_goal(subject.numbers_before),
            set_by=kept.set_by or None,
            set_by_name=kept.set_by_name or None,
            set_at=kept.set_at or None,
            levels=level_views(levels),
            students=student_views(figures, levels),
            allowed=subject.allowed,
        )


class TeacherGoalView(NamedTeacherView, GoalFiguresView):
    """The goals of one teacher's classes, added up."""


class ClassGoalView(SetGoalView, GoalFiguresView):
    """One class's goal."""

    version: int
    """The version of the class's goal; 0 while nobody has decided. Example: `1`"""


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
    """The goals of all classes, added up; null where it would reveal results of fewer than five
    students of another school.
    """
    schools: list[SchoolGoalView]
    """For an administrator who sees a part: the goals of each of their schools."""
    teachers: list[TeacherGoalView]
    """The goals of each teacher's classes, added up."""
    classes: list[ClassGoalView]
    """The goal of each class."""
    notes: list[str]
    """Further notes, in sentences.

    Example: `["The team's figures are hidden to protect students of another school."]`
    """
    links: Annotated[dict[str, str], LinksTo.of(process="/v1/processes/{process_id}")] = NO_LINKS
    """Where to go on: the process."""

    @classmethod
    def of(cls, subject: OpenGoals) -> GoalsView:
        figures, process, hidden = subject.figures, subject.process, subject.hidden
        return cls(
            process_id=process.id,
            team=None
            if hidden
            else figures_view(figures.team, _write_sentence(figures.team, process)),
            schools=[
                SchoolGoalView(school=school, **goal_facts(goal, _write_sentence(goal, process)))
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


def _teacher(goal: Goal, process: Process) -> TeacherGoalView:
    facts = goal_facts(goal, _write_sentence(goal, process))
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
        **goal_facts(each.goal, _write_sentence(each.goal, subject.process, kept)),
    )


class GoalsQuery(Body):
    """How much of the goals."""

    team_only: bool = False
    """Leaves out the rows of teachers and classes."""


class GoalPreviewView(Representation):
    """The result of a class's goal, without saving it."""

    goal: GoalFiguresView
    """The class's goal in numbers."""
    team: GoalFiguresView | None
    """The team's goal in numbers, with this one in it; null where it is not shown to you."""
    students: list[GoalStudentView]
    """The students with the pre-test, the best first."""

    @classmethod
    def of(cls, subject: PreviewedGoal) -> GoalPreviewView:
        """Render a goal as it would be."""
        shown, team = subject.goal, subject.team
        figures, levels = shown.figures, shown.process.levels
        return cls(
            goal=figures_view(figures.goal, shown.sentence(figures)),
            team=figures_view(team, goal_sentence(team, levels)) if team else None,
            students=student_views(figures, levels),
        )


@routes.get(
    PATH,
    policy=STAFF,
    query=GoalsQuery,
    answer=GoalsView,
    summary="Read the goals per class and teacher, and their sum",
)
def read_goals(request: Request[ProcessesWiring], process_id: str) -> OpenGoals:
    query: GoalsQuery = request.query or GoalsQuery()
    return request.services.class_goals.of_process(
        request.caller, process_id, team_only=query.team_only
    )


@routes.get(
    PATH + "/{class_id}",
    policy=STAFF,
    answer=GoalView,
    summary="Read a class's goal: its students, the reasons, and the resulting percent",
)
def read_goal(request: Request[ProcessesWiring], process_id: str, class_id: str) -> OpenGoal:
    return request.services.class_goals.read(request.caller, process_id, class_id)


@routes.put(
    PATH + "/{class_id}",
    policy=STAFF,
    body=NewGoal,
    answer=GoalView,
    summary="Set a class's goal",
)
def set_goal(request: Request[ProcessesWiring], process_id: str, class_id: str) -> OpenGoal:
    """Set a goal.

    Students within 5 points below the level to meet are preselected. Send the students that you add
    and the students that you remove.
    """
    goal = request.body.goal()
    version = request.version
    return request.services.class_goals.set(request.act, process_id, class_id, version, goal)


@routes.post(
    PATH + "/{class_id}/preview",
    policy=STAFF,
    body=NewGoal,
    answer=GoalPreviewView,
    status=200,
    only_reads=True,
    summary="See the figures of a class's goal without setting it",
)
def preview_goal(
    request: Request[ProcessesWiring], process_id: str, class_id: str
) -> PreviewedGoal:
    """Look at a goal before it is set. It is refused as setting it would be."""
    return request.services.class_goals.preview(
        request.act, process_id, class_id, request.body.goal()
    )
