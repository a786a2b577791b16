"""Screens as data: path, view, who it is for; and what a view gets and gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from chalicelib.acts import Answer, Role
from chalicelib.web.edge import EdgeServices

if TYPE_CHECKING:
    from chalicelib.web.authorizer import SignIns
    from chalicelib.web.inner_api import InnerApi

    from .forms import Form
    from .sessions import SignedInPerson, TokenEndpoint

EVERYBODY = frozenset(Role)
ADMINS = frozenset({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
DISTRICT_ADMINS = frozenset({Role.DISTRICT_ADMIN})
TEACHERS = frozenset({Role.TEACHER})
AUTHORS = frozenset({Role.DISTRICT_ADMIN, Role.TEACHER})


class ConsoleServices(EdgeServices, Protocol):
    """What the console itself asks for; all the rest it asks the API."""

    @property
    def sign_in(self) -> SignIns:
        """Who may come in."""

    @property
    def token_endpoint(self) -> TokenEndpoint:
        """What gives tokens."""


class NotThere(Exception):
    """There is no such screen, file or act."""


@dataclass(frozen=True, slots=True)
class ScreenPage:
    """A page to render: a template below `templates/console/`, and what it shows."""

    template: str
    facts: Mapping[str, Any]
    status: int = 200


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a person is led next: an address below `/console`, with a sentence of `done.py`."""

    to: str
    done: str = ""


Shown = ScreenPage | Lead | Answer
"""What a view gives; an `Answer` is sent as it is."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request to a screen."""

    services: ConsoleServices
    headers: Mapping[str, str]
    query: Mapping[str, str]
    form: Form
    address: str
    """Where people reach the stack, up to and without `/console` and `/v1`."""
    path: str
    """The path below the address, and the query, as it was asked for."""
    known_person: SignedInPerson | None = None
    known_api: InnerApi | None = None

    @property
    def base(self) -> str:
        """The path before `/console`."""
        return urlsplit(self.address).path

    @property
    def person(self) -> SignedInPerson:
        """Who is signed in; only public screens are seen without."""
        if self.known_person is None:
            msg = "nobody is signed in here"
            raise LookupError(msg)
        return self.known_person

    @property
    def is_part(self) -> bool:
        """Return whether the page on the screen asks for a part of the page."""
        return self.headers.get("hx-request") == "true"

    def read_query(self, *names: str) -> dict[str, str]:
        """Return what the address says under these names; what is blank is left out."""
        return {name: self.query[name] for name in names if self.query.get(name)}

    @property
    def api(self) -> InnerApi:
        """The API as this person sees it."""
        if self.known_api is None:
            msg = "nobody is signed in here"
            raise LookupError(msg)
        return self.known_api

    def send(self, method: str, path: str, body: Any = None) -> Any:
        """Have the API change what the form is about, as it was when the form was opened.

        Gives the body of its answer. Raises `ApiRefused`.
        """
        form = self.form
        return self.api.ask(method, path, body, etag=form.one("etag"), key=form.key).body


View = Callable[..., Shown]


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen, or what its form does."""

    method: str
    path: str
    view: View
    roles: frozenset[Role] | None
    """Who may see it; None for everybody, signed in or not."""

    @property
    def name(self) -> str:
        """The view's name."""
        return self.view.__name__

    @property
    def parameters(self) -> list[str]:
        """The names in the path."""
        return re.findall(r"{(\w+)}", self.path)


@dataclass(slots=True)
class Screens:
    """A module's screens."""

    screens: list[Screen] = field(default_factory=list)

    def show(self, path: str, *, roles: frozenset[Role] | None) -> Callable[[View], View]:
        """Declare a page."""
        return self._declare("GET", path, roles)

    def act(self, path: str, *, roles: frozenset[Role] | None) -> Callable[[View], View]:
        """Declare what a form does; it ends in a page or leads on."""
        return self._declare("POST", path, roles)

    def _declare(
        self, method: str, path: str, roles: frozenset[Role] | None
    ) -> Callable[[View], View]:
        def declare(view: View) -> View:
            self.screens.append(Screen(method, path, view, roles))
            return view

        return declare
