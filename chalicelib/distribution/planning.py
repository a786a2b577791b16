"""From what was ticked to a plan: which trackers match, which do not and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.errors import Detail, Invalid

from .matching import SENTENCES, Mismatch, Wanted, mismatch
from .model import Plan, Selection
from .plan import Target, paged

if TYPE_CHECKING:
    from chalicelib.trackers.model import TrackerRow

_DETAILS = 50
"""Refused trackers that are named one by one."""


@dataclass(frozen=True, slots=True)
class SchoolCount:
    """How many trackers of a school match, of how many."""

    school: str
    name: str
    matching: int
    trackers: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One tracker of an expanded school, and why it does not match, if it does not."""

    row: TrackerRow
    why: Mismatch | None
    missing: tuple[str, ...] = ()
    """Codes of the standards it lacks."""


def count_by_school(
    pages: Iterable[Sequence[TrackerRow]], wanted: Wanted, names: dict[str, str]
) -> list[SchoolCount]:
    """Count every school's trackers; schools without any are listed with none."""
    every: Counter[str] = Counter()
    matching: Counter[str] = Counter()
    for page in pages:
        for row in page:
            if row.archived:
                continue
            every[row.school] += 1
            if mismatch(row, wanted) is None:
                matching[row.school] += 1
    known = {school: names.get(school, school) for school in {*names, *every}}
    ordered = sorted(known, key=lambda school: (known[school], school))
    return [SchoolCount(s, known[s], matching[s], every[s]) for s in ordered]


class Picker:
    """Picks the trackers of a selection out of all, and remembers what it left out."""

    def __init__(
        self, selection: Selection, wanted: Wanted, known: Collection[str] = frozenset()
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
        self.refused: list[Detail] = []
        self.schools: Counter[str] = Counter()
        self.left_out = 0

    def pick(self, pages: Iterable[Sequence[TrackerRow]]) -> Iterator[Target]:
        """Give the matching trackers that were ticked, in the order of the schools.

        A tracker that was ticked by itself and does not match is noted as refused; one that merely
        belongs to a ticked school is left out, as it is not offered there either.
        """
        for page in pages:
            for row in page:
                ticked = row.id in self._trackers
                self._seen_schools.add(row.school)
                if ticked:
                    self._seen.add(row.id)
                if not (ticked or self._everywhere or row.school in self._schools):
                    continue
                if row.id in self._known:
                    self.left_out += 1
                    continue
                why = mismatch(row, self._wanted)
                if why is None:
                    self.schools[row.school] += 1
                    yield target_of(row)
                elif ticked:
                    self._refuse(row.id, why.reason.value, SENTENCES[why.reason])

    def check(self, schools: Callable[[], Collection[str]]) -> None:
        """Refuse what was ticked and cannot be delivered to, and a selection that is empty.

        `schools` names the district's; it is asked only about a school without any tracker.
        """
        strange = self._schools - self._seen_schools
        strange -= frozenset(schools() if strange else ())
        if strange:
            raise _no_such_schools(self._selection, strange)
        for tracker in sorted(self._trackers.keys() - self._seen):
            self._refuse(tracker, "tracker_not_found", "There is no such tracker.")
        if self.refused:
            raise Invalid(
                "trackers_do_not_match",
                f"{len(self.refused)} of the chosen trackers cannot take this assessment. "
                "Untick them, or change what they track.",
                details=self.refused[:_DETAILS],
            )
        if not self.schools and not self.left_out:
            raise Invalid(
                "nothing_selected",
                "No matching tracker is selected. Tick trackers, schools or the whole district.",
                pointer="/selection",
            )

    def _refuse(self, tracker: str, code: str, sentence: str) -> None:
        self.refused.append(
            Detail(f"/selection/trackers/{self._trackers[tracker]}", code, sentence)
        )


def _no_such_schools(selection: Selection, strange: Collection[str]) -> Invalid:
    sentence = "There is no such school. Choose from the list of schools."
    return Invalid(
        "schools_unknown",
        sentence,
        details=[
            Detail(f"/selection/schools/{n}", "school_unknown", sentence)
            for n, school in enumerate(selection.schools)
            if school in strange
        ],
    )


def planned(
    selection: Selection,
    wanted: Wanted,
    pages: Iterable[Sequence[TrackerRow]],
    schools: Callable[[], Collection[str]],
) -> tuple[Plan, list[list[Target]]]:
    """Freeze a selection. Raises `Invalid` when it is empty or holds trackers that do not match."""
    picker = Picker(selection, wanted)
    cut = picked(picker, selection, pages, schools)
    total = sum(picker.schools.values())
    return Plan(pages=len(cut), trackers=total, schools=dict(picker.schools)), cut


def picked(
    picker: Picker,
    selection: Selection,
    pages: Iterable[Sequence[TrackerRow]],
    schools: Callable[[], Collection[str]],
) -> list[list[Target]]:
    """Give the pages of what a picker picks. Raises `Invalid` as above."""
    if selection.empty:
        raise Invalid(
            "nothing_selected",
            "Nothing is selected. Tick trackers, schools or the whole district.",
            pointer="/selection",
        )
    cut = list(paged(picker.pick(pages)))
    picker.check(schools)
    return cut


def target_of(row: TrackerRow) -> Target:
    """Give a tracker as a plan holds it."""
    return Target(
        row.id, row.school, row.fit, row.owner, row.collaborators, row.title, row.class_id
    )
