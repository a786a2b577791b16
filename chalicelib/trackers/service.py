"""A teacher's acts on trackers: create, share, archive, add an assessment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller
from chalicelib.clock import instant
from chalicelib.districts.refusals import PERSON_NOT_FOUND
from chalicelib.errors import NotFound, stale
from chalicelib.ids import new_id
from chalicelib.observability import read_of_students
from chalicelib.paging import Page, cut
from chalicelib.rosters.refusals import CLASS_NOT_FOUND
from chalicelib.storage.optimistic import retry
from chalicelib.trackers import refusals

from .model import (
    MOST_COLLABORATORS,
    AssessmentSource,
    Tracker,
    TrackerEntry,
    TrackerRole,
    TrackerRow,
)
from .repository import StoredTracker, TrackerRepository, still_held
from .staffing import MOST_TEACHERS, helpers, holders
from .visible_trackers import (
    Classroom,
    OpenedTracker,
    TrackerHoldings,
    check_suits,
    classroom_of,
    default_title,
    titles_of,
)

if TYPE_CHECKING:
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.service import Districts
    from chalicelib.rosters.model import SchoolClass, Student
    from chalicelib.rosters.service import Rosters
    from chalicelib.scales.calculation import Calculation
    from chalicelib.standards.service import Standards
    from chalicelib.storage.conditions import Check

    from .ports import AutomaticDelivery, RecallLookup, ResultLookup


@dataclass(eq=False, repr=False)
class Trackers:
    """The trackers of a district. The neighbors are asked only where they matter."""

    _repository: TrackerRepository
    _districts: Districts
    _rosters: Callable[[], Rosters]
    _standards: Callable[[], Standards]
    _assessments: Callable[[], Assessments]
    _recalls: Callable[[], RecallLookup]
    _automatic: Callable[[], AutomaticDelivery]
    _results: Callable[[], ResultLookup]

    # -- reading ----------------------------------------------------------------------------------

    def rows(
        self,
        district: str,
        school: str | None = None,
        set_id: str | None = None,
        *,
        today: str | None = None,
    ) -> Iterator[list[TrackerRow]]:
        """Find rows of a district, a school, or a set of it; without `today` one call more."""
        day = self._districts.today(district) if today is None else today
        return self._repository.rows(district, day, school, set_id)

    def rows_of(self, district: str, trackers: Iterable[str]) -> list[TrackerRow]:
        """Return the compact rows of these trackers, as the trackers are now."""
        day = self._districts.today(district)
        return [tracker.row().on(day) for tracker in self._repository.several(district, trackers)]

    def find_entries(
        self, district: str, trackers: Iterable[str], assessment: str
    ) -> dict[str, TrackerEntry]:
        """Return an assessment's entry in each of these trackers that holds it."""
        return self._repository.find_entries(district, trackers, assessment)

    def find_made_before(self, district: str, trackers: Iterable[str], at: str) -> frozenset[str]:
        """Return which of these trackers were made before an instant."""
        made = self._repository.several(district, trackers)
        return frozenset(tracker.id for tracker in made if tracker.created < at)

    def holds(self, caller: Caller, assessment: str) -> bool:
        """Return whether the caller works on a tracker, not archived, that shows an assessment."""
        rows = self._repository.of_person(caller)
        open_ones = [row.id for row in rows if not row.archived]
        found = self._repository.holding(caller.district, open_ones, assessment)
        return bool(self._holdings(caller.district, found).shown)

    def open(self, caller: Caller, tracker: str) -> OpenedTracker:
        """Read a tracker with what it holds. Raises `NotFound`."""
        stored = self._read_stored(caller, tracker)
        return self.show_tracker(caller, stored.tracker, stored.entries)

    def students(
        self, caller: Caller, tracker: str, limit: int, after: Sequence[Any] | None
    ) -> Page[Student]:
        """List the students of a tracker's class. Raises `NotFound`. Leaves an audit line."""
        stored = self._read_stored(caller, tracker)
        taught = self._read_class(caller, stored.tracker)
        read_of_students(caller, "tracker", tracker)
        return cut(taught.students, limit, after, lambda one: (one.family, one.given, one.id))

    def classroom(self, caller: Caller, tracker: str) -> Classroom:
        """Read a tracker with its class, for people who can see the students. Raises `NotFound`.

        The caller leaves the audit line when it shows students of the class.
        """
        stored = self._read_stored(caller, tracker)
        taught = self._read_class(caller, stored.tracker)
        held = self._holdings(caller.district, stored.entries)
        return classroom_of(stored.tracker, stored.tracker.role_of(caller), taught, held)

    def find_recalled_for_class(
        self, district: str, room: Classroom, distributions: Iterable[str]
    ) -> frozenset[str]:
        """Return which of these distributions are recalled, such as those of its results."""
        return room.select_recalled(
            distributions, lambda others: self._recalls().find_recalled(district, others)
        )

    def check_shown(self, district: str, room: Classroom, distribution: str) -> None:
        """Check that what brought results to the class is not recalled. Raises `NotFound`."""
        if self.find_recalled_for_class(district, room, [distribution]):
            raise refusals.ASSESSMENT_RECALLED()

    def still_shown(self, district: str, room: Classroom, entry: TrackerEntry) -> Check:
        """Return what makes a transaction fail once a tracker shows an assessment no more."""
        return still_held(district, room.tracker.id, entry)

    # -- writing ----------------------------------------------------------------------------------

    def create(
        self,
        act: Act,
        class_id: str,
        set_id: str,
        standards: Sequence[str] | None,
        title: str | None,
        levels: int | None,
        calculation: Calculation | None = None,
    ) -> OpenedTracker:
        """Create a tracker for one's own class; without `standards` it tracks the whole set."""
        attempt = partial(
            self._create_tracker, act, class_id, set_id, standards, title, levels, calculation
        )
        return retry(attempt, refusals.ROSTER_BEING_APPLIED)

    def _create_tracker(
        self,
        act: Act,
        class_id: str,
        set_id: str,
        standards: Sequence[str] | None,
        title: str | None,
        levels: int | None,
        calculation: Calculation | None,
    ) -> OpenedTracker:
        taught = self._own_class(act.caller, class_id)
        chosen = self._standards().require_set(act.district, set_id)
        mask = chosen.active if standards is None else chosen.mask(standards, pointer="/standards")
        names = {teacher.id: teacher.name for teacher in taught.teachers}
        tracker = Tracker(
            id=new_id(),
            title=title or default_title(taught.title, chosen),
            school=taught.school,
            class_id=taught.id,
            class_title=taught.title,
            course_id=taught.course,
            set_id=chosen.id,
            mask=mask,
            levels=levels or self._districts.read(act.district).mastery_levels,
            calculation=calculation,
            owner=act.caller.person,
            owner_name=names[act.caller.person],
            created=instant(act.at),
            ends=taught.last_day,
            teachers=taught.teachers[:MOST_TEACHERS],
        )
        shown = tracker.on(act.caller.today)
        opened = OpenedTracker(shown, TrackerRole.OWNER, chosen.codes(mask))
        word = self._automatic().word_of(act.district, [shown], instant(act.at))
        self._repository.create(act, tracker, opened, word)
        return opened

    def change(
        self, act: Act, tracker: str, version: int, properties: dict[str, Any]
    ) -> OpenedTracker:
        """Change title, standards, levels or calculation, or archive.

        `properties` holds only what is to change.
        """
        stored = self._read_stored(act.caller, tracker)
        before = stored.tracker
        for what in {"archive" if name == "archived" else "edit" for name in properties}:
            before.check_may(act.caller, what)
        _check_version(before, version)
        changes = dict(properties)
        if "standards" in changes:
            chosen = self._standards().require_set(act.district, before.set_id)
            names = changes.pop("standards")
            changes["mask"] = chosen.mask(names, keep=before.mask, pointer="/standards")
        return self._save(act, stored, changes)

    def share(self, act: Act, tracker: str, version: int, person: str) -> OpenedTracker:
        """Let a colleague work on a tracker. Raises `NotFound` for people who are not staff."""
        stored = self._read_stored(act.caller, tracker)
        before = stored.tracker
        before.check_may(act.caller, "change_collaborators")
        _check_version(before, version)
        if person in (*holders(before, act.caller.today), *before.collaborators):
            return self.show_tracker(act.caller, before, stored.entries)
        colleague = self._rosters().people_today(act.caller, [person]).get(person)
        if colleague is None or not (colleague.is_staff and colleague.enabled):
            raise PERSON_NOT_FOUND()
        if len(before.collaborators) >= MOST_COLLABORATORS:
            raise refusals.TOO_MANY_COLLABORATORS(most=MOST_COLLABORATORS)
        return self._save(act, stored, {"collaborators": (*before.collaborators, person)})

    def unshare(self, act: Act, tracker: str, version: int, person: str) -> OpenedTracker:
        """Take a colleague off a tracker, or oneself."""
        stored = self._read_stored(act.caller, tracker)
        before = stored.tracker
        leaving = person == act.caller.person
        before.check_may(act.caller, "leave" if leaving else "change_collaborators")
        _check_version(before, version)
        if person not in before.collaborators:
            raise refusals.COLLABORATOR_NOT_FOUND()
        rest = tuple(each for each in before.collaborators if each != person)
        return self._save(act, stored, {"collaborators": rest})

    def add_assessment(self, act: Act, tracker: str, assessment: str) -> OpenedTracker:
        """Put an assessment that the teacher may see into the tracker (T2)."""
        stored = self._read_stored(act.caller, tracker)
        stored.tracker.check_may(act.caller, "add_assessment")
        stored.tracker.check_open()
        held = stored.entry(assessment)
        if held and held.taken_out:
            self.check_not_recalled(act.district, stored.tracker.class_id, assessment)
            return self.bring_back(act, stored, held)
        self._check_absent(act.district, held)
        header = self._assessments().header(act.caller, assessment)
        check_suits(stored.tracker, header)
        if header.scored:
            self.check_not_recalled(act.district, stored.tracker.class_id, header.id)
        at = instant(act.at)
        entry = TrackerEntry(
            header.id, at, AssessmentSource.TEACHER, act.caller.person, header.title
        )
        opened = self.show_tracker(act.caller, stored.tracker, (*stored.entries, entry))
        use = self._assessments().use(act.district, header, as_it_is=False)
        self._repository.add(act, stored.tracker, entry, use, opened)
        return opened

    def bring_back(self, act: Act, stored: StoredTracker, held: TrackerEntry) -> OpenedTracker:
        """Show again what was taken out of a tracker, with the class's results."""
        before = stored.tracker
        after = before.model_copy(update={"version": before.version + 1})
        back = held.bring_back()
        entries = [back if each is held else each for each in stored.entries]
        opened = self.show_tracker(act.caller, after, entries)
        self._repository.exchange(act, after, held, back, (), opened)
        return opened

    # -- for those who change what it holds -------------------------------------------------------

    def read_stored_at(
        self, caller: Caller, tracker: str, version: int, what: str
    ) -> StoredTracker:
        """Read a tracker that somebody saw at `version`, to do to its assessments what is allowed.

        Raises `NotFound`, `Forbidden`, `Stale`; `Conflict` when it is archived.
        """
        stored = self._read_stored(caller, tracker)
        stored.tracker.check_may(caller, what)
        _check_version(stored.tracker, version)
        stored.tracker.check_open()
        return stored

    def check_not_recalled(self, district: str, school_class: str, assessment: str) -> None:
        """Check that the district did not recall what it gave the class in another tracker."""
        brought_by = self._results().find_source_distribution(district, school_class, assessment)
        if brought_by and self._recalls().find_recalled(district, [brought_by]):
            raise refusals.RECALLED_IN_CLASS()

    def show_tracker(
        self,
        caller: Caller,
        tracker: Tracker,
        entries: Sequence[TrackerEntry],
        role: TrackerRole | None = None,
    ) -> OpenedTracker:
        """Return a tracker that holds these as the caller sees it."""
        held = self._holdings(caller.district, entries)
        titles = self._titles(caller, (*held.shown, *held.taken_out))
        return OpenedTracker(
            tracker.on(caller.today),
            role or tracker.role_of(caller),
            self._codes(caller.district, tracker),
            *held.with_titles(titles),
        )

    # -- steps ------------------------------------------------------------------------------------

    def _read_class(self, caller: Caller, board: Tracker) -> SchoolClass:
        """Read the tracker's class; owner, collaborators and administrators see students."""
        taught = self._rosters().school_class(caller, board.class_id)
        shared = caller.person in helpers(board)
        theirs = shared and (board.teachers is not None or taught.taught_by(board.owner))
        if not (theirs or taught.taught_by(caller.person) or caller.administers(taught.school)):
            raise CLASS_NOT_FOUND()
        return taught

    def _check_absent(self, district: str, held: TrackerEntry | None) -> None:
        if held:
            shown = self._holdings(district, [held]).shown
            raise (refusals.ALREADY_IN_TRACKER if shown else refusals.RECALLED_IN_TRACKER)()

    def _holdings(self, district: str, entries: Sequence[TrackerEntry]) -> TrackerHoldings:
        distributions = {entry.distribution for entry in entries if entry.distribution}
        if not distributions:
            return TrackerHoldings.of(entries)
        return TrackerHoldings.of(entries, self._recalls().marks(district, distributions))

    def _read_stored(self, caller: Caller, tracker: str) -> StoredTracker:
        stored = self._repository.get(caller.district, tracker)
        if stored is None:
            raise refusals.TRACKER_NOT_FOUND()
        stored.tracker.role_of(caller)
        return stored

    def _own_class(self, caller: Caller, class_id: str) -> SchoolClass:
        """Read a class as it is kept, which the caller teaches today. Raises `Invalid`."""
        try:
            found = self._rosters().class_as_kept(caller.district, class_id)
        except NotFound:
            found = None
        if found is None or not found.on(caller.today).taught_by(caller.person):
            raise refusals.CLASS_NOT_TAUGHT("/class_id")
        return found

    def _save(self, act: Act, stored: StoredTracker, changes: dict[str, Any]) -> OpenedTracker:
        before = stored.tracker
        if all(getattr(before, name) == value for name, value in changes.items()):
            return self.show_tracker(act.caller, before, stored.entries)
        after = before.model_copy(update={**changes, "version": before.version + 1})
        role = before.role_of(act.caller)
        opened = self.show_tracker(act.caller, after, stored.entries, role)
        fits_others = after.fit != before.fit and not after.archived
        shown = after.on(act.caller.today)
        word = (
            self._automatic().word_of(act.district, [shown], instant(act.at)) if fits_others else []
        )
        self._repository.save(act, before, after, opened, word)
        return opened

    def _codes(self, district: str, tracker: Tracker) -> list[str]:
        try:
            return self._standards().set(district, tracker.set_id).codes(tracker.mask)
        except NotFound:  # the framework was removed; the tracker and its mastery remain
            return []

    def _titles(self, caller: Caller, entries: Sequence[TrackerEntry]) -> dict[str, str]:
        wanted = [entry.assessment for entry in entries]
        headers = self._assessments().headers(caller.district, wanted) if wanted else {}
        return titles_of(caller, entries, headers)


def _check_version(tracker: Tracker, version: int) -> None:
    if tracker.version != version:
        raise stale("tracker", tracker.version)
