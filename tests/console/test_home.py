"""The first screen."""

from __future__ import annotations

import json

from tests.api.process_scene import TeamAtWork, expect_ok
from tests.api.results_scene import Results
from tests.console.test_roster import upload as upload_roster
from tests.console.test_standards import upload as upload_standards
from tests.support import builders
from tests.support.browser import Browser, ShownPage, admin_of, teacher_of
from tests.support.frameworks import a_package
from tests.support.machinery import Machinery
from tests.support.packages import a_district
from tests.support.world import World


def test_people_who_are_not_signed_in_get_a_page_with_one_way_in(world: World) -> None:
    shown = Browser().open("/console")
    assert shown.status == 200
    assert shown.heading == "Green Bluff ISD"
    assert shown.link("Sign in") == "/console/sign-in"


def steps_of(shown: ShownPage) -> list[str]:
    return [" ".join(each.get_text().split()) for each in shown.page.select(".steps .work-title")]


def test_the_empty_district_says_what_comes_first_and_where_to_do_it(world: World) -> None:
    shown = admin_of(world).open("/console")
    assert shown.heading == "Home"
    assert "0 of 6 steps are done." in shown.words()
    assert steps_of(shown) == [
        "Roster Next",
        "Standards Next",
        "Trackers Waits",
        "Assessment Waits",
        "Data team Waits",
        "First distribution Waits",
    ]
    assert "It waits for: Roster, Standards." in shown.words(".steps")
    assert shown.link("Upload a roster") == "/console/new-roster-import"
    assert shown.link("Import standards") == "/console/new-standards-import"


def test_a_district_sets_itself_up_by_the_steps_of_its_home(world: World) -> None:
    """From nothing to the first distribution: each act is a link of the step before."""
    browser, machinery = admin_of(world, "operator"), Machinery(world)
    home = browser.open("/console/home")
    second = browser.press(browser.open(home.link("Upload a roster")), "Upload and check")
    upload_roster(world, second, a_district().write_zip())
    machinery.run()
    waiting = browser.open("/console/home")
    assert "Roster import" in waiting.words("section[aria-labelledby=imports]")
    ready = browser.open(waiting.link("Roster import"))
    browser.press(ready, "Apply")
    machinery.run()
    home = browser.open("/console/home")
    assert steps_of(home)[:5] == [
        "Roster Done", "Standards Next", "Trackers Waits", "Assessment Waits", "Data team Next",
    ]  # fmt: skip
    second = browser.press(browser.open(home.link("Import standards")), "Upload and check")
    to = upload_standards(world, second, json.dumps(a_package()).encode())
    browser.press(browser.open(to), "Apply")
    machinery.run()
    home = browser.open("/console/home")
    assert steps_of(home) == [
        "Roster Done", "Standards Done", "Trackers Next", "Assessment Next", "Data team Next",
        "First distribution Waits",
    ]  # fmt: skip
    assert "2 of 6 steps are done." in home.words()
    for action in ("Make trackers for courses", "New assessment", "New data team"):
        assert browser.open(home.link(action)).status == 200


def test_trackers_of_any_school_count_for_setting_up(world: World) -> None:
    builders.a_school(world, "a", "Aardvark School")
    builders.a_school(world, "z", "Zebra School")
    builders.a_tracker(world, school="z")
    assert "Trackers Done" in steps_of(admin_of(world).open("/console/home"))


def test_nothing_waits_for_a_teacher_in_an_empty_district(world: World) -> None:
    assert "Nothing needs your attention." in teacher_of(world).open("/console/home").words()


def test_work_of_a_process_leads_to_its_tab(world: World) -> None:
    team = world.scene(TeamAtWork)
    page, at = f"{team.path}/pages/analyze", f"/console/processes/{team.process}"
    expect_ok(team.lena.patch(page, {"strengths": "Number lines"}, etag='"0"'))
    assert team.mia.patch(page, {"strengths": "Drawing"}, etag='"0"').status == 409
    expect_ok(
        team.lena.put(f"{team.path}/post-test", {"same": True}, etag=team.read_process().etag)
    )
    expect_ok(team.mia.post(f"{team.path}/activations", {"test": "post", "class_id": "c2"}))
    shown = Browser().sign_in_as("lena").open("/console/home")

    def links(section: str) -> set[str]:
        where = f"section[aria-labelledby={section}] a"
        return {str(a["href"]) for a in shown.page.select(where)}

    assert links("tests_to_activate") == {f"{at}?tab=pre-test", f"{at}?tab=post-test"}
    assert links("page_conflicts") == {f"{at}?tab=analyze"}
    assert links("processes_to_finish") == {f"{at}/acts/finish"}
    for each in shown.page.select("main section a"):
        assert Browser().sign_in_as("lena").open(str(each["href"])).status == 200


def test_sheets_have_words_and_lead_to_their_entry(world: World) -> None:
    scene = Results(world)
    said = {"give_until_date": "2026-10-02", "selection": {"school_ids": ["north"]}}
    body = {"assessment_id": scene.an_assessment(), **said}
    made = expect_ok(scene.dana.post("/v1/distributions", body)).body
    Machinery(world).run()
    shown = Browser().sign_in_as("tess").open("/console/home")
    rows = [each.get_text(" ", strip=True) for each in shown.page.select(".work li")]
    assert any(row.endswith("Give it until Oct 2, 2026") for row in rows), rows
    assert "2026-10-02" not in shown.words()
    sheet = f"/console/sheets/{scene.trackers['c1']}/{made['assessment_id']}"
    assert sheet in [str(a["href"]) for a in shown.page.select(".work a")]
    path = f"/v1/trackers/{scene.trackers['c1']}/sheets/{made['assessment_id']}"
    tess = scene.people["tess"]
    opened = expect_ok(tess.get(path))
    away, *others = opened.body["students"]
    entered = {"students": [{"student_id": away["student_id"], "status": "absent"}]}
    expect_ok(tess.patch(path, entered, etag=opened.etag))
    words = Browser().sign_in_as("tess").open("/console/home").words()
    assert f"{len(others)} of {len(others) + 1} students not entered yet" in words, "nor absent"


def test_scheduled_distributions_say_when_and_to_how_many(world: World) -> None:
    scene = Results(world)
    later = {"option": "schedule", "start_date": "2026-10-21", "start_time": "08:00"}
    selection = {"school_ids": ["south"]}
    body = {"assessment_id": scene.an_assessment(), "selection": selection, "start": later}
    made = expect_ok(scene.dana.post("/v1/distributions", body)).body["id"]
    shown = Browser().sign_in_as("dana").open("/console/home")
    (row,) = shown.page.select("section[aria-labelledby=scheduled] li")
    assert row.get_text(" ", strip=True) == (
        "Check Wednesday, October 21, 2026 at 8:00 AM CDT · 1 tracker"
    )
    assert shown.link("Check") == f"/console/distributions/{made}"


def test_more_sheets_than_are_shown_lead_to_the_trackers(world: World) -> None:
    scene = Results(world)
    for _ in range(12):
        body = {"assessment_id": scene.an_assessment(), "selection": {"school_ids": ["north"]}}
        expect_ok(scene.dana.post("/v1/distributions", body))
    Machinery(world).run()
    shown = Browser().sign_in_as("tess").open("/console/home")
    links = shown.page.select("section[aria-labelledby=new_deliveries] > p a")
    assert [(each.get_text(), each["href"]) for each in links] == [
        ("My Trackers", "/console/trackers")
    ]
