"""HTTP for what waits for the signed-in person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import Field

from chalicelib.days import read_date
from chalicelib.distribution.model import Distribution
from chalicelib.distribution.walltime import moment_text
from chalicelib.jobs.model import job_id
from chalicelib.processes.model import PageName, Process, ProcessStep
from chalicelib.processes.refusals import NO_TRACKER_FOR_TEST
from chalicelib.processes.scores import ProcessTest
from chalicelib.results.model import ResultProgress
from chalicelib.trackers.model import TrackerRow
from chalicelib.web.addresses import write_segment
from chalicelib.web.id_names import SchoolName, SetName
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from .model import ConflictWork, ImportWork, LateWork, Section, SheetWork, TestWork, WorkList

if TYPE_CHECKING:
    from .wiring import WorkListsWiring

routes = Routes("Work lists")

T = TypeVar("T")
Links = dict[str, str]


class SheetWorkView(Representation):
    """A class's sheet that is not complete, and the tracker from which it is opened."""

    tracker_id: str
    """The tracker."""
    tracker_title: str
    """The tracker's title."""
    class_id: str
    """The class."""
    class_title: str
    """The class's title."""
    school_id: str
    """The class's school."""
    school_name: SchoolName = None
    assessment_id: str
    """The assessment."""
    assessment_title: str
    """The assessment's title, as this person may know it."""
    source: Literal["district", "teacher", "team"]
    """The source of the assessment in the tracker.

    - `district`: A distribution.
    - `teacher`: One of the tracker's people.
    - `team`: A data team, whose test it is.
    """
    added_at: str
    """When it came into the tracker."""
    state: ResultProgress
    """How far the results are: not started, or partial."""
    given_date: date | None
    """The day of the test; null until results are saved."""
    give_until_date: date | None
    """The last day for the class to get it; null if nobody named one."""
    overdue: bool
    """Whether that day is over."""
    student_count: int | None
    """Of how many students the sheet is; null until results are saved."""
    settled_count: int
    """How many students are entered completely, or were absent or exempt."""
    links: Links
    """Where to go on: `tracker`, and `sheet` to enter results; `assessment` and its `attachments`
    for people who see it without a data team.
    """

    @classmethod
    def render_work(cls, work: SheetWork, today: str) -> SheetWorkView:
        row, entry, standing = work.row, work.entry, work.standing
        tracker, assessment = f"/v1/trackers/{row.id}", f"/v1/assessments/{entry.assessment}"
        asked = {"assessment": assessment, "attachments": f"{assessment}/attachments"}
        return cls(
            **_of_tracker(row),
            school_id=row.school,
            assessment_id=entry.assessment,
            assessment_title=work.title,
            source=entry.source.value,
            added_at=entry.at,
            state=standing.stage,
            given_date=read_date(standing.given),
            give_until_date=read_date(work.give_until),
            overdue=bool(work.give_until) and work.give_until < today,
            student_count=standing.students,
            settled_count=standing.entered,
            links={
                "tracker": tracker,
                "sheet": f"{tracker}/sheets/{entry.assessment}",
                **(asked if work.opens else {}),
            },
        )


class TestWorkView(Representation):
    """A test of a data team to activate for a class.

    Where no tracker takes it, `class_id` is null and `message` says what to do.
    """

    process_id: str
    """The Mastery Process."""
    process_name: str
    """The name of the process."""
    team_id: str
    """The data team."""
    team_name: str
    """The name of the team."""
    test: ProcessTest
    """Which of its tests."""
    assessment_id: str
    """The test."""
    assessment_title: str
    """The name of the test."""
    standards_set_id: str
    """The test's standards set."""
    standards_set_name: SetName = None
    tracker_id: str | None
    """The tracker that takes the test; null without one."""
    tracker_title: str | None
    """That tracker's title."""
    class_id: str | None
    """The class; null without a tracker."""
    class_title: str | None
    """The class's title."""
    reason: str | None
    """Why it cannot be activated yet; null if it can."""
    message: str
    """The same in a sentence, with the way out; empty if it can."""
    links: Links
    """Where to go on: `process`, and `activations` to activate it."""

    @classmethod
    def render_work(cls, work: TestWork) -> TestWorkView:
        process, path = work.process, f"/v1/processes/{work.process.id}"
        known: dict[str, Any] = _of_tracker(work.row) if work.row else dict.fromkeys(_TRACKER)
        return cls(
            **known,
            process_id=process.id,
            process_name=process.name,
            team_id=process.team,
            team_name=process.team_name,
            test=work.test,
            assessment_id=work.attached.assessment,
            assessment_title=work.attached.title,
            standards_set_id=work.attached.set_id,
            reason=None if work.row else NO_TRACKER_FOR_TEST.code,
            message="" if work.row else NEEDS_TRACKER,
            links={"process": path, "activations": f"{path}/activations"},
        )


