"""Mastery levels, and the six ways to say a student's mastery from several assessments (T4, T5).

Everything is exact: shares are fractions of what was possible, and nothing is rounded before it is
compared. The formulas are also given for plain numbers, because that is how they are published.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from chalicelib.percents import in_percent

FEWEST_LEVELS, MOST_LEVELS = 2, 6

_CUT = re.compile(r"\d{1,3}(\.\d{1,3})?")
_WEIGHT = re.compile(r"0?\.\d{1,2}|[01](\.\d{1,2})?")
_NUMBER = str | int | float


# -- scales ---------------------------------------------------------------------------------------


def read_cut(given: object) -> str:
    """Read a cut score: percent above 0 and up to 100, with at most three decimals.

    >>> read_cut("79.50"), read_cut(80), read_cut(66.6)
    ('79.5', '80', '66.6')
    """
    text = str(given).strip() if isinstance(given, _NUMBER) else ""
    if isinstance(given, bool) or not _CUT.fullmatch(text) or not 0 < Fraction(text) <= 100:  # noqa: PLR2004 - percent
        msg = "A cut score is a percentage above 0 and up to 100, for example 80 or 79.5."
        raise ValueError(msg)
    return _plain(text)


Cut = Annotated[str, BeforeValidator(read_cut)]
LevelName = Annotated[str, Field(min_length=1, max_length=40)]


class Scale(BaseModel):
    """The mastery levels of a tracker or an assessment, the lowest first.

    `cuts` are the lower bounds of levels 2 to n in percent, ascending; level 1 begins at 0.
    `meets` is the level, counted from 1, from which on it is mastery.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True
    )

    names: Annotated[tuple[LevelName, ...], Field(min_length=FEWEST_LEVELS, max_length=MOST_LEVELS)]
    cuts: tuple[Cut, ...]
    meets: int

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        wrong = _wrong_scale(self.names, self.cuts, self.meets)
        if wrong:
            raise ValueError(wrong)
        return self

    @property
    def levels(self) -> int:
        """How many levels there are."""
        return len(self.names)

    def level(self, share: Fraction) -> int:
        """Say the level of a share of the points: the highest whose lower bound it reaches.

        Bands are half-open, so every share is in exactly one; a share above 1 is in the top one.
        """
        return level_of(self.cuts, share)

    def with_cuts(self, cuts: tuple[str, ...]) -> Scale:
        """Give this scale with an assessment's own cuts, where it has as many levels; else this."""
        if len(cuts) != len(self.cuts) or cuts == self.cuts:
            return self
        return self.model_copy(update={"cuts": cuts})


def level_of(cuts: tuple[str, ...], share: Fraction) -> int:
    """Say the level of a share where only the cut scores are at hand (see `Scale.level`).

    >>> level_of(("50", "80"), Fraction(795, 1000))
    2
    """
    return 1 + bisect_right(_bounds(cuts), share)


def check_cuts(cuts: Sequence[str], levels: int) -> None:
    """Refuse cuts that do not divide 0 to 100 percent into so many levels. Raises `ValueError`."""
    wrong = _wrong_cuts(tuple(cuts), levels)
    if wrong:
        raise ValueError(wrong)


@lru_cache(256)  # pydantic asks again whenever a scale is shown
def _wrong_scale(names: tuple[str, ...], cuts: tuple[str, ...], meets: int) -> str:
    levels = len(names)
    if len({name.casefold() for name in names}) < levels:
        return "Two levels have the same name: give each its own."
    if not 2 <= meets <= levels:  # noqa: PLR2004 - level 1 is what everybody has
        return f"Mastery must begin at one of the levels 2 to {levels}."
    return _wrong_cuts(cuts, levels)


def _wrong_cuts(cuts: tuple[str, ...], levels: int) -> str:
    if len(cuts) != levels - 1:
        return (
            f"{levels} levels have {levels - 1} cut scores, one for each level but the lowest: "
            f"there are {len(cuts)}."
        )
    bounds = [Fraction(cut) for cut in cuts]
    if any(low >= high for low, high in pairwise(bounds)):
        return "Each cut score must be above the one before it: write them from low to high."
    return ""


