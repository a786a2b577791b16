"""HTTP for a distribution's results as CSV files, each the whole of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from chalicelib.results.district import order
from chalicelib.results.district.columns import (
    Columns,
    class_columns,
    item_columns,
    school_columns,
    standard_columns,
    table,
    teacher_columns,
)
from chalicelib.results.district.views import PATH, ResultsQuery, read_request
from chalicelib.tables import DataTable
from chalicelib.web.policy import ADMINS
from chalicelib.web.routes import CSV, Request, Routes

if TYPE_CHECKING:
    from chalicelib.results.district.service import ResultRows
    from chalicelib.results.wiring import ResultsWiring
    from chalicelib.scales.scale import MasteryScale


T = TypeVar("T")

routes = Routes("Results")

_CSV: dict[str, Any] = {"policy": ADMINS, "query": ResultsQuery, "media": CSV}


@routes.get(f"{PATH}/schools.csv", summary="Schools as CSV", **_CSV)
def download_school_results(request: Request[ResultsWiring], distribution_id: str) -> DataTable:
    found = request.services.district_results.schools(*read_request(request, distribution_id))
    return _file("schools", school_columns, found, order.school_place)


@routes.get(f"{PATH}/teachers.csv", summary="Teachers as CSV", **_CSV)
def download_teacher_results(request: Request[ResultsWiring], distribution_id: str) -> DataTable:
    found = request.services.district_results.teachers(*read_request(request, distribution_id))
    return _file("teachers", teacher_columns, found, order.teacher_place)


@routes.get(f"{PATH}/classes.csv", summary="Classes as CSV", **_CSV)
def download_class_results(request: Request[ResultsWiring], distribution_id: str) -> DataTable:
    found = request.services.district_results.classes(*read_request(request, distribution_id))
    return _file("classes", class_columns, found, order.class_place)


@routes.get(f"{PATH}/items.csv", summary="Items as CSV", **_CSV)
def download_item_results(request: Request[ResultsWiring], distribution_id: str) -> DataTable:
    found = request.services.district_results.items(*read_request(request, distribution_id))
    return _file("items", item_columns, found, order.item_place)


@routes.get(f"{PATH}/standards.csv", summary="Standards as CSV", **_CSV)
def download_standard_results(request: Request[ResultsWiring], distribution_id: str) -> DataTable:
    found = request.services.district_results.standards(*read_request(request, distribution_id))
    return _file("standards", standard_columns, found, order.standard_place)


def _file(
    name: str,
    columns: Callable[[MasteryScale], Columns],
    found: ResultRows[T],
    place: Callable[[T], list[Any]],
) -> DataTable:
    """Return rows as a table to keep."""
    header, rows = table(columns(found.asked.scale), sorted(found.rows, key=place))
    return DataTable(f"results-{name}", header, rows, "school")
