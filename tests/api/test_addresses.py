"""Every address that the API gives leads somewhere, wherever people reach the API.

Each is resolved as RFC 3986 says, from the address of the request. The addresses are `Location`,
`Link`, `links`, the `type` of a problem, the `servers` of the OpenAPI document, and a page's links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest

from chalicelib.web.public_address import ADDRESSES, find_places
from chalicelib.web.routes import Route
from tests.api.scene import Scene
from tests.api.test_locks import CELLS, PEOPLE, a_request, every_route
from tests.support.gateways import GATEWAYS, Gateway
from tests.support.world import Reply, World, WorldPerson

ROUTES = list(every_route())
WELCOME = {200, 201, 202, 204, 302}
THERE = WELCOME | {405, 409}
"""405: where one only acts. 409: a report that is being written has its address already."""
NOBODYS = "/v1/people/dana/email-preference"
"""The scene's admin is signed in, and not of the roster: e-mail goes to its people alone."""
WALKERS = ("district admin", "owning teacher")
LINKED = [
    route
    for route in ROUTES
    if route.method != "GET" and (route.location or (route.answer and find_places(route.answer)))
]
"""Changes whose answers lead on."""


@pytest.fixture(params=list(GATEWAYS.values()), ids=list(GATEWAYS))
def gateway(request: pytest.FixtureRequest) -> Gateway:
    """Return each placement."""
    found: Gateway = request.param
    return found


def welcome(route: Route, scene: Scene) -> list[WorldPerson]:
    """Return the one of the two highest roles that gets in; skip what nobody can do now."""
    statuses = dict(zip(PEOPLE, CELLS[route.name], strict=True))
    return [scene.people[name] for name in WALKERS if statuses[name] in WELCOME]


def addresses(found: Any, named: str = "") -> Iterator[str]:
    """Return every address in an answer."""
    if isinstance(found, dict):
        for name, each in found.items():
            yield from addresses(each, named if named in ADDRESSES else name)
    elif isinstance(found, list):
        for each in found:
            yield from addresses(each, named)
    elif isinstance(found, str) and (named in ADDRESSES or found.startswith("/v1/")):
        yield found


def collect_addresses(reply: Reply) -> set[str]:
    """Return every address in body and headers."""
    found = set(addresses(reply.body))
    if "html" in reply.headers["Content-Type"]:
        found |= set(re.findall(r'href="((?!#|data:)[^"]+)"', reply.body))
    if "Location" in reply.headers:
        found.add(reply.headers["Location"])
    return found | set(re.findall("<([^>]*)>", reply.headers.get("Link", "")))


def follow(gateway: Gateway, person: WorldPerson, asked: str, reply: Reply) -> dict[str, int]:
    """Follow what an answer leads to, and return what was not there."""
    wrong = {}
    for address in collect_addresses(reply):
        url = urldefrag(urljoin(asked, address)).url
        found = gateway.ask(person, "GET", url)
        if found.status not in THERE:
            wrong[f"{asked} -> {address}"] = found.status
    return wrong


def test_links_of_every_screen_lead_somewhere(world: World, gateway: Gateway) -> None:
    scene = world.scene(Scene)
    gateway.serve(world)
    found: dict[tuple[WorldPerson, str], str] = {}
    for route in ROUTES:
        if route.method != "GET" or route.name == "read_openapi":
            continue
        for person in welcome(route, scene):
            asked = gateway.address + a_request(route, scene)[1]
            reply = gateway.ask(person, "GET", asked)
            assert reply.status in WELCOME, asked
            found |= {
                (person, urldefrag(urljoin(asked, address)).url): f"{asked} -> {address}"
                for address in collect_addresses(reply)
            }
    assert len(found) > 60, "few addresses were found"
    wrong = {
        led: status
        for (person, url), led in found.items()
        if not url.endswith(NOBODYS)
        and (status := gateway.ask(person, "GET", url).status) not in THERE
    }
    assert not wrong


SAID = (
    ("/v1/library/", "/v1/processes/"),  # "for those who may see it"
    ("/v1/me", "/email-preference"),  # the scene's administrators are not of the roster
    ("/results", "/v1/distributions/"),  # it has not begun, so a school's administrator waits
)
"""Where answers lead that not everybody may go, and what part of the answer's address has it."""


@pytest.mark.parametrize("name", PEOPLE)
def test_nobody_is_led_where_they_may_not_go(world: World, name: str) -> None:
    scene = world.scene(Scene)
    gateway, person = next(iter(GATEWAYS.values())), scene.people[name]
    gateway.serve(world)
    found: dict[str, str] = {}
    for route in ROUTES:
        if route.method != "GET" or route.name in ("read_openapi", "read_docs"):
            continue
        asked = gateway.address + a_request(route, scene)[1]
        reply = gateway.ask(person, "GET", asked)
        if reply.status in WELCOME:
            found |= {
                urldefrag(urljoin(asked, each)).url: asked for each in collect_addresses(reply)
            }
    wrong = {
        f"{asked} -> {url}": status
        for url, asked in found.items()
        if (status := gateway.ask(person, "GET", url).status) not in THERE
        if not any(here in asked and there in url for here, there in SAID)
    }
    assert not wrong


