"""Automatic delivery at work: the tick's response to word of new trackers (D12).

Everything here may be called twice, late, and by several workers at once. A tracker that is in the
plan already is left alone. The word stays until every open distribution has dealt with it. A
distribution that something else moved is therefore asked again a minute later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.clock import Clock
from chalicelib.distribution.auto_delivery import OpenDistributions, Opening, Word
from chalicelib.jobs.due_work import DueWork

if TYPE_CHECKING:
    from chalicelib.jobs.model import DueEntry, Message
    from chalicelib.jobs.service import Jobs
    from chalicelib.trackers.model import TrackerRow
    from chalicelib.trackers.service import Trackers

    from .additions import Additions


@dataclass(eq=False, repr=False)
class Newcomers(DueWork["DueEntry"]):
    """Brings new trackers into the automatic distributions of one district."""

    _openings: OpenDistributions
    _additions: Additions
    _trackers: Trackers
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str

    def find_due(self, entry: DueEntry) -> DueEntry:
        """Return the entry: a word is nothing else, and stays until it is dealt with."""
        return entry

    def look_after(self, _: DueEntry, __: DueEntry) -> bool:
        """Have it done in the queue: a look at 100,000 trackers is no work for the tick."""
        return True

    def run(self, _: Message) -> None:
        """Deal with every word there is; the first of several messages does the work of all."""
        waiting = list(self._openings.waiting(self._district, self._clock.now()))
        self._openings.forget(word for word in waiting if word.distribution and self._look(word))
        for set_id in sorted({word.set_id for word in waiting if not word.distribution}):
            words = [word for word in waiting if word.set_id == set_id]
            if self._take_in(set_id, words):
                self._openings.forget(words)

    def _look(self, word: Word) -> bool:
        """Look at every tracker there is, for one distribution."""
        return self._additions.look(self._district, word.distribution)

    def _take_in(self, set_id: str, words: list[Word]) -> bool:
        """Offer the trackers of these words to every distribution that was open for them."""
        openings = self._openings.of_set(self._district, set_id)
        rows = (
            list(self._trackers.rows_of(self._district, _list_trackers(words))) if openings else []
        )
        dealt_with = [self._offered(opening, words, rows) for opening in openings]
        return all(dealt_with)

    def _offered(self, opening: Opening, words: list[Word], rows: list[TrackerRow]) -> bool:
        in_time = set(_list_trackers(word for word in words if word.at < opening.ends))
        wanted = [row for row in rows if row.id in in_time]
        return self._additions.bring_in(self._district, opening.distribution, [wanted])


def _list_trackers(words: Iterable[Word]) -> Iterator[str]:
    return (tracker for word in words for tracker in word.trackers)
