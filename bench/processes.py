"""A Mastery Process of 10, 100 and 500 classes: opened, compared, locked; its sheets saved.

Beside each size a floor in the same run: the same Query straight through boto3, its totals inflated
and read as JSON and nothing made of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from bench.process_district import MAIN, STUDENTS, a_table
from bench.requests import DISTRICT
from bench.spawn import worker
from bench.wire import Server
from chalicelib.storage import keys
from simulator.clock import SimulatedClock
from simulator.queues import Queues
from simulator.table import SimulatedTable

SIZES = (10, 100, 500)
FLOOR = "floor"
READS = ("open", "collection", "comparison", "students", "growth", "goals")
"""Everything that reads the whole process."""
STEPS = ("lock", "seal", "report")
"""One after the other, once: a leader's request, the closing of classes, the report."""
SAVES = {"activate": 15, "save fed": 15, "save": 15}
"""The writes for one class, and how often each: few classes can get a test."""
PAGE = 1 << 20
"""Bytes of one answer to a Query."""


def measure(sizes: Sequence[int] = SIZES) -> dict[str, Any]:
    runs = [run(size) for size in sizes]
    return {
        "runs": runs,
        "growth_exponents": {what: exponent(runs, what) for what in (FLOOR, *READS, *STEPS[1:])},
    }


def run(classes: int) -> dict[str, Any]:
    """One process of this size, asked for everything; then finished."""
    server = Server(a_table(classes), Queues(SimulatedClock()))
    size = bytes_of(server.table)
    times = max(7, 200 // classes)
    found = {what: _run_worker(server, what, times) for what in (FLOOR, *READS)}
    found |= {what: _run_worker(server, what, many) for what, many in SAVES.items()}
    found |= {what: _run_worker(server, what, 1) for what in STEPS}
    return {
        "classes": classes,
        "students": classes * STUDENTS,
        "bytes": size,
        "queries_allowed": math.ceil(size / PAGE),
        **found,
    }


def bytes_of(table: SimulatedTable) -> int:
    """Return the size of a process, as DynamoDB counts it."""
    return sum(
        row.size for row in table.store.partitions[keys.process(DISTRICT, MAIN).pk].rows.values()
    )


def _run_worker(server: Server, what: str, times: int) -> dict[str, Any]:
    found, ledger = worker(server, "bench.processes_worker", what, times)
    return {
        **found,
        "calls": {name: many / times for name, many in ledger.calls.items()},
        "read_units": ledger.read_units / times,
        "write_units": (ledger.write_units + ledger.index_write_units) / times,
    }


def exponent(runs: Sequence[dict[str, Any]], what: str) -> float:
    """How CPU grows with classes: 1 is linear (least squares in logarithms)."""
    points = [(math.log(run["classes"]), math.log(run[what]["ms"])) for run in runs]
    x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    slope = sum((px - x) * (py - y) for px, py in points)
    return float(slope / sum((px - x) ** 2 for px, _ in points))
