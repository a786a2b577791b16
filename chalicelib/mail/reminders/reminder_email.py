"""The email that reminds people to begin (D16)."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self

from chalicelib.mail.destinations import HOME, PROCESS, SHEET, fill, find_only_line
from chalicelib.mail.payload import MailPayload, MailTopic, TrackedLine
from chalicelib.rendering import one_line


class ReminderLine(TrackedLine):
    """A class, or its tracker, in which nothing is entered yet, and what the recipient is to it.

    `give_until` is its last day, written out, and `over` whether that has passed; empty where
    nobody named one. `tracker` is blank for a test of a process.
    """

    role: Literal["owner", "collaborator"] = "owner"
    give_until: str = ""
    over: bool = False


class BeginReminder(MailPayload):
    """Somebody reminds the recipient of classes that have not begun with an assessment.

    `process` and `team` are empty where it comes from a distribution. `to_activate`: the recipient
    has not given the test of the process to any class.
    """

    kind: ClassVar[str] = "reminder"
    usual_topic: ClassVar[MailTopic] = MailTopic.DISTRIBUTION
    unsubscribe: ClassVar[str] = "No more reminder emails"
    only_on_its_day: ClassVar[bool] = True

    assessment: str
    reminded_by: str
    process: str = ""
    team: str = ""
    classes: tuple[ReminderLine, ...] = ()
    more: int = 0
    """Classes beyond those that are listed."""
    to_activate: bool = False
    assessment_id: str = ""
    """The assessment; blank for a test of a process, and in mails of 0.3."""

    @property
    def topic(self) -> MailTopic:
        """A Mastery Process, where the test is one of its own."""
        return MailTopic.PROCESS if self.process else self.usual_topic

    @property
    def title(self) -> str:
        """The assessment's title."""
        return self.assessment

    def build_context(self) -> dict[str, Any]:
        """Return what its templates name."""
        schools: dict[str, list[ReminderLine]] = {}
        for line in self.classes:
            schools.setdefault(line.school, []).append(line)
        days = {(line.give_until, line.over) for line in self.classes}
        (day, over), *several = sorted(days) or [("", False)]
        return {
            "assessment": one_line(self.assessment),
            "reminded_by": self.reminded_by,
            "process": one_line(self.process),
            "team": one_line(self.team),
            "schools": [{"name": name, "classes": lines} for name, lines in schools.items()],
            "count": len(self.classes) + self.more,
            "more": self.more,
            "to_activate": self.to_activate,
            "give_until": "" if several else day,
            "over": over and not several,
            "several_days": bool(several),
        }

    def find_path(self, about: str) -> str:
        """Lead to the process, or to the one sheet that waits, or home where all are."""
        if self.process:
            return fill(PROCESS, process=about)
        only = find_only_line(self.classes, self.more)
        return self.find_line_path(only) if only else HOME

    def find_line_path(self, line: TrackedLine, /) -> str:
        """Lead to the sheet that waits."""
        return fill(SHEET, tracker=line.tracker, assessment=self.assessment_id)

    def on(self, day: str, /) -> Self | None:
        """Leave out classes that are over on a day."""
        lasting = tuple(each for each in self.classes if not each.is_past(day))
        if len(lasting) == len(self.classes):
            return self
        return self.model_copy(update={"classes": lasting, "more": 0}) if lasting else None
