"""What follows for the user pool: accounts disabled, enabled, sessions ended, persons bound.

Called with a message, or by the clock; any number of times, also at once. An account is claimed
before the pool is asked to change it, so that nobody gives it to somebody else meanwhile; what the
pool was asked is noted afterwards, and every call to the pool bears a repetition.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from chalicelib.clock import Clock, instant
from chalicelib.errors import Unavailable
from chalicelib.ids import new_id
from chalicelib.jobs.model import LOOK_AGAIN
from chalicelib.observability import facts

from .model import Account, PoolUser
from .repository import ALL, EVERY, ONE, AccountRepository, Known

if TYPE_CHECKING:
    from chalicelib.jobs.model import DueEntry, Message
    from chalicelib.jobs.service import Jobs

    from .pool import UserPool

PATIENCE = 200.0
"""Seconds after which a worker hands over to the next; its function has 300."""


class AccountWork:
    """Brings the pool into step with the roster."""

    def __init__(
        self,
        repository: AccountRepository,
        pool: UserPool,
        jobs: Callable[[], Jobs],
        clock: Clock,
        district: str,
        first_admin: str,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Work on this district's accounts; the operators' entries stand for `first_admin`."""
        self._repository = repository
        self._pool = pool
        self._jobs = jobs
        self._clock = clock
        self._district = district
        self._first_admin = first_admin
        self._monotonic = monotonic

    # -- one --------------------------------------------------------------------------------------

    def run_one(self, message: Message) -> None:
        """Bring the account of this name into step."""
        for known in self._repository.known(self._district, [message["id"]]).values():
            self._settle(known)

    def due_one(self, entry: DueEntry) -> None:
        """See whether that was done; if not, have it done."""
        later = instant(self._clock.now() + LOOK_AGAIN)

        def wait(account: Account) -> Account:
            return account.model_copy(update={"due": later}) if account.due == entry.at else account

        if self._repository.change(self._district, entry.id, wait).due == later:
            self._jobs().offer(ONE, entry.id)
        else:
            self._repository.forget_due(self._district, entry.at, ONE, entry.id)

    # -- all --------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Have the accounts of earlier releases bound, the first time that this one runs."""
        known = self._repository.state(self._district)
        if not (known.bound or known.due):
            self._repository.want_all(self._district, instant(self._clock.now()))
            self._jobs().offer(ALL, EVERY)

    def due_all(self, entry: DueEntry) -> None:
        """See whether all were looked over; if not, have it done."""
        known = self._repository.state(self._district)
        if known.due != entry.at:
            self._repository.forget_due(self._district, entry.at, ALL, EVERY)
            return
        later = instant(self._clock.now() + LOOK_AGAIN)
        if self._repository.look_later(self._district, known, later):
            self._jobs().offer(ALL, EVERY)

    def run_all(self, _: Message) -> None:
        """Bind what earlier releases left unbound; bring every account into step."""
        known = self._repository.state(self._district)
        if not known.due:
            return
        if not known.bound:
            self.bind()
        if self._settle_every():
            self._repository.end_all(self._district, known)

    def bind(self) -> None:
        """Bind each account of the pool to the person who has its name now.

        Only where the name is nobody's yet, and where the addresses of pool and roster do not
        contradict each other: whom that leaves out waits for an invitation.
        """
        for users in self._pool.pages():
            known = self._repository.known(self._district, [user.username for user in users])
            of = {user.username.lower(): user for user in users}
            found = [self._bound(each, of[name]) for name, each in known.items()]
            self._repository.bind_missing(self._district, [each for each in found if each])
            for name, each in known.items():
                self._bind_operator(each, of[name])

    def _bound(self, known: Known, user: PoolUser) -> Account | None:
        if known.account.version:
            return None
        for entry, person in (
            (known.roster, known.roster and known.roster.person),
            (known.operator, self._first_admin),
        ):
            if entry is not None and user.may_be(entry.email):
                name = known.account.username
                return Account(username=name, person=person, sub=user.sub, version=1)
        if known.roster or known.operator:
            facts(what="account_not_bound", subject=known.roster.person if known.roster else "")
        return None

    def _bind_operator(self, known: Known, user: PoolUser) -> None:
        entry = known.operator
        if entry is not None and not known.operator_sub and user.may_be(entry.email):
            self._repository.bind_operator(self._district, known.account.username, user.sub)

    def _settle_every(self) -> bool:
        """Bring all into step; tell whether none is left."""
        give_up = self._monotonic() + PATIENCE
        everything = True
        for known in self._every():
            if self._monotonic() > give_up:
                self._jobs().offer(ALL, EVERY)
                return False
            everything &= self._settle(known)
        return everything

    def _every(self) -> Iterator[Known]:
        for page in self._repository.every(self._district):
            names = [each.username for each in page]
            yield from self._repository.known(self._district, names).values()

    # -- the step ---------------------------------------------------------------------------------

    def _settle(self, known: Known) -> bool:
        """Do what is to be done with an account; tell whether it is in step now."""
        if not _is_out_of_step(known):
            return True
        by, name = new_id(), known.account.username
        try:
            now = self._clock.now()
            self._repository.change(self._district, name, lambda each: each.claimed(by, now))
        except Unavailable:
            return False
        try:
            self._ask_pool(by, name)
        except Exception:
            with suppress(Exception):
                self._repository.change(self._district, name, lambda each: each.released(by))
            raise
        return True

    def _ask_pool(self, by: str, name: str) -> None:
        """Ask the pool for what the account needs, as it is under our claim, and note it."""
        known = self._repository.known(self._district, [name])[name]
        if not known.may_sign_in:
            self._pool.disable(name)
        else:
            if not known.account.enabled:
                self._pool.enable(name)
            if known.account.ending:
                self._pool.end_sessions(name)
        at, seen = self._clock.now(), known.account

        def settle(each: Account) -> Account:
            return each.settled(by, seen, enabled=known.may_sign_in, at=at)

        self._repository.change(self._district, name, settle)
        facts(what="account", enabled=known.may_sign_in, ended=seen.ending)


def _is_out_of_step(known: Known) -> bool:
    account = known.account
    return bool(account.sub) and (account.ending or account.enabled is not known.may_sign_in)
