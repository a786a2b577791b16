"""Where in the JSON the package is, and its parts as they stand.

Packages come bare, wrapped (`{"CFPackage": ...}`, `{"data": [...]}`), with keys in other cases,
with associations beside the items or inside them. Every part keeps its JSON pointer, so that a
problem can say where it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.findings.model import Problem, Unreadable, report
from chalicelib.standards import package_problems

MOST_ITEMS = 30_000
MOST_ASSOCIATIONS = 150_000
"""Statements and associations of one package."""

_DEEPEST_WRAPPER = 6
_MOST_WRAPPERS = 2_000
_ITEMS = ("cfitems", "cfitem")
_DOCUMENT = ("cfdocument", "cfdocuments")
_ASSOCIATIONS = ("cfassociations", "cfassociation", "cfitemassociations")
_LISTS = {
    **dict.fromkeys(_DOCUMENT, "CFDocument"),
    **dict.fromkeys(_ITEMS, "CFItems"),
    **dict.fromkeys(_ASSOCIATIONS, "CFAssociations"),
}
"""The usual name of each list of a package, however the file writes it."""

Entity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PackagePart:
    """One entity of the package and where it stands."""

    where: str
    entity: Entity


@dataclass(frozen=True, slots=True)
class InlineAssociation(PackagePart):
    """An association written inside its item, which is its origin by default."""

    item: Entity


@dataclass(frozen=True, slots=True)
class StandardsPackage:
    """A package's parts, and the oddities of their wrapping."""

    document: PackagePart
    items: list[PackagePart]
    associations: list[PackagePart]
    definitions: Entity
    problems: list[Problem]


def unwrap(root: Any) -> StandardsPackage:
    """Find the package in a file's JSON. Raises `Unreadable` when there is none, or several."""
    found = list(_candidates(root))
    if len(found) != 1:
        raise Unreadable(_several(len(found)) if found else _none())
    where, package = found[0]
    problems: list[Problem] = []
    document = _document(where, package)
    items = list(_items(where, package, document, problems))
    if not items:
        raise Unreadable(_no_items(where))
    associations = [*_associations(where, package, problems), *_inline(items, problems)]
    definitions = get(package, ("cfdefinitions",))
    return StandardsPackage(
        document,
        [_bare(item) for item in items],
        associations,
        definitions if isinstance(definitions, dict) else {},
        problems,
    )


def get(entity: Entity, names: tuple[str, ...]) -> Any:
    """Return the first value among these keys (written small), whatever their case in the file."""
    return next((entity[key] for key in _keys(entity, names) if entity[key] is not None), None)


def pointer(where: str, *steps: object) -> str:
    """Add steps to a JSON pointer (RFC 6901)."""
    return where + "".join(f"/{_escape_step(step)}" for step in steps)


def locate_problem(found: Problem) -> Problem:
    """Add the list of the package, and the field if any, in which a problem is.

    >>> problem = report(package_problems.ENTRY_EMPTY, where="/data/0/CFItem/7/educationLevel")
    >>> locate_problem(problem).file, locate_problem(problem).column
    ('CFItems', 'educationLevel')
    """
    steps = found.where.split("/")[1:] if found.where.startswith("/") else []
    at = [n for n, step in enumerate(steps) if step.casefold() in _LISTS]
    if not at:
        return found
    named = steps[at[-1] + 1 :]
    field = named[-1] if named and not named[-1].isdecimal() else ""
    return replace(found, file=_LISTS[steps[at[-1]].casefold()], column=field)


def _escape_step(step: object) -> str:
    return str(step).replace("~", "~0").replace("/", "~1")


def _keys(entity: Entity, names: tuple[str, ...]) -> list[str]:
    present = {key.casefold(): key for key in entity}
    return [present[name] for name in names if name in present]


# -- finding the package --------------------------------------------------------------------------


