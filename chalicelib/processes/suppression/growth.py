"""Growth without its hidden parts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from chalicelib.processes.analytics.growth import Growth
from chalicelib.processes.analytics.model import Withheld, WithheldReason
from chalicelib.suppression import SuppressionReason

from .model import Hidden, RowPart

_PROTECTED = Withheld(WithheldReason.PROTECTED, 0)
"""Even their number is hidden."""


def keep_growth_outside(growth: Growth | Withheld, hidden: Hidden) -> Growth | Withheld:
    """Return the growth figures for people who cannot see each student of it."""
    if RowPart.BOTH in hidden:
        return _PROTECTED
    if isinstance(growth, Growth) and {RowPart.GOAL, RowPart.OUTCOME} & hidden.keys():
        return replace(growth, outcome=_PROTECTED)
    return growth


def keep_growth_for_staff(
    growth: Growth | Withheld, hidden: Hidden, schools: Collection[str]
) -> Growth | Withheld:
    """Return growth as all staff may read it; in one school nobody has a part to subtract."""
    return keep_growth_outside(growth, hidden) if len(schools) > 1 else growth


def keep_growth(growth: Growth | Withheld, hidden: Hidden) -> Growth | Withheld:
    """Return the growth figures in papers for people who can see each student of it."""
    if isinstance(growth, Withheld):
        return growth
    if RowPart.BOTH in hidden:
        return _withhold(hidden[RowPart.BOTH], growth.n)
    if {RowPart.GOAL, RowPart.OUTCOME} & hidden.keys():
        return replace(growth, outcome=Withheld(WithheldReason.TOO_FEW, growth.n))
    return growth


def _withhold(why: SuppressionReason, n: int) -> Withheld:
    if why == SuppressionReason.FEW:
        return Withheld(WithheldReason.TOO_FEW, n)
    return _PROTECTED
