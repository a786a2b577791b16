"""HTTP for a distribution's results: as lists, and each list as a CSV file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import Field

from chalicelib.assessments.items import say_points
from chalicelib.clock import instant
from chalicelib.distribution.views import ShownState
from chalicelib.paging import Page, cut
from chalicelib.percents import percent
from chalicelib.rendering import shortened
from chalicelib.results.model import PROMPT_SHOWN
from chalicelib.results.routes import LevelCountView, level_views
from chalicelib.web.policy import ADMINS
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from . import order
from .model import Average, Group

if TYPE_CHECKING:
    from chalicelib.scales.scale import Scale

    from .service import (
        ClassResult,
        DistrictResults,
        ItemResult,
        Rows,
        SchoolResult,
        StandardResult,
        TeacherResult,
        Totals,
    )

    class ResultsDistrictServices(Protocol):
        """What the edge hands to these views."""

        district_results: DistrictResults

    ResultsDistrictRequest = Request[ResultsDistrictServices]


T = TypeVar("T")

routes = Routes("Results")

PATH = "/v1/distributions/{distribution_id}/results"


class ClassCountsView(Representation):
    """How many classes have the assessment, and how far they are."""

    total: int
    complete: int
    partial: int
    not_begun: int = Field(serialization_alias="not_started")


class StudentCountsView(Representation):
    """How many students took part; `tested` = `complete`: everything is entered, so they count.

    `partial`: some of it is entered so far.
    """

    tested: int
    complete: int
    partial: int
    absent: int
    exempt: int


class AverageView(Representation):
    """The mean of students' shares of the points, over `student_count` with complete results."""

    percent: float | None
    students: int = Field(serialization_alias="student_count")


class GroupView(Representation):
    """What classes reached together."""

    classes: ClassCountsView = Field(serialization_alias="class_counts")
    students: StudentCountsView = Field(serialization_alias="student_counts")
    average: AverageView
    levels: list[LevelCountView]


class ResultsView(GroupView):
    """A distribution's results, together; those of a school admin are of their schools.

    `correction_running`: a correction of the key is re-scoring sheets, so figures may still change.
    """

    distribution_id: str
    assessment_id: str
    title: str
    state: ShownState
    correcting: bool = Field(serialization_alias="correction_running")
    as_of: str = Field(serialization_alias="calculated_at")
    links: dict[str, str]

    @classmethod
    def of(cls, subject: Totals) -> ResultsView:
        """Render the totals."""
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


class SchoolResultView(GroupView):
    """One school's results."""

    school: str = Field(serialization_alias="school_id")
    name: str = Field(serialization_alias="school_name")

    @classmethod
    def of(cls, subject: SchoolResult) -> SchoolResultView:
        """Render a school."""
        facts = group_view(subject.group, subject.asked.scale)
        return cls(school=subject.school, name=subject.name, **facts)


class TeacherResultView(GroupView):
    """One teacher's results at one school."""

    teacher: str = Field(serialization_alias="teacher_id")
    name: str = Field(serialization_alias="teacher_name")
    school: str = Field(serialization_alias="school_id")
    school_name: str

    @classmethod
    def of(cls, subject: TeacherResult) -> TeacherResultView:
        """Render a teacher."""
        return cls(
            teacher=subject.teacher,
            name=subject.name,
            school=subject.school,
            school_name=subject.asked.school_name(subject.school),
            **group_view(subject.group, subject.asked.scale),
        )


class ClassResultView(Representation):
    """One class's results; `title` is its tracker's, `state` not_begun, partial or complete."""

    class_id: str
    title: str
    school: str = Field(serialization_alias="school_id")
    school_name: str
    teacher: str = Field(serialization_alias="teacher_id")
    teacher_name: str
    stage: str = Field(serialization_alias="state")
    given: str | None = Field(serialization_alias="given_date")
    students: StudentCountsView = Field(serialization_alias="student_counts")
    average: AverageView
    levels: list[LevelCountView]

    @classmethod
    def of(cls, subject: ClassResult) -> ClassResultView:
        """Render a class."""
        standing, facts = subject.standing, group_view(subject.group, subject.asked.scale)
        return cls(
            class_id=standing.school_class,
            title=standing.title,
            school=standing.school,
            school_name=subject.asked.school_name(standing.school),
            teacher=standing.teacher,
            teacher_name=subject.teacher_name,
            stage=subject.stage.value,
            given=subject.given or None,
            students=facts["students"],
            average=facts["average"],
            levels=facts["levels"],
        )


