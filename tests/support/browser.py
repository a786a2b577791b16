"""A browser without a window: cookies, redirects and forms, and pages to look into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from chalice.test import Client

from app import app
from chalicelib.acts import Caller, Role
from chalicelib.console.forms import Form
from chalicelib.console.request_pipeline import forget_people
from chalicelib.console.screens import View, Visit
from chalicelib.console.sessions import SignedInPerson
from chalicelib.web.authorizer import read_caller, write_caller
from chalicelib.web.inner_api import InnerApi
from tests.support.world import CONSOLE, DISTRICT, World, token

HOST = "console.example.org"
FORM = "application/x-www-form-urlencoded"


@dataclass
class ShownPage:
    """A page as a browser shows it."""

    status: int
    address: str
    content: bytes
    headers: Mapping[str, Any]

    @cached_property
    def text(self) -> str:
        """The visible text."""
        return self.content.decode()

    @cached_property
    def page(self) -> BeautifulSoup:
        """The parsed page; to read it takes longer than to make it."""
        return BeautifulSoup(self.text, "html.parser")

    @property
    def heading(self) -> str:
        """The title of the page."""
        found = self.page.h1
        assert found is not None, self.text
        return _plain(found)

    def words(self, where: str = "main") -> str:
        """Everything that can be read in a part of the page, on one line."""
        return " ".join(_plain(each) for each in self.page.select(where))

    def rows(self, where: str = "main table") -> list[list[str]]:
        """Return the cells of a table's body."""
        return [
            [_plain(cell) for cell in row.find_all(["th", "td"])]
            for row in self.page.select(f"{where} tbody tr")
        ]

    def one(self, where: str) -> Tag:
        """Return the one element there is."""
        (found,) = self.page.select(where)
        return found

    def link(self, name: str) -> str:
        """Where the one link of this name leads."""
        found = {str(a["href"]) for a in self.page.find_all("a") if _plain(a) == name}
        (address,) = found
        return address


