"""HTTP for result sheets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from chalicelib.assessments.items import ItemKind, format_points
from chalicelib.days import Day, read_date
from chalicelib.paging import Page
from chalicelib.percents import percent
from chalicelib.rendering import shorten
from chalicelib.web.id_names import (
    NO_LINKS,
    Described,
    LinksTo,
    NamedStudentView,
    SetName,
    TitledAssessmentView,
)
from chalicelib.web.policy import STAFF, TEACHERS
from chalicelib.web.representation import Body, Reference, Representation
from chalicelib.web.routes import Request, Routes

from .conflicts import render_cell
from .entry_parsing import LeftOutEntry, ScoreEntry, SheetEntry, StudentEntry
from .model import FORM_A, PROMPT_SHOWN, ResultProgress, StudentPresence
from .open_sheets import ListedSheet, OpenSheet, Seat, attainment, average
from .views import LevelCountView, level_views

if TYPE_CHECKING:
    from .wiring import ResultsWiring

routes = Routes("Result sheets")

MOST_STUDENTS = 500
Whole = Annotated[int, Field(strict=True)]
Real = Annotated[float, Field(strict=True)]
"""Numbers only: `true` is no question's number, and no points."""


class ScoreBody(Body):
    """The entry for one item: one of the four."""

    item: Reference | Whole = Field(validation_alias="item_id")
    """The item's id, or its number on the sheet. Example: `q7`"""
    response: str | bool | int | float | list[str] | None = None
    """The student's answer: letters, true or false, a number, or a text. Example: `B`"""
    points: str | Whole | Real | None = None
    """Points given by hand, also in place of a response. Example: `1.5`"""
    omitted: bool | None = None
    """The student left it out, which earns nothing and counts as entered."""
    clear: bool | None = None
    """Nothing is entered any longer."""


class StudentBody(Body):
    """The entries for one student. Leave out what stays."""

    student: Reference = Field(validation_alias="student_id")
    """The student's id in the roster. Example: `20417`"""
    status: StudentPresence | None = None
    """Whether the student took part. Left out, it stays; scores make an absent student present."""
    version: Annotated[str, Field(pattern=r"^[A-E]$")] | None = None
    """The printed form that the student had, A to E. Responses are scored by its key.

    Example: `A`
    """
    scores: Annotated[tuple[ScoreBody, ...], Field(max_length=200)] = ()
    """The entries. Other items stay as they are."""


class LeftOutBody(Body):
    """Marks empty cells as left out in one act.

    A student's line stays if a colleague changed it meanwhile.
    """

    students: Annotated[tuple[Reference, ...], Field(max_length=MOST_STUDENTS)] = Field(
        default=(), validation_alias="student_ids"
    )
    """Students all of whose empty cells are marked, by their ids. It makes them present.

    Example: `["20417"]`
    """
    items: Annotated[tuple[Reference | Whole, ...], Field(max_length=200)] = Field(
        default=(), validation_alias="item_ids"
    )
    """Items whose empty cells are marked, by id or number, for every present student with something
    entered.

    Example: `["q7"]`
    """
    all: Annotated[bool, Field(strict=True)] = False
    """Marks the empty cells of the whole sheet, for every present student with something entered.
    """

    def entry(self) -> LeftOutEntry:
        """Return what the service is asked."""
        return LeftOutEntry(self.students, self.items, self.all)


class SheetChanges(Body):
    """The entries. Leave out what stays."""

    given: Day | None = Field(default=None, validation_alias="given_date")
    """The day on which the class took the test; today unless it was entered before.

    Example: `2026-10-05`
    """
    assessment_version: Annotated[int, Field(strict=True, ge=1)] | None = None
    """The sheet's `assessment_version`, for entering by number: if it has changed, nothing is
    saved.

    Example: `3`
    """
    students: Annotated[tuple[StudentBody, ...], Field(max_length=MOST_STUDENTS)] = ()
    """The entries, by student. Others stay as they are."""
    left_out: LeftOutBody = LeftOutBody()
    """Marks empty cells as left out, after everything else is entered."""

    def entry(self) -> SheetEntry:
        """Return the service's input, each part with its place in the request."""
        return SheetEntry(
            [_student(each, f"/students/{n}") for n, each in enumerate(self.students)],
            self.given.isoformat() if self.given else None,
            self.assessment_version,
            self.left_out.entry(),
        )


def _student(body: StudentBody, pointer: str) -> StudentEntry:
    scores = [
        ScoreEntry(
            each.item,
            each.response,
            each.points,
            each.omitted,
            each.clear,
            f"{pointer}/scores/{n}",
        )
        for n, each in enumerate(body.scores)
    ]
    return StudentEntry(body.student, body.status, body.version, scores, pointer)


class SheetStudentCountsView(Representation):
    """How many students of the sheet are how far."""

    complete: int
    """How many have everything entered. Example: `20`"""
    partial: int
    """How many have something entered. Example: `1`"""
    absent: int
    """How many were absent. Example: `2`"""
    exempt: int
    """How many need not take it. Example: `0`"""
    not_begun: int = Field(serialization_alias="not_started")
    """How many who are in the class now have nothing entered. Example: `1`"""


