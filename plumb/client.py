"""The public HTTP API from Python: what `plumb` itself uses, with no way in of its own."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import httpx

PAGE = 200
"""Entries a page; the API's own limit."""
TRIES = 5
WORTH_ANOTHER_TRY = frozenset({429, 502, 503, 504})
SETTLED = frozenset({"done", "failed", "canceled"})
"""States in which a job stays."""
UPLOAD_SECONDS = 300


class ApiProblem(Exception):
    """A refusal, as the API wrote it."""

    def __init__(self, status: int, document: Mapping[str, Any]) -> None:
        """Keep the problem document."""
        self.status = status
        self.document = document
        self.code = str(document.get("code", ""))
        self.detail = str(document.get("detail") or document.get("message") or f"HTTP {status}")
        super().__init__(self.describe())

    def describe(self) -> str:
        """Return the sentences for people: each problem, and its field."""
        errors = [
            f"{each['pointer']}: {each['message']}" for each in self.document.get("errors", [])
        ]
        return "\n".join([self.detail, *errors])


class Unreachable(Exception):
    """Nobody answers at the address."""


class JobFailed(Exception):
    """A job ended without being done; `job` is its last state."""

    def __init__(self, job: Mapping[str, Any]) -> None:
        """Keep the job."""
        self.job = job
        super().__init__(job.get("message") or f"The job ended as {job['state']}.")


