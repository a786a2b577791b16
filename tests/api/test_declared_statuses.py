"""Refusals that do not follow from what a route declares: the OpenAPI document has them too.

Every reply that a test gets is held against the document (`tests/support/description.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.api.scene import Scene
from tests.support import builders
from tests.support.world import World

Case = tuple[str, str, str, Callable[[Scene], Any], int]


def distributing_nothing(scene: Scene) -> dict[str, Any]:
    return scene.handing_out() | {"assessment_id": "nowhere"}


CASES: dict[str, Case] = {
    "a school of others": (
        "owning teacher", "GET", "/v1/trackers?school_id=south", lambda _: None, 404,
    ),
    "an assessment that is not there": (
        "district admin", "POST", "/v1/distributions", distributing_nothing, 404,
    ),
    "a preview of one that is not there": (
        "district admin", "POST", "/v1/distributions/preview", distributing_nothing, 404,
    ),
    "an import that is not there": (
        "district admin", "POST", "/v1/roster-imports", lambda _: {"restored_import_id": "x"}, 404,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_every_refusal_is_declared(world: World, case: Case) -> None:
    who, method, path, body, status = case
    scene = world.scene(Scene)
    reply = scene.people[who].send(method, path, body(scene))
    assert reply.status == status


@pytest.mark.parametrize("schools", ["", "/north"])
def test_matches_of_an_assessment_that_cannot_be_distributed_are_declared(
    world: World, schools: str
) -> None:
    scene = world.scene(Scene)
    admin = scene.people["district admin"]
    private = builders.an_assessment(world, "dana", visibility="private").id
    empty = admin.post("/v1/assessments", {"title": "New", "visibility": "district"}).body["id"]
    seen = {}
    for assessment in (private, empty):
        path = f"/v1/assessments/{assessment}/matches{schools}"
        reply = admin.get(path)
        seen[reply.status] = reply.body["code"]
    assert seen == {422: "not_private_to_district", 409: "assessment_not_ready"}
