"""The right answers to a question in a file, and their meaning for an item."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from .items import ItemKind, Scoring
from .partial_credit import Key

MOST_ACCEPTED = 50
"""Responses that one key may list."""


class KeyReading(NamedTuple):
    """The meaning of an answer in a file: kind, key and scoring as an item has them.

    `best` is the most that a listed response earns, where the file has points per response.
    """

    kind: ItemKind
    key: Key
    scoring: Scoring = Scoring.ALL_OR_NOTHING
    best: str | None = None


class AcceptedResponse(NamedTuple):
    """One accepted response as it is written, and its points; None: all of the item's points."""

    response: str
    points: str | None = None


class KeyEntry(Protocol):
    """A question of a key file, as far as its kind reads it."""

    @property
    def answers(self) -> tuple[AcceptedResponse, ...]:
        """The accepted responses; there is one at least."""

    @property
    def loose(self) -> bool:
        """Whether only commas are between them: together they may be one response."""

    @property
    def any_of(self) -> bool:
        """Whether any response of these letters and no other earns the points."""

    @property
    def written(self) -> str:
        """The answers as the file has them."""
