"""The compiled code that ships does and says the same as its source."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from infra.bytecode import EXPLAINED, forget_explanations
from infra.package import seal
from tests.house.sources import collector_paused, parse, product, read


def test_earlier_bytecode_does_not_ship_beside_a_module(tmp_path: Path) -> None:
    """It was there on every machine that writes bytecode: a megabyte of it."""
    (tmp_path / "dependencies").mkdir()
    chalices = tmp_path / "chalice.zip"
    with ZipFile(chalices, "w") as zipped:
        zipped.writestr("app.py", "")
        zipped.writestr("chalicelib/clock.py", "NOON = 12\n")
        zipped.writestr("chalicelib/__pycache__/clock.cpython-311.pyc", b"old")
        zipped.writestr("__pycache__/app.cpython-311.pyc", b"old")
    sealed = tmp_path / "sealed.zip"
    seal(chalices, tmp_path / "dependencies", sealed)
    names = set(ZipFile(sealed).namelist())
    assert {"app.py", "chalicelib/clock.pyc"} <= names
    assert {name for name in names if "clock" in name} == {"chalicelib/clock.pyc"}


def test_shipped_code_does_the_same_without_explanations() -> None:
    """Tracebacks name our lines."""
    for path in product():
        source = read(path)
        with collector_paused():
            shipped = forget_explanations(source)
            tree = ast.parse(shipped)
        assert is_same(tree, parse(path)), path
        assert shipped.count("\n") == source.count("\n"), path


def test_nothing_else_than_explanations_may_differ() -> None:
    source = 'def do():\n    """Do."""\n    run(1)\n'
    for shipped in (
        "def do():\n    run(1)\n    pass\n",
        "def do():\n    \n    run(2)\n",
        "def do():\n    \n    run(1, 1)\n",
        "def do():\n    \n    run('1')\n",
        "def do():\n    \n    run(1).x\n",
    ):
        assert not is_same(ast.parse(shipped), ast.parse(source)), shipped
    assert is_same(ast.parse("def do():\n    \n    run(1)\n"), ast.parse(source))


def test_explanations_go_and_a_class_keeps_a_dot() -> None:
    source = '''"""A module."""


def do() -> int:
    """Do it,

    in ü lines.
    """
    return 1


class Seen:
    """A text for people."""

    def nothing(self) -> None:
        """Only say so."""
'''
    shipped = forget_explanations(source)
    assert ast.get_docstring(ast.parse(shipped).body[1]) == "."  # type: ignore[arg-type]
    assert shipped.splitlines()[8] == "    return 1"
    assert shipped.splitlines()[15] == "        pass"
    assert shipped.count('"""') == 0


def is_same(one: Any, other: Any) -> bool:
    """Compare two trees by everything that stands in them, and statements by their lines."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if not isinstance(one, ast.AST):
        return bool(one == other)
    if isinstance(one, ast.stmt) and one.lineno != other.lineno:
        return False
    fields: tuple[str, ...] = one._fields
    if isinstance(one, EXPLAINED):
        if not is_same(_strip_docstring(one), _strip_docstring(other)):
            return False
        fields = tuple(each for each in fields if each != "body")
    return all(is_same(getattr(one, each, None), getattr(other, each, None)) for each in fields)


def _strip_docstring(node: Any) -> list[ast.stmt]:
    """Return what stands in a node but its docstring, or the `pass` in its place."""
    body: list[ast.stmt] = node.body
    is_nothing = len(body) == 1 and isinstance(body[0], ast.Pass)
    is_explained = bool(body) and ast.get_docstring(node, clean=False) is not None
    return body[1:] if is_nothing or is_explained else body
