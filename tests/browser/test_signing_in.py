"""Signing in and out, as a browser does it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import boto3

from infra.people import invite
from plumb.demo import roster
from plumb.imports import ROSTER, bring_in
from plumb.local.stack import create_accounts
from plumb.tour.give import watch
from tests.browser.conftest import ACCESS, REFRESH, Opens, sign_in, type_in
from tests.browser.stage import distribute, find_tracker, write_assessment

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from plumb.demo.district import DemoPerson
    from tests.e2e.conftest import LoadedStack


def test_the_tokens_are_where_no_script_finds_them(opens: Opens, deployed: LoadedStack) -> None:
    page = opens()
    sign_in(page, deployed)
    kept = {each["name"]: each for each in page.context.cookies()}
    own = kept[ACCESS]
    assert own["httpOnly"]
    assert own["secure"]
    assert own["sameSite"] == "Lax"
    assert kept[REFRESH]["path"].endswith("/console/refresh")
    assert page.evaluate("document.cookie") == ""
    assert (
        page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
    )


def test_an_invited_person_chooses_a_password_first(opens: Opens, deployed: LoadedStack) -> None:
    person = deployed.loader.district.of_role("teacher")[-1]
    temporary = give_first_password(deployed, person)
    page = opens()
    page.get_by_role("link", name="Sign in").click()
    type_in(page, person.username, temporary)
    for first, second in (("Marigold-2026", "Marigold-2027"), ("short", "short")):
        page.locator("#new_password").fill(first)
        page.locator("#confirm_password").fill(second)
        page.get_by_role("button").click()
        page.locator(".error").wait_for()
    page.locator("#new_password").fill("Marigold-2026")
    page.locator("#confirm_password").fill("Marigold-2026")
    page.get_by_role("button").click()
    page.wait_for_url("**/console/home")
    assert person.name.family in page.locator("details.account").inner_text()
    again = opens()
    sign_in(again, deployed, person.username, "Marigold-2026")
    refused = opens()
    refused.get_by_role("link", name="Sign in").click()
    type_in(refused, person.username, temporary)
    refused.locator(".error").wait_for()


def give_first_password(deployed: LoadedStack, person: DemoPerson) -> str:
    """Do what an invitation does. On AWS its e-mail says the password; here nobody mails it."""
    outputs = deployed.up.stack.outputs
    invite(outputs, person.username, person.email)
    first = "Temporary-2026"
    cognito: Any = boto3.client("cognito-idp")
    cognito.admin_set_user_password(
        UserPoolId=outputs["UserPoolId"], Username=person.username, Password=first, Permanent=False
    )
    return first


def test_a_person_outside_the_roster_gets_a_message_and_signs_in_with_another_account(
    opens: Opens, deployed: LoadedStack
) -> None:
    create_accounts(deployed.up.stack, {"pat.elsewhere": "pat@elsewhere.example"})
    page = opens()
    page.get_by_role("link", name="Sign in").click()
    type_in(page, "pat.elsewhere", deployed.up.stack.password)
    page.get_by_role("heading", name="Your account is not on the roster").wait_for()
    assert not page.locator("nav").count()
    page.get_by_role("button", name="Use another account").click()
    page.wait_for_url("**/console")
    assert not [each for each in page.context.cookies() if each["name"] in (ACCESS, REFRESH)]
    sign_in(page, deployed)
    assert page.get_by_role("link", name="Distributions").is_visible()


def test_a_wrong_password_is_refused_on_the_sign_in_pages_and_the_next_try_gets_in(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    page.get_by_role("link", name="Sign in").click()
    type_in(page, deployed.loader.cast.admin.username, "Not-The-Password-1")
    page.locator(".error").wait_for()
    type_in(page, deployed.loader.cast.admin.username, deployed.up.stack.password)
    page.wait_for_url("**/console/home")


def test_back_after_signing_out_shows_nothing(opens: Opens, deployed: LoadedStack) -> None:
    page = opens()
    sign_in(page, deployed)
    page.get_by_role("link", name="Assessments").first.click()
    page.wait_for_url("**/console/assessments")
    page.get_by_role("heading", name="Formative assessments").wait_for()
    sign_out(page)
    for _ in range(2):  # to the list of assessments, and to Home
        page.go_back()
        page.wait_for_load_state()
        page.wait_for_timeout(300)
        words = page.locator("body").inner_text()
        assert "Formative assessments" not in words
        assert "Equal Groups" not in words
    page.goto(f"{deployed.up.stack.url}/console/home")
    assert urlsplit(page.url).path.startswith("/oauth2/authorize")


def sign_out(page: Page) -> None:
    page.locator("details.account summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/console")


def test_a_renewal_in_the_middle_of_a_form_loses_nothing(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    sign_in(page, deployed)
    page.goto(f"{deployed.up.stack.url}/console/new-assessment")
    page.get_by_label("Name").first.fill("Typed before the hour was over")
    end_sign_in(page, ACCESS)
    page.locator("main form button.main").first.click()
    page.wait_for_url("**/console/assessments/**")
    assert "Typed before the hour was over" in page.get_by_role("heading", level=1).inner_text()


def end_sign_in(page: Page, *names: str) -> None:
    """Do what a browser does when a token's time is over."""
    for name in names:
        page.context.clear_cookies(name=name)


