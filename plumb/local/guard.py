"""Runs the local cloud so that it never outlives `plumb`.

Started by the local cloud's own Python, so only the standard library is here. Whatever ends the
parent, kill -9 too, closes our standard input; then we end as on a normal stop, which saves.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading


def _end_with_the_parent() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    """Run ministack in this process."""
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    sys.argv = ["ministack"]
    runpy.run_module("ministack", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
