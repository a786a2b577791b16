"""Which characters our fonts draw.

`python -m tests.support.report_fonts` writes the table of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fontTools.ttLib import TTFont

from chalicelib.reports.fonts import fonts


def table() -> str:
    """Write a line for each font: its name, then ranges: `NotoSans 20-7e a0`.

    A bold font must draw what the regular one draws, so that it needs no line.
    """
    lines = (
        f"{name.removesuffix('-Regular')} {write_ranges(list_drawn(name))}\n" for name in regular()
    )
    return "".join(lines)


def regular() -> list[str]:
    return sorted(path.stem for path in fonts().glob("*.ttf") if not path.stem.endswith("-Bold"))


def list_drawn(name: str) -> set[int]:
    """Every code point that a font has a glyph for, apart from controls."""
    with TTFont(fonts() / f"{name}.ttf", lazy=True) as font:
        return {code for code in font.getBestCmap() if code >= ord(" ")}


def write_ranges(codes: set[int]) -> str:
    return " ".join(f"{one:x}-{last:x}" if last > one else f"{one:x}" for one, last in runs(codes))


def runs(codes: set[int]) -> Iterator[tuple[int, int]]:
    known = sorted(codes)
    ends = [each for each, following in pairwise(known) if following > each + 1] + known[-1:]
    starts = known[:1] + [following for each, following in pairwise(known) if following > each + 1]
    return zip(starts, ends, strict=True)


if __name__ == "__main__":
    (fonts() / "coverage.txt").write_text(table(), "ascii")
