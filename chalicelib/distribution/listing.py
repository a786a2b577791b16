"""The list of distributions: searched, filtered and sorted, a bounded number looked at for a page.

The newest come first, as the index has them, so a page reads no more than it must. By another order
the newest `AT_MOST` are sorted in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.paging import Page, cut
from chalicelib.searching import ListFilter, has_words

from .model import Distribution, DistributionState
from .school_part import trackers_by_school

AT_MOST = 2_000
"""Distributions that are looked at for one page of a list: then it ends, and the next goes on."""
TOGETHER = 100

Word = Annotated[str, Field(min_length=1, max_length=255)]

ReadPage = Callable[[int, Sequence[Any] | None], tuple[list["Distribution"], list[Any] | None]]
"""Reads so many distributions behind a position, and where the next begin."""

Pick = Callable[["Distribution"], bool]
"""Tells whether a distribution is listed, by its head alone: it is asked of all that are read."""


class DistributionFilter(ListFilter):
    """The conditions of a search; conditions that are left out do not matter. All must hold."""

    text: Word | None = None
    """Only distributions with every word of this in their title or in the name of the person who
    made them.

    Example: `fractions`
    """
    state: Literal["scheduled", "delivering", "delivered", "canceled", "recalled"] | None = None
    """Only distributions in this state.

    - `scheduled`: They wait for their time.
    - `delivering`: They are being delivered.
    - `delivered`: They have been delivered.
    - `canceled`: They were canceled before they started.
    - `recalled`: They were recalled.
    """
    assessment: Word | None = Field(default=None, validation_alias="assessment_id")
    """Only distributions of this assessment, by its id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    school: Word | None = Field(default=None, validation_alias="school_id")
    """Only distributions with trackers of this school, by its id. Example: `S-104`"""
    creator: Word | None = Field(default=None, validation_alias="created_by_id")
    """Only distributions of this person: an id, or `me`. Example: `me`"""
    sort: Literal["created_at", "start", "title", "give_until_date"] = "created_at"
    """The order of the list; in any order but `created_at` it has the 2,000 newest.

    - `created_at`: When they were made.
    - `start`: When they start, or started.
    - `title`: Their titles.
    - `give_until_date`: The last day for classes to get it; those without one come last.
    """
    order: Literal["asc", "desc"] | None = None
    """Which way: titles from A, last days from the earliest, and moments from the latest, unless it
    is sent.

    - `asc`: From the lowest, or the earliest.
    - `desc`: From the highest, or the latest.
    """

    @property
    def descending(self) -> bool:
        """Whether the list is in descending order."""
        if self.order is None:
            return self.sort in ("created_at", "start")
        return self.order == "desc"

    def takes(self, made: Distribution, me: str) -> bool:
        """Return whether a distribution is what is looked for; `me` is who looks."""
        creator = me if self.creator == "me" else self.creator
        return (
            (self.text is None or has_words(f"{made.title} {made.creator_name}", self.text))
            and (
                self.state is None
                or made.state == DistributionState(_STORED.get(self.state, self.state))
            )
            and self.assessment in (None, made.assessment)
            and (self.school is None or self.school in trackers_by_school(made))
            and creator in (None, made.creator)
        )


_STORED = {"canceled": "cancelled"}


def look_through(
    read: ReadPage, pick: Pick, limit: int, after: Sequence[Any] | None
) -> Page[Distribution]:
    """Return a page of those that are picked, in the order in which they are read."""
    found: list[Distribution] = []
    position, looked = after, 0
    while looked < AT_MOST:
        batch, position = read(TOGETHER, position)
        looked += len(batch)
        for made in filter(pick, batch):
            if len(found) == limit:
                return Page(found, [found[-1].created, found[-1].id])
            found.append(made)
        if position is None:
            return Page(found)
    return Page(found, position)


def sort_newest(
    read: ReadPage,
    pick: Pick,
    wanted: DistributionFilter,
    limit: int,
    after: Sequence[Any] | None,
) -> Page[Distribution]:
    """Return a page of those of the newest that are picked, sorted as is asked."""
    order = _ORDERS[wanted.sort]
    return cut(
        filter(pick, _newest(read)),
        limit,
        after,
        lambda made: [*order(made, descending=wanted.descending), made.id],
        descending=wanted.descending,
    )


def _newest(read: ReadPage) -> Iterator[Distribution]:
    position: Sequence[Any] | None = None
    looked = 0
    while looked < AT_MOST:
        batch, position = read(TOGETHER, position)
        yield from batch
        looked += len(batch)
        if position is None:
            return


def _by_start(made: Distribution, *, descending: bool) -> list[str]:
    del descending
    return [made.timing.start.utc.isoformat()]


def _by_title(made: Distribution, *, descending: bool) -> list[str]:
    del descending
    return [made.title.casefold()]


def _by_last_day(made: Distribution, *, descending: bool) -> list[str]:
    """Return the place by last day; distributions without a day come last in both directions."""
    if made.give_until is None:
        return ["0" if descending else "9", ""]
    return ["5", made.give_until.isoformat()]


_ORDERS: dict[str, Callable[..., list[str]]] = {
    "start": _by_start,
    "title": _by_title,
    "give_until_date": _by_last_day,
}
