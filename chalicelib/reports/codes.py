"""Codes to scan, drawn as one curve: squares beside each other would show seams when printed.

Only the report function carries segno.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

_ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]*")
"""The characters that a QR code holds in five and a half bits each."""

Modules = Sequence[Sequence[int]]
Point = tuple[int, int]


def code_picture(text: str) -> tuple[str, int]:
    """Return a QR code (error level M) of an ASCII text as SVG, and its modules a side."""
    modules = _modules(text)
    many = len(modules)
    curve = "".join(_write_curve(loop) for loop in _outlines(modules))
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {many} {many}'>"
        f"<path fill-rule='evenodd' fill='#000' d='{curve}'/></svg>"
    )
    return svg, many


def _modules(text: str) -> Modules:
    import segno

    head = _ALPHANUMERIC.match(text)
    cut = head.end() if head else 0
    parts: Any = [part for part in (text[:cut], text[cut:]) if part]  # segno's types know one only
    code = segno.make(parts, error="m", micro=False, boost_error=False)
    return [list(row) for row in code.matrix]


def _outlines(modules: Modules) -> Iterator[list[Point]]:
    """Follow the edges between dark and light, the dark at the right hand, until each is closed."""
    edges: dict[Point, list[Point]] = {}
    many = len(modules)

    def dark(x: int, y: int) -> bool:
        return 0 <= x < many and 0 <= y < many and bool(modules[y][x])

    for y in range(many):
        for x in range(many):
            for here, there in _sides(x, y) if dark(x, y) else ():
                neighbor = _beside(here, there)
                if not dark(*neighbor):
                    edges.setdefault(here, []).append(there)
    while edges:
        yield _follow(edges)


def _sides(x: int, y: int) -> tuple[tuple[Point, Point], ...]:
    corners = (x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)
    return tuple(zip(corners, (*corners[1:], corners[0]), strict=True))


def _beside(here: Point, there: Point) -> Point:
    """Return the module at the left side of an edge."""
    (x, y), (x2, y2) = here, there
    if y == y2:
        return (min(x, x2), y - 1 if x2 > x else y)
    return (x if y2 > y else x - 1, min(y, y2))


def _follow(edges: dict[Point, list[Point]]) -> list[Point]:
    start = at = next(iter(edges))
    loop = []
    while True:
        loop.append(at)
        after = edges[at].pop()
        if not edges[at]:
            del edges[at]
        at = after
        if at == start:
            return loop


def _write_curve(loop: list[Point]) -> str:
    """Write a closed curve, without the points that lie on a straight line."""
    corners = [
        point
        for before, point, after in zip(
            loop[-1:] + loop[:-1], loop, loop[1:] + loop[:1], strict=True
        )
        if not (before[0] == point[0] == after[0] or before[1] == point[1] == after[1])
    ]
    return "M" + "L".join(f"{x} {y}" for x, y in corners) + "Z"
