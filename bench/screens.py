"""The requests that are measured, and what the table would answer to them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class ScreenCase:
    """A request to us; the bare handler answers `bare_method` with one call of its own."""

    name: str
    method: str
    path: str
    bare_method: str
    status: int
    body: Any = None
    resource: str = ""
    key: str = ""
    bare_key: bool = True
    """Whether the bare handler is given the key too."""
    barred: bool = True
    """Whether the bar holds for it: a change reads before it writes, so it needs two calls."""
    headers: dict[str, str] = field(default_factory=dict)


CASES = (
    ScreenCase(
        "make one thing",  # the bare handler writes the same three records
        "POST",
        "/v1/assessments",
        "POST",
        201,
        body={
            "title": "Fractions check",
            "subject": "Mathematics",
            "grades": ["03"],
            "level_count": 3,
        },
        key="8c6a6c0e-6d0a-4d0c-a3d7-0d3b7a8f5a11",
    ),
    ScreenCase(
        "make one thing (bare: one item)",
        "POST",
        "/v1/assessments",
        "POST",
        201,
        body={
            "title": "Fractions check",
            "subject": "Mathematics",
            "grades": ["03"],
            "level_count": 3,
        },
        key="8c6a6c0e-6d0a-4d0c-a3d7-0d3b7a8f5a11",
        bare_key=False,
        barred=False,
    ),
    ScreenCase("read one thing", "GET", "/v1/district", "GET", 200),
    ScreenCase(
        "change one thing",
        "PATCH",
        "/v1/district",
        "POST",
        200,
        body={"name": "Another Name", "roster_drop_threshold": 12},
        headers={"if-match": '"7"'},
        barred=False,
    ),
)

DISTRICT = {
    "id": "bench",
    "name": "The Bench District",
    "time_zone": "America/Chicago",
    "locale": "en-US",
    "mastery_levels": 3,
    "roster_drop_threshold": 10,
    "notify_teachers": True,
    "version": 7,
}
ITEM = {
    "pk": {"S": "bench#DISTRICT"},
    "sk": {"S": "DISTRICT"},
    "version": {"N": "7"},
    "doc": {"S": json.dumps(DISTRICT)},
}
ANSWERS = {"GetItem": json.dumps({"Item": ITEM}).encode()}


def answer_canned(operation: str, _body: bytes) -> tuple[int, bytes]:
    return 200, ANSWERS.get(operation, b"{}")
