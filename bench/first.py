"""The first answer of every function: one route of each room, the authorizer, and the workers.

Each probe is a fresh process of the package as it is deployed, unpacked. The cloud (`simulator`)
runs in another process. The dearest by CPU are counted in instructions, beside the bare handler.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from rich.table import Table

from bench import cold
from bench.environment import set_environment
from bench.requests import event
from bench.spawn import worker
from bench.verdict import BenchVerdict
from bench.wire import Server
from infra.package import package

COUNTED = 4
"""Routes, the dearest by CPU, whose instructions are counted."""
FIRST_BAR, AUTHORIZER_BAR, BOTH_BAR = 1.25, 1.0, 2.2
"""Times the bare handler's cold start: the dearest first answer, the authorizer's, their sum."""
AUTHORIZER = "authorizer"
ZONE = "America/Chicago"


def measure(*, instructions: bool) -> dict[str, Any]:
    """CPU of import and first answer of each probe, and instructions of the dearest."""
    server, events = _district()
    with tempfile.TemporaryDirectory() as name, ZipFile(package().zip) as zipped:
        folder = Path(name)
        zipped.extractall(folder / "package")
        given = events | {AUTHORIZER: _write_token(folder)}
        found = {each: _probe(server, folder, event) for each, event in given.items()}
        bare = min(_time_bare() for _ in range(3))
        counted: dict[str, float] = {}
        if instructions and shutil.which("valgrind"):
            dear = sorted(events, key=lambda each: -found[each]["ms"])[:COUNTED]
            counted = {
                each: _count(server, folder, given[each]) for each in (*dear, AUTHORIZER)
            } | {"bare": float(cold.count_instructions(["bare"]))}
    return {"probes": found, "bare_ms": bare, "instructions": counted}


def _time_bare() -> float:
    one = cold.probe(["bare"])
    return float(one["import_ms"] + one["first_ms"])


def _probe(server: Server, folder: Path, event: Mapping[str, Any]) -> dict[str, Any]:
    (folder / "event.json").write_text(json.dumps(event))
    known, _ = worker(server, "bench.first_probe", str(folder))
    return dict(known)


def _count(server: Server, folder: Path, event: Mapping[str, Any]) -> float:
    """Count the instructions of a process less those of an empty one."""
    (folder / "event.json").write_text(json.dumps(event))
    log = folder / "counted"
    tool = (*cold.COUNTING, f"--log-file={log}")
    worker(server, "bench.first_probe", str(folder), tool=tool, PYTHONHASHSEED="0")
    return cold.read_instructions(log.read_text()) - cold.count_empty()


def _district() -> tuple[Server, dict[str, dict[str, Any]]]:
    """Return the cloud of a district with something of each kind, and an event for each room."""
    set_environment()
    from chalicelib.wiring import use
    from tests.api.scene import Scene
    from tests.support.simulated_cloud import FaultlessCloud
    from tests.support.world import World

    cloud = FaultlessCloud()
    world = World(cloud)
    use(world.services)
    scene = Scene(world)
    world.clock.set(datetime.now(UTC))  # the probes': a printout of the scene's time is gone
    events = dict(_events(scene))
    simulated = cloud.simulated
    return Server(simulated.table, simulated.queues), events


def _events(scene: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Write an event for the first route of each room that somebody of the scene can read."""
    import app  # noqa: F401 - its rooms are looked through
    from chalicelib.web.authorizer import write_caller
    from chalicelib.web.lazy_routes import every_domain
    from tests.api.test_locks import path_of

    for room in every_domain():
        for route in room.routes:
            if route.method != "GET" or route.stored or route.hidden:
                continue
            person = _find_reader(scene, path_of(route, scene))
            if person is None:
                continue
            path, _, query = path_of(route, scene).partition("?")
            made = event("GET", path, resource=route.path)
            made["pathParameters"] = _names(route.path, path)
            pairs = [each.split("=") for each in query.split("&") if each]
            made["multiValueQueryStringParameters"] = {k: [v] for k, v in pairs} or None
            made["requestContext"]["authorizer"] |= write_caller(replace(person.caller, zone=ZONE))
            yield route.path, made
            break


def _find_reader(scene: Any, path: str) -> Any:
    people = [scene.people[each] for each in ("owning teacher", "district admin")]
    return next((each for each in people if each.get(path).status == 200), None)


def _names(template: str, path: str) -> dict[str, str] | None:
    pairs = zip(template.split("/"), path.split("/"), strict=True)
    return {a.strip("{}"): b for a, b in pairs if a.startswith("{")} or None


def _write_token(folder: Path) -> dict[str, Any]:
    """Write the authorizer's event, and the pool's keys where the probe fetches them."""
    from tests.support.world import key_set, token

    (folder / "keys.json").write_text(json.dumps(key_set()))
    arn = "arn:aws:execute-api:us-east-1:000000000000:abc123/api/GET/v1/me"
    shown = f"Bearer {token('dana@example.org')}"
    return {"type": "TOKEN", "authorizationToken": shown, "methodArn": arn}


def compare(found: dict[str, Any]) -> tuple[str, dict[str, float]]:
    """Return what was measured, and each as a multiple of the bare handler's."""
    counted = dict(found["instructions"])
    if counted:
        bare = counted.pop("bare")
        return "instructions", {name: each / bare for name, each in counted.items()}
    times = {name: each["ms"] / found["bare_ms"] for name, each in found["probes"].items()}
    return "cpu", times


def verdicts(found: dict[str, Any]) -> list[BenchVerdict]:
    """Hold the dearest route, the authorizer and both together against the bare handler."""
    if not found:
        return []
    measure, costs = compare(found)
    authorizer = costs.pop(AUTHORIZER)
    name, dearest = max(costs.items(), key=lambda each: each[1])
    return [
        BenchVerdict(f"first answer of {name} ({measure})", dearest, FIRST_BAR, "x bare"),
        BenchVerdict(f"the authorizer's ({measure})", authorizer, AUTHORIZER_BAR, "x bare"),
        BenchVerdict("both together", authorizer + dearest, BOTH_BAR, "x bare"),
    ]


def draw_table(found: dict[str, Any]) -> Table:
    """Show each room beside the bare handler, the dearest first."""
    table = Table("first answer", "CPU ms", "x bare", "modules", "M instructions", "x bare",
                  title="First answers in fresh processes")  # fmt: skip
    counted = found["instructions"]
    for name, one in sorted(found["probes"].items(), key=lambda each: -each[1]["ms"]):
        many = counted.get(name)
        table.add_row(
            name,
            f"{one['ms']:.0f}",
            f"{one['ms'] / found['bare_ms']:.2f}",
            str(one["modules"]),
            f"{many / 1e6:,.0f}" if many else "",
            f"{many / counted['bare']:.2f}" if many else "",
        )
    return table
