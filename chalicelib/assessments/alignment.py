"""Items checked and aligned to standards of the assessment's set. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from operator import or_

from chalicelib.assessments import refusals
from chalicelib.errors import Detail, Invalid
from chalicelib.ids import new_id
from chalicelib.standards.model import StandardsSet
from chalicelib.standards.refusals import STANDARDS_NOT_IN_SET

from .item_rules import check
from .items import Item
from .model import AssessmentHeader, AssessmentKind, Contents, Document

Aligned = tuple[Contents, int, tuple[str, ...]]
"""Contents, all their standards as a selection, and the codes of those."""


def align_items(
    before: AssessmentHeader,
    items: Sequence[Item],
    document: Document | None,
    chosen: Callable[[], StandardsSet],
) -> Aligned:
    """Check the items and align them; `chosen` gives the assessment's set, where there are items.

    Raises `Invalid` with every fault.
    """
    if document is not None and before.kind != AssessmentKind.DOCUMENT:
        raise refusals.NOT_DOCUMENT_BASED(pointer="/document")
    check(items, prompts=before.kind == AssessmentKind.ITEM)
    if not items:
        return Contents(document=document), 0, ()
    if not before.set_id:
        raise refusals.STANDARDS_SET_MISSING(pointer="/set_id")
    return _align(items, document, chosen(), before.mask)


def _align(
    items: Sequence[Item], document: Document | None, chosen: StandardsSet, keep: int
) -> Aligned:
    masks = _masks(chosen, items, keep)
    union = reduce(or_, masks)
    named = tuple(
        item.model_copy(update={"id": item.id or new_id(), "standards": tuple(chosen.codes(mask))})
        for item, mask in zip(items, masks, strict=True)
    )
    contents = Contents(document=document, items=named, masks=tuple(masks))
    return contents, union, tuple(chosen.codes(union))


def _masks(chosen: StandardsSet, items: Sequence[Item], keep: int) -> list[int]:
    """Select each item's standards. Raises one `Invalid` naming every unknown one."""
    masks, wrong = [], list[Detail]()
    for n, item in enumerate(items):
        try:
            masks.append(chosen.mask(item.standards, keep=keep, pointer=f"/items/{n}/standards"))
        except Invalid as refused:
            wrong += refused.details
    if wrong:
        raise STANDARDS_NOT_IN_SET(details=wrong, first=wrong[0].message, name=chosen.name)
    return masks
