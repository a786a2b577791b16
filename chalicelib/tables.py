"""Tables that people keep: what is in one, before it is written as CSV or as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .csv_cells import Cell


class DataTable(NamedTuple):
    """A header and rows, and what the file is called."""

    name: str
    """Ours and plain, without its ending."""
    header: Sequence[Cell]
    rows: Iterable[Sequence[Cell]]
    part: str = ""
    """By what it can be had in parts as well, with the query parameter `<part>_id`."""
