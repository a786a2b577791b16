"""A colleague wrote otherwise: both texts, told to the one who came second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalicelib.errors import Conflict, Detail
from chalicelib.processes import refusals
from chalicelib.processes.page import MOST_ASIDES, Aside, Refused

from .showing import name_field, shown_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .merging import Clash, Edits, Merged


def changed_meanwhile(
    merged: Merged, edits: Edits, aside: Aside, beside: Sequence[Aside] | None
) -> Conflict:
    """Say what colleagues wrote otherwise; `merged` has the clashes.

    `beside` is None where the aside is kept, else the asides that leave no room for it.
    """
    refused = refusals.PAGE_CHANGED_MEANWHILE if beside is None else refusals.PAGE_CHANGED_NOT_KEPT
    return refused(
        details=[_detail(clash, edits) for clash in merged.clashes],
        conflicts=[_fact(clash) for clash in merged.clashes],
        aside={"id": aside.id, "version": aside.version} if beside is None else None,
        unsaved=None if beside is None else [shown_text(each) for each in aside.texts],
        oldest_aside=shown_aside(beside[0]) if beside else None,
        version=merged.page.version,
        who=_who(merged.clashes),
        most=None if beside is None else MOST_ASIDES,
    )


def _who(clashes: Sequence[Clash]) -> str:
    names = dict.fromkeys(clash.stamp.by_name or "A colleague" for clash in clashes)
    return " and ".join(names)


def _detail(clash: Clash, edits: Edits) -> Detail:
    yours = clash.yours
    if not yours.row:
        return _changed(clash, f"/{yours.field}")
    places = {edit.id: (n, edit) for n, edit in enumerate(edits.rows)}
    n, edit = places[yours.row]
    where = "remove" if edit.remove else yours.field
    return _changed(clash, f"/rows/{n}/{where}")


def _changed(clash: Clash, pointer: str) -> Detail:
    who = clash.stamp.by_name or "A colleague"
    refused = refusals.STRATEGY_REMOVED if clash.theirs is None else refusals.TEXT_CHANGED
    return refused(pointer, who=who)


def _fact(clash: Clash) -> dict[str, Any]:
    field, stamp = clash.yours.field, clash.stamp
    theirs = None if clash.theirs is None else shown_value(field, clash.theirs)
    return {
        "field": name_field(field),
        "row_id": clash.yours.row or None,
        "theirs": theirs,
        "changed_by_id": stamp.by,
        "changed_by_name": stamp.by_name,
        "changed_at": stamp.at,
        "version": stamp.version,
        "yours": shown_value(field, clash.yours.value),
    }


def shown_text(refused: Refused) -> dict[str, Any]:
    """Give a text that was not saved, as people see it."""
    value = shown_value(refused.field, refused.value)
    return {"field": name_field(refused.field), "row_id": refused.row or None, "value": value}


def shown_aside(aside: Aside) -> dict[str, Any]:
    """Say whose an aside is, and since when it lies there."""
    return {
        "id": aside.id,
        "written_by_id": aside.by,
        "written_by_name": aside.by_name,
        "written_at": aside.at,
    }
