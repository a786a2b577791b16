"""The layout of a test's answers on the pages of an answer sheet. Pure.

A page has columns of equal width, as many as the longest row of letters leaves room for. A question
takes one row, whatever it is; students write texts on the test.
"""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.reports.model import ReportPaperSize
from chalicelib.reports.printed_test import AnswerSpace

ROWS = {ReportPaperSize.LETTER: 27, ReportPaperSize.A4: 30}
"""Rows of a page; templates/reports/test.typ draws them, and tests look whether they fit."""
COLUMNS = ((5, 4), (8, 3), (14, 2), (26, 1))
"""Up to so many letters in a row, so many columns."""

Column = tuple[AnswerSpace, ...]


def pages_of(spaces: Sequence[AnswerSpace], size: ReportPaperSize) -> list[tuple[Column, ...]]:
    """Lay answers on pages: down the first column, then down the next.

    >>> from chalicelib.reports.printed_test import AnswerRoom
    >>> spaces = [AnswerSpace(number=n, room=AnswerRoom.LINE) for n in range(1, 60)]
    >>> [[len(column) for column in page] for page in pages_of(spaces, ReportPaperSize.LETTER)]
    [[27, 27, 5]]
    """
    widest = max((len(each.letters) for each in spaces), default=0)
    columns = next(many for letters, many in COLUMNS if widest <= letters)
    rows = ROWS[size]
    laid = [tuple(spaces[n : n + rows]) for n in range(0, len(spaces), rows)]
    return [tuple(laid[n : n + columns]) for n in range(0, len(laid), columns)]
