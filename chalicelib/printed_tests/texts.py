"""The texts of an item as blocks that can be set. Pure.

A typed text stays as it was typed: every line is a paragraph.
"""

from __future__ import annotations

from chalicelib.assessments.items import Item
from chalicelib.reports.printed_test import Blocks


def prompt_blocks(item: Item) -> Blocks:
    """Give what an item asks."""
    return lines_of(item.prompt)


def choice_blocks(item: Item) -> tuple[Blocks, ...]:
    """Give the texts of its choices, in the order of form A."""
    return tuple(map(lines_of, item.choices))


def lines_of(text: str) -> Blocks:
    """Give a plain text as paragraphs."""
    return tuple(["p", line] for line in text.split("\n") if line.strip())
