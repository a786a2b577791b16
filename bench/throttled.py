"""A delivery on a table that takes only so many write units a second, on simulated time.

`simulator` refuses what is beyond them as DynamoDB does. Nothing here depends on the machine.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.table import Table

from bench.builds import put_sources
from bench.spawn import ROOT
from bench.verdict import BenchVerdict

RATES = (4_000, 12_000)
"""Units a second: what a new table on demand takes, and after it had taken half as many before."""
SLACK, FIXED = 1.3, 5.0
"""Times the seconds that the table needs for the units, and seconds on top."""


def measure(sizes: Sequence[int], before: str = "") -> dict[str, Any]:
    """Run each size at each rate; with `before`, also the build of that revision."""
    found = {"runs": [_run(ROOT, size, rate) for rate in RATES for size in sizes]}
    if before:
        with tempfile.TemporaryDirectory() as folder:
            tree = Path(folder) / "before"
            if put_sources(tree, before):
                runs = [_run(tree, size, rate) for rate in RATES for size in sizes]
                found |= {"before": runs}
    return found


def judge(found: dict[str, Any]) -> Iterator[BenchVerdict]:
    for run in found.get("runs", ()):
        name = f"throttled: {run['trackers']:,} at {run['rate']:,.0f} units/s"
        yield BenchVerdict(name, run["seconds"], SLACK * run["floor"] + FIXED, "s")
        yield BenchVerdict(f"{name}, failed trackers", run["failed_trackers"], 0)
        yield BenchVerdict(f"{name}, failed pages", run["failed_pages"], 0)


def _run(tree: Path, trackers: int, rate: int) -> dict[str, Any]:
    words = [sys.executable, "-P", "-m", "bench.throttled_worker", str(trackers), str(rate)]
    paths = {"PYTHONPATH": os.pathsep.join((str(tree), str(ROOT)))}
    done = subprocess.run(  # noqa: S603 - our own worker
        words, cwd=tree, env={**os.environ, **paths}, check=True, stdout=subprocess.PIPE, text=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def draw_table(found: dict[str, Any]) -> Table:
    """Show what each took, and what it may take."""
    columns = ("build", "trackers", "units/s", "s", "floor s", "failed pages", "failed", "refused")
    table = Table(*columns, title="Delivery on a throttled table, ten assessments in each tracker")
    for build in ("before", "runs"):
        for one in found.get(build, ()):
            table.add_row(
                "now" if build == "runs" else build,
                f"{one['trackers']:,}",
                f"{one['rate']:,.0f}",
                f"{one['seconds']:.1f}",
                f"{one['floor']:.1f}",
                str(one["failed_pages"]),
                str(one["failed_trackers"]),
                f"{one['refused']:,}",
            )
    return table
