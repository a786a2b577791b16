"""The kinds of question on screens: how a key is filled in, and how an answer is typed.

`templates/console/assessments/item_kinds.html` has the names of the kinds, and their fields.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from .forms import Form

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Answer = dict[str, Any]
"""The properties of an item that come from its kind's own fields."""


def read_lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _choices(form: Form) -> Answer:
    right = set(form.all("right"))
    kept = [(str(at), text.strip()) for at, text in enumerate(form.all("choice")) if text.strip()]
    key = [LETTERS[at] for at, (row, _) in enumerate(kept[: len(LETTERS)]) if row in right]
    return {"choices": [text for _, text in kept], "key": key}


def _choices_or_list(form: Form) -> Answer:
    read = _choices(form)
    listed = form.one("scoring") == "listed"
    return {**read, "key": read_lines(form.one("listed"))} if listed else read


def _truth(form: Form) -> Answer:
    return {"key": form.all("right")[:1]}


def _number(form: Form) -> Answer:
    answer = form.one("answer").strip()
    return {"key": [answer] if answer else [], "tolerance": form.one("tolerance").strip()}


def _texts(form: Form) -> Answer:
    return {"key": read_lines(form.one("accepted"))}


def _nothing(_: Form) -> Answer:
    return {}


class ScreenKind(NamedTuple):
    """The way in which screens treat a kind of question."""

    entry: Literal["letter", "letters", "truth", "number", "text"]
    """The type of entry on a result sheet; the grid's script depends on it."""
    read_answer: Callable[[Form], Answer]
    """Reads the kind's own fields of an item's form."""
    has_choices: bool = False
    has_scoring: bool = False
    """Whether partly right answers are scored in one of several ways."""
    has_tolerance: bool = False
    by_hand: bool = False
    """Whether points are typed in place of an answer."""


KINDS: Mapping[str, ScreenKind] = {
    "single_choice": ScreenKind("letter", _choices, has_choices=True),
    "multiple_choice": ScreenKind("letters", _choices_or_list, has_choices=True, has_scoring=True),
    "true_false": ScreenKind("truth", _truth),
    "numeric": ScreenKind("number", _number, has_tolerance=True),
    "short_text": ScreenKind("text", _texts),
    "points": ScreenKind("number", _nothing, by_hand=True),
}
"""By the API's name; a new item has the first one by default."""
