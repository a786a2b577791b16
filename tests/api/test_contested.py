"""A change that somebody else overtakes every time: refused in words, nothing of it saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.storage.optimistic import TRIES
from tests.api.scene import Scene
from tests.support import builders
from tests.support.contested import contest
from tests.support.world import Reply, World, WorldPerson


@pytest.fixture
def scene(world: World) -> Scene:
    return world.scene(Scene)


Change = Callable[[Scene, WorldPerson], Reply]
CHANGES: dict[str, tuple[str, Change]] = {
    "set_goal": (
        "goal_busy",
        lambda s, who: who.put(
            f"/v1/processes/{s.tested_process}/goals/c1", {"measure": "x"}, '"0"'
        ),
    ),
    "save_page": (
        "page_busy",
        lambda s, who: who.patch(
            f"/v1/processes/{s.process}/pages/analyze", {"strengths": "Number lines"}, '"0"'
        ),
    ),
    "leave_team": (
        "team_busy",
        lambda s, who: who.delete(f"/v1/teams/{s.team.id}/members/cole", '"1"'),
    ),
    "enter_results": (
        "sheet_busy",
        lambda s, who: who.patch(
            f"/v1/trackers/{s.tracker.id}/sheets/{s.given}",
            {"students": [{"student_id": "stu1", "status": "absent"}]},
            '"0"',
        ),
    ),
    "create_tracker": (
        "roster_being_applied",
        lambda _, who: who.post(
            "/v1/trackers", {"class_id": "c1", "standards_set_id": builders.SET}
        ),
    ),
    "create_process_reminder": (
        "reminder_busy",
        lambda s, who: who.post(f"/v1/processes/{s.tested_process}/reminders", {"test": "pre"}),
    ),
    "create_process_reminders": (
        "reminder_busy",
        lambda s, _: s.people["district admin"].post(
            "/v1/process-reminders",
            {"tests": [{"process_id": s.tested_process, "test": "pre"}]},
        ),
    ),
    "activate_test": (
        "process_busy",
        lambda s, who: who.post(
            f"/v1/processes/{s.process}/activations", {"test": "pre", "class_id": "c1"}
        ),
    ),
}

CONTESTED = {"create_tracker": "CLASS", "activate_test": "SHEET"}
"""A change by somebody else, where it is not the first one that is written."""


def read_all_items(world: World) -> list[Any]:
    return sorted(world.items(), key=str)


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_that_is_always_overtaken_is_refused_and_changes_nothing(
    scene: Scene, name: str
) -> None:
    code, change = CHANGES[name]
    for made in ("tested_process", "team", "given"):
        getattr(scene, made)
    tess = scene.people["owning teacher"]
    held = f"/v1/trackers/{scene.tracker.id}/assessments"
    assert tess.post(held, {"assessment_id": scene.draft.id}).status == 201
    before = read_all_items(scene.world)
    with contest(scene.world, CONTESTED.get(name, "")) as client:
        reply = change(scene, tess)
    assert reply.code == code, reply.body
    assert reply.status in {409, 503}
    assert 1 <= client.tried <= TRIES
    assert read_all_items(scene.world) == before


def test_a_process_does_not_begin_with_a_test_that_changes_meanwhile(scene: Scene) -> None:
    tess, path = scene.people["owning teacher"], f"/v1/teams/{scene.team.id}/processes"
    body = {"name": "Unit 4", "pre_test": {"assessment_id": scene.draft.id}}
    before = read_all_items(scene.world)
    with contest(scene.world, "ASSESSMENT"):
        reply = tess.post(path, body)
    assert (reply.status, reply.code) == (409, "test_changed_meanwhile")
    assert read_all_items(scene.world) == before
    assert tess.post(path, body).status == 201
