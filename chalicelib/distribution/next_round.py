"""Another round of a distribution: a retry, an addition, or one that nobody asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from secrets import randbelow

from chalicelib.clock import instant

from .model import Distribution, DistributionMove, DistributionPlan
from .plan import Target
from .repository import PAGES_PER_COMMIT
from .rounds import BRINGS, RoundKind, append_round

APART = 10**9
"""Two who begin or change something at once must not write the same pages: a large plan is
written before it is known who was first. So each takes a generation of their own out of these."""

GRACE = timedelta(seconds=30)
"""How long after its start the clock first looks whether a delivery came through."""


def next_round(
    was: Distribution, kind: RoundKind, pages: Sequence[Sequence[Target]], at: datetime
) -> Distribution:
    """Return the distribution as it is when a round over these pages begins."""
    generation = (
        was.plan.generation + 1 + (randbelow(APART) if len(pages) > PAGES_PER_COMMIT else 0)
    )
    schools = Counter(target.school for page in pages for target in page)
    brought = schools if kind in BRINGS else Counter[str]()
    plan = DistributionPlan(
        generation=generation,
        first=was.plan.first,
        pages=len(pages),
        trackers=schools.total(),
        schools=schools,
    )
    failed = 0 if kind == RoundKind.RETRY else was.counts.failed
    return was.model_copy(
        update={
            "state": was.after(
                DistributionMove.RETRY if kind == RoundKind.RETRY else DistributionMove.ADD
            ),
            "plan": plan,
            "runs": append_round(was.runs or was.first_runs, generation, kind),
            "total": was.total + brought.total(),
            "schools": dict(Counter(was.schools) + brought),
            "version": was.version + 1,
            "settled": frozenset(),
            "counts": was.counts.model_copy(update={"failed": failed}),
            "started": instant(at),
            "finished": "",
            "due": instant(at + GRACE),
        }
    )
