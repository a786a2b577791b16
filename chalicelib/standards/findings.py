"""Everything that can be wrong with a package that can be read, in words with a way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from chalicelib.findings.model import Problem, report
from chalicelib.standards import package_problems

from .entries import Edge, StatementEntry
from .fields import CaseLink, text
from .model import NO_SUBJECT, Purpose
from .package import Entity, PackagePart, pointer

LONGEST = {"identifier": 200, "code": 200, "statement": 10_000}
"""Characters of a field that are taken."""


def no_document(where: str, link: CaseLink) -> Problem:
    declared = (
        package_problems.DOCUMENT_DERIVED if link.names else package_problems.DOCUMENT_MISSING
    )
    return report(declared, where=where, identifier=link.identifier)


def no_framework_identifier(where: str) -> Problem:
    return report(package_problems.FRAMEWORK_IDENTIFIER_MISSING, where=pointer(where, "identifier"))


def no_title(where: str, identifier: str) -> Problem:
    return report(
        package_problems.FRAMEWORK_TITLE_MISSING,
        where=pointer(where, "title"),
        identifier=identifier,
    )


def wrong_in(entry: StatementEntry, entity: Entity) -> Iterator[Problem]:
    if not entry.identifier:
        yield report(
            package_problems.IDENTIFIER_MISSING,
            where=pointer(entry.where, "identifier"),
            value=entry.code,
        )
    if not entry.statement:
        yield report(
            package_problems.STATEMENT_MISSING,
            where=pointer(entry.where, "fullStatement"),
            identifier=entry.identifier,
            value=entry.code,
        )
    elif not text(entity.get("fullStatement")):
        yield report(
            package_problems.STATEMENT_ABBREVIATED,
            where=pointer(entry.where, "fullStatement"),
            identifier=entry.identifier,
            value=entry.statement,
        )
    if text(entity.get("statusEndDate")) and not entry.ends:
        yield report(
            package_problems.END_DATE_UNREADABLE,
            where=pointer(entry.where, "statusEndDate"),
            identifier=entry.identifier,
            value=text(entity.get("statusEndDate")),
        )
    yield from _too_long(entry)


def empty_headings(
    entries: Sequence[StatementEntry], purposes: Mapping[int, Purpose]
) -> Iterator[Problem]:
    """Name headings that have nothing below them; those of one type are equal problems."""
    for node, purpose in sorted(purposes.items()):
        if purpose is Purpose.EMPTY_HEADING:
            empty = entries[node]
            declared = (
                package_problems.HEADINGS_EMPTY
                if empty.kind
                else package_problems.HEADINGS_WITHOUT_TYPE_EMPTY
            )
            yield report(
                declared,
                where=empty.where,
                identifier=empty.identifier,
                value=empty.code or empty.statement,
                kind=empty.kind,
            )


def _too_long(entry: StatementEntry) -> Iterator[Problem]:
    for name, limit in LONGEST.items():
        value: str = getattr(entry, name)
        if len(value) > limit:
            yield report(
                package_problems.TOO_LONG[name],
                where=entry.where,
                identifier=entry.identifier[:200],
                value=value,
                detail=f"It has {len(value):,}.",
                limit=limit,
            )


def duplicate(entry: StatementEntry, known: StatementEntry) -> Problem:
    return report(
        package_problems.IDENTIFIER_DUPLICATE,
        where=pointer(entry.where, "identifier"),
        identifier=entry.identifier,
        value=entry.code or entry.statement,
        detail=f"The other one is at {known.where}{f' ({known.code})' if known.code else ''}.",
    )


def wrong_with(
    part: PackagePart,
    kind: str,
    origin: CaseLink,
    target: CaseLink,
    ends: tuple[int | None, int | None],
) -> Iterator[Problem]:
    """Orphans: a child or a parent that is nowhere. Other kinds may point to other frameworks."""
    identifier = text(part.entity.get("identifier"))
    if not kind:
        yield report(
            package_problems.ASSOCIATION_TYPE_MISSING,
            where=pointer(part.where, "associationType"),
            identifier=identifier,
        )
    elif kind == "ischildof":
        for end, link_to, node in (("origin", origin, ends[0]), ("destination", target, ends[1])):
            if node is None:
                yield nowhere(part.where, identifier, end, link_to)
    elif ends == (None, None):
        yield report(
            package_problems.ASSOCIATION_ELSEWHERE,
            where=part.where,
            identifier=identifier,
            value=f"{origin} -> {target}",
        )


def nowhere(where: str, identifier: str, end: str, target: CaseLink) -> Problem:
    return report(
        package_problems.END_MISSING[end],
        where=pointer(where, f"{end}NodeURI"),
        identifier=identifier,
        value=str(target),
        detail=f"It is called {target.title!r}." if target.title else "",
    )


def report_repeated(
    part: PackagePart, meaning: tuple[object, ...], seen: dict[str, tuple[object, ...]]
) -> Iterator[Problem]:
    """Two associations with one identifier: harmless when they say the same."""
    identifier = text(part.entity.get("identifier"))
    if not identifier:
        return
    before = seen.setdefault(identifier, (*meaning, part.where))
    if before[-1] == part.where:
        return
    is_harmless = before[:-1] == meaning
    yield report(
        package_problems.ASSOCIATION_REPEATED
        if is_harmless
        else package_problems.ASSOCIATION_DUPLICATE,
        where=pointer(part.where, "identifier"),
        identifier=identifier,
        value=" ".join(map(str, meaning)),
        detail=f"The other one is at {before[-1]}.",
    )


def circle(where: str, loop: list[int], entries: list[StatementEntry]) -> Problem:
    names = [_name_node(node, entries) for node in loop]
    shown = [*names[:12], *(["…"] if len(names) > 12 else []), names[0]]  # noqa: PLR2004 - a line
    return report(
        package_problems.IS_CHILD_OF_CYCLE if len(loop) > 1 else package_problems.OWN_PARENT,
        detail=f"{len(loop):,} in the circle: {' is a child of '.join(shown)}.",
        where=where,
        identifier=entries[loop[0]].identifier if loop[0] < len(entries) else "",
        value=", ".join(entries[n].identifier for n in loop if n < len(entries)),
    )


def _name_node(node: int, entries: list[StatementEntry]) -> str:
    if node == len(entries):
        return "the framework itself"
    entry = entries[node]
    return entry.code or f"{entry.statement[:40]!r} ({entry.identifier})"


def second_parent(edge: Edge, entries: list[StatementEntry], first: Edge) -> Problem:
    child = entries[edge.child]
    return report(
        package_problems.SEVERAL_PARENTS,
        where=edge.where,
        identifier=child.identifier,
        value=_name_node(edge.parent, entries),
        detail=f"It stands under {_name_node(first.parent, entries)}.",
    )


def without_parent(entries: list[StatementEntry], chosen: dict[int, Edge]) -> Iterable[Problem]:
    lost = [entry for n, entry in enumerate(entries) if n not in chosen]
    if lost and not chosen:
        return [report(package_problems.NO_HIERARCHY)]
    return [
        report(
            package_problems.PARENT_MISSING,
            where=entry.where,
            identifier=entry.identifier,
            value=entry.code or entry.statement,
        )
        for entry in lost
    ]


def no_grades() -> Problem:
    return report(package_problems.GRADES_MISSING)


def no_subjects() -> Problem:
    return report(package_problems.SUBJECTS_MISSING, no_subject=NO_SUBJECT)
