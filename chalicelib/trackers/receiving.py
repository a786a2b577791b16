"""A data team's test comes into a teacher's tracker: which one, and how it gets there (P4)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.errors import Conflict, NotFound

from .model import Entry, Source, Tracker
from .repository import Stored, TrackerRepository
from .service import check_suits

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.standards.service import Standards

    from .service import Classroom, Trackers


@dataclass(frozen=True, slots=True)
class Place:
    """An open tracker of somebody's, and which assessments it holds."""

    tracker: Tracker
    holds: frozenset[str]

    def takes(self, assessment: str, set_id: str) -> bool:
        """Tell whether it holds an assessment of this set, or could."""
        return assessment in self.holds or self.tracker.set_id == set_id


class Receiving:
    """Trackers as those who are given a test look at them."""

    def __init__(
        self,
        repository: TrackerRepository,
        trackers: Trackers,
        assessments: Callable[[], Assessments],
        standards: Callable[[], Standards],
    ) -> None:
        """Use these; the neighbours are asked only where they matter."""
        self._repository = repository
        self._trackers = trackers
        self._assessments = assessments
        self._standards = standards

    def places(self, caller: Caller, classes: Collection[str]) -> list[Place]:
        """Give the trackers of these classes that a person works on, not archived.

        Their own come before those shared with them: one Query and one BatchGetItem.
        """
        rows = self._repository.of_person(caller.district, caller.person)
        open_ones = [row.id for row in rows if not row.archived and row.class_id in classes]
        found = self._repository.stored(caller.district, open_ones)
        places = [_place(each) for each in found]
        return sorted(places, key=lambda p: (p.tracker.owner != caller.person, p.tracker.id))

    def classroom(self, caller: Caller, tracker: str) -> Classroom:
        """Open a tracker with its class, to put a test into it. Raises `NotFound`, `Forbidden`."""
        room = self._trackers.classroom(caller, tracker)
        room.tracker.check_may(caller, "add_assessment")
        room.tracker.check_open()
        return room

    def set_name(self, district: str, set_id: str) -> str:
        """Say what people call a standards set; one that is gone has its id alone."""
        try:
            return self._standards().set(district, set_id).name
        except NotFound:
            return set_id

    def make(self, act: Act, class_id: str, header: AssessmentHeader) -> str:
        """Make a tracker for one's class that tracks all standards of a test; give its id."""
        chosen = self._standards().chosen(act.district, header.set_id)
        codes = chosen.codes(header.mask & chosen.active)
        step = replace(act, key=None, verb="create_tracker")
        made = self._trackers.create(
            step, class_id, header.set_id, codes, title=None, levels=header.levels
        )
        return made.id

    def take(
        self, act: Act, room: Classroom, header: AssessmentHeader, brought_by: str = ""
    ) -> None:
        """Have a tracker hold a team's test; once is enough, however often it is said.

        `brought_by` is the distribution that brought the class's results on it, if one did. Raises
        `NotFound` while that is recalled, `Conflict` when the tracker is full or of another set.
        """
        self._trackers.check_shown(act.district, room, brought_by)
        if any(entry.assessment == header.id for entry in (*room.entries, *room.recalled)):
            room.entry(header.id)
            return
        check_suits(room.tracker, header)
        entry = Entry(header.id, instant(act.at), Source.TEAM, act.caller.person, header.title)
        use = self._assessments().use(act.district, header, as_it_is=False)
        step = replace(act, key=None, verb="add_assessment")
        try:
            self._repository.add(step, room.tracker, entry, use, room.tracker)
        except Conflict as refused:
            if refused.code != "already_in_tracker":
                raise


def first_that_takes(places: Sequence[Place], assessment: str, set_id: str) -> Place | None:
    """Choose the tracker for a test: one that holds it, else one that could; none if there is none.

    `places` are those of one class.
    """
    taking = [each for each in places if each.takes(assessment, set_id)]
    holding = [each for each in taking if assessment in each.holds]
    return next(iter(holding or taking), None)


def _place(stored: Stored) -> Place:
    return Place(stored.tracker, frozenset(entry.assessment for entry in stored.entries))
