"""What is scored again: by a corrected key, and by the rules of a new release."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.corrections.service import Corrections
    from chalicelib.corrections.worker import CorrectionWork
    from chalicelib.jobs.ports import JobKind
    from chalicelib.results.renewal.work import RenewalWork

    from . import Services


def corrections(services: Services) -> Corrections:
    """What authors correct."""
    from chalicelib.assessments.repository import AssessmentRepository
    from chalicelib.corrections.repository import CorrectionRepository
    from chalicelib.corrections.service import Corrections
    from chalicelib.results.repository import SheetRepository

    return Corrections(
        CorrectionRepository(services.table),
        lambda: services.assessments,
        AssessmentRepository(services.table),
        lambda: services.rosters,
        lambda: services.jobs,
        SheetRepository(services.table),
    )


def correction_work(services: Services) -> CorrectionWork:
    """What scores every sheet again."""
    from chalicelib.assessments.repository import AssessmentRepository
    from chalicelib.corrections.repository import CorrectionRepository
    from chalicelib.corrections.worker import CorrectionWork
    from chalicelib.processes.class_totals import RowFeed
    from chalicelib.results.repository import SheetRepository

    return CorrectionWork(
        CorrectionRepository(services.table),
        lambda: services.assessments,
        AssessmentRepository(services.table),
        SheetRepository(services.table),
        RowFeed(),
        lambda: services.jobs,
        services.clock,
        services.settings.district,
    )


def renewal_work(services: Services, **options: int) -> RenewalWork:
    """What brings the sheets of earlier releases up to date; `options` as it takes them."""
    from chalicelib.assessments.repository import AssessmentRepository
    from chalicelib.processes.class_totals import RowFeed
    from chalicelib.results.renewal.repository import RenewalRepository
    from chalicelib.results.renewal.work import RenewalWork
    from chalicelib.results.repository import SheetRepository

    return RenewalWork(
        RenewalRepository(services.table),
        SheetRepository(services.table),
        AssessmentRepository(services.table),
        lambda: services.assessments,
        lambda: services.rosters,
        lambda: services.districts,
        lambda: services.jobs,
        services.clock,
        district=services.settings.district,
        processes=RowFeed(),
        rolls=lambda: services.row_following,
        **options,
    )


def correction_jobs(services: Services) -> tuple[JobKind, ...]:
    """Long work on corrections."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind(
            "correction",
            progress=lambda: services.corrections,
            run=lambda: services.correction_work,
            due=lambda: services.correction_work,
            soon=lambda: services.correction_work,
        ),
    )


def sheet_jobs(services: Services) -> tuple[JobKind, ...]:
    """Long work on sheets of earlier releases."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind(
            "sheets",
            progress=lambda: services.renewal_work,
            run=lambda: services.renewal_work,
            due=lambda: services.renewal_work,
            begin=lambda: services.renewal_work,
        ),
    )
