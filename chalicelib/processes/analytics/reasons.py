"""Why a student is in a class's goal, or not, in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chalicelib.percents import Cuts, in_percent
from chalicelib.teams.levels import Levels

from .goals import CLOSE_POINTS, GoalPart
from .sentences import meets_or_above

_ENDINGS = {
    GoalPart.CLOSE: ": preselected",
    GoalPart.ADDED: ": added by the teacher",
    GoalPart.REMOVED: ": taken out by the teacher",
    GoalPart.FAR: "",
}


def describe_part(part: GoalPart, share: Fraction, levels: Levels) -> str:
    """Describe how far a student is below the level to meet, and what follows from it.

    >>> from chalicelib.teams.levels import DEFAULT
    >>> describe_part(GoalPart.CLOSE, Fraction(68, 100), DEFAULT)
    '2 points below Meets: preselected.'
    >>> describe_part(GoalPart.FAR, Fraction(6496, 10000), DEFAULT)
    '5.04 points below Meets.'
    >>> describe_part(GoalPart.PROFICIENT, Fraction(9, 10), DEFAULT)
    'Meets or above already: counts anyway.'
    """
    if part == GoalPart.PROFICIENT:
        return f"{meets_or_above(levels)} already: counts anyway."
    level = levels.bands[levels.meets - 1]
    below = Decimal(level.lower) - in_percent(share, goal_cuts(levels))
    points = f"{below.normalize():f}"
    return f"{points} {'point' if below == 1 else 'points'} below {level.name}{_ENDINGS[part]}."


def goal_cuts(levels: Levels) -> Cuts:
    """Get the percents at which levels begin, and the one from which students are preselected."""
    close = Decimal(levels.bands[levels.meets - 1].lower) - CLOSE_POINTS
    return (*levels.cuts, f"{close:f}") if close > 0 else levels.cuts
