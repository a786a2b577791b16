"""Facts that a reader of files adds to a cell's text: why it is unusable, and where it stands."""

from __future__ import annotations

from typing import Self

from .errors import FileFinding


class MarkedCell(str):
    """A cell's text with what keeps it from being used: the workbook says so, not the text."""

    __slots__ = ("finding",)
    finding: FileFinding

    def __new__(cls, text: str, finding: FileFinding) -> Self:
        """Mark a text."""
        cell = super().__new__(cls, text)
        cell.finding = finding
        return cell


class UnreadableFile(Exception):
    """A file cannot be read; `finding` says why."""

    def __init__(self, finding: FileFinding) -> None:
        """Carry the reason."""
        super().__init__(finding.code)
        self.finding = finding


def column_name(index: int) -> str:
    """Name a column as a spreadsheet does.

    >>> column_name(0), column_name(25), column_name(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    index += 1
    while index:
        index, place = divmod(index - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
