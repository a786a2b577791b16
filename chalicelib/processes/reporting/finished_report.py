"""The finished report of a process, worded (P13). No student is named by any figure of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.processes.analytics.growth import GoalOutcome
from chalicelib.processes.analytics.model import Withheld
from chalicelib.processes.analytics.sentences import (
    ROUNDED,
    SCORED_APART,
    describe_growth,
    describe_outcome,
    goal_sentence,
    meets_or_above,
)
from chalicelib.processes.pages.model import ProcessPage, StrategyRow, read_page
from chalicelib.processes.reporting.papers import (
    Analyze,
    CoverSummary,
    Fact,
    FinishedReport,
    Identity,
    Reflect,
    ReportStandard,
    ReportStrategy,
    Sign,
)
from chalicelib.processes.suppression.model import RowPart
from chalicelib.reports.model import ReportPaper, ReportPaperSize
from chalicelib.suppression import FEWEST_IN_WORDS, SuppressionReason

from .charts import levels_chart, movement_chart
from .measurements import MeasuredProcess, sign_of
from .tables import figures, goal_rows, growth, legend, result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chalicelib.processes.model import Attached, Process, ProcessSnapshot
    from chalicelib.teams.levels import Levels
    from chalicelib.teams.model import Colleague

    from .model import ReportContext

SIZES = {"letter": ReportPaperSize.LETTER, "a4": ReportPaperSize.A4}

NO_FIGURES = (
    f"Results are hidden to protect privacy: {SuppressionReason.FEW} have a complete result on "
    "either test."
)
PROTECTED = (
    "The team's results are hidden to protect privacy: with the results of its own students, a "
    f"school could calculate those of {SuppressionReason.FEW} at another school."
)
NO_POST_TEST = "No post-test was given, so growth cannot be measured."


def build_finished_report(
    opened: ProcessSnapshot, frame: ReportContext, measured: MeasuredProcess
) -> FinishedReport:
    """Return everything that administrators get."""
    process, cuts = opened.process, measured.levels.cuts
    goals = read_page("goals", opened.pages)
    return FinishedReport(
        paper=ReportPaper(size=SIZES[frame.paper], language=frame.locale),
        identity=Identity(
            title=process.name,
            team=process.team_name,
            school=frame.school,
            district=frame.district,
        ),
        particulars=particulars(process, frame),
        summary=_summary(measured),
        standards=_standards(process, frame.statements),
        chart=levels_chart(measured),
        movement=movement_chart(measured),
        team=result(measured.team, cuts),
        teachers=tuple(result(each, cuts) for each in measured.teachers),
        classes=tuple(result(each, cuts) for each in measured.classes),
        legend=legend(measured),
        goals=tuple(goal_rows(measured)),
        analyze=analyze(read_page("analyze", opened.pages)),
        team_goal=_lines(goals.text("team_goal"), goals.text("notes")),
        strategies=strategies(read_page("strategies", opened.pages), process.levels),
        reflect=reflect(read_page("reflect", opened.pages)),
        growth=growth(measured),
        notes=_notes(process.levels),
    )


def headline(measured: MeasuredProcess) -> str:
    """Return rise or decline in plain words."""
    if not measured.team.pre.tally.tested and not measured.team.post.tally.tested:
        return "No student has a complete result on either test."
    if nothing_shown(measured):
        return NO_FIGURES if SuppressionReason.FEW in measured.team.hidden.values() else PROTECTED
    if not measured.post_given:
        return NO_POST_TEST
    return describe_growth(measured.team.growth, measured.levels.cuts)


def nothing_shown(measured: MeasuredProcess) -> bool:
    """Return whether the whole team has no figures that may be shown."""
    team = measured.team
    figures = (team.pre.tally.average, team.post.tally.average, team.row.matched.pre.share)
    return all(each is None for each in figures)


def levels_hidden(measured: MeasuredProcess) -> bool:
    """Return whether no bar of the team's levels may be shown."""
    return measured.team.pre.tally.average is None and measured.team.post.tally.average is None


def sign(measured: MeasuredProcess) -> Sign:
    """Return the direction of the change of students with both tests; unknown of too few."""
    change = measured.team.row.matched.change
    number = change.points if change and not isinstance(measured.team.growth, Withheld) else None
    return sign_of(number)


def team_goal(measured: MeasuredProcess) -> str:
    """Return the outcome of the team's goal; nothing where no class had one."""
    if measured.team.goal is None or not (measured.team.goal.tested or measured.team.hidden):
        return ""
    outcome, hidden = measured.team.outcome, measured.team.hidden
    if RowPart.GOAL in hidden:
        return f"The team's goal is not shown: {hidden[RowPart.GOAL]}."
    if isinstance(outcome, GoalOutcome):
        return describe_outcome(outcome, measured.levels)
    aimed = goal_sentence(measured.team.goal, measured.levels)
    if RowPart.OUTCOME in hidden:
        return f"{aimed} The outcome is not shown: {hidden[RowPart.OUTCOME]}."
    return f"{aimed} {describe_outcome(outcome, measured.levels)}"


