"""An account of the user pool, and whose it is.

A sign-in name can be used again; an account's subject (`sub`) never is. So rights follow the
subject: a name opens a person's entry only together with the account that the person was given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chalicelib.clock import from_instant, instant
from chalicelib.districts import refusals

CLAIM = timedelta(seconds=60)
"""How long one process may work on an account: longer than any of its calls to the pool takes."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The holder of a token: name and subject of the account, and when they signed in."""

    username: str
    sub: str
    since: int
    """Seconds since 1970: of the sign-in itself where the token has it, else of its own issue."""


@dataclass(frozen=True, slots=True)
class PoolUser:
    """An account as the user pool has it."""

    username: str
    sub: str
    email: str = ""
    status: str = ""
    enabled: bool = True

    @property
    def never_signed_in(self) -> bool:
        """Return whether the first password was never used."""
        return self.status == "FORCE_CHANGE_PASSWORD"

    @property
    def is_external(self) -> bool:
        """Return whether an identity provider of the district's, and no password, opens it."""
        return self.status == "EXTERNAL_PROVIDER"

    def may_be(self, email: str) -> bool:
        """Return whether this can be the account of the person with this address."""
        return not (self.email and email) or self.email.lower() == email.lower()


@dataclass(frozen=True, slots=True)
class Account:
    """The owner of a sign-in name. Without a person it is nobody's, and opens nothing."""

    username: str
    person: str = ""
    sub: str = ""
    enabled: bool = True
    """As we left it in the pool."""
    not_before: str = ""
    """A person who signed in at or before this instant must sign in again."""
    ending: bool = False
    """Whether the pool must still be asked to end its sessions."""
    claim: str = ""
    claimed_until: str = ""
    due: str = ""
    """When to see whether the pool was asked."""
    version: int = 0

    def is_of(self, person: str) -> bool:
        """Return whether it is this person's."""
        return bool(self.sub) and self.person == person

    def has(self, sub: str) -> bool:
        """Return whether this subject is the name's own."""
        return bool(sub) and self.sub == sub

    def refuses(self, holder: Holder) -> bool:
        """Return whether this sign-in has been ended. A token knows full seconds only."""
        if not (self.not_before and self.has(holder.sub)):
            return False
        return holder.since <= int(from_instant(self.not_before).timestamp())

    # -- what becomes of it -----------------------------------------------------------------------

    def take_claim(self, by: str, now: datetime) -> Account:
        """Return it while `by` works on it. Raises `Unavailable` while somebody else does."""
        if self.claim not in ("", by) and self.claimed_until > instant(now):
            raise refusals.SIGN_IN_SERVICE_BUSY()
        return replace(self, claim=by, claimed_until=instant(now + CLAIM))

    def release_claim(self, by: str) -> Account:
        """Return it free; as it is when somebody else has it."""
        return replace(self, claim="", claimed_until="") if self.claim == by else self

    def bind_to(self, by: str, person: str, user: PoolUser, at: datetime) -> Account:
        """Make it this person's, under this subject. Raises `Unavailable` without the claim.

        A subject that was somebody else's (only an identity provider hands one on) is signed out.
        """
        self._must_be_claimed(by)
        handed_on = self.sub == user.sub and self.person != person
        stays = self.not_before if self.sub == user.sub else ""
        return replace(
            self,
            person=person,
            sub=user.sub,
            enabled=True,
            not_before=instant(at) if handed_on else stays,
            claim="",
            claimed_until="",
        )

    def end_sign_ins(self, at: datetime, look_again: datetime) -> Account:
        """End every sign-in up to now, here at once and in the pool soon."""
        since = max(self.not_before, instant(at))
        return replace(self, not_before=since, ending=True, due=instant(look_again))

    def record_settled(self, by: str, seen: Account, *, enabled: bool, at: datetime) -> Account:
        """Note that the pool has it so, and has ended the sessions that `seen` wanted ended.

        Raises `Unavailable` without the claim.
        """
        self._must_be_claimed(by)
        over = seen.ending or not enabled
        again = self.not_before != seen.not_before  # signed out once more while we asked the pool
        return replace(
            self,
            enabled=enabled,
            not_before=max(self.not_before, instant(at)) if over else self.not_before,
            ending=self.ending and again,
            due=self.due if again else "",
            claim="",
            claimed_until="",
        )

    def _must_be_claimed(self, by: str) -> None:
        if self.claim != by:
            raise refusals.SIGN_IN_SERVICE_BUSY()
