"""Data teams and their Mastery Processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.directory.service import Directory
    from chalicelib.jobs.ports import JobKind
    from chalicelib.jobs.queue import Queue
    from chalicelib.printed_tests.service import PrintedTests
    from chalicelib.processes.activation.service import Activations
    from chalicelib.processes.activation.undoing import ActivationUndoing
    from chalicelib.processes.analytics_views.service import ProcessFigures
    from chalicelib.processes.attached_tests.service import Attaching
    from chalicelib.processes.goals.service import ClassGoals
    from chalicelib.processes.library.service import Library
    from chalicelib.processes.opening.opener import Opener
    from chalicelib.processes.opening.service import ProcessOpenings
    from chalicelib.processes.opening.work import OpeningWork
    from chalicelib.processes.pages.service import Pages
    from chalicelib.processes.reporting.service import Papers
    from chalicelib.processes.repository import ProcessRepository
    from chalicelib.processes.roster_sync import RowFollowing
    from chalicelib.processes.sealing import Sealing
    from chalicelib.processes.service import Processes
    from chalicelib.processes.team_port import WorkOfTeams
    from chalicelib.reports.ports import Desks
    from chalicelib.reports.printouts import Printouts
    from chalicelib.reports.service import Reports
    from chalicelib.teams.service import Teams
    from chalicelib.trackers.placement import Receiving
    from chalicelib.wiring import Services


def teams(services: Services) -> Teams:
    """The data teams."""
    from chalicelib.teams.repository import TeamRepository
    from chalicelib.teams.service import Teams

    return Teams(
        TeamRepository(services.table),
        lambda: services.rosters,
        lambda: services.team_work,
    )


def directory(services: Services) -> Directory:
    """What ids are called."""
    from chalicelib.directory.service import Directory

    return Directory(
        lambda: services.rosters,
        lambda: services.standards,
        lambda: services.teams,
        services.clock,
    )


def team_work(services: Services) -> WorkOfTeams:
    """The processes of teams, as teams look at them."""
    from chalicelib.processes.team_port import WorkOfTeams

    return WorkOfTeams(services.process_items)


def process_items(services: Services) -> ProcessRepository:
    """Where processes are kept."""
    from chalicelib.processes.repository import ProcessRepository

    return ProcessRepository(services.table, lambda: services.rosters)


def processes(services: Services) -> Processes:
    """The Mastery Processes of the district, each as a whole."""
    from chalicelib.processes.service import Processes

    return Processes(
        services.process_items,
        lambda: services.teams,
        services.districts,
        lambda: services.assessments,
        lambda: services.library,
    )


def attaching(services: Services) -> Attaching:
    """The tests of processes."""
    from chalicelib.processes.attached_tests.service import Attaching

    return Attaching(services.processes, lambda: services.assessments)


def library(services: Services) -> Library:
    """Locked processes, searched."""
    from chalicelib.processes.library.repository import LibraryRepository
    from chalicelib.processes.library.service import Library

    return Library(LibraryRepository(services.table), services.process_items)


def activations(services: Services) -> Activations:
    """Who gives processes' tests to which classes."""
    from chalicelib.processes.activation.service import Activations
    from chalicelib.results.repository import SheetRepository

    return Activations(
        services.processes,
        SheetRepository(services.table),
        services.receiving,
        lambda: services.assessments,
        lambda: services.rosters,
    )


def activation_undoing(services: Services) -> ActivationUndoing:
    """Who takes processes' tests back from which classes."""
    from chalicelib.processes.activation.undoing import ActivationUndoing
    from chalicelib.results.repository import SheetRepository

    return ActivationUndoing(
        services.processes,
        SheetRepository(services.table),
        services.receiving,
        lambda: services.rosters,
    )


def receiving(services: Services) -> Receiving:
    """The trackers that take a team's test."""
    from chalicelib.trackers.placement import Receiving
    from chalicelib.trackers.repository import TrackerRepository

    return Receiving(
        TrackerRepository(services.table),
        services.trackers,
        lambda: services.assessments,
        lambda: services.standards,
    )


def sealing(services: Services) -> Sealing:
    """What closes the classes of a process that is being locked."""
    from chalicelib.processes.row_repository import RowRepository
    from chalicelib.processes.sealing import Sealing
    from chalicelib.results.repository import SheetRepository

    return Sealing(
        RowRepository(services.table),
        SheetRepository(services.table),
        lambda: services.rosters,
        lambda: services.districts,
    )


