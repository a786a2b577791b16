"""The changes to the user pool: accounts disabled, enabled, sessions ended, persons bound.

Called with a message, or by the clock; any number of times, also at once. An account is claimed
before a request to the pool, so that nobody gives it to somebody else meanwhile. The request is
noted afterward, and every call to the pool is idempotent.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.clock import Clock, instant
from chalicelib.errors import Unavailable
from chalicelib.ids import new_id
from chalicelib.jobs.due_work import DueWork
from chalicelib.jobs.model import LOOK_AGAIN, DueEntry, Message
from chalicelib.observability import facts

from .model import Account
from .repository import AccountRepository
from .sign_in_names import SignInName

if TYPE_CHECKING:
    from chalicelib.jobs.service import Jobs

    from .pool import UserPool


@dataclass(eq=False, repr=False)
class AccountWork(DueWork[Account]):
    """Brings an account of the pool into step with the roster."""

    _repository: AccountRepository
    _pool: UserPool
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str

    def run(self, message: Message) -> None:
        """Bring the account of this name into step."""
        for known in self._repository.read_sign_in_names(self._district, [message["id"]]).values():
            self.settle(known)

    def find_due(self, entry: DueEntry) -> Account:
        return self._repository.get(self._district, entry.id)

    def look_after(self, _: DueEntry, found: Account) -> bool:
        """See whether that was done; if not, have it done."""
        later = instant(self._clock.now() + LOOK_AGAIN)
        return self._repository.postpone(self._district, found, later)

    # -- the step ---------------------------------------------------------------------------------

    def settle(self, known: SignInName) -> bool:
        """Do the work on an account; report whether it is in step now."""
        if not _is_out_of_step(known):
            return True
        by, name = new_id(), known.account.username
        try:
            now = self._clock.now()
            self._repository.change(self._district, name, lambda each: each.take_claim(by, now))
        except Unavailable:
            return False
        try:
            self._ask_pool(by, name)
        except Exception:
            with suppress(Exception):
                self._repository.change(self._district, name, lambda each: each.release_claim(by))
            raise
        return True

    def _ask_pool(self, by: str, name: str) -> None:
        """Ask the pool for what the account needs, as it is under our claim, and note it."""
        known = self._repository.read_sign_in_names(self._district, [name])[name]
        if not known.may_sign_in:
            self._pool.disable(name)
        else:
            if not known.account.enabled:
                self._pool.enable(name)
            if known.account.ending:
                self._pool.end_sessions(name)
        at, seen = self._clock.now(), known.account

        def settle(each: Account) -> Account:
            return each.record_settled(by, seen, enabled=known.may_sign_in, at=at)

        self._repository.change(self._district, name, settle)
        facts(what="account", enabled=known.may_sign_in, ended=seen.ending)


def _is_out_of_step(known: SignInName) -> bool:
    account = known.account
    return bool(account.sub) and (account.ending or account.enabled is not known.may_sign_in)
