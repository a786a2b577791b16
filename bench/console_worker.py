"""Runs in a fresh process against the cloud of another: pages and their API calls in turns.

python -m bench.console_worker PAGES DESCRIPTOR COMPILED
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from bench.canned import answer_with
from bench.environment import set_environment
from bench.requests import Context, event
from bench.wire_line import RESET, WireLine

if TYPE_CHECKING:
    from chalicelib.acts import Caller

ROUNDS = 40
QUOTA = b"""<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult>
<Max24HourSend>200.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate><SentLast24Hours>7.0</SentLast24Hours>
</GetSendQuotaResult></GetSendQuotaResponse>"""
"""The answer of SES to a message that it takes."""
SURROUNDINGS = {
    "DISTRICT_ID": "gb",
    "SIGN_IN_URL": "https://pages.example",
    "TOKEN_ISSUER": "https://cognito-idp.us-east-1.amazonaws.com/pool",
}
"""The environment of the scene's district, beyond every bench's."""
VISITORS = {"dana": ("district_admin", ()), "lena": ("teacher", ("north",))}
"""The people who open pages: their role, and their schools in the scene."""


@dataclass(frozen=True)
class ApiCall:
    """One API call that a page made."""

    method: str
    path: str
    query: Mapping[str, str]
    body: Any = None
    etag: str = ""


@dataclass(frozen=True)
class PageContest:
    """A page, and the calls that it shows."""

    name: str
    page: dict[str, Any]
    calls: list[dict[str, Any]] = field(default_factory=list)


def main(pages: str, descriptor: int, compiled: str) -> None:
    set_environment()
    import os

    os.environ |= SURROUNDINGS
    from chalicelib import rendering
    from chalicelib.wiring import services

    rendering.COMPILED = Path(compiled)  # as in the package
    line = WireLine(descriptor)
    line.attach(services().clients.dynamodb, "dynamodb")
    line.attach(services().clients.sqs, "sqs")
    answer_with(services().clients.ses, "ses", lambda _name, _body: (200, QUOTA))
    for person in VISITORS:
        _sign_in(person)
    found = {}
    for name, (person, address, form) in json.loads(pages).items():
        contest = _contest(name, person, address, form)
        if contest.calls:  # a page that asks nothing has nothing to be held against
            found[name] = _measure(contest)
        line.ask(RESET)
    print(json.dumps(found))


def _sign_in(person: str) -> None:
    """Let the console believe a sign-in, as it does for a minute after it has seen one."""
    import hashlib

    from chalicelib.clock import SystemClock
    from chalicelib.console import request_pipeline
    from chalicelib.console.sessions import SignedInPerson

    me = json.loads(_answer(_build_event(person, "GET", "/v1/me", {}))["body"])
    until = SystemClock().now() + timedelta(hours=1)
    fingerprint = hashlib.sha256(_token(person).encode()).digest()
    request_pipeline._people.known[fingerprint] = (until, SignedInPerson(_caller(person), me))  # noqa: SLF001


def _caller(person: str) -> Caller:
    from chalicelib.acts import Caller, Role

    role, schools = VISITORS[person]
    return Caller(
        "gb",
        person,
        roles=frozenset({Role(role)}),
        schools=frozenset(schools),
        username=f"{person}@example.org",
        zone="America/Chicago",
    )


def _token(person: str) -> str:
    return f"a.token.of-{person}"


def _contest(name: str, person: str, address: str, form: dict[str, str] | None) -> PageContest:
    """Open a page once, or send its form, and note what it asks."""
    from chalicelib.web import inner_api

    asked: list[ApiCall] = []
    ask = inner_api.InnerApi.ask

    def noting(self: Any, method: str, path: str, body: Any = None, **said: Any) -> Any:
        split = urlsplit(path.removeprefix(self.address))
        query = {**dict(parse_qsl(split.query)), **dict(said.get("query", ()))}
        asked.append(ApiCall(method, split.path, query, body, said.get("etag", "")))
        return ask(self, method, path, body, **said)

    split = urlsplit(address)
    page = _build_event(person, "POST" if form else "GET", split.path, dict(parse_qsl(split.query)))
    if form:
        _fill(page, form)
    inner_api.InnerApi.ask = noting  # type: ignore[method-assign]
    try:
        _answer(page)
    finally:
        inner_api.InnerApi.ask = ask  # type: ignore[method-assign]
    return PageContest(name, page, [_build_call_event(person, each) for each in asked])


def _build_call_event(person: str, call: ApiCall) -> dict[str, Any]:
    """Write the request of a call as one of its own."""
    made = _build_event(person, call.method, call.path, call.query, call.body)
    if call.etag:
        _set_header(made, "if-match", call.etag)
    return made


def _fill(asked: dict[str, Any], form: Mapping[str, str]) -> None:
    """Send a form as a page of ours does."""
    asked["body"] = urlencode(form)
    _set_header(asked, "content-type", "application/x-www-form-urlencoded")
    _set_header(asked, "sec-fetch-site", "same-origin")


def _set_header(asked: dict[str, Any], header: str, text: str) -> None:
    asked["headers"][header] = text
    asked["multiValueHeaders"][header] = [text]


def _build_event(
    person: str, method: str, path: str, query: Mapping[str, str], body: Any = None
) -> dict[str, Any]:
    """Write API Gateway's event of a request; which route it is the console's or the API's own."""
    from chalicelib.web.authorizer import write_caller

    resource, names = _route(method, path)
    made = event(method, path, body, resource=resource)
    made["pathParameters"] = names or None
    made["multiValueQueryStringParameters"] = {name: [text] for name, text in query.items()} or None
    _set_header(made, "cookie", f"__Host-plumbline={_token(person)}")
    made["requestContext"]["authorizer"] |= write_caller(_caller(person))
    return made


def _route(method: str, path: str) -> tuple[str, dict[str, str]]:
    import app  # noqa: F401 - its rooms are looked through
    from chalicelib.web.lazy_routes import find_route

    if not path.startswith("/console"):
        found = find_route(method, path)
        if found is None:
            raise LookupError(path)
        return found[0].path, found[1]
    given = path.split("/")
    return min(_screens_at(given), key=lambda each: len(each[1]))


def _screens_at(given: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    from chalicelib.console.request_pipeline import every_screen

    for screen in every_screen():
        parts = screen.path.split("/")
        pairs = list(zip(parts, given, strict=False))
        if len(parts) == len(given) and all(a == b or a.startswith("{") for a, b in pairs):
            yield screen.path, {a.strip("{}"): b for a, b in pairs if a.startswith("{")}


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    import app

    answer: dict[str, Any] = app.app(asked, Context())
    if answer["statusCode"] != 200:
        raise AssertionError(answer)
    return answer


def _measure(contest: PageContest) -> dict[str, Any]:
    """Take both in turns, and the quickest of each: what else the machine does only adds to it."""
    shown = _answer(contest.page)["body"]
    rounds = [(_cpu([contest.page]), _cpu(contest.calls)) for _ in range(ROUNDS)]
    page, calls = map(min, zip(*rounds, strict=True))
    return {
        "calls": len(contest.calls),
        "page_us": page,
        "calls_us": calls,
        "ratio": page / calls,
        "bytes": len(shown),
    }


def _cpu(requests: list[dict[str, Any]]) -> float:
    began = time.process_time()
    for each in requests:
        _answer(each)
    return (time.process_time() - began) * 1e6


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
