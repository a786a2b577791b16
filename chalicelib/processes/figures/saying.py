"""How numbers are shown: rounded half away from zero from the exact fraction, and with their n."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from .model import Average, Change


def rounded(share: Fraction, places: int = 1) -> Decimal:
    """Give a share in percent with so many decimals, for a table or for JSON."""
    raise NotImplementedError


def say_percent(share: Fraction | None) -> str:
    """Say a share, where its n stands in the same row or sentence: 28.6 %, or a dash of None."""
    raise NotImplementedError


def say_points(change: Fraction | None) -> str:
    """Say a change with its sign: +5.7, or with a minus sign (percentage points), or a dash of None."""
    raise NotImplementedError


def say_n(n: int) -> str:
    """Say n = 28."""
    raise NotImplementedError


def say_part(some: int, every: int) -> str:
    """Say 28.6 % (8 of 28)."""
    raise NotImplementedError


def say_average(average: Average) -> str:
    """Say 48.6 % (n = 80)."""
    raise NotImplementedError


def say_relative(change: Change | None) -> str:
    """Say a relative change with its sign: +11.8 %; a dash where there is none."""
    raise NotImplementedError
