"""Bytecode that ships: Chalice sends sources only, and compiling them is half of a cold start."""

from __future__ import annotations

import compileall
from pathlib import Path
from py_compile import PycInvalidationMode

TASK_ROOT = "/var/task"
"""Where Lambda unpacks the zip; tracebacks name it."""


def compile_tree(tree: Path, *, legacy: bool = False, optimize: int = 0) -> None:
    """Compile every module; Python never compares it with its source again, as Lambda has no edits.

    Works only where the functions run on the minor version that packages them, which Chalice sees
    to. `legacy` puts the bytecode where a module without its source is looked for.
    """
    compileall.compile_dir(
        tree,
        quiet=2,
        legacy=legacy,
        optimize=optimize,
        stripdir=str(tree),
        prependdir=TASK_ROOT,
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
