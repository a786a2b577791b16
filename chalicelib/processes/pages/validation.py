"""The checks of a page: they find everything that is wrong with it, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chalicelib.errors import Detail
from chalicelib.processes import refusals
from chalicelib.processes.model import PageName
from chalicelib.processes.pages.model import LARGEST_PAGE, MOST_ROWS, PLAIN, ProcessPage

if TYPE_CHECKING:
    from .merging import PageEdits


def check_edits(page: PageName, edits: PageEdits, levels: int) -> None:
    """Check what somebody wants to write; `levels` is how many the team has. Raises `Invalid`."""
    wrong = [*_elsewhere(page, edits), *_report_repeated_rows(edits), *_contradictions(edits)]
    wrong += _unknown_levels(edits, levels)
    if wrong:
        raise refusals.PAGE_INVALID(details=wrong)
    if _size(edits) > LARGEST_PAGE:
        raise refusals.PAGE_TOO_LARGE()


def check_page(page: ProcessPage) -> None:
    """Check that a page is not too large to be kept. Raises `TooLarge` or `Invalid`."""
    if len(page.rows) > MOST_ROWS:
        raise refusals.TOO_MANY_STRATEGIES(pointer="/rows", most=MOST_ROWS)
    if len(page.model_dump_json().encode()) > LARGEST_PAGE:
        raise refusals.PAGE_TOO_LARGE()


def _elsewhere(page: PageName, edits: PageEdits) -> Iterator[Detail]:
    known = PLAIN[page]
    sent = [*edits.fields, *(["rows"] if edits.rows and page != PageName.STRATEGIES else ())]
    for name in sent:
        if name not in known:
            yield refusals.NOT_ON_THIS_PAGE(f"/{name}", page=page)


def _report_repeated_rows(edits: PageEdits) -> Iterator[Detail]:
    seen = set()
    for n, edit in enumerate(edits.rows):
        if edit.id in seen:
            yield refusals.ROW_REPEATED(f"/rows/{n}/id")
        seen.add(edit.id)


def _contradictions(edits: PageEdits) -> Iterator[Detail]:
    for n, edit in enumerate(edits.rows):
        if edit.remove and (edit.fields or edit.order):
            yield refusals.REMOVED_AND_CHANGED(f"/rows/{n}/remove")


def _unknown_levels(edits: PageEdits, levels: int) -> Iterator[Detail]:
    for n, edit in enumerate(edits.rows):
        wrong = [level for level in edit.fields.get("levels", ()) if int(level) > levels]
        if wrong:
            yield refusals.LEVEL_UNKNOWN(
                f"/rows/{n}/levels", levels=levels, unknown=", ".join(wrong)
            )


def _size(edits: PageEdits) -> int:
    entries = [edits.fields, *(edit.fields for edit in edits.rows)]
    return sum(len(str(value).encode()) for fields in entries for value in fields.values())
