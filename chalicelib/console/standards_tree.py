"""A standards set as a tree to look at: whole where it is small, branch by branch where it is not.

The API returns a set's lines from top to bottom, each with its depth. A line's branch are the
deeper lines right below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from chalicelib.searching import has_words

from .row_pages import RowPage, cut_rows

MOST = 80
"""Lines of a branch that is shown whole; of a larger one, each line leads on."""
Line = Mapping[str, Any]


class TreeStep(NamedTuple):
    """One step through a tree: it opens a branch, shows a line without one, or closes a branch."""

    kind: str
    line: Line | None = None
    standards: int = 0
    """The number of standards that can be selected in a branch."""


@dataclass(frozen=True, slots=True)
class TreePage:
    """The part of a tree that a page shows: a branch from above, and the way to it."""

    trail: Sequence[Line]
    """From the top to the branch that is shown, itself included."""
    steps: Sequence[TreeStep] = ()
    """A branch that is shown whole."""
    branches: RowPage | None = None
    """The lines right below a large branch, each with how much is in it."""
    found: RowPage | None = None
    """The lines that a search found."""


def look_at_tree(lines: Sequence[Line], query: Mapping[str, str]) -> TreePage:
    """Return the page that an address asks for: a search (`text`), or a branch (`under`)."""
    if text := query.get("text", "").strip():
        found = [line for line in lines if has_words(f"{line['code']} {line['statement']}", text)]
        return TreePage((), found=cut_rows(found, query))
    at = next((n for n, each in enumerate(lines) if each["identifier"] == query.get("under")), None)
    branch = lines if at is None else lines[at + 1 : _end(lines, at)]
    trail = [] if at is None else [*_above(lines, at), lines[at]]
    if len(branch) <= MOST:
        return TreePage(trail, steps=list(_steps(branch)))
    return TreePage(trail, branches=cut_rows(_right_below(branch), query))


def _end(lines: Sequence[Line], at: int) -> int:
    """Return where the branch of a line ends."""
    deep = lines[at]["level"]
    later = (n for n in range(at + 1, len(lines)) if lines[n]["level"] <= deep)
    return next(later, len(lines))


def _above(lines: Sequence[Line], at: int) -> list[Line]:
    found: list[Line] = []
    deep = lines[at]["level"]
    for line in reversed(lines[:at]):
        if line["level"] < deep:
            found.insert(0, line)
            deep = line["level"]
    return found


def _count(lines: Sequence[Line]) -> int:
    return sum(1 for line in lines if line["selectable"])


def _right_below(branch: Sequence[Line]) -> list[TreeStep]:
    """Return the uppermost lines of a branch, with how many standards each has below it."""
    found, at = [], 0
    while at < len(branch):
        end = _end(branch, at)
        below = branch[at + 1 : end]
        found.append(TreeStep("branch" if below else "line", branch[at], _count(below)))
        at = end
    return found


def _steps(branch: Sequence[Line]) -> Iterator[TreeStep]:
    open_levels: list[int] = []
    for at, line in enumerate(branch):
        while open_levels and line["level"] <= open_levels[-1]:
            open_levels.pop()
            yield TreeStep("close")
        below = branch[at + 1 : _end(branch, at)]
        if below:
            open_levels.append(line["level"])
        yield TreeStep("open" if below else "line", line, _count(below))
    for _ in open_levels:
        yield TreeStep("close")
