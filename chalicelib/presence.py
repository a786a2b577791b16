"""Presence on a day: the one place that decides it, from the dates of a roster.

Days are texts like `2026-11-19`, which sort as the days do. A span is its first day and the day
after its last one; blank is open. Dates of enrollments and roles are literal: an enrollment that
ends on a day is over on that day. An enrollment that ends about when its class does lasts as long
as the class. Exporters write the last day, the day before or the day after it, and nobody leaves a
class by its end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

Span = tuple[str, str]
Spans = tuple[Span, ...]
Steps = tuple[tuple[str, int], ...]

ALWAYS: Spans = ()
"""Without a date; who is never there has a span that ends where it begins."""

_UNDATED: Span = ("", "")
_ONE_UNDATED = [_UNDATED]
OPEN: Spans = (_UNDATED,)
"""The same, as a span among others."""
_BEFORE_ALL = ""
"""A day before any other."""


def is_present(spans: Spans, day: str) -> bool:
    """Return whether somebody with these spans is there on a day.

    >>> [is_present((("2026-08-31", "2026-11-19"),), day) for day in ("2026-11-18", "2026-11-19")]
    [True, False]
    """
    return not spans or any(begins <= day and (not ends or day < ends) for begins, ends in spans)


def is_to_come(spans: Spans, day: str) -> bool:
    """Return whether somebody with these spans is not there on a day, and is later.

    >>> [is_to_come((("2026-08-31", ""),), day) for day in ("2026-08-30", "2026-08-31")]
    [True, False]
    """
    later = any(day < begins and (not ends or begins < ends) for begins, ends in spans)
    return later and not is_present(spans, day)


def in_class(span: Span, last_day: str) -> Span:
    """Return the span of an enrollment in a class that has this last day: to its end, or less.

    >>> in_class(("", "2027-05-27"), "2027-05-28"), in_class(("", "2027-05-26"), "2027-05-28")
    (('', ''), ('', '2027-05-26'))
    """
    begins, ends = span
    lasts = bool(last_day) and begins < ends and ends >= _day_before(last_day)
    return (begins, "") if lasts else span


def both(one: Span, other: Span) -> Span:
    """Return the days that two spans share; none where it ends before it begins."""
    if other == _UNDATED:
        return one
    ends = min((each[1] for each in (one, other) if each[1]), default="")
    return max(one[0], other[0]), ends


def unite_spans(spans: Iterable[Span]) -> Spans:
    """Return the days that any of these spans has, each once.

    >>> nothing = ("2026-12-01", "2026-12-01")
    >>> unite_spans([("2026-09-01", "2026-10-01"), ("2026-10-01", ""), nothing])
    (('2026-09-01', ''),)
    """
    ordered = sorted(spans)
    if len(ordered) == 1:  # as of nearly everybody in a roster
        return ALWAYS if ordered == _ONE_UNDATED else tuple(ordered)
    joined: list[Span] = []
    for begins, ends in ordered:
        before = joined[-1] if joined else None
        if before is not None and (not before[1] or begins <= before[1]):
            open_end = not (before[1] and ends)
            joined[-1] = (before[0], "" if open_end else max(before[1], ends))
        else:
            joined.append((begins, ends))
    return ALWAYS if OPEN[0] in joined else tuple(joined)


def nearest(spans: Spans) -> Span:
    """Return the last of several spans, which is shown for all of them."""
    return (spans or OPEN)[-1]


def count_by_day(everyone: Iterable[Spans]) -> tuple[int, Steps]:
    """Count people: those who are there before any date, and how many from which day on.

    >>> count_by_day([ALWAYS, (("2026-08-31", "2026-11-19"),)])
    (1, (('2026-08-31', 2), ('2026-11-19', 1)))
    """
    dated = Counter(everyone)  # a class has few different dates, however many are in it
    undated = dated.pop(ALWAYS, 0)
    first = many = undated + _there(dated, _BEFORE_ALL)
    steps = []
    for day in sorted({day for spans in dated for span in spans for day in span if day}):
        now = undated + _there(dated, day)
        if now != many:
            steps.append((day, now))
            many = now
    return first, tuple(steps)


def count_on(first: int, steps: Steps, day: str) -> int:
    """Return how many there are on a day."""
    return next((many for since, many in reversed(steps) if since <= day), first)


def _there(dated: Counter[Spans], day: str) -> int:
    return sum(many for spans, many in dated.items() if is_present(spans, day))


@lru_cache(maxsize=64)  # the last days of a district's terms: a few, asked for at every enrollment
def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