_DEFAULTS: Mapping[int, tuple[str, str, int]] = {
    2: ("Not yet/Mastery", "80", 2),
    3: ("Remediation/Near Mastery/Mastery", "50/80", 3),
    4: ("Remediation/Near Mastery/Mastery/Exceeds", "50/80/90", 3),
    5: ("Far Below/Below/Near Mastery/Mastery/Exceeds", "50/65/80/90", 4),
    6: ("Far Below/Below/Approaching/Near Mastery/Mastery/Exceeds", "50/60/70/80/90", 5),
}
"""By number of levels: names, cuts, and which level meets."""


@cache
def default_scale(levels: int) -> Scale:
    """Give the scale of a number of levels in a district that set none.

    >>> default_scale(4).cuts
    ('50', '80', '90')
    """
    names, cuts, meets = _DEFAULTS[levels]
    return Scale(names=tuple(names.split("/")), cuts=tuple(cuts.split("/")), meets=meets)


@cache
def _bounds(cuts: tuple[str, ...]) -> tuple[Fraction, ...]:
    return tuple(Fraction(cut) / 100 for cut in cuts)


# -- calculations ---------------------------------------------------------------------------------


class Method(StrEnum):
    """How several results become one mastery."""

    MOST_RECENT = "most_recent"
    HIGHEST = "highest"
    AVERAGE = "average"
    MODE = "mode"
    DECAYING_AVERAGE = "decaying_average"
    N_TIMES = "n_times"


def read_weight(given: object) -> str:
    """Read the weight of the newest result: 0.50 to 1.00, with at most two decimals.

    >>> read_weight(0.5), read_weight("0.65"), read_weight(1)
    ('0.50', '0.65', '1.00')
    """
    text = str(given).strip() if isinstance(given, _NUMBER) else ""
    if (
        isinstance(given, bool)
        or not _WEIGHT.fullmatch(text)
        or not Fraction(1, 2) <= Fraction(text) <= 1
    ):
        msg = "The weight of the newest result is a number from 0.50 to 1.00, for example 0.65."
        raise ValueError(msg)
    return f"{Decimal(text):.2f}"


_BY_DAY = (
    "by the day they were given. Of two tests given on one day, the one whose assessment was made "
    "later counts as the later one."
)


class Calculation(BaseModel):
    """A tracker's setting (T5). `weight` is of the decaying average, `times` of n times."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    method: Method = Method.MOST_RECENT
    weight: Annotated[str, BeforeValidator(read_weight)] = "0.65"
    times: Annotated[int, Field(ge=1, le=10)] = 3

    @property
    def rule(self) -> str:
        """What it does, in a sentence or two; also what decides between two tests of one day."""
        return _RULES[self.method].format(weight=self.weight, times=self.times)


_RULES: Mapping[Method, str] = {
    Method.MOST_RECENT: f"The most recent result counts, {_BY_DAY}",
    Method.HIGHEST: "The highest result counts.",
    Method.AVERAGE: "The average of all results counts.",
    Method.MODE: "The level reached most often counts; of two as frequent, the higher one.",
    Method.DECAYING_AVERAGE: "Each newer result has the weight {weight}, all before it together "
    f"the rest, {_BY_DAY}",
    Method.N_TIMES: "The average of the results at mastery counts, once there are {times} of them.",
}


@dataclass(frozen=True, slots=True)
class Result:
    """What a student got on one assessment for one standard.

    `given` is the date it was given (YYYY-MM-DD), `possible` above 0. `level` was said by `cuts`:
    the assessment's own where it has any and as many levels as the tracker, else the tracker's.
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

    Level and share are None where there is none (yet). `count` is of the results, `met` of those
    at mastery. `cuts` are those by which the level was said, of all results.
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
    scale: Scale,
) -> Result:
    """Give a result with its level; `points` are earned and possible, `scale` the tracker's."""
    earned, possible = points
    own = scale.with_cuts(cuts)
    return Result(given, assessment, earned, possible, own.level(earned / possible), own.cuts)


def mastery(results: Iterable[Result], calculation: Calculation, scale: Scale) -> Mastery:
    """Say a student's mastery of one standard; the order of `results` is of no account."""
    ordered = sorted(results, key=_by_date)
    if not ordered:
        return NO_MASTERY
    level, share = _METHODS[calculation.method](ordered, calculation, scale)
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


