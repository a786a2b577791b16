"""A batch: a tracker for every class of some courses, at once.

The id of a class's tracker follows from the batch and the class. Each class's outcome is written
in the transaction of its tracker. Each class therefore gets one tracker and one outcome, even when
the work begins again many times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.frozen_models import FrozenModel
from chalicelib.ids import derive_id
from chalicelib.rosters.model import RosterClassRow, present
from chalicelib.standards.algebra import Mask
from chalicelib.trackers.model import MOST_COLLABORATORS, Tracker
from chalicelib.trackers.staffing import MOST_TEACHERS

KIND = "tracker-batch"
"""As a job and as a due entry."""


class BatchOutcome(StrEnum):
    """The outcome for a class."""

    CREATED = "created"
    """It has a tracker now."""
    SKIPPED = "skipped"
    """It was left out; `reason` says why."""


class SkippedClassReason(StrEnum):
    """Why a class was skipped."""

    NO_TEACHER = "no_teacher"
    """The class has no teacher today."""
    HAS_TRACKER = "has_tracker"
    """The class has such a tracker already."""
    CLASS_PAST = "class_past"
    """The class's terms are over."""


SENTENCES = {
    SkippedClassReason.NO_TEACHER: "This class has no teacher yet. Add one to the roster, and "
    "make another batch.",
    SkippedClassReason.CLASS_PAST: "This class is over: its terms have ended.",
    SkippedClassReason.HAS_TRACKER: "This class already has a tracker with this standards set.",
}


class TrackerBatch(FrozenModel):
    """Which classes are to get which tracker."""

    id: str
    courses: tuple[str, ...]
    set_id: str
    mask: Mask
    levels: int
    subject: str
    """The standards set's, for the trackers' titles."""
    by: str
    created: str
    version: int = 1

    def tracker_id(self, class_id: str) -> str:
        """Return the id of a class's tracker: always the same, of the shape of all ids."""
        return derive_id(self.id, class_id)

    def tracker(self, of: RosterClassRow, created: str, today: str) -> Tracker:
        """Return a class's tracker: its first teacher's, with the others as collaborators."""
        owner, *others = present(of.teachers, today)
        return Tracker(
            id=self.tracker_id(of.id),
            title=f"{of.title}: {self.subject}"[:200],
            school=of.school,
            class_id=of.id,
            class_title=of.title,
            course_id=of.course,
            set_id=self.set_id,
            mask=self.mask,
            levels=self.levels,
            owner=owner.id,
            owner_name=owner.name,
            collaborators=tuple(teacher.id for teacher in others[:MOST_COLLABORATORS]),
            created=created,
            batch=self.id,
            ends=of.last_day,
            teachers=of.teachers[:MOST_TEACHERS],
        )


@dataclass(frozen=True, slots=True)
class ClassOutcome:
    """A batch's outcome for one class: a tracker, or the reason why there is none."""

    class_id: str
    title: str
    school: str
    outcome: BatchOutcome
    tracker: Tracker | None = None
    why: SkippedClassReason | None = None

    @property
    def writes(self) -> int:
        """How many writes it takes: outcome, tracker, row, one for each of its people, a check."""
        return 4 + len(self.tracker.people) if self.tracker else 1


def decide(
    batch: TrackerBatch, of: RosterClassRow, taken: frozenset[str], created: str, today: str
) -> ClassOutcome:
    """Return the work to do about a class; `taken` are the classes that have such a tracker."""
    reasons = (
        (of.is_past(today), SkippedClassReason.CLASS_PAST),
        (not present(of.teachers, today), SkippedClassReason.NO_TEACHER),
        (of.id in taken, SkippedClassReason.HAS_TRACKER),
    )
    why = next((reason for holds, reason in reasons if holds), None)
    if why:
        return ClassOutcome(of.id, of.title, of.school, BatchOutcome.SKIPPED, why=why)
    tracker = batch.tracker(of, created, today)
    return ClassOutcome(of.id, of.title, of.school, BatchOutcome.CREATED, tracker)


def pack_outcomes(outcomes: Iterable[ClassOutcome], most: int) -> Iterator[Sequence[ClassOutcome]]:
    """Fill transactions of at most `most` writes."""
    chunk: list[ClassOutcome] = []
    for outcome in outcomes:
        if chunk and sum(each.writes for each in chunk) + outcome.writes > most:
            yield chunk
            chunk = []
        chunk.append(outcome)
    if chunk:
        yield chunk
