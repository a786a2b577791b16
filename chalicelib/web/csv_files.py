"""CSV files as answers: saved under a name, not shown."""

from __future__ import annotations

from chalicelib.acts import Answer


def csv_file(name: str, text: str) -> Answer:
    """Answer with a file to keep; `name` is ours and plain, without `.csv`."""
    headers = {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": f'attachment; filename="{name}.csv"',
    }
    return Answer(200, text, headers)
