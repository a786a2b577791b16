"""Which statements of a framework students attain, and which are headings or explanations.

The framework's own types and levels say so. That a statement has something below it says nothing:
a target has parts, and a cluster may have lost its standards.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from .entries import StatementEntry
from .model import Purpose

_ATTAINED = frozenset(
    {
        "standard", "benchmark", "expectation", "target", "objective", "outcome", "indicator",
        "competency",
    }
)  # fmt: skip
"""Last words of types that students attain, whatever lies below: `Performance Expectation`."""
_HEADINGS = frozenset(
    {
        "area", "category", "chapter", "claim", "cluster", "course", "domain", "grade", "group",
        "heading", "level", "section", "strand", "subject", "theme", "title", "topic", "unit",
    }
)  # fmt: skip
"""Last words of types that only group others: `Conceptual Category`, `Grade Level`."""
_NOTES = frozenset(
    {
        "boundary", "clarification", "comment", "commentary", "evidence", "example", "explanation",
        "footnote", "glossary", "introduction", "note", "question", "rationale", "remark",
        "rubric", "stem", "vocabulary",
    }
)  # fmt: skip
"""Words in the type of an entry that explains the one above it."""
_SAYS_NOTE = re.compile(
    r"(assessment boundar(y|ies)|clarifications?|clarification statements?|examples?|"
    r"(item |question )?stems?|rubrics?|(foot)?notes?) ?:",
    re.IGNORECASE,
)
"""How an entry without type and code begins that explains the one above it."""

_HALF = Fraction(1, 2)
MOSTLY = Fraction(2, 3)
"""If this share of the entries of one type has something below it, the type is one of headings."""


def find_purposes(
    entries: Sequence[StatementEntry], parent: Sequence[int | None], top_down: Sequence[int]
) -> dict[int, Purpose]:
    """Return the purpose of each entry.

    `parent` has the number of the entry above each; `top_down` lists each entry after the one
    above it. Entries that are not in `top_down` are left out.
    """
    notes: set[int] = set()
    for node in top_down:
        if parent[node] in notes or _is_note(entries[node]):
            notes.add(node)
    return {
        **dict.fromkeys(notes, Purpose.NOTE),
        **_Grouping(entries, parent, [node for node in top_down if node not in notes]).purposes(),
    }


def _is_note(entry: StatementEntry) -> bool:
    words = _words(entry.kind)
    if words:
        last = _singular(words[-1].casefold())
        return last not in _ATTAINED and any(map(_explains, words))
    return not entry.code and _SAYS_NOTE.match(entry.statement) is not None


class _Grouping:
    """A framework without its notes, and how often each type of entry groups others."""

    def __init__(
        self, entries: Sequence[StatementEntry], parent: Sequence[int | None], nodes: Sequence[int]
    ) -> None:
        self._entries = entries
        self._parent = parent
        self._nodes = nodes
        self._above = {parent[node] for node in nodes}
        self._groups = dict(self._sort_by_type())
        self._above_attained = {parent[n] for n in nodes if self._last_word(n) in _ATTAINED}
        self._below = Counter(parent[node] for node in nodes)
        self._full_below = Counter(parent[node] for node in nodes if node in self._above)
        shares: dict[object, Counter[bool]] = defaultdict(Counter)
        for node in nodes:
            shares[self._groups[node]][node in self._above] += 1
        self._shares = {group: Fraction(n[True], n.total()) for group, n in shares.items()}

    def purposes(self) -> dict[int, Purpose]:
        """Return what each entry is for."""
        lowest = {node for node in self._nodes if node not in self._above}
        named = any(self._last_word(node) not in _HEADINGS for node in lowest)
        return {node: self._purpose(node, named=named) for node in self._nodes}

    def _purpose(self, node: int, *, named: bool) -> Purpose:
        full = node in self._above
        word = self._last_word(node)
        if word in _ATTAINED:
            return Purpose.ATTAINED
        if word in _HEADINGS and named:
            return Purpose.HEADING if full else Purpose.EMPTY_HEADING
        if full:
            return Purpose.HEADING if self._is_full_heading(node) else Purpose.ATTAINED
        return Purpose.EMPTY_HEADING if self._is_empty_heading(node) else Purpose.ATTAINED

    def _is_full_heading(self, node: int) -> bool:
        """Return whether an entry with something below it groups others, and is nothing itself."""
        if node in self._above_attained or self._share_alike(node) >= _HALF:
            return True
        return not self._entries[node].kind and self._share_beside(node) >= _HALF

    def _is_empty_heading(self, node: int) -> bool:
        """Return whether an entry with nothing below it is like those that group others.

        Branches of a framework may be uneven: practices stand above clusters and are none. So an
        entry without a type must also stand among headings.
        """
        if self._share_alike(node) < MOSTLY:
            return False
        return bool(self._entries[node].kind) or self._share_beside(node) >= _HALF

    def _share_alike(self, node: int) -> Fraction:
        return self._shares[self._groups[node]]

    def _share_beside(self, node: int) -> Fraction:
        above = self._parent[node]
        return Fraction(self._full_below[above], self._below[above])

    def _sort_by_type(self) -> Iterator[tuple[int, object]]:
        """Yield what each entry is alike with: those of its type; for want of one, of its level."""
        level: dict[int | None, int] = {None: -1}
        for node in self._nodes:
            level[node] = level[self._parent[node]] + 1
            yield node, self._entries[node].kind.casefold() or level[node]

    def _last_word(self, node: int) -> str:
        words = _words(self._entries[node].kind)
        return _singular(words[-1].casefold()) if words else ""


def _explains(word: str) -> bool:
    """Recognize a word for an explanation; STEM is a field of learning."""
    return word != "STEM" and _singular(word.casefold()) in _NOTES


def _words(kind: str) -> list[str]:
    """Split a type into its words; `Note-taking` is one."""
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", kind)


def _singular(word: str) -> str:
    """Return a word of a type without its plural.

    >>> [_singular(word) for word in ("boundaries", "examples", "notes", "class")]
    ['boundary', 'example', 'note', 'clas']
    """
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    return word.removesuffix("s")
