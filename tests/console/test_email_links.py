"""Every e-mail leads to the screen it speaks of, and its reader finds the thing there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from chalicelib.console.door import every_screen
from chalicelib.mail.destinations import SCREENS
from chalicelib.mail.model import KINDS
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork
from tests.api.results_scene import Results, done
from tests.api.test_locking import of_two_schools
from tests.support.browser import HOST, Browser, Shown
from tests.support.machinery import Machinery
from tests.support.world import World

ADDRESS = f"https://{HOST}"


def know_address(world: World) -> None:
    """Let the stack know where people reach it, as a deployment does."""
    world.services.settings = replace(world.services.settings, public_url=ADDRESS)


def follow(world: World, reader: str) -> Shown:
    """Open the one link in the last e-mail to somebody, signed in as them."""
    mail: Any = [
        each for each in Machinery(world).texts() if each["To"] == f"{reader}@example.org"
    ][-1]
    html = mail.get_body(("html",)).get_content()
    (link,) = set(re.findall(r'href="(http[^"]*)"', html))
    assert link in mail.get_body(("plain",)).get_content().split()
    assert link.startswith(f"{ADDRESS}/console/")
    shown = Browser().sign_in_as(reader).open(link)
    assert shown.status == 200, shown.text
    return shown


def test_every_kind_of_mail_has_a_screen_that_there_is() -> None:
    assert set(SCREENS) >= set(KINDS)
    there = {
        re.sub(r"{\w+}", "{about}", screen.path)
        for screen in every_screen()
        if screen.method == "GET"
    }
    assert set(SCREENS.values()) <= there


def test_a_delivery_leads_to_the_teachers_home_where_it_is_new(world: World) -> None:
    scene = world.scene(Results)
    know_address(world)
    body = {
        "assessment_id": scene.an_assessment(),
        "selection": {"whole_district": True},
        "notify": True,
    }
    done(scene.dana.post("/v1/distributions", body))
    Machinery(world).run()
    shown = follow(world, "theo")
    assert shown.heading == "Home"
    assert "Check" in shown.words("#new_deliveries ~ ul, section[aria-labelledby=new_deliveries]")


def test_a_reminder_leads_to_the_teachers_home_where_it_waits(world: World) -> None:
    scene = world.scene(Results)
    know_address(world)
    done(scene.dana.post(f"{scene.path}/reminders"))
    Machinery(world).run()
    shown = follow(world, "theo")
    assert shown.heading == "Home"
    assert "Check" in shown.words("section li")


def test_a_reminder_of_a_test_leads_to_the_process_that_has_it(world: World) -> None:
    team = world.scene(TeamAtWork)
    know_address(world)
    done(team.lena.post(f"{team.path}/reminders", {"test": "pre"}))
    Machinery(world).run()
    shown = follow(world, "mia")
    assert shown.heading == "Unit 4"
    assert "Fractions, before" in shown.words()


def test_a_finished_process_leads_its_administrators_to_the_report(world: World) -> None:
    team = world.scene(FinishedTeam)
    know_address(world)
    team.locked()
    shown = follow(world, "dana")
    assert shown.heading == "Unit 4"
    assert shown.link("Open the report")
    assert "Grade 3 maths" in shown.words()


def test_administrators_of_a_school_with_a_class_in_it_come_to_their_part(world: World) -> None:
    team = world.scene(FinishedTeam)
    know_address(world)
    of_two_schools(team)
    team.locked()
    shown = follow(world, "saul")
    assert shown.heading == "Unit 4"
    assert "the classes of your school" in shown.words(".note")


def test_a_stack_that_knows_no_address_of_its_own_sends_mails_without_a_link(
    world: World,
) -> None:
    scene = world.scene(Results)
    done(scene.dana.post(f"{scene.path}/reminders"))
    Machinery(world).run()
    for mail in Machinery(world).texts():
        assert "http" not in mail.get_body(("html",)).get_content()
        assert "http" not in mail.get_body(("plain",)).get_content()
