"""Each pattern that many rooms share is written down once."""

from __future__ import annotations

import ast
import re

from tests.house.sources import product_nodes

NO_RETRY = {"reports/typesetting.py": "has Typst forget, so many times as it keeps things"}
"""Loops that count and try nothing again."""


def is_counting(node: ast.For) -> bool:
    """Find `for _ in range(...)`: nobody wants the number, so it counts tries."""
    return (
        isinstance(node.target, ast.Name)
        and node.target.id == "_"
        and isinstance(node.iter, ast.Call)
        and ast.unparse(node.iter.func) == "range"
    )


def test_only_one_place_tries_again_when_somebody_was_faster() -> None:
    found = {name for name, node in product_nodes(ast.For) if is_counting(node)}
    assert found == {"storage/optimistic.py", *NO_RETRY}


def test_only_one_place_says_how_often() -> None:
    named = [
        name
        for name, node in product_nodes(ast.Assign)
        if not name.startswith(("storage/", "mail/"))  # calls that failed; mails that bounced
        if any(re.search(r"(^|_)TRIES$", ast.unparse(target)) for target in node.targets)
    ]
    assert not named


def test_everything_due_is_looked_after_in_the_same_way() -> None:
    """Code that takes due entries is a `DueWork`: only that class compares and forgets entries."""
    own = [
        f"{name}: {node.name}"
        for name, room in product_nodes(ast.ClassDef)
        if not name.startswith("jobs/")
        for node in room.body
        if isinstance(node, ast.FunctionDef) and node.name in ("due", "forget_due")
        if not _is_field(node)
    ]
    assert not own


def _is_field(node: ast.FunctionDef) -> bool:
    """Return whether it says when something is due."""
    return any(ast.unparse(each) == "property" for each in node.decorator_list)


def test_every_kind_that_falls_due_has_a_worker_of_that_make() -> None:
    made = {
        name
        for name, room in product_nodes(ast.ClassDef)
        if any(ast.unparse(base).startswith("DueWork[") for base in room.bases)
    }
    assert len(made) >= 13
