"""How numbers are shown: rounded half away from zero from the exact fraction, and with their n."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chalicelib.percents import Cuts, beside, in_percent

from .model import Average, AverageChange

MINUS = "\N{MINUS SIGN}"
BLANK = "\N{EN DASH}"
"""Where there is no number."""


def format_percent(share: Fraction | None, cuts: Cuts = ()) -> str:
    """Format a share, where its n stands in the same row or sentence; a dash of None.

    It stays on its side of each of the `cuts` at which a level begins.

    >>> format_percent(Fraction(8, 28)), format_percent(Fraction(0))
    ('28.6%', '0.0%')
    """
    return BLANK if share is None else f"{_plain(in_percent(share, cuts))}%"


def format_compared_percent(share: Fraction | None, other: Fraction | None) -> str:
    """Format a share that is compared with another: the two are shown as different as they are.

    >>> format_compared_percent(Fraction(2, 3), Fraction(667, 1000))
    '66.67%'
    >>> format_compared_percent(None, Fraction(1))
    '\N{EN DASH}'
    """
    if share is None or other is None:
        return format_percent(share)
    return f"{_plain(beside(share, other))}%"


def format_point_change(change: Fraction | None) -> str:
    """Format a change with its sign, in percentage points; a dash of None.

    A change too small for the decimals keeps its sign: only no change is shown without one.

    >>> [format_point_change(Fraction(n, 10000)) for n in (570, 1, 0)]
    ['+5.7', '+0.0', '0.0']
    """
    if change is None:
        return BLANK
    return f"{'+' if change > 0 else ''}{_plain(in_percent(change), loss=change < 0)}"


def format_relative_change(change: AverageChange | None) -> str:
    """Format a change in percent of the pre-test, with its sign; a dash where there is none."""
    relative = None if change is None else change.relative
    return BLANK if relative is None else f"{format_point_change(relative)}%"


def format_n(n: int) -> str:
    """Format how many a number is of.

    >>> format_n(28)
    'n = 28'
    """
    return f"n = {n}"


def format_part(some: int, every: int, other: Fraction | None = None) -> str:
    """Format a count in percent of another, and both; beside the `other` share it is compared with.

    >>> format_part(8, 28), format_part(0, 0)
    ('28.6% (8 of 28)', 'nobody yet')
    """
    if not every:
        return "nobody yet"
    return f"{format_compared_percent(Fraction(some, every), other)} ({some} of {every})"


def format_average(average: Average, cuts: Cuts = ()) -> str:
    """Format an average and how many it is of.

    >>> format_average(Average(Fraction(389, 800), 80))
    '48.6% (n = 80)'
    """
    return f"{format_percent(average.share, cuts)} ({format_n(average.n)})"


def format_decimal(number: float) -> str:
    """Format an effect size: two decimals, a minus sign where it is below 0.

    >>> format_decimal(0.5550), format_decimal(-0.0) == format_decimal(0.0)
    ('0.56', True)
    """
    text = f"{abs(number):.2f}"
    return f"{MINUS}{text}" if number < 0 else text


def format_class_count(n: int) -> str:
    """Count classes.

    >>> format_class_count(1), format_class_count(3)
    ('1 class', '3 classes')
    """
    return "1 class" if n == 1 else f"{n} classes"


def format_student_count(n: int) -> str:
    """Count students in words that fit.

    >>> format_student_count(1), format_student_count(0)
    ('1 student', 'no students')
    """
    return {0: "no students", 1: "1 student"}.get(n, f"{n} students")


def _plain(percent: Decimal, *, loss: bool = False) -> str:
    return f"{MINUS if loss or percent < 0 else ''}{abs(percent)}"
