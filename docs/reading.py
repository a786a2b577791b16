"""Reads texts out of syntax trees: follows names, tables and small functions to what they say.

An expression is read in a scope: the module and function around it, and what parameters stand for.
"""  # noqa: INP001 - documentation is no package

from __future__ import annotations

import ast
import importlib
import itertools
import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard

ROOT = Path(__file__).resolve().parents[1]

_CODE = re.compile(r"[a-z][a-z0-9_-]*")


class Unclear(Exception):
    """A text that cannot be followed to where it is written."""


@dataclass(frozen=True)
class Source:
    """A module with its syntax tree; `above` gives each node's parent."""

    name: str
    tree: ast.Module
    above: Mapping[ast.AST, ast.AST]

    @property
    def loaded(self) -> ModuleType:
        """The module itself, to read its tables from."""
        return importlib.import_module(self.name)


@dataclass(frozen=True)
class Scope:
    """Where an expression is read: the function around it, and what its parameters stand for."""

    source: Source
    at: ast.AST
    bound: Mapping[str, tuple[ast.expr, Scope]] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def function(self) -> ast.FunctionDef | None:
        """The nearest function."""
        node: ast.AST | None = self.at
        while node is not None and not isinstance(node, ast.FunctionDef):
            node = self.source.above.get(node)
        return node

    def where(self) -> str:
        """Say it for people."""
        return f"{self.source.name}:{getattr(self.at, 'lineno', 0)}"


@cache
def sources() -> tuple[Source, ...]:
    """Read every module of `chalicelib/`."""
    found = []
    for path in sorted((ROOT / "chalicelib").rglob("*.py")):
        tree = ast.parse(path.read_text())
        above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found.append(Source(name, tree, above))
    return tuple(found)


def name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def arguments(
    call: ast.Call, names: list[str], source: Source
) -> dict[str, tuple[ast.expr, Scope]]:
    there = Scope(source, call)
    if names[:1] == ["self"] and isinstance(call.func, ast.Attribute):
        names = names[1:]
    given = dict(zip(names, call.args, strict=False))
    given |= {each.arg: each.value for each in call.keywords if each.arg}
    return {name: (value, there) for name, value in given.items()}


def tuples(size: int, code: int, source: Source) -> Iterator[tuple[list[ast.expr], Scope]]:
    """Give the tuples of this size, with a code in this place, that the module's functions give."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Return | ast.Yield) or node.value is None:
            continue
        for value in ast.walk(node.value):
            if _is_tuple(value, size) and _is_code(value.elts[code]):
                yield value.elts, Scope(source, node)


def _is_tuple(node: ast.AST, size: int) -> TypeGuard[ast.Tuple]:
    return isinstance(node, ast.Tuple) and len(node.elts) == size


def _is_code(text: ast.expr) -> bool:
    if isinstance(text, ast.Constant):
        return isinstance(text.value, str) and bool(_CODE.fullmatch(text.value))
    return isinstance(text, ast.JoinedStr)


def root_of(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return name_of(node)


def texts_of(text: ast.expr, scope: Scope) -> list[str]:  # noqa: PLR0911 - one line per kind of node
    """Give every text that an expression may be. Raises `Unclear`."""
    if isinstance(text, ast.Constant):
        return [str(text.value)]
    if isinstance(text, ast.JoinedStr):
        return _product([_formatted_text(part, scope) for part in text.values])
    if isinstance(text, ast.BinOp):
        return _product([texts_of(text.left, scope), texts_of(text.right, scope)])
    if isinstance(text, ast.IfExp):
        return [*texts_of(text.body, scope), *texts_of(text.orelse, scope)]
    if isinstance(text, ast.Name) and text.id in scope.bound:
        return texts_of(*scope.bound[text.id])
    known = _known(text, scope)
    if known is not None:
        return known
    if isinstance(text, ast.Name):
        return _assigned(text, scope)
    return _looked_up(text, scope)


def _product(parts: list[list[str]]) -> list[str]:
    return ["".join(each) for each in itertools.product(*parts)]


def _formatted_text(part: ast.expr, scope: Scope) -> list[str]:
    if not isinstance(part, ast.FormattedValue):
        return texts_of(part, scope)
    try:
        value = evaluated(part.value, scope)
    except Exception:  # noqa: BLE001 - known only when it happens
        if isinstance(part.value, ast.Name) and part.value.id in scope.bound:
            return sentences(*scope.bound[part.value.id])
        return ["{" + _placeholder(part.value) + "}"]
    shape = part.format_spec
    spec = "".join(texts_of(shape, scope)) if isinstance(shape, ast.JoinedStr) else ""
    return [format(value, spec)]


def sentences(text: ast.expr, scope: Scope) -> list[str]:
    """Give every sentence that an expression may be; one that is made elsewhere by its name."""
    try:
        return texts_of(text, scope)
    except (Unclear, NameError):
        return ["{" + _placeholder(text) + "}"]


def _placeholder(node: ast.expr) -> str:
    """Name what stands there when it happens."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name) and node.args:
            return _placeholder(node.args[0])
        return _placeholder(node.func)
    if isinstance(node, ast.Subscript):
        key = node.slice
        return _placeholder(node.value if isinstance(key, ast.Constant) else key)
    if isinstance(node, ast.Attribute):
        plain = node.attr in ("value", "elts")
        return _placeholder(node.value) if plain else node.attr.strip("_")
    if isinstance(node, ast.BinOp):
        return _placeholder(node.left)
    return name_of(node).strip("_") or "…"


