"""A tracker as one person sees it: with what it holds, or with its class."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chalicelib.assessments.refusals import ASSESSMENT_NOT_FOUND, ASSESSMENT_NOT_READY
from chalicelib.trackers import refusals

from .model import ALLOWED, DistributionMarks, Tracker, TrackerEntry, TrackerRole

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.rosters.model import SchoolClass
    from chalicelib.standards.model import StandardsSet


@dataclass(frozen=True, slots=True)
class TitledEntry:
    """An assessment in a tracker, with its present title."""

    entry: TrackerEntry
    title: str
    give_until: str = ""
    """The last day of its distribution for classes; empty where there is none."""


_UNMARKED = DistributionMarks()


@dataclass(frozen=True, slots=True)
class TrackerHoldings:
    """A tracker's assessments: shown, recalled by the district, and taken out by its people."""

    shown: tuple[TrackerEntry, ...]
    recalled: tuple[TrackerEntry, ...]
    taken_out: tuple[TrackerEntry, ...]
    give_until: Mapping[str, str]
    """The last days for classes to get it, by distribution."""

    @classmethod
    def of(
        cls, entries: Sequence[TrackerEntry], marks: DistributionMarks = _UNMARKED
    ) -> TrackerHoldings:
        """Sort entries by the marks of the distributions that brought them."""
        held = [entry for entry in entries if not entry.taken_out]
        return cls(
            tuple(entry for entry in held if entry.distribution not in marks.recalled),
            tuple(entry for entry in held if entry.distribution in marks.recalled),
            tuple(entry for entry in entries if entry.taken_out),
            marks.give_until,
        )

    def with_titles(
        self, titles: Mapping[str, str]
    ) -> tuple[tuple[TitledEntry, ...], tuple[TitledEntry, ...]]:
        """Return what it shows, and what its people took out, with present titles."""
        days = self.give_until

        def name_entry(entry: TrackerEntry) -> TitledEntry:
            return TitledEntry(entry, titles[entry.assessment], days.get(entry.distribution, ""))

        return tuple(map(name_entry, self.shown)), tuple(map(name_entry, self.taken_out))


@dataclass(frozen=True, slots=True)
class OpenedTracker:
    """A tracker as one person sees it."""

    tracker: Tracker
    role: TrackerRole
    standards: list[str]
    """Codes of the standards tracked, in the set's order."""
    held: tuple[TitledEntry, ...] = ()
    taken_out: tuple[TitledEntry, ...] = ()

    @property
    def id(self) -> str:
        return self.tracker.id

    @property
    def version(self) -> int:
        return self.tracker.version

    @property
    def allowed(self) -> tuple[str, ...]:
        """The acts that this person may do with the tracker."""
        return ALLOWED[self.role]


@dataclass(frozen=True, slots=True)
class Classroom:
    """A tracker with the class it is for, as somebody sees it who may see the class's students.

    `entries` are the assessments it shows, without those that the district recalled and those
    that were taken out of it.
    """

    tracker: Tracker
    role: TrackerRole
    entries: tuple[TrackerEntry, ...]
    taught: SchoolClass
    recalled: tuple[TrackerEntry, ...] = ()
    taken_out: tuple[TrackerEntry, ...] = ()
    give_until: Mapping[str, str] = field(default_factory=dict)
    """The last days for classes to get its assessments, by distribution."""

    @property
    def may_enter(self) -> bool:
        """Return whether this person enters results here: who works on the tracker."""
        return self.role != TrackerRole.ADMINISTRATOR and not self.tracker.archived

    def select_recalled(
        self,
        distributions: Iterable[str],
        recalled: Callable[[Collection[str]], frozenset[str]],
    ) -> frozenset[str]:
        """Return which of these distributions are recalled.

        Asks only about those by which the tracker itself got nothing.
        """
        hidden = frozenset(entry.distribution for entry in self.recalled)
        shown = frozenset(entry.distribution for entry in self.entries)
        asked = frozenset(each for each in distributions if each)
        others = asked - shown - hidden
        return (asked & hidden) | (recalled(others) if others else frozenset())

    @property
    def teacher(self) -> str:
        """Return the class's teacher: the owner, or a present teacher."""
        here = [one.id for one in self.taught.teachers]
        return self.tracker.owner if self.tracker.owner in here or not here else here[0]

    def entry(self, assessment: str) -> TrackerEntry:
        """Return the entry of an assessment. Raises `NotFound`, also for one that is hidden."""
        for entry in self.entries:
            if entry.assessment == assessment:
                return entry
        if any(entry.assessment == assessment for entry in self.recalled):
            raise refusals.ASSESSMENT_RECALLED()
        if any(entry.assessment == assessment for entry in self.taken_out):
            raise refusals.ASSESSMENT_REMOVED()
        raise ASSESSMENT_NOT_FOUND()


def classroom_of(
    tracker: Tracker, role: TrackerRole, taught: SchoolClass, held: TrackerHoldings
) -> Classroom:
    """Return a tracker with its class and what it holds."""
    return Classroom(
        tracker, role, held.shown, taught, held.recalled, held.taken_out, held.give_until
    )


def default_title(class_title: str, chosen: StandardsSet) -> str:
    """Return the title of a tracker by its class and subject."""
    return f"{class_title}: {chosen.subject}"[:200]


def titles_of(
    caller: Caller, entries: Sequence[TrackerEntry], headers: Mapping[str, AssessmentHeader]
) -> dict[str, str]:
    """Return present titles; of what its creator has hidden since, the title as it came."""
    titles = {}
    for entry in entries:
        header = headers.get(entry.assessment)
        present = header.title if header else ""
        hidden = header is None or header.hidden_from(caller)
        titles[entry.assessment] = entry.title_as_it_came(present) if hidden else present
    return titles


def check_suits(tracker: Tracker, header: AssessmentHeader) -> None:
    """Refuse to give a tracker what is not finished, or of another set."""
    if not header.ready:
        raise ASSESSMENT_NOT_READY()
    if header.set_id != tracker.set_id:
        raise refusals.OTHER_STANDARDS_SET()
