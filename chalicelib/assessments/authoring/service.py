"""Assessments built from items that are there already: out of the bank, or out of a package."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from chalicelib.assessments import refusals
from chalicelib.assessments.alignment import align_items
from chalicelib.assessments.description import about
from chalicelib.assessments.items import MOST_ITEMS, Item, points_possible
from chalicelib.assessments.model import Assessment, AssessmentHeader, AssessmentKind, Visibility
from chalicelib.clock import instant
from chalicelib.errors import Detail, Invalid, NotFound, stale
from chalicelib.ids import new_id

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.assessments.model import FormattedTexts
    from chalicelib.assessments.repository import AssessmentRepository
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.service import Districts
    from chalicelib.standards.model import StandardsSet
    from chalicelib.standards.service import Standards
    from chalicelib.storage.conditions import Write

MOST_AT_ONCE = 50
"""Items that one request appends; of as many assessments at most."""


@dataclass(frozen=True, slots=True)
class BankPick:
    """An item of the bank, by the assessment it is in."""

    assessment: str
    item: str


@dataclass(eq=False, repr=False)
class Building:
    """Builds assessments from items. Standards are asked only where they matter."""

    _repository: AssessmentRepository
    _assessments: Assessments
    _districts: Districts
    _standards: Callable[[], Standards]

    # -- out of the bank --------------------------------------------------------------------------

    def append(
        self, act: Act, assessment: str, version: int, picks: Sequence[BankPick]
    ) -> Assessment:
        """Append copies of items, in this order, with new ids.

        Raises as setting items does; `Invalid` with a detail for each item that cannot be copied.
        """
        before = self._before(act.caller, assessment, version)
        header = before.header
        chosen = (
            self._standards().require_set(act.district, header.set_id) if header.set_id else None
        )
        sources = self._sources(act.caller, picks)
        target = _Target(act.caller, header, chosen)
        made = [target.copy(n, sources[p.assessment], p.item) for n, p in enumerate(picks)]
        wrong = [each for each in made if isinstance(each, Detail)]
        copies = [each for each in made if isinstance(each, Item)]
        if wrong:
            raise _not_copied(wrong)
        _check_room(len(before.contents.items), len(copies))
        items = (*before.contents.items, *copies)
        document = before.contents.document
        formatted = _take_formatted(picks, copies, sources)
        saved: Assessment = self._assessments.set_items(
            act, assessment, version, items, document, formatted=formatted
        )
        return saved

    def _before(self, caller: Caller, assessment: str, version: int) -> Assessment:
        """Read the assessment that items are appended to, at the version that the caller means."""
        before = self._assessments.read(caller, assessment)
        before.header.check_editable(caller)
        if before.version != version:
            raise stale("assessment", before.version)
        return before

    def _sources(self, caller: Caller, picks: Sequence[BankPick]) -> dict[str, Assessment | None]:
        named = dict.fromkeys(pick.assessment for pick in picks)
        return {each: self._source(caller, each) for each in named}

    def _source(self, caller: Caller, assessment: str) -> Assessment | None:
        try:
            return self._assessments.read(caller, assessment)
        except NotFound:
            return None

    # -- out of a package -------------------------------------------------------------------------

    def prepare(
        self,
        act: Act,
        assessment: str,
        properties: dict[str, Any],
        items: Sequence[Item],
        formatted: Sequence[FormattedTexts | None] = (),
    ) -> Assessment:
        """Return the private draft that holds these items, under this id; nothing is written.

        Raises `Invalid` when the items do not fit the standards set.
        """
        at = instant(act.at)
        header = AssessmentHeader(
            id=assessment,
            levels=self._districts.read(act.district).mastery_levels,
            visibility=Visibility.PRIVATE,
            creator=act.caller.person,
            creator_name=act.caller.name,
            created=at,
            changed=at,
            **properties,
        )

        chosen = cache(partial(self._standards().require_set, act.district, header.set_id))
        contents, mask, codes = align_items(header, items, None, chosen)
        known: dict[str, Any] = {"mask": mask, "standards": codes, "items": len(items)}
        known["points"] = points_possible(items)
        known["of_set"] = about(chosen().label) if items else None
        contents = contents.with_formatted(formatted)
        return Assessment(header.model_copy(update=known), contents)

    def create(self, act: Act, draft: Assessment, further: Sequence[Write]) -> None:
        """Write a prepared draft, and `further` with it. Raises `ConditionFailed`."""
        self._repository.create(act, draft.header, draft.contents, draft, further)


@dataclass(frozen=True, slots=True)
class _Target:
    """The assessment that items are copied into, and the person who copies them."""

    caller: Caller
    header: AssessmentHeader
    chosen: StandardsSet | None

    def copy(self, n: int, source: Assessment | None, name: str) -> Item | Detail:
        """Return a copy of an item, or the reason against it; `n` is its place in the request."""
        where, number = f"/items/{n}", n + 1
        found = _find(source, name)
        if source is None or found is None:
            return refusals.ITEM_NOT_FOUND(where, n=number)
        if not source.header.copyable_by(self.caller):
            return refusals.ITEM_APPROVED_BY_DISTRICT(where, n=number)
        if self.chosen is None or source.header.set_id != self.header.set_id:
            return refusals.ITEM_OF_OTHER_SET(where, n=number)
        item, mask = found
        if self.header.kind == AssessmentKind.ITEM and not item.prompt:
            return refusals.ITEM_NEEDS_DOCUMENT(where, n=number)
        if mask & ~(self.chosen.active | self.header.mask):
            return refusals.ITEM_STANDARD_RETIRED(where, n=number)
        standards = tuple(self.chosen.identifiers(mask))
        return item.model_copy(update={"id": new_id(), "standards": standards})


def _take_formatted(
    picks: Sequence[BankPick], copies: Sequence[Item], sources: Mapping[str, Assessment | None]
) -> dict[str, FormattedTexts]:
    """Return what the copies have of formatting, by their own ids."""
    pairs = (
        (copy, pick, sources[pick.assessment]) for copy, pick in zip(copies, picks, strict=True)
    )
    return {
        copy.id: source.contents.formatted[pick.item]
        for copy, pick, source in pairs
        if source is not None and pick.item in source.contents.formatted
    }


def _find(source: Assessment | None, name: str) -> tuple[Item, int] | None:
    if source is None:
        return None
    both: Iterator[tuple[Item, int]] = zip(
        source.contents.items, source.contents.masks, strict=True
    )
    return next((each for each in both if each[0].id == name), None)


def _not_copied(wrong: Sequence[Detail]) -> Invalid:
    count = "One item" if len(wrong) == 1 else f"{len(wrong)} items"
    return refusals.ITEMS_NOT_COPIED(details=wrong, count=count)


def _check_room(there: int, more: int) -> None:
    if there + more > MOST_ITEMS:
        raise refusals.TOO_MANY_ITEMS(
            pointer="/items", most=MOST_ITEMS, there=there, room=MOST_ITEMS - there
        )