class SheetItemView(Representation):
    """An item of a result sheet."""

    id: str
    """The item's id within its assessment. Example: `q7`"""
    number: int
    """Its place on the sheet, from 1. Example: `7`"""
    kind: ItemKind
    """The form of an answer, and the way it is scored."""
    prompt: str
    """The question; blank where it stands on a printed document.

    Example: `Which fraction is equal to 1/2?`
    """
    points: str
    """Points as a decimal, written as text so that nothing is rounded. Example: `2.5`"""
    choices: int = Field(serialization_alias="choice_count")
    """How many choices it has; 0 for an item without choices. Example: `4`"""
    standards: tuple[str, ...]
    """The codes of the standards that it assesses. Example: `["3.NF.A.1"]`"""


class SheetStudentView(NamedStudentView):
    """A student on the sheet, with what is entered in the order of the items."""

    enrolled: bool
    """Whether the student is in the class now."""
    status: StudentPresence
    """Whether the student took part."""
    version: str
    """The printed form that the student had, A to E. Example: `A`"""
    stage: ResultProgress = Field(serialization_alias="progress")
    """How far the student's results are entered."""
    cells: list[Annotated[dict[str, Any], "EnteredCell"] | None]
    """The entry for each item, in their order; null where there is none."""
    scores: list[str | None]
    """The points for each item, in their order, as decimals; null where nothing is entered.

    Example: `["1", "0", null]`
    """
    earned: str | None
    """The points earned over what is entered, as a decimal; null where there is no result.

    Example: `17.5`
    """
    possible: str | None
    """The points possible over what is entered, as a decimal; null where there is no result.

    Example: `25`
    """
    percent: float | None
    """The result in percent, so far; null where there is none. Example: `70`"""
    level: int | None
    """The level's number, from 1, the lowest; null until everything is entered. Example: `3`"""
    so_far: bool
    """Whether not everything is entered yet."""
    uncounted: int = Field(serialization_alias="uncounted_cell_count")
    """How many cells are entered that do not count, because the student is marked absent or exempt.

    Example: `0`
    """


class SheetHeadView(TitledAssessmentView):
    """The fields of a result sheet that every view of it shows."""

    given: str | None = Field(serialization_alias="given_date")
    """The day on which the class was given it; null until results are saved.

    Example: `2026-10-05`
    """
    give_until: date | None = Field(serialization_alias="give_until_date")
    """The last day for the class to get it; null when nobody named one.

    Example: `2026-10-16`
    """
    stage: ResultProgress = Field(serialization_alias="state")
    """How far the class's results are entered."""
    levels: list[LevelCountView]
    """How many students reached each mastery level, the lowest first."""
    counts: SheetStudentCountsView
    """How many students there are, by how far they are."""
    average: float | None
    """The mean of the students with everything entered, in percent; null if there are none.

    Example: `71.4`
    """


class SheetView(SheetHeadView):
    """A class's results on an assessment."""

    tracker: str = Field(serialization_alias="tracker_id")
    """The tracker's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    assessment_version: int
    """The version of the assessment that the sheet is of. Example: `3`"""
    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    class_title: str
    """The class's title. Example: `Math 3, period 2`"""
    revision: int
    """How many corrections of the assessment are in its scores. Example: `0`"""
    standards_set_id: str
    """The set of the standards. Example: `jf.math.3`"""
    standards_set_name: SetName = None
    standards: tuple[str, ...]
    """The codes of all standards of the items. Example: `["3.NF.A.1"]`"""
    described_standards: Described = ()
    items: list[SheetItemView]
    """The items, in their order on the sheet."""
    students: list[SheetStudentView]
    """The students of the class, and those who left it with results."""
    forms: list[str]
    """The printed forms that have a key. Example: `["A", "B"]`"""
    processes: tuple[str, ...] = Field(serialization_alias="process_ids")
    """The open Mastery Processes in which its results count, by their ids. One that is finished and
    locked keeps what was entered until then.

    Example: `["01J7Z5T0QK3W8V6M2N4P9R1S0A"]`
    """
    allowed: tuple[str, ...]
    """The actions that you can take.

    - `enter`: Enter results.
    - `correct`: Correct keys, points or cut scores of the assessment.
    """
    made_present: tuple[str, ...] = Field(serialization_alias="made_present_student_ids")
    """Students who were absent or exempt until the save that this answers.

    Example: `["20417"]`
    """
    left_out: int = Field(serialization_alias="left_out_cell_count")
    """How many cells the save that this answers marked as left out by one act. Example: `0`"""
    version: int
    """The version, for `If-Match`; 0 until results are saved. Example: `3`"""
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/trackers/{tracker_id}/sheets/{assessment_id}",
            tracker="/v1/trackers/{tracker_id}",
            analysis="/v1/trackers/{tracker_id}/sheets/{assessment_id}/analysis",
            mastery="/v1/trackers/{tracker_id}/mastery",
        ),
    ] = NO_LINKS
    """Where to go on: the tracker, its mastery, and the analysis of the items."""

    @classmethod
    def of(cls, subject: OpenSheet) -> SheetView:
        sheet, tracker = subject.sheet, subject.classroom.tracker
        return cls.take(
            subject,
            tracker=tracker.id,
            assessment=sheet.assessment,
            assessment_version=subject.assessment.version,
            class_id=sheet.school_class,
            class_title=subject.classroom.taught.title,
            given=sheet.given or None,
            give_until=read_date(subject.give_until),
            revision=sheet.scored.revision,
            levels=level_views(subject.scale, subject.summary.levels),
            counts=_counts(subject),
            average=percent(average(subject.summary), subject.scale.cuts),
            standards_set_id=subject.assessment.header.set_id,
            standards=subject.assessment.header.standards,
            items=_items(subject),
            students=[_seat(subject, seat) for seat in subject.seats],
            forms=[FORM_A, *sorted(subject.assessment.contents.versions)],
            processes=sheet.processes,
            version=sheet.version,
        )


