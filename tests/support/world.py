"""A stack of one district in moto, and the people in it."""

from __future__ import annotations

import functools
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar, cast

import boto3
import jwt
from botocore import UNSIGNED
from botocore.config import Config
from chalice.test import Client
from cryptography.hazmat.primitives.asymmetric import rsa
from moto import mock_aws
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.sqs.models import sqs_backends

from app import app
from chalicelib.acts import Act, Answer, Caller, Role
from chalicelib.clock import instant
from chalicelib.districts.accounts.model import Account
from chalicelib.districts.model import SignIn
from chalicelib.districts.sign_in_items import roster_sign_in
from chalicelib.districts.tokens import Tokens
from chalicelib.results.renewal.repository import RenewalRepository
from chalicelib.settings import Settings
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from chalicelib.storage.table import Table
from chalicelib.wiring import Services, use
from tests.support import replies
from tests.support.description import check, write_description
from tests.support.moto_speed import one_snapshot_per_transaction
from tests.support.snapshots import Snapshot, empty_moto

T = TypeVar("T")

DISTRICT = "gb"
NOON = datetime(2026, 9, 14, 17, 0, tzinfo=UTC)
"""When most tests take place: a Monday noon in Chicago."""
TODAY = "2026-09-14"

ENGINE = os.environ.get("PLUMBLINE_ENGINE")
"""Another DynamoDB than moto's (`make conformance`)."""

ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool"
CLIENT, CONSOLE = "client-of-the-apps", "client-of-the-console"
PAGES = "https://plumbline-gb.auth.us-east-1.amazoncognito.com"
KID = "key-1"


class StandingClock:
    """A clock that moves when told to."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def set(self, now: datetime) -> None:
        self._now = now

    def forward(self, **by: float) -> None:
        self._now += timedelta(**by)


def _dynamodb() -> Any:
    if ENGINE is None:
        return _client("dynamodb")
    return _client("dynamodb", signature_version="v4", endpoint_url=ENGINE)


def _client(service: str, *, signature_version: Any = UNSIGNED, **options: Any) -> Any:
    """Make a client that names itself: otherwise botocore lists its surroundings at each call.

    moto looks at no signature; only what S3 signs for others is looked at.
    """
    make: Any = boto3.client
    config = Config(user_agent="tests", signature_version=signature_version)
    return make(service, config=config, **options)


@dataclass
class MotoClients:
    """The clients of `wiring.Clients`, made once for all tests."""

    dynamodb: Any = field(default_factory=_dynamodb)
    sqs: Any = field(default_factory=lambda: _client("sqs"))
    s3: Any = field(default_factory=lambda: _client("s3", signature_version="s3v4"))
    ses: Any = field(default_factory=lambda: _client("ses"))
    cognito: Any = field(default_factory=lambda: _client("cognito-idp"))


@functools.cache
def _clients() -> MotoClients:
    return MotoClients()


@contextmanager
def standing_aws() -> Iterator[MotoClients]:
    """Start moto empty, and quick enough for transactions of a hundred."""
    with mock_aws(), one_snapshot_per_transaction():
        yield _clients()


@functools.cache
def signing_key(kid: str = KID) -> rsa.RSAPrivateKey:
    """Give a pool's private key, made once per run."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def key_set() -> dict[str, Any]:
    """Give the pool's public keys, as Cognito serves them."""
    public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(signing_key().public_key()))
    return {"keys": [public | {"kid": KID, "use": "sig", "alg": "RS256"}]}


def sub_of(username: str) -> str:
    """Give the subject of the account that somebody of this name has."""
    return f"sub-of-{username.lower()}"


def token(username: str, **claims: Any) -> str:
    """Sign an access token as the pool would."""
    now = int(time.time())
    known = {
        "sub": sub_of(username),
        "iss": ISSUER,
        "client_id": CLIENT,
        "token_use": "access",
        "scope": "aws.cognito.signin.user.admin",
        "username": username,
        "iat": now,
        "exp": now + 3600,
    }
    return jwt.encode(known | claims, signing_key(), algorithm="RS256", headers={"kid": KID})


Reply = replies.Reply


