"""Runs in a fresh process against the cloud of another: plans, delivers, or writes raw.

python -m bench.deliver_worker plan|deliver|raw DESCRIPTOR TRACKERS
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.environment import set_environment
from bench.requests import DISTRICT
from bench.wire_line import RECEIVE, RESET, WireLine

MAIN, WARM = "ASSESSMENT-MAIN", "ASSESSMENT-WARM"
RAW_ACTIONS = 100


def main(what: str, descriptor: int, trackers: int) -> None:
    set_environment()
    line = WireLine(descriptor)
    work = {"plan": plan, "deliver": deliver, "raw": raw}[what](line, trackers)
    work_memory = peak()
    line.ask(RESET)
    began = time.process_time()
    work()
    spent = time.process_time() - began
    found = {"cpu": spent, "peak_mb": peak(), "before_mb": work_memory}
    print(json.dumps(found))


def peak() -> float:
    """Peak memory in MB. Linux's getrusage counts the parent's from before exec; this does not."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (x for x in status.read_text().splitlines() if x.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def plan(line: WireLine, _: int) -> Callable[[], Any]:
    """Distribute to the whole district; before that, to one tracker, so that all is loaded."""
    services = _services(line)
    _distribute(services, WARM, {"trackers": ("TRACKER-000000",)})
    return lambda: _distribute(services, MAIN, {"district": True})


def _distribute(services: Any, assessment: str, selection: dict[str, Any]) -> None:
    from chalicelib.acts import Act, Answer, Caller, Role
    from chalicelib.distribution.drafts import NewlyAsked
    from chalicelib.distribution.model import Selection
    from chalicelib.distribution.schedule import Start

    roles = frozenset({Role.DISTRICT_ADMIN})
    dana = Caller(DISTRICT, "dana", roles, zone="America/Chicago", name="Dana Example")
    now = services.clock.now()
    act = Act(dana, "distribute", now, f"key-{assessment}", "f" * 64, lambda _: Answer(202, {}))
    chosen = Selection(**selection)
    services.distributions.distribute(act, NewlyAsked(assessment, chosen, Start(), notify=False))


def deliver(line: WireLine, _: int) -> Callable[[], Any]:
    """Work the queue off through app.py's own door; the first message is the small one."""
    import app

    _services(line)
    _handle(app, line)

    def work() -> None:
        while _handle(app, line):
            pass

    return work


def _handle(app: Any, line: WireLine) -> bool:
    record = json.loads(line.ask(RECEIVE)[1])
    if record is not None:
        answer = app.deliver({"Records": [record]}, None)
        assert not answer["batchItemFailures"], answer
    return record is not None


def _services(line: WireLine) -> Any:
    from chalicelib.wiring import services

    line.attach(services().clients.dynamodb, "dynamodb")
    line.attach(services().clients.sqs, "sqs")
    return services()


def raw(line: WireLine, trackers: int) -> Callable[[], Any]:
    """The same updates with nothing around them: a hundred to a transaction, straight to boto3."""
    import boto3
    from botocore.config import Config

    client: Any = boto3.client("dynamodb", config=Config(parameter_validation=False))
    line.attach(client, "dynamodb")
    entry = json.dumps(
        ["2026-03-02T14:00:00.000Z", "district", "dana", "Fractions check", "X" * 26]
    )

    def write(start: int, end: int) -> None:
        actions = [_raw_update(number, entry) for number in range(start, end)]
        client.transact_write_items(TransactItems=actions)

    def work() -> None:
        for start in range(0, trackers, RAW_ACTIONS):
            write(start, min(start + RAW_ACTIONS, trackers))

    write(trackers, trackers + 1)
    return work


def _raw_update(number: int, entry: str) -> dict[str, Any]:
    return {
        "Update": {
            "TableName": "plumbline",
            "Key": {"pk": {"S": f"bench#RAW#{number:06}"}, "sk": {"S": "TRACKER"}},
            "UpdateExpression": "SET assessments.#a = :e",
            "ConditionExpression": "attribute_not_exists(assessments.#a) AND fit = :f",
            "ExpressionAttributeNames": {"#a": MAIN},
            "ExpressionAttributeValues": {":e": {"S": entry}, ":f": {"S": "a1b2c3d4e5f6"}},
        }
    }


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
