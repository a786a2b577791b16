"""From an HTTP request to a view and back: the same steps for every route.

Sign-in and policy, then path, query, body, version and key; then the view; then the answer or the
problem. Chalice's middleware never sees a view's own exceptions, so each view is wrapped here.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlencode

from chalice.app import Chalice, Response
from pydantic import BaseModel, ValidationError
from pydantic_core import to_json

from chalicelib import errors
from chalicelib.acts import Act, Answer, Caller, Replayed
from chalicelib.observability import complain
from chalicelib.release import VERSION
from chalicelib.web import refusals

from . import problems
from .addresses import read_segment, write_segment
from .authorizer import read_caller
from .id_names import Names, name_ids
from .idempotency import HEADER, KEY, REPLAYED
from .names import names_of
from .origins import share_with
from .paging import DEFAULT_LIMIT, CursorSigner, Window, render_page, window
from .public_address import complete, complete_answer, find_gateway_address, find_public_address
from .routes import CSV, Request, Route, Routes

if TYPE_CHECKING:
    from chalicelib.clock import Clock
    from chalicelib.settings import Settings
    from chalicelib.storage.table import Table


BODY_LIMIT = 1_000_000
"""Bytes of a JSON body; files go through presigned uploads."""

NAME_LIMIT, KEY_LIMIT = 255, 900
"""Characters and bytes of a name in a path: OneRoster's longest, and what fits a sort key."""

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Strict-Transport-Security": "max-age=31536000",
}
"""Headers of every answer; those of the gateway's own are in `infra/resources.yaml`.

Names below the API's own may be a district's other sites, so nothing is claimed about them.
"""

_ETAG = r'(?:W/)?"?(\d{1,12})"?'
_OPEN = Caller("", "")


class EdgeServices(Protocol):
    """The services that the edge itself uses; a room's wiring has those of its views."""

    clock: Clock
    settings: Settings

    @property
    def table(self) -> Table:
        """The district's table."""

    @property
    def directory(self) -> Names:
        """The names of ids."""


def open_routes(
    app: Chalice,
    authorizer: Any,
    services: Callable[[], EdgeServices],
    declared: Iterable[Routes],
) -> None:
    """Register every route; those that are not public behind the authorizer."""
    for routes in declared:
        for route in routes.routes:
            app.route(
                route.path,
                methods=[route.method],
                name=route.name,
                authorizer=None if route.policy.public else authorizer,
                content_types=["*/*"],
            )(_door(app, route, services))


def _door(
    app: Chalice, route: Route, services: Callable[[], EdgeServices]
) -> Callable[..., Response]:
    def door(**path: str) -> Response:
        request: Any = app.current_request
        request_id = _id_of(request)
        try:
            known = services()
        except Exception:  # noqa: BLE001 - nothing is known yet, not even who may read this
            complain(route.name, request_id)
            here = find_gateway_address(request.context, request.headers)
            return respond(problems.our_mistake(request_id, here), request_id, {})
        here = find_public_address(known.settings.public_url, request.context, request.headers)
        answer = answer_request(route, known, request, path, here)
        shared = share_with(request.headers.get("origin"), known.settings.web_origins)
        return respond(answer, request_id, shared)

    return door


def answer_request(
    route: Route, services: EdgeServices, request: Any, path: dict[str, str], here: str
) -> Answer:
    """Answer a request to a route: with what was asked for, or with a problem."""
    request_id = _id_of(request)
    try:
        asked = _read(route, services, request, here)
        answer = _carry_out(route, request, asked, path)
        return _complete(_name(answer, route, asked), route, here)
    except errors.Refusal as refusal:
        return problems.problem(refusal, request_id, here, route.body)
    except Exception:  # noqa: BLE001 - the last door: log it, say so, never leak it
        complain(route.name, request_id)
        return problems.our_mistake(request_id, here)


def _carry_out(
    route: Route, request: Any, asked: Request[EdgeServices], path: dict[str, str]
) -> Answer:
    try:
        subject = _subject(route, asked, _names(path))
        if route.listed:
            return _list(route, request, asked, subject)
        if route.media == CSV:
            from .table_files import write_table

            return write_table(subject, request.headers.get("accept", ""))
        return (asked.act.represent or route.respond)(subject)
    except Replayed as replayed:
        first = replayed.answer
        return Answer(first.status, first.body, {**first.headers, REPLAYED: "true"})


