"""The layers: what some functions need and the zip of all of them could not hold.

Reports are set by Typst in fonts of their own, which weigh more than all the rest; workbooks are
read and written by libraries that other requests never load. Everything lies below `python/`, the
one folder of a layer that is looked for wherever the functions run: fonts are found by the name of
their package (`chalicelib/reports/fonts.py`).
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chalicelib.reports.fonts import LAYERED
from infra.bytecode import compile_product, leave_only_bytecode
from infra.dependencies import wheels_of_lambda
from infra.zips import files_below, write_zip

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = ROOT / "chalicelib"
FONTS = ROOT / "templates" / "reports" / "fonts"

NEEDLESS = ("*/*.pyi", "*/py.typed", "*.dist-info/RECORD", "**/__pycache__", "bin")
"""The licenses stay: each library's own, and those of what is built into it."""

_CACHES = shutil.ignore_patterns("__pycache__", "*.pyc")

_LEVEL = 6
"""Of compression: the last two hundredths would cost ten seconds more."""


@dataclass(frozen=True)
class Layer:
    """One layer: what it is called in `infra/resources.yaml`, and what is in it."""

    resource: str
    zip: str
    """The name of its file, as the template has it."""
    requirements: str
    """The pinned libraries, none of which brings any other."""
    more: Mapping[str, Path] = field(default_factory=dict)
    """Folders beside them, by their names below `python/`."""
    ours: tuple[str, ...] = ()
    """Folders of `chalicelib` that only make sense beside these libraries, and travel with them."""
    compiled: bool = False
    """Whether it ships as bytecode: a layer cannot keep any, so each cold start would compile."""

    def make(self, out: Path) -> Path:
        """Write the zip, unless it is there from the same parts; return where it is."""
        made, noted = out / self.zip, (out / self.zip).with_suffix(".digest")
        digest = self._digest()
        if made.exists() and noted.exists() and noted.read_text() == digest:
            return made
        noted.unlink(missing_ok=True)
        tree = out / "layer"
        shutil.rmtree(tree, ignore_errors=True)
        _install(tree, ROOT / self.requirements)
        if self.compiled:
            leave_only_bytecode(tree, tree, optimize=2)
        for name in self.ours:
            shutil.copytree(PRODUCT / name, tree / PRODUCT.name / name, ignore=_CACHES)
            compile_product(tree / PRODUCT.name / name, tree)
        self.seal(tree, made)
        shutil.rmtree(tree)
        noted.write_text(digest)
        return made

    def seal(self, libraries: Path, made: Path) -> None:
        """Join what the libraries bring and the folders beside them."""
        entries = files_below(libraries) | dict(self._files_beside())
        write_zip(made, {f"python/{name}": path for name, path in entries.items()}, level=_LEVEL)

    def _files_beside(self) -> Iterator[tuple[str, Path]]:
        for folder, top in self.more.items():
            for name, path in files_below(top).items():
                yield f"{folder}/{name}", path

    def _digest(self) -> str:
        """Hash what decides what the layer is."""
        known = hashlib.sha256(f"{sys.platform} {wheels_of_lambda()} {self.compiled}".encode())
        beside = sorted(path for _, path in self._files_beside())
        ours = [path for name in self.ours for path in sorted((PRODUCT / name).rglob("*.py"))]
        for path in [Path(__file__), ROOT / self.requirements, *beside, *ours]:
            known.update(f"{path.relative_to(ROOT)}\0".encode())
            known.update(hashlib.sha256(path.read_bytes()).digest())
        return known.hexdigest()


REPORTS = Layer("ReportLayer", "layer.zip", "requirements-reports.txt", {LAYERED: FONTS})
WORKBOOKS = Layer(
    "WorkbookLayer",
    "workbooks.zip",
    "requirements-workbooks.txt",
    ours=("workbooks",),
    compiled=True,
)
LAYERS = (REPORTS, WORKBOOKS)


def _install(tree: Path, requirements: Path) -> None:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    wheels = ["--only-binary=:all:", "--no-deps", "--no-compile", "--target", str(tree)]
    what = ["--requirement", str(requirements)]
    subprocess.run([*pip, *wheels, *wheels_of_lambda(), *what], cwd=ROOT, check=True)
    for pattern in NEEDLESS:
        for path in list(tree.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
