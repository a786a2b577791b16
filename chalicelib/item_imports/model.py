"""The result of reading a package: a line for each question, the items, and notes for all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chalicelib.assessments.items import Item
from chalicelib.assessments.model import FormattedTexts
from chalicelib.frozen_models import FrozenModel


class QuestionOutcome(StrEnum):
    """The outcome of one question."""

    IMPORTED = "imported"
    UNSUPPORTED = "unsupported"
    """Sound, but more than our items can say without changing what is asked or scored."""
    REFUSED = "refused"
    """Broken, missing, without a standard, or without room."""


class QuestionLine(FrozenModel):
    """The outcome of one question, and why; `notes` name the lost parts of an imported one."""

    number: int
    """Its place in the package, from 1."""
    outcome: QuestionOutcome
    file: str = ""
    identifier: str = ""
    title: str = ""
    kind: str = ""
    points: str = ""
    standards: tuple[str, ...] = ()
    code: str = ""
    reason: str = ""
    notes: tuple[str, ...] = ()
    item: str = ""
    """The id of the item made of it."""


@dataclass(frozen=True, slots=True)
class PackageReport:
    """A package as read. With a `code` no part of it could be read."""

    lines: tuple[QuestionLine, ...] = ()
    items: tuple[Item, ...] = ()
    """Of the lines that are imported, in order; their standards are identifiers."""
    formatted: tuple[FormattedTexts | None, ...] = ()
    """For each item its texts with formulas, lists and emphasis, where they have some."""
    notes: tuple[str, ...] = ()
    code: str = ""
    reason: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """Questions by what became of them."""
        return {
            str(outcome): sum(line.outcome is outcome for line in self.lines)
            for outcome in QuestionOutcome
        }
