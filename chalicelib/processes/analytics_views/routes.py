"""HTTP for the figures of a Mastery Process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.processes.analytics.collection import CollectedRow, Tally
from chalicelib.processes.analytics.model import Average
from chalicelib.processes.analytics.sentences import describe_bar
from chalicelib.processes.scores import ProcessTest
from chalicelib.processes.suppression.model import RowPart
from chalicelib.processes.views import (
    MeanView,
    ProcessLevelView,
    ProcessTestView,
    ShareView,
    TaughtClassView,
    build_test_view,
    describe_hidden,
    level_views,
    mean_view,
    part_view,
    percent_or_none,
)
from chalicelib.teams.levels import Levels
from chalicelib.web.id_names import NO_LINKS, LinksTo, NamedTeacherView, SchoolName
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from .service import CollectedTest
from .views import PATH

if TYPE_CHECKING:
    from chalicelib.processes.wiring import ProcessesWiring

routes = Routes("Process figures")


class LevelShareView(Representation):
    """How many of the tested are at a level, and what part of them."""

    level: int
    """The level's number, from 1, the lowest. Example: `3`"""
    name: str
    """The level's name. Example: `Mastery`"""
    percent: float | None
    """The share of the tested students, in percent; null when nobody is tested. Example: `41.7`"""
    students: int = Field(serialization_alias="student_count")
    """How many of the tested are at this level. Example: `10`"""


class TestFiguresView(Representation):
    """Students on one test.

    A number is null where it is hidden from an administrator who sees a part: it would reveal
    results of fewer than five students of another school.
    """

    classes: int = Field(serialization_alias="class_count")
    """How many classes there are. Example: `5`"""
    activated: int = Field(serialization_alias="activated_class_count")
    """How many of them have been given the test. Example: `4`"""
    students: int | None = Field(serialization_alias="student_count")
    """How many students there are; null where it is hidden. Example: `120`"""
    tested: int | None
    """How many have everything entered; null where it is hidden. Example: `104`"""
    absent: int | None
    """How many were absent; null where it is hidden. Example: `6`"""
    exempt: int | None
    """How many need not take it; null where it is hidden. Example: `2`"""
    partial: int | None
    """How many have only some of it entered; null where it is hidden. Example: `3`"""
    awaited: int | None = Field(serialization_alias="not_entered")
    """How many have nothing entered; null where it is hidden. Example: `5`"""
    average: MeanView | None
    """The average of the tested; null where it is hidden."""
    levels: list[LevelShareView]
    """How many of the tested are at each level, the lowest first; empty where it is hidden."""
    proficient: ShareView | None
    """The part of the tested who meet; null where it is hidden."""


class TeacherTestFiguresView(NamedTeacherView, TestFiguresView):
    """One teacher's classes."""


class ClassTestFiguresView(TaughtClassView, TestFiguresView):
    """One class."""


class SchoolTestFiguresView(TestFiguresView):
    """One school's classes."""

    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    school_name: SchoolName = None


class ChartBarView(Representation):
    """A bar of a chart."""

    label: str
    """The name of the bar. Example: `Ana Ruiz`"""
    n: int = Field(serialization_alias="student_count")
    """How many students it is of. Example: `24`"""
    counts: list[int]
    """How many students are at each level, the lowest first. Example: `[2, 6, 16]`"""
    percents: list[float | None]
    """The same in percent; null when there are no students. Example: `[8.3, 25, 66.7]`"""


class ChartView(Representation):
    """A stacked bar for the team and each teacher."""

    title: str
    """The chart's heading. Example: `Pre-test: students by level`"""
    alt: str
    """The chart in words, for people who cannot see it.

    Example: `Team: 2 Far Below, 6 Below, 16 Meets.`
    """
    bars: list[ChartBarView]
    """A bar for the team, and one for each teacher."""


