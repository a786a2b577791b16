"""HTTP for a distribution's results: as lists, and each list as a CSV file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import Field

from chalicelib.assessments.items import format_points
from chalicelib.clock import instant
from chalicelib.distribution.views import ShownState
from chalicelib.paging import Page, cut
from chalicelib.percents import percent
from chalicelib.rendering import shorten
from chalicelib.results.model import PROMPT_SHOWN
from chalicelib.results.views import LevelCountView, level_views
from chalicelib.web.id_names import NamedSchoolView, NamedTeacherView, NameOf, SetName
from chalicelib.web.policy import ADMINS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from . import order
from .model import DistrictAverage, ResultGroup
from .views import PATH, ItemHeadView, ResultsQuery, read_request

if TYPE_CHECKING:
    from chalicelib.results.wiring import ResultsWiring
    from chalicelib.scales.scale import MasteryScale

    from .service import (
        ClassResult,
        ItemResult,
        ResultRows,
        SchoolResult,
        StandardResult,
        TeacherResult,
        Totals,
    )


T = TypeVar("T")

routes = Routes("Results")


class ClassCountsView(Representation):
    """How many classes have the assessment, and how far they are."""

    total: int
    """How many classes have the assessment. Example: `40`"""
    complete: int
    """How many have everything entered. Example: `28`"""
    partial: int
    """How many have something entered. Example: `6`"""
    not_begun: int = Field(serialization_alias="not_started")
    """How many have nothing entered. Example: `6`"""


class StudentCountsView(Representation):
    """How many students took part."""

    tested: int
    """How many students have everything entered, so that they count. Example: `650`"""
    complete: int
    """The same as `tested`. Example: `650`"""
    partial: int
    """How many have only some of it entered. Example: `12`"""
    absent: int
    """How many were absent. Example: `30`"""
    exempt: int
    """How many need not take it. Example: `4`"""


class AverageView(Representation):
    """The mean of students' shares of the points, over those with everything entered."""

    percent: float | None
    """The mean of the students' shares of the points, in percent; null if there are none.

    Example: `71.4`
    """
    students: int = Field(serialization_alias="student_count")
    """How many students it is of. Example: `650`"""


class GroupView(Representation):
    """The combined results of several classes."""

    classes: ClassCountsView = Field(serialization_alias="class_counts")
    """How far the classes are."""
    students: StudentCountsView = Field(serialization_alias="student_counts")
    """How many students took part."""
    average: AverageView
    """The students' average."""
    levels: list[LevelCountView]
    """How many students reached each mastery level, the lowest first."""


class ResultsView(GroupView):
    """A distribution's results, together; for a school administrator those of their schools."""

    distribution_id: str
    """The distribution's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    assessment_id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The assessment's title. Example: `Unit 3: Fractions`"""
    state: ShownState
    """Where the distribution stands.

    - `scheduled`: It waits for its time.
    - `delivering`: Trackers are getting it.
    - `delivered`: Every tracker has it, or has a reason why not.
    - `canceled`: It was canceled before it started.
    - `recalled`: It was recalled.
    """
    correcting: bool = Field(serialization_alias="correction_running")
    """Whether a correction is scoring results again, so that figures may still change."""
    as_of: str = Field(serialization_alias="calculated_at")
    """When this was added up. Later saves are not in it. Example: `2026-10-05T15:04:05Z`"""
    links: dict[str, str]
    """Where to go on.

    - `schools`: The results by school.
    - `teachers`: The results by teacher.
    - `classes`: The results by class.
    - `items`: The results by item.
    - `standards`: The results by standard.
    - `distribution`: The distribution.
    - `analysis`: How well the test and its items worked.
    """

    @classmethod
    def of(cls, subject: Totals) -> ResultsView:
        asked = subject.asked
        path = f"/v1/distributions/{asked.made.id}"
        links = {name: f"{path}/results/{name}" for name in _LISTS}
        return cls(
            distribution_id=asked.made.id,
            assessment_id=asked.made.assessment,
            title=asked.header.title,
            state=asked.made.state.value,
            correcting=bool(asked.header.correcting),
            as_of=instant(asked.at),
            links={**links, "distribution": path, "analysis": f"{path}/analysis"},
            **group_view(subject.group, asked.scale),
        )


