"""Single cells: what they may hold, and the sentence for those that do not."""

from __future__ import annotations

import re
from collections.abc import Callable

from chalicelib.findings.model import Problem, Severity, problem

from . import record_problems
from .columns import Content, RosterColumn
from .package_problems import NOTHING_TO_DO
from .problems import Finding, finding
from .spellings import (
    FIRST_LETTERS,
    NO_LETTERS,
    plain_date,
    plain_flag,
    plain_word,
    stands_for_nothing,
)

ID_BYTES = 255
"""Bytes (UTF-8) that a sourcedId takes in a key; `#` and `%` take three there."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_BREAK = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")
_YEAR = re.compile(r"\d{4}", re.ASCII)


def read_cell(column: RosterColumn, raw: str) -> tuple[str, Finding | None]:
    """Return the cell as it is stored, and its problem.

    Names are kept letter by letter; around everything else spaces are dropped.
    """
    value = raw if column.named else raw.strip()
    if not value.strip():
        return "", _missing(column) if column.required else None
    if value[0] in FIRST_LETTERS and stands_for_nothing(
        value, loose=column.content in NO_LETTERS, named=column.named
    ):
        return _nothing(column, value)
    value, finding = _READERS[column.content](column, value)
    if finding is not None and finding.is_error and column.idle:
        return "", _downgrade_unused(finding)
    return value, finding


def as_problem(finding: Finding, column: RosterColumn, file: str, row: int, value: str) -> Problem:
    """Return where the finding is."""
    return problem(
        finding.severity, finding.code, finding.reason, finding.fix,
        file=file, row=row, column=column.name, value=value, detail=finding.detail,
    )  # fmt: skip


def split_ids(value: str) -> list[str]:
    """Read a list of sourcedIds: comma-separated, blanks and repeats left out."""
    return list(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))


def _missing(column: RosterColumn) -> Finding:
    found = finding(record_problems.REQUIRED, name=column.name)
    return _downgrade_unused(found) if column.idle else found


def _downgrade_unused(finding: Finding) -> Finding:
    """Nothing of the product reads the column: its mistakes are worth a word, no more."""
    reason = f"{finding.reason} Plumbline does not use it, so it was read as blank."
    return finding._replace(reason=reason, fix=NOTHING_TO_DO, severity=Severity.WARNING)


def _nothing(column: RosterColumn, value: str) -> tuple[str, Finding]:
    """A word for nothing is no value; where a name must stand, it may be somebody's own."""
    if column.required and not column.named:
        found = finding(record_problems.WORD_FOR_NOTHING, name=column.name)
        return "", _downgrade_unused(found) if column.idle else found
    kept = column.required
    declared = record_problems.WORD_KEPT if kept else record_problems.WORD_READ_AS_BLANK
    return value if kept else "", finding(declared, name=column.name)


def _text(column: RosterColumn, value: str) -> tuple[str, Finding | None]:
    if len(value) > column.longest:
        detail = f"It has {len(value):,}."
        most = {"name": column.name, "longest": column.longest}
        return value, finding(record_problems.TOO_LONG, detail=detail, **most)
    if not value.isprintable() and _BREAK.search(value):
        return _on_one_line(column, value)
    return value, None


def _on_one_line(column: RosterColumn, value: str) -> tuple[str, Finding]:
    """A line break is a space; with a comma beside it, it may be the rest of another row."""
    if "," in value:
        return value, finding(record_problems.LINE_BREAK, name=column.name)
    known = _BREAK.sub(" ", value).strip()
    return known, finding(record_problems.LINE_BREAK_READ_AS_SPACE, name=column.name)


def _id(column: RosterColumn, value: str) -> tuple[str, Finding | None]:
    if len(value) > ID_BYTES or _length_in_key(value) > ID_BYTES:
        return value, finding(record_problems.ID_TOO_LONG, name=column.name, most=ID_BYTES)
    if not value.isprintable() and _CONTROL.search(value):
        return value, finding(record_problems.ID_CONTROL_CHARACTER, name=column.name)
    return value, None


def _length_in_key(value: str) -> int:
    if value.isascii() and len(value) < ID_BYTES // 3:
        return len(value)
    return len(value.encode()) + 2 * (value.count("#") + value.count("%"))


def _ids(column: RosterColumn, value: str) -> tuple[str, Finding | None]:
    parts = split_ids(value)
    for part in parts:
        _, finding = _id(column, part)
        if finding:
            return value, finding
    return ",".join(parts), None if parts else _missing(column)


def _choice(column: RosterColumn, value: str) -> tuple[str, Finding | None]:
    """Capital letters, spaces and hyphens carry no meaning in these words."""
    if value in column.choices or (column.extensible and value.startswith("ext:")):
        return value, None
    word = plain_word(value)
    known = next((each for each in column.choices if plain_word(each) == word), None)
    if known is not None:
        return known, None
    allowed = ", ".join(sorted(column.choices))
    if column.open:
        return value, finding(record_problems.OTHER_ROLE, name=column.name, allowed=allowed)
    return value, finding(record_problems.NOT_ALLOWED, name=column.name, allowed=allowed)


def _flag(column: RosterColumn, value: str) -> tuple[str, Finding | None]:
    known = plain_flag(value)
    if known:
        return known, None
    return value, finding(record_problems.NOT_A_FLAG, name=column.name)


def _date(column: RosterColumn, value: str) -> tuple[str, Finding | None]:
    known, plain = plain_date(value)
    if known and plain:
        return known, None
    if known:
        return known, finding(record_problems.DATE_SPELLING, name=column.name)
    return "", finding(record_problems.NOT_A_DATE, name=column.name)


def _year(column: RosterColumn, value: str) -> tuple[str, Finding | None]:
    if _YEAR.fullmatch(value):
        return value, None
    return value, finding(record_problems.NOT_A_YEAR, name=column.name)


_READERS: dict[Content, Callable[[RosterColumn, str], tuple[str, Finding | None]]] = {
    Content.TEXT: _text,
    Content.ID: _id,
    Content.IDS: _ids,
    Content.CHOICE: _choice,
    Content.FLAG: _flag,
    Content.DATE: _date,
    Content.YEAR: _year,
}
