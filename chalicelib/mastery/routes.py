"""HTTP for the mastery grid."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chalicelib.frozen_models import StrictModel
from chalicelib.percents import percent
from chalicelib.scales.calculation import Calculation
from chalicelib.scales.scale import MasteryScale
from chalicelib.tables import DataTable
from chalicelib.web.id_names import (
    NO_LINKS,
    LinksTo,
    NameOf,
    RosterStudentView,
    SetName,
    TitledAssessmentView,
)
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import CSV, Request, Routes

from .grid import (
    SENTENCES,
    Cell,
    ClassSummary,
    Grid,
    GridLine,
    NotCounted,
    NotCountedReason,
    StandardColumn,
)
from .service import MasteryBoard, RowOrder
from .views import MasteryLevelView, StudentStandardView, show_levels

if TYPE_CHECKING:
    from .wiring import MasteryWiring

routes = Routes("Mastery")


class MasteryQuery(StrictModel):
    """One standard (its code or identifier), one student; by default all."""

    standard: Annotated[str, Field(min_length=1, max_length=255)] | None = None
    """Only this standard, by its code or identifier. Example: `3.NF.A.1`"""
    student: Annotated[str, Field(min_length=1, max_length=255)] | None = Field(
        default=None, validation_alias="student_id"
    )
    """Only this student, by the id in the roster. Example: `20417`"""


class AskedGrid(MasteryQuery):
    """The same, and by what the students are sorted."""

    sort: Annotated[str, Field(min_length=1, max_length=255)] = "name"
    """By what the students are sorted: `name`, or a standard's code or identifier. Students without
    mastery of it come last.

    Example: `3.NF.A.1`
    """
    order: Literal["asc", "desc"] = "asc"
    """Upward or downward."""


class StudentMasteryView(RosterStudentView):
    """A student of the class as it is now, with a cell for each standard in their order."""

    mastery: list[StudentStandardView]
    """The student's mastery of each standard, in the order of `standards`."""

    @classmethod
    def render(cls, line: GridLine, cells: Shown) -> StudentMasteryView:
        student = line.student
        return cls(
            id=student.id,
            given=student.given,
            family=student.family,
            grade=student.grade,
            mastery=[cells(n, cell) for n, cell in enumerate(line.cells)],
        )


Shown = Callable[[int, Cell], StudentStandardView]
"""Renders a cell of a column; once for all students who share it."""


def _once(grid: Grid) -> Shown:
    made: dict[tuple[int, int], StudentStandardView] = {}

    def render_once(number: int, cell: Cell) -> StudentStandardView:
        same = (number, id(cell))  # the grid keeps its cells, so identity will do
        if same not in made:
            made[same] = StudentStandardView.render(cell, grid.columns[number], grid.scale)
        return made[same]

    return render_once


class StandardMasteryView(Representation):
    """A standard that is tracked, and what the class makes of it."""

    code: str
    """The standard's code. Example: `3.NF.A.1`"""
    statement: Annotated[str | None, NameOf("standard", "code")] = None
    """The text of the standard; null if it is not known."""
    identifier: str
    """The standard's identifier at its publisher.

    Example: `6b9f5a1e-d7cc-11e8-824f-0242ac160002`
    """
    students: int = Field(serialization_alias="student_count")
    """How many students have a mastery of it. Example: `22`"""
    levels: tuple[int, ...] = Field(serialization_alias="students_by_level")
    """How many of them are at each level, the lowest first. Example: `[2, 6, 14]`"""
    percent: float | None
    """The mean of their masteries in percent; null when there is none. Example: `81.3`"""
    share: str | None
    """The same mean as an exact fraction; null when there is none. Example: `143/176`"""
    meeting: int = Field(serialization_alias="meeting_count")
    """How many of them are at mastery or above. Example: `14`"""
    meeting_percent: float | None
    """The share of them, in percent; null when there is none. Example: `63.6`"""

    @classmethod
    def render(
        cls, column: StandardColumn, summary: ClassSummary, cuts: tuple[str, ...]
    ) -> StandardMasteryView:
        return cls.take(
            summary,
            code=column.code,
            identifier=column.identifier,
            percent=percent(summary.average, cuts),
            share=None if summary.average is None else str(summary.average),
            meeting_percent=percent(summary.meeting_share),
        )


