"""The storage of trackers: the tracker, its compact row, and a row for each of its people.

All are written in one transaction, always; only a delivery changes the tracker alone (its
`assessments`), which the rows do not show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.errors import stale
from chalicelib.rosters.model import Offering, card_of
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Check,
    Condition,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
    attribute_missing,
    fewer_than,
    version_is,
)
from chalicelib.storage.optimistic import Overtaken
from chalicelib.storage.table import ConditionFailed, Repository
from chalicelib.trackers import refusals

from .model import MOST_ASSESSMENTS, Tracker, TrackerEntry, TrackerRow

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.storage.attributes import Item


@dataclass(frozen=True, slots=True)
class StoredTracker:
    """A tracker with the assessments it holds, as they came."""

    tracker: Tracker
    entries: tuple[TrackerEntry, ...]

    def entry(self, assessment: str) -> TrackerEntry | None:
        """Return the entry of an assessment, also of one that was taken out."""
        return next((each for each in self.entries if each.assessment == assessment), None)


class TrackerRepository(Repository):
    """Trackers and their rows."""

    def get(self, district: str, tracker: str) -> StoredTracker | None:
        """Read a tracker and what it holds, in the order in which it came."""
        item = self._table.get(keys.tracker(district, tracker))
        return _read_stored(item) if item else None

    def rows(
        self, district: str, day: str, school: str | None = None, set_id: str | None = None
    ) -> Iterator[list[TrackerRow]]:
        """Yield the rows of a district, a school, or a set of it: a list per page of 1 MB.

        They are as on a day; without one, as they are kept.
        """
        begins = ""
        if school is not None:
            wanted = (school,) if set_id is None else (school, set_id)
            begins = f"{keys.join(*wanted)}#"
        pk = keys.tracker_row(district, "", "", "").pk
        middle = f"#{keys.part(set_id)}#" if set_id is not None else ""
        for page in self._table.pages(pk, begins=begins, attributes=("sk", "r")):
            yield [
                TrackerRow.read(item["sk"], item["r"], day) for item in page if middle in item["sk"]
            ]

    def several(self, district: str, trackers: Iterable[str]) -> list[Tracker]:
        """Read these trackers, those that there are."""
        found = self._table.get_many(keys.tracker(district, tracker) for tracker in trackers)
        return [_tracker(item) for item in found.values()]

    def read_stored(self, district: str, trackers: Iterable[str]) -> list[StoredTracker]:
        """Read these trackers, those that there are, and what they hold."""
        found = self._table.get_many(keys.tracker(district, tracker) for tracker in trackers)
        return [_read_stored(item) for item in found.values()]

    def holding(
        self, district: str, trackers: Iterable[str], assessment: str
    ) -> list[TrackerEntry]:
        """Return an assessment's entries in these trackers: one BatchGetItem per hundred."""
        found = self._table.get_many(keys.tracker(district, tracker) for tracker in trackers)
        held = (item["assessments"].get(assessment) for item in found.values())
        return [TrackerEntry.read(assessment, each) for each in held if each is not None]

    def find_entries(
        self, district: str, trackers: Iterable[str], assessment: str
    ) -> dict[str, TrackerEntry]:
        """Return an assessment's entry in each of these trackers that holds it, as above."""
        wanted = {keys.tracker(district, tracker): tracker for tracker in trackers}
        found = self._table.get_many(wanted, consistent=False)
        held = {wanted[key]: item["assessments"].get(assessment) for key, item in found.items()}
        return {
            tracker: TrackerEntry.read(assessment, entry)
            for tracker, entry in held.items()
            if entry
        }

    def row_of(self, item: Item, day: str) -> TrackerRow:
        """Read the row from a tracker item, such as one that a failed condition brought back."""
        return _tracker(item).row().on(day)

    def of_person(self, caller: Caller) -> list[TrackerRow]:
        """Return the rows of the trackers that somebody has or works on, on their day."""
        pk = keys.person_tracker(caller.district, caller.person, "").pk
        rows = (
            TrackerRow.read(item["row"], item["r"], caller.today)
            for page in self._table.pages(pk)
            for item in page
        )
        return [row for row in rows if row.is_worked_on_by(caller.person, caller.today)]

    def create(self, act: Act, tracker: Tracker, shown: Any, also: Sequence[Write] = ()) -> None:
        """Write a new tracker, with `also`; `shown` is what the act is answered with.

        Raises `Overtaken` when an import changed the class since it was read.
        """
        same = class_as_read(keys.school_class(act.district, tracker.class_id), tracker)
        writes = [*creation(act.district, tracker), *also, same]
        try:
            self._table.commit(writes, act=act, subject=shown)
        except ConditionFailed as failed:
            if failed.first.index == len(writes) - 1:
                raise Overtaken from failed
            raise

    def follow(
        self, district: str, trackers: Iterable[str], classes: Mapping[str, Offering]
    ) -> Iterator[list[Write]]:
        """Yield what brings each of these trackers in step with its class that is not."""
        for before in self.several(district, trackers):
            taught = classes.get(before.class_id)
            after = before.follow(taught) if taught else before
            if after is not before:
                yield _build_change_writes(district, before, after)

    def save(
        self, act: Act, before: Tracker, after: Tracker, shown: Any, also: Sequence[Write] = ()
    ) -> None:
        """Write a changed tracker, which must still be as `before`, with `also`.

        Raises `Stale` or `NotFound`.
        """
        writes = [*_build_change_writes(act.district, before, after), *also]
        try:
            self._table.commit(writes, act=act, subject=shown)
        except ConditionFailed as failed:
            old = failed.first.old
            if old is None:
                raise refusals.TRACKER_NOT_FOUND() from failed
            if old["doc"] != _doc(after):
                raise stale("tracker", old["version"]) from failed

    def add(
        self, act: Act, tracker: Tracker, entry: TrackerEntry, use: list[Write], shown: Any
    ) -> None:
        """Write one more assessment into a tracker, as a delivery would; `use` goes with it.

        Raises `Conflict` when it holds it already, `Stale` when it or the assessment changed.
        """
        path = f"assessments.{entry.assessment}"
        update = Update(
            keys.tracker(act.district, tracker.id),
            set={path: entry.serialize()},
            condition=attribute_is("fit", tracker.fit)
            & attribute_missing(path)
            & fewer_than("assessments", MOST_ASSESSMENTS),
        )
        try:
            self._table.commit([update, *use], act=act, subject=shown)
        except ConditionFailed as failed:
            _compare(failed, entry)

    def exchange(
        self,
        act: Act,
        after: Tracker,
        held: TrackerEntry,
        now: TrackerEntry | None,
        also: Sequence[Write],
        shown: Any,
    ) -> None:
        """Write an assessment of a tracker as it is `now`, or remove it; `also` goes with it.

        `after` is the tracker at its next version. Raises `Stale` or `NotFound` when tracker or
        entry are not as they were read, `Overtaken` when a condition of `also` is false.
        """
        path = f"assessments.{held.assessment}"
        changed = {path: now.serialize()} if now else {}
        update = Update(
            keys.tracker(act.district, after.id),
            set={"version": after.version, "doc": _doc(after), **changed},
            remove=() if now else (path,),
            condition=version_is(after.version - 1) & attribute_is(path, held.serialize()),
        )
        try:
            self._table.commit([update, *also], act=act, subject=shown)
        except ConditionFailed as failed:
            first = failed.first
            if first.index > 0:
                raise Overtaken from failed
            if first.old is None:
                raise refusals.TRACKER_NOT_FOUND() from failed
            present = first.old["assessments"].get(held.assessment)
            same = present == (now.serialize() if now else None)
            if not same or first.old["doc"] != update.set["doc"]:
                raise stale("tracker", first.old["version"]) from failed


