"""The input of an item analysis, and its results.

Variances are of the population throughout (divided by n): the students are all there are, not a
sample. Means, shares and alpha are exact; only what needs a root is a float.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from chalicelib.suppression import FEWEST

RULE = (
    "An item is flagged only if chance is an unlikely explanation. Of 100 tests like this without "
    "problems, fewer than 5 have a flag of one kind."
)

Points = str | int | Fraction
"""Exact points: `"1.5"`, `"1/3"`, `2`."""


@dataclass(frozen=True, slots=True)
class AnalyzedQuestion:
    """An item as it was asked: its points, and its choices.

    `choices` are the answers offered (`A`, `B`, ... or `true`, `false`); none where students write
    or are given points. `keys` has the right ones by key version; `several`: a response may hold
    more than one letter (`BC`).
    """

    id: str
    possible: Fraction = Fraction(1)
    choices: tuple[str, ...] = ()
    keys: tuple[tuple[str, frozenset[str]], ...] = ()
    several: bool = False

    def right(self, version: str) -> frozenset[str]:
        """Return which choices are right on one printed form."""
        return dict(self.keys).get(version, frozenset())


@dataclass(frozen=True, slots=True)
class StudentPaper:
    """One student's answers, all of them: points per question in order.

    `responses`: canonical ones, "" for left out, None where only points are known.
    """

    points: Sequence[Points]
    responses: Sequence[str | None] = ()
    version: str = ""


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number, or None and why there is none."""

    value: Fraction | float | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to look at: a code, and a sentence for a teacher."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ChoiceResult:
    """The result of one possible answer; "" are those who left the question out.

    `share` is of all students with that printed form. `rest` is the mean of the points on all
    other questions among those who chose it.
    """

    choice: str
    right: bool
    count: int
    share: Fraction
    rest: Fraction | None


@dataclass(frozen=True, slots=True)
class ChoiceTable:
    """All answers to one question on one printed form (`version` "" is form A)."""

    version: str
    students: int
    choices: tuple[ChoiceResult, ...]


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """How one question worked.

    `facility` is mean / possible; `discrimination` the correlation of its points with the total of
    all other questions (item-rest); `without` the test's alpha if this question were dropped.
    """

    id: str
    possible: Fraction
    mean: Fraction
    variance: Fraction
    facility: Fraction
    discrimination: Statistic
    without: Statistic
    tables: tuple[ChoiceTable, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """How a test worked: `students` with every answer, `left_out` with only some.

    `measure` names `alpha`: KR-20 when every question is right or wrong and all are worth the
    same, else Cronbach's alpha (the same formula). `error` is the standard error of measurement
    in points: deviation * sqrt(1 - alpha).
    """

    students: int
    left_out: int
    possible: Fraction
    mean: Fraction
    variance: Fraction
    deviation: float
    measure: str
    alpha: Statistic
    error: Statistic
    items: tuple[ItemAnalysis, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class TooFew:
    """Nothing is shown, and why."""

    students: int
    left_out: int

    @property
    def sentence(self) -> str:
        """Return what is missing."""
        left = f" Of {self.left_out} more, answers are missing." if self.left_out else ""
        return (
            f"An item analysis needs at least {FEWEST} students with every answer entered; "
            f"there {'is' if self.students == 1 else 'are'} {self.students or 'none'}.{left} "
            "Enter the missing answers, or wait for more students."
        )
