"""HTTP for corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from chalicelib.assessments.items import MOST_ITEMS
from chalicelib.paging import Page
from chalicelib.scales.scale import Cut
from chalicelib.suppression import FEWEST_IN_WORDS
from chalicelib.web.id_names import NamedSchoolView
from chalicelib.web.policy import AUTHORS
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from .model import CutChange, Fixes, FormFix, ItemChange, ItemFix, Moved
from .service import AlsoCorrect, CorrectionProgress, SchoolMoves, links

if TYPE_CHECKING:
    from .wiring import CorrectionsWiring

routes = Routes("Corrections")

Form = Annotated[str, Field(pattern="^[B-E]$")]


class NewFormFix(FormFix):
    """The correct answer for an item on a printed form."""

    item: Annotated[str, Field(min_length=1, max_length=40)] = Field(validation_alias="item_id")
    """The item's id within its assessment. Example: `q7`"""


class NewCorrection(Body):
    """The new values. Leave out what stays."""

    items: Annotated[tuple[ItemFix, ...], Field(max_length=MOST_ITEMS)] = ()
    """Items to correct. Leave out what stays."""
    versions: dict[Form, Annotated[tuple[NewFormFix, ...], Field(max_length=MOST_ITEMS)]] = Field(
        default_factory=dict
    )
    """Keys of the printed forms `B` to `E` to correct, for the items whose key is corrected."""
    cuts: Annotated[tuple[Cut, ...], Field(max_length=5)] | None = None
    """The percents at which the levels begin from now on, ascending, for all but the lowest.

    Example: `["50", "80", "90"]`
    """
    reason: Annotated[str, Field(max_length=1_000)] = Field(default="", validation_alias="comment")
    """Why it is corrected, for people who read the history.

    Example: `Item 7 had two right answers.`
    """

    def fixes(self) -> Fixes:
        """Return it as the domain's."""
        return Fixes(self.items, self.versions, self.cuts, self.reason)


class ItemChangeView(Representation):
    """One thing that was changed about an item."""

    item: str = Field(serialization_alias="item_id")
    """The item's id within its assessment. Example: `q7`"""
    number: int
    """The item's place on the test, from 1. Example: `7`"""
    form: str
    """The printed form; blank for form A. Example: `B`"""
    field: str
    """The changed part of the item.

    - `key`: The correct answer.
    - `points`: Its points.
    - `tolerance`: How far a number may be off.
    - `scoring`: How an answer earns points.
    """
    before: tuple[str, ...]
    """Its earlier value. Example: `["B"]`"""
    after: tuple[str, ...]
    """Its present value. Example: `["B", "C"]`"""


class CutChangeView(Representation):
    """Cut scores before and after."""

    before: tuple[str, ...]
    """The percents at which the levels began. Example: `["50", "80", "90"]`"""
    after: tuple[str, ...]
    """The percents at which they begin now. Example: `["50", "70", "90"]`"""


class LevelMovesView(Representation):
    """Students by where the correction moved them: to a higher level, to a lower one, nowhere."""

    up: int
    """How many students moved to a higher level. Example: `14`"""
    down: int
    """How many students moved to a lower level. Example: `2`"""
    unchanged: int
    """How many students kept their level. Example: `210`"""


class SchoolLevelMovesView(NamedSchoolView, LevelMovesView):
    """One school's sheets and students."""

    sheets: int = Field(serialization_alias="sheet_count")
    """How many of the school's result sheets were scored again. Example: `6`"""


class StandardLevelMovesView(LevelMovesView):
    """Students by where they moved on one standard."""

    standard: str
    """The standard's code. Example: `3.NF.A.1`"""


class SheetCountsView(Representation):
    """How many result sheets are scored again; the total is unknown until they were counted."""

    done: int
    """How many result sheets are scored again. Example: `40`"""
    total: int | None
    """How many there are; null until they were counted. Example: `42`"""


class OtherSittingView(Representation):
    """The same test given another time, with a key of its own."""

    id: str
    """The id of that other sitting. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """Its title. Example: `Unit 3: Fractions`"""
    creator_name: str = Field(serialization_alias="created_by_name")
    """The name of the person who made it. Example: `Dana Reyes`"""
    link: str | None
    """Where you can correct it; null when you may not.

    Example: `/v1/assessments/01J7Z5T0QK3W8V6M2N4P9R1S0A/corrections`
    """
    said: str = Field(serialization_alias="message")
    """The way out, in a sentence. Example: `Correct it there as well.`"""

    @classmethod
    def of(cls, subject: AlsoCorrect) -> Any:
        header = subject.header
        way = (
            "Correct it in the same way"
            if subject.may
            else f"Ask {header.creator_name} to correct it"
        )
        return cls.take(
            header,
            link=f"/v1/assessments/{header.id}/corrections" if subject.may else None,
            said=f"“{header.title}” is the same test given another time, and this correction does "
            f"not reach it. {way}, or growth compares results of two keys.",
        )


class CorrectionRowView(Representation):
    """A correction in a list."""

    id: str
    """The correction's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    assessment: str = Field(serialization_alias="assessment_id")
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str = Field(serialization_alias="assessment_title")
    """The assessment's title. Example: `Unit 3: Fractions`"""
    revision: int
    """Which correction of this assessment it is, from 1. Example: `1`"""
    state: str
    """Whether results are still being scored again.

    - `running`: Results are being scored again.
    - `done`: All results are scored again.
    """
    by: str = Field(serialization_alias="created_by_id")
    """The id of the person who corrected it. Example: `A-1`"""
    by_name: str = Field(serialization_alias="created_by_name")
    """The name of the person who corrected it. Example: `Dana Reyes`"""
    at: str = Field(serialization_alias="created_at")
    """When it was corrected. Example: `2026-10-05T15:04:05Z`"""
    finished: str | None = Field(serialization_alias="finished_at")
    """When all results were scored again; null before that. Example: `2026-10-05T15:07:00Z`"""
    reason: str = Field(serialization_alias="comment")
    """The reason for the correction; blank when none was given. Example:
    `Item 7 had two right answers.`
    """
    changes: tuple[ItemChangeView, ...]
    """The changed items."""
    cuts: CutChangeView | None
    """The changed cut scores; null when none changed."""
    links: dict[str, str]
    """Where to go on.

    - `self`: This correction.
    - `job`: The job that says how far it is.
    - `assessment`: The assessment.
    """

    @classmethod
    def of(cls, subject: CorrectionProgress) -> Any:
        return cls.model_validate(_facts(subject))


