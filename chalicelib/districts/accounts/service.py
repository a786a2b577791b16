"""People's acts on accounts: sign out everywhere, and get one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from chalicelib.clock import Clock, instant
from chalicelib.districts import refusals
from chalicelib.districts.refusals import PERSON_NOT_FOUND

from .discretion import answers_for
from .repository import ALL, EVERY, ONE, AccountRepository, look_over

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.districts.ports import RosterPeople
    from chalicelib.jobs.service import Jobs
    from chalicelib.storage.conditions import Write

    from .model import Account, PoolUser
    from .sign_in_names import SignInName

SOON = timedelta(minutes=1)
"""When the clock sees to what the queue should have done by then."""


@dataclass(frozen=True, slots=True)
class SignedOut:
    """Somebody was signed out everywhere: what signed in at or before `at` opens nothing more."""

    person: str
    at: str

    @property
    def id(self) -> str:
        """The person, for the audit record."""
        return self.person


@dataclass(eq=False, repr=False)
class Accounts:
    """Accounts of a district's staff, and whose they are."""

    _repository: AccountRepository
    _roster: Callable[[], RosterPeople]
    _jobs: Callable[[], Jobs]
    _clock: Clock

    # -- sign out ---------------------------------------------------------------------------------

    def sign_myself_out(self, act: Act) -> SignedOut:
        """End every sign-in of the caller's, this one too."""
        return self._sign_out(act, act.caller.username, act.caller.person)

    def sign_out(self, act: Act, person: str) -> SignedOut:
        """End every sign-in of a person that the caller administers.

        Raises `NotFound`, or `Conflict` for somebody without an account.
        """
        found = self._roster().person(act.district, person)
        if not answers_for(act.caller, found):
            raise PERSON_NOT_FOUND()
        known = self._repository.get(act.district, found.username)
        if not known.is_of(found.id):
            raise refusals.NO_ACCOUNT()
        return self._sign_out(act, found.username, found.id)

    def _sign_out(self, act: Act, username: str, person: str) -> SignedOut:
        ended = SignedOut(person, instant(act.at))
        self._repository.change(
            act.district,
            username,
            lambda known: known.end_sign_ins(act.at, self._clock.now() + SOON),
            act=act,
            subject=ended,
        )
        self._jobs().offer(ONE, username.lower())
        return ended

    # -- be given one -----------------------------------------------------------------------------

    def read_sign_in_name(self, district: str, username: str) -> SignInName:
        """Get a sign-in name's owner, and the people that roster and operators let in with it."""
        return self._repository.read_sign_in_names(district, [username])[username.lower()]

    def claim(self, district: str, username: str, by: str) -> Account:
        """Keep others off an account for a minute. Raises `Unavailable` while somebody has it."""
        now = self._clock.now()
        return self._repository.change(district, username, lambda known: known.take_claim(by, now))

    def release(self, district: str, username: str, by: str) -> None:
        """Let others at it again."""
        self._repository.change(district, username, lambda known: known.release_claim(by))

    def bind(self, district: str, by: str, person: str, user: PoolUser, **record: Any) -> None:
        """Make an account a person's from now on. Raises `Unavailable` without the claim.

        `record`: the `act` that this is, and its `subject`.
        """
        now = self._clock.now()
        self._repository.change(
            district, user.username, lambda known: known.bind_to(by, person, user, now), **record
        )

    # -- after an import --------------------------------------------------------------------------

    def look_over(self, district: str, at: str) -> list[Write]:
        """Return the writes that have all accounts compared with the roster at this instant."""
        return look_over(district, at)

    def carry_on(self) -> None:
        """Have that done soon: the fast path; the due entry of `look_over` stands behind it."""
        self._jobs().offer(ALL, EVERY)
