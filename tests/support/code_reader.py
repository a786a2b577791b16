"""A reader of the codes on answer sheets, as docs/answer-sheet-codes.md tells others to write one.

It follows that page alone: the expression is the page's own, and nothing of the product is used.
"""

from __future__ import annotations

import re
from base64 import b32encode
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from string import ascii_letters, digits

PAGE = Path(__file__).resolve().parents[2] / "docs" / "answer-sheet-codes.md"
PLAIN = frozenset(ascii_letters + digits + "-._")
LONGEST, DIGEST = 64, 26


class CodeRefused(Exception):
    """The page must be set aside; why."""


@dataclass(frozen=True)
class ReadCode:
    """The content of a page's code. `student` as it is written; `id` is "" where it is a digest."""

    tracker: str
    assessment: str
    version: str
    page: int
    student: str
    id: str

    def find_student(self, students: Iterable[str], versions: Collection[str]) -> str:
        """Return the sheet's student whose page it is. Raises `CodeRefused`."""
        if self.version not in versions:
            raise CodeRefused("The sheet does not have this version.")
        found = [each for each in students if write_student(each) == self.student]
        if len(found) != 1:
            raise CodeRefused(f"{len(found)} students of the sheet have this code.")
        return found[0]


def read_code(text: str) -> ReadCode:
    """Read a code. Raises `CodeRefused`."""
    match = _expression().fullmatch(text)
    if match is None:
        raise CodeRefused("It is not a code of this format.")
    tracker, assessment, version, page, student = match.groups()
    known = "" if student.startswith("~") else _decode(student)
    return ReadCode(tracker, assessment, version, int(page), student, known)


def write_student(student: str) -> str:
    """Write a student's id as the page says."""
    written = "".join(
        chr(byte) if chr(byte) in PLAIN else f"%{byte:02X}" for byte in student.encode()
    )
    if len(written) <= LONGEST:
        return written
    return "~" + b32encode(sha256(student.encode()).digest()).decode()[:DIGEST]


def _decode(written: str) -> str:
    try:
        plain = re.sub(
            rb"%([0-9A-F]{2})", lambda found: bytes.fromhex(found[1].decode()), written.encode()
        ).decode()
    except UnicodeDecodeError as error:
        raise CodeRefused("The student's id is not UTF-8.") from error
    if write_student(plain) != written:
        raise CodeRefused("The student's id is not written as it must be.")
    return plain


@cache
def _expression() -> re.Pattern[str]:
    (found,) = re.findall(r"```regex\n(.*?)\n```", PAGE.read_text())
    return re.compile(found, re.ASCII)
