"""Figures of large Mastery Processes stay small, and those of locked ones never change."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from chalicelib.processes.scores import ClassScores
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import HALF, TeamAtWork, expect_ok
from tests.support import builders, classrooms
from tests.support.browser import Browser, ShownPage
from tests.support.process_rows import a_class, a_row
from tests.support.world import DISTRICT, World

LARGEST, LARGEST_PLAIN = 15_000, 200_000
"""Bytes of a page: as the gateway compresses it, and as it is."""
TABS = (
    "tab=collect",
    "tab=collect&test=post",
    "tab=smart-goals",
    "tab=compare",
    "tab=compare&by=teachers",
    "tab=compare&by=classes&sort=matched_change&order=desc",
    "tab=compare&by=students",
    "tab=compare&by=students&sort=change&order=asc",
)
OTHER_TABS = (
    "tab=pre-test",
    "tab=analyze",
    "tab=goals",
    "tab=strategies",
    "tab=post-test",
    "tab=reflect",
)
GIVEN = ("Aoife", "Bartholomew", "Chidi", "Dilnoza", "Esperanza", "Finn", "Guadalupe")
FAMILY = ("Castellano-Reyes", "Featherstonehaugh", "Lindqvist", "Nguyen", "Okafor", "Saltmarsh")


def fill_with(world: World, classes: int) -> TeamAtWork:
    """Add so many classes to a team with both tests, three to a teacher."""
    team = world.scene(TeamAtWork)
    puts = [
        a_row(DISTRICT, team.process, large_class(n, "lena" if n < 3 else f"teacher-{n // 3:03}"))
        for n in range(classes)
    ]
    for start in range(0, len(puts), 25):
        world.services.table.commit(puts[start : start + 25])
    return team


def large_class(n: int, teacher: str) -> ClassScores:
    pre: dict[str, int | str] = {f"{n:03}-{i:02}": (n * 7 + i * 5) % 21 for i in range(11)}
    post: dict[str, int | str] = {
        who: min(20, (int(points) * 3 + n) % 23) for who, points in pre.items()
    }
    pre[f"{n:03}-98"], pre[f"{n:03}-99"] = "absent", "partial"
    at = n // 3
    made = a_class(f"class-{n:03}", teacher, pre, post)
    names = {who: (FAMILY[(n + i) % 6], GIVEN[(n * 3 + i) % 7]) for i, who in enumerate(pre)}
    return replace(
        made,
        title=f"Mathematics 3, period {n % 9 + 1} ({n})",
        teacher_name=f"{GIVEN[at % 7]} {FAMILY[at % 6]} {at}",
        names=names,
    )


def pages_of(browser: Browser, address: str) -> Iterator[ShownPage]:
    """Open a list, and every further page of it."""
    while True:
        shown = browser.open(address)
        assert shown.status == 200, shown.text[:500]
        assert weigh(shown)[0] <= LARGEST
        yield shown
        links = [str(a["href"]) for a in shown.page.find_all("a") if a.get_text() == "Next page"]
        if not links:
            return
        (address,) = links


def weigh(shown: ShownPage) -> tuple[int, int]:
    return len(gzip.compress(shown.text.encode())), len(shown.text.encode())


@pytest.mark.parametrize("classes", [100, 500])
def test_every_tab_of_a_large_process_stays_small(world: World, classes: int) -> None:
    team = world.scene(fill_with, classes)
    browser = Browser().sign_in_as("lena")
    at = f"/console/processes/{team.process}"
    acts = (f"{at}/acts/{name}" for name in ("finish", "print", "remind?test=pre"))
    lists = ("/console/processes", "/console/reports", f"/console/teams/{team.team}")
    for address in (*(f"{at}?{tab}" for tab in (*TABS, *OTHER_TABS)), *acts, *lists):
        shown = browser.open(address)
        assert shown.status == 200
        packed, plain = weigh(shown)
        assert packed <= LARGEST, (address, packed)
        assert plain <= LARGEST_PLAIN, (address, plain)


def test_pages_of_classes_join_without_gap_or_repeat(world: World) -> None:
    team = world.scene(fill_with, 100)
    body = expect_ok(team.lena.get(f"{team.path}/collection")).body
    browser = Browser().sign_in_as("lena")
    whole = f"/console/processes/{team.process}?tab="
    found = {
        tab: [row[0] for shown in pages_of(browser, whole + tab) for row in shown.rows()]
        for tab in ("collect", "compare&by=classes", "compare&by=teachers")
    }
    titles = [each["title"] for each in body["classes"]]
    shown = [title for name in found["collect"] for title in titles if name.endswith(title)]
    assert shown == titles
    assert sorted(found["compare&by=classes"]) == sorted(titles)
    assert sorted(found["compare&by=teachers"]) == sorted(
        each["teacher_name"] for each in body["teachers"]
    )
    goals = [*pages_of(browser, f"{whole}smart-goals")]
    assert goals[0].words("[aria-labelledby=own-heading]").count("As preselected") == 3
    assert not goals[1].page.select("#own-heading")
    assert "1 to 50 of 100" in goals[0].words("nav.more")


def test_of_many_classes_those_of_the_chosen_teacher_are_offered(world: World) -> None:
    team = world.scene(fill_with, 100)
    browser = Browser().sign_in_as("lena")
    shown = browser.open(f"/console/processes/{team.process}?tab=compare&by=students")
    assert len(shown.page.select("#class_id option")) == 1
    assert "Choose a teacher" in shown.words("#class_id-hint")
    lenas = browser.press(shown, "Show", fill={"teacher_id": "lena"})
    assert len(lenas.page.select("#class_id option")) == 4


def test_a_goal_of_a_large_class_stays_small(world: World) -> None:
    team = world.scene(TeamAtWork)
    made = a_class("c1", "lena", {f"student-{n:03}": n % 21 for n in range(120)})
    world.services.table.commit([a_row(DISTRICT, team.process, made)])
    shown = Browser().sign_in_as("lena").open(f"/console/processes/{team.process}/classes/c1")
    assert len(shown.rows()) == 120
    assert weigh(shown)[0] <= LARGEST


# -- locked ----------------------------------------------------------------------------------------


def keyless(text: str) -> str:
    """Return a page without what is new in each: the keys of its forms."""
    return re.sub(r'name="_key[.0-9a-f]*" value="[^"]*"', "", text)


def pages_seen(team: FinishedTeam, name: str) -> dict[str, str]:
    browser = Browser().sign_in_as(name)
    at = f"/console/processes/{team.process}"
    tabs = (f"{at}?{tab}" for tab in (*TABS, *OTHER_TABS))
    kept = (f"/console/reports/{team.process}", f"/console/library/{team.process}")
    places = [*tabs, *kept, f"{at}/acts/finish"]
    if name != "sam":  # whose part of it names no student
        places += [f"{at}/classes/c1", f"{at}/classes/c2"]
    seen = {place: browser.open(place) for place in places}
    assert {shown.status for shown in seen.values()} == {200}
    return {place: keyless(shown.text) for place, shown in seen.items()}


@pytest.mark.parametrize("name", ["lena", "mia", "dana", "sam"])
def test_a_locked_process_looks_the_same_whatever_changes_after(world: World, name: str) -> None:
    """Results, levels and the roster: students' names, who teaches, what a class is called."""
    team = FinishedTeam(world)
    team.lock_and_settle()
    before = pages_seen(team, name)
    assert not [
        page
        for page in before.values()
        if 'form method="post" action' in page.partition("<main")[2]
    ]
    sheet = expect_ok(team.lena.get(team.path)).body["classes"][0]["post_test"]["sheet"]
    assert sheet
    team.enter(team.lena, sheet, {team.students["c1"][0]: HALF})
    address = f"/v1/teams/{team.team}"
    levels = {"levels": [{"name": "Not yet", "lower": 0}, {"name": "Yes", "lower": 33}], "meets": 2}
    expect_ok(
        team.lena.put(f"{address}/levels", levels, etag=expect_ok(team.lena.get(address)).etag)
    )
    for student in team.students["c1"]:
        builders.a_person(world, student, "north", family="Renamed", given="Otherwise")
    builders.a_person(world, "mia", "north", family="Married")
    for school_class in ("c1", "c2"):
        classrooms.a_class(world, school_class, "noah", title="Renamed")
    assert pages_seen(team, name) == before


def test_locking_changes_no_figure(world: World) -> None:
    team = FinishedTeam(world)
    browser = Browser().sign_in_as("mia")
    at = f"/console/processes/{team.process}"
    before = [browser.open(f"{at}?{tab}").rows() for tab in TABS]
    team.lock_and_settle()
    after = [browser.open(f"{at}?{tab}").rows() for tab in TABS]
    assert after == before
    assert "Set the goal" not in browser.open(f"{at}?tab=smart-goals").words()
    assert not browser.open(f"{at}/classes/c2").page.select("main form[method=post]")
