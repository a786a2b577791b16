"""Screens as data: path, view and roles; and the input and output of a view."""

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
    """The services that the console itself uses; the API has all the rest."""

    @property
    def sign_in(self) -> SignIns:
        """The check of sign-ins."""

    @property
    def token_endpoint(self) -> TokenEndpoint:
        """The endpoint that issues tokens."""


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
    """The person's next address, below `/console`, with a code of `confirmations.py`."""

    to: str
    done: str = ""


Shown = ScreenPage | Lead | Answer
"""The result of a view; an `Answer` is sent unchanged."""


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
        """The person who is signed in. Raises `LookupError` if nobody is, as on public screens."""
        if self.known_person is None:
            msg = "nobody is signed in here"
            raise LookupError(msg)
        return self.known_person

    @property
    def is_part(self) -> bool:
        """Return whether the page on the screen asks for a part of the page."""
        return self.headers.get("hx-request") == "true"

    def read_query(self, *names: str) -> dict[str, str]:
        """Return the address's values of these names; leave out blank ones."""
        return {name: self.query[name] for name in names if self.query.get(name)}

    @property
    def api(self) -> InnerApi:
        """The API as this person sees it."""
        if self.known_api is None:
            msg = "nobody is signed in here"
            raise LookupError(msg)
        return self.known_api

    def send(self, method: str, path: str, body: Any = None) -> Any:
        """Have the API change the form's subject in the version that the form was opened with.

        Returns the body of its answer. Raises `ApiRefused`.
        """
        form = self.form
        return self.api.ask(method, path, body, etag=form.one("etag"), key=form.key).body


View = Callable[..., Shown]


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen, or the act of its form."""

    method: str
    path: str
    view: View
    roles: frozenset[Role] | None
    """The roles that may see it; None for everybody, signed in or not."""

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
        """Declare the act of a form; it ends in a page or leads on."""
        return self._declare("POST", path, roles)

    def _declare(
        self, method: str, path: str, roles: frozenset[Role] | None
    ) -> Callable[[View], View]:
        def declare(view: View) -> View:
            self.screens.append(Screen(method, path, view, roles))
            return view

        return declare
