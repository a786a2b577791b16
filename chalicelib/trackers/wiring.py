"""Return the teachers' boards."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind

    from .batches.service import TrackerBatches
    from .boards import BoardList
    from .listing import TrackerLists
    from .placement import Receiving
    from .removal.service import Removals
    from .repository import TrackerRepository
    from .roster_sync import Following
    from .service import Trackers


class TrackersWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_tracker_items(self) -> TrackerRepository:
        """Return the repository of trackers."""
        from .repository import TrackerRepository

        return TrackerRepository(self.services.table)

    def build_board_list(self) -> BoardList:
        """Return the open trackers that people work on."""
        from .boards import BoardList

        return BoardList(self.services.tracker_items)

    def build_trackers(self) -> Trackers:
        """Return the teachers' boards."""
        from .service import Trackers

        return Trackers(
            self.services.tracker_items,
            self.services.districts,
            lambda: self.services.rosters,
            lambda: self.services.standards,
            lambda: self.services.assessments,
            lambda: self.services.recall_marks,
            lambda: self.services.openings,
            lambda: self.services.sheets,
        )

    def build_removals(self) -> Removals:
        """Return the removals of assessments from trackers."""
        from .removal.service import Removals

        kept = self.services.tracker_items
        return Removals(
            kept,
            self.services.trackers,
            lambda: self.services.sheets,
            lambda: self.services.recall_marks,
        )

    def build_tracker_lists(self) -> TrackerLists:
        """Return the lists of trackers."""
        from .listing import TrackerLists

        return TrackerLists(self.services.tracker_items, lambda: self.services.rosters)

    def build_tracker_following(self) -> Following:
        """Return the service that brings trackers in step with their classes."""
        from .roster_sync import Following

        return Following(self.services.tracker_items)

    def build_tracker_batches(self) -> TrackerBatches:
        """Return the batches: trackers for all classes of courses."""
        from .batches.repository import BatchRepository
        from .batches.service import TrackerBatches

        return TrackerBatches(
            BatchRepository(self.services.table),
            self.services.trackers,
            self.services.districts,
            lambda: self.services.rosters,
            lambda: self.services.standards,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
            lambda: self.services.openings,
        )

    def build_receiving(self) -> Receiving:
        """Return the service that puts a team's test into trackers."""
        from .placement import Receiving

        return Receiving(
            self.services.tracker_items,
            self.services.trackers,
            lambda: self.services.assessments,
            lambda: self.services.standards,
        )

    def list_tracker_jobs(self) -> tuple[JobKind, ...]:
        """Long work on trackers."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "tracker-batch",
                progress=lambda: self.services.tracker_batches,
                run=lambda: self.services.tracker_batches,
                due=lambda: self.services.tracker_batches,
            ),
        )

    tracker_items = cached_property(build_tracker_items)
    board_list = cached_property(build_board_list)
    trackers = cached_property(build_trackers)
    removals = cached_property(build_removals)
    tracker_lists = cached_property(build_tracker_lists)
    tracker_following = cached_property(build_tracker_following)
    tracker_batches = cached_property(build_tracker_batches)
    receiving = cached_property(build_receiving)
    tracker_jobs = cached_property(list_tracker_jobs)