def test_a_sign_in_that_cannot_be_renewed_keeps_the_form_until_one_is_back(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    sign_in(page, deployed)
    page.goto(f"{deployed.up.stack.url}/console/new-assessment")
    page.get_by_label("Name").first.fill("Typed before lunch")
    end_sign_in(page, ACCESS, REFRESH)
    page.locator("main form button.main").first.click()
    page.get_by_role("heading", name="Sign in to continue").wait_for()
    assert (
        page.get_by_role("textbox", name="What you typed").first.input_value()
        == "Typed before lunch"
    )
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Open the sign-in page in a new tab").click()
    type_in(opened.value, deployed.loader.cast.admin.username, deployed.up.stack.password)
    opened.value.wait_for_url("**/console/home")
    opened.value.close()
    page.get_by_role("button", name="Send it again").click()
    page.wait_for_url("**/console/assessments/**")
    assert "Typed before lunch" in page.get_by_role("heading", level=1).inner_text()


def test_a_search_as_one_types_goes_on_after_a_renewal_and_leads_to_signing_in_without(
    opens: Opens, deployed: LoadedStack
) -> None:
    page = opens()
    sign_in(page, deployed)
    page.goto(f"{deployed.up.stack.url}/console/assessments")
    end_sign_in(page, ACCESS)
    page.locator("#text").press_sequentially("garden", delay=20)
    page.get_by_text("1 assessment", exact=True).wait_for()
    end_sign_in(page, ACCESS, REFRESH)
    page.locator("#text").press_sequentially(" task", delay=20)
    page.wait_for_url("**/oauth2/authorize**")
    type_in(page, deployed.loader.cast.admin.username, deployed.up.stack.password)
    page.wait_for_url("**/console/assessments?**")
    assert page.locator("#text").input_value() == "garden task"


def test_a_role_that_ends_in_mid_session_shows_a_sentence_and_keeps_what_was_typed(
    opens: Opens, deployed: LoadedStack, colleague: DemoPerson
) -> None:
    made = write_assessment(deployed, "Grade 3 Mathematics: The Other Garden")
    chosen = {"tracker_ids": [find_tracker(deployed.admin, made)]}
    given = distribute(deployed.admin, made, selection=chosen, notify=False)
    watch(deployed.admin, given, lambda _: None)
    address = f"{deployed.up.stack.url}/console/distributions/{given}"
    page = opens()
    sign_in(page, deployed, colleague.username)
    page.goto(f"{address}/acts/recall")
    page.locator("#comment").fill("The wrong edition of the test")
    try:
        import_roster(deployed, demoted=colleague)
        end_sign_in(page, ACCESS)  # else the role is believed for one more minute
        page.locator("main form button").first.click()
        page.get_by_role("heading", name="This page is for district administrators").wait_for()
        kept = page.get_by_role("textbox", name="What you typed")
        assert kept.input_value() == "The wrong edition of the test"
        assert not page.get_by_role("link", name="Distributions").count()
        assert "The Other Garden" not in page.locator("body").inner_text()
        other = page.context.new_page()
        other.goto(address)
        other.get_by_role("heading", name="This page is for administrators").wait_for()
    finally:
        import_roster(deployed)
    assert deployed.admin.get(f"/v1/distributions/{given}")["state"] == "delivered"
    end_sign_in(page, ACCESS)
    page.get_by_role("button", name="Send it again").click()
    page.wait_for_url("**done=recalled**")
    assert deployed.admin.get(f"/v1/distributions/{given}")["state"] == "recalled"


def import_roster(deployed: LoadedStack, demoted: DemoPerson | None = None) -> None:
    """Import the district's roster, in which somebody may be no administrator any more."""
    people = [
        replace(each, role="teacher") if each is demoted else each
        for each in deployed.loader.district.people
    ]
    changed = replace(deployed.loader.district, people=tuple(people))
    package = roster.package(changed)
    bring_in(deployed.admin, ROSTER, "roster.zip", package, confirm_drops=True)


def test_nothing_is_asked_of_any_other_host(opens: Opens, deployed: LoadedStack) -> None:
    hosts: set[str] = set()
    page = opens()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    sign_in(page, deployed)
    for path in ("assessments", "distributions", "home"):
        page.goto(f"{deployed.up.stack.url}/console/{path}")
    stack = deployed.up.stack
    assert hosts <= {urlsplit(stack.url).netloc, urlsplit(stack.outputs["SignInUrl"]).netloc}
