"""HTTP for the growth of a process's students."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.processes.analytics.effects import EffectSize
from chalicelib.processes.analytics.growth import GoalOutcome, Growth, GrowthRow, Movement
from chalicelib.processes.analytics.model import SubjectKind, Withheld, WithheldReason
from chalicelib.processes.analytics.sentences import (
    ROUNDED,
    describe_effect,
    describe_growth,
    describe_movement,
    describe_outcome,
    describe_unpaired,
    describe_withheld,
)
from chalicelib.processes.analytics.unpaired import UnpairedReason
from chalicelib.processes.analytics_views.service import Grown
from chalicelib.processes.analytics_views.views import PATH, SideBySideView, side_by_side
from chalicelib.processes.scores import ProcessTest
from chalicelib.processes.views import (
    ProcessLevelView,
    ShareView,
    TaughtClassView,
    level_views,
    part_view,
    round_percent,
)
from chalicelib.suppression import FEWEST, FEWEST_IN_WORDS
from chalicelib.teams.levels import Levels
from chalicelib.web.id_names import NO_LINKS, LinksTo, NamedTeacherView, SchoolName
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.processes.wiring import ProcessesWiring

routes = Routes("Process figures")


class WithheldFigureView(Representation):
    """Why a figure is not shown."""

    reason: WithheldReason
    """Why it is not shown."""
    n: int | None = Field(serialization_alias="student_count")
    """How many students have both tests; null where that is hidden, too. Example: `3`"""
    said: str = Field(serialization_alias="message")
    """Why it is not shown, in a sentence. Example: `Fewer than five students have both tests.`"""


class EffectSizeView(Representation):
    """Cohen's d for paired scores, with Bonett's 95% interval."""

    d: float = Field(serialization_alias="effect_size")
    """Cohen's d for paired scores, by the average variance; below 0 a loss. Example: `0.62`"""
    adjusted: float = Field(serialization_alias="adjusted_effect_size")
    """The same, corrected for small samples. Example: `0.6`"""
    error: float = Field(serialization_alias="standard_error")
    """The standard error of the effect size. Example: `0.14`"""
    lower: float
    """Where Bonett's 95% interval begins. Example: `0.34`"""
    upper: float
    """Where Bonett's 95% interval ends. Example: `0.9`"""
    n: int = Field(serialization_alias="student_count")
    """How many students it is of. Example: `48`"""


class MovementView(Representation):
    """How students moved between levels."""

    matrix: list[list[int]]
    """How many students were at each level before (rows) and after (columns), the lowest first.

    Example: `[[2, 3], [1, 8]]`
    """
    up: int
    """How many students are at a higher level. Example: `3`"""
    same: int = Field(serialization_alias="unchanged")
    """How many students are at the same level. Example: `10`"""
    down: int
    """How many students are at a lower level. Example: `1`"""
    n: int = Field(serialization_alias="student_count")
    """How many students it is of. Example: `14`"""
    said: str = Field(serialization_alias="message")
    """The same in words. Example: `3 of 14 students moved up.`"""


class GoalOutcomeView(Representation):
    """The goal against the post-test."""

    met: bool
    """Whether the goal was met."""
    target: ShareView
    """The part of the students who were to meet."""
    reached: ShareView
    """The part of the students who met on the post-test."""
    classes: int = Field(serialization_alias="class_count")
    """How many classes the goal is of. Example: `5`"""
    decided: int = Field(serialization_alias="decided_class_count")
    """How many of them have a goal that their teacher set. Example: `3`"""


class UnpairedStudentsView(Representation):
    """How many students have no complete result on this test, though on the other, and why."""

    test: ProcessTest
    """The test on which they have no complete result."""
    reason: UnpairedReason
    """Why they have none."""
    students: int = Field(serialization_alias="student_count")
    """How many students. Example: `2`"""


class GrowthView(Representation):
    """Growth of the students with both tests. Below 0 is a loss."""

    n: int | None = Field(serialization_alias="student_count")
    """How many students have both tests; null where that is hidden. Example: `48`"""
    said: str = Field(serialization_alias="message")
    """The growth in words. Example: `On average, students gained 12 points.`"""
    withheld: WithheldFigureView | None
    """Why nothing is shown; null when something is. Then all figures are null."""
    average: SideBySideView | None
    """The averages before and after."""
    gain: float | None = Field(serialization_alias="normalized_gain")
    """The gain as a percent of the possible gain; below 0 a loss. Example: `31.5`"""
    effect: EffectSizeView | None
    """The effect size, with its interval."""
    effect_said: str | None = Field(serialization_alias="effect_message")
    """The effect size in words; null without one. Example: `A medium effect.`"""
    movement: MovementView | None
    """How students moved between levels."""
    goal: GoalOutcomeView | None
    """The goal against the post-test."""
    goal_said: str | None = Field(serialization_alias="goal_message")
    """The same in words; null without a goal. Example: `The goal was met.`"""
    missing: dict[str, WithheldFigureView] = Field(serialization_alias="withheld_figures")
    """Why a single figure is not shown, by its name.

    - `normalized_gain`: The gain.
    - `effect`: The effect size.
    - `goal`: The goal.
    """
    left_out: list[UnpairedStudentsView]
    """Students who are in no change, by test and reason."""
    left_out_said: str = Field(serialization_alias="left_out_message")
    """The same in words; blank when there are none.

    Example: `2 students were absent on the post-test.`
    """


class TeacherGrowthView(NamedTeacherView, GrowthView):
    """The growth of one teacher's students."""