def _candidates(root: Any) -> Iterator[tuple[str, Entity]]:
    """Look through wrappers, breadth first; the inside of a package is skipped."""
    waiting: deque[tuple[str, Any, int]] = deque([("", root, 0)])
    looked = 0
    while waiting and looked < _MOST_WRAPPERS:
        where, value, depth = waiting.popleft()
        looked += 1
        if isinstance(value, dict) and _is_package(value):
            yield where, value
        elif depth < _DEEPEST_WRAPPER:
            waiting.extend(
                (pointer(where, step), inner, depth + 1) for step, inner in _inside(value)
            )


def _is_package(value: Entity) -> bool:
    return any(key.casefold() in ("cfitems", "cfdocument") for key in value)


def _inside(value: Any) -> Iterator[tuple[object, Any]]:
    if isinstance(value, dict):
        yield from ((key, one) for key, one in value.items() if isinstance(one, dict | list))
    elif isinstance(value, list):
        yield from ((n, one) for n, one in enumerate(value) if isinstance(one, dict | list))


def _none() -> Problem:
    return report(package_problems.NO_PACKAGE)


def _several(many: int) -> Problem:
    return report(package_problems.SEVERAL_PACKAGES, value=str(many), many=many)


def _no_items(where: str) -> Problem:
    return report(package_problems.NO_STANDARDS, where=pointer(where, "CFItems"))


def _too_many(where: str, many: int, most: int) -> Problem:
    return report(
        package_problems.TOO_MANY_ENTRIES, where=where, value=str(many), many=many, most=most
    )


# -- its parts ------------------------------------------------------------------------------------


def _document(where: str, package: Entity) -> PackagePart:
    for key in _keys(package, _DOCUMENT):
        value = package[key]
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if isinstance(value, dict):
            return PackagePart(pointer(where, key), value)
    return PackagePart(pointer(where, "CFDocument"), {})


def _items(
    where: str, package: Entity, document: PackagePart, problems: list[Problem]
) -> Iterator[PackagePart]:
    for home, holder in ((where, package), (document.where, document.entity)):
        for key in _keys(holder, _ITEMS):
            yield from _entries(pointer(home, key), holder[key], problems, MOST_ITEMS)


def _associations(where: str, package: Entity, problems: list[Problem]) -> Iterator[PackagePart]:
    for key in _keys(package, _ASSOCIATIONS):
        yield from _entries(pointer(where, key), package[key], problems)


def _inline(items: list[PackagePart], problems: list[Problem]) -> Iterator[PackagePart]:
    for item in items:
        bare = _bare(item)
        for holder in (item, bare) if bare is not item else (item,):
            for key in _keys(holder.entity, _ASSOCIATIONS):
                value = holder.entity[key]
                if isinstance(value, dict) and get(value, ("cfassociations",)) is not None:
                    value = get(value, ("cfassociations",))
                if isinstance(value, list):
                    found = _entries(pointer(holder.where, key), value, problems)
                    yield from (InlineAssociation(p.where, p.entity, bare.entity) for p in found)


def _bare(item: PackagePart) -> PackagePart:
    """Unwrap `{"CFItem": {...}, "CFAssociations": [...]}`, the answer of one CASE call."""
    for key in _keys(item.entity, ("cfitem",)):
        if isinstance(item.entity[key], dict):
            return PackagePart(pointer(item.where, key), item.entity[key])
    return item


def _entries(
    where: str, value: Any, problems: list[Problem], most: int = MOST_ASSOCIATIONS
) -> Iterator[PackagePart]:
    """Yield the objects of a list (or of a map from identifier to object)."""
    if isinstance(value, dict):
        value = [value] if "identifier" in value or "uri" in value else list(value.values())
    entries = value if isinstance(value, list) else []
    if len(entries) > most:
        raise Unreadable(_too_many(where, len(entries), most))
    for n, entity in enumerate(entries):
        if isinstance(entity, dict):
            yield PackagePart(pointer(where, n), entity)
        else:
            problems.append(_no_object(pointer(where, n), entity))


def _no_object(where: str, value: Any) -> Problem:
    if value is None:
        return report(package_problems.ENTRY_EMPTY, where=where)
    return report(package_problems.ENTRY_NOT_AN_OBJECT, where=where, value=str(value)[:200])
