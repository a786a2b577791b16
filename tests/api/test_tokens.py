"""Forged, broken, stolen and stale tokens: none gets in."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from chalice.app import AuthRequest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from chalicelib.acts import Role
from chalicelib.districts.tokens import TokenVerifier
from chalicelib.web.authorizer import admit
from tests.support.world import (
    CLIENT,
    CONSOLE,
    ISSUER,
    KID,
    World,
    WorldPerson,
    signing_key,
    sub_of,
    token,
)

NAME = "dana@example.org"
METHOD = "arn:aws:execute-api:us-east-1:123456789012:api/test/GET/v1/district"


def b64(data: bytes | dict[str, Any]) -> str:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def claims(**changed: Any) -> dict[str, Any]:
    now = int(time.time())
    good = {
        "iss": ISSUER,
        "client_id": CLIENT,
        "token_use": "access",
        "sub": sub_of(NAME),
        "username": NAME,
        "iat": now,
        "exp": now + 600,
    }
    return {name: value for name, value in (good | changed).items() if value is not None}


def sign(key: Any = None, algorithm: str = "RS256", kid: str | None = KID, **changed: Any) -> str:
    headers = {"kid": kid} if kid is not None else {}
    payload = json.dumps(claims(**changed)).encode()  # as it is: PyJWT would refuse some of it
    return jwt.PyJWS().encode(payload, key or signing_key(), algorithm, headers=headers)


def public_pem() -> bytes:
    public = signing_key().public_key()
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return public.public_bytes(serialization.Encoding.PEM, form)


def sign_with_secret(secret: bytes) -> str:
    body = f"{b64({'alg': 'HS256', 'typ': 'JWT', 'kid': KID})}.{b64(claims())}"
    return f"{body}.{b64(hmac.new(secret, body.encode(), hashlib.sha256).digest())}"


def with_header(**header: Any) -> str:
    good = sign().split(".")
    return ".".join([b64({"alg": "RS256", "typ": "JWT", "kid": KID} | header), *good[1:]])


def other_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def embed_key() -> str:
    key = other_key()
    jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key()))
    return jwt.encode(claims(), key, algorithm="RS256", headers={"kid": KID, "jwk": jwk})


def change_payload() -> str:
    head, _, signature = sign().split(".")
    return f"{head}.{b64(claims(username='admin@example.org'))}.{signature}"


def flip_signature() -> str:
    head, body, signature = sign().split(".")
    first = "A" if signature[0] != "A" else "B"
    return f"{head}.{body}.{first}{signature[1:]}"


FORGED: dict[str, Callable[[], str]] = {
    "alg none": lambda: f"{b64({'alg': 'none', 'kid': KID})}.{b64(claims())}.",
    "alg None, other case": lambda: f"{b64({'alg': 'nOnE', 'kid': KID})}.{b64(claims())}.",
    "public key as HMAC secret": lambda: sign_with_secret(public_pem()),
    "empty HMAC secret": lambda: sign_with_secret(b""),
    "signed with another RSA key": lambda: sign(key=other_key()),
    "signed with an elliptic key": lambda: sign(
        key=ec.generate_private_key(ec.SECP256R1()), algorithm="ES256"
    ),
    "RS384 instead of RS256": lambda: sign(algorithm="RS384"),
    "PS256 instead of RS256": lambda: sign(algorithm="PS256"),
    "key brought along": embed_key,
    "unknown kid": lambda: sign(kid="key-2"),
    "no kid": lambda: sign(kid=None),
    "kid is a path": lambda: with_header(kid="../../etc/passwd"),
    "kid is a number": lambda: with_header(kid=1),
    "critical extension": lambda: with_header(crit=["exp"]),
    "payload exchanged": change_payload,
    "signature bit flipped": flip_signature,
    "signature missing": lambda: ".".join(sign().split(".")[:2]) + ".",
    "signature cut off": lambda: ".".join(sign().split(".")[:2]),
    "expired": lambda: sign(exp=int(time.time()) - 5),
    "never expires": lambda: sign(exp=None),
    "expiry is text": lambda: sign(exp="tomorrow"),
    "issued in the future": lambda: sign(iat=int(time.time()) + 3600),
    "not valid yet": lambda: sign(nbf=int(time.time()) + 3600),
    "another pool": lambda: sign(iss=ISSUER + "2"),
    "no issuer": lambda: sign(iss=None),
    "issuer is a list": lambda: sign(iss=[ISSUER]),
    "another client": lambda: sign(client_id="somebody-else"),
    "no client": lambda: sign(client_id=None),
    "empty client": lambda: sign(client_id=""),
    "an ID token": lambda: sign(token_use="id", aud=CLIENT),
    "no subject": lambda: sign(sub=None),
    "subject is a list": lambda: sign(sub=[sub_of(NAME)]),
    "signed in at no time": lambda: sign(auth_time="noon"),
    "no use": lambda: sign(token_use=None),
    "no username": lambda: sign(username=None),
    "empty username": lambda: sign(username=""),
    "username is a list": lambda: sign(username=[NAME]),
    "not a token": lambda: "hello",
    "empty": lambda: "",
    "three dots": lambda: "...",
    "binary": lambda: "\u00ff\u00fe.\u0000.x",
    "a megabyte": lambda: "a" * 1_000_000,
    "payload is a list": lambda: f"{b64({'alg': 'RS256', 'kid': KID})}.{b64(b'[]')}.{b64(b'x')}",
    "deeply nested payload": lambda: f"{b64({'alg': 'RS256', 'kid': KID})}.{b64(b'[' * 5000)}.eA",
    "header is not JSON": lambda: f"{b64(b'xx')}.{b64(claims())}.eA",
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED.keys())
def test_a_forged_token_is_refused(world: World, forge: Callable[[], str]) -> None:
    world.admin("dana")
    assert WorldPerson(f"Bearer {forge()}").get("/v1/district").status == 401


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED.keys())
def test_a_refused_token_is_no_failure_of_the_function(
    world: World, forge: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A failure counts as an error of the function, raises an alarm, and leaves a traceback."""
    denied = admit(f"Bearer {forge()}", world.services.sign_in).to_dict(
        AuthRequest("TOKEN", "", METHOD)
    )
    assert denied["policyDocument"]["Statement"][0]["Resource"] == []
    assert tuple(capsys.readouterr()) == ("", "")


