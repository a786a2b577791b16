"""The Mastery Processes of data teams."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .locking.wiring import LockingWiring
from .reporting.wiring import ReportingWiring
from .rollout.wiring import OpeningWiring

if TYPE_CHECKING:
    from chalicelib.processes.library.service import Library

    from .activation.service import Activations
    from .activation.undoing import ActivationUndoing
    from .analytics_views.service import ProcessFigures
    from .attached_tests.service import Attaching
    from .class_rows.sealing import Sealing
    from .class_rows.totals import RowFeed
    from .creation.service import ProcessCreation
    from .goals.service import ClassGoals
    from .missing.service import MissingActivations
    from .open_work import OpenWorkRepository
    from .pages.service import Pages
    from .reminders.service import ProcessReminders
    from .repository import ProcessRepository
    from .roster_sync import RowFollowing
    from .service import Processes
    from .team_port import WorkOfTeams


class ProcessesWiring(OpeningWiring, LockingWiring, ReportingWiring):
    @cached_property
    def process_feed(self) -> RowFeed:
        from .class_rows.totals import RowFeed

        return RowFeed()

    @cached_property
    def open_work(self) -> OpenWorkRepository:
        from .open_work import OpenWorkRepository

        return OpenWorkRepository(self.services.table)

    @cached_property
    def process_items(self) -> ProcessRepository:
        from .repository import ProcessRepository

        return ProcessRepository(self.services.table, lambda: self.services.rosters)

    @cached_property
    def processes(self) -> Processes:
        from .service import Processes

        return Processes(
            self.services.process_items, lambda: self.services.teams, self.services.districts
        )

    @cached_property
    def process_creation(self) -> ProcessCreation:
        from .creation.service import ProcessCreation

        return ProcessCreation(
            self.services.process_items,
            self.services.processes,
            lambda: self.services.teams,
            lambda: self.services.assessments,
            lambda: self.services.process_library,
        )

    @cached_property
    def team_work(self) -> WorkOfTeams:
        from .team_port import WorkOfTeams

        return WorkOfTeams(self.services.process_items)

    @cached_property
    def attaching(self) -> Attaching:
        from .attached_tests.service import Attaching

        return Attaching(self.services.processes, lambda: self.services.assessments)

    @cached_property
    def activations(self) -> Activations:
        from .activation.service import Activations

        return Activations(
            self.services.processes,
            self.services.sheet_items,
            self.services.receiving,
            lambda: self.services.assessments,
            lambda: self.services.rosters,
        )

    @cached_property
    def activation_undoing(self) -> ActivationUndoing:
        from .activation.undoing import ActivationUndoing

        return ActivationUndoing(
            self.services.processes,
            self.services.sheet_items,
            self.services.receiving,
            lambda: self.services.rosters,
        )

    @cached_property
    def sealing(self) -> Sealing:
        from .class_rows.repository import RowRepository
        from .class_rows.sealing import Sealing

        return Sealing(
            RowRepository(self.services.table),
            self.services.sheet_items,
            lambda: self.services.rosters,
            lambda: self.services.districts,
        )

    @cached_property
    def row_following(self) -> RowFollowing:
        from .class_rows.repository import RowRepository
        from .roster_sync import RowFollowing

        return RowFollowing(
            self.services.process_items,
            RowRepository(self.services.table),
            lambda: self.services.rosters,
            lambda: self.services.districts,
        )

    @cached_property
    def process_pages(self) -> Pages:
        from .pages.repository import PageRepository
        from .pages.service import Pages

        return Pages(PageRepository(self.services.table), self.services.processes)

    @cached_property
    def class_goals(self) -> ClassGoals:
        from .goals.repository import GoalRepository
        from .goals.service import ClassGoals

        kept = GoalRepository(self.services.table)
        return ClassGoals(kept, self.services.processes, lambda: self.services.rosters)

    @cached_property
    def process_figures(self) -> ProcessFigures:
        from .analytics_views.service import ProcessFigures

        return ProcessFigures(self.services.processes, lambda: self.services.rosters)

    @cached_property
    def process_library(self) -> Library:
        from .library.repository import LibraryRepository
        from .library.service import Library

        return Library(LibraryRepository(self.services.table), self.services.process_items)

    @cached_property
    def missing_activations(self) -> MissingActivations:
        from .missing.service import MissingActivations

        return MissingActivations(
            self.services.process_items, self.services.reminders, lambda: self.services.rosters
        )

    @cached_property
    def process_reminders(self) -> ProcessReminders:
        from .reminders.service import ProcessReminders

        return ProcessReminders(
            self.services.process_items,
            self.services.processes,
            self.services.reminders,
            lambda: self.services.rosters,
        )
