"""People sign in on the pool's own pages; a program gets in by code and PKCE, and no other way."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import boto3
import pytest
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

from plumb.client import Client
from plumb.sign_in import PATH, PORTS, Sessions, SignInFailed, SignInSession, access_token, sign_in
from plumb.sign_in import sign_out as sign_out_of
from tests.e2e.conftest import LoadedStack
from tests.e2e.visitor import CALLBACK, Visitor, build_sign_in_request

ROOT = Path(__file__).resolve().parents[2]
LIFE, PATIENCE = 300, 120
"""Seconds: how long a code serves at Cognito, and how long a test waits for its end."""


def test_anybody_can_find_out_how_to_sign_in(pages: dict[str, str], deployed: LoadedStack) -> None:
    assert pages["client_id"] == deployed.up.stack.client
    assert pages["scope"] == "openid"
    assert pages["authorization_url"].endswith("/oauth2/authorize")


def test_a_code_and_its_verifier_give_a_token_that_opens_the_api(
    deployed: LoadedStack, pages: dict[str, str], visitor: Visitor
) -> None:
    token = visitor.exchange(pages, visitor.bring_code(pages)).json()
    me = Client(deployed.up.stack.url, token["access_token"]).get("/v1/me")
    assert me["username"] == deployed.loader.cast.admin.username


WRONG = {
    "another verifier": {"code_verifier": "w" * 50},
    "no verifier": {"code_verifier": None},
    "another callback": {"redirect_uri": f"http://localhost:{PORTS[1]}{PATH}"},
    "another client": {"client_id": "somebody-else"},
    "another code": {"code": "guessed"},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_code_is_worth_nothing_with(
    wrong: dict[str, Any], pages: dict[str, str], visitor: Visitor
) -> None:
    answer = visitor.exchange(pages, visitor.bring_code(pages), **wrong)
    assert answer.status_code == 400
    assert "access_token" not in answer.text


def test_a_code_ends_after_five_minutes(
    early_code: tuple[str, float], pages: dict[str, str], visitor: Visitor
) -> None:
    code, since = early_code
    left = since + LIFE + 1 - time.monotonic()
    if left > PATIENCE:
        pytest.skip(f"the code serves for {left:.0f} more seconds; run all of tests/e2e")
    time.sleep(max(0, left))
    answer = visitor.exchange(pages, code)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


def test_a_code_serves_once(visitor: Visitor, pages: dict[str, str]) -> None:
    code = visitor.bring_code(pages)
    assert visitor.exchange(pages, code).status_code == 200
    assert visitor.exchange(pages, code).status_code == 400


def test_an_app_goes_on_without_the_person_and_ends_its_sign_in(
    deployed: LoadedStack, pages: dict[str, str], visitor: Visitor
) -> None:
    """The sequence of docs/clients.md, from the first token on."""
    first = visitor.exchange(pages, visitor.bring_code(pages)).json()
    form = {
        "grant_type": "refresh_token",
        "client_id": pages["client_id"],
        "refresh_token": first["refresh_token"],
    }
    renewed = visitor.http.post(pages["token_url"], data=form)
    assert renewed.status_code == 200
    me = Client(deployed.up.stack.url, renewed.json()["access_token"]).get("/v1/me")
    assert me["username"] == visitor.username

    cognito: Any = boto3.client("cognito-idp", config=Config(signature_version=UNSIGNED))
    # the local cloud has no /oauth2/revoke
    cognito.revoke_token(Token=first["refresh_token"], ClientId=pages["client_id"])
    refused = visitor.http.post(pages["token_url"], data=form)
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_grant")

    left = {"client_id": pages["client_id"], "logout_uri": CALLBACK}
    leads_to = visitor.http.get(pages["sign_out_url"], params=left)
    assert (leads_to.status_code, leads_to.headers["Location"]) == (302, CALLBACK)


def test_passwords_are_worth_nothing_by_api_where_the_template_says_so(
    deployed: LoadedStack,
) -> None:
    """The clients as they are on AWS; the local cloud's own allows it for `plumb token`."""
    cognito: Any = boto3.client("cognito-idp", config=Config(signature_version=UNSIGNED))
    known = {
        "USERNAME": deployed.loader.cast.admin.username,
        "PASSWORD": deployed.up.stack.password,
    }
    console = deployed.up.stack.outputs["ConsoleClientId"]
    for flow in ("USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH"):
        with pytest.raises(ClientError):
            cognito.initiate_auth(ClientId=console, AuthFlow=flow, AuthParameters=known)


