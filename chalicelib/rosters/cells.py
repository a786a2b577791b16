"""Single cells: what they may hold, and the sentence for those that do not."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from .columns import Column, Content
from .problems import Problem, error

ID_BYTES = 255
"""Bytes (UTF-8) that a sourcedId takes in a key; `#` and `%` take three there."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_FLAGS = {"true": "true", "false": "false"}

Finding = tuple[str, str, str]
"""Code, reason, fix."""


def read_cell(column: Column, raw: str) -> tuple[str, Finding | None]:
    """Give the cell as it is stored, and what is wrong with it.

    Names are kept letter by letter; around everything else spaces are dropped.
    """
    value = raw if column.content is Content.TEXT else raw.strip()
    if not value.strip():
        return "", _missing(column) if column.required else None
    return _READERS[column.content](column, value)


def as_problem(finding: Finding, column: Column, file: str, row: int, value: str) -> Problem:
    """Say where the finding is."""
    code, reason, fix = finding
    return error(code, reason, fix, file=file, row=row, column=column.name, value=value)


def split_ids(value: str) -> list[str]:
    """Read a list of sourcedIds: comma-separated, blanks and repeats left out."""
    return list(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))


def _missing(column: Column) -> Finding:
    return ("required", f"{column.name} must not be blank.", "Fill it in where the roster is kept.")


def _text(column: Column, value: str) -> tuple[str, Finding | None]:
    if len(value) > column.longest:
        reason = f"{column.name} has {len(value)} characters; at most {column.longest} are stored."
        return value, ("too-long", reason, "Shorten it.")
    return value, None


def _id(column: Column, value: str) -> tuple[str, Finding | None]:
    if len(value) > ID_BYTES or _length_in_key(value) > ID_BYTES:
        reason = f"{column.name} is longer than {ID_BYTES} characters."
        fix = "Use the identifier of the student information system, not a text."
        return value, ("id-too-long", reason, fix)
    if _CONTROL.search(value):
        reason = f"{column.name} holds characters that cannot be seen (a line break or the like)."
        return value, ("id-control-character", reason, "Remove them.")
    return value, None


def _length_in_key(value: str) -> int:
    return len(value.encode()) + 2 * (value.count("#") + value.count("%"))


def _ids(column: Column, value: str) -> tuple[str, Finding | None]:
    parts = split_ids(value)
    for part in parts:
        _, finding = _id(column, part)
        if finding:
            return value, finding
    return ",".join(parts), None if parts else _missing(column)


def _choice(column: Column, value: str) -> tuple[str, Finding | None]:
    if value in column.choices or (column.extensible and value.startswith("ext:")):
        return value, None
    allowed = ", ".join(sorted(column.choices))
    return value, (
        "not-allowed",
        f"{column.name} must be one of: {allowed}.",
        "Choose one of these.",
    )


def _flag(column: Column, value: str) -> tuple[str, Finding | None]:
    """Spreadsheets write TRUE: its letters' size carries no meaning, so it is no problem."""
    known = _FLAGS.get(value.lower())
    if known:
        return known, None
    return value, ("not-allowed", f"{column.name} must be true or false.", "Write true or false.")


def _date(column: Column, value: str) -> tuple[str, Finding | None]:
    try:
        if _DATE.fullmatch(value):
            date.fromisoformat(value)
            return value, None
    except ValueError:
        pass
    reason = f"{column.name} must be a date that exists, written like 2026-08-17."
    return value, ("not-a-date", reason, "Write year, month and day, with hyphens.")


def _year(column: Column, value: str) -> tuple[str, Finding | None]:
    if _YEAR.fullmatch(value):
        return value, None
    return value, ("not-a-year", f"{column.name} must be a year of four digits.",
                   "Write the year in which the school year ends, like 2027.")  # fmt: skip


_READERS: dict[Content, Callable[[Column, str], tuple[str, Finding | None]]] = {
    Content.TEXT: _text,
    Content.ID: _id,
    Content.IDS: _ids,
    Content.CHOICE: _choice,
    Content.FLAG: _flag,
    Content.DATE: _date,
    Content.YEAR: _year,
}
