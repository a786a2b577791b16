"""The pictures of docs/guide/teachers.md: of a third-grade teacher's class."""

from __future__ import annotations

import io
from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from tests.browser.entering import ABSENT, ALL_SAVED, find_cell
from tests.browser.pictures import GuidePicture

if TYPE_CHECKING:
    from playwright.sync_api import Page

TRACKER, MASTERY = "/console/trackers/{tracker}", "/console/mastery/{tracker}"
ENTERED = "/console/sheets/{tracker}/{given}"
EMPTY = "/console/sheets/{tracker}/{later}"
PRINT = "/console/assessments/{given}/print?tracker={tracker}"
FIRST = (("C", "T", "A", "15"), ("B", "F", "A", "20"), (ABSENT,), ("C", "T", "B", "15"))
"""The answers of the first students of a class."""
DPI = 90
PAPER = """body { margin: 24px } img { display: block }
#paper { position: relative; width: fit-content; height: 420px; overflow: hidden;
  border: 1px solid #999 }
pre { position: absolute; inset: 0; margin: 0; opacity: 0 }"""
"""The upper part of a page; its words lie behind it."""


def choose_one(page: Page) -> None:
    """Choose one student's answer sheet."""
    page.locator("#who-chosen").check()
    page.locator(".if-students input").nth(2).check()


def show_paper(page: Page) -> None:
    """Have the answer sheets made, and show the first page as it comes out of a printer."""
    import pypdfium2

    page.locator("#part-test").uncheck()
    page.get_by_role("button", name="Print").click()
    link = page.get_by_role("link", name="Open the PDF")
    link.wait_for()
    file = page.request.get(str(link.get_attribute("href"))).body()
    paper = pypdfium2.PdfDocument(file)[0]
    drawn = io.BytesIO()
    paper.render(scale=DPI / 72).to_pil().save(drawn, "PNG")
    words = escape(paper.get_textpage().get_text_bounded())
    page.goto("about:blank")
    page.set_content(
        f"<style>{PAPER}</style><div id='paper'>"
        f'<img src="data:image/png;base64,{b64encode(drawn.getvalue()).decode()}">'
        f"<pre>{words}</pre></div>"
    )


def wait_for_grid(page: Page) -> None:
    """Wait until the sheet is a grid."""
    page.locator("table[role=grid]").wait_for()


def type_rows(page: Page) -> None:
    """Type what the first students answered."""
    wait_for_grid(page)
    for row, answers in enumerate(FIRST):
        for item, answer in enumerate(answers, start=1):
            page.locator(find_cell(row, item)).click()
            page.keyboard.type(answer)
        page.keyboard.press("Enter")
    page.locator(ALL_SAVED).wait_for()


def meet_another_answer(page: Page) -> None:
    """Type where somebody entered something else meanwhile, and what cannot be an answer."""
    wait_for_grid(page)
    other = page.context.new_page()
    other.goto(page.url)
    wait_for_grid(other)
    for key in ("D", "Enter"):
        other.locator(find_cell(1, 1)).click()
        other.keyboard.press(key)
    other.locator(ALL_SAVED).wait_for()
    other.close()
    for row, answer in ((1, "A"), (4, "Z")):
        page.locator(find_cell(row, 1)).click()
        page.keyboard.type(answer)
        page.keyboard.press("Enter")
    page.locator("#grid-issues li").nth(1).wait_for()
    page.locator("#saved", has_text="2 answers are not saved").wait_for()


def check_file(page: Page) -> None:
    """Look at a file of answers by the students' names, one of them unknown."""
    found = page.locator("table.grid tbody th").all_inner_texts()
    names = [" ".join(each.split()) for each in found[5:11]]
    answers = ("C,T,A,15", "C,F,A,15", "B,T,C,12", "C,T,A,15", "A,T,A,20", "C,T,D,15")
    rows = [f'"{name}",{given}' for name, given in zip(names, answers, strict=True)]
    page.goto(page.url.partition("?")[0] + "/file")
    page.evaluate("localStorage.clear()")  # what was not saved in the picture before
    page.reload()
    text = "\n".join(("Name,1,2,3,4", *rows, '"Rivers, Alex",C,T,A,15'))
    page.get_by_label("Rows", exact=True).fill(text)
    page.get_by_role("button", name="Check the file").click()
    page.locator("#found-heading").wait_for()


def open_student(page: Page) -> None:
    """Open the first student's page, at what a mastery is made of."""
    page.locator(".board tbody td a").first.click()
    page.locator(".evidence").first.wait_for()


PICTURES = (
    GuidePicture("trackers", "/console/trackers", height=520),
    GuidePicture("tracker", TRACKER, height=700),
    GuidePicture("typed-results", EMPTY, type_rows, height=760),
    GuidePicture("two-answers", EMPTY, meet_another_answer, part="main", height=760),
    GuidePicture("results-file", EMPTY, check_file, height=900),
    GuidePicture("mastery", MASTERY, height=900),
    GuidePicture("student", MASTERY, open_student, height=820),
    GuidePicture("sheet-analysis", f"{ENTERED}/analysis", height=1000),
    GuidePicture("print-test", PRINT, choose_one, height=1000),
    GuidePicture("answer-sheet", PRINT, show_paper, part="#paper", height=1100),
)
