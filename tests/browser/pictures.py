"""Pictures for the guides and the README: of the demonstration district, by `make pictures`.

Beside each picture lies what its screen says. `make browser` reads the screens again: where one
says something else by now, its picture has become old. Fixed days and times stand in for the real
ones, so that another day gives the same picture.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plumb.tour.give import watch, watch_mails
from tests.browser.stage import distribute, enter_results, in_days
from tests.browser.team_stage import finish_process, work_on_process

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Moves
    from tests.e2e.conftest import LoadedStack

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "guide" / "pictures"
WIDTH, HEIGHT = 1100, 760
MARGIN = 12
COLORS = 128
"""Of a picture: what a screen has; a third of the bytes."""

_DAY, _TIME = r"\d{1,2}, 20\d\d", r"[\d:]+ [AP]M [A-Z]+"
FIXED_TIMES = [
    [
        rf"[A-Z][a-z]+day, [A-Z][a-z]+ {_DAY} at {_TIME}",
        "Monday, September 14, 2026 at 8:00 AM MDT",
    ],
    [rf"[A-Z][a-z]+day, [A-Z][a-z]+ {_DAY}", "Monday, September 14, 2026"],
    [rf"\b[A-Z][a-z]{{3,}} {_DAY}", "September 14, 2026"],
    [rf"\b[A-Z][a-z]{{2}} {_DAY}, {_TIME}", "Sep 14, 2026, 8:00 AM MDT"],
    [rf"\b[A-Z][a-z]{{2}} {_DAY}", "Sep 14, 2026"],
    ["Sep 14, 2026 to Sep 14, 2026", "Aug 17, 2026 to Jun 4, 2027"],
    [r"\b20\d\d-\d\d-\d\d\b", "2026-09-14"],
    [r"\b20\d\d-20\d\d\b", "2026-2027"],
    [r"UTC-0\d:00", "UTC-06:00"],
    [r"\b01[0-9A-HJKMNP-TV-Z]{24}\b", "01J7Z5T0QK3W8V6M2N4P9R1S0A"],
    [r"\bSaved \d{1,2}:\d\d [AP]M", "Saved 8:00 AM"],
]
"""Patterns of a day, a time or an id, and the text in their place."""

_FIX = """rules => {
  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (all.nextNode())
    for (const [pattern, text] of rules)
      all.currentNode.data = all.currentNode.data.replace(new RegExp(pattern, "g"), text);
  for (const field of document.querySelectorAll("input[type=date]"))
    if (field.value) field.value = "2026-09-14";
}"""


def _leave(_: Page) -> None:
    """Take the screen as it comes."""


@dataclass(frozen=True)
class GuidePicture:
    """A picture: its name, whose screen it is, and how to come there."""

    name: str
    path: str
    """Below the stack's address; what stands in braces is an id of `prepare_district`."""
    prepare: Callable[[Page], None] = _leave
    part: str = ""
    """The part of the page; blank for what a window shows of it."""
    height: int = HEIGHT

    @property
    def file(self) -> Path:
        """Where it lies."""
        return FOLDER / f"{self.name}.png"

    @property
    def words(self) -> Path:
        """Where it stands what its screen says."""
        return FOLDER / f"{self.name}.txt"


def prepare_district(deployed: LoadedStack, move_clock: Moves) -> Mapping[str, str]:
    """Bring the demonstration district to a state for a reader of the guide; return the ids."""
    from datetime import timedelta

    admin, ledger = deployed.admin, deployed.loader.ledger
    move_clock(timedelta(minutes=3))
    for distribution in (deployed.now, deployed.scheduled):
        watch(admin, distribution, lambda _: None)
        watch_mails(admin, distribution, lambda _: None)
    enter_results(deployed)
    schools = [each.id for each in deployed.loader.district.schools[:2]]
    ledger.once(
        "planned",
        lambda _: distribute(
            admin, ledger["assessment-2"], selection={"school_ids": schools}, start=in_days(7)
        ),
    )
    return {
        "benchmark": ledger["assessment-3"],
        "delivered": deployed.now,
        "standards_set": ledger["sets"]["Mathematics 3"],
        "school": schools[0],
        "teacher": deployed.loader.cast.teachers[0].id,
    }


def find_class(deployed: LoadedStack) -> Mapping[str, str]:
    """Find a teacher's class with one test that is entered and one that is not; return the ids."""
    given, later = (deployed.loader.ledger[f"assessment-{n}"] for n in (0, 1))
    teacher = deployed.as_teacher()
    for tracker in teacher.items("/v1/trackers"):
        held = teacher.get(f"/v1/trackers/{tracker['id']}")["assessments"]
        if {given, later} <= {each["assessment_id"] for each in held}:
            return {"tracker": str(tracker["id"]), "given": given, "later": later}
    raise LookupError


def prepare_processes(deployed: LoadedStack) -> Mapping[str, str]:
    """Bring two data teams through their Mastery Processes, one to its end; return the ids."""
    finish_process(deployed)
    work = work_on_process(deployed)
    return {"work": work, "team": str(deployed.admin.get(f"/v1/processes/{work}")["team_id"])}


def come_to(page: Page, picture: GuidePicture, origin: str, ids: Mapping[str, str]) -> str:
    """Come to a picture's screen, and read what it says."""
    page.set_viewport_size({"width": WIDTH, "height": picture.height})
    page.goto(origin + picture.path.format_map(ids))
    picture.prepare(page)
    fix_times(page)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    return read_lines(page.locator(picture.part or "body").inner_text())


def fix_times(page: Page) -> None:
    """Put fixed days and times for the real ones of a page."""
    page.evaluate(_FIX, FIXED_TIMES)


def read_lines(text: str) -> str:
    """Return the text of a picture, line by line, without blank lines."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(filter(None, lines)) + "\n"


def take(page: Page, picture: GuidePicture) -> bytes:
    """Take the picture of the screen that is shown, with few colors."""
    from PIL import Image

    shot = page.screenshot(animations="disabled", caret="hide", full_page=bool(picture.part))
    whole = Image.open(io.BytesIO(shot)).convert("RGB")
    place = page.locator(picture.part).bounding_box() if picture.part else None
    if place is not None:
        left, top = int(place["x"]), int(place["y"])
        right, low = left + int(place["width"]) + MARGIN, top + int(place["height"]) + MARGIN
        around = max(0, left - MARGIN), max(0, top - MARGIN)
        whole = whole.crop((*around, min(whole.width, right), min(whole.height, low)))
    small = io.BytesIO()
    few = whole.quantize(COLORS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(small, "PNG", optimize=True)
    return small.getvalue()