class SheetRowView(SheetHeadView):
    """An assessment of the tracker, and how far its results are."""

    tracker_id: str
    """The tracker. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    version: int
    """The version of the result sheet; 0 until results are saved. Example: `3`"""
    links: Annotated[
        dict[str, str], LinksTo.of(sheet="/v1/trackers/{tracker_id}/sheets/{assessment_id}")
    ] = NO_LINKS
    """Where to go on: the `sheet`."""

    @classmethod
    def of(cls, subject: ListedSheet) -> SheetRowView:
        """Render a line of the list."""
        return cls(
            tracker_id=subject.tracker,
            assessment=subject.sheet.assessment,
            title=subject.title,
            given=subject.sheet.given or None,
            give_until=read_date(subject.give_until),
            stage=subject.stage,
            levels=level_views(subject.scale, subject.summary.levels),
            counts=_counts(subject),
            average=percent(average(subject.summary), subject.scale.cuts),
            version=subject.sheet.version,
        )


def _counts(subject: OpenSheet | ListedSheet) -> SheetStudentCountsView:
    summary = subject.summary
    return SheetStudentCountsView.take(summary, not_begun=subject.not_begun)


def _items(subject: OpenSheet) -> list[SheetItemView]:
    hidden = subject.hidden
    return [
        SheetItemView(
            id=item.id,
            number=number,
            kind=item.kind,
            prompt="" if hidden else shorten(item.prompt, PROMPT_SHOWN),
            points=item.points,
            choices=len(item.choices),
            standards=item.standards,
        )
        for number, item in enumerate(subject.assessment.contents.items, 1)
    ]


def _seat(subject: OpenSheet, seat: Seat) -> SheetStudentView:
    row = seat.row
    got = attainment(subject.sheet, row)
    return SheetStudentView(
        student=seat.student,
        given=seat.given,
        family=seat.family,
        enrolled=seat.enrolled,
        status=row.status,
        version=row.form or FORM_A,
        stage=row.stage,
        cells=[render_cell(cell) for cell in row.cells],
        scores=[points or None for points in row.earned],
        earned=format_points(got.earned) if got else None,
        possible=format_points(got.possible) if got else None,
        percent=percent(got.share, subject.sheet.scored.cuts) if got else None,
        level=got.level if got else None,
        so_far=got is not None and got.level is None,
        uncounted=0 if row.status == StudentPresence.PRESENT else sum(map(bool, row.cells)),
    )


@routes.get(
    "/v1/trackers/{tracker_id}/sheets",
    policy=STAFF,
    answer=SheetRowView,
    listed=True,
    summary="List a tracker's assessments and how far their results are",
)
def list_sheets(request: Request[ResultsWiring], tracker_id: str) -> Page[ListedSheet]:
    """List sheets.

    The quickest way to see what a teacher still has to enter.
    """
    return request.services.sheets.of_tracker(request.caller, tracker_id, *request.window)


@routes.get(
    "/v1/trackers/{tracker_id}/sheets/{assessment_id}",
    policy=STAFF,
    answer=SheetView,
    summary="Open a class's result sheet on an assessment; version 0 if nobody has begun it",
)
def read_sheet(request: Request[ResultsWiring], tracker_id: str, assessment_id: str) -> OpenSheet:
    """Open a sheet.

    One sheet belongs to the class, whichever tracker it is opened from.
    """
    return request.services.sheets.open(request.caller, tracker_id, assessment_id)


@routes.patch(
    "/v1/trackers/{tracker_id}/sheets/{assessment_id}",
    policy=TEACHERS,
    body=SheetChanges,
    answer=SheetView,
    summary="Enter results; what others entered meanwhile stays",
)
def change_sheet(request: Request[ResultsWiring], tracker_id: str, assessment_id: str) -> OpenSheet:
    """Enter results.

    Send only what was entered, with the sheet's version. Entries of others are merged, student by
    student. Where somebody entered something else in the same place, nothing is saved and
    `conflicts` names each place.
    """
    body: SheetChanges = request.body
    opened: OpenSheet = request.services.sheets.enter(
        request.act, tracker_id, assessment_id, request.version, body.entry()
    )
    return opened
