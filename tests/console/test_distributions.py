"""Distributions: the list, and one with its progress, receipts, results and settings."""

from __future__ import annotations

import gzip
import json
from typing import Any
from urllib.parse import parse_qsl

import pytest

from chalicelib.acts import Role
from chalicelib.console.distributions import list_distributions, show_distribution
from chalicelib.web.table_files import WORKBOOK
from tests.api.process_scene import expect_ok
from tests.api.results_scene import HALF, RIGHT, WRONG, Results
from tests.api.team_scene import a_team
from tests.support import builders
from tests.support.browser import Browser, admin_of, list_calls_of_admin
from tests.support.machinery import Machinery
from tests.support.world import World

LATER = {"option": "schedule", "start_date": "2026-10-21", "start_time": "08:00"}


@pytest.fixture
def scene(world: World) -> Results:
    return world.scene(Results)


@pytest.fixture
def browser(scene: Results) -> Browser:
    return admin_of(scene.world)


def begin(scene: Results, **changes: Any) -> str:
    """Have Dana distribute another assessment of the same kind."""
    body = {"assessment_id": scene.an_assessment(), "selection": {"whole_district": True}} | changes
    return str(expect_ok(scene.dana.post("/v1/distributions", body)).body["id"])


def open_distribution(browser: Browser, distribution: str, **query: str) -> Any:
    asked = "&".join(f"{name}={text}" for name, text in query.items())
    return browser.open(f"/console/distributions/{distribution}?{asked}")


def states(shown: Any) -> list[str]:
    return [row[1] for row in shown.rows("#found table")]


# -- the list ----------------------------------------------------------------------------------


def test_the_list_has_state_start_last_day_trackers_and_person(
    scene: Results, browser: Browser
) -> None:
    begin(scene, start=LATER, give_until_date="2026-10-30")
    shown = browser.open("/console/distributions")
    assert shown.heading == "Distributions"
    later, now = shown.rows("#found table")
    assert later == [
        "Check", "Scheduled",
        "Oct 21, 2026, 8:00 AM CDT", "Oct 30, 2026", "0 of 3",
        "Sep 14, 2026 by Dana Example",
    ]  # fmt: skip
    assert now[1:] == [
        "Delivered", "Sep 14, 2026, 12:00 PM CDT", "", "3 of 3",
        "Sep 14, 2026 by Dana Example",
    ]  # fmt: skip
    links = [a["href"] for a in shown.page.select("#found tbody tr:last-child a")]
    assert links == [f"/console/distributions/{scene.distribution}"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("text=check+dana", ["Scheduled", "Delivered"]),
        ("text=chess", []),
        ("state=scheduled", ["Scheduled"]),
        ("school_id=south", ["Delivered"]),
        ("created_by_id=me", ["Scheduled", "Delivered"]),
        ("created_by_id=tess", []),
        ("sort=start&order=asc", ["Delivered", "Scheduled"]),
    ],
)
def test_the_list_is_searched_filtered_and_sorted(
    scene: Results, browser: Browser, query: str, found: list[str]
) -> None:
    begin(scene, start=LATER, selection={"school_ids": ["north"]})
    assert states(browser.open(f"/console/distributions?{query}")) == found


def test_the_list_of_one_assessment_says_so_and_can_be_widened(
    scene: Results, browser: Browser
) -> None:
    begin(scene, start=LATER)
    shown = browser.open(f"/console/distributions?assessment_id={scene.assessment}")
    assert states(shown) == ["Delivered"]
    assert "Only of the assessment Check" in shown.words("form")
    assert len(states(browser.open(shown.link("Clear")))) == 2


def test_the_search_as_one_types_asks_the_api_once(scene: Results) -> None:
    browser = admin_of(scene.world)
    whole = browser.open("/console/distributions?text=check")
    part = browser.open("/console/distributions?text=check", **{"hx-request": "true"})
    options = [each.get_text() for each in whole.page.select("#school_id option")]
    assert options == ["All schools", "North Elementary", "South Elementary"]
    assert len(part.page.select("#school_id option")) == 1
    assert whole.rows("#found table") == part.rows("#found table")
    assert list_calls_of_admin(scene.world, list_distributions, {}) == [
        "GET /v1/distributions",
        "GET /v1/schools",
    ]


def test_a_long_list_goes_on_on_the_next_page(scene: Results, browser: Browser) -> None:
    for _ in range(51):
        begin(scene, start=LATER, selection={"school_ids": ["south"]})
    first = browser.open("/console/distributions?text=check")
    assert len(states(first)) == 50
    assert "(the first 50)" in first.words("#found caption")
    rest = browser.open(first.link("Next page"))
    assert states(rest) == ["Scheduled", "Delivered"]