_LISTS = ("schools", "teachers", "classes", "items", "standards")


class SchoolResultView(NamedSchoolView, GroupView):
    """One school's results."""

    @classmethod
    def of(cls, subject: SchoolResult) -> SchoolResultView:
        facts = group_view(subject.group, subject.asked.scale)
        return cls(school=subject.school, name=subject.name, **facts)


class TeacherResultView(NamedTeacherView, GroupView):
    """One teacher's results at one school."""

    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    school_name: str
    """The school's name. Example: `Lincoln Elementary`"""

    @classmethod
    def of(cls, subject: TeacherResult) -> TeacherResultView:
        return cls(
            teacher=subject.teacher,
            name=subject.name,
            school=subject.school,
            school_name=subject.asked.school_name(subject.school),
            **group_view(subject.group, subject.asked.scale),
        )


class ClassResultView(Representation):
    """One class's results."""

    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    title: str
    """The title of the class's tracker. Example: `Math 3, period 2`"""
    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    school_name: str
    """The school's name. Example: `Lincoln Elementary`"""
    teacher: str = Field(serialization_alias="teacher_id")
    """The id of the teacher whose class it is. Example: `T-311`"""
    teacher_name: str
    """The teacher's name. Example: `Ana Ruiz`"""
    stage: str = Field(serialization_alias="state")
    """How far its results are.

    - `not_started`: Nothing is entered.
    - `partial`: Something is entered.
    - `complete`: Everything is entered.
    """
    given: str | None = Field(serialization_alias="given_date")
    """The day on which the class was given it; null until results are saved.

    Example: `2026-10-05`
    """
    students: StudentCountsView = Field(serialization_alias="student_counts")
    """How many students took part."""
    average: AverageView
    """The students' average."""
    levels: list[LevelCountView]
    """How many students reached each mastery level, the lowest first."""

    @classmethod
    def of(cls, subject: ClassResult) -> ClassResultView:
        standing, facts = subject.standing, group_view(subject.group, subject.asked.scale)
        return cls.take(
            standing,
            class_id=standing.school_class,
            school_name=subject.asked.school_name(standing.school),
            teacher_name=subject.teacher_name,
            stage=subject.stage.value,
            given=subject.given or None,
            students=facts["students"],
            average=facts["average"],
            levels=facts["levels"],
        )


class ItemResultView(ItemHeadView):
    """One item: the mean of its points in percent, of students with something entered for it."""

    standards: list[str]
    """The codes of the standards that it assesses. Example: `["3.NF.A.1"]`"""
    percent: float | None
    """The mean of the points earned, in percent of its points; null if there are none.

    Example: `71.4`
    """
    students: int = Field(serialization_alias="student_count")
    """How many students have something entered for it. Example: `660`"""

    @classmethod
    def of(cls, subject: ItemResult) -> ItemResultView:
        return cls.take(
            subject,
            prompt=shorten(subject.prompt, PROMPT_SHOWN),
            points=format_points(subject.worth),
            percent=percent(subject.share),
            students=subject.total.students,
        )


class StandardResultView(Representation):
    """One standard: of students with every item of it entered."""

    standard: str
    """The standard's code. Example: `3.NF.A.1`"""
    statement: Annotated[str | None, NameOf("standard", "standard")] = None
    """The text of the standard; null if it is not known."""
    standards_set_id: str
    """The set of the standard. Example: `jf.math.3`"""
    standards_set_name: SetName = None
    average: AverageView
    """The average of students with every item of it entered."""
    levels: list[LevelCountView]
    """How many of them reached each mastery level, the lowest first."""

    @classmethod
    def of(cls, subject: StandardResult) -> StandardResultView:
        total = subject.total
        return cls(
            standard=subject.code,
            standards_set_id=subject.asked.header.set_id,
            average=_average(total.average, subject.asked.scale),
            levels=level_views(subject.asked.scale, total.levels),
        )


