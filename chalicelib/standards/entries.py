"""The parts of a package while it is read: entries, the edges between them, and finding ends."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import CaseLink, link
from .model import Framework
from .package import InlineAssociation, PackagePart, get


@dataclass(slots=True)
class StatementEntry:
    """One statement as read."""

    where: str
    identifier: str
    uri: str
    code: str
    statement: str
    kind: str
    subjects: tuple[str, ...]
    grades: tuple[str, ...]
    ends: str = ""
    """The last day on which it is in force, as a day; blank if none is named."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One `isChildOf`, its ends found: numbers of entries; the document is the last number."""

    where: str
    child: int
    parent: int
    sequence: float


def nodes_of(entries: list[StatementEntry], document: Framework) -> dict[str, int]:
    """Number everything an association can point at, by every name it is known by."""
    nodes: dict[str, int] = {}
    for n, entry in enumerate(entries):
        for name in CaseLink(entry.identifier, entry.uri).names:
            nodes.setdefault(name.casefold(), n)
    for name in CaseLink(document.identifier, document.uri).names:
        nodes.setdefault(name.casefold(), len(entries))
    return nodes


def resolve(target: CaseLink, nodes: dict[str, int]) -> int | None:
    found = (nodes.get(name.casefold()) for name in target.names)
    return next((node for node in found if node is not None), None)


def ends_of(part: PackagePart) -> tuple[CaseLink, CaseLink]:
    entity = part.entity
    origin = get(entity, ("originnodeuri", "originnode", "originnodeidentifier"))
    target = get(entity, ("destinationnodeuri", "destinationnode", "destinationnodeidentifier"))
    if origin is None and isinstance(part, InlineAssociation):
        origin = part.item
    return link(origin), link(target)


def letters(kind: str) -> str:
    """Compare association types by their letters: `isChildOf` is `Is Child Of`."""
    return "".join(filter(str.isalpha, kind)).casefold()
