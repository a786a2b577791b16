"""HTTP for the comparison of a process's two tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from pydantic import Field

from chalicelib.acts import Answer
from chalicelib.csv_cells import Cell, csv_text
from chalicelib.paging import Page
from chalicelib.processes.figures.comparing import Row, StudentRow
from chalicelib.processes.figures.model import Change
from chalicelib.processes.figures.model import Compared as Pair
from chalicelib.processes.figures.ordering import Column, StudentColumn
from chalicelib.processes.figures.saying import rounded, say_points, say_relative
from chalicelib.processes.figures.wording import SCORED_APART
from chalicelib.processes.scores import Standing
from chalicelib.processes.showing.routes import (
    PATH,
    AttachedView,
    MeanView,
    attached_view,
    hidden_notes,
    mean_view,
    percent_or_none,
    shown_percent,
)
from chalicelib.processes.showing.service import Asked, Compared, Order, StudentLine
from chalicelib.processes.suppression.model import Part, Why
from chalicelib.teams.levels import Levels
from chalicelib.web.csv_files import divisible_csv_file
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes
from chalicelib.wiring import services

routes = Routes("Process figures")


class ChangeView(Representation):
    """From pre- to post-test: in percentage points, and relative to the pre-test.

    Below 0 a loss. `relative` is null where the pre-test's average is 0.
    """

    points: float
    relative: float | None
    said: str
    said_relative: str


class SideBySideView(Representation):
    """Two averages side by side; `change` is null where one is missing.

    `pre` or `post` is null where it is hidden from an administrator who sees a part.
    """

    pre: MeanView | None
    post: MeanView | None
    change: ChangeView | None


class ComparedView(Representation):
    """`tested`: all that took either test: not the same students, as the two n say.

    `matched`: those with both tests in one class, the only ones of whom a change is growth.
    """

    tested: SideBySideView
    matched: SideBySideView


class TeacherComparedView(ComparedView):
    """One teacher's classes."""

    teacher: str
    name: str


class ClassComparedView(ComparedView):
    """One class."""

    class_id: str
    title: str
    teacher: str
    teacher_name: str


class SchoolComparedView(ComparedView):
    """One school's classes."""

    school: str


class ComparisonView(Representation):
    """Pre- and post-test side by side. Students are listed at `links.students`.

    `notes`: what else one must know, as of a test that was corrected on one side only (once
    locked). `schools`: of an administrator who sees the part of their schools; what of the team is
    hidden from them is null, and `notes` say why.
    """

    process_id: str
    pre_test: AttachedView | None
    post_test: AttachedView | None
    team: ComparedView
    schools: list[SchoolComparedView]
    teachers: list[TeacherComparedView]
    classes: list[ClassComparedView]
    notes: list[str]
    links: dict[str, str]

    @classmethod
    def of(cls, subject: Compared) -> ComparisonView:
        """Render the comparison."""
        process, figures = subject.process, subject.figures
        path = PATH.format(process_id=process.id)
        return cls(
            process_id=process.id,
            pre_test=attached_view(process.pre),
            post_test=attached_view(process.post),
            team=ComparedView(**_both(figures.team, subject.hidden)),
            schools=[
                SchoolComparedView(school=school, **_both(row))
                for school, row in subject.schools.items()
            ],
            teachers=[_teacher_row(row) for row in figures.teachers],
            classes=[_class_row(row) for row in figures.classes],
            notes=_notes(subject),
            links={"students": f"{path}/comparison/students", "growth": f"{path}/growth"},
        )


def _notes(subject: Compared) -> list[str]:
    apart = [SCORED_APART] if subject.process.scored_apart else []
    return [*apart, *hidden_notes(subject.hidden)]


def _both(row: Row, hidden: Mapping[Part, Why] = MappingProxyType({})) -> dict[str, SideBySideView]:
    apart = side_by_side(row.tested, pre=Part.PRE in hidden, post=Part.POST in hidden)
    both = Part.BOTH in hidden
    return {"tested": apart, "matched": side_by_side(row.matched, pre=both, post=both)}


def side_by_side(pair: Pair, *, pre: bool = False, post: bool = False) -> SideBySideView:
    """Give two averages and what changed between them; `pre`, `post`: without it, it is hidden."""
    return SideBySideView(
        pre=None if pre else mean_view(pair.pre),
        post=None if post else mean_view(pair.post),
        change=None if pre or post else change_view(pair.change),
    )


def change_view(change: Change | None) -> ChangeView | None:
    """Give a change with its sign."""
    if change is None:
        return None
    return ChangeView(
        points=shown_percent(change.points),
        relative=percent_or_none(change.relative),
        said=f"{say_points(change.points)} percentage points",
        said_relative=say_relative(change),
    )


def _teacher_row(row: Row) -> TeacherComparedView:
    return TeacherComparedView(teacher=row.subject.id, name=row.subject.name, **_both(row))


def _class_row(row: Row) -> ClassComparedView:
    about = row.subject
    return ClassComparedView(
        class_id=about.id,
        title=about.name,
        teacher=about.teacher,
        teacher_name=about.teacher_name,
        **_both(row),
    )


