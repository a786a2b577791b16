"""Taking out of the figures for administrators what would tell on a few students (P13).

What is taken out is not there any more for whoever words mail and report: averages are None,
levels are no counts. How many students there are stays: a number of students is no score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from chalicelib.processes.figures.collecting import Collected
from chalicelib.processes.figures.growing import Growth, Outcome
from chalicelib.processes.figures.model import Average, Compared, Kind, Reason, Withheld

from .measured import Line, Measured
from .veils import Part, Sizes, Veiled, Why, is_few, veiled

if TYPE_CHECKING:
    from chalicelib.processes.figures.goals import Goal

_SHOWN = (Part.PRE, Part.POST, Part.BOTH)


def discreet(known: Measured) -> Measured:
    """Give the figures that mail and report may tell."""
    pre, post = (veiled(_sizes(known, part)) for part in (Part.PRE, Part.POST))
    both = veiled(_sizes(known, Part.BOTH), {*_rows(pre), *_rows(post)})
    found = dict(zip(_SHOWN, (pre, post, both), strict=True))
    below = {each.subject.id for each in known.classes if _veils(each, found)}
    return Measured(
        known.levels,
        _told(known.team, found, below),
        tuple(_told(each, found, below) for each in known.teachers),
        tuple(_told(each, found, below) for each in known.classes),
    )


# -- which -----------------------------------------------------------------------------------------


def _sizes(known: Measured, part: Part) -> Sizes:
    classes: dict[str, dict[str, int]] = {}
    for each in known.classes:
        classes.setdefault(each.subject.teacher, {})[each.subject.id] = _many(each, part)
    teachers = {each.subject.id: _many(each, part) for each in known.teachers}
    return Sizes(_many(known.team, part), teachers, classes)


def _many(line: Line, part: Part) -> int:
    if part == Part.BOTH:
        return line.row.matched.pre.n
    return (line.pre if part == Part.PRE else line.post).tally.tested


def _rows(found: Veiled) -> Iterator[str]:
    yield from found.teachers
    yield from found.classes


def _veils(line: Line, found: dict[Part, Veiled]) -> dict[Part, Why]:
    def why(rows: Veiled) -> Why | None:
        if line.subject.kind == Kind.TEAM:
            return rows.team
        of_kind = rows.teachers if line.subject.kind == Kind.TEACHER else rows.classes
        return of_kind.get(line.subject.id)

    return {part: reason for part, rows in found.items() if (reason := why(rows))}


def _of_goal(line: Line, veils: dict[Part, Why], below: set[str]) -> dict[Part, Why]:
    """Say what of a goal is blank: it may be of fewer classes than its row is of."""
    goal, outcome = line.goal, line.outcome
    if goal is None:
        return {}
    found: dict[Part, Why] = {}
    if why := _why(line, goal, veils.get(Part.PRE), goal.tested, line.pre, below):
        found[Part.GOAL] = why
    tested = outcome.tested if isinstance(outcome, Outcome) else 0
    if why := _why(line, goal, veils.get(Part.POST), tested, line.post, below):
        found[Part.OUTCOME] = why
    return found


def _why(
    line: Line, goal: Goal, row: Why | None, tested: int, side: Collected, below: set[str]
) -> Why | None:
    """Say why a goal's figures on one test are blank; `row` is why the row's are."""
    if is_few(tested):
        return Why.FEW
    if row or set(goal.subject.classes) == set(line.subject.classes):
        return row
    told_apart = is_few(side.tally.tested - tested) or below & set(line.subject.classes)
    return Why.OTHERS if told_apart else None


# -- taking out ------------------------------------------------------------------------------------


def _told(line: Line, found: dict[Part, Veiled], below: set[str]) -> Line:
    """Give a row without what is not to be told."""
    veils = _veils(line, found)
    veils |= _of_goal(line, veils, below)
    return replace(
        line,
        pre=_blank(line.pre) if Part.PRE in veils else line.pre,
        post=_blank(line.post) if Part.POST in veils else line.post,
        row=replace(
            line.row,
            tested=_without(line.row.tested, pre=Part.PRE in veils, post=Part.POST in veils),
            matched=_without(line.row.matched, pre=Part.BOTH in veils, post=Part.BOTH in veils),
        ),
        goal=_aimless(line.goal) if line.goal and Part.GOAL in veils else line.goal,
        growth=_growth(line, veils),
        veils=veils,
    )


def _blank(side: Collected) -> Collected:
    return replace(side, tally=replace(side.tally, average=None, levels=()))


def _without(both: Compared, *, pre: bool, post: bool) -> Compared:
    return Compared(
        Average(None, both.pre.n) if pre else both.pre,
        Average(None, both.post.n) if post else both.post,
        None if pre or post else both.change,
    )


def _aimless(goal: Goal) -> Goal:
    return replace(goal, tested=0, proficient=0, close=0, added=0, removed=0)


def _growth(line: Line, veils: dict[Part, Why]) -> Growth | Withheld:
    growth = line.growth
    if isinstance(growth, Withheld):
        return growth
    if Part.BOTH in veils:
        return Withheld(Reason.TOO_FEW, growth.n)
    if {Part.GOAL, Part.OUTCOME} & veils.keys():
        return replace(growth, outcome=Withheld(Reason.TOO_FEW, growth.n))
    return growth