def row_following(services: Services) -> RowFollowing:
    """What brings the rows of processes in step with the roster."""
    from chalicelib.processes.roster_sync import RowFollowing
    from chalicelib.processes.row_repository import RowRepository

    return RowFollowing(
        services.process_items,
        RowRepository(services.table),
        lambda: services.rosters,
        lambda: services.districts,
    )


def process_pages(services: Services) -> Pages:
    """The pages that data teams write together."""
    from chalicelib.processes.pages.repository import PageRepository
    from chalicelib.processes.pages.service import Pages

    return Pages(PageRepository(services.table), services.processes)


def class_goals(services: Services) -> ClassGoals:
    """What teachers aim at with their classes."""
    from chalicelib.processes.goals.repository import GoalRepository
    from chalicelib.processes.goals.service import ClassGoals

    kept = GoalRepository(services.table)
    return ClassGoals(kept, services.processes, lambda: services.rosters)


def process_figures(services: Services) -> ProcessFigures:
    """What the two tests of a process come to."""
    from chalicelib.processes.analytics_views.service import ProcessFigures

    return ProcessFigures(services.processes, lambda: services.rosters)


def papers(services: Services) -> Papers:
    """What processes say on paper."""
    from chalicelib.processes.reporting.service import Papers

    return Papers(
        services.process_items,
        services.processes,
        services.framing,
        lambda: services.rosters,
        services.clock,
        lambda: services.districts,
    )


def reports(services: Services) -> Reports:
    """What the report function builds; a kind's desk is made when it has work."""
    from chalicelib.reports.service import Reports

    return Reports(
        lambda: services.jobs,
        services.clock,
        {**services.printout_desks, **services.process_desks},
    )


def build_printed_tests(services: Services) -> PrintedTests:
    """What tests say on paper."""
    from chalicelib.printed_tests.service import PrintedTests
    from chalicelib.results.repository import SheetRepository

    return PrintedTests(
        services.trackers,
        SheetRepository(services.table),
        lambda: services.assessments,
        lambda: services.rosters,
        lambda: services.standards,
        services.districts,
    )


def printouts(services: Services) -> Printouts:
    """Printed templates of processes, and tests on paper."""
    from chalicelib.reports.printouts import Printouts
    from chalicelib.reports.repository import PrintoutRepository

    return Printouts(
        PrintoutRepository(services.table),
        lambda: services.papers,
        lambda: services.printed_tests,
        lambda: services.typesetter,
        services.files,
        lambda: services.jobs,
        services.clock,
        services.settings.district,
    )


def report_queue(services: Services) -> Queue:
    """The way to the report function: what only it can build."""
    from chalicelib.jobs.queue import Queue

    return Queue(lambda: services.clients.sqs, services.settings.reports_queue)


def printout_jobs(services: Services) -> tuple[JobKind, ...]:
    """Printouts; the report function carries them on."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind(
            "printout",
            own=lambda: services.printouts,
            due=lambda: services.reports,
            queue=services.report_queue,
        ),
    )


def printout_desks(services: Services) -> Desks:
    """Who makes printouts."""
    return {"printout": lambda: services.printouts}


def process_openings(services: Services) -> ProcessOpenings:
    """What distributions open in data teams."""
    from chalicelib.processes.opening.repository import OpeningRepository
    from chalicelib.processes.opening.service import ProcessOpenings

    return ProcessOpenings(
        OpeningRepository(services.table),
        services.distribution_items,
        lambda: services.teams,
    )


def opening_work(services: Services, **options: int) -> OpeningWork:
    """What opens them; `options` as it takes them."""
    from chalicelib.processes.opening.repository import OpeningRepository
    from chalicelib.processes.opening.work import OpeningWork

    return OpeningWork(
        OpeningRepository(services.table),
        lambda: services.process_opener,
        services.distribution_items,
        lambda: services.distributions,
        lambda: services.teams,
        lambda: services.jobs,
        services.clock,
        services.settings.district,
        districts=lambda: services.districts,
        **options,
    )


def process_opener(services: Services) -> Opener:
    """What begins processes and activates their pre-tests."""
    from chalicelib.processes.opening.opener import Opener

    return Opener(
        services.process_items,
        services.processes,
        services.activations,
        services.assessments,
        lambda: services.teams,
    )


def opening_jobs(services: Services) -> tuple[JobKind, ...]:
    """Long work of opening processes."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind(
            "process-opening",
            progress=lambda: services.process_openings,
            run=lambda: services.opening_work,
            due=lambda: services.opening_work,
        ),
    )
