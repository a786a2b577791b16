"""Eight people work on one process at once, each in a browser of their own: nothing is lost.

Each activates the pre-test, enters a class's results, and writes where all others write. The
result is compared with the plain model of whole cycles, which asks the product nothing.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import shutil
import threading
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.browser.conftest import NAMES, QUIET
from tests.browser.entering import ABSENT, ALL_SAVED, find_cell
from tests.browser.together import Together, bring_together
from tests.exactly_once import cycle_numbers as numbers
from tests.exactly_once.cycle_numbers import Bands, CycleRoom, Result, differences

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

    from plumb.tour.team import Member
    from tests.e2e.conftest import LoadedStack

PEOPLE = 8
WORTH = 4
"""Points of each of the two items."""
BANDS = Bands(tuple(map(Fraction, ("0", "50", "70", "85"))), 3)
"""The levels of a new team."""
WAIT = 120_000


@dataclass
class Deed:
    """The actions of one person."""

    member: Member
    scripted: bool
    """Whether their browser runs scripts: then the page is saved while they type."""
    results: dict[str, Result] = field(default_factory=dict)

    @property
    def line(self) -> str:
        """Return a text that only this person writes."""
        return f"What {self.member.person.username} saw"


def test_eight_people_at_once_lose_nothing_of_each_other(deployed: LoadedStack) -> None:
    team = bring_together(deployed, "Eight at once", PEOPLE)
    deeds = [Deed(member, scripted=n % 2 == 0) for n, member in enumerate(team.members)]
    _run(_everybody(deployed, team, deeds))
    leader = team.members[0].client
    rooms = [CycleRoom(d.member.school_class.id, d.member.person.id, pre=d.results) for d in deeds]
    shown = leader.get(f"{team.path}/collection", test="pre")
    assert [*differences(numbers.tally(rooms, "pre", BANDS), shown["team"])] == []
    for room in rooms:
        (row,) = (each for each in shown["classes"] if each["class_id"] == room.name)
        assert [*differences(numbers.tally([room], "pre", BANDS), row)] == []
        assert row["teacher_id"] == room.teacher
    goals = leader.get(f"{team.path}/goals")
    assert [*differences(numbers.goal(rooms, BANDS), goals["team"])] == []
    page = leader.get(f"{team.path}/pages/analyze")
    assert set(page["fields"]["needs"]["value"]) == {deed.line for deed in deeds}
    assert page["conflicts"] == [], "a text lies beside the page that was decided"
    rows = leader.get(f"{team.path}/pages/strategies")["rows"]
    assert sorted(row["strategy"]["value"] for row in rows) == sorted(d.line for d in deeds)


def _run(work: Any) -> None:
    """Run it in a thread: the other tests' browser has the loop of this one."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(work)
        except BaseException as error:  # noqa: BLE001 - raised below, where pytest sees it
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]


async def _everybody(deployed: LoadedStack, team: Together, deeds: list[Deed]) -> None:
    from playwright.async_api import async_playwright

    found = next(filter(None, map(shutil.which, NAMES)))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=[*QUIET])
        await asyncio.gather(*(_work(browser, deployed, team, deed) for deed in deeds))
        await browser.close()


async def _work(browser: Browser, deployed: LoadedStack, team: Together, deed: Deed) -> None:
    context = await browser.new_context(java_script_enabled=deed.scripted)
    context.set_default_timeout(WAIT)
    page = await context.new_page()
    try:
        await _do(page, deployed, team, deed)
    except Exception as error:
        shown = await page.locator("body").inner_text()
        msg = f"{deed.line}, at {page.url}: {shown}"
        raise AssertionError(msg) from error
    await context.close()


