"""CSV files as answers: saved under a name, not shown."""

from __future__ import annotations

import json

from chalicelib.acts import Answer
from chalicelib.web import refusals

LARGEST = 5_500_000
"""Bytes of a file: Lambda answers with up to 6 MB."""


def csv_file(name: str, text: str) -> Answer:
    """Answer with a file to keep; `name` is ours and plain, without `.csv`."""
    headers = {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": f'attachment; filename="{name}.csv"',
    }
    return Answer(200, text, headers)


def divisible_csv_file(name: str, text: str, part: str) -> Answer:
    """Answer with a file that can be had in parts as well, by the query parameter `<part>_id`.

    Raises `TooLarge` for more than an answer holds.
    """
    if len(json.dumps(text)) > LARGEST:
        raise refusals.RESULTS_TOO_LARGE(pointer=f"query:{part}_id", part=part)
    return csv_file(name, text)
