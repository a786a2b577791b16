"""Every paper and chart as Typst sets it; only the report function carries Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import typesetting

if TYPE_CHECKING:
    from datetime import datetime

    from .model import Printable
    from .printed_test import PrintedTest


class TypstSetter:
    """Sets each kind of paper with its template."""

    def pdf(self, paper: Printable, at: datetime) -> bytes:
        """Set a paper as PDF."""
        return typesetting.pdf(paper.template, paper.data, at=at)

    def png(self, chart: Printable) -> bytes:
        """Draw a chart as PNG."""
        return typesetting.png(chart.template, chart.data)

    def test(self, paper: PrintedTest, at: datetime) -> bytes:
        """Set a test as PDF."""
        return typesetting.pdf("test", typesetting.with_codes(paper), at=at)
