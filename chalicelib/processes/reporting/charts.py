"""The charts of a finished process, with their contents in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from chalicelib.processes.analytics.formatting import format_part, format_percent
from chalicelib.processes.analytics.growth import Growth, Movement
from chalicelib.processes.analytics.sentences import describe_bar
from chalicelib.processes.reporting.papers import (
    Bar,
    BarGroup,
    LevelsChart,
    MovementChart,
    ReportLevel,
)
from chalicelib.processes.suppression.model import RowPart
from chalicelib.suppression import SuppressionReason

from .measurements import MeasuredLine, MeasuredProcess

if TYPE_CHECKING:
    from chalicelib.percents import Cuts
    from chalicelib.processes.analytics.collection import CollectedRow
    from chalicelib.teams.levels import Levels

MOST_GROUPS = 13
"""Of the chart in a mail: the team and twelve teachers are as much as a phone can show."""

LEVELS_TITLE = "Students at each level"
MOVEMENT_TITLE = "Movement between levels"
WHOLE_TEAM = "Whole team"


def levels_of(levels: Levels) -> tuple[ReportLevel, ...]:
    """Return a team's levels as charts show them."""
    return tuple(
        ReportLevel(
            name=band.name,
            span=levels.span(number),
            color=band.color,
            meets=number >= levels.meets,
        )
        for number, band in enumerate(levels.bands, 1)
    )


def levels_chart(measured: MeasuredProcess, *, most: int | None = None) -> LevelsChart:
    """Return the chart of levels before and after; of too many teachers only the team's."""
    lines = [measured.team, *measured.schools, *measured.teachers]
    if most is not None and len(lines) > most:
        lines = lines[:1]
    return LevelsChart(
        title=LEVELS_TITLE,
        levels=levels_of(measured.levels),
        groups=tuple(_group(measured, line) for line in lines),
        alt=describe_levels(measured),
    )


def movement_chart(measured: MeasuredProcess) -> MovementChart | None:
    """Return the movement table, for five students or more."""
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
    """Return who moved up, who stayed and who moved down, each in a sentence."""
    counts = (movement.up, movement.same, movement.down)
    words = ("moved up at least one level", "stayed at their level", "moved down")
    up, same, down = (
        f"{format_part(count, movement.n)} of the students with both tests {what}."
        for count, what in zip(counts, words, strict=True)
    )
    return up, same, down


def movement_in_numbers(levels: Levels, movement: Movement) -> str:
    """Return every number of the table but those that are 0."""
    names = [band.name for band in levels.bands]
    entries = (
        f"from {names[before]} to {names[after]} {many}"
        for before, row in enumerate(movement.matrix)
        for after, many in enumerate(row)
        if many and before != after
    )
    stayed = (
        f"{names[level]} {row[level]}" for level, row in enumerate(movement.matrix) if row[level]
    )
    return (
        f"{movement.n} students with both tests. "
        f"Stayed: {_join_names(stayed)}. Moved: {_join_names(entries)}."
    )


def describe_levels(measured: MeasuredProcess) -> str:
    """Describe the numbers of the team's bars; those of teachers are in a table."""
    tests = (
        ("Pre-test", RowPart.PRE, measured.team.pre),
        ("Post-test", RowPart.POST, measured.team.post),
    )
    entries = (
        f"{label}, {_describe_bar(measured.levels, side, measured.team.hidden.get(part))}."
        for label, part, side in tests
    )
    return "Students of the team at each level. " + " ".join(entries)


def _describe_bar(levels: Levels, side: CollectedRow, veil: SuppressionReason | None) -> str:
    return (
        _describe_hidden_bar(veil)
        if veil and side.tally.tested
        else describe_bar(side.tally, levels)
    )


def _join_names(entries: Iterable[str]) -> str:
    return ", ".join(entries) or "nobody"


def _group(measured: MeasuredProcess, line: MeasuredLine) -> BarGroup:
    label = line.subject.name or WHOLE_TEAM
    cuts = measured.levels.cuts
    bars = [_bar("Pre-test", line.pre, line.hidden.get(RowPart.PRE), cuts)]
    if measured.post_given:
        bars.append(_bar("Post-test", line.post, line.hidden.get(RowPart.POST), cuts))
    return BarGroup(label=label, bars=tuple(bars))


def _bar(label: str, side: CollectedRow, veil: SuppressionReason | None, cuts: Cuts) -> Bar:
    tally = side.tally
    if not tally.tested:
        return Bar(label=label, note="nobody tested")
    if veil:
        return Bar(label=label, note=_describe_hidden_bar(veil))
    shares = (format_percent(tally.part(number)) for number, _ in enumerate(tally.levels, 1))
    note = f"{tally.tested} tested, average {format_percent(tally.average, cuts)}"
    return Bar(label=label, counts=tally.levels, shares=tuple(shares), note=note)


def _describe_hidden_bar(veil: SuppressionReason) -> str:
    """Describe in a few words that a bar is empty on purpose."""
    return f"not shown: {veil}" if veil == SuppressionReason.FEW else "not shown"
