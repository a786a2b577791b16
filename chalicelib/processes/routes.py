"""HTTP for Mastery Processes as a whole. The parts of one have routes of their own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, model_validator

from chalicelib.acts import Caller
from chalicelib.processes.views import ProcessLevelView, level_views
from chalicelib.suppression import FEWEST_IN_WORDS
from chalicelib.teams.model import Colleague
from chalicelib.web.addresses import write_segment
from chalicelib.web.id_names import NamedView, NameOf, SchoolClassView
from chalicelib.web.policy import STAFF
from chalicelib.web.public_address import Address
from chalicelib.web.representation import Body, Reference, Representation, Title
from chalicelib.web.routes import Request, Routes

from .activation.model import sheet_link
from .analytics.counts import count_standings
from .model import ClassRow, PageName, Process, ProcessReport, ProcessSnapshot, TestOrigin
from .moves import ProcessState
from .pages.model import read_asides, read_page
from .pages.rendering import ShownText, render_fields, render_row
from .scores import ProcessTest, ResultStatus
from .service import ShownProcess
from .views import ProcessHead, head_of

if TYPE_CHECKING:
    from .wiring import ProcessesWiring

routes = Routes("Mastery Processes")

Name = Annotated[Title, Field(max_length=120)]


class PreTest(Body):
    """The assessment that every member of the team gives first."""

    assessment_id: Reference
    """The assessment that every member of the team gives first.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """


class NewProcess(Body):
    """A Mastery Process to begin."""

    name: Name
    """The process's name. It can be changed later. Example: `Fractions, fall 2026`"""
    pre_test: PreTest | None = None
    """The pre-test, if it is chosen already."""
    started_from: Reference | None = Field(default=None, validation_alias="started_from_id")
    """A finished process of the library. Its texts of goals and strategies are copied.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """


class ProcessChanges(Body):
    """Its new name."""

    name: Name
    """The new name. Example: `Fractions, fall 2026`"""


class CopyOfPreTest(Body):
    """The name of the copy. It is good practice to include “post-test”."""

    title: Title
    """The name of the copy. Example: `Unit 3: Fractions (post-test)`"""


class PostTest(Body):
    """One of three: an assessment, the pre-test given a second time, or a copy of it to edit."""

    assessment_id: Reference | None = None
    """An assessment to give. Send one of the three. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    same: Literal[True] | None = None
    """Gives the pre-test a second time. Send one of the three."""
    copied: Annotated[CopyOfPreTest | None, Field(alias="copy")] = None
    """Makes a copy of the pre-test for editing. Send one of the three."""

    @model_validator(mode="after")
    def _one_of_three(self) -> Self:
        given = [each for each in (self.assessment_id, self.same, self.copied) if each is not None]
        if len(given) != 1:
            msg = (
                'Say exactly one: "assessment_id" for an assessment that is there, "same" to give '
                'the pre-test again, or "copy" with a title for a copy of it.'
            )
            raise ValueError(msg)
        return self


class ProcessPersonView(Representation):
    """Somebody of the team, by the name they had when they came."""

    id: str
    """The person's id in the roster. Example: `T-311`"""
    name: str
    """The person's name when they came into the team. Example: `Ana Ruiz`"""


class TestProgressView(Representation):
    """How many students a test is entered for so far."""

    students: int = Field(serialization_alias="student_count")
    """How many students there are. Example: `24`"""
    tested: int
    """How many have everything entered. Only these count. Example: `20`"""
    absent: int
    """How many were absent. Example: `2`"""
    exempt: int
    """How many need not take it. Example: `0`"""
    partial: int
    """How many have only some of it entered. Example: `1`"""
    not_entered: int
    """How many have nothing entered. Example: `1`"""


class ClassTestView(TestProgressView):
    """How a class did on a test so far."""

    activated: str = Field(serialization_alias="activated_at")
    """When the class was activated. Example: `2026-09-21T13:30:00Z`"""
    sheet: Address | None
    """The address of the result sheet, for its teacher and who administers its school; null for
    others.

    Example: `/v1/trackers/01J7Z5T0QK3W8V6M2N4P9R1S0A/sheets/01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """


