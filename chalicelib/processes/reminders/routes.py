"""HTTP for reminding those who have not begun, with a distribution or with a test of a process."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import Field

from chalicelib.days import Day
from chalicelib.mail.model import MailState
from chalicelib.mail.reminders.model import Reminder
from chalicelib.mail.skip_reasons import explain
from chalicelib.paging import Page
from chalicelib.processes.scores import ProcessTest
from chalicelib.web.policy import DISTRICT_ADMINS, STAFF
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from .views import ReminderView

if TYPE_CHECKING:
    from chalicelib.mail.reminders.service import ReminderReceipt
    from chalicelib.processes.wiring import ProcessesWiring
    from chalicelib.results.wiring import ResultsWiring

routes = Routes("Reminders")


class NewTestReminder(Body):
    """Which test of the Mastery Process people are reminded of."""

    test: ProcessTest
    """`pre` or `post`."""


class ReminderClassView(Representation):
    """A class, or its tracker, in which nothing was entered when the email was written."""

    school: str = Field(serialization_alias="school_name")
    """The name of its school."""
    name: str
    """The title of the tracker; of a Mastery Process, of the class."""


class ReminderReceiptView(Representation):
    """The outcome of one person's email of a day."""

    person: str = Field(serialization_alias="person_id")
    """The person to remind."""
    name: str = Field(serialization_alias="person_name")
    """Their name; empty once they are gone."""
    day: date = Field(serialization_alias="date")
    """The day of the reminder in the district."""
    state: MailState
    """Where the email stands, such as `queued`, `sent`, `delivered`, `skipped`."""
    reason: str
    """The reason why it was not sent or did not arrive, such as `not_wanted`; empty if it
    arrived.
    """
    message: str
    """The same in a sentence."""
    to_activate: bool
    """Whether they had not given the test of the process to any class."""
    classes: list[ReminderClassView]
    """Their classes and tests that had not begun, up to 200."""

    @classmethod
    def of(cls, subject: ReminderReceipt) -> ReminderReceiptView:
        mail, reminder = subject.mail, subject.said
        return cls.take(
            mail,
            name=subject.name,
            day=date.fromisoformat(subject.day),
            message=explain(mail.state, mail.reason),
            to_activate=reminder.to_activate,
            classes=[ReminderClassView(school=c.school, name=c.name) for c in reminder.classes],
        )


class ReminderQuery(Body):
    """Of which day; without it of the last on which people were reminded."""

    day: Day | None = Field(default=None, validation_alias="date")
    """A day in the district, such as `2026-10-01`."""

    @property
    def asked(self) -> str:
        """The day as it is kept; empty for the last."""
        return self.day.isoformat() if self.day else ""


class TestReminderQuery(ReminderQuery):
    """Of which test and which day."""

    test: ProcessTest = ProcessTest.PRE
    """`pre` (if it is left out) or `post`."""


_ASKED: dict[str, Any] = {
    "answer": ReminderView,
    "status": 202,
    "location": "/v1/jobs/reminder.{id}",
}


@routes.post(
    "/v1/distributions/{distribution_id}/reminders",
    policy=DISTRICT_ADMINS,
    summary="Remind those whose classes have not begun, at most once a day each",
    **_ASKED,
)
def create_distribution_reminder(request: Request[ResultsWiring], distribution_id: str) -> Reminder:
    return request.services.distribution_reminders.remind(request.act, distribution_id)


@routes.get(
    "/v1/distributions/{distribution_id}/reminders",
    policy=DISTRICT_ADMINS,
    query=ReminderQuery,
    answer=ReminderReceiptView,
    listed=True,
    summary="List who was reminded on a day, and what became of their email",
)
def list_distribution_reminders(
    request: Request[ResultsWiring], distribution_id: str
) -> Page[ReminderReceipt]:
    wanted = request.query or ReminderQuery()
    return request.services.distribution_reminders.receipts(
        request.caller, distribution_id, wanted.asked, *request.window
    )


@routes.post(
    "/v1/processes/{process_id}/reminders",
    policy=STAFF,
    body=NewTestReminder,
    summary="Remind those of the team who have not begun with a test, at most once a day each",
    **_ASKED,
)
def create_process_reminder(request: Request[ProcessesWiring], process_id: str) -> Reminder:
    return request.services.process_reminders.remind(request.act, process_id, request.body.test)


@routes.get(
    "/v1/processes/{process_id}/reminders",
    policy=STAFF,
    query=TestReminderQuery,
    answer=ReminderReceiptView,
    listed=True,
    summary="List who of the team was reminded on a day, and what became of their email",
)
def list_process_reminders(
    request: Request[ProcessesWiring], process_id: str
) -> Page[ReminderReceipt]:
    wanted = request.query or TestReminderQuery()
    return request.services.process_reminders.receipts(
        request.caller, process_id, wanted.test, wanted.asked, *request.window
    )
