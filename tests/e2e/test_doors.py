"""Access to the deployed stack: real tokens of its user pool, and forged ones."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable

import boto3
import jwt
import pytest
from botocore import UNSIGNED
from botocore.config import Config
from cryptography.hazmat.primitives.asymmetric import rsa

from plumb.client import Client
from tests.e2e.conftest import LoadedStack

Forge = Callable[[str], str]


def _parts(token: str) -> tuple[dict[str, object], dict[str, object]]:
    return jwt.get_unverified_header(token), jwt.decode(token, options={"verify_signature": False})


def _encode(part: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")


def _change_claims(token: str, **claims: object) -> str:
    """Return the token with other claims under the signature it had."""
    head, _, signature = token.split(".")
    return f"{head}.{_encode({**_parts(token)[1], **claims})}.{signature}"


def _sign_with_other_key(token: str) -> str:
    header, claims = _parts(token)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return jwt.encode(claims, key, algorithm="RS256", headers={"kid": header["kid"]})


def _remove_signature(token: str) -> str:
    header, claims = _parts(token)
    return f"{_encode({**header, 'alg': 'none'})}.{_encode(claims)}."


def _symmetric(token: str) -> str:
    header, claims = _parts(token)
    return jwt.encode(claims, "x" * 64, algorithm="HS256", headers={"kid": header["kid"]})


FORGERIES: dict[str, Forge] = {
    "of somebody else": lambda t: _change_claims(t, username="operator"),
    "that never ends": lambda t: _change_claims(t, exp=time.time() + 10**9),
    "of another pool": lambda t: _change_claims(
        t, iss="https://cognito-idp.us-east-1.amazonaws.com/x"
    ),
    "of another client": lambda t: _change_claims(t, client_id="other"),
    "signed by somebody else": _sign_with_other_key,
    "signed by nobody": _remove_signature,
    "signed with a shared secret": _symmetric,
    "without its signature": lambda t: t.rpartition(".")[0] + ".",
    "cut short": lambda t: t[:-20],
    "that is none": lambda _: "let-me-in",
    "that is only dots": lambda _: "..",
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES.keys())
def test_a_forged_token_is_refused(admin: Client, forge: Forge) -> None:
    answer = _ask(admin, f"Bearer {forge(admin.token)}")
    assert answer == (401, "not_signed_in")


def test_without_a_token_nobody_gets_in(admin: Client) -> None:
    assert _ask(admin, None) == (401, "not_signed_in")


def test_the_id_token_is_no_access_token(deployed: LoadedStack, admin: Client) -> None:
    cognito = boto3.client("cognito-idp", config=Config(signature_version=UNSIGNED))
    stack = deployed.up.stack
    name = deployed.loader.cast.admin.username
    given = cognito.initiate_auth(
        ClientId=stack.client,
        AuthFlow="USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": name, "PASSWORD": stack.password},
    )
    assert _ask(admin, f"Bearer {given['AuthenticationResult']['IdToken']}")[0] == 401


def test_a_person_outside_the_roster_reads_so(deployed: LoadedStack) -> None:
    from plumb.local.stack import create_accounts

    create_accounts(deployed.up.stack, {"stranger": "stranger@juniperflats.example"})
    stranger = deployed.loader.client("stranger")
    assert _ask(stranger, f"Bearer {stranger.token}") == (403, "not_on_the_roster")


def test_rewriting_ones_own_attributes_changes_nothing_one_may_do(
    deployed: LoadedStack, teacher: Client
) -> None:
    before = teacher.get("/v1/me")
    cognito = boto3.client("cognito-idp", config=Config(signature_version=UNSIGNED))
    cognito.update_user_attributes(
        AccessToken=teacher.token,
        UserAttributes=[{"Name": "email", "Value": deployed.loader.cast.admin.email}],
    )
    assert deployed.as_teacher().get("/v1/me") == before


def test_an_address_that_is_not_there_says_so(admin: Client) -> None:
    answer = admin.http.get(f"{admin.url}/v1/nothing")
    assert (answer.status_code, answer.json()["code"]) == (404, "address_not_found")


def _ask(client: Client, authorization: str | None) -> tuple[int, str]:
    headers = {} if authorization is None else {"Authorization": authorization}
    answer = client.http.get(f"{client.url}/v1/me", headers=headers)
    return answer.status_code, answer.json().get("code", "")
