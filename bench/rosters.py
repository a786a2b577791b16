"""A nightly roster: the cost of a change of 1% after the whole district was imported.

The build of release 0.3.0 runs beside ours, on the same packages. Each step is a fresh process,
the cloud (`simulator`) is another one, and files are in a folder.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.table import Table

from bench.builds import put_sources
from bench.environment import set_environment
from bench.roster_packages import write_roster
from bench.spawn import ROOT, worker
from bench.verdict import BenchVerdict
from bench.wire import Server
from simulator.clock import SimulatedClock
from simulator.queues import Queues
from simulator.store import INDEXES
from simulator.table import SimulatedTable

BEFORE = "3a2f6ee8"
"""Release 0.3.0."""
APPLY_BAR, CHECK_BAR = 0.1, 0.6
"""Times the CPU of 0.3.0: a change of 1% applied, and checked."""
MEMORY_BAR = 1.5
"""Times the peak of the smallest district's worker."""
SETTLED = 100_000
"""Users from which on a worker's caches are full."""
CHECK_SECONDS, LARGEST = 300, 1_000_000
"""Seconds of a check's function at half the measured speed, and the users that it must do."""
SLICE_SECONDS, LEAST, TRANSACTION = 200, 1_000, 0.05
"""A slice lasts so many seconds, makes so many transactions, and waits so long for each."""
HANDED_OVER = 350
"""Users for a transaction of a slice: the whole district takes some six slices."""
STEPS = ("check all", "apply all", "check 1%", "apply 1%")


def measure(sizes: Sequence[int], before: str) -> dict[str, Any]:
    """Every step at every size, of both builds; ours alone where git has no such build."""
    set_environment()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old = folder / "before"
        builds = {"ours": ROOT}
        if put_sources(old, before):
            builds["before"] = old
        runs = [_measure_district(folder, size, builds) for size in sizes]
    return {"runs": runs, "before": before}


def _measure_district(folder: Path, size: int, builds: dict[str, Path]) -> dict[str, Any]:
    packages = [folder / f"{size}-{number}.zip" for number in range(2)]
    for package, changed in zip(packages, (False, True), strict=True):
        write_roster(package, size, changed=changed)
    found = {who: _import_both(build, packages, size) for who, build in builds.items()}
    return {"users": size, **found}


def _import_both(build: Path, packages: Sequence[Path], users: int) -> dict[str, Any]:
    table = SimulatedTable("plumbline", indexes=INDEXES)
    server = Server(table, Queues(SimulatedClock()))
    found: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as bucket:
        for package in packages:
            checked = _run(server, "check", build, bucket, package, 0)
            # ours hands over after so many transactions: a later slice must not begin anew
            size = users // HANDED_OVER if build == ROOT else 0
            found += [checked, _run(server, "apply", build, bucket, checked["id"], size)]
    return dict(zip(STEPS, found, strict=True))


def _run(server: Server, what: str, *words: object) -> dict[str, Any]:
    found, ledger = worker(server, "bench.rosters_worker", what, *words)
    return {**found, "calls": sum(ledger.calls.values()) + sum(found["files"].values())}


def verdicts(found: dict[str, Any]) -> list[BenchVerdict]:
    if not found:
        return []
    first, last = found["runs"][0], found["runs"][-1]
    at = f"{last['users']:,} users"
    most = max(last["ours"][step]["cpu"] for step in ("check all", "check 1%"))
    made = [
        BenchVerdict(f"{step} of {at}: peak memory",
                     last["ours"][step]["peak_mb"] / first["ours"][step]["peak_mb"],
                     MEMORY_BAR, f"x that of {first['users']:,}")
        for step in STEPS if last["users"] >= SETTLED
    ]  # fmt: skip
    made += [
        BenchVerdict(f"check of {LARGEST:,} users at half the speed, from {at}",
                     2 * most * LARGEST / last["users"], CHECK_SECONDS, "s"),
        BenchVerdict(f"the first slice of {LARGEST:,} users compares at half the speed, from {at}",
                     2 * last["ours"]["apply all"]["loads"][0] * LARGEST / last["users"],
                     CHECK_SECONDS, "s"),
        BenchVerdict(f"a slice of {LARGEST:,} users: seconds for {LEAST:,} transactions, from {at}",
                     _time_slice(last), SLICE_SECONDS, "s"),
    ]  # fmt: skip
    if "before" not in last:
        return made
    for step, bar in (("check 1%", CHECK_BAR), ("apply 1%", APPLY_BAR)):
        ratio = last["ours"][step]["cpu"] / last["before"][step]["cpu"]
        made.append(BenchVerdict(f"{step} of {at}", ratio, bar, f"x {found['before']}"))
    return made


def _time_slice(run: dict[str, Any]) -> float:
    """Seconds, at half the speed, that the slowest later slice of the largest district takes."""
    whole = run["ours"]["apply all"]
    loads = whole["loads"]
    each = (whole["cpu"] - sum(loads)) / sum(whole["transactions"])
    load = max(loads[1:], default=loads[0]) * LARGEST / run["users"]
    return float(2 * load + LEAST * (2 * each + TRANSACTION))


def draw_table(found: dict[str, Any]) -> Table:
    columns = (
        "users",
        "step",
        "CPU s",
        f"{found['before']} s",
        "ratio",
        "MB",
        "before MB",
        "calls",
    )
    table = Table(*columns, "transactions", "changes", title="A nightly roster")
    for run in found["runs"]:
        for step in STEPS:
            ours, old = run["ours"][step], run.get("before", {}).get(step)
            table.add_row(
                f"{run['users']:,}",
                step,
                f"{ours['cpu']:.1f}",
                f"{old['cpu']:.1f}" if old else "-",
                f"{ours['cpu'] / old['cpu']:.3f}" if old else "-",
                f"{ours['peak_mb']:.0f}",
                f"{old['peak_mb']:.0f}" if old else "-",
                f"{ours['calls']:,}",
                f"{sum(ours.get('transactions', ())):,}",
                f"{ours.get('total', ''):,}" if ours.get("total") else "",
            )
    return table
