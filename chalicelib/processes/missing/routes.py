"""HTTP for tests that people of data teams have not activated, in all processes in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chalicelib.frozen_models import StrictModel
from chalicelib.paging import Page
from chalicelib.processes.model import ProcessStep
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.reminders.views import ReminderView
from chalicelib.processes.scores import ProcessTest
from chalicelib.processes.search import ProcessFilter
from chalicelib.web.id_names import SchoolName
from chalicelib.web.policy import ADMINS
from chalicelib.web.representation import Body, Reference, Representation, TextOrNull
from chalicelib.web.routes import Request, Routes

from .model import MOST_AT_ONCE, AskedReminder, AskedReminders, MissingActivation
from .service import WITH_TESTS

if TYPE_CHECKING:
    from chalicelib.processes.wiring import ProcessesWiring

routes = Routes("Reminders")


class MissingPersonView(Representation):
    """Somebody of the team who has given the test to none of their classes."""

    id: str = Field(serialization_alias="person_id")
    """The person's id. Example: `T-311`"""
    name: str = Field(serialization_alias="person_name")
    """Their name, as the team has it. Example: `Ana Ruiz`"""


class MissingActivationView(Representation):
    """A test that somebody of a data team has not activated for any class.

    It is the test that the team is with: the post-test once the process has one. People without a
    class are not counted.
    """

    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    process_name: str
    """The process's name. Example: `Fractions, fall 2026`"""
    state: ProcessState
    """Where the process stands."""
    step: ProcessStep
    """How far it has come."""
    team_id: str
    """The data team's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    team_name: str
    """The data team's name. Example: `Grade 3 Math`"""
    school: str | None = Field(serialization_alias="school_id")
    """The team's school; null for a team of the whole district. Example: `S-104`"""
    school_name: SchoolName = None
    test: ProcessTest
    """`pre` or `post`."""
    test_title: str
    """The title of the test. Example: `Unit 3: Fractions`"""
    since: TextOrNull = Field(serialization_alias="attached_at")
    """Since when the team has the test; null for a post-test that was attached before release 0.4.

    Example: `2026-09-14T17:00:00Z`
    """
    team_size: int = Field(serialization_alias="member_count")
    """How many people the team has, its leaders included. Example: `6`"""
    missing: int = Field(serialization_alias="missing_count")
    """How many of them have not activated it. Example: `2`"""
    people: tuple[MissingPersonView, ...] = Field(serialization_alias="missing_people")
    """The people, the leaders first."""
    reminded_at: TextOrNull
    """The time of today's last request to remind them; null if there was none."""
    reminded_by_name: str | None
    """The name of the person who asked; null if nobody did. Example: `Dana Cole`"""
    allowed: tuple[Literal["remind"], ...]
    """The actions that you can take: `remind` those who have not begun."""
    links: dict[str, str]
    """Where to go on.

    - `process`: The Mastery Process.
    - `reminders`: The people who were reminded of a test of it.
    """

    @classmethod
    def of(cls, subject: MissingActivation) -> MissingActivationView:
        """Render a test that is not activated by everybody."""
        process, reminder = subject.process, subject.reminder
        path = f"/v1/processes/{process.id}"
        return cls.take(
            process,
            process_id=process.id,
            process_name=process.name,
            team_id=process.team,
            school=process.school or None,
            test=subject.test,
            test_title=subject.attached.title,
            since=subject.since,
            team_size=len(process.leaders) + len(process.members),
            missing=len(subject.people),
            people=tuple(MissingPersonView(id=p.id, name=p.name) for p in subject.people),
            reminded_at=reminder.at if reminder else "",
            reminded_by_name=reminder.by_name if reminder else None,
            allowed=("remind",) if subject.may_remind else (),
            links={"process": path, "reminders": f"{path}/reminders?test={subject.test}"},
        )


class SoughtMissing(StrictModel):
    """Of which processes."""

    state: Literal["open", "named", "pre_test", "post_test", "locking", "locked"] | None = None
    """Only of processes in this state. Only `pre_test` and `post_test` have a test to activate;
    `open` is both.

    - `open`: Those that teams work on.
    - `named`: Those without a pre-test: none.
    - `pre_test`: Those with a pre-test alone.
    - `post_test`: Those with both tests.
    - `locking`: Those that are being finished: none.
    - `locked`: Those that are finished: none.
    """
    step: ProcessStep | None = None
    """Only of processes that have come this far."""
    team: Reference | None = Field(default=None, validation_alias="team_id")
    """Only of this data team, by its id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    school: Reference | None = Field(default=None, validation_alias="school_id")
    """Only of this school's teams, or with a class of it. Example: `S-104`"""

    def build_filter(self) -> ProcessFilter:
        """Return the service's input."""
        every = self.state in (None, "open")
        states = tuple(each for each in WITH_TESTS if every or each == self.state)
        return ProcessFilter(states, self.step, self.team or "", self.school or "")


class TestToRemindOf(Body):
    """A test of a Mastery Process."""

    process: Reference = Field(validation_alias="process_id")
    """The process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    test: ProcessTest
    """`pre` or `post`."""


class NewProcessReminders(Body):
    """Of which tests people are reminded."""

    tests: Annotated[tuple[TestToRemindOf, ...], Field(min_length=1, max_length=MOST_AT_ONCE)]
    """The tests, up to 20."""


class AskedReminderView(Representation):
    """The outcome for one of the tests."""

    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    process_name: str | None
    """The process's name; null where it is not yours to see. Example: `Fractions, fall 2026`"""
    test: ProcessTest
    """`pre` or `post`."""
    reminder: ReminderView | None
    """The reminder of today; null when nobody is reminded of this test."""
    code: str | None
    """The reason why nobody is reminded, for programs; null when somebody is. Example:
    `process_locked`
    """
    message: str | None
    """The same in a sentence; null when somebody is reminded."""

    @classmethod
    def of(cls, subject: AskedReminder) -> AskedReminderView:
        """Render the outcome for a test."""
        refused = subject.refused
        return cls(
            process_id=subject.process,
            process_name=subject.name or None,
            test=subject.test,
            reminder=ReminderView.of(subject.reminder) if subject.reminder else None,
            code=refused.code if refused else None,
            message=refused.message if refused else None,
        )


class AskedRemindersView(Representation):
    """The outcome of a request for reminders about several tests."""

    each: tuple[AskedReminderView, ...] = Field(serialization_alias="tests")
    """Test by test, as they were asked for."""

    @classmethod
    def of(cls, subject: AskedReminders) -> AskedRemindersView:
        """Render the outcomes."""
        return cls(each=tuple(map(AskedReminderView.of, subject.each)))


@routes.get(
    "/v1/missing-activations",
    policy=ADMINS,
    query=SoughtMissing,
    answer=MissingActivationView,
    listed=True,
    summary="List the tests that people of data teams have not activated, process by process",
)
def list_missing_activations(request: Request[ProcessesWiring]) -> Page[MissingActivation]:
    asked = request.query or SoughtMissing()
    return request.services.missing_activations.every(
        request.caller, asked.build_filter(), *request.window
    )


@routes.post(
    "/v1/process-reminders",
    policy=ADMINS,
    body=NewProcessReminders,
    answer=AskedRemindersView,
    status=202,
    summary="Remind those who have not begun with these tests, at most once a day each",
)
def create_process_reminders(request: Request[ProcessesWiring]) -> AskedReminders:
    tests = [(each.process, each.test) for each in request.body.tests]
    return request.services.missing_activations.remind(request.act, tests)
