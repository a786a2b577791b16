"""Taking an assessment out of a tracker, and bringing it back (T9).

An assessment without results goes. An assessment with results stays in the tracker unseen, out of
its lists and out of mastery. The class's results are kept, and other trackers of the class show
them as before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.assessments.refusals import ASSESSMENT_NOT_FOUND
from chalicelib.clock import instant
from chalicelib.storage.optimistic import retry
from chalicelib.trackers import refusals
from chalicelib.trackers.model import AssessmentSource, TrackerEntry
from chalicelib.trackers.repository import StoredTracker, TrackerRepository

if TYPE_CHECKING:
    from collections.abc import Callable

    from chalicelib.acts import Act
    from chalicelib.trackers.ports import ClassResults, RecallLookup, ResultLookup
    from chalicelib.trackers.service import Trackers
    from chalicelib.trackers.visible_trackers import OpenedTracker


@dataclass(eq=False, repr=False)
class Removals:
    """The acts that take assessments out of trackers and bring them back.

    Results and recalls are read only where they matter.
    """

    _repository: TrackerRepository
    _trackers: Trackers
    _results: Callable[[], ResultLookup]
    _recalls: Callable[[], RecallLookup]

    def remove(self, act: Act, tracker: str, version: int, assessment: str) -> OpenedTracker:
        """Take an assessment out of a tracker that was seen at `version`.

        Raises `NotFound`, `Forbidden`, `Stale`; `Conflict` for what the district brought and for a
        test of an open Mastery Process.
        """
        stored = self._trackers.read_stored_at(act.caller, tracker, version, "remove_assessment")
        held = _entry(stored, assessment)
        if held.taken_out:
            raise ASSESSMENT_NOT_FOUND()
        if held.source == AssessmentSource.DISTRICT:
            self._check_not_recalled(act.district, held)
            raise refusals.DISTRIBUTED_BY_DISTRICT()

        def attempt() -> OpenedTracker:
            results = self._results().of_class(act.district, stored.tracker.class_id, assessment)
            if results.processes:
                raise refusals.TEST_OF_OPEN_PROCESS(processes=list(results.processes))
            return self._remove(act, stored, held, results)

        return retry(attempt, refusals.SHEET_BUSY)

    def restore(self, act: Act, tracker: str, version: int, assessment: str) -> OpenedTracker:
        """Bring back what was taken out, with its results.

        Raises as `remove`; `Conflict` while the district has recalled what brought these results.
        """
        stored = self._trackers.read_stored_at(act.caller, tracker, version, "add_assessment")
        held = _entry(stored, assessment)
        if not held.taken_out:
            self._check_not_recalled(act.district, held)
            raise refusals.ASSESSMENT_NOT_REMOVED()
        self._trackers.check_not_recalled(act.district, stored.tracker.class_id, assessment)
        return self._trackers.bring_back(act, stored, held)

    def _check_not_recalled(self, district: str, held: TrackerEntry) -> None:
        """Refuse what the district has recalled: the tracker does not show it."""
        if held.distribution and self._recalls().find_recalled(district, [held.distribution]):
            raise refusals.RECALLED_IN_TRACKER()

    def _remove(
        self, act: Act, stored: StoredTracker, held: TrackerEntry, results: ClassResults
    ) -> OpenedTracker:
        before = stored.tracker
        after = before.model_copy(update={"version": before.version + 1})
        kept = held.take_out(instant(act.at), act.caller.person) if results.begun else None
        rest = [each for each in stored.entries if each is not held]
        shown = self._trackers.show_tracker(act.caller, after, [*rest, *([kept] if kept else [])])
        self._repository.exchange(act, after, held, kept, results.unchanged, shown)
        return shown


def _entry(stored: StoredTracker, assessment: str) -> TrackerEntry:
    held = stored.entry(assessment)
    if held is None:
        raise ASSESSMENT_NOT_FOUND()
    return held
