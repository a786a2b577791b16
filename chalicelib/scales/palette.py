"""Colors for levels where nobody chose any: apart in hue and in gray, for 2 to 6 levels.

Levels that do not meet are warm, those that do are blue; either is darker the farther it is from
the line between them. Any two levels have a contrast of at least 1.25 (WCAG 2), so that they differ
on paper and to people who see no colors.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
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


def colors(many: int, meets: int) -> tuple[str, ...]:
    """Return a color for each of 2 to 6 levels, of which `meets` (from 2) begins to be enough.

    >>> colors(3, 3)
    ('#8c2d04', '#e6812f', '#1f6396')
    """
    return (*_WARM[meets - 1], *_BLUE[many - meets + 1])


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, 1 to 21 (WCAG 2.2, *contrast ratio*).

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]  # noqa: PLR2004
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def ink_on(color: str) -> str:
    """Return the color of text that can be read on a color: black or white, at least 4.5 (WCAG 2).

    >>> ink_on("#a6cee3"), ink_on("#8c2d04")
    ('#000000', '#ffffff')
    """
    return max("#000000", "#ffffff", key=lambda ink: contrast(ink, color))


def shades(many: int, meets: int) -> list[tuple[str, str]]:
    """Return each level's color and that of text on it, the lowest level first.

    >>> shades(2, 2)
    [('#e6812f', '#000000'), ('#1f6396', '#ffffff')]
    """
    return [(color, ink_on(color)) for color in colors(many, meets)]
