"""The tables of a finished process: results of team, teachers and classes; goals, and their end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.processes.analytics.formatting import (
    format_compared_percent,
    format_decimal,
    format_n,
    format_percent,
    format_point_change,
    format_relative_change,
)
from chalicelib.processes.analytics.growth import GoalOutcome, Growth
from chalicelib.processes.analytics.model import (
    ComparedAverages,
    SubjectKind,
    Withheld,
    WithheldReason,
)
from chalicelib.processes.analytics.sentences import (
    ROUNDED,
    describe_confirmed,
    describe_unpaired,
    describe_withheld,
    meets_or_above,
)
from chalicelib.processes.reporting.papers import CoverFigure, GoalRow, Measure, ResultRow
from chalicelib.processes.reporting.papers import ReportGrowth as GrowthTold
from chalicelib.processes.suppression.model import RowPart, in_words
from chalicelib.suppression import SuppressionReason

from .charts import WHOLE_TEAM
from .measurements import MeasuredLine, MeasuredProcess, sign_of

if TYPE_CHECKING:
    from fractions import Fraction

    from chalicelib.percents import Cuts
    from chalicelib.processes.analytics.collection import Tally
    from chalicelib.processes.analytics.effects import EffectSize
    from chalicelib.processes.analytics.goals import Goal


def result(line: MeasuredLine, cuts: Cuts) -> ResultRow:
    """Return a row of results; missing values are blank."""
    pre, post = line.pre.tally, line.post.tally
    both, change = line.row.matched, line.row.matched.change
    return ResultRow(
        label=line.subject.name or WHOLE_TEAM,
        under=_under(line),
        note=in_words(line.hidden),
        pre_tested=_count(line.pre.activated, pre.tested),
        pre_absent=_count(line.pre.activated, pre.absent),
        pre_average=share(pre.average, cuts),
        pre_meets=meets(pre),
        post_tested=_count(line.post.activated, post.tested),
        post_absent=_count(line.post.activated, post.absent),
        post_average=share(post.average, cuts),
        post_meets=meets(post),
        matched=str(both.pre.n) if both.pre.n else "",
        points=format_point_change(change.points) if change else "",
        percent=format_relative_change(change) if change and change.relative is not None else "",
        sign=sign_of(change.points if change else None),
    )


def legend(measured: MeasuredProcess) -> str:
    """Return the meanings of the columns of results, and which students are in no change."""
    enough = meets_or_above(measured.levels)
    change = (
        "Change: students with both tests (n); in the row of a teacher or class, students who took "
        "both there."
    )
    entries = (
        "Tested: students with a complete result, and in parentheses how many were absent.",
        f"{measured.meets_name}: share of those tested who score {enough}.",
        *(
            (change, ROUNDED, describe_unpaired(measured.team.unpaired))
            if measured.post_given
            else ()
        ),
    )
    return " ".join(filter(None, entries))


def share(average: Fraction | None, cuts: Cuts) -> str:
    """Return a share; nothing where there is none."""
    return format_percent(average, cuts) if average is not None else ""


def meets(tally: Tally) -> str:
    """Return which part of the tested is at or above the level that meets; nothing where hidden."""
    from fractions import Fraction

    if tally.average is None:
        return ""
    return format_percent(Fraction(tally.proficient, tally.tested))


def _count(activated: int, many: int) -> str:
    return str(many) if activated else ""


# -- goals ---------------------------------------------------------------------------------------


def goal_rows(measured: MeasuredProcess) -> list[GoalRow]:
    """Return the goals of the team, its teachers, and their classes if several; with outcome."""
    if measured.team.goal is None:
        return []
    rows = [goal_row(measured.team, measured.team.goal)]
    for teacher in measured.teachers:
        if teacher.goal is None:
            rows.append(GoalRow(label=teacher.subject.name, outcome="No goal was set"))
            continue
        rows.append(goal_row(teacher, teacher.goal))
        own = [each for each in measured.classes if each.subject.teacher == teacher.subject.id]
        if len(own) > 1:
            rows += [goal_row(each, each.goal) for each in own if each.goal is not None]
    return rows


def goal_row(line: MeasuredLine, goal: Goal) -> GoalRow:
    """Return a goal and its outcome."""
    outcome = line.outcome
    reached = outcome.reached if isinstance(outcome, GoalOutcome) else None
    return GoalRow(
        label=line.subject.name or WHOLE_TEAM,
        under=". ".join(filter(None, (_under(line), _format_confirmed(goal)))),
        baseline=_beside(goal.baseline, goal.target),
        target=_beside(goal.target, reached if reached is not None else goal.baseline),
        result=_beside(reached, goal.target),
        outcome=_explain_blank_goal(line) or _came(outcome),
        met=outcome.met if isinstance(outcome, GoalOutcome) else None,
    )


def _under(line: MeasuredLine) -> str:
    return line.subject.teacher_name if line.subject.kind == SubjectKind.CLASS else ""


def _beside(one: Fraction | None, other: Fraction | None) -> str:
    return format_compared_percent(one, other) if one is not None else ""


def _format_confirmed(goal: Goal) -> str:
    """Format how far teachers confirmed a goal; of a class, only where its teacher did not."""
    if goal.subject.kind == SubjectKind.CLASS:
        return "As preselected" if goal.classes and not goal.chosen else ""
    return describe_confirmed(goal)


def _explain_blank_goal(line: MeasuredLine) -> str:
    """Return why a goal's figures are blank, where they are."""
    why = line.hidden.get(RowPart.GOAL) or line.hidden.get(RowPart.OUTCOME)
    return f"Not shown: {why}" if why else ""