class Person:
    """Somebody with a browser: signed in, or not."""

    def __init__(
        self, authorization: str | None, caller: Caller | None = None, door: Any = None
    ) -> None:
        self._authorization = authorization
        self.caller = caller
        self._door = door

    def through(self, door: Any) -> Person:
        """Give the same person, who comes in another way."""
        return Person(self._authorization, self.caller, door)

    @property
    def id(self) -> str:
        assert self.caller is not None
        return self.caller.person

    def act(self, verb: str = "test", at: datetime = NOON) -> Act:
        """Give an act of this person's, to hand to a service directly."""
        assert self.caller is not None
        return Act(self.caller, verb, at, represent=lambda _: Answer(200))

    def get(self, path: str, **headers: str) -> Reply:
        return self.send("GET", path, headers=headers)

    def post(self, path: str, body: Any = None, key: str | None = None, etag: str = "") -> Reply:
        headers = {"Idempotency-Key": key} if key else {}
        return self.send("POST", path, body, headers | ({"If-Match": etag} if etag else {}))

    def put(self, path: str, body: Any = None, etag: str = "") -> Reply:
        return self.send("PUT", path, body, {"If-Match": etag} if etag else {})

    def patch(self, path: str, body: Any = None, etag: str = "") -> Reply:
        return self.send("PATCH", path, body, {"If-Match": etag} if etag else {})

    def delete(self, path: str, etag: str = "") -> Reply:
        return self.send("DELETE", path, headers={"If-Match": etag} if etag else {})

    def send(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        """Send a request through authorizer, edge and view, as API Gateway would."""
        sent = dict(headers or {})
        if self._authorization is not None:
            sent["Authorization"] = self._authorization
        raw = (
            body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        )
        if raw:
            sent.setdefault("Content-Type", "application/json")
        if path.startswith(("/v1/openapi.json", "/v1/docs")):
            write_description()
        with Client(self._door or app, stage_name="test", project_dir=".") as client:
            reply = client.http.request(method, path, headers=sent, body=raw)
        kind = reply.headers.get("Content-Type", "")
        text = reply.body.decode() if isinstance(reply.body, bytes) else reply.body
        if reply.headers.get("x-amzn-ErrorType") == "AccessDeniedException":
            # the authorizer denied it: the gateway answers as infra/resources.yaml says
            return Reply(401, {"code": "not_signed_in"}, reply.headers)
        got = Reply(
            reply.status_code, json.loads(text) if "json" in kind and text else text, reply.headers
        )
        check(method, path, got)
        return got


def give_account(services: Services, username: str, person: str, sub: str = "") -> None:
    """Make the account of this name a person's, whoever had it before."""
    own = sub or sub_of(username)
    account = Account(username=username.lower(), person=person, sub=own, version=1)
    item = {"version": account.version, "doc": account.model_dump_json()}
    services.table.commit([Put(keys.account(services.settings.district, username), item)])


class World:
    """One district's stack, empty."""

    def __init__(self, clients: Any, clock: StandingClock | None = None) -> None:
        self.clients = clients
        self.clock = clock or StandingClock()
        self.settings = make_stack(clients)
        self.services = self._wired()

    def reset(self) -> None:
        """Begin again with an empty stack."""
        self.settings = make_stack(self.clients)
        self.services = self._wired()
        use(self.services)

    def scene(self, build: Callable[..., T], *said: Any, **named: Any) -> T:
        """Give what `build(world, ...)` makes of an empty stack: built once per process.

        Every call puts a copy of it into this world, and nobody sees what another did to theirs.
        """
        if ENGINE:
            return build(self, *said, **named)
        assert _is_empty(self), "a scene is built on an empty stack"
        place = (build, said, tuple(named.items()))
        if place not in _SCENES:
            made = build(self, *said, **named)
            _SCENES[place] = Snapshot.take((made, self.clock.now()), world=self, clock=self.clock)
        self.services = self._wired()
        use(self.services)
        made, now = _SCENES[place].restore(world=self, clock=self.clock)
        self.clock.set(now)
        return cast("T", made)

    def _wired(self) -> Services:
        made = Services(self.settings, self.clients, self.clock, pause=lambda _: None)
        made.tokens = Tokens(ISSUER, {CLIENT, CONSOLE}, key_set)
        return made

    def person(
        self, name: str, *roles: Role, schools: tuple[str, ...] = (), email: str | None = None
    ) -> Person:
        """Put somebody into the sign-ins and sign them in. `name` is id and sign-in name."""
        known = SignIn(
            username=f"{name}@example.org",
            person=name,
            given=name.title(),
            family="Example",
            email=f"{name}@example.org" if email is None else email,
            roles=frozenset(roles),
            schools=frozenset(schools),
        )
        self.services.table.commit([roster_sign_in(DISTRICT, known)])
        caller = replace(known.caller(DISTRICT), today=TODAY)
        return self.signed_in(known.username, name, caller)

    def signed_in(self, username: str, person: str, caller: Caller | None = None) -> Person:
        """Give somebody of the roster an account, and sign them in."""
        give_account(self.services, username, person)
        return Person(f"Bearer {token(username)}", caller)

    def admin(self, name: str = "dana") -> Person:
        """Sign a district admin in."""
        return self.person(name, Role.DISTRICT_ADMIN)

    def teacher(self, name: str = "tess", *schools: str) -> Person:
        """Sign a teacher in."""
        return self.person(name, Role.TEACHER, schools=schools)

    def nobody(self) -> Person:
        """Give somebody without a token."""
        return Person(None)

    def messages(self, queue: str) -> list[dict[str, Any]]:
        """Take what waits in a queue (`deliveries`, `mail`, ...), as an SQS event's records."""
        url = getattr(self.settings, f"{queue}_queue")
        records = []
        while taken := self.clients.sqs.receive_message(
            QueueUrl=url, MaxNumberOfMessages=10, MessageSystemAttributeNames=["All"]
        ).get("Messages"):
            for each in taken:
                self.clients.sqs.delete_message(QueueUrl=url, ReceiptHandle=each["ReceiptHandle"])
                records.append(_record(each, queue))
        return records

    def delayed(self, queue: str) -> list[tuple[int, dict[str, Any]]]:
        """Look at what a queue holds back: the seconds asked for, and the record to come."""
        backend: Any = sqs_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
        return [
            (
                round((each.delayed_until - each.sent_timestamp) / 1000),
                _held_back(each, queue),
            )
            for each in backend.queues[queue]._messages
        ]

    def items(self) -> list[dict[str, Any]]:
        """Read every item of the table, raw."""
        pages = self.clients.dynamodb.get_paginator("scan").paginate(TableName=self.settings.table)
        return [item for page in pages for item in page["Items"]]


_EMPTY: list[Snapshot] = []
"""moto with a stack that is empty, once one was made."""


_DEPLOYED: list[int] = []
"""How many items its table has."""
_SCENES: dict[Any, Snapshot] = {}
"""moto with a scene, and the scene, by what built it."""


def _items_of(table: str) -> int:
    """Count the items of moto's table. A call would be slower, and seen by who counts calls."""
    backend: Any = dynamodb_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
    return sum(map(len, backend.tables[table].items.values()))


def _is_empty(world: World) -> bool:
    """Say whether the table holds what a deployment leaves, and no more."""
    return _items_of(world.settings.table) == _DEPLOYED[0] and world.clock.now() == NOON


def make_stack(clients: Any) -> Settings:
    """Make what a deployment makes: once per process. From then on moto gets it back."""
    if ENGINE:
        return _make_stack(clients)
    if not _EMPTY:
        empty_moto()
        made = _make_stack(clients)
        _EMPTY.append(Snapshot.take(made))
        _DEPLOYED.append(_items_of(made.table))
    settings: Settings = _EMPTY[0].restore()
    return settings


def _make_stack(clients: Any) -> Settings:
    make_table(clients.dynamodb, "plumbline")
    queues = {
        name: clients.sqs.create_queue(QueueName=name)["QueueUrl"]
        for name in ("deliveries", "mail", "jobs", "reports")
    }
    clients.s3.create_bucket(Bucket="plumbline-files")
    clients.ses.verify_email_identity(EmailAddress="plumbline@district.example.org")
    bound = Put(keys.accounts_state(DISTRICT), {"bound": True})
    table = Table(clients.dynamodb, "plumbline")
    table.commit([bound])
    RenewalRepository(table).note_new(DISTRICT, instant(NOON))
    return Settings(
        district=DISTRICT,
        district_name="Green Bluff ISD",
        time_zone="America/Chicago",
        table="plumbline",
        deliveries_queue=queues["deliveries"],
        mail_queue=queues["mail"],
        jobs_queue=queues["jobs"],
        reports_queue=queues["reports"],
        files_bucket="plumbline-files",
        user_pool=clients.cognito.create_user_pool(PoolName="staff")["UserPool"]["Id"],
        user_pool_client=CLIENT,
        console_client=CONSOLE,
        sign_in_url=PAGES,
        token_issuer=ISSUER,
        token_keys_url=f"{ISSUER}/.well-known/jwks.json",
        mail_sender="plumbline@district.example.org",
        mail_configuration_set="plumbline",
        cursor_secret="known to this stack alone",
    )


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


def _held_back(message: Any, queue: str) -> dict[str, Any]:
    known = {"MessageId": message.id, "ReceiptHandle": "", "MD5OfBody": message.body_md5}
    return _record({**known, "Body": message.body}, queue)


def _record(message: dict[str, Any], queue: str) -> dict[str, Any]:
    return {
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": {"ApproximateReceiveCount": "1", **message.get("Attributes", {})},
        "messageAttributes": {},
        "md5OfBody": message["MD5OfBody"],
        "eventSource": "aws:sqs",
        "eventSourceARN": f"arn:aws:sqs:us-east-1:123456789012:{queue}",
        "awsRegion": "us-east-1",
    }
