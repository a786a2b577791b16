"""A district of 400 schools and 35,000 people: searched, listed, distributed to, and looked at.

The stack is the simulator's, in this process, so that its calls and units can be counted. They are
exact, and held against bars a little above; what each act took stands below the run.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import find_faults
from tests.browser.large_district import LargeDistrict, Meter
from tests.browser.served import Served, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Response

    from tests.support.world import World

FURTHER = 15_000
"""Bytes, gzipped, of any further page."""
SIGN_IN = 3, 5
"""Calls and units that find out who shows a token, once a minute; here each is a new one."""
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def large(world: World) -> LargeDistrict:
    return world.scene(LargeDistrict)


@pytest.fixture
def served(large: LargeDistrict) -> Iterator[Served]:
    with serve(large.world) as found:
        yield found


class CountedRequests:
    """A page whose acts are counted: requests, bytes of the first, DynamoDB's calls and units."""

    def __init__(self, served: Served, page: Page, note: list[str]) -> None:
        self.page = page
        self.note = note
        self.served = served
        self.answers: list[Response] = []
        ledger = served.world.cloud.simulated.table.ledger  # type: ignore[attr-defined]
        self.meter = Meter(ledger)
        page.on("response", lambda answer: self.answers.append(answer))  # noqa: PLW0108 - a list's own is no function
        self.begin()

    def begin(self) -> None:
        """Count from here on."""
        self.answers.clear()
        self.meter.read()

    def end(self, what: str, *, calls: int, units: float) -> None:
        """Note what was spent since `begin` with one request, and hold it against its bar."""
        spent = self.meter.read()
        pages = [each for each in self.answers if "/static/" not in each.url]
        size = len(gzip.compress(pages[0].body()))
        self.note.append(f"{what}: {spent[0]} calls, {spent[1]:g} units, {size:,} bytes gzipped")
        assert len(pages) == 1
        assert size <= FURTHER
        assert spent[0] <= calls + SIGN_IN[0]
        assert spent[1] <= units + SIGN_IN[1]
        self.begin()

    def open(self, path: str, *, calls: int, units: float) -> None:
        """Open a page."""
        self.begin()
        self.page.goto(self.served.url + path)
        self.end(path, calls=calls, units=units)


def test_people_among_35_000_are_found_by_a_part_of_the_name_by_role_and_by_school(
    chromium: Browser, large: LargeDistrict, served: Served, note: list[str]
) -> None:
    district = large.district
    staff = sorted(
        (each for each in district.people if each.role != "student"),
        key=lambda each: (each.name.family.casefold(), each.name.given.casefold(), each.id),
    )
    assert len(district.people) >= 35_000
    page = served.open(chromium, "/console/people", "dana")
    rows = page.locator("#found tbody th")
    counted = CountedRequests(served, page, note)
    counted.open("/console/people", calls=4, units=50)
    assert rows.count() == 50
    page.get_by_role("link", name="Next page").click()
    page.wait_for_url("**cursor=**")
    counted.end("the next people", calls=4, units=50)
    assert rows.first.inner_text() == f"{staff[50].name.family}, {staff[50].name.given}"
    page.goto(f"{served.url}/console/people")
    counted.begin()
    page.locator("#text").fill("NALOZA")
    page.get_by_text("on this page").wait_for(state="detached")
    counted.end("a search by a part of a name", calls=17, units=105)
    assert rows.all_inner_texts() == [
        f"{each.name.family}, {each.name.given}" for each in staff if each.name.family == "Peñaloza"
    ]

    page.goto(f"{served.url}/console/people")
    counted.begin()
    page.locator("#role").select_option(label="School administrator")
    page.wait_for_url("**role=school_admin**")
    page.locator("#found").get_by_text("50 people on this page").wait_for()
    counted.end("a search by role", calls=4, units=30)
    school = district.schools[300]
    counted.begin()
    page.locator("#school_id").select_option(value=school.id)
    page.get_by_text("1 person", exact=True).wait_for()
    counted.end("a search by role and school", calls=17, units=105)
    principal = next(each for each in staff if (each.role, each.school) == ("principal", school.id))
    rows.get_by_role("link").click()
    page.get_by_text(principal.username, exact=True).wait_for()
    page.go_back()
    assert find_faults(page) == []


def test_400_schools_are_listed_searched_given_an_assessment_and_still_fit_a_telephone(
    chromium: Browser, large: LargeDistrict, served: Served, note: list[str]
) -> None:
    page = served.open(chromium, "/console/schools", "dana", viewport=PHONE)
    counted = CountedRequests(served, page, note)
    counted.open("/console/schools", calls=1, units=15)
    rows = page.locator("#found tbody th")
    assert rows.count() == 100
    page.get_by_role("link", name="Next page").click()
    page.wait_for_url("**cursor=**")
    counted.end("the next schools", calls=1, units=15)
    wanted = large.district.schools[-1]
    page.locator("#text").fill(wanted.name)
    page.get_by_text("1 school or office", exact=True).wait_for()
    counted.end("a search for a school", calls=1, units=15)
    rows.get_by_role("link").click()
    page.wait_for_url("**/console/schools/*")
    counted.end("a school with its classes", calls=6, units=30)
    assert page.get_by_role("heading", level=1).inner_text() == wanted.name
    assert page.get_by_text("12 classes").count()

    counted.open(f"/console/assessments/{large.test}/distribute", calls=7, units=60)
    page.locator("#find").fill(wanted.name)
    page.locator("ul.schools > li").nth(1).wait_for(state="detached")
    counted.end("Distribute: a search for a school", calls=6, units=60)
    row = page.locator("ul.schools > li")
    row.locator("summary").click()
    row.locator("input[name=tracker]").first.check()
    counted.end("Distribute: a school is opened", calls=9, units=60)
    page.locator("#find").fill("")
    page.locator("ul.schools > li").nth(1).wait_for()
    assert page.locator("#chosen").inner_text() == "Selected: 1 tracker"
    page.locator("input[name=district]").check()
    counted.begin()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Check and distribute").wait_for()
    counted.end("Distribute: checked for the whole district", calls=20, units=200)
    assert "530 trackers, 400 schools" in page.locator("dl.facts").inner_text()
    assert find_faults(page) == []

    for path in ("/console/history", "/console/settings", "/console/courses", "/console/roster"):
        counted.open(path, calls=9, units=50)
        assert find_faults(page) == []
