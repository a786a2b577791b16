"""People sign in on the pool's own pages; a program gets in by code and PKCE, and no other way."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import httpx
import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from plumb.client import Client
from plumb.sign_in import PATH, PORTS, NotSignedIn, Session, Sessions, access_token, sign_in
from plumb.sign_in import sign_out as sign_out_of
from tests.e2e.conftest import Deployed

ROOT = Path(__file__).resolve().parents[2]
VERIFIER = "plumbline-" + "v" * 40
CALLBACK = f"http://localhost:{PORTS[0]}{PATH}"


@pytest.fixture
def pages(deployed: Deployed) -> dict[str, str]:
    found: dict[str, str] = Client(deployed.up.stack.url).get("/v1/sign-in")
    return found


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=30) as client:
        yield client


def test_anybody_can_find_out_how_to_sign_in(pages: dict[str, str], deployed: Deployed) -> None:
    assert pages["client_id"] == deployed.up.stack.client
    assert pages["scope"] == "openid"
    assert pages["authorization_url"].endswith("/oauth2/authorize")


def test_a_code_and_its_verifier_give_a_token_that_opens_the_api(
    deployed: Deployed, pages: dict[str, str], http: httpx.Client
) -> None:
    token = exchanged(http, pages, code_of(deployed, http, pages)).json()
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
    wrong: dict[str, Any], deployed: Deployed, pages: dict[str, str], http: httpx.Client
) -> None:
    answer = exchanged(http, pages, code_of(deployed, http, pages), **wrong)
    assert answer.status_code == 400
    assert "access_token" not in answer.text


def test_a_code_serves_once(deployed: Deployed, pages: dict[str, str], http: httpx.Client) -> None:
    code = code_of(deployed, http, pages)
    assert exchanged(http, pages, code).status_code == 200
    assert exchanged(http, pages, code).status_code == 400


ELSEWHERE = {
    "another site": {"redirect_uri": "https://elsewhere.example/signed-in"},
    "another port": {"redirect_uri": f"http://localhost:9{PATH}"},
    "another client": {"client_id": "somebody-else"},
    "a token at once": {"response_type": "token"},
    "a plain challenge": {"code_challenge_method": "plain"},
}


@pytest.mark.parametrize("wrong", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_the_pages_let_nobody_in_who_asks_for(
    wrong: dict[str, str], pages: dict[str, str], http: httpx.Client
) -> None:
    answer = http.get(f"{pages['authorization_url']}?{urlencode(asked(pages) | wrong)}")
    assert "password" not in answer.text
    leads_to = urlsplit(answer.headers.get("Location", CALLBACK)).netloc
    assert leads_to == urlsplit(CALLBACK).netloc


def test_plumb_signs_in_renews_and_signs_out(
    deployed: Deployed, tmp_path: Path, http: httpx.Client
) -> None:
    url, sessions = deployed.up.stack.url, Sessions(tmp_path)
    browser: list[threading.Thread] = []

    def open_page(page: str) -> None:
        browser.append(threading.Thread(target=lambda: typed_in(deployed, http, page, follow=True)))
        browser[0].start()

    session = sign_in(url, sessions, open_page)
    browser[0].join()
    name = deployed.loader.cast.admin.username
    assert Client(url, access_token(url, sessions)).get("/v1/me")["username"] == name
    assert (tmp_path / "sessions.json").stat().st_mode & 0o077 == 0

    sessions.keep(url, Session(**{**vars(session), "expires_at": 0}))
    renewed = access_token(url, sessions)
    assert Client(url, renewed).get("/v1/me")["username"] == name

    sign_out_of(url, sessions)
    with pytest.raises(NotSignedIn, match="Nobody is signed in"):
        access_token(url, sessions)
    sessions.keep(url, Session(**{**vars(session), "expires_at": 0}))
    with pytest.raises(NotSignedIn, match="has ended"):
        access_token(url, sessions)


def test_the_example_for_clients_does_as_it_says(deployed: Deployed, http: httpx.Client) -> None:
    command = [sys.executable, str(ROOT / "docs/examples/sign_in.py"), deployed.up.stack.url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as example:
        assert example.stdout is not None
        typed_in(deployed, http, example.stdout.readline().strip(), follow=True)
        me = json.loads(example.stdout.read())
    assert example.returncode == 0
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
    deployed: Deployed,
    tmp_path: Path,
    http: httpx.Client,
) -> None:
    browser: list[threading.Thread] = []

    def open_page(page: str) -> None:
        sent = parse_qs(urlsplit(page).query)
        back = f"{sent['redirect_uri'][0]}?{urlencode(answer(sent['state'][0]))}"
        browser.append(threading.Thread(target=lambda: http.get(back)))
        browser[0].start()

    with pytest.raises(NotSignedIn, match=reason):
        sign_in(deployed.up.stack.url, Sessions(tmp_path), open_page)
    browser[0].join()


# -- a browser, as far as it takes ----------------------------------------------------------------


def asked(pages: dict[str, str]) -> dict[str, str]:
    return {
        "client_id": pages["client_id"],
        "response_type": "code",
        "redirect_uri": CALLBACK,
        "scope": pages["scope"],
        "state": "from-here",
        "code_challenge": create_s256_code_challenge(VERIFIER),
        "code_challenge_method": "S256",
    }


def code_of(deployed: Deployed, http: httpx.Client, pages: dict[str, str]) -> str:
    page = f"{pages['authorization_url']}?{urlencode(asked(pages))}"
    given = parse_qs(urlsplit(typed_in(deployed, http, page)).query)
    assert given["state"] == ["from-here"]
    return given["code"][0]


def typed_in(deployed: Deployed, http: httpx.Client, page: str, *, follow: bool = False) -> str:
    """Fill in the sign-in form as the admin, and give where it leads."""
    shown = http.get(page)
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', shown.text))
    action = re.search(r'<form[^>]*action="([^"]*)"', shown.text)
    assert action, shown.text
    known = {
        "username": deployed.loader.cast.admin.username,
        "password": deployed.up.stack.password,
    }
    answer = http.post(urljoin(page, action[1]), data={**fields, **known})
    assert answer.status_code == 302, answer.text
    leads_to = answer.headers["Location"]
    if follow:
        assert http.get(leads_to).status_code == 200
    return leads_to


def exchanged(
    http: httpx.Client, pages: dict[str, str], good: str, **wrong: str | None
) -> httpx.Response:
    form = {
        "grant_type": "authorization_code",
        "client_id": pages["client_id"],
        "code": good,
        "redirect_uri": CALLBACK,
        "code_verifier": VERIFIER,
        **wrong,
    }
    return http.post(pages["token_url"], data={n: v for n, v in form.items() if v is not None})
