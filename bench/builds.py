"""The sources of a build: ours, or those of an earlier commit, to run beside it."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

from bench.spawn import ROOT


def put_sources(tree: Path, revision: str) -> bool:
    """Put them in a folder; tell whether git has that build."""
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