def _plain(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


class Browser:
    """Somebody's browser, at one stack."""

    def __init__(self) -> None:
        self.cookies: dict[str, tuple[str, str]] = {}
        self.asked: list[str] = []
        forget_people()

    def sign_in_as(self, name: str) -> Browser:
        """Hold the token of somebody who signed in; `World.person` made them."""
        own = token(f"{name}@example.org", client_id=CONSOLE)
        self.cookies["__Host-plumbline"] = ("/", own)
        return self

    def open(self, address: str, **headers: str) -> ShownPage:
        """Open an address, and follow where it leads inside the stack."""
        return self.send("GET", address, headers=headers)

    def press(
        self,
        shown: ShownPage,
        button: str,
        *,
        fill: Mapping[str, Any] | None = None,
        **headers: str,
    ) -> ShownPage:
        """Fill the form that has this button, and press it."""
        (pressed,) = (
            b for b in shown.page.find_all("button") if button in (_plain(b), b.get("aria-label"))
        )
        form = pressed.find_parent("form") or shown.one(f"form#{pressed['form']}")
        assert isinstance(form, Tag)
        said = dict(fields_of(form))
        if pressed.get("name"):
            said[str(pressed["name"])] = [str(pressed.get("value", ""))]
        for name, value in (fill or {}).items():
            assert name in said or form.select(f'[name="{name}"]'), f"the form has no {name}"
            said[name] = value if isinstance(value, list) else [value]
        pairs = [(name, each) for name, values in said.items() for each in values]
        action = urljoin(shown.address, str(pressed.get("formaction") or form.get("action") or ""))
        if str(form.get("method", "get")).lower() == "get":
            return self.open(f"{urlsplit(action).path}?{urlencode(pairs)}", **headers)
        return self.send("POST", action, urlencode(pairs).encode(), headers)

    def send(
        self,
        method: str,
        address: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        *,
        follow: bool = True,
        bare: bool = False,
    ) -> ShownPage:
        """Send a request as a page of ours would; `bare`: saying nothing of where it is from."""
        path = urlsplit(address).path + (f"?{urlsplit(address).query}" if "?" in address else "")
        sent = {"host": HOST, "cookie": self._cookie(path)}
        if not bare:
            sent["sec-fetch-site"] = "same-origin"
        if body:
            sent["content-type"] = FORM
        sent |= headers or {}
        self.asked.append(f"{method} {path}")
        with Client(app, stage_name="test", project_dir=".") as client:
            reply = client.http.request(method, path, headers=sent, body=body)
        self._keep(reply.headers.get("Set-Cookie", []))
        content = reply.body if isinstance(reply.body, bytes) else str(reply.body).encode()
        to = reply.headers.get("Location", "")
        if follow and to and urlsplit(to).netloc in ("", HOST):
            again = reply.status_code == 307
            return self.send(method if again else "GET", to, body if again else b"", headers)
        where = to or path
        return ShownPage(reply.status_code, where, content, reply.headers)

    def _cookie(self, path: str) -> str:
        kept = self.cookies.items()
        return "; ".join(
            f"{name}={value}" for name, (below, value) in kept if path.startswith(below)
        )

    def _keep(self, written: str | list[str]) -> None:
        for line in [written] if isinstance(written, str) else written:
            for name, cookie in SimpleCookie(line).items():
                assert cookie["secure"], line
                assert cookie["httponly"], line
                if cookie["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = (cookie["path"], cookie.value)


def fields_of(form: Tag) -> dict[str, list[str]]:
    """Return the values that a browser would send of an untouched form."""
    said: dict[str, list[str]] = {}
    for each in form.select("input[name], select[name], textarea[name]"):
        if each.has_attr("disabled"):
            continue
        for value in _values(each):
            said.setdefault(str(each["name"]), []).append(value)
    return said


def _values(control: Tag) -> list[str]:
    if control.name == "select":
        chosen = control.select("option[selected]") or control.select("option")[:1]
        return [str(each.get("value", "")) for each in chosen]
    if control.name == "textarea":
        return [control.get_text().removeprefix("\n")]
    if control.get("type") in ("checkbox", "radio") and not control.has_attr("checked"):
        return []
    return [str(control.get("value", ""))]


def query_of(address: str) -> dict[str, str]:
    """Return the query of an address."""
    return dict(parse_qsl(urlsplit(address).query))


def admin_of(world: World, name: str = "dana") -> Browser:
    """Return a district admin's browser."""
    world.admin(name)
    return Browser().sign_in_as(name)


def teacher_of(world: World, name: str = "tess", *schools: str) -> Browser:
    """Return a teacher's browser."""
    world.teacher(name, *schools)
    return Browser().sign_in_as(name)


def list_calls_of_admin(
    world: World, view: View, query: Mapping[str, str], **path: str
) -> list[str]:
    """Return the API requests of a screen that a district admin opens."""
    roles = frozenset({Role.DISTRICT_ADMIN})
    caller = Caller(DISTRICT, "dana", roles=roles, zone="America/Chicago")
    return list_calls_for(world, view, caller, query, path)


def list_calls_as(
    world: World, person: str, role: Role, view: View, query: Mapping[str, str], **path: str
) -> list[str]:
    """Return the API requests of a screen that this person opens."""
    caller = Caller(DISTRICT, person, roles=frozenset({role}), zone="America/Chicago")
    return list_calls_for(world, view, caller, query, path)


def list_calls_for(
    world: World,
    view: View,
    caller: Caller,
    query: Mapping[str, str],
    path: Mapping[str, str],
    form: Mapping[str, list[str]] | None = None,
    headers: Mapping[str, str] | None = None,
) -> list[str]:
    """Return the API requests of a screen that somebody opens, or whose form somebody sends."""
    now, address = world.clock.now(), f"https://{HOST}"
    known = read_caller({"authorizer": write_caller(caller)}, now)
    api = InnerApi(world.services, known, "request-1", address)
    sent = Form(form or {})
    whose = SignedInPerson(known, {"today": "2026-09-14"})
    visit = Visit(world.services, headers or {}, query, sent, address, "", whose, api)
    view(visit, **path)
    return api.asked