def _name(answer: Answer, route: Route, asked: Request[EdgeServices]) -> Answer:
    """Put names beside ids. After a change, answer even if the names cannot be read."""
    if route.answer is None:
        return answer
    try:
        district, names = asked.caller.district, lambda: asked.services.directory
        name_ids(answer.body, route.answer, district, names, listed=route.listed)
    except Exception:
        if not route.changes:
            raise
        complain("names", route.name)
    return answer


def _complete(answer: Answer, route: Route, here: str) -> Answer:
    """Complete what an answer links to. Records of acts keep addresses as the product writes them.

    A repeat therefore also leads to the API's address of today.
    """
    if route.answer is not None:
        complete_answer(answer.body, route.answer, here, listed=route.listed)
    if "Location" in answer.headers:
        answer.headers["Location"] = complete(answer.headers["Location"], here)
    return answer


def _id_of(request: Any) -> str:
    return str(request.context.get("requestId", "local"))


def _names(path: Mapping[str, str]) -> dict[str, str]:
    """Read the names in a path. Raises `NotFound` for one longer than any key can hold."""
    names = {name: read_segment(text) for name, text in path.items()}
    if any(len(text) > NAME_LIMIT or len(text.encode()) > KEY_LIMIT for text in names.values()):
        raise refusals.ADDRESS_NOT_FOUND()
    return names


def _subject(route: Route, asked: Request[EdgeServices], path: dict[str, str]) -> Any:
    """Call the view. The repeat of an act is answered as its first doing was: raises `Replayed`.

    A repeat that writes meets its own record. One that finds the version moved on is refused; one
    that finds its own effect writes nothing: for these two the record is looked up here.
    """
    try:
        subject = route.view(asked, **path)
    except errors.Refusal:
        if asked.act.key:
            asked.services.table.answer_again(asked.act)
        raise
    if isinstance(asked.act.represent, _Rendering) and not asked.act.represent.used:
        asked.services.table.answer_again(asked.act)
    return subject


def _read(route: Route, services: EdgeServices, request: Any, here: str) -> Request[EdgeServices]:
    now = services.clock.now()
    caller = _OPEN if route.policy.public else read_caller(request.context, now)
    route.policy.admit(caller)
    query = request.query_params or {}
    body = _body(route, request)
    return Request(
        services=services,
        act=_act(route, request, caller, now),
        body=body,
        query=_query(route, query),
        version=_version(request.headers) if route.conditional else 0,
        known=request.headers.get("if-none-match", ""),
        window=window(
            query.get("limit"),
            query.get("cursor"),
            lambda: _cursors(route, services, request, caller),
        )
        if route.listed
        else Window(DEFAULT_LIMIT, None),
        address=here,
    )


def _act(route: Route, request: Any, caller: Caller, now: datetime) -> Act:
    key = request.headers.get(HEADER)
    if key is not None and not re.fullmatch(KEY, key):
        raise refusals.IDEMPOTENCY_KEY_INVALID(pointer=f"header:{HEADER}")
    if key is None or not route.changes:
        return Act(caller, route.name, now)
    text = f"{route.method} {_path(route, request)} {request.headers.get('if-match', '')}\n"
    fingerprint = hashlib.sha256(text.encode() + request.raw_body).hexdigest()
    return Act(caller, route.name, now, key, fingerprint, _Rendering(route))


class _Rendering:
    """Renders what an act is answered with: once for its record and for the reply."""

    def __init__(self, route: Route) -> None:
        self._route = route
        self._rendered: tuple[Any, Answer] | None = None

    def __call__(self, subject: Any) -> Answer:
        if self._rendered is None or self._rendered[0] is not subject:
            self._rendered = subject, self._route.respond(subject)
        return self._rendered[1]

    @property
    def used(self) -> bool:
        """Whether an answer was rendered for a record."""
        return self._rendered is not None


def _body(route: Route, request: Any) -> Any:
    if route.body is None:
        return None
    raw = request.raw_body
    if len(raw) > BODY_LIMIT:
        raise refusals.BODY_TOO_LARGE()
    kind = request.headers.get("content-type", "application/json")
    if kind.split(";")[0].strip().casefold() != "application/json":
        raise refusals.CONTENT_TYPE_NOT_JSON("header:Content-Type")
    return _validate(route.body, _json(raw))


