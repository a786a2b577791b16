"""Finds what can be wrong with a file of keys or responses, read from the sources.

What is wrong is a tuple of code, reason and way out, so no list of them exists that could be
printed. This module reads the texts (`reading.py`) and complains of what it cannot follow.
"""  # noqa: INP001 - documentation is no package

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from docs.reading import (
    Scope,
    sentences,
    sources,
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
