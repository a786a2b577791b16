"""Requests that no page of ours makes: from elsewhere, about unknown things, far too long."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pytest

from chalicelib.acts import Role
from chalicelib.console.screens import Screen
from tests.console.every_screen import REST, SCREENS, EveryScreen
from tests.support.browser import HOST, Browser, fields_of
from tests.support.world import World

FORMS = [screen for screen in SCREENS if screen.method == "POST"]
ELSEWHERE = "https://elsewhere.example"
FOREIGN: list[dict[str, str]] = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
    {"origin": ELSEWHERE},
    {"origin": f"https://{HOST}.elsewhere.example"},
    {"origin": "null"},
    {},
]
"""The headers of a form that another page sends; the last are an old browser's."""
UNKNOWN = ("nothing", "..%2F..", "%00", "é%20x", "%3Cb%3E", "x" * 2000, "%2F%2Felsewhere.example")
ACTS = {
    "/console/assessments/{assessment_id}": b"act=delete",
    "/console/assessments/{assessment_id}/items": b"act=remove",
    "/console/trackers/{tracker_id}": b"act=archive&etag=%221%22",
    "/console/teams/{team_id}": b"act=rename&etag=%221%22",
    "/console/people/{person_id}": b"act=sign-out",
    "/console/standards-imports/{import_id}": b"act=discard&etag=%221%22",
    "/console/roster/{import_id}": b"act=discard&etag=%221%22",
}
"""The bodies of forms that must name one of several acts."""
LONG = 100_000


@pytest.fixture
def scene(world: World) -> EveryScreen:
    return world.scene(EveryScreen)


def name_screen(screen: Screen) -> str:
    return f"{screen.method} {screen.path}"


def browser_for(screen: Screen) -> Browser:
    """The browser of somebody who may open a screen: the district admin, or else a teacher."""
    of_admins = screen.roles is None or Role.DISTRICT_ADMIN in screen.roles
    return Browser().sign_in_as("dana" if of_admins else "lena")


# -- from elsewhere ------------------------------------------------------------------------------


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_no_form_of_another_page_counts(scene: EveryScreen, headers: dict[str, str]) -> None:
    browser = Browser().sign_in_as("dana")
    before = scene.world.items()
    counted = []
    for screen in FORMS:
        shown = browser.send(
            "POST", scene.fill(screen), b"act=delete&do=make", headers, follow=False, bare=True
        )
        if (shown.status, shown.heading) != (403, "This form came from another site"):
            counted.append(name_screen(screen))
    assert counted == []
    assert scene.world.items() == before


def test_a_form_with_our_own_origin_counts_in_an_older_browser(scene: EveryScreen) -> None:
    browser = Browser().sign_in_as("dana")
    for screen in FORMS:
        headers = {"origin": f"https://{HOST}"}
        shown = browser.send("POST", scene.fill(screen), b"a=b", headers, follow=False, bare=True)
        if shown.status not in (302, 303, 307):
            assert shown.heading != "This form came from another site", name_screen(screen)


# -- about unknown things ------------------------------------------------------------------------


def test_a_missing_address_has_a_page_that_says_so(scene: EveryScreen) -> None:
    wrong = {}
    for screen in SCREENS:
        browser = browser_for(screen)
        for name in screen.parameters:
            for unknown in UNKNOWN:
                body = ACTS.get(screen.path, b"etag=%221%22") if screen.method == "POST" else b""
                address = scene.fill(screen, **{name: unknown})
                shown = browser.send(screen.method, address, body)
                if shown.status != 404:
                    wrong[f"{name_screen(screen)} {name}={unknown[:30]}"] = shown.status
    assert wrong == {}


def test_hidden_and_missing_things_look_alike(scene: EveryScreen) -> None:
    """Saul administers a school that has no class in any of it."""
    browser = Browser().sign_in_as("saul")
    for address in (
        f"/console/reports/{scene.process}",
        f"/console/distributions/{scene.scheduled}",
        f"/console/distributions/{scene.canceled}",
    ):
        hidden = browser.open(address)
        none = browser.open(f"{address.rpartition('/')[0]}/nothing")
        assert (hidden.status, hidden.words()) == (none.status, none.words()), address
        assert hidden.status == 404


