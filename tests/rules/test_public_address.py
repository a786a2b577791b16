"""Where do people reach the API, and where in an answer are addresses?"""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import Field

from chalicelib.web.public_address import (
    Address,
    complete_answer,
    find_gateway_address,
    find_places,
    find_public_address,
)
from chalicelib.web.representation import Representation

GATEWAY = "abc123.execute-api.us-east-1.amazonaws.com"
DOMAIN = "plumbline.district.example.org"
LOCK, ROOT = "/v1/processes/{process_id}/lock", "/"


@pytest.mark.parametrize(
    ("path", "route", "domain", "address"),
    [
        ("/api/v1/processes/01K/lock", LOCK, GATEWAY, f"https://{GATEWAY}/api"),
        ("/v1/processes/01K/lock", LOCK, DOMAIN, f"https://{DOMAIN}"),
        ("/plumb/line/v1/processes/01K/lock", LOCK, DOMAIN, f"https://{DOMAIN}/plumb/line"),
        ("/api/v1/processes/v1/lock", LOCK, GATEWAY, f"https://{GATEWAY}/api"),
        ("/tests/v1/v1/processes/v1/lock", LOCK, DOMAIN, f"https://{DOMAIN}/tests/v1"),
        ("/api/v1/district", "/v1/district", GATEWAY, f"https://{GATEWAY}/api"),
        ("/api/v1/district/", "/v1/district", GATEWAY, f"https://{GATEWAY}/api"),
        ("/api", ROOT, GATEWAY, f"https://{GATEWAY}/api"),
        ("/api/", ROOT, GATEWAY, f"https://{GATEWAY}/api"),
        ("/", ROOT, DOMAIN, f"https://{DOMAIN}"),
        ("/plumb/line", ROOT, DOMAIN, f"https://{DOMAIN}/plumb/line"),
    ],
)
def test_it_is_the_domain_and_what_precedes_the_route(
    path: str, route: str, domain: str, address: str
) -> None:
    context = {"path": path, "resourcePath": route, "domainName": domain, "stage": "api"}
    assert find_gateway_address(context, {"host": "evil.example.net"}) == address


@pytest.mark.parametrize(
    ("context", "headers", "address"),
    [
        ({"path": "/v1/processes/v1/lock"}, {"host": "127.0.0.1:8000"}, "http://127.0.0.1:8000"),
        ({"path": "/elsewhere"}, {"host": "127.0.0.1:8000"}, "http://127.0.0.1:8000"),
        ({}, {}, ""),
    ],
)
def test_a_request_says_it_only_where_no_gateway_does(
    context: dict[str, str], headers: dict[str, str], address: str
) -> None:
    assert find_gateway_address(context, headers) == address


def test_the_stack_s_own_address_counts() -> None:
    context = {"path": "/api/v1/district", "resourcePath": "/v1/district", "domainName": GATEWAY}
    assert find_public_address(f"https://{DOMAIN}", context, {}) == f"https://{DOMAIN}"
    assert find_public_address("", context, {}) == f"https://{GATEWAY}/api"


class LeafView(Representation):
    """A part of an answer, with an address of another name."""

    sheet: Address | None = None
    note: str = ""


class TreeView(Representation):
    """An answer that has addresses everywhere, and itself inside."""

    links: dict[str, str | None]
    link: str | None
    leaf: LeafView | None = Field(serialization_alias="first_leaf")
    leaves: Annotated[tuple[LeafView, ...], Field(max_length=9)]
    by_name: dict[str, LeafView]
    where: dict[str, Address]
    branches: tuple[TreeView, ...] = ()


def test_addresses_are_completed_wherever_an_answer_has_them() -> None:
    leaf = LeafView(sheet="/v1/sheets/1", note="/v1/of a person's own")
    tree = TreeView(
        links={"self": "/v1/trees/1", "up": None},
        link="/v1/trees/2",
        leaf=leaf,
        leaves=(leaf, LeafView()),
        by_name={"links": leaf},
        where={"here": "/v1/trees/3"},
    )
    body: dict[str, Any] = {"items": [tree.to_json()], "next": None}
    complete_answer(body, TreeView, "https://x.org/api", listed=True)
    whole = {"sheet": "https://x.org/api/v1/sheets/1", "note": "/v1/of a person's own"}
    assert body["items"] == [
        {
            "links": {"self": "https://x.org/api/v1/trees/1", "up": None},
            "link": "https://x.org/api/v1/trees/2",
            "first_leaf": whole,
            "leaves": [whole, {"sheet": None, "note": ""}],
            "by_name": {"links": whole},
            "where": {"here": "https://x.org/api/v1/trees/3"},
            "branches": [],
        }
    ]


def test_an_answer_without_addresses_is_not_looked_through() -> None:
    class PlainView(Representation):
        """An answer without an address."""

        title: str
        parts: tuple[dict[str, str], ...] = ()

    assert find_places(PlainView) == {}
