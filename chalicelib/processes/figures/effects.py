"""The effect size of paired scores and how sure one can be of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effect:
    """Cohen's d for paired scores with the average variance as standardiser (d_av).

    `error` and the 95 % interval are Bonett's (2008); `adjusted` is d corrected for small samples.
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
        """Tell whether the interval is all on one side of 0."""
        return self.lower > 0 or self.upper < 0