class CollectionView(Representation):
    """The tested students, their results, and the assessed standards.

    A student in several classes counts once for a teacher and for the team.
    """

    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    test: ProcessTest
    """Which of the two tests."""
    assessment: ProcessTestView | None
    """The test; null until it is attached."""
    levels: list[ProcessLevelView]
    """The team's levels, the lowest first."""
    team: TestFiguresView
    """The team's figures."""
    schools: list[SchoolTestFiguresView]
    """For an administrator who sees a part: the figures of each of their schools."""
    teachers: list[TeacherTestFiguresView]
    """The figures of each teacher's classes."""
    classes: list[ClassTestFiguresView]
    """The figures of each class."""
    chart: ChartView
    """The same as a stacked chart."""
    notes: list[str]
    """Further notes, in sentences.

    Example: `["The team's figures are hidden to protect students of another school."]`
    """
    links: Annotated[dict[str, str], LinksTo.of(process="/v1/processes/{process_id}")] = NO_LINKS
    """Where to go on: the process."""

    @classmethod
    def of(cls, subject: CollectedTest) -> CollectionView:
        """Render step 1."""
        process, figures = subject.process, subject.figures
        levels = process.levels
        return cls(
            process_id=process.id,
            test=figures.test,
            assessment=build_test_view(process.test(figures.test)),
            levels=level_views(levels),
            team=TestFiguresView(**_tally(figures.team, levels) | _blank_hidden(subject)),
            schools=[
                SchoolTestFiguresView(school=school, **_tally(row, levels))
                for school, row in subject.schools.items()
            ],
            teachers=[_teacher(each, levels) for each in figures.teachers],
            classes=[_class(each, levels) for each in figures.classes],
            chart=_chart(subject),
            notes=describe_hidden(subject.hidden),
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
    ProcessTest.PRE: (RowPart.PRE, RowPart.PRE_AWAY),
    ProcessTest.POST: (RowPart.POST, RowPart.POST_AWAY),
}


def _blank_hidden(subject: CollectedTest) -> dict[str, object]:
    """Blank the hidden parts of the team's row."""
    tested, away = (part in subject.hidden for part in _COUNTED[subject.figures.test])
    found: dict[str, object] = {}
    if tested:
        found |= {"tested": None, "average": None, "levels": [], "proficient": None}
    if away:
        found |= dict.fromkeys(("students", "absent", "exempt", "partial", "awaited"))
    return found


def _levels(tally: Tally, levels: Levels) -> list[LevelShareView]:
    return [
        LevelShareView(
            level=n,
            name=band.name,
            percent=percent_or_none(tally.part(n)),
            students=tally.levels[n - 1],
        )
        for n, band in enumerate(levels.bands, 1)
    ]


def _teacher(row: CollectedRow, levels: Levels) -> TeacherTestFiguresView:
    return TeacherTestFiguresView(
        teacher=row.subject.id, name=row.subject.name, **_tally(row, levels)
    )


def _class(row: CollectedRow, levels: Levels) -> ClassTestFiguresView:
    about = row.subject
    return ClassTestFiguresView(
        class_id=about.id,
        title=about.name,
        teacher=about.teacher,
        teacher_name=about.teacher_name,
        **_tally(row, levels),
    )


def _chart(subject: CollectedTest) -> ChartView:
    figures, levels = subject.figures, subject.process.levels
    shown = _COUNTED[figures.test][0] not in subject.hidden
    team = [("Team", figures.team)] if shown else []
    schools = [("Your school", row) for row in subject.schools.values()]
    rows = [*team, *schools, *((row.subject.name, row) for row in figures.teachers)]
    bars = [_bar(label, row.tally) for label, row in rows]
    entries = (f"{label}, {describe_bar(row.tally, levels)}." for label, row in rows)
    which = "Pre-test" if figures.test == ProcessTest.PRE else "Post-test"
    return ChartView(title=f"{which}: students per level", alt=" ".join(entries), bars=bars)


def _bar(label: str, tally: Tally) -> ChartBarView:
    percents = [percent_or_none(tally.part(n)) for n, _ in enumerate(tally.levels, 1)]
    return ChartBarView(label=label, n=tally.tested, counts=list(tally.levels), percents=percents)


class CollectionQuery(Body):
    """Which of the two tests, and how much of it."""

    test: ProcessTest = ProcessTest.PRE
    """Which of the two tests."""
    team_only: bool = False
    """Leaves out the rows of teachers and classes."""


@routes.get(
    PATH + "/collection",
    policy=STAFF,
    query=CollectionQuery,
    answer=CollectionView,
    summary="Collect and chart: who was tested, average and levels, per team, teacher and class",
)
def read_collection(request: Request[ProcessesWiring], process_id: str) -> CollectedTest:
    query: CollectionQuery = request.query or CollectionQuery()
    figures = request.services.process_figures
    return figures.collection(request.caller, process_id, query.test, team_only=query.team_only)
