"""The page that the e-mail about a finished Mastery Process leads to."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.api.finishing import FinishedTeam
from tests.support.browser import Browser, query_of
from tests.support.world import World


@pytest.fixture
def team(world: World) -> FinishedTeam:
    made = world.scene(FinishedTeam)
    made.lock_and_settle()
    return made


def test_the_page_leads_to_the_report(team: FinishedTeam) -> None:
    shown = Browser().sign_in_as("dana").open(f"/console/reports/{team.process}")
    assert (shown.status, shown.heading) == (200, "Unit 4")
    assert urlsplit(shown.link("Open the report")).path.endswith("report.pdf")
    assert "The link works for 5 minutes." in shown.words()


def test_people_who_are_not_signed_in_sign_in_first_and_learn_nothing(team: FinishedTeam) -> None:
    led = Browser().open(f"/console/reports/{team.process}")
    assert urlsplit(led.address).path == "/oauth2/authorize"
    assert "Unit 4" not in led.text
    assert "state" in query_of(led.address)


def test_a_report_of_others_looks_like_none(team: FinishedTeam) -> None:
    browser = Browser().sign_in_as("saul")
    others = browser.open(f"/console/reports/{team.process}")
    none = browser.open("/console/reports/none")
    assert (others.status, others.heading) == (none.status, none.heading) == (404, "Not found")
    assert others.words() == none.words()
