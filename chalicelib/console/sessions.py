"""Sessions of signed-in people: the cookies, and the tokens from the stack's sign-in pages.

OAuth 2, authorization code with PKCE (RFC 7636). The code is exchanged here, so no script ever
holds a token. Three cookies, all HttpOnly, Secure and SameSite=Lax, end with the browser: the
access token; the refresh token, which is sent to one path only; and a sign-in that has begun.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from chalicelib.acts import Caller, Role

if TYPE_CHECKING:
    from chalicelib.settings import Settings
    from chalicelib.web.authorizer import SignIns

ACCESS, REFRESH, BEGUN = (
    "__Host-plumbline",
    "__Secure-plumbline-refresh",
    "__Host-plumbline-sign-in",
)
CALLBACK, RENEW = "/console/signed-in", "/console/refresh"
KNOWN_FOR = timedelta(seconds=60)
"""How long a sign-in is believed without asking again: as long as the gateway believes one."""
MOST_KNOWN = 500


class NotSignedIn(Exception):
    """The sign-in pages gave nothing, or not for us."""


class SignInsDown(Exception):
    """The sign-in pages do not answer."""


@dataclass(frozen=True, slots=True)
class SignedInPerson:
    """The person who looks at a screen, and the district's name and zone."""

    caller: Caller
    me: Mapping[str, Any]
    """The API's `/v1/me`."""

    @property
    def mark(self) -> str:
        """The mark of the person in a browser, so that it keeps nothing for anybody else."""
        known = f"{self.caller.district}\0{self.caller.person}"
        return hashlib.sha256(known.encode()).hexdigest()[:24]

    @property
    def is_district_admin(self) -> bool:
        """Return whether they administer the district."""
        return Role.DISTRICT_ADMIN in self.caller.roles

    @property
    def is_admin(self) -> bool:
        """Return whether they administer the district or a school."""
        return self.is_district_admin or Role.SCHOOL_ADMIN in self.caller.roles

    @property
    def is_teacher(self) -> bool:
        """Return whether they teach."""
        return Role.TEACHER in self.caller.roles

    @property
    def is_author(self) -> bool:
        """Return whether they may write assessments."""
        return self.is_district_admin or self.is_teacher


@dataclass(frozen=True, slots=True)
class SignInTokens:
    """The tokens that the sign-in pages issue."""

    access: str
    refresh: str = field(default="", repr=False)


@dataclass(slots=True)
class SignedInPeople:
    """The person behind each token, believed for a minute."""

    known: dict[bytes, tuple[datetime, SignedInPerson]] = field(default_factory=dict)

    def who(
        self, token: str, sign_ins: SignIns, now: datetime, meet: Callable[[Caller], Any]
    ) -> SignedInPerson | None:
        """Return the person who holds an access token; None for a person outside the roster.

        `meet` reads a caller's `/v1/me`. Raises `Unauthenticated` for a bad token.
        """
        fingerprint = hashlib.sha256(token.encode()).digest()
        until, person = self.known.get(fingerprint, (now, None))
        if person is not None and now < until:
            return person
        caller = sign_ins.caller(f"Bearer {token}")
        if not caller.roles:
            return None
        if len(self.known) >= MOST_KNOWN:
            self.known.clear()
        person = SignedInPerson(caller, meet(caller))
        self.known[fingerprint] = (now + KNOWN_FOR, person)
        return person

    def forget(self) -> None:
        """Forget everybody."""
        self.known.clear()


def read_cookie(headers: Mapping[str, str], name: str) -> str:
    """Return a cookie's value, or nothing.

    Other sites of the district's domain set cookies too, and `http.cookies` reads none if it
    cannot read one of them. The most specific path comes first (RFC 6265, 5.4).
    """
    for each in headers.get("cookie", "").split(";"):
        own, _, value = each.strip().partition("=")
        if own == name:
            return value
    return ""


def write_cookie(name: str, value: str, path: str = "/") -> str:
    """Write a cookie that ends with the browser; an empty one ends at once."""
    end = "" if value else "; Max-Age=0"
    return f"{name}={value}; Path={path}{end}; HttpOnly; Secure; SameSite=Lax"


def renewal_path(address: str) -> str:
    """Return the one path that the refresh token is sent to."""
    return f"{urlsplit(address).path}{RENEW}"


def keep(tokens: SignInTokens, address: str) -> tuple[str, ...]:
    """Write the cookies of a person who signed in."""
    access = write_cookie(ACCESS, tokens.access)
    if not tokens.refresh:
        return (access,)
    return access, write_cookie(REFRESH, tokens.refresh, renewal_path(address))


