"""The page that a report's e-mail leads to: its own script, run by Node without a browser."""

from __future__ import annotations

import hashlib
import json
import subprocess
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from plumb.local.places import ROOT
from tests.e2e.conftest import Deployed

NODE = ROOT / ".venv-clients/bin/node"
HARNESS = Path(__file__).with_name("page.cjs")
UNIT = "01J7Z5T0QK3W8V6M2N4P9R1S0A"
KEPT = "plumbline-report"
TOKEN = (200, {"access_token": "a-token"})
REPORT = (200, {"url": "https://files.example.org/x", "file_name": "unit-4.pdf", "size": 260_000})


@dataclass(frozen=True)
class Tab:
    """A tab of somebody's browser, in which the page is opened again and again."""

    place: str
    page: str

    def open(
        self,
        path: str,
        *,
        stored: dict[str, str] | None = None,
        clicks: bool = False,
        answers: Any = (),
    ) -> dict[str, Any]:
        """Open the page at a path below its place, and give what came of it."""
        given = {
            "page": self.page,
            "address": f"{self.place}/{path}",
            "stored": stored or {},
            "clicks": clicks,
            "answers": answers,
        }
        done = subprocess.run(
            [str(NODE), str(HARNESS)],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        came: dict[str, Any] = json.loads(done.stdout)
        return came

    def begin(self) -> dict[str, Any]:
        """Open an e-mail's link and sign in."""
        return self.open(UNIT, clicks=True)

    def come_back(self, begun: dict[str, Any], *answers: Any, **answer: str) -> dict[str, Any]:
        """Come back from the sign-in pages with an answer."""
        path = f"signed-in?{urlencode(answer)}"
        return self.open(path, stored=begun["stored"], answers=answers)


@pytest.fixture(scope="module")
def tab(deployed: Deployed) -> Tab:
    place = f"{deployed.up.stack.url}/v1/reports"
    page = deployed.admin.http.get(f"{place}/{UNIT}")
    assert page.status_code == 200
    return Tab(place, page.text)


def asked(begun: dict[str, Any]) -> dict[str, str]:
    """What the sign-in pages are asked for."""
    (where,) = begun["went"]
    return {name: value for name, (value,) in parse_qs(urlsplit(where).query).items()}


def test_it_asks_the_sign_in_pages_for_a_code_with_a_challenge(
    deployed: Deployed, tab: Tab
) -> None:
    begun = tab.begin()
    sent, kept = asked(begun), json.loads(begun["stored"][KEPT])
    assert urlsplit(begun["went"][0]).path == "/oauth2/authorize"
    assert sent["client_id"] == deployed.up.stack.outputs["ConsoleClientId"]
    assert (sent["response_type"], sent["redirect_uri"]) == ("code", f"{tab.place}/signed-in")
    digest = hashlib.sha256(kept["verifier"].encode()).digest()
    assert sent["code_challenge"] == urlsafe_b64encode(digest).decode().rstrip("=")
    assert sent["code_challenge_method"] == "S256"
    assert sent["state"] == kept["state"] != kept["verifier"]
    again = tab.begin()
    assert asked(again)["state"] != sent["state"], "each sign-in has its own"


def test_its_own_answer_brings_the_report(deployed: Deployed, tab: Tab) -> None:
    begun = tab.begin()
    kept = json.loads(begun["stored"][KEPT])
    came = tab.come_back(begun, TOKEN, REPORT, code="c", state=kept["state"])
    exchange, fetched = came["fetched"]
    assert urlsplit(exchange["url"]).path == "/oauth2/token"
    assert (exchange["body"]["code"], exchange["body"]["code_verifier"]) == ("c", kept["verifier"])
    assert fetched["url"] == f"{deployed.up.stack.url}/v1/processes/{UNIT}/report"
    assert fetched["headers"] == {"Authorization": "Bearer a-token"}
    assert came["went"] == [REPORT[1]["url"]]
    assert came["stored"] == {}, "a verifier serves once"
    assert came["address"] == f"{tab.place}/{UNIT}", "no code stays in the history"


@pytest.mark.parametrize("state", ["another", "", None], ids=["another", "empty", "none"])
def test_an_answer_with_another_state_is_dropped(tab: Tab, state: str | None) -> None:
    answer = {"code": "c"} if state is None else {"code": "c", "state": state}
    came = tab.come_back(tab.begin(), **answer)
    assert (came["fetched"], came["went"], came["stored"]) == ([], [], {})
    assert "does not belong to a sign-in of this page" in came["shows"]["wrong"]["text"]


@pytest.mark.parametrize("answer", [{"code": "c", "state": "null"}, {"code": "c"}])
def test_an_answer_that_nobody_asked_for_is_dropped(tab: Tab, answer: dict[str, str]) -> None:
    came = tab.open(f"signed-in?{urlencode(answer)}")
    assert (came["fetched"], came["went"]) == ([], [])
    assert "does not belong to a sign-in of this page" in came["shows"]["wrong"]["text"]


def test_a_refused_sign_in_is_said_and_can_be_begun_again(tab: Tab) -> None:
    begun = tab.begin()
    state = asked(begun)["state"]
    came = tab.come_back(begun, error="access_denied", state=state)
    assert came["fetched"] == []
    assert came["shows"]["wrong"]["text"] == "You are not signed in: access_denied."
    assert not came["shows"]["go"]["hidden"]


def test_a_refused_code_and_a_refused_report_are_said(tab: Tab) -> None:
    begun = tab.begin()
    state = asked(begun)["state"]
    came = tab.come_back(begun, (400, {"error": "invalid_grant"}), code="c", state=state)
    assert (len(came["fetched"]), came["went"]) == (1, [])
    assert came["shows"]["wrong"]["text"] == "You could not be signed in. Please try again."
    theirs = (404, {"detail": "This process does not exist."})
    came = tab.come_back(begun, TOKEN, theirs, code="c", state=state)
    assert (len(came["fetched"]), came["went"]) == (2, [])
    assert came["shows"]["wrong"]["text"] == "This process does not exist."
