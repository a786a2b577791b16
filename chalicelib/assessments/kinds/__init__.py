"""The kinds of question. Each has a module that says everything about it, and a row here."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.assessments.items import ItemKind

from .choice import MULTIPLE_CHOICE, SINGLE_CHOICE
from .numeric import NUMERIC
from .points import POINTS
from .question_kind import QuestionKind
from .short_text import SHORT_TEXT
from .true_false import TRUE_FALSE

KINDS: Mapping[ItemKind, QuestionKind] = {
    ItemKind.SINGLE_CHOICE: SINGLE_CHOICE,
    ItemKind.MULTIPLE_CHOICE: MULTIPLE_CHOICE,
    ItemKind.TRUE_FALSE: TRUE_FALSE,
    ItemKind.NUMERIC: NUMERIC,
    ItemKind.SHORT_TEXT: SHORT_TEXT,
    ItemKind.POINTS: POINTS,
}
