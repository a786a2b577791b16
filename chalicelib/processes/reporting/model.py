"""What a paper is made in, besides what lies in the process, and where its files are."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frame(BaseModel):
    """What a report says besides what lies in the process: as it was at the lock.

    So what is built later, or again, is built of the same.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    district: str
    """Its name."""
    school: str = ""
    """Its name; empty for a team of the whole district."""
    locale: str = "en-US"
    zone: str = "UTC"
    paper: str = "letter"
    attached: bool = False
    """Whether the report comes with the e-mail."""
    link: str = ""
    """Where it can be read after signing in."""
    begun: str = ""
    """The day it was begun, in words of the district's zone."""
    finished: str = ""
    """The moment it was finished."""
    statements: dict[str, str] = {}
    """What the standards assessed demand, by code."""


def place(process: str, name: str) -> str:
    """Say where a file of a finished process is kept.

    >>> place("01K", "report.pdf")
    'reports/01K/report.pdf'
    """
    return f"reports/{process}/{name}"
