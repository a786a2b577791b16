"""HTTP for the figures of a Mastery Process."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from chalicelib.percents import Cuts, beside, in_percent
from chalicelib.processes.figures.collecting import Collected as CollectedRow
from chalicelib.processes.figures.collecting import Tally
from chalicelib.processes.figures.model import Average
from chalicelib.processes.figures.saying import say_average, say_part
from chalicelib.processes.figures.wording import bar_in_words
from chalicelib.processes.model import Attached
from chalicelib.processes.scores import Test
from chalicelib.processes.suppression.model import Part, Why
from chalicelib.teams.levels import Levels
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from .service import Collected

if TYPE_CHECKING:
    from .service import ProcessFigures

    class ProcessesShowingServices(Protocol):
        """What the edge hands to these views."""

        process_figures: ProcessFigures

    ProcessesShowingRequest = Request[ProcessesShowingServices]


routes = Routes("Process figures")

PATH = "/v1/processes/{process_id}"


def shown_percent(share: Fraction, cuts: Cuts = ()) -> float:
    """Give a share in percent for the eye, on its side of the cuts at which a level begins."""
    return float(in_percent(share, cuts))


class LevelView(Representation):
    """A level of the team, the lowest first, as the team says it (`/v1/teams/{id}`)."""

    level: int
    name: str
    lower: str
    colour: str
    span: str
    meets: bool


class ShareView(Representation):
    """A count in percent of `n`; null of nobody."""

    percent: float | None
    count: int
    n: int
    said: str


class MeanView(Representation):
    """The mean of `n` students' shares of the points, in percent; null of nobody.

    One decimal, and more where a rounded number would belong to another level than the exact one.
    """

    percent: float | None
    n: int
    said: str


class LevelPartView(Representation):
    """How many of the tested are at a level, and what part of them."""

    level: int
    name: str
    percent: float | None
    students: int


class TallyView(Representation):
    """Students on one test. Average and levels are of the `tested` alone.

    `partial`: being entered; `awaited`: nothing is entered; `activated` of the `classes` have been
    given the test. A number is null, and the levels are empty, where it is hidden from an
    administrator who sees a part: it would tell on fewer than five students of another school.
    """

    classes: int
    activated: int
    students: int | None
    tested: int | None
    absent: int | None
    exempt: int | None
    partial: int | None
    awaited: int | None
    average: MeanView | None
    levels: list[LevelPartView]
    proficient: ShareView | None


class TeacherTallyView(TallyView):
    """One teacher's classes."""

    teacher: str
    name: str


class ClassTallyView(TallyView):
    """One class."""

    class_id: str
    title: str
    teacher: str
    teacher_name: str


class SchoolTallyView(TallyView):
    """One school's classes."""

    school: str


class AttachedView(Representation):
    """A test of the process. `standards`: the codes of those it assesses."""

    assessment_id: str
    title: str
    standards: tuple[str, ...]
    items: int
    points: str


class BarView(Representation):
    """A bar of a chart, of `n` students: counts and percents by level, the lowest first."""

    label: str
    n: int
    counts: list[int]
    percents: list[float | None]


class ChartView(Representation):
    """A stacked bar for the team and each teacher; `alt` says the same in words."""

    title: str
    alt: str
    bars: list[BarView]


class CollectionView(Representation):
    """Step 1: who was tested, how it went, and what was assessed.

    A student in several classes counts once for a teacher and for the team. `schools`: of an
    administrator who sees the part of their schools; `notes`: what of the team is hidden from them.
    """

    process_id: str
    test: Test
    assessment: AttachedView | None
    levels: list[LevelView]
    team: TallyView
    schools: list[SchoolTallyView]
    teachers: list[TeacherTallyView]
    classes: list[ClassTallyView]
    chart: ChartView
    notes: list[str]

    @classmethod
    def of(cls, subject: Collected) -> CollectionView:
        """Render step 1."""
        process, figures = subject.process, subject.figures
        levels = process.levels
        return cls(
            process_id=process.id,
            test=figures.test,
            assessment=attached_view(process.test(figures.test)),
            levels=level_views(levels),
            team=TallyView(**_tally(figures.team, levels) | _hidden(subject)),
            schools=[
                SchoolTallyView(school=school, **_tally(row, levels))
                for school, row in subject.schools.items()
            ],
            teachers=[_teacher(each, levels) for each in figures.teachers],
            classes=[_class(each, levels) for each in figures.classes],
            chart=_chart(subject),
            notes=hidden_notes(subject.hidden),
        )


def level_views(levels: Levels) -> list[LevelView]:
    """Give the levels of a team."""
    return [LevelView(**each) for each in levels.described()]


def part_view(some: int, every: int, other: Fraction | None = None) -> ShareView:
    """Give a count in percent of another; beside the `other` share it is compared with."""
    share = Fraction(some, every) if every else None
    said = say_part(some, every, other)
    if share is None or other is None:
        return ShareView(percent=percent_or_none(share), count=some, n=every, said=said)
    return ShareView(percent=float(beside(share, other)), count=some, n=every, said=said)