NEEDS_TRACKER = (
    "None of your trackers has the test's standards set. Activate the test for one of your "
    "classes, and a tracker can be made with it."
)
_TRACKER = ("tracker_id", "tracker_title", "class_id", "class_title")


def _of_tracker(row: TrackerRow) -> dict[str, str]:
    return dict(zip(_TRACKER, (row.id, row.title, row.class_id, row.class_title), strict=True))


class ConflictWorkView(Representation):
    """A page of a data team with texts that are set aside after a conflict."""

    process_id: str
    """The Mastery Process."""
    process_name: str
    """The name of the process."""
    page: PageName
    """Which page."""
    conflict_count: int
    """The number of texts that are set aside on it."""
    links: Links
    """Where to go on: `process`, and `page` to look at the texts."""

    @classmethod
    def of(cls, subject: ConflictWork) -> ConflictWorkView:
        """Render a page."""
        path = f"/v1/processes/{subject.process.id}"
        return cls(
            process_id=subject.process.id,
            process_name=subject.process.name,
            page=subject.page,
            conflict_count=subject.texts,
            links={"process": path, "page": f"{path}/pages/{subject.page}"},
        )


class FinishWorkView(Representation):
    """A process whose post-test was given: its leader can finish and lock it."""

    process_id: str
    """The Mastery Process."""
    process_name: str
    """The name of the process."""
    team_id: str
    """The data team."""
    team_name: str
    """The name of the team."""
    step: ProcessStep
    """How far it has come."""
    links: Links
    """Where to go on: `process`, and `comparison` of its tests."""

    @classmethod
    def of(cls, subject: Process) -> FinishWorkView:
        path = f"/v1/processes/{subject.id}"
        return cls(
            process_id=subject.id,
            process_name=subject.name,
            team_id=subject.team,
            team_name=subject.team_name,
            step=subject.step,
            links={"process": path, "comparison": f"{path}/comparison"},
        )


class ImportWorkView(Representation):
    """A checked import that waits for a decision."""

    id: str
    """The import."""
    kind: Literal["roster_import", "standards_import"]
    """The imported content.

    - `roster_import`: A roster.
    - `standards_import`: Standards.
    """
    state: Literal["held", "ready"]
    """The event that it waits for.

    - `held`: It would drop much: an admin must confirm that.
    - `ready`: It can be applied.
    """
    created_at: str
    """When it was begun."""
    links: Links
    """Where to go on: `import`."""

    @classmethod
    def of(cls, subject: ImportWork) -> ImportWorkView:
        return cls.take(
            subject,
            created_at=subject.created,
            links={"import": f"/v1/{subject.kind.replace('_', '-')}s/{subject.id}"},
        )


class DistributionWorkView(Representation):
    """A distribution that is scheduled, or of which trackers failed."""

    id: str
    """The distribution."""
    title: str
    """The assessment's title."""
    state: str
    """Where it stands: `scheduled` or `delivered`."""
    start_at: str
    """When it begins or began, as an instant."""
    start_text: str
    """The same in words, by the district's clock."""
    tracker_count: int
    """To how many trackers it goes."""
    failed_count: int
    """How many of these failed."""
    created_by_id: str
    """Its creator."""
    created_by_name: str
    """Their name."""
    allowed: list[str]
    """The actions that people can take now."""
    links: Links
    """Where to go on: `distribution`, and its `receipts`."""

    @classmethod
    def of(cls, subject: Distribution) -> DistributionWorkView:
        path, start = f"/v1/distributions/{subject.id}", subject.timing.start
        return cls(
            id=subject.id,
            title=subject.title,
            state=subject.state.value,
            start_at=start.utc.isoformat().replace("+00:00", "Z"),
            start_text=moment_text(start),
            tracker_count=subject.total,
            failed_count=subject.counts.failed,
            created_by_id=subject.creator,
            created_by_name=subject.creator_name,
            allowed=[move.value for move in subject.allowed],
            links={"distribution": path, "receipts": f"{path}/receipts"},
        )


class LateWorkView(Representation):
    """Work that should have gone on and did not: the stack needs its operators."""

    id: str
    """Its subject."""
    kind: str
    """The kind of work, as jobs have it."""
    title: str | None
    """Of a distribution, the assessment's title; else null."""
    due_at: str
    """When it should have gone on."""
    links: Links
    """Where to go on: the `job`, where that kind of work is one."""

    @classmethod
    def of(cls, subject: LateWork) -> LateWorkView:
        job = job_id(subject.kind, write_segment(subject.id))
        return cls(
            id=subject.id,
            kind=subject.kind.replace("-", "_"),
            title=subject.title or None,
            due_at=subject.due,
            links={"job": f"/v1/jobs/{job}"} if subject.kind in JOBS else {},
        )


