"""Somebody wrote a different text: the second author sees both.

That may have been the same person, in another window or before an answer was lost: then it says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalicelib.clock import from_instant, time_in
from chalicelib.errors import Conflict, Detail
from chalicelib.processes import refusals
from chalicelib.processes.pages.model import MOST_ASIDES, Aside, RefusedText, Stamp

from .rendering import name_field, render_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chalicelib.acts import Caller

    from .merging import MergedPage, PageClash, PageEdits


def build_page_conflict(
    reader: Caller,
    merged: MergedPage,
    edits: PageEdits,
    aside: Aside,
    beside: Sequence[Aside] | None,
) -> Conflict:
    """Show the reader the differing texts; `merged` has the clashes.

    `beside` is None where the aside is kept, else the asides that leave no room for it.
    """
    refused = refusals.PAGE_CHANGED_MEANWHILE if beside is None else refusals.PAGE_CHANGED_NOT_KEPT
    return refused(
        details=[_detail(clash, edits, reader) for clash in merged.clashes],
        conflicts=[_fact(clash, reader) for clash in merged.clashes],
        aside={"id": aside.id, "version": aside.version} if beside is None else None,
        unsaved=None if beside is None else [render_text(each) for each in aside.texts],
        oldest_aside=render_aside(beside[0]) if beside else None,
        version=merged.page.version,
        who=_who(merged.clashes, reader),
        most=None if beside is None else MOST_ASIDES,
    )


def _who(clashes: Sequence[PageClash], reader: Caller) -> str:
    """Name who wrote, the reader themselves first, so that a sentence begins with "You"."""
    latest = {clash.stamp.by: clash.stamp for clash in sorted(clashes, key=lambda c: c.stamp.at)}
    people = dict.fromkeys(clash.stamp.by for clash in clashes)
    in_order = sorted(people, key=lambda person: person != reader.person)
    names = [_name(latest[person], reader) for person in in_order]
    return " and ".join(dict.fromkeys(names))


def _name(stamp: Stamp, reader: Caller) -> str:
    """Name who wrote; the reader themselves is "you", and never somebody else."""
    if stamp.by != reader.person:
        return stamp.by_name or "A colleague"
    return f"You (in another window, at {time_in(reader.zone or 'UTC', from_instant(stamp.at))})"


def _detail(clash: PageClash, edits: PageEdits, reader: Caller) -> Detail:
    yours, who = clash.yours, _name(clash.stamp, reader)
    if not yours.row:
        return _report_change(clash, f"/{yours.field}", who)
    places = {edit.id: (n, edit) for n, edit in enumerate(edits.rows)}
    n, edit = places[yours.row]
    where = "remove" if edit.remove else yours.field
    return _report_change(clash, f"/rows/{n}/{where}", who)


def _report_change(clash: PageClash, pointer: str, who: str) -> Detail:
    refused = refusals.STRATEGY_REMOVED if clash.theirs is None else refusals.TEXT_CHANGED
    return refused(pointer, who=who)


def _fact(clash: PageClash, reader: Caller) -> dict[str, Any]:
    field, stamp = clash.yours.field, clash.stamp
    theirs = None if clash.theirs is None else render_value(field, clash.theirs)
    return {
        "field": name_field(field),
        "row_id": clash.yours.row or None,
        "theirs": theirs,
        "changed_by_id": stamp.by,
        "changed_by_name": stamp.by_name,
        "changed_by_you": stamp.by == reader.person,
        "changed_at": stamp.at,
        "version": stamp.version,
        "yours": render_value(field, clash.yours.value),
    }


def render_text(refused: RefusedText) -> dict[str, Any]:
    """Return a text that was not saved, as people see it."""
    value = render_value(refused.field, refused.value)
    return {"field": name_field(refused.field), "row_id": refused.row or None, "value": value}


def render_aside(aside: Aside) -> dict[str, Any]:
    """Return the author of an aside, and since when it is there."""
    return {
        "id": aside.id,
        "written_by_id": aside.by,
        "written_by_name": aside.by_name,
        "written_at": aside.at,
    }
