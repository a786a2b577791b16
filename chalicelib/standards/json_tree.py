"""A file's bytes as JSON values, whatever the bytes are.

Hostile files end in an `Unreadable` with a name, never in a crash: too large, not UTF-8, not JSON,
nested without end. Mistakes of other programs are read all the same. These are a byte order mark,
`NaN` (read as null), numbers of any length, text with halves of characters or control characters.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import dataclass, field
from typing import Any, NoReturn

from chalicelib.findings.model import Problem, Unreadable, report
from chalicelib.standards import package_problems

LARGEST = 20_000_000
"""Bytes of a package, unpacked. The largest state's whole framework has 11 MB."""

MOST_CONTAINERS = 400_000
MOST_VALUES = 1_000_000
"""Brackets and commas of a file: what keeps a small file from filling the memory."""

_LONGEST_NUMBER = 300
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_ZIP = b"PK\x03\x04"
_IDENTITY_KEYS = ("identifier", "uri")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Tree:
    """The JSON values of a file, and the oddities of its writing."""

    root: Any
    problems: list[Problem] = field(default_factory=list)


def read(content: bytes) -> Tree:
    """Read a file: JSON, or a zip with one JSON file in it. Raises `Unreadable`."""
    if content.startswith(_ZIP):
        content = _unzip(content)
    if len(content) > LARGEST:
        raise Unreadable(_too_large(len(content)))
    if _crowded(content):
        raise Unreadable(report(package_problems.TOO_MANY_VALUES))
    return _parse(_decode(content))


def _crowded(content: bytes) -> bool:
    containers = content.count(b"{") + content.count(b"[")
    return containers > MOST_CONTAINERS or content.count(b",") > MOST_VALUES


def _too_large(size: int) -> Problem:
    return report(package_problems.FILE_TOO_LARGE, value=str(size), size=size, largest=LARGEST)


def _unzip(content: bytes) -> bytes:
    try:
        return _only_json_member(zipfile.ZipFile(io.BytesIO(content)))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as broken:
        raise Unreadable(report(package_problems.ZIP_DAMAGED)) from broken


def _only_json_member(archive: zipfile.ZipFile) -> bytes:
    members = [
        one
        for one in archive.infolist()
        if one.filename.casefold().endswith(".json") and not one.filename.startswith("__MACOSX")
    ]
    if len(members) != 1:
        raise Unreadable(
            report(
                package_problems.ZIP_NEEDS_ONE_JSON,
                value=", ".join(one.filename for one in members),
                members=len(members),
            )
        )
    with archive.open(members[0]) as member:
        unpacked = member.read(LARGEST + 1)
    if len(unpacked) > LARGEST:
        raise Unreadable(_too_large(max(members[0].file_size, len(unpacked))))
    return unpacked


def _decode(content: bytes) -> str:
    if content.startswith(_UTF_16_OR_32):
        raise Unreadable(_wrong_encoding("The file is written in UTF-16 or UTF-32.", ""))
    try:
        return content.removeprefix(_BYTE_ORDER_MARK).decode()
    except UnicodeDecodeError as wrong:
        at = content[wrong.start : wrong.start + 8]
        raise Unreadable(
            _wrong_encoding(f"Byte {wrong.start:,} is not UTF-8.", at.hex(" "))
        ) from wrong


def _wrong_encoding(reason: str, value: str) -> Problem:
    return report(package_problems.NOT_UTF8, value=value, reason=reason)


def _parse(text: str) -> Tree:
    if not text.strip():
        raise Unreadable(report(package_problems.FILE_EMPTY))
    reading = _Reading()
    try:
        root = json.loads(
            text,
            object_pairs_hook=reading.object,
            parse_constant=reading.constant,
            parse_int=reading.integer,
        )
    except json.JSONDecodeError as wrong:
        _not_json(wrong)
    except RecursionError as endless:
        raise Unreadable(report(package_problems.NESTED_TOO_DEEP)) from endless
    return Tree(root, reading.problems)


def _not_json(wrong: json.JSONDecodeError) -> NoReturn:
    raise Unreadable(
        report(
            package_problems.NOT_JSON,
            where=f"line {wrong.lineno}, column {wrong.colno}",
            value=wrong.doc[wrong.pos : wrong.pos + 40],
            lineno=wrong.lineno,
            colno=wrong.colno,
            msg=wrong.msg,
        )
    ) from wrong


class _Reading:
    """The answers to the JSON parser's questions, and the oddities that they met."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.constants = 0

    def object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """Make an object; the last of two equal keys wins, and two different values are named."""
        made = dict(pairs)
        if len(made) != len(pairs):
            self.problems += _report_repeated_keys(pairs, made)
        return made

    def constant(self, name: str) -> None:
        """Read `NaN` and `Infinity`, which JSON does not have, as null."""
        self.constants += 1
        if self.constants == 1:
            self.problems.append(report(package_problems.NOT_A_NUMBER, value=name, name=name))

    def integer(self, digits: str) -> int | str:
        """Read whole numbers; absurdly long ones stay text, which no field takes for a number."""
        return digits if len(digits) > _LONGEST_NUMBER else int(digits)


def _report_repeated_keys(pairs: list[tuple[str, Any]], made: dict[str, Any]) -> list[Problem]:
    seen: dict[str, Any] = {}
    found = []
    for key, value in pairs:
        if key in seen:
            is_same = seen[key] == value
            found.append(
                report(
                    package_problems.KEY_REPEATED if is_same else package_problems.KEY_CONTRADICTS,
                    key=printable(key),
                    identifier=_identity(made),
                    value=printable(str(seen[key])[:200]),
                )
            )
        seen[key] = value
    return found


def _identity(entity: dict[str, Any]) -> str:
    values = (entity.get(key) for key in _IDENTITY_KEYS)
    return next((printable(value) for value in values if isinstance(value, str)), "")


def printable(text: str) -> str:
    r"""Replace what cannot be stored or shown: halves of characters, control characters.

    >>> printable("a\x00b")
    'a\ufffdb'
    """
    return _UNPRINTABLE.sub("\ufffd", text)
