"""A world that is put back from a snapshot: like a new one, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from simulator.cloud import SimulatedClients
from tests.support.clouds import SENDER, WorldCloud
from tests.support.moto_cloud import ENGINE, MotoCloud, standing_moto
from tests.support.simulated_cloud import FaultlessCloud
from tests.support.world import World

pytestmark = pytest.mark.skipif(ENGINE is not None, reason="other engines keep no snapshots")


@pytest.fixture(params=["moto", "simulator"])
def cloud(request: pytest.FixtureRequest) -> Iterator[WorldCloud]:
    """Return each cloud."""
    if request.param == "simulator":
        yield FaultlessCloud()
        return
    with standing_moto() as standing:
        yield standing


def write_everywhere(world: World, word: str) -> None:
    """Leave something in every service."""
    settings, clients = world.settings, world.clients
    item = {"pk": {"S": word}, "sk": {"S": word}}
    clients.dynamodb.put_item(TableName=settings.table, Item=item)
    clients.s3.put_object(Bucket=settings.files_bucket, Key=word, Body=word.encode())
    clients.sqs.send_message(QueueUrl=settings.mail_queue, MessageBody=word)
    clients.cognito.admin_create_user(UserPoolId=settings.user_pool, Username=word)
    mail = {"Source": SENDER, "Destinations": [f"{word}@example.org"]}
    clients.ses.send_raw_email(RawMessage={"Data": f"Subject: {word}\n\n".encode()}, **mail)
    if isinstance(world.cloud, MotoCloud):
        clients.ses.verify_email_identity(EmailAddress=f"{word}@example.org")


def read_everywhere(world: World) -> dict[str, Any]:
    """Return the content of every service."""
    settings, clients = world.settings, world.clients
    objects = clients.s3.list_objects_v2(Bucket=settings.files_bucket).get("Contents", [])
    kept = {
        each["Key"]: clients.s3.get_object(Bucket=settings.files_bucket, Key=each["Key"])
        for each in objects
    }
    return {
        "items": world.items(),
        "files": {key: each["Body"].read() for key, each in kept.items()},
        "messages": [record["body"] for record in world.messages("mail")],
        "people": [
            each["Username"]
            for each in clients.cognito.list_users(UserPoolId=settings.user_pool)["Users"]
        ],
        "mails": world.cloud.mails(),
        "places": places(clients) if isinstance(world.cloud, MotoCloud) else None,
    }


def places(clients: SimulatedClients) -> tuple[Any, ...]:
    """Name what a deployment makes."""
    return (
        clients.dynamodb.list_tables()["TableNames"],
        clients.sqs.list_queues()["QueueUrls"],
        clients.ses.list_identities()["Identities"],
    )


def test_a_world_holds_nothing_of_the_one_before(world: World) -> None:
    empty = read_everywhere(world)
    write_everywhere(world, "before")
    assert read_everywhere(World(world.cloud)) == empty


def test_a_snapshot_restores_everything_after_any_write(world: World) -> None:
    write_everywhere(world, "kept")
    snapshot = world.cloud.keep()
    kept = read_everywhere(world)
    for word in ("one", "two"):
        world.cloud.put_back(snapshot)
        write_everywhere(world, word)
        assert read_everywhere(world) != kept
    world.cloud.put_back(snapshot)
    assert read_everywhere(world) == kept


def test_objects_beside_the_cloud_are_copied_except_named_ones(world: World) -> None:
    mine: dict[str, Any] = {"list": [1], "world": world}
    cloud, known = world.cloud, {"world": world}
    snapshot = cloud.keep(mine, **known)
    mine["list"].append(2)
    first, second = cloud.put_back(snapshot, **known), cloud.put_back(snapshot, **known)
    first["list"].append(3)
    assert second["list"] == [1]
    assert first["world"] is second["world"] is world


def test_a_scene_is_built_once_and_is_everybodys_own(world: World) -> None:
    built: list[str] = _BUILT
    built.clear()
    for word in ("one", "two"):
        made = world.scene(a_scene)
        kept = read_everywhere(world)
        assert (made, kept["mails"][0].recipients) == (["kept"], {"kept@example.org"})
        assert [item["pk"]["S"] for item in kept["items"] if item["pk"]["S"] in WORDS] == ["kept"]
        made.append(word)
        write_everywhere(world, word)
        world.reset()
    assert built == ["kept"]


WORDS = ("kept", "one", "two")
_BUILT: list[str] = []


def a_scene(world: World) -> list[str]:
    write_everywhere(world, "kept")
    _BUILT.append("kept")
    return ["kept"]
