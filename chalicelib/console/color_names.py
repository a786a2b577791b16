"""Colors in words: what a color says, a screen also says without it."""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import rgb_to_hls
from types import MappingProxyType

_OURS: Mapping[str, str] = MappingProxyType(
    {
        "#8c2d04": "brown",
        "#c24b10": "dark orange",
        "#e56e19": "strong orange",
        "#e6812f": "orange",
        "#eca354": "light orange",
        "#f1c27d": "pale orange",
        "#d1e7f4": "pale blue",
        "#a6cee3": "light blue",
        "#7bb8de": "sky blue",
        "#398ac4": "blue",
        "#1f6396": "dark blue",
    }
)
"""Names of the palette's colors, so that no two that stand together have the same."""
_HUES = (
    (15, "red"),
    (45, "orange"),
    (70, "yellow"),
    (165, "green"),
    (195, "turquoise"),
    (255, "blue"),
    (290, "purple"),
    (345, "pink"),
    (360, "red"),
)
"""Up to which angle of the color circle a hue has its name."""
_GRAY, _BLACK, _WHITE = 0.12, 0.08, 0.95
_SHADES = ((0.38, "dark "), (0.68, ""), (0.85, "light "), (1.0, "pale "))


def name_color(color: str) -> str:
    """Name a color that is written as in style sheets.

    >>> name_color("#8c2d04"), name_color("#2e7d32"), name_color("#ffffff"), name_color("#bbbbbb")
    ('brown', 'dark green', 'white', 'light gray')
    """
    if color in _OURS:
        return _OURS[color]
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, lightness, saturation = rgb_to_hls(red, green, blue)
    if lightness <= _BLACK or lightness >= _WHITE:
        return "black" if lightness <= _BLACK else "white"
    shade = next(name for most, name in _SHADES if lightness <= most)
    if saturation < _GRAY:
        return f"{shade}gray"
    return shade + next(name for most, name in _HUES if hue * 360 <= most)
