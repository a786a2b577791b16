"""The declarations of an item: its responses with key and mapping, its outcomes with defaults."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from chalicelib.item_imports import question_problems

from .errors import Unsupported, cut
from .tree import Node

Single = str | Fraction | bool
Value = Single | frozenset[Single] | None
"""A value of QTI: `None` is NULL; a container is a set, since no order or count matters here."""

NUMBERS = ("float", "integer")
_VERSION = re.compile(r"imsqti\w*?_v(\d)p(\d)")
LOOSE_UNLESS_SAID = frozenset(("2.2", "3.0"))
"""Versions whose schema lets capital letters not matter where `caseSensitive` is absent. QTI 2.0
knows no such attribute, and QTI 2.1 gives it no default: texts are compared as they are."""
TRUE = ("true", "1")
_NUMBER = re.compile(r"[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,2})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class ResponseMapping:
    """The points of each response."""

    entries: dict[Single, Fraction]
    loose: dict[str, Fraction]
    """Texts in which case does not matter, folded."""
    default: Fraction
    lower: Fraction | None
    upper: Fraction | None

    @property
    def gives_points(self) -> bool:
        """Return whether any response is worth anything."""
        worths = (*self.entries.values(), *self.loose.values(), self.default)
        return max(worths) > 0 and (self.upper is None or self.upper > 0)

    def of(self, value: Value) -> Fraction:
        """Add up what a response is worth, within the bounds."""
        values = value if isinstance(value, frozenset) else () if value is None else (value,)
        total = sum(map(self.worth, values), Fraction(0))
        if value is None:
            total = self.entries.get("", self.default)
        return self.clamp(total)

    def clamp(self, total: Fraction) -> Fraction:
        """Keep points within the bounds."""
        total = total if self.lower is None else max(total, self.lower)
        return total if self.upper is None else min(total, self.upper)

    def worth(self, value: Single) -> Fraction:
        """Get what one value is worth: by its own spelling first, else by that of another case."""
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
    others: tuple[Single, ...] = ()
    """Further values of a right response that can have only one: each is correct alone."""
    default: Value = None
    mapping: ResponseMapping | None = None
    most: Fraction | None = None
    """`normalMaximum`, of an outcome."""

    @property
    def right(self) -> tuple[Value, ...]:
        """Every response that is declared right."""
        return () if self.correct is None else (self.correct, *self.others)


@dataclass(slots=True)
class Declared:
    """All variables of an item, by identifier."""

    responses: dict[str, Declaration] = field(default_factory=dict)
    outcomes: dict[str, Declaration] = field(default_factory=dict)


def read_declarations(item: Node) -> Declared:
    """Read the declarations of an item. Raises `Unsupported` for values that are no values."""
    found = Declared()
    loose = version_of(item) in LOOSE_UNLESS_SAID
    for node in item.nodes:
        if node.name == "responseDeclaration":
            found.responses[node.get("identifier")] = _declaration(node, loose=loose)
        elif node.name == "outcomeDeclaration":
            found.outcomes[node.get("identifier")] = _declaration(node, loose=loose)
    return found


def version_of(item: Node) -> str:
    """Return the version of QTI that an item says it is written in, as `2.1`, or nothing."""
    text = f"{item.get('xmlns')} {item.get('schemaLocation')}"
    found = _VERSION.search(text)
    return f"{found[1]}.{found[2]}" if found else ""


def read_single(text: str, base_type: str) -> Single:
    """Read one value of a base type. Raises `Unsupported`."""
    if base_type in NUMBERS:
        if not _NUMBER.fullmatch(text.strip()):
            raise Unsupported(question_problems.NUMBER_NOT_KEPT, text=cut(text))
        return Fraction(text.strip())
    return text.strip() in TRUE if base_type == "boolean" else " ".join(text.split())


def read_number(text: str) -> Fraction | None:
    """Read a number, or nothing."""
    return Fraction(text.strip()) if _NUMBER.fullmatch(text.strip()) else None


def _declaration(node: Node, *, loose: bool) -> Declaration:
    cardinality = node.get("cardinality") or "single"
    base_type = node.get("baseType")
    mapping = node.child("mapping")
    right = _values(node.child("correctResponse"), base_type)
    default = _values(node.child("defaultValue"), base_type)
    single = cardinality == "single"
    return Declaration(
        node.get("identifier"),
        cardinality,
        base_type,
        _value(right, single=single),
        tuple(right[1:]) if single else (),
        _value(default, single=single),
        _mapping(mapping, base_type, loose=loose) if mapping else None,
        read_number(node.get("normalMaximum")),
    )


def _values(node: Node | None, base_type: str) -> list[Single]:
    """Read values, each once; an empty one is NULL, as QTI has it, and so none."""
    texts = [each.text for each in node.nodes if each.name == "value"] if node else []
    return list(dict.fromkeys(read_single(text, base_type) for text in texts if text))


def _value(values: Sequence[Single], *, single: bool) -> Value:
    if not values:
        return None
    return values[0] if single else frozenset(values)


def _mapping(node: Node, base_type: str, *, loose: bool) -> ResponseMapping:
    """Read what each answer is worth; `loose`: capital letters do not matter unless it says so."""
    entries: dict[Single, Fraction] = {}
    folded: dict[str, Fraction] = {}
    for entry in node.all("mapEntry"):
        worth = _number(entry, "mappedValue")
        key = read_single(entry.get("mapKey"), base_type)
        if entries.setdefault(key, worth) != worth:
            raise Unsupported(question_problems.MAPPED_TWICE, key=cut(str(key)))
        text = entry.get("caseSensitive")
        if base_type == "string" and (text in ("false", "0") or (not text and loose)):
            folded.setdefault(str(key).casefold(), worth)
    bounds = [read_number(node.get(name)) for name in ("lowerBound", "upperBound")]
    return ResponseMapping(
        entries, folded, read_number(node.get("defaultValue")) or Fraction(0), *bounds
    )


def _number(node: Node, name: str) -> Fraction:
    number = read_number(node.get(name))
    if number is None:
        raise Unsupported(question_problems.MAPPED_NOT_A_NUMBER, name=cut(node.get(name)))
    return number
