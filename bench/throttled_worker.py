"""A delivery on a table that takes so many write units a second, on simulated time.

python -P -m bench.throttled_worker TRACKERS UNITS: runs the app.py that is found first on the path,
of this build or an earlier one, as Lambda would run it.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.environment import set_environment
from bench.requests import DISTRICT, event
from simulator.clock import SimulatedClock
from simulator.cloud import SimulatedClients, SimulatedCloud
from simulator.queues import Message
from simulator.throttle import Throttle
from simulator.timeline import ProcessKilled, Timeline

HELD = 10
"""Assessments in each tracker."""
LIMITS = json.loads((Path(__file__).parents[1] / ".chalice/config.json").read_text())
LIMIT: float = LIMITS["stages"]["district"]["lambda_functions"]["deliver"]["lambda_timeout"]
POLLERS, MORE_POLLERS = 5, 5
"""Messages that Lambda takes off a queue at once, at the start; and as many more each second."""
COLD_START, LATENCY, PER_ACTION = 1.5, 0.005, 0.0005
"""Seconds: of a new process; of a call; and of each write in a transaction."""
SDK_TRIES = 4
RETRIED = frozenset({"ThrottlingException", "ProvisionedThroughputExceededException"})
"""Refusals after which the SDK tries again."""
MAIN = "ASSESSMENT-MAIN"
LONGEST = timedelta(hours=3)
SEED = 20261130


class TimedClient:
    """A client whose calls take time, and are tried again as the SDK tries them."""

    def __init__(self, client: Any, timeline: Timeline) -> None:
        self._client = client
        self._timeline = timeline

    def __getattr__(self, name: str) -> Any:
        there = getattr(self._client, name)
        return self._make_timed(there) if callable(there) else there

    def _make_timed(self, method: Callable[..., Any]) -> Callable[..., Any]:
        from botocore.exceptions import ClientError

        def call(**params: Any) -> Any:
            seconds = LATENCY + PER_ACTION * len(params.get("TransactItems", ()))
            for attempt in range(SDK_TRIES):
                self._timeline.wait(seconds)
                try:
                    return method(**params)
                except ClientError as error:
                    known = error.response["Error"]["Code"] in RETRIED
                    if not known or attempt == SDK_TRIES - 1:
                        raise
                self._timeline.wait(random.random() * 2**attempt)
            raise AssertionError

        return call


class LambdaContext:
    """Lambda passes it beside the event: it knows how long the function has."""

    def __init__(self, clock: SimulatedClock) -> None:
        self._clock = clock
        self._ends = clock.now() + timedelta(seconds=LIMIT)

    def get_remaining_time_in_millis(self) -> int:
        return int((self._ends - self._clock.now()).total_seconds() * 1000)


class ThrottledStack:
    """The stack of a district: its queue's pollers, its clock's ticks, its functions' processes."""

    def __init__(self, trackers: int, rate: float) -> None:
        self.cloud = SimulatedCloud()
        self.clock = self.cloud.clock
        self.trackers, self.rate = trackers, rate
        self.timeline = Timeline(self.clock)
        self.warm: list[Any] = []
        self.running = 0
        self.found: Counter[str] = Counter()
        _fill(self.cloud, trackers)

    def run(self) -> dict[str, Any]:
        """Distribute to the whole district; return how long it took, and what went wrong."""
        self._distribute()
        table = self.cloud.table
        table.throttle = Throttle(self.clock, self.rate, level=self.rate)
        table.ledger.write_units = 0
        begun = self.clock.now()
        self.timeline.start(lambda: self._poll(begun + LONGEST))
        self.timeline.start(lambda: self._tick(begun + LONGEST))
        self.timeline.run()
        shown = self._read()
        assert shown["state"]["S"] == "delivered", shown
        ended = self.found.pop("ended_ms") / 1000
        floor = self._count_needed_units() / self.rate
        return {
            "trackers": self.trackers,
            "rate": self.rate,
            "seconds": ended,
            "floor": floor,
            "units": table.ledger.write_units,
            "failed_trackers": int(shown["failed"]["N"]),
            "failed_pages": self.found["failed"] + self.found["timed_out"],
            "refused": table.throttle.refused,
            **{name: self.found[name] for name in ("messages", "failed", "timed_out")},
        }

    def _distribute(self) -> None:
        from app import app
        from chalicelib import wiring

        wiring.use(self._make_services(self.cloud.clients))
        replies = []
        for whole in ("whole_district", "district"):  # the later one is release 0.3.0's
            body = {"assessment_id": MAIN, "selection": {whole: True}, "notify": False}
            asked = event("POST", "/v1/distributions", body, key=f"key-{whole}")
            asked["requestContext"]["authorizer"]["person"] = "dana"
            reply = app(asked, None)
            if reply["statusCode"] == 202:
                return
            replies.append(reply["body"])
        raise AssertionError(replies)

    def _make_services(self, clients: Any) -> Any:
        from chalicelib.settings import settings
        from chalicelib.wiring import Services

        return Services(settings(), clients, self.clock, self.timeline.wait)

    def _poll(self, end: Any) -> None:
        """Hand messages over, to more and more processes, until the distribution is delivered."""
        begun = self.clock.now()
        while self._read()["state"]["S"] == "delivering" and self.clock.now() < end:
            since = (self.clock.now() - begun).total_seconds()
            while self.running < POLLERS + MORE_POLLERS * since:
                messages = self.cloud.queues.receive("deliveries", 1)
                if not messages:
                    break
                self._invoke(messages[0])
            self.timeline.wait(0.05)
        self.found["ended_ms"] = int((self.clock.now() - begun).total_seconds() * 1000)

    def _invoke(self, message: Message) -> None:
        self.running += 1
        self.found["messages"] += 1
        cold = not self.warm
        services = self._make_process() if cold else self.warm.pop()
        self.timeline.start(
            lambda: self._deliver(services, message),
            resume=lambda: _use(services),
            after=COLD_START if cold else 0,
            lasts=LIMIT,
        )

    def _make_process(self) -> Any:
        known = vars(self.cloud.clients).items()
        clients = SimulatedClients(**{n: TimedClient(each, self.timeline) for n, each in known})
        return self._make_services(clients)

    def _deliver(self, services: Any, message: Message) -> None:
        import app

        _use(services)
        try:
            records = [message.record("deliveries")]
            answer = app.deliver({"Records": records}, LambdaContext(self.clock))
        except ProcessKilled:
            self.found["timed_out"] += 1
        else:
            self.warm.append(services)
            if answer["batchItemFailures"]:
                self.found["failed"] += 1
            else:
                self.cloud.queues.settle("deliveries", message)
        finally:
            self.running -= 1

    def _tick(self, end: Any) -> None:
        services = self._make_process()
        while True:
            self.timeline.wait(60)
            if self._read()["state"]["S"] != "delivering" or self.clock.now() >= end:
                return
            self.timeline.start(
                lambda: services.jobs.tick(self.clock.now()), resume=lambda: _use(services)
            )

    def _read(self) -> Any:
        from chalicelib.storage import keys

        rows = self.cloud.table.store.index_partitions["lists"][keys.distributions(DISTRICT)].rows
        (row,) = rows.values()
        return row.item

    def _count_needed_units(self) -> float:
        """Return the units of each tracker's write and each marker's, once."""
        rows = (row for row in self.cloud.table.store.rows() if _is_written(row.item))
        return sum(2 * max(1, math.ceil(row.size / 1024)) for row in rows)


