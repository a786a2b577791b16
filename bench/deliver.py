"""Deliver to N trackers: calls, units, bytes, CPU and memory, beside a raw writer."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from bench.deliver_worker import MAIN, WARM
from bench.requests import DISTRICT
from bench.spawn import worker
from bench.wire import Server
from chalicelib.assessments.model import AssessmentHeader, Visibility
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from chalicelib.trackers.model import Tracker
from chalicelib.trackers.repository import creation
from simulator.client import CostLedger
from simulator.clock import SimulatedClock
from simulator.queues import Queues
from simulator.store import INDEXES
from simulator.table import SimulatedTable

SCHOOLS = 40
SET = "framework.math.3"
MASK = (1 << 30) - 1
WANTED = 0b1011
LONG = timedelta(hours=12)


def measure(sizes: Sequence[int]) -> dict[str, Any]:
    runs = [run(trackers) for trackers in sizes]
    return {"runs": runs, "growth_exponent": exponent(runs)}


def run(trackers: int) -> dict[str, Any]:
    """One district of this size: planned, delivered, and the raw writer on the same table."""
    server = Server(_table(trackers), _queues())
    planned, plan_ledger = _worker(server, "plan", trackers)
    delivered, ledger = _worker(server, "deliver", trackers)
    _check(server, trackers)
    raw, _ = _worker(server, "raw", trackers)
    spent = planned["cpu"] + delivered["cpu"]
    return {
        "trackers": trackers,
        "calls": plan_ledger.total + ledger.total,
        "plan_calls": dict(plan_ledger.calls),
        "deliver_calls": dict(ledger.calls),
        "write_units": plan_ledger.write_units + ledger.write_units,
        "index_write_units": plan_ledger.index_write_units + ledger.index_write_units,
        "read_units": plan_ledger.read_units + ledger.read_units,
        "bytes_written": plan_ledger.bytes_written + ledger.bytes_written,
        "plan_us_per_tracker": planned["cpu"] / trackers * 1e6,
        "deliver_us_per_tracker": delivered["cpu"] / trackers * 1e6,
        "us_per_tracker": spent / trackers * 1e6,
        "raw_us_per_tracker": raw["cpu"] / trackers * 1e6,
        "ratio": spent / raw["cpu"],
        "peak_mb": delivered["peak_mb"],
        "plan_peak_mb": planned["peak_mb"],
    }


def exponent(runs: Sequence[dict[str, Any]]) -> float:
    """How CPU grows with size, from a thousand on: 1 is linear (least squares in logarithms)."""
    points = [
        (math.log(r["trackers"]), math.log(r["us_per_tracker"] * r["trackers"]))
        for r in runs
        if r["trackers"] >= 1000
    ]
    x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    slope = sum((px - x) * (py - y) for px, py in points)
    return float(slope / sum((px - x) ** 2 for px, _ in points))


def _worker(server: Server, what: str, trackers: int) -> tuple[dict[str, Any], CostLedger]:
    return worker(server, "bench.deliver_worker", what, trackers)


def _check(server: Server, trackers: int) -> None:
    """A figure counts only if every tracker has it."""
    for number in range(trackers):
        row = server.table.store.get(keys.tracker(DISTRICT, _id(number)))
        assert row is not None
        assert MAIN in row.item["assessments"]["M"], number


def _queues() -> Queues:
    queues = Queues(SimulatedClock())
    queues.create("deliveries", visibility=LONG)
    return queues


def _table(trackers: int) -> SimulatedTable:
    table = SimulatedTable("plumbline", indexes=INDEXES)
    for put in build_documents():
        _store(table, put)
    for number in range(trackers):
        tracker, row, *_ = creation(DISTRICT, build_tracker(number))
        _store(table, tracker)
        _store(table, row)
    for number in range(trackers + 1):
        _store(table, _raw(number))
    return table


def _store(table: SimulatedTable, put: Any) -> None:
    table.load(put.request(table.name)["Item"])


def _raw(number: int) -> Put:
    """Return the items that the raw writer writes: as large as trackers."""
    item = {"fit": "a1b2c3d4e5f6", "assessments": {}, "version": 1, "doc": "x" * 330}
    return Put(keys.Key(f"{DISTRICT}#RAW#{number:06}", "TRACKER"), item)


def build_documents() -> Iterable[Put]:
    for assessment in (MAIN, WARM):
        header = AssessmentHeader(
            id=assessment,
            title="Fractions check",
            set_id=SET,
            mask=WANTED,
            visibility=Visibility.DISTRICT,
            creator="dana",
            creator_name="Dana Example",
            created="2026-01-01T00:00:00.000Z",
            changed="2026-01-01T00:00:00.000Z",
            items=10,
            points="10",
        )
        doc = header.model_dump_json(exclude_defaults=True)
        yield Put(keys.assessment_header(DISTRICT, assessment), {"version": 1, "doc": doc})


def build_tracker(number: int) -> Tracker:
    return Tracker(
        id=_id(number),
        title=f"Mathematics 3, Period {number % 8}",
        school=f"school-{number % SCHOOLS:02}",
        class_id=f"class-{number:06}",
        class_title=f"Mathematics 3, section {number % 8}",
        course_id=f"course-{number % 100}",
        set_id=SET,
        mask=MASK,
        levels=3,
        owner=f"teacher-{number // 5:05}",
        owner_name=f"Teacher {number // 5}",
        collaborators=(f"teacher-{number // 5 + 1:05}",) if number % 4 == 0 else (),
        created="2026-01-01T00:00:00.000Z",
    )


def _id(number: int) -> str:
    return f"TRACKER-{number:06}"
