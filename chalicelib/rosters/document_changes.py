"""A document of the roster, and a change of one, as the table takes it.

`documents` makes them of an import's tables; requests do not load it.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from chalicelib.districts.sign_in_entry import SignIn, write_sign_in

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


def serialize_document(document: BaseModel | SignIn) -> str:
    """Write a document as it is kept."""
    if isinstance(document, SignIn):
        return write_sign_in(document)
    return document.model_dump_json(exclude_defaults=True)
