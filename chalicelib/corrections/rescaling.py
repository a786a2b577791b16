"""Whether points given by hand can be rescaled to an item's new points. Pure.

A student keeps their share: 5 of 7 points are 10 of 14. Out of 10 they would be 50/7, which nobody
could have given: points are decimals with at most three places, or fractions no finer than those
that were given. Such a worth is refused, with worths that would work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd, lcm

from chalicelib.assessments.items import Item, Scoring, format_points
from chalicelib.corrections import refusals
from chalicelib.errors import Detail, Invalid
from chalicelib.results.model import Sheet, points_in
from chalicelib.results.scoring import rescale

FINEST = 1000
"""Decimals of points have three places."""

HIGHEST = 9999
"""The most points that an item can be worth."""

OFFERED = 3
"""Worths that a refusal names."""


@dataclass(frozen=True, slots=True)
class Worth:
    """An item's worth before and after a correction; `number` is the item's place, from 1."""

    item: str
    number: int
    before: str
    after: str

    def takes(self, points: str, after: Fraction | None = None) -> bool:
        """Return whether points given by hand can be written as points of another worth."""
        wanted = self.after if after is None else str(after)
        rescaled = rescale(points, self.before, wanted)
        finer = Fraction(points).denominator % rescaled.denominator
        return (rescaled * FINEST).denominator == 1 or not finer


@dataclass(frozen=True, slots=True)
class Stuck:
    """Points of a student that cannot be rescaled."""

    student: str
    school_class: str
    points: str


@dataclass
class Rescaling:
    """The points given by hand for one item, collected from sheet after sheet."""

    worth: Worth
    given: set[str] = field(default_factory=set)
    stuck: list[Stuck] = field(default_factory=list)

    def look(self, sheet: Sheet) -> None:
        """Note the points given by hand for the item on a sheet."""
        for row in sheet.rows:
            points = points_in(row.cells[self.worth.number - 1])
            if points is not None:
                self.given.add(points)
                if not self.worth.takes(points):
                    self.stuck.append(Stuck(row.student, sheet.school_class, points))

    @property
    def worths(self) -> list[str]:
        """Worths that would work, the nearest to the one that was wanted first; whole numbers."""
        step = self._step()
        if step is None:
            return []
        wanted = Fraction(self.worth.after)
        nearest = int(wanted // step) * step
        around = (nearest + step * n for n in range(-OFFERED, OFFERED + 2))
        fitting = [each for each in around if 0 < each <= HIGHEST]
        others = [each for each in fitting if Fraction(each) != Fraction(self.worth.before)]
        return [str(each) for each in sorted(others, key=lambda w: abs(w - wanted))[:OFFERED]]

    def _step(self) -> int | None:
        """Return the smallest whole number whose multiples all work; None where it is too large."""
        worth = Fraction(self.worth.before)
        shares = [min(Fraction(points) / worth, Fraction(1)) for points in self.given]
        surely = lcm(*(each.denominator // gcd(each.denominator, FINEST) for each in shares))
        if surely > HIGHEST:
            return None
        return next(
            step
            for step in range(1, surely + 1)
            if surely % step == 0
            and all(self.worth.takes(points, Fraction(step)) for points in self.given)
        )


def find_worth_changes(before: Sequence[Item], after: Sequence[Item]) -> Iterator[Worth]:
    """Yield the items whose points change, so that points by hand are rescaled."""
    for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
        if old.worth != new.worth and new.scoring != Scoring.EVERYONE:
            yield Worth(new.id, number, old.points, new.points)


def rescalings(worths: Sequence[Worth], sheets: Iterable[Sheet]) -> list[Rescaling]:
    """Look through all sheets; give the items on which somebody's points cannot be rescaled."""
    found = [Rescaling(worth) for worth in worths]
    for sheet in sheets:
        for each in found:
            each.look(sheet)
    return [each for each in found if each.stuck]


def describe(found: Rescaling, names: Mapping[tuple[str, str], str], pointer: str) -> Detail:
    """Return why an item cannot have these points, the students it affects, and possible points.

    `names` are the students, by class and id, that the reader can know.
    """
    worth = found.worth
    points = ", ".join(sorted({each.points for each in found.stuck}, key=Fraction)[:OFFERED])
    places = [(each.school_class, each.student) for each in found.stuck]
    known = [names[at] for at in places if at in names]
    rest = len(places) - len(known)
    others = f"{rest} {'more ' if known else ''}{'student' if rest == 1 else 'students'}"
    who = ", ".join([*known, *([others] if rest else [])])
    way = f"Give it {_any_of(found.worths)} points." if found.worths else "Keep its points."
    return refusals.POINTS_NOT_RESCALED(
        pointer,
        number=worth.number,
        points=points,
        before=format_points(Fraction(worth.before)),
        after=worth.after,
        who=who,
        way_out=way,
    )


def _any_of(worths: Sequence[str]) -> str:
    *others, last = worths
    return f"{', '.join(others)} or {last}" if others else last


def points_do_not_rescale(
    found: Sequence[Rescaling], names: Mapping[tuple[str, str], str], places: Mapping[str, int]
) -> Invalid:
    """Refuse worths; `places` says where in the request each item is."""
    details = [describe(each, names, f"/items/{places[each.worth.item]}/points") for each in found]
    return refusals.POINTS_DO_NOT_RESCALE(
        details=details,
        worths={each.worth.item: each.worths for each in found},
        students=[
            {
                "item_id": each.worth.item,
                "student_id": stuck.student,
                "student_name": names[stuck.school_class, stuck.student],
                "class_id": stuck.school_class,
                "points": stuck.points,
            }
            for each in found
            for stuck in each.stuck
            if (stuck.school_class, stuck.student) in names
        ],
        first=details[0].message,
    )
