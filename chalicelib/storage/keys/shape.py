"""The parts of a key, and the check that keeps an outside part from posing as two."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """Partition key and sort key of one item."""

    pk: str
    sk: str


def part(text: str) -> str:
    """Escape one part of a key.

    >>> part("sch#1 100%")
    'sch%231 100%25'
    """
    return text.replace("%", "%25").replace("#", "%23")


def join(*parts: str) -> str:
    """Escape and join parts with `#`."""
    return "#".join(part(each) for each in parts)


def parts(key: str) -> list[str]:
    """Take apart what `join` wrote.

    >>> parts("sch%231#01J")
    ['sch#1', '01J']
    """
    return [each.replace("%23", "#").replace("%25", "%") for each in key.split("#")]
