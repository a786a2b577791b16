"""The right answers in an item analysis follow the item's scoring."""

from __future__ import annotations

import pytest

from chalicelib.assessments.items import Item, ItemKind, Scoring
from chalicelib.assessments.model import Contents
from chalicelib.results.analysis.asked import questions


@pytest.mark.parametrize(
    ("scoring", "right"),
    [
        (Scoring.ALL_OR_NOTHING, frozenset({"B"})),
        (Scoring.ANY_ANSWER, frozenset({"A", "B", "C"})),
    ],
)
def test_a_question_that_was_given_up_has_no_wrong_answer(
    scoring: Scoring, right: frozenset[str]
) -> None:
    item = Item(
        id="i1",
        kind=ItemKind.SINGLE_CHOICE,
        prompt="Which?",
        choices=("1", "2", "3"),
        key=("B",),
        points="1",
        standards=("3.FR.1",),
        scoring=scoring,
    )
    (asked,) = questions(Contents(items=(item,), masks=(1,)))
    assert asked.right("") == right
