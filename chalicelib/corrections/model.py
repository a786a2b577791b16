"""A correction and the values that it may hold (A9). Pure.

A correction changes keys, points, tolerance, scoring or cut scores of an assessment that has
results. It is the record of each change, with the earlier values, so that a class's scores by the
former key can be calculated at any time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field

from chalicelib.assessments.items import Points, Scoring, Text
from chalicelib.clock import from_instant
from chalicelib.frozen_models import FrozenModel, TrimmedModel

KIND = "correction"
"""As a job and as a due entry."""

LONGEST_REQUEST = timedelta(seconds=29)
"""The longest life of a request (`lambda_timeout`)."""

SETTLES_AFTER = 2 * LONGEST_REQUEST + timedelta(seconds=32)
"""The time after which nobody can save a sheet by the former key, and the index shows all that did.

The correction is written at the end of its own request at the latest. A save that read the
assessment just before ends at most one request's life later. The rest is for the index.
"""

Key = Annotated[tuple[Text, ...], Field(max_length=50)]


class ItemFix(TrimmedModel):
    """The new values of an item. Leave out what stays."""

    id: Annotated[str, Field(min_length=1, max_length=40)]
    """The item's id within its assessment. Example: `q7`"""
    key: Key | None = None
    """The new correct answer. Example: `["B"]`"""
    points: Points | None = None
    """The new points of the item, as a decimal. Points given by hand keep their share.

    Example: `2`
    """
    tolerance: Annotated[str, Field(max_length=20)] | None = None
    """How far a number may be off from now on. Example: `0.5`"""
    scoring: Scoring | None = None
    """How an answer earns points from now on. `everyone` gives the question up for all who sat the
    test.
    """
    accept_all: bool | None = None
    """Whether every student who answered gets all points. It is kept as the scoring
    `any_answer`.
    """


class FormFix(TrimmedModel):
    """The correct answer for an item on a printed form."""

    item: Annotated[str, Field(min_length=1, max_length=40)]
    """The item's id within its assessment. Example: `q7`"""
    key: Key
    """The new correct answer on this form. Example: `["C"]`"""


@dataclass(frozen=True, slots=True)
class Fixes:
    """The corrections that somebody asks for; `cuts` None leaves the cut scores unchanged."""

    items: Sequence[ItemFix] = ()
    versions: Mapping[str, Sequence[FormFix]] = field(default_factory=dict)
    cuts: tuple[str, ...] | None = None
    reason: str = ""


class ItemChange(FrozenModel):
    """One changed property of an item.

    `field` is key, points, tolerance or scoring; all but a key are one text. `form` is the printed
    form whose key it is, empty for A; `number` the item's place, from 1.
    """

    item: str
    number: int
    form: str = ""
    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class CutChange(FrozenModel):
    """Cut scores before and after, in percent."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class Correction(FrozenModel):
    """A correction's author, time, reason and changes; `revision` is the assessment's after it."""

    id: str
    assessment: str
    revision: int
    by: str
    by_name: str = ""
    at: str
    reason: str = ""
    changes: tuple[ItemChange, ...] = ()
    cuts: CutChange | None = None

    @property
    def settles(self) -> datetime:
        """From when on a pass can be the last."""
        return from_instant(self.at) + SETTLES_AFTER


@dataclass(frozen=True, slots=True)
class CorrectionState:
    """A correction and how far it is; `total` sheets is unknown until they were counted."""

    correction: Correction
    due: str
    """When the clock looks at it next; empty once it is done."""
    total: int | None = None
    finished: str = ""

    @property
    def done(self) -> bool:
        """Return whether every sheet is scored by the present key."""
        return bool(self.finished)


@dataclass(frozen=True, slots=True)
class Moved:
    """Of some students: how many are at a higher level now, at a lower one, at the same."""

    up: int = 0
    down: int = 0
    unchanged: int = 0

    def __add__(self, other: Moved) -> Moved:
        """Count both."""
        return Moved(self.up + other.up, self.down + other.down, self.unchanged + other.unchanged)

    @property
    def many(self) -> int:
        """How many students these are."""
        return self.up + self.down + self.unchanged


@dataclass(frozen=True, slots=True)
class SheetMoves:
    """Counts of students that a correction moved on one sheet: in all, and by standard position."""

    school_class: str
    school: str
    students: Moved
    standards: Mapping[int, Moved]
