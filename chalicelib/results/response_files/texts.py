"""Columns whose heads are texts of questions: which question each of them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from chalicelib.assessments.items import Item
from chalicelib.assessments.responses import comparable
from chalicelib.errors import FileFinding

from . import column_problems
from .heads import label_of

_SHOWN = 4
"""Heads that a sentence names."""


def place_texts(
    texts: Mapping[int, str], items: Sequence[Item]
) -> tuple[dict[int, int], FileFinding | None]:
    """Return each column's question: by the numbers before the texts, their words, their order.

    And a note about it, where it was guessed or is unknown.
    """
    counted = _number_by_prefix(texts)
    if counted or not texts:
        return counted, None
    found = find_by_prompt(texts, items)
    rest = [place for place in texts if place not in found]
    open_ones = [n for n in range(1, len(items) + 1) if n not in found.values()]
    if found and not (rest and open_ones):
        return found, None
    if len(rest) != len(open_ones):
        unplaced = column_problems.QUESTIONS_UNPLACED(
            count=len(texts), items=len(items), names=_name_heads(texts.values())
        )
        return {}, unplaced
    guessed = column_problems.QUESTIONS_BY_ORDER(count=len(texts))
    if found:
        guessed = column_problems.QUESTIONS_LEFT(names=_name_heads(texts[place] for place in rest))
    return found | dict(zip(rest, open_ones, strict=True)), guessed


def find_by_prompt(texts: Mapping[int, str], items: Sequence[Item]) -> dict[int, int]:
    """Find texts among what the items ask."""
    prompts = Counter(comparable(item.prompt) for item in items if item.prompt)
    places = {
        comparable(item.prompt): n
        for n, item in enumerate(items, 1)
        if prompts[comparable(item.prompt)] == 1
    }
    found = {place: places.get(comparable(_without_id(text)), 0) for place, text in texts.items()}
    return {place: number for place, number in found.items() if number}


def _number_by_prefix(texts: Mapping[int, str]) -> dict[int, int]:
    """Read numbers in front of texts, if they count the questions: `1. First?`, `2. Last?`."""
    labels = {place: label_of(_without_id(text)) for place, text in texts.items()}
    numbers = {n: each.number for n, each in labels.items() if each and not each.part}
    return numbers if list(numbers.values()) == list(range(1, len(texts) + 1)) else {}


def _name_heads(texts: Iterable[str]) -> str:
    """Return words for columns whose heads are whole questions."""
    known = list(texts)
    shown = ", ".join(f"“{text[:40]}”" for text in known[:_SHOWN])
    return shown + (" ..." if len(known) > _SHOWN else "")


def subject_of(name: str) -> str:
    """Return the question that `Points - First?` and `First? [Score]` are about."""
    text = name.removesuffix("[Score]").strip()
    return text.partition(" - ")[2] if text.startswith("Points - ") else text


def _without_id(name: str) -> str:
    """Return a question's text without the number that Canvas puts before it."""
    before, colon, text = name.partition(": ")
    return text if colon and before.isdigit() and len(before) > 3 else name  # noqa: PLR2004
