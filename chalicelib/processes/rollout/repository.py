"""Where openings are kept: with their distribution, an item for each team."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from chalicelib.clock import instant
from chalicelib.jobs.model import LOOK_AGAIN
from chalicelib.paging import Page
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
    version_is,
)
from chalicelib.storage.table import Repository

from .model import KIND, TeamOpening

if TYPE_CHECKING:
    from datetime import datetime

    from chalicelib.storage.attributes import Item

_AT_ONCE = 20
"""Teams that surely fit one transaction, however many classes they have (4 MB)."""


@dataclass(frozen=True, slots=True)
class OpeningProgress:
    """How far the openings of a distribution are.

    `due` is when the clock looks after them, empty once all is done; `asked` how often they were
    asked for, `planned` up to which of these it is known the work to do.
    """

    due: str
    asked: int
    planned: int = 0


class OpeningRepository(Repository):
    """The openings of distributions."""

    # -- reading ----------------------------------------------------------------------------------

    def standing(self, district: str, distribution: str) -> OpeningProgress | None:
        """Return how far a distribution is; none before it was delivered, and of one without."""
        item = self._table.get(keys.process_openings(district, distribution))
        return OpeningProgress(item["due"], item["asked"], item.get("planned", 0)) if item else None

    def teams(self, district: str, distribution: str) -> Iterator[TeamOpening]:
        """Yield the outcome for every team, by id."""
        start = keys.process_opening(district, distribution, "")
        for page in self._table.pages(start.pk, begins=start.sk):
            yield from map(_read, page)

    def page(
        self, district: str, distribution: str, limit: int, after: Sequence[Any] | None
    ) -> Page[TeamOpening]:
        """Page through the outcomes for all teams."""
        start = keys.process_opening(district, distribution, "")
        behind = keys.process_opening(district, distribution, after[0]).sk if after else None
        piece = self._table.query(start.pk, begins=start.sk, after=behind, limit=limit)
        found = [_read(item) for item in piece.items]
        return Page(found, [found[-1].team] if piece.last else None)

    # -- the due entry ----------------------------------------------------------------------------

    def postpone(
        self, district: str, distribution: str, was: OpeningProgress, now: datetime
    ) -> OpeningProgress | None:
        """Have the clock look later, because somebody is at work; none if it moved meanwhile."""
        later = instant(now + LOOK_AGAIN)
        if later == was.due:
            return was
        put = Put(keys.due(district, later, KIND, distribution), {})
        moved = self._moved(district, distribution, was, {"due": later}, [put])
        return OpeningProgress(later, was.asked, was.planned) if moved else None

    def settle(self, district: str, distribution: str, was: OpeningProgress) -> bool:
        """Note that all is done; false when it was asked for again meanwhile."""
        return self._moved(district, distribution, was, {"due": ""}, [])

    # -- plans, and what came of them --------------------------------------------------------------

    def plan(
        self, district: str, distribution: str, was: OpeningProgress, teams: Iterator[TeamOpening]
    ) -> bool:
        """Write the work of each team; false when somebody else did so meanwhile."""
        while some := list(islice(teams, _AT_ONCE)):
            if not self._table.try_commit([_put(district, distribution, each) for each in some]):
                return False
        openings = keys.process_openings(district, distribution)
        same = attribute_is("asked", was.asked)
        return self._table.try_commit([Update(openings, {"planned": was.asked}, condition=same)])

    def save(self, district: str, distribution: str, each: TeamOpening) -> bool:
        """Write the outcome for a team; false when somebody else did meanwhile."""
        return self._table.try_commit([_put(district, distribution, each)])

    # -- parts ------------------------------------------------------------------------------------

    def _moved(
        self,
        district: str,
        distribution: str,
        was: OpeningProgress,
        changes: dict[str, Any],
        also: Sequence[Write],
    ) -> bool:
        """Change its state, if it is as it was read, and remove its former due entry."""
        same = attribute_is("due", was.due) & attribute_is("asked", was.asked)
        update = Update(keys.process_openings(district, distribution), changes, condition=same)
        gone = Delete(keys.due(district, was.due, KIND, distribution))
        return self._table.try_commit([update, gone, *also])


def _put(district: str, distribution: str, each: TeamOpening) -> Put:
    """Return the write of a team's opening, a version on."""
    after = each.model_copy(update={"version": each.version + 1})
    item = {"version": after.version, "doc": after.model_dump_json(exclude_defaults=True)}
    condition = version_is(each.version) if each.version else MUST_NOT_EXIST
    return Put(keys.process_opening(district, distribution, each.team), item, condition)


def _read(item: Item) -> TeamOpening:
    return TeamOpening.model_validate_json(item["doc"])
