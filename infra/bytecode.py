"""Bytecode that ships: Chalice sends sources only, and compiling them is half of a cold start."""

from __future__ import annotations

import compileall
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import Any

TASK_ROOT = "/var/task"
"""Where Lambda unpacks the zip; tracebacks name it."""

_UNCHECKED: dict[str, Any] = {
    "quiet": 2,
    "prependdir": TASK_ROOT,
    "invalidation_mode": PycInvalidationMode.UNCHECKED_HASH,
}
"""Python never compares it with its source again, as Lambda has no edits."""


def leave_only_bytecode(folder: Path, root: Path, *, docstrings: bool) -> None:
    """Compile every module below a folder, and remove the sources: a quarter of the zip otherwise.

    `root` is what becomes the top of the zip.

    Works only where the functions run on the minor version that packages them, which Chalice sees
    to. Tracebacks still name file and line. The API's own documentation is made of our docstrings.
    """
    compileall.compile_dir(
        folder, legacy=True, optimize=0 if docstrings else 2, stripdir=str(root), **_UNCHECKED
    )
    for source in folder.rglob("*.py"):
        if source.with_suffix(".pyc").exists():
            source.unlink()


def compile_beside(source: Path) -> None:
    """Compile one module, and leave its source where it is."""
    compileall.compile_file(source, stripdir=str(source.parent), **_UNCHECKED)
