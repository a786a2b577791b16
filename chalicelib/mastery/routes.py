"""HTTP for the mastery grid."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Protocol

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.acts import Answer
from chalicelib.percents import percent
from chalicelib.scales.calculation import Calculation
from chalicelib.scales.scale import Scale
from chalicelib.web.csv_files import csv_file
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .grid import SENTENCES, Cell, ClassSummary, Column, Counted, Grid, Line, NotCounted, Why
from .service import Board

if TYPE_CHECKING:
    from .service import MasteryGrids

    class MasteryServices(Protocol):
        """What the edge hands to these views."""

        mastery_grids: MasteryGrids

    MasteryRequest = Request[MasteryServices]


routes = Routes("Mastery")


class Asked(BaseModel):
    """One standard (its code or identifier), one student; all, unless said."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    standard: Annotated[str, Field(min_length=1, max_length=255)] | None = None
    student: Annotated[str, Field(min_length=1, max_length=255)] | None = Field(
        default=None, validation_alias="student_id"
    )


class StudentStandardView(Representation):
    """A student's mastery of a standard.

    `level` counts from 1 and is null while there is none; `share` is exact, `percent` is it for the
    eye: one decimal, and more where it would belong to another level. `assessment_count` is how
    many results are in it, `met_count` how many of them reached mastery, `latest_date` when the
    last one was given. `so_far_count` is how many more have only some of the standard's questions
    entered for the student: they do not count yet.
    """

    standard: str
    level: int | None
    name: str | None = Field(serialization_alias="level_name")
    percent: float | None
    share: str | None
    assessments: int = Field(serialization_alias="assessment_count")
    met: int = Field(serialization_alias="met_count")
    latest: str | None = Field(serialization_alias="latest_date")
    so_far: int = Field(serialization_alias="so_far_count")

    @classmethod
    def shown(cls, cell: Cell, column: Column, scale: Scale) -> StudentStandardView:
        """Render a cell."""
        said = cell.mastery
        return cls(
            standard=column.code,
            level=said.level,
            name=None if said.level is None else scale.names[said.level - 1],
            percent=percent(said.share, said.cuts),
            share=None if said.share is None else str(said.share),
            assessments=said.count,
            met=said.met,
            latest=cell.latest or None,
            so_far=cell.so_far,
        )


class StudentMasteryView(Representation):
    """A student of the class as it is now, with a cell for each standard in their order."""

    id: str
    given: str = Field(serialization_alias="given_name")
    family: str = Field(serialization_alias="family_name")
    grade: str
    mastery: list[StudentStandardView]

    @classmethod
    def shown(cls, line: Line, cells: Shown) -> StudentMasteryView:
        """Render a line."""
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

    def shown(number: int, cell: Cell) -> StudentStandardView:
        same = (number, id(cell))  # the grid keeps its cells, so identity will do
        if same not in made:
            made[same] = StudentStandardView.shown(cell, grid.columns[number], grid.scale)
        return made[same]

    return shown


class StandardMasteryView(Representation):
    """A standard that is tracked, and what the class makes of it.

    `student_count` is how many have a mastery, `students_by_level` how many of them per level, the
    lowest first; `percent` is the mean of theirs, `share` the same exactly, `meeting_count` how
    many are at mastery or above and `meeting_percent` what part of those who have one that is.
    """

    code: str
    identifier: str
    students: int = Field(serialization_alias="student_count")
    levels: tuple[int, ...] = Field(serialization_alias="students_by_level")
    percent: float | None
    share: str | None
    meeting: int = Field(serialization_alias="meeting_count")
    meeting_percent: float | None

    @classmethod
    def shown(
        cls, column: Column, summary: ClassSummary, cuts: tuple[str, ...]
    ) -> StandardMasteryView:
        """Render a standard's summary."""
        return cls(
            code=column.code,
            identifier=column.identifier,
            students=summary.students,
            levels=summary.levels,
            percent=percent(summary.average, cuts),
            share=None if summary.average is None else str(summary.average),
            meeting=summary.meeting,
            meeting_percent=percent(summary.meeting_share),
        )


class CountedAssessmentView(Representation):
    """An assessment that counts: when it was given, and for how many students.

    It counts for a student as soon as all its questions on one of the standards are entered.
    """

    assessment: str = Field(serialization_alias="assessment_id")
    title: str
    given: str = Field(serialization_alias="given_date")
    students: int = Field(serialization_alias="student_count")

    @classmethod
    def of(cls, subject: Counted) -> CountedAssessmentView:
        """Render an assessment that counts."""
        return cls.model_validate(subject)


class NotCountedAssessmentView(Representation):
    """An assessment of the tracker that counts nothing at present; `message` says why."""

    assessment: str = Field(serialization_alias="assessment_id")
    title: str
    why: Why = Field(serialization_alias="reason")
    message: str

    @classmethod
    def of(cls, subject: NotCounted) -> NotCountedAssessmentView:
        """Render an assessment that does not count."""
        return cls(
            assessment=subject.assessment,
            title=subject.title,
            why=subject.why,
            message=SENTENCES[subject.why],
        )


class MasteryView(Representation):
    """The grid of a tracker: its scale and calculation, its standards, its class's students.

    `calculation_rule` says how several results become one mastery, and what decides between two
    tests of one day.
    """

    tracker: str = Field(serialization_alias="tracker_id")
    title: str
    class_id: str
    class_title: str
    scale: Scale
    calculation: Calculation
    calculation_rule: str
    standards: list[StandardMasteryView]
    students: list[StudentMasteryView]
    assessments: list[CountedAssessmentView]
    not_counted: list[NotCountedAssessmentView]

    @classmethod
    def of(cls, subject: Board) -> MasteryView:
        """Render a grid."""
        tracker, grid = subject.tracker, subject.grid
        summed = zip(grid.columns, grid.summaries, strict=True)
        cells = _once(grid)
        return cls(
            tracker=tracker.id,
            title=tracker.title,
            class_id=tracker.class_id,
            class_title=tracker.class_title,
            scale=grid.scale,
            calculation=grid.calculation,
            calculation_rule=grid.calculation.rule,
            standards=[StandardMasteryView.shown(*each, grid.scale.cuts) for each in summed],
            students=[StudentMasteryView.shown(line, cells) for line in grid.lines],
            assessments=[CountedAssessmentView.of(each) for each in grid.counted],
            not_counted=[NotCountedAssessmentView.of(each) for each in grid.not_counted],
        )


@routes.get(
    "/v1/trackers/{tracker_id}/mastery",
    policy=STAFF,
    query=Asked,
    answer=MasteryView,
    summary="See a class's mastery: students by standards",
)
def read_mastery(request: MasteryRequest, tracker_id: str) -> Board:
    """Compute the grid."""
    asked = request.query or Asked()
    return request.services.mastery_grids.open(
        request.caller, tracker_id, asked.standard, asked.student
    )


@routes.get(
    "/v1/trackers/{tracker_id}/mastery.csv",
    policy=STAFF,
    query=Asked,
    media="text/csv",
    summary="Take a class's mastery along as a table (CSV)",
)
def download_mastery(request: MasteryRequest, tracker_id: str) -> Answer:
    """Compute the grid, as a file."""
    from .table import csv_of

    asked = request.query or Asked()
    board = request.services.mastery_grids.open(
        request.caller, tracker_id, asked.standard, asked.student
    )
    return csv_file(f"mastery-{board.tracker.id}", csv_of(board.grid))
