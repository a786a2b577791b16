"""Each table that can be kept as CSV, as an Excel workbook: for who asks for one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib.errors import TooLarge
from chalicelib.tables import DataTable
from chalicelib.web.lazy_routes import every_domain
from chalicelib.web.routes import CSV
from chalicelib.web.table_files import MOST_CELLS, WORKBOOK, write_table
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.api.results_scene import HALF, RIGHT, Results
from tests.support.workbooks import read_by_calamine
from tests.support.world import Reply, World, WorldPerson

LISTS = ("schools", "teachers", "classes", "items", "standards", "students")


@pytest.fixture
def results(world: World) -> Results:
    made: Results = world.scene(Results, 6)
    made.enter("c1", RIGHT, HALF, "absent", ["A", True, "0"])
    return made


def addresses(results: Results) -> Iterator[str]:
    tracker = f"/v1/trackers/{results.trackers['c1']}"
    yield from (f"{results.path}/results/{each}.csv" for each in LISTS)
    yield f"{results.path}/analysis.csv"
    yield f"{tracker}/mastery.csv"
    yield f"{tracker}/sheets/{results.assessment}/students.csv"
    yield f"{tracker}/sheets/{results.assessment}/analysis.csv"


def both(person: WorldPerson, path: str) -> tuple[Reply, Reply]:
    return expect_ok(person.get(path)), expect_ok(person.get(path, Accept=WORKBOOK))


def plain(value: Any) -> str:
    """Write what stands in a workbook as our CSV would."""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return str(value)


def test_a_workbook_says_what_the_csv_file_says(results: Results) -> None:
    for path in addresses(results):
        text, book = both(results.dana, path)
        assert book.headers["Content-Type"] == WORKBOOK, path
        name = text.headers["Content-Disposition"].replace(".csv", ".xlsx")
        assert book.headers["Content-Disposition"] == name
        rows = list(csv.reader(io.StringIO(text.body.removeprefix("\ufeff"), newline="")))
        found = [[plain(cell) for cell in row] for row in read_by_calamine(book.body)]
        assert found == [[cell.removeprefix("'") for cell in row] for row in rows], path


def test_every_csv_file_is_a_table_and_written_in_one_place() -> None:
    routes = [each for domain in every_domain() for each in domain.routes if each.media == CSV]
    assert len(routes) == 13
    assert {each.view.__annotations__["return"] for each in routes} == {"DataTable"}


def test_students_of_a_comparison_are_a_workbook_too(world: World) -> None:
    team: TeamAtWork = world.scene(TeamAtWork)
    text, book = both(team.lena, f"/v1/processes/{team.process}/comparison/students.csv")
    assert len(read_by_calamine(book.body)) == len(text.body.splitlines())


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (WORKBOOK, WORKBOOK),
        (f"{WORKBOOK}, application/problem+json", WORKBOOK),
        (f"text/csv, {WORKBOOK}", f"{CSV}; charset=utf-8"),
        ("*/*", f"{CSV}; charset=utf-8"),
        ("application/json", f"{CSV}; charset=utf-8"),
    ],
)
def test_a_client_that_accepts_csv_too_gets_csv(results: Results, accept: str, kind: str) -> None:
    path = f"{results.path}/results/schools.csv"
    assert expect_ok(results.dana.get(path, Accept=accept)).headers["Content-Type"] == kind


def test_a_person_without_the_right_to_a_table_gets_no_workbook_either(results: Results) -> None:
    path = f"{results.path}/results/schools.csv"
    refused = results.people["tess"].get(path, Accept=WORKBOOK)
    assert (refused.status, refused.code) == (403, results.people["tess"].get(path).code)


def test_more_cells_than_a_workbook_holds_are_refused_with_the_way_out() -> None:
    rows = [[1] * 1000] * (MOST_CELLS // 1000 + 1)
    with pytest.raises(TooLarge, match="school by school"):
        write_table(DataTable("t", ["a"] * 1000, rows, "school"), WORKBOOK)
    with pytest.raises(TooLarge, match="as CSV"):
        write_table(DataTable("t", ["a"] * 1000, rows), WORKBOOK)
    assert write_table(DataTable("t", ["a"] * 1000, rows), "").status == 200
