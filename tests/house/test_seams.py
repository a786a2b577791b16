"""Domains and views get objects with typed methods from the composition root: mypy reads seams."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chalicelib.settings import Settings
from chalicelib.wiring import Services
from chalicelib.wiring.domains import ROOMS
from tests.house.sources import PRODUCT, nodes, parse, product

# -- views -----------------------------------------------------------------------------------------


def test_each_view_names_a_wiring_of_the_root_as_its_services() -> None:
    """So mypy knows every service that a view takes, and the root has it."""
    root: Any = Services(Settings.__new__(Settings))
    wirings = {each.__name__ for room in ROOMS for each in type(root._open(room)).__mro__}
    found = Counter(
        kind if kind in wirings | {"EdgeServices"} else f"{path}: {view.name}"
        for path in product()
        for view in nodes(path, ast.FunctionDef)
        if any(ast.unparse(each).startswith("routes.") for each in view.decorator_list)
        for kind in [ast.unparse(view.args.args[0].annotation or view)[len("Request[") : -1]]
    )
    assert not [each for each in found if ":" in each]
    assert found.total() > 150


# -- between domains -------------------------------------------------------------------------------

BRANCHES = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.While,
    ast.Try,
    ast.With,
    ast.Match,
    ast.BoolOp,
    ast.Compare,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
    ast.Yield,
)
"""Statements that decide, or that do something more than once."""
REGISTRY = {
    ("wiring.__init__", "__init__"),
    ("wiring.__init__", "services"),
    ("wiring.__init__", "use"),
    ("wiring.domains", "__init__"),
    ("wiring.domains", "__getattr__"),
    ("wiring.domains", "_open"),
}
"""Functions that keep the services of a process, find them in their rooms, and default to the real
clients and clock."""


def makers() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Return every function of the composition root and of the domains' wiring, by module."""
    for path in sorted({*PRODUCT.rglob("wiring.py"), *(PRODUCT / "wiring").glob("*.py")}):
        module = ".".join(path.relative_to(PRODUCT).with_suffix("").parts)
        for node in nodes(path, ast.FunctionDef):
            yield module, node


def test_wiring_holds_no_logic() -> None:
    deciding = [
        f"{module}.{maker.name}: {ast.unparse(node)}"
        for module, maker in makers()
        if (module, maker.name) not in REGISTRY
        for node in ast.walk(maker)
        if isinstance(node, BRANCHES)
    ]
    assert not deciding, "it goes home to its domain"


def test_wiring_hands_over_objects_not_functions() -> None:
    """A lambda of wiring takes nothing and names what it gives, so nothing hides from mypy."""
    other = [
        f"{module}.{maker.name}: {ast.unparse(node)}"
        for module, maker in makers()
        for node in ast.walk(maker)
        if isinstance(node, ast.Lambda) and not (_takes_nothing(node) and _is_named(node.body))
    ]
    assert not other


def _takes_nothing(node: ast.Lambda) -> bool:
    return ast.unparse(node.args) == ""


def _is_named(node: ast.expr) -> bool:
    if isinstance(node, ast.Tuple):
        return all(map(_is_named, node.elts))
    return re.fullmatch(r"self\.services(\.clients)?\.\w+", ast.unparse(node)) is not None


NO_PORTS = {
    ("mail.sender", "pause"): "how to wait",
    ("storage.calls", "pause"): "how to wait",
    ("distribution.receipts", "pages"): "made for one request, by its own domain",
}
"""Functions with arguments that objects are made with; none comes from another domain."""


def test_nobody_is_made_with_a_function_of_another_domain() -> None:
    found = {
        (".".join(path.relative_to(PRODUCT).with_suffix("").parts), argument)
        for path in product()
        if path.stem != "wiring" and path.parent.name != "wiring"
        for argument, kind in _arguments(path)
        if kind.startswith("Callable[[") and not kind.startswith("Callable[[],")
    }
    assert found == NO_PORTS.keys()


def _arguments(path: Path) -> Iterator[tuple[str, str]]:
    """Return what classes are made with, and its type with the module's own names for types.

    The private fields of a data class are arguments of its constructor.
    """
    names = {
        ast.unparse(node.targets[0]): node.value
        for node in parse(path).body
        if isinstance(node, ast.Assign)
    }
    for room in nodes(path, ast.ClassDef):
        for node in room.body:
            made: list[tuple[str, ast.expr | None]] = []
            if isinstance(node, ast.FunctionDef) and node.name == "__init__":
                arguments = (*node.args.args, *node.args.kwonlyargs)
                made = [(each.arg, each.annotation) for each in arguments]
            elif isinstance(node, ast.AnnAssign) and ast.unparse(node.target).startswith("_"):
                made = [(ast.unparse(node.target).lstrip("_"), node.annotation)]
            for name, annotation in made:
                kind = ast.unparse(annotation) if annotation else ""
                yield name, ast.unparse(names[kind]) if kind in names else kind


def test_requests_of_a_domain_to_others_stand_in_its_ports() -> None:
    """A protocol of a service is a port, and has its place; models and views have their own."""
    elsewhere = [
        f"{path.relative_to(PRODUCT)}: {node.name}"
        for path in product()
        if path.stem in ("service", "work", "worker", "repository", "dispatch", "report_builder")
        for node in nodes(path, ast.ClassDef)
        if "Protocol" in map(ast.unparse, node.bases)
    ]
    assert not elsewhere
    assert not list(PRODUCT.rglob("neighbors.py"))
