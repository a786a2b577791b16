"""Every order in which workers can follow each other, except those that end the same way.

Two steps without a conflict have the same result in either order, so only one order is run.
The worker that moved second sleeps until a step conflicts with its next one (sleep sets,
Godefroid 1996). If the cloud and all that each worker saw are the same as before, the rest is the
same, too. Each run is a new one from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

from simulator.footprints import Footprint

Meets = Callable[[Footprint, Footprint], bool]


class LeadsNowhereNew(BaseException):
    """All that can follow here was seen in another order."""


@dataclass
class OrderChoice:
    """A moment at which several could move."""

    waiting: tuple[int, ...]
    asleep: dict[int, Footprint]
    """The workers that need not move now, and the places that their step would touch."""
    chosen: int
    footprint: Footprint = field(default_factory=Footprint)

    def turn_to_the_next(self) -> bool:
        """Choose another; false when nobody is left who need be."""
        self.asleep[self.chosen] = self.footprint
        left = [each for each in self.waiting if each not in self.asleep]
        if left:
            self.chosen = left[0]
        return bool(left)


class Orders:
    """Decides who moves, run after run, depth first, until every order is covered."""

    def __init__(self, meets: Meets | None = Footprint.meets) -> None:
        """`meets` tells whether it may matter which of two is first; `None`: all orders are run."""
        self._meets = meets
        self._path: list[OrderChoice] = []
        self._depth = 0
        self._known: dict[Hashable, frozenset[int]] = {}
        """The workers that slept when all orders from a state were run."""
        self._saw: dict[int, int] = {}
        self.runs = 1
        self.met = False
        """Somebody did what matters to another."""

    def choose(
        self, waiting: Sequence[int], cloud: Callable[[], Hashable]
    ) -> tuple[int, Footprint]:
        """Return who moves next, and the place where their step is noted.

        Raises `LeadsNowhereNew` where this run may end.
        """
        self._note_what_was_seen()
        if self._depth == len(self._path):
            self._path.append(self._new_choice(tuple(waiting), cloud))
        choice = self._path[self._depth]
        self._depth += 1
        choice.footprint = Footprint()
        return choice.chosen, choice.footprint

    def next(self) -> bool:
        """Prepare the next run; false after the last."""
        self._depth = 0
        self._saw = {}
        while self._path:
            if self._path[-1].turn_to_the_next():
                self.runs += 1
                return True
            self._path.pop()
        return False

    def _note_what_was_seen(self) -> None:
        if self._depth:
            last = self._path[self._depth - 1]
            before = self._saw.get(last.chosen, 0)
            self._saw[last.chosen] = hash((before, last.footprint.seen))

    def _new_choice(self, waiting: tuple[int, ...], cloud: Callable[[], Hashable]) -> OrderChoice:
        asleep = self._still_asleep()
        awake = [each for each in waiting if each not in asleep]
        if not awake or self._is_known(waiting, cloud, frozenset(asleep)):
            raise LeadsNowhereNew
        return OrderChoice(waiting, asleep, awake[0])

    def _still_asleep(self) -> dict[int, Footprint]:
        """Return the workers that slept before the last step and did not conflict with it."""
        if not self._path or self._meets is None:
            self.met |= self._meets is None
            return {}
        last = self._path[-1]
        awake = {who for who, what in last.asleep.items() if self._meets(what, last.footprint)}
        self.met |= bool(awake)
        return {who: what for who, what in last.asleep.items() if who not in awake}

    def _is_known(
        self, waiting: tuple[int, ...], cloud: Callable[[], Hashable], asleep: frozenset[int]
    ) -> bool:
        if self._meets is None:
            return False
        state = (waiting, cloud(), tuple(sorted(self._saw.items())))
        known = self._known.get(state)
        if known is not None and known <= asleep:
            return True
        self._known[state] = asleep if known is None else asleep & known
        return False
