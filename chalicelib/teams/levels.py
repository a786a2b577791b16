"""The mastery levels of a data team (P2): bands of percent with names and colors.

A band has only a lower bound and ends at the next one's. So there is no gap or overlap, and 79.5%
is in exactly one band.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Any, Self
from unicodedata import category, normalize

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from chalicelib.errors import Detail
from chalicelib.frozen_models import StrictModel
from chalicelib.scales.palette import contrast, ink_on
from chalicelib.scales.scale import FEWEST_LEVELS, MOST_LEVELS, read_cut
from chalicelib.teams import refusals

_ZERO = re.compile(r"0(\.0{1,3})?")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
APART = 1.25
"""Contrast (WCAG 2) that two levels must have at least: then they differ in grey, on paper, and to
people who see no colors."""

Band = tuple[str, str, str]
"""Name, lower bound and color."""


def read_bound(given: object) -> str:
    """Read a lower bound in percent: 0, or as a cut score.

    >>> read_bound("0.00"), read_bound(49.50)
    ('0', '49.5')
    """
    if not isinstance(given, bool) and _ZERO.fullmatch(str(given).strip()):
        return "0"
    return read_cut(given)


def read_color(given: object) -> str:
    """Read a color written as in style sheets.

    >>> read_color("#1B5E20")
    '#1b5e20'
    """
    if not (isinstance(given, str) and _COLOR.fullmatch(given.strip())):
        msg = "A color is # and six digits or letters a to f, for example #2e7d32."
        raise ValueError(msg)
    return given.strip().lower()


LONGEST_NAME = 40


_OLD_NAME = "colour"  # typos: ignore
_STORED_COLOR = Field(
    validation_alias=AliasChoices("color", _OLD_NAME), serialization_alias=_OLD_NAME
)


class TeamLevel(BaseModel):
    """One band. `lower` is the least percent that is in it."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        defer_build=True,
        serialize_by_alias=True,
    )

    name: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    lower: Annotated[str, BeforeValidator(read_bound)]
    color: Annotated[str, BeforeValidator(read_color), _STORED_COLOR]
    """As `#rrggbb`. Stored under the name of before 0.4."""


class Levels(StrictModel):
    """All bands, the lowest first; `meets` is the one, counted from 1, that begins to be enough."""

    bands: Annotated[tuple[TeamLevel, ...], Field(min_length=FEWEST_LEVELS, max_length=MOST_LEVELS)]
    meets: int

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        wrong = faults(
            tuple((band.name, band.lower, band.color) for band in self.bands), self.meets
        )
        if wrong:
            raise ValueError(wrong[0].message)
        return self

    @property
    def many(self) -> int:
        """How many levels there are."""
        return len(self.bands)

    @property
    def cuts(self) -> tuple[str, ...]:
        """The lower bounds of the second level and up, in percent."""
        return tuple(band.lower for band in self.bands[1:])

    @property
    def bound(self) -> Fraction:
        """The share (0 to 1) from which on a student meets."""
        return Fraction(self.bands[self.meets - 1].lower) / 100

    def level(self, share: Fraction) -> int:
        """Return the level of a share, counted from 1: the highest whose lower bound it reaches."""
        return 1 + bisect_right(_bounds(self.cuts), share)

    def span(self, level: int) -> str:
        """Return a band in words that leave no gap.

        >>> DEFAULT.span(1), DEFAULT.span(4)
        ('0% to below 50%', '85% to 100%')
        """
        lower = self.bands[level - 1].lower
        if level == self.many:
            return f"{lower}% to 100%"
        return f"{lower}% to below {self.bands[level].lower}%"

    def describe(self) -> list[dict[str, Any]]:
        """Describe each level as it is shown, the lowest first."""
        return [
            {
                "level": n,
                "name": band.name,
                "lower": band.lower,
                "color": band.color,
                "ink": ink_on(band.color),
                "span": self.span(n),
                "meets": n >= self.meets,
            }
            for n, band in enumerate(self.bands, 1)
        ]


@lru_cache(64)
def _bounds(cuts: tuple[str, ...]) -> tuple[Fraction, ...]:
    return tuple(Fraction(cut) / 100 for cut in cuts)


@lru_cache(256)  # pydantic asks again whenever levels are read
def faults(bands: tuple[Band, ...], meets: int) -> tuple[Detail, ...]:
    """Name everything that does not fit together; empty fields of a band are skipped.

    Places are of a band, as in `levels/2/lower`, or `meets`.
    """
    return (
        *_same_names([name for name, _, _ in bands]),
        *_out_of_order([lower for _, lower, _ in bands]),
        *_not_enough(len(bands), meets),
        *_too_alike(bands),
    )


def _same_names(names: Sequence[str]) -> Iterator[Detail]:
    folded = [looks(name) for name in names]
    for at, name in enumerate(folded):
        if name and name in folded[:at]:
            yield refusals.SAME_NAME(f"levels/{at}/name")


def looks(name: str) -> str:
    r"""Return a name so that those that look alike are equal, whatever signs they are made of.

    >>> looks("Me\u200bets") == looks("MEETS "), looks("A\u0308") == looks("\u00e4")
    (True, True)
    """
    seen = "".join(each for each in normalize("NFKC", name) if category(each) != "Cf")
    return " ".join(normalize("NFKC", seen.casefold()).split())


def _out_of_order(bounds: Sequence[str]) -> Iterator[Detail]:
    if bounds and bounds[0] and Fraction(bounds[0]) != 0:
        yield refusals.LOWEST_NOT_ZERO("levels/0/lower")
    for at, (low, high) in enumerate(pairwise(bounds), 1):
        if low and high and Fraction(low) >= Fraction(high):
            yield refusals.NOT_ASCENDING(f"levels/{at}/lower")


def _not_enough(many: int, meets: int) -> Iterator[Detail]:
    if not 2 <= meets <= many:  # noqa: PLR2004 - the lowest level is what everybody has
        yield refusals.MEETS_OUT_OF_RANGE("meets", many=many)


def _too_alike(bands: Sequence[Band]) -> Iterator[Detail]:
    for at, (other, _, another) in enumerate(bands):
        for one, _, color in bands[:at]:
            if color and another and contrast(color, another) < APART:
                yield refusals.COLORS_ALIKE(f"levels/{at}/color", one=one, other=other)


DEFAULT = Levels(
    bands=(
        TeamLevel(name="Far Below", lower="0", color="#8c2d04"),
        TeamLevel(name="Below", lower="50", color="#e6812f"),
        TeamLevel(name="Meets", lower="70", color="#a6cee3"),
        TeamLevel(name="Exceeds", lower="85", color="#1f6396"),
    ),
    meets=3,
)
"""The levels of a team until it sets its own (P2)."""
