"""HTTP for lists of Mastery Processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.paging import Page
from chalicelib.processes.model import Attached, PageName, Process, ProcessStep, TestOrigin
from chalicelib.processes.moves import OPEN, ProcessState
from chalicelib.processes.scores import ProcessTest
from chalicelib.processes.search import EVERY, ProcessFilter
from chalicelib.processes.service import ListedProcess
from chalicelib.processes.views import EndedView
from chalicelib.teams.model import TeamRole
from chalicelib.web.id_names import DescribedAlone, SchoolName, SetName
from chalicelib.web.policy import ADMINS, STAFF
from chalicelib.web.representation import Representation, TextOrNull
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.processes.service import Processes

    class ProcessesAdminListServices(Protocol):
        """What the edge hands to these views."""

        processes: Processes

    ProcessesListingRequest = Request[ProcessesAdminListServices]


routes = Routes("Mastery Processes")

Reference = Annotated[str, Field(min_length=1, max_length=255)]


class AttachedTestView(Representation):
    """A test of a process."""

    assessment_id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The assessment's title. Example: `Unit 3: Fractions`"""
    how: TestOrigin = Field(serialization_alias="origin")
    """How it came to the process."""
    subject: str
    """The test's subject. Example: `Mathematics`"""
    grades: tuple[str, ...]
    """The test's grades. Example: `["3"]`"""
    set_id: str = Field(serialization_alias="standards_set_id")
    """The standards set that it assesses. Example: `f1-math-3`"""
    standards_set_name: SetName = None
    standards: tuple[str, ...]
    """The codes of the standards that it assesses. Example: `["3.NF.A.1"]`"""
    described_standards: DescribedAlone = ()
    items: int = Field(serialization_alias="item_count")
    """How many items it has. Example: `20`"""
    points: str
    """What all items are worth together, as a decimal. Example: `25`"""
    at: TextOrNull = Field(serialization_alias="attached_at")
    """When it was attached; null for a test that was attached before release 0.4.

    Example: `2026-09-14T17:00:00Z`
    """
    begun: bool = Field(serialization_alias="activated")
    """Whether a class was given it. Then it cannot be exchanged."""
    links: dict[str, str]
    """Where to go on.

    - `assessment`: The assessment.
    - `items`: Its items and key.
    - `attachments`: Its documents to print.
    - `standards_set`: Its standards set.
    - `collection`: The figures of this test.
    """

    @classmethod
    def one(cls, process: Process, test: ProcessTest, role: TeamRole) -> AttachedTestView | None:
        """Render one of a process's tests, if it has it."""
        attached = process.test(test)
        if attached is None:
            return None
        return cls(
            **attached.model_dump(exclude={"assessment", "mask"}),
            assessment_id=attached.assessment,
            begun=test in process.begun,
            links=_test_links(process, test, attached, role),
        )


def _test_links(
    process: Process, test: ProcessTest, attached: Attached, role: TeamRole
) -> dict[str, str]:
    assessment = f"/v1/assessments/{attached.assessment}"
    collection = f"/v1/processes/{process.id}/collection?test={test}"
    open_to_all = {
        "standards_set": f"/v1/standards-sets/{attached.set_id}",
        "collection": collection,
    }
    if role in (TeamRole.ADMINISTRATOR, TeamRole.SCHOOL_ADMINISTRATOR):
        return open_to_all  # the test may be shared with the team alone
    return {
        "assessment": assessment,
        "items": f"{assessment}/items",
        "attachments": f"{assessment}/attachments",
        **open_to_all,
    }


class ProcessHead(Representation):
    """A process without what is in it."""

    id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    name: str
    """The process's name. Example: `Fractions, fall 2026`"""
    state: ProcessState
    """Where it stands."""
    step: ProcessStep
    """How far it has come: the furthest part that has content."""
    team_id: str
    """The data team's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    team_name: str
    """The data team's name. Example: `Grade 3 Math`"""
    school: str | None = Field(serialization_alias="school_id")
    """The team's school; null for a team of the whole district. Example: `S-104`"""
    school_name: SchoolName = None
    year: str
    """The school year in which it began. Example: `2026-2027`"""
    pre_test: AttachedTestView | None
    """The pre-test; null until it is attached."""
    post_test: AttachedTestView | None
    """The post-test; null until it is attached."""
    begun: list[str] = Field(serialization_alias="parts_in_progress")
    """The parts that somebody has begun.

    - `pre`: A class was given the pre-test.
    - `post`: A class was given the post-test.
    - `analyze`: The page has content.
    - `goals`: The page has content.
    - `strategies`: The page has content.
    - `reflect`: The page has content.
    """
    creator: str = Field(serialization_alias="created_by_id")
    """The id of who made it. Example: `T-311`"""
    creator_name: str = Field(serialization_alias="created_by_name")
    """The name of who made it. Example: `Ana Ruiz`"""
    created: str = Field(serialization_alias="created_at")
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    started_from: str | None = Field(serialization_alias="started_from_id")
    """The finished process whose texts it began with; null when there was none.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    distribution_id: str | None
    """The distribution that opened it; null when a leader did.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    ended: EndedView | None
    """Who finished or discarded it, and when; null while it is open."""
    role: TeamRole
    """What you are to its team."""
    allowed: tuple[str, ...]
    """What you may do with it now.

    - `rename`: Give it another name.
    - `attach_pre_test`: Attach or exchange the pre-test.
    - `attach_post_test`: Attach or exchange the post-test.
    - `activate_pre_test`: Give the pre-test to a class of yours.
    - `activate_post_test`: Give the post-test to a class of yours.
    - `save_page`: Write on its pages.
    - `set_goal`: Set the goal of a class of yours.
    - `lock`: Finish it.
    - `discard`: Discard it.
    - `print`: Print its template.
    - `remind`: Remind the teachers who have not begun.
    """
    version: int
    """The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.

    Example: `3`
    """
    links: dict[str, str]
    """Where to go on. Some are missing for administrators who see a part.

    - `self`: This process.
    - `team`: Its data team.
    - `goals`: The goals of its classes.
    - `comparison`: Pre- and post-test side by side.
    - `growth`: Its growth.
    - `collection`: Who was tested, with averages and levels.
    - `activations`: The reader's classes, and what each test is to them.
    - `analyze`: The shared page of that name.
    - `goals_page`: The shared page with the team goal.
    - `strategies`: The shared page of that name.
    - `reflect`: The shared page of that name.
    - `report`: The report of a finished process.
    - `library`: Its entry in the library.
    """


