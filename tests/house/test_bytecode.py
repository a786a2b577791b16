"""What ships is compiled: it does and says the same as its source."""

from __future__ import annotations

import ast
from pathlib import Path
from zipfile import ZipFile

from infra.bytecode import EXPLAINED, forget_explanations
from infra.package import ROOT, seal


def test_what_somebody_compiled_before_does_not_ship_beside_it(tmp_path: Path) -> None:
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


def test_what_ships_does_the_same_without_explanations() -> None:
    """Tracebacks name our lines."""
    for path in sorted((ROOT / "chalicelib").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        shipped = forget_explanations(source)
        assert places(shipped) == places(source), path
        assert shipped.count("\n") == source.count("\n"), path


def test_explanations_go_and_a_class_keeps_a_dot() -> None:
    source = '''"""A module."""


def do() -> int:
    """Do it,

    in ü lines.
    """
    return 1


class Seen:
    """What people read."""

    def nothing(self) -> None:
        """Only say so."""
'''
    shipped = forget_explanations(source)
    assert ast.get_docstring(ast.parse(shipped).body[1]) == "."  # type: ignore[arg-type]
    assert shipped.splitlines()[8] == "    return 1"
    assert shipped.splitlines()[15] == "        pass"
    assert shipped.count('"""') == 0


def places(source: str) -> list[tuple[str, int]]:
    """Name every statement with its line, but the docstrings."""
    tree = ast.parse(source)
    explanations = {
        node.body[0]
        for node in ast.walk(tree)
        if isinstance(node, EXPLAINED) and node.body and ast.get_docstring(node) is not None
    }
    return [
        (ast.dump(node), node.lineno)
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and node not in explanations and is_plain(node)
    ]


def is_plain(node: ast.stmt) -> bool:
    """Leave out what holds other statements, and the `pass` of a function that only explains."""
    return not hasattr(node, "body") and not isinstance(node, ast.Pass)
