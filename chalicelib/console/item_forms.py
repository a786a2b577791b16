"""One item as a form, and a form as one item: every kind has its own fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .forms import Form, read_number
from .item_kinds import KINDS, LETTERS, read_lines

GIVEN_UP = frozenset({"any_answer", "everyone"})
PLAIN = "all_or_nothing"
ROWS_AT_FIRST = 4
"""Rows for choices that a form has at least."""
MORE_ROWS = 2

Item = dict[str, Any]


def begin_item(kind: str) -> Item:
    """Return the first values of a new item's form."""
    return {
        "id": "",
        "kind": kind if kind in KINDS else next(iter(KINDS)),
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
    item = begin_item(form.one("kind"))
    kind = KINDS[item["kind"]]
    scoring = form.one("scoring", PLAIN)
    return {
        **item,
        "id": form.one("item"),
        "prompt": form.one("prompt").strip(),
        "points": form.one("points").strip(),
        "standards": form.all("standards"),
        "scoring": scoring if kind.has_scoring or scoring in GIVEN_UP else PLAIN,
        **kind.read_answer(form),
    }


def read_wording(form: Form, saved: Item) -> Item:
    """Read an item's texts, which may still change once students have results."""
    texts = [text.strip() for text in form.all("choice")]
    same = len(texts) == len(saved["choices"])
    return {
        **saved,
        "prompt": form.one("prompt").strip(),
        "choices": texts if same else saved["choices"],
    }


def read_right(form: Form, kind: str, scoring: str) -> list[str]:
    """Read the right answers of an item whose choices do not change."""
    if not KINDS[kind].has_choices:
        key: list[str] = KINDS[kind].read_answer(form).get("key", [])
        return key
    if scoring == "listed":
        return read_lines(form.one("listed"))
    rows = {row for each in form.all("right") if (row := read_number(each)) is not None}
    return [LETTERS[row] for row in sorted(rows) if row < len(LETTERS)]


def write_rows(item: Mapping[str, Any], *, more: int = 0, frozen: bool = False) -> list[Item]:
    """Return the rows in which choices are written; a frozen item has no further ones."""
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
