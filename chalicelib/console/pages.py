"""Pages: their common surroundings, their headers, and the addresses in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

from chalicelib.acts import Answer
from chalicelib.clock import from_instant
from chalicelib.rendering import screen
from chalicelib.web.addresses import write_segment

from .assets import asset_address
from .confirmations import sentence
from .forms import name_key, new_key
from .screens import Lead, ScreenPage

if TYPE_CHECKING:
    from markupsafe import Markup

    from chalicelib.settings import Settings

    from .sessions import SignedInPerson

NO_SETTINGS: Any = None


@dataclass(frozen=True, slots=True)
class PageReader:
    """The person that a page is rendered for, and the stack's address."""

    address: str = ""
    settings: Settings = NO_SETTINGS
    person: SignedInPerson | None = None
    done: str = ""
    """The code of what was just done; an address carries it."""

    def at(self, address: str, settings: Settings) -> PageReader:
        """Return a reader of the stack at an address."""
        return replace(self, address=address, settings=settings)

    def sign_in_as(self, person: SignedInPerson) -> PageReader:
        """Return the reader who is this person."""
        return replace(self, person=person)

    def saying(self, done: str) -> PageReader:
        """Return the reader who is shown what was just done."""
        return replace(self, done=done)

    @property
    def base(self) -> str:
        """The path before `/console`, the same for all addresses on a page."""
        return urlsplit(self.address).path

    def show(self, page: ScreenPage, headers: Mapping[str, str] | None = None) -> Answer:
        html = screen(f"console/{page.template}", {**self._around(), **page.facts})
        return Answer(page.status, html, {**self._headers(), **(headers or {})})

    def trouble(self, code: str, status: int, **facts: Any) -> Answer:
        """Render the page that states the problem."""
        return self.show(ScreenPage("trouble.html", {"trouble": code, **facts}, status))

    def lead(self, where: Lead) -> Answer:
        """Lead on, so that to load the page again sends no form again (303)."""
        to = where.to
        if where.done:
            to += f"{'&' if '?' in to else '?'}{urlencode({'done': where.done})}"
        return Answer(303, "", {"Location": f"{self.address}{to}", "Content-Type": "text/html"})

    def _around(self) -> dict[str, Any]:
        known, base = self.person, self.base
        return {
            "person": known,
            "frame": self._frame,
            "district_name": self._district_name,
            "done": self.done,
            "link": partial(_write_link, base),
            "asset": lambda name: f"{base}{asset_address(name)}",
            "api_path": lambda address: address.removeprefix(self.address),
            "segment": write_segment,
            "new_key": new_key,
            "key_name": name_key(known.caller.person if known else ""),
            "sentence": sentence,
            "day": self._day,
            "plain_day": _write_day,
            "moment": self._moment,
            "base": base,
        }

    def _frame(self, place: str) -> Markup:
        """Return the part above the page, which has this place in the navigation."""
        known, district = self.person, self._district_name
        if known is None:
            return _render_frame(self.base, district, place)
        names = str(known.me["name"]), str(known.me["username"])
        return _render_frame(self.base, district, place, names, (known.is_admin, known.is_teacher))

    @property
    def _district_name(self) -> str:
        known = self.person
        return str(known.me["district"]["name"] if known else self.settings.district_name)

    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.person.me["district"]["time_zone"] if self.person else "UTC")

    def _day(self, instant: str) -> str:
        """Write the day of an instant in the district's zone."""
        there = from_instant(instant).astimezone(self._zone())
        return _write_day(f"{there:%Y-%m-%d}")

    def _moment(self, instant: str) -> str:
        """Write an instant by the district's clock."""
        there = from_instant(instant).astimezone(self._zone())
        return f"{there:%b} {there.day}, {there.year}, {there:%I:%M %p %Z}".replace(", 0", ", ")

    def _headers(self) -> dict[str, str]:
        return {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Security-Policy": policy(
                self.settings.sign_in_url, find_files_origins(self.settings)
            ),
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
        }


@lru_cache(1024)
def _render_frame(
    base: str,
    district_name: str,
    place: str,
    person: tuple[str, str] | None = None,
    roles: tuple[bool, bool] = (False, False),
) -> Markup:
    """Render the part above pages: the same for every page of a person in one place.

    `person` is their name and sign-in name, `roles` whether they administer and whether they teach.
    """
    from chalicelib.screen_code import mark

    facts = {
        "link": partial(_write_link, base),
        "district_name": district_name,
        "current_place": place,
        "person": person,
        "roles": roles,
    }
    return mark(screen("console/frame.html", facts))


def _write_link(base: str, path: str, /, **query: Any) -> str:
    """Write an address of ours for a page; empty parts of the query are left out."""
    address = f"{base}/console{path}"
    given = {name: str(value) for name, value in query.items() if value not in (None, "")}
    return f"{address}?{urlencode(given)}" if given else address


def _write_day(day: str) -> str:
    """Write a day of the district's calendar."""
    there = date.fromisoformat(day)
    return f"{there:%b} {there.day}, {there.year}"


@lru_cache(8)
def policy(sign_in: str, files: str) -> str:
    """Return the Content-Security-Policy of pages: the stack itself, its sign-in and its files."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            f"connect-src 'self' {files}",
            f"form-action 'self' {sign_in} {files}",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def find_files_origins(settings: Settings) -> str:
    """Return the origins of the stack's own bucket, and of no other: with its region, and without.

    The local cloud has its files where it has its sign-in pages.
    """
    if settings.is_local:
        return settings.sign_in_url
    issuer = urlsplit(settings.token_issuer).netloc
    _, region, *_ = issuer.split(".")  # cognito-idp.REGION.amazonaws.com
    bucket = f"https://{settings.files_bucket}.s3"
    return f"{bucket}.amazonaws.com {bucket}.{region}.amazonaws.com"