async def _do(page: Page, deployed: LoadedStack, team: Together, deed: Deed) -> None:
    await _sign_in(page, deployed, deed.member.person.username)
    here = f"{deployed.up.stack.console}/processes/{quote(team.process)}"
    await page.goto(f"{here}?tab=pre-test")
    await _activate(page, deed)
    await _enter(page, deed)
    await page.goto(f"{here}?tab=analyze")
    await _add_a_need(page, deed)
    await _save(page, deed)
    await page.goto(f"{here}?tab=strategies")
    await page.locator(".strategy textarea").nth(-2).fill(deed.line)
    await page.get_by_role("button", name="Save Changes").click()
    await page.wait_for_url("**done=saved**")


async def _sign_in(page: Page, deployed: LoadedStack, username: str) -> None:
    await page.goto(deployed.up.stack.console)
    await page.get_by_role("link", name="Sign in").click()
    await page.locator("input[name=username]").fill(username)
    await page.locator("input[name=password]").fill(deployed.up.stack.password)
    await page.locator("button").first.click()
    await page.wait_for_url("**/console/home")


async def _activate(page: Page, deed: Deed) -> None:
    own = f"form:has(input[name=class_id][value='{deed.member.school_class.id}'])"
    await page.locator(own).get_by_role("button", name="Activate").first.click()
    await page.wait_for_url("**done=**")
    row = page.locator("li", has=page.locator(own))
    await row.get_by_role("link", name="Enter results").click()
    await page.wait_for_url("**/sheets/**")


async def _enter(page: Page, deed: Deed) -> None:
    """Enter points for a class: the first is absent, the second is left blank."""
    luck = random.Random(deed.member.person.id)
    hidden = page.locator("input[name=student]")
    students = [str(await each.get_attribute("value")) for each in await hidden.all()]
    if deed.scripted:
        form = page.locator("form[data-grid]:has(table[role=grid])")
        students = json.loads(str(await form.get_attribute("data-grid")))["students"]
    assert len(students) > 5
    nothing = Fraction(0)
    for place, student in enumerate(students):
        if place == 0:
            await _make_absent(page, deed, place)
            deed.results[student] = ("absent", nothing, nothing)
        elif place == 1:
            deed.results[student] = ("not_entered", nothing, nothing)
        else:
            points = [luck.randint(0, WORTH) for _ in range(2)]
            for number, each in enumerate(points, 1):
                await _type(page, deed, place, number, str(each))
            deed.results[student] = ("tested", Fraction(sum(points)), Fraction(2 * WORTH))
    if deed.scripted:
        await page.keyboard.press("Enter")
        await page.locator(ALL_SAVED).wait_for()
    else:
        await page.get_by_role("button", name="Save").click()
        await page.wait_for_url("**done=**")


async def _make_absent(page: Page, deed: Deed, place: int) -> None:
    if deed.scripted:
        await page.locator(find_cell(place, 1)).click()
        await page.keyboard.press(ABSENT)
    else:
        await page.locator(f"select[name=s{place}]").select_option("absent")


async def _type(page: Page, deed: Deed, place: int, number: int, text: str) -> None:
    if deed.scripted:
        await page.locator(find_cell(place, number)).click()
        await page.keyboard.type(text)
    else:
        await page.locator(f"[aria-labelledby='r{place} i{number}']").fill(text)


async def _add_a_need(page: Page, deed: Deed) -> None:
    """Write a line of one's own below what stands there, as fingers would.

    A page with scripts may take a colleague's text in between two steps of a program.
    """
    place = page.locator("#needs")
    if deed.scripted:
        await place.press("Control+End")
        await place.press_sequentially(f"\n{deed.line}")
    else:
        await place.fill(f"{await place.input_value()}\n{deed.line}")


async def _save(page: Page, deed: Deed) -> None:
    """Save until both texts stand there, whoever was faster; by the script, or by the button."""
    met = page.locator("button[name=join]")
    saved = page.locator("#saved", has_text=re.compile("^Saved "))
    if not deed.scripted:
        await page.get_by_role("button", name="Save Changes").click()
    while "done=saved" not in page.url:
        if await met.count():
            await met.click()
            await page.wait_for_load_state()
        elif await saved.count():
            return
        else:
            await asyncio.sleep(0.1)
