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
    """The services, each made at its first use."""

    def build_distribution_overview(self) -> DistributionOverview:
        """Distributions to look at."""
        from .overview import DistributionOverview

        return DistributionOverview(self.services.table, self.services.distribution_items)

    def build_distribution_items(self) -> DistributionRepository:
        """Return the repository of distributions."""
        from .repository import DistributionRepository

        return DistributionRepository(self.services.table)

    def build_dispatch(self) -> Dispatch:
        """Return the work that starts, delivers and finishes distributions."""
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
        )

    def build_distributions(self) -> Distributions:
        """Return the district's distributions."""
        from .service import Distributions

        return Distributions(
            self.services.distribution_items,
            self.services.dispatch,
            self.services.drafting,
            self.services.assessments,
            lambda: self.services.rosters,
        )

    def build_drafting(self) -> Drafting:
        """Return the service that drafts distributions."""
        from .drafts import Drafting

        return Drafting(
            self.services.planner,
            self.services.assessments,
            self.services.districts,
            lambda: self.services.process_openings,
        )

    def build_planner(self) -> Planner:
        """Return the planner of selections of trackers."""
        from .planner import Planner

        return Planner(
            self.services.trackers,
            self.services.holdings,
            lambda: self.services.rosters,
            lambda: self.services.standards,
        )

    def build_holdings(self) -> Holdings:
        """Return the service that finds trackers with an assessment already."""
        from .holdings import Holdings

        return Holdings(self.services.trackers, self.services.recall_marks)

    def build_choosing(self) -> Choosing:
        """Return the service that finds matches of an assessment before its delivery."""
        from .targeting.service import Choosing

        return Choosing(
            self.services.assessments,
            self.services.trackers,
            self.services.holdings,
            lambda: self.services.rosters,
            lambda: self.services.standards,
        )

    def build_previews(self) -> Previews:
        """Return the previews of saving a distribution."""
        from .targeting.previews import Previews
        from .targeting.schedules import Schedules

        schedules = Schedules(
            lambda: self.services.jobs,
            self.services.distribution_overview,
            self.services.distribution_items,
        )
        return Previews(self.services.drafting, self.services.distribution_items, schedules)

    def build_recall_marks(self) -> RecallMarks:
        """Return the reader of recalls of distributions."""
        from .follow_up.recall_marks import RecallMarks

        return RecallMarks(self.services.table)

    def build_recalls(self) -> Recalls:
        """Recalling and restoring."""
        from .follow_up.recalls import Recalls

        return Recalls(self.services.distribution_items, self.services.dispatch)

    def build_additions(self) -> Additions:
        """Trackers that come to a distribution later."""
        from .follow_up.additions import Additions

        return Additions(
            self.services.distribution_items,
            self.services.dispatch,
            self.services.trackers,
            self.services.planner,
            self.services.clock,
        )

    def build_openings(self) -> OpenDistributions:
        """Return the open automatic distributions."""
        from .auto_delivery import OpenDistributions

        return OpenDistributions(self.services.table)

    def build_newcomers(self) -> Newcomers:
        """Return the work that brings new trackers into automatic distributions."""
        from .follow_up.new_trackers import Newcomers

        return Newcomers(
            self.services.openings,
            self.services.additions,
            self.services.trackers,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
        )

    def list_distribution_jobs(self) -> tuple[JobKind, ...]:
        """Long work on distributions."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "distribution",
                progress=lambda: self.services.distributions,
                due=lambda: self.services.dispatch,
                soon=lambda: self.services.dispatch,
                begin=lambda: self.services.dispatch,
            ),
            JobKind(
                "automatic",
                run=lambda: self.services.newcomers,
                due=lambda: self.services.newcomers,
            ),
        )

    def list_distribution_mails(self) -> tuple[type[MailPayload], ...]:
        """Emails of distributions."""
        from .delivery_email import AssessmentDelivered

        return (AssessmentDelivered,)

    distribution_overview = cached_property(build_distribution_overview)
    distribution_items = cached_property(build_distribution_items)
    dispatch = cached_property(build_dispatch)
    distributions = cached_property(build_distributions)
    drafting = cached_property(build_drafting)
    planner = cached_property(build_planner)
    holdings = cached_property(build_holdings)
    choosing = cached_property(build_choosing)
    previews = cached_property(build_previews)
    recall_marks = cached_property(build_recall_marks)
    recalls = cached_property(build_recalls)
    additions = cached_property(build_additions)
    openings = cached_property(build_openings)
    newcomers = cached_property(build_newcomers)
    distribution_jobs = cached_property(list_distribution_jobs)
    distribution_mails = cached_property(list_distribution_mails)
