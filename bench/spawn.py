"""A worker in a fresh process, against a cloud that this process answers for."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.wire import Server
from simulator.client import CostLedger

ROOT = Path(__file__).resolve().parents[1]


def worker(
    server: Server,
    module: str,
    what: str,
    *arguments: object,
    tree: Path = ROOT,
    tool: Sequence[str] = (),
    **environment: str,
) -> tuple[Any, CostLedger]:
    """Run `python -m module what DESCRIPTOR arguments...` to its end while serving it.

    Gives what it printed last, as JSON, and what it cost since its last reset. `tool` runs it.
    The product is the one in `tree`.
    """
    ours, theirs = socket.socketpair()
    words = [what, str(theirs.fileno()), *map(str, arguments)]
    # a file, not a pipe: nobody reads while serving, and the audit log alone would fill a pipe
    with tempfile.TemporaryFile("w+") as printed:
        with subprocess.Popen(  # noqa: S603 - our own worker
            [*tool, sys.executable, "-m", module, *words],
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            pass_fds=[theirs.fileno()],
            stdout=printed,
        ) as process:
            theirs.close()
            server.serve(ours)
        if process.returncode:
            raise SystemExit(process.returncode)
        printed.seek(0)
        return json.loads(printed.read().splitlines()[-1]), server.reset()
