"""Signing in and out. The pages for names and passwords are the user pool's own."""

from __future__ import annotations

from urllib.parse import urlencode

from chalicelib.acts import Answer
from chalicelib.errors import Unauthenticated

from .screens import ScreenPage, Screens, Shown, Visit
from .sessions import (
    BEGUN,
    REFRESH,
    Begun,
    NotSignedIn,
    SignInPages,
    forget,
    keep,
    local_path,
    read_cookie,
    write_cookie,
)

screens = Screens()


@screens.show("/console/sign-in", roles=None)
def begin_sign_in(visit: Visit) -> Answer:
    """Lead to the sign-in pages; they lead back to `finish_sign_in`."""
    return _begin(visit, local_path(visit.query.get("to", "")))


@screens.show("/console/signed-in", roles=None)
def finish_sign_in(visit: Visit) -> Shown:
    """Take the sign-in pages' answer, if it belongs to a sign-in of this browser."""
    begun = Begun.read(read_cookie(visit.headers, BEGUN))
    if begun is None or not begun.belongs(visit.query.get("state", "")):
        return ScreenPage("sign_in_again.html", {"why": "not_ours"}, 400)
    if not visit.query.get("code"):
        return ScreenPage("sign_in_again.html", {"why": "refused"}, 403)
    try:
        tokens = _pages(visit).exchange(visit.query["code"], begun)
        visit.services.sign_in.caller(f"Bearer {tokens.access}")
    except (NotSignedIn, Unauthenticated):
        return ScreenPage("sign_in_again.html", {"why": "expired"}, 403)
    cookies = (*keep(tokens, visit.address), write_cookie(BEGUN, ""))
    return _lead_to(302, f"{visit.address}{local_path(begun.to)}", cookies)


@screens.show("/console/refresh", roles=None)
def renew_sign_in(visit: Visit) -> Shown:
    """Renew a sign-in and lead back to where it was found to have ended."""
    to = local_path(visit.query.get("to", ""))
    cookies = _renew(visit)
    if cookies is None and visit.is_part:
        # the sign-in pages answer no script: the whole page goes there
        page = f"{visit.address}/console/sign-in?{urlencode({'to': to})}"
        return Answer(200, "", {"HX-Redirect": page, "Content-Type": "text/html"})
    if cookies is None:
        return _begin(visit, to)
    return _lead_to(302, f"{visit.address}{to}", cookies)


@screens.act("/console/refresh", roles=None)
def renew_and_send(visit: Visit) -> Shown:
    """Renew a sign-in in the middle of a form, which is sent on as it is.

    If that fails, the page keeps the entries until the person has signed in again.
    """
    to = local_path(visit.query.get("to", ""))
    cookies = _renew(visit)
    if cookies is None:
        return ScreenPage("typed.html", {"again": to, "kept": visit.form.everything()}, 401)
    return _lead_to(307, f"{visit.address}{to}", cookies)


@screens.act("/console/sign-out", roles=None)
def sign_out(visit: Visit) -> Answer:
    """Forget the tokens here, and end the sign-in on the sign-in pages."""
    from .request_pipeline import forget_people

    forget_people()
    return _lead_to(303, _pages(visit).end(), forget(visit.address))


def _pages(visit: Visit) -> SignInPages:
    known = visit.services
    return SignInPages(known.settings, known.token_endpoint, visit.address)


def _renew(visit: Visit) -> tuple[str, ...] | None:
    refresh = read_cookie(visit.headers, REFRESH)
    if not refresh:
        return None
    try:
        tokens = _pages(visit).renew(refresh)
        visit.services.sign_in.caller(f"Bearer {tokens.access}")
    except (NotSignedIn, Unauthenticated):
        return None
    return keep(tokens, visit.address)


def _begin(visit: Visit, to: str) -> Answer:
    if not visit.services.settings.console_client:
        return _lead_to(302, f"{visit.address}/v1/docs")
    begun = Begun.now(to)
    return _lead_to(302, _pages(visit).begin(begun), (write_cookie(BEGUN, begun.write()),))


def _lead_to(status: int, to: str, cookies: tuple[str, ...] = ()) -> Answer:
    return Answer(status, "", {"Location": to, "Content-Type": "text/html"}, cookies)
