"""The email to administrators about a finished process (P13): figures, and no student."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from chalicelib.mail.payload import Chart, ReportFile
from chalicelib.processes.analytics.formatting import (
    format_compared_percent,
    format_n,
    format_percent,
    format_point_change,
    format_relative_change,
)
from chalicelib.processes.analytics.growth import Growth
from chalicelib.processes.analytics.model import ComparedAverages, Withheld, WithheldReason
from chalicelib.processes.analytics.sentences import (
    ROUNDED,
    describe_effect,
    describe_unpaired,
    meets_or_above,
)
from chalicelib.processes.reporting.papers import REPORT
from chalicelib.processes.suppression.model import RowPart, in_words
from chalicelib.reports.model import file_name
from chalicelib.suppression import FEWEST_IN_WORDS

from .charts import levels_chart, movement_chart, moves
from .finished_email import (
    ComparedLine,
    LevelLine,
    Particular,
    ProcessFinished,
    Sign,
    TeacherLine,
)
from .finished_report import (
    SUPPRESSION_NOTE,
    headline,
    levels_hidden,
    list_assessed_standards,
    particulars,
    sign,
    team_goal,
)
from .measurements import MeasuredLine, MeasuredProcess, sign_of
from .model import ReportContext, name_file
from .tables import meets, share

if TYPE_CHECKING:
    from fractions import Fraction

    from chalicelib.percents import Cuts
    from chalicelib.processes.analytics.collection import Tally
    from chalicelib.processes.analytics.goals import Goal
    from chalicelib.processes.model import Process


LISTED = 50
"""Teachers that one mail names; more would be cut off by mail programs (Gmail: 102 KB)."""

_NOTE = (
    "Change is in percentage points, then in percent of the pre-test. Growth is measured only for "
    "students with both tests."
)
_OF_TEACHERS = (
    "Change includes the students who took both tests with this teacher, in percentage points. "
    f"Too few: fewer than {FEWEST_IN_WORDS} students did, so the outcome of the goal is not shown. "
    "Preselected: the teacher has not confirmed the goal."
)


def build_email_summary(
    process: Process,
    frame: ReportContext,
    measured: MeasuredProcess,
    size: int,
    part: tuple[str, ...] = (),
) -> ProcessFinished:
    """Return it; `size` is the report's, in bytes.

    `part` names the schools whose administrators get it: their part, and no report.
    """
    cuts = measured.levels.cuts
    schools = (_of_school(line, cuts) for line in measured.schools)
    teachers = [*schools, *(_teacher(line, cuts) for line in measured.teachers)]
    report = ReportFile(
        file=name_file(process.id, "report.pdf"),
        name=file_name(process.name, REPORT),
        size=size,
        attach=frame.attached,
    )
    return ProcessFinished(
        process=process.name,
        team=process.team_name,
        school=frame.school,
        particulars=_particulars(process, frame, part),
        standards=list_assessed_standards(process),
        headline=headline(measured),
        sign=_sign(sign(measured).value),
        goal=team_goal(measured),
        summary=_summary(measured),
        summary_note=_summary_note(measured),
        levels=_levels(measured),
        levels_chart=_levels_chart(process, measured, part),
        teachers=tuple(teachers[:LISTED]),
        more=max(len(teachers) - LISTED, 0),
        teachers_note=_teachers_note(measured),
        movement=_movement(measured),
        movement_chart=_movement_chart(process, measured),
        growth=_growth(measured),
        part=part,
        report=None if part else report,
        link="" if part else frame.link,
    )


def _summary_note(measured: MeasuredProcess) -> str:
    if not measured.post_given:
        return ""
    return " ".join(filter(None, (_NOTE, ROUNDED, describe_unpaired(measured.team.unpaired))))


# -- tables --------------------------------------------------------------------------------------


def _summary(measured: MeasuredProcess) -> tuple[ComparedLine, ...]:
    team = measured.team
    pre, post = team.pre.tally, team.post.tally
    both = team.row.matched
    given, cuts = measured.post_given, measured.levels.cuts
    lines = [
        _build_count_line("Tested", team, (pre.tested, post.tested), _TESTED, given=given),
        _build_count_line("Absent", team, (pre.absent, post.absent), _AWAY, given=given),
        _build_comparison_line("Average of all tested", team.row.tested, cuts),
        _proficient(measured, pre, post),
    ]
    if both.pre.share is not None:
        lines.insert(
            3, _build_comparison_line(f"Average of the {both.pre.n} with both tests", both, cuts)
        )
    return tuple(lines)


_TESTED = (RowPart.PRE_TESTED, RowPart.POST_TESTED)
_AWAY = (RowPart.PRE_AWAY, RowPart.POST_AWAY)


def _build_count_line(
    label: str,
    team: MeasuredLine,
    many: tuple[int, int],
    parts: tuple[RowPart, RowPart],
    *,
    given: bool,
) -> ComparedLine:
    before, after = (
        "not shown" if part in team.hidden else str(each)
        for part, each in zip(parts, many, strict=True)
    )
    return ComparedLine(label=label, pre=before, post=after if given else "")


def _build_comparison_line(label: str, both: ComparedAverages, cuts: Cuts) -> ComparedLine:
    change = both.change
    return ComparedLine(
        label=label,
        pre=share(both.pre.share, cuts),
        post=share(both.post.share, cuts),
        change=format_point_change(change.points) if change else "",
        relative=format_relative_change(change) if change and change.relative is not None else "",
        sign=_sign(sign_of(change.points if change else None).value),
    )


def _proficient(measured: MeasuredProcess, pre: Tally, post: Tally) -> ComparedLine:
    shown = pre.average is not None and post.average is not None
    change = _part(post) - _part(pre) if shown else None
    return ComparedLine(
        label=meets_or_above(measured.levels),
        pre=meets(pre),
        post=meets(post),
        change=format_point_change(change) if change is not None else "",
        sign=_sign(sign_of(change).value),
    )


def _part(tally: Tally) -> Fraction:
    from fractions import Fraction

    return Fraction(tally.proficient, tally.tested)


def _levels(measured: MeasuredProcess) -> tuple[LevelLine, ...]:
    levels, pre, post = measured.levels, measured.team.pre.tally, measured.team.post.tally
    if levels_hidden(measured):
        return ()
    return tuple(
        LevelLine(
            name=band.name,
            span=levels.span(number),
            meets=number >= levels.meets,
            **_at_level("pre", pre, number),
            **_at_level("post", post, number),
        )
        for number, band in enumerate(levels.bands, 1)
    )


def _at_level(side: str, tally: Tally, number: int) -> dict[str, str]:
    if tally.average is None:
        return {side: "not shown"} if tally.tested else {}
    part = format_percent(tally.part(number))
    return {side: str(tally.levels[number - 1]), f"{side}_share": part}


def _of_school(line: MeasuredLine, cuts: Cuts) -> TeacherLine:
    own = _teacher(line, cuts)
    return own.model_copy(update={"name": f"{line.subject.name}: all classes"})


def _teacher(line: MeasuredLine, cuts: Cuts) -> TeacherLine:
    tested, both = line.row.tested, line.row.matched
    change = both.change
    return TeacherLine(
        name=line.subject.name,
        note=in_words(line.hidden),
        pre=share(tested.pre.share, cuts),
        pre_n=format_n(tested.pre.n) if tested.pre.n else "",
        post=share(tested.post.share, cuts),
        post_n=format_n(tested.post.n) if tested.post.n else "",
        change=format_point_change(change.points) if change else "",
        matched=_change_of(line, cuts),
        sign=_sign(sign_of(change.points if change else None).value),
        **_goal(line),
    )


def _change_of(line: MeasuredLine, cuts: Cuts) -> str:
    """Return the two averages behind a change, and of how many students they are."""
    both = line.row.matched
    if not both.change:
        return format_n(both.pre.n) if RowPart.BOTH in line.hidden else ""
    return (
        f"{share(both.pre.share, cuts)} to {share(both.post.share, cuts)}, {format_n(both.pre.n)}"
    )


def _goal(line: MeasuredLine) -> dict[str, str]:
    """Return whether a teacher's goal was met; briefly, for a narrow column."""
    outcome = line.outcome
    if line.goal is None:
        return {}
    if {RowPart.GOAL, RowPart.OUTCOME} & line.hidden.keys():
        return {"goal": "Not shown"}
    if not line.row.tested.post.n and RowPart.POST not in line.hidden:
        return {"goal": "Not known"}
    if isinstance(outcome, Withheld):
        return {"goal": _UNKNOWN.get(outcome.reason, "Not known")}
    return {
        "goal": "Met" if outcome.met else "Not met",
        "reached": format_compared_percent(outcome.reached, outcome.goal.target),
        "aim": format_compared_percent(outcome.goal.target, outcome.reached),
        "confirmed": _format_confirmed(outcome.goal),
    }


