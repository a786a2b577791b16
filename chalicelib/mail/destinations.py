"""The screens of the console that emails lead to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

if TYPE_CHECKING:
    from .payload import TrackedLine

HOME = "/console/home"
TRACKER = "/console/trackers/{tracker}"
SHEET = "/console/sheets/{tracker}/{assessment}"
PROCESS = "/console/processes/{process}"
REPORT = "/console/reports/{process}"

SCREENS = (HOME, TRACKER, SHEET, PROCESS, REPORT)
"""All of them."""

Line = TypeVar("Line", bound="TrackedLine")


def find_only_line(lines: Sequence[Line], more: int) -> Line | None:
    """Return the line of a mail about one known tracker alone; mails of 0.3 know none."""
    return lines[0] if len(lines) == 1 and not more and lines[0].tracker else None


def fill(path: str, **ids: str) -> str:
    """Put ids into the path of a screen.

    >>> fill(TRACKER, tracker="a/b")
    '/console/trackers/a%2Fb'
    """
    return path.format(**{name: quote(each, safe="") for name, each in ids.items()})
