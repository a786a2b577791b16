"""Trackers: the teachers' boards."""

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
    @cached_property
    def tracker_items(self) -> TrackerRepository:
        from .repository import TrackerRepository

        return TrackerRepository(self.services.table)

    @cached_property
    def board_list(self) -> BoardList:
        from .boards import BoardList

        return BoardList(self.services.tracker_items)

    @cached_property
    def trackers(self) -> Trackers:
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

    @cached_property
    def removals(self) -> Removals:
        from .removal.service import Removals

        kept = self.services.tracker_items
        return Removals(
            kept,
            self.services.trackers,
            lambda: self.services.sheets,
            lambda: self.services.recall_marks,
        )

    @cached_property
    def tracker_lists(self) -> TrackerLists:
        from .listing import TrackerLists

        return TrackerLists(self.services.tracker_items, lambda: self.services.rosters)

    @cached_property
    def tracker_following(self) -> Following:
        from .roster_sync import Following

        return Following(self.services.tracker_items)

    @cached_property
    def tracker_batches(self) -> TrackerBatches:
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

    @cached_property
    def receiving(self) -> Receiving:
        from .placement import Receiving

        return Receiving(
            self.services.tracker_items,
            self.services.trackers,
            lambda: self.services.assessments,
            lambda: self.services.standards,
        )

    @cached_property
    def tracker_jobs(self) -> tuple[JobKind, ...]:
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "tracker-batch",
                progress=lambda: self.services.tracker_batches,
                work=lambda: self.services.tracker_batches,
            ),
        )
