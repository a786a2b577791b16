"""Strategies of Hypothesis for tests where its own strategy is slow."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeVar

from hypothesis import strategies as st

One = TypeVar("One")


def make_fractions(lower: int, upper: int, max_denominator: int) -> st.SearchStrategy[Fraction]:
    """Draw any fraction between two whole numbers: `st.fractions` takes five times as long."""
    span = upper - lower
    return st.tuples(st.integers(1, max_denominator), st.integers(0, span * max_denominator)).map(
        lambda drawn: lower + Fraction(drawn[1] % (span * drawn[0] + 1), drawn[0])
    )


def make_choices(of: Sequence[One], many: int) -> st.SearchStrategy[list[One]]:
    """Draw one of a few for each of many, at once: a list of `st.sampled_from` draws each."""
    return st.binary(min_size=many, max_size=many).map(
        lambda drawn: [of[each % len(of)] for each in drawn]
    )
