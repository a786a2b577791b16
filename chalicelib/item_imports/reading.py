"""A package read: each question becomes an item of ours, or a reason why not. Never raises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chalicelib.assessments.item_rules import check
from chalicelib.assessments.items import MOST_ITEMS, Item
from chalicelib.assessments.model import FormattedTexts
from chalicelib.errors import Invalid
from chalicelib.item_imports import question_problems

from . import package
from .alignment import Names, match_standards, standards_named
from .errors import FileRefused, NotTaken, Unsupported, cut
from .items import convert
from .model import PackageReport, QuestionLine, QuestionOutcome
from .package import QuestionSource
from .tree import Node

MOST_BYTES = 300_000
"""Bytes of all items together: what one assessment holds, with room to edit."""

_UNALIGNED = "-"


@dataclass(frozen=True, slots=True)
class Alignment:
    """How questions get standards: the set's names, and what those without get.

    Without `names` (no set is chosen) every question is let through.
    """

    names: Names | None = None
    default: tuple[str, ...] = ()


def read(content: bytes, alignment: Alignment | None = None) -> PackageReport:
    """Read a package or a single question, whatever it holds."""
    try:
        with package.open_package(content) as found:
            if not found.sources:
                raise FileRefused(question_problems.NO_QUESTIONS)
            return _Collector(alignment or Alignment()).report(found.sources, found.notes)
    except NotTaken as trouble:
        return PackageReport(code=trouble.code, reason=trouble.reason)


class _Collector:
    """Goes through the questions; knows how much room is left."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._items: list[Item] = []
        self._formatted: list[FormattedTexts | None] = []
        self._bytes = 0

    def report(self, sources: Sequence[QuestionSource], notes: Iterable[str]) -> PackageReport:
        lines = tuple(self._line(number, source) for number, source in enumerate(sources, 1))
        return PackageReport(lines, tuple(self._items), tuple(self._formatted), tuple(notes))

    def _line(self, number: int, source: QuestionSource) -> QuestionLine:
        body = {
            "number": number,
            "file": cut(source.file, 200),
            "identifier": cut(source.identifier, 200),
        }
        try:
            root = source.read()
            body["identifier"] = cut(root.get("identifier"), 200) or body["identifier"]
            body["title"] = cut(root.get("title"), 200)
            item, notes = self._item(root, source.metadata)
        except Unsupported as trouble:
            return _build_failed_line(body, QuestionOutcome.UNSUPPORTED, trouble)
        except NotTaken as trouble:
            return _build_failed_line(body, QuestionOutcome.REFUSED, trouble)
        known = {"kind": item.kind.value, "points": item.points, "standards": item.standards}
        return QuestionLine(**body, outcome=QuestionOutcome.IMPORTED, notes=notes, **known)

    def _item(self, root: Node, metadata: Sequence[Node]) -> tuple[Item, tuple[str, ...]]:
        converted = convert(root)
        standards, notes = self._standards((*metadata, *_own_metadata(root)))
        item = converted.item.model_copy(update={"standards": standards})
        _check(item)
        self._make_room(item, converted.formatted)
        return item, (*converted.notes, *notes)

    def _standards(self, metadata: Sequence[Node]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        named = standards_named(metadata)
        if self._alignment.names is None:
            return tuple(dict.fromkeys(one.names[-1] for one in named if one.certain)), ()
        found, lost = match_standards(named, self._alignment.names)
        notes = tuple(f"The set has no standard {name!r}, which it names." for name in lost)
        if found:
            return found, notes
        if self._alignment.default:
            text = "It names no standard of the set: it gets those chosen for all."
            return self._alignment.default, (*notes, text)
        names = f" It names {', '.join(lost[:3])}." if lost else ""
        raise FileRefused(question_problems.NO_STANDARD, names=names)

    def _make_room(self, item: Item, formatted: FormattedTexts | None) -> None:
        size = len(item.model_dump_json(exclude_defaults=True).encode()) + 100
        size += len(formatted.model_dump_json().encode()) if formatted else 0
        if len(self._items) >= MOST_ITEMS or self._bytes + size > MOST_BYTES:
            raise FileRefused(question_problems.NO_ROOM, most=MOST_ITEMS)
        self._bytes += size
        self._items.append(item)
        self._formatted.append(formatted)


def _own_metadata(root: Node) -> list[Node]:
    names = ("metadata", "qtiMetadata", "curriculumStandardsMetadataSet")
    return [each for each in root.nodes if each.name in names]


def _check(item: Item) -> None:
    """Hold it against our own rules, which it keeps but for what nobody foresaw."""
    try:
        check(
            [item.model_copy(update={"standards": item.standards or (_UNALIGNED,)})], prompts=True
        )
    except Invalid as wrong:
        raise Unsupported(question_problems.NOT_AN_ITEM, first=wrong.details[0].message) from wrong


def _build_failed_line(
    body: dict[str, object], outcome: QuestionOutcome, trouble: NotTaken
) -> QuestionLine:
    facts = {**body, "outcome": outcome, "code": trouble.code, "reason": trouble.reason}
    return QuestionLine.model_validate(facts)
