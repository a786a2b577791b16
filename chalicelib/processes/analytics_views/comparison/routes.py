"""HTTP for the comparison of a process's two tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pydantic import Field

from chalicelib.csv_cells import Cell
from chalicelib.paging import Page
from chalicelib.percents import Cuts, in_percent
from chalicelib.processes.analytics.comparison import ComparedRow
from chalicelib.processes.analytics.model import Subject
from chalicelib.processes.analytics.row_order import ComparisonColumn, StudentComparisonColumn
from chalicelib.processes.analytics.sentences import ROUNDED, SCORED_APART, describe_unpaired
from chalicelib.processes.analytics.students import StudentRow
from chalicelib.processes.analytics_views.service import (
    ComparedTests,
    SortOrder,
    StudentLine,
    StudentSelection,
)
from chalicelib.processes.analytics_views.views import (
    PATH,
    AverageChangeView,
    SideBySideView,
    change_view,
    side_by_side,
)
from chalicelib.processes.scores import ResultStatus
from chalicelib.processes.suppression.model import RowPart
from chalicelib.processes.views import (
    ProcessTestView,
    TaughtClassView,
    build_test_view,
    describe_hidden,
    percent_or_none,
)
from chalicelib.suppression import SuppressionReason
from chalicelib.tables import DataTable
from chalicelib.teams.levels import Levels
from chalicelib.web.id_names import NamedStudentView, NamedTeacherView, SchoolName
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import CSV, Request, Routes

if TYPE_CHECKING:
    from chalicelib.processes.wiring import ProcessesWiring

routes = Routes("Process figures")


class ComparisonFiguresView(Representation):
    """Averages before and after.

    A teacher and a class have the students who took both tests with them; the team has also those
    who changed class.
    """

    tested: SideBySideView = Field(serialization_alias="all_tested")
    """Averages over all who took either test. These are not the same students."""
    matched: SideBySideView
    """Averages over those with both tests: only their change is growth."""


class TeacherComparisonView(NamedTeacherView, ComparisonFiguresView):
    """One teacher's classes."""


class ClassComparisonView(TaughtClassView, ComparisonFiguresView):
    """One class."""


class SchoolComparisonView(ComparisonFiguresView):
    """One school's classes."""

    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    school_name: SchoolName = None


class ComparisonView(Representation):
    """Pre- and post-test side by side."""

    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    pre_test: ProcessTestView | None
    """The pre-test; null until it is attached."""
    post_test: ProcessTestView | None
    """The post-test; null until it is attached."""
    team: ComparisonFiguresView
    """The team's averages."""
    schools: list[SchoolComparisonView]
    """For an administrator who sees a part: the averages of each of their schools."""
    teachers: list[TeacherComparisonView]
    """The averages of each teacher's classes."""
    classes: list[ClassComparisonView]
    """The averages of each class."""
    notes: list[str]
    """Further notes, in sentences. Example: `["3 students took one test alone."]`"""
    links: dict[str, str]
    """Where to go on.

    - `students`: The students, one by one.
    - `growth`: The growth.
    """

    @classmethod
    def of(cls, subject: ComparedTests) -> ComparisonView:
        process, figures = subject.process, subject.figures
        path, cuts = PATH.format(process_id=process.id), process.levels.cuts
        return cls(
            process_id=process.id,
            pre_test=build_test_view(process.pre),
            post_test=build_test_view(process.post),
            team=ComparisonFiguresView(**_both(figures.team, cuts, subject.hidden)),
            schools=[
                SchoolComparisonView(school=school, **_both(row, cuts))
                for school, row in subject.schools.items()
            ],
            teachers=[_teacher_row(row, cuts) for row in figures.teachers],
            classes=[_class_row(row, cuts) for row in figures.classes],
            notes=[*_notes(subject), *describe_hidden(subject.hidden)],
            links={"students": f"{path}/comparison/students", "growth": f"{path}/growth"},
        )


