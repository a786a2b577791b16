"""The enclosures of a mail: pictures within it, and a file beside it.

They are fetched when the mail is sent. Those that are gone are left out: the words stay.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .payload import LARGEST_PICTURE, Chart, MailPayload

LARGEST_FILE = 6_600_000
"""Bytes of a file that still fits: with both pictures it travels as 10.4 MB, and SES takes 10.5
(10 * 1,024 * 1,024). A larger file is a link."""

Fetch = Callable[[str, int], bytes | None]
"""(place, most bytes) -> the file, or nothing when there is none."""


@dataclass(frozen=True, slots=True)
class EnclosedPicture:
    """A PNG within the mail; `name` is its name in the HTML."""

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


def fetch_enclosures(payload: MailPayload, fetch: Fetch) -> Enclosed:
    """Fetch what comes along with a mail that says this."""
    pictures = (_picture(name, each, fetch) for name, each in payload.list_pictures().items())
    return Enclosed(tuple(each for each in pictures if each), _file(payload, fetch))


def _picture(name: str, chart: Chart, fetch: Fetch) -> EnclosedPicture | None:
    content = fetch(chart.file, LARGEST_PICTURE + 1)
    return EnclosedPicture(name, content) if content and len(content) <= LARGEST_PICTURE else None


def _file(payload: MailPayload, fetch: Fetch) -> EnclosedFile | None:
    file = payload.find_attachment()
    if file is None or not file.attach or file.size > LARGEST_FILE:
        return None
    content = fetch(file.file, LARGEST_FILE + 1)
    return EnclosedFile(file.name, content) if content and len(content) <= LARGEST_FILE else None
