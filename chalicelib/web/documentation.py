"""The API's own description: as OpenAPI, and as a page for people.

Both are files. Packaging writes them (`openapi/`), and a stack serves them as they are.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from chalicelib.acts import Answer

from .policy import PUBLIC
from .routes import Request, Routes

if TYPE_CHECKING:
    from .edge import EdgeServices

FOLDER = Path(__file__).resolve().parents[1] / "description"
"""Where the files are: in a package, and in a copy of the sources after `make docs`."""

STORED = "files.json.xz"
"""Both by name, compressed together: their texts are the same, and a package may have 12 MB."""

DOCUMENT, PAGE = "openapi.json", "docs.html"

ADDRESS = "https://plumbline.example.org/api"
SIGN_IN = "https://sign-in.example.org"
"""Placeholders in the files. Each process replaces them once with its stack's own addresses."""

START = "/console"
"""The address that the root address leads people to."""


routes = Routes("Documentation")


@routes.get("/", policy=PUBLIC, status=302, hidden=True, summary="Lead people to the start page")
def lead_to_start(_: Request[EdgeServices]) -> Answer:
    """Lead to the start page."""
    return Answer(302, None, {"Location": START})


@routes.get(
    "/v1/openapi.json",
    policy=PUBLIC,
    media="application/json",
    stored=True,
    summary="This API as OpenAPI 3.1",
)
def read_openapi(request: Request[EdgeServices]) -> Answer:
    """Serve the OpenAPI document.

    Tools make clients from it. Its `servers` and sign-in addresses are this stack's own.
    """
    return _serve(DOCUMENT, request, {"Content-Type": "application/json"})


@routes.get(
    "/v1/docs",
    policy=PUBLIC,
    media="text/html",
    stored=True,
    summary="This API, described for people",
)
def read_docs(request: Request[EdgeServices]) -> Answer:
    """Serve the documentation page.

    Every operation, schema and refusal on one page. A problem's `type` leads to its code here.
    """
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
    }
    return _serve(PAGE, request, headers)


def _serve(name: str, request: Request[EdgeServices], headers: dict[str, str]) -> Answer:
    text, tag = _fill_file(name, request.address, request.services.settings.sign_in_url)
    kept = {"ETag": tag, "Cache-Control": "public, max-age=300"}
    if tag in request.known:
        return Answer(304, None, kept)
    return Answer(200, text, headers | kept)


@lru_cache(4)
def _fill_file(name: str, address: str, sign_in: str) -> tuple[str, str]:
    """Return a file with this stack's addresses, and its entity tag."""
    import lzma

    text: str = json.loads(lzma.decompress((FOLDER / STORED).read_bytes()))[name]
    for example, own in ((ADDRESS, address), (SIGN_IN, sign_in)):
        text = text.replace(example, own or example)
    return text, f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
