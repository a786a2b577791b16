"""One JSON value as what a CASE field should hold, however it was written."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

from .json_tree import printable

_NAMES = ("title", "value", "text", "name")


def text(value: Any) -> str:
    """Read text: trimmed; numbers as written; an object by its title; nothing for null.

    >>> text(" a "), text(3), text(None), text({"title": "Cluster"}), text(["only"])
    ('a', '3', '', 'Cluster', 'only')
    """
    if isinstance(value, str):
        return printable(value).strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        return next((text(value[n]) for n in _NAMES if isinstance(value.get(n), str)), "")
    return text(value[0]) if isinstance(value, list) and len(value) == 1 else ""


def texts(value: Any) -> tuple[str, ...]:
    """Read a list of texts, or one text as a list of one; empty ones are left out.

    >>> texts(["a", None, {"title": "b"}]), texts("a"), texts(None)
    (('a', 'b'), ('a',), ())
    """
    many = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(one for one in map(text, many) if one))


def few(names: tuple[str, ...]) -> tuple[str, ...]:
    """Keep a sensible part of a list of names: twenty, of a hundred characters each."""
    return tuple(dict.fromkeys(name[:100].strip() for name in names[:20]))


def number(value: Any) -> float | None:
    """Read a sequence number, also from text; nothing when it is none.

    >>> number(3), number("3.5"), number("x"), number(None), number(float("inf"))
    (3.0, 3.5, None, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        read = float(value)
    except (ValueError, OverflowError):
        return None
    return read if math.isfinite(read) else None


def day(value: Any) -> str:
    """Read a day (also the day of an instant) as ISO 8601; nothing when it is none.

    >>> day("2026-06-30"), day("2026-06-30T00:00:00+00:00"), day("soon"), day(None)
    ('2026-06-30', '2026-06-30', '', '')
    """
    try:
        return date.fromisoformat(text(value)[:10]).isoformat()
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class CaseLink:
    """The target of a CASE link; any part may be empty."""

    identifier: str = ""
    uri: str = ""
    title: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The possible names of the target: identifier, URI, the URI's last part."""
        return tuple(filter(None, (self.identifier, self.uri, tail(self.uri))))

    def __str__(self) -> str:
        """Read as the text that was written."""
        return self.identifier or self.uri or self.title


def link(value: Any) -> CaseLink:
    """Read a link: an object with identifier, URI and title, or the bare URI or identifier.

    >>> link("http://x.example/uri/12").names
    ('http://x.example/uri/12', '12')
    >>> link({"identifier": "12", "uri": None, "title": "Twelve"})
    CaseLink(identifier='12', uri='', title='Twelve')
    """
    if isinstance(value, dict):
        return CaseLink(*(text(value.get(name)) for name in ("identifier", "uri", "title")))
    if isinstance(value, list):
        return link(value[0]) if len(value) == 1 and not isinstance(value[0], list) else CaseLink()
    return CaseLink(uri=text(value))


def links(value: Any) -> list[CaseLink]:
    """Read one link or a list of them."""
    many = value if isinstance(value, list) else [value]
    return [one for one in map(link, many) if one.names or one.title]


def tail(uri: str) -> str:
    """Return a URI's last part, which in CASE is the identifier.

    >>> tail("urn:uuid:6d8f"), tail("http://x.example/CFItems/12/"), tail("12")
    ('6d8f', '12', '12')
    """
    return uri.rstrip("/").rpartition("/")[2].rpartition(":")[2].rpartition("#")[2]
