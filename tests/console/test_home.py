"""The first screen."""

from __future__ import annotations

from tests.support.browser import Browser, admin_of, teacher_of
from tests.support.world import World


def test_who_is_not_signed_in_gets_a_page_with_one_way_in(world: World) -> None:
    shown = Browser().open("/console")
    assert shown.status == 200
    assert shown.heading == "Green Bluff ISD"
    assert shown.link("Sign in") == "/console/sign-in"


def test_the_empty_district_says_what_comes_first_and_where_to_do_it(world: World) -> None:
    shown = admin_of(world).open("/console")
    assert shown.heading == "Home"
    steps = [each.get_text() for each in shown.page.select(".steps li strong")]
    assert steps == ["Roster", "Standards", "Trackers", "Assessment"]
    assert shown.words(".steps").count("To do") == 4
    assert shown.link("Go to Assessments") == "/console/assessments"


def test_nothing_waits_for_a_teacher_in_an_empty_district(world: World) -> None:
    assert "Nothing waits for you." in teacher_of(world).open("/console/home").words()