def test_an_empty_list_says_where_to_begin(world: World) -> None:
    shown = admin_of(world).open("/console/distributions")
    assert "Nothing has been distributed yet." in shown.words(".empty")
    assert shown.link("Go to my assessments").startswith("/console/assessments?created_by_id=")
    world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
    school = Browser().sign_in_as("sam").open("/console/distributions")
    assert "No distribution has reached your schools yet." in school.words(".empty")


def test_a_search_without_a_hit_can_be_cleared(browser: Browser) -> None:
    shown = browser.open("/console/distributions?text=nothing&state=canceled")
    assert "No distributions match." in shown.words(".empty")
    assert shown.one("#text")["value"] == "nothing"


# -- one distribution --------------------------------------------------------------------------


def test_a_distribution_says_what_it_is(scene: Results, browser: Browser) -> None:
    shown = open_distribution(browser, begin(scene, start=LATER, give_until_date="2026-10-30"))
    head = shown.words(".head")
    assert shown.heading == "Check"
    assert "Scheduled" in head
    assert "Start: Wednesday, October 21, 2026 at 8:00 AM CDT" in head
    assert "Give it until: Oct 30, 2026" in head
    assert "Distributed by Dana Example" in head
    assert "3 trackers will get it at the start." in shown.words("#progress")


def test_progress_is_asked_again_only_while_it_is_under_way(
    scene: Results, browser: Browser
) -> None:
    made = begin(scene)
    running = open_distribution(browser, made)
    assert running.one("#progress")["hx-trigger"] == "every 2s"
    assert running.link("Refresh") == f"/console/distributions/{made}"
    assert "0 of 3 trackers are done." in running.words("#progress")
    assert running.rows("#by-school table") == [
        ["North Elementary", "0 of 2", "0", "0", "0", "2"],
        ["South Elementary", "0 of 1", "0", "0", "0", "1"],
    ]
    Machinery(scene.world).run()
    over = open_distribution(browser, made)
    assert not over.page.select("[hx-trigger^=every]")
    assert "3 of 3 trackers have it." in over.words("#progress")
    (bar, *_) = over.page.select("#by-school table progress")
    assert (bar["value"], bar["max"], bar["aria-label"]) == ("2", "2", "North Elementary")


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", [""]),
        ("tab=settings", [""]),
        ("tab=receipts", ["", "/receipts"]),
        ("tab=results&by=items", ["", "/results", "/results/items"]),
        ("tab=analysis", ["", "/analysis"]),
    ],
)
def test_each_tab_asks_the_api_no_more_than_it_shows(
    scene: Results, query: str, asked: list[str]
) -> None:
    said = dict(parse_qsl(query))
    found = list_calls_of_admin(
        scene.world, show_distribution, said, distribution_id=scene.distribution
    )
    assert found == [f"GET /v1/distributions/{{distribution_id}}{below}" for below in asked]


def test_many_schools_come_in_pages_and_can_be_found(world: World) -> None:
    builders.a_set(world)
    builders.a_person(world, "tess")
    for number in range(103):
        builders.a_school(world, f"s{number:03}")
        builders.a_tracker(world, "tess", school=f"s{number:03}", class_id=f"c{number}")
    browser, made = admin_of(world), builders.an_assessment(world)
    body = {"assessment_id": made.id, "selection": {"whole_district": True}, "start": LATER}
    distribution = expect_ok(world.admin().post("/v1/distributions", body)).body["id"]
    first = open_distribution(browser, distribution)
    assert len(first.rows("#by-school table")) == 100
    assert "103 schools" in first.words("#by-school caption")
    rest = browser.open(first.link("Next page"))
    names = [row[0] for row in rest.rows("#by-school table")]
    assert names == ["S100 Elementary", "S101 Elementary", "S102 Elementary"]
    found = browser.press(rest, "Find", fill={"school": "s05"})
    assert len(found.rows("#by-school table")) == 10
    none = open_distribution(browser, distribution, failed="yes")
    assert "No schools match." in none.words(".empty")
    assert browser.open(none.link("Clear")).rows("#by-school table") == first.rows(
        "#by-school table"
    )
    for odd in ("-1", "x", "99999999999", "%D9%A3"):
        assert open_distribution(browser, distribution, **{"from": odd}).status == 200


