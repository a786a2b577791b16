"""Opening processes in data teams: what a distribution asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.processes.opening.opener import Opener
    from chalicelib.processes.opening.service import ProcessOpenings
    from chalicelib.processes.opening.work import OpeningWork

    from . import Services


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
