"""Shares in percent, as people read them: rounded, and never across the line that decides.

One decimal is shown, halves away from zero. Sometimes that number would belong to another level
than the exact share, as 80.0 for 79.98 below a level that begins at 80. Then it has as many
decimals as it takes.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

Cuts = tuple[str, ...]
"""Where levels begin, in percent: "80", "79.5"."""

_NO_CUTS: Cuts = ()


def in_percent(share: Fraction, cuts: Cuts = _NO_CUTS) -> Decimal:
    """Return a share in percent, on the same side of each cut as it is.

    >>> str(in_percent(Fraction(8, 28))), str(in_percent(Fraction(-1, 800)))
    ('28.6', '-0.1')
    >>> [str(in_percent(share, ("50", "80"))) for share in (Fraction("0.7998"), Fraction(4, 5))]
    ['79.98', '80.0']
    """
    above, below = share.as_integer_ratio()
    tenths = _round_percent(above, below, 10)
    if cuts and not _agree(above, below, tenths, 10, bounds := _exact(cuts)):
        unit = 100
        while not _agree(above, below, shown := _round_percent(above, below, unit), unit, bounds):
            unit *= 10
        return Decimal(shown).scaleb(1 - len(str(unit)))
    return Decimal(tenths).scaleb(-1)


def beside(share: Fraction, other: Fraction) -> Decimal:
    """Return a share in percent that stands beside another: as different as the two are.

    >>> str(beside(Fraction(2, 3), Fraction(667, 1000)))
    '66.67'
    >>> str(beside(Fraction(1, 2), Fraction(1, 2)))
    '50.0'
    """
    unit = 10
    while _sign(share - other) != _sign(_of(share, unit) - _of(other, unit)):
        unit *= 10
    return Decimal(_of(share, unit)).scaleb(1 - len(str(unit)))


def _sign(number: Fraction | int) -> int:
    return (number > 0) - (number < 0)


def _of(share: Fraction, unit: int) -> int:
    return _round_percent(*share.as_integer_ratio(), unit)


def _round_percent(above: int, below: int, unit: int) -> int:
    """Round a hundred times the share to whole parts of a percent; whole numbers are quick."""
    half_up = (abs(above) * 200 * unit + below) // (2 * below)
    return -half_up if above < 0 else half_up


def _agree(
    above: int, below: int, shown: int, unit: int, bounds: tuple[tuple[int, int], ...]
) -> bool:
    return all(
        (above * 100 * part >= whole * below) == (shown * part >= whole * unit)
        for whole, part in bounds
    )


@lru_cache(256)
def _exact(cuts: Cuts) -> tuple[tuple[int, int], ...]:
    return tuple(Fraction(cut).as_integer_ratio() for cut in cuts)


def percent(share: Fraction | None, cuts: tuple[str, ...] = ()) -> float | None:
    """Return a share in percent for the eye: one decimal, rounded half up from the exact value.

    It has more where it would pass one of the `cuts` at which a level begins.

    >>> percent(Fraction(1, 3)), percent(Fraction(1, 16)), percent(Fraction("0.7998"), ("80",))
    (33.3, 6.3, 79.98)
    """
    return None if share is None else float(in_percent(share, cuts))


def part_of(some: int, every: int) -> float | None:
    """Return a count in percent of another; none of nothing."""
    return percent(Fraction(some, every)) if every else None


def decimal_percent(share: Fraction | None, cuts: tuple[str, ...] = ()) -> Decimal | None:
    """Return the same percent as a decimal, for a table.

    >>> decimal_percent(Fraction(1, 3)), decimal_percent(None)
    (Decimal('33.3'), None)
    """
    return None if share is None else in_percent(share, cuts)
