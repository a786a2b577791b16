"""Runs in a fresh process against the cloud of another: asks for a distribution's results once.

python -m bench.results_worker totals|schools|...|analysis DESCRIPTOR DISTRIBUTION CLASSES
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from bench.deliver_worker import peak
from bench.environment import set_environment
from bench.requests import Context, event
from bench.wire_line import RESET, WireLine

PATH = "/v1/distributions/{distribution_id}"


def main(what: str, descriptor: int, distribution: str, classes: int) -> None:
    set_environment()
    line = WireLine(descriptor)
    work = _work(line, what, distribution)
    work("?school_id=nowhere")
    line.ask(RESET)
    began = time.process_time()
    found = work("")
    spent = time.process_time() - began
    _check(what, found, classes)
    print(json.dumps({"cpu": spent, "peak_mb": peak()}))


def _work(line: WireLine, what: str, distribution: str) -> Callable[[str], Any]:
    import app
    from chalicelib.wiring import services

    line.attach(services().clients.dynamodb, "dynamodb")
    path = _path(what)

    def work(query: str) -> Any:
        asked = event("GET", path.format(distribution_id=distribution), None, resource=path)
        asked["pathParameters"] = {"distribution_id": distribution}
        asked["requestContext"]["authorizer"] |= {"person": "dana", "roles": "district_admin"}
        if query:
            name, _, value = query.removeprefix("?").partition("=")
            asked["multiValueQueryStringParameters"] = {name: [value]}
        answer = app.app(asked, Context())
        if answer["statusCode"] != 200:
            raise AssertionError(answer)
        return json.loads(answer["body"])

    return work


def _path(what: str) -> str:
    if what == "analysis":
        return f"{PATH}/analysis"
    return f"{PATH}/results" if what == "totals" else f"{PATH}/results/{what}"


def _check(what: str, found: Any, classes: int) -> None:
    """A figure counts only if every class is in it."""
    if what == "totals":
        assert found["class_counts"]["total"] == classes, found
    if what == "schools":
        assert sum(row["class_counts"]["total"] for row in found["items"]) == classes
    if what == "analysis":
        assert found["sheet_count"] == classes, found


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
