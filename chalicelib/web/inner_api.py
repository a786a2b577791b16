"""The API, asked from inside the process: by the console's screens, for the person who looks.

A request goes through the same steps as one from the network: policy, validation, view, answer. A
screen can therefore never know or do more than the API.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from chalicelib.acts import Answer, Caller
from chalicelib.request_cache import Known, remember

from .authorizer import write_caller
from .edge import EdgeServices, answer_request
from .idempotency import HEADER
from .lazy_routes import find_route


@dataclass(frozen=True, slots=True)
class InnerRequest:
    """The parts of a request that the edge reads."""

    context: Mapping[str, Any]
    headers: Mapping[str, str]
    query_params: Mapping[str, str]
    raw_body: bytes
    uri_params: Mapping[str, str]


WHOLE_PAGES: Mapping[str, str] = MappingProxyType({"limit": "200"})
"""As much of a list as the API returns at once."""


class ApiRefused(Exception):
    """The API refused; `problem` is its whole answer."""

    def __init__(self, answer: Answer) -> None:
        """Carry a problem's answer."""
        super().__init__(answer.body["code"])
        self.problem: dict[str, Any] = answer.body
        self.status = answer.status
        self.headers = answer.headers


@dataclass(frozen=True)
class InnerApi:
    """The API as one person sees it."""

    services: EdgeServices
    caller: Caller
    request_id: str
    address: str
    """The address where people reach the API, up to and without `/v1`."""
    asked: list[str] = field(default_factory=list)
    """The requests so far: method and route. A screen makes few, and tests count them."""
    known: Known = field(default_factory=dict)
    """The answers read for this page, until something changes."""

    @cached_property
    def _context(self) -> Mapping[str, Any]:
        """The facts that the gateway would add to each request."""
        return {"requestId": self.request_id, "authorizer": write_caller(self.caller)}

    def read(self, path: str, query: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> Any:
        """Return the body of the answer at a path. Raises `ApiRefused`."""
        return self.ask("GET", path, query=query).body

    def read_pages(self, path: str, query: Mapping[str, str]) -> Iterator[Any]:
        """Yield the pages of a list, each read when it is wanted. Raises `ApiRefused`."""
        cursor: dict[str, str] = {}
        while True:
            page = self.read(path, {**query, **cursor})
            yield page
            if not page["next"]:
                return
            cursor = {"cursor": page["next"]}

    def read_list(self, path: str, query: Mapping[str, str] = WHOLE_PAGES) -> list[Any]:
        """Return a whole list. Raises `ApiRefused`."""
        return [each for page in self.read_pages(path, query) for each in page["items"]]

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        query: Mapping[str, str] | Iterable[tuple[str, str]] = (),
        etag: str = "",
        key: str = "",
        accept: str = "",
    ) -> Answer:
        """Ask the API; `path` may be an address that it gave. Raises `ApiRefused`."""
        split = urlsplit(path.removeprefix(self.address))
        found = find_route(method, split.path)
        if found is None:
            msg = f"{method} {split.path} is no operation of the API"
            raise LookupError(msg)
        route, names = found
        self.asked.append(f"{method} {route.path}")
        headers = {"if-match": etag, HEADER: key, "accept": accept}
        request = InnerRequest(
            context=self._context,
            headers={name: text for name, text in headers.items() if text},
            query_params={**dict(parse_qsl(split.query)), **dict(query)},
            raw_body=b"" if body is None else json.dumps(body).encode(),
            uri_params=names,
        )
        if route.changes:
            self.known.clear()
        with remember(None if route.changes else self.known):
            answer = answer_request(route, self.services, request, names, self.address)
        if answer.status >= 400:  # noqa: PLR2004 - HTTP statuses
            raise ApiRefused(answer)
        return answer
