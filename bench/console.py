"""The console against the API: a page beside the calls that it shows, and what JSON still costs.

A page asks the API inside the process and renders what it answers. Both are asked of one warm
worker in turns; the cloud (`simulator`) runs in another process. JSON routes must not pay for the
console: their cold start stands beside that of the last build without one.
"""

from __future__ import annotations

import io
import json
import shutil
import statistics
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table

from bench import cold
from bench.environment import set_environment
from bench.spawn import ROOT, worker
from bench.wire import Server
from infra.package import compile_screens

if TYPE_CHECKING:
    from tests.console.every_screen import EveryScreen

BEFORE = "d9c294a"
"""The last build without a console, in this repository's history."""
MANY = 60
"""Assessments of the list, and schools of a distribution."""


def measure(before: str = BEFORE, *, instructions: bool = True) -> dict[str, Any]:
    """Microseconds of CPU of pages and of their calls, and the cold start before and after."""
    server, pages = _district()
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder) / "screens"
        compile_screens(compiled)
        found, _ = worker(server, "bench.console_worker", json.dumps(pages), compiled)
    return {"pages": found, "cold": _cold(before, instructions=instructions)}


def _district() -> tuple[Server, dict[str, tuple[str, str]]]:
    """Give the cloud of a district with much in it; and who opens which of the main screens."""
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
    large = scene.distribute(scene.document, start=LATER)
    pages = {
        **{name: ("dana", address) for name, address in _of_administrators(scene, large).items()},
        **{name: ("lena", address) for name, address in _of_data_teams(scene).items()},
        **{name: ("lena", address) for name, address in _of_classes(scene).items()},
    }
    simulated = cloud.simulated
    return Server(simulated.table, simulated.queues), pages


def _of_administrators(scene: EveryScreen, large: str) -> dict[str, str]:
    assessment = f"/console/assessments/{scene.assessment}"
    distribution = f"/console/distributions/{scene.distribution}"
    return {
        "Home": "/console/home",
        "Assessments": "/console/assessments",
        "An assessment": f"{assessment}?tab=items",
        "Its attachments": f"{assessment}?tab=attachments",
        "Its settings": f"{assessment}?tab=settings",
        "Its results": f"{assessment}?tab=results",
        "Write an item": f"{assessment}/item",
        "Item bank": f"/console/assessments/{scene.draft}/bank",
        "Select trackers": f"/console/assessments/{scene.draft}/distribute",
        "Distributions": "/console/distributions",
        "Progress of 60 schools": f"/console/distributions/{large}",
        "Receipts": f"{distribution}?tab=receipts",
        "Settings of a distribution": f"{distribution}?tab=settings",
        "Results": f"{distribution}?tab=results&by=classes",
        "Item analysis": f"{distribution}?tab=analysis",
        "A correction": f"/console/corrections/{scene.correction}",
        "All Mastery Processes": "/console/processes",
        "New data team": "/console/new-team",
    }


def _of_data_teams(scene: EveryScreen) -> dict[str, str]:
    from chalicelib.console import process_tabs

    team = f"/console/teams/{scene.team}"
    process = f"/console/processes/{scene.process}"
    open_process = f"/console/processes/{scene.open_process}"
    return {
        "A teacher's Home": "/console/home",
        "Data Team": "/console/teams",
        "A team's processes": team,
        "Data Team Info": f"{team}?tab=info",
        "New process": f"/console/new-process?team={scene.team}",
        **{
            f"Process: {tab.name}": f"{process}?tab={code}"
            for code, tab in process_tabs.TABS.items()
        },
        **{
            f"Open process: {name}": f"{open_process}?tab={code}"
            for code, name in (("pre-test", "Pre-Test"), ("analyze", "Analyze"))
        },
        "Class goals": f"{open_process}/classes/c1",
        "Library": "/console/library",
        "A process in the library": f"/console/library/{scene.process}",
        "Reports": "/console/reports",
        "A process's report": f"/console/reports/{scene.process}",
    }


def _of_classes(scene: EveryScreen) -> dict[str, str]:
    from chalicelib.console import mastery_grid

    tracker = scene.trackers["c1"]
    sheet = f"/console/sheets/{tracker}/{scene.assessment}"
    mastery = f"/console/mastery/{tracker}"
    return {
        "Trackers": "/console/trackers",
        "A tracker": f"/console/trackers/{tracker}",
        "New tracker": "/console/new-tracker",
        "Result sheet": sheet,
        "Analysis of a sheet": f"{sheet}/analysis",
        "History of a sheet": f"{sheet}/history",
        **{f"Mastery by {tab}": f"{mastery}?tab={tab}" for tab in mastery_grid.TABS},
        "A student's mastery": f"{mastery}/students/{scene.students['c1'][0]}",
    }


# -- cold start -----------------------------------------------------------------------------------


def _cold(before: str, *, instructions: bool) -> dict[str, Any]:
    """Compare the first JSON answer of both builds; nothing where git has no such build."""
    with tempfile.TemporaryDirectory() as folder:
        trees = {who: Path(folder) / who for who in ("before", "now")}
        for who, revision in (("before", before), ("now", "")):
            if not _put_sources(trees[who], revision):
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


def _put_sources(tree: Path, revision: str) -> bool:
    tree.mkdir()
    if not revision:
        for name in ("chalicelib", "templates"):
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "app.py", tree)
        return True
    archive = ["git", "archive", "--format=tar", revision, "app.py", "chalicelib", "templates"]
    done = subprocess.run(archive, cwd=ROOT, check=False, capture_output=True)  # noqa: S603
    if done.returncode:
        return False
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as packed:
        packed.extractall(tree, filter="data")
    return True


def _count(probes: dict[str, list[str]]) -> dict[str, float]:
    for each in probes.values():
        cold.probe(each)  # writes the bytecode
    return {who: cold.counted(each) for who, each in probes.items()}


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
