"""Packages the product: one template, one zip for all functions, and layers for some of them.

Chalice derives functions, roles and the API from `app.py`, and merges `infra/resources.yaml` into
them. The rest is done here. Dependencies come from the lock, without what Lambda never reads.
Bytecode is shipped, which halves the cold start. The same sources always give the same bytes, so
a deployment shows only real changes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import yaml

from chalicelib.rendering import COMPILED, screen_environment
from chalicelib.wiring.domains import INDEX, ROOMS, find_wiring
from infra.bytecode import compile_beside, compile_product
from infra.dependencies import dependencies
from infra.gateway import ANSWERS_OF_THE_GATEWAY, answer_refusals, declare_rests
from infra.layer import FONTS, LAYERS
from infra.preflight import answer_preflights
from infra.zips import files_below, write_zip

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "dist"
LARGEST = 11_700_000
"""Bytes of the zip: larger ones start too slowly. Heavy things go into a layer.

That is what release 0.3.0 had. Bytecode without columns, and dependencies without what nobody
reads, made room for the console.
"""

LARGEST_UNPACKED = 250 * 1024 * 1024
"""Bytes of a function's zip and layers together, which Lambda sets."""

SHIPPED = ("app.py", "chalicelib", "templates", ".chalice/config.json")
ALSO_DECIDING = (
    "infra",
    "openapi",
    "docs/catalog.py",
    ".chalice",
    "requirements.txt",
    *(layer.requirements for layer in LAYERS),
    "requirements.lock",
)
LAYERED = (FONTS.name, *(name for layer in LAYERS for name in layer.ours))
"""The contents of a layer."""
NOT_SHIPPED = shutil.ignore_patterns(
    "__pycache__", "*.pyc", "deployments", "deployed", ".*_cache", "description", *LAYERED
)

SCREENS = "vendor/templates/console"
"""Their sources, which ship compiled; what a browser asks for lies beside them, in `static`."""


class NotPackaged(Exception):
    """The product cannot be packaged; the message says why."""


class PackageTooLarge(NotPackaged):
    """The zip is over the bar."""


@dataclass(frozen=True)
class LambdaPackage:
    """The files that a deployment needs."""

    template: Path
    zip: Path
    layers: Mapping[str, Path]
    """The layers of some functions, by their names in the template."""
    digest: str
    """Of everything that went in: equal digests are equal packages."""


def package(
    out: Path = OUT, *, template_only: bool = False, tell: Callable[[str], None] = lambda _: None
) -> LambdaPackage:
    """Package into `out`; does nothing when nothing changed since the last time."""
    digest = digest_of_sources()
    layers = {layer.resource: out / layer.zip for layer in LAYERS}
    made = LambdaPackage(out / "template.json", out / "deployment.zip", layers, digest)
    if _is_current(made, template_only=template_only):
        return made
    tell("Packaging with Chalice ...")
    out.mkdir(parents=True, exist_ok=True)
    stage = _copy_project(out / "stage")
    if not template_only:  # which does not depend on what is in the zip
        _describe(stage / "chalicelib" / "description")
        compile_screens(stage / "chalicelib" / COMPILED.name)
        index_services(stage / INDEX.relative_to(ROOT))
    _run_chalice(stage, out / "chalice")
    _write_template(out / "chalice" / "sam.yaml", made.template)
    if not template_only:
        seal(out / "chalice" / "deployment.zip", dependencies(out), made.zip)
        for layer in LAYERS:
            check_unpacked(made.zip, layer.make(out))  # no function has two
        (out / "digest").write_text(digest)
    return made


def index_services(to: Path) -> None:
    """Write the room of each service; it is the first that has the name, as at run time."""
    found = {
        name: room
        for room in reversed(ROOMS)
        for name in dir(find_wiring(room))
        if not name.startswith("_")
    }
    to.write_text(json.dumps(found))


def digest_of_sources() -> str:
    """Hash everything that decides what the package is, and the Python that makes it."""
    known = hashlib.sha256(f"{sys.version_info[:2]} {sys.platform}".encode())
    for path in _files([ROOT / name for name in (*SHIPPED, *ALSO_DECIDING)]):
        known.update(f"{path.relative_to(ROOT)}\0".encode())
        known.update(hashlib.sha256(path.read_bytes()).digest())
    return known.hexdigest()


def _files(roots: list[Path]) -> list[Path]:
    found = set()
    for root in roots:
        found |= {root} if root.is_file() else {path for path in root.rglob("*") if path.is_file()}
    unwanted = {"__pycache__", "deployments", "deployed", "description"}
    unwanted |= {".mypy_cache", ".ruff_cache"}
    return sorted(path for path in found if not unwanted & set(path.parts))