def evaluated(node: ast.expr, scope: Scope) -> Any:
    """Evaluate what only needs the module's own tables and constants."""
    local = _locals(scope)
    code = compile(ast.Expression(body=node), scope.source.name, "eval")
    value = eval(code, {**vars(scope.source.loaded), **local}, dict(scope.values))  # noqa: S307
    if isinstance(value, _Hidden):
        raise NameError(ast.unparse(node))  # noqa: TRY004 - as Python says of an unknown name
    return value


def _locals(scope: Scope) -> dict[str, Any]:
    """Hide module names that the function uses for something of its own."""
    function = scope.function
    if function is None:
        return {}
    return {
        node.id: _Hidden()
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    } | {each.arg: _Hidden() for each in (*function.args.args, *function.args.kwonlyargs)}


class _Hidden:
    """Stands for what is known only when it happens."""

    def __getattr__(self, name: str) -> Any:
        raise NameError(name)

    def __format__(self, spec: str) -> str:
        raise NameError(spec)

    def __str__(self) -> str:
        raise NameError

    __repr__ = __str__


def _known(text: ast.expr, scope: Scope) -> list[str] | None:
    try:
        value = evaluated(text, scope)
    except Exception:  # noqa: BLE001 - known only when it happens
        return None
    return [str(value)] if isinstance(value, str) else None


def _assigned(name: ast.Name, scope: Scope) -> list[str]:
    """Read the assignments before this place: the one beside it, or those of every branch."""
    before = [
        node
        for node in ast.walk(scope.function or scope.source.tree)
        if isinstance(node, ast.Assign)
        and any(isinstance(each, ast.Name) and each.id == name.id for each in node.targets)
        and node.lineno <= getattr(scope.at, "lineno", 0)
    ]
    if not before:
        return _from_pair(name, scope)
    above = scope.source.above
    places = {id(above[each]) for each in _line(scope.at, above)[:-1]}
    beside = [each for each in before if id(above[each]) in places and _same_list(each, scope)]
    chosen = beside[-1:] or before
    return list(dict.fromkeys(t for each in chosen for t in texts_of(each.value, scope)))


def _from_pair(name: ast.Name, scope: Scope) -> list[str]:
    """Read `reason, fix = "...", "..."`, and pairs out of a table or a function."""
    found: list[str] = []
    for node in ast.walk(scope.function or scope.source.tree):
        if not (isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple)):
            continue
        names = [name_of(each) for each in node.targets[0].elts]
        if name.id in names:
            found += _of_pair(node.value, names.index(name.id), len(names), scope)
    if not found:
        raise Unclear(f"{scope.where()}: {name.id}")
    return list(dict.fromkeys(found))


def _of_pair(value: ast.expr, index: int, size: int, scope: Scope) -> list[str]:
    if isinstance(value, ast.Tuple):
        return texts_of(value.elts[index], scope)
    if isinstance(value, ast.IfExp):
        both = (value.body, value.orelse)
        return [t for each in both for t in _of_pair(each, index, size, scope)]
    if isinstance(value, ast.Subscript):
        return [str(row[index]) for row in evaluated(value.value, scope).values()]
    return [
        text
        for row, there in tuples(size, index, scope.source)
        for text in texts_of(row[index], there)
    ]


def _line(node: ast.AST, above: Mapping[ast.AST, ast.AST]) -> list[ast.AST]:
    line = [node]
    while line[-1] in above:
        line.append(above[line[-1]])
    return line


def _same_list(assigned: ast.stmt, scope: Scope) -> bool:
    """Tell whether an assignment stands in a list of statements that holds this place too."""
    above = scope.source.above
    line = {id(each) for each in _line(scope.at, above)}
    parent = above[assigned]
    for part in ("body", "orelse", "finalbody"):
        statements = getattr(parent, part, [])
        if isinstance(statements, list) and assigned in statements:
            return any(id(each) in line for each in statements)
    return False


def _looked_up(text: ast.expr, scope: Scope) -> list[str]:
    """Read what a table, an object of the module or a function of it may give."""
    if isinstance(text, ast.Subscript):
        table = evaluated(text.value, scope)
        return [str(value) for value in table.values()]
    if isinstance(text, ast.Attribute) and name_of(text.value) == "self":
        return _of_instances(text, scope)
    if isinstance(text, ast.Call):
        return _returned(text, scope)
    raise Unclear(f"{scope.where()}: {ast.unparse(text)}")


def _of_instances(text: ast.Attribute, scope: Scope) -> list[str]:
    node: ast.AST = scope.at
    while not isinstance(node, ast.ClassDef):
        node = scope.source.above[node]
    made = getattr(scope.source.loaded, node.name)
    everyone = vars(scope.source.loaded).values()
    known = [e for e in everyone if isinstance(e, made) and not getattr(e, "public", False)]
    if not known:
        raise Unclear(f"{scope.where()}: {ast.unparse(text)}")
    return list(dict.fromkeys(str(getattr(each, text.attr)) for each in known))


def _returned(call: ast.Call, scope: Scope) -> list[str]:
    name = name_of(call.func)
    if isinstance(call.func, ast.Attribute) and name in ("format", "join", "lower"):
        raise Unclear(f"{scope.where()}: {ast.unparse(call)}")
    functions = [
        node
        for node in ast.walk(scope.source.tree)
        if isinstance(node, ast.FunctionDef) and node.name == name
    ]
    for function in functions:
        names = [each.arg for each in function.args.args]
        bound = arguments(call, names, scope.source)
        returns = [n for n in ast.walk(function) if isinstance(n, ast.Return) and n.value]
        return [
            text
            for node in returns
            if node.value is not None
            for text in texts_of(node.value, Scope(scope.source, node, bound))
        ]
    raise Unclear(f"{scope.where()}: {ast.unparse(call)}")


def placeholders(text: str) -> set[str]:
    """Name what a sentence leaves open."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
