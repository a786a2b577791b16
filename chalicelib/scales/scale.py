"""Mastery levels: their names, and the cut scores at which they begin (T4).

Everything is exact: shares are fractions of what was possible, and nothing is rounded before it is
compared.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise
from math import ceil
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from chalicelib.frozen_models import TrimmedModel

FEWEST_LEVELS, MOST_LEVELS = 2, 6

_CUT = re.compile(r"\d{1,3}(\.\d{1,3})?")

_NUMBER = str | int | float


def read_cut(given: object) -> str:
    """Read a cut score: percent above 0 and up to 100, with at most three decimals.

    >>> read_cut("79.50"), read_cut(80), read_cut(66.6)
    ('79.5', '80', '66.6')
    """
    text = "" if isinstance(given, bool) or not isinstance(given, _NUMBER) else str(given)
    return _cut(text.strip())


@lru_cache(maxsize=256)  # a district has few different ones, read again with every tracker
def _cut(text: str) -> str:
    if not _CUT.fullmatch(text) or not 0 < Fraction(text) <= 100:  # noqa: PLR2004 - percent
        msg = "A cut score is a percentage above 0 and up to 100, for example 80 or 79.5."
        raise ValueError(msg)
    return _plain(text)


Cut = Annotated[str, BeforeValidator(read_cut)]

LevelName = Annotated[str, Field(min_length=1, max_length=40)]


class MasteryScale(TrimmedModel):
    """The mastery levels of a tracker or an assessment, the lowest first.

    A level holds everything from its cut to the next, which is no part of it.
    """

    names: Annotated[tuple[LevelName, ...], Field(min_length=FEWEST_LEVELS, max_length=MOST_LEVELS)]
    """The names of the levels, the lowest first. Example: `["Remediation", "Near", "Mastery"]`"""
    cuts: tuple[Cut, ...]
    """The percents at which all levels but the lowest begin, ascending. Example: `["50", "80"]`"""
    meets: int
    """The level, from 1, from which on it is mastery. Example: `3`"""

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
        """Return the level of a share of the points: the highest whose lower bound it reaches.

        Bands are half-open, so every share is in exactly one; a share above 1 is in the top one.
        """
        return level_of(self.cuts, share)

    def with_cuts(self, cuts: tuple[str, ...]) -> MasteryScale:
        """Return this scale with an assessment's cuts if it has as many levels; else this."""
        if len(cuts) != len(self.cuts) or cuts == self.cuts:
            return self
        return self.model_copy(update={"cuts": cuts})


def level_of(cuts: tuple[str, ...], share: Fraction) -> int:
    """Return the level of a share where only the cut scores are at hand (see `Scale.level`).

    >>> level_of(("50", "80"), Fraction(795, 1000))
    2
    """
    return 1 + bisect_right(_bounds(cuts), share)


@lru_cache(4_096)
def level_starts(cuts: tuple[str, ...], possible: int) -> tuple[int, ...]:
    """Return the fewest whole points, of those possible, that reach each level but the lowest.

    >>> level_starts(("50", "80"), 7)
    (4, 6)
    """
    return tuple(ceil(bound * possible) for bound in _bounds(cuts))


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
def default_scale(levels: int) -> MasteryScale:
    """Return the scale of a number of levels in a district that set none.

    >>> default_scale(4).cuts
    ('50', '80', '90')
    """
    names, cuts, meets = _DEFAULTS[levels]
    return MasteryScale(names=tuple(names.split("/")), cuts=tuple(cuts.split("/")), meets=meets)


@cache
def _bounds(cuts: tuple[str, ...]) -> tuple[Fraction, ...]:
    return tuple(Fraction(cut) / 100 for cut in cuts)


def _plain(decimal: str) -> str:
    return f"{Decimal(decimal).normalize():f}"
