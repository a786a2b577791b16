"""The AWS calls of each route of trackers, results, mastery and the item bank, one by one.

`test_access_patterns` has those that need a story; each other route has a row here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

import app  # noqa: F401 - its rooms are looked through
from chalicelib.web.lazy_routes import every_domain, find_route
from tests.api.scene import Scene
from tests.house import test_access_patterns as patterns
from tests.house.test_access_patterns import (
    BATCH,
    COMMIT,
    GET,
    QUERY,
    SCREENS,
    SIGNING_IN,
    TEACHERS_SCREENS,
    watching,
)
from tests.support import sheets
from tests.support.world import DISTRICT, World

ROOMS = (
    "/v1/trackers",
    "/v1/students",
    "/v1/items",
    "/v1/printouts",
    "/v1/assessments/{assessment_id}/printouts",
    "/v1/assessments/{assessment_id}/bank-items",
    "/v1/assessments/{assessment_id}/items/",
)
"""Beginnings of the routes that must have a row or a story."""
BOARD = "/v1/trackers/BOARD"
SHEET = f"{BOARD}/sheets/TEST"
DRAFT = "/v1/assessments/{draft}"
VIEW = [GET, BATCH, GET]
"""A tracker, the titles of what it holds, its standards set."""
RESULTS = [GET, GET, BATCH, GET, GET]
"""A tracker, its class, an assessment, the district, the sheet."""
ANALYSIS = [GET, GET, BATCH, BATCH]
MASTERY = [GET, GET, BATCH, GET, QUERY]
"""A tracker, its class, headers, the standards set, all sheets of the class."""


class Ask(NamedTuple):
    """A request of the class's teacher; `of` is what it changes, whose version it names."""

    method: str
    path: str
    body: Any = None
    of: str = ""


CALLS: tuple[tuple[Ask, list[str]], ...] = (
    (Ask("GET", BOARD), VIEW),
    (Ask("GET", f"{BOARD}/mastery"), MASTERY),
    (Ask("GET", f"{SHEET}/history"), [GET, GET, GET, QUERY, BATCH]),
    (Ask("GET", f"{SHEET}/students.csv"), RESULTS),
    (Ask("GET", f"{SHEET}/analysis"), ANALYSIS),
    (Ask("GET", f"{SHEET}/analysis.csv"), ANALYSIS),
    (Ask("POST", f"{BOARD}/preview", {"level_count": 4}), MASTERY),
    (Ask("POST", f"{BOARD}/preview", {"calculation": {"method": "highest"}}), MASTERY),
    (Ask("PATCH", BOARD, {"title": "Period 2"}, BOARD), [*VIEW, COMMIT]),
    (Ask("PATCH", BOARD, {"calculation": {"method": "highest"}}, BOARD), [*VIEW, COMMIT]),
    # new trackers that match
    (Ask("PATCH", BOARD, {"level_count": 4}, BOARD), [*VIEW, QUERY, COMMIT]),
    (Ask("PATCH", BOARD, {"archived": True}, BOARD), [*VIEW, COMMIT]),
    # who is taken in
    (Ask("PUT", f"{BOARD}/collaborators/olga", None, BOARD), [GET, BATCH, BATCH, GET, COMMIT]),
    (Ask("DELETE", f"{BOARD}/collaborators/cole", None, BOARD), [*VIEW, COMMIT]),
    (
        Ask(
            "POST",
            f"{DRAFT}/bank-items",
            {"items": [{"assessment_id": "TEST", "item_id": "one"}]},
            DRAFT,
        ),
        [BATCH, GET, BATCH, BATCH, GET, COMMIT],
    ),
    (Ask("GET", "/v1/assessments/TEST/items/one/uses"), [BATCH, QUERY, BATCH]),
)
STORIES = {
    "create_tracker": patterns.test_a_teacher_creates_a_tracker_in_one_transaction,
    "add_tracker_assessment": (
        patterns.test_adding_an_assessment_asks_for_results_only_where_there_are_some
    ),
    "remove_tracker_assessment": patterns.test_an_assessment_is_taken_out_in_one_transaction,
    "restore_tracker_assessment": patterns.test_an_assessment_is_taken_out_in_one_transaction,
    "list_sheets": (patterns.test_results_are_shown_in_five_reads_and_saved_in_one_transaction),
    "read_sheet": (patterns.test_results_are_shown_in_five_reads_and_saved_in_one_transaction),
    "change_sheet": (patterns.test_results_are_shown_in_five_reads_and_saved_in_one_transaction),
    "import_response_file": patterns.test_a_file_costs_its_look_and_then_what_a_person_would,
    "read_printout": patterns.test_printing_a_test_reads_what_decides_and_writes_once,
    "create_test_printout": patterns.test_printing_a_test_reads_what_decides_and_writes_once,
}
"""Operations that have a test of their own, and that test."""


def prepare_results(world: World) -> Scene:
    """Return a teacher whose class has results on a test."""
    scene = Scene(world)
    board = sheets.a_tracker(DISTRICT, "TEST")
    world.services.table.commit([*sheets.a_test(DISTRICT, sheets.a_header()), *board])
    entered = sheets.entering(sheets.student("stu1", one="A"))
    saved = scene.people["owning teacher"].patch(SHEET, entered, etag='"0"')
    assert saved.status == 200, saved.body
    return scene


@pytest.fixture
def scene(world: World) -> Scene:
    return world.scene(prepare_results)


@pytest.mark.parametrize(("ask", "expected"), CALLS, ids=[" ".join(ask[:2]) for ask, _ in CALLS])
def test_a_route_asks_what_its_row_says(scene: Scene, ask: Ask, expected: list[str]) -> None:
    tess = scene.people["owning teacher"]
    path, of = (each.format(draft=scene.draft.id) for each in (ask.path, ask.of))
    version = {"If-Match": tess.get(of).etag} if of else {}
    with watching(scene.world) as watch:
        reply = tess.send(ask.method, path, ask.body, version)
    assert reply.status == 200, reply.body
    assert watch.calls == [*SIGNING_IN, *expected]


def test_every_route_has_a_row_or_a_story() -> None:
    rows = [(ask.method, ask.path) for ask, _ in CALLS]
    rows += [("GET", path.partition("?")[0]) for path in (*SCREENS, *TEACHERS_SCREENS)]
    found = [find_route(method, path) for method, path in rows]
    counted = {each[0].name for each in found if each}
    assert {name for name in operations() if name not in counted} == set(STORIES)


def operations() -> Iterator[str]:
    for routes in every_domain():
        for route in routes.routes:
            if route.path.startswith(ROOMS):
                yield route.name
