"""What may not be written on a page: everything that is wrong with it, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chalicelib.errors import Detail, Invalid, TooLarge
from chalicelib.processes.model import PageName
from chalicelib.processes.page import LARGEST_PAGE, MOST_ROWS, PLAIN, Page

if TYPE_CHECKING:
    from .merging import Edits

_FITS = "Shorten the longest texts, or write them in a document of their own."


def check_edits(page: PageName, edits: Edits, levels: int) -> None:
    """Check what somebody wants to write; `levels` is how many the team has. Raises `Invalid`."""
    wrong = [*_elsewhere(page, edits), *_repeated(edits), *_contradictions(edits)]
    wrong += _unknown_levels(edits, levels)
    if wrong:
        raise Invalid(
            "page_not_writable",
            "Some of this cannot be written on the page. Correct what is named, and save again.",
            details=wrong,
        )
    if _size(edits) > LARGEST_PAGE:
        raise TooLarge("page_too_large", f"These are too many texts for one page. {_FITS}")


def check_page(page: Page) -> None:
    """Check that a page is not too large to be kept. Raises `TooLarge` or `Invalid`."""
    if len(page.rows) > MOST_ROWS:
        raise Invalid(
            "too_many_strategies",
            f"A page holds at most {MOST_ROWS} strategies. Take one out that you do not need.",
            pointer="/rows",
        )
    if len(page.model_dump_json().encode()) > LARGEST_PAGE:
        raise TooLarge("page_too_large", f"This page has too many texts. {_FITS}")


def _elsewhere(page: PageName, edits: Edits) -> Iterator[Detail]:
    known = PLAIN[page]
    sent = [*edits.fields, *(["rows"] if edits.rows and page != PageName.STRATEGIES else ())]
    for name in sent:
        if name not in known:
            there = ", ".join(known) or "rows"
            said = f"The page “{page}” has no such field; it has {there}."
            yield Detail(f"/{name}", "not_on_this_page", said)


def _repeated(edits: Edits) -> Iterator[Detail]:
    seen = set()
    for n, edit in enumerate(edits.rows):
        if edit.id in seen:
            yield Detail(
                f"/rows/{n}/id", "row_repeated", "This row stands here twice. Send it once."
            )
        seen.add(edit.id)


def _contradictions(edits: Edits) -> Iterator[Detail]:
    for n, edit in enumerate(edits.rows):
        if edit.remove and (edit.fields or edit.order):
            yield Detail(
                f"/rows/{n}/remove",
                "removed_and_changed",
                "A row is either taken out or changed. Leave out the one that you do not mean.",
            )


def _unknown_levels(edits: Edits, levels: int) -> Iterator[Detail]:
    for n, edit in enumerate(edits.rows):
        wrong = [level for level in edit.fields.get("levels", ()) if int(level) > levels]
        if wrong:
            yield Detail(
                f"/rows/{n}/levels",
                "level_unknown",
                f"The team has the levels 1 to {levels}; {', '.join(wrong)} is none of them.",
            )


def _size(edits: Edits) -> int:
    said = [edits.fields, *(edit.fields for edit in edits.rows)]
    return sum(len(str(value).encode()) for fields in said for value in fields.values())
