"""What a district admin asks before handing out: what matches, and why does the rest not?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from chalicelib.distribution.matching import MatchCriteria, Mismatch, MismatchReason, mismatch
from chalicelib.distribution.model import check_distributable
from chalicelib.paging import Page, cut
from chalicelib.rosters.model import SCHOOL_KIND
from chalicelib.searching import order_name

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.distribution.holdings import Holding, Holdings
    from chalicelib.rosters.service import Rosters
    from chalicelib.standards.model import StandardsSet
    from chalicelib.standards.service import Standards
    from chalicelib.trackers.model import TrackerRow
    from chalicelib.trackers.service import Trackers

    from .listing import SchoolFilter


@dataclass(frozen=True, slots=True)
class SchoolCount:
    """How many trackers of a school match and have not got it, how many have it, of how many."""

    school: str
    name: str
    matching: int
    having: int
    trackers: int


@dataclass(frozen=True, slots=True)
class TrackerChoice:
    """One tracker of an expanded school, and why it is not offered, if it is not."""

    row: TrackerRow
    why: Mismatch | None
    holding: Holding | None = None
    missing: tuple[str, ...] = ()
    """Codes of the standards it lacks."""
    brought_by: str = ""
    """The name of the person who gave it the assessment."""

    @property
    def place(self) -> tuple[int, str, str, str]:
        """Order trackers: those that match first, then those that have it, by teacher and title."""
        group = 0 if self.why is None else 1 if self.holding else 2
        return (group, self.row.owner_name, self.row.title, self.row.id)


@dataclass(eq=False, repr=False)
class Choosing:
    """The selection view. Standards are asked only when a tracker lacks some."""

    _assessments: Assessments
    _trackers: Trackers
    _holdings: Holdings
    _rosters: Callable[[], Rosters]
    _standards: Callable[[], Standards]

    def matches(
        self,
        caller: Caller,
        assessment: str,
        limit: int,
        after: Sequence[Any] | None,
        wanted: SchoolFilter,
    ) -> Page[SchoolCount]:
        """Count the matching trackers of every school (D4); with the district's totals.

        An office is listed only if it has trackers. The totals are of all schools, whichever are
        asked for.
        """
        header = self._distributable(caller, assessment)
        places = self._rosters().places(caller.district)
        names = {place.id: place.name for place in places}
        schools = {place.id for place in places if place.kind == SCHOOL_KIND}
        every = self._count_by_school(caller, header, names)
        counts = [each for each in every if each.trackers or each.school in schools]
        totals = {
            "matching": sum(each.matching for each in counts),
            "having": sum(each.having for each in counts),
            "trackers": sum(each.trackers for each in counts),
        }
        listed = [each for each in counts if wanted.wants(each.name, each.matching)]
        page = cut(listed, limit, after, lambda each: (order_name(each.name), each.school))
        return Page(page.items, page.after, totals)

    def expand(
        self, caller: Caller, assessment: str, school: str, limit: int, after: Sequence[Any] | None
    ) -> Page[TrackerChoice]:
        """List one school's trackers, those that do not match or have it with the reason (D3).

        Those that were archived, or whose class is over, are not counted and not listed.
        """
        header = self._distributable(caller, assessment)
        pages = self._trackers.rows(caller.district, school, today=caller.today)
        rows = [row for page in pages for row in page if not (row.archived or row.past)]
        why = {row.id: mismatch(row, header) for row in rows}
        fitting = [row.id for row in rows if why[row.id] is None]
        held = self._holdings.among(caller.district, header.id, fitting, in_use=header.in_use)
        choices = [_choice(row, why[row.id], held.get(row.id)) for row in rows]
        page = cut(choices, limit, after, lambda each: each.place)
        return Page(self._add_names(caller, header, page.items), page.after)

    # -- steps ------------------------------------------------------------------------------------

    def _count_by_school(
        self, caller: Caller, header: AssessmentHeader, names: dict[str, str]
    ) -> list[SchoolCount]:
        """Count every school's trackers; schools without any are listed with none."""
        rows = self._trackers.rows(caller.district, today=caller.today)
        every, fitting = _fitting(rows, header)
        held = self._holdings.among(caller.district, header.id, fitting, in_use=header.in_use)
        having = Counter(fitting[tracker] for tracker in held)
        matching = Counter(fitting.values()) - having
        known = {school: names.get(school, school) for school in {*names, *every}}
        ordered = sorted(known, key=lambda school: (order_name(known[school]), school))
        return [SchoolCount(s, known[s], matching[s], having[s], every[s]) for s in ordered]

    def _add_names(
        self, caller: Caller, header: AssessmentHeader, choices: Sequence[TrackerChoice]
    ) -> list[TrackerChoice]:
        """Return choices with the names of missing standards and of the assessment's givers."""
        chosen = cache(partial(self._standards().set, caller.district, header.set_id))
        names = self._givers(caller, choices)
        return [_add_choice_names(each, chosen, names) for each in choices]

    def _givers(self, caller: Caller, choices: Sequence[TrackerChoice]) -> dict[str, str]:
        """Return the names of givers of the assessment; mostly trackers' owners and the caller."""
        names = {each.row.owner: each.row.owner_name for each in choices}
        names[caller.person] = caller.name
        others = {each.holding.entry.by for each in choices if each.holding} - names.keys()
        if others:
            people = self._rosters().people(caller.district, sorted(others))
            names |= {one.id: f"{one.given} {one.family}".strip() for one in people.values()}
        return names

    def _distributable(self, caller: Caller, assessment: str) -> AssessmentHeader:
        header = self._assessments.header(caller, assessment)
        check_distributable(header, caller.person)
        return header


def _fitting(
    pages: Iterable[Sequence[TrackerRow]], wanted: MatchCriteria
) -> tuple[Counter[str], dict[str, str]]:
    """Count the trackers of every school, and name those that match with their school."""
    every: Counter[str] = Counter()
    fitting: dict[str, str] = {}
    for page in pages:
        for row in page:
            if row.archived or row.past:
                continue
            every[row.school] += 1
            if mismatch(row, wanted) is None:
                fitting[row.id] = row.school
    return every, fitting


def _choice(row: TrackerRow, why: Mismatch | None, holding: Holding | None) -> TrackerChoice:
    return TrackerChoice(row, holding.why if holding else why, holding)


def _add_choice_names(
    choice: TrackerChoice, chosen: Callable[[], StandardsSet], names: dict[str, str]
) -> TrackerChoice:
    row, why, holding = choice.row, choice.why, choice.holding
    if holding:
        return TrackerChoice(row, why, holding, brought_by=names.get(holding.entry.by, ""))
    if why is None or why.reason != MismatchReason.MISSING_STANDARDS:
        return choice
    return TrackerChoice(row, why, missing=tuple(chosen().codes(why.missing)))
