"""HTTP for one student's mastery, with what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.assessments.items import format_points
from chalicelib.frozen_models import StrictModel
from chalicelib.mastery.evidence import Evidence, EvidenceStatus
from chalicelib.mastery.views import MasteryLevelView, StudentStandardView, show_levels
from chalicelib.percents import percent
from chalicelib.web.id_names import NO_LINKS, LinksTo, NameOf, SetName, TitledAssessmentView
from chalicelib.web.policy import STAFF, TEACHERS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chalicelib.mastery.grid import Cell, StandardColumn
    from chalicelib.mastery.service import StudentBoard
    from chalicelib.mastery.wiring import MasteryWiring
    from chalicelib.paging import Page
    from chalicelib.scales.scale import MasteryScale

routes = Routes("Mastery")


class AskedStandard(StrictModel):
    """One standard (its code or identifier); by default all."""

    standard: Annotated[str, Field(min_length=1, max_length=255)] | None = None
    """Only this standard, by its code or identifier. Example: `3.NF.A.1`"""


class StudentResultView(TitledAssessmentView):
    """A test on a standard, and what it is to the student's mastery."""

    given: str = Field(serialization_alias="given_date")
    """The day on which the class was given it. Example: `2026-10-05`"""
    status: EvidenceStatus
    """Its effect on the mastery."""
    earned: str | None
    """The points earned on the standard's questions, as a decimal; null without a result.

    Example: `3.5`
    """
    possible: str | None
    """The points possible on them; null without a result. Example: `4`"""
    percent: float | None
    """The same in percent; null without a result. Example: `87.5`"""
    level: int | None
    """The level's number, from 1, the lowest; null without a result. Example: `3`"""
    name: str | None = Field(serialization_alias="level_name")
    """The level's name; null without a result. Example: `Mastery`"""

    @classmethod
    def render(cls, one: Evidence, scale: MasteryScale) -> StudentResultView:
        """Render a test."""
        result = one.result
        return cls.take(
            one,
            earned=None if result is None else format_points(result.earned),
            possible=None if result is None else format_points(result.possible),
            percent=None if result is None else percent(result.share, result.cuts),
            level=None if result is None else result.level,
            name=None if result is None else scale.names[result.level - 1],
        )


class StandardEvidenceView(StudentStandardView):
    """A student's mastery of a standard, with all tests on it."""

    statement: Annotated[str | None, NameOf("standard", "standard")] = None
    """The text of the standard; null if it is not known."""
    identifier: str
    """The standard's identifier at its publisher.

    Example: `6b9f5a1e-d7cc-11e8-824f-0242ac160002`
    """
    results: list[StudentResultView]
    """The tests on it that the class was given, the latest first."""

    @classmethod
    def render_with_evidence(
        cls, cell: Cell, column: StandardColumn, evidence: Sequence[Evidence], scale: MasteryScale
    ) -> StandardEvidenceView:
        known = StudentStandardView.render(cell, column, scale)
        results = [StudentResultView.render(each, scale) for each in evidence]
        return cls(**dict(known), identifier=column.identifier, results=results)


class StudentBoardView(Representation):
    """A student's mastery in a tracker, with what it is made of."""

    tracker: str = Field(serialization_alias="tracker_id")
    """The tracker's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The tracker's title. Example: `Math 3, period 2`"""
    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    class_title: str
    """The class's title. Example: `Math 3, period 2`"""
    past: bool
    """Whether the class is over."""
    standards_set_id: str
    """The set of the standards. Example: `jf.math.3`"""
    standards_set_name: SetName = None
    student: str = Field(serialization_alias="student_id")
    """The student's id in the roster. Example: `20417`"""
    given: str = Field(serialization_alias="given_name")
    """First name, as the person prefers to be called. Example: `Chidi`"""
    family: str = Field(serialization_alias="family_name")
    """Last name. Example: `Okafor`"""
    grade: str
    """The student's grade level, as the roster writes it; blank when it has none. Example: `03`"""
    levels: list[MasteryLevelView]
    """The tracker's mastery levels, with their colors."""
    calculation_rule: str
    """How several results become one mastery here, in words.

    Example: `The latest result counts.`
    """
    standards: list[StandardEvidenceView]
    """The standards that are tracked, with the student's mastery of each."""
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/trackers/{tracker_id}/mastery/{student_id}",
            grid="/v1/trackers/{tracker_id}/mastery",
            tracker="/v1/trackers/{tracker_id}",
        ),
    ] = NO_LINKS
    """Where to go on: the tracker, and its grid."""

    @classmethod
    def of(cls, subject: StudentBoard) -> StudentBoardView:
        """Render a student in a tracker."""
        tracker, made, line = subject.board.tracker, subject.board.grid, subject.line
        cells = zip(line.cells, made.columns, subject.evidence, strict=True)
        return cls.take(
            tracker,
            tracker=tracker.id,
            standards_set_id=tracker.set_id,
            student=line.student.id,
            given=line.student.given,
            family=line.student.family,
            grade=line.student.grade,
            levels=show_levels(made.scale),
            calculation_rule=made.calculation.rule,
            standards=[
                StandardEvidenceView.render_with_evidence(*each, made.scale) for each in cells
            ],
        )


@routes.get(
    "/v1/trackers/{tracker_id}/mastery/{student_id}",
    policy=STAFF,
    query=AskedStandard,
    answer=StudentBoardView,
    summary="See what a student's mastery in a tracker is made of",
)
def read_student_mastery(
    request: Request[MasteryWiring], tracker_id: str, student_id: str
) -> StudentBoard:
    """Read each standard's mastery with every test on it, and whether the calculation takes it."""
    asked = request.query or AskedStandard()
    return request.services.mastery_grids.open_student(
        request.caller, tracker_id, student_id, asked.standard
    )


@routes.get(
    "/v1/students/{student_id}/mastery",
    policy=TEACHERS,
    answer=StudentBoardView,
    listed=True,
    summary="See a student's mastery in all of your trackers",
)
def list_student_mastery(request: Request[MasteryWiring], student_id: str) -> Page[StudentBoard]:
    """Page through the trackers, not archived, that you own or work on and the student is in."""
    return request.services.mastery_grids.open_everywhere(
        request.caller, student_id, *request.window
    )
