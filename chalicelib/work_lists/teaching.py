"""The work in a teacher's trackers: the district's deliveries, and sheets that are not complete.

For any number of trackers, it reads their list, the trackers, and the sheets (a hundred a call, at
most five calls). It then reads the recalls, and the titles of the sheets that it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.results.model import ResultProgress
from chalicelib.results.progress import NOTHING_YET
from chalicelib.trackers.model import AssessmentSource, DistributionMarks
from chalicelib.trackers.visible_trackers import titles_of

from .model import NEW_FOR, Section, SheetWork, Teaching

if TYPE_CHECKING:
    from datetime import datetime

    from chalicelib.acts import Caller
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.trackers.boards import Boards

    from .ports import MarkLookup, StandingLookup

    Headers = Mapping[str, AssessmentHeader]

MOST_SHEETS = 500
"""The most sheets to read: those of the latest assessments."""


@dataclass(eq=False, repr=False)
class TeachingWork:
    """Finds the work that waits for teachers; it reads marks and titles only if something waits."""

    _sheets: StandingLookup
    _marks: Callable[[], MarkLookup]
    _assessments: Callable[[], Assessments]

    def of(self, caller: Caller, boards: Boards, now: datetime, limit: int) -> Teaching:
        """Return the work that waits in these trackers."""
        every = _sheets_of(boards)
        looked_at = every[:MOST_SHEETS]
        pairs = [_pair(each) for each in looked_at]
        known = self._sheets.of(caller.district, pairs, caller.today) if pairs else {}
        standing = (replace(s, standing=known.get(_pair(s), NOTHING_YET)) for s in looked_at)
        waiting = [s for s in standing if s.standing.stage != ResultProgress.COMPLETE]
        shown = self._apply_marks(caller.district, waiting)
        exact = boards.every and len(every) <= MOST_SHEETS
        since = instant(now - NEW_FOR)
        new = [s for s in shown if _is_new(s, since)]
        rest = sorted((s for s in shown if not _is_new(s, since)), key=_urgency)
        deliveries = Section.of(new, limit, exact=exact)
        sheets = Section.of(rest, limit, exact=exact)
        headers = self._headers(caller, (*deliveries.items, *sheets.items))
        return Teaching(
            _add_titles(caller, deliveries, headers), _add_titles(caller, sheets, headers)
        )

    def _apply_marks(self, district: str, waiting: Sequence[SheetWork]) -> list[SheetWork]:
        """Leave out recalled assessments, and set the last day of each."""
        brought = {name for sheet in waiting for name in _distributions(sheet)}
        if not brought:
            return [_set_last_day(sheet, {}) for sheet in waiting]
        marks: DistributionMarks = self._marks().marks(district, brought)
        return [
            _set_last_day(sheet, marks.give_until)
            for sheet in waiting
            if marks.recalled.isdisjoint(_distributions(sheet))
        ]

    def _headers(self, caller: Caller, shown: Sequence[SheetWork]) -> Headers:
        wanted = [sheet.entry.assessment for sheet in shown]
        return self._assessments().headers(caller.district, wanted) if wanted else {}


def _sheets_of(boards: Boards) -> list[SheetWork]:
    """Return the sheets of these trackers, each class's once, the latest first."""
    every = [SheetWork(b.row, entry, NOTHING_YET) for b in boards.boards for entry in b.entries]
    newest = sorted(every, key=lambda s: (s.entry.at, s.entry.assessment, s.row.id), reverse=True)
    return list({_pair(sheet): sheet for sheet in reversed(newest)}.values())[::-1]


def _pair(sheet: SheetWork) -> tuple[str, str]:
    return sheet.row.class_id, sheet.entry.assessment


def _distributions(sheet: SheetWork) -> set[str]:
    return {sheet.entry.distribution, sheet.standing.distribution} - {""}


def _set_last_day(sheet: SheetWork, days: Mapping[str, str]) -> SheetWork:
    named = [sheet.standing.until, *(days.get(each, "") for each in _distributions(sheet))]
    return replace(sheet, give_until=min(filter(None, named), default=""))


def _is_new(sheet: SheetWork, since: str) -> bool:
    brought = sheet.entry.source == AssessmentSource.DISTRICT and sheet.entry.at >= since
    return brought and not sheet.is_begun


def _urgency(sheet: SheetWork) -> tuple[str, bool]:
    """Order sheets by last day, then begun ones first; a stable sort keeps the latest first."""
    return sheet.give_until or "9999", not sheet.is_begun


def _add_titles(
    caller: Caller, section: Section[SheetWork], headers: Headers
) -> Section[SheetWork]:
    titles = titles_of(caller, [sheet.entry for sheet in section.items], headers)

    def add_title(sheet: SheetWork) -> SheetWork:
        name = sheet.entry.assessment
        return replace(sheet, title=titles[name], opens=_opens(caller, headers.get(name)))

    return replace(section, items=tuple(map(add_title, section.items)))


def _opens(caller: Caller, header: AssessmentHeader | None) -> bool:
    """Return whether a person may open it by its header alone: a team's test is its members'."""
    return header is not None and header.visible_to(caller, caller.schools)
