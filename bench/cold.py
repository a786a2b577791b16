"""Cold start: fresh processes, ours and the bare handler in turns; and which imports cost what."""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from infra.package import package

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 7
IMPORT_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|(\s+)(\S+)")
COUNTING = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
REFERENCES = re.compile(r"I\s+refs:\s+([\d,]+)")


def measure(*, instructions: bool) -> dict[str, Any]:
    """CPU of import and first request as medians; instructions too where valgrind is there.

    Ours is the package as it is deployed, unpacked as Lambda unpacks it.
    """
    with tempfile.TemporaryDirectory() as folder, ZipFile(package().zip) as zipped:
        zipped.extractall(folder)
        return _measure({"bare": ["bare"], "ours": ["ours", folder]}, instructions=instructions)


def _measure(who_runs: dict[str, list[str]], *, instructions: bool) -> dict[str, Any]:
    probes: dict[str, list[dict[str, Any]]] = {"bare": [], "ours": []}
    for who in probes:
        probe(who_runs[who])  # writes the bytecode, warms the disk
    for _ in range(ROUNDS):
        for who, seen in probes.items():
            seen.append(probe(who_runs[who]))
    found: dict[str, Any] = {who: summary(seen) for who, seen in probes.items()}
    found["ratio"] = {"cpu": found["ours"]["total_ms"] / found["bare"]["total_ms"]}
    if instructions and shutil.which("valgrind"):
        for who in ("bare", "ours"):
            found[who]["instructions"] = count_instructions(who_runs[who])
        found["ratio"]["instructions"] = (
            found["ours"]["instructions"] / found["bare"]["instructions"]
        )
    found["slowest_imports"] = slowest_imports()
    return found


def probe(probed: list[str]) -> dict[str, Any]:
    return json.loads(run([sys.executable, "-m", "bench.cold_probe", *probed]).stdout)  # type: ignore[no-any-return]


def summary(seen: list[dict[str, Any]]) -> dict[str, Any]:
    middle = {
        name: statistics.median(each[name] for each in seen) for name in ("import_ms", "first_ms")
    }
    return {
        **middle,
        "total_ms": statistics.median(each["import_ms"] + each["first_ms"] for each in seen),
        "modules": seen[0]["modules"],
        "forbidden": seen[0]["forbidden"],
    }


def count_instructions(probed: list[str]) -> int:
    """Instructions of import and first request: all of the process less an empty one's."""
    return _instructions(["-m", "bench.cold_probe", *probed]) - count_empty()


@cache
def count_empty() -> int:
    """Count the instructions of a process that does nothing."""
    return _instructions(["-c", "pass"])


def _instructions(arguments: list[str]) -> int:
    """By cachegrind; a fixed hash seed, so that the count repeats to a few in a thousand."""
    done = run([*COUNTING, sys.executable, *arguments], PYTHONHASHSEED="0")
    return read_instructions(done.stderr)


def read_instructions(log: str) -> int:
    """Return the instructions that cachegrind's log names."""
    counts = REFERENCES.search(log)
    if counts is None:
        raise RuntimeError(log[-500:])
    return int(counts[1].replace(",", ""))


def run(command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, **environment}
    return subprocess.run(  # noqa: S603 - our own probe
        command, cwd=ROOT, env=surroundings, check=True, capture_output=True, text=True
    )


def slowest_imports() -> list[dict[str, Any]]:
    """Milliseconds by top-level package for `import app` alone, our own modules one by one."""
    lines = run([sys.executable, "-X", "importtime", "-c", "import app"]).stderr
    own: Counter[str] = Counter()
    for line in IMPORT_LINE.findall(lines):
        own[_owner(line[3])] += int(line[0])
    return [{"package": name, "ms": micro / 1000} for name, micro in own.most_common(12)]


def _owner(module: str) -> str:
    top, _, rest = module.partition(".")
    return f"{top}.{rest.partition('.')[0]}" if top == "chalicelib" and rest else top
