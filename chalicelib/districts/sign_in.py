"""The check of a sign-in: the token's person, and that person's roles in the roster today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.acts import Caller
from chalicelib.clock import Clock, day_in

from .refusals import SIGNED_OUT

if TYPE_CHECKING:
    from chalicelib.settings import Settings

    from .accounts.model import Holder
    from .admission import AdmissionRepository
    from .tokens import TokenVerifier


@dataclass(eq=False, repr=False)
class SignInCheck:
    """Decides who may come in: it trusts the tokens, and the roster says who their holders are."""

    _tokens: TokenVerifier
    _repository: AdmissionRepository
    _settings: Settings
    _clock: Clock

    def caller(self, authorization: str | None) -> Caller:
        """Return who shows a token; a stranger to the roster has no roles.

        Raises `Unauthenticated` for a bad token, and for a sign-in that was ended.
        """
        return self.admit(self._tokens.holder(authorization))

    def admit(self, holder: Holder) -> Caller:
        """Find the person that a token lets in, with today's roles.

        Nobody, too, when the name was given to somebody else: a name is not a person. One call,
        so that no request has to ask for the time zone again. Raises `Unauthenticated` for a
        sign-in that was ended.
        """
        district = self._settings.district
        account, person, zone = self._repository.find(district, holder)
        if account.refuses(holder):
            raise SIGNED_OUT()
        zone = zone or self._settings.time_zone
        today = day_in(zone, self._clock.now())
        known = person and person.on(today)
        if known is None or not known.roles:
            return Caller(district, "", zone=zone)
        return Caller(
            district=district,
            person=known.person,
            roles=known.roles,
            schools=known.schools,
            username=known.username,
            zone=zone,
            name=known.name,
        )
