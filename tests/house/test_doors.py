"""One door for time, one for the environment; a lean way in."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.house.sources import ROOT, nodes, product

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
    "segno",
    "typst",
    "openpyxl",
    "xlsxwriter",
    "cryptography",
    "jwt",
    "sqlite3",
    "aws_lambda_powertools",
)
"""Modules that a refused or simple request must not wait for."""


@cache
def attributes(path: Path) -> frozenset[str]:
    """Every `a.b` in a source, as text."""
    return frozenset(
        f"{node.value.id}.{node.attr}"
        for node in nodes(path, ast.Attribute)
        if isinstance(node.value, ast.Name)
    )


@pytest.mark.parametrize("used", DOORS)
def test_there_is_one_door(used: str) -> None:
    inside = [path.name for path in (ROOT / "app.py", *product()) if used in attributes(path)]
    assert set(inside) <= {DOORS[used]}


def test_importing_the_app_loads_nothing_slow() -> None:
    program = "import app, json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert not loaded & set(LATE)


MODULES_OF_A_FIRST_ANSWER = 61
"""Of ours, for a route that reads one thing: each costs every cold start of the API."""


def test_a_first_answer_of_the_api_loads_few_modules_and_no_screen() -> None:
    """The process is new, and asks for the district."""
    program = (
        "from bench.environment import set_environment; set_environment()\n"
        "import app, json, sys\n"
        "from bench.cold_probe import first_request_of_ours\n"
        "first_request_of_ours(app.app)\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = json.loads(done.stdout)
    ours = [name for name in loaded if name.partition(".")[0] == "chalicelib"]
    assert "chalicelib.districts.routes" in ours
    assert not [name for name in ours if name.startswith("chalicelib.console")]
    assert not {name.partition(".")[0] for name in loaded} & (set(LATE) - {"botocore"})
    assert len(ours) <= MODULES_OF_A_FIRST_ANSWER, ours


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
