"""Work that somebody else always overtakes: it says so, comes again, and is done then."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from chalicelib.corrections.model import SETTLES_AFTER
from chalicelib.errors import Unavailable
from chalicelib.results.renewal.work import BEGINS_AFTER
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete
from chalicelib.wiring import services
from tests.api import test_corrections, test_standards, test_tracker_batches
from tests.api.process_scene import expect_ok
from tests.api.results_scene import Results
from tests.support.contested import contest
from tests.support.frameworks import a_package
from tests.support.machinery import Machinery
from tests.support.sheets import student
from tests.support.world import DISTRICT, World, WorldPerson

Look = Callable[[], Any]
"""Asks what has become of the work."""


@dataclass(frozen=True)
class JobContest:
    """Work that is asked for, and what somebody else changes while it is done."""

    ask: Callable[[World], Look]
    key: str
    """In what is changed."""
    spared: int = 0
    """Transactions before the one that is always overtaken."""
    queue: str = "jobs"


def see_job(person: WorldPerson, reference: str) -> Look:
    return lambda: person.get(f"/v1/jobs/{reference}").body["state"] == "done"


def ask_for_trackers(world: World) -> Look:
    dana = test_tracker_batches.prepare_dana(world)
    batch = test_tracker_batches.begin(dana).body["id"]
    return see_job(dana, f"tracker-batch.{batch}")


def ask_for_a_correction(world: World) -> Look:
    dana = test_corrections.prepare_dana(world)
    test_corrections.enter(world, "c1", student("ada", one="B"))
    correction = expect_ok(
        test_corrections.correct(
            dana, test_corrections.B_IS_RIGHT, versions=test_corrections.AND_ON_B
        )
    ).body["id"]
    world.clock.forward(seconds=SETTLES_AFTER.total_seconds())
    return see_job(dana, f"correction.{correction}")


def ask_for_standards(world: World) -> Look:
    dana = world.admin()
    checked = test_standards.import_package(world, dana, a_package())
    expect_ok(test_standards.apply(dana, checked))
    return see_job(dana, f"standards-import.{checked.body['id']}")


def ask_for_a_distribution(world: World) -> Look:
    results = Results(world)
    body = {"assessment_id": results.an_assessment(), "selection": {"whole_district": True}}
    made = expect_ok(results.dana.post("/v1/distributions", body)).body["id"]
    path = f"/v1/distributions/{made}"
    return lambda: results.dana.get(path).body["state"] == "delivered"


def ask_for_new_sheets(world: World) -> Look:
    """Begin to renew what an earlier release stored."""
    test_corrections.prepare_dana(world)
    world.services.table.commit([Delete(keys.renewal(DISTRICT))])
    Machinery(world).tick()
    world.clock.forward(seconds=BEGINS_AFTER.total_seconds())
    Machinery(world).tick()
    return see_job(world.admin(), "sheets.every")


CONTESTS = {
    "batch_busy": JobContest(ask_for_trackers, "BATCH", spared=1),
    "correction_busy": JobContest(ask_for_a_correction, "CORRECTION"),
    "sheets_busy": JobContest(ask_for_new_sheets, "RENEWAL"),
    "standards_busy": JobContest(ask_for_standards, "IMPORT"),
    "trackers_busy": JobContest(ask_for_a_distribution, "TRACKER", queue="deliveries"),
}


def work_off(world: World, queue: str) -> None:
    """Carry what waits in a queue out, as its function does."""
    carry_out = {"jobs": services().jobs.run, "deliveries": services().dispatch.handle}[queue]
    for message in world.messages(queue):
        carry_out(json.loads(message["body"]))


@pytest.mark.parametrize("code", CONTESTS)
def test_work_that_is_always_overtaken_comes_again(world: World, code: str) -> None:
    contested = CONTESTS[code]
    is_done = contested.ask(world)
    with (
        contest(world, contested.key, spared=contested.spared) as client,
        pytest.raises(Unavailable) as refused,
    ):
        work_off(world, contested.queue)
    assert refused.value.code == code
    assert client.tried > 1
    assert not is_done()
    world.clock.forward(minutes=10)
    Machinery(world).run()
    assert is_done()
