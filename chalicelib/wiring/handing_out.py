"""Distributions, and the machinery behind them."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.distribution.choosing.service import Choosing
    from chalicelib.distribution.dispatch import Dispatch
    from chalicelib.distribution.repository import DistributionRepository
    from chalicelib.distribution.service import Distributions

    from . import Services


def distribution_items(services: Services) -> DistributionRepository:
    """Where distributions are kept."""
    from chalicelib.distribution.repository import DistributionRepository

    return DistributionRepository(services.table)


def dispatch(services: Services) -> Dispatch:
    """The machinery behind distributions."""
    from chalicelib.distribution.dispatch import Dispatch
    from chalicelib.jobs.queue import Queue
    from chalicelib.trackers.repository import TrackerRepository

    items = services.distribution_items
    gc.freeze()  # what is loaded by now stays: no need to look through it at every collection
    return Dispatch(
        items,
        Queue(lambda: services.clients.sqs, services.settings.deliveries_queue),
        mails=lambda: services.mails,
        rosters=lambda: services.rosters,
        read_tracker=TrackerRepository(services.table).row_of,
        entries=lambda until: services.jobs.ahead("distribution", until),
        clock=services.clock,
        district=services.settings.district,
    )


def distributions(services: Services) -> Distributions:
    """The district's distributions."""
    from chalicelib.distribution.service import Distributions

    return Distributions(
        services.distribution_items,
        services.dispatch,
        services.assessments,
        services.trackers,
        services.districts,
        lambda: services.rosters,
    )


def choosing(services: Services) -> Choosing:
    """What matches an assessment, before it is handed out."""
    from chalicelib.distribution.choosing.service import Choosing

    return Choosing(
        services.assessments,
        services.trackers,
        lambda: services.rosters,
        lambda: services.standards,
    )
