"""Automatic distributions that are open, and word of trackers that they may be for.

A tracker that is new, or matches other assessments than before, looks whether any distribution of
its standards set is open. If one wants what it tracks, a due entry goes into the tracker's own
transaction; the tick then brings the tracker in. So word of a tracker cannot be lost, and where
nothing is open a tracker costs one Query that finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.distribution.matching import mismatch
from chalicelib.standards.algebra import from_text, to_text
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put, Write
from chalicelib.storage.table import Repository

if TYPE_CHECKING:
    from chalicelib.distribution.model import Distribution
    from chalicelib.storage.attributes import Item
    from chalicelib.trackers.model import Tracker

KIND = "automatic"
"""As a job and as a due entry."""

LONGEST_REQUEST = timedelta(seconds=60)
"""Longer than any request takes. A tracker that looked before a distribution was open is in the
table this long after, so that looking at every tracker then misses none."""

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Opening:
    """An open distribution: what it wants, and the instant until which it is open."""

    distribution: str
    set_id: str
    mask: int
    levels: int
    ends: str


@dataclass(frozen=True, slots=True)
class Word:
    """A due entry: trackers of one set that are new, or (`distribution`) a look at every one."""

    key: keys.Key
    at: str
    set_id: str = ""
    trackers: tuple[str, ...] = ()
    distribution: str = ""


def build_opening_writes(district: str, made: Distribution, at: datetime) -> list[Write]:
    """Return the writes that open a distribution; none if it is not automatic or is over.

    With them goes a look at every tracker, for those that came between its plan and its opening.
    """
    if made.automatic is None or made.automatic.ends.utc <= at:
        return []
    ends = made.automatic.ends.utc
    item = {
        "mask": to_text(made.want.mask),
        "levels": made.want.levels,
        "ends": instant(ends),
        "expires": int(ends.timestamp()),
    }
    look = keys.due(district, instant(at + LONGEST_REQUEST), KIND, made.id)
    return [
        Put(keys.automatic(district, made.want.set_id, made.id), item),
        Put(look, {"distribution": made.id}),
    ]


def build_closing_writes(district: str, made: Distribution) -> list[Write]:
    """Return the write that closes a distribution, if it is automatic."""
    if made.automatic is None:
        return []
    return [Delete(keys.automatic(district, made.want.set_id, made.id))]


class OpenDistributions(Repository):
    """The open distributions, and the new trackers that wait for them."""

    def of_set(self, district: str, set_id: str) -> list[Opening]:
        """Return the open distributions of a standards set; some may be over already."""
        pk = keys.automatic(district, set_id, "").pk
        return [_opening(set_id, item) for page in self._table.pages(pk) for item in page]

    def word_of(self, district: str, trackers: Sequence[Tracker], at: str) -> list[Write]:
        """Return the write that belongs into the transaction of these trackers of one set.

        None if no distribution is open that wants what one of them tracks; never more than one.
        """
        if not trackers:
            return []
        every = self.of_set(district, trackers[0].set_id)
        opened = [each for each in every if each.ends > at]
        wanted = [t for t in trackers if any(mismatch(t, each) is None for each in opened)]
        if not wanted:
            return []
        item = {"set": wanted[0].set_id, "trackers": [tracker.id for tracker in wanted]}
        return [Put(keys.due(district, at, KIND, wanted[0].id), item)]

    def waiting(self, district: str, until: datetime) -> Iterator[Word]:
        """Yield every word up to a moment."""
        pk = keys.due(district, "", "", "").pk
        for page in self._table.pages(pk, between=("0", keys.due_until(instant(until)))):
            for item in page:
                at, kind, _ = keys.parts(item["sk"])
                if kind == KIND:
                    yield _word(item, at)

    def forget(self, words: Iterable[Word]) -> None:
        """Remove words that were acted on."""
        gone = [Delete(word.key) for word in words]
        for start in range(0, len(gone), _AT_ONCE):
            self._table.commit(gone[start : start + _AT_ONCE])


def _opening(set_id: str, item: Item) -> Opening:
    (distribution,) = keys.parts(item["sk"])
    return Opening(distribution, set_id, from_text(item["mask"]), item["levels"], item["ends"])


def _word(item: Item, at: str) -> Word:
    key = keys.Key(item["pk"], item["sk"])
    if "distribution" in item:
        return Word(key, at, distribution=item["distribution"])
    return Word(key, at, set_id=item["set"], trackers=tuple(item["trackers"]))
