"""The keyboard alone: how somebody reaches what is on a page, and sees where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

IS_FOCUSED = "one => one === document.activeElement"
MOST_STOPS = 150
_SEE = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return "nothing has the focus";
  const box = here.getBoundingClientRect(), look = getComputedStyle(here);
  const x = box.left + Math.min(box.width / 2, 60), y = box.top + Math.min(box.height / 2, 12);
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return "it is out of the window";
  const top = document.elementFromPoint(x, y);
  const handle = here.type === "range";  // bars lie over each other; the ring is around the handle
  if (!handle && (!top || !(here.contains(top) || top.contains(here)))) return "it is covered";
  const ring = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
  return ring || handle ? "" : "there is no ring around it";
}"""


def check_focus(page: Page) -> None:
    """Fail unless somebody sees what has the focus."""
    fault = page.evaluate(_SEE)
    here = page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    assert not fault, f"{fault}: {here}"


def reach(wanted: Locator) -> None:
    """Press Tab until something has the focus; it is seen at each stop."""
    page = wanted.page
    for _ in range(MOST_STOPS):
        if wanted.evaluate(IS_FOCUSED):
            check_focus(page)
            return
        page.keyboard.press("Tab")
        if page.evaluate("document.hasFocus() && document.activeElement !== document.body"):
            check_focus(page)  # else it is in the browser's own bar, on its way round
    raise AssertionError(f"no number of Tabs leads to {wanted}")


def enter(wanted: Locator) -> None:
    """Reach something and press Enter."""
    reach(wanted)
    wanted.page.keyboard.press("Enter")


def tick(wanted: Locator) -> None:
    """Reach a box or a choice and press the space bar."""
    reach(wanted)
    wanted.page.keyboard.press("Space")


def write(wanted: Locator, text: str) -> None:
    """Reach a field and type over what is in it."""
    reach(wanted)
    wanted.page.keyboard.press("ControlOrMeta+a")
    wanted.page.keyboard.type(text)


def choose(wanted: Locator, text: str) -> None:
    """Reach a list and type the beginning of a choice."""
    reach(wanted)
    wanted.page.keyboard.type(text)
