"""The parts of every paper: its sheet, the name of its file, its template and its data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class ReportPaperSize(StrEnum):
    """The district's paper."""

    LETTER = "us-letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPaper:
    """The sheet, and the language it is worded in (BCP 47, as `en-US`; screen readers need it)."""

    size: ReportPaperSize = ReportPaperSize.LETTER
    language: str = "en-US"


@dataclass(frozen=True, slots=True)
class Printable:
    """A paper or a chart as it is set: its template below `templates/reports/`, and plain data."""

    template: str
    data: Mapping[str, Any]


def file_name(of: str, what: str) -> str:
    """Return the name under which a paper is saved.

    >>> file_name("Unit 4/5", "Mastery Process")
    'Unit 4-5 - Mastery Process.pdf'
    """
    return f"{of} - {what}.pdf".replace("/", "-").replace("\\", "-")
