"""The order in which a key version prints an item's choices. Pure.

A key version names the items in its order, and the right letters of each. The choices follow from
that. The right choices of form A go to the letters that are right on this form. The other choices
fill the remaining letters in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations

from chalicelib.assessments.items import LETTERS, Item, Scoring
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.partial_credit import ANY_OTHER, credits_of

MOST_TRIED = 7
"""Choices of a question with listed answers whose order is looked for."""

Order = tuple[int, ...]
"""The choice of form A at each letter of the form."""


def order_of(item: Item, key: Sequence[str]) -> Order | None:
    """Return the order of an item's choices on a form with this key.

    None where the form cannot be this item with its choices moved: it asks something else.
    """
    same = tuple(range(len(item.choices)))
    if item.given_up or tuple(key) == item.key:
        return same
    kind = KINDS[item.kind]
    if not kind.is_lettered:
        return same if kind.by_hand else None
    if item.scoring == Scoring.LISTED:
        return _list_choices(item, tuple(key))
    return _move_choices(item, key)


def _move_choices(item: Item, key: Sequence[str]) -> Order | None:
    here, there = sorted(map(LETTERS.index, key)), sorted(map(LETTERS.index, item.key))
    if len(here) != len(there):
        return None
    others = iter(n for n in range(len(item.choices)) if n not in there)
    placed = dict(zip(here, there, strict=True))
    return tuple(placed[n] if n in placed else next(others) for n in range(len(item.choices)))


def _list_choices(item: Item, key: tuple[str, ...]) -> Order | None:
    many = len(item.choices)
    wanted, known = credits_of(key, item.worth), credits_of(item.key, item.worth)
    if many > MOST_TRIED or len(wanted) != len(known):
        return None
    return next((each for each in _orders(many) if _rename_choices(known, each) == wanted), None)


def _orders(many: int) -> Iterator[Order]:
    return permutations(range(many))


def _rename_choices(known: Mapping[str, Fraction], order: Order) -> dict[str, Fraction]:
    """Write listed answers of form A in the letters of a form."""
    letter = {LETTERS[choice]: LETTERS[place] for place, choice in enumerate(order)}
    return {
        text if text == ANY_OTHER else "".join(sorted(letter[each] for each in text)): earned
        for text, earned in known.items()
    }
