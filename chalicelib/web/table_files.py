"""Tables as answers: as CSV, or as a workbook on request; saved, not shown."""

from __future__ import annotations

import json

from chalicelib.acts import Answer
from chalicelib.tables import DataTable
from chalicelib.web import refusals

from .routes import CSV

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The value of `Accept` that asks for an Excel workbook."""

LARGEST = 5_500_000
"""Bytes of a file as it is sent: Lambda answers with up to 6 MB."""
MOST_CELLS = 400_000
"""Of a workbook: three seconds. A CSV file of the largest size has twice as many."""


def write_table(table: DataTable, accept: str) -> Answer:
    """Answer with a table. Raises `TooLarge` for more than an answer holds."""
    if WORKBOOK in accept and CSV not in accept:
        return _build_file_answer(table, WORKBOOK, "xlsx", _workbook(table))
    from chalicelib.csv_cells import csv_text

    text = csv_text(table.header, table.rows)
    if table.part and len(json.dumps(text)) > LARGEST:
        raise _too_large(table)
    return _build_file_answer(table, f"{CSV}; charset=utf-8", "csv", text)


def _workbook(table: DataTable) -> bytes:
    from chalicelib.workbooks.writing import write_workbook

    rows = [*table.rows]
    if len(rows) * len(table.header) > MOST_CELLS:
        raise _too_large(table)
    written = write_workbook(table.name, table.header, rows)
    if len(written) * 4 / 3 > LARGEST:
        raise _too_large(table)
    return written


def _too_large(table: DataTable) -> Exception:
    if table.part:
        return refusals.RESULTS_TOO_LARGE(pointer=f"query:{table.part}_id", part=table.part)
    return refusals.WORKBOOK_TOO_LARGE(pointer="header:Accept")


def _build_file_answer(table: DataTable, media: str, ending: str, content: str | bytes) -> Answer:
    headers = {
        "Content-Type": media,
        "Content-Disposition": f'attachment; filename="{table.name}.{ending}"',
    }
    return Answer(200, content, headers)
