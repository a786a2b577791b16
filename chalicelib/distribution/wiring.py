"""Distributions: planned, delivered, followed up."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.mail.payload import MailPayload

    from .auto_delivery import OpenDistributions
    from .dispatch import Dispatch
    from .drafts import Drafting
    from .follow_up.additions import Additions
    from .follow_up.new_trackers import Newcomers
    from .follow_up.recall_marks import RecallMarks
    from .follow_up.recalls import Recalls
    from .holdings import Holdings
    from .overview import DistributionOverview
    from .planner import Planner
    from .repository import DistributionRepository
    from .service import Distributions
    from .targeting.previews import Previews
    from .targeting.service import Choosing


class DistributionWiring(DomainWiring):
    @cached_property
    def distribution_overview(self) -> DistributionOverview:
        from .overview import DistributionOverview

        return DistributionOverview(self.services.table, self.services.distribution_items)

    @cached_property
    def distribution_items(self) -> DistributionRepository:
        from .repository import DistributionRepository

        return DistributionRepository(self.services.table)

    @cached_property
    def dispatch(self) -> Dispatch:
        from chalicelib.jobs.queue import Queue

        from .dispatch import Dispatch

        return Dispatch(
            self.services.distribution_items,
            Queue(lambda: self.services.clients.sqs, self.services.settings.deliveries_queue),
            lambda: self.services.mails,
            lambda: self.services.rosters,
            self.services.tracker_items,
            self.services.recall_marks,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
            self.services.patience,
        )

    @cached_property
    def distributions(self) -> Distributions:
        from .service import Distributions

        return Distributions(
            self.services.distribution_items,
            self.services.dispatch,
            self.services.drafting,
            self.services.assessments,
            lambda: self.services.rosters,
        )

    @cached_property
    def drafting(self) -> Drafting:
        from .drafts import Drafting

        return Drafting(
            self.services.planner,
            self.services.assessments,
            self.services.districts,
            lambda: self.services.process_openings,
        )

    @cached_property
    def planner(self) -> Planner:
        from .planner import Planner

        return Planner(
            self.services.trackers,
            self.services.holdings,
            lambda: self.services.rosters,
            lambda: self.services.standards,
        )

    @cached_property
    def holdings(self) -> Holdings:
        from .holdings import Holdings

        return Holdings(self.services.trackers, self.services.recall_marks)

    @cached_property
    def choosing(self) -> Choosing:
        from .targeting.service import Choosing

        return Choosing(
            self.services.assessments,
            self.services.trackers,
            self.services.holdings,
            lambda: self.services.rosters,
            lambda: self.services.standards,
        )

    @cached_property
    def previews(self) -> Previews:
        from .targeting.previews import Previews
        from .targeting.schedules import Schedules

        schedules = Schedules(
            lambda: self.services.jobs,
            self.services.distribution_overview,
            self.services.distribution_items,
        )
        return Previews(self.services.drafting, self.services.distribution_items, schedules)

    @cached_property
    def recall_marks(self) -> RecallMarks:
        from .follow_up.recall_marks import RecallMarks

        return RecallMarks(self.services.table)

    @cached_property
    def recalls(self) -> Recalls:
        from .follow_up.recalls import Recalls

        return Recalls(self.services.distribution_items, self.services.dispatch)

    @cached_property
    def additions(self) -> Additions:
        from .follow_up.additions import Additions

        return Additions(
            self.services.distribution_items,
            self.services.dispatch,
            self.services.trackers,
            self.services.planner,
            self.services.clock,
        )

    @cached_property
    def openings(self) -> OpenDistributions:
        from .auto_delivery import OpenDistributions

        return OpenDistributions(self.services.table)

    @cached_property
    def newcomers(self) -> Newcomers:
        from .follow_up.new_trackers import Newcomers

        return Newcomers(
            self.services.openings,
            self.services.additions,
            self.services.trackers,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
        )

    @cached_property
    def distribution_jobs(self) -> tuple[JobKind, ...]:
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "distribution",
                progress=lambda: self.services.distributions,
                due=lambda: self.services.dispatch,
                soon=lambda: self.services.dispatch,
                begin=lambda: self.services.dispatch,
            ),
            JobKind("automatic", work=lambda: self.services.newcomers),
        )

    @cached_property
    def distribution_mails(self) -> tuple[type[MailPayload], ...]:
        from .delivery_email import AssessmentDelivered

        return (AssessmentDelivered,)
