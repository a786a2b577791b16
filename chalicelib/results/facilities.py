"""How hard the items of an assessment were for the district's students (T8).

Of everybody who has something entered for an item, out of the summaries of all sheets: no student
is read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import repeat
from typing import TYPE_CHECKING

from chalicelib.assessments.items import Facility

if TYPE_CHECKING:
    from chalicelib.assessments.service import Assessments
    from chalicelib.results.district.repository import LineRepository


class SheetFigures:
    """The figures about items over all sheets of an assessment."""

    def __init__(self, lines: LineRepository, assessments: Callable[[], Assessments]) -> None:
        """Use these; assessments give the worth of an item."""
        self._lines = lines
        self._assessments = assessments

    def facilities(self, district: str, assessment: str) -> Sequence[Facility]:
        """Return how hard each item was, in their order; nothing without results."""
        students: list[int] = []
        earned: list[Fraction] = []
        for page in self._lines.pages(district, assessment):
            for line in page:
                counts, points = line.items
                each = repeat(counts) if isinstance(counts, int) else counts
                missing = len(points) - len(students)
                students += [0] * missing
                earned += [Fraction(0)] * missing
                for n, (some, got) in enumerate(zip(each, points, strict=False)):
                    students[n] += some
                    earned[n] += Fraction(got)
        if not students:
            return ()
        items = self._assessments().read_given(district, assessment).contents.items
        return [
            Facility(many, got / (many * item.worth) if many else Fraction(0))
            for many, got, item in zip(students, earned, items, strict=False)
        ]
