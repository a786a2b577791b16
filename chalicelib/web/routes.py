"""Routes as data: path, policy, input and output.

Each domain declares its own; the edge opens them, the OpenAPI document describes them, the tests
enumerate them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from chalicelib.acts import Act, Answer, Caller

from .paging import Window
from .policy import Policy
from .representation import Representation

View = Callable[..., Any]

Services_co = TypeVar("Services_co", covariant=True)
"""The services that a view uses: it names the wiring of their room."""


@dataclass(frozen=True, slots=True)
class Request(Generic[Services_co]):
    """One request, read and validated, with the services that answer it."""

    services: Services_co
    act: Act
    body: Any = None
    query: Any = None
    version: int = 0
    """The version the client wants to change (`If-Match`)."""
    known: str = ""
    """The entity tags of the copies that the client already has (`If-None-Match`)."""
    window: Window = field(default_factory=lambda: Window(0, None))
    address: str = ""
    """The API's address, up to and without `/v1`; links that leave the API begin with it."""

    @property
    def caller(self) -> Caller:
        """The person who asks."""
        return self.act.caller

    @property
    def now(self) -> datetime:
        """The time at which the request came in."""
        return self.act.at


CSV = "text/csv"
"""The media of a route whose view returns a `Table`; it answers with a workbook too."""
ACCEPTED, LOOK_AGAIN = 202, "2"
"""The status of an answer whose work continues, and the seconds until a client may look again.

A subject that has `is_under_way` gets those seconds only while it is under way.
"""


@dataclass(frozen=True, slots=True)
class Route:
    """One operation; `name` is its OpenAPI operationId and the verb in the audit trail."""

    method: str
    path: str
    view: View
    policy: Policy
    summary: str
    tag: str
    body: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    answer: type[Representation] | None = None
    status: int = 200
    location: str = ""
    listed: bool = False
    conditional: bool = False
    only_reads: bool = False
    """Whether a POST changes nothing: its input is too large for a query."""
    hidden: bool = False
    """Whether it is for people alone: the OpenAPI document leaves it out."""
    media: str = ""
    """The answer's media type where it is not a representation of ours."""
    polled: bool = False
    """Whether it is asked again and again while work goes on."""
    stored: bool = False
    """Whether the answer is a file with a tag, which clients send back as `If-None-Match`."""

    @property
    def name(self) -> str:
        """The operation's name."""
        return self.view.__name__

    @property
    def changes(self) -> bool:
        """Whether it changes something: then it can be repeated under a key."""
        return self.method != "GET" and not self.only_reads

    @property
    def parameters(self) -> list[str]:
        """The names in the path."""
        return re.findall(r"{(\w+)}", self.path)

    def respond(self, subject: Any) -> Answer:
        """Render the result of the view, or of the act's first run. The edge renders lists."""
        if isinstance(subject, Answer):
            return subject
        if self.answer is None or subject is None:
            return Answer(204 if self.status == 200 else self.status)  # noqa: PLR2004 - HTTP statuses
        headers = {}
        version = getattr(subject, "version", None)
        if version is not None:
            headers["ETag"] = f'"{version}"'
        if self.location:
            headers["Location"] = self.location.format(id=subject.id)
        polled = self.polled or self.status == ACCEPTED
        if polled and getattr(subject, "is_under_way", True):
            headers["Retry-After"] = LOOK_AGAIN
        return Answer(self.status, self.answer.of(subject).to_json(), headers)


class Routes:
    """A domain's routes."""

    def __init__(self, tag: str) -> None:
        """Start a list; `tag` is the heading in the documentation."""
        self.tag = tag
        self.routes: list[Route] = []

    def get(self, path: str, **declared: Any) -> Callable[[View], View]:
        """Declare a reading route; `listed=True` for pages."""
        return self._declare("GET", path, declared)

    def post(self, path: str, **declared: Any) -> Callable[[View], View]:
        """Declare a route that makes something, or (conditional) acts on something."""
        return self._declare("POST", path, {"status": 201, **declared})

    def put(self, path: str, **declared: Any) -> Callable[[View], View]:
        """Declare a route that replaces something."""
        return self._declare("PUT", path, {"conditional": True, **declared})

    def patch(self, path: str, **declared: Any) -> Callable[[View], View]:
        """Declare a route that changes something."""
        return self._declare("PATCH", path, {"conditional": True, **declared})

    def delete(self, path: str, **declared: Any) -> Callable[[View], View]:
        """Declare a route that removes something."""
        return self._declare("DELETE", path, {"conditional": True, **declared})

    def _declare(self, method: str, path: str, declared: dict[str, Any]) -> Callable[[View], View]:
        if not isinstance(declared.get("policy"), Policy):
            msg = f"{method} {path} declares no policy"
            raise TypeError(msg)

        def declare(view: View) -> View:
            self.routes.append(Route(method, path, view, tag=self.tag, **declared))
            return view

        return declare
