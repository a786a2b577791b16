"""The removal of figures that suppression hides, before mail and report are worded (P13, P16).

Removed figures are gone for the code that words mail and report: averages are None, levels have no
counts. Papers for people who may see each student keep the numbers of students, which are no
scores. For all others the numbers of the team are hidden as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from chalicelib.processes.analytics.collection import CollectedRow
from chalicelib.processes.analytics.growth import GoalOutcome
from chalicelib.processes.analytics.model import Average, ComparedAverages, SubjectKind
from chalicelib.processes.suppression.census import (
    hide_goal,
    hide_outside,
    hide_rows,
    hide_team,
    take_census,
)
from chalicelib.processes.suppression.growth import keep_growth, keep_growth_outside
from chalicelib.processes.suppression.model import RowPart, RowsHidden
from chalicelib.suppression import SuppressionReason

from .measurements import MeasuredLine, MeasuredProcess

if TYPE_CHECKING:
    from chalicelib.processes.analytics.goals import Goal


def redact(known: MeasuredProcess) -> MeasuredProcess:
    """Return the figures of mail and report for people who may see each student in them."""
    return _without_hidden(known, outside=False)


def redact_outside(known: MeasuredProcess) -> MeasuredProcess:
    """Return the figures of a mail for administrators of some of the schools."""
    return _without_hidden(known, outside=True)


def _without_hidden(known: MeasuredProcess, *, outside: bool) -> MeasuredProcess:
    census = take_census(known.scores, known.levels, known.rules)
    rows = hide_rows(census)
    goal = known.team.goal
    aiming = goal.subject.classes if goal else ()
    team = hide_outside(census, aiming) if outside else hide_team(census)
    below = {each.subject.id for each in known.classes if _find_hidden_parts(each, rows)}

    def of_row(line: MeasuredLine) -> MeasuredLine:
        hidden = _find_hidden_parts(line, rows)
        return _hide_parts(line, hidden | _of_goal(line, hidden, below))

    if outside:
        growth = keep_growth_outside(known.team.growth, team)
        whole = replace(_hide_parts(known.team, team), growth=growth)
    else:
        whole = _hide_parts(known.team, team | _of_goal(known.team, team, below))
    return replace(
        known,
        team=replace(whole, unpaired=() if outside else whole.unpaired),
        schools=tuple(map(of_row, known.schools)),
        teachers=tuple(map(of_row, known.teachers)),
        classes=tuple(map(of_row, known.classes)),
    )


# -- which -----------------------------------------------------------------------------------------


def _find_hidden_parts(
    line: MeasuredLine, found: Mapping[RowPart, RowsHidden]
) -> dict[RowPart, SuppressionReason]:
    """Return a row's hidden parts. A teacher's row is of classes at one school, or at several."""

    def why(rows: RowsHidden) -> SuppressionReason | None:
        about = line.subject
        if about.kind == SubjectKind.SCHOOL:
            return rows.schools.get(about.id)
        if about.kind == SubjectKind.CLASS:
            return rows.classes.get(about.id)
        return _of_teacher(line, rows)

    return {part: reason for part, rows in found.items() if (reason := why(rows))}


def _of_teacher(line: MeasuredLine, rows: RowsHidden) -> SuppressionReason | None:
    """Return why a teacher's row is hidden: it is of their classes at one school, or at several."""
    if len(line.schools) == 1:
        return rows.cells.get((line.schools[0], line.subject.id))
    return rows.teachers.get(line.subject.id)


def _of_goal(
    line: MeasuredLine, hidden: dict[RowPart, SuppressionReason], below: set[str]
) -> dict[RowPart, SuppressionReason]:
    """Return the hidden parts of a goal: it may be of fewer classes than its row."""
    goal, outcome = line.goal, line.outcome
    if goal is None:
        return {}
    tested = outcome.tested if isinstance(outcome, GoalOutcome) else 0
    found = {
        RowPart.GOAL: (hidden.get(RowPart.PRE), goal.tested, line.pre),
        RowPart.OUTCOME: (hidden.get(RowPart.POST), tested, line.post),
    }
    classes = line.subject.classes
    return {
        part: why
        for part, (row, some, side) in found.items()
        if (why := hide_goal(goal.subject.classes, some, row, classes, side.tally.tested, below))
    }


# -- taking out ------------------------------------------------------------------------------------


def _hide_parts(line: MeasuredLine, hidden: dict[RowPart, SuppressionReason]) -> MeasuredLine:
    """Return a row without its hidden parts."""
    return replace(
        line,
        pre=_blank(line.pre) if RowPart.PRE in hidden else line.pre,
        post=_blank(line.post) if RowPart.POST in hidden else line.post,
        row=replace(
            line.row,
            tested=without(line.row.tested, pre=RowPart.PRE in hidden, post=RowPart.POST in hidden),
            matched=without(
                line.row.matched, pre=RowPart.BOTH in hidden, post=RowPart.BOTH in hidden
            ),
        ),
        goal=_aimless(line.goal) if line.goal and RowPart.GOAL in hidden else line.goal,
        growth=keep_growth(line.growth, hidden),
        hidden=hidden,
    )


def _blank(side: CollectedRow) -> CollectedRow:
    return replace(side, tally=replace(side.tally, average=None, levels=()))


def without(both: ComparedAverages, *, pre: bool, post: bool) -> ComparedAverages:
    """Return two averages without those that are hidden."""
    return ComparedAverages(
        Average(None, both.pre.n) if pre else both.pre,
        Average(None, both.post.n) if post else both.post,
        None if pre or post else both.change,
    )


def _aimless(goal: Goal) -> Goal:
    return replace(goal, tested=0, proficient=0, close=0, added=0, removed=0)
