"""A teacher's two most frequent requests in instructions: a class saved, a grid opened.

Counted by cachegrind in a process of its own, start and warm-up left out. A save stands beside the
bare put of a sheet as JSON (`classes_worker.raw`), a grid beside that of release 0.3.0. Cloud and
client are other processes' work.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from rich.table import Table

from bench.builds import put_sources
from bench.classes import STUDENTS, build_server
from bench.cold import COUNTING, read_instructions
from bench.spawn import ROOT, worker
from bench.verdict import BenchVerdict

BEFORE = "3a2f6ee8"
"""Release 0.3.0, in this repository's history."""
GRID_TESTS = 20
SAVE_BAR, GRID_BAR = 8.0, 0.4
"""Times the instructions of a bare put; times those of release 0.3.0."""
SHORT, LONG = 2, 8
"""Repetitions whose difference leaves out start and warm-up."""


def measure() -> dict[str, Any]:
    """Count both, now and at 0.3.0; nothing without valgrind."""
    if not shutil.which("valgrind"):
        return {}
    found: dict[str, Any] = {"raw": _count("raw", ROOT)}
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "before"
        for who, tree in (("now", ROOT), ("before", before)):
            if who == "now" or put_sources(before, BEFORE):
                found[who] = {what: _count(what, tree) for what in ("save", "grid")}
    return found


def _count(what: str, tree: Path) -> float:
    short, long = (_count_run(what, tree, times) for times in (SHORT, LONG))
    return (long - short) / (LONG - SHORT)


def _count_run(what: str, tree: Path, times: int) -> int:
    read = what == "grid"
    server = build_server(STUDENTS, GRID_TESTS if read else 1, sheets=read)
    with tempfile.NamedTemporaryFile("r") as log:
        asked = ("bench.classes_worker", what, "TRACKER-0", times)
        tool = (*COUNTING, f"--log-file={log.name}")
        worker(server, *asked, tree=tree, tool=tool, PYTHONHASHSEED="0")
        return read_instructions(log.read())


def verdicts(found: dict[str, Any]) -> list[BenchVerdict]:
    """Compare with the bars."""
    if not found:
        return []
    saved = found["now"]["save"] / found["raw"]
    bars = [BenchVerdict("a class's scores saved, instructions", saved, SAVE_BAR, "x bare put")]
    if "before" in found:
        ratio = found["now"]["grid"] / found["before"]["grid"]
        bars += [BenchVerdict("grid of 30 x 20 tests, instructions", ratio, GRID_BAR, "x 0.3.0")]
    return bars


def draw_table(found: dict[str, Any]) -> Table:
    """Show both builds beside each other."""
    table = Table("request", f"{BEFORE} (0.3.0)", "now", "ratio", "x bare put")
    table.title = "A teacher's requests, in millions of instructions"
    if not found:
        table.caption = "not counted: valgrind is missing, or --quick"
        return table
    for what, name in (("save", "30 students x 20 items saved"), ("grid", "30 x 20 tests opened")):
        now, before = found["now"][what], found.get("before", {}).get(what)
        table.add_row(
            name,
            f"{before / 1e6:,.1f}" if before else "no such build",
            f"{now / 1e6:,.1f}",
            f"{now / before:.2f}" if before else "-",
            f"{now / found['raw']:.1f}" if what == "save" else "",
        )
    table.caption = f"bare put {found['raw'] / 1e6:,.2f}"
    return table
