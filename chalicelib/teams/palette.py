"""Colours for levels when a team chooses none: apart in hue and in grey, for 2 to 6 levels.

Levels that do not meet are warm, those that do are blue; either is darker the farther it is from
the line between them. Any two levels have a contrast of at least 1.25 (WCAG 2), so that they differ
on paper and to people who see no colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_WARM: Mapping[int, tuple[str, ...]] = MappingProxyType(
    {
        1: ("#e6812f",),
        2: ("#8c2d04", "#e6812f"),
        3: ("#8c2d04", "#c24b10", "#e6812f"),
        4: ("#8c2d04", "#c24b10", "#e56e19", "#eca354"),
        5: ("#8c2d04", "#c24b10", "#e56e19", "#eca354", "#f1c27d"),
    }
)
"""By how many levels do not meet, the lowest first."""

_BLUE: Mapping[int, tuple[str, ...]] = MappingProxyType(
    {
        1: ("#1f6396",),
        2: ("#a6cee3", "#1f6396"),
        3: ("#a6cee3", "#398ac4", "#1f6396"),
        4: ("#a6cee3", "#7bb8de", "#398ac4", "#1f6396"),
        5: ("#d1e7f4", "#a6cee3", "#7bb8de", "#398ac4", "#1f6396"),
    }
)
"""By how many levels meet, the lowest first."""


def colours(many: int, meets: int) -> tuple[str, ...]:
    """Give a colour for each of 2 to 6 levels, of which `meets` (from 2) begins to be enough.

    >>> colours(3, 3)
    ('#8c2d04', '#e6812f', '#1f6396')
    """
    return (*_WARM[meets - 1], *_BLUE[many - meets + 1])
