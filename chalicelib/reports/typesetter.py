"""Every paper and chart as Typst sets it; only the report function carries Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import typesetting
from .model import plain

if TYPE_CHECKING:
    from datetime import datetime

    from .model import FinishedReport, LevelsChart, MovementChart, PrintableTemplate
    from .printed_test import PrintedTest


class TypstSetter:
    """Sets each kind of paper with its template."""

    def report(self, told: FinishedReport, at: datetime) -> bytes:
        """Set a finished report as PDF."""
        return typesetting.pdf("finished", plain(told), at=at)

    def template(self, paper: PrintableTemplate, at: datetime) -> bytes:
        """Set a printed template as PDF."""
        return typesetting.pdf("template", plain(paper), at=at)

    def test(self, paper: PrintedTest, at: datetime) -> bytes:
        """Set a test as PDF."""
        return typesetting.pdf("test", typesetting.with_codes(paper), at=at)

    def levels(self, chart: LevelsChart) -> bytes:
        """Draw a chart of levels as PNG."""
        return typesetting.png("levels", plain(chart))

    def movement(self, chart: MovementChart) -> bytes:
        """Draw a chart of movement as PNG."""
        return typesetting.png("movement", plain(chart))