def _is_written(item: Any) -> bool:
    held = item.get("assessments", {}).get("M", {})
    return MAIN in held or item["sk"]["S"].startswith("DONE#")


def _use(services: Any) -> None:
    from chalicelib import wiring

    wiring.use(services)


def _fill(cloud: SimulatedCloud, trackers: int) -> None:
    from bench.deliver import build_documents, build_tracker
    from chalicelib.trackers.repository import creation

    table = cloud.table
    for put in build_documents():
        table.load(put.request(table.name)["Item"])
    held = {"M": {f"01K{number:023}": {"S": _write_entry(number)} for number in range(HELD)}}
    for number in range(trackers):
        tracker, row, *_ = creation(DISTRICT, build_tracker(number))
        table.load({**tracker.request(table.name)["Item"], "assessments": held})
        table.load(row.request(table.name)["Item"])


def _write_entry(number: int) -> str:
    """Return an assessment of a tracker as this build keeps it, whatever it calls that."""
    from chalicelib.trackers import model

    known: Any = model
    make, sources = (
        (known.TrackerEntry, known.AssessmentSource)
        if hasattr(model, "TrackerEntry")
        else (known.Entry, known.Source)  # in release 0.3.0
    )
    name = f"01K{number:023}"
    at = "2026-03-02T14:00:00.000Z"
    made = make(name, at, sources("district"), "dana", "Fractions check", name)
    return str(made.serialize() if hasattr(made, "serialize") else made.written())


def main(trackers: int, rate: float) -> None:
    set_environment()
    random.seed(SEED)
    print(json.dumps(ThrottledStack(trackers, rate).run()))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
