"""The email to teachers: a district assessment has arrived in their trackers (D7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Literal, Self

from chalicelib.mail.destinations import HOME, TRACKER, fill, find_only_line
from chalicelib.mail.payload import LISTED, MailPayload, MailTopic, TrackedLine
from chalicelib.rendering import one_line


class TrackerLine(TrackedLine):
    """One tracker, by name, and what the recipient is to it."""

    role: Literal["owner", "collaborator"] = "owner"


class AssessmentDelivered(MailPayload):
    """A district assessment has arrived in trackers of the recipient.

    `delivered_at` is the moment in district time, written out. `give_until` is the last day to give
    the test; empty where nobody named one, as in mails of 0.3.
    """

    kind: ClassVar[str] = "assessment_delivered"
    usual_topic: ClassVar[MailTopic] = MailTopic.DISTRIBUTION
    unsubscribe: ClassVar[str] = "No more delivery emails"

    assessment: str
    distributed_by: str
    delivered_at: str
    give_until: str = ""
    trackers: tuple[TrackerLine, ...]
    more: int = 0
    """Trackers beyond those that are listed, whose classes last no longer than any of these."""

    @property
    def title(self) -> str:
        """The assessment's title."""
        return self.assessment

    def build_context(self) -> dict[str, Any]:
        """Return what its templates name."""
        schools: dict[str, list[TrackerLine]] = {}
        for tracker in self.trackers:
            schools.setdefault(tracker.school, []).append(tracker)
        return {
            "assessment": one_line(self.assessment),
            "distributed_by": self.distributed_by,
            "delivered_at": self.delivered_at,
            "give_until": self.give_until,
            "schools": [{"name": name, "trackers": lines} for name, lines in schools.items()],
            "count": len(self.trackers) + self.more,
            "more": self.more,
        }

    def find_path(self, about: str) -> str:
        """Lead to the one tracker, or home where all are."""
        del about
        only = find_only_line(self.trackers, self.more)
        return fill(TRACKER, tracker=only.tracker) if only else HOME

    def find_line_path(self, line: TrackedLine, /) -> str:
        """Lead to the tracker."""
        return fill(TRACKER, tracker=line.tracker)

    def on(self, day: str, /) -> Self | None:
        """Leave out trackers whose classes are over on a day."""
        lasting = tuple(each for each in self.trackers if not each.is_past(day))
        if len(lasting) == len(self.trackers):
            return self
        return self.model_copy(update={"trackers": lasting, "more": 0}) if lasting else None

    def name_trackers(self, trackers: Iterable[TrackerLine]) -> Self:
        """Return the email with these trackers: those that it names, and the number of others."""
        named, more = select_trackers(trackers)
        return self.model_copy(update={"trackers": named, "more": more})


def select_trackers(trackers: Iterable[TrackerLine]) -> tuple[tuple[TrackerLine, ...], int]:
    """Return the trackers that a mail names, by school and name, and the number of others.

    Where there are more, those are named whose classes last longest: once one of them is over, so
    are all that are not named.
    """
    ordered = sorted(set(trackers), key=_by_school)
    longest = sorted(ordered, key=_last_day, reverse=True)[:LISTED]
    return tuple(sorted(longest, key=_by_school)), max(len(ordered) - LISTED, 0)


def _by_school(line: TrackerLine) -> tuple[str, ...]:
    return line.school, line.name, line.role, line.ends, line.tracker


def _last_day(line: TrackerLine) -> str:
    return line.ends or _NEVER


_NEVER = "9999-12-31"
"""The last day of a class whose end is not known."""
