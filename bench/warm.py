"""Warm requests: ours and the bare handler in turns; the network is answered in the process."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.canned import answer_with
from bench.environment import set_environment
from bench.requests import Context, event
from bench.screens import CASES, answer_canned

REQUESTS = 200
ROUNDS = 15
Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


@dataclass(frozen=True)
class RequestContest:
    """One request, and who answers it."""

    name: str
    ours: dict[str, Any]
    bare: dict[str, Any]
    status: int
    barred: bool


def measure() -> dict[str, Any]:
    """Microseconds per request as medians over rounds, and the ratios."""
    set_environment()
    ours, bare, calls = handlers()
    return {contest.name: measure_contest(contest, ours, bare, calls) for contest in contests()}


def handlers() -> tuple[Handler, Handler, Counter[str]]:
    import app
    from bench import bare_handler
    from chalicelib.wiring import services

    calls: Counter[str] = Counter()

    def counting(operation: str, body: bytes) -> tuple[int, bytes]:
        calls[operation] += 1
        return answer_canned(operation, body)

    answer_with(services().clients.dynamodb, "dynamodb", counting)
    answer_with(bare_handler.client, "dynamodb", answer_canned)
    return app.app, bare_handler.handler, calls


def contests() -> list[RequestContest]:
    return [
        RequestContest(
            name=case.name,
            ours=_with_headers(case),
            bare=event(
                case.bare_method,
                case.path,
                case.body or {},
                key=case.key if case.bare_key else "",
            ),
            status=case.status,
            barred=case.barred,
        )
        for case in CASES
    ]


def _with_headers(case: Any) -> dict[str, Any]:
    made = event(case.method, case.path, case.body, resource=case.resource, key=case.key)
    for name, text in case.headers.items():
        made["headers"][name] = text
        made["multiValueHeaders"][name] = [text]
    return made


def measure_contest(
    contest: RequestContest, ours: Handler, bare: Handler, calls: Counter[str]
) -> dict[str, Any]:
    _answers(ours, contest.ours, contest.status)
    calls.clear()
    _answers(ours, contest.ours, contest.status)
    aws = dict(calls)
    times: dict[str, list[float]] = {"ours": [], "bare": [], "ratio": []}
    for _ in range(ROUNDS):
        theirs = _cpu(bare, contest.bare)
        own = _cpu(ours, contest.ours)
        times["bare"].append(theirs)
        times["ours"].append(own)
        times["ratio"].append(own / theirs)
    return {
        "aws_calls": aws,
        "barred": contest.barred,
        "bare_us": statistics.median(times["bare"]),
        "ours_us": statistics.median(times["ours"]),
        "ratio": statistics.median(times["ratio"]),
    }


def _answers(handler: Handler, request: dict[str, Any], status: int) -> None:
    reply = handler(request, Context())
    if reply["statusCode"] != status:
        raise AssertionError(reply)


def _cpu(handler: Handler, request: dict[str, Any]) -> float:
    context = Context()
    began = time.process_time()
    for _ in range(REQUESTS):
        handler(request, context)
    return (time.process_time() - began) / REQUESTS * 1e6
