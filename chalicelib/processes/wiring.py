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
    """The services, each made at its first use."""

    def build_process_feed(self) -> RowFeed:
        """The feed that brings the totals of sheets into processes."""
        from .class_rows.totals import RowFeed

        return RowFeed()

    def build_open_work(self) -> OpenWorkRepository:
        """The open work in processes."""
        from .open_work import OpenWorkRepository

        return OpenWorkRepository(self.services.table)

    def build_process_items(self) -> ProcessRepository:
        """Where processes are kept."""
        from .repository import ProcessRepository

        return ProcessRepository(self.services.table, lambda: self.services.rosters)

    def build_processes(self) -> Processes:
        """The Mastery Processes of the district, each as a whole."""
        from .service import Processes

        return Processes(
            self.services.process_items, lambda: self.services.teams, self.services.districts
        )

    def build_process_creation(self) -> ProcessCreation:
        """The creation of Mastery Processes."""
        from .creation.service import ProcessCreation

        return ProcessCreation(
            self.services.process_items,
            self.services.processes,
            lambda: self.services.teams,
            lambda: self.services.assessments,
            lambda: self.services.process_library,
        )

    def build_team_work(self) -> WorkOfTeams:
        """The processes of teams, as teams look at them."""
        from .team_port import WorkOfTeams

        return WorkOfTeams(self.services.process_items)

    def build_attaching(self) -> Attaching:
        """The tests of processes."""
        from .attached_tests.service import Attaching

        return Attaching(self.services.processes, lambda: self.services.assessments)

    def build_activations(self) -> Activations:
        """The activation of processes' tests for classes."""
        from .activation.service import Activations

        return Activations(
            self.services.processes,
            self.services.sheet_items,
            self.services.receiving,
            lambda: self.services.assessments,
            lambda: self.services.rosters,
        )

    def build_activation_undoing(self) -> ActivationUndoing:
        """The undoing of activations of processes' tests."""
        from .activation.undoing import ActivationUndoing

        return ActivationUndoing(
            self.services.processes,
            self.services.sheet_items,
            self.services.receiving,
            lambda: self.services.rosters,
        )

    def build_sealing(self) -> Sealing:
        """The closing of the classes of a process that is being locked."""
        from .class_rows.repository import RowRepository
        from .class_rows.sealing import Sealing

        return Sealing(
            RowRepository(self.services.table),
            self.services.sheet_items,
            lambda: self.services.rosters,
            lambda: self.services.districts,
        )

    def build_row_following(self) -> RowFollowing:
        """The service that brings the rows of processes in step with the roster."""
        from .class_rows.repository import RowRepository
        from .roster_sync import RowFollowing

        return RowFollowing(
            self.services.process_items,
            RowRepository(self.services.table),
            lambda: self.services.rosters,
            lambda: self.services.districts,
        )

    def build_process_pages(self) -> Pages:
        """The pages that data teams write together."""
        from .pages.repository import PageRepository
        from .pages.service import Pages

        return Pages(PageRepository(self.services.table), self.services.processes)

    def build_class_goals(self) -> ClassGoals:
        """The goals that teachers set for their classes."""
        from .goals.repository import GoalRepository
        from .goals.service import ClassGoals

        kept = GoalRepository(self.services.table)
        return ClassGoals(kept, self.services.processes, lambda: self.services.rosters)

    def build_process_figures(self) -> ProcessFigures:
        """The figures of a process's two tests."""
        from .analytics_views.service import ProcessFigures

        return ProcessFigures(self.services.processes, lambda: self.services.rosters)

    def build_process_library(self) -> Library:
        """Locked processes, searched."""
        from .library.repository import LibraryRepository
        from .library.service import Library

        return Library(LibraryRepository(self.services.table), self.services.process_items)

    def build_missing_activations(self) -> MissingActivations:
        """Tests that people of data teams have not activated."""
        from .missing.service import MissingActivations

        return MissingActivations(
            self.services.process_items, self.services.reminders, lambda: self.services.rosters
        )

    def build_process_reminders(self) -> ProcessReminders:
        """Those of data teams who have not begun with a test."""
        from .reminders.service import ProcessReminders

        return ProcessReminders(
            self.services.process_items,
            self.services.processes,
            self.services.reminders,
            lambda: self.services.rosters,
        )

    process_feed = cached_property(build_process_feed)
    open_work = cached_property(build_open_work)
    process_items = cached_property(build_process_items)
    processes = cached_property(build_processes)
    process_creation = cached_property(build_process_creation)
    team_work = cached_property(build_team_work)
    attaching = cached_property(build_attaching)
    activations = cached_property(build_activations)
    activation_undoing = cached_property(build_activation_undoing)
    sealing = cached_property(build_sealing)
    row_following = cached_property(build_row_following)
    process_pages = cached_property(build_process_pages)
    class_goals = cached_property(build_class_goals)
    process_figures = cached_property(build_process_figures)
    process_library = cached_property(build_process_library)
    missing_activations = cached_property(build_missing_activations)
    process_reminders = cached_property(build_process_reminders)