def _is_current(made: LambdaPackage, *, template_only: bool) -> bool:
    parts = (made.template, made.zip, *made.layers.values())
    if template_only or not all(part.exists() for part in parts):
        return False
    noted = made.zip.with_name("digest")
    return noted.exists() and noted.read_text() == made.digest


def _copy_project(stage: Path) -> Path:
    """Copy the project for Chalice: clean, and without requirements of its own."""
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    shutil.copy(ROOT / "app.py", stage)
    for name in ("chalicelib", "vendor", ".chalice"):
        shutil.copytree(ROOT / name, stage / name, ignore=NOT_SHIPPED)
    for source in (stage / SCREENS).rglob("*.html"):
        source.unlink()
    (stage / "requirements.txt").write_text("")
    return stage


def _describe(folder: Path) -> None:
    """Write what the stack says of its API, in a process of its own: it loads every domain."""
    done = subprocess.run(
        [sys.executable, "-m", "openapi", str(folder)],
        cwd=ROOT,
        text=True,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        message = f"the API could not be described:\n{done.stderr}"
        raise NotPackaged(message)


def compile_screens(folder: Path) -> None:
    """Write the console's templates as Python, which the zip then holds as bytecode."""
    screen_environment().compile_templates(
        str(folder),
        zip=None,
        filter_func=lambda name: name.startswith("console/") and name.endswith(".html"),
    )


def _run_chalice(stage: Path, out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    chalice = [str(Path(sys.executable).with_name("chalice")), "--project-dir", str(stage)]
    options = ["--stage", "district", "--template-format", "yaml"]
    merged = ["--merge-template", str(ROOT / "infra" / "resources.yaml")]
    # what it compiles to look at the app would be packaged beside the sources
    environment = {"AWS_DEFAULT_REGION": "us-east-1", **os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*chalice, "package", *options, *merged, str(out)],
        env=environment,
        text=True,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        message = f"chalice package failed:\n{done.stdout}{done.stderr}"
        raise NotPackaged(message)


def _write_template(sam: Path, template: Path) -> None:
    """Turn Chalice's YAML into JSON: CloudFormation knows no YAML anchors."""
    merged = yaml.safe_load(sam.read_text())
    strangers = [name for name, resource in merged["Resources"].items() if "Type" not in resource]
    if strangers:
        message = f"infra/resources.yaml speaks of functions that app.py lacks: {strangers}"
        raise NotPackaged(message)
    api = merged["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]
    declare_rests(api["paths"])
    answer_preflights(api["paths"])
    answer_refusals(api[ANSWERS_OF_THE_GATEWAY])
    template.write_text(json.dumps(merged, indent=1, sort_keys=True))


def seal(from_chalice: Path, dependencies: Path, sealed: Path) -> None:
    """Join dependencies and Chalice's zip, compile ours, and write it in a fixed order and time."""
    tree = sealed.with_name("tree")
    shutil.rmtree(tree, ignore_errors=True)
    with ZipFile(from_chalice) as chalices:
        chalices.extractall(
            tree, [name for name in chalices.namelist() if "__pycache__" not in Path(name).parts]
        )
    for folder in filter(Path.is_dir, tree.iterdir()):
        compile_product(folder, tree)
    compile_beside(tree / "app.py")
    entries = {
        name: path for top in (dependencies, tree) for name, path in files_below(top).items()
    }
    write_zip(sealed, entries)
    if sealed.stat().st_size > LARGEST:
        message = f"{sealed} has {sealed.stat().st_size:,} bytes; the bar is {LARGEST:,}."
        raise PackageTooLarge(message)


def check_unpacked(*zips: Path, limit: int = LARGEST_UNPACKED) -> None:
    """Refuse a zip and a layer that a function cannot unpack together. Raises `PackageTooLarge`."""
    size = 0
    for each in zips:
        with ZipFile(each) as zipped:
            size += sum(entry.file_size for entry in zipped.infolist())
    if size > limit:
        message = f"Zip and layer unpack to {size:,} bytes; Lambda takes {limit:,}."
        raise PackageTooLarge(message)


def main() -> None:
    """Package from the command line; print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--template-only", action="store_true", help="for linting; makes no zip")
    asked = parser.parse_args()
    made = package(template_only=asked.template_only)
    size = "" if asked.template_only else f"{made.zip.stat().st_size:,} bytes (bar {LARGEST:,})"
    sys.stdout.write(f"{made.template}\n{made.zip if size else ''} {size}\n")
    if size:
        for layer in made.layers.values():
            sys.stdout.write(f"{layer} {layer.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
