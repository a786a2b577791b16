"""A data team's test comes into a teacher's tracker: which one, and how it gets there (P4)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.errors import Conflict, NotFound, stale

from .model import AssessmentSource, Tracker, TrackerEntry
from .repository import StoredTracker, TrackerRepository, build_withdrawal, still_held
from .staffing import holders
from .visible_trackers import check_suits

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.rosters.model import SchoolClass
    from chalicelib.standards.service import Standards
    from chalicelib.storage.conditions import Write

from .service import Trackers
from .visible_trackers import Classroom


@dataclass(frozen=True, slots=True)
class TrackerPlace:
    """An open tracker of somebody's, and which assessments it holds."""

    tracker: Tracker
    holds: frozenset[str]

    def takes(self, assessment: str, set_id: str) -> bool:
        """Return whether it holds an assessment of this set, or could."""
        return assessment in self.holds or self.tracker.set_id == set_id


@dataclass(eq=False, repr=False)
class Receiving:
    """Trackers as those who are given a test look at them.

    The neighbors are asked only where they matter.
    """

    _repository: TrackerRepository
    _trackers: Trackers
    _assessments: Callable[[], Assessments]
    _standards: Callable[[], Standards]

    def places(self, caller: Caller, classes: Collection[str]) -> list[TrackerPlace]:
        """Return the trackers of these classes that a person works on, not archived.

        Their own come before those shared with them: one Query and one BatchGetItem.
        """
        rows = self._repository.of_person(caller)
        open_ones = [row.id for row in rows if not row.archived and row.class_id in classes]
        found = self._repository.read_stored(caller.district, open_ones)
        places = [_place(each) for each in found]
        return sorted(
            places,
            key=lambda p: (caller.person not in holders(p.tracker, caller.today), p.tracker.id),
        )

    def classroom(self, caller: Caller, tracker: str) -> Classroom:
        """Open a tracker with its class, to put a test into it. Raises `NotFound`, `Forbidden`."""
        room = self._trackers.classroom(caller, tracker)
        room.tracker.check_may(caller, "add_assessment")
        room.tracker.check_open()
        return room

    def set_name(self, district: str, set_id: str) -> str:
        """Return what people call a standards set; one that is gone has its id alone."""
        try:
            return self._standards().set(district, set_id).name
        except NotFound:
            return set_id

    def make(self, act: Act, class_id: str, header: AssessmentHeader) -> str:
        """Make a tracker for one's class that tracks all standards of a test; give its id."""
        chosen = self._standards().require_set(act.district, header.set_id)
        codes = chosen.codes(header.mask & chosen.active)
        step = replace(act, key=None, verb="create_tracker")
        made = self._trackers.create(
            step, class_id, header.set_id, codes, title=None, levels=header.levels
        )
        return made.id

    def take(
        self,
        act: Act,
        room: Classroom,
        header: AssessmentHeader,
        brought_by: str = "",
        *,
        test: str,
    ) -> Write:
        """Put a team's test into a tracker, and return the check that the tracker still shows it.

        A test that was taken out comes back. Repeating the call changes nothing. `test` names the
        test of the Mastery Process that needs it. `brought_by` is the distribution that brought the
        class's results on it, if one did. Raises `NotFound` while that distribution is recalled,
        `Conflict` when the tracker is full or of another set, and `Stale` when a colleague changes
        the tracker at this moment.
        """
        self._trackers.check_shown(act.district, room, brought_by)
        entry = self._hold_entry(act, room, header, test)
        return still_held(act.district, room.tracker.id, entry)

    def withdraw(
        self,
        district: str,
        taught: SchoolClass,
        set_id: str,
        assessment: str,
        came: Callable[[TrackerEntry], bool],
    ) -> list[Write]:
        """Return the writes that remove an assessment of a set from all of a class's trackers.

        Where an entry `came` differently, it stays. One Query, and one BatchGetItem per hundred.
        """
        rows = self._repository.rows(district, "", taught.school, set_id)
        theirs = [row.id for page in rows for row in page if row.class_id == taught.id]
        found = self._repository.read_stored(district, theirs)
        held = ((each.tracker.id, each.entry(assessment)) for each in found)
        return [
            build_withdrawal(district, tracker, entry)
            for tracker, entry in held
            if entry is not None and came(entry)
        ]

    def _hold_entry(
        self, act: Act, room: Classroom, header: AssessmentHeader, test: str
    ) -> TrackerEntry:
        """Bring a test into a tracker, or back, if it is not there; return its entry."""
        taken_out = [each for each in room.taken_out if each.assessment == header.id]
        if taken_out:
            stored = StoredTracker(room.tracker, (*room.entries, *room.recalled, *room.taken_out))
            step = replace(act, key=None, verb="restore_tracker_assessment")
            self._trackers.bring_back(step, stored, taken_out[0])
            return taken_out[0].bring_back()
        if any(entry.assessment == header.id for entry in (*room.entries, *room.recalled)):
            return room.entry(header.id)
        check_suits(room.tracker, header)
        at, by = instant(act.at), act.caller.person
        entry = TrackerEntry(
            header.id, at, AssessmentSource.TEAM, by, header.title, brought_for=test
        )
        use = self._assessments().use(act.district, header, as_it_is=False)
        step = replace(act, key=None, verb="add_tracker_assessment")
        try:
            self._repository.add(step, room.tracker, entry, use, room.tracker)
        except Conflict as refused:
            if refused.code == "already_in_tracker":
                raise stale("tracker", room.tracker.version) from refused
            raise
        return entry


def first_that_takes(
    places: Sequence[TrackerPlace], assessment: str, set_id: str
) -> TrackerPlace | None:
    """Choose the tracker for a test: one that holds it, else one that could; none if there is none.

    `places` are those of one class.
    """
    taking = [each for each in places if each.takes(assessment, set_id)]
    holding = [each for each in taking if assessment in each.holds]
    return next(iter(holding or taking), None)


def _place(stored: StoredTracker) -> TrackerPlace:
    held = (entry.assessment for entry in stored.entries if not entry.taken_out)
    return TrackerPlace(stored.tracker, frozenset(held))
