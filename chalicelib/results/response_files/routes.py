"""HTTP for responses that come from files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from chalicelib.days import Day
from chalicelib.results.conflicts import render_cell
from chalicelib.results.model import FORM_A, StudentPresence, points_cell, response_cell
from chalicelib.web.body_files import FileProblemView, SentFile
from chalicelib.web.id_names import NamedStudentView
from chalicelib.web.policy import TEACHERS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .model import (
    CellScore,
    ColumnFound,
    ColumnMapping,
    ColumnRole,
    ResponseFileLayout,
    StudentIdentifier,
    StudentResponses,
)
from .service import Import, SentResponses

if TYPE_CHECKING:
    from chalicelib.results.wiring import ResultsWiring

routes = Routes("Result sheets")

PREVIEWED = 10
"""Students shown with the responses that were understood."""


class SentResponseFile(SentFile):
    """A file of responses."""

    layout: Literal["auto", "wide", "long"] = "auto"
    """How the file is laid out.

    - `auto`: Find out.
    - `wide`: A row per student, a column per question.
    - `long`: A row per student and question.
    """
    mapping: ColumnMapping | None = None
    """Which column means what: as an earlier answer gave it, corrected. Without it, it is guessed.
    """
    apply: bool = False
    """Whether to enter the responses. Without it the file is only looked at."""
    accept_problems: bool = False
    """Whether to enter what can be used although the file has problems."""
    given: Day | None = Field(default=None, validation_alias="given_date")
    """The day on which the class was given the test. Example: `2026-10-05`"""

    def build_sent_responses(self) -> SentResponses:
        """Return the service's input."""
        return SentResponses(
            self.source,
            None if self.layout == "auto" else ResponseFileLayout(self.layout),
            self.mapping,
            self.accept_problems,
            self.given.isoformat() if self.given else None,
        )


class ColumnUseView(Representation):
    """The meaning of a column."""

    column: int
    """The column, from 1. Example: `3`"""
    role: ColumnRole
    """Its text."""
    number: int | None
    """The number of the question that it is about; null for other columns. Example: `7`"""
    part: str | None
    """The part of the question, where several columns of points make up one; else null.

    Example: `a`
    """


class ColumnMappingView(Representation):
    """Which column means what. Correct it and send it back."""

    layout: ResponseFileLayout
    """How the file is laid out."""
    header: int
    """The row with the names of the columns, from 1; 0 when there is none. Example: `1`"""
    student_by: StudentIdentifier
    """The way the file identifies a student."""
    columns: tuple[ColumnUseView, ...]
    """The meaning of the columns."""


class ColumnView(Representation):
    """A column of the file: its name, the first values in it, what it was taken for, and why."""

    column: int
    """The column, from 1. Example: `3`"""
    name: str
    """The column's name in the file; blank when it has none. Example: `Q7`"""
    role: ColumnRole
    """Its recognized meaning."""
    number: int | None
    """The number of the question that it is about; null for other columns. Example: `7`"""
    part: str | None
    """The part of the question, where several columns of points make up one; else null.

    Example: `a`
    """
    samples: tuple[str, ...]
    """The first values in it. Example: `["B", "C", "B"]`"""
    reason: str
    """Why it was taken for this, as a sentence. Example: `Its name says question 7.`"""
    consequence: str | None
    """The entries that would be wrong if the column meant something else; null where nothing is
    read.

    Example: `Answers of something else would be entered for question 7.`
    """


class ResponsePreviewView(NamedStudentView):
    """The entries that were read for one student."""

    rows: tuple[int, ...]
    """The rows of the file that are about the student. Example: `[2]`"""
    status: StudentPresence | None
    """Whether the student was present; null when the file does not say."""
    version: str | None
    """The printed form that the student had; null when the file does not say. Example: `A`"""
    cells: list[Annotated[dict[str, Any], "EnteredCell"] | None]
    """The entry for each item, in their order; null where the sheet stays as it is."""