def group_view(group: ResultGroup, scale: MasteryScale) -> dict[str, Any]:
    """Return the fields of a `GroupView`."""
    return {
        "classes": ClassCountsView(
            total=group.classes,
            complete=group.complete_classes,
            partial=group.partial_classes,
            not_begun=group.waiting_classes,
        ),
        "students": StudentCountsView.of(group),
        "average": _average(group.average, scale),
        "levels": level_views(scale, group.levels),
    }


def _average(average: DistrictAverage, scale: MasteryScale) -> AverageView:
    return AverageView(percent=percent(average.share, scale.cuts), students=average.students)


@routes.get(
    PATH,
    policy=ADMINS,
    query=ResultsQuery,
    answer=ResultsView,
    summary="Read a distribution's results: completion, average, levels",
)
def read_distribution_results(request: Request[ResultsWiring], distribution_id: str) -> Totals:
    """Sum up all that the caller may see.

    Administrators of a school get their school's part.
    """
    return request.services.district_results.totals(*read_request(request, distribution_id))


# -- lists ----------------------------------------------------------------------------------------


def _build_page(
    request: Request[Any], found: ResultRows[T], place: Callable[[T], list[Any]]
) -> Page[T]:
    page = cut(found.rows, *request.window, place)
    return Page(page.items, page.after, {"calculated_at": instant(found.asked.at)})


@routes.get(
    f"{PATH}/schools",
    policy=ADMINS,
    query=ResultsQuery,
    answer=SchoolResultView,
    listed=True,
    summary="List a distribution's results by school",
)
def list_school_results(
    request: Request[ResultsWiring], distribution_id: str
) -> Page[SchoolResult]:
    """List schools by name."""
    found = request.services.district_results.schools(*read_request(request, distribution_id))
    return _build_page(request, found, order.school_place)


@routes.get(
    f"{PATH}/teachers",
    policy=ADMINS,
    query=ResultsQuery,
    answer=TeacherResultView,
    listed=True,
    summary="List a distribution's results by teacher",
)
def list_teacher_results(
    request: Request[ResultsWiring], distribution_id: str
) -> Page[TeacherResult]:
    """List teachers by school and name."""
    found = request.services.district_results.teachers(*read_request(request, distribution_id))
    return _build_page(request, found, order.teacher_place)


@routes.get(
    f"{PATH}/classes",
    policy=ADMINS,
    query=ResultsQuery,
    answer=ClassResultView,
    listed=True,
    summary="List a distribution's results by class, those not begun too",
)
def list_class_results(request: Request[ResultsWiring], distribution_id: str) -> Page[ClassResult]:
    """List classes by school, teacher and title."""
    found = request.services.district_results.classes(*read_request(request, distribution_id))
    return _build_page(request, found, order.class_place)


@routes.get(
    f"{PATH}/items",
    policy=ADMINS,
    query=ResultsQuery,
    answer=ItemResultView,
    listed=True,
    summary="List a distribution's results by item",
)
def list_item_results(request: Request[ResultsWiring], distribution_id: str) -> Page[ItemResult]:
    """List items in the assessment's order."""
    found = request.services.district_results.items(*read_request(request, distribution_id))
    return _build_page(request, found, order.item_place)


@routes.get(
    f"{PATH}/standards",
    policy=ADMINS,
    query=ResultsQuery,
    answer=StandardResultView,
    listed=True,
    summary="List a distribution's results by standard",
)
def list_standard_results(
    request: Request[ResultsWiring], distribution_id: str
) -> Page[StandardResult]:
    """List standards in the set's order."""
    found = request.services.district_results.standards(*read_request(request, distribution_id))
    return _build_page(request, found, order.standard_place)
