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
    """The services, each made at its first use."""

    def build_sheet_items(self) -> SheetRepository:
        """Return the repository of sheets for services that feed no process."""
        from .repository import SheetRepository

        return SheetRepository(self.services.table)

    def build_sheet_standings(self) -> SheetStandings:
        """Return the service that reads the progress of classes."""
        from .progress import SheetStandings

        return SheetStandings(self.services.table)

    def build_sheets(self) -> Sheets:
        """Return the result sheets of classes."""
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

    def build_response_files(self) -> ResponseFiles:
        """Return the service that reads responses from files."""
        from .response_files.service import ResponseFiles

        return ResponseFiles(self.services.sheets, lambda: self.services.rosters)

    def build_district_results(self) -> DistrictResults:
        """Return the results of distributions."""
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

    def build_item_figures(self) -> SheetFigures:
        """Return the service that reads how hard items were."""
        from .district.repository import LineRepository
        from .facilities import SheetFigures

        return SheetFigures(LineRepository(self.services.table), lambda: self.services.assessments)

    def build_sheet_histories(self) -> SheetHistories:
        """Return the histories of sheets: entries and changes, with their people."""
        from .history.service import SheetHistories

        return SheetHistories(
            self.services.table,
            self.services.trackers,
            lambda: self.services.sheets,
            lambda: self.services.rosters,
        )

    def build_distribution_students(self) -> DistributionStudents:
        """Return the reader of the students of a distribution's classes."""
        from .sheet_files.service import DistributionStudents

        return DistributionStudents(
            self.services.sheet_items,
            lambda: self.services.assessments,
            lambda: self.services.rosters,
        )

    def build_item_analyses(self) -> ItemAnalyses:
        """Return the analyses of tests and their items."""
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

    def build_distribution_reminders(self) -> DistributionReminders:
        """Return the reminders for people whose classes have not begun with a distribution."""
        from .reminders.service import DistributionReminders

        return DistributionReminders(
            self.services.distribution_items,
            self.services.district_results,
            self.services.trackers,
            self.services.reminders,
            lambda: self.services.rosters,
        )

    def build_renewal_work(self, *at_once: int) -> RenewalWork:
        """Return the work that brings sheets up to date; `at_once`: chunks of a message."""
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
            *at_once,
        )

    def list_sheet_jobs(self) -> tuple[JobKind, ...]:
        """Long work on sheets of earlier releases."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "sheets",
                progress=lambda: self.services.renewal_work,
                run=lambda: self.services.renewal_work,
                due=lambda: self.services.renewal_work,
                begin=lambda: self.services.renewal_work,
            ),
        )

    sheet_items = cached_property(build_sheet_items)
    sheet_standings = cached_property(build_sheet_standings)
    sheets = cached_property(build_sheets)
    response_files = cached_property(build_response_files)
    district_results = cached_property(build_district_results)
    item_figures = cached_property(build_item_figures)
    sheet_histories = cached_property(build_sheet_histories)
    distribution_students = cached_property(build_distribution_students)
    item_analyses = cached_property(build_item_analyses)
    distribution_reminders = cached_property(build_distribution_reminders)
    renewal_work = cached_property(build_renewal_work)
    sheet_jobs = cached_property(list_sheet_jobs)