_UNKNOWN = {WithheldReason.TOO_FEW: "Too few", WithheldReason.PROTECTED: "Not shown"}


def _format_confirmed(goal: Goal) -> str:
    """Say briefly how far a teacher confirmed it; nothing where all classes are confirmed."""
    if goal.chosen == goal.classes or not goal.classes:
        return ""
    return f"{goal.chosen} of {goal.classes} confirmed" if goal.chosen else "preselected"


def _teachers_note(measured: MeasuredProcess) -> str:
    blank = any(line.hidden for line in measured.teachers)
    notes = (_OF_TEACHERS if measured.post_given else "", SUPPRESSION_NOTE if blank else "")
    return " ".join(filter(None, notes))


# -- charts and words ----------------------------------------------------------------------------


def _levels_chart(
    process: Process, measured: MeasuredProcess, part: tuple[str, ...]
) -> Chart | None:
    if levels_hidden(measured):
        return None
    chart = levels_chart(measured)
    name = f"levels-{_digest(measured)}.png" if part else "levels.png"
    return Chart(file=name_file(process.id, name), title=chart.title, alt=chart.alt)


def _digest(measured: MeasuredProcess) -> str:
    """Name the schools of a part in a file's name, whatever characters their ids have."""
    schools = "\n".join(line.subject.id for line in measured.schools)
    return hashlib.sha256(schools.encode()).hexdigest()[:16]


def _movement_chart(process: Process, measured: MeasuredProcess) -> Chart | None:
    chart = movement_chart(measured)
    if chart is None:
        return None
    return Chart(file=name_file(process.id, "movement.png"), title=chart.title, alt=chart.alt)


def _movement(measured: MeasuredProcess) -> tuple[str, ...]:
    growth = measured.team.growth
    return moves(growth.movement) if isinstance(growth, Growth) else ()


def _growth(measured: MeasuredProcess) -> tuple[str, ...]:
    """Return how certain it is; the headline has the amount."""
    growth = measured.team.growth
    return (describe_effect(growth.effect),) if isinstance(growth, Growth) else ()


def _particulars(
    process: Process, frame: ReportContext, part: tuple[str, ...]
) -> tuple[Particular, ...]:
    """Return the particulars; the members of other schools are none of a part's business."""
    entries = particulars(process.model_copy(update={"members": ()}) if part else process, frame)
    return tuple(Particular(label=fact.label, value=fact.value) for fact in entries)


def _sign(word: str) -> Sign:
    known: dict[str, Sign] = {"rise": "rise", "fall": "fall", "same": "same"}
    return known.get(word, "unknown")
