"""HTTP for a distribution's results: as lists, and each list as a CSV file."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import Field

from chalicelib.acts import Answer
from chalicelib.clock import instant
from chalicelib.csv_cells import csv_text
from chalicelib.errors import TooLarge
from chalicelib.paging import Page, cut
from chalicelib.web.policy import ADMINS
from chalicelib.web.representation import Body
from chalicelib.web.routes import Request, Routes
from chalicelib.wiring import services

from .district_views import (
    ClassResultView,
    Columns,
    ItemResultView,
    ResultsView,
    SchoolResultView,
    StandardResultView,
    TeacherResultView,
    class_columns,
    item_columns,
    school_columns,
    standard_columns,
    table,
    teacher_columns,
)

if TYPE_CHECKING:
    from chalicelib.mastery.model import Scale

    from .district_service import (
        ClassResult,
        ItemResult,
        Rows,
        SchoolResult,
        StandardResult,
        TeacherResult,
        Totals,
    )

T = TypeVar("T")

routes = Routes("Results")

LARGEST = 5_500_000
"""Bytes of a file: Lambda answers with up to 6 MB."""

_PATH = "/v1/distributions/{distribution_id}/results"
_CSV: dict[str, Any] = {"policy": ADMINS, "media": "text/csv"}


class ResultsQuery(Body):
    """Whether only one school's results are wanted."""

    school: str = Field(default="", max_length=255)


def _asked(request: Request, distribution_id: str) -> tuple[Any, str, str]:
    """Who asks for which distribution, and for which school's part of it."""
    return request.caller, distribution_id, request.query.school if request.query else ""


@routes.get(
    _PATH,
    policy=ADMINS,
    query=ResultsQuery,
    answer=ResultsView,
    summary="Read a distribution's results: completion, average, levels",
)
def read_distribution_results(request: Request, distribution_id: str) -> Totals:
    """Sum up all that the caller may see."""
    return services().district_results.totals(*_asked(request, distribution_id))


# -- lists ----------------------------------------------------------------------------------------


def _listed(request: Request, found: Rows[T], place: Callable[[T], list[Any]]) -> Page[T]:
    page = cut(found.rows, request.window.limit, request.window.after, place)
    return Page(page.items, page.after, {"as_of": instant(found.asked.at)})


@routes.get(
    f"{_PATH}/schools",
    policy=ADMINS,
    query=ResultsQuery,
    answer=SchoolResultView,
    listed=True,
    summary="List a distribution's results by school",
)
def list_school_results(request: Request, distribution_id: str) -> Page[SchoolResult]:
    """List schools by name."""
    found = services().district_results.schools(*_asked(request, distribution_id))
    return _listed(request, found, _school_place)


@routes.get(
    f"{_PATH}/teachers",
    policy=ADMINS,
    query=ResultsQuery,
    answer=TeacherResultView,
    listed=True,
    summary="List a distribution's results by teacher",
)
def list_teacher_results(request: Request, distribution_id: str) -> Page[TeacherResult]:
    """List teachers by school and name."""
    found = services().district_results.teachers(*_asked(request, distribution_id))
    return _listed(request, found, _teacher_place)


@routes.get(
    f"{_PATH}/classes",
    policy=ADMINS,
    query=ResultsQuery,
    answer=ClassResultView,
    listed=True,
    summary="List a distribution's results by class, those not begun too",
)
def list_class_results(request: Request, distribution_id: str) -> Page[ClassResult]:
    """List classes by school, teacher and title."""
    found = services().district_results.classes(*_asked(request, distribution_id))
    return _listed(request, found, _class_place)


@routes.get(
    f"{_PATH}/items",
    policy=ADMINS,
    query=ResultsQuery,
    answer=ItemResultView,
    listed=True,
    summary="List a distribution's results by item",
)
def list_item_results(request: Request, distribution_id: str) -> Page[ItemResult]:
    """List items in the assessment's order."""
    found = services().district_results.items(*_asked(request, distribution_id))
    return _listed(request, found, _item_place)


@routes.get(
    f"{_PATH}/standards",
    policy=ADMINS,
    query=ResultsQuery,
    answer=StandardResultView,
    listed=True,
    summary="List a distribution's results by standard",
)
def list_standard_results(request: Request, distribution_id: str) -> Page[StandardResult]:
    """List standards in the set's order."""
    found = services().district_results.standards(*_asked(request, distribution_id))
    return _listed(request, found, _standard_place)


# -- files ----------------------------------------------------------------------------------------


@routes.get(f"{_PATH}/schools.csv", query=ResultsQuery, summary="Schools as CSV", **_CSV)
def download_school_results(request: Request, distribution_id: str) -> Answer:
    """Give all schools as a file."""
    found = services().district_results.schools(*_asked(request, distribution_id))
    return _file("schools", school_columns, found, _school_place)


@routes.get(f"{_PATH}/teachers.csv", query=ResultsQuery, summary="Teachers as CSV", **_CSV)
def download_teacher_results(request: Request, distribution_id: str) -> Answer:
    """Give all teachers as a file."""
    found = services().district_results.teachers(*_asked(request, distribution_id))
    return _file("teachers", teacher_columns, found, _teacher_place)


@routes.get(f"{_PATH}/classes.csv", query=ResultsQuery, summary="Classes as CSV", **_CSV)
def download_class_results(request: Request, distribution_id: str) -> Answer:
    """Give all classes as a file."""
    found = services().district_results.classes(*_asked(request, distribution_id))
    return _file("classes", class_columns, found, _class_place)


@routes.get(f"{_PATH}/items.csv", query=ResultsQuery, summary="Items as CSV", **_CSV)
def download_item_results(request: Request, distribution_id: str) -> Answer:
    """Give all items as a file."""
    found = services().district_results.items(*_asked(request, distribution_id))
    return _file("items", item_columns, found, _item_place)


@routes.get(f"{_PATH}/standards.csv", query=ResultsQuery, summary="Standards as CSV", **_CSV)
def download_standard_results(request: Request, distribution_id: str) -> Answer:
    """Give all standards as a file."""
    found = services().district_results.standards(*_asked(request, distribution_id))
    return _file("standards", standard_columns, found, _standard_place)


def _file(
    name: str,
    columns: Callable[[Scale], Columns],
    found: Rows[T],
    place: Callable[[T], list[Any]],
) -> Answer:
    """Give rows as a file to keep. Raises `TooLarge` for more than an answer holds."""
    text = csv_text(*table(columns(found.asked.scale), sorted(found.rows, key=place)))
    if len(json.dumps(text)) > LARGEST:
        raise TooLarge(
            "results_too_large",
            "These are more rows than one file can hold. Download them school by school: add "
            "school= to the address.",
            pointer="query:school",
        )
    headers = {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": f'attachment; filename="results-{name}.csv"',
    }
    return Answer(200, text, headers)


def _school_place(row: SchoolResult) -> list[Any]:
    return [row.name.casefold(), row.school]


def _teacher_place(row: TeacherResult) -> list[Any]:
    school = row.asked.school_name(row.school)
    return [school.casefold(), row.name.casefold(), row.school, row.teacher]


def _class_place(row: ClassResult) -> list[Any]:
    one = row.standing
    school = row.asked.school_name(one.school)
    return [
        school.casefold(),
        row.teacher_name.casefold(),
        one.title,
        one.school_class,
        one.tracker,
    ]


def _item_place(row: ItemResult) -> list[Any]:
    return [row.number]


def _standard_place(row: StandardResult) -> list[Any]:
    return [row.position]
