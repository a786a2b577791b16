"""Strangers' tools on the OpenAPI document: `python -m clients write`, `python -m clients check`.

`write` makes what stands in `typescript/` and `python/`. `check` lints the document, has every
generator make a client without a warning, compares with what stands here, and compiles strictly.
"""

from __future__ import annotations

import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
BIN = ROOT / ".venv-clients" / "bin"
NODE = HERE / "node_modules" / ".bin"
TYPESCRIPT, PYTHON = Path("typescript/src"), Path("python/plumbline_client")
TYPES = HERE / "examples" / "openapi.ts"
"""The output of openapi-typescript, for the example; every reader makes their own."""


class Wrong(Exception):
    """The findings of another program's check."""


def main(arguments: list[str]) -> int:
    """Write or check; return 1 when something is wrong."""
    command = {"write": write, "check": check}.get(arguments[0] if arguments else "")
    if command is None:
        print("python -m clients write | check", file=sys.stderr)
        return 2
    try:
        command()
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 1
    return 0


def write() -> None:
    """Make both clients of the document as it is."""
    with _made() as made:
        for part in (TYPESCRIPT, PYTHON):
            shutil.rmtree(HERE / part, ignore_errors=True)
            shutil.copytree(made / part, HERE / part)


def check() -> None:
    """Hold the document, the generators and what stands here against each other."""
    with _made() as made:
        _lint(made)
        _find_every_operation(made)
        _compare(made)
    _compile_typescript()
    _compile_python()


class _made(tempfile.TemporaryDirectory[str]):  # noqa: N801 - a function with an end
    """A folder with the document and what every generator makes of it."""

    def __enter__(self) -> Path:  # type: ignore[override] # a path of it
        folder = Path(super().__enter__())
        document = folder / "openapi.json"
        document.write_text(json.dumps(_document(), ensure_ascii=False), encoding="utf-8")
        _generate_typescript(document, folder / TYPESCRIPT)
        _generate_python(document, folder / PYTHON)
        return folder


def _document() -> Mapping[str, object]:
    from openapi.files import build_document

    return build_document()


def _lint(made: Path) -> None:
    config = f"--config={HERE / 'redocly.yaml'}"
    _run("redocly", NODE / "redocly", "lint", made / "openapi.json", config, "--format=stylish")


def _generate_typescript(document: Path, folder: Path) -> None:
    tool = "@hey-api/openapi-ts"
    config = HERE / "openapi-ts.config.js"
    _run(tool, NODE / "openapi-ts", "--input", document, "--output", folder, "--file", config)
    tool = "openapi-typescript"
    # alone, it takes what has a default for required, also in requests
    options = ("--output", TYPES, "--default-non-nullable=false")
    _run(tool, NODE / "openapi-typescript", document, *options)


def _generate_python(document: Path, folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    _run(
        "openapi-python-client",
        BIN / "openapi-python-client",
        "generate",
        f"--path={document}",
        f"--output-path={folder}",
        f"--config={HERE / 'openapi-python-client.yaml'}",
        "--meta=none",
        "--fail-on-warning",
    )
    (folder / "py.typed").touch()


def _find_every_operation(made: Path) -> None:
    """A generator may leave out what it does not understand."""
    document = json.loads((made / "openapi.json").read_text(encoding="utf-8"))
    names = {each["operationId"] for path in document["paths"].values() for each in path.values()}
    modules = {each.stem for each in (made / PYTHON / "api").glob("*/*.py")} - {"__init__"}
    sdk = (made / TYPESCRIPT / "sdk.gen.ts").read_text(encoding="utf-8")
    functions = set(re.findall(r"^export const (\w+)", sdk, re.MULTILINE))
    camel = {re.sub(r"_(\w)", lambda letter: letter[1].upper(), name) for name in names}
    if modules != names or functions != camel:
        left_out = sorted((names ^ modules) | (camel ^ functions))
        raise Wrong(f"Not in every client, or in one only: {', '.join(left_out)}")


def _compare(made: Path) -> None:
    differing = [name for part in (TYPESCRIPT, PYTHON) for name in _differences(made, part)]
    if differing:
        shown = "\n".join(f"  clients/{name}" for name in differing[:20])
        raise Wrong(f"clients/ is not what the routes make now. Run `make client-code`.\n{shown}")


def _differences(made: Path, part: Path) -> Iterator[Path]:
    """Return every file that is here, or there, or another."""
    both = {
        each.relative_to(root)
        for root in (made, HERE)
        for each in (root / part).rglob("*")
        if each.is_file() and "__pycache__" not in each.parts
    }
    _, changed, missing = filecmp.cmpfiles(made, HERE, sorted(map(str, both)), shallow=False)
    yield from map(Path, sorted([*changed, *missing]))


def _compile_typescript() -> None:
    shutil.rmtree(HERE / "build", ignore_errors=True)
    _run("tsc", NODE / "tsc", "--project", HERE)


def _compile_python() -> None:
    _run(
        "mypy",
        sys.executable,
        "-m",
        "mypy",
        "--config-file=",
        "--strict",
        "--explicit-package-bases",
        f"--python-executable={BIN / 'python'}",
        f"--cache-dir={ROOT / '.mypy_cache' / 'clients'}",
        PYTHON,
        "../docs/examples/sign_in.py",
        "examples/with_python.py",
        MYPYPATH=f"python{os.pathsep}../docs/examples",
    )


def _run(tool: str, *command: str | Path, **variables: str) -> None:
    """Run a stranger's tool. Raises `Wrong` when it fails, or warns of anything."""
    ended = subprocess.run(
        [str(each) for each in command],
        cwd=HERE,
        env={
            **os.environ,
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "NO_COLOR": "1",
            "CI": "1",
            "REDOCLY_TELEMETRY": "off",
            "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true",
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    said = f"{ended.stdout}{ended.stderr}".strip()
    if ended.returncode or re.search(r"warning|⚠|✘", said, re.IGNORECASE):
        raise Wrong(f"{tool} is not content:\n{said}")
    print(f"{tool}: no warning", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