class Loopback(httpx.HTTPTransport):
    """Finds names below `localhost` on this machine (RFC 6761), as browsers do.

    Not every system's resolver knows them, and the local cloud knows its stack by such a name.
    """

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; its `Host` stays what it was."""
        if request.url.host.endswith(".localhost"):
            request = httpx.Request(
                request.method,
                request.url.copy_with(host="127.0.0.1"),
                headers=request.headers,
                stream=request.stream,
                extensions=request.extensions,
            )
        return super().handle_request(request)


@cache
def _http() -> httpx.Client:
    """One pool of connections for everybody in this process."""
    return httpx.Client(timeout=40, transport=Loopback())


@dataclass(frozen=True)
class ApiAnswer:
    """A JSON answer with the facts in its headers."""

    body: Any
    etag: str
    location: str
    status: int


@dataclass
class Client:
    """One signed-in person at one stack.

    Every POST carries an idempotency key that is kept over its retries, so that a lost answer never
    makes a thing twice.
    """

    url: str
    """Up to and without `/v1`."""
    token: str = ""
    http: httpx.Client = field(default_factory=_http)
    pause: Callable[[float], None] = time.sleep

    def get(self, path: str, **query: Any) -> Any:
        """Read one thing."""
        return self.call("GET", path, query=query).body

    def post(self, path: str, body: Any = None, *, key: str = "") -> ApiAnswer:
        """Make or start something; `key` makes a repeat by another process safe too."""
        headers = {"Idempotency-Key": key or str(uuid.uuid4())}
        return self.call("POST", path, body=body, headers=headers)

    def change(self, method: str, path: str, body: Any = None, *, etag: str = "") -> ApiAnswer:
        """PATCH, PUT or DELETE a thing at the version that `etag` names (or as it is now)."""
        at = etag or self.call("GET", path).etag
        return self.call(method, path, body=body, headers={"If-Match": at})

    def act(self, path: str, of: str, body: Any = None) -> ApiAnswer:
        """POST an action that is conditional on the version of the thing at `of`."""
        at = self.call("GET", of).etag
        headers = {"Idempotency-Key": str(uuid.uuid4()), "If-Match": at}
        return self.call("POST", path, body=body, headers=headers)

    def items(self, path: str, **query: Any) -> Iterator[Any]:
        """Read a whole list, page by page as it is consumed."""
        asked = {"limit": PAGE, **query}
        while True:
            page = self.get(path, **asked)
            yield from page["items"]
            if not page["next"]:
                return
            asked["cursor"] = page["next"]

    def wait_for_job(
        self,
        location: str,
        mapping: Callable[[Mapping[str, Any]], None] = lambda _: None,
        *,
        seconds: float = 600,
    ) -> Mapping[str, Any]:
        """Look at a job until it is settled; `told` gets every look at it.

        Raises `JobFailed` when it failed or was canceled, or when the time is up.
        """
        give_up = time.monotonic() + seconds
        while True:
            job: Mapping[str, Any] = self.get(location)
            mapping(job)
            if job["state"] in SETTLED:
                break
            if time.monotonic() > give_up:
                raise JobFailed(job)
            self.pause(0.3)
        if job["state"] in {"failed", "canceled"}:
            raise JobFailed(job)
        return job

    def upload(self, form: Mapping[str, Any], content: bytes, name: str) -> None:
        """Send a file with the presigned form (`url`, `fields`) that the API gave for it."""
        files = {"file": (name, content)}
        answer = self.http.post(
            form["url"], data=dict(form["fields"]), files=files, timeout=UPLOAD_SECONDS
        )
        if not answer.is_success:
            raise ApiProblem(
                answer.status_code, {"detail": f"The upload was refused: {answer.text}"}
            )

    def call(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> ApiAnswer:
        """Call one operation, again when that may help. Raises `ApiProblem` or `Unreachable`."""
        asked = {name: each for name, each in (query or {}).items() if each is not None}
        sent = {
            **({"Authorization": f"Bearer {self.token}"} if self.token else {}),
            **(headers or {}),
        }
        for attempt in range(1, TRIES + 1):
            last = attempt == TRIES
            try:
                answer = self.http.request(
                    method, self._address(path), params=asked or None, json=body, headers=sent
                )
            except httpx.TransportError as lost:
                if last or not _repeatable(method, sent):
                    raise Unreachable(f"{self.url} does not answer: {lost}") from lost
            else:
                if last or answer.status_code not in WORTH_ANOTHER_TRY:
                    return _read(answer, self.url)
            self.pause(0.2 * 2**attempt)
        raise AssertionError

    def _address(self, path: str) -> str:
        """Resolve a path, or a link that the API gave."""
        if urlsplit(path).scheme:
            return path
        return f"{self.url}{path}"


def _repeatable(method: str, headers: Mapping[str, str]) -> bool:
    return method != "POST" or "Idempotency-Key" in headers


def _read(answer: httpx.Response, url: str) -> ApiAnswer:
    """Read an answer. Raises `ApiProblem`, or `Unreachable` for what Plumbline would never say."""
    is_json = "json" in answer.headers.get("Content-Type", "")
    try:
        body = answer.json() if is_json and answer.content else answer.text
    except ValueError:
        body = answer.text
    if not answer.is_success:
        if not isinstance(body, dict) or not (set(body) & {"code", "message", "Message"}):
            raise Unreachable(_not_plumbline(url, f"HTTP {answer.status_code}"))
        raise ApiProblem(answer.status_code, body)
    if answer.content and not is_json and not answer.headers.get("X-Request-Id"):
        raise Unreachable(_not_plumbline(url, answer.headers.get("Content-Type", "no type")))
    headers = answer.headers
    return ApiAnswer(body, headers.get("ETag", ""), headers.get("Location", ""), answer.status_code)


def _not_plumbline(url: str, seen: str) -> str:
    return (
        f"Another service answers at {url}, not Plumbline's API ({seen}). Give the API's address "
        "without /v1: the output PublicAddress of the stack."
    )


class SignInRefused(Exception):
    """Cognito does not let this person in; the message says why."""


def sign_in(user_pool_client: str, username: str, password: str, region: str = "") -> str:
    """Return the access token of a person with a password.

    Takes region and endpoint from the SDK's own configuration, as everything else here does.
    """
    import boto3
    from botocore import UNSIGNED
    from botocore.config import Config
    from botocore.exceptions import ClientError

    unsigned = Config(signature_version=UNSIGNED)
    cognito = boto3.client("cognito-idp", region_name=region or None, config=unsigned)
    try:
        answer = cognito.initiate_auth(
            ClientId=user_pool_client,
            AuthFlow="USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": username, "PASSWORD": password},
        )
    except ClientError as refused:
        raise SignInRefused(refused.response["Error"]["Message"]) from refused
    if "AuthenticationResult" not in answer:
        reason = f"Sign in once in a browser first ({answer.get('ChallengeName')})."
        raise SignInRefused(reason)
    token: str = answer["AuthenticationResult"]["AccessToken"]
    return token