class ComparisonQuery(Body):
    """The column that teachers and classes are sorted by; blanks come last either way."""

    sort: Column = Column.NAME
    order: Order = Order.UP


@routes.get(
    PATH + "/comparison",
    policy=STAFF,
    query=ComparisonQuery,
    answer=ComparisonView,
    summary="Compare pre- and post-test, per team, teacher and class",
)
def read_comparison(request: Request, process_id: str) -> Compared:
    """Compare."""
    asked = request.query or ComparisonQuery()
    found: Compared = services().process_figures.comparison(
        request.caller, process_id, asked.sort, asked.order
    )
    return found


# -- students --------------------------------------------------------------------------------------


class StudentsQuery(Body):
    """Whose students, and in which order; blanks come last either way, equals stand by name."""

    teacher: str = Field(default="", max_length=255)
    class_id: str = Field(default="", max_length=255)
    sort: StudentColumn = StudentColumn.NAME
    order: Order = Order.UP

    def asked(self) -> Asked:
        """Give what the service is asked."""
        return Asked(self.teacher, self.class_id, self.sort, self.order)


class ScoreView(Representation):
    """A student on one test; percent and level (from 1) are null unless `standing` is tested.

    `standing` is null where the class has not been given the test.
    """

    standing: Standing | None
    percent: float | None
    level: int | None
    level_name: str | None


class StudentComparedView(Representation):
    """A student in one class of the team; `change` is null unless both tests are complete."""

    student: str
    given: str
    family: str
    class_id: str
    class_title: str
    teacher: str
    teacher_name: str
    pre: ScoreView
    post: ScoreView
    change: ChangeView | None

    @classmethod
    def of(cls, subject: StudentLine) -> StudentComparedView:
        """Render a student."""
        row, levels = subject.row, subject.process.levels
        return cls(
            student=row.student,
            given=row.given,
            family=row.family,
            class_id=row.subject.id,
            class_title=row.subject.name,
            teacher=row.subject.teacher,
            teacher_name=row.subject.teacher_name,
            pre=ScoreView(
                standing=row.pre_standing,
                percent=percent_or_none(row.pre),
                level=row.pre_level,
                level_name=_level_name(levels, row.pre_level),
            ),
            post=ScoreView(
                standing=row.post_standing,
                percent=percent_or_none(row.post),
                level=row.post_level,
                level_name=_level_name(levels, row.post_level),
            ),
            change=change_view(row.change),
        )


def _level_name(levels: Levels, level: int | None) -> str | None:
    return levels.bands[level - 1].name if level else None


def _asked(request: Request) -> Asked:
    query: StudentsQuery = request.query or StudentsQuery()
    return query.asked()


@routes.get(
    PATH + "/comparison/students",
    policy=STAFF,
    query=StudentsQuery,
    answer=StudentComparedView,
    listed=True,
    summary="List students with both tests side by side, sorted by any column",
)
def list_compared_students(request: Request, process_id: str) -> Page[StudentLine]:
    """List students."""
    window = request.window
    found: Page[StudentLine] = services().process_figures.page_of_students(
        request.caller, process_id, _asked(request), window.limit, window.after
    )
    return found


@routes.get(
    PATH + "/comparison/students.csv",
    policy=STAFF,
    query=StudentsQuery,
    media="text/csv",
    summary="Students with both tests side by side as CSV",
)
def download_compared_students(request: Request, process_id: str) -> Answer:
    """Give students as a file. Raises `TooLarge` for more than an answer holds."""
    found = services().process_figures.students(request.caller, process_id, _asked(request))
    text = csv_text(_HEADER, _cells(found))
    return divisible_csv_file("comparison-students", text, "teacher")


_HEADER = (
    "Family name",
    "Given name",
    "Student ID",
    "Class",
    "Teacher",
    "Pre-test",
    "Pre-test %",
    "Pre-test level",
    "Post-test",
    "Post-test %",
    "Post-test level",
    "Change in percentage points",
    "Change in %",
)


def _cells(lines: Sequence[StudentLine]) -> Iterator[Sequence[Cell]]:
    for line in lines:
        row, levels = line.row, line.process.levels
        yield (
            row.family,
            row.given,
            row.student,
            row.subject.name,
            row.subject.teacher_name,
            *_score_cells(row.pre_standing, row.pre, _level_name(levels, row.pre_level)),
            *_score_cells(row.post_standing, row.post, _level_name(levels, row.post_level)),
            *_change_cells(row),
        )


def _score_cells(
    standing: Standing | None, share: Fraction | None, level: str | None
) -> tuple[Cell, ...]:
    return standing.value if standing else None, _decimal(share), level


def _change_cells(row: StudentRow) -> tuple[Cell, ...]:
    if row.change is None:
        return None, None
    return _decimal(row.change.points), _decimal(row.change.relative)


def _decimal(share: Fraction | None) -> Cell:
    return None if share is None else rounded(share)
