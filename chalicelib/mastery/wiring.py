"""The wiring of mastery: the levels that classes have reached."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import MasteryGrids


class MasteryWiring(DomainWiring):
    @cached_property
    def mastery_grids(self) -> MasteryGrids:
        from .service import MasteryGrids

        return MasteryGrids(
            self.services.trackers,
            lambda: self.services.tracker_lists,
            lambda: self.services.assessments,
            lambda: self.services.standards,
            self.services.sheet_items,
        )
