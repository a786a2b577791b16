"""Finishing processes: the lock, the report, and who is told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from chalicelib.processes.locking.desk import ReportDesk, Typesetter
    from chalicelib.processes.locking.page import ReportPage
    from chalicelib.processes.locking.recipients import Wanted
    from chalicelib.processes.locking.service import Locks
    from chalicelib.processes.locking.work import LockWork
    from chalicelib.processes.papers.framing import Framing
    from chalicelib.reports.model import FinishedReport, LevelsChart, MovementChart
    from chalicelib.rosters.model import Person

    from . import Services

_PAGE = 200


def locking(services: Services) -> Locks:
    """What leaders finish."""
    from chalicelib.processes.locking.repository import LockRepository
    from chalicelib.processes.locking.service import Locks

    return Locks(
        lambda *of: services.processes.opened(*of),
        lambda *of: services.processes.head(*of),
        services.process_items,
        LockRepository(services.table),
        services.files,
        lambda: services.jobs,
    )


def framing(services: Services) -> Framing:
    """What papers say besides what lies in the process."""
    from chalicelib.distribution.walltime import clock_text, moment_at, moment_text
    from chalicelib.processes.papers.framing import Framing

    return Framing(
        services.districts,
        lambda: services.rosters,
        lambda: services.standards,
        lambda at, zone: moment_text(moment_at(at, zone)),
        lambda at, zone: clock_text(moment_at(at, zone).local).partition(" at ")[0],
        services.settings.public_url,
    )


def lock_work(services: Services) -> LockWork:
    """What closes classes and locks."""
    from chalicelib.processes.locking.given import GivenTests
    from chalicelib.processes.locking.repository import LockRepository
    from chalicelib.processes.locking.work import LockWork

    return LockWork(
        LockRepository(services.table),
        services.process_items.open,
        lambda *of: services.sealing.seal(*of),
        framing(services).of,
        GivenTests(lambda: services.assessments).as_they_are,
        lambda: services.jobs,
        services.clock,
        services.settings.district,
        also=(lambda *of: services.library.shelved(*of),),
    )


def process_reports(services: Services) -> ReportDesk:
    """What makes the reports of locked processes, and tells administrators."""
    from chalicelib.processes.locking.desk import ReportDesk
    from chalicelib.processes.locking.repository import LockRepository

    def staff(district: str, wanted: Wanted) -> Iterator[Person]:
        return _staff(services, district, wanted)

    return ReportDesk(
        LockRepository(services.table),
        services.process_items.open,
        lambda: services.typesetter,
        services.files,
        lambda: services.mails,
        staff,
        services.clock,
        services.settings.district,
        school_names=lambda district: services.rosters.school_names(district),
    )


def report_page(services: Services) -> ReportPage:
    """The page that e-mails lead to."""
    from chalicelib.processes.locking.page import ReportPage

    known = services.settings
    return ReportPage(known.token_keys_url, known.user_pool, known.user_pool_client)


def typesetter(_: Services) -> Typesetter:
    """What sets reports and charts; only the report function carries Typst."""
    return _Typst()


class _Typst:
    def report(self, told: FinishedReport, at: datetime) -> bytes:
        from chalicelib.reports import typesetting
        from chalicelib.reports.model import plain

        return typesetting.pdf("finished", plain(told), at=at)

    def levels(self, chart: LevelsChart) -> bytes:
        from chalicelib.reports import typesetting
        from chalicelib.reports.model import plain

        return typesetting.png("levels", plain(chart))

    def movement(self, chart: MovementChart) -> bytes:
        from chalicelib.reports import typesetting
        from chalicelib.reports.model import plain

        return typesetting.png("movement", plain(chart))


def _staff(services: Services, district: str, wanted: Wanted) -> Iterator[Person]:
    """Give those of the staff that are wanted, as they are today, page by page."""
    from chalicelib.rosters.repository import RosterRepository

    kept, after = RosterRepository(services.table), None
    today = cache(lambda: services.districts.today(district))

    def present(person: Person) -> Person:
        return person.on(today()) if person.is_dated else person

    while True:
        page = kept.staff(district, lambda person: wanted(present(person)), _PAGE, after)
        yield from map(present, page.items)
        if not page.after:
            return
        after = page.after
