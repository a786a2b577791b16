"""Single cells: what they may hold, and the sentence for those that do not."""

from __future__ import annotations

import re
from collections.abc import Callable

from .columns import Column, Content
from .problems import Finding, Problem, Severity, problem
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
_NOTHING_TO_DO = "Nothing to do; you may tell the vendor of the student information system."


def read_cell(column: Column, raw: str) -> tuple[str, Finding | None]:
    """Give the cell as it is stored, and what is wrong with it.

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
        return "", _unused(finding)
    return value, finding


def as_problem(finding: Finding, column: Column, file: str, row: int, value: str) -> Problem:
    """Say where the finding is."""
    return problem(
        finding.severity, finding.code, finding.reason, finding.fix,
        file=file, row=row, column=column.name, value=value, detail=finding.detail,
    )  # fmt: skip


def split_ids(value: str) -> list[str]:
    """Read a list of sourcedIds: comma-separated, blanks and repeats left out."""
    return list(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))


def _missing(column: Column) -> Finding:
    found = Finding(
        "required", f"{column.name} must not be blank.", "Fill it in where the roster is kept."
    )
    return _unused(found) if column.idle else found


def _unused(finding: Finding) -> Finding:
    """Nothing of the product reads the column: its mistakes are worth a word, no more."""
    reason = f"{finding.reason} Plumbline does not use it, so it was read as blank."
    return finding._replace(reason=reason, fix=_NOTHING_TO_DO, severity=Severity.WARNING)


def _nothing(column: Column, value: str) -> tuple[str, Finding]:
    """A word for nothing is no value; where a name must stand, it may be somebody's own."""
    if column.required and not column.named:
        reason = f"{column.name} holds a word that stands for nothing, and it must not be blank."
        fix = "Fill it in where the roster is kept."
        found = Finding("word-for-nothing", reason, fix)
        return "", _unused(found) if column.idle else found
    kept = column.required
    how = "it was kept as it is" if kept else "it was read as blank"
    reason = f"{column.name} holds a word that stands for nothing; {how}."
    fix = "Leave the cell blank in the export, or fill it in where the roster is kept."
    return value if kept else "", Finding("word-for-nothing", reason, fix, Severity.WARNING)


def _text(column: Column, value: str) -> tuple[str, Finding | None]:
    if len(value) > column.longest:
        reason = f"{column.name} has more than {column.longest} characters."
        detail = f"It has {len(value):,}."
        return value, Finding("too-long", reason, "Shorten it.", detail=detail)
    if not value.isprintable() and _BREAK.search(value):
        return _on_one_line(column, value)
    return value, None


def _on_one_line(column: Column, value: str) -> tuple[str, Finding]:
    """A line break is a space; with a comma beside it, it may be the rest of another row."""
    if "," in value:
        reason = (
            f"{column.name} holds a line break and a comma: a quotation mark may be missing, so "
            "that two rows became one."
        )
        fix = "Look at this row and the one before it where the roster is kept, and export again."
        return value, Finding("line-break", reason, fix)
    reason = f"{column.name} holds a line break; it was read as a space."
    return _BREAK.sub(" ", value).strip(), Finding(
        "line-break", reason, "Remove the line break where the roster is kept.", Severity.WARNING
    )


def _id(column: Column, value: str) -> tuple[str, Finding | None]:
    if len(value) > ID_BYTES or _length_in_key(value) > ID_BYTES:
        reason = f"{column.name} is longer than {ID_BYTES} characters."
        fix = "Use the identifier of the student information system, not a text."
        return value, Finding("id-too-long", reason, fix)
    if not value.isprintable() and _CONTROL.search(value):
        reason = f"{column.name} holds characters that cannot be seen (a line break or the like)."
        return value, Finding("id-control-character", reason, "Remove them.")
    return value, None


def _length_in_key(value: str) -> int:
    if value.isascii() and len(value) < ID_BYTES // 3:
        return len(value)
    return len(value.encode()) + 2 * (value.count("#") + value.count("%"))


def _ids(column: Column, value: str) -> tuple[str, Finding | None]:
    parts = split_ids(value)
    for part in parts:
        _, finding = _id(column, part)
        if finding:
            return value, finding
    return ",".join(parts), None if parts else _missing(column)


def _choice(column: Column, value: str) -> tuple[str, Finding | None]:
    """Capital letters, spaces and hyphens carry no meaning in these words."""
    if value in column.choices or (column.extensible and value.startswith("ext:")):
        return value, None
    word = plain_word(value)
    known = next((each for each in column.choices if plain_word(each) == word), None)
    if known is not None:
        return known, None
    allowed = ", ".join(sorted(column.choices))
    if column.open:
        reason = f"{column.name} is none of: {allowed}. Plumbline does not use such rows."
        return value, Finding("other-role", reason, _NOTHING_TO_DO, Severity.WARNING)
    return value, Finding(
        "not-allowed", f"{column.name} must be one of: {allowed}.", "Choose one of these."
    )


def _flag(column: Column, value: str) -> tuple[str, Finding | None]:
    known = plain_flag(value)
    if known:
        return known, None
    reason = f"{column.name} must be true or false."
    return value, Finding("not-allowed", reason, "Write true or false.")


def _date(column: Column, value: str) -> tuple[str, Finding | None]:
    known, plain = plain_date(value)
    if known and plain:
        return known, None
    if known:
        reason = f"{column.name} was read as month/day/year."
        fix = "Check that this is meant; OneRoster writes 2026-08-17."
        return known, Finding("date-spelling", reason, fix, Severity.WARNING)
    reason = f"{column.name} must be a date that exists, written like 2026-08-17."
    return "", Finding("not-a-date", reason, "Write year, month and day, with hyphens.")


def _year(column: Column, value: str) -> tuple[str, Finding | None]:
    if _YEAR.fullmatch(value):
        return value, None
    return value, Finding("not-a-year", f"{column.name} must be a year of four digits.",
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
