"""An oracle for local times that shares no code with the product: it reads TZif files itself.

RFC 8536: version 2 block with 64-bit transitions, and the POSIX footer for the years after them.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FOOTER = re.compile(
    r"(?P<std>[A-Za-z]+|<[^>]+>)(?P<std_offset>-?[\d:]+)"
    r"(?:(?P<dst>[A-Za-z]+|<[^>]+>)(?P<dst_offset>-?[\d:]+)?"
    r",M(?P<start>[\d.]+)(?:/(?P<start_at>-?[\d:]+))?,M(?P<end>[\d.]+)(?:/(?P<end_at>-?[\d:]+))?)?"
)


@dataclass(frozen=True)
class Shift:
    """At `at` (UTC) the offset changes from `before` to `after`."""

    at: datetime
    before: timedelta
    after: timedelta


class Oracle:
    """The clocks of a zone, from the bytes of its TZif file."""

    def __init__(self, zone: str) -> None:
        data = files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes()
        self._times, self._offsets, self._first, footer = _read(data)
        parsed = FOOTER.fullmatch(footer)
        assert parsed, f"{zone}: a footer that this oracle does not know: {footer}"
        self._footer: dict[str, str] = parsed.groupdict("")
        self._rule_offsets = self._read_rule_offsets()
        self._all_offsets = {self._first, *self._offsets, *self._rule_offsets}
        self._rule_years: dict[int, tuple[Shift, Shift]] = {}

    def shifts(self, first_year: int, last_year: int) -> list[Shift]:
        """Every change of offset in these years, both included."""
        found = [*self._list_recorded(), *self._by_rule(first_year, last_year)]
        inside = [s for s in found if first_year <= s.at.year <= last_year and s.before != s.after]
        return sorted(inside, key=lambda shift: shift.at)

    def instants(self, wall: datetime) -> list[datetime]:
        """Every UTC instant at which the clock shows this wall time: none, one or two."""
        guesses = {wall.replace(tzinfo=UTC) - offset for offset in self._all_offsets}
        return sorted(guess for guess in guesses if self._local(guess) == wall)

    def _local(self, instant: datetime) -> datetime:
        return (instant + self._offset(instant)).replace(tzinfo=None)

    def _offset(self, instant: datetime) -> timedelta:
        if not self._times or instant >= self._times[-1]:
            return self._offset_by_rule(instant)
        place = bisect_right(self._times, instant)
        return self._offsets[place - 1] if place else self._first

    def _list_recorded(self) -> list[Shift]:
        befores = [self._first, *self._offsets]
        return [Shift(*each) for each in zip(self._times, befores, self._offsets, strict=False)]

    def _read_rule_offsets(self) -> tuple[timedelta, timedelta]:
        standard = -_span(self._footer["std_offset"])
        if not self._footer["dst"]:
            return standard, standard
        given = self._footer["dst_offset"]
        return standard, -_span(given) if given else standard + timedelta(hours=1)

    def _by_rule(self, first_year: int, last_year: int) -> list[Shift]:
        if not self._footer["dst"]:
            return []
        last = self._times[-1] if self._times else EPOCH
        pairs = [self._rule_shifts(year) for year in range(first_year, last_year + 1)]
        return [shift for pair in pairs for shift in pair if shift.at > last]

    def _rule_shifts(self, year: int) -> tuple[Shift, Shift]:
        standard, summer = self._rule_offsets
        start = _rule_day(year, self._footer["start"]) + _span(self._footer["start_at"] or "2")
        end = _rule_day(year, self._footer["end"]) + _span(self._footer["end_at"] or "2")
        return Shift(start - standard, standard, summer), Shift(end - summer, summer, standard)

    def _offset_by_rule(self, instant: datetime) -> timedelta:
        standard, summer = self._rule_offsets
        if not self._footer["dst"]:
            return standard
        year = (instant + standard).year
        if year not in self._rule_years:
            self._rule_years[year] = self._rule_shifts(year)
        start, end = self._rule_years[year]
        return summer if start.at <= instant < end.at else standard


def _read(data: bytes) -> tuple[list[datetime], list[timedelta], timedelta, str]:
    counts = _counts(data, 0)
    isut, isstd, leap, times, types, chars = counts
    second = 44 + times * 5 + types * 6 + chars + leap * 8 + isstd + isut
    isut, isstd, leap, times, types, chars = _counts(data, second)
    at = second + 44
    moments = struct.unpack_from(f">{times}q", data, at)
    indices = struct.unpack_from(f">{times}B", data, at + times * 8)
    at += times * 9
    kinds = [struct.unpack_from(">iBB", data, at + n * 6) for n in range(types)]
    end = at + types * 6 + chars + leap * 12 + isstd + isut
    footer = data[end:].strip(b"\n").decode()
    offsets = [timedelta(seconds=kind[0]) for kind in kinds]
    moved = [EPOCH + timedelta(seconds=moment) for moment in moments]
    return moved, [offsets[index] for index in indices], offsets[0], footer


def _counts(data: bytes, at: int) -> tuple[int, ...]:
    assert data[at : at + 4] == b"TZif"
    return struct.unpack_from(">6I", data, at + 20)


def _rule_day(year: int, rule: str) -> datetime:
    """`3.2.0`: the second Sunday of March; week 5 is the last."""
    month, week, weekday = (int(part) for part in rule.split("."))
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (week - 1))
    while day.month != month:
        day -= timedelta(days=7)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _span(text: str) -> timedelta:
    sign = -1 if text.startswith("-") else 1
    hours, minutes = ([*text.lstrip("-").split(":"), "0"])[:2]
    return sign * timedelta(hours=int(hours), minutes=int(minutes))