class CorrectionView(CorrectionRowView):
    """A correction with what it has moved so far: counts of students, never who.

    For others than district administrators, counts are withheld while fewer than five students are
    counted.
    """

    sheets: SheetCountsView = Field(serialization_alias="sheet_counts")
    """How many result sheets are scored again."""
    students: LevelMovesView | None
    """How many students moved level over all; null where it is withheld."""
    standards: list[StandardLevelMovesView] | None
    """How many students moved level on each standard; null where it is withheld."""
    schools: list[SchoolLevelMovesView] | None
    """The same by school; null for everybody but district administrators."""
    withheld: str | None = Field(serialization_alias="withheld_message")
    """Why numbers are withheld, in a sentence; null when none are.

    Example: `Fewer than five students are counted so far.`
    """
    also_correct: list[OtherSittingView]
    """Other sittings of the same test, which have keys of their own."""


def _facts(subject: CorrectionProgress) -> dict[str, Any]:
    correction = subject.state.correction
    return {
        **correction.model_dump(exclude={"changes", "cuts"}),
        "title": subject.header.title,
        "state": "done" if subject.state.done else "running",
        "finished": subject.state.finished or None,
        "changes": [_change(each) for each in correction.changes],
        "cuts": _cuts(correction.cuts),
        "links": links(correction),
        "sheets": {"done": subject.sheets, "total": subject.total},
        "students": None if subject.students is None else LevelMovesView.of(subject.students),
        "standards": None if subject.standards is None else _standards(subject.standards),
        "schools": None if subject.schools is None else _schools(subject.schools),
        "withheld": subject.withheld or None,
        "also_correct": [OtherSittingView.of(each) for each in subject.also],
    }


def _standards(standards: Mapping[str, Moved]) -> list[dict[str, Any]]:
    return [
        {"standard": code, **LevelMovesView.of(moved).model_dump()}
        for code, moved in standards.items()
    ]


def _schools(schools: Sequence[SchoolMoves]) -> list[dict[str, Any]]:
    return [
        {
            "school": each.school,
            "name": each.name,
            "sheets": each.sheets,
            **LevelMovesView.of(each.students).model_dump(),
        }
        for each in schools
    ]


def _change(change: ItemChange) -> ItemChangeView:
    return ItemChangeView.of(change)


def _cuts(change: CutChange | None) -> CutChangeView | None:
    return CutChangeView.of(change) if change else None


@routes.post(
    "/v1/assessments/{assessment_id}/corrections",
    policy=AUTHORS,
    body=NewCorrection,
    answer=CorrectionView,
    status=202,
    location="/v1/corrections/{id}",
    conditional=True,
    summary="Correct keys, points or cut scores after results exist; every class is scored again",
)
def create_correction(
    request: Request[CorrectionsWiring], assessment_id: str
) -> CorrectionProgress:
    """Correct an assessment.

    Use it when students have results and a key, points or cut scores were wrong. Every class is
    scored again; the correction says how many students moved level.
    """
    return request.services.corrections.correct(
        request.act, assessment_id, request.version, request.body.fixes()
    )


@routes.get(
    "/v1/assessments/{assessment_id}/corrections",
    policy=AUTHORS,
    answer=CorrectionRowView,
    listed=True,
    summary="List an assessment's corrections, the newest first",
)
def list_corrections(
    request: Request[CorrectionsWiring], assessment_id: str
) -> Page[CorrectionProgress]:
    return request.services.corrections.of_assessment(
        request.caller, assessment_id, *request.window
    )


@routes.get(
    "/v1/corrections/{correction_id}",
    policy=AUTHORS,
    answer=CorrectionView,
    summary="See a correction's progress and how many students moved level; by school, and for "
    f"fewer than {FEWEST_IN_WORDS}, only for district administrators",
)
def read_correction(request: Request[CorrectionsWiring], correction_id: str) -> CorrectionProgress:
    return request.services.corrections.read(request.caller, correction_id)
