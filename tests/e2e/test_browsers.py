"""A web app of another origin: what its browser asks first, and what it may read."""

from __future__ import annotations

import pytest

from plumb.client import Client
from tests.e2e.conftest import LoadedStack

APP, ELSEWHERE = "http://localhost:5173", "https://elsewhere.example"


@pytest.mark.parametrize("path", ["/v1/district", "/v1/trackers/some/sheets/other"])
def test_every_address_answers_a_preflight(path: str, deployed: LoadedStack) -> None:
    asked = {
        "Origin": ELSEWHERE,
        "Access-Control-Request-Method": "PATCH",
        "Access-Control-Request-Headers": "authorization,if-match",
    }
    answer = deployed.admin.http.options(f"{deployed.up.stack.url}{path}", headers=asked)
    assert answer.is_success
    assert "PATCH" in answer.headers["Access-Control-Allow-Methods"]
    assert "If-Match" in answer.headers["Access-Control-Allow-Headers"]


def test_a_listed_page_may_read_and_another_may_not(deployed: LoadedStack, admin: Client) -> None:
    url, bearer = f"{deployed.up.stack.url}/v1/district", f"Bearer {admin.token}"
    ours = admin.http.get(url, headers={"Origin": APP, "Authorization": bearer})
    assert ours.headers["Access-Control-Allow-Origin"] == APP
    theirs = admin.http.get(url, headers={"Origin": ELSEWHERE, "Authorization": bearer})
    assert "Access-Control-Allow-Origin" not in theirs.headers


def test_any_page_may_read_what_the_gateway_refuses(deployed: LoadedStack) -> None:
    """It is nobody's data, and without it an app cannot tell a lost sign-in from a lost network."""
    url = f"{deployed.up.stack.url}/v1/district"
    sent = {"Origin": APP, "Authorization": "Bearer no"}
    refused = deployed.admin.http.get(url, headers=sent)
    assert (refused.status_code, refused.json()["code"]) == (401, "not_signed_in")
    assert refused.headers["Access-Control-Allow-Origin"] == "*"
