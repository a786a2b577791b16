"""The standards that a question's metadata names, matched with a standards set.

Read are curriculum standards metadata (GUID, label, CASE address) and the classification and
keywords of LOM. A GUID, or a classification by objective or competency, names a standard for
certain; other words only might.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .errors import cut
from .tree import Node

MOST_NAMES = 100
_PURPOSES = ("objective", "competency", "standard", "skill")

Names = Mapping[str, str]
"""Folded identifiers and codes of a set's standards, each with the identifier it means."""


@dataclass(frozen=True, slots=True)
class Named:
    """One standard as metadata names it, most certain name first."""

    names: tuple[str, ...]
    certain: bool


def fold_name(name: str) -> str:
    """Write a name so that spellings of one identifier or code compare equal.

    >>> fold_name("https://case.example/ims/case/v1p0/CFItems/AB-1"), fold_name(" {urn:uuid:AB-1} ")
    ('ab-1', 'ab-1')
    """
    plain = "".join(name.split()).strip("{}").casefold()
    plain = plain.rstrip("/").rpartition("/")[2] if "://" in plain else plain
    return plain.removeprefix("urn:uuid:").strip("{}")


def match_standards(
    named: Iterable[Named], known: Names
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the identifiers that are meant, and the certain names that the set does not have."""
    found: dict[str, None] = {}
    lost: dict[str, None] = {}
    for one in named:
        hit = next((known[key] for key in map(fold_name, one.names) if key in known), None)
        if hit is not None:
            found[hit] = None
        elif one.certain:
            lost[cut(one.names[-1], 60)] = None
    return tuple(found), tuple(lost)


def standards_named(metadata: Iterable[Node]) -> list[Named]:
    """Read every standard that metadata names, up to a hundred."""
    found = [one for node in metadata for one in _read_names(node)]
    return [one for one in found if one.names][:MOST_NAMES]


def _read_names(node: Node) -> Iterator[Named]:
    taken = {id(guid) for one in node.all("labelledGUID") for guid in one.all("GUID")}
    for one in node.all("labelledGUID"):
        yield Named(_texts(one, "GUID", "caseItemURI", "label"), certain=True)
    for one in node.all("GUID"):
        if id(one) not in taken and one.text:
            yield Named((one.text,), certain=True)
    for one in node.all("classification"):
        yield from _read_classification(one)
    for one in node.all("keyword"):
        yield Named(_words(one), certain=False)


def _texts(node: Node, *names: str) -> tuple[str, ...]:
    """Return the texts of these elements; of a label also its first word, often the code."""
    texts = [each.text for name in names for each in node.all(name) if each.text]
    first = (text.split()[0].rstrip(":") for text in texts[-1:] if " " in text)
    return (*texts, *first)


def _read_classification(node: Node) -> Iterator[Named]:
    purpose = node.child("purpose")
    text = purpose.text.casefold() if purpose else ""
    certain = any(word in text for word in _PURPOSES)
    for taxon in node.all("taxon"):
        own = [each for each in taxon.nodes if each.name in ("id", "identifier", "entry")]
        yield Named(tuple(each.text for each in own if each.text), certain)
    for word in node.all("keyword"):
        yield Named(_words(word), certain)


def _words(node: Node) -> tuple[str, ...]:
    parts = [each.text for each in node.all("string", "langstring")] or [node.text]
    return tuple(part for part in parts if part)
