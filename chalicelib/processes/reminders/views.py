"""Reminders as clients see them."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from chalicelib.mail.reminders.model import Reminder, ReminderState
from chalicelib.web.representation import Representation


class ReminderView(Representation):
    """A day's reminder. Its emails are written soon after the request: see its job.

    A second request on the same day reminds only people without an email that day: a person gets
    one a day at most. People who declined emails, or whose address does not work, get none; the
    list of reminders shows that.
    """

    id: str
    """Names the reminder, such as `01J9ZK3T5X8Q2W4E6R7T8Y9U0I-2026-10-01`."""
    day: date = Field(serialization_alias="date")
    """The day in the district, such as `2026-10-01`."""
    state: ReminderState
    """`writing`, then `written`."""
    by: str = Field(serialization_alias="requested_by_id")
    """The id of the last person who asked on this day."""
    by_name: str = Field(serialization_alias="requested_by_name")
    """Their name, as in the emails."""
    at: str = Field(serialization_alias="requested_at")
    """When they asked, in UTC."""
    written: int = Field(serialization_alias="email_count")
    """How many people have an email of this day so far; 0 until the first are written."""
    links: dict[str, str]
    """`job`: how far it is."""

    @classmethod
    def of(cls, subject: Reminder) -> ReminderView:
        facts: dict[str, Any] = subject.model_dump(include={"state", "by", "by_name", "at"})
        links = {"job": f"/v1/jobs/reminder.{subject.id}"}
        day, written = date.fromisoformat(subject.day), subject.written
        return cls(id=subject.id, day=day, written=written, links=links, **facts)
