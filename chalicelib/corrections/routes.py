"""HTTP for corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Protocol

from pydantic import Field

from chalicelib.assessments.items import MOST_ITEMS
from chalicelib.paging import Page
from chalicelib.scales.scale import Cut
from chalicelib.suppression import FEWEST_IN_WORDS
from chalicelib.web.policy import AUTHORS
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from .model import Change, CutChange, Fixes, FormFix, ItemFix, Moved
from .service import AlsoCorrect, Progress, SchoolMoves, links

if TYPE_CHECKING:
    from .service import Corrections

    class CorrectionsServices(Protocol):
        """What the edge hands to these views."""

        corrections: Corrections

    CorrectionsRequest = Request[CorrectionsServices]


routes = Routes("Corrections")

Form = Annotated[str, Field(pattern="^[B-E]$")]


class NewFormFix(FormFix):
    """What is right for an item on a printed form."""

    item: Annotated[str, Field(min_length=1, max_length=40)] = Field(validation_alias="item_id")


class NewCorrection(Body):
    """What is to hold from now on; what is left out stays.

    `versions`: the keys of printed forms B to E, for the items whose key is corrected. `cuts`: cut
    scores in percent, ascending, one for each mastery level but the lowest.
    """

    items: Annotated[tuple[ItemFix, ...], Field(max_length=MOST_ITEMS)] = ()
    versions: dict[Form, Annotated[tuple[NewFormFix, ...], Field(max_length=MOST_ITEMS)]] = Field(
        default_factory=dict
    )
    cuts: Annotated[tuple[Cut, ...], Field(max_length=5)] | None = None
    reason: Annotated[str, Field(max_length=1_000)] = Field(default="", validation_alias="comment")

    def fixes(self) -> Fixes:
        """Give it as the domain's."""
        return Fixes(self.items, self.versions, self.cuts, self.reason)


class ItemChangeView(Representation):
    """One thing that was changed about an item. `form` is the printed form; empty for A."""

    item: str = Field(serialization_alias="item_id")
    number: int
    form: str
    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class CutChangeView(Representation):
    """Cut scores before and after."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class LevelMovesView(Representation):
    """Students by where the correction moved them: to a higher level, to a lower one, nowhere."""

    up: int
    down: int
    unchanged: int


class SchoolLevelMovesView(LevelMovesView):
    """One school's sheets and students."""

    school: str = Field(serialization_alias="school_id")
    name: str = Field(serialization_alias="school_name")
    sheets: int = Field(serialization_alias="sheet_count")


class StandardLevelMovesView(LevelMovesView):
    """Students by where they moved on one standard."""

    standard: str


class SheetCountsView(Representation):
    """How many result sheets are scored again; the total is unknown until they were counted."""

    done: int
    total: int | None


class OtherSittingView(Representation):
    """The same test given another time, with a key of its own. `link`: where you can correct it."""

    id: str
    title: str
    creator_name: str = Field(serialization_alias="created_by_name")
    link: str | None
    said: str = Field(serialization_alias="message")

    @classmethod
    def of(cls, subject: AlsoCorrect) -> Any:
        """Render a sitting."""
        header = subject.header
        way = "Correct it likewise" if subject.may else f"Ask {header.creator_name} to correct it"
        return cls(
            id=header.id,
            title=header.title,
            creator_name=header.creator_name,
            link=f"/v1/assessments/{header.id}/corrections" if subject.may else None,
            said=f"“{header.title}” is the same test given another time, and this correction does "
            f"not reach it. {way}, or growth compares results of two keys.",
        )


class CorrectionRowView(Representation):
    """A correction in a list. `state` is running or done."""

    id: str
    assessment: str = Field(serialization_alias="assessment_id")
    title: str = Field(serialization_alias="assessment_title")
    revision: int
    state: str
    by: str = Field(serialization_alias="created_by_id")
    by_name: str = Field(serialization_alias="created_by_name")
    at: str = Field(serialization_alias="created_at")
    finished: str | None = Field(serialization_alias="finished_at")
    reason: str = Field(serialization_alias="comment")
    changes: tuple[ItemChangeView, ...]
    cuts: CutChangeView | None
    links: dict[str, str]

    @classmethod
    def of(cls, subject: Progress) -> Any:
        """Render a correction."""
        return cls.model_validate(_facts(subject))


class CorrectionView(CorrectionRowView):
    """A correction with what it has moved so far: counts of students, never who.

    `schools` only for district administrators. For others who made the assessment, `students` and
    `standards` are null too while fewer than five students are counted, and `withheld_message` says
    why. `also_correct`: other sittings of the same test, as data teams give it twice.
    """

    sheets: SheetCountsView = Field(serialization_alias="sheet_counts")
    students: LevelMovesView | None
    standards: list[StandardLevelMovesView] | None
    schools: list[SchoolLevelMovesView] | None
    withheld: str | None = Field(serialization_alias="withheld_message")
    also_correct: list[OtherSittingView]


def _facts(subject: Progress) -> dict[str, Any]:
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


def _change(change: Change) -> ItemChangeView:
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
def create_correction(request: CorrectionsRequest, assessment_id: str) -> Progress:
    """Correct an assessment."""
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
def list_corrections(request: CorrectionsRequest, assessment_id: str) -> Page[Progress]:
    """List corrections."""
    return request.services.corrections.of_assessment(
        request.caller, assessment_id, request.window.limit, request.window.after
    )


@routes.get(
    "/v1/corrections/{correction_id}",
    policy=AUTHORS,
    answer=CorrectionView,
    summary="See how far a correction is, and how many students moved level; by school, and of "
    f"fewer than {FEWEST_IN_WORDS}, only for district administrators",
)
def read_correction(request: CorrectionsRequest, correction_id: str) -> Progress:
    """Read a correction."""
    return request.services.corrections.read(request.caller, correction_id)
