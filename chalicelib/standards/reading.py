"""A CASE package as a framework, and everything that is wrong with it.

It is tolerant: unknown keys, nulls, other spellings and missing extras are read past without a
word. A fault that would make a tracker or a test mean something else is an error. Such faults are
two standards with one identifier, a parent that is nowhere, and a circle. Nothing of a package with
errors is applied.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from chalicelib.findings.model import Problem

from . import findings, json_tree
from .entries import Edge, StatementEntry, ends_of, letters, nodes_of, resolve
from .fields import CaseLink, day, few, link, links, number, tail, text, texts
from .grades import Band, band
from .hierarchy import loops, preorder
from .model import Framework, Standard
from .package import Entity, PackagePart, StandardsPackage, get, pointer, unwrap
from .selectability import find_purposes

_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_LAST = float("inf")


@dataclass(frozen=True, slots=True)
class FrameworkReading:
    """A package as read: the framework as far as it goes, problems, and counts."""

    framework: Framework
    problems: list[Problem]
    counts: dict[str, int] = field(default_factory=dict)


def read(content: bytes) -> FrameworkReading:
    """Read a file. Raises `Unreadable` when it cannot be read with certainty."""
    tree = json_tree.read(content)
    package = unwrap(tree.root)
    return _Reader(package, [*tree.problems, *package.problems]).reading()


class _Reader:
    """Reads one package; `problems` grows on the way."""

    def __init__(self, package: StandardsPackage, problems: list[Problem]) -> None:
        self.package = package
        self.problems = problems
        self.titles = _definition_titles(package.definitions)

    def reading(self) -> FrameworkReading:
        document = self.framework()
        entries = self.entries()
        edges = self.edges(entries, document)
        self.circles(entries, edges)
        standards = self.standards(entries, edges)
        self.gaps(standards)
        counts = {
            "statements": len(self.package.items),
            "associations": len(self.package.associations),
            "standards": sum(one.selectable for one in standards),
            "headings": sum(not one.selectable for one in standards),
        }
        return FrameworkReading(_with(document, standards), self.problems, counts)

    # -- the document ---------------------------------------------------------------------------

    def framework(self) -> Framework:
        """Read the document; when it is missing, what the items say of it will do."""
        where, entity = self.package.document.where, self.package.document.entity
        case_link = self.find_document_link() if not entity else CaseLink()
        if not entity:
            self.problems.append(findings.no_document(where, case_link))
        uri = text(entity.get("uri")) or case_link.uri
        identifier = text(entity.get("identifier")) or case_link.identifier or tail(uri)
        title = text(entity.get("title")) or case_link.title
        if not identifier:
            self.problems.append(findings.no_framework_identifier(where))
        if not title:
            self.problems.append(findings.no_title(where, identifier))
        return Framework(
            safe_id(identifier),
            identifier,
            (title or "Untitled framework")[:300],
            text(entity.get("creator"))[:300],
            text(entity.get("language"))[:40],
            text(entity.get("version"))[:100],
            text(entity.get("adoptionStatus"))[:100],
            uri[:1000],
        )

    def find_document_link(self) -> CaseLink:
        links_to = (link(item.entity.get("CFDocumentURI")) for item in self.package.items)
        return next((one for one in links_to if one.names), CaseLink())

    # -- the statements -------------------------------------------------------------------------

    def entries(self) -> list[StatementEntry]:
        """Read the statements; one with an identifier that another has is named and left out."""
        entries: list[StatementEntry] = []
        first: dict[str, StatementEntry] = {}
        for item in self.package.items:
            entry = self.entry(item)
            self.problems += findings.wrong_in(entry, item.entity)
            known = first.setdefault(entry.identifier.casefold(), entry)
            if known is entry or not entry.identifier:
                entries.append(entry)
            else:
                self.problems.append(findings.duplicate(entry, known))
        return entries

    def entry(self, item: PackagePart) -> StatementEntry:
        entity = item.entity
        uri = text(entity.get("uri"))
        return StatementEntry(
            item.where,
            text(entity.get("identifier")) or tail(uri),
            uri,
            text(entity.get("humanCodingScheme")),
            text(entity.get("fullStatement")) or text(entity.get("abbreviatedStatement")),
            (text(entity.get("CFItemType")) or self.find_title(entity.get("CFItemTypeURI")))[:100],
            few(texts(entity.get("subject")) or self.subjects(entity.get("subjectURI"))),
            texts(entity.get("educationLevel")) or texts(entity.get("educationalLevel")),
            day(entity.get("statusEndDate")),
        )

    def find_title(self, value: object) -> str:
        """Return the title of what a link points at: as defined in the package, or as it says."""
        target = link(value)
        defined = (self.titles[name] for name in target.names if name in self.titles)
        return next(defined, target.title)

    def subjects(self, value: object) -> tuple[str, ...]:
        titles = (self.find_title(one) for one in (value if isinstance(value, list) else [value]))
        return tuple(dict.fromkeys(filter(None, titles)))

    # -- the associations -----------------------------------------------------------------------

    def edges(self, entries: list[StatementEntry], document: Framework) -> list[Edge]:
        """Read `isChildOf`, wherever it is written. Other associations are not kept."""
        nodes = nodes_of(entries, document)
        seen: dict[str, tuple[object, ...]] = {}
        edges = []
        for part in self.package.associations:
            origin, target = ends_of(part)
            kind = letters(text(part.entity.get("associationType")))
            ends = (resolve(origin, nodes), resolve(target, nodes))
            self.problems += findings.wrong_with(part, kind, origin, target, ends)
            self.problems += findings.report_repeated(part, (kind, str(origin), str(target)), seen)
            if kind == "ischildof" and ends[0] is not None and ends[1] is not None:
                sequence = number(part.entity.get("sequenceNumber"))
                rank = _LAST if sequence is None else sequence
                edges.append(Edge(part.where, ends[0], ends[1], rank))
        return edges + list(self.inline_parents(nodes))

    def inline_parents(self, nodes: dict[str, int]) -> Iterator[Edge]:
        """Read `isChildOf` written as a field of the item."""
        for item in self.package.items:
            for target in links(item.entity.get("isChildOf")):
                where = pointer(item.where, "isChildOf")
                child = resolve(link(item.entity), nodes)
                parent = resolve(target, nodes)
                if parent is None:
                    self.problems.append(findings.nowhere(where, "", "destination", target))
                elif child is not None:
                    yield Edge(where, child, parent, _LAST)

    # -- the tree -------------------------------------------------------------------------------

    def circles(self, entries: list[StatementEntry], edges: list[Edge]) -> None:
        """Name every circle with its members."""
        parents: list[list[int]] = [[] for _ in range(len(entries) + 1)]
        for edge in edges:
            parents[edge.child].append(edge.parent)
        for loop in loops(parents):
            closing = next(e for e in edges if e.child == loop[-1] and e.parent == loop[0])
            self.problems.append(findings.circle(closing.where, loop, entries))

    def standards(self, entries: list[StatementEntry], edges: list[Edge]) -> list[Standard]:
        """Put the statements into tree order; grades and subjects come down from above."""
        parent, ranks = self.parents(entries, edges)
        top_down = preorder(parent, ranks)
        purposes = find_purposes(entries, parent, top_down)
        self.problems += findings.empty_headings(entries, purposes)
        shared = texts(self.package.document.entity.get("subject"))
        shared = few(shared or self.subjects(self.package.document.entity.get("subjectURI")))
        made: dict[int, Standard] = {}
        for node in top_down:
            entry, above = entries[node], _above(node, parent, made)
            made[node] = Standard(
                entry.identifier,
                entry.code,
                entry.statement,
                entry.kind,
                above.identifier if above else None,
                above.level + 1 if above else 0,
                len(made),
                entry.subjects or (above.subjects if above else _join_subjects(shared)),
                band(entry.grades) if entry.grades else (above.band if above else Band()),
                purposes[node],
                entry.ends,
            )
        return list(made.values())

    def parents(
        self, entries: list[StatementEntry], edges: list[Edge]
    ) -> tuple[list[int | None], list[tuple[float, int]]]:
        """Return each entry one parent (none is the document) and its rank among its siblings."""
        document = len(entries)
        chosen: dict[int, Edge] = {}
        for edge in edges:
            if edge.child == document:
                continue
            first = chosen.setdefault(edge.child, edge)
            if first.parent != edge.parent:
                self.problems.append(findings.second_parent(edge, entries, first))
        self.problems += findings.without_parent(entries, chosen)
        parent = [chosen[n].parent if n in chosen else document for n in range(document)]
        ranks = [(chosen[n].sequence if n in chosen else _LAST, n) for n in range(document)]
        return [None if p == document else p for p in parent], ranks

    def gaps(self, standards: Sequence[Standard]) -> None:
        """Say what the sets will be called for want of grades or subjects."""
        selectable = [one for one in standards if one.selectable]
        if selectable and not any(one.band.grades for one in selectable):
            self.problems.append(findings.no_grades())
        if selectable and not any(one.subjects for one in selectable):
            self.problems.append(findings.no_subjects())


def safe_id(identifier: str) -> str:
    """Return an identifier for addresses: the CASE one, or a hash of one that does not fit there.

    >>> safe_id("df2034ba-f662-5692-b220-5d9a7c13c33d")
    'df2034ba-f662-5692-b220-5d9a7c13c33d'
    >>> len(safe_id("http://x.example/1"))
    32
    """
    if _SAFE_ID.fullmatch(identifier):
        return identifier
    return hashlib.sha256(identifier.encode()).hexdigest()[:32]


def _with(document: Framework, standards: list[Standard]) -> Framework:
    return replace(document, standards=tuple(standards))


def _definition_titles(definitions: Entity) -> dict[str, str]:
    """Get the titles of the package's subjects and item types, by everything they are known by."""
    titles: dict[str, str] = {}
    for kind in ("cfsubjects", "cfitemtypes"):
        found = get(definitions, (kind,))
        for entity in found if isinstance(found, list) else []:
            if isinstance(entity, dict):
                for name in link(entity).names:
                    titles.setdefault(name, text(entity.get("title")))
    return titles


def _above(node: int, parent: Sequence[int | None], made: dict[int, Standard]) -> Standard | None:
    over = parent[node]
    return None if over is None else made[over]


def _join_subjects(subjects: tuple[str, ...]) -> tuple[str, ...]:
    """A document of several subjects does not say which standard is of which: keep them as one."""
    return (" and ".join(subjects),) if subjects else ()
