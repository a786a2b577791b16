"""Runs in a fresh process against the cloud of another: saves sheets, reads grids, writes raw.

python -m bench.classes_worker save|grid|raw DESCRIPTOR TRACKER TIMES
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable
from typing import Any

from bench.environment import set_environment
from bench.requests import Context, event
from bench.wire_line import RESET, WireLine

SHEET = "/v1/trackers/{tracker_id}/sheets/{assessment_id}"
GRID = "/v1/trackers/{tracker_id}/mastery"


def main(what: str, descriptor: int, tracker: str, times: int) -> None:
    set_environment()
    line = WireLine(descriptor)
    work = {"save": save, "grid": grid, "raw": raw}[what](line, tracker)
    work()
    line.ask(RESET)
    began = time.process_time()
    for _ in range(times):
        body = work()
    spent = time.process_time() - began
    gzipped = len(gzip.compress((body or "").encode()))
    print(json.dumps({"us": spent / times * 1e6, "gzipped": gzipped}))


def save(line: WireLine, tracker: str) -> Callable[[], None]:
    """Enter a whole class's answers, each time other ones, at the version just given."""
    handler = _handler(line)
    path = f"/v1/trackers/{tracker}/sheets/ASSESSMENT-00"
    shown = json.loads(_send_request(handler, "GET", path, SHEET)["body"])
    version = shown["version"]
    bodies = [_body(shown, turn) for turn in range(4)]  # the client's work, not ours

    def work() -> None:
        nonlocal version
        _send_request(handler, "PATCH", path, SHEET, bodies[version % 4], f'"{version}"')
        version += 1

    return work


def _body(shown: dict[str, Any], turn: int) -> str:
    """Write the answers of a class, in the field names of the release that is asked."""
    ours = "student_id" in shown["students"][0]
    student, item = ("student_id", "item_id") if ours else ("student", "item")
    numbered = list(enumerate(shown["items"]))
    rows = [
        {
            student: each[student],
            "scores": [
                {item: one["id"], "response": "ABCD"[(n + m + turn) % 4]} for m, one in numbered
            ],
        }
        for n, each in enumerate(shown["students"])
    ]
    return json.dumps({"students": rows})


def grid(line: WireLine, tracker: str) -> Callable[[], str]:
    """Read a class's mastery."""
    handler = _handler(line)
    path = f"/v1/trackers/{tracker}/mastery"
    return lambda: str(_send_request(handler, "GET", path, GRID)["body"])


def raw(line: WireLine, tracker: str) -> Callable[[], None]:
    """Write one item of a sheet's size, as JSON, with a condition: straight to boto3."""
    import boto3
    from botocore.config import Config

    client: Any = boto3.client("dynamodb", config=Config(parameter_validation=False))
    line.attach(client, "dynamodb")
    rows = [{"student": f"stu-{n:05}", "cells": ["A"] * 20} for n in range(30)]
    key = {"pk": {"S": f"bench#RAW#{tracker}"}, "sk": {"S": "SHEET"}}

    def work() -> None:
        doc = json.dumps(rows, separators=(",", ":"))
        item = {**key, "version": {"N": "1"}, "doc": {"S": doc}}
        client.put_item(
            TableName="plumbline",
            Item=item,
            ConditionExpression="attribute_not_exists(pk) OR version = :v",
            ExpressionAttributeValues={":v": {"N": "1"}},
        )

    return work


def _handler(line: WireLine) -> Any:
    import app
    from chalicelib.wiring import services

    line.attach(services().clients.dynamodb, "dynamodb")
    return app.app


def _send_request(
    handler: Any, method: str, path: str, resource: str, body: str | None = None, etag: str = ""
) -> Any:
    asked = event(method, path, resource=resource) | {"body": body}
    names = [name.strip("{}") for name in resource.split("/") if name.startswith("{")]
    values = [p for p, r in zip(path.split("/"), resource.split("/"), strict=True) if r[:1] == "{"]
    asked["pathParameters"] = dict(zip(names, values, strict=True))
    asked["requestContext"]["authorizer"] |= {"person": "tess", "roles": "teacher"}
    if etag:
        asked["headers"]["if-match"] = etag
        asked["multiValueHeaders"]["if-match"] = [etag]
    answer = handler(asked, Context())
    if answer["statusCode"] != 200:
        raise AssertionError(answer)
    return answer


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
