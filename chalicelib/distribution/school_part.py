"""A distribution as administrators of some of its schools see it: their part, read only (P16).

It has reached a school once it has begun and trackers of the school are in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from chalicelib.rosters.refusals import SCHOOL_NOT_FOUND

from .model import Counts, Distribution, DistributionState, Selection

if TYPE_CHECKING:
    from chalicelib.acts import Caller

    from .receipts import SchoolProgress

_BEGUN = frozenset(
    {DistributionState.DELIVERING, DistributionState.DELIVERED, DistributionState.RECALLED}
)


def find_reached_schools(caller: Caller, made: Distribution) -> frozenset[str]:
    """Return the caller's schools that a distribution has reached."""
    if made.state not in _BEGUN:
        return frozenset()
    return frozenset(filter(caller.administers, trackers_by_school(made)))


def trackers_by_school(made: Distribution) -> dict[str, int]:
    """Count its trackers by school, also of one that was saved before that was kept."""
    return made.schools or made.plan.schools


def check_school(caller: Caller, school: str) -> None:
    """Refuse to show a school that is not theirs. Raises `NotFound`."""
    if school and not caller.administers(school):
        raise SCHOOL_NOT_FOUND()


def progress_in_head(made: Distribution, schools: frozenset[str]) -> Counts | None:
    """Return the counts of these schools, if the distribution itself says them.

    It does where all of it is theirs, and where every tracker has it; else only its markers do.
    """
    known = trackers_by_school(made)
    if schools.issuperset(known):
        return made.counts
    if made.counts.delivered == made.total:
        return Counts(delivered=sum(known[school] for school in schools))
    return None


def count_for_schools(schools: frozenset[str], progress: Iterable[SchoolProgress]) -> Counts:
    """Sum the progress of these schools up."""
    own = [each for each in progress if each.school in schools]
    return Counts(
        delivered=sum(each.delivered for each in own),
        skipped=sum(each.skipped for each in own),
        failed=sum(each.failed for each in own),
    )


def part_of(made: Distribution, schools: frozenset[str], counts: Counts) -> Distribution:
    """Return a distribution as it is shown of these schools: their trackers, and nobody's plans."""
    known = {name: many for name, many in trackers_by_school(made).items() if name in schools}
    ticked = tuple(school for school in made.selection.schools if school in schools)
    return made.model_copy(
        update={
            "part": schools,
            "total": sum(known.values()),
            "schools": known,
            "counts": counts,
            "selection": Selection(district=made.selection.district, schools=ticked),
            "opens_process": None,
            "recall": made.recall and made.recall.model_copy(update={"reason": ""}),
        }
    )


def check_filter(caller: Caller, school: str | None) -> None:
    """Refuse to narrow a list to a school that is not theirs. Raises `NotFound`."""
    if not caller.is_district_admin:
        check_school(caller, school or "")
