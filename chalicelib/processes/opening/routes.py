"""HTTP for the processes that a distribution opens in data teams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pydantic import Field

from chalicelib.paging import Page
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .model import ClassState, OpenedClass, State, TeamOpening, sentence

if TYPE_CHECKING:
    from .service import ProcessOpenings

    class ProcessesOpeningServices(Protocol):
        """What the edge hands to these views."""

        process_openings: ProcessOpenings

    ProcessesOpeningRequest = Request[ProcessesOpeningServices]


routes = Routes("Distribution")


class SkippedClassView(Representation):
    """A class whose tracker got the assessment, and why it does not work in the process."""

    class_id: str
    tracker_id: str
    teacher: str = Field(serialization_alias="teacher_id")
    reason: str
    explanation: str = Field(serialization_alias="message")

    @classmethod
    def of(cls, subject: OpenedClass) -> SkippedClassView:
        """Render a class."""
        return cls(
            class_id=subject.class_id,
            tracker_id=subject.tracker,
            teacher=subject.teacher,
            reason=subject.reason,
            explanation=sentence(subject.reason),
        )


class OpeningClassCountsView(Representation):
    """How many of a team's classes have the pre-test, are to get it, and do not get it."""

    active: int
    pending: int
    skipped: int


class TeamOpeningView(Representation):
    """What became of a data team.

    `already_existed`: it had a process with this very pre-test already.

    `reason` and `message` say why it is skipped, `skipped_classes` why each of these is.
    """

    team_id: str
    team_name: str
    school: str = Field(serialization_alias="school_id")
    state: State
    process_id: str | None
    found: bool = Field(serialization_alias="already_existed")
    reason: str
    explanation: str = Field(serialization_alias="message")
    classes: OpeningClassCountsView = Field(serialization_alias="class_counts")
    skipped_classes: list[SkippedClassView]
    links: dict[str, str]

    @classmethod
    def of(cls, subject: TeamOpening) -> TeamOpeningView:
        """Render a team."""
        skipped = [each for each in subject.classes if each.state == ClassState.SKIPPED]
        return cls(
            team_id=subject.team,
            team_name=subject.team_name,
            school=subject.school,
            state=subject.state,
            process_id=subject.process or None,
            found=subject.found,
            reason=subject.reason,
            explanation=sentence(subject.reason),
            classes=OpeningClassCountsView(**{s.value: subject.count(s) for s in ClassState}),
            skipped_classes=[SkippedClassView.of(each) for each in skipped],
            links=_links(subject),
        )


def _links(opening: TeamOpening) -> dict[str, str]:
    process = {"process": f"/v1/processes/{opening.process}"} if opening.process else {}
    return {"team": f"/v1/teams/{opening.team}", **process}


@routes.get(
    "/v1/distributions/{distribution_id}/openings",
    policy=DISTRICT_ADMINS,
    answer=TeamOpeningView,
    listed=True,
    summary="List the data teams in which a distribution opens a process, or why not",
)
def list_process_openings(
    request: ProcessesOpeningRequest, distribution_id: str
) -> Page[TeamOpening]:
    """List teams."""
    window = request.window
    return request.services.process_openings.of(
        request.caller, distribution_id, window.limit, window.after
    )
