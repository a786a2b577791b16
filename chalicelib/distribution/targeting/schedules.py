"""Trackers to which another distribution is scheduled to bring the same assessment.

A tracker gets an assessment once: of two distributions the later one skips it. A preview says so
before it is saved, with a bounded number of calls. They are one Query of due entries, one
BatchGetItem of their distributions, and one of their plans where the same schools are in them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from chalicelib.distribution.model import Distribution, DistributionState
from chalicelib.distribution.walltime import Moment, moment_text

if TYPE_CHECKING:
    from chalicelib.distribution.overview import DistributionOverview
    from chalicelib.distribution.repository import DistributionRepository
    from chalicelib.jobs.service import Jobs

MOST_DISTRIBUTIONS = 100
"""That are due, the soonest: as many as one call reads."""
MOST_PAGES = 40
"""Of their plans, the soonest: 150,000 trackers."""
_KIND = "distribution"
_AHEAD = timedelta(days=800)
"""A little more than what can be scheduled."""


@dataclass(frozen=True, slots=True)
class OtherSchedule:
    """Another distribution of the assessment, and the trackers that both would reach."""

    distribution: str
    start: Moment
    shared: frozenset[str]

    @property
    def trackers(self) -> int:
        """How many trackers both would reach."""
        return len(self.shared)


@dataclass(eq=False, repr=False)
class Schedules:
    """The distributions that are scheduled already, as a preview needs them."""

    _jobs: Callable[[], Jobs]
    _overview: DistributionOverview
    _repository: DistributionRepository

    def sharing(
        self,
        district: str,
        now: datetime,
        made: Distribution,
        trackers: Callable[[], Collection[str]],
    ) -> list[OtherSchedule]:
        """Return the others that reach some of these trackers, the soonest first.

        `trackers` is asked only if another has the same schools.
        """
        due = (entry.id for entry in self._jobs().ahead(_KIND, now + _AHEAD))
        others = [each for each in dict.fromkeys(due) if each != made.id][:MOST_DISTRIBUTIONS]
        heads = [
            each
            for each in self._overview.several(district, others)
            if each.assessment == made.assessment
            and each.state == DistributionState.SCHEDULED
            and each.schools.keys() & made.schools.keys()
        ]
        if not heads:
            return []
        heads.sort(key=lambda each: each.due)
        plans = self._repository.present_plans(district, heads, MOST_PAGES)
        wanted = frozenset(trackers())
        found = [
            OtherSchedule(each.id, each.timing.start, wanted & {t.id for t in plans[each.id]})
            for each in heads
        ]
        return [each for each in found if each.shared]


def describe(others: Sequence[OtherSchedule]) -> str:
    """Describe in a sentence or two that these trackers get it once; blank if there are none."""
    if not others:
        return ""
    shared = len(frozenset(chain.from_iterable(each.shared for each in others)))
    trackers = "1 tracker is" if shared == 1 else f"{shared} trackers are"
    if len(others) == 1:
        where = f"in a distribution that is scheduled for {moment_text(others[0].start)}"
    else:
        where = f"in {len(others)} distributions that are scheduled"
    return f"{trackers} already {where}. Each gets it once; the later distribution skips it."
