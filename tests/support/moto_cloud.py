"""moto's cloud, or that of another DynamoDB and moto for the rest."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from moto import mock_aws
from moto.cognitoidp.models import cognitoidp_backends
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.ses.models import ses_backends
from moto.sqs.models import sqs_backends

from chalicelib.settings import Settings
from simulator.cloud import DEAD_LETTERS, TABLE, VISIBILITY, SimulatedClients
from tests.support.clouds import BUCKET, SENDER, SentMail, Stack, StandingClock
from tests.support.moto_speed import one_snapshot_per_transaction
from tests.support.snapshots import Snapshot, empty_moto

ASKED = os.environ.get("PLUMBLINE_ENGINE")
"""On what every world stands: `moto`, or moto beside the DynamoDB at this address."""
ENGINE = None if ASKED == "moto" else ASKED
"""Another DynamoDB than moto's."""


def _dynamodb() -> Any:
    if ENGINE is None:
        return _client("dynamodb")
    return _client("dynamodb", signature_version="v4", endpoint_url=ENGINE)


def _client(service: str, *, signature_version: Any = UNSIGNED, **options: Any) -> Any:
    """Make a client that names itself; without a name botocore lists its surroundings at each call.

    moto checks no signature; only the signatures of S3 addresses matter.
    """
    make: Any = boto3.client
    config = Config(user_agent="tests", signature_version=signature_version)
    return make(service, config=config, **options)


@functools.cache
def _clients() -> SimulatedClients:
    """Make the clients once for all tests."""
    return SimulatedClients(
        _dynamodb(),
        _client("sqs"),
        _client("s3", signature_version="s3v4"),
        _client("ses"),
        _client("cognito-idp"),
    )


@contextmanager
def standing_moto() -> Iterator[MotoCloud]:
    """Start moto empty, and quick enough for transactions of a hundred."""
    with mock_aws(), one_snapshot_per_transaction():
        yield MotoCloud()


class MotoCloud:
    """moto, while it stands."""

    keeps_scenes = ENGINE is None
    _deployed: ClassVar[list[tuple[Snapshot, int]]] = []
    """A stack that is empty, once one was made, and how many items its table has."""

    def __init__(self) -> None:
        self.clients = _clients()
        self.clock = StandingClock()

    def deploy(self, make: Stack) -> Settings:
        if ENGINE:
            return make(self.clients, *_make_places(self.clients))
        if not self._deployed:
            empty_moto()
            made = make(self.clients, *_make_places(self.clients))
            self._deployed.append((Snapshot.take(made), _count_items()))
        settings: Settings = self._deployed[0][0].restore()
        return settings

    def is_as_deployed(self) -> bool:
        return _count_items() == self._deployed[0][1]

    def keep(self, beside: Any = None, **named: Any) -> Any:
        return Snapshot.take(beside, **named)

    def put_back(self, kept: Any, **named: Any) -> Any:
        return kept.restore(**named)

    def list_delayed(self, queue: str) -> list[tuple[int, dict[str, Any]]]:
        backend: Any = sqs_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
        return [
            (
                round((each.delayed_until - each.sent_timestamp) / 1000),
                {
                    "MessageId": each.id,
                    "ReceiptHandle": "",
                    "MD5OfBody": each.body_md5,
                    "Body": each.body,
                },
            )
            for each in backend.queues[queue]._messages
        ]

    def items(self) -> list[dict[str, Any]]:
        pages = self.clients.dynamodb.get_paginator("scan").paginate(TableName=TABLE)
        return [item for page in pages for item in page["Items"]]

    def mails(self) -> list[SentMail]:
        backend: Any = ses_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
        return [
            SentMail(frozenset(mail.destinations), mail.raw_data.encode())
            for mail in backend.sent_messages
        ]  # moto names an address once per place it stands in

    def mark_account(self, username: str, status: str) -> None:
        backend: Any = cognitoidp_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
        (pool,) = backend.user_pools
        backend.admin_get_user(pool, username).status = status


def _count_items() -> int:
    """Count the items of moto's table. A call would be slower, and seen by who counts calls."""
    backend: Any = dynamodb_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
    return sum(map(len, backend.tables[TABLE].items.values()))


def _make_places(clients: SimulatedClients) -> tuple[dict[str, str], str]:
    make_table(clients.dynamodb, TABLE)
    clients.s3.create_bucket(Bucket=BUCKET)
    clients.ses.verify_email_identity(EmailAddress=SENDER)
    urls = {name: clients.sqs.create_queue(QueueName=name)["QueueUrl"] for name in VISIBILITY}
    for name in DEAD_LETTERS:
        clients.sqs.create_queue(QueueName=f"{name}-dead")
    return urls, clients.cognito.create_user_pool(PoolName="staff")["UserPool"]["Id"]


def make_table(client: Any, name: str) -> None:
    """Create the table as `infra/resources.yaml` does."""
    if ENGINE and name in client.list_tables()["TableNames"]:
        client.delete_table(TableName=name)
    texts = ("pk", "sk", "list_pk", "list_sk", "sum_pk", "sum_sk")
    client.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": each, "AttributeType": "S"} for each in texts],
        KeySchema=_schema("pk", "sk"),
        GlobalSecondaryIndexes=[
            {
                "IndexName": "lists",
                "KeySchema": _schema("list_pk", "list_sk"),
                "Projection": {"ProjectionType": "ALL"},
            },
            {
                "IndexName": "summaries",
                "KeySchema": _schema("sum_pk", "sum_sk"),
                "Projection": {
                    "ProjectionType": "INCLUDE",
                    "NonKeyAttributes": ["summary", "version", "revision"],
                },
            },
        ],
    )


def _schema(partition: str, order: str) -> list[dict[str, str]]:
    return [
        {"AttributeName": partition, "KeyType": "HASH"},
        {"AttributeName": order, "KeyType": "RANGE"},
    ]
