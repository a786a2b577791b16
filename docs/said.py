"""Finds everything that the product says no with: codes and sentences, read from its sources.

A refusal stands where it is raised, so no list of them exists that could be printed. This module
finds each call that makes a refusal, a detail or a package problem, and reads its texts
(`reading.py`). It complains of what it cannot follow, so that no code is left out in silence.
"""  # noqa: INP001 - documentation is no package

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docs.reading import (
    Scope,
    Source,
    Unclear,
    arguments,
    evaluated,
    name_of,
    placeholders,
    root_of,
    sentences,
    sources,
    texts_of,
    tuples,
)

PROBLEMS = frozenset({"reject", "error", "warning", "Finding"})
_WRITTEN_ELSEWHERE = frozenset(
    {
        "chalicelib.errors",
        "chalicelib.rosters.problems",
    }
)


_FILES = ("spreadsheets", "assessments.answer_keys", "results.response_files")
"""Where keys and responses in files are read: what is wrong is a tuple of code, reason, way out."""


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One code with one way it is said; `kind` is the class or function that says it."""

    kind: str
    code: str
    sentence: str
    fix: str
    module: str


def everything(names: frozenset[str]) -> Iterator[Said]:
    """Give everything that calls of these names say. Raises `Unclear`."""
    for source in sources():
        if source.name in _WRITTEN_ELSEWHERE:
            continue
        for call in _calls(source, names):
            yield from _said(call, Scope(source, call), _kind(call))


def _kind(call: ast.Call) -> str:
    """Name what is made; of a cell's finding, how bad it is."""
    kind = name_of(call.func)
    if kind != "Finding":
        return kind
    return "warning" if any("WARNING" in ast.unparse(each) for each in call.args) else "error"


def in_files() -> Iterator[Said]:
    """Give everything that can be wrong with a file of keys or responses."""
    for source in sources():
        if source.name.removeprefix("chalicelib.").startswith(_FILES):
            for node in ast.walk(source.tree):
                if isinstance(node, ast.Tuple) and _is_finding(node):
                    yield from _found(node, Scope(source, node))


def _is_finding(node: ast.Tuple) -> bool:
    code = node.elts[0] if len(node.elts) == 3 else None  # noqa: PLR2004 - code, reason, way out
    named = isinstance(code, ast.Constant) and isinstance(code.value, str) and "_" in code.value
    words = all(
        not isinstance(each, ast.Constant) or " " in str(each.value) for each in node.elts[1:]
    )
    return (named or getattr(code, "value", "") == "formula") and words


def _found(node: ast.Tuple, scope: Scope) -> Iterator[Said]:
    code, reason, fix = node.elts
    told = itertools.product(sentences(reason, scope), sentences(fix, scope))
    for why, way_out in told:
        yield Said("file", ast.literal_eval(code), why, way_out, scope.source.name)


def _calls(source: Source, names: frozenset[str]) -> Iterator[ast.Call]:
    for node in ast.walk(source.tree):
        if not (isinstance(node, ast.Call) and node.args and name_of(node.func) in names):
            continue
        if _means_ours(source, node.func):
            yield node


def _means_ours(source: Source, function: ast.expr) -> bool:
    """Tell a problem's `error(...)`, or `errors.Invalid(...)`, from what else is called so."""
    if isinstance(function, ast.Attribute):
        return name_of(function.value) == "errors"
    made = getattr(source.loaded, name_of(function), None)
    return getattr(made, "__module__", "") in _WRITTEN_ELSEWHERE


def _said(call: ast.Call, scope: Scope, kind: str) -> Iterator[Said]:
    texts = call.args[: 3 if kind in PROBLEMS else 2]
    for code, *rest in _together(texts, scope):
        if code:
            yield _as_said(kind, code, rest, scope.source.name)


def _as_said(kind: str, code: str, rest: list[str], module: str) -> Said:
    sentence, fix = [*rest, "", ""][:2]
    return Said(kind, code, sentence, fix, module)


def _together(texts: list[ast.expr], scope: Scope) -> Iterator[list[str]]:
    """Give every combination of the texts that belong together."""
    outside = _callers(texts, scope)
    if outside:
        for each in outside:
            yield from _together(texts, each)
        return
    for each in _ways(texts, scope):
        code, *others = texts
        ways = [_codes(code, each), *(sentences(text, each) for text in others)]
        yield from map(list, itertools.product(*ways))


def _ways(texts: list[ast.expr], scope: Scope) -> list[Scope]:
    """Give the scopes in which the texts are to be read: one, unless a table decides."""
    return _unpacked(texts, scope) or _tabled(texts, scope) or _spread(texts[0], scope) or [scope]


def _followed(text: ast.expr, scope: Scope) -> ast.expr:
    return (
        scope.bound[text.id][0] if isinstance(text, ast.Name) and text.id in scope.bound else text
    )


