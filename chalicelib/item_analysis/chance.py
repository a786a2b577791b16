"""How likely chance alone is: tails of the distributions that flags are judged by. Pure.

Everything follows from the regularized incomplete beta function, by its continued fraction (Press
and others, *Numerical Recipes*, 6.4). scipy checks it in the tests; it is too large to ship.
"""

from __future__ import annotations

from fractions import Fraction
from math import comb, exp, isclose, lgamma, log, log1p, sqrt

_TERMS = 500
_CLOSE = 1e-12
_TINY = 1e-300


def beta_below(x: float, a: float, b: float) -> float:
    """Return the share of the beta distribution with `a` and `b` that lies below `x`."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _sum_continued_fraction(x, a, b) / a
    return 1 - front * _sum_continued_fraction(1 - x, b, a) / b


def _sum_continued_fraction(x: float, a: float, b: float) -> float:
    """Sum the continued fraction, by Lentz's method."""
    c, d = 1.0, 1 / _avoid_zero(1 - (a + b) * x / (a + 1))
    total = d
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _avoid_zero(1 + term * d)
            c = _avoid_zero(1 + term / c)
            total *= c * d
        if isclose(c * d, 1, rel_tol=_CLOSE):
            break
    return total


def _avoid_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def at_least(successes: Fraction | float, students: int, share: float) -> float:
    """Return the chance of so many successes or more, where each student has one at this share.

    The binomial tail. Successes that are no whole number, such as parts of points, lie between. A
    value between none and all varies less than one that is either, so this is on the safe side.
    """
    some = float(successes)
    return 1.0 if some <= 0 else beta_below(share, some, students - some + 1)


def at_most(successes: Fraction | float, students: int, share: float) -> float:
    """Return the chance of so many successes or fewer (see `at_least`)."""
    return at_least(students - float(successes), students, 1 - share)


def correlation_at_most(r: float, than: float, students: int) -> float:
    """Return the chance of a correlation of `r` or less, where the true one is `than`.

    Against 0 by Student's t, else by Fisher's z, which is close from about ten students on.
    """
    if not than:
        return _t_below(r * sqrt((students - 2) / max(1 - r * r, _CLOSE)), students - 2)
    if students <= 3 or abs(r) >= 1:  # noqa: PLR2004 - z has a spread from four on
        return float(r > than)
    return normal_below((_z(r) - _z(than)) * sqrt(students - 3))


def difference_at_least(
    difference: float, spread: float, one: int, other: int, students: int
) -> float:
    """Return the chance that two groups drawn at random differ in their means by so much or more.

    `spread` is the variance among all `students`, divided by their number. The groups are parts of
    them that do not overlap: the permutation distribution, by its exact variance and the normal
    curve, and never less than the rarest of all divisions of the two groups.
    """
    variance = spread * students / (students - 1) * (1 / one + 1 / other)
    if variance <= 0:
        return 1.0
    return max(1 - normal_below(difference / sqrt(variance)), 1 / comb(one + other, one))


def reliability_at_most(alpha: float, students: int, questions: int) -> float:
    """Return the chance of an alpha of so much or less, where the true one is 0 (Feldt 1965)."""
    most, d1 = students - 1, (students - 1) * (questions - 1)
    ratio = 1 / (1 - alpha)
    return beta_below(most * ratio / (most * ratio + d1), most / 2, d1 / 2)


def normal_below(z: float) -> float:
    """Return the share of the normal curve below `z`."""
    from math import erfc

    return erfc(-z / sqrt(2)) / 2


def _t_below(t: float, df: int) -> float:
    tail = beta_below(df / (df + t * t), df / 2, 0.5) / 2
    return tail if t < 0 else 1 - tail


def _z(r: float) -> float:
    return log((1 + r) / (1 - r)) / 2
