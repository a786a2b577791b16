"""One door for time, one for the environment; a lean way in."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [ROOT / "app.py", *sorted((ROOT / "chalicelib").rglob("*.py"))]

DOORS = {
    # call or attribute that only one module may use: that module
    "datetime.now": "clock.py",
    "datetime.utcnow": "nobody",
    "datetime.today": "nobody",
    "date.today": "nobody",
    "time.time": "nobody",
    "os.environ": "settings.py",
    "os.getenv": "settings.py",
}
LATE = (
    "boto3",
    "botocore",
    "jinja2",
    "typst",
    "cryptography",
    "jwt",
    "sqlite3",
    "aws_lambda_powertools",
)
"""What a refused or simple request must not wait for."""


def attributes(path: Path) -> Iterator[str]:
    """Every `a.b` in a source, as text."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"


@pytest.mark.parametrize("used", DOORS)
def test_there_is_one_door(used: str) -> None:
    inside = [path.name for path in SOURCES if used in set(attributes(path))]
    assert set(inside) <= {DOORS[used]}


def test_importing_the_app_loads_nothing_slow() -> None:
    program = "import app, json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert not loaded & set(LATE)


def test_importing_the_app_needs_no_environment() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import app"],
        cwd=ROOT,
        env={"PATH": "/usr/bin", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
