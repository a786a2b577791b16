"""A document of the roster, and a change of one, as the table takes it.

`documents` makes them of an import's tables; requests do not load it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pydantic import BaseModel

from chalicelib.districts.sign_in_entry import SignIn, write_sign_in
from chalicelib.storage.attributes import Item

from .model import RosterDocumentKind

SEPARATOR = "\x1f"
"""Between the two sides of a list entry; a sourcedId never holds it."""


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document with its place: `owner` is whose list it is in, for the kinds that are lists."""

    kind: RosterDocumentKind
    id: str
    model: BaseModel | SignIn
    owner: str = ""

    @property
    def name(self) -> str:
        """The name that distinguishes it from others of its kind."""
        return f"{self.owner}{SEPARATOR}{self.id}" if self.owner else self.id


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """Write this entry, or (without an entry) remove what has this kind, owner and id."""

    kind: RosterDocumentKind
    id: str
    owner: str
    entry: DocumentEntry | None

    @property
    def removes(self) -> bool:
        """Return whether something goes."""
        return self.entry is None


TURNS = {kind.value: turn for turn, kind in enumerate(RosterDocumentKind)}


class KeptChange(NamedTuple):
    """A change as its file has it: the attributes to write, or none where something goes."""

    kind: str
    id: str
    owner: str
    item: Item | None

    @property
    def turn(self) -> int:
        """When it is made: what is referred to comes first, removals last and the other way round.

        At every moment in between, nothing refers to what is not there.
        """
        at = TURNS[self.kind]
        return 2 * len(TURNS) - at if self.item is None else at


def serialize_document(document: BaseModel | SignIn) -> str:
    """Write a document as it is kept."""
    if isinstance(document, SignIn):
        return write_sign_in(document)
    return document.model_dump_json(exclude_defaults=True)