class ClassGrowthView(TaughtClassView, GrowthView):
    """The growth of one class."""


class SchoolGrowthView(GrowthView):
    """The growth of one school's classes."""

    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    school_name: SchoolName = None


class GrowthReportView(Representation):
    """Growth of team, teachers and classes."""

    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    fewest: int = Field(serialization_alias="minimum_student_count")
    """Of fewer students than this nothing is shown. Example: `5`"""
    levels: list[ProcessLevelView]
    """The team's levels, the lowest first."""
    team: GrowthView
    """The growth of the team."""
    schools: list[SchoolGrowthView]
    """For an administrator who sees a part: the growth of each of their schools."""
    teachers: list[TeacherGrowthView]
    """The growth of each teacher's students."""
    classes: list[ClassGrowthView]
    """The growth of each class."""
    notes: list[str]
    """Further notes, in sentences. Example: `["3 students took one test alone."]`"""
    links: Annotated[dict[str, str], LinksTo.of(process="/v1/processes/{process_id}")] = NO_LINKS
    """Where to go on: the process."""

    @classmethod
    def of(cls, subject: Grown) -> GrowthReportView:
        figures, levels = subject.figures, subject.process.levels
        return cls(
            process_id=subject.process.id,
            fewest=FEWEST,
            levels=level_views(levels),
            team=GrowthView(**_growth(figures.team, levels)),
            schools=[
                SchoolGrowthView(school=school, **_growth(row, levels))
                for school, row in subject.schools.items()
            ],
            teachers=[_teacher(row, levels) for row in figures.teachers],
            classes=[_class(row, levels) for row in figures.classes],
            notes=[ROUNDED] if isinstance(figures.team.growth, Growth) else [],
        )


def _teacher(row: GrowthRow, levels: Levels) -> TeacherGrowthView:
    facts = _growth(row, levels)
    return TeacherGrowthView(teacher=row.subject.id, name=row.subject.name, **facts)


def _class(row: GrowthRow, levels: Levels) -> ClassGrowthView:
    about = row.subject
    return ClassGrowthView(
        class_id=about.id,
        title=about.name,
        teacher=about.teacher,
        teacher_name=about.teacher_name,
        **_growth(row, levels),
    )


def _growth(row: GrowthRow, levels: Levels) -> dict[str, object]:
    about = row.subject.kind
    left_out = {
        "left_out": [UnpairedStudentsView.of(each) for each in row.unpaired],
        "left_out_said": describe_unpaired(row.unpaired, about),
    }
    return _figures(row.growth, levels, about) | left_out


def _figures(growth: Growth | Withheld, levels: Levels, about: SubjectKind) -> dict[str, object]:
    if isinstance(growth, Withheld):
        return {**_NOTHING, "n": _n(growth), "said": describe_growth(growth, about=about),
                "withheld": _build_withheld_view(growth, about)}  # fmt: skip
    figures = {"normalized_gain": growth.gain, "effect": growth.effect, "goal": growth.outcome}
    missing = {
        n: _build_withheld_view(each, about)
        for n, each in figures.items()
        if isinstance(each, Withheld)
    }
    return {
        "n": growth.n,
        "said": describe_growth(growth, levels.cuts, about),
        "withheld": None,
        "average": side_by_side(growth.compared, levels.cuts),
        "gain": round_percent(growth.gain) if isinstance(growth.gain, Fraction) else None,
        "effect": _effect(growth.effect),
        "effect_said": describe_effect(growth.effect),
        "movement": _movement(growth.movement, about),
        "goal": _outcome(growth.outcome),
        "goal_said": describe_outcome(growth.outcome, levels, about),
        "missing": missing,
    }


_NOTHING: dict[str, object] = {
    **dict.fromkeys(("average", "gain", "effect", "effect_said", "movement", "goal", "goal_said")),
    "missing": {},
}


def _build_withheld_view(withheld: Withheld, about: SubjectKind) -> WithheldFigureView:
    text = describe_withheld(withheld, about)
    return WithheldFigureView(reason=withheld.reason, n=_n(withheld), said=text)


def _n(withheld: Withheld) -> int | None:
    return None if withheld.reason == WithheldReason.PROTECTED else withheld.n


def _effect(effect: EffectSize | Withheld) -> EffectSizeView | None:
    return None if isinstance(effect, Withheld) else EffectSizeView.of(effect)


def _movement(movement: Movement, about: SubjectKind) -> MovementView:
    return MovementView(
        matrix=[list(row) for row in movement.matrix],
        up=movement.up,
        same=movement.same,
        down=movement.down,
        n=movement.n,
        said=describe_movement(movement, about),
    )


def _outcome(outcome: GoalOutcome | Withheld) -> GoalOutcomeView | None:
    if isinstance(outcome, Withheld):
        return None
    goal = outcome.goal
    return GoalOutcomeView(
        met=outcome.met,
        target=part_view(goal.aimed, goal.tested, outcome.reached),
        reached=part_view(outcome.proficient, outcome.tested, goal.target),
        classes=goal.classes or len(goal.subject.classes),
        decided=goal.chosen,
    )


@routes.get(
    PATH + "/growth",
    policy=STAFF,
    answer=GrowthReportView,
    summary="Read growth of team, teachers and classes; "
    f"nothing below {FEWEST_IN_WORDS} matched students",
)
def read_growth(request: Request[ProcessesWiring], process_id: str) -> Grown:
    return request.services.process_figures.growth(request.caller, process_id)
