"""Tables that people keep: what is in one, before it is written as CSV or as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .csv_cells import Cell


class DataTable(NamedTuple):
    """A header and rows, and the name of the file."""

    name: str
    """Ours and plain, without its ending."""
    header: Sequence[Cell]
    rows: Iterable[Sequence[Cell]]
    part: str = ""
    """The kind of part that can be requested alone, with the query parameter `<part>_id`."""
