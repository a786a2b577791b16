"""The printable template of a process, worded (P12): what is known so far, and room for the rest.

Students are named only in the goals of the reader's own classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.processes.figures.goals import Choice, GoalStudent, Part, class_goal
from chalicelib.processes.figures.saying import say_part, say_percent
from chalicelib.processes.figures.wording import (
    CLOSE_BY,
    ROUNDED,
    goal_sentence,
    meets_or_above,
    unpaired_in_words,
)
from chalicelib.processes.goal_choices import KeptGoal, read_goals
from chalicelib.processes.page import read_page
from chalicelib.reports.model import (
    ClassGoal,
    CollectRow,
    Fact,
    Identity,
    Paper,
    Pick,
    PrintableTemplate,
    ResultRow,
    Standard,
)

from .charts import WHOLE_TEAM, levels_of
from .finished import SIZES, analyze, assessed, reflect, strategies
from .measured import measured
from .tables import result, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chalicelib.percents import Cuts
    from chalicelib.processes.model import Opened, Process
    from chalicelib.processes.scores import ClassScores
    from chalicelib.teams.levels import Levels

    from .measured import Line, Measured
    from .model import Frame


def template(
    opened: Opened, frame: Frame, printed: str, own: Sequence[ClassScores]
) -> PrintableTemplate:
    """Say everything; `own` are the reader's classes, with their students' names."""
    process, figures = opened.process, measured(opened)
    return PrintableTemplate(
        paper=Paper(size=SIZES[frame.paper], language=frame.locale),
        identity=Identity(
            title=process.name,
            team=process.team_name,
            school=frame.school,
            district=frame.district,
        ),
        printed=printed,
        particulars=_particulars(process, frame),
        standards=tuple(
            Standard(code=code, statement=frame.statements.get(code, ""))
            for code in assessed(process)
        ),
        levels=levels_of(process.levels),
        collect=_collected(figures),
        analyze=analyze(read_page("analyze", opened.pages)),
        team_goal=read_page("goals", opened.pages).text("team_goal"),
        team_goal_sentence=_team_goal(figures),
        class_goals=tuple(_class_goal(opened, each) for each in own if each.pre is not None),
        strategies=strategies(read_page("strategies", opened.pages), process.levels),
        results=_results(figures),
        results_note=_results_note(figures),
        reflect=reflect(read_page("reflect", opened.pages)),
    )


def _particulars(process: Process, frame: Frame) -> tuple[Fact, ...]:
    known = {
        "Team leader" if len(process.leaders) == 1 else "Team leaders": process.leaders,
        "Members": process.members,
    }
    people = {label: ", ".join(each.name for each in some) for label, some in known.items()}
    tests = {
        "Pre-test": process.pre.title if process.pre else "",
        "Post-test": process.post.title if process.post else "",
        "Begun": frame.begun,
    }
    return tuple(Fact(label=label, value=value) for label, value in (people | tests).items())


def _collected(figures: Measured) -> tuple[CollectRow, ...]:
    if not figures.team.pre.activated:
        return ()
    lines = [figures.team, *(each for each in figures.classes if each.pre.activated)]
    return tuple(_collect_row(each, figures.levels.cuts) for each in lines)


def _collect_row(line: Line, cuts: Cuts) -> CollectRow:
    tally = line.pre.tally
    return CollectRow(
        label=line.subject.name or WHOLE_TEAM,
        under=line.subject.teacher_name,
        tested=str(tally.tested),
        absent=str(tally.absent),
        average=share(tally.average, cuts),
        counts=tuple(str(count) for count in tally.levels) if tally.tested else (),
    )


def _results(figures: Measured) -> tuple[ResultRow, ...]:
    if not figures.post_given:
        return ()
    return tuple(result(each, figures.levels.cuts) for each in (figures.team, *figures.teachers))


def _results_note(figures: Measured) -> str:
    if not figures.post_given:
        return ""
    return " ".join(filter(None, (ROUNDED, unpaired_in_words(figures.team.unpaired))))


def _team_goal(figures: Measured) -> str:
    goal = figures.team.goal
    return goal_sentence(goal, figures.levels) if goal and goal.tested else ""


def _class_goal(opened: Opened, scores: ClassScores) -> ClassGoal:
    process = opened.process
    kept = read_goals(opened.goals).get(scores.school_class, KeptGoal())
    figures = class_goal(scores, process.levels, kept.choice if kept.version else Choice())
    goal, measure = figures.goal, kept.measured_by(process)
    told = bool(goal.tested)
    return ClassGoal(
        class_name=scores.label,
        teacher=scores.teacher_name,
        sentence=goal_sentence(goal, process.levels, by=kept.day, measure=measure) if told else "",
        baseline=say_part(goal.proficient, goal.tested, goal.target) if told else "",
        target=say_part(goal.aimed, goal.tested, goal.baseline) if told else "",
        date=kept.day,
        measure=measure if kept.version else "",
        students=tuple(_pick(each, process.levels) for each in figures.students),
    )


def _pick(student: GoalStudent, levels: Levels) -> Pick:
    meets = levels.bands[levels.meets - 1].name
    words = {
        Part.PROFICIENT: f"already {meets_or_above(levels)}",
        Part.CLOSE: f"within {CLOSE_BY} of {meets}",
        Part.ADDED: "added",
        Part.REMOVED: f"within {CLOSE_BY} of {meets}, left out",
        Part.FAR: "",
    }[student.part]
    name = f"{student.given} {student.family}".strip() or student.student
    note = ", ".join(each for each in (say_percent(student.share, levels.cuts), words) if each)
    return Pick(name=name, note=note, chosen=student.selected)
