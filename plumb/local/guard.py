"""Runs the local cloud so that it never outlives `plumb`.

The local cloud's own Python starts it, so only the standard library is here. When the parent ends,
by kill -9 too, our standard input closes; then we end as on a normal stop, which saves.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
from typing import Any


def _end_with_the_parent() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _leave_addresses_encoded() -> None:
    """Hand a REST API's path on as it was sent, as AWS does.

    ministack decodes it before it looks for the route, so that `%2F` in an identifier is a slash.
    """
    from ministack import app  # type: ignore[import-not-found,unused-ignore]

    answer = app._handle_execute_api_request  # noqa: SLF001 - the only place where both are known

    async def answer_encoded(host: str, path: str, *rest: Any, **known: Any) -> Any:
        return await answer(host, known.get("raw_path") or path, *rest, **known)

    app._handle_execute_api_request = answer_encoded  # noqa: SLF001


def main() -> None:
    """Run ministack in this process."""
    _leave_addresses_encoded()
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    sys.argv = ["ministack"]
    runpy.run_module("ministack", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
