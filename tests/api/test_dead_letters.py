"""Messages that failed too often: an administrator sees them, and sends them back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chalicelib.jobs.dead_letters.model import DeadLetterQueue
from chalicelib.jobs.dead_letters.queues import DeadLetterBox
from tests.support.world import World, WorldPerson

LIST = "/v1/dead-letters"
JOB = {"kind": "roster-import", "id": "01A"}
DELIVERY = {"distribution": "01B", "generation": 1, "page": 0}
UPLOAD = {"source": "aws.s3", "detail-type": "Object Created", "detail": {}}


@pytest.fixture
def dana(world: World) -> WorldPerson:
    return world.admin("dana")


def fail(world: World, queue: str, *messages: Any) -> None:
    """Put messages where they lie after five tries."""
    url = getattr(world.settings, f"{queue}_dead_letters")
    for each in messages:
        body = each if isinstance(each, str) else json.dumps(each)
        world.clients.sqs.send_message(QueueUrl=url, MessageBody=body)


def list_dead_letters(dana: WorldPerson) -> dict[str, dict[str, Any]]:
    reply = dana.get(LIST)
    assert reply.status == 200, reply.body
    return {each["queue"]: each for each in reply.body["items"]}


def bodies(world: World, queue: str) -> list[Any]:
    return [json.loads(each["body"]) for each in world.messages(queue)]


def test_where_nothing_failed_every_queue_is_empty(world: World, dana: WorldPerson) -> None:
    found = list_dead_letters(dana)
    assert [*found] == ["deliveries", "emails", "jobs", "reports", "events"]
    assert all(each["count"] == 0 and not each["returnable"] for each in found.values())
    assert all(each["oldest_sent_at"] is None for each in found.values())


def test_a_message_says_what_it_is_about_and_since_when(world: World, dana: WorldPerson) -> None:
    sent = world.clock.now()
    fail(world, "jobs", JOB)
    fail(world, "deliveries", DELIVERY)
    fail(world, "mail", {"mail": "01B-MZXW6"})
    fail(world, "events", UPLOAD)
    found = list_dead_letters(dana)
    assert {name: each["count"] for name, each in found.items()} == {
        "deliveries": 1,
        "emails": 1,
        "jobs": 1,
        "reports": 0,
        "events": 1,
    }
    (letter,) = found["jobs"]["letters"]
    assert (letter["kind"], letter["reference"]) == ("roster_import", "01A")
    assert letter["links"] == {"thing": "/v1/roster-imports/01A"}
    assert found["jobs"]["oldest_sent_at"] is not None
    if world.cloud.keeps_scenes and hasattr(world.cloud, "simulated"):
        assert found["jobs"]["oldest_sent_at"][:19] == sent.isoformat()[:19]
    assert found["deliveries"]["letters"][0]["links"] == {"thing": "/v1/distributions/01B"}
    assert found["emails"]["letters"][0]["kind"] == "email"
    assert found["events"]["letters"][0]["kind"] == "upload"
    assert found["events"]["letters"][0]["reference"] is None
    assert {name: each["returnable"] for name, each in found.items()} == {
        "deliveries": True,
        "emails": True,
        "jobs": True,
        "reports": False,
        "events": False,
    }


def test_looking_hides_nothing_from_others(world: World, dana: WorldPerson) -> None:
    fail(world, "jobs", JOB)
    assert list_dead_letters(dana)["jobs"]["count"] == list_dead_letters(dana)["jobs"]["count"] == 1


@pytest.mark.parametrize("many", [1, 23])
def test_messages_go_back_to_the_queue_they_came_from(
    world: World, dana: WorldPerson, many: int
) -> None:
    sent = [{"kind": "tracker-batch", "id": f"01{n}"} for n in range(many)]
    fail(world, "jobs", *sent)
    reply = dana.post(f"{LIST}/jobs/redelivery")
    assert (reply.status, reply.body) == (202, {"queue": "jobs", "returned": many, "left": 0})
    assert list_dead_letters(dana)["jobs"]["count"] == 0
    assert sorted(each["id"] for each in bodies(world, "jobs")) == sorted(
        each["id"] for each in sent
    )


@pytest.mark.parametrize(
    ("queue", "name", "message"),
    [
        ("deliveries", "deliveries", DELIVERY),
        ("mail", "emails", {"mail": "01B-MZXW6"}),
        ("reports", "reports", {"kind": "printout", "id": "01P"}),
    ],
)
def test_each_queue_gets_its_own_back(
    world: World, dana: WorldPerson, queue: str, name: str, message: dict[str, Any]
) -> None:
    fail(world, queue, message)
    assert dana.post(f"{LIST}/{name}/redelivery").body["returned"] == 1
    assert bodies(world, queue) == [message]


def test_messages_of_others_stay(world: World, dana: WorldPerson) -> None:
    fail(world, "jobs", "no json", "[]", {"id": "01A"}, {"kind": 3, "id": "x"}, JOB)
    reply = dana.post(f"{LIST}/jobs/redelivery")
    assert (reply.body["returned"], reply.body["left"]) == (1, 4)
    assert bodies(world, "jobs") == [JOB]
    world.clock.forward(minutes=2)


def test_dead_letters_of_events_cannot_be_redelivered(world: World, dana: WorldPerson) -> None:
    fail(world, "events", UPLOAD)
    reply = dana.post(f"{LIST}/events/redelivery")
    assert (reply.status, reply.code) == (409, "letters_stay")
    assert list_dead_letters(dana)["events"]["count"] == 1


def test_a_queue_that_is_not_there_is_not_found(dana: WorldPerson) -> None:
    reply = dana.post(f"{LIST}/letters/redelivery")
    assert (reply.status, reply.code) == (404, "queue_not_found")


def test_a_repeat_sends_nothing_back_that_failed_once_more(world: World, dana: WorldPerson) -> None:
    fail(world, "jobs", JOB)
    first = dana.post(f"{LIST}/jobs/redelivery", key="once")
    world.messages("jobs")
    fail(world, "jobs", JOB)
    again = dana.post(f"{LIST}/jobs/redelivery", key="once")
    assert first.body == again.body
    assert list_dead_letters(dana)["jobs"]["count"] == 1
    assert bodies(world, "jobs") == []
    (act,) = dana.get("/v1/history").body["items"]
    assert (act["words"], act["thing_id"]) == ("sent messages back that had failed", "jobs")


def test_silent_queues_are_reported_as_silent(world: World, dana: WorldPerson) -> None:
    gone = f"{world.settings.jobs_dead_letters}-gone"
    box = DeadLetterBox(lambda: world.clients.sqs, DeadLetterQueue.JOBS, gone)
    world.services.dead_letter_boxes = (box,)
    for reply in (dana.get(LIST), dana.post(f"{LIST}/jobs/redelivery")):
        assert (reply.status, reply.code) == (503, "queues_silent")
    assert dana.get("/v1/history").body["items"] == []