class ProcessClassView(SchoolClassView):
    """A class in a process."""

    teacher: str = Field(serialization_alias="teacher_id")
    """The id of the teacher whose class it is. Example: `T-311`"""
    teacher_name: str
    """The teacher's name. Example: `Ana Ruiz`"""
    pre_test: ClassTestView | None
    """How the class did on the pre-test; null until it is given it."""
    post_test: ClassTestView | None
    """How the class did on the post-test; null until it is given it."""
    goal_set: bool
    """Whether its teacher set its goal."""
    links: dict[str, str]
    """Where to go on.

    - `goal`: The goal of this class.
    """


class PageTextsView(Representation):
    """The texts of a shared page."""

    page: PageName
    """Which page it is."""
    version: int
    """The version of the page; 0 while nobody has written on it. Example: `4`"""
    fields: dict[str, ShownText]
    """The page's texts, by field. Which keys there are depends on the page.

    - `strengths`: *analyze*: what students do well.
    - `obstacles`: *analyze*: what holds them back.
    - `needs`: *analyze*: what they need, the most urgent first.
    - `team_goal`: *goals*: what the team aims at.
    - `notes`: *goals*: what else to know.
    - `what_worked`: *reflect*: what worked.
    - `what_did_not_work`: *reflect*: what did not.
    - `next_time`: *reflect*: what the team would do next time.
    """
    rows: list[dict[str, ShownText]]
    """The strategies of *strategies*, each by its fields; empty on other pages.

    - `id`: The strategy's id.
    - `strategy`: The work.
    - `levels`: The levels of students that it is for, by their numbers, or `all`.
    - `responsible`: The people who do it.
    - `frequency`: How often.
    - `duration`: How long.
    - `evidence`: How the team will see that it works.
    """
    asides: int = Field(serialization_alias="conflict_count")
    """The number of colleagues' texts that are set aside on it after a conflict. Example: `0`"""
    links: dict[str, str]
    """Where to go on.

    - `self`: The page.
    """


class ReportStateView(Representation):
    """The report of a finished process, as PDF."""

    state: str
    """Where the report stands.

    - `pending`: It is being made.
    - `ready`: It can be fetched.
    - `failed`: It did not come out. It is tried again.
    """
    size: int
    """The file's size in bytes; 0 until it is ready. Example: `182044`"""
    at: str = Field(serialization_alias="locked_at")
    """When the process was finished. Example: `2026-12-15T20:00:00Z`"""
    links: dict[str, str]
    """Where to go on.

    - `self`: The report.
    """


class SuggestedTestView(Representation):
    """A test of the process that this one was started from, to attach here as well."""

    test: ProcessTest
    """Which of the two tests to attach it as."""
    assessment_id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The assessment's title. Example: `Unit 3: Fractions`"""
    how: TestOrigin = Field(serialization_alias="origin")
    """How it came to the earlier process."""
    links: dict[str, str]
    """Where to go on.

    - `assessment`: The assessment.
    """


