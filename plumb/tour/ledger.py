"""The finished steps of the demonstration: an interrupted one goes on, a finished one stays."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any


class TourLedger:
    """Steps and what came of them, in a file that is written after each."""

    def __init__(self, path: Path) -> None:
        """Read the file, if there is one."""
        self._path = path
        self._writing = threading.Lock()
        self._steps: dict[str, Any] = json.loads(path.read_text()) if path.exists() else {}
        self._steps.setdefault("ledger", str(uuid.uuid4()))

    def once(self, step: str, do: Callable[[str], Any]) -> Any:
        """Return what came of a step; do it if it was not done yet.

        `do` gets the step's idempotency key: if we die between the act and the note, the same key
        asks again, and nothing is made twice.
        """
        if step not in self._steps:
            came = do(f"{self._steps['ledger']}-{step}")
            with self._writing:  # several people's steps are done at once
                self._steps[step] = came
                self._save()
        return self._steps[step]

    def done(self, step: str) -> bool:
        """Whether a step was done."""
        return step in self._steps

    def __getitem__(self, step: str) -> Any:
        """Return what came of a step that was done."""
        return self._steps[step]

    def _save(self) -> None:
        unfinished = self._path.with_suffix(".part")
        unfinished.write_text(json.dumps(self._steps, indent=1))
        unfinished.replace(self._path)
