"""Work that waits: an administrator sees what is late, and has it tried at once."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.clock import instant
from chalicelib.ids import new_id
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.support.world import DISTRICT, World, WorldPerson

LIST = "/v1/jobs"


@pytest.fixture
def dana(world: World) -> WorldPerson:
    return world.admin("dana")


def make_due(world: World, kind: str, reference: str, **later: float) -> None:
    at = instant(world.clock.now() + timedelta(**later))
    world.services.table.commit([Put(keys.due(DISTRICT, at, kind, reference), {})])


def list_jobs(dana: WorldPerson, query: str = "") -> list[dict[str, Any]]:
    reply = dana.get(f"{LIST}{query}")
    assert reply.status == 200, reply.body
    return list(reply.body["items"])


def bodies(world: World, queue: str) -> list[dict[str, Any]]:
    return [json.loads(each["body"]) for each in world.messages(queue)]


def test_work_is_late_under_way_or_waits_for_its_time(world: World, dana: WorldPerson) -> None:
    make_due(world, "roster-import", "01A", minutes=-31)
    make_due(world, "distribution", "01B", minutes=-6)
    make_due(world, "standards-import", "01C", minutes=-20)
    make_due(world, "correction", "01D", minutes=6)
    make_due(world, "distribution", "01E", days=40)
    found = {each["id"]: each for each in list_jobs(dana)}
    assert {name: each["state"] for name, each in found.items()} == {
        "roster-import.01A": "late",
        "distribution.01B": "late",
        "standards-import.01C": "under_way",
        "correction.01D": "under_way",
        "distribution.01E": "later",
    }
    assert next(iter(found)) == "roster-import.01A", "the longest due first"
    late = found["roster-import.01A"]
    assert (late["kind"], late["words"]) == (
        "roster_import",
        "A roster is checked, applied, or no longer needed.",
    )
    assert late["links"] == {
        "thing": "/v1/roster-imports/01A",
        "job": "/v1/jobs/roster-import.01A",
    }
    assert {name: each["retryable"] for name, each in found.items()} == {
        "roster-import.01A": True,
        "distribution.01B": False,  # the clock alone goes on with it
        "standards-import.01C": True,
        "correction.01D": True,
        "distribution.01E": False,
    }


def test_an_import_says_since_when_it_waits(world: World, dana: WorldPerson) -> None:
    made = new_id()
    make_due(world, "roster-import", made)
    make_due(world, "process-lock", made)
    found = {each["kind"]: each["asked_at"] for each in list_jobs(dana)}
    assert found["roster_import"].endswith("Z")
    assert found["process_lock"] is None, "the id is the process's, which began long before"


def test_work_is_tried_at_once_and_its_entry_stays(world: World, dana: WorldPerson) -> None:
    make_due(world, "tracker-batch", "01A", minutes=-40)
    reply = dana.post(f"{LIST}/tracker-batch.01A/retry")
    assert (reply.status, reply.body["state"]) == (202, "late")
    assert bodies(world, "jobs") == [{"kind": "tracker-batch", "id": "01A"}]
    assert [each["id"] for each in list_jobs(dana)] == ["tracker-batch.01A"]


def test_a_report_is_tried_long_before_its_next_try(world: World, dana: WorldPerson) -> None:
    make_due(world, "process-report", "01K", hours=6)
    (found,) = list_jobs(dana)
    assert (found["state"], found["retryable"]) == ("later", True)
    assert found["links"] == {"thing": "/v1/processes/01K"}
    assert dana.post(f"{LIST}/process-report.01K/retry").status == 202
    assert bodies(world, "reports") == [{"kind": "process-report", "id": "01K"}]
    assert bodies(world, "jobs") == []


@pytest.mark.parametrize(
    ("kind", "later"), [("distribution", -90), ("distribution", 600), ("correction", 600)]
)
def test_scheduled_work_is_not_retried_before_its_time(
    world: World, dana: WorldPerson, kind: str, later: int
) -> None:
    make_due(world, kind, "01A", minutes=later)
    reply = dana.post(f"{LIST}/{kind}.01A/retry")
    assert (reply.status, reply.code) == (409, "job_has_its_time")
    assert bodies(world, "jobs") == bodies(world, "deliveries") == []


@pytest.mark.parametrize("name", ["roster-import.01A", "swim.01A", "nothing", "account."])
def test_work_that_does_not_wait_is_not_found(world: World, dana: WorldPerson, name: str) -> None:
    reply = dana.post(f"{LIST}/{name}/retry")
    assert (reply.status, reply.code) == (404, "job_not_found")


def test_an_import_that_lost_its_worker_goes_on_when_it_is_tried(
    world: World, dana: WorldPerson
) -> None:
    begun = dana.post("/v1/standards-imports", {}).body["id"]
    (found,) = list_jobs(dana)
    assert (found["id"], found["state"]) == (f"standards-import.{begun}", "under_way")
    assert dana.post(f"{LIST}/{found['id']}/retry").status == 202
    (message,) = bodies(world, "jobs")
    world.services.jobs.run(message)  # no file has come: nothing happens, and it waits on
    assert dana.get(f"/v1/standards-imports/{begun}").body["state"] == "awaiting_upload"


def test_the_same_request_twice_leaves_one_record(world: World, dana: WorldPerson) -> None:
    make_due(world, "tracker-batch", "01A", minutes=-40)
    first = dana.post(f"{LIST}/tracker-batch.01A/retry", key="once")
    again = dana.post(f"{LIST}/tracker-batch.01A/retry", key="once")
    assert (first.status, first.body) == (again.status, again.body)
    (act,) = dana.get("/v1/history").body["items"]
    assert (act["words"], act["thing_kind"], act["thing_id"]) == (
        "had work tried at once",
        "job",
        "tracker-batch.01A",
    )


def test_pages_go_on_where_the_last_one_ended(world: World, dana: WorldPerson) -> None:
    for n in range(5):
        make_due(world, "account", f"a{n}@example.org", minutes=n // 2)
    seen: list[str] = []
    after = ""
    for _ in range(3):
        page = dana.get(f"{LIST}?limit=2{after}").body
        seen += [each["id"] for each in page["items"]]
        after = f"&cursor={page['next']}"
    assert page["next"] is None
    assert seen == [f"account.a{n}@example.org" for n in range(5)]


def test_every_kind_of_work_has_words(world: World) -> None:
    from chalicelib.jobs.waiting.routes import WORDS

    assert set(WORDS) == set(world.services.jobs._kinds)