@pytest.mark.parametrize("route", LINKED, ids=lambda route: route.name)
def test_links_after_every_change_lead_somewhere(world: World, route: Route) -> None:
    gateway = list(GATEWAYS.values())[LINKED.index(route) % len(GATEWAYS)]
    scene = world.scene(Scene)
    person = next(iter(welcome(route, scene)), None)
    if person is None:
        pytest.skip("nobody can do it in this scene")
    gateway.serve(world)
    method, path, body, headers = a_request(route, scene)
    asked = gateway.address + path
    for _ in ("at first", "repeated"):
        reply = gateway.ask(person, method, asked, body, headers)
        assert reply.status in WELCOME, reply.body
        assert collect_addresses(reply) or not route.location
        assert not follow(gateway, person, asked, reply)


def test_the_next_page_is_where_the_link_header_says(world: World, gateway: Gateway) -> None:
    admin = world.admin()
    for name in ("Ash", "Birch", "Cedar", "Date", "Elm"):
        body = {"title": f"{name} & more?", "level_count": 3}
        assert admin.post("/v1/assessments", body).status == 201
    gateway.serve(world)
    asked, seen = f"{gateway.address}/v1/assessments?limit=2&text=more%3F", []
    while asked:
        page = gateway.ask(admin, "GET", asked)
        seen += [each["title"][0] for each in page.body["items"]]
        further = re.fullmatch('<(.*)>; rel="next"', page.headers.get("Link", ""))
        asked = urljoin(asked, further[1]) if further else ""
    assert sorted(seen) == ["A", "B", "C", "D", "E"]


def test_the_type_of_a_refusal_leads_to_its_explanation(world: World, gateway: Gateway) -> None:
    scene = world.scene(Scene)
    gateway.serve(world)
    admin = scene.people["district admin"]
    for person, path, status in (
        (world.nobody(), "/v1/sign-in?x=1", 400),
        (admin, "/v1/teams/none", 404),
        (scene.people["unknown person"], "/v1/teams", 403),
    ):
        asked = gateway.address + path
        refused = gateway.ask(person, "GET", asked)
        assert refused.status == status
        where, code = urldefrag(urljoin(asked, refused.body["type"]))
        assert code == refused.code
        assert gateway.path_of(where) == "/v1/docs"
        assert gateway.ask(world.nobody(), "GET", where).status == 200


def test_the_links_of_a_refusal_lead_somewhere(world: World, gateway: Gateway) -> None:
    scene = world.scene(Scene)
    admin, correction = scene.people["district admin"], scene.correction
    gateway.serve(world)
    running = gateway.ask(admin, "GET", f"{gateway.address}/v1/corrections/{correction}").body
    asked = f"{running['links']['assessment']}/corrections"
    etag = gateway.ask(admin, "GET", running["links"]["assessment"]).etag
    refused = gateway.ask(admin, "POST", asked, {"cuts": ["70", "90"]}, {"If-Match": etag})
    assert refused.code == "correction_running"
    assert gateway.path_of(urljoin(asked, refused.body["link"])) == f"/v1/corrections/{correction}"
    assert not follow(gateway, admin, asked, refused)


def test_the_root_leads_people_to_the_start_page(world: World, gateway: Gateway) -> None:
    gateway.serve(world)
    asked = f"{gateway.address}/"
    reply = gateway.ask(world.nobody(), "GET", asked)
    assert reply.status == 302
    page = gateway.ask(world.nobody(), "GET", urljoin(asked, reply.headers["Location"]))
    assert page.status == 200
    assert page.headers["Content-Type"].startswith("text/html")


def test_openapi_says_where_the_api_is(world: World, gateway: Gateway) -> None:
    gateway.serve(world)
    asked = f"{gateway.address}/v1/openapi.json"
    (server,) = gateway.ask(world.nobody(), "GET", asked).body["servers"]
    assert urljoin(asked, server["url"]) == gateway.address


def test_a_mistake_of_ours_names_itself_at_the_same_address(world: World, gateway: Gateway) -> None:
    admin = world.admin()
    gateway.serve(world)
    broken: Any = None  # every view stumbles over it
    world.services.settings = replace(world.services.settings, cursor_secret=broken)
    asked = f"{gateway.address}/v1/schools?cursor=x"
    refused = gateway.ask(admin, "GET", asked)
    assert refused.status >= 500
    assert gateway.path_of(urljoin(asked, refused.body["type"])).startswith("/v1/docs#")