def _notes(subject: ComparedTests) -> Iterator[str]:
    if subject.figures.team.tested.change is not None:
        yield ROUNDED
    if left_out := describe_unpaired(subject.figures.unpaired):
        yield left_out
    if subject.process.scored_apart:
        yield SCORED_APART


def _both(
    row: ComparedRow, cuts: Cuts, hidden: Mapping[RowPart, SuppressionReason] = MappingProxyType({})
) -> dict[str, SideBySideView]:
    apart = side_by_side(row.tested, cuts, pre=RowPart.PRE in hidden, post=RowPart.POST in hidden)
    both = RowPart.BOTH in hidden
    return {"tested": apart, "matched": side_by_side(row.matched, cuts, pre=both, post=both)}


def _teacher_row(row: ComparedRow, cuts: Cuts) -> TeacherComparisonView:
    facts = _both(row, cuts)
    return TeacherComparisonView(teacher=row.subject.id, name=row.subject.name, **facts)


def _class_row(row: ComparedRow, cuts: Cuts) -> ClassComparisonView:
    about = row.subject
    return ClassComparisonView(
        class_id=about.id,
        title=about.name,
        teacher=about.teacher,
        teacher_name=about.teacher_name,
        **_both(row, cuts),
    )


class ComparisonQuery(Body):
    """The column that teachers and classes are sorted by; blanks come last either way."""

    sort: ComparisonColumn = ComparisonColumn.NAME
    """The column that teachers and classes are sorted by. Blanks come last either way."""
    order: SortOrder = SortOrder.UP
    """Which way."""


@routes.get(
    PATH + "/comparison",
    policy=STAFF,
    query=ComparisonQuery,
    answer=ComparisonView,
    summary="Compare pre- and post-test, per team, teacher and class",
)
def read_comparison(request: Request[ProcessesWiring], process_id: str) -> ComparedTests:
    asked = request.query or ComparisonQuery()
    return request.services.process_figures.comparison(
        request.caller, process_id, asked.sort, asked.order
    )


# -- students --------------------------------------------------------------------------------------


class StudentsQuery(Body):
    """Whose students, and in which order; blanks come last either way, equals stand by name."""

    teacher: str = Field(default="", max_length=255, validation_alias="teacher_id")
    """Only students of this teacher, by the id. Example: `T-311`"""
    class_id: str = Field(default="", max_length=255)
    """Only students of this class, by its id. Example: `C-3B`"""
    sort: StudentComparisonColumn = StudentComparisonColumn.NAME
    """The column that students are sorted by. Blanks come last either way."""
    order: SortOrder = SortOrder.UP
    """Which way."""

    def build_selection(self) -> StudentSelection:
        """Return what the service is asked."""
        return StudentSelection(self.teacher, self.class_id, self.sort, self.order)


class StudentScoreView(Representation):
    """A student on one test."""

    class_id: str | None
    """The class where the test was taken or is awaited; null when there is none. Example: `C-3B`"""
    standing: ResultStatus | None = Field(serialization_alias="status")
    """The student's status on this test; null when the class has not taken it."""
    percent: float | None
    """The result in percent; null unless `status` is `tested`. Example: `72.5`"""
    level: int | None
    """The level's number, from 1, the lowest; null unless `status` is `tested`. Example: `3`"""
    level_name: str | None
    """The level's name; null unless `status` is `tested`. Example: `Meets`"""


class StudentClassView(Representation):
    """A class that a student is or was in."""

    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    class_title: str
    """The class's title. Example: `Math 3, period 2`"""
    teacher: str = Field(serialization_alias="teacher_id")
    """The id of the teacher whose class it is. Example: `T-311`"""
    teacher_name: str
    """The teacher's name. Example: `Ana Ruiz`"""


