"""One item as a form, and a form as one item: every kind has its own fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .forms import Form, read_number

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
KINDS = ("single_choice", "multiple_choice", "true_false", "numeric", "short_text", "points")
WITH_CHOICES = frozenset({"single_choice", "multiple_choice"})
GIVEN_UP = frozenset({"any_answer", "everyone"})
PLAIN = "all_or_nothing"
ROWS_AT_FIRST = 4
"""Rows for choices that a form has at least."""
MORE_ROWS = 2

Item = dict[str, Any]


def begin_item(kind: str) -> Item:
    """Give what the form of a new item shows."""
    return {
        "id": "",
        "kind": kind if kind in KINDS else KINDS[0],
        "prompt": "",
        "choices": [],
        "key": [],
        "scoring": PLAIN,
        "tolerance": "",
        "points": "1",
        "standards": [],
    }


def read_item(form: Form) -> Item:
    """Read an item as it was filled in."""
    kind = form.one("kind")
    scoring = form.one("scoring", PLAIN)
    item = {
        **begin_item(kind),
        "id": form.one("item"),
        "prompt": form.one("prompt").strip(),
        "points": form.one("points").strip(),
        "standards": form.all("standards"),
        "scoring": scoring if kind == "multiple_choice" or scoring in GIVEN_UP else PLAIN,
    }
    return {**item, **_ANSWERS.get(item["kind"], _nothing)(form)}


def read_wording(form: Form, saved: Item) -> Item:
    """Read what may still change of an item once students have results: its texts."""
    texts = [text.strip() for text in form.all("choice")]
    same = len(texts) == len(saved["choices"])
    return {
        **saved,
        "prompt": form.one("prompt").strip(),
        "choices": texts if same else saved["choices"],
    }


def read_right(form: Form, kind: str, scoring: str) -> list[str]:
    """Read what is right of an item whose choices stay as they are."""
    if kind not in WITH_CHOICES:
        key: list[str] = _ANSWERS.get(kind, _nothing)(form).get("key", [])
        return key
    if scoring == "listed":
        return _lines(form.one("listed"))
    rows = {row for each in form.all("right") if (row := read_number(each)) is not None}
    return [LETTERS[row] for row in sorted(rows) if row < len(LETTERS)]


def _choices(form: Form) -> Item:
    right = set(form.all("right"))
    kept = [(str(at), text.strip()) for at, text in enumerate(form.all("choice")) if text.strip()]
    key = [LETTERS[at] for at, (row, _) in enumerate(kept[: len(LETTERS)]) if row in right]
    if form.one("scoring") == "listed" and form.one("kind") == "multiple_choice":
        key = _lines(form.one("listed"))
    return {"choices": [text for _, text in kept], "key": key}


def _truth(form: Form) -> Item:
    return {"key": form.all("right")[:1]}


def _number(form: Form) -> Item:
    answer = form.one("answer").strip()
    return {"key": [answer] if answer else [], "tolerance": form.one("tolerance").strip()}


def _texts(form: Form) -> Item:
    return {"key": _lines(form.one("accepted"))}


def _nothing(_: Form) -> Item:
    return {}


_ANSWERS: Mapping[str, Callable[[Form], Item]] = {
    "single_choice": _choices,
    "multiple_choice": _choices,
    "true_false": _truth,
    "numeric": _number,
    "short_text": _texts,
}
"""What a kind's own fields say."""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def write_rows(item: Mapping[str, Any], *, more: int = 0, frozen: bool = False) -> list[Item]:
    """Give the rows in which choices are written; a frozen item has no further ones."""
    texts: Sequence[str] = item["choices"]
    wanted = len(texts) if frozen else max(ROWS_AT_FIRST, len(texts) + more)
    letters = item["key"] if item["scoring"] != "listed" else []
    return [
        {
            "letter": LETTERS[at],
            "text": texts[at] if at < len(texts) else "",
            "right": LETTERS[at] in letters,
        }
        for at in range(min(wanted, len(LETTERS)))
    ]
