"""The API's own description: as OpenAPI, and as a page for people."""

from __future__ import annotations

from functools import cache
from typing import Any

from chalicelib.acts import Answer
from chalicelib.release import VERSION

from .doors import every_domain
from .policy import PUBLIC
from .routes import Request, Routes

routes = Routes("Documentation")


@routes.get(
    "/v1/openapi.json", policy=PUBLIC, media="application/json", summary="This API as OpenAPI 3.1"
)
def read_openapi(_: Request[Any]) -> Answer:
    """Serve the OpenAPI document."""
    return Answer(200, _document(), {"Cache-Control": "public, max-age=300"})


@routes.get("/v1/docs", policy=PUBLIC, media="text/html", summary="This API, described for people")
def read_docs(_: Request[Any]) -> Answer:
    """Serve the documentation page."""
    from .api_page import docs_page

    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "public, max-age=300",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
    }
    return Answer(200, docs_page(_document()), headers)


@cache
def _document() -> dict[str, Any]:
    from .openapi import document

    return document(every_domain(), VERSION)
