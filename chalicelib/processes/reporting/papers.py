"""The papers of a process: its finished report (P13) and its printable template (P12).

Everything here is worded, formatted and in order already. Its maker decides about rounding, dates
and percent signs; the templates under `templates/reports/` only set it. Counts of charts are whole
numbers, since lengths of bars come from them. Text may be anything that people type: any script,
any length, line breaks (a line is a paragraph), nothing. A finished report leaves an empty text
out. A template leaves room to write there.

A finished report names teachers and classes, never a student.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from chalicelib.reports.model import Printable, ReportPaper

REPORT = "Mastery Process"
"""The report's name in the name of its file."""


class Sign(StrEnum):
    """The direction of a change. A word or an arrow beside the number shows it, never color."""

    RISE = "rise"
    FALL = "fall"
    SAME = "same"
    UNKNOWN = "unknown"


# -- what both papers have -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of a list of particulars: `Fact(label="Team leader", value="Rosa Alvarez")`."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStandard:
    """A standard assessed: its code as teachers say it, and its statement ("" = not known)."""

    code: str
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLevel:
    """A band of the team, the lowest first: `span` as "50% to below 70%", `color` as "#rrggbb".

    `meets`: this band is enough (the team's *Meets*, and every band above it).
    """

    name: str
    span: str
    color: str
    meets: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whose paper it is. `school` is "" for a team of the whole district."""

    title: str
    team: str
    school: str
    district: str


# -- charts ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One test of one group: students per level, the lowest level first.

    `label` as "Pre-test"; `shares` are the counts in percent of those tested, as "43%", or ().
    `note` is printed at the bar's end, as "28 tested, average 71.4%". Without counts the bar is
    drawn empty and says its `note`.
    """

    label: str
    counts: tuple[int, ...] = ()
    shares: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarGroup:
    """Bars that are compared: a team's or a teacher's pre-test and post-test."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelsChart:
    """Stacked levels, every bar 100% wide. `alt` says in a few sentences what there is to see."""

    title: str
    levels: tuple[ReportLevel, ...]
    groups: tuple[BarGroup, ...]
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementChart:
    """The students who went from level to level: `counts[pre][post]`, the lowest level first.

    `up`, `same`, `down` are the sentences beneath, as "23 of 78 students moved up (29%)".
    """

    title: str
    levels: tuple[ReportLevel, ...]
    counts: tuple[tuple[int, ...], ...]
    up: str
    same: str
    down: str
    alt: str


# -- tables ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """Pre-test and post-test of a teacher, a class or the team. "" is drawn as a dash.

    `label` is the teacher, or the class with `under` its teacher. Averages are over all who took
    the test; `points` and `percent` are the change over those with both tests (`matched`).
    `meets_*`: share at or above the level that is enough. `absent_*`: how many were absent. `note`:
    what is not shown, and why.
    """

    label: str
    under: str = ""
    note: str = ""
    pre_tested: str = ""
    pre_absent: str = ""
    pre_average: str = ""
    pre_meets: str = ""
    post_tested: str = ""
    post_absent: str = ""
    post_average: str = ""
    post_meets: str = ""
    matched: str = ""
    points: str = ""
    percent: str = ""
    sign: Sign = Sign.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """A goal and its outcome: `outcome` in words ("Met", "Not met", "Cannot be shown: ...")."""

    label: str
    under: str = ""
    baseline: str = ""
    target: str = ""
    result: str = ""
    outcome: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStrategy:
    """A row of the strategies page, as the team typed it."""

    strategy: str
    levels: str = ""
    who: str = ""
    how_often: str = ""
    how_long: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analyze:
    strengths: str = ""
    obstacles: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflect:
    worked: str = ""
    did_not_work: str = ""
    next_time: str = ""


# -- (a) the finished report ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverFigure:
    """A large number of the cover: "44.0%", what it is, and its n ("76 of 80 students")."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSummary:
    """The cover's answer. `headline` says rise or decline in one plain sentence, whatever it is.

    `goal` is the team goal with its outcome in words ("" = no goal was set).
    """

    headline: str
    sign: Sign
    figures: tuple[CoverFigure, ...]
    goal: str = ""
    goal_met: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure of growth: its name, its value with interval, and its meaning in a sentence."""

    name: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportGrowth:
    """`withheld` says why there are no measures (fewer than five matched students), else ""."""

    measures: tuple[Measure, ...] = ()
    withheld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedReport:
    """The report that administrators get when a process is locked. It names no student.

    `particulars` of the cover: leaders, members, tests, dates. `chart` has the team as its first
    group, then the teachers. `movement` is None where growth is withheld. `team_goal` is the
    page's text; `legend` says what the columns of results mean, `notes` how figures are computed,
    one paragraph each.
    """

    paper: ReportPaper
    identity: Identity
    particulars: tuple[Fact, ...]
    summary: CoverSummary
    standards: tuple[ReportStandard, ...]
    chart: LevelsChart
    movement: MovementChart | None
    team: ResultRow
    teachers: tuple[ResultRow, ...]
    classes: tuple[ResultRow, ...]
    legend: str
    goals: tuple[GoalRow, ...]
    analyze: Analyze
    team_goal: str
    strategies: tuple[ReportStrategy, ...]
    reflect: Reflect
    growth: ReportGrowth
    notes: tuple[str, ...]


# -- (b) the printable template -------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectRow:
    """A line of step 1: the known facts of a class's pre-test. `counts` per level, as texts."""

    label: str
    under: str = ""
    tested: str = ""
    absent: str = ""
    average: str = ""
    counts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPick:
    """A student of a class goal. `chosen` draws a tick in the box; `note` as "already meets"."""

    name: str
    note: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedClassGoal:
    """The SMART goal of one of the reader's own classes; a value of "" gets a ruled line."""

    class_name: str
    teacher: str
    sentence: str = ""
    baseline: str = ""
    target: str = ""
    date: str = ""
    measure: str = ""
    students: tuple[GoalPick, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintableTemplate:
    """The paper that a member takes to a meeting: the known facts, and room to write the rest.

    `printed` as "Printed 3 October 2026 for Rosa Alvarez". Without `class_goals` one blank goal
    is printed. `collect` and `results` may be empty: lines to fill in are printed then.
    """

    paper: ReportPaper
    identity: Identity
    printed: str
    particulars: tuple[Fact, ...]
    standards: tuple[ReportStandard, ...]
    levels: tuple[ReportLevel, ...]
    collect: tuple[CollectRow, ...]
    analyze: Analyze
    team_goal: str
    team_goal_sentence: str
    class_goals: tuple[PrintedClassGoal, ...]
    strategies: tuple[ReportStrategy, ...]
    results: tuple[ResultRow, ...]
    reflect: Reflect
    results_note: str = ""


ProcessPaper = FinishedReport | PrintableTemplate | LevelsChart | MovementChart
"""The papers and charts that have a template."""
TEMPLATES: Mapping[type[ProcessPaper], str] = {
    FinishedReport: "finished",
    PrintableTemplate: "template",
    LevelsChart: "levels",
    MovementChart: "movement",
}


def to_print(paper: ProcessPaper) -> Printable:
    """Return a paper or a chart as it is set."""
    return Printable(TEMPLATES[type(paper)], asdict(paper))
