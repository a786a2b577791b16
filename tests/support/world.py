"""A stack of one district on a cloud in memory, and the people in it."""

from __future__ import annotations

import functools
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar, cast

import jwt
from chalice.test import Client
from cryptography.hazmat.primitives.asymmetric import rsa

from app import app
from chalicelib.acts import Act, Answer, Caller, Role
from chalicelib.clock import instant
from chalicelib.districts.accounts.model import Account
from chalicelib.districts.accounts.sign_in_names import account_item
from chalicelib.districts.sign_in_entry import SignIn
from chalicelib.districts.sign_in_items import roster_sign_in
from chalicelib.districts.tokens import TokenVerifier
from chalicelib.results.renewal.repository import RenewalRepository
from chalicelib.settings import Settings
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from chalicelib.storage.table import Table
from chalicelib.web.table_files import WORKBOOK
from chalicelib.wiring import Services, use
from simulator.cloud import TABLE, SimulatedClients, dead_letters
from tests.support import replies
from tests.support.clouds import BUCKET, NOON, SENDER, WorldCloud
from tests.support.description import check, write_description
from tests.support.typesetting import set_once

T = TypeVar("T")

DISTRICT = "gb"
TODAY = "2026-09-14"

ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool"
CLIENT, CONSOLE = "client-of-the-apps", "client-of-the-console"
PAGES = "https://plumbline-gb.auth.us-east-1.amazoncognito.com"
KID = "key-1"


@functools.cache
def signing_key() -> rsa.RSAPrivateKey:
    """Return a pool's private key, made once per run."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def key_set() -> dict[str, Any]:
    """Return the pool's public keys, as Cognito serves them."""
    public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(signing_key().public_key()))
    return {"keys": [public | {"kid": KID, "use": "sig", "alg": "RS256"}]}


def sub_of(username: str) -> str:
    """Return the subject of the account that somebody of this name has."""
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


class WorldPerson:
    """Somebody with a browser: signed in, or not."""

    def __init__(
        self, authorization: str | None, caller: Caller | None = None, door: Any = None
    ) -> None:
        self._authorization = authorization
        self.caller = caller
        self._door = door

    def through(self, door: Any) -> WorldPerson:
        """Return the same person, who comes in another way."""
        return WorldPerson(self._authorization, self.caller, door)

    @property
    def id(self) -> str:
        assert self.caller is not None
        return self.caller.person

    def act(self, verb: str = "test", at: datetime = NOON) -> Act:
        """Return an act of this person's, to hand to a service directly."""
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
        if kind.startswith(WORKBOOK):
            got = Reply(reply.status_code, reply.body, reply.headers)
            check(method, path, got)
            return got
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
    put = Put(keys.account(services.settings.district, username), account_item(account))
    services.table.commit([put])


class World:
    """One district's stack, empty."""

    def __init__(self, cloud: WorldCloud, now: datetime = NOON) -> None:
        self.cloud = cloud
        self.clients = cloud.clients
        self.clock = cloud.clock
        self.clock.set(now)
        self.settings = cloud.deploy(_make_stack)
        self.services = self._wire()

    def reset(self) -> None:
        """Begin again with an empty stack."""
        self.settings = self.cloud.deploy(_make_stack)
        self.services = self._wire()
        use(self.services)

    def scene(self, build: Callable[..., T], *said: Any, **named: Any) -> T:
        """Return what `build(world, ...)` makes of an empty stack: built once per process.

        Every call puts a copy of it into this world, and nobody sees what another did to theirs.
        """
        if not self.cloud.keeps_scenes:
            return build(self, *said, **named)
        assert self._is_empty(), "a scene is built on an empty stack"
        place = (type(self.cloud), build, said, tuple(named.items()))
        known = {"world": self, "clock": self.clock}
        if place not in _SCENES:
            made = build(self, *said, **named)
            _SCENES[place] = self.cloud.keep((made, self.clock.now()), **known)
        self.services = self._wire()
        use(self.services)
        made, now = self.cloud.put_back(_SCENES[place], **known)
        self.clock.set(now)
        return cast("T", made)

    def _is_empty(self) -> bool:
        return self.cloud.is_as_deployed() and self.clock.now() == NOON

    def _wire(self) -> Services:
        made = Services(self.settings, self.clients, self.clock, pause=lambda _: None)
        made.tokens = TokenVerifier(ISSUER, {CLIENT, CONSOLE}, key_set)
        made.typesetter = set_once(made.typesetter)
        return made

    def person(
        self, name: str, *roles: Role, schools: tuple[str, ...] = (), email: str | None = None
    ) -> WorldPerson:
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
        return self.sign_in(known.username, name, caller)

    def sign_in(self, username: str, person: str, caller: Caller | None = None) -> WorldPerson:
        """Create an account for somebody of the roster, and sign them in."""
        give_account(self.services, username, person)
        return WorldPerson(f"Bearer {token(username)}", caller)

    def admin(self, name: str = "dana") -> WorldPerson:
        """Sign a district admin in."""
        return self.person(name, Role.DISTRICT_ADMIN)

    def teacher(self, name: str = "tess", *schools: str) -> WorldPerson:
        """Sign a teacher in."""
        return self.person(name, Role.TEACHER, schools=schools)

    def nobody(self) -> WorldPerson:
        """Return somebody without a token."""
        return WorldPerson(None)

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

    def list_delayed(self, queue: str) -> list[tuple[int, dict[str, Any]]]:
        """Look at what a queue holds back: the seconds asked for, and the record to come."""
        return [
            (seconds, _record(message, queue))
            for seconds, message in self.cloud.list_delayed(queue)
        ]

    def items(self) -> list[dict[str, Any]]:
        """Read every item of the table, raw."""
        return self.cloud.items()


_SCENES: dict[Any, Any] = {}
"""A cloud with a scene, and the scene, by the kind of cloud and what built it."""


def _make_stack(clients: SimulatedClients, queues: dict[str, str], pool: str) -> Settings:
    """Make what a deployment leaves."""
    bound = Put(keys.accounts_state(DISTRICT), {"bound": True})
    table = Table(clients.dynamodb, TABLE)
    table.commit([bound])
    RenewalRepository(table).note_new(DISTRICT, instant(NOON))
    return Settings(
        district=DISTRICT,
        district_name="Green Bluff ISD",
        time_zone="America/Chicago",
        table=TABLE,
        deliveries_queue=queues["deliveries"],
        mail_queue=queues["mail"],
        jobs_queue=queues["jobs"],
        reports_queue=queues["reports"],
        **{f"{name}_dead_letters": url for name, url in dead_letters(queues["jobs"]).items()},
        files_bucket=BUCKET,
        user_pool=pool,
        user_pool_client=CLIENT,
        console_client=CONSOLE,
        sign_in_url=PAGES,
        token_issuer=ISSUER,
        token_keys_url=f"{ISSUER}/.well-known/jwks.json",
        mail_sender=SENDER,
        mail_configuration_set="plumbline",
        cursor_secret="known to this stack alone",
    )


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