def still_held(district: str, tracker: str, entry: TrackerEntry) -> Check:
    """Check that a tracker shows an assessment as it did when it was read."""
    path = f"assessments.{entry.assessment}"
    return Check(keys.tracker(district, tracker), attribute_is(path, entry.serialize()))


def build_withdrawal(district: str, tracker: str, entry: TrackerEntry) -> Update:
    """Return the write that takes an assessment out of a tracker that holds it as it was read."""
    path = f"assessments.{entry.assessment}"
    condition = attribute_is(path, entry.serialize())
    return Update(keys.tracker(district, tracker), remove=(path,), condition=condition)


def creation(district: str, tracker: Tracker) -> list[Put]:
    """Return the writes of a new tracker: itself, its row, a row for each of its people."""
    item = {
        "version": tracker.version,
        "fit": tracker.fit,
        "assessments": {},
        "doc": _doc(tracker),
    }
    return [
        Put(keys.tracker(district, tracker.id), item, MUST_NOT_EXIST),
        *_rows(district, tracker),
    ]


def class_as_read(key: keys.Key, tracker: Tracker) -> Check:
    """Check that a class has the end and the teachers that a new tracker of it has.

    `key` is of an item that has the class's card. An import writes classes before it looks for
    their trackers, so a tracker that it does not find finds the class changed.
    """
    same = "(attribute_not_exists(#card) OR #card = :card)"  # release 0.3.0 wrote none
    card = card_of(tracker.ends, tracker.teachers or ())
    return Check(key, Condition("same_card", same, {"#card": "card"}, {":card": card}))