def _codes(code: ast.expr, scope: Scope) -> list[str]:
    """Give every code that an expression may be: all of them, or `Unclear`."""
    if isinstance(code, ast.Name) and code.id in scope.bound:
        return _codes(*scope.bound[code.id])
    codes = texts_of(code, scope)
    if any(placeholders(each) for each in codes):
        raise Unclear(f"{scope.where()}: {ast.unparse(code)}")
    return codes


def _callers(texts: list[ast.expr], scope: Scope) -> list[Scope]:
    """When a text is a parameter of the function, read it at every call of that function."""
    function = scope.function
    if function is None:
        return []
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args)]
    keywords = [each.arg for each in function.args.kwonlyargs]
    asked = {node.id for text in texts[:1] for node in ast.walk(text) if isinstance(node, ast.Name)}
    open_ones = {*names, *keywords} & asked - {*scope.bound}
    if not open_ones or isinstance(texts[0], ast.JoinedStr) or not isinstance(texts[0], ast.Name):
        return []
    return [
        Scope(scope.source, scope.at, {**scope.bound, **arguments(call, names, scope.source)})
        for call in _calls_of(function, scope.source)
    ]


def _calls_of(function: ast.FunctionDef, source: Source) -> list[ast.Call]:
    calls = [node for node in ast.walk(source.tree) if isinstance(node, ast.Call)]
    return [call for call in calls if name_of(call.func) == function.name]


def _unpacked(texts: list[ast.expr], scope: Scope) -> list[Scope]:
    """When texts come out of a tuple (`for _, code, sentence in ...`), read every such tuple."""
    wanted = [text.id for text in texts if isinstance(text, ast.Name)]
    for target in _targets(scope):
        names = [each.id if isinstance(each, ast.Name) else "" for each in target.elts]
        if wanted and wanted[0] in names:
            return [
                Scope(
                    scope.source,
                    scope.at,
                    {**scope.bound, **{n: (e, made) for n, e in zip(names, row, strict=True)}},
                )
                for row, made in tuples(len(names), names.index(wanted[0]), scope.source)
            ]
    return []


def _targets(scope: Scope) -> Iterator[ast.Tuple]:
    function = scope.function
    for node in ast.walk(function) if function else ():
        target: Any = getattr(node, "target", None) or next(
            iter(getattr(node, "targets", ())), None
        )
        if isinstance(target, ast.Tuple):
            yield target


def _tabled(texts: list[ast.expr], scope: Scope) -> list[Scope]:
    """When code and sentence turn on the same key of a table, read them for every key."""
    for table in (n for t in texts[1:] for n in ast.walk(t) if isinstance(n, ast.Subscript)):
        roots = {root_of(part) for part in _formatted(texts[0])}
        if isinstance(table.slice, ast.Name) and table.slice.id in roots:
            keys = evaluated(table.value, scope)
            name = table.slice.id
            return [
                Scope(scope.source, scope.at, scope.bound, {**scope.values, name: key})
                for key in keys
            ]
    return []


def _formatted(text: ast.expr) -> list[ast.expr]:
    return [n.value for n in ast.walk(text) if isinstance(n, ast.FormattedValue)]


def _spread(code: ast.expr, scope: Scope) -> list[Scope]:
    """When a code is put together with a name that takes several values, read each of them."""
    if not isinstance(code, ast.JoinedStr):
        return []
    name = next((root_of(part) for part in _formatted(code)), "")
    return [
        Scope(scope.source, scope.at, scope.bound, {**scope.values, name: value})
        for value in _values(name, scope)
    ]


def _values(name: str, scope: Scope) -> list[Any]:
    function = scope.function
    for loop in (n for n in ast.walk(function) if isinstance(n, ast.For)) if function else ():
        targets = loop.target.elts if isinstance(loop.target, ast.Tuple) else [loop.target]
        names = [name_of(each) for each in targets]
        if name in names:
            return list(_looped(loop, names.index(name), scope))
    if function is None or name not in [each.arg for each in function.args.args]:
        return []
    names = [each.arg for each in function.args.args]
    return [
        value
        for call in _calls_of(function, scope.source)
        for value in _values(*_argument(call, name, names, scope.source))
    ]


def _looped(loop: ast.For, place: int, scope: Scope) -> Iterator[Any]:
    rows: Any = loop.iter.elts if isinstance(loop.iter, ast.Tuple) else None
    if rows is None:
        rows = evaluated(loop.iter, scope)
        yield from (row[place] for row in rows)
        return
    yield from (row.elts[place].value for row in rows)


def _argument(call: ast.Call, name: str, names: list[str], source: Source) -> tuple[str, Scope]:
    expression, there = arguments(call, names, source)[name]
    return name_of(expression), there
