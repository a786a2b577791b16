"""The recipients of notices of a delivery, with their trackers: one notice per person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chalicelib.mail.payload import LISTED
from chalicelib.rosters.model import is_over
from chalicelib.trackers.staffing import helpers, holders

from .delivery_email import TrackerLine
from .outcome import DeliveryOutcome, chunk_name
from .plan import Target, chunks

NOTICES = 90
"""Notices per transaction, at most."""

LINES = 2500
"""Trackers that the notices of one transaction name, at most: a line may be 1.2 KB, all 4 MB."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A teacher or collaborator, with all of their trackers that got the assessment."""

    person: str
    trackers: tuple[TrackerLine, ...]


def list_delivered(
    number: int, page: Sequence[Target], done: Mapping[str, DeliveryOutcome]
) -> list[Target]:
    """Return the trackers of a page that got it; `done` has the page's chunks by `page#chunk`."""
    got = []
    for chunk, some in chunks(page):
        without = done[chunk_name(number, chunk)].without
        got += [target for target in some if target.id not in without]
    return got


def list_addressees(target: Target, day: str) -> Iterator[tuple[str, str]]:
    """Yield who gets emails about a tracker on a day: its holders as owners, and collaborators."""
    having = holders(target, day)
    yield from ((person, "owner") for person in having)
    yield from ((person, "collaborator") for person in helpers(target) if person not in having)


def collect_people(targets: Iterable[Target], day: str) -> set[str]:
    """Return everyone who gets emails about these trackers on a day."""
    return {person for target in targets for person, _ in list_addressees(target, day)}


def recipients(
    targets: Iterable[Target], schools: Mapping[str, str], day: str, delivered_on: str
) -> list[Recipient]:
    """Group trackers by the people who have them on a day or work on them."""
    lines: dict[str, list[TrackerLine]] = {}
    for target in targets:
        school = schools.get(target.school, target.school)
        for person, role in list_addressees(target, day):
            line = TrackerLine(
                school=school,
                name=target.title,
                role=role,
                ends=_end_of(target, delivered_on),
                tracker=target.id,
            )
            lines.setdefault(person, []).append(line)
    return [Recipient(person, tuple(lines[person])) for person in sorted(lines)]


def _end_of(target: Target, delivered_on: str) -> str:
    """Return the last day of its class as planned; blank where that day was over at delivery.

    A class that got a delivery after its planned last day was not over: an import had moved that
    day after the trackers were chosen.
    """
    return "" if is_over(target.ends, delivered_on) else target.ends


def together(people: Iterable[Recipient]) -> Iterator[list[Recipient]]:
    """Cut recipients into as many as one transaction can hold the notices of."""
    some: list[Recipient] = []
    lines = 0
    for each in people:
        own = min(len(each.trackers), LISTED)
        if some and (len(some) == NOTICES or lines + own > LINES):
            yield some
            some, lines = [], 0
        some.append(each)
        lines += own
    if some:
        yield some
