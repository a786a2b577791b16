"""HTTP for choosing trackers: what would match."""

from __future__ import annotations

from chalicelib.distribution.matching import SENTENCES
from chalicelib.distribution.planning import Choice, SchoolCount
from chalicelib.paging import Page
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes
from chalicelib.wiring import services

routes = Routes("Distribution")


class SchoolMatchView(Representation):
    """How many trackers of a school match the assessment, of how many."""

    school: str
    name: str
    matching: int
    trackers: int


class ChoiceView(Representation):
    """A tracker of an expanded school; `matches` is false with a reason and the way out."""

    tracker: str
    title: str
    class_title: str
    owner: str
    owner_name: str
    matches: bool
    reason: str = ""
    explanation: str = ""
    missing: tuple[str, ...] = ()

    @classmethod
    def of(cls, subject: Choice) -> ChoiceView:
        """Render a tracker with its explanation."""
        row, why = subject.row, subject.why
        return cls(
            tracker=row.id,
            title=row.title,
            class_title=row.class_title,
            owner=row.owner,
            owner_name=row.owner_name,
            matches=why is None,
            reason=why.reason.value if why else "",
            explanation=SENTENCES[why.reason] if why else "",
            missing=subject.missing,
        )


@routes.get(
    "/v1/assessments/{assessment_id}/matches",
    policy=DISTRICT_ADMINS,
    answer=SchoolMatchView,
    listed=True,
    summary="Count the matching trackers of every school",
)
def list_matches(request: Request, assessment_id: str) -> Page[SchoolCount]:
    """Count matching and all trackers per school, before any is expanded."""
    return services().choosing.matches(
        request.caller, assessment_id, request.window.limit, request.window.after
    )


@routes.get(
    "/v1/assessments/{assessment_id}/matches/{school_id}",
    policy=DISTRICT_ADMINS,
    answer=ChoiceView,
    listed=True,
    summary="List a school's trackers, and why some do not match",
)
def list_school_matches(request: Request, assessment_id: str, school_id: str) -> Page[Choice]:
    """Expand one school."""
    window = request.window
    return services().choosing.expand(
        request.caller, assessment_id, school_id, window.limit, window.after
    )
