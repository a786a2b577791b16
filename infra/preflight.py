"""The gateway's answer when a browser asks, before a request, whether it may send it (CORS).

Every address answers for itself and for any origin, without calling a function: the answer says
what the API can take, and nobody's data. Which origins may read its answers the API decides.
"""

from __future__ import annotations

from typing import Any

HEADERS = ("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match")
"""The headers that a request to the API may carry, beyond those of every browser."""

LASTS = 7200
"""Seconds for which a browser need not ask again; Chromium's longest."""


def answer_preflights(paths: dict[str, Any]) -> None:
    """Add an OPTIONS operation to every path of an OpenAPI document for API Gateway."""
    for operations in paths.values():
        methods = sorted(name.upper() for name in operations if not name.startswith("x-"))
        operations["options"] = _answer(methods)


def _answer(methods: list[str]) -> dict[str, Any]:
    body = {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": ",".join(methods),
        "Access-Control-Allow-Headers": ",".join(HEADERS),
        "Access-Control-Max-Age": str(LASTS),
        "X-Content-Type-Options": "nosniff",
        "Strict-Transport-Security": "max-age=31536000",
    }
    return {
        "responses": {
            "200": {
                "description": "What may be sent here",
                "headers": {name: {"type": "string"} for name in body},
            }
        },
        "x-amazon-apigateway-integration": {
            "type": "mock",
            "contentHandling": "CONVERT_TO_TEXT",  # a mock reads its template, never bytes
            "passthroughBehavior": "when_no_match",
            "requestTemplates": {"application/json": '{"statusCode": 200}'},
            "responses": {
                "default": {
                    "statusCode": "200",
                    "responseParameters": {
                        f"method.response.header.{name}": f"'{value}'"
                        for name, value in body.items()
                    },
                }
            },
        },
    }
