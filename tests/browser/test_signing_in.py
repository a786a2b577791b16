"""Signing in and out, as a browser does it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.browser.conftest import Opens, sign_in

if TYPE_CHECKING:
    from tests.e2e.conftest import Deployed


def test_the_tokens_are_where_no_script_finds_them(opens: Opens, deployed: Deployed) -> None:
    page = opens()
    sign_in(page, deployed)
    kept = {each["name"]: each for each in page.context.cookies()}
    own = kept["__Host-plumbline"]
    assert own["httpOnly"]
    assert own["secure"]
    assert own["sameSite"] == "Lax"
    assert kept["__Secure-plumbline-refresh"]["path"].endswith("/console/refresh")
    assert page.evaluate("document.cookie") == ""
    assert (
        page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
    )


def test_back_after_signing_out_shows_nothing(opens: Opens, deployed: Deployed) -> None:
    page = opens()
    sign_in(page, deployed)
    page.get_by_role("link", name="Assessments").first.click()
    page.wait_for_url("**/console/assessments")
    page.locator("details.account summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_load_state()
    page.goto(f"{deployed.up.stack.url}/console/home")
    assert urlsplit(page.url).path.startswith("/oauth2/authorize")
    page.go_back()
    page.wait_for_load_state()
    assert "Formative assessments" not in page.content()


def test_a_renewal_in_the_middle_of_a_form_loses_nothing(opens: Opens, deployed: Deployed) -> None:
    page = opens()
    sign_in(page, deployed)
    page.goto(f"{deployed.up.stack.url}/console/new-assessment")
    title = page.get_by_label("Name").first
    title.fill("Typed before the sign-in ended")
    # what a browser does when an hour has passed: the access token is no good any more
    cookies = page.context.cookies()
    page.context.clear_cookies(name="__Host-plumbline")
    assert any(each["name"] == "__Secure-plumbline-refresh" for each in cookies)
    page.locator("main form button.main").first.click()
    page.wait_for_load_state()
    assert "Typed before the sign-in ended" in page.content()
    assert urlsplit(page.url).path != "/oauth2/authorize"


def test_nothing_is_asked_of_any_other_host(opens: Opens, deployed: Deployed) -> None:
    hosts: set[str] = set()
    page = opens()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    sign_in(page, deployed)
    for path in ("assessments", "distributions", "home"):
        page.goto(f"{deployed.up.stack.url}/console/{path}")
    stack = deployed.up.stack
    assert hosts <= {urlsplit(stack.url).netloc, urlsplit(stack.outputs["SignInUrl"]).netloc}
