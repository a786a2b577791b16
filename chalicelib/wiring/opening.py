"""Opening processes in data teams: what a distribution asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.distribution.model import Distribution
    from chalicelib.processes.opening.model import Received
    from chalicelib.processes.opening.opener import Named, Opener
    from chalicelib.processes.opening.service import ProcessOpenings
    from chalicelib.processes.opening.work import OpeningWork

    from . import Services


def process_openings(services: Services) -> ProcessOpenings:
    """What distributions open in data teams."""
    from chalicelib.processes.opening.repository import OpeningRepository
    from chalicelib.processes.opening.service import ProcessOpenings

    return ProcessOpenings(
        OpeningRepository(services.table),
        services.distribution_items.get,
        lambda: _named(services),
    )


def opening_work(services: Services, step: int = 0) -> OpeningWork:
    """What opens them, in steps of so many teams and classes if that is said."""
    from chalicelib.processes.opening.repository import OpeningRepository
    from chalicelib.processes.opening.work import STEP, OpeningWork

    return OpeningWork(
        OpeningRepository(services.table),
        lambda: _opener(services),
        services.distribution_items.get,
        lambda made: _received(services, made),
        (_named(services), lambda district: services.teams.all(district)),
        lambda: services.jobs,
        services.clock,
        services.settings.district,
        today=lambda district: services.districts.today(district),
        step=step or STEP,
    )


def _opener(services: Services) -> Opener:
    from chalicelib.processes.opening.opener import Opener

    return Opener(
        services.process_items,
        services.processes,
        services.activations,
        services.assessments,
        _named(services),
    )


def _named(services: Services) -> Named:
    from chalicelib.teams.repository import TeamRepository

    return TeamRepository(services.table).several


def _received(services: Services, made: Distribution) -> list[Received]:
    """Give the trackers that have a distribution, as it stands now."""
    from chalicelib.acts import Caller
    from chalicelib.processes.opening.model import Received

    district = services.settings.district
    progress = services.distributions.read(Caller(district, made.creator), made.id)
    return [
        Received(each.tracker, each.class_id, each.owner, each.school)
        for each in services.distributions.delivered(district, progress)
    ]
