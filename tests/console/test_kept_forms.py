"""A form that is not let through stays on the page, whatever the reason."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.api.results_scene import Results
from tests.support.browser import Browser, ShownPage, admin_of
from tests.support.world import World

REASON = "Item 1 <b>names</b> the wrong key.\nIt is B."


@pytest.fixture
def scene(world: World) -> Results:
    return world.scene(Results)


def read_kept_form(shown: ShownPage) -> dict[str, str]:
    """Return the values that the page's form would send, by name."""
    found = shown.page.select("section[aria-labelledby=kept] form textarea")
    return {str(each["name"]): each.get_text().removeprefix("\n") for each in found}


def test_a_role_that_ends_in_mid_session_shows_a_sentence_and_keeps_what_was_typed(
    scene: Results,
) -> None:
    browser = admin_of(scene.world)
    page = browser.open(f"/console/distributions/{scene.distribution}/acts/recall")
    scene.world.teacher("dana")
    scene.world.clock.forward(seconds=61)
    late = browser.press(page, "Recall", fill={"comment": REASON})
    assert (late.status, late.heading) == (403, "This page is for district administrators")
    assert "Distributions" not in late.words("nav")
    assert scene.distribution not in late.words("main")
    assert read_kept_form(late)["comment"] == REASON
    assert not late.page.select("main b"), "what was typed is text"
    shown = late.one("textarea:not([hidden])")
    assert (shown["name"], shown["aria-label"]) == ("comment", "What you typed")


def test_when_the_role_comes_back_the_form_is_sent_as_it_was(scene: Results) -> None:
    browser = admin_of(scene.world)
    page = browser.open(f"/console/distributions/{scene.distribution}/acts/recall")
    scene.world.teacher("dana")
    scene.world.clock.forward(seconds=61)
    late = browser.press(page, "Recall", fill={"comment": REASON})
    scene.world.admin("dana")
    scene.world.clock.forward(seconds=61)
    sent = browser.press(late, "Send it again")
    assert "Recalled" in sent.words(".states")


def test_a_person_who_leaves_the_roster_while_typing_keeps_the_text_too(scene: Results) -> None:
    browser = Browser().sign_in_as("nobody")
    scene.world.sign_in("nobody@example.org", "nobody")
    path = f"/console/distributions/{scene.distribution}/acts/recall"
    late = browser.send("POST", path, b"_key=k&etag=%221%22&comment=The+wrong+key")
    assert (late.status, late.heading) == (403, "Your account is not on the roster")
    assert read_kept_form(late) == {"_key": "k", "etag": '"1"', "comment": "The wrong key"}


def test_a_form_that_the_api_refuses_as_a_whole_is_kept(scene: Results) -> None:
    browser = admin_of(scene.world)
    path = "/console/assessments/nothing/properties"
    late = browser.send("POST", path, b"_key=k&title=Fall+test&grades=03&grades=04")
    assert late.status == 404
    fields = [(str(each["name"]), each.has_attr("hidden")) for each in late.page.select("textarea")]
    assert fields == [("_key", True), ("title", False), ("grades", True), ("grades", True)]
    assert str(late.one("section form")["action"]).endswith(path)


def test_values_of_buttons_and_pages_are_kept_hidden(scene: Results) -> None:
    browser = admin_of(scene.world)
    sent = b"title=Fall+test&aside=a1+3&move=r1+2&clear=a1+3&act=remove+mia&was=present%09Fall+test"
    late = browser.send("POST", "/console/assessments/nothing/properties", sent)
    assert [each["name"] for each in late.page.select("textarea:not([hidden])")] == ["title"]


def test_a_form_of_another_site_is_not_kept(scene: Results) -> None:
    browser = admin_of(scene.world)
    path = f"/console/distributions/{scene.distribution}/acts/recall"
    headers = {"sec-fetch-site": "cross-site"}
    late = browser.send("POST", path, b"comment=Buy+this+now", headers)
    assert late.status == 403
    assert "Buy this now" not in late.text


def test_a_page_that_only_shows_has_no_form_to_keep(scene: Results) -> None:
    late = Browser().sign_in_as("tess").open("/console/distributions")
    assert late.heading == "This page is for administrators"
    assert not late.page.select("textarea")


def test_a_search_as_one_types_leads_the_whole_page_to_signing_in(scene: Results) -> None:
    """A script cannot follow to the sign-in pages: they are of another host."""
    browser = admin_of(scene.world)
    browser.cookies.clear()
    part = browser.open("/console/assessments?text=frac", **{"hx-request": "true"})
    assert part.status == 200
    to = urlsplit(part.headers["HX-Redirect"])
    assert to.path.endswith("/console/sign-in")
    assert parse_qs(to.query) == {"to": ["/console/assessments?text=frac"]}
    whole = browser.open("/console/assessments?text=frac")
    assert urlsplit(whole.address).path == "/oauth2/authorize"


def test_a_form_is_not_sent_in_the_name_of_another_person_who_signed_in_since(
    scene: Results,
) -> None:
    """On a shared computer: one opens a page, another signs in in the tab beside it."""
    scene.world.admin("dora")
    browser = admin_of(scene.world)
    page = browser.open(f"/console/distributions/{scene.distribution}/acts/recall")
    browser.sign_in_as("dora")
    late = browser.press(page, "Recall", fill={"comment": REASON})
    assert (late.status, late.heading) == (403, "Somebody else is signed in now")
    assert read_kept_form(late)["comment"] == REASON
    assert "Recalled" not in browser.open(f"/console/distributions/{scene.distribution}").words()
    browser.sign_in_as("dana")
    sent = browser.press(late, "Send it again")
    assert "Recalled" in sent.words(".states")
