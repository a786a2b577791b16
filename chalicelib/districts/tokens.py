"""Whether a token is one of our user pool's, and whose.

A token says who signed in and nothing else: what that person may do comes from the stored roster.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection
from typing import Any
from urllib.request import urlopen

from chalicelib.districts import refusals

from .accounts.model import Holder

TOKEN_LIMIT = 8192
"""Characters; the pool's are about a thousand."""

_REFRESH_PAUSE = 30.0
"""Seconds between two fetches of the pool's keys: an unknown `kid` must not become a flood."""


def fetch_json(url: str) -> dict[str, Any]:
    """Fetch a JSON document (the pool's key set)."""
    with urlopen(url, timeout=3) as answer:  # noqa: S310 - the stack's own https URL
        document: dict[str, Any] = json.load(answer)
    return document


class TokenVerifier:
    """Verifies access tokens of one user pool and its clients."""

    def __init__(
        self,
        issuer: str,
        clients: Collection[str],
        keys: Callable[[], dict[str, Any]],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Trust this issuer and these clients; `keys` fetches the pool's key set (JWKS)."""
        self._issuer = issuer
        self._clients = frozenset(clients)
        self._fetch = keys
        self._monotonic = monotonic
        self._keys: dict[str, Any] = {}
        self._fetched_at = -_REFRESH_PAUSE

    def holder(self, authorization: str | None) -> Holder:
        """Return who shows a token. Raises `Unauthenticated` unless it is a good access token."""
        import jwt

        token = _bearer(authorization)
        try:
            claims = jwt.decode(
                token,
                self._key(jwt.get_unverified_header(token)),
                algorithms=["RS256"],
                issuer=self._issuer,
                options={
                    "require": ["exp", "iat", "iss", "sub", "token_use", "client_id", "username"],
                    "verify_aud": False,
                },
            )
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError) as error:
            raise refusals.SIGN_IN_EXPIRED() from error
        return self._whose(claims)

    def _whose(self, claims: dict[str, Any]) -> Holder:
        username, since = claims["username"], claims.get("auth_time", claims["iat"])
        kind, client = claims["token_use"], claims["client_id"]
        right_kind = kind == "access" and client in self._clients
        if not (right_kind and isinstance(username, str) and username and _is_moment(since)):
            raise refusals.SIGN_IN_EXPIRED()
        return Holder(username, claims["sub"], int(since))

    def _key(self, header: dict[str, Any]) -> Any:
        import jwt

        kid = header.get("kid")
        if not isinstance(kid, str) or header.get("alg") != "RS256" or "crit" in header:
            raise refusals.SIGN_IN_EXPIRED()
        if kid not in self._keys and self._may_fetch():
            self._fetched_at = self._monotonic()
            known = jwt.PyJWKSet.from_dict(self._fetch())
            self._keys = {key.key_id: key for key in known.keys if key.key_id}
        if kid not in self._keys:
            raise refusals.SIGN_IN_EXPIRED()
        return self._keys[kid].key

    def _may_fetch(self) -> bool:
        """Without any key a forgery cannot be recognized, so nobody is refused for the missing key.

        A fetch that failed is tried again at once, or good sign-ins would be called expired.
        """
        return not self._keys or self._monotonic() - self._fetched_at >= _REFRESH_PAUSE


def _is_moment(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _bearer(authorization: str | None) -> str:
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.casefold() != "bearer" or not token or len(token) > TOKEN_LIMIT:
        raise refusals.SIGN_IN_EXPIRED()
    return token
