"""Read who changed what, day by day, the latest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from chalicelib.clock import instant, zone_rules
from chalicelib.paging import Page
from chalicelib.storage import keys
from chalicelib.storage.table import Repository

from . import refusals
from .model import MOST_DAYS, AuditEntry, Days

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.storage.attributes import Item


Position = tuple[str, str]
"""The place of a record: the day of its partition (UTC), and its sort key."""


class AuditTrail(Repository):
    """The records that acts leave. To read them writes nothing."""

    def entries(
        self,
        caller: Caller,
        days: Days,
        wanted: Callable[[AuditEntry], bool],
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[AuditEntry]:
        """Page through the acts on days of the district's calendar, the latest first.

        Raises `Invalid` for days that are turned around, or too many.
        """
        if days.count < 1:
            raise refusals.DAYS_TURNED("query:to_date")
        if days.count > MOST_DAYS:
            raise refusals.TOO_MANY_DAYS("query:from_date")
        days = days.recorded
        if days.count < 1:
            return Page([])
        behind = (str(after[0]), str(after[1])) if after else None
        found: list[tuple[Position, AuditEntry]] = []
        for position, entry in self._read(caller, days, behind):
            if not wanted(entry):
                continue
            if len(found) == limit:
                return Page([each for _, each in found], list(found[-1][0]))
            found.append((position, entry))
        return Page([each for _, each in found])

    def _read(
        self, caller: Caller, days: Days, behind: Position | None
    ) -> Iterator[tuple[Position, AuditEntry]]:
        """Yield the records of these days; a day of the district lies on two days of UTC."""
        begins, ends = (_midnight(day, caller.zone) for day in (days.first, days.behind))
        span = (instant(begins), instant(ends))
        day = ends.date() if behind is None else date.fromisoformat(behind[0])
        while day >= begins.date():
            written = day.isoformat()
            after = behind[1] if behind and behind[0] == written else None
            place = keys.audit(caller.district, written, "", "").pk
            for items in self._table.pages(place, between=span, after=after, forward=False):
                yield from (((written, item["sk"]), _entry(item)) for item in items)
            day -= timedelta(days=1)


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), zone_rules(zone or "UTC")).astimezone(UTC)


def _entry(item: Item) -> AuditEntry:
    at = keys.parts(item["sk"])[0]
    return AuditEntry(at, item["person"], item["verb"], item["subject"], item["version"])
