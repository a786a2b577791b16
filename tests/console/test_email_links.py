"""Every e-mail leads to the screen it speaks of, and its reader finds the thing there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from chalicelib.console.request_pipeline import every_screen
from chalicelib.distribution.delivery_email import AssessmentDelivered
from chalicelib.mail.destinations import HOME, SCREENS
from chalicelib.mail.reminders.reminder_email import BeginReminder
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.api.results_scene import Results
from tests.api.test_locking import of_two_schools
from tests.support.browser import HOST, Browser, ShownPage
from tests.support.machinery import Machinery
from tests.support.world import World

ADDRESS = f"https://{HOST}"


def know_address(world: World) -> None:
    """Let the stack know where people reach it, as a deployment does."""
    world.services.settings = replace(world.services.settings, public_url=ADDRESS)


def follow(world: World, reader: str) -> ShownPage:
    """Open the one link in the last e-mail to somebody, signed in as them."""
    (link,) = set(links_to(world, reader))
    return open_link(reader, link)


def links_to(world: World, reader: str) -> list[str]:
    """Every link in the last e-mail to somebody; both of its texts have them."""
    mail: Any = [
        each for each in Machinery(world).texts() if each["To"] == f"{reader}@example.org"
    ][-1]
    links = re.findall(r'href="(http[^"]*)"', mail.get_body(("html",)).get_content())
    assert set(links) <= set(mail.get_body(("plain",)).get_content().split())
    assert all(link.startswith(f"{ADDRESS}/console/") for link in links)
    return [str(link) for link in links]


def open_link(reader: str, link: str) -> ShownPage:
    """Open a link, signed in as its reader."""
    shown = Browser().sign_in_as(reader).open(link)
    assert shown.status == 200, shown.text
    return shown


def test_every_screen_that_mails_lead_to_is_one_that_there_is() -> None:
    there = {
        re.sub(r"{\w+}", "{}", screen.path) for screen in every_screen() if screen.method == "GET"
    }
    leads = {re.sub(r"{\w+}", "{}", path) for path in SCREENS}
    assert leads <= there


def deliver(scene: Results) -> None:
    """Distribute another assessment to the whole district, with e-mails."""
    know_address(scene.world)
    body = {
        "assessment_id": scene.an_assessment(),
        "selection": {"whole_district": True},
        "notify": True,
    }
    expect_ok(scene.dana.post("/v1/distributions", body))
    Machinery(scene.world).run()


def remind(scene: Results) -> None:
    """Remind those who have not begun with the distribution."""
    know_address(scene.world)
    expect_ok(scene.dana.post(f"{scene.path}/reminders"))
    Machinery(scene.world).run()


def test_a_delivery_leads_to_the_tracker_that_got_it(world: World) -> None:
    scene = world.scene(Results)
    deliver(scene)
    shown = follow(world, "theo")
    assert shown.heading == "Math c3"
    assert shown.words("tbody th").count("Check From the district") == 2


def test_a_delivery_to_several_trackers_leads_to_each_and_home_where_all_are(
    world: World,
) -> None:
    scene = world.scene(Results)
    deliver(scene)
    *lines, all_of_them = links_to(world, "tess")
    assert [open_link("tess", link).heading for link in lines] == ["Math c1", "Math c2"]
    home = open_link("tess", all_of_them)
    assert home.heading == "Home"
    assert home.words("section[aria-labelledby=new_deliveries]").count("Check") == 4


def test_a_reminder_leads_to_the_sheet_that_waits(world: World) -> None:
    scene = world.scene(Results)
    remind(scene)
    shown = follow(world, "theo")
    assert shown.address.endswith(f"/sheets/{scene.trackers['c3']}/{scene.assessment}")
    assert "Check" in shown.words(".lead")


def test_a_reminder_of_several_trackers_leads_to_each_sheet_and_home(world: World) -> None:
    scene = world.scene(Results)
    remind(scene)
    *lines, all_of_them = links_to(world, "tess")
    assert [urlsplit(link).path.rpartition("/sheets/")[2] for link in lines] == [
        f"{scene.trackers[name]}/{scene.assessment}" for name in ("c1", "c2")
    ]
    for link in lines:
        open_link("tess", link)
    assert open_link("tess", all_of_them).heading == "Home"


def test_an_email_of_0_3_knows_no_tracker_and_leads_home() -> None:
    line = {"school": "North", "name": "Math"}
    said = {"assessment": "Check", "distributed_by": "Dana", "delivered_at": "today"}
    delivered = AssessmentDelivered.model_validate({**said, "trackers": [line]})
    assert delivered.find_path("01J") == HOME
    asked = {"assessment": "Check", "reminded_by": "Dana", "classes": [line]}
    reminded = BeginReminder.model_validate(asked)
    assert reminded.find_path("01J") == HOME


def test_a_reminder_of_a_test_leads_to_the_process_that_has_it(world: World) -> None:
    team = world.scene(TeamAtWork)
    know_address(world)
    expect_ok(team.lena.post(f"{team.path}/reminders", {"test": "pre"}))
    Machinery(world).run()
    shown = follow(world, "mia")
    assert shown.heading == "Unit 4"
    assert "Fractions, before" in shown.words()


def test_a_finished_process_leads_its_administrators_to_the_report(world: World) -> None:
    team = world.scene(FinishedTeam)
    know_address(world)
    team.lock_and_settle()
    shown = follow(world, "dana")
    assert shown.heading == "Unit 4"
    assert shown.link("Open the report")
    assert "Grade 3 math" in shown.words()


def test_administrators_of_a_school_with_a_class_in_it_come_to_their_part(world: World) -> None:
    team = world.scene(FinishedTeam)
    know_address(world)
    of_two_schools(team)
    team.lock_and_settle()
    shown = follow(world, "saul")
    assert shown.heading == "Unit 4"
    assert "the classes of your school" in shown.words(".note")


def test_a_stack_that_knows_no_address_of_its_own_sends_mails_without_a_link(
    world: World,
) -> None:
    scene = world.scene(Results)
    expect_ok(scene.dana.post(f"{scene.path}/reminders"))
    Machinery(world).run()
    for mail in Machinery(world).texts():
        assert "http" not in mail.get_body(("html",)).get_content()
        assert "http" not in mail.get_body(("plain",)).get_content()
