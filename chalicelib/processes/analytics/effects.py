"""The effect size of paired scores and how sure one can be of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from math import copysign, lcm, sqrt

from chalicelib.suppression import is_enough

from .counts import Pair
from .model import Withheld, WithheldReason

Z = 1.959963984540054
"""Of the standard normal distribution, 97.5% is below it."""


@dataclass(frozen=True, slots=True)
class EffectSize:
    """Cohen's d for paired scores with the average variance as standardiser (d_av).

    `error` and the 95% interval are Bonett's (2008); `adjusted` is d corrected for small samples.
    Below 0 is a loss.
    """

    d: float
    adjusted: float
    error: float
    lower: float
    upper: float
    n: int
    sd_pre: float
    """Sample standard deviations of the shares."""
    sd_post: float

    @property
    def clear(self) -> bool:
        """Return whether the interval is all on one side of 0."""
        return self.lower > 0 or self.upper < 0


@dataclass(frozen=True, slots=True)
class Paired:
    """Sums of paired scores, exact: means, sample variances (of n - 1) and their covariance."""

    n: int
    pre: Fraction
    post: Fraction
    var_pre: Fraction
    var_post: Fraction
    cov: Fraction


def sum_pairs(pairs: Counter[Pair]) -> Paired:
    """Sum pairs up; there are two at least."""
    n = pairs.total()
    common = lcm(*(mark.below for pair in pairs for mark in pair))
    x = y = xx = yy = xy = 0
    for (pre, post), times in pairs.items():
        before, after = pre.above * (common // pre.below), post.above * (common // post.below)
        x += before * times
        y += after * times
        xx += before * before * times
        yy += after * after * times
        xy += before * after * times
    free = n * (n - 1) * common * common
    return Paired(
        n,
        Fraction(x, n * common),
        Fraction(y, n * common),
        Fraction(n * xx - x * x, free),
        Fraction(n * yy - y * y, free),
        Fraction(n * xy - x * y, free),
    )


def effect(pairs: Counter[Pair]) -> EffectSize | Withheld:
    """Return the effect size, or say why there is none."""
    n = pairs.total()
    if not is_enough(n):
        return Withheld(WithheldReason.TOO_FEW, n)
    sums = sum_pairs(pairs)
    if not sums.var_pre and not sums.var_post:
        return Withheld(WithheldReason.NO_SPREAD, n)
    return effect_of(sums)


def effect_of(sums: Paired) -> EffectSize:
    """Compute it: exact up to the roots, which are taken last.

    Bonett, D. G. (2008), Confidence intervals for standardized linear contrasts of means,
    Psychological Methods 13, 99-109; as `ci.stdmean.ps` of R's statpsych (unweighted standardizer).
    """
    df = sums.n - 1
    one, two = sums.var_pre, sums.var_post
    standard = (one + two) / 2
    gap = sums.post - sums.pre
    squared = gap * gap / standard
    differences = one + two - 2 * sums.cov
    spread = one * one + two * two + 2 * sums.cov * sums.cov
    error = sqrt(squared * spread / (8 * df * standard * standard) + differences / (df * standard))
    d = copysign(sqrt(squared), gap) if gap else 0.0
    return EffectSize(
        d=d,
        adjusted=d * sqrt(Fraction(sums.n - 2, df)),
        error=error,
        lower=d - Z * error,
        upper=d + Z * error,
        n=sums.n,
        sd_pre=sqrt(one),
        sd_post=sqrt(two),
    )
