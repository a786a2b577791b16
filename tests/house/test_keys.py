"""No key can name another district's data, and no part of a key can pose as two."""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Callable
from typing import Any, get_type_hints

import pytest

from chalicelib.storage import keys
from chalicelib.storage.keys import Key

TOOLS = {"part", "join", "parts", "due_until"}
"""Functions of the module that make no partition key."""

MAKERS = {
    name: made
    for name, made in vars(keys).items()
    if inspect.isfunction(made) and made.__module__.startswith(keys.__name__) and name not in TOOLS
    if not name.startswith("_")
}


def partition(made: Any) -> str:
    return made.pk if isinstance(made, Key) else str(made)


def arguments(maker: Callable[..., Any], sample: str) -> list[Any]:
    """Return the sample for every text but the district, and 7 for numbers."""
    hints = get_type_hints(maker)
    named = [name for name in inspect.signature(maker).parameters if name != "district"]
    return [_value(hints[name], sample) for name in named]


def _value(kind: Any, sample: str) -> Any:
    return 7 if kind is int else sample


def first_parameter(maker: Callable[..., Any]) -> str:
    return next(iter(inspect.signature(maker).parameters), "")


def test_there_are_keys() -> None:
    assert len(MAKERS) > 10


@pytest.mark.parametrize("name", MAKERS)
def test_every_partition_begins_with_the_district(name: str) -> None:
    maker = MAKERS[name]
    assert first_parameter(maker) == "district"
    made = partition(maker("gb", *arguments(maker, "x")))
    assert made.startswith("gb#")


@pytest.mark.parametrize("name", MAKERS)
def test_two_districts_never_share_a_partition(name: str) -> None:
    maker = MAKERS[name]
    one = partition(maker("gb", *arguments(maker, "x")))
    other = partition(maker("gb#SCHOOL", *arguments(maker, "x")))
    assert one.split("#")[0] != other.split("#")[0]


@pytest.mark.parametrize("name", MAKERS)
def test_a_part_from_outside_cannot_forge_a_separator(name: str) -> None:
    maker = MAKERS[name]
    honest = maker("gb", *arguments(maker, "x"))
    hostile = maker("gb", *arguments(maker, "x%#y"))
    if "#" in _examples(maker):  # a part that is itself made of parts, by us
        pytest.skip("takes a compound of our own making")
    assert partition(hostile).count("#") == partition(honest).count("#")


def _examples(maker: Callable[..., Any]) -> str:
    """Return the arguments in the docstring's example."""
    told = doctest.DocTestParser().get_examples(maker.__doc__ or "")
    return " ".join(example.source for example in told)


@pytest.mark.parametrize("name", MAKERS)
def test_every_key_shows_one_rendered(name: str) -> None:
    assert _examples(MAKERS[name])


def test_different_things_never_share_a_key() -> None:
    made = [maker("gb", *arguments(maker, "x")) for maker in MAKERS.values()]
    full = [(each.pk, each.sk) if isinstance(each, Key) else (each, "") for each in made]
    assert len(set(full)) == len(full)
