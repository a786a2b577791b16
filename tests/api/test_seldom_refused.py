"""The rare refusals: each with its code, as people meet it over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.distribution.model import MOVES, DistributionMove, DistributionState
from chalicelib.errors import Conflict, Refusal, Unauthenticated
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from chalicelib.trackers.model import MOST_ASSESSMENTS, MOST_COLLABORATORS
from tests.api.scene import Scene
from tests.support import builders
from tests.support.world import DISTRICT, Reply, World, WorldPerson, token


@pytest.fixture
def scene(world: World) -> Scene:
    return world.scene(Scene)


def read_refusal(reply: Reply) -> tuple[int, str]:
    return reply.status, reply.code


# -- what is not there ----------------------------------------------------------------------------

NOT_THERE: dict[str, Callable[[Scene], str]] = {
    "attachment_not_found": lambda s: f"/v1/assessments/{s.assessment.id}/attachments/none",
    "course_not_found": lambda _: "/v1/courses/none",
    "distribution_not_found": lambda _: "/v1/distributions/none",
    "item_import_not_found": lambda _: "/v1/item-imports/none",
    "page_not_found": lambda s: f"/v1/processes/{s.process}/pages/cover",
    "roster_import_not_found": lambda _: "/v1/roster-imports/none",
    "tracker_batch_not_found": lambda _: "/v1/tracker-batches/none",
}


@pytest.mark.parametrize("code", NOT_THERE)
def test_a_missing_thing_has_its_name(scene: Scene, code: str) -> None:
    reply = scene.people["district admin"].get(NOT_THERE[code](scene))
    assert read_refusal(reply) == (404, code)
    named = code.removesuffix("_not_found").replace("_", " ")
    assert f"This {named} does not exist" in reply.body["detail"]


def test_a_text_that_nobody_set_aside_cannot_be_removed(scene: Scene) -> None:
    path = f"/v1/processes/{scene.process}/pages/analyze/conflicts/none"
    reply = scene.people["owning teacher"].delete(path, etag='"0"')
    assert read_refusal(reply) == (404, "set_aside_text_not_found")


def test_a_process_has_no_classes_of_a_teacher_outside_it(scene: Scene) -> None:
    path = f"/v1/processes/{scene.tested_process}/comparison/students?teacher_id=olga"
    assert read_refusal(scene.people["owning teacher"].get(path)) == (404, "teacher_not_found")


def test_a_batch_of_trackers_names_each_course_that_is_not_there(scene: Scene) -> None:
    body = {"course_ids": ["k1", "none"], "standards_set_id": builders.SET}
    reply = scene.people["district admin"].post("/v1/tracker-batches", body)
    assert read_refusal(reply) == (422, "courses_unknown")
    assert [each["pointer"] for each in reply.body["errors"]] == ["/course_ids/1"]


# -- headers --------------------------------------------------------------------------------------


def test_a_change_names_the_version_that_it_changes(scene: Scene) -> None:
    tess, path = scene.people["owning teacher"], f"/v1/trackers/{scene.tracker.id}"
    assert read_refusal(tess.patch(path, {"title": "New"})) == (428, "version_missing")
    assert read_refusal(tess.patch(path, {"title": "New"}, etag="one")) == (400, "version_invalid")
    assert tess.get(path).body["title"] == scene.tracker.title


@pytest.mark.parametrize("key", ["x" * 201, "a b", "\u00e9"])
def test_an_idempotency_key_is_short_and_visible(scene: Scene, key: str) -> None:
    body = {"title": "New", "class_id": "c1", "standards_set_id": builders.SET}
    reply = scene.people["owning teacher"].post("/v1/trackers", body, key=key)
    assert read_refusal(reply) == (400, "idempotency_key_invalid")


# -- trackers and who works on them ---------------------------------------------------------------


def a_change_of_people(scene: Scene, method: str, person: str, version: int = 1) -> Reply:
    path = f"/v1/trackers/{scene.tracker.id}/collaborators/{person}"
    return scene.people["owning teacher"].send(method, path, headers={"If-Match": f'"{version}"'})


def test_only_a_collaborator_can_be_taken_off_a_tracker(scene: Scene) -> None:
    reply = a_change_of_people(scene, "DELETE", "olga")
    assert read_refusal(reply) == (404, "collaborator_not_found")


def test_an_owner_cannot_leave_a_tracker(scene: Scene) -> None:
    assert read_refusal(a_change_of_people(scene, "DELETE", "tess")) == (403, "not_for_owners")


def test_a_tracker_has_room_for_a_number_of_collaborators(scene: Scene) -> None:
    key = keys.tracker(DISTRICT, scene.tracker.id)
    many = tuple(f"p{n}" for n in range(MOST_COLLABORATORS))
    full = scene.tracker.model_copy(update={"collaborators": many})
    scene.world.services.table.commit([Update(key, {"doc": full.model_dump_json()})])
    reply = a_change_of_people(scene, "PUT", "cole")
    assert read_refusal(reply) == (409, "too_many_collaborators")
    assert str(MOST_COLLABORATORS) in reply.body["detail"]


def test_a_tracker_has_room_for_a_number_of_assessments(scene: Scene) -> None:
    held = {f"assessments.A{n}": '["","teacher","","",""]' for n in range(MOST_ASSESSMENTS)}
    scene.world.services.table.commit([Update(keys.tracker(DISTRICT, scene.tracker.id), held)])
    path = f"/v1/trackers/{scene.tracker.id}/assessments"
    reply = scene.people["owning teacher"].post(path, {"assessment_id": scene.assessment.id})
    assert read_refusal(reply) == (409, "tracker_full")


def test_school_admins_list_the_classes_of_their_own_schools(scene: Scene) -> None:
    sam = scene.people["school admin"]
    assert sam.get("/v1/classes?school_id=north").status == 200
    reply = sam.get("/v1/classes?school_id=south")
    assert read_refusal(reply) == (403, "not_your_school")
    assert reply.body["errors"][0]["pointer"] == "query:school"


# -- assessments and teams ------------------------------------------------------------------------


def test_an_assessment_is_as_large_as_can_be_kept(scene: Scene) -> None:
    dana = scene.people["district admin"]
    begun = dana.post(
        "/v1/assessments", {"title": "Long", "standards_set_id": builders.SET, "level_count": 3}
    )
    items: list[Any] = [
        {"kind": "points", "prompt": "x" * 4_000, "standards": ["3.NB.1"], "points": "1"}
    ] * 100
    reply = dana.put(f"/v1/assessments/{begun.body['id']}/items", {"items": items}, begun.etag)
    assert read_refusal(reply) == (413, "assessment_too_large")
    assert dana.get(f"/v1/assessments/{begun.body['id']}/items").body["items"] == []


def test_levels_that_do_not_fit_each_other_are_named(scene: Scene) -> None:
    path = f"/v1/teams/{scene.team.id}/levels"
    levels = [{"name": "Not yet", "lower": 0}, {"name": "There", "lower": 0}]
    body = {"levels": levels, "meets": 2}
    reply = scene.people["owning teacher"].put(path, body, etag='"1"')
    assert read_refusal(reply) == (422, "levels_invalid")
    assert [each["pointer"] for each in reply.body["errors"]] == ["/levels/1/lower"]


# -- distributions --------------------------------------------------------------------------------


def test_a_canceled_distribution_refuses_its_former_acts(scene: Scene) -> None:
    dana, path = scene.people["district admin"], f"/v1/distributions/{scene.distribution}"
    before = dana.get(path)
    assert read_refusal(dana.post(f"{path}/recall", {"comment": ""}, etag=before.etag)) == (
        409,
        "cannot_recall",
    )
    assert dana.post(f"{path}/cancellation", etag=before.etag).status == 200
    after = dana.get(path).etag
    codes = {
        move: read_refusal(dana.post(f"{path}/{move}", etag=after))
        for move in ("cancellation", "restoration", "retry")
    }
    assert codes == {
        "cancellation": (409, "cannot_cancel"),
        "restoration": (409, "cannot_restore"),
        "retry": (409, "cannot_retry"),
    }


@pytest.mark.parametrize(
    ("move", "code"),
    [(DistributionMove.START, "cannot_start"), (DistributionMove.FINISH, "cannot_finish")],
)
def test_the_clock_moves_a_distribution_only_where_it_may(
    scene: Scene, move: DistributionMove, code: str
) -> None:
    dana = scene.people["district admin"]
    assert dana.caller is not None
    stored = scene.world.services.distributions.read(dana.caller, scene.distribution).made
    for state in DistributionState:
        if (state, move) in MOVES:
            continue
        with pytest.raises(Conflict) as caught:
            stored.model_copy(update={"state": state}).after(move)
        assert caught.value.code == code


# -- who signed in --------------------------------------------------------------------------------


def of_token(world: World, signed: str) -> Refusal:
    with pytest.raises(Unauthenticated) as caught:
        world.services.sign_in.caller(f"Bearer {signed}")
    return caught.value


def test_a_token_is_refused_as_expired_and_an_ended_sign_in_as_ended(world: World) -> None:
    name = "tess@example.org"
    tess: WorldPerson = world.teacher("tess")
    assert of_token(world, token(name, exp=1)).code == "sign_in_expired"
    before = int(world.clock.now().timestamp()) - 60
    assert tess.post("/v1/me/sign-out").status == 200
    assert of_token(world, token(name, iat=before)).code == "signed_out"
