"""Every example in a docstring is true: each module that has one is run."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

from tests.house.sources import ROOT, read

FOLDERS = ("chalicelib", "plumb", "infra", "simulator")
WITH_EXAMPLES = [
    path.relative_to(ROOT)
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.py"))
    if ">>> " in read(path)
]


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=str)
def test_the_examples_of_a_module_are_true(path: Path) -> None:
    module = importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed
