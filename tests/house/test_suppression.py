"""How many students are too few to be shown stands in one place: `chalicelib/suppression.py`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from chalicelib.suppression import FEWEST, FEWEST_IN_WORDS, is_enough, is_few
from tests.house.sources import PRODUCT, nodes, product, read

PLACE = PRODUCT / "suppression.py"
NAMED = re.compile(r"FEW|FEWEST|ENOUGH|SMALL|MATCHED|SUPPRESS", re.IGNORECASE)
IN_A_SENTENCE = re.compile(r"\b(five|5|four|4)\b[\w\s]*\bstudents?\b", re.IGNORECASE)
OF_CHOICES = ("(_FEWEST_CHOICES, _MOST_COMMON_CHOICES)",)
"""How many choices a question has: no group of students."""
ROOMS = (
    "item_analysis",
    "corrections",
    "processes.library",
    "processes.reporting",
    "processes.analytics",
    "processes.analytics_views",
    "processes.suppression",
)
"""The folders that make item analysis, corrections, library, reports and screens."""


def elsewhere() -> list[Path]:
    return [path for path in product() if path != PLACE]


def numbers(path: Path) -> Iterator[ast.AST]:
    """Where a size of groups is written down again: compared with, or given a name of its own."""
    for compared in nodes(path, ast.Compare):
        yield from (each for each in (compared.left, *compared.comparators) if _is_bound(each))
    assigned: list[ast.Assign | ast.AnnAssign] = []
    assigned += nodes(path, ast.Assign)
    assigned += nodes(path, ast.AnnAssign)
    for node in assigned:
        if node.value and _is_bound(node.value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (each for each in targets if NAMED.search(ast.unparse(each)))


def _is_bound(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value in (FEWEST - 1, FEWEST)


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Every text but docstrings, which are beside code and not in it."""
    beside = {id(node.value) for node in nodes(path, ast.Expr)}
    for node in nodes(path, ast.Constant):
        if isinstance(node.value, str) and id(node) not in beside:
            yield node.lineno, node.value


def test_the_number_is_written_down_once() -> None:
    again = [
        f"{path.relative_to(PRODUCT)}:{getattr(node, 'lineno', 0)}"
        for path in elsewhere()
        for node in numbers(path)
        if ast.unparse(node) not in OF_CHOICES
    ]
    assert not again


def test_no_sentence_has_a_number_of_its_own() -> None:
    again = [
        f"{path.relative_to(PRODUCT)}:{line} {text!r}"
        for path in elsewhere()
        for line, text in sentences(path)
        if IN_A_SENTENCE.search(text)
    ]
    assert not again


@pytest.mark.parametrize("room", ROOMS)
def test_modules_that_show_groups_ask_for_suppression(room: str) -> None:
    folder = PRODUCT / room.replace(".", "/")
    asked = [
        path
        for path in elsewhere()
        if path.is_relative_to(folder) and "from chalicelib.suppression import" in read(path)
    ]
    assert asked


DECISIONS = ("is_few", "is_enough", "is_exposed", "cover")
DECIDING = (
    "assessments.items",  # how hard a question was
    "corrections.service",  # how many students moved
    "item_analysis.service",
    "processes.analytics.effects",
    "processes.analytics.growth",
    "processes.suppression.census",
)
"""The callers that ask for a decision; all others leave out the groups that these hide."""


def test_a_decision_is_made_where_a_privacy_officer_looks_for_it() -> None:
    named = {
        ".".join(path.relative_to(PRODUCT).with_suffix("").parts)
        for path in elsewhere()
        for node in nodes(path, ast.ImportFrom)
        if node.module == "chalicelib.suppression"
        and any(each.name in DECISIONS for each in node.names)
    }
    assert named == set(DECIDING)


def test_the_number_is_for_sentences_alone() -> None:
    compared = [
        f"{path.relative_to(PRODUCT)}:{node.lineno}"
        for path in elsewhere()
        for node in nodes(path, ast.Compare)
        if any(isinstance(each, ast.Name) and each.id == "FEWEST" for each in ast.walk(node))
    ]
    assert not compared


def test_five_are_enough_and_one_to_four_are_few() -> None:
    assert FEWEST_IN_WORDS == "five"
    assert [is_enough(n) for n in range(7)] == [False] * 5 + [True] * 2
    assert [is_few(n) for n in range(7)] == [False, True, True, True, True, False, False]
