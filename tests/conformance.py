"""`make conformance`: storage, API and event tests again, on clouds that are not our own.

The simulator is ours, and moto differs from DynamoDB where it matters to us (transactions,
conditions, limits). So what passes there must pass on engines of other makers too: moto's and
ministack's always, and dynoxide's when the `dynoxide` command is installed (npm,
`@dynoxide/linux-x64`).
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plumb.local.cloud import LocalCloud
from plumb.local.places import HOST, ROOT, LocalPlaces

ESCAPES = "counts a transaction's 4 MB over escaped JSON, where an accent takes six bytes"
SUITES = ("tests/storage", "tests/api", "tests/events")
BESIDES = {"moto": ("tests/upgrade", "tests/house/test_access_patterns.py")}
"""The suites that run on one more engine."""


@contextmanager
def moto(_: Path) -> Iterator[str]:
    """Return moto, which needs no server."""
    yield "moto"


@contextmanager
def ministack(folder: Path) -> Iterator[str]:
    """Run the local cloud's table engine; return its address."""
    cloud = LocalCloud(LocalPlaces(folder))
    cloud.start()
    try:
        yield cloud.url
    finally:
        cloud.stop()


@contextmanager
def dynoxide(folder: Path) -> Iterator[str]:
    """Run DynamoDB on SQLite; return its address."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    command = ["dynoxide", "serve", "--port", str(port), "--db-path", str(folder / "tables.db")]
    engine = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"http://{HOST}:{port}"
    finally:
        engine.terminate()
        engine.wait()


DIFFERENT = {
    "ministack": {
        "tests/storage/test_standards.py::test_a_set_larger_than_an_item_is_kept_in_parts": ESCAPES,
        "tests/storage/test_standards.py::test_when_a_set_shrinks_its_spare_parts_go": ESCAPES,
    },
}
"""Tests that fail on an engine and not on DynamoDB: left out, with the reason."""

ENGINES = {"moto": moto, "ministack": ministack, "dynoxide": dynoxide}


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)


def run(name: str) -> int:
    """Run the suites on one engine; return pytest's exit code."""
    with tempfile.TemporaryDirectory() as folder, ENGINES[name](Path(folder)) as url:
        different = DIFFERENT.get(name, {})
        told = [f"left out: {test} ({name} {why})" for test, why in different.items()]
        sys.stdout.write("\n".join([f"--- {name} ---", *told, ""]))
        sys.stdout.flush()
        options = ["--force-enable-socket", f"--allow-hosts={HOST}", "--quiet"]
        options += [f"--deselect={test}" for test in different]
        pytest = [sys.executable, "-m", "pytest", *options, *SUITES, *BESIDES.get(name, ())]
        environment = {**os.environ, "PLUMBLINE_ENGINE": url}
        done = subprocess.run(pytest, cwd=ROOT, env=environment, check=False)
        return done.returncode


def main() -> None:
    """Run on every engine there is; end with 1 when one of them disagrees."""
    here = ["moto", "ministack", *(["dynoxide"] if shutil.which("dynoxide") else [])]
    ended = {name: run(name) for name in here}
    sys.exit(any(ended.values()))


if __name__ == "__main__":
    main()