def _build_change_writes(district: str, before: Tracker, after: Tracker) -> list[Write]:
    update = Update(
        keys.tracker(district, after.id),
        set={"version": after.version, "fit": after.fit, "doc": _doc(after)},
        condition=version_is(before.version),
    )
    return [update, *_rows(district, after), *_build_parting_writes(district, before, after)]


def _rows(district: str, tracker: Tracker) -> list[Put]:
    row = tracker.row()
    packed = row.serialize()
    key = keys.tracker_row(district, row.school, row.set_id, row.id)
    return [
        Put(key, {"r": packed}),
        *(
            Put(keys.person_tracker(district, person, row.id), {"row": key.sk, "r": packed})
            for person in tracker.people
        ),
    ]


def _build_parting_writes(district: str, before: Tracker, after: Tracker) -> list[Delete]:
    """Take the tracker off the list of those who work on it no more."""
    gone = [person for person in before.people if person not in after.people]
    return [Delete(keys.person_tracker(district, person, after.id)) for person in gone]


def _compare(failed: ConditionFailed, entry: TrackerEntry) -> None:
    """Raise the refusal, unless the tracker already has our entry because an answer was lost."""
    first = failed.first
    old = first.old
    if first.index == 0:
        present = old["assessments"].get(entry.assessment) if old else None
        if present == entry.serialize():
            return
        if present is not None:
            raise refusals.ALREADY_IN_TRACKER() from failed
        if old and len(old["assessments"]) >= MOST_ASSESSMENTS:
            raise refusals.TRACKER_FULL(most=MOST_ASSESSMENTS) from failed
    elif old is not None:
        raise stale("assessment", old["version"]) from failed
    raise stale("tracker", old["version"] if old else 0) from failed


def _tracker(item: Item) -> Tracker:
    return Tracker.model_validate_json(item["doc"])


def _doc(tracker: Tracker) -> str:
    return tracker.model_dump_json(exclude_defaults=True)


def _read_stored(item: Item) -> StoredTracker:
    held = [TrackerEntry.read(assessment, each) for assessment, each in item["assessments"].items()]
    return StoredTracker(_tracker(item), tuple(sorted(held, key=lambda e: (e.at, e.assessment))))
