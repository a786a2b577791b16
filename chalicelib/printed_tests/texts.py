"""The texts of an item as blocks that can be set. Pure.

A typed text stays as it was typed: every line is a paragraph. An imported one keeps its formulas,
lists and emphasis.
"""

from __future__ import annotations

from chalicelib.assessments.items import Item
from chalicelib.assessments.model import FormattedTexts
from chalicelib.reports.printed_test import Blocks


def prompt_blocks(item: Item, formatted: FormattedTexts | None) -> Blocks:
    """Return the prompt of an item as blocks."""
    return tuple(formatted.prompt) if formatted else lines_of(item.prompt)


def choice_blocks(item: Item, formatted: FormattedTexts | None) -> tuple[Blocks, ...]:
    """Return the texts of its choices, in the order of form A."""
    if formatted and len(formatted.choices) == len(item.choices):
        return tuple(map(tuple, formatted.choices))
    return tuple(map(lines_of, item.choices))


def lines_of(text: str) -> Blocks:
    """Return a plain text as paragraphs."""
    return tuple(["p", line] for line in text.split("\n") if line.strip())