def test_apps_and_the_stacks_own_pages_are_let_in(world: World) -> None:
    world.admin("dana")
    for client in (CLIENT, CONSOLE):
        assert WorldPerson(f"Bearer {sign(client_id=client)}").get("/v1/district").status == 200


def test_keys_that_cannot_be_fetched_are_a_failure_of_the_function(world: World) -> None:
    def fail() -> dict[str, object]:
        raise OSError

    world.services.tokens = TokenVerifier(ISSUER, {CLIENT}, fail)
    with pytest.raises(OSError):  # noqa: PT011 - as it was raised
        admit(f"Bearer {token(NAME)}", world.services.sign_in)


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Basic {}", "{}", "Bearer  {}", "Bearer {} {}", "bearer\t{}"]
)
def test_a_good_token_in_a_bad_header_is_refused(world: World, header: str) -> None:
    world.admin("dana")
    said = header.replace("{}", token(NAME))
    assert WorldPerson(said).get("/v1/district").status == 401


def test_the_same_person_with_a_good_token_gets_in(world: World) -> None:
    world.admin("dana")
    assert WorldPerson(f"Bearer {sign()}").get("/v1/district").status == 200


def test_a_good_token_of_somebody_the_roster_does_not_know_is_turned_away(world: World) -> None:
    assert WorldPerson(f"Bearer {token('stranger@example.org')}").get("/v1/district").status == 403


def test_roles_come_from_the_roster_and_never_from_the_token(world: World) -> None:
    world.teacher("tess")
    claimed = token("tess@example.org", roles=["district_admin"], **{"cognito:groups": ["admins"]})
    refused = WorldPerson(f"Bearer {claimed}").patch("/v1/district", {"name": "x"}, etag='"0"')
    assert (refused.status, refused.code) == (403, "not_for_your_role")


def test_somebody_without_any_role_is_turned_away(world: World) -> None:
    world.person("aide")
    assert WorldPerson(f"Bearer {token('aide@example.org')}").get("/v1/district").status == 403


def test_a_sign_in_name_is_the_same_in_any_case(world: World) -> None:
    world.person("dana", Role.DISTRICT_ADMIN)
    assert WorldPerson(f"Bearer {token('DANA@Example.org')}").get("/v1/district").status == 200
