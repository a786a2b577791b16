"""Small rooms: a module or function that grows past these wants to be two."""

from __future__ import annotations

import ast
import itertools
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.house.sources import ROOT, collector_paused, read

FOLDERS = (
    "chalicelib",
    "openapi",
    "plumb",
    "infra",
    "bench",
    "docs",
    "findings",
    "simulator",
    "tests",
)
LONGEST_MODULE = 350
LONGEST_TEST_MODULE = 800
"""Lines that are neither blank nor the text below a field: that is the API's documentation."""
LONGEST_FUNCTION = 60
UNNAMED = {"utils", "helpers", "common", "base", "core", "manager", "misc"}


@cache
def sources() -> list[Path]:
    return [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]


class MeasuredCode(NamedTuple):
    """The parts of a module that are counted."""

    functions: dict[str, int]
    """The lines of each function by its place: names come twice, as `of` or `__init__`."""
    filled: int
    """Lines that are neither blank nor a text below a field."""


@cache
def measure_file(path: Path) -> MeasuredCode:
    return measure(read(path))


def measure(source: str) -> MeasuredCode:
    with collector_paused():
        found = list(statements(ast.parse(source)))
    functions = [f for f in found if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef)]
    filled = sum(1 for line in source.splitlines() if line.strip())
    return MeasuredCode(
        {f"{f.lineno} {f.name}": (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions},
        filled - explaining(found),
    )


def statements(node: ast.AST) -> Iterator[ast.stmt]:
    """Return every statement below a node, without visiting its expressions: most of a tree."""
    for field in ("body", "orelse", "finalbody", "handlers", "cases"):
        below = getattr(node, field, ())
        for each in below if isinstance(below, list) else ():
            if isinstance(each, ast.stmt):
                yield each
            yield from statements(each)


def explaining(found: list[ast.stmt]) -> int:
    """Count the lines of texts that stand below the fields of classes."""
    return sum(
        (below.end_lineno or below.lineno) - below.lineno + 1
        for node in found
        if isinstance(node, ast.ClassDef)
        for field, below in itertools.pairwise(node.body)
        if isinstance(field, ast.AnnAssign | ast.Assign)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
    )


@pytest.mark.parametrize("folder", FOLDERS)
def test_modules_stay_small(folder: str) -> None:
    most = LONGEST_TEST_MODULE if folder == "tests" else LONGEST_MODULE
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sources()
        if path.is_relative_to(ROOT / folder) and (lines := measure_file(path).filled) > most
    }
    assert not long


def test_functions_stay_small() -> None:
    long = {
        f"{path.relative_to(ROOT)}:{name}": lines
        for path in sources()
        for name, lines in measure_file(path).functions.items()
        if lines > LONGEST_FUNCTION
    }
    assert not long


def test_every_function_is_measured_also_where_names_come_twice() -> None:
    twice = "class A:\n    def of(self):\n        one()\n        two()\n"
    twice += "class B:\n    def of(self):\n        pass\n"
    assert measure(twice).functions == {"2 of": 3, "6 of": 2}


def test_half_of_the_functions_have_six_lines_or_fewer() -> None:
    shipped = [path for path in sources() if path.is_relative_to(ROOT / "chalicelib")]
    lengths = [n for path in shipped for n in measure_file(path).functions.values()]
    assert statistics.median(lengths) <= 6


def test_modules_are_named_after_what_they_are_about() -> None:
    assert not [path for path in sources() if path.stem in UNNAMED]
