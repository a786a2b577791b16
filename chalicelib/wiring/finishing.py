"""Finishing processes: the lock, the report, and who is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.mail.payload import MailPayload
    from chalicelib.processes.locking.report_builder import ReportDesk
    from chalicelib.processes.locking.service import Locks
    from chalicelib.processes.locking.work import LockWork
    from chalicelib.processes.reporting.report_context import Framing
    from chalicelib.reports.ports import Desks
    from chalicelib.reports.typesetter import TypstSetter
    from chalicelib.work_lists.service import WorkLists

    from . import Services


def locking(services: Services) -> Locks:
    """What leaders finish."""
    from chalicelib.processes.locking.repository import LockRepository
    from chalicelib.processes.locking.service import Locks

    return Locks(
        lambda: services.processes,
        services.process_items,
        LockRepository(services.table),
        services.files,
        lambda: services.jobs,
    )


def framing(services: Services) -> Framing:
    """What papers say besides what lies in the process."""
    from chalicelib.processes.reporting.report_context import Framing

    return Framing(
        services.districts,
        lambda: services.rosters,
        lambda: services.standards,
    )


def lock_work(services: Services) -> LockWork:
    """What closes classes and locks."""
    from chalicelib.processes.locking.final_tests import GivenTests
    from chalicelib.processes.locking.repository import LockRepository
    from chalicelib.processes.locking.work import LockWork

    return LockWork(
        LockRepository(services.table),
        services.process_items,
        lambda: services.sealing,
        services.framing,
        GivenTests(lambda: services.assessments),
        lambda: services.library,
        lambda: services.jobs,
        clock=services.clock,
        district=services.settings.district,
    )


def process_reports(services: Services) -> ReportDesk:
    """What makes the reports of locked processes, and tells administrators."""
    from chalicelib.processes.locking.report_builder import ReportDesk
    from chalicelib.processes.locking.repository import LockRepository

    return ReportDesk(
        LockRepository(services.table),
        services.process_items,
        lambda: services.typesetter,
        services.files,
        lambda: services.mails,
        lambda: services.rosters,
        lambda: services.districts,
        clock=services.clock,
        district=services.settings.district,
    )


def typesetter(_: Services) -> TypstSetter:
    """What sets reports and charts; only the report function carries Typst."""
    from chalicelib.reports.typesetter import TypstSetter

    return TypstSetter()


def work_lists(services: Services) -> WorkLists:
    """What waits for whom."""
    from chalicelib.distribution.overview import DistributionOverview
    from chalicelib.processes.open_work import OpenWorkRepository
    from chalicelib.results.progress import SheetStandings
    from chalicelib.trackers.boards import BoardList
    from chalicelib.trackers.repository import TrackerRepository
    from chalicelib.work_lists.administration import AdministrationWork
    from chalicelib.work_lists.service import WorkLists
    from chalicelib.work_lists.teaching import TeachingWork
    from chalicelib.work_lists.teamwork import TeamWork

    return WorkLists(
        BoardList(TrackerRepository(services.table)),
        TeachingWork(
            SheetStandings(services.table),
            lambda: services.recall_marks,
            lambda: services.assessments,
        ),
        TeamWork(lambda: services.processes, OpenWorkRepository(services.table)),
        AdministrationWork(
            lambda: services.roster_imports,
            lambda: services.standards_imports,
            lambda: services.jobs,
            DistributionOverview(services.table, services.distribution_items),
        ),
    )


def locking_jobs(services: Services) -> tuple[JobKind, ...]:
    """Long work of finishing processes."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind(
            "process-lock",
            own=lambda: services.locking,
            run=lambda: services.lock_work,
            due=lambda: services.lock_work,
        ),
    )


def process_report_jobs(services: Services) -> tuple[JobKind, ...]:
    """Reports of locked processes; the report function carries them on."""
    from chalicelib.jobs.ports import JobKind

    return (JobKind("process-report", due=lambda: services.reports, queue=services.report_queue),)


def process_desks(services: Services) -> Desks:
    """Who makes reports of locked processes."""
    return {"process-report": lambda: services.process_reports}


def process_mails(_: Services) -> tuple[type[MailPayload], ...]:
    """E-mails of data teams."""
    from chalicelib.processes.reporting.finished_email import ProcessFinished

    return (ProcessFinished,)
