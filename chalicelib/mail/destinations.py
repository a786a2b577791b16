"""The screen of the console that an e-mail leads to: one line a kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

from .model import (
    AssessmentDelivered,
    BeginReminder,
    Facts,
    Mail,
    ProcessFinished,
    ReminderLine,
    TrackerLine,
)

HOME = "/console/home"
TRACKER, SHEET = "/console/trackers/{tracker}", "/console/sheets/{tracker}/{assessment}"

SCREENS: Mapping[str, str] = MappingProxyType(
    {
        "assessment_delivered": HOME,
        "assessment_delivered_to_one": TRACKER,
        "reminder": HOME,
        "reminder_of_one": SHEET,
        "reminder_of_test": "/console/processes/{about}",
        "process_finished": "/console/reports/{about}",
        "process_finished_in_part": "/console/processes/{about}",
    }
)
"""Paths by what a mail says.

`about` is the distribution or the Mastery Process it is about; `tracker` and `assessment` are those
of a mail that speaks of one tracker alone.
"""
LINES: Mapping[str, str] = MappingProxyType({"assessment_delivered": TRACKER, "reminder": SHEET})
"""Paths of the lines of a mail, each about a tracker."""

Line = TrackerLine | ReminderLine


def name_destination(facts: Facts, kind: str) -> str:
    """Name the line of `SCREENS`: a kind of mail, or its part with a screen of its own."""
    if isinstance(facts, BeginReminder) and facts.process:
        return f"{kind}_of_test"
    if isinstance(facts, ProcessFinished) and facts.part:
        return f"{kind}_in_part"
    if isinstance(facts, AssessmentDelivered) and find_only_line(facts):
        return f"{kind}_to_one"
    if isinstance(facts, BeginReminder) and find_only_line(facts):
        return f"{kind}_of_one"
    return kind


def find_only_line(facts: Facts) -> Line | None:
    """Give the one line of a mail about one tracker that is known; mails of 0.3 know none."""
    lines: tuple[Line, ...] = ()
    if isinstance(facts, AssessmentDelivered):
        lines = facts.trackers
    if isinstance(facts, BeginReminder):
        lines = facts.classes
    is_one = len(lines) == 1 and not getattr(facts, "more", 0)
    return lines[0] if is_one and lines[0].tracker else None


def find_screen(mail: Mail, facts: Facts, address: str) -> str:
    """Give the whole address of a mail's screen.

    Where the stack does not know its `address`, a report has the one at which its process was
    locked, and every other mail leads nowhere.
    """
    if address:
        path = SCREENS[name_destination(facts, mail.kind)]
        return address + _fill(path, facts, find_only_line(facts), mail.about)
    return facts.link if isinstance(facts, ProcessFinished) else ""


def find_line_screen(mail: Mail, facts: Facts, line: Line, address: str) -> str:
    """Give the whole address that a line of a mail leads to; nothing where nobody knows one."""
    if not (address and line.tracker):
        return ""
    return address + _fill(LINES[mail.kind], facts, line, mail.about)


def _fill(path: str, facts: Facts, line: Line | None, about: str) -> str:
    named = {
        "about": about,
        "tracker": line.tracker if line else "",
        "assessment": facts.assessment_id if isinstance(facts, BeginReminder) else "",
    }
    return path.format(**{name: quote(text, safe="") for name, text in named.items()})
