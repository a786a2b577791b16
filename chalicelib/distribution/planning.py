"""From what was ticked to a plan: which trackers match, which do not and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chalicelib.distribution import refusals
from chalicelib.errors import Detail, Invalid

from .matching import PROBLEMS, MatchCriteria, Mismatch, MismatchReason, misfit, mismatch
from .model import DistributionPlan, Selection
from .plan import Target, split_into_pages

if TYPE_CHECKING:
    from chalicelib.trackers.model import TrackerRow

_DETAILS = 50
"""Refused trackers that are named one by one."""

_CODES = 12
"""Missing standards that a sentence names."""

Held = Callable[[Sequence[str]], Mapping[str, MismatchReason]]
"""Returns the trackers that have the assessment already, visible or recalled, with the reason."""

Codes = Callable[[int], Sequence[str]]
"""Names standards of the assessment's set."""


@dataclass(frozen=True, slots=True)
class PlannedSelection:
    """The result of a selection: the pages of its plan, and the trackers that are left out."""

    pages: list[list[Target]]
    schools: Mapping[str, int]
    """Trackers per school that get it."""
    left_out: Mapping[MismatchReason, int] = field(default_factory=dict)
    """Ticked trackers that do not get it: they have it, or do not match."""
    known: int = 0
    """Ticked trackers that the distribution has already."""
    having: Sequence[Target] = ()
    """Those of ticked schools that match and have the assessment."""

    @property
    def trackers(self) -> int:
        """How many trackers get it."""
        return sum(self.schools.values())

    def plan(self, generation: int = 0) -> DistributionPlan:
        """Return the plan to keep; the first of a distribution, or of what it became."""
        return DistributionPlan(
            generation=generation,
            first=generation,
            pages=len(self.pages),
            trackers=self.trackers,
            schools=dict(self.schools),
        )


class Picker:
    """Picks the trackers of a selection out of all, and remembers what it left out."""

    def __init__(
        self, selection: Selection, wanted: MatchCriteria, known: Collection[str] = frozenset()
    ) -> None:
        """Pick for this selection, leaving out the trackers that are known already."""
        self._known = known
        self._selection = selection
        self._everywhere = selection.district
        self._schools = frozenset(selection.schools)
        self._trackers = {tracker: n for n, tracker in enumerate(selection.trackers)}
        self._wanted = wanted
        self._seen: set[str] = set()
        self._seen_schools: set[str] = set()
        self._refused: dict[str, Mismatch] = {}
        self._left_out: Counter[MismatchReason] = Counter()
        self._met = 0

    def pick(self, pages: Iterable[Sequence[TrackerRow]], held: Held) -> PlannedSelection:
        """Choose the matching trackers that were ticked, in the order of the schools.

        A single ticked tracker that does not match, or has the assessment, is noted as refused. One
        that only belongs to a ticked school is left out.
        """
        matching = list(self._matching(pages))
        holding = held([target.id for target in matching])
        for tracker, reason in holding.items():
            self._leave_out(tracker, Mismatch(reason))
        rest = [target for target in matching if target.id not in holding]
        schools = Counter(target.school for target in rest)
        having = [target for target in matching if target.id in holding]
        return PlannedSelection(
            list(split_into_pages(rest)), schools, self._left_out, self._met, having
        )

    def check(
        self, chosen: PlannedSelection, schools: Callable[[], Collection[str]], codes: Codes
    ) -> None:
        """Refuse what was ticked and cannot be delivered to, and a selection that is empty.

        `schools` names the district's; it is asked only about a school without any tracker.
        """
        strange = self._schools - self._seen_schools
        strange -= frozenset(schools() if strange else ())
        if strange:
            raise _no_such_schools(self._selection, strange)
        refused = self._details(codes)
        if refused:
            raise refusals.TRACKERS_DO_NOT_MATCH(details=refused[:_DETAILS], refused=len(refused))
        if not (chosen.trackers or chosen.known):
            raise _nothing_left(chosen)

    def _matching(self, pages: Iterable[Sequence[TrackerRow]]) -> Iterator[Target]:
        for page in pages:
            for row in page:
                self._seen_schools.add(row.school)
                if not self._is_ticked(row):
                    continue
                if row.id in self._known:
                    self._met += 1
                    continue
                why = mismatch(row, self._wanted)
                if why is None:
                    yield target_of(row)
                elif row.id in self._trackers or self._would_be_offered(row):
                    self._leave_out(row.id, why)

    def _is_ticked(self, row: TrackerRow) -> bool:
        if row.id in self._trackers:
            self._seen.add(row.id)
            return True
        return self._everywhere or row.school in self._schools

    def _would_be_offered(self, row: TrackerRow) -> bool:
        """Return whether anybody could expect it: the selection shows no archived and no past ones.

        One whose class is past is expected where it would match without that.
        """
        return not row.archived and not (row.past and misfit(row, self._wanted))

    def _leave_out(self, tracker: str, why: Mismatch) -> None:
        if tracker in self._trackers:
            self._refused[tracker] = why
        else:
            self._left_out[why.reason] += 1

    def _details(self, codes: Codes) -> list[Detail]:
        """Return the reason for each refused single tracker, in the given order."""
        gone = self._trackers.keys() - self._seen
        found = [self._detail(tracker, why, codes) for tracker, why in self._refused.items()]
        found += [refusals.TRACKER_NOT_FOUND(self._pointer(each)) for each in gone]
        places = {self._pointer(tracker): n for tracker, n in self._trackers.items()}
        return sorted(found, key=lambda detail: places[detail.pointer])

    def _detail(self, tracker: str, why: Mismatch, codes: Codes) -> Detail:
        if why.missing:
            names = _names(codes(why.missing))
            return refusals.MISSING_NAMED(self._pointer(tracker), names=names)
        return PROBLEMS[why.reason](self._pointer(tracker))

    def _pointer(self, tracker: str) -> str:
        return f"/selection/trackers/{self._trackers[tracker]}"


def _names(codes: Sequence[str]) -> str:
    shown = ", ".join(codes[:_CODES])
    return f"{shown} and {len(codes) - _CODES} more" if len(codes) > _CODES else shown


def _nothing_left(chosen: PlannedSelection) -> Invalid:
    if any(chosen.left_out.get(reason) for reason in HAVING):
        return refusals.ALL_HAVE_IT(pointer="/selection")
    return refusals.NOTHING_SELECTED(pointer="/selection")


HAVING = frozenset({MismatchReason.ALREADY_THERE, MismatchReason.RECALLED_THERE})
"""Reasons that say that a tracker has the assessment."""


def _no_such_schools(selection: Selection, strange: Collection[str]) -> Invalid:
    return refusals.SCHOOLS_UNKNOWN(
        details=[
            refusals.SCHOOL_UNKNOWN(f"/selection/schools/{n}")
            for n, school in enumerate(selection.schools)
            if school in strange
        ]
    )


def check_ticked(selection: Selection) -> None:
    """Refuse a selection in which nothing is ticked. Raises `Invalid`."""
    if selection.empty:
        raise refusals.NOTHING_SELECTED(pointer="/selection")


def target_of(row: TrackerRow) -> Target:
    """Return a tracker as a plan holds it."""
    teachers = row.teachers and tuple(each.without_name() for each in row.teachers)
    return Target(
        row.id,
        row.school,
        row.fit,
        row.owner,
        row.collaborators,
        row.title,
        row.class_id,
        row.ends,
        teachers,
    )
