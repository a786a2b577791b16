"""All accounts of a district: those of earlier releases bound, everybody's brought into step."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.clock import Clock, instant
from chalicelib.jobs.due_work import DueWork
from chalicelib.jobs.model import LOOK_AGAIN, DueEntry, Message
from chalicelib.observability import facts

from .model import Account, PoolUser
from .repository import ALL, EVERY, AccountRepository, AccountsState
from .sign_in_names import SignInName

if TYPE_CHECKING:
    from chalicelib.jobs.service import Jobs

    from .pool import UserPool
    from .work import AccountWork

PATIENCE = 200.0
"""Seconds after which a worker hands over to the next; its function has 300."""


@dataclass(eq=False, repr=False)
class EveryAccountWork(DueWork[AccountsState]):
    """Goes through all accounts.

    The operators' entries stand for `_first_admin`.
    """

    _repository: AccountRepository
    _pool: UserPool
    _one: AccountWork
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str
    _first_admin: str
    _monotonic: Callable[[], float] = time.monotonic

    def begin(self) -> None:
        """Have the accounts of earlier releases bound, the first time that this one runs."""
        known = self._repository.state(self._district)
        if not (known.bound or known.due):
            self._repository.want_all(self._district, instant(self._clock.now()))
            self._jobs().offer(ALL, EVERY)

    def find_due(self, _: DueEntry) -> AccountsState:
        """Read the work to do with all of them."""
        return self._repository.state(self._district)

    def look_after(self, _: DueEntry, found: AccountsState) -> bool:
        """See whether all were looked over; if not, have it done."""
        later = instant(self._clock.now() + LOOK_AGAIN)
        return self._repository.look_later(self._district, found, later)

    def run(self, _: Message) -> None:
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

        Only where nobody has the name yet, and the addresses of pool and roster do not contradict
        each other. Others wait for an invitation.
        """
        for users in self._pool.pages():
            known = self._repository.read_sign_in_names(
                self._district, [user.username for user in users]
            )
            of = {user.username.lower(): user for user in users}
            found = [self._match_account(each, of[name]) for name, each in known.items()]
            self._repository.bind_missing(self._district, [each for each in found if each])
            for name, each in known.items():
                self._bind_operator(each, of[name])

    def _match_account(self, known: SignInName, user: PoolUser) -> Account | None:
        if known.account.version:
            return None
        own = known.roster.person if known.roster else ""
        for entry, person in ((known.roster, own), (known.operator, self._first_admin)):
            if entry is not None and user.may_be(entry.email):
                name = known.account.username
                return Account(username=name, person=person, sub=user.sub, version=1)
        if known.roster or known.operator:
            facts(what="account_not_bound", subject=own)
        return None

    def _bind_operator(self, known: SignInName, user: PoolUser) -> None:
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
            everything &= self._one.settle(known)
        return everything

    def _every(self) -> Iterator[SignInName]:
        for page in self._repository.every(self._district):
            names = [each.username for each in page]
            yield from self._repository.read_sign_in_names(self._district, names).values()
