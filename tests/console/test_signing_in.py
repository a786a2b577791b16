"""Signing in and out, and a sign-in that ends in the middle."""

from __future__ import annotations

import hashlib
import time
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest

from chalicelib.console.sessions import NotSignedIn, SignInsDown, SignInTokens
from tests.support.browser import HOST, Browser, admin_of, query_of
from tests.support.world import CONSOLE, World, token

ACCESS, REFRESH, BEGUN = (
    "__Host-plumbline",
    "__Secure-plumbline-refresh",
    "__Host-plumbline-sign-in",
)


@dataclass
class TokenPool:
    """The user pool's token endpoint, for one person: as strict as Cognito's."""

    username: str = "dana@example.org"
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Code to challenge and callback; each is good once."""
    refresh_tokens: set[str] = field(default_factory=set)
    down: bool = False

    def ask(self, **asked: str) -> SignInTokens:
        if self.down:
            raise SignInsDown
        if asked["client_id"] != CONSOLE:
            raise NotSignedIn
        if asked["grant_type"] == "refresh_token":
            if asked["refresh_token"] not in self.refresh_tokens:
                raise NotSignedIn
            return SignInTokens(token(self.username, client_id=CONSOLE))
        challenge, callback = self.codes.pop(asked["code"], ("", ""))
        digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
        right = urlsafe_b64encode(digest).decode().rstrip("=")
        if right != challenge or asked["redirect_uri"] != callback:
            raise NotSignedIn
        self.refresh_tokens.add("refresh-1")
        return SignInTokens(token(self.username, client_id=CONSOLE), "refresh-1")

    def admit(self, address: str, code: str = "code-1") -> str:
        """Return the query with which the sign-in pages lead back."""
        asked = query_of(address)
        self.codes[code] = (asked["code_challenge"], asked["redirect_uri"])
        return f"code={code}&state={asked['state']}"


@pytest.fixture
def pool(world: World) -> TokenPool:
    made = TokenPool()
    world.services.token_endpoint = made  # type: ignore[assignment]
    return made


def begin(browser: Browser, to: str = "") -> str:
    """Return the address of the sign-in pages."""
    shown = browser.send("GET", f"/console/sign-in?to={to}", follow=False)
    assert shown.status == 302
    return shown.address


def test_a_person_signs_in_and_comes_to_where_they_wanted(world: World, pool: TokenPool) -> None:
    world.admin()
    browser = Browser()
    led = browser.open("/console/assessments?text=a..b")
    assert urlsplit(led.address).netloc == "plumbline-gb.auth.us-east-1.amazoncognito.com"
    back = browser.open(f"/console/signed-in?{pool.admit(led.address)}")
    assert (back.status, back.heading) == (200, "Formative assessments")
    assert back.one("#text")["value"] == "a..b"
    assert set(browser.cookies) == {ACCESS, REFRESH}


@pytest.mark.parametrize(
    "strange", ['shown={"tour":true}', "a:b[]=1", "name=John Smith", "path=/", "é=ü"]
)
def test_the_cookies_of_other_sites_of_the_domain_keep_nobody_out(
    world: World, pool: TokenPool, strange: str
) -> None:
    world.admin()
    browser = Browser()
    name, _, value = strange.partition("=")
    browser.cookies[name] = ("/", value)
    back = browser.open(f"/console/signed-in?{pool.admit(begin(browser))}")
    assert (back.status, browser.open("/console/home").status) == (200, 200)
    browser.cookies.pop(ACCESS)
    assert browser.open("/console/home").address.endswith("/console/home"), "not renewed"


def test_the_refresh_token_is_sent_to_one_path_only(world: World, pool: TokenPool) -> None:
    world.admin()
    browser = Browser()
    browser.open(f"/console/signed-in?{pool.admit(begin(browser))}")
    assert browser.cookies[REFRESH][0] == "/console/refresh"


@pytest.mark.parametrize("wrong", ["state", "verifier", "callback", "twice", "another browser"])
def test_an_answer_that_is_not_of_this_sign_in_lets_nobody_in(
    world: World, pool: TokenPool, wrong: str
) -> None:
    world.admin()
    browser = Browser()
    query = pool.admit(begin(browser))
    if wrong == "state":
        query = query.replace("state=", "state=x")
    if wrong == "verifier":
        pool.codes["code-1"] = ("another", pool.codes["code-1"][1])
    if wrong == "callback":
        pool.codes["code-1"] = (pool.codes["code-1"][0], "https://elsewhere.example/")
    if wrong == "twice":
        kept = dict(browser.cookies)
        browser.open(f"/console/signed-in?{query}")
        browser.cookies = kept
    if wrong == "another browser":
        browser = Browser()
    shown = browser.open(f"/console/signed-in?{query}")
    assert shown.heading == "You are not signed in"
    assert shown.status in (400, 403)
    assert ACCESS not in browser.cookies


def test_a_refusal_of_the_sign_in_pages_is_shown(world: World, pool: TokenPool) -> None:
    browser = Browser()
    state = query_of(begin(browser))["state"]
    shown = browser.open(f"/console/signed-in?error=access_denied&state={state}")
    assert (shown.status, shown.heading) == (403, "You are not signed in")


@pytest.mark.parametrize(
    "to",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/console/home",
        "/\\elsewhere.example",
        "/console/../v1/docs",
        "/console//elsewhere.example",
        "javascript:alert(1)",
        "/console/home;x",
        "/console/" + "a" * 2000,
    ],
)
def test_nobody_is_led_out_of_the_console(world: World, pool: TokenPool, to: str) -> None:
    world.admin()
    browser = Browser()
    address = begin(browser, to.replace("\\", "%5C").replace(";", "%3B"))
    back = browser.send("GET", f"/console/signed-in?{pool.admit(address)}", follow=False)
    assert back.headers["Location"].endswith("/console/home")


def test_a_sign_in_that_ended_is_renewed_on_the_way(world: World, pool: TokenPool) -> None:
    world.admin()
    browser = Browser()
    pool.refresh_tokens.add("refresh-1")
    ended = token("dana@example.org", client_id=CONSOLE, exp=int(time.time()) - 5)
    browser.cookies = {ACCESS: ("/", ended), REFRESH: ("/console/refresh", "refresh-1")}
    shown = browser.open("/console/assessments")
    assert shown.heading == "Formative assessments"
    assert browser.asked == [
        "GET /console/assessments",
        "GET /console/refresh?to=%2Fconsole%2Fassessments",
        "GET /console/assessments",
    ]


def test_typed_text_survives_a_sign_in_that_cannot_be_renewed(
    world: World, pool: TokenPool
) -> None:
    world.admin()
    browser = Browser()
    shown = browser.send(
        "POST", "/console/refresh?to=/console/home", b"title=Unit+4%0AParts&standard=a&standard=b"
    )
    assert (shown.status, shown.heading) == (401, "Sign in to continue")
    kept = [(each["name"], each.get_text()) for each in shown.page.select("form textarea")]
    assert ("title", "\nUnit 4\nParts") in kept
    assert [text for name, text in kept if name == "standard"] == ["\na", "\nb"]


def test_a_form_is_sent_through_the_renewal_as_it_is(world: World, pool: TokenPool) -> None:
    world.admin()
    browser = Browser()
    pool.refresh_tokens.add("refresh-1")
    browser.cookies = {REFRESH: ("/console/refresh", "refresh-1")}
    shown = browser.send("POST", "/console/refresh?to=/console/home", b"a=b", follow=False)
    assert (shown.status, urlsplit(shown.address).path) == (307, "/console/home")


def test_signing_out_ends_it_here_and_at_the_pool_and_back_shows_nothing(
    world: World, pool: TokenPool
) -> None:
    browser = admin_of(world)
    home = browser.open("/console/home")
    assert home.headers["Cache-Control"] == "no-store"
    out = browser.press(home, "Sign out")
    assert urlsplit(out.address).path == "/logout"
    assert query_of(out.address)["client_id"] == CONSOLE
    assert not browser.cookies
    again = browser.open("/console/home")
    assert urlsplit(again.address).path == "/oauth2/authorize"


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
    ids=str,
)
def test_a_form_of_another_site_changes_nothing(world: World, headers: dict[str, str]) -> None:
    browser = admin_of(world)
    shown = browser.send("POST", "/console/sign-out", b"a=b", headers)
    assert (shown.status, shown.heading) == (403, "This form came from another site")
    assert browser.open("/console/home").heading == "Home"


def test_a_body_that_is_no_form_is_refused(world: World) -> None:
    shown = admin_of(world).send("POST", "/console/sign-out", b"{}", {"content-type": "text/plain"})
    assert (shown.status, shown.heading) == (400, "This could not be read")


def test_a_form_with_too_many_fields_is_refused(world: World) -> None:
    shown = admin_of(world).send("POST", "/console/sign-out", b"a=1&" * 20_001)
    assert (shown.status, shown.heading) == (400, "This could not be read")


def test_people_outside_the_roster_get_a_message_and_may_use_another_account(world: World) -> None:
    browser = Browser().sign_in_as("stranger")
    world.sign_in("stranger@example.org", "stranger")
    shown = browser.open("/console/home")
    assert (shown.status, shown.heading) == (403, "Your account is not on the roster")
    assert shown.one("main form button").get_text() == "Use another account"


def test_a_bad_token_leads_to_signing_in(world: World) -> None:
    browser = Browser()
    browser.cookies[ACCESS] = ("/", "not.a.token")
    assert urlsplit(browser.open("/console/home").address).path == "/oauth2/authorize"


def test_sign_in_pages_that_are_down_have_a_message(world: World, pool: TokenPool) -> None:
    pool.down = True
    browser = Browser()
    query = pool.admit(begin(browser))
    shown = browser.open(f"/console/signed-in?{query}")
    assert (shown.status, shown.heading) == (503, "Sign-in is not working right now")


def test_a_role_that_is_lost_is_lost_within_a_minute(world: World) -> None:
    browser = admin_of(world)
    assert browser.open("/console/home").words("nav").count("Distributions") == 1
    world.teacher("dana")
    world.clock.forward(seconds=61)
    assert "Distributions" not in browser.open("/console/home").words("nav")


def test_every_page_says_what_it_may_load_and_who_may_frame_it(world: World) -> None:
    shown = admin_of(world).open("/console/home")
    said = dict(part.split(" ", 1) for part in shown.headers["Content-Security-Policy"].split("; "))
    assert said["default-src"] == said["base-uri"] == said["frame-ancestors"] == "'none'"
    assert said["script-src"] == said["style-src"] == "'self'"
    assert "unsafe" not in str(said)
    assert "*" not in str(said), "a page of ours sends to our own bucket, and to no other"
    bucket = f"https://{world.settings.files_bucket}.s3"
    files = f"{bucket}.amazonaws.com {bucket}.us-east-1.amazonaws.com"
    assert said["connect-src"] == f"'self' {files}"
    assert said["form-action"] == f"'self' {world.settings.sign_in_url} {files}"
    assert not shown.page.select("[style], style, script:not([src]), [onclick]")
    assert HOST not in shown.text