class StudentComparisonView(NamedStudentView):
    """A student of the team on both tests.

    A student who changed class is listed once, with both classes.
    """

    class_id: str
    """The class of the pre-test. Example: `C-3B`"""
    class_title: str
    """The class's title. Example: `Math 3, period 2`"""
    teacher: str = Field(serialization_alias="teacher_id")
    """The id of the teacher whose class it is. Example: `T-311`"""
    teacher_name: str
    """The teacher's name. Example: `Ana Ruiz`"""
    classes: list[StudentClassView]
    """The classes of the student; that of the pre-test comes first."""
    pre: StudentScoreView
    """The pre-test."""
    post: StudentScoreView
    """The post-test."""
    change: AverageChangeView | None
    """The change between the tests; null unless both are complete."""

    @classmethod
    def of(cls, subject: StudentLine) -> StudentComparisonView:
        row, levels = subject.row, subject.process.levels
        return cls.take(
            row,
            class_id=row.subject.id,
            class_title=row.subject.name,
            teacher=row.subject.teacher,
            teacher_name=row.subject.teacher_name,
            classes=[_place(each) for each in row.classes],
            pre=StudentScoreView(
                class_id=row.pre_class or None,
                standing=row.pre_standing,
                percent=percent_or_none(row.pre, levels.cuts),
                level=row.pre_level,
                level_name=_level_name(levels, row.pre_level),
            ),
            post=StudentScoreView(
                class_id=row.post_class or None,
                standing=row.post_standing,
                percent=percent_or_none(row.post, levels.cuts),
                level=row.post_level,
                level_name=_level_name(levels, row.post_level),
            ),
            change=change_view(row.change),
        )


def _place(about: Subject) -> StudentClassView:
    return StudentClassView(
        class_id=about.id,
        class_title=about.name,
        teacher=about.teacher,
        teacher_name=about.teacher_name,
    )


def _level_name(levels: Levels, level: int | None) -> str | None:
    return levels.bands[level - 1].name if level else None


def _read_selection(request: Request[Any]) -> StudentSelection:
    query: StudentsQuery = request.query or StudentsQuery()
    return query.build_selection()


@routes.get(
    PATH + "/comparison/students",
    policy=STAFF,
    query=StudentsQuery,
    answer=StudentComparisonView,
    listed=True,
    summary="List students with both tests side by side, sorted by any column",
)
def list_compared_students(request: Request[ProcessesWiring], process_id: str) -> Page[StudentLine]:
    return request.services.process_figures.page_of_students(
        request.caller, process_id, _read_selection(request), *request.window
    )


@routes.get(
    PATH + "/comparison/students.csv",
    policy=STAFF,
    query=StudentsQuery,
    media=CSV,
    summary="Students with both tests side by side as CSV",
)
def download_compared_students(request: Request[ProcessesWiring], process_id: str) -> DataTable:
    """Return students as a file. Raises `TooLarge` for more than an answer holds."""
    found = request.services.process_figures.students(
        request.caller, process_id, _read_selection(request)
    )
    return DataTable("comparison-students", _HEADER, _cells(found), "teacher")


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
    "Change in percentage points (may differ by 0.1 from the difference of the rounded figures)",
    "Change in %",
    "Other class",
    "Other class's teacher",
)
"""The class is that of the pre-test; the other one, for students who changed class, that of the
post-test.
"""


def _cells(lines: Sequence[StudentLine]) -> Iterator[Sequence[Cell]]:
    for line in lines:
        row, levels = line.row, line.process.levels
        yield (
            row.family,
            row.given,
            row.student,
            row.subject.name,
            row.subject.teacher_name,
            *_score_cells(row.pre_standing, row.pre, row.pre_level, levels),
            *_score_cells(row.post_standing, row.post, row.post_level, levels),
            *_change_cells(row),
            ", ".join(each.name for each in row.classes[1:]) or None,
            ", ".join(each.teacher_name for each in row.classes[1:]) or None,
        )


def _score_cells(
    standing: ResultStatus | None, share: Fraction | None, level: int | None, levels: Levels
) -> tuple[Cell, ...]:
    percent = None if share is None else in_percent(share, levels.cuts)
    return standing.value if standing else None, percent, _level_name(levels, level)


def _change_cells(row: StudentRow) -> tuple[Cell, ...]:
    if row.change is None:
        return None, None
    points, relative = row.change.points, row.change.relative
    return in_percent(points), None if relative is None else in_percent(relative)
