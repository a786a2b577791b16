"""Long work: looked at, carried on, and picked up when its time has come."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from chalice.test import Client

import app
from chalicelib.clock import instant
from chalicelib.jobs.model import DueEntry, Job, JobState, Message
from chalicelib.jobs.ports import JobKind
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put
from tests.support.clouds import NOON
from tests.support.world import DISTRICT, World


class Walks:
    """A kind of long work: walks round the building. The one named `rain` always fails."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.walked: list[str] = []
        self.begun: list[str] = []
        kind = lambda: self  # noqa: E731
        mine = JobKind("correction", progress=kind, work=kind)
        world.services.correction_jobs = (mine,)

    def progress(self, _: str, reference: str) -> Job:
        links = {"correction": f"/v1/walks/{reference}"}
        return Job("correction", reference, JobState.RUNNING, 40, "On the way.", {"done": 2}, links)

    def run(self, message: Message) -> None:
        if message["id"] == "rain":
            msg = "too wet"
            raise RuntimeError(msg)
        self.walked.append(message["id"])

    def due(self, entry: DueEntry) -> None:
        self.run({"id": entry.id})
        self.begun.append(entry.at)
        self.world.services.table.commit([Delete(entry.key)])

    def make_due(self, reference: str, **later: float) -> None:
        at = instant(NOON + timedelta(**later))
        self.world.services.table.commit([Put(keys.due(DISTRICT, at, "correction", reference), {})])


def work_off_the_queue(world: World) -> dict[str, Any]:
    answer: dict[str, Any] = app.run_job({"Records": world.messages("jobs")}, None)
    return answer


def the_minute_passes() -> None:
    with Client(app.app) as client:
        event = client.events.generate_cw_event(
            "aws.events", "Scheduled Event", {}, [], "us-east-1"
        )
        client.lambda_.invoke("tick", event)


def test_an_admin_sees_how_far_a_job_is(world: World) -> None:
    Walks(world)
    read = world.admin().get("/v1/jobs/correction.w1")
    assert read.status == 200
    assert read.body == {
        "id": "correction.w1",
        "kind": "correction",
        "state": "running",
        "percent": 40,
        "counts": {"done": 2},
        "message": "On the way.",
        "resumes_at": None,
        "links": {"correction": "/v1/walks/w1"},
    }


def test_a_job_that_does_not_exist_is_not_found(world: World) -> None:
    admin = world.admin()
    for name in ("swim.s1", "correction", "correction.", ".w1"):
        assert admin.get(f"/v1/jobs/{name}").code == "job_not_found"


def test_a_message_that_fails_comes_again_and_holds_up_no_other(world: World) -> None:
    walks = Walks(world)
    for reference in ("one", "rain", "two"):
        world.services.jobs.offer("correction", reference)
    answer = work_off_the_queue(world)
    assert sorted(walks.walked) == ["one", "two"]
    assert len(answer["batchItemFailures"]) == 1


def test_a_message_of_an_unknown_kind_is_not_swallowed(world: World) -> None:
    world.services.jobs.offer("swim", "s1")
    assert len(work_off_the_queue(world)["batchItemFailures"]) == 1


def test_the_tick_takes_due_and_late_entries_but_no_future_ones(
    world: World,
) -> None:
    walks = Walks(world)
    for reference, offset in {"early": -3000, "late": -90, "now": 0, "later": 0.001}.items():
        walks.make_due(reference, minutes=offset)
    assert world.services.jobs.tick(NOON) == 3
    assert walks.walked == ["early", "late", "now"]
    assert world.services.jobs.tick(NOON) == 0


def test_a_due_entry_that_fails_stays_and_stops_no_other(world: World) -> None:
    walks = Walks(world)
    for reference in ("one", "rain", "two"):
        walks.make_due(reference)
    the_minute_passes()
    assert walks.walked == ["one", "two"]
    assert world.services.jobs.tick(NOON) == 1
