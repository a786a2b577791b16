"""The console against the API: a page beside the calls that it shows, and what JSON still costs.

A page asks the API inside the process and renders what it answers. Both are asked of one warm
worker in turns; the cloud (`simulator`) runs in another process. JSON routes must not pay for the
console: their cold start stands beside that of the last build without one.
"""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.table import Table

from bench import cold
from bench.builds import put_sources
from bench.console_pages import MANY, SEVERAL, MeasuredPage, pages_of
from bench.environment import set_environment
from bench.spawn import worker
from bench.wire import Server
from infra.package import compile_screens

BEFORE = "d9c294a"
"""The last build without a console, in this repository's history."""


def measure(before: str = BEFORE, *, instructions: bool = True) -> dict[str, Any]:
    """Microseconds of CPU of pages and of their calls, and the cold start before and after."""
    server, pages = _district()
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder) / "screens"
        compile_screens(compiled)
        found, _ = worker(server, "bench.console_worker", json.dumps(pages), compiled)
    return {"pages": found, "cold": _cold(before, instructions=instructions)}


def _district() -> tuple[Server, dict[str, MeasuredPage]]:
    """Return the cloud of a district with much in it; and who opens which of the main screens."""
    set_environment()
    from chalicelib.wiring import use
    from tests.console.every_screen import LATER, EveryScreen
    from tests.support import builders
    from tests.support.simulated_cloud import FaultlessCloud
    from tests.support.world import World

    cloud = FaultlessCloud()
    world = World(cloud)
    use(world.services)
    scene = EveryScreen(world)
    for number in range(MANY):
        builders.an_assessment(world, title=f"Unit {number}: fractions and decimals")
        builders.a_school(world, f"school-{number}", f"School number {number}")
        builders.a_tracker(world, "lena", school=f"school-{number}", class_id=f"class-{number}")
    for number in range(SEVERAL):
        builders.a_tracker(world, "lena", class_id="c1", title=f"Math c1, set {number}")
    large = scene.distribute(scene.document, start=LATER)
    world.clock.set(
        datetime.now(UTC)
    )  # the worker's: a printout of the scene's time is gone by now
    printed = scene.dana.post(f"/v1/processes/{scene.open_process}/printouts")
    scene.printout = str(printed.body["id"])
    simulated = cloud.simulated
    return Server(simulated.table, simulated.queues), pages_of(scene, large)


# -- cold start -----------------------------------------------------------------------------------


def _cold(before: str, *, instructions: bool) -> dict[str, Any]:
    """Compare the first JSON answer of both builds; nothing where git has no such build."""
    with tempfile.TemporaryDirectory() as folder:
        trees = {who: Path(folder) / who for who in ("before", "now")}
        for who, revision in (("before", before), ("now", "")):
            if not put_sources(trees[who], revision):
                return {}
        counted = instructions and bool(shutil.which("valgrind"))
        costs = _count if counted else _time
        found: dict[str, Any] = costs({who: ["ours", str(tree)] for who, tree in trees.items()})
    return {
        "measure": "instructions" if counted else "cpu",
        "revision": before,
        **found,
        "ratio": found["now"] / found["before"],
    }


def _count(probes: dict[str, list[str]]) -> dict[str, float]:
    for each in probes.values():
        cold.probe(each)  # writes the bytecode
    return {who: cold.count_instructions(each) for who, each in probes.items()}


def _time(probes: dict[str, list[str]]) -> dict[str, float]:
    seen: dict[str, list[float]] = {who: [] for who in probes}
    for each in probes.values():
        cold.probe(each)
    for _ in range(cold.ROUNDS):
        for who, each in probes.items():
            found = cold.probe(each)
            seen[who].append(found["import_ms"] + found["first_ms"])
    return {who: statistics.median(times) for who, times in seen.items()}


def draw_table(found: dict[str, Any]) -> Table:
    """Show both beside each other."""
    columns = ("page", "API calls", "calls ms", "page ms", "ratio", "kB")
    table = Table(*columns, title="Pages of the console, and the API calls they show (CPU)")
    for name, one in found["pages"].items():
        table.add_row(
            name,
            str(one["calls"]),
            f"{one['calls_us'] / 1000:.1f}",
            f"{one['page_us'] / 1000:.1f}",
            f"{one['ratio']:.2f}",
            f"{one['bytes'] / 1000:.0f}",
        )
    start = found["cold"]
    if start:
        unit = 1e6 if start["measure"] == "instructions" else 1
        table.caption = (
            f"cold start of a JSON route ({start['measure']}): {start['before'] / unit:,.0f} at "
            f"{start['revision']}, {start['now'] / unit:,.0f} now, ratio {start['ratio']:.3f}"
        )
    return table
