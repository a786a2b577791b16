"""Everything that can be wrong with a package that can be read, in words with a way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .entries import Edge, Entry
from .fields import Link, text
from .model import NO_SUBJECT
from .package import Entity, Part, pointer
from .problems import Problem, error, warning

LONGEST = {"identifier": 200, "code": 200, "statement": 10_000}
"""Characters of a field that are taken."""


def no_document(where: str, said: Link) -> Problem:
    return warning(
        "document_missing",
        "The package has no CFDocument."
        + (" What its standards say of it was used." if said.names else ""),
        "Nothing to do if the title above is right; else export the whole package.",
        where=where,
        identifier=said.identifier,
    )


def no_framework_identifier(where: str) -> Problem:
    return error(
        "framework_identifier_missing",
        "The framework has no identifier, so a later import could not be matched with this one.",
        "Give CFDocument an identifier (a GUID), the same in every later export.",
        where=pointer(where, "identifier"),
    )


def no_title(where: str, identifier: str) -> Problem:
    return warning(
        "framework_title_missing",
        "The framework has no title.",
        "Give CFDocument a title; until then it is called 'Untitled framework'.",
        where=pointer(where, "title"),
        identifier=identifier,
    )


def wrong_in(entry: Entry, entity: Entity) -> Iterator[Problem]:
    if not entry.identifier:
        yield error(
            "identifier_missing",
            "This standard has no identifier, so nothing could be aligned to it.",
            "Give it an identifier (a GUID), the same in every later export.",
            where=pointer(entry.where, "identifier"),
            value=entry.code,
        )
    if not entry.statement:
        yield error(
            "statement_missing",
            "This standard has no text.",
            "Give it a fullStatement, or remove it from the package.",
            where=pointer(entry.where, "fullStatement"),
            identifier=entry.identifier,
            value=entry.code,
        )
    elif not text(entity.get("fullStatement")):
        yield warning(
            "statement_abbreviated",
            "This standard has no fullStatement; its abbreviatedStatement was used.",
            "Nothing to do if the short text will do.",
            where=pointer(entry.where, "fullStatement"),
            identifier=entry.identifier,
            value=entry.statement,
        )
    yield from _too_long(entry)


def _too_long(entry: Entry) -> Iterator[Problem]:
    for name, limit in LONGEST.items():
        value: str = getattr(entry, name)
        if len(value) > limit:
            yield error(
                f"{name}_too_long",
                f"This standard's {name} has {len(value):,} characters; it may have {limit:,}.",
                "Shorten it.",
                where=entry.where,
                identifier=entry.identifier[:200],
                value=value,
            )


def duplicate(entry: Entry, known: Entry) -> Problem:
    return error(
        "identifier_duplicate",
        f"Two standards have this identifier; the other one is at {known.where}"
        + (f" ({known.code})." if known.code else "."),
        "Give each standard an identifier of its own, or remove one of the two.",
        where=pointer(entry.where, "identifier"),
        identifier=entry.identifier,
        value=entry.code or entry.statement,
    )


def wrong_with(
    part: Part, kind: str, origin: Link, target: Link, ends: tuple[int | None, int | None]
) -> Iterator[Problem]:
    """Orphans: a child or a parent that is nowhere. Other kinds may point to other frameworks."""
    identifier = text(part.entity.get("identifier"))
    if not kind:
        yield warning(
            "association_type_missing",
            "This association has no type. It was left out.",
            "Nothing to do, unless it should have been an isChildOf.",
            where=pointer(part.where, "associationType"),
            identifier=identifier,
        )
    elif kind == "ischildof":
        for end, link_to, node in (("origin", origin, ends[0]), ("destination", target, ends[1])):
            if node is None:
                yield nowhere(part.where, identifier, end, link_to)
    elif ends == (None, None):
        yield warning(
            "association_elsewhere",
            "Neither end of this association is in the package. It was left out.",
            "Nothing to do.",
            where=part.where,
            identifier=identifier,
            value=f"{origin} -> {target}",
        )


def nowhere(where: str, identifier: str, end: str, target: Link) -> Problem:
    whose = "child" if end == "origin" else "parent"
    return error(
        f"association_{end}_missing",
        f"This isChildOf names a {whose} that is not in the package"
        + (f": {target.title!r}." if target.title else "."),
        f"Add the {whose} to the package, or correct or remove the association.",
        where=pointer(where, f"{end}NodeURI"),
        identifier=identifier,
        value=str(target),
    )


def repeated(
    part: Part, meaning: tuple[object, ...], seen: dict[str, tuple[object, ...]]
) -> Iterator[Problem]:
    """Two associations with one identifier: harmless when they say the same."""
    identifier = text(part.entity.get("identifier"))
    if not identifier:
        return
    before = seen.setdefault(identifier, (*meaning, part.where))
    if before[-1] == part.where:
        return
    say = warning if before[:-1] == meaning else error
    yield say(
        "association_duplicate",
        f"Two associations have this identifier; the other one is at {before[-1]}.",
        "Keep one of the two.",
        where=pointer(part.where, "identifier"),
        identifier=identifier,
        value=" ".join(map(str, meaning)),
    )


def circle(where: str, loop: list[int], entries: list[Entry]) -> Problem:
    names = [_called(node, entries) for node in loop]
    shown = [*names[:12], *(["…"] if len(names) > 12 else []), names[0]]  # noqa: PLR2004 - a line
    return error(
        "is_child_of_cycle",
        (
            f"{len(loop)} entries are each other's parents in a circle: "
            if len(loop) > 1
            else "This entry is its own parent: "
        )
        + " is a child of ".join(shown)
        + ".",
        "Remove or correct one of these isChildOf associations.",
        where=where,
        identifier=entries[loop[0]].identifier if loop[0] < len(entries) else "",
        value=", ".join(entries[n].identifier for n in loop if n < len(entries)),
    )


def _called(node: int, entries: list[Entry]) -> str:
    if node == len(entries):
        return "the framework itself"
    entry = entries[node]
    return entry.code or f"{entry.statement[:40]!r} ({entry.identifier})"


def second_parent(edge: Edge, entries: list[Entry], first: Edge) -> Problem:
    child = entries[edge.child]
    return warning(
        "several_parents",
        f"This standard has several parents. It stands under {_called(first.parent, entries)}.",
        "Nothing to do if that is right.",
        where=edge.where,
        identifier=child.identifier,
        value=_called(edge.parent, entries),
    )


def without_parent(entries: list[Entry], chosen: dict[int, Edge]) -> Iterable[Problem]:
    lost = [entry for n, entry in enumerate(entries) if n not in chosen]
    if lost and not chosen:
        return [
            warning(
                "no_hierarchy",
                "No isChildOf says what belongs where: all standards stand side by side.",
                "Nothing to do if the framework has no headings.",
            )
        ]
    return [
        warning(
            "parent_missing",
            "No isChildOf says where this standard belongs: it stands at the top.",
            "Nothing to do if that is right.",
            where=entry.where,
            identifier=entry.identifier,
            value=entry.code or entry.statement,
        )
        for entry in lost
    ]


def no_grades() -> Problem:
    return warning(
        "grades_missing",
        "No standard says which grade it is for, so each subject is one set for all grades.",
        "Nothing to do if teachers of all grades are to work with the whole set.",
    )


def no_subjects() -> Problem:
    return warning(
        "subjects_missing",
        f"Neither the framework nor a standard names a subject; the sets are filed under "
        f"{NO_SUBJECT!r}.",
        "Nothing to do, or add a subject to CFDocument.",
    )
