"""The check of a sign-in: the token's person, and that person's roles in the roster today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.acts import Caller

if TYPE_CHECKING:
    from .service import Districts
    from .tokens import TokenVerifier


class SignInCheck:
    """Decides who may come in."""

    def __init__(self, tokens: TokenVerifier, districts: Districts) -> None:
        """Trust these tokens; the district's roster says who their holders are."""
        self._tokens = tokens
        self._districts = districts

    def caller(self, authorization: str | None) -> Caller:
        """Return who shows a token; a stranger to the roster has no roles.

        Raises `Unauthenticated` for a bad token, and for a sign-in that was ended.
        """
        holder = self._tokens.holder(authorization)
        known, district = self._districts.admit(holder)
        if known is None or not known.roles:
            return Caller(district.id, "", zone=district.time_zone)
        return Caller(
            district=district.id,
            person=known.person,
            roles=known.roles,
            schools=frozenset(known.schools),
            username=known.username,
            zone=district.time_zone,
            name=known.name,
        )
