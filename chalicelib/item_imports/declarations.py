"""What an item declares: its responses with key and mapping, its outcomes with defaults."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from chalicelib.item_imports import question_problems

from .tree import Node
from .trouble import Unsupported, cut

Single = str | Fraction | bool
Value = Single | frozenset[Single] | None
"""A value of QTI: `None` is NULL; a container is a set, since no order or count matters here."""

NUMBERS = ("float", "integer")
_NUMBER = re.compile(r"[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,2})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each response is worth."""

    entries: dict[Single, Fraction]
    loose: dict[str, Fraction]
    """Texts in which case does not matter, folded."""
    default: Fraction
    lower: Fraction | None
    upper: Fraction | None

    def of(self, value: Value) -> Fraction:
        """Add up what a response is worth, within the bounds."""
        values = value if isinstance(value, frozenset) else () if value is None else (value,)
        total = sum(map(self._one, values), Fraction(0))
        if value is None and self.default:
            total = self.default
        total = total if self.lower is None else max(total, self.lower)
        return total if self.upper is None else min(total, self.upper)

    def _one(self, value: Single) -> Fraction:
        if value in self.entries:
            return self.entries[value]
        folded = value.casefold() if isinstance(value, str) else ""
        return self.loose.get(folded, self.default)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One variable of an item."""

    identifier: str
    cardinality: str
    base_type: str
    correct: Value = None
    """The declared right response."""
    default: Value = None
    mapping: Mapping | None = None
    most: Fraction | None = None
    """`normalMaximum`, of an outcome."""
    by_person: bool = False
    """An outcome that is `externalScored` by a human."""


@dataclass(slots=True)
class Declared:
    """All variables of an item, by identifier."""

    responses: dict[str, Declaration] = field(default_factory=dict)
    outcomes: dict[str, Declaration] = field(default_factory=dict)


def declared(item: Node) -> Declared:
    """Read the declarations of an item. Raises `Unsupported` for values that are no values."""
    found = Declared()
    for node in item.nodes:
        if node.name == "responseDeclaration":
            found.responses[node.get("identifier")] = _declaration(node)
        elif node.name == "outcomeDeclaration":
            found.outcomes[node.get("identifier")] = _declaration(node)
    return found


def read_single(text: str, base_type: str) -> Single:
    """Read one value of a base type. Raises `Unsupported`."""
    if base_type in NUMBERS:
        if not _NUMBER.fullmatch(text.strip()):
            raise Unsupported(question_problems.NUMBER_NOT_KEPT, text=cut(text))
        return Fraction(text.strip())
    return text.strip() == "true" if base_type == "boolean" else " ".join(text.split())


def read_number(text: str) -> Fraction | None:
    """Read a number, or nothing."""
    return Fraction(text.strip()) if _NUMBER.fullmatch(text.strip()) else None


def _declaration(node: Node) -> Declaration:
    cardinality = node.get("cardinality") or "single"
    base_type = node.get("baseType")
    mapping = node.child("mapping")
    return Declaration(
        node.get("identifier"),
        cardinality,
        base_type,
        _values(node.child("correctResponse"), cardinality, base_type),
        _values(node.child("defaultValue"), cardinality, base_type),
        _mapping(mapping, base_type) if mapping else None,
        read_number(node.get("normalMaximum")),
        node.get("externalScored") == "human",
    )


def _values(node: Node | None, cardinality: str, base_type: str) -> Value:
    texts = [each.text for each in node.nodes if each.name == "value"] if node else []
    if not texts:
        return None
    if cardinality == "single":
        return read_single(texts[0], base_type)
    return frozenset(read_single(text, base_type) for text in texts)


def _mapping(node: Node, base_type: str) -> Mapping:
    entries: dict[Single, Fraction] = {}
    loose: dict[str, Fraction] = {}
    for entry in node.all("mapEntry"):
        key, worth = read_single(entry.get("mapKey"), base_type), _number(entry, "mappedValue")
        if entry.get("caseSensitive") == "false" and isinstance(key, str):
            loose[key.casefold()] = worth
        else:
            entries[key] = worth
    bounds = [read_number(node.get(name)) for name in ("lowerBound", "upperBound")]
    return Mapping(entries, loose, read_number(node.get("defaultValue")) or Fraction(0), *bounds)


def _number(node: Node, name: str) -> Fraction:
    number = read_number(node.get(name))
    if number is None:
        raise Unsupported(question_problems.MAPPED_NOT_A_NUMBER, name=cut(node.get(name)))
    return number
