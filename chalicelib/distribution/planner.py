"""The plan of a selection: the one place that decides which trackers get an assessment."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from chalicelib.distribution.planning import Picker, PlannedSelection, check_ticked

if TYPE_CHECKING:
    from chalicelib.distribution.matching import MatchCriteria, MismatchReason
    from chalicelib.distribution.model import Selection
    from chalicelib.rosters.service import Rosters
    from chalicelib.standards.service import Standards
    from chalicelib.trackers.service import Trackers

    from .holdings import Holdings


@dataclass(eq=False, repr=False)
class Planner:
    """Chooses trackers for distributions of one assessment or another.

    Rosters are asked only about schools without trackers, standards about missing ones.
    """

    _trackers: Trackers
    _holdings: Holdings
    _rosters: Callable[[], Rosters]
    _standards: Callable[[], Standards]

    def choose(
        self,
        district: str,
        selection: Selection,
        wanted: MatchCriteria,
        assessment: str,
        *,
        day: str,
        in_use: bool = True,
        known: Collection[str] = frozenset(),
    ) -> PlannedSelection:
        """Return the trackers of a selection that match on a day and have not got the assessment.

        `known` are those that a distribution has already. Raises `Invalid` when nothing is ticked
        or left, and for single trackers that do not match or have it.
        """
        check_ticked(selection)

        def find_held(trackers: Sequence[str]) -> dict[str, MismatchReason]:
            found = self._holdings.among(district, assessment, trackers, in_use=in_use)
            return {tracker: each.why.reason for tracker, each in found.items()}

        picker = Picker(selection, wanted, known)
        chosen = picker.pick(self._trackers.rows(district, today=day), find_held)
        schools = partial(self._rosters().school_names, district)
        picker.check(chosen, schools, partial(self._codes, district, wanted.set_id))
        return chosen

    def _codes(self, district: str, set_id: str, mask: int) -> list[str]:
        return self._standards().set(district, set_id).codes(mask)