class CountedAssessmentView(TitledAssessmentView):
    """An assessment that counts.

    It counts for a student as soon as all its questions on one of the standards are entered.
    """

    given: str = Field(serialization_alias="given_date")
    """The day on which the class was given it. Example: `2026-10-05`"""
    students: int = Field(serialization_alias="student_count")
    """For how many students it counts. Example: `22`"""


class NotCountedAssessmentView(TitledAssessmentView):
    """An assessment of the tracker that counts nothing at present."""

    why: NotCountedReason = Field(serialization_alias="reason")
    """Why it counts nothing at present."""
    message: str
    """The same in a sentence. Example: `Nobody has entered results yet.`"""

    @classmethod
    def of(cls, subject: NotCounted) -> NotCountedAssessmentView:
        """Render an assessment that does not count."""
        return cls.take(subject, message=SENTENCES[subject.why])


class MasteryView(Representation):
    """The mastery grid of a tracker: its class's students by the standards that it tracks."""

    tracker: str = Field(serialization_alias="tracker_id")
    """The tracker's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The tracker's title. Example: `Math 3, period 2`"""
    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    class_title: str
    """The class's title. Example: `Math 3, period 2`"""
    standards_set_id: str
    """The set of the standards. Example: `jf.math.3`"""
    standards_set_name: SetName = None
    scale: MasteryScale
    """The mastery levels of the grid."""
    levels: list[MasteryLevelView]
    """The same levels one by one, with their colors."""
    calculation: Calculation
    """How several results become one mastery here."""
    calculation_rule: str
    """The same in words, with what decides between two tests of one day.

    Example: `The latest result counts.`
    """
    standards: list[StandardMasteryView]
    """The standards that are tracked, with what the class makes of each."""
    students: list[StudentMasteryView]
    """The class's students as it is now."""
    assessments: list[CountedAssessmentView]
    """The assessments that count."""
    not_counted: list[NotCountedAssessmentView]
    """The assessments that count nothing at present, and why."""
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/trackers/{tracker_id}/mastery",
            csv="/v1/trackers/{tracker_id}/mastery.csv",
            tracker="/v1/trackers/{tracker_id}",
            sheets="/v1/trackers/{tracker_id}/sheets",
        ),
    ] = NO_LINKS
    """Where to go on: the tracker, its sheets, and the grid as CSV."""

    @classmethod
    def of(cls, subject: MasteryBoard) -> MasteryView:
        """Render a grid."""
        tracker, grid = subject.tracker, subject.grid
        summed = zip(grid.columns, grid.summaries, strict=True)
        cells = _once(grid)
        return cls.take(
            tracker,
            tracker=tracker.id,
            standards_set_id=tracker.set_id,
            scale=grid.scale,
            levels=show_levels(grid.scale),
            calculation=grid.calculation,
            calculation_rule=grid.calculation.rule,
            standards=[StandardMasteryView.render(*each, grid.scale.cuts) for each in summed],
            students=[StudentMasteryView.render(line, cells) for line in grid.lines],
            assessments=[CountedAssessmentView.of(each) for each in grid.counted],
            not_counted=[NotCountedAssessmentView.of(each) for each in grid.not_counted],
        )


@routes.get(
    "/v1/trackers/{tracker_id}/mastery",
    policy=STAFF,
    query=AskedGrid,
    answer=MasteryView,
    summary="See a class's mastery: students by standards",
)
def read_mastery(request: Request[MasteryWiring], tracker_id: str) -> MasteryBoard:
    """Compute the grid.

    Calculated from all results in the tracker whenever it is asked for.
    """
    asked = request.query or AskedGrid()
    order = RowOrder(asked.sort, descending=asked.order == "desc")
    return request.services.mastery_grids.open(
        request.caller, tracker_id, asked.standard, asked.student, order
    )


@routes.get(
    "/v1/trackers/{tracker_id}/mastery.csv",
    policy=STAFF,
    query=MasteryQuery,
    media=CSV,
    summary="Take a class's mastery along as a table (CSV)",
)
def download_mastery(request: Request[MasteryWiring], tracker_id: str) -> DataTable:
    from .table import rows_of

    asked = request.query or MasteryQuery()
    board = request.services.mastery_grids.open(
        request.caller, tracker_id, asked.standard, asked.student
    )
    return DataTable(f"mastery-{board.tracker.id}", *rows_of(board.grid))