class ProcessView(ProcessHead):
    """A whole process: its people, levels, tests, pages, classes and report."""

    leaders: tuple[ProcessPersonView, ...]
    """The team's leaders."""
    members: tuple[ProcessPersonView, ...]
    """The other members of the team."""
    levels: list[ProcessLevelView]
    """The team's levels, the lowest first."""
    pages: dict[str, PageTextsView]
    """The team's texts, by page; empty for administrators who see a part.

    - `analyze`: The team's analysis of the pre-test.
    - `goals`: Its aim.
    - `strategies`: Its activity.
    - `reflect`: Its conclusions.
    """
    classes: list[ProcessClassView]
    """The classes in it."""
    pre_test_progress: TestProgressView | None
    """How far the team is with the pre-test. A student of several classes is counted once. Null
    until there is one, and for administrators who see a part.
    """
    post_test_progress: TestProgressView | None
    """The same for the post-test."""
    report: ReportStateView | None
    """The report of a finished process; null while it is open."""
    suggested_tests: list[SuggestedTestView]
    """The content of the process that it was started from, until a test is attached."""
    schools: tuple[str, ...] | None = Field(serialization_alias="limited_to_school_ids")
    """For an administrator who sees a part: the schools of it, by their ids. Null for everybody
    else.

    Example: `["S-104"]`
    """
    limited_to_schools: Annotated[
        tuple[NamedView, ...], NameOf("school", "limited_to_school_ids")
    ] = ()
    """The same schools with their names; empty where nothing is left out."""
    notes: list[str]
    """The content that is hidden from you, in sentences. Example:
    `["You see the classes of your school."]`
    """

    @classmethod
    def of(cls, subject: ShownProcess) -> ProcessView:
        """Render a process as one person sees it."""
        opened, process = subject.opened, subject.opened.process
        if subject.schools is not None:
            return cls._of_schools(subject, subject.schools)
        return cls(
            **head_of(process, subject.role),
            leaders=_people(process.leaders),
            members=_people(process.members),
            levels=level_views(process.levels),
            pages={name.value: _page(opened, name) for name in PageName},
            classes=[_class(opened, row, subject.reader) for row in _in_order(opened)],
            pre_test_progress=_progress(opened, ProcessTest.PRE),
            post_test_progress=_progress(opened, ProcessTest.POST),
            report=_report(process, opened.report) if opened.report else None,
            suggested_tests=_list_suggested_tests(process),
            schools=None,
            notes=[],
        )

    @classmethod
    def _of_schools(cls, subject: ShownProcess, schools: frozenset[str]) -> ProcessView:
        """Render what administrators of these schools see: no page, no class of another school."""
        opened, process = subject.opened, subject.opened.process
        rows = [row for row in _in_order(opened) if row.scores.school in schools]
        ours = {row.scores.teacher for row in rows}
        return cls(
            **head_of(process, subject.role),
            leaders=_people(process.leaders),
            members=_people(tuple(each for each in process.members if each.id in ours)),
            levels=level_views(process.levels),
            pages={},
            classes=[_class(opened, row, subject.reader) for row in rows],
            pre_test_progress=None,
            post_test_progress=None,
            report=None,
            suggested_tests=[],
            schools=tuple(sorted(schools)),
            notes=[FINISHED_PART if process.state == ProcessState.LOCKED else SCHOOL_PART],
        )


_PART = (
    "You see the classes of your school, and of the team as a whole what shows no group of fewer "
    f"than {FEWEST_IN_WORDS} students."
)
SCHOOL_PART = f"{_PART} Once the process is finished, you can read in the library what it wrote."
FINISHED_PART = f"{_PART} What the team wrote is in the library."


def _list_suggested_tests(process: Process) -> list[SuggestedTestView]:
    return [
        SuggestedTestView(
            test=test,
            assessment_id=each.assessment,
            title=each.title,
            how=each.how,
            links={"assessment": f"/v1/assessments/{each.assessment}"},
        )
        for test, each in process.suggested.items()
        if process.is_open and process.test(test) is None
    ]


def _people(people: tuple[Colleague, ...]) -> tuple[ProcessPersonView, ...]:
    return tuple(ProcessPersonView(id=each.id, name=each.name) for each in people)


def _page(opened: ProcessSnapshot, name: PageName) -> PageTextsView:
    page = read_page(name, opened.pages)
    return PageTextsView(
        page=name,
        version=page.version,
        fields=render_fields(page),
        rows=[{"id": row.id, **render_row(row)} for row in page.rows],
        asides=len(read_asides(name, opened.asides)),
        links={"self": f"/v1/processes/{opened.id}/pages/{name}"},
    )


def _in_order(opened: ProcessSnapshot) -> list[ClassRow]:
    def place(row: ClassRow) -> tuple[str, ...]:
        of = row.scores
        return (of.teacher_name.casefold(), of.teacher, of.title.casefold(), of.school_class)

    return sorted(opened.rows, key=place)


def _class(opened: ProcessSnapshot, row: ClassRow, reader: Caller) -> ProcessClassView:
    of = row.scores
    opens = reader.person == of.teacher or reader.administers(of.school)
    return ProcessClassView(
        class_id=of.school_class,
        title=of.label,
        school=of.school,
        teacher=of.teacher,
        teacher_name=of.teacher_name,
        pre_test=_build_class_test_view(opened.process, row, ProcessTest.PRE, opens=opens),
        post_test=_build_class_test_view(opened.process, row, ProcessTest.POST, opens=opens),
        goal_set=of.school_class in opened.goals,
        links={"goal": f"/v1/processes/{opened.id}/goals/{write_segment(of.school_class)}"},
    )


