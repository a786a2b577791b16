"""Mastery as clients see it."""

from __future__ import annotations

from pydantic import Field

from chalicelib.percents import percent
from chalicelib.scales.palette import shades
from chalicelib.scales.scale import MasteryScale
from chalicelib.web.representation import Representation

from .grid import (
    Cell,
    StandardColumn,
)


class StudentStandardView(Representation):
    """A student's mastery of a standard."""

    standard: str
    """The standard's code. Example: `3.NF.A.1`"""
    level: int | None
    """The level's number, from 1, the lowest; null while there is no mastery. Example: `3`"""
    name: str | None = Field(serialization_alias="level_name")
    """The level's name; null while there is no mastery. Example: `Mastery`"""
    percent: float | None
    """The mastery in percent, for the eye: one decimal, and more where it would belong to another
    level. Null while there is none.

    Example: `87.5`
    """
    share: str | None
    """The mastery as an exact fraction; null while there is none. Example: `7/8`"""
    assessments: int = Field(serialization_alias="assessment_count")
    """How many results are in it. Example: `3`"""
    met: int = Field(serialization_alias="met_count")
    """How many of these results reached mastery. Example: `2`"""
    latest: str | None = Field(serialization_alias="latest_date")
    """The day on which the latest of these tests was given; null while there is none.

    Example: `2026-10-05`
    """
    so_far: int = Field(serialization_alias="so_far_count")
    """How many further results have only some of the standard's questions entered, so that they do
    not count yet.

    Example: `0`
    """

    @classmethod
    def render(cls, cell: Cell, column: StandardColumn, scale: MasteryScale) -> StudentStandardView:
        mastery = cell.mastery
        return cls(
            standard=column.code,
            level=mastery.level,
            name=None if mastery.level is None else scale.names[mastery.level - 1],
            percent=percent(mastery.share, mastery.cuts),
            share=None if mastery.share is None else str(mastery.share),
            assessments=mastery.count,
            met=mastery.met,
            latest=cell.latest or None,
            so_far=cell.so_far,
        )


class MasteryLevelView(Representation):
    """A level of the tracker, with its color."""

    level: int
    """The level's number, from 1, the lowest. Example: `3`"""
    name: str
    """The level's name. Example: `Mastery`"""
    lower: str
    """The percent at which the level begins, as a decimal. Example: `80`"""
    meets: bool
    """Whether the level is mastery."""
    color: str
    """The level's color, as a hexadecimal RGB value: warm below mastery, else blue. Example:
    `#1f6396`"""
    ink_color: str
    """The color of text on it that can be read: black or white. Example: `#ffffff`"""


def show_levels(scale: MasteryScale) -> list[MasteryLevelView]:
    """Render a scale's levels, the lowest first."""
    bounds, shown = ("0", *scale.cuts), shades(scale.levels, scale.meets)
    return [
        MasteryLevelView(
            level=n, name=name, lower=lower, meets=n >= scale.meets, color=color, ink_color=ink
        )
        for n, (name, lower, (color, ink)) in enumerate(
            zip(scale.names, bounds, shown, strict=True), 1
        )
    ]
