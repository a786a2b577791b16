"""The project's own sources, each read and parsed once in a process: many rules look at all."""

from __future__ import annotations

import ast
import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "chalicelib"

Node = TypeVar("Node", bound=ast.AST)


@cache
def product() -> tuple[Path, ...]:
    """Return the modules of the product, without `app.py`."""
    return tuple(sorted(PRODUCT.rglob("*.py")))


@cache
def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def parse(path: Path) -> ast.Module:
    """Return the tree of a module; nobody may change it."""
    with collector_paused():
        return ast.parse(read(path))


@cache
def _by_kind(path: Path) -> dict[type[ast.AST], list[Any]]:
    """Sort the nodes of a module by their kind, in the order of `ast.walk`."""
    found: dict[type[ast.AST], list[Any]] = defaultdict(list)
    for node in ast.walk(parse(path)):
        found[type(node)].append(node)
    return found


def nodes(path: Path, kind: type[Node]) -> list[Node]:
    """Return every node of one kind in a module, as `ast.walk` meets them."""
    return _by_kind(path).get(kind, [])


def product_nodes(kind: type[Node]) -> Iterator[tuple[str, Node]]:
    """Return every node of one kind in the product, with its module as `rosters/model.py`."""
    for path in product():
        name = path.relative_to(PRODUCT).as_posix()
        for node in nodes(path, kind):
            yield name, node


@contextmanager
def collector_paused() -> Iterator[None]:
    """Let the garbage collector rest: it takes two thirds of the time in which trees are made."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
