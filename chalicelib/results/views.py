"""Levels of results as clients see them."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from chalicelib.percents import part_of
from chalicelib.scales.palette import shades
from chalicelib.scales.scale import MasteryScale
from chalicelib.web.representation import Representation

from .summary import at_level


class LevelCountView(Representation):
    """A mastery level, and how many students reached it.

    Students count once everything is entered for them.
    """

    level: int
    """The level's number, from 1, the lowest. Example: `3`"""
    name: str
    """The level's name. Example: `Mastery`"""
    begins: str = Field(serialization_alias="lower")
    """The percent at which the level begins, as a decimal. Example: `80`"""
    meets: bool
    """Whether the level is mastery."""
    color: str
    """The level's color, as a hexadecimal RGB value: warm below mastery, else blue. Example:
    `#1f6396`"""
    ink_color: str
    """The color of text on it that can be read: black or white. Example: `#ffffff`"""
    students: int = Field(serialization_alias="student_count")
    """How many students reached it. Example: `14`"""
    percent: float | None
    """The share of the students with everything entered, in percent; null if there are none.

    Example: `58.3`
    """


def level_views(scale: MasteryScale, counts: Sequence[int]) -> list[LevelCountView]:
    """Render the levels of a scale; `counts` are of students per level, empty for nobody."""
    every, shown = sum(counts), shades(scale.levels, scale.meets)
    return [
        LevelCountView(
            level=n,
            name=name,
            begins=begins,
            meets=n >= scale.meets,
            color=shown[n - 1][0],
            ink_color=shown[n - 1][1],
            students=at_level(counts, n - 1),
            percent=part_of(at_level(counts, n - 1), every),
        )
        for n, (name, begins) in enumerate(zip(scale.names, ("0", *scale.cuts), strict=True), 1)
    ]
