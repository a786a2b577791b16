"""The questions of reminders to the domains that know who has not begun; wiring hands them over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from .model import NotBegun, Reminder


class ReminderAudience(Protocol):
    """Knows who has not begun with one kind of thing."""

    def not_begun(self, district: str, reminder: Reminder, /) -> NotBegun | None:
        """Name the people to remind now; None where there are none, such as after a recall."""


class PeopleNames(Protocol):
    """Knows people's names."""

    def names(self, district: str, people: list[str], /) -> dict[str, str]:
        """Name these people by id; who is gone is left out."""
