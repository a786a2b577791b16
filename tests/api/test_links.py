"""Where one goes on from an answer, and when it is worth asking again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.scene import Scene
from tests.support import builders, classrooms
from tests.support.machinery import Machinery
from tests.support.world import Reply, World


@pytest.fixture
def scene(world: World) -> Scene:
    return world.scene(Scene)


def names(found: dict[str, Any]) -> set[str]:
    return set(found["links"])


def test_a_tracker_leads_to_its_sheets_and_each_assessment_to_its_own(scene: Scene) -> None:
    tess, path = scene.people["owning teacher"], f"/v1/trackers/{scene.tracker.id}"
    given = scene.given
    shown = tess.get(path).body
    assert names(shown) == {"self", "students", "sheets", "mastery", "standards_set"}
    (held,) = [each for each in shown["assessments"] if each["assessment_id"] == given]
    assert held["links"]["sheet"].endswith(f"{path}/sheets/{given}")
    (row,) = tess.get(f"{path}/sheets").body["items"]
    assert row["links"]["sheet"].endswith(f"{path}/sheets/{given}")
    assert row["tracker_id"] == scene.tracker.id


@pytest.mark.parametrize("odd", ["a/b", "a b?c#d", "50%25", "ä..", "a&b=c+d"])
def test_an_id_of_any_characters_makes_an_address(world: World, odd: str) -> None:
    builders.a_set(world)
    builders.a_school(world, odd)
    builders.a_person(world, odd, odd)
    classrooms.a_class(world, odd, odd, school=odd)
    tracker = builders.a_tracker(world, odd, school=odd, class_id=odd)
    dana, tess = world.admin(), world.teacher(odd, odd)
    (school,) = dana.get("/v1/schools").body["items"]
    assert dana.get(school["links"]["self"]).body["id"] == odd
    for link in tess.get("/v1/me").body["links"].values():
        assert tess.get(link).status == 200, link
    given = builders.an_assessment(world, odd).id
    path = f"/v1/trackers/{tracker.id}"
    made = tess.post(f"{path}/assessments", {"assessment_id": given}, etag=tess.get(path).etag)
    assert made.status < 300, made.body
    (work,) = tess.get("/v1/me/work").body["sheets"]["items"]
    assert work["class_id"] == odd
    assert {tess.get(link).status for link in work["links"].values()} == {200}


def test_a_process_leads_to_every_screen_of_it(scene: Scene) -> None:
    shown = scene.people["owning teacher"].get(f"/v1/processes/{scene.process}").body
    assert names(shown) >= {
        "self", "team", "activations", "collection", "analyze", "goals", "goals_page",
        "strategies", "comparison", "growth", "reflect",
    }  # fmt: skip


# -- asking again ----------------------------------------------------------------------------------


def waits(reply: Reply) -> str | None:
    return reply.headers.get("Retry-After")


def test_running_work_says_when_to_look_again_and_finished_work_does_not(world: World) -> None:
    builders.a_set(world)
    builders.a_school(world, "north")
    builders.a_person(world, "tess", "north")
    builders.a_tracker(world, "tess")
    dana, test = world.admin("dana"), builders.an_assessment(world)
    body = {"assessment_id": test.id, "selection": {"whole_district": True}}
    made = dana.post("/v1/distributions", body)
    assert (made.status, made.body["state"], waits(made)) == (202, "delivering", "2")
    job = made.headers["Location"]
    running = dana.get(job)
    assert (running.body["state"], waits(running)) == ("running", "2")
    Machinery(world).run()
    done = dana.get(job)
    assert (done.body["state"], waits(done)) == ("done", None)


def test_scheduled_work_does_not_ask_clients_to_look_again_soon(scene: Scene) -> None:
    dana = scene.people["district admin"]
    later = builders.an_assessment(scene.world)
    made = dana.post("/v1/distributions", scene.handing_out() | {"assessment_id": later.id})
    assert (made.status, made.body["state"], waits(made)) == (202, "scheduled", None)
    job = dana.get(made.headers["Location"])
    assert (job.body["state"], waits(job)) == ("waiting", None)


def test_a_printout_is_worth_a_look_soon(scene: Scene) -> None:
    tess = scene.people["owning teacher"]
    made = tess.post(f"/v1/processes/{scene.process}/printouts")
    assert (made.status, waits(made)) == (202, "2")
    assert waits(tess.get(made.headers["Location"])) == "2"
