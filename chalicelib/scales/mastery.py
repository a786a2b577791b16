"""The six ways to say a student's mastery from several assessments (T5).

Everything is exact. The formulas are also given for plain numbers, because that is how they are
published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING

from .calculation import Calculation, CalculationMethod

if TYPE_CHECKING:
    from .scale import MasteryScale


@dataclass(frozen=True, slots=True)
class Result:
    """A student's result on one assessment for one standard.

    `given` is the date of the assessment (YYYY-MM-DD); `possible` is above 0. `level` comes from
    `cuts`: the assessment's own if it has any and as many levels as the tracker, or else the
    tracker's.
    """

    given: str
    assessment: str
    earned: Fraction
    possible: Fraction
    level: int
    cuts: tuple[str, ...] = ()
    share: Fraction = field(init=False, compare=False)
    """Points earned of points possible, exact."""

    def __post_init__(self) -> None:
        """Work the share out once: several calculations ask for it."""
        object.__setattr__(self, "share", self.earned / self.possible)


@dataclass(frozen=True, slots=True)
class Mastery:
    """A student's mastery of a standard.

    Level and share are None where there is none (yet). `count` is of the results, `met` of those at
    mastery. `cuts` are those that gave the level of all results.
    """

    level: int | None
    share: Fraction | None
    count: int
    met: int = 0
    cuts: tuple[str, ...] = field(default=(), compare=False)


NO_MASTERY = Mastery(None, None, 0)


def result_of(
    given: str,
    assessment: str,
    points: tuple[Fraction, Fraction],
    cuts: tuple[str, ...],
    scale: MasteryScale,
) -> Result:
    """Return a result with its level; `points` are earned and possible, `scale` the tracker's."""
    earned, possible = points
    own = scale.with_cuts(cuts)
    return Result(given, assessment, earned, possible, own.level(earned / possible), own.cuts)


def mastery(results: Iterable[Result], calculation: Calculation, scale: MasteryScale) -> Mastery:
    """Return a student's mastery of one standard; the order of `results` is of no account."""
    ordered = sorted(results, key=_by_date)
    if not ordered:
        return NO_MASTERY
    decided = _DECIDING[calculation.method](ordered, calculation, scale)
    says = _VERDICTS[calculation.method]
    level, share = says(decided, calculation, scale) if decided else (None, None)
    cuts = _every_cut((scale.cuts, *(result.cuts for result in ordered)))
    return Mastery(level, share, len(ordered), len(_at_mastery(ordered, scale)), cuts)


def _every_cut(scales: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    first, *others = dict.fromkeys(scales)
    return tuple(dict.fromkeys((*first, *chain.from_iterable(others)))) if others else first


def _by_date(result: Result) -> tuple[object, ...]:
    """Order results by day; of one day by assessment, whose ids sort by when they were made."""
    return (result.given, result.assessment, result.level, result.share, result.possible)


Verdict = tuple[int | None, Fraction | None]

Ordered = Sequence[Result]


def deciding(
    results: Iterable[Result], calculation: Calculation, scale: MasteryScale
) -> list[Result]:
    """Return the results that make up the mastery, the earliest first; none where there is none."""
    ordered = sorted(results, key=_by_date)
    return _DECIDING[calculation.method](ordered, calculation, scale) if ordered else []


def _every(results: Ordered, _: Calculation, __: MasteryScale) -> list[Result]:
    return list(results)


def _latest(results: Ordered, _: Calculation, __: MasteryScale) -> list[Result]:
    return [results[-1]]


def _best(results: Ordered, _: Calculation, __: MasteryScale) -> list[Result]:
    return [max(results, key=lambda result: (result.level, result.share))]


def _most_frequent(results: Ordered, _: Calculation, __: MasteryScale) -> list[Result]:
    level = mode([result.level for result in results])
    return [result for result in results if result.level == level]


def _enough_at_mastery(
    results: Ordered, calculation: Calculation, scale: MasteryScale
) -> list[Result]:
    met = _at_mastery(results, scale)
    return met if len(met) >= calculation.times else []


_DECIDING: Mapping[
    CalculationMethod, Callable[[Ordered, Calculation, MasteryScale], list[Result]]
] = {
    CalculationMethod.MOST_RECENT: _latest,
    CalculationMethod.HIGHEST: _best,
    CalculationMethod.AVERAGE: _every,
    CalculationMethod.MODE: _most_frequent,
    CalculationMethod.DECAYING_AVERAGE: _every,
    CalculationMethod.N_TIMES: _enough_at_mastery,
}


def _take_single(decided: Ordered, _: Calculation, __: MasteryScale) -> Verdict:
    return decided[0].level, decided[0].share


def _take_average(decided: Ordered, _: Calculation, scale: MasteryScale) -> Verdict:
    return _find_level(average(_shares(decided)), decided, scale)


def _take_mode(decided: Ordered, _: Calculation, __: MasteryScale) -> Verdict:
    return decided[0].level, average(_shares(decided))


def _take_decayed(decided: Ordered, calculation: Calculation, scale: MasteryScale) -> Verdict:
    share = decaying_average(_shares(decided), Fraction(calculation.weight))
    return _find_level(share, decided, scale)


_VERDICTS: Mapping[CalculationMethod, Callable[[Ordered, Calculation, MasteryScale], Verdict]] = {
    CalculationMethod.MOST_RECENT: _take_single,
    CalculationMethod.HIGHEST: _take_single,
    CalculationMethod.AVERAGE: _take_average,
    CalculationMethod.MODE: _take_mode,
    CalculationMethod.DECAYING_AVERAGE: _take_decayed,
    CalculationMethod.N_TIMES: _take_average,
}


def _at_mastery(results: Ordered, scale: MasteryScale) -> list[Result]:
    return [result for result in results if result.level >= scale.meets]


def _shares(results: Ordered) -> list[Fraction]:
    return [result.share for result in results]


def _find_level(share: Fraction, results: Ordered, scale: MasteryScale) -> Verdict:
    """Return the level of a share of several results: by their common cuts, or by the scale's."""
    cuts = {result.cuts for result in results}
    return (scale.with_cuts(cuts.pop()) if len(cuts) == 1 else scale).level(share), share


def average(values: Sequence[Fraction]) -> Fraction:
    """Return the mean; `values` must not be empty."""
    by_denominator: Counter[int] = Counter()  # most are alike, and whole numbers add up faster
    for value in values:
        by_denominator[value.denominator] += value.numerator
    return sum((Fraction(n, d) for d, n in by_denominator.items()), Fraction(0)) / len(values)


def mode(levels: Iterable[int]) -> int:
    """Return the most frequent level; ties go to the higher one (Mastery Connect's guide)."""
    return max((count, level) for level, count in Counter(levels).items())[1]


def decaying_average(values: Sequence[Fraction], weight: Fraction) -> Fraction:
    """Return the recursive decaying average: a = a (1 - w) + x w (Mastery Connect's guide).

    >>> float(decaying_average([Fraction(n) for n in (1, 2, 3, 4)], Fraction("0.65")))
    3.484625
    """
    decayed = values[0]
    for value in values[1:]:
        decayed = decayed * (1 - weight) + value * weight
    return decayed
