"""The charts of a finished process, and what they show in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from chalicelib.processes.figures.growing import Growth, Movement
from chalicelib.processes.figures.saying import say_part, say_percent
from chalicelib.processes.figures.wording import bar_in_words
from chalicelib.processes.suppression.model import Part
from chalicelib.reports.model import Bar, Group, Level, LevelsChart, MovementChart
from chalicelib.suppression import SuppressionReason

from .measured import Line, Measured

if TYPE_CHECKING:
    from chalicelib.percents import Cuts
    from chalicelib.processes.figures.collecting import Collected
    from chalicelib.teams.levels import Levels

MOST_GROUPS = 13
"""Of the chart in a mail: the team and twelve teachers are as much as a phone can show."""

LEVELS_TITLE = "Students at each level"
MOVEMENT_TITLE = "Movement between levels"
WHOLE_TEAM = "Whole team"


def levels_of(levels: Levels) -> tuple[Level, ...]:
    """Give a team's levels as charts show them."""
    return tuple(
        Level(
            name=band.name,
            span=levels.span(number),
            colour=band.colour,
            meets=number >= levels.meets,
        )
        for number, band in enumerate(levels.bands, 1)
    )


def levels_chart(measured: Measured, *, most: int | None = None) -> LevelsChart:
    """Give the chart of levels before and after; of too many teachers only the team's."""
    lines = [measured.team, *measured.schools, *measured.teachers]
    if most is not None and len(lines) > most:
        lines = lines[:1]
    return LevelsChart(
        title=LEVELS_TITLE,
        levels=levels_of(measured.levels),
        groups=tuple(_group(measured, line) for line in lines),
        alt=levels_in_words(measured),
    )


def movement_chart(measured: Measured) -> MovementChart | None:
    """Give the table of who moved where, of five students and more."""
    growth = measured.team.growth
    if not isinstance(growth, Growth):
        return None
    movement = growth.movement
    up, same, down = moves(movement)
    return MovementChart(
        title=MOVEMENT_TITLE,
        levels=levels_of(measured.levels),
        counts=movement.matrix,
        up=up,
        same=same,
        down=down,
        alt=movement_in_numbers(measured.levels, movement),
    )


def moves(movement: Movement) -> tuple[str, str, str]:
    """Say who moved up, who stayed and who moved down, each in a sentence."""
    counts = (movement.up, movement.same, movement.down)
    words = ("moved up at least one level", "stayed at their level", "moved down")
    up, same, down = (
        f"{say_part(count, movement.n)} of the students with both tests {what}."
        for count, what in zip(counts, words, strict=True)
    )
    return up, same, down


def movement_in_numbers(levels: Levels, movement: Movement) -> str:
    """Say every number of the table but those that are 0."""
    names = [band.name for band in levels.bands]
    told = (
        f"from {names[before]} to {names[after]} {many}"
        for before, row in enumerate(movement.matrix)
        for after, many in enumerate(row)
        if many and before != after
    )
    stayed = (
        f"{names[level]} {row[level]}" for level, row in enumerate(movement.matrix) if row[level]
    )
    return (
        f"{movement.n} students with both tests. Stayed: {_listed(stayed)}. Moved: {_listed(told)}."
    )


def levels_in_words(measured: Measured) -> str:
    """Say the numbers of the team's bars; those of teachers stand in a table."""
    tests = (
        ("Pre-test", Part.PRE, measured.team.pre),
        ("Post-test", Part.POST, measured.team.post),
    )
    told = (
        f"{label}, {_bar_in_words(measured.levels, side, measured.team.veils.get(part))}."
        for label, part, side in tests
    )
    return "Students of the team at each level. " + " ".join(told)


def _bar_in_words(levels: Levels, side: Collected, veil: SuppressionReason | None) -> str:
    return _unshown(veil) if veil and side.tally.tested else bar_in_words(side.tally, levels)


def _listed(told: Iterable[str]) -> str:
    return ", ".join(told) or "nobody"


def _group(measured: Measured, line: Line) -> Group:
    label = line.subject.name or WHOLE_TEAM
    cuts = measured.levels.cuts
    bars = [_bar("Pre-test", line.pre, line.veils.get(Part.PRE), cuts)]
    if measured.post_given:
        bars.append(_bar("Post-test", line.post, line.veils.get(Part.POST), cuts))
    return Group(label=label, bars=tuple(bars))


def _bar(label: str, side: Collected, veil: SuppressionReason | None, cuts: Cuts) -> Bar:
    tally = side.tally
    if not tally.tested:
        return Bar(label=label, note="nobody tested")
    if veil:
        return Bar(label=label, note=_unshown(veil))
    shares = (say_percent(tally.part(number)) for number, _ in enumerate(tally.levels, 1))
    note = f"{tally.tested} tested, average {say_percent(tally.average, cuts)}"
    return Bar(label=label, counts=tally.levels, shares=tuple(shares), note=note)


def _unshown(veil: SuppressionReason) -> str:
    """Say in a few words that a bar is empty on purpose."""
    return f"not shown: {veil}" if veil == SuppressionReason.FEW else "not shown"