ELSEWHERE = {
    "another site": {"redirect_uri": "https://elsewhere.example/signed-in"},
    "another port": {"redirect_uri": f"http://localhost:9{PATH}"},
    "another client": {"client_id": "somebody-else"},
    "a token at once": {"response_type": "token"},
    "a plain challenge": {"code_challenge_method": "plain"},
}


@pytest.mark.parametrize("wrong", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_the_pages_let_nobody_in_who_asks_for(
    wrong: dict[str, str], pages: dict[str, str], visitor: Visitor
) -> None:
    answer = visitor.http.get(
        f"{pages['authorization_url']}?{urlencode(build_sign_in_request(pages) | wrong)}"
    )
    assert "password" not in answer.text
    leads_to = urlsplit(answer.headers.get("Location", CALLBACK)).netloc
    assert leads_to == urlsplit(CALLBACK).netloc


def test_plumb_signs_in_renews_and_signs_out(
    deployed: LoadedStack, tmp_path: Path, visitor: Visitor
) -> None:
    url, sessions = deployed.up.stack.url, Sessions(tmp_path)
    browser: list[threading.Thread] = []

    def open_page(page: str) -> None:
        browser.append(threading.Thread(target=lambda: visitor.type_in(page, follow=True)))
        browser[0].start()

    session = sign_in(url, sessions, open_page)
    browser[0].join()
    name = deployed.loader.cast.admin.username
    assert Client(url, access_token(url, sessions)).get("/v1/me")["username"] == name
    assert (tmp_path / "sessions.json").stat().st_mode & 0o077 == 0

    sessions.keep(url, SignInSession(**{**vars(session), "expires_at": 0}))
    renewed = access_token(url, sessions)
    assert Client(url, renewed).get("/v1/me")["username"] == name

    sign_out_of(url, sessions)
    with pytest.raises(SignInFailed, match="Nobody is signed in"):
        access_token(url, sessions)
    sessions.keep(url, SignInSession(**{**vars(session), "expires_at": 0}))
    with pytest.raises(SignInFailed, match="has ended"):
        access_token(url, sessions)


def test_the_example_for_clients_does_as_it_says(deployed: LoadedStack, visitor: Visitor) -> None:
    command = [
        sys.executable,
        str(ROOT / "docs/examples/sign_in.py"),
        deployed.up.stack.numeric_url,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        visitor.type_in(running.stdout.readline().strip(), follow=True)
        me = json.loads(running.stdout.read())
    assert running.returncode == 0
    assert me["username"] == deployed.loader.cast.admin.username


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda state: {"code": "x", "state": state + "x"}, "does not belong"),
        (lambda _: {"code": "x"}, "does not belong"),
        (lambda state: {"error": "access_denied", "state": state}, "access_denied"),
        (lambda state: {"code": "guessed", "state": state}, "refused"),
    ],
    ids=["another state", "no state", "a refusal", "another code"],
)
def test_plumb_takes_no_answer_with(
    answer: Callable[[str], dict[str, str]],
    reason: str,
    deployed: LoadedStack,
    tmp_path: Path,
    visitor: Visitor,
) -> None:
    browser: list[threading.Thread] = []

    def open_page(page: str) -> None:
        sent = parse_qs(urlsplit(page).query)
        back = f"{sent['redirect_uri'][0]}?{urlencode(answer(sent['state'][0]))}"
        browser.append(threading.Thread(target=lambda: visitor.http.get(back)))
        browser[0].start()

    with pytest.raises(SignInFailed, match=reason):
        sign_in(deployed.up.stack.url, Sessions(tmp_path), open_page)
    browser[0].join()
