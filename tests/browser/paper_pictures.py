"""Pictures for docs/tutorial.md: what people receive and read outside the console.

As with the guides' pictures, each has its text beside it, and `make browser` compares.
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plumb.local.outbox import LocalMail
from tests.browser.pictures import COLORS, FIXED_TIMES, fix_times, read_lines
from tests.browser.walk import ROOT

if TYPE_CHECKING:
    from PIL.Image import Image
    from playwright.sync_api import Page

    from tests.e2e.conftest import LoadedStack

FOLDER = ROOT / "docs" / "pictures"
PATIENCE = 60
"""Seconds in which an e-mail is there."""
PHONE, COLUMNS, GAP, GROUND = 390, 4, 16, "#cbd5df"
PAGES, SCALE = 3, 1.4
"""Of the report: how many stand side by side, and how large."""


class Paper(NamedTuple):
    """A picture: its name, and who reads what it shows and takes it."""

    name: str
    show: Callable[[Page, LoadedStack, str], tuple[str, Image]]
    """Of the browser, the stack, and a finished process."""

    @property
    def file(self) -> Path:
        """Where the picture is."""
        return FOLDER / f"{self.name}.png"

    @property
    def words(self) -> Path:
        """The place of the text that a picture shows."""
        return FOLDER / f"{self.name}.txt"


def show_operation(page: Page, deployed: LoadedStack, _: str) -> tuple[str, Image]:
    """Show an operation on the documentation page."""
    page.set_viewport_size({"width": 900, "height": 900})
    page.goto(f"{deployed.up.stack.docs}#create_distribution")
    article = page.locator("article#create_distribution")
    return read_lines(article.inner_text()), _shoot(page, whole=False)


def show_delivery(page: Page, deployed: LoadedStack, _: str) -> tuple[str, Image]:
    """Show the e-mail that a teacher gets when a test is delivered."""
    teacher = deployed.loader.cast.teachers[0].email
    return _show_mail(page, deployed, teacher, "Equal Groups Check", 640)


def show_finished(page: Page, deployed: LoadedStack, _: str) -> tuple[str, Image]:
    """Show the e-mail about a finished process on a telephone, from top to end in columns."""
    admin = deployed.loader.cast.admin.email
    words, whole = _show_mail(page, deployed, admin, "Unit 4", PHONE)
    height = -(-whole.height // COLUMNS)
    tops = range(0, whole.height, height)
    parts = [whole.crop((0, top, whole.width, min(top + height, whole.height))) for top in tops]
    return words, _side_by_side(parts)


def show_report(page: Page, deployed: LoadedStack, process: str) -> tuple[str, Image]:
    """Show the first pages of a finished process's report."""
    import pypdf
    import pypdfium2

    link = deployed.admin.get(f"/v1/processes/{process}/report")["url"]
    content = page.request.get(link).body()
    read = pypdf.PdfReader(io.BytesIO(content)).pages[:PAGES]
    drawn = pypdfium2.PdfDocument(content)
    pages = [drawn[number].render(scale=SCALE).to_pil().convert("RGB") for number in range(PAGES)]
    drawn.close()
    # where a line ends depends on how long the name of the month is
    words = " ".join(" ".join(each.extract_text() for each in read).split())
    return f"{words}\n", _side_by_side(pages)


def _show_mail(
    page: Page, deployed: LoadedStack, to: str, about: str, width: int
) -> tuple[str, Image]:
    mail = _wait_for_mail(deployed, to, about)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{deployed.up.stack.outbox}{mail.id}/html")
    fix_times(page)
    reaches = page.evaluate("document.documentElement.scrollWidth")
    assert reaches <= width, f"{about}: {reaches} pixels, of {width}"
    return read_lines(page.locator("body").inner_text()), _shoot(page)


def _wait_for_mail(deployed: LoadedStack, to: str, about: str) -> LocalMail:
    end = time.monotonic() + PATIENCE
    while True:
        for mail in deployed.up.outbox.mails():
            if to in mail.to and about in mail.subject:
                return mail
        assert time.monotonic() < end, f"no email to {to} about {about}"
        time.sleep(1)


def _shoot(page: Page, *, whole: bool = True) -> Image:
    from PIL import Image

    shot = page.screenshot(animations="disabled", caret="hide", full_page=whole)
    return Image.open(io.BytesIO(shot)).convert("RGB")


def _side_by_side(parts: list[Image]) -> Image:
    from PIL import Image

    width = sum(each.width for each in parts) + GAP * (len(parts) - 1)
    whole = Image.new("RGB", (width, max(each.height for each in parts)), GROUND)
    left = 0
    for each in parts:
        whole.paste(each, (left, 0))
        left += each.width + GAP
    return whole


def keep(paper: Paper, words: str, picture: Image) -> None:
    """Keep a picture with few colors, and its words beside it."""
    from PIL import Image

    few = picture.quantize(COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(paper.file, "PNG", optimize=True)
    paper.words.write_text(words)


def without_times(words: str) -> str:
    """Put fixed days and times for the real ones, as pictures of screens have them."""
    for pattern, text in FIXED_TIMES:
        words = re.sub(pattern, text, words)
    return words


PAPERS = (
    Paper("docs", show_operation),
    Paper("mail", show_delivery),
    Paper("process-mail", show_finished),
    Paper("process-report", show_report),
)
