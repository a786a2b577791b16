"""Result sheets, and what a district learns from them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind

    from .analysis.service import ItemAnalyses
    from .district.service import DistrictResults
    from .facilities import SheetFigures
    from .history.service import SheetHistories
    from .progress import SheetStandings
    from .reminders.service import DistributionReminders
    from .renewal.work import RenewalWork
    from .repository import SheetRepository
    from .response_files.service import ResponseFiles
    from .service import Sheets
    from .sheet_files.service import DistributionStudents


class ResultsWiring(DomainWiring):
    @cached_property
    def sheet_items(self) -> SheetRepository:
        """The sheets, for services that feed no process."""
        from .repository import SheetRepository

        return SheetRepository(self.services.table)

    @cached_property
    def sheet_standings(self) -> SheetStandings:
        from .progress import SheetStandings

        return SheetStandings(self.services.table)

    @cached_property
    def sheets(self) -> Sheets:
        from .repository import SheetRepository
        from .service import Sheets

        return Sheets(
            SheetRepository(self.services.table, self.services.process_feed),
            self.services.trackers,
            lambda: self.services.assessments,
            lambda: self.services.rosters,
            self.services.districts,
            lambda: self.services.correction_work,
        )

    @cached_property
    def response_files(self) -> ResponseFiles:
        from .response_files.service import ResponseFiles

        return ResponseFiles(self.services.sheets, lambda: self.services.rosters)

    @cached_property
    def district_results(self) -> DistrictResults:
        from .district.repository import LineRepository
        from .district.service import DistrictResults

        return DistrictResults(
            LineRepository(self.services.table),
            self.services.distributions,
            self.services.districts,
            lambda: self.services.assessments,
            self.services.trackers,
            lambda: self.services.rosters,
            lambda: self.services.standards,
            self.services.clock,
        )

    @cached_property
    def item_figures(self) -> SheetFigures:
        from .district.repository import LineRepository
        from .facilities import SheetFigures

        return SheetFigures(LineRepository(self.services.table), lambda: self.services.assessments)

    @cached_property
    def sheet_histories(self) -> SheetHistories:
        from .history.service import SheetHistories

        return SheetHistories(
            self.services.table,
            self.services.trackers,
            lambda: self.services.sheets,
            lambda: self.services.rosters,
        )

    @cached_property
    def distribution_students(self) -> DistributionStudents:
        from .sheet_files.service import DistributionStudents

        return DistributionStudents(
            self.services.sheet_items,
            lambda: self.services.assessments,
            lambda: self.services.rosters,
        )

    @cached_property
    def item_analyses(self) -> ItemAnalyses:
        from .analysis.repository import AnswerRepository
        from .analysis.service import ItemAnalyses
        from .district.repository import LineRepository

        return ItemAnalyses(
            AnswerRepository(self.services.table),
            LineRepository(self.services.table),
            self.services.trackers,
            lambda: self.services.distributions,
            lambda: self.services.assessments,
        )

    @cached_property
    def distribution_reminders(self) -> DistributionReminders:
        from .reminders.service import DistributionReminders

        return DistributionReminders(
            self.services.distribution_items,
            self.services.district_results,
            self.services.trackers,
            self.services.reminders,
            lambda: self.services.rosters,
        )

    @cached_property
    def renewal_work(self) -> RenewalWork:
        from .renewal.repository import RenewalRepository
        from .renewal.work import RenewalWork

        return RenewalWork(
            RenewalRepository(self.services.table),
            self.services.sheet_items,
            self.services.assessment_items,
            lambda: self.services.assessments,
            lambda: self.services.rosters,
            lambda: self.services.districts,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
            self.services.process_feed,
            lambda: self.services.row_following,
        )

    @cached_property
    def sheet_jobs(self) -> tuple[JobKind, ...]:
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "sheets",
                progress=lambda: self.services.renewal_work,
                work=lambda: self.services.renewal_work,
                begin=lambda: self.services.renewal_work,
            ),
        )