def forget(address: str) -> tuple[str, ...]:
    """Write the cookies of a person who signed out."""
    return (
        write_cookie(ACCESS, ""),
        write_cookie(BEGUN, ""),
        write_cookie(REFRESH, "", renewal_path(address)),
    )


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in that has begun in one browser."""

    state: str
    verifier: str = field(repr=False)
    to: str = ""
    """The path that the person wanted to open, below the address."""

    @classmethod
    def now(cls, to: str) -> Begun:
        """Begin."""
        return cls(secrets.token_urlsafe(24), secrets.token_urlsafe(48), to)

    @classmethod
    def read(cls, cookie: str) -> Begun | None:
        """Read one from its cookie."""
        state, _, rest = cookie.partition(".")
        verifier, _, to = rest.partition(".")
        return cls(state, verifier, to) if state and verifier else None

    def write(self) -> str:
        """Write it as its cookie's value; the address is one that `local_path` let through."""
        return f"{self.state}.{self.verifier}.{self.to}"

    def belongs(self, state: str) -> bool:
        """Return whether an answer of the sign-in pages belongs to this sign-in."""
        return hmac.compare_digest(self.state.encode(), state.encode())


class TokenEndpoint:
    """The endpoint that issues tokens for codes, and for refresh tokens."""

    def __init__(self, url: str) -> None:
        """Ask there."""
        self._url = url

    def ask(self, **asked: str) -> SignInTokens:
        """Ask for tokens. Raises `NotSignedIn` when refused, `SignInsDown` without an answer."""
        request = Request(  # noqa: S310 - the stack's own sign-in pages
            self._url,
            data=urlencode(asked).encode(),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        try:
            with urlopen(request, timeout=5) as answer:  # noqa: S310
                given = json.load(answer)
            return SignInTokens(given["access_token"], given.get("refresh_token", ""))
        except HTTPError as refused:
            if refused.code >= 500:  # noqa: PLR2004 - HTTP statuses
                raise SignInsDown from refused
            raise NotSignedIn from refused
        except (URLError, TimeoutError, ValueError, KeyError, TypeError) as strange:
            raise SignInsDown from strange


@dataclass(frozen=True, slots=True)
class SignInPages:
    """The stack's own sign-in pages."""

    settings: Settings
    tokens: TokenEndpoint
    address: str

    def begin(self, begun: Begun) -> str:
        """Return the address where a person signs in."""
        challenge = hashlib.sha256(begun.verifier.encode()).digest()
        asked = {
            "client_id": self.settings.console_client,
            "response_type": "code",
            "scope": "openid",
            "redirect_uri": f"{self.address}{CALLBACK}",
            "state": begun.state,
            "code_challenge": urlsafe_b64encode(challenge).decode().rstrip("="),
            "code_challenge_method": "S256",
        }
        return f"{self.settings.sign_in_url}/oauth2/authorize?{urlencode(asked)}"

    def end(self) -> str:
        """Return the address that ends the sign-in there, too, and leads back."""
        asked = {"client_id": self.settings.console_client, "logout_uri": f"{self.address}/console"}
        return f"{self.settings.sign_in_url}/logout?{urlencode(asked)}"

    def exchange(self, code: str, begun: Begun) -> SignInTokens:
        """Return the tokens for a code. Raises `NotSignedIn`, `SignInsDown`."""
        return self.tokens.ask(
            client_id=self.settings.console_client,
            grant_type="authorization_code",
            code=code,
            redirect_uri=f"{self.address}{CALLBACK}",
            code_verifier=begun.verifier,
        )

    def renew(self, refresh: str) -> SignInTokens:
        """Return new tokens for a refresh token. Raises `NotSignedIn`, `SignInsDown`."""
        renewed = self.tokens.ask(
            client_id=self.settings.console_client,
            grant_type="refresh_token",
            refresh_token=refresh,
        )
        return replace(renewed, refresh=renewed.refresh or refresh)


def local_path(to: str) -> str:
    """Return an address below `/console` as it is, and the first screen's for any other.

    >>> local_path("/console/assessments?text=a"), local_path("//elsewhere.example/console/")
    ('/console/assessments?text=a', '/console/home')
    """
    plain = all(" " < letter < "\x7f" and letter not in '\\";,' for letter in to)
    path = to.partition("?")[0]
    inside = path.startswith("/console/") and "//" not in path and ".." not in path
    return to if plain and inside and len(to) <= 1000 else "/console/home"  # noqa: PLR2004
