"""Figures of a process, as several screens show them."""

from __future__ import annotations

from pydantic import Field

from chalicelib.percents import Cuts
from chalicelib.processes.analytics.formatting import format_point_change, format_relative_change
from chalicelib.processes.analytics.model import AverageChange
from chalicelib.processes.analytics.model import ComparedAverages as Pair
from chalicelib.processes.views import (
    MeanView,
    mean_view,
    percent_or_none,
    round_percent,
)
from chalicelib.web.representation import Representation


class AverageChangeView(Representation):
    """The change from pre- to post-test."""

    points: float
    """The change in percentage points; below 0 a loss. Example: `12`"""
    relative: float | None
    """The change relative to the pre-test, in percent; null when the pre-test's average is 0.

    Example: `20`
    """
    short: str = Field(serialization_alias="short_text")
    """The change in percentage points, with its sign; a loss has a minus sign, no change has none.
    Example: `+12.5`
    """
    said: str = Field(serialization_alias="text")
    """The change in words. Example: `+12 points`"""
    said_relative: str = Field(serialization_alias="relative_text")
    """The relative change in words; says so when there is none. Example: `+20%`"""


class SideBySideView(Representation):
    """Two averages side by side."""

    pre: MeanView | None
    """The pre-test's average; null where it is hidden from an administrator who sees a part."""
    post: MeanView | None
    """The post-test's average; null where it is hidden from an administrator who sees a part."""
    change: AverageChangeView | None
    """The change from one to the other; null when one of them is missing."""


def side_by_side(
    pair: Pair, cuts: Cuts, *, pre: bool = False, post: bool = False
) -> SideBySideView:
    """Get two averages and what changed between them; `pre`, `post`: without it, it is hidden."""
    return SideBySideView(
        pre=None if pre else mean_view(pair.pre, cuts),
        post=None if post else mean_view(pair.post, cuts),
        change=None if pre or post else change_view(pair.change),
    )


def change_view(change: AverageChange | None) -> AverageChangeView | None:
    """Return a change with its sign."""
    if change is None:
        return None
    return AverageChangeView(
        points=round_percent(change.points),
        relative=percent_or_none(change.relative),
        short=format_point_change(change.points),
        said=f"{format_point_change(change.points)} percentage points",
        said_relative=format_relative_change(change),
    )


PATH = "/v1/processes/{process_id}"
