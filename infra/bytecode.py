"""Bytecode that ships: Chalice sends sources only, and compiling them is half of a cold start."""

from __future__ import annotations

import ast
import compileall
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import Any

TASK_ROOT = "/var/task"
"""Where Lambda unpacks the zip; tracebacks name it."""

_UNCHECKED: dict[str, Any] = {
    "quiet": 2,
    "prependdir": TASK_ROOT,
    "invalidation_mode": PycInvalidationMode.UNCHECKED_HASH,
}
"""Python never compares it with its source again, as Lambda has no edits."""


Explained = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
EXPLAINED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
"""What may begin with a docstring."""


def leave_only_bytecode(folder: Path, root: Path, *, optimize: int) -> None:
    """Compile every module below a folder, and remove the sources: a quarter of the zip otherwise.

    `root` is what becomes the top of the zip.

    Works only where the functions run on the minor version that packages them, which Chalice sees
    to. Tracebacks still name file and line. `optimize` is the compiler's: 2 leaves out docstrings
    and assertions.
    """
    compileall.compile_dir(folder, legacy=True, optimize=optimize, stripdir=str(root), **_UNCHECKED)
    for source in folder.rglob("*.py"):
        if source.with_suffix(".pyc").exists():
            source.unlink()


def forget_explanations(source: str) -> str:
    """Leave the docstrings out of a source; every line keeps its number.

    Nothing that ships reads any: the API's description is written before. A class keeps a dot,
    because a data class without a docstring makes one whenever it is imported.
    """
    lines = source.splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, EXPLAINED):
            said = node.body[0] if node.body and ast.get_docstring(node) is not None else None
            if said is not None and said.end_lineno is not None:
                instead = _instead_of_explanation(node)
                first, last = said.lineno - 1, said.end_lineno - 1
                after = lines[last].encode()[said.end_col_offset :].decode()
                lines[first] = lines[first].encode()[: said.col_offset].decode() + instead
                lines[first] += "\n" * (last - first) + (after or "\n")
                lines[first + 1 : last + 1] = [""] * (last - first)
    return "".join(lines)


def _instead_of_explanation(node: Explained) -> str:
    if isinstance(node, ast.ClassDef):
        return '"."'
    return "pass" if len(node.body) == 1 and not isinstance(node, ast.Module) else ""


def compile_beside(source: Path) -> None:
    """Compile one module, and leave its source where it is."""
    compileall.compile_file(source, stripdir=str(source.parent), **_UNCHECKED)