def _most_recent(results: Ordered, _: Calculation, __: Scale) -> Verdict:
    return results[-1].level, results[-1].share


def _highest(results: Ordered, _: Calculation, __: Scale) -> Verdict:
    return max((result.level, result.share) for result in results)


def _average(results: Ordered, _: Calculation, scale: Scale) -> Verdict:
    return _banded(average(_shares(results)), results, scale)


def _mode(results: Ordered, _: Calculation, __: Scale) -> Verdict:
    level = mode([result.level for result in results])
    return level, average(_shares([each for each in results if each.level == level]))


def _decaying_average(results: Ordered, calculation: Calculation, scale: Scale) -> Verdict:
    share = decaying_average(_shares(results), Fraction(calculation.weight))
    return _banded(share, results, scale)


def _n_times(results: Ordered, calculation: Calculation, scale: Scale) -> Verdict:
    met = _at_mastery(results, scale)
    if len(met) < calculation.times:
        return None, None
    return _banded(average(_shares(met)), met, scale)


_METHODS: Mapping[Method, Callable[[Ordered, Calculation, Scale], Verdict]] = {
    Method.MOST_RECENT: _most_recent,
    Method.HIGHEST: _highest,
    Method.AVERAGE: _average,
    Method.MODE: _mode,
    Method.DECAYING_AVERAGE: _decaying_average,
    Method.N_TIMES: _n_times,
}


def _at_mastery(results: Ordered, scale: Scale) -> list[Result]:
    return [result for result in results if result.level >= scale.meets]


def _shares(results: Ordered) -> list[Fraction]:
    return [result.share for result in results]


def _banded(share: Fraction, results: Ordered, scale: Scale) -> Verdict:
    """Say the level of a share made of several: by the cuts they have in common, or the scale's."""
    cuts = {result.cuts for result in results}
    return (scale.with_cuts(cuts.pop()) if len(cuts) == 1 else scale).level(share), share


# -- the formulas, on plain numbers ---------------------------------------------------------------


def average(values: Sequence[Fraction]) -> Fraction:
    """Give the mean; `values` must not be empty."""
    by_denominator: Counter[int] = Counter()  # most are alike, and whole numbers add up faster
    for value in values:
        by_denominator[value.denominator] += value.numerator
    return sum((Fraction(n, d) for d, n in by_denominator.items()), Fraction(0)) / len(values)


def mode(levels: Iterable[int]) -> int:
    """Give the most frequent level; ties go to the higher one (Mastery Connect's guide)."""
    return max((count, level) for level, count in Counter(levels).items())[1]


def decaying_average(values: Sequence[Fraction], weight: Fraction) -> Fraction:
    """Give the recursive decaying average: a = a (1 - w) + x w (Mastery Connect's guide).

    >>> float(decaying_average([Fraction(n) for n in (1, 2, 3, 4)], Fraction("0.65")))
    3.484625
    """
    decayed = values[0]
    for value in values[1:]:
        decayed = decayed * (1 - weight) + value * weight
    return decayed


def n_times(values: Iterable[Fraction], meets: Fraction, times: int) -> Fraction | None:
    """Give the mean of the values at or above mastery, if there are so many of them (Canvas)."""
    met = [value for value in values if value >= meets]
    return average(met) if len(met) >= times else None


def percent(share: Fraction | None, cuts: tuple[str, ...] = ()) -> float | None:
    """Give a share in percent for the eye: one decimal, rounded half up from the exact value.

    It has more where it would pass one of the `cuts` at which a level begins.

    >>> percent(Fraction(1, 3)), percent(Fraction(1, 16)), percent(Fraction("0.7998"), ("80",))
    (33.3, 6.3, 79.98)
    """
    return None if share is None else float(in_percent(share, cuts))


def part_of(some: int, every: int) -> float | None:
    """Give a count in percent of another; none of nothing."""
    return percent(Fraction(some, every)) if every else None


def decimal_percent(share: Fraction | None, cuts: tuple[str, ...] = ()) -> Decimal | None:
    """Give the same percent as a decimal, for a table.

    >>> decimal_percent(Fraction(1, 3)), decimal_percent(None)
    (Decimal('33.3'), None)
    """
    return None if share is None else in_percent(share, cuts)


def _plain(decimal: str) -> str:
    return f"{Decimal(decimal).normalize():f}"
