"""Growth without what is hidden of it."""

from __future__ import annotations

from dataclasses import replace

from chalicelib.processes.figures.growing import Growth
from chalicelib.processes.figures.model import Reason, Withheld
from chalicelib.suppression import SuppressionReason

from .model import Hidden, Part

_PROTECTED = Withheld(Reason.PROTECTED, 0)
"""Not even how many there are is said."""


def keep_growth_outside(growth: Growth | Withheld, hidden: Hidden) -> Growth | Withheld:
    """Give what may be said of growth to people who may not see each student of it."""
    if Part.BOTH in hidden:
        return _PROTECTED
    if isinstance(growth, Growth) and {Part.GOAL, Part.OUTCOME} & hidden.keys():
        return replace(growth, outcome=_PROTECTED)
    return growth


def keep_growth(growth: Growth | Withheld, hidden: Hidden) -> Growth | Withheld:
    """Give what may be said of growth in papers for people who may see each student of it."""
    if isinstance(growth, Withheld):
        return growth
    if Part.BOTH in hidden:
        return _withheld(hidden[Part.BOTH], growth.n)
    if {Part.GOAL, Part.OUTCOME} & hidden.keys():
        return replace(growth, outcome=Withheld(Reason.TOO_FEW, growth.n))
    return growth


def _withheld(why: SuppressionReason, n: int) -> Withheld:
    if why == SuppressionReason.FEW:
        return Withheld(Reason.TOO_FEW, n)
    return _PROTECTED