# -- receipts ----------------------------------------------------------------------------------


def test_receipts_say_what_became_of_each_tracker_and_of_the_e_mail(
    scene: Results, browser: Browser
) -> None:
    made = begin(scene, notify=True)
    Machinery(scene.world).run()
    shown = open_distribution(browser, made, tab="receipts")
    rows = shown.rows("#found table")
    assert [row[:4] for row in rows] == [
        ["Math c1", "North Elementary", "Tess =Example", "Delivered"],
        ["Math c2", "North Elementary", "Tess =Example", "Delivered"],
        ["Math c3", "South Elementary", "Theo Example", "Delivered"],
    ]
    assert {row[4] for row in rows} == {"Sent"}
    assert "Emails to teachers: 2 sent." in shown.words()
    south = open_distribution(browser, made, tab="receipts", school_id="south")
    assert [row[0] for row in south.rows("#found table")] == ["Math c3"]
    assert south.one("#school_id option[selected]")["value"] == "south"
    failed = open_distribution(browser, made, tab="receipts", state="failed")
    assert "No trackers match." in failed.words(".empty")


def test_receipts_lead_to_the_trackers(scene: Results, browser: Browser) -> None:
    """A person who reads a receipt may open its tracker, unless that is gone."""
    made = begin(scene)
    Machinery(scene.world).run()
    scene.world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
    for reader, titles in (
        (browser, ["Math c1", "Math c2", "Math c3"]),
        (Browser().sign_in_as("sam"), ["Math c1", "Math c2"]),
    ):
        shown = open_distribution(reader, made, tab="receipts")
        links = shown.page.select("#found th[scope=row] a")
        assert [link.get_text() for link in links] == titles
        for link, title in zip(links, titles, strict=True):
            tracker = reader.open(str(link["href"]))
            assert (tracker.status, tracker.heading) == (200, title)


def test_receipts_of_a_distribution_to_come_say_who_gets_it(
    scene: Results, browser: Browser
) -> None:
    shown = open_distribution(browser, begin(scene, start=LATER), tab="receipts")
    assert shown.words("#found caption") == "Who gets it at the start"
    assert {row[3] for row in shown.rows("#found table")} == {"Waiting"}


# -- settings ----------------------------------------------------------------------------------


def test_settings_say_how_it_is_distributed(scene: Results, browser: Browser) -> None:
    made = begin(
        scene, selection={"school_ids": ["north"]}, notify=True, automatic_end_date="2026-12-18",
        start={"option": "now", "start_date": "2026-10-21"},
    )  # fmt: skip
    shown = open_distribution(browser, made, tab="settings")
    facts = [dd.get_text(" ", strip=True) for dd in shown.page.select("dl.facts dd")]
    assert facts[1] == "1 school: North Elementary"
    assert "The date was in the future, so it was scheduled" in facts[2]
    assert "it starts at the usual time" in facts[3]
    assert "Teachers get an email upon delivery." in facts
    assert "New matching trackers get it automatically through Dec 18, 2026." in facts


def test_settings_say_in_which_data_teams_a_process_opens(scene: Results, browser: Browser) -> None:
    a_team(scene.world, ("tess",), (), name="Grade 3 Math")
    a_team(scene.world, ("theo",), (), name="<b>Others</b>")
    made = begin(
        scene, selection={"school_ids": ["north"]}, opens_process={"name": "Fractions, fall"}
    )
    for _ in range(3):
        scene.world.clock.forward(minutes=1)
        Machinery(scene.world).run()
    shown = open_distribution(browser, made, tab="settings")
    assert "It opens “Fractions, fall”" in shown.words("dl.facts")
    found = {row[0]: row[2] for row in shown.rows()}
    assert found["Grade 3 Math"].startswith("Open")
    said = scene.dana.get(f"/v1/distributions/{made}/openings").body["items"]
    (other,) = (each for each in said if each["team_name"] == "<b>Others</b>")
    assert found["<b>Others</b>"] == f"Not opened {other['message']}"


# -- results -----------------------------------------------------------------------------------


@pytest.fixture
def entered(scene: Results) -> Results:
    scene.enter("c1", RIGHT, HALF)
    scene.enter("c2", WRONG)
    return scene


