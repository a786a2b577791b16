"""Bytecode that ships: Chalice sends sources only, and compiling them is half of a cold start."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

TASK_ROOT = "/var/task"
"""Where Lambda unpacks the zip; tracebacks name it."""

_LINES_WITHOUT_COLUMNS = ("-X", "no_debug_ranges")
"""Tracebacks name file and line. Columns would underline a source, and none ships: they are a
quarter of all bytecode."""

_UNCHECKED = ("--invalidation-mode", "unchecked-hash")
"""Python never compares it with its source again, as Lambda has no edits."""


Explained = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
EXPLAINED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
"""The nodes that may begin with a docstring."""


def leave_only_bytecode(folder: Path, root: Path, *, optimize: int) -> None:
    """Compile every module below a folder, and remove the sources: they are a quarter of the zip.

    `root` is what becomes the top of the zip.

    Works only where the functions run on the minor version that packages them, which Chalice sees
    to. Tracebacks still name file and line. `optimize` is the compiler's: 2 leaves out docstrings
    and assertions.
    """
    _compile(folder, root, "-b", "-o", str(optimize))
    for source in folder.rglob("*.py"):
        if source.with_suffix(".pyc").exists():
            source.unlink()


def compile_product(folder: Path, root: Path) -> None:
    """Compile modules of ours below a folder, without their docstrings."""
    for module in folder.rglob("*.py"):
        module.write_text(forget_explanations(module.read_text()))
    leave_only_bytecode(folder, root, optimize=0)


def forget_explanations(source: str) -> str:
    """Leave the docstrings out of a source; every line keeps its number.

    Nothing that ships reads any: the API's description is written before. A class keeps a dot,
    because a data class without a docstring makes one whenever it is imported.
    """
    lines = source.splitlines(keepends=True)
    for node in _statements_in(ast.parse(source)):
        if isinstance(node, EXPLAINED):
            stmt = node.body[0] if node.body and ast.get_docstring(node) is not None else None
            if stmt is not None and stmt.end_lineno is not None:
                instead = _instead_of_explanation(node)
                first, last = stmt.lineno - 1, stmt.end_lineno - 1
                after = lines[last].encode()[stmt.end_col_offset :].decode()
                lines[first] = lines[first].encode()[: stmt.col_offset].decode() + instead
                lines[first] += "\n" * (last - first) + (after or "\n")
                lines[first + 1 : last + 1] = [""] * (last - first)
    return "".join(lines)


def _statements_in(node: ast.AST) -> Iterator[ast.AST]:
    """Return a node and all statements in it, however deep; what they are made of holds none."""
    yield node
    for each in ast.iter_child_nodes(node):
        if isinstance(each, ast.stmt | ast.excepthandler | ast.match_case):
            yield from _statements_in(each)


def _instead_of_explanation(node: Explained) -> str:
    if isinstance(node, ast.ClassDef):
        return '"."'
    return "pass" if len(node.body) == 1 and not isinstance(node, ast.Module) else ""


def compile_beside(source: Path) -> None:
    """Compile one module, and leave its source where it is."""
    _compile(source, source.parent)


def _compile(what: Path, root: Path, *options: str) -> None:
    """Compile a module or a folder in a process of its own, which alone can leave columns out."""
    where = ("-q", "-s", str(root), "-p", TASK_ROOT)
    command = [sys.executable, *_LINES_WITHOUT_COLUMNS, "-m", "compileall"]
    subprocess.run([*command, *where, *_UNCHECKED, *options, str(what)], check=True)
