"""The pool's keys: fetched when they are needed, not more often, and missed without harm."""

from __future__ import annotations

from typing import Any

import jwt
import pytest

from chalicelib.districts.tokens import TokenVerifier
from chalicelib.errors import Unauthenticated
from tests.support.world import CLIENT, ISSUER, KID, key_set, signing_key, token

NAME = "dana@example.org"


class KeyPool:
    """Serves its keys, unless it is out of reach; counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.reachable = True
        self.now = 0.0
        self.tokens = TokenVerifier(ISSUER, {CLIENT}, self._keys, lambda: self.now)

    def _keys(self) -> dict[str, Any]:
        self.asked += 1
        if not self.reachable:
            raise TimeoutError
        return key_set()

    def username(self, kid: str = KID) -> str:
        claims = jwt.decode(token(NAME), options={"verify_signature": False})
        said = jwt.encode(claims, signing_key(), algorithm="RS256", headers={"kid": kid})
        return self.tokens.holder(f"Bearer {said}").username


def test_the_keys_are_fetched_once() -> None:
    pool = KeyPool()
    assert [pool.username(), pool.username()] == [NAME, NAME]
    assert pool.asked == 1


def test_a_pool_out_of_reach_makes_no_good_token_a_bad_one() -> None:
    pool = KeyPool()
    pool.reachable = False
    for _ in range(2):
        with pytest.raises(TimeoutError):
            pool.username()
    pool.reachable = True
    assert pool.username() == NAME, "at once, although the last try was a moment ago"


def test_unknown_keys_do_not_become_a_flood_of_fetches() -> None:
    pool = KeyPool()
    pool.username()
    for second in range(61):
        pool.now = float(second)
        with pytest.raises(Unauthenticated):
            pool.username(kid=f"made-up-{second}")
    assert pool.asked == 3, "at first, after 30 seconds, after 60"