def _build_class_test_view(
    process: Process, row: ClassRow, test: ProcessTest, *, opens: bool
) -> ClassTestView | None:
    scores, attached = row.scores.on(test), process.test(test)
    if scores is None or attached is None:
        return None
    counts = _counts(Counter(score.standing for score in scores))
    tracker = row.trackers.get(test)
    sheet = sheet_link(tracker, attached.assessment) if tracker and opens else None
    activated = row.activated.get(test, "")
    return ClassTestView(activated=activated, sheet=sheet, **counts)


def _progress(opened: ProcessSnapshot, test: ProcessTest) -> TestProgressView | None:
    if opened.process.test(test) is None:
        return None
    return TestProgressView(**_counts(count_standings(opened.scores, test, opened.process.rules)))


def _counts(many: Counter[ResultStatus]) -> dict[str, int]:
    return {"students": many.total(), **{each.value: many[each] for each in ResultStatus}}


def _report(process: Process, report: ProcessReport) -> ReportStateView:
    links = {"self": f"/v1/processes/{process.id}/report"}
    return ReportStateView.take(report, links=links)


@routes.post(
    "/v1/teams/{team_id}/processes",
    policy=STAFF,
    body=NewProcess,
    answer=ProcessView,
    location="/v1/processes/{id}",
    summary="Begin a Mastery Process of a data team",
)
def create_process(request: Request[ProcessesWiring], team_id: str) -> ShownProcess:
    """Create a process.

    Only leaders of the team begin one. Its pre-test can be attached later.
    """
    body: NewProcess = request.body
    pre_test = body.pre_test.assessment_id if body.pre_test else ""
    return request.services.process_creation.create(
        request.act, team_id, body.name, pre_test, body.started_from or ""
    )


@routes.get(
    "/v1/processes/{process_id}",
    policy=STAFF,
    answer=ProcessView,
    summary="Open a Mastery Process with everything in it",
)
def read_process(request: Request[ProcessesWiring], process_id: str) -> ShownProcess:
    """Open a process.

    Everything but the figures: people, levels, tests, pages, classes. `links` lead to the figures.
    """
    return request.services.processes.open(request.caller, process_id)


@routes.patch(
    "/v1/processes/{process_id}",
    policy=STAFF,
    body=ProcessChanges,
    answer=ProcessView,
    summary="Rename a Mastery Process",
)
def change_process(request: Request[ProcessesWiring], process_id: str) -> ShownProcess:
    name = request.body.name
    return request.services.processes.rename(request.act, process_id, request.version, name)


@routes.delete(
    "/v1/processes/{process_id}",
    policy=STAFF,
    summary="Discard a Mastery Process begun by mistake, before any class was given its test",
)
def delete_process(request: Request[ProcessesWiring], process_id: str) -> None:
    request.services.attaching.discard(request.act, process_id, request.version)


@routes.put(
    "/v1/processes/{process_id}/pre-test",
    policy=STAFF,
    body=PreTest,
    answer=ProcessView,
    summary="Attach the pre-test, or exchange it; every member of the team may open and print it",
)
def set_pre_test(request: Request[ProcessesWiring], process_id: str) -> ShownProcess:
    assessment = request.body.assessment_id
    return request.services.attaching.attach(
        request.act, process_id, request.version, ProcessTest.PRE, assessment
    )


@routes.put(
    "/v1/processes/{process_id}/post-test",
    policy=STAFF,
    body=PostTest,
    answer=ProcessView,
    summary="Attach the post-test: an assessment, the pre-test once more, or a copy of it",
)
def set_post_test(request: Request[ProcessesWiring], process_id: str) -> ShownProcess:
    """Attach the post-test.

    Send one of three: another assessment, the pre-test once more (`same`), or a copy of it to edit
    (`copy`).
    """
    body: PostTest = request.body
    attaching, act, version = request.services.attaching, request.act, request.version
    if body.same:
        return attaching.attach_same(act, process_id, version)
    if body.copied is not None:
        return attaching.attach_copy(act, process_id, version, body.copied.title)
    return attaching.attach(act, process_id, version, ProcessTest.POST, body.assessment_id or "")
