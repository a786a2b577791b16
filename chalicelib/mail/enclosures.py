"""What comes along with a mail: pictures within it, and a file beside it.

They are fetched when the mail is sent. What is not there any more is left out: the words stay.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .payloads import LARGEST_PICTURE, Chart, Facts, ProcessFinished

LARGEST_FILE = 6_600_000
"""Bytes of a file that still fits: with both pictures it travels as 10.4 MB, and SES takes 10.5
(10 * 1,024 * 1,024). What is larger is a link."""

Fetch = Callable[[str, int], bytes | None]
"""(place, most bytes) -> the file, or nothing when there is none."""


@dataclass(frozen=True, slots=True)
class EnclosedPicture:
    """A PNG within the mail; `name` is what its HTML calls it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class EnclosedFile:
    """A PDF beside the mail."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Enclosed:
    """All that comes along."""

    pictures: tuple[EnclosedPicture, ...] = ()
    file: EnclosedFile | None = None


NOTHING = Enclosed()


def fetch_enclosures(facts: Facts, fetch: Fetch) -> Enclosed:
    """Fetch what comes along with a mail that says this."""
    if not isinstance(facts, ProcessFinished):
        return NOTHING
    charts = {"levels": facts.levels_chart, "movement": facts.movement_chart}
    pictures = (_picture(name, chart, fetch) for name, chart in charts.items() if chart)
    return Enclosed(tuple(each for each in pictures if each), _file(facts, fetch))


def _picture(name: str, chart: Chart, fetch: Fetch) -> EnclosedPicture | None:
    content = fetch(chart.file, LARGEST_PICTURE + 1)
    return EnclosedPicture(name, content) if content and len(content) <= LARGEST_PICTURE else None


def _file(facts: ProcessFinished, fetch: Fetch) -> EnclosedFile | None:
    report = facts.report
    if report is None or not report.attach or report.size > LARGEST_FILE:
        return None
    content = fetch(report.file, LARGEST_FILE + 1)
    return EnclosedFile(report.name, content) if content and len(content) <= LARGEST_FILE else None
