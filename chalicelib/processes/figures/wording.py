"""Goals and growth in sentences that an administrator reads once."""

from __future__ import annotations

from chalicelib.teams.levels import Levels

from .effects import Effect
from .goals import Goal
from .growing import Growth, Movement, Outcome
from .model import Withheld


def goal_sentence(
    goal: Goal, levels: Levels, *, whose: str = "", by: str = "", measure: str = ""
) -> str:
    """Write a SMART goal out. `whose` is the class's name if not given; `by` a date in words."""
    raise NotImplementedError


def growth_in_words(growth: Growth | Withheld) -> str:
    """Say in one or two sentences how the average changed. A decline is called one."""
    raise NotImplementedError


def movement_in_words(movement: Movement) -> str:
    """Say how many moved up, stayed and moved down."""
    raise NotImplementedError


def effect_in_words(effect: Effect | Withheld) -> str:
    """Say the effect size with its name, its interval and its n, or why there is none."""
    raise NotImplementedError


def outcome_in_words(outcome: Outcome | Withheld) -> str:
    """Say whether a goal was met."""
    raise NotImplementedError
