"""A district admin's work: imports to decide on, and scheduled, late and failed work.

It takes five calls, for a district of any size. They read imports of both kinds, everything due,
the distributions among it, and the newest distributions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.distribution.model import Distribution, DistributionState
from chalicelib.jobs.model import PUNCTUAL, DueEntry, is_late

from .model import (
    Administration,
    ImportWork,
    LateWork,
    Section,
)

if TYPE_CHECKING:
    from chalicelib.jobs.service import Jobs
    from chalicelib.rosters.imports.service import RosterImports
    from chalicelib.standards.imports.service import StandardsImports

    from .ports import DistributionLookup

NEWEST = 20
"""Imports of each kind that are looked at."""
MOST_DISTRIBUTIONS = 100
"""That are due, the soonest: as many as one call reads."""
_AHEAD = timedelta(days=800)
"""A little more than what can be scheduled."""
_DISTRIBUTION = "distribution"


@dataclass(eq=False, repr=False)
class AdministrationWork:
    """Finds the work that waits for district admins."""

    _rosters: Callable[[], RosterImports]
    _standards: Callable[[], StandardsImports]
    _jobs: Callable[[], Jobs]
    _distributions: DistributionLookup

    def of(self, district: str, now: datetime, limit: int) -> Administration:
        """Return the work that waits."""
        due = list(self._jobs().waiting(now + _AHEAD))
        ours = list(dict.fromkeys(each.id for each in due if each.kind == _DISTRIBUTION))
        heads = self._distributions.several(district, ours[:MOST_DISTRIBUTIONS]) if ours else []
        known = {each.id: each for each in heads}
        failed, every = self._distributions.list_failed(district)
        return Administration(
            imports=Section.of(self._imports(district), limit),
            scheduled=Section.of(
                _list_scheduled(heads, now), limit, exact=len(ours) <= MOST_DISTRIBUTIONS
            ),
            late=Section.of(_late(due, known, now), limit),
            failed=Section.of(failed, limit, exact=every),
        )

    def _imports(self, district: str) -> list[ImportWork]:
        rosters = self._rosters().newest(district, NEWEST, None).items
        standards = self._standards().listing(district, NEWEST).items
        found = [ImportWork("roster_import", r.id, r.state, r.created_at) for r in rosters]
        found += [
            ImportWork("standards_import", s.id, s.record.state, s.record.created_at)
            for s in standards
        ]
        waiting = [each for each in found if each.state in ("held", "ready")]
        return sorted(waiting, key=lambda each: each.created, reverse=True)


def _list_scheduled(heads: Sequence[Distribution], now: datetime) -> list[Distribution]:
    """Return what has not begun and is not late, the soonest first."""
    ahead = [
        each
        for each in heads
        if each.state == DistributionState.SCHEDULED
        and each.due > instant(now - PUNCTUAL[_DISTRIBUTION])
    ]
    return sorted(ahead, key=lambda each: each.due)


def _late(due: Sequence[DueEntry], known: dict[str, Distribution], now: datetime) -> list[LateWork]:
    """Return what should have gone on, the longest late first."""
    return [
        LateWork(each.kind, each.id, each.at, known[each.id].title if each.id in known else "")
        for each in due
        if is_late(each, now)
    ]
