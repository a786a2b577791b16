"""The screen of the console that an e-mail leads to: one line a kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

from .model import BeginReminder, Facts, Mail, ProcessFinished

HOME = "/console/home"

SCREENS: Mapping[str, str] = MappingProxyType(
    {
        "assessment_delivered": HOME,
        "reminder": HOME,
        "reminder_of_test": "/console/processes/{about}",
        "process_finished": "/console/reports/{about}",
        "process_finished_in_part": "/console/processes/{about}",
    }
)
"""Paths by what a mail says; `about` is the distribution or the Mastery Process it is about."""


def name_destination(facts: Facts, kind: str) -> str:
    """Name the line of `SCREENS`: a kind of mail, or its part with a screen of its own."""
    if isinstance(facts, BeginReminder) and facts.process:
        return f"{kind}_of_test"
    if isinstance(facts, ProcessFinished) and facts.part:
        return f"{kind}_in_part"
    return kind


def find_screen(mail: Mail, facts: Facts, address: str) -> str:
    """Give the whole address of a mail's screen.

    Where the stack does not know its `address`, a report has the one at which its process was
    locked, and every other mail leads nowhere.
    """
    if address:
        path = SCREENS[name_destination(facts, mail.kind)]
        return address + path.format(about=quote(mail.about, safe=""))
    return facts.link if isinstance(facts, ProcessFinished) else ""