JOBS = frozenset(
    {
        "correction",
        "distribution",
        "item-import",
        "process-opening",
        "reminder",
        "roster-import",
        "sheets",
        "standards-import",
        "tracker-batch",
    }
)
"""Kinds of work whose progress a district admin can look at."""


class _SectionView(Representation):
    total: int
    """How many there are; `items` are the first of them."""
    total_is_exact: bool
    """Whether all were counted; if false, there are at least this many."""


class SheetsWorkView(_SectionView):
    """Sheets that wait."""

    items: list[SheetWorkView]
    """The first of them."""


class TestsWorkView(_SectionView):
    """Tests that wait to be activated."""

    items: list[TestWorkView]
    """The first of them."""


class ConflictsWorkView(_SectionView):
    """Pages that wait for their team."""

    items: list[ConflictWorkView]
    """The first of them."""


class FinishesWorkView(_SectionView):
    """Processes that wait for their leader."""

    items: list[FinishWorkView]
    """The first of them."""


class ImportsWorkView(_SectionView):
    """Imports that wait for a decision."""

    items: list[ImportWorkView]
    """The first of them, the newest first."""


class DistributionsWorkView(_SectionView):
    """Distributions to know of."""

    items: list[DistributionWorkView]
    """The first of them."""


class LatesWorkView(_SectionView):
    """Work that is late."""

    items: list[LateWorkView]
    """The first of them, the longest late first."""


def _section(section: Section[T], render: Callable[[T], Any]) -> dict[str, Any]:
    return {
        "total": section.total,
        "total_is_exact": section.exact,
        "items": [render(each) for each in section.items],
    }


class WorkView(Representation):
    """The open work of the signed-in person. Each thing is in one section only.

    Sections that are not about them are empty: the last four are for district administrators.
    """

    as_of: str
    """The moment of which this is."""
    new_deliveries: SheetsWorkView
    """The district's deliveries of the last 14 days that nobody has begun, the newest first."""
    sheets: SheetsWorkView
    """All other sheets of one's trackers that are not complete: those with a day first."""
    tests_to_activate: TestsWorkView
    """Tests of one's data teams that classes of one's own were not given."""
    page_conflicts: ConflictsWorkView
    """Pages of one's data teams with texts that are set aside."""
    processes_to_finish: FinishesWorkView
    """Processes that one leads, whose post-test was given."""
    imports: ImportsWorkView
    """Checked imports of roster and standards that wait for a decision."""
    scheduled: DistributionsWorkView
    """Distributions that have not begun, the soonest first."""
    late: LatesWorkView
    """Work that should have gone on."""
    failed: DistributionsWorkView
    """Distributions of which trackers failed, the newest first."""
    links: Links
    """Where to go on: the person (`me`), and the whole lists."""

    @classmethod
    def of(cls, subject: WorkList) -> WorkView:

        def sheets(section: Section[SheetWork]) -> dict[str, Any]:
            return _section(section, lambda work: SheetWorkView.render_work(work, subject.today))

        teaching, team, admin = subject.teaching, subject.teamwork, subject.administration
        return cls(
            as_of=subject.as_of,
            new_deliveries=SheetsWorkView(**sheets(teaching.deliveries)),
            sheets=SheetsWorkView(**sheets(teaching.sheets)),
            tests_to_activate=TestsWorkView(**_section(team.tests, TestWorkView.render_work)),
            page_conflicts=ConflictsWorkView(**_section(team.conflicts, ConflictWorkView.of)),
            processes_to_finish=FinishesWorkView(**_section(team.finish, FinishWorkView.of)),
            imports=ImportsWorkView(**_section(admin.imports, ImportWorkView.of)),
            scheduled=DistributionsWorkView(**_section(admin.scheduled, DistributionWorkView.of)),
            late=LatesWorkView(**_section(admin.late, LateWorkView.of)),
            failed=DistributionsWorkView(**_section(admin.failed, DistributionWorkView.of)),
            links={
                "me": "/v1/me",
                "processes": "/v1/processes?mine=true&state=open",
            },
        )


class WorkQuery(Body):
    """How much to show."""

    limit: Annotated[int, Field(ge=1, le=50)] = 20
    """How many things of each section to show; `total` says how many there are."""


@routes.get(
    "/v1/me/work",
    policy=STAFF,
    query=WorkQuery,
    answer=WorkView,
    summary="See what waits for you: results to enter, tests to activate, things to decide",
)
def read_work(request: Request[WorkListsWiring]) -> WorkList:
    """Say what waits.

    One call for a home screen. A thing is in one section only; `total` says how many there are.
    """
    asked = request.query or WorkQuery()
    return request.services.work_lists.of(request.caller, request.now, asked.limit)