def _json(raw: bytes) -> Any:
    try:
        return json.loads(
            raw or b"{}", parse_constant=_no_constant, object_pairs_hook=_each_field_once
        )
    except (ValueError, RecursionError) as error:
        raise refusals.NOT_JSON() from error


def _no_constant(name: str) -> None:
    msg = f"{name} is not JSON"
    raise ValueError(msg)


def _each_field_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that has one field twice: nobody knows which value was meant."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise refusals.FIELD_REPEATED()
    return fields


def _query(route: Route, given: Mapping[str, str]) -> Any:
    paging = {"limit", "cursor"} if route.listed else set()
    asked = {name: text for name, text in given.items() if name not in paging}
    if route.query is None and not asked:
        return None
    fields = names_of(route.query) if route.query else ()
    for name in asked:
        if name not in fields:
            raise refusals.UNKNOWN_PARAMETER(pointer=f"query:{name}", name=name)
    return _validate(route.query, asked, "query:") if route.query else None


def _validate(model: type[BaseModel], given: Any, where: str = "/") -> BaseModel:
    try:
        return model.model_validate(given)
    except ValidationError as error:
        raise problems.from_validation(error, where) from error


def _version(headers: Mapping[str, str]) -> int:
    given = headers.get("if-match")
    if given is None:
        raise refusals.VERSION_MISSING(pointer="header:If-Match")
    read = re.fullmatch(_ETAG, given.strip())
    if read is None:
        raise refusals.VERSION_INVALID(pointer="header:If-Match")
    return int(read[1])


def _path(route: Route, request: Any) -> str:
    """Return the path that was asked for; Chalice's own is the route's, whatever it is about."""
    given = (request.uri_params or {}).items()
    names = {name: write_segment(read_segment(text)) for name, text in given}
    return route.path.format(**names)


def _cursors(route: Route, services: EdgeServices, request: Any, caller: Caller) -> CursorSigner:
    """Return the cursors of one list: its path and filters, as this person may see it.

    Positions have the form of one release, so another release's cursors are not known.
    """
    query = request.query_params or {}
    filters = sorted((n, t) for n, t in query.items() if n not in ("limit", "cursor"))
    person = caller.district, caller.person, sorted(caller.roles), sorted(caller.schools)
    scope = json.dumps([VERSION, *person, _path(route, request), filters])
    return CursorSigner(services.settings.cursor_secret, scope)


def _list(route: Route, request: Any, asked: Request[Any], page: Any) -> Answer:
    answer = route.answer
    if answer is None:
        msg = f"{route.name} lists nothing"
        raise TypeError(msg)
    body = render_page(
        page,
        lambda thing: answer.of(thing).to_json(),
        lambda: _cursors(route, asked.services, request, asked.caller),
    )
    headers = {}
    if body["next"]:
        further = {**(request.query_params or {}), "cursor": body["next"]}
        further["limit"] = str(asked.window.limit)
        address = f"{asked.address}{_path(route, request)}"
        headers["Link"] = f'<{address}?{urlencode(further)}>; rel="next"'
    return Answer(200, body, headers)


def respond(answer: Answer, request_id: str, shared: Mapping[str, str]) -> Response:
    """Return an answer to Chalice, with the headers that every answer has."""
    headers: dict[str, Any] = {
        "X-Request-Id": request_id,
        "Cache-Control": "no-store",
        "Content-Type": "application/json",
        **SAFE,
        **shared,
        **answer.headers,
    }
    if answer.cookies:
        headers["Set-Cookie"] = [*answer.cookies]
    body = answer.body
    if body is None:
        body = ""
    elif isinstance(body, bytes):
        return _Binary(body=body, status_code=answer.status, headers={**headers})
    elif not isinstance(body, str):
        body = to_json(body).decode()  # a third of the work of json.dumps
    return Response(body=body, status_code=answer.status, headers={**headers})


class _Binary(Response):
    """Bytes, as the gateway takes them from a function.

    Chalice's own list of binary types would bind what is answered to the header `Accept`.
    """

    def to_dict(self, binary_types: list[str] | None = None) -> dict[str, Any]:
        """Return it in base64, with a word that it is."""
        found: dict[str, Any] = super().to_dict(binary_types)
        return {**found, "body": b64encode(self.body).decode(), "isBase64Encoded": True}
