"""A table as a workbook: text as text, numbers as numbers, nothing that is calculated.

Typed text can therefore never become a formula, and an id keeps its zeros in every program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from chalicelib.csv_cells import Cell, round_number
from chalicelib.rendering import shorten

LONGEST_TEXT = 32_767
"""Characters that a spreadsheet keeps in a cell."""
WIDEST, NARROWEST = 40, 8
_LONGEST_NAME = 31
_EXCELS_OWN = "history"
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - equal tables are equal bytes
_EVERYWHERE = "A1:XFD1048576"
_LOOKED_AT = 200
"""Rows by which columns get their widths."""


def write_workbook(name: str, header: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Write a workbook of one sheet; the header is bold and stays when one scrolls."""
    from xlsxwriter import Workbook

    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet(sheet_name(name))
        for column, width in enumerate(_widths([header, *rows[:_LOOKED_AT]])):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        sheet.ignore_errors({"number_stored_as_text": _EVERYWHERE})  # ids are meant as text
        _write_row(sheet, 0, header, book.add_format({"bold": True}))
        for number, row in enumerate(rows, start=1):
            _write_row(sheet, number, row)
    return written.getvalue()


def sheet_name(name: str) -> str:
    """Return a name that a sheet may have.

    >>> sheet_name("results/students"), sheet_name("a" * 40), sheet_name("'")
    ('results students', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'Table')
    """
    plain = _NOT_IN_NAMES.sub(" ", name)[:_LONGEST_NAME].strip()
    return "Table" if plain.casefold() in ("", _EXCELS_OWN) else plain


def _write_row(sheet: Any, number: int, row: Iterable[Cell], style: Any = None) -> None:
    for column, value in enumerate(row):
        if isinstance(value, str):
            if value:
                text = _NOT_IN_XML.sub("\ufffd", shorten(value, LONGEST_TEXT))
                sheet.write_string(number, column, text, style)
        elif value is not None:
            sheet.write_number(number, column, _number(value), style)


def _number(value: int | Decimal | Any) -> int | float:
    return int(value) if isinstance(value, int) else float(round_number(value))


def _widths(rows: Iterable[Iterable[Cell]]) -> list[int]:
    """Return each column's width in letters, as wide as its content."""
    widths: list[int] = []
    for row in rows:
        for column, value in enumerate(row):
            long = 0 if value is None else len(value) if isinstance(value, str) else NARROWEST
            if column == len(widths):
                widths.append(NARROWEST)
            widths[column] = max(widths[column], min(long + 1, WIDEST))
    return widths