class ProcessRowView(ProcessHead):
    """A process in a list."""

    @classmethod
    def of(cls, subject: ListedProcess) -> ProcessRowView:
        """Render a process in a list."""
        return cls(**head_of(subject.process, subject.role))


_SAME = (
    "id",
    "name",
    "state",
    "step",
    "team_name",
    "year",
    "creator",
    "creator_name",
    "created",
    "ended",
    "version",
)


def head_of(process: Process, role: TeamRole) -> dict[str, object]:
    """Give what a process shows without what is in it."""
    own: dict[str, object] = {name: getattr(process, name) for name in _SAME}
    return own | {
        "team_id": process.team,
        "school": process.school or None,
        "started_from": process.started_from or None,
        "distribution_id": process.distribution or None,
        "pre_test": AttachedTestView.one(process, ProcessTest.PRE, role),
        "post_test": AttachedTestView.one(process, ProcessTest.POST, role),
        "begun": sorted(process.begun),
        "role": role,
        "allowed": process.list_allowed(role),
        "links": _links(process, role),
    }


def _links(process: Process, role: TeamRole) -> dict[str, str]:
    """Say where to go on; to who sees a part of it, only where they may go."""
    path = f"/v1/processes/{process.id}"
    screens = {each: f"{path}/{each}" for each in ("goals", "comparison", "growth")}
    if role == TeamRole.SCHOOL_ADMINISTRATOR:
        library = {"library": f"/v1/library/{process.id}"}
        return {"self": path, **screens} | (library if process.state == ProcessState.LOCKED else {})
    team, activations = f"/v1/teams/{process.team}", f"{path}/activations"
    pages = {each.value: f"{path}/pages/{each}" for each in PageName if each != PageName.GOALS}
    found = {"self": path, "team": team, "activations": activations, **pages, **screens}
    found |= {"goals_page": f"{path}/pages/goals", "collection": f"{path}/collection"}
    locked = (
        {"library": f"/v1/library/{process.id}"} if process.state == ProcessState.LOCKED else {}
    )
    return found | locked | ({"report": f"{path}/report"} if process.is_finished else {})


class Sought(BaseModel):
    """Which processes to list."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    state: Literal["open", "named", "pre_test", "post_test", "locking", "locked"] | None = None
    """Only processes in this state.

    - `open`: Those that teams work on: `named`, `pre_test` and `post_test`.
    - `named`: Those without a pre-test.
    - `pre_test`: Those with a pre-test alone.
    - `post_test`: Those with both tests.
    - `locking`: Those that are being finished.
    - `locked`: Those that are finished.
    """
    step: ProcessStep | None = None
    """Only processes that have come this far."""
    team: Reference | None = Field(default=None, validation_alias="team_id")
    """Only processes of this data team, by its id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    school: Reference | None = Field(default=None, validation_alias="school_id")
    """Only processes of this school's teams, or with a class of it. Example: `S-104`"""
    mine: bool = False
    """Only processes of data teams that you belong to; teachers see no others."""

    def build_filter(self) -> ProcessFilter:
        """Give what the service is told."""
        states = tuple(state for state in EVERY if self._has(state))
        return ProcessFilter(states, self.step, self.team or "", self.school or "")

    def _has(self, state: ProcessState) -> bool:
        if self.state == "open":
            return state in OPEN
        return self.state in (None, state)


@routes.get(
    "/v1/teams/{team_id}/processes",
    policy=STAFF,
    answer=ProcessRowView,
    listed=True,
    summary="List a data team's Mastery Processes, the newest first",
)
def list_team_processes(request: ProcessesListingRequest, team_id: str) -> Page[ListedProcess]:
    """List a team's processes."""
    window = request.window
    return request.services.processes.of_team(request.caller, team_id, window.limit, window.after)


@routes.get(
    "/v1/processes",
    policy=STAFF,
    query=Sought,
    answer=ProcessRowView,
    listed=True,
    summary="List your data teams' Mastery Processes, or (administrators) those of your schools",
)
def list_processes(request: ProcessesListingRequest) -> Page[ListedProcess]:
    """List processes.

    Teachers see those of the data teams they belong to; administrators see those of their schools'
    teams, or with `mine` their own teams' alone. One team's list is
    `GET /v1/teams/{team_id}/processes`.
    """
    asked, (limit, after) = request.query, (request.window.limit, request.window.after)
    processes, caller = request.services.processes, request.caller
    if asked.mine or not caller.roles & ADMINS.roles:
        return processes.mine(caller, asked.build_filter(), limit, after)
    return processes.every(caller, asked.build_filter(), limit, after)
