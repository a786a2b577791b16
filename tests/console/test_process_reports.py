"""Reports: the tests of one's own classes, Re-Activate, and the documents of finished processes."""

from __future__ import annotations

import gzip
from typing import Any

from chalicelib.acts import Role
from chalicelib.console.reports import list_reports
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.api.school_part_scene import TwoSchools, points
from tests.support.browser import Browser, ShownPage, list_calls_as, list_calls_of_admin
from tests.support.world import World


def reports(name: str) -> tuple[Browser, ShownPage]:
    browser = Browser().sign_in_as(name)
    return browser, browser.open("/console/reports")


def mine(shown: ShownPage) -> list[list[str]]:
    return [row[:-1] for row in shown.rows("section[aria-labelledby=mine] table")]


def test_the_own_classes_tests_are_listed_the_newest_first(finished: FinishedTeam) -> None:
    finished.world.clock.advance(days=1)
    again = finished.begin("Unit 5")
    body: dict[str, Any] = {"test": "pre", "class_id": "c1"}
    expect_ok(finished.lena.post(f"/v1/processes/{again}/activations", body))
    _, shown = reports("lena")
    assert (shown.status, shown.heading) == (200, "Reports")
    assert shown.words(".main-nav [aria-current]") == "Reports"
    counts, second = ["5", "0", "0", "0"], "Fractions, before (post-test)"
    assert mine(shown) == [
        ["Math 3 (c1)", "Pre-Test: Fractions, before", "Unit 5", "Sep 15, 2026", *counts],
        ["Math 3 (c1)", "Pre-Test: Fractions, before", "Unit 4", "Sep 14, 2026", *counts],
        ["Math 3 (c1)", f"Post-Test: {second}", "Unit 4", "Sep 14, 2026", *counts],
    ]
    _, others = reports("noah")
    assert "None of your classes has a test in an open Mastery Process." in others.words()
    assert "Zimmer" not in shown.text


def test_re_activate_is_under_actions_and_leads_to_the_same_sheet(finished: FinishedTeam) -> None:
    browser, shown = reports("mia")
    assert [row[4:] for row in mine(shown)] == [["5", "0", "0", "0"], ["4", "1", "0", "0"]]
    post = shown.page.select("details.menu form")[1]
    assert post.find_parent("details").summary.get_text().startswith("Actions")  # type: ignore[union-attr]
    body = "&".join(f"{each['name']}={each['value']}" for each in post.select("[name]"))
    sheet = browser.send("POST", str(post["action"]), f"{body}&again=yes".encode())
    assert (sheet.status, sheet.heading) == (200, "Math 3 (c2)")
    assert "Absent: Zimmer c2s4, Ada" in sheet.words()
    fill = {"4.1": "B", "4.2": "T", "4.3": "2"}
    browser.press(sheet, "Save", fill=fill)
    assert [row[4:] for row in mine(reports("mia")[1])] == [
        ["5", "0", "0", "0"],
        ["5", "0", "0", "0"],
    ]


def test_finished_processes_lead_to_their_reports(finished: FinishedTeam) -> None:
    assert "None yet." in reports("dana")[1].words("section[aria-labelledby=finished]")
    finished.lock_and_settle()
    for name in ("lena", "mia", "dana", "sam"):
        browser, shown = reports(name)
        (row,) = shown.rows("section[aria-labelledby=finished] table")
        assert row[:3] == ["Unit 4", "Grade 3 math", "North Elementary"]
        assert row[-1].startswith("Report as PDF, library")
        report = browser.open(shown.link("Unit 4"))
        assert (report.status, report.heading) == (200, "Unit 4")
        assert report.link("Open the Mastery Process").endswith(f"/processes/{finished.process}")
        assert report.link("Open in the library").endswith(f"/library/{finished.process}")
        assert "finished by Lena Example on Sep 14, 2026" in report.words()
    assert mine(reports("lena")[1]) == []
    for name in ("olga", "saul"):
        assert "Unit 4" not in reports(name)[1].text


def test_an_administrator_of_a_part_is_led_to_the_part_and_the_library(world: World) -> None:
    schools = TwoSchools(world)
    schools.put("m1", "mia", points("m", 8))
    schools.put("o1", "olga", points("o", 6))
    schools.lock()
    browser, shown = reports("saul")
    (row,) = shown.rows("section[aria-labelledby=finished] table")
    assert row[-1].startswith("Your school's part, library")
    part = browser.open(shown.link("Unit 4"))
    assert (part.status, part.heading) == (200, "Unit 4")
    assert "What the team wrote is in the library." in part.words(".note")
    assert browser.open(part.link("Open in the library")).heading == "Unit 4"
    assert "Once the process is finished" not in part.text


def test_people_who_do_not_teach_see_only_finished_processes(finished: FinishedTeam) -> None:
    _, shown = reports("dana")
    assert not shown.page.select("#mine")
    assert shown.page.select("#finished")


def test_many_open_processes_are_paged(world: World) -> None:
    team = TeamAtWork(world)
    for n in range(11):
        process = team.begin(f"Unit {n}")
        expect_ok(
            team.lena.post(
                f"/v1/processes/{process}/activations", {"test": "pre", "class_id": "c1"}
            )
        ) if n < 9 else None
        world.clock.advance(hours=1)
    browser, shown = reports("lena")
    assert shown.page.find_all("a", string="Older Mastery Processes")
    assert len(gzip.compress(shown.text.encode())) <= 15_000
    older = browser.open(shown.link("Older Mastery Processes"))
    assert {row[2] for row in mine(shown)} & {row[2] for row in mine(older)} == set()
    assert {row[2] for row in mine(shown) + mine(older)} == {f"Unit {n}" for n in range(9)}


def test_a_report_that_is_not_made_yet_says_so(finished: FinishedTeam) -> None:
    shown = Browser().sign_in_as("dana").open(f"/console/reports/{finished.process}")
    assert shown.status == 409
    assert "finishes and locks the Mastery Process" in shown.words()


def test_the_list_reads_each_open_process_once(finished: FinishedTeam) -> None:
    finished.begin("Unit 5")
    asked = list_calls_as(finished.world, "lena", Role.TEACHER, list_reports, {})
    assert asked == ["GET /v1/processes", "GET /v1/processes/{process_id}", "GET /v1/processes"]
    assert list_calls_of_admin(finished.world, list_reports, {}) == ["GET /v1/processes"]
