"""Results typed on a result sheet: into the grid, or into the form that needs no script."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ALL_SAVED = r"form[data-waits='0'] #saved:text-matches('^\\s*Saved ')"
"""Not `has-text`, which takes "Not saved yet" for it: it ignores the case."""
ABSENT = "/"
"""The key that makes a student absent in the grid."""
CELL = "table.grid tbody tr:nth-child({row}) td:nth-child({column})"
"""From 1; the second column is the status, and the third the first item."""


def find_cell(row: int, item: int) -> str:
    """Return a cell of the grid: of a student, from 0, and an item, from 1."""
    return CELL.format(row=row + 1, column=item + 2)


def enter_first_item(page: Page, texts: dict[int, str], *, scripted: bool) -> None:
    """Enter the first item of students by their place, or that they were absent; and save it."""
    if not scripted:
        for row, text in texts.items():
            if text == ABSENT:
                page.locator(f"select[name=s{row}]").select_option("absent")
            else:
                page.locator(f"input[aria-labelledby='r{row} i1']").fill(text)
        page.get_by_role("button", name="Save", exact=True).click()
        page.wait_for_url("**done=**")
        return
    for row, text in texts.items():
        page.locator(find_cell(row, 1)).click()
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.locator(ALL_SAVED).wait_for()