def _came(outcome: GoalOutcome | Withheld) -> str:
    if isinstance(outcome, Withheld):
        return f"Not known: {_why_not(outcome)}"
    goal, word = outcome.goal, "Met" if outcome.met else "Not met"
    return (
        f"{word}: {outcome.proficient} of {outcome.tested} students; "
        f"the goal was {goal.aimed} of {goal.tested}"
    )


def _why_not(withheld: Withheld) -> str:
    if withheld.reason == WithheldReason.TOO_FEW:
        return f"{SuppressionReason.FEW if withheld.n else 'no students'} have both tests"
    if withheld.reason == WithheldReason.PROTECTED:
        return f"not shown, {SuppressionReason.OTHERS}"
    return "no student of its classes took the pre-test"


# -- growth --------------------------------------------------------------------------------------


def growth(measured: MeasuredProcess) -> GrowthTold:
    """Return the measures of the team's growth, or why there are none."""
    facts = measured.team.growth
    if isinstance(facts, Withheld):
        return GrowthTold(withheld=describe_withheld(facts))
    return GrowthTold(measures=(_gain(facts), _effect(facts)))


def _gain(facts: Growth) -> Measure:
    name = f"Normalized gain of the averages (Hake; {format_n(facts.n)})"
    if isinstance(facts.gain, Withheld):
        return Measure(name=name, value="", meaning=describe_withheld(facts.gain))
    if facts.gain < 0:
        meaning = "A loss: the average is further from full points than before."
    elif facts.gain == 0:
        meaning = "The average did not change."
    else:
        meaning = f"The gain is {format_percent(facts.gain)} of the possible gain."
    return Measure(name=name, value=format_decimal(float(facts.gain)), meaning=meaning)


def _effect(facts: Growth) -> Measure:
    name = f"Effect size (Cohen's d, paired; {format_n(facts.n)})"
    if isinstance(facts.effect, Withheld):
        return Measure(name=name, value="", meaning=describe_withheld(facts.effect))
    effect = facts.effect
    d, lower, upper = map(format_decimal, (effect.d, effect.lower, effect.upper))
    value = f"{d} ({lower} to {upper})"
    return Measure(name=name, value=value, meaning=_sure(effect))


def _sure(effect: EffectSize) -> str:
    """Return the meaning of the 95% interval in brackets."""
    if not effect.clear:
        return "The 95% interval includes 0: chance alone can explain the change."
    side, what = ("above", "gain") if effect.d > 0 else ("below", "loss")
    return f"The whole 95% interval is {side} 0: chance alone is unlikely to explain the {what}."


# -- the cover -----------------------------------------------------------------------------------


def figures(measured: MeasuredProcess) -> tuple[CoverFigure, ...]:
    """Return the large numbers of the cover, each with its n."""
    team = measured.team
    both = team.row.matched
    cuts, name = measured.levels.cuts, meets_or_above(measured.levels)
    entries = [
        _average("Pre-test average", team.pre.tally, cuts),
        _average("Post-test average", team.post.tally, cuts),
        CoverFigure(
            label="Change, both tests",
            value=points(both) or ("" if RowPart.BOTH in team.hidden else "Not known"),
            note=_change_of(both, cuts),
        ),
        _proficient(f"{name}, before", team.pre.tally),
        _proficient(f"{name}, after", team.post.tally),
    ]
    return tuple(figure for figure in entries if figure.value)


def points(compared: ComparedAverages) -> str:
    """Return a change with its unit; nothing where there is none."""
    return f"{format_point_change(compared.change.points)} points" if compared.change else ""


def _change_of(both: ComparedAverages, cuts: Cuts) -> str:
    """Return the students that a change is about, with their two averages."""
    of = f"{both.pre.n} with both tests"
    if not both.change:
        return of
    return f"{share(both.pre.share, cuts)} to {share(both.post.share, cuts)}, {of}"


def _average(label: str, tally: Tally, cuts: Cuts) -> CoverFigure:
    return CoverFigure(label=label, value=share(tally.average, cuts), note=f"{tally.tested} tested")


def _proficient(label: str, tally: Tally) -> CoverFigure:
    note = f"{tally.proficient} of {tally.tested} students"  # of no value, no note is shown
    return CoverFigure(label=label, value=meets(tally), note=note)
