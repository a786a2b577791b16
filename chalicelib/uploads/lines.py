"""A long list of findings as a file of lines, and one page of it at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from chalicelib.paging import Page

if TYPE_CHECKING:
    from chalicelib.storage.files import Files

LINE = 4096
"""Bytes that are read for one finding; nearly all are shorter, as JSON."""


def written(findings: Iterable[dict[str, Any]]) -> bytes:
    """Write one JSON object a line."""
    return b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in findings)


def page(files: Files, key: str, limit: int, after: Sequence[Any] | None) -> Page[dict[str, Any]]:
    """Read some lines of such a file; a position is the byte at which the next line starts."""
    start = int(after[0]) if after else 0
    content, whole, length = b"", list[bytes](), limit * LINE
    while not whole:
        content = files.read(key, start, length) or b""
        whole = _whole_lines(content)[:limit]
        if len(content) < length:
            break
        length *= 2  # not even one line was as short as that
    size = sum(map(len, whole))
    more = len(content) > size or len(content) >= limit * LINE
    return Page([json.loads(line) for line in whole], [start + size] if more and whole else None)


def _whole_lines(content: bytes) -> list[bytes]:
    *whole, _ = content.split(b"\n")
    return [line + b"\n" for line in whole]
