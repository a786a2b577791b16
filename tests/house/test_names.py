"""Names follow one law: a function begins with a verb, and a class name means one thing.

A participle says what something is, so it suits a boolean, a property, or a fixture that a test
finds ready. A function does something: `read_totals`, not `totals_read`.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.house.sources import ROOT, nodes

FOLDERS = ("chalicelib", "plumb", "infra", "bench", "simulator", "openapi", "tests")
MOST_PARTICIPLES = 0.01
"""Of all functions; the fixtures of tests are most of them."""
IRREGULAR = frozenset(
    "begun bent bought bound broken brought built caught chosen dealt done drawn driven fallen fed "  # noqa: SIM905
    "felt flown forgotten fought found given gone got grown heard held hidden hung kept known laid "
    "lain led left lent lit lost made meant met paid said seen sent shown slept sold spent spoken "
    "stolen stood struck sung sunk sworn taken taught thought thrown told torn understood won worn "
    "woven written".split()
)
VERBS_IN_ED = frozenset(
    {"bleed", "breed", "embed", "exceed", "feed", "need", "proceed", "seed", "succeed"}
)
NOUNS_IN_ED = frozenset({"bed", "hundred", "speed"})


class NamedStatement(NamedTuple):
    """A function or class, and where it stands."""

    path: Path
    name: str
    node: ast.AST


def find(kind: type[ast.FunctionDef | ast.ClassDef]) -> Iterator[NamedStatement]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in nodes(path, kind):
                yield NamedStatement(path.relative_to(ROOT), node.name, node)


def is_participle(name: str) -> bool:
    """Return whether a name begins with a participle.

    >>> [is_participle(name) for name in ("_moved", "begun_by", "need_title", "move")]
    [True, True, False, False]
    """
    word = name.strip("_").partition("_")[0]
    if word in VERBS_IN_ED | NOUNS_IN_ED:
        return False
    return word in IRREGULAR or re.fullmatch(r"[a-z]{2,}ed", word) is not None


def is_state(node: ast.AST) -> bool:
    """Return whether a function answers about a state: a property, or a yes or no."""
    assert isinstance(node, ast.FunctionDef)
    decorators = map(ast.unparse, node.decorator_list)
    answer = ast.unparse(node.returns) if node.returns else ""
    return any("property" in each for each in decorators) or answer.startswith(
        ("bool", "TypeGuard")
    )


def test_functions_begin_with_a_verb() -> None:
    functions = list(find(ast.FunctionDef))
    wrong = [
        f"{each.path}:{each.name}"
        for each in functions
        if is_participle(each.name) and not is_state(each.node)
    ]
    assert not [name for name in wrong if not name.startswith("tests/")]
    assert len(wrong) < len(functions) * MOST_PARTICIPLES, wrong


def test_a_public_class_name_is_used_once() -> None:
    places = defaultdict(list)
    for each in find(ast.ClassDef):
        if not each.name.startswith("_"):
            places[each.name].append(str(each.path))
    assert not {name: paths for name, paths in places.items() if len(paths) > 1}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("moved", True), ("_begun_by", True), ("need_title", False), ("red", False), ("feed", False)],
)
def test_participles_are_distinct_from_verbs(name: str, *, expected: bool) -> None:
    assert is_participle(name) is expected