def mean_view(average: Average, cuts: Cuts) -> MeanView:
    """Give an average with its n."""
    return MeanView(
        percent=percent_or_none(average.share, cuts),
        n=average.n,
        said=say_average(average, cuts),
    )


def percent_or_none(share: Fraction | None, cuts: Cuts = ()) -> float | None:
    """Give a share in percent, if there is one."""
    return None if share is None else shown_percent(share, cuts)


def attached_view(test: Attached | None) -> AttachedView | None:
    """Give a test of the process, if it has it."""
    if test is None:
        return None
    return AttachedView(
        assessment_id=test.assessment,
        title=test.title,
        standards=test.standards,
        items=test.items,
        points=test.points,
    )


def _tally(row: CollectedRow, levels: Levels) -> dict[str, object]:
    tally = row.tally
    return {
        "classes": len(row.subject.classes),
        "activated": row.activated,
        "students": tally.students,
        "tested": tally.tested,
        "absent": tally.absent,
        "exempt": tally.exempt,
        "partial": tally.partial,
        "awaited": tally.awaited,
        "average": mean_view(Average(tally.average, tally.tested), levels.cuts),
        "levels": _levels(tally, levels),
        "proficient": part_view(tally.proficient, tally.tested),
    }


_COUNTED = {
    Test.PRE: (Part.PRE, Part.PRE_AWAY),
    Test.POST: (Part.POST, Part.POST_AWAY),
}


def _hidden(subject: Collected) -> dict[str, object]:
    """Blank what of the team's row is hidden."""
    tested, away = (part in subject.hidden for part in _COUNTED[subject.figures.test])
    found: dict[str, object] = {}
    if tested:
        found |= {"tested": None, "average": None, "levels": [], "proficient": None}
    if away:
        found |= dict.fromkeys(("students", "absent", "exempt", "partial", "awaited"))
    return found


def hidden_notes(hidden: Mapping[Part, Why]) -> list[str]:
    """Say what of the team's row is hidden, and why."""
    known = ((words, hidden[part]) for part, words in _WORDS.items() if part in hidden)
    return [f"Of the team as a whole {words} not shown, {_because(why)}." for words, why in known]


def _because(why: Why) -> str:
    return "because it is of " + why if why == Why.FEW else why


_WORDS = {
    Part.PRE: "the pre-test is",
    Part.POST: "the post-test is",
    Part.BOTH: "the change is",
    Part.PRE_AWAY: "the number of students without a pre-test is",
    Part.POST_AWAY: "the number of students without a post-test is",
}


def _levels(tally: Tally, levels: Levels) -> list[LevelPartView]:
    return [
        LevelPartView(
            level=n,
            name=band.name,
            percent=percent_or_none(tally.part(n)),
            students=tally.levels[n - 1],
        )
        for n, band in enumerate(levels.bands, 1)
    ]


def _teacher(row: CollectedRow, levels: Levels) -> TeacherTallyView:
    return TeacherTallyView(teacher=row.subject.id, name=row.subject.name, **_tally(row, levels))


def _class(row: CollectedRow, levels: Levels) -> ClassTallyView:
    about = row.subject
    return ClassTallyView(
        class_id=about.id,
        title=about.name,
        teacher=about.teacher,
        teacher_name=about.teacher_name,
        **_tally(row, levels),
    )


def _chart(subject: Collected) -> ChartView:
    figures, levels = subject.figures, subject.process.levels
    shown = _COUNTED[figures.test][0] not in subject.hidden
    team = [("Team", figures.team)] if shown else []
    schools = [("Your school", row) for row in subject.schools.values()]
    rows = [*team, *schools, *((row.subject.name, row) for row in figures.teachers)]
    bars = [_bar(label, row.tally) for label, row in rows]
    said = (f"{label}, {bar_in_words(row.tally, levels)}." for label, row in rows)
    which = "Pre-test" if figures.test == Test.PRE else "Post-test"
    return ChartView(title=f"{which}: students per level", alt=" ".join(said), bars=bars)


def _bar(label: str, tally: Tally) -> BarView:
    percents = [percent_or_none(tally.part(n)) for n, _ in enumerate(tally.levels, 1)]
    return BarView(label=label, n=tally.tested, counts=list(tally.levels), percents=percents)


class CollectionQuery(Body):
    """Which of the two tests."""

    test: Test = Test.PRE


@routes.get(
    PATH + "/collection",
    policy=STAFF,
    query=CollectionQuery,
    answer=CollectionView,
    summary="Collect and chart: who was tested, average and levels, per team, teacher and class",
)
def read_collection(request: ProcessesShowingRequest, process_id: str) -> Collected:
    """Collect."""
    test = request.query.test if request.query else Test.PRE
    found: Collected = request.services.process_figures.collection(request.caller, process_id, test)
    return found
