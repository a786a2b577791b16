"""How numbers are shown: rounded half away from zero from the exact fraction, and with their n."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from .model import Average, Change

MINUS = "\N{MINUS SIGN}"
BLANK = "\N{EN DASH}"
"""Where there is no number."""


def rounded(share: Fraction) -> Decimal:
    """Give a share in percent with one decimal, for a table or for JSON.

    Halves go away from zero, so that a loss is shown as large as the same gain.

    >>> rounded(Fraction(8, 28)), rounded(Fraction(-1, 800)), rounded(Fraction(1, 800))
    (Decimal('28.6'), Decimal('-0.1'), Decimal('0.1'))
    """
    above, below = abs(share).as_integer_ratio()
    shown = (above * 2000 + below) // (2 * below)
    return Decimal(-shown if share < 0 else shown).scaleb(-1)


def say_percent(share: Fraction | None) -> str:
    """Say a share, where its n stands in the same row or sentence; a dash of None.

    >>> say_percent(Fraction(8, 28)), say_percent(Fraction(0))
    ('28.6 %', '0.0 %')
    """
    return BLANK if share is None else f"{_plain(share)} %"


def say_points(change: Fraction | None) -> str:
    """Say a change with its sign, in percentage points; a dash of None.

    A change too small for the decimals keeps its sign: only no change is shown without one.

    >>> say_points(Fraction(57, 1000)), say_points(Fraction(1, 10000)), say_points(Fraction(0))
    ('+5.7', '+0.0', '0.0')
    """
    return BLANK if change is None else f"{'+' if change > 0 else ''}{_plain(change)}"


def say_relative(change: Change | None) -> str:
    """Say a change in percent of the pre-test, with its sign; a dash where there is none."""
    relative = None if change is None else change.relative
    return BLANK if relative is None else f"{say_points(relative)} %"


def say_n(n: int) -> str:
    """Say how many a number is of.

    >>> say_n(28)
    'n = 28'
    """
    return f"n = {n}"


def say_part(some: int, every: int) -> str:
    """Say a count in percent of another, and both.

    >>> say_part(8, 28), say_part(0, 0)
    ('28.6 % (8 of 28)', 'nobody yet')
    """
    return f"{say_percent(Fraction(some, every))} ({some} of {every})" if every else "nobody yet"


def say_average(average: Average) -> str:
    """Say an average and how many it is of.

    >>> say_average(Average(Fraction(389, 800), 80))
    '48.6 % (n = 80)'
    """
    return f"{say_percent(average.share)} ({say_n(average.n)})"


def say_decimal(number: float) -> str:
    """Say an effect size: two decimals, a minus sign where it is below 0.

    >>> say_decimal(0.5550), say_decimal(-0.0) == say_decimal(0.0)
    ('0.56', True)
    """
    text = f"{abs(number):.2f}"
    return f"{MINUS}{text}" if number < 0 else text


def say_students(n: int) -> str:
    """Count students in words that fit.

    >>> say_students(1), say_students(0)
    ('1 student', 'no students')
    """
    return {0: "no students", 1: "1 student"}.get(n, f"{n} students")


def _plain(share: Fraction) -> str:
    return f"{MINUS if share < 0 else ''}{abs(rounded(share))}"