class ItemResultView(Representation):
    """One item: the mean of its points in percent, of students with something entered for it."""

    number: int
    item: str = Field(serialization_alias="item_id")
    kind: str
    prompt: str
    points: str
    standards: list[str]
    percent: float | None
    students: int = Field(serialization_alias="student_count")

    @classmethod
    def of(cls, subject: ItemResult) -> ItemResultView:
        """Render an item."""
        return cls(
            number=subject.number,
            item=subject.item,
            kind=subject.kind,
            prompt=shortened(subject.prompt, PROMPT_SHOWN),
            points=say_points(subject.worth),
            standards=subject.standards,
            percent=percent(subject.share),
            students=subject.total.students,
        )


class StandardResultView(Representation):
    """One standard: of students with every item of it entered."""

    standard: str
    average: AverageView
    levels: list[LevelCountView]

    @classmethod
    def of(cls, subject: StandardResult) -> StandardResultView:
        """Render a standard."""
        total = subject.total
        return cls(
            standard=subject.code,
            average=_average(total.average, subject.asked.scale),
            levels=level_views(subject.asked.scale, total.levels),
        )


def group_view(group: Group, scale: Scale) -> dict[str, Any]:
    """Give the fields of a `GroupView`."""
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


def _average(average: Average, scale: Scale) -> AverageView:
    return AverageView(percent=percent(average.share, scale.cuts), students=average.students)


class ResultsQuery(Body):
    """Whether only one school's results are wanted."""

    school: str = Field(default="", max_length=255, validation_alias="school_id")


def asked_of(request: Request[Any], distribution_id: str) -> tuple[Any, str, str]:
    """Who asks for which distribution, and for which school's part of it."""
    return request.caller, distribution_id, request.query.school if request.query else ""


@routes.get(
    PATH,
    policy=ADMINS,
    query=ResultsQuery,
    answer=ResultsView,
    summary="Read a distribution's results: completion, average, levels",
)
def read_distribution_results(request: ResultsDistrictRequest, distribution_id: str) -> Totals:
    """Sum up all that the caller may see."""
    return request.services.district_results.totals(*asked_of(request, distribution_id))


# -- lists ----------------------------------------------------------------------------------------


def _listed(request: Request[Any], found: Rows[T], place: Callable[[T], list[Any]]) -> Page[T]:
    page = cut(found.rows, request.window.limit, request.window.after, place)
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
    request: ResultsDistrictRequest, distribution_id: str
) -> Page[SchoolResult]:
    """List schools by name."""
    found = request.services.district_results.schools(*asked_of(request, distribution_id))
    return _listed(request, found, order.school_place)


@routes.get(
    f"{PATH}/teachers",
    policy=ADMINS,
    query=ResultsQuery,
    answer=TeacherResultView,
    listed=True,
    summary="List a distribution's results by teacher",
)
def list_teacher_results(
    request: ResultsDistrictRequest, distribution_id: str
) -> Page[TeacherResult]:
    """List teachers by school and name."""
    found = request.services.district_results.teachers(*asked_of(request, distribution_id))
    return _listed(request, found, order.teacher_place)


@routes.get(
    f"{PATH}/classes",
    policy=ADMINS,
    query=ResultsQuery,
    answer=ClassResultView,
    listed=True,
    summary="List a distribution's results by class, those not begun too",
)
def list_class_results(request: ResultsDistrictRequest, distribution_id: str) -> Page[ClassResult]:
    """List classes by school, teacher and title."""
    found = request.services.district_results.classes(*asked_of(request, distribution_id))
    return _listed(request, found, order.class_place)


@routes.get(
    f"{PATH}/items",
    policy=ADMINS,
    query=ResultsQuery,
    answer=ItemResultView,
    listed=True,
    summary="List a distribution's results by item",
)
def list_item_results(request: ResultsDistrictRequest, distribution_id: str) -> Page[ItemResult]:
    """List items in the assessment's order."""
    found = request.services.district_results.items(*asked_of(request, distribution_id))
    return _listed(request, found, order.item_place)


@routes.get(
    f"{PATH}/standards",
    policy=ADMINS,
    query=ResultsQuery,
    answer=StandardResultView,
    listed=True,
    summary="List a distribution's results by standard",
)
def list_standard_results(
    request: ResultsDistrictRequest, distribution_id: str
) -> Page[StandardResult]:
    """List standards in the set's order."""
    found = request.services.district_results.standards(*asked_of(request, distribution_id))
    return _listed(request, found, order.standard_place)
