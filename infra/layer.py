"""The layer of the report function: Typst, and the fonts that reports are set in.

Both are needed by one function only and weigh more than all the rest, so the zip of the others is
without them. Everything lies below `python/`, the one folder of a layer that is looked for wherever
the functions run: fonts are found by the name of their package (`chalicelib/reports/fonts.py`).
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from chalicelib.reports.fonts import LAYERED
from infra.dependencies import wheels_of_lambda
from infra.zips import files_below, write_zip

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "requirements-reports.txt"
FONTS = ROOT / "templates" / "reports" / "fonts"

NEEDLESS = ("*/*.pyi", "*/py.typed", "*.dist-info/RECORD", "**/__pycache__", "bin")
"""The licences stay: Typst's own, and those of what is built into it."""

_LEVEL = 6
"""Of compression: the last two hundredths would cost ten seconds more."""


def report_layer(out: Path, layer: Path) -> None:
    """Write the layer's zip, unless it is there from the same wheel and the same fonts."""
    noted, digest = out / "layer.digest", _digest()
    if layer.exists() and noted.exists() and noted.read_text() == digest:
        return
    noted.unlink(missing_ok=True)
    tree = out / "layer"
    shutil.rmtree(tree, ignore_errors=True)
    _install(tree)
    seal(tree, layer)
    shutil.rmtree(tree)
    noted.write_text(digest)


def seal(wheel: Path, layer: Path) -> None:
    """Join what the wheel brings and the fonts."""
    fonts = files_below(FONTS).items()
    entries = files_below(wheel) | {f"{LAYERED}/{name}": path for name, path in fonts}
    write_zip(layer, {f"python/{name}": path for name, path in entries.items()}, level=_LEVEL)


def _digest() -> str:
    """Hash what decides what the layer is."""
    known = hashlib.sha256(f"{sys.platform} {wheels_of_lambda()}".encode())
    for path in [Path(__file__), REQUIREMENTS, *sorted(files_below(FONTS).values())]:
        known.update(f"{path.relative_to(ROOT)}\0".encode())
        known.update(hashlib.sha256(path.read_bytes()).digest())
    return known.hexdigest()


def _install(tree: Path) -> None:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    wheels = ["--only-binary=:all:", "--no-deps", "--no-compile", "--target", str(tree)]
    what = ["--requirement", str(REQUIREMENTS)]
    subprocess.run([*pip, *wheels, *wheels_of_lambda(), *what], cwd=ROOT, check=True)
    for pattern in NEEDLESS:
        for path in list(tree.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
