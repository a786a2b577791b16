"""Distributions, and the machinery behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.distribution.auto_delivery import OpenDistributions
    from chalicelib.distribution.dispatch import Dispatch
    from chalicelib.distribution.drafts import Drafting
    from chalicelib.distribution.follow_up.additions import Additions
    from chalicelib.distribution.follow_up.new_trackers import Newcomers
    from chalicelib.distribution.follow_up.recall_marks import RecallMarks
    from chalicelib.distribution.follow_up.recalls import Recalls
    from chalicelib.distribution.holdings import Holdings
    from chalicelib.distribution.planner import Planner
    from chalicelib.distribution.repository import DistributionRepository
    from chalicelib.distribution.service import Distributions
    from chalicelib.distribution.targeting.previews import Previews
    from chalicelib.distribution.targeting.service import Choosing
    from chalicelib.jobs.ports import JobKind
    from chalicelib.mail.payload import MailPayload

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

    return Dispatch(
        services.distribution_items,
        Queue(lambda: services.clients.sqs, services.settings.deliveries_queue),
        mails=lambda: services.mails,
        rosters=lambda: services.rosters,
        trackers=TrackerRepository(services.table),
        recalls=services.recall_marks,
        jobs=lambda: services.jobs,
        clock=services.clock,
        district=services.settings.district,
    )


def distributions(services: Services) -> Distributions:
    """The district's distributions."""
    from chalicelib.distribution.service import Distributions

    return Distributions(
        services.distribution_items,
        services.dispatch,
        services.drafting,
        services.assessments,
        lambda: services.rosters,
    )


def drafting(services: Services) -> Drafting:
    """What saving a distribution would make of it."""
    from chalicelib.distribution.drafts import Drafting

    return Drafting(
        services.planner,
        services.assessments,
        services.districts,
        lambda: services.process_openings,
    )


def planner(services: Services) -> Planner:
    """What a selection of trackers comes to."""
    from chalicelib.distribution.planner import Planner

    return Planner(
        services.trackers,
        services.holdings,
        lambda: services.rosters,
        lambda: services.standards,
    )


def holdings(services: Services) -> Holdings:
    """Which trackers have an assessment already."""
    from chalicelib.distribution.holdings import Holdings

    return Holdings(services.trackers, services.recall_marks)


def previews(services: Services) -> Previews:
    """What saving would do, before it is done."""
    from chalicelib.distribution.overview import DistributionOverview
    from chalicelib.distribution.targeting.previews import Previews
    from chalicelib.distribution.targeting.schedules import Schedules

    items = services.distribution_items
    overview = DistributionOverview(services.table, items)
    schedules = Schedules(lambda: services.jobs, overview, items)
    return Previews(services.drafting, items, schedules)


def recall_marks(services: Services) -> RecallMarks:
    """Which distributions are recalled."""
    from chalicelib.distribution.follow_up.recall_marks import RecallMarks

    return RecallMarks(services.table)


def recalls(services: Services) -> Recalls:
    """Recalling and restoring."""
    from chalicelib.distribution.follow_up.recalls import Recalls

    return Recalls(services.distribution_items, services.dispatch)


def additions(services: Services) -> Additions:
    """Trackers that come to a distribution later."""
    from chalicelib.distribution.follow_up.additions import Additions

    return Additions(
        services.distribution_items,
        services.dispatch,
        services.trackers,
        services.planner,
        services.clock,
    )


def openings(services: Services) -> OpenDistributions:
    """Automatic distributions that are open."""
    from chalicelib.distribution.auto_delivery import OpenDistributions

    return OpenDistributions(services.table)


def newcomers(services: Services) -> Newcomers:
    """What brings new trackers into automatic distributions."""
    from chalicelib.distribution.follow_up.new_trackers import Newcomers

    return Newcomers(
        services.openings,
        services.additions,
        services.trackers,
        lambda: services.jobs,
        services.clock,
        services.settings.district,
    )


def choosing(services: Services) -> Choosing:
    """What matches an assessment, before it is handed out."""
    from chalicelib.distribution.targeting.service import Choosing

    return Choosing(
        services.assessments,
        services.trackers,
        services.holdings,
        lambda: services.rosters,
        lambda: services.standards,
    )


def distribution_jobs(services: Services) -> tuple[JobKind, ...]:
    """Long work on distributions."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind(
            "distribution",
            progress=lambda: services.distributions,
            due=lambda: services.dispatch,
            soon=lambda: services.dispatch,
            begin=lambda: services.dispatch,
        ),
        JobKind("automatic", run=lambda: services.newcomers, due=lambda: services.newcomers),
    )


def distribution_mails(_: Services) -> tuple[type[MailPayload], ...]:
    """E-mails of distributions."""
    from chalicelib.distribution.delivery_email import AssessmentDelivered

    return (AssessmentDelivered,)