def test_a_recalled_distribution_can_be_viewed_and_only_restored(scene: EveryScreen) -> None:
    pages = scene.pages()
    at = f"/console/distributions/{scene.recalled}"
    for tab in ("progress", "receipts", "results", "analysis", "settings"):
        assert pages[f"{at}?tab={tab}"].status == 200
    for act in ("cancel", "recall", "add", "change", "retry"):
        shown = pages[f"{at}/acts/{act}"]
        assert not shown.page.select("main form"), act
    assert pages[f"{at}/acts/restore"].page.select("main form")


# -- addresses as parameters ---------------------------------------------------------------------


def test_no_parameter_leads_out_of_the_stack(scene: EveryScreen) -> None:
    """Of any screen, by any name that is usual for one."""
    browser, known = Browser().sign_in_as("dana"), scene.world.settings
    ours = ("", HOST, urlsplit(known.sign_in_url).netloc, f"{known.files_bucket}.s3.amazonaws.com")
    names = ("to", "next", "url", "return", "redirect", "back", "from", "state", "tab", "done")
    for evil in (ELSEWHERE, "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"):
        query = urlencode(dict.fromkeys(names, evil))
        for screen in SCREENS:
            if screen.method != "GET":
                continue
            shown = browser.send("GET", f"{scene.fill(screen)}?{query}", follow=False)
            led = urlsplit(str(shown.headers.get("Location", "")))
            assert led.netloc in ours, name_screen(screen)
            for each in shown.page.select("[href], [action], [formaction], [src]"):
                for name in ("href", "action", "formaction", "src"):
                    to = str(each.get(name, ""))
                    assert urlsplit(to).netloc in ours, (name_screen(screen), to)
                    assert not to.startswith(("javascript", "//", "/\\")), (name_screen(screen), to)


# -- far too long --------------------------------------------------------------------------------


def list_typed_fields(form: Any) -> list[str]:
    """Return the fields that a person types or pastes into."""
    kinds = ("text", "search", "number", "date", "time", None)
    return [
        str(each["name"])
        for each in form.select("input[name], textarea[name]")
        if each.name == "textarea" or each.get("type") in kinds
    ]


@pytest.mark.parametrize("letter", ["x", "9"])
def test_a_hundred_kilobytes_pasted_into_any_field_end_in_a_page(
    scene: EveryScreen, letter: str
) -> None:
    browser = Browser().sign_in_as("dana")
    tried, broken = set(), {}
    for address, shown in scene.pages().items():
        for form in shown.page.select("form"):
            post = str(form.get("method")).lower() == "post"
            action = str(form.get("action") or address)
            for name in list_typed_fields(form):
                place = (re.sub(r"[0-9A-Z]{26}", "*", urlsplit(action).path), name)
                if place in tried:
                    continue
                tried.add(place)
                said = {**fields_of(form), name: [letter * LONG]}
                pairs = urlencode([(one, each) for one, some in said.items() for each in some])
                found = (
                    browser.send("POST", action, pairs.encode())
                    if post
                    else browser.open(f"{urlsplit(action).path}?{pairs}")
                )
                if found.status >= 500 or not found.page.h1:
                    broken[place] = found.status
    assert broken == {}
    assert len(tried) > 30


def test_every_number_in_an_address_may_be_any_text(scene: EveryScreen) -> None:
    browser = Browser().sign_in_as("dana")
    at = f"/console/distributions/{scene.distribution}"
    for text in ("9" * 5000, "-1", "\N{ARABIC-INDIC DIGIT ONE}", "1e9", quote("½")):
        for name in ("from", "cursor", "row"):
            for address in (at, f"/console/assessments/{scene.draft}/distribute"):
                assert browser.open(f"{address}?{name}={text}").status < 500, (address, name)


def test_the_address_that_a_form_leaves_in_the_browser_can_be_loaded(scene: EveryScreen) -> None:
    left = [form for form in FORMS if form.path not in (REST, "/console/sign-out")]
    shown = {form.path: browser_for(form).open(scene.fill(form)).status for form in left}
    assert not {path: status for path, status in shown.items() if status not in (200, 302)}


@pytest.mark.parametrize("query", ["cursor=of-another-list", "sort=nonsense", "state=nonsense"])
def test_a_list_that_is_asked_for_with_nonsense_can_be_started_over(
    scene: EveryScreen, query: str
) -> None:
    browser = Browser().sign_in_as("dana")
    refused = browser.open(f"/console/distributions?{query}")
    assert refused.status in (400, 422)
    assert "cursor" not in refused.words().lower().replace("cursor_unknown", "")
    assert browser.open(refused.link("Start over")).heading == "Distributions"
