"""The printable template of a process, worded (P12): the known facts, and room for the rest.

Students are named only in the goals of the reader's own classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.processes.analytics.formatting import format_part, format_percent
from chalicelib.processes.analytics.goals import GoalChoice, GoalPart, GoalStudent, class_goal
from chalicelib.processes.analytics.sentences import (
    CLOSE_BY,
    ROUNDED,
    describe_unpaired,
    goal_sentence,
    meets_or_above,
)
from chalicelib.processes.goals.model import KeptGoal, read_goals
from chalicelib.processes.pages.model import read_page
from chalicelib.processes.reporting.papers import (
    CollectRow,
    Fact,
    GoalPick,
    Identity,
    PrintableTemplate,
    PrintedClassGoal,
    ReportStandard,
    ResultRow,
)
from chalicelib.reports.model import ReportPaper

from .charts import WHOLE_TEAM, levels_of
from .finished_report import SIZES, analyze, list_assessed_standards, reflect, strategies
from .measurements import MeasuredLine, MeasuredProcess, measure_process
from .tables import result, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chalicelib.percents import Cuts
    from chalicelib.processes.model import Process, ProcessSnapshot
    from chalicelib.processes.scores import ClassScores
    from chalicelib.teams.levels import Levels

    from .model import ReportContext


def template(
    opened: ProcessSnapshot, frame: ReportContext, printed: str, own: Sequence[ClassScores]
) -> PrintableTemplate:
    """Return everything; `own` are the reader's classes, with their students' names."""
    process, figures = opened.process, measure_process(opened)
    return PrintableTemplate(
        paper=ReportPaper(size=SIZES[frame.paper], language=frame.locale),
        identity=Identity(
            title=process.name,
            team=process.team_name,
            school=frame.school,
            district=frame.district,
        ),
        printed=printed,
        particulars=_particulars(process, frame),
        standards=tuple(
            ReportStandard(code=code, statement=frame.statements.get(code, ""))
            for code in list_assessed_standards(process)
        ),
        levels=levels_of(process.levels),
        collect=_build_collection_rows(figures),
        analyze=analyze(read_page("analyze", opened.pages)),
        team_goal=read_page("goals", opened.pages).text("team_goal"),
        team_goal_sentence=_team_goal(figures),
        class_goals=tuple(_class_goal(opened, each) for each in own if each.pre is not None),
        strategies=strategies(read_page("strategies", opened.pages), process.levels),
        results=_results(figures),
        results_note=_results_note(figures),
        reflect=reflect(read_page("reflect", opened.pages)),
    )


def _particulars(process: Process, frame: ReportContext) -> tuple[Fact, ...]:
    known = {
        "Team leader" if len(process.leaders) == 1 else "Team leaders": process.leaders,
        "Members": process.members,
    }
    people = {label: ", ".join(each.name for each in some) for label, some in known.items()}
    tests = {
        "Pre-test": process.pre.title if process.pre else "",
        "Post-test": process.post.title if process.post else "",
        "Started": frame.begun,
    }
    return tuple(Fact(label=label, value=value) for label, value in (people | tests).items())


def _build_collection_rows(figures: MeasuredProcess) -> tuple[CollectRow, ...]:
    if not figures.team.pre.activated:
        return ()
    lines = [figures.team, *(each for each in figures.classes if each.pre.activated)]
    return tuple(_collect_row(each, figures.levels.cuts) for each in lines)


def _collect_row(line: MeasuredLine, cuts: Cuts) -> CollectRow:
    tally = line.pre.tally
    return CollectRow(
        label=line.subject.name or WHOLE_TEAM,
        under=line.subject.teacher_name,
        tested=str(tally.tested),
        absent=str(tally.absent),
        average=share(tally.average, cuts),
        counts=tuple(str(count) for count in tally.levels) if tally.tested else (),
    )


def _results(figures: MeasuredProcess) -> tuple[ResultRow, ...]:
    if not figures.post_given:
        return ()
    return tuple(result(each, figures.levels.cuts) for each in (figures.team, *figures.teachers))


def _results_note(figures: MeasuredProcess) -> str:
    if not figures.post_given:
        return ""
    return " ".join(filter(None, (ROUNDED, describe_unpaired(figures.team.unpaired))))


def _team_goal(figures: MeasuredProcess) -> str:
    goal = figures.team.goal
    return goal_sentence(goal, figures.levels) if goal and goal.tested else ""


def _class_goal(opened: ProcessSnapshot, scores: ClassScores) -> PrintedClassGoal:
    process = opened.process
    kept = read_goals(opened.goals).get(scores.school_class, KeptGoal())
    figures = class_goal(scores, process.levels, kept.choice if kept.version else GoalChoice())
    goal, measure = figures.goal, kept.describe_measure(process)
    answer = bool(goal.tested)
    return PrintedClassGoal(
        class_name=scores.label,
        teacher=scores.teacher_name,
        sentence=goal_sentence(goal, process.levels, by=kept.day, measure=measure)
        if answer
        else "",
        baseline=format_part(goal.proficient, goal.tested, goal.target) if answer else "",
        target=format_part(goal.aimed, goal.tested, goal.baseline) if answer else "",
        date=kept.day,
        measure=measure if kept.version else "",
        students=tuple(_pick(each, process.levels) for each in figures.students),
    )


def _pick(student: GoalStudent, levels: Levels) -> GoalPick:
    meets = levels.bands[levels.meets - 1].name
    words = {
        GoalPart.PROFICIENT: f"already {meets_or_above(levels)}",
        GoalPart.CLOSE: f"within {CLOSE_BY} of {meets}",
        GoalPart.ADDED: "added",
        GoalPart.REMOVED: f"within {CLOSE_BY} of {meets}, left out",
        GoalPart.FAR: "",
    }[student.part]
    name = f"{student.given} {student.family}".strip() or student.student
    note = ", ".join(each for each in (format_percent(student.share, levels.cuts), words) if each)
    return GoalPick(name=name, note=note, chosen=student.selected)