@pytest.mark.parametrize(
    ("by", "first"),
    [
        ("schools", ["North Elementary", "1 of 2", "1 1 1", "50.0%", "3", "1", "1", "1"]),
        (
            "teachers",
            ["Tess =Example", "North Elementary", "1 of 2", "1 1 1", "50.0%", "3", "1", "1", "1"],
        ),
        (
            "classes",
            [
                "Math c1 Tess =Example", "North Elementary", "Complete Sep 14, 2026",
                "1 1", "75.0%", "2", "0", "1", "1",
            ],
        ),
        ("items", ["1. =1+1 is?", "", "66.7%", "3", "1", "3.NB.1"]),
    ],
)  # fmt: skip
def test_results_stand_in_a_table_and_as_bars_of_the_same_numbers(
    entered: Results, browser: Browser, by: str, first: list[str]
) -> None:
    shown = open_distribution(browser, entered.distribution, tab="results", by=by)
    assert shown.rows("#found table")[0] == first
    assert shown.page.select("#found tbody svg[role=img]")
    assert shown.words("dl.figures dd").startswith("50.0% 3 ")
    chart = shown.one(".chart > svg")
    assert chart["aria-label"].startswith("Students by mastery level: Remediation 1, ")
    assert not shown.page.select("[style]")


def test_results_by_standard_say_the_standard(entered: Results, browser: Browser) -> None:
    shown = open_distribution(browser, entered.distribution, tab="results", by="standards")
    assert [row[0].split()[0] for row in shown.rows("#found table")] == ["3.NB.1", "3.FR.1"]


def test_results_of_one_school_are_those_that_the_api_gives(
    entered: Results, browser: Browser
) -> None:
    shown = open_distribution(
        browser, entered.distribution, tab="results", by="classes", school_id="south"
    )
    (row,) = shown.rows("#found table")
    assert row[:4] == [
        "Math c3 Theo Example",
        "South Elementary",
        "Not started",
        "Nothing entered yet",
    ]
    none = open_distribution(browser, entered.distribution, tab="results", school_id="nowhere")
    assert "There are no results yet." in none.words(".empty")


@pytest.mark.parametrize(
    "name", ["schools", "teachers", "classes", "standards", "items", "students"]
)
def test_a_table_is_kept_as_the_file_of_the_api(
    entered: Results, browser: Browser, name: str
) -> None:
    path = f"/console/distributions/{entered.distribution}/files/{name}"
    kept, given = browser.open(path), entered.results(f"/{name}.csv")
    assert kept.text == given.body
    assert kept.headers["Content-Disposition"] == given.headers["Content-Disposition"]
    assert "attachment" in kept.headers["Content-Disposition"]
    own = browser.open(f"{path}?school_id=south")
    assert own.text == entered.results(f"/{name}.csv?school_id=south").body
    book = entered.dana.get(f"{entered.path}/results/{name}.csv?school_id=south", Accept=WORKBOOK)
    assert browser.open(f"{path}.xlsx?school_id=south").content == book.body


def test_a_file_that_is_none_is_not_there(entered: Results, browser: Browser) -> None:
    for name in ("secrets", "..%2F..", "schools.csv", "secrets.xlsx", ".xlsx"):
        shown = browser.open(f"/console/distributions/{entered.distribution}/files/{name}")
        assert (shown.status, shown.heading) == (404, "This page does not exist")


# -- item analysis -----------------------------------------------------------------------------


def test_below_five_students_the_analysis_says_the_api_s_words(
    entered: Results, browser: Browser
) -> None:
    shown = open_distribution(browser, entered.distribution, tab="analysis")
    said = entered.dana.get(f"{entered.path}/analysis").body["message"]
    assert said in shown.words(".empty")
    assert not shown.page.select("#found table")


def test_the_analysis_counts_the_answers_chosen(world: World) -> None:
    scene = Results(world, 6)
    scene.enter("c1", RIGHT, RIGHT, RIGHT, HALF, WRONG, WRONG)
    shown = open_distribution(admin_of(world), scene.distribution, tab="analysis")
    answers = shown.rows("#item-1 table")
    assert [row[:3] for row in answers] == [
        ["A. 1", "2", "33.3%"],
        ["B. 2 Correct", "4", "66.7%"],
        ["C. 3", "0", "0.0%"],
        ["No answer", "0", "0.0%"],
    ]
    assert [row[0] for row in shown.rows("#item-2 table")] == ["True Correct", "False", "No answer"]
    body = scene.dana.get(f"{scene.path}/analysis").body
    for each in (*body["flags"], *(flag for item in body["items"] for flag in item["flags"])):
        assert each["message"] in shown.words("#found")
    kept = admin_of(world).open(f"/console/distributions/{scene.distribution}/files/analysis")
    assert kept.text == scene.dana.get(f"{scene.path}/analysis.csv").body


