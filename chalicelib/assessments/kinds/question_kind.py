"""What the product must know of a kind of question. mypy names what a new kind lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.assessments.items import Item
    from chalicelib.errors import Detail

Key = tuple[str, ...]
"""What is right, as an item has it."""
NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionKind:
    """A kind of question: its rule, how an answer is read, and what it is worth."""

    fields: frozenset[str] = frozenset()
    """Of `choices`, `scoring` and `tolerance`: those that mean something here."""
    check: Callable[[Item], Iterator[Detail]]
    """Finds what is wrong with the key, and with these fields."""
    read: Callable[[Item, object], str]
    """Reads an answer as somebody gave it into the one form in which it is kept.

    Raises `ValueError` with a sentence for people when it cannot be an answer to this item.
    """
    score: Callable[[Item, str, Key], Fraction]
    """Gives the points that an answer in this form earns by a key, exactly; it never refuses."""
