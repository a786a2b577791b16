"""From sheets to an item analysis: what was asked, and which students count (T8)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from chalicelib.assessments.items import Item, Scoring
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.partial_credit import fully_right
from chalicelib.item_analysis.model import AnalyzedQuestion, StudentPaper
from chalicelib.results.model import (
    OMITTED,
    ResultProgress,
    StudentPresence,
    StudentResults,
    exact,
    response_in,
)

if TYPE_CHECKING:
    from chalicelib.assessments.model import Contents


def questions(contents: Contents) -> tuple[AnalyzedQuestion, ...]:
    """Return what was asked: of every item its worth, its choices, and the right ones by form."""
    forms = {
        form: {each.item: each.key for each in printed}
        for form, printed in contents.versions.items()
    }
    return tuple(_question(item, forms) for item in contents.items)


def papers(rows: Sequence[StudentResults]) -> tuple[list[StudentPaper], int]:
    """Return those who were present and have every answer, and count those with only some."""
    staged = [(row, row.stage) for row in rows if row.status == StudentPresence.PRESENT]
    whole = [row for row, stage in staged if stage == ResultProgress.COMPLETE]
    partial = sum(stage == ResultProgress.PARTIAL for _, stage in staged)
    return [
        StudentPaper(row.earned, list(map(_read_response, row.cells)), row.form) for row in whole
    ], partial


def _question(item: Item, forms: dict[str, dict[str, tuple[str, ...]]]) -> AnalyzedQuestion:
    keys = {"": item.key}  # form A, as rows have it
    keys |= {form: printed[item.id] for form, printed in forms.items() if item.id in printed}
    kind = KINDS[item.kind]
    return AnalyzedQuestion(
        id=item.id,
        possible=exact(item.points),
        choices=kind.list_choices(item),
        keys=tuple((form, _right(item, key)) for form, key in keys.items()),
        several=kind.is_several,
    )


def _right(item: Item, key: tuple[str, ...]) -> frozenset[str]:
    if item.given_up:
        return frozenset(KINDS[item.kind].list_choices(item))
    return fully_right(key, item.worth) if item.scoring == Scoring.LISTED else frozenset(key)


@lru_cache(maxsize=4096)
def _read_response(cell: str) -> str | None:
    """Return the response in a cell; the same few letters come hundreds of thousands of times."""
    return "" if cell == OMITTED else response_in(cell)
