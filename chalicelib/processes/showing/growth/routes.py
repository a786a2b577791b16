"""HTTP for the growth of a process's students."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from pydantic import Field

from chalicelib.processes.figures.effects import Effect
from chalicelib.processes.figures.growing import Growth, GrowthRow, Movement, Outcome
from chalicelib.processes.figures.model import Kind, Reason, Withheld
from chalicelib.processes.figures.unpaired import Lacking
from chalicelib.processes.figures.wording import (
    ROUNDED,
    effect_in_words,
    growth_in_words,
    movement_in_words,
    outcome_in_words,
    unpaired_in_words,
    withheld_in_words,
)
from chalicelib.processes.scores import Test
from chalicelib.processes.showing.comparison.routes import SideBySideView, side_by_side
from chalicelib.processes.showing.routes import PATH
from chalicelib.processes.showing.service import Grown
from chalicelib.processes.views import (
    ProcessLevelView,
    ShareView,
    level_views,
    part_view,
    shown_percent,
)
from chalicelib.suppression import FEWEST, FEWEST_IN_WORDS
from chalicelib.teams.levels import Levels
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.processes.showing.service import ProcessFigures

    class ProcessesShowingGrowthServices(Protocol):
        """What the edge hands to these views."""

        process_figures: ProcessFigures

    ProcessesShowingGrowthRequest = Request[ProcessesShowingGrowthServices]


routes = Routes("Process figures")


class WithheldFigureView(Representation):
    """Why a figure is not shown.

    `student_count` students have both tests, null where that is hidden, too.
    """

    reason: Reason
    n: int | None = Field(serialization_alias="student_count")
    said: str = Field(serialization_alias="message")


class EffectSizeView(Representation):
    """Cohen's d for paired scores (average variance) with Bonett's 95 % interval; below 0 a loss.

    Of `student_count` students. `adjusted_effect_size` is corrected for small samples;
    `standard_error` is the effect size's.
    """

    d: float = Field(serialization_alias="effect_size")
    adjusted: float = Field(serialization_alias="adjusted_effect_size")
    error: float = Field(serialization_alias="standard_error")
    lower: float
    upper: float
    n: int = Field(serialization_alias="student_count")


class MovementView(Representation):
    """Students by level: `matrix[before][after]`, the lowest level first."""

    matrix: list[list[int]]
    up: int
    same: int = Field(serialization_alias="unchanged")
    down: int
    n: int = Field(serialization_alias="student_count")
    said: str = Field(serialization_alias="message")


class GoalOutcomeView(Representation):
    """The goal against the post-test.

    `decided_class_count` of the `class_count` have a goal their teacher set.
    """

    met: bool
    target: ShareView
    reached: ShareView
    classes: int = Field(serialization_alias="class_count")
    decided: int = Field(serialization_alias="decided_class_count")


class UnpairedStudentsView(Representation):
    """How many students have no complete result on this test, though on the other, and why."""

    test: Test
    reason: Lacking
    students: int = Field(serialization_alias="student_count")


class GrowthView(Representation):
    """Growth of the `student_count` students with both tests, told in `message`. Below 0 is a loss.

    `withheld` says why nothing is shown; then all figures are null. A figure that is null by itself
    has its reason in `withheld_figures`. `normalized_gain`: what was gained of what there was to
    gain, in percent. `left_out`: who took one test alone; in a class or with a teacher, also who
    changed class.
    """

    n: int | None = Field(serialization_alias="student_count")
    said: str = Field(serialization_alias="message")
    withheld: WithheldFigureView | None
    average: SideBySideView | None
    gain: float | None = Field(serialization_alias="normalized_gain")
    effect: EffectSizeView | None
    effect_said: str | None = Field(serialization_alias="effect_message")
    movement: MovementView | None
    goal: GoalOutcomeView | None
    goal_said: str | None = Field(serialization_alias="goal_message")
    missing: dict[str, WithheldFigureView] = Field(serialization_alias="withheld_figures")
    left_out: list[UnpairedStudentsView]
    left_out_said: str = Field(serialization_alias="left_out_message")


class TeacherGrowthView(GrowthView):
    """The growth of one teacher's students."""

    teacher: str = Field(serialization_alias="teacher_id")
    name: str = Field(serialization_alias="teacher_name")


class ClassGrowthView(GrowthView):
    """The growth of one class."""

    class_id: str
    title: str
    teacher: str = Field(serialization_alias="teacher_id")
    teacher_name: str


class SchoolGrowthView(GrowthView):
    """The growth of one school's classes."""

    school: str = Field(serialization_alias="school_id")


class GrowthReportView(Representation):
    """Growth of team, teachers and classes.

    Of fewer than `minimum_student_count` students none is shown.

    `schools`: of an administrator who sees the part of their schools.
    """

    process_id: str
    fewest: int = Field(serialization_alias="minimum_student_count")
    levels: list[ProcessLevelView]
    team: GrowthView
    schools: list[SchoolGrowthView]
    teachers: list[TeacherGrowthView]
    classes: list[ClassGrowthView]
    notes: list[str]

    @classmethod
    def of(cls, subject: Grown) -> GrowthReportView:
        """Render the growth."""
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
        "left_out_said": unpaired_in_words(row.unpaired, about),
    }
    return _figures(row.growth, levels, about) | left_out


def _figures(growth: Growth | Withheld, levels: Levels, about: Kind) -> dict[str, object]:
    if isinstance(growth, Withheld):
        return {**_NOTHING, "n": _n(growth), "said": growth_in_words(growth, about=about),
                "withheld": _withheld(growth, about)}  # fmt: skip
    figures = {"normalized_gain": growth.gain, "effect": growth.effect, "goal": growth.outcome}
    missing = {
        n: _withheld(each, about) for n, each in figures.items() if isinstance(each, Withheld)
    }
    return {
        "n": growth.n,
        "said": growth_in_words(growth, levels.cuts, about),
        "withheld": None,
        "average": side_by_side(growth.compared, levels.cuts),
        "gain": shown_percent(growth.gain) if isinstance(growth.gain, Fraction) else None,
        "effect": _effect(growth.effect),
        "effect_said": effect_in_words(growth.effect),
        "movement": _movement(growth.movement, about),
        "goal": _outcome(growth.outcome),
        "goal_said": outcome_in_words(growth.outcome, levels, about),
        "missing": missing,
    }


_NOTHING: dict[str, object] = {
    **dict.fromkeys(("average", "gain", "effect", "effect_said", "movement", "goal", "goal_said")),
    "missing": {},
}


def _withheld(withheld: Withheld, about: Kind) -> WithheldFigureView:
    said = withheld_in_words(withheld, about)
    return WithheldFigureView(reason=withheld.reason, n=_n(withheld), said=said)


def _n(withheld: Withheld) -> int | None:
    return None if withheld.reason == Reason.PROTECTED else withheld.n


def _effect(effect: Effect | Withheld) -> EffectSizeView | None:
    return None if isinstance(effect, Withheld) else EffectSizeView.of(effect)


def _movement(movement: Movement, about: Kind) -> MovementView:
    return MovementView(
        matrix=[list(row) for row in movement.matrix],
        up=movement.up,
        same=movement.same,
        down=movement.down,
        n=movement.n,
        said=movement_in_words(movement, about),
    )


def _outcome(outcome: Outcome | Withheld) -> GoalOutcomeView | None:
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
def read_growth(request: ProcessesShowingGrowthRequest, process_id: str) -> Grown:
    """Read growth."""
    found: Grown = request.services.process_figures.growth(request.caller, process_id)
    return found
