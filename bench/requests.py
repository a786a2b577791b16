"""API Gateway's events, as they reach a handler."""

from __future__ import annotations

import json
from typing import Any

DISTRICT = "bench"


class Context:
    """The context that Lambda passes beside the event."""

    function_name = "api_handler"
    memory_limit_in_mb = 512
    aws_request_id = "bench"

    def get_remaining_time_in_millis(self) -> int:
        return 29_000


def event(
    method: str, path: str, body: Any = None, *, resource: str = "", key: str = ""
) -> dict[str, Any]:
    """One proxy event of a signed-in district admin (the authorizer's answer is cached)."""
    headers = {"host": "api.example", "content-type": "application/json"}
    headers |= {"idempotency-key": key} if key else {}
    return {
        "resource": resource or path,
        "path": path,
        "httpMethod": method,
        "headers": headers,
        "multiValueHeaders": {name: [text] for name, text in headers.items()},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "pathParameters": None,
        "stageVariables": None,
        "requestContext": {
            "resourcePath": resource or path,
            "httpMethod": method,
            "requestId": "bench",
            "path": f"/api{path}",
            "stage": "api",
            "authorizer": {
                "principalId": "first-admin",
                "district": DISTRICT,
                "person": "first-admin",
                "roles": "district_admin",
                "schools": "",
                "username": "dana%40example.org",
                "zone": "America/Chicago",
                "name": "Dana%20Example",
            },
            "identity": {"sourceIp": "127.0.0.1"},
        },
        "body": None if body is None else json.dumps(body),
        "isBase64Encoded": False,
    }
