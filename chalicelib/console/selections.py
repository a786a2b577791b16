"""The trackers that an admin ticks, carried from page to page in the form itself.

A page lists a part of the schools, and the trackers of few of them. Hidden fields hold the ticks
from other pages. A page therefore needs no script and no stored draft, and another tab cannot
change it. The single trackers of a school are one field: a page with 5,000 of them stays below
200 KB.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from .forms import Form

SCHOOL, TRACKER, KEPT, SHOWN, WHOLE, DISTRICT = (
    "school",
    "tracker",
    "kept",
    "shown",
    "whole",
    "district",
)
"""The form's fields, in this order:

- the boxes of schools, and those of trackers;
- the trackers that are ticked and not shown, and those that have boxes;
- the schools that were ticked whole when their boxes were shown;
- the district's box.
"""

SELECTION = (SCHOOL, TRACKER, KEPT, SHOWN, WHOLE, DISTRICT)

Matching = Callable[[str], list[str]]
"""Returns all trackers of a school that match."""


@dataclass(frozen=True, slots=True)
class TickedTrackers:
    """The ticked boxes: the whole district, whole schools, single trackers by school."""

    everywhere: bool = False
    schools: tuple[str, ...] = ()
    trackers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, form: Form, matching: Matching) -> TickedTrackers:
        """Read the form of a page: the ticks that it kept, and the boxes that it showed."""
        kept, boxes = _by_school(form.all(KEPT)), _by_school(form.all(SHOWN))
        schools = list(dict.fromkeys(form.all(SCHOOL)))
        ticked, whole = set(form.all(TRACKER)), set(form.all(WHOLE))
        for school, shown in boxes.items():
            here = [tracker for tracker in shown if tracker in ticked]
            if school not in whole:
                others = [tracker for tracker in kept.get(school, ()) if tracker not in shown]
                kept[school] = (*others, *here)
            elif school in schools and len(here) == len(shown):
                continue
            elif school not in schools and len(here) in (0, len(shown)):
                kept[school] = ()
            else:
                out = set(shown) - ticked
                kept[school] = tuple(each for each in matching(school) if each not in out)
                schools = [each for each in schools if each != school]
        single = {school: some for school, some in kept.items() if some and school not in schools}
        return cls(form.has(DISTRICT), tuple(schools), single)

    def without(self, trackers: Collection[str]) -> TickedTrackers:
        """Return the same without some single trackers."""
        left = {
            school: tuple(each for each in some if each not in trackers)
            for school, some in self.trackers.items()
        }
        return replace(self, trackers={school: some for school, some in left.items() if some})

    @property
    def single(self) -> list[str]:
        """The single trackers, in the order in which `body` has them."""
        return [each for some in self.trackers.values() for each in some]

    def body(self) -> dict[str, Any]:
        """Return it as the API's selection."""
        if self.everywhere:
            return {"whole_district": True}
        return {"school_ids": list(self.schools), "tracker_ids": self.single}

    def list_hidden_fields(
        self, listed: Collection[str] = (), boxes: Iterable[str] = ()
    ) -> list[_Pair]:
        """Return the hidden fields for the ticks that have no box on a page.

        `listed` are the schools with a box of their own, `boxes` the trackers with one.
        """
        shown = set(boxes)
        schools = [(SCHOOL, each) for each in self.schools if each not in listed]
        rest = self.without(shown).trackers.items()
        return schools + [(KEPT, write_trackers(school, some)) for school, some in rest]

    def everything(self) -> list[_Pair]:
        """Return the hidden fields for a page without any box."""
        return [*([(DISTRICT, "yes")] if self.everywhere else []), *self.list_hidden_fields()]

    def elsewhere(self, listed: Collection[str]) -> tuple[int, int]:
        """Count the whole schools, and the single trackers, that are ticked and not listed."""
        single = (len(some) for school, some in self.trackers.items() if school not in listed)
        return sum(each not in listed for each in self.schools), sum(single)


_Pair = tuple[str, str]


def write_trackers(school: str, trackers: Iterable[str]) -> str:
    """Write trackers of a school as one field."""
    return " ".join((quote(school, safe=""), *trackers))


def _by_school(fields: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for school, trackers in _read(fields):
        found[school] = tuple(dict.fromkeys((*found.get(school, ()), *trackers)))
    return found


def _read(fields: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    for each in fields:
        school, *trackers = each.split(" ")
        yield unquote(school), trackers
