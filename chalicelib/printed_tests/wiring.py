"""Tests on paper."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import PrintedTests


class PrintedTestsWiring(DomainWiring):
    @cached_property
    def printed_tests(self) -> PrintedTests:
        from .service import PrintedTests

        return PrintedTests(
            self.services.trackers,
            self.services.sheet_items,
            lambda: self.services.assessments,
            lambda: self.services.rosters,
            lambda: self.services.standards,
            self.services.districts,
        )
