"""The text of the code on an answer sheet, promised to scanners in docs/answer-sheet-codes.md.

`PL1:<tracker>:<assessment>:<version>:<page>:<student>`: the sheet is at
`/v1/trackers/<tracker>/sheets/<assessment>`. Ids only, never a name. A change here needs another
`PL` number, because paper stays in drawers for years.
"""

from __future__ import annotations

from base64 import b32encode
from hashlib import sha256
from urllib.parse import quote

FORMAT = "PL1"
LONGEST_ID = 64
"""Characters of a student's id in a code; a longer one is written as a digest."""
DIGEST = "~"
"""Begins a digest. In an id it is escaped."""


def code_of(tracker: str, assessment: str, version: str, page: int, student: str) -> str:
    """Return the text of a page's code.

    >>> code_of("01TRACKER", "01TEST", "B", 1, "605475")
    'PL1:01TRACKER:01TEST:B:1:605475'
    """
    return f"{FORMAT}:{tracker}:{assessment}:{version}:{page}:{student_in_code(student)}"


def student_in_code(student: str) -> str:
    """Write a student's id: letters, digits, `-`, `.` and `_` as they are, all else as %XX.

    >>> student_in_code("3f2c-8b1e"), student_in_code("a b~Ü")
    ('3f2c-8b1e', 'a%20b%7E%C3%9C')
    """
    written = quote(student, safe="").replace(DIGEST, "%7E")
    if len(written) <= LONGEST_ID:
        return written
    return DIGEST + b32encode(sha256(student.encode()).digest()).decode()[:26]