def goal_met(measured: MeasuredProcess) -> bool | None:
    """Return whether the team's goal was met; None where that is hidden."""
    outcome = measured.team.outcome
    return outcome.met if isinstance(outcome, GoalOutcome) else None


def particulars(process: Process, frame: ReportContext) -> tuple[Fact, ...]:
    """Return the particulars of a finished process."""
    by = process.ended.by_name if process.ended else ""
    known = {
        "Team leader" if len(process.leaders) == 1 else "Team leaders": _names(process.leaders),
        "Members": _names(process.members),
        "Pre-test": _test(process.pre),
        "Post-test": _test(process.post),
        "Please note": SCORED_APART if process.scored_apart else "",
        "Started": frame.begun,
        "Finished and locked": f"{frame.finished}, by {by}" if by else frame.finished,
    }
    return tuple(Fact(label=label, value=value) for label, value in known.items() if value)


def analyze(page: ProcessPage) -> Analyze:
    """Return the team's texts on the page *analyze*."""
    return Analyze(
        strengths=page.text("strengths"),
        obstacles=page.text("obstacles"),
        needs=page.text("needs"),
    )


def strategies(page: ProcessPage, levels: Levels) -> tuple[ReportStrategy, ...]:
    """Return the strategies the team wrote, in its order."""
    return tuple(_strategy(row, levels) for row in page.rows)


def reflect(page: ProcessPage) -> Reflect:
    """Return the team's texts on the page *reflect*."""
    return Reflect(
        worked=page.text("worked"),
        did_not_work=page.text("did_not_work"),
        next_time=page.text("next_time"),
    )


def _strategy(row: StrategyRow, levels: Levels) -> ReportStrategy:
    return ReportStrategy(
        strategy=str(row.value("strategy")),
        levels=_for_whom(row, levels),
        who=str(row.value("who")),
        how_often=str(row.value("how_often")),
        how_long=str(row.value("how_long")),
        evidence=str(row.value("evidence")),
    )


def _for_whom(row: StrategyRow, levels: Levels) -> str:
    """Name the levels a strategy is for; a team may have fewer of them by now."""
    chosen = {str(each) for each in row.value("levels")}
    if not chosen:
        return "All students"
    names = [band.name for n, band in enumerate(levels.bands, 1) if str(n) in chosen]
    return ", ".join(names) or "A level that the team no longer has"


def _summary(measured: MeasuredProcess) -> CoverSummary:
    return CoverSummary(
        headline=headline(measured),
        sign=sign(measured),
        figures=figures(measured),
        goal=team_goal(measured),
        goal_met=goal_met(measured),
    )


def _standards(process: Process, statements: Mapping[str, str]) -> tuple[ReportStandard, ...]:
    return tuple(
        ReportStandard(code=code, statement=statements.get(code, ""))
        for code in list_assessed_standards(process)
    )


def list_assessed_standards(process: Process) -> tuple[str, ...]:
    """Name the standards of both tests."""
    tests = [test for test in (process.pre, process.post) if test]
    return tuple(dict.fromkeys(code for test in tests for code in test.standards))


_AVERAGES = (
    "Averages include all students with a complete result on a test. They leave out students who "
    "were absent or exempt, or whose results are only partly entered. Changes include only "
    "students with both tests. Students who changed class within the team count in the team's row "
    "only. "
    f"All comparisons use exact values. {ROUNDED}"
)
SUPPRESSION_NOTE = (
    f"Results of {SuppressionReason.FEW} are hidden to protect privacy. The next smallest teacher "
    "or class is hidden too when the small group could be calculated from the rest."
)
_FEW = f"Growth is reported only for {FEWEST_IN_WORDS} or more students with both tests."


def _notes(levels: Levels) -> tuple[str, ...]:
    from_ = levels.bands[levels.meets - 1].lower
    goals = (
        f"Students with {from_}% or more score {meets_or_above(levels)}. A goal is met when the "
        "share of students who do so on the post-test is at least the share of the goal."
    )
    return (_AVERAGES, goals, _FEW, SUPPRESSION_NOTE)


def _names(people: tuple[Colleague, ...]) -> str:
    return ", ".join(each.name for each in people)


def _test(test: Attached | None) -> str:
    if test is None:
        return ""
    return f"{test.title}, {test.points} points" if test.points not in ("", "0") else test.title


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