# -- who sees what -----------------------------------------------------------------------------


def test_a_school_administrator_sees_their_schools_part(entered: Results) -> None:
    later = begin(entered, start=LATER)
    browser = Browser().sign_in_as("sam")
    shown = browser.open("/console/distributions")
    assert [row[4] for row in shown.rows("#found table")] == ["2 of 2"]
    assert [each.get_text() for each in shown.page.select("#school_id option")] == [
        "All my schools",
        "North Elementary",
    ]
    one = open_distribution(browser, entered.distribution)
    assert "You see your schools' part: North Elementary." in one.words()
    assert [row[0] for row in one.rows("#by-school table")] == ["North Elementary"]
    assert not one.page.find_all("a", string="Open the assessment")
    for tab in ("receipts", "results", "analysis", "settings"):
        assert open_distribution(browser, entered.distribution, tab=tab).status == 200
    assert open_distribution(browser, later).status == 404
    assert (
        open_distribution(browser, entered.distribution, tab="results", school_id="south").status
        == 404
    )


def test_a_teacher_reads_that_it_is_for_administrators(scene: Results) -> None:
    browser = Browser().sign_in_as("tess")
    for below in ("", f"/{scene.distribution}", f"/{scene.distribution}/files/students"):
        shown = browser.open(f"/console/distributions{below}")
        assert (shown.status, shown.heading) == (403, "This page is for administrators")
    assert not browser.open("/console/home").page.find_all("a", string="Distributions")


def test_missing_and_hidden_distributions_look_alike(browser: Browser) -> None:
    found = [open_distribution(browser, name) for name in ("nothing", "..%2F..", "é%20x", "%00")]
    assert {each.status for each in found} == {404}
    assert len({each.heading for each in found}) == 1


def test_hostile_names_are_text(world: World) -> None:
    hostile = "<script>alert('x')</script> \"Ünït\" مرحبا"
    builders.a_set(world)
    builders.a_school(world, "north", name=hostile)
    builders.a_person(world, "tess", "north", family=hostile)
    builders.a_tracker(world, "tess", title=hostile)
    made = builders.an_assessment(world, title=hostile, creator="dana")
    dana = world.admin()
    body = {"assessment_id": made.id, "selection": {"whole_district": True}}
    distribution = expect_ok(dana.post("/v1/distributions", body)).body["id"]
    Machinery(world).run()
    browser = admin_of(world)
    pages = [browser.open("/console/distributions?text=%22%3E%3Cscript%3E")]
    pages += [browser.open("/console/distributions")]
    pages += [
        open_distribution(browser, distribution, tab=tab)
        for tab in ("progress", "receipts", "results", "analysis", "settings", "<b>")
    ]
    for shown in pages:
        assert shown.status == 200
        assert not shown.page.select("script:not([src])")
    assert pages[2].heading == hostile


# -- a whole district --------------------------------------------------------------------------


def test_a_failure_during_a_refresh_leaves_the_screen_as_it_is(browser: Browser) -> None:
    config = browser.open("/console/distributions").one("meta[name=htmx-config]")["content"]
    assert json.loads(str(config))["noSwap"] == [204, 304, "4xx", "5xx"]


def test_400_schools_keep_every_screen_below_its_budget(world: World) -> None:
    """60 KB as it is sent, for lists of schools, and 200 KB as it is."""
    builders.a_set(world)
    builders.a_person(world, "tess")
    name = "Dr. Martin Luther King Jr. Academy of Science and the Arts, campus"
    for number in range(400):
        school = f"school-{number:03}"
        builders.a_school(world, school, f"{name} {number}")
        builders.a_tracker(world, "tess", school=school, class_id=f"c{number}")
    browser, dana = admin_of(world), world.admin()
    body = {
        "assessment_id": builders.an_assessment(world).id,
        "selection": {"whole_district": True},
        "start": LATER,
    }
    made = expect_ok(dana.post("/v1/distributions", body)).body["id"]
    addresses = [
        "",
        f"/{made}",
        *(f"/{made}?tab={tab}" for tab in ("receipts", "results", "analysis", "settings")),
        *(f"/{made}/acts/{act}" for act in ("change", "repeat")),
    ]
    for below in addresses:
        shown = browser.open(f"/console/distributions{below}")
        assert shown.status == 200, below
        plain = shown.text.encode()
        assert len(plain) < 200_000, (below, len(plain))
        assert len(gzip.compress(plain)) < 60_000, below
