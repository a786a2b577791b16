"""A long list of findings as a file of lines, and one page of it at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from chalicelib.paging import Page

if TYPE_CHECKING:
    from chalicelib.storage.files import Files

LINE = 4096
"""Bytes that are read for one finding; nearly all are shorter, as JSON."""
PIECE = 1024 * 1024
"""Bytes that are read at once of a list that is read as a whole."""


def write_lines(findings: Iterable[dict[str, Any]]) -> bytes:
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


def select(
    files: Files,
    key: str,
    limit: int,
    after: Sequence[Any] | None,
    takes: Callable[[dict[str, Any]], bool],
) -> Page[dict[str, Any]]:
    """Read some of the lines that are meant, and count all of them."""
    start, total = int(after[0]) if after else 0, 0
    found: list[dict[str, Any]] = []
    behind: list[int] = []
    for at, one in every(files, key):
        if takes(one):
            total += 1
            if at >= start and len(found) < limit:
                found.append(one)
            elif at >= start and not behind:
                behind.append(at)
    return Page(found, behind or None, {"total": total})


def every(files: Files, key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read every line, each with the byte at which it starts."""
    start, length = 0, PIECE
    while content := files.read(key, start, length):
        whole = _whole_lines(content)
        for line in whole:
            yield start, json.loads(line)
            start += len(line)
        if len(content) < length:
            return
        length = PIECE if whole else length * 2


def _whole_lines(content: bytes) -> list[bytes]:
    *whole, _ = content.split(b"\n")
    return [line + b"\n" for line in whole]
