"""The OpenAPI 3.1 document, made from the routes and their models."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from chalicelib.web.documentation import ADDRESS, SIGN_IN
from chalicelib.web.idempotency import promises
from chalicelib.web.routes import Route, Routes

from . import problems
from .bags import BAGS
from .headers import ANSWERED
from .models import show_values
from .operations import operation
from .schemas import Shapes
from .shapes import sample
from .tags import TAGS
from .variants import schemas_by_kind


def document(declared: Iterable[Routes], version: str) -> dict[str, Any]:
    """Describe every route."""
    routes = [route for each in declared for route in each.routes if not route.hidden]
    shapes = _shapes(routes)
    paths: dict[str, dict[str, Any]] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = operation(route, shapes)
    used = {route.tag for route in routes}
    schemas = {**shapes.list_schemas(), **problems.schemas(), **show_values(BAGS)}
    schemas |= schemas_by_kind(schemas)
    _show_examples(paths, schemas)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Plumbline",
            "version": version,
            "summary": "Hands common assessments to a whole school district.",
            "description": "\n\n".join((*_ABOUT, *promises())),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": ADDRESS, "description": "This district's stack."}],
        "tags": [{"name": tag, "description": text} for tag, text in TAGS.items() if tag in used],
        "paths": paths,
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "headers": ANSWERED,
            "responses": problems.responses(),
            "securitySchemes": {"sign_in": _SIGN_IN},
        },
    }


def _show_examples(paths: Any, schemas: dict[str, Any]) -> None:
    """Show one body of every operation that takes one, put together from its fields' examples."""
    for methods in paths.values():
        for declared in methods.values():
            for sent in declared.get("requestBody", {}).get("content", {}).values():
                sent["example"] = sample(sent["schema"], schemas)


def _shapes(routes: list[Route]) -> Shapes:
    return Shapes(
        bodies=[route.body for route in routes if route.body],
        answers=[route.answer for route in routes if route.answer],
        queries=[route.query for route in routes if route.query],
        lists=[route for route in routes if route.listed],
    )


_ABOUT = (
    (
        "A school district hands common assessments to its teachers, and data teams learn from the "
        "results."
    ),
    (
        "Names that end in `_at` are instants (RFC 3339, UTC), in `_date` days of the district's "
        "calendar, in `_id` ids, in `_count` numbers of things. Percents are 0 to 100. An id is "
        "text without a meaning of its own. Those of schools, people, courses and classes come "
        "from the roster and may hold any character."
    ),
    (
        "Be ready for more: a later release can add fields, values and codes. It removes none "
        "without saying so in its changelog."
    ),
)

_SIGN_IN: dict[str, Any] = {
    "type": "oauth2",
    "description": "People sign in on the stack's own pages: OAuth 2, authorization code with PKCE "
    "(`code_challenge_method=S256`), no client secret. `GET /v1/sign-in` says the same with "
    "the client's id. Send the access token as `Authorization: Bearer`.",
    "flows": {
        "authorizationCode": {
            "authorizationUrl": f"{SIGN_IN}/oauth2/authorize",
            "tokenUrl": f"{SIGN_IN}/oauth2/token",
            "refreshUrl": f"{SIGN_IN}/oauth2/token",
            "scopes": {"openid": "Know who signs in. What they may do, the roster says."},
        }
    },
}
