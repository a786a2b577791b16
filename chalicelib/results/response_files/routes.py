"""HTTP for responses that come from files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol

from pydantic import Field

from chalicelib.days import Day
from chalicelib.results.clashes import shown_cell
from chalicelib.results.model import FORM_A, Status, points_cell, response_cell
from chalicelib.web.policy import TEACHERS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes
from chalicelib.web.sent_files import FileProblemView, SentFile

from .model import By, ColumnFound, Entry, Layout, Mapping, Role, Score
from .service import Import, SentResponses

if TYPE_CHECKING:
    from .service import ResponseFiles

    class ResultsResponseFilesServices(Protocol):
        """What the edge hands to these views."""

        response_files: ResponseFiles

    ResultsResponseFilesRequest = Request[ResultsResponseFilesServices]


routes = Routes("Result sheets")

PREVIEWED = 10
"""Students shown with what was understood of them."""


class SentResponseFile(SentFile):
    """A file of responses. Without `apply` it is only looked at.

    `mapping` says which column means what, as an answer without `apply` gave it, corrected; without
    it, it is guessed. `accept_problems` enters what can be used and leaves out the rest.
    `given_date` is the day of the test.
    """

    layout: Literal["auto", "wide", "long"] = "auto"
    mapping: Mapping | None = None
    apply: bool = False
    accept_problems: bool = False
    given: Day | None = Field(default=None, validation_alias="given_date")

    def sent(self) -> SentResponses:
        """Give what the service is told."""
        return SentResponses(
            self.source,
            None if self.layout == "auto" else Layout(self.layout),
            self.mapping,
            self.accept_problems,
            self.given.isoformat() if self.given else None,
        )


class ColumnUseView(Representation):
    """What a column is taken for; `number` is the question of one that is about a question."""

    column: int
    role: Role
    number: int | None


class MappingView(Representation):
    """Which column means what. Correct it and send it back as `mapping`.

    `header` is the row of names, 0 if there is none. Columns that are not named are ignored.
    """

    layout: Layout
    header: int
    student_by: By
    columns: tuple[ColumnUseView, ...]


class ColumnView(Representation):
    """A column of the file: its name, the first values in it, and what it was taken for."""

    column: int
    name: str
    role: Role
    number: int | None
    samples: tuple[str, ...]


class ResponsePreviewView(Representation):
    """What was understood of one student; `cells` in the order of the items, as on the sheet.

    A null in `cells` is left as it is on the sheet.
    """

    student: str = Field(serialization_alias="student_id")
    given: str = Field(serialization_alias="given_name")
    family: str = Field(serialization_alias="family_name")
    rows: tuple[int, ...]
    status: Status | None
    version: str | None
    cells: list[dict[str, Any] | None]


class ResponseFileView(Representation):
    """What a file means for a sheet; `student_count` is of how many it has something to enter.

    `made_present_student_ids` names the students whom it makes present who were absent or exempt.
    """

    tracker: str = Field(serialization_alias="tracker_id")
    assessment: str = Field(serialization_alias="assessment_id")
    class_id: str
    version: int
    applied: bool
    fits: bool
    encoding: str
    separator: str
    rows: int = Field(serialization_alias="row_count")
    students: int = Field(serialization_alias="student_count")
    made_present: tuple[str, ...] = Field(serialization_alias="made_present_student_ids")
    forms: tuple[str, ...]
    columns: tuple[ColumnView, ...]
    mapping: MappingView | None
    preview: list[ResponsePreviewView]
    problems: tuple[FileProblemView, ...]

    @classmethod
    def of(cls, subject: Import) -> ResponseFileView:
        """Render what was understood and what was not."""
        file, sheet = subject.file, subject.sheet
        return cls(
            tracker=sheet.classroom.tracker.id,
            assessment=sheet.sheet.assessment,
            class_id=sheet.sheet.school_class,
            version=subject.version,
            applied=subject.applied,
            fits=file.fits,
            encoding=file.encoding,
            separator=file.separator,
            rows=file.rows,
            students=len(file.entries),
            made_present=subject.made_present,
            forms=(FORM_A, *sorted(sheet.assessment.contents.versions)),
            columns=tuple(map(_column, file.columns)),
            mapping=MappingView.of(file.mapping) if file.mapping else None,
            preview=_preview(subject),
            problems=tuple(map(FileProblemView.of, file.problems)),
        )


def _column(found: ColumnFound) -> ColumnView:
    return ColumnView.of(found)


def _preview(subject: Import) -> list[ResponsePreviewView]:
    names = {seat.student: (seat.given, seat.family) for seat in subject.sheet.seats}
    items = len(subject.sheet.assessment.contents.items)
    return [_previewed(each, names, items) for each in subject.file.entries[:PREVIEWED]]


def _previewed(entry: Entry, names: dict[str, tuple[str, str]], items: int) -> ResponsePreviewView:
    given, family = names.get(entry.student, ("", ""))
    return ResponsePreviewView(
        student=entry.student,
        given=given,
        family=family,
        rows=entry.rows,
        status=entry.status,
        version=entry.form,
        cells=[_cell(entry.scores.get(place)) for place in range(items)],
    )


def _cell(score: Score | None) -> dict[str, Any] | None:
    if score is None:
        return None
    if score.points is not None:
        return shown_cell(points_cell(score.points))
    return shown_cell(response_cell(score.response or ""))


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
    request: ResultsResponseFilesRequest, tracker_id: str, assessment_id: str
) -> Import:
    """Look at a file of responses; with `apply` enter it as if by hand."""
    body: SentResponseFile = request.body
    files, sent = request.services.response_files, body.sent()
    if body.apply:
        return files.apply(request.act, tracker_id, assessment_id, request.version, sent)
    return files.look(request.caller, tracker_id, assessment_id, sent)
