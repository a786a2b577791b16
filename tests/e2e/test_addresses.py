"""Addresses lead somewhere on the stack as people reach it, also where only the gateway answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag, urljoin

import httpx
import pytest

from plumb.client import Client
from tests.e2e.conftest import LoadedStack
from tests.e2e.visitor import Visitor

SCREENS = (
    "/v1/assessments",
    "/v1/classes?school_id=jf-s01",
    "/v1/distributions",
    "/v1/frameworks",
    "/v1/people",
    "/v1/processes",
    "/v1/roster-imports",
    "/v1/schools",
    "/v1/standards-imports",
    "/v1/teams",
)


def read(client: Client, url: str, **headers: str) -> httpx.Response:
    sent = {"Authorization": f"Bearer {client.token}"} | headers
    return client.http.get(url, headers=sent, follow_redirects=False)


def links(found: Any) -> Iterator[str]:
    if isinstance(found, dict):
        for name, each in found.items():
            if name == "links":
                yield from each.values()
            else:
                yield from links(each)
    elif isinstance(found, list):
        for each in found:
            yield from links(each)


@pytest.fixture
def numeric(deployed: LoadedStack) -> str:
    return deployed.up.stack.numeric_url


def test_people_get_an_address_with_a_host_of_its_own(deployed: LoadedStack) -> None:
    stack = deployed.up.stack
    api, port = stack.outputs["RestAPIId"], stack.numeric_url.split(":")[2].split("/")[0]
    assert stack.url == f"http://{api}.execute-api.localhost:{port}/api"
    assert stack.outputs["RestAPIId"] in stack.docs


@pytest.mark.parametrize("path", SCREENS)
def test_links_of_screens_lead_somewhere(path: str, admin: Client) -> None:
    asked = f"{admin.url}{path}"
    while asked:
        page = read(admin, asked)
        assert page.status_code == 200, page.text
        for link in sorted(set(links(page.json())))[:20]:
            url = urljoin(asked, link)
            assert url.startswith(f"{admin.url}/v1/")
            assert read(admin, url).status_code == 200, url
        asked = urljoin(asked, page.links["next"]["url"]) if "next" in page.links else ""


def test_refusals_of_the_gateway_have_an_explanation_at_their_address(
    admin: Client, numeric: str
) -> None:
    for base in (admin.url, numeric):
        for path, sent, status in (
            ("/v1/me", {"Authorization": "Bearer no"}, 401),
            ("/v1/nothing", {}, 404),
        ):
            asked = f"{base}{path}"
            refused = read(admin, asked, **sent)
            assert refused.status_code == status
            where, code = urldefrag(urljoin(asked, refused.json()["type"]))
            assert (where, code) == (f"{admin.url}/v1/docs", refused.json()["code"])
            assert f'id="{code}"' in read(admin, where).text


def test_the_root_leads_people_to_a_page(admin: Client, numeric: str) -> None:
    for root in (f"{admin.url}/", admin.url, numeric):
        reply = admin.http.get(root, follow_redirects=False)
        assert reply.status_code == 302
        page = admin.http.get(urljoin(root, reply.headers["Location"]))
        assert (page.status_code, page.headers["Content-Type"].split(";")[0]) == (200, "text/html")


def test_openapi_names_the_address_wherever_it_is_read(admin: Client, numeric: str) -> None:
    for base in (admin.url, numeric):
        (server,) = admin.http.get(f"{base}/v1/openapi.json").json()["servers"]
        assert server["url"] == admin.url


def test_the_stacks_own_pages_are_signed_in_at_its_address(
    deployed: LoadedStack, pages: dict[str, str], visitor: Visitor
) -> None:
    stack = deployed.up.stack
    own = {**pages, "client_id": stack.outputs["ConsoleClientId"]}
    callback = f"{stack.url}/console/signed-in"
    code = visitor.bring_code(own, callback)
    refused = visitor.exchange(own, code)
    assert refused.status_code == 400, "the callback is another"
    token = visitor.exchange(own, visitor.bring_code(own, callback), redirect_uri=callback)
    me = Client(stack.url, token.json()["access_token"]).get("/v1/me")
    assert me["username"] == visitor.username
