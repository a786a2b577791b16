"""The browser's page where no screen answers: no such address, no answer, the gateway alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from chalicelib.console.other_addresses import REFUSED_BY_THE_GATEWAY
from infra.gateway import ANSWERS, WITH_A_PAGE, problem_of
from tests.browser.conftest import Opens, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import Route

    from tests.e2e.conftest import LoadedStack

LATE = "This could not be loaded. This page may be out of date. Try again."


@pytest.mark.parametrize(
    "path",
    [
        "/console/no-such-screen",
        "/console/no/such/screen",
        "/console/assessments/a/b/c",
        "/console/distributions/a/no-such-part",
        "/console/sign-out",
    ],
)
def test_an_address_that_no_screen_has_is_a_page(
    opens: Opens, deployed: LoadedStack, path: str
) -> None:
    page = opens()
    answer = page.goto(f"{deployed.up.stack.url}{path}")
    assert answer
    assert answer.status == 404
    assert page.get_by_role("heading", level=1).inner_text() == "This page does not exist"
    page.get_by_role("link", name="Go to Home").click()
    page.wait_for_url("**/oauth2/authorize**")


@pytest.mark.parametrize("how", ["no answer", "an error"])
def test_a_live_search_that_fails_says_so_and_keeps_the_list(
    opens: Opens, deployed: LoadedStack, how: str
) -> None:
    page = opens()
    sign_in(page, deployed)
    page.goto(f"{deployed.up.stack.url}/console/assessments")
    before = page.locator("#found").inner_text()

    def fail(route: Route) -> None:
        if how == "no answer":
            route.abort()
        else:
            route.fulfill(status=500, content_type="text/html", body="<h1>Broken</h1>")

    page.route("**/console/assessments?*", fail)
    page.locator("#text").fill("anything")
    page.locator("#not-loaded", has_text=LATE).wait_for()
    assert page.locator("#found").inner_text() == before
    page.unroute("**/console/assessments?*")
    page.locator("#text").fill("")
    page.locator("#not-loaded:empty").wait_for(state="attached")


@pytest.mark.parametrize("kind", sorted(WITH_A_PAGE))
def test_a_browser_is_led_from_the_gateways_own_refusal_to_a_page(
    opens: Opens, deployed: LoadedStack, kind: str
) -> None:
    """Which header of the gateway leads on is held by the tests of the template."""
    page, url, code = opens(), deployed.up.stack.url, ANSWERS[kind].code
    assert code in REFUSED_BY_THE_GATEWAY
    refused: dict[str, Any] = {
        "status": int(problem_of(ANSWERS[kind])["status"]),
        "headers": {"Refresh": f"0; url={url}/console/not-answered?code={code}"},
        "content_type": "application/problem+json",
        "body": str(problem_of(ANSWERS[kind])),
    }
    page.route("**/console/home", lambda route: route.fulfill(**refused))
    page.goto(f"{url}/console/home")
    page.wait_for_url("**/console/not-answered?*")
    page.get_by_role("link", name="Go to Home").wait_for()
