"""A world that is put back from a snapshot: like a new one, and nobody else's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.snapshots import Snapshot
from tests.support.world import ENGINE, World

pytestmark = pytest.mark.skipif(ENGINE is not None, reason="snapshots are moto's")


def write_everywhere(world: World, word: str) -> None:
    """Leave something in every service."""
    settings, clients = world.settings, world.clients
    item = {"pk": {"S": word}, "sk": {"S": word}}
    clients.dynamodb.put_item(TableName=settings.table, Item=item)
    clients.s3.put_object(Bucket=settings.files_bucket, Key=word, Body=word.encode())
    clients.sqs.send_message(QueueUrl=settings.mail_queue, MessageBody=word)
    clients.cognito.admin_create_user(UserPoolId=settings.user_pool, Username=word)
    clients.ses.verify_email_identity(EmailAddress=f"{word}@example.org")


def read_everywhere(world: World) -> dict[str, Any]:
    """Say what stands in every service."""
    settings, clients = world.settings, world.clients
    objects = clients.s3.list_objects_v2(Bucket=settings.files_bucket).get("Contents", [])
    kept = {
        each["Key"]: clients.s3.get_object(Bucket=settings.files_bucket, Key=each["Key"])
        for each in objects
    }
    return {
        "tables": clients.dynamodb.list_tables()["TableNames"],
        "items": world.items(),
        "files": {key: each["Body"].read() for key, each in kept.items()},
        "queues": clients.sqs.list_queues()["QueueUrls"],
        "messages": [record["body"] for record in world.messages("mail")],
        "people": [
            each["Username"]
            for each in clients.cognito.list_users(UserPoolId=settings.user_pool)["Users"]
        ],
        "senders": clients.ses.list_identities()["Identities"],
    }


def test_a_world_holds_nothing_of_the_one_before(world: World) -> None:
    empty = read_everywhere(world)
    write_everywhere(world, "before")
    assert read_everywhere(World(world.clients)) == empty


def test_what_was_there_comes_back_after_anything_was_written(world: World) -> None:
    write_everywhere(world, "kept")
    snapshot = Snapshot.take()
    kept = read_everywhere(world)
    for word in ("one", "two"):
        snapshot.restore()
        write_everywhere(world, word)
        assert read_everywhere(world) != kept
    snapshot.restore()
    assert read_everywhere(world) == kept


def test_what_stands_beside_is_copied_but_for_what_has_a_name(world: World) -> None:
    mine: dict[str, Any] = {"list": [1], "world": world}
    snapshot = Snapshot.take(mine, world=world)
    mine["list"].append(2)
    first, second = snapshot.restore(world=world), snapshot.restore(world=world)
    first["list"].append(3)
    assert second["list"] == [1]
    assert first["world"] is second["world"] is world
