"""HTTP for the processes that a distribution opens in data teams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.paging import Page
from chalicelib.web.id_names import NameOf, SchoolName
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .model import ClassState, OpenedClass, ProcessOpeningState, TeamOpening, sentence

if TYPE_CHECKING:
    from .wiring import OpeningWiring

routes = Routes("Distribution")


class SkippedClassView(Representation):
    """A class whose tracker got the assessment, and why it does not work in the process."""

    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    class_title: Annotated[str | None, NameOf("class", "class_id")] = None
    """The class's title; null if it is not known."""
    tracker_id: str
    """The tracker that got the assessment. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    teacher: str = Field(serialization_alias="teacher_id")
    """The id of the teacher whose class it is. Example: `T-311`"""
    teacher_name: Annotated[str | None, NameOf("person", "teacher_id")] = None
    """The name of the class's teacher; null if it is not known."""
    reason: str
    """Why the class does not work in the process, for programs. Example: `teacher_not_in_team`"""
    explanation: str = Field(serialization_alias="message")
    """The same in a sentence. Example: `Its teacher is not in this team.`"""

    @classmethod
    def of(cls, subject: OpenedClass) -> SkippedClassView:
        return cls.take(subject, tracker_id=subject.tracker, explanation=sentence(subject.reason))


class OpeningClassCountsView(Representation):
    """How many of a team's classes have the pre-test, are to get it, and do not get it."""

    active: int
    """How many classes have the pre-test. Example: `4`"""
    pending: int
    """How many classes are to get it. Example: `1`"""
    skipped: int
    """How many classes do not get it. Example: `0`"""


class TeamOpeningView(Representation):
    """The outcome for a data team in which a distribution opens a process."""

    team_id: str
    """The data team's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    team_name: str
    """The data team's name. Example: `Grade 3 Math`"""
    school: str = Field(serialization_alias="school_id")
    """The team's school; blank for a team of the whole district. Example: `S-104`"""
    school_name: SchoolName = None
    state: ProcessOpeningState
    """The outcome for the team."""
    process_id: str | None
    """The process that was opened; null when none was. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    found: bool = Field(serialization_alias="already_existed")
    """Whether the team had a process with this very pre-test already."""
    reason: str
    """Why no process is opened.

    - `""`: One is opened, or will be.
    - `nobody_received_it`: No class of the team received the assessment.
    - `team_retired`: The team is retired.
    - `team_not_found`: The team no longer exists.
    - `too_many_open_processes`: The team has as many open processes as it may have.
    - `process_discarded`: The team's leader discarded the process.
    """
    explanation: str = Field(serialization_alias="message")
    """The same in a sentence; blank when one is opened. Example: `This team was retired.`"""
    classes: OpeningClassCountsView = Field(serialization_alias="class_counts")
    """How many of the team's classes have the pre-test."""
    skipped_classes: list[SkippedClassView]
    """The classes that do not get it, and why."""
    links: dict[str, str]
    """Where to go on.

    - `team`: The data team.
    - `process`: The process, once it is open.
    """

    @classmethod
    def of(cls, subject: TeamOpening) -> TeamOpeningView:
        skipped = [each for each in subject.classes if each.state == ClassState.SKIPPED]
        return cls.take(
            subject,
            team_id=subject.team,
            process_id=subject.process or None,
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
    request: Request[OpeningWiring], distribution_id: str
) -> Page[TeamOpening]:
    return request.services.process_openings.of(request.caller, distribution_id, *request.window)
