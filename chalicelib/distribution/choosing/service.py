"""What a district admin asks before handing out: what matches, and why does the rest not?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from chalicelib.distribution.matching import Reason, mismatch
from chalicelib.distribution.model import check_distributable
from chalicelib.distribution.planning import Choice, SchoolCount, count_by_school
from chalicelib.paging import Page, cut
from chalicelib.rosters.model import SCHOOL_KIND

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.rosters.service import Rosters
    from chalicelib.standards.model import StandardsSet
    from chalicelib.standards.service import Standards
    from chalicelib.trackers.model import TrackerRow
    from chalicelib.trackers.service import Trackers


class Choosing:
    """The selection view."""

    def __init__(
        self,
        assessments: Assessments,
        trackers: Trackers,
        rosters: Callable[[], Rosters],
        standards: Callable[[], Standards],
    ) -> None:
        """Ask these; standards are asked only when a tracker lacks some."""
        self._assessments = assessments
        self._trackers = trackers
        self._rosters = rosters
        self._standards = standards

    def matches(
        self, caller: Caller, assessment: str, limit: int, after: Sequence[Any] | None
    ) -> Page[SchoolCount]:
        """Count the matching trackers of every school (D4); with the district's totals.

        An office is listed only if it has trackers.
        """
        header = self._distributable(caller, assessment)
        places = self._rosters().places(caller.district)
        names = {place.id: place.name for place in places}
        schools = {place.id for place in places if place.kind == SCHOOL_KIND}
        every = count_by_school(self._trackers.rows(caller.district), header, names)
        counts = [each for each in every if each.trackers or each.school in schools]
        totals = {
            "matching": sum(each.matching for each in counts),
            "trackers": sum(each.trackers for each in counts),
        }
        page = cut(counts, limit, after, lambda each: (each.name, each.school))
        return Page(page.items, page.after, totals)

    def expand(
        self, caller: Caller, assessment: str, school: str, limit: int, after: Sequence[Any] | None
    ) -> Page[Choice]:
        """List one school's trackers, those that do not match with the reason (D3).

        Those that were archived are not counted and not listed.
        """
        header = self._distributable(caller, assessment)
        pages = self._trackers.rows(caller.district, school)
        rows = [row for page in pages for row in page if not row.archived]
        page = cut(rows, limit, after, lambda row: _place(row, header))
        chosen = cache(partial(self._standards().set, caller.district, header.set_id))
        return Page([_choice(row, header, chosen) for row in page.items], page.after)

    def _distributable(self, caller: Caller, assessment: str) -> AssessmentHeader:
        header = self._assessments.header(caller, assessment)
        check_distributable(header, caller.person)
        return header


def _choice(
    row: TrackerRow, header: AssessmentHeader, chosen: Callable[[], StandardsSet]
) -> Choice:
    why = mismatch(row, header)
    if why is None or why.reason != Reason.MISSING_STANDARDS:
        return Choice(row, why)
    return Choice(row, why, tuple(chosen().codes(why.missing)))


def _place(row: TrackerRow, header: AssessmentHeader) -> tuple[int, str, str, str]:
    """Order trackers: those that match first, then by teacher and title."""
    return (int(mismatch(row, header) is not None), row.owner_name, row.title, row.id)