class ResponseFileView(Representation):
    """The meaning of a response file for a result sheet."""

    tracker: str = Field(serialization_alias="tracker_id")
    """The tracker's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    assessment: str = Field(serialization_alias="assessment_id")
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    version: int
    """The version of the result sheet, for `If-Match`. Example: `3`"""
    applied: bool
    """Whether the responses were entered."""
    fits: bool
    """Whether nothing in the file is left to correct."""
    encoding: str
    """The file's encoding, as it was found out; `Excel workbook` for one. Example: `UTF-8`"""
    separator: str
    """The character between the columns; blank for a workbook. Example: `,`"""
    rows: int = Field(serialization_alias="row_count")
    """How many rows the file has. Example: `25`"""
    students: int = Field(serialization_alias="student_count")
    """For how many students it has something to enter. Example: `24`"""
    made_present: tuple[str, ...] = Field(serialization_alias="made_present_student_ids")
    """Students who were absent or exempt and become present, by their ids. Example: `["20417"]`"""
    forms: tuple[str, ...]
    """The printed forms that have a key. Example: `["A", "B"]`"""
    columns: tuple[ColumnView, ...]
    """The columns, and what each was taken for."""
    recognized_as: str | None
    """The product whose file this is, by its whole header; null when it is none that is known.

    Example: `a quiz in ZipGrade's full format`
    """
    mapping: ColumnMappingView | None
    """Which column means what; null when it could not be found out."""
    preview: list[ResponsePreviewView]
    """The entries that were read, by student."""
    problems: tuple[FileProblemView, ...]
    """Problems and oddities of the file."""

    @classmethod
    def of(cls, subject: Import) -> ResponseFileView:
        """Render what was understood and what was not."""
        file, sheet = subject.file, subject.sheet
        return cls.take(
            file,
            tracker=sheet.classroom.tracker.id,
            assessment=sheet.sheet.assessment,
            class_id=sheet.sheet.school_class,
            version=subject.version,
            applied=subject.applied,
            students=len(file.entries),
            made_present=subject.made_present,
            forms=(FORM_A, *sorted(sheet.assessment.contents.versions)),
            columns=tuple(map(_column, file.columns)),
            mapping=ColumnMappingView.of(file.mapping) if file.mapping else None,
            preview=_preview(subject),
            problems=tuple(map(FileProblemView.of, file.problems)),
        )


def _column(found: ColumnFound) -> ColumnView:
    return ColumnView.of(found)


def _preview(subject: Import) -> list[ResponsePreviewView]:
    names = {seat.student: (seat.given, seat.family) for seat in subject.sheet.seats}
    items = len(subject.sheet.assessment.contents.items)
    return [_build_preview(each, names, items) for each in subject.file.entries[:PREVIEWED]]


def _build_preview(
    entry: StudentResponses, names: dict[str, tuple[str, str]], items: int
) -> ResponsePreviewView:
    given, family = names.get(entry.student, ("", ""))
    return ResponsePreviewView.take(
        entry,
        given=given,
        family=family,
        version=entry.form,
        cells=[_cell(entry.scores.get(place)) for place in range(items)],
    )


def _cell(score: CellScore | None) -> dict[str, Any] | None:
    if score is None:
        return None
    if score.points is not None:
        return render_cell(points_cell(score.points))
    return render_cell(response_cell(score.response or ""))


@routes.post(
    "/v1/trackers/{tracker_id}/sheets/{assessment_id}/response-files",
    policy=TEACHERS,
    body=SentResponseFile,
    answer=ResponseFileView,
    status=200,
    conditional=True,
    summary="Look at responses in a file, or enter them into a class's sheet",
)
def import_response_file(
    request: Request[ResultsWiring], tracker_id: str, assessment_id: str
) -> Import:
    """Look at a file of responses; with `apply` enter it as if by hand.

    Send the file without `apply` first. The answer shows the meaning of each column, the reason,
    and the entries that another meaning would make wrong. Correct `mapping` and send it again with
    `apply`.
    """
    body: SentResponseFile = request.body
    files, sent = request.services.response_files, body.build_sent_responses()
    if body.apply:
        return files.apply(request.act, tracker_id, assessment_id, request.version, sent)
    return files.look(request.caller, tracker_id, assessment_id, sent)
