"""Trackers that a distribution gets later: added by an admin, or automatically.

Both begin a round over trackers that no round had, delivered by the machinery of the first one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from chalicelib.clock import Clock, instant
from chalicelib.distribution import refusals
from chalicelib.distribution.matching import MISMATCHES, mismatch
from chalicelib.distribution.model import (
    Distribution,
    DistributionMove,
    DistributionState,
    Selection,
)
from chalicelib.distribution.next_round import next_round
from chalicelib.distribution.outcome import Done, Exceptional, exceptions_of
from chalicelib.distribution.plan import Target, split_into_pages
from chalicelib.distribution.planning import target_of
from chalicelib.distribution.rounds import RoundKind

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.distribution.dispatch import Dispatch
    from chalicelib.distribution.planner import Planner
    from chalicelib.distribution.repository import DistributionRepository
    from chalicelib.trackers.model import TrackerRow
    from chalicelib.trackers.service import Trackers


@dataclass(frozen=True, slots=True)
class Added:
    """A distribution with an addition begun, and how many trackers were in it before."""

    made: Distribution
    added: int
    left_out: int

    @property
    def id(self) -> str:
        return self.made.id

    @property
    def version(self) -> int:
        return self.made.version


@dataclass(eq=False, repr=False)
class Additions:
    """Adds trackers to distributions of one district that were delivered.

    The planner says who can be added.
    """

    _repository: DistributionRepository
    _dispatch: Dispatch
    _trackers: Trackers
    _planner: Planner
    _clock: Clock

    def add(self, act: Act, distribution: str, version: int, selection: Selection) -> Added:
        """Deliver to matching trackers that are not in it yet; those that are, are left out."""
        was = self._repository.at_version(act.district, distribution, version)
        was.after(DistributionMove.ADD)
        known = self._list_planned_trackers(act.district, was)
        chosen = self._planner.choose(
            act.district,
            selection,
            was.want,
            was.assessment,
            day=act.caller.today,
            known=known,
        )
        if not chosen.pages:
            raise refusals.NOTHING_TO_ADD(left_out=chosen.known)
        changed = next_round(_wider(was, selection), RoundKind.ADDITION, chosen.pages, act.at)
        answer = Added(changed, changed.plan.trackers, chosen.known)
        self._repository.replace(was, changed, chosen.pages, act, shown=answer)
        self._dispatch.send_pages(changed)
        return answer

    def look(self, district: str, distribution: str) -> bool:
        """Bring in whatever tracker there is by now; true and false as for `bring_in`.

        When that comes late, after the end, only what was made before it.
        """
        made = self._repository.get(district, distribution)
        if made is None or made.automatic is None:
            return True
        rows = self._trackers.rows(district, set_id=made.want.set_id)
        ends = made.automatic.ends.utc
        before = instant(ends) if ends <= self._clock.now() else ""
        return self.bring_in(district, distribution, rows, made_before=before)

    def bring_in(
        self,
        district: str,
        distribution: str,
        rows: Iterable[Sequence[TrackerRow]],
        *,
        made_before: str = "",
    ) -> bool:
        """Deliver to those of these trackers that match, are selected, and have not got it.

        With `made_before`, only to new ones that were made before that instant. True when nothing
        of it is left to begin, because it was, or because nobody may; false when it must be asked
        again later.
        """
        was = self._repository.get(district, distribution)
        if (
            was is None
            or was.automatic is None
            or was.state in (DistributionState.RECALLED, DistributionState.CANCELLED)
        ):
            return True
        wanted = [target_of(row) for page in rows for row in page if _selected(was, row)]
        if not wanted:
            return True
        if was.state != DistributionState.DELIVERED:
            return False
        new, again = self._split_new_and_skipped(district, was, wanted)
        if made_before:
            early = self._trackers.find_made_before(
                district, [each.id for each in new], made_before
            )
            new, again = [each for each in new if each.id in early], []
        if new:
            return self._begin(district, was, RoundKind.ADDITION, new) and not again
        return not again or self._begin(district, was, RoundKind.AGAIN, again)

    def _begin(
        self, district: str, was: Distribution, kind: RoundKind, targets: Iterable[Target]
    ) -> bool:
        pages = list(split_into_pages(targets))
        changed = next_round(was, kind, pages, self._clock.now())
        begun = self._repository.begin_round(district, was, changed, pages)
        if begun:
            self._dispatch.send_pages(changed)
        return begun

    def _list_planned_trackers(self, district: str, made: Distribution) -> frozenset[str]:
        plans = self._repository.plans(district, made).values()
        return frozenset(target.id for pages in plans for page in pages for target in page)

    def _split_new_and_skipped(
        self, district: str, made: Distribution, wanted: Sequence[Target]
    ) -> tuple[list[Target], list[Target]]:
        """Return the trackers that no round had, and those that were skipped and match now."""
        plans = self._repository.plans(district, made)
        found = self._repository.with_progress(district, made.id)
        stood = _standing(made, plans, found[1] if found else {}, {each.id for each in wanted})
        skipped = {t for t, why in stood.items() if why is not None and why.reason in MISMATCHES}
        new = [target for target in wanted if target.id not in stood]
        return new, [target for target in wanted if target.id in skipped]


def _selected(made: Distribution, row: TrackerRow) -> bool:
    """Return whether a tracker is one that whole schools or the whole district stand for (D12)."""
    ticked = made.selection.district or row.school in made.selection.schools
    return ticked and mismatch(row, made.want) is None


def _standing(
    made: Distribution, plans: Mapping[int, Sequence[list[Target]]], done: Done, wanted: set[str]
) -> dict[str, Exceptional | None]:
    """Return what the last round that had them made of these trackers; nothing of the others."""
    stood: dict[str, Exceptional | None] = {}
    for each in made.rounds:
        exceptions = exceptions_of(done, each.generation)
        for target in chain.from_iterable(plans[each.generation]):
            if target.id in wanted:
                stood[target.id] = exceptions.get(target.id)
    return stood


def _wider(made: Distribution, added: Selection) -> Distribution:
    """Let the selection stand for the schools added, which automatic delivery goes on with.

    Single trackers that are added do not extend it: they are in the receipts.
    """
    was = made.selection
    wider = was.model_copy(
        update={
            "district": was.district or added.district,
            "schools": tuple(dict.fromkeys((*was.schools, *added.schools))),
        }
    )
    return made.model_copy(update={"selection": wider})
