"""How several results become one mastery, as a district or a tracker sets it (T5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, Field

from chalicelib.frozen_models import StrictModel

_WEIGHT = re.compile(r"0?\.\d{1,2}|[01](\.\d{1,2})?")

_NUMBER = str | int | float


class CalculationMethod(StrEnum):
    """How several results become one mastery."""

    MOST_RECENT = "most_recent"
    """The latest result counts, by the day on which the test was given."""
    HIGHEST = "highest"
    """The best result counts."""
    AVERAGE = "average"
    """The mean of all results counts."""
    MODE = "mode"
    """The level that occurs most often counts; of several, the higher."""
    DECAYING_AVERAGE = "decaying_average"
    """Later results weigh more than earlier ones."""
    N_TIMES = "n_times"
    """Mastery is reached when a number of results reach it."""


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


class Calculation(StrictModel):
    """How several results on a standard become one mastery."""

    method: CalculationMethod = CalculationMethod.MOST_RECENT
    """How several results become one mastery."""
    weight: Annotated[str, BeforeValidator(read_weight)] = "0.65"
    """How much the latest result weighs, from 0.50 to 1.00; for `decaying_average`.

    Example: `0.65`
    """
    times: Annotated[int, Field(ge=1, le=10)] = 3
    """How many results must reach mastery; for `n_times`. Example: `3`"""

    @property
    def rule(self) -> str:
        """The rule in a sentence or two, and where it matters the order of two tests of one day."""
        return _RULES[self.method].format(weight=self.weight, times=self.times)


_RULES: Mapping[CalculationMethod, str] = {
    CalculationMethod.MOST_RECENT: f"The most recent result counts, {_BY_DAY}",
    CalculationMethod.HIGHEST: "The highest result counts.",
    CalculationMethod.AVERAGE: "The average of all results counts.",
    CalculationMethod.MODE: "The level reached most often counts; of two as frequent, "
    "the higher one.",
    CalculationMethod.DECAYING_AVERAGE: "Each newer result has the weight {weight}, all "
    f"before it together the rest, {_BY_DAY}",
    CalculationMethod.N_TIMES: "The average of the results at mastery counts, once there are "
    "{times} of them.",
}
