"""Letting people of the roster into the user pool.

The pool only knows who somebody is; what they may do stays with the roster. An account is made for
one person: a sign-in name that somebody else had gets a new account, and with it a new password.
For people of the district's identity provider, the invitation only identifies the person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.districts import refusals
from chalicelib.ids import new_id

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.districts.ports import RosterPeople, RosterPerson
    from chalicelib.storage.table import Table

    from .accounts.model import Account, PoolUser
    from .accounts.pool import UserPool
    from .accounts.service import Accounts
    from .accounts.sign_in_names import SignInName


@dataclass(frozen=True, slots=True)
class Invitation:
    """A person was sent a first password; `again` if it was not the first time.

    `replaced` if an account of the name was there that was not theirs: it opens nothing now.
    """

    id: str
    username: str
    again: bool
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """An account that was given to a person, and whether it, or another one, was there before."""

    user: PoolUser
    again: bool = False
    replaced: bool = False


@dataclass(eq=False, repr=False)
class Invitations:
    """Accounts for people."""

    _pool: UserPool
    _accounts: Accounts
    _roster: Callable[[], RosterPeople]
    _table: Table

    def invite(self, act: Act, person: str) -> Invitation:
        """Have the pool send a person their first password.

        Raises `NotFound`, or `Conflict` for somebody who may not sign in or already does.
        """
        if act.key:
            self._table.answer_again(act)  # a repeat must not send another password
        found = self._roster().person(act.district, person)
        _check(found)
        _check_name(found, self._accounts.read_sign_in_name(act.district, found.username))
        with self._claim_account(act.district, found.username, act.key or new_id()) as (
            by,
            account,
        ):
            given = self._give(account, found.id, found.email, found.username)
            invitation = Invitation(found.id, found.username, given.again, given.replaced)
            self._accounts.bind(act.district, by, found.id, given.user, act=act, subject=invitation)
        return invitation

    def grant_account(self, district: str, username: str, email: str, person: str) -> PoolUser:
        """Have this person hold the account of this name, by the operators' word.

        Somebody who holds it already keeps it as it is.
        """
        with self._claim_account(district, username, new_id()) as (by, account):
            there = self._pool.find(username)
            if there and account.is_of(person) and account.has(there.sub):
                user = self._open_again(there)
            else:
                user = self._give(account, person, email, username).user
            self._accounts.bind(district, by, person, user)
        return user

    @contextmanager
    def _claim_account(
        self, district: str, username: str, by: str
    ) -> Iterator[tuple[str, Account]]:
        """Keep others off an account, and let them at it again when this comes to nothing."""
        account = self._accounts.claim(district, username, by)
        try:
            yield by, account
        except Exception:
            with suppress(Exception):
                self._accounts.release(district, username, by)
            raise

    def _give(self, account: Account, person: str, email: str, username: str) -> Given:
        """Make the account, or send its password again while this person never used it."""
        if made := self._pool.create(username, email):
            return Given(made)
        there = self._pool.find(username)
        if there is None:
            raise refusals.SIGN_IN_SERVICE_BUSY()  # it was removed between the two calls
        if account.is_of(person) and account.has(there.sub):
            return Given(self._mail_again(there), again=True)
        if there.is_external:
            self._pool.end_sessions(username)
            return Given(there, replaced=True)
        self._pool.remove(username)
        made = self._pool.create(username, email)
        if made is None:
            raise refusals.SIGN_IN_SERVICE_BUSY()
        return Given(made, replaced=True)

    def _mail_again(self, there: PoolUser) -> PoolUser:
        if not there.never_signed_in:
            raise refusals.ALREADY_SIGNS_IN()
        return self._open_again(self._pool.mail_again(there.username))

    def _open_again(self, there: PoolUser) -> PoolUser:
        if not there.enabled:
            self._pool.enable(there.username)
        return there


def _check(person: RosterPerson) -> None:
    if not person.is_staff or not person.enabled:
        raise refusals.CANNOT_SIGN_IN()
    if not person.email:
        raise refusals.NO_ADDRESS()


def _check_name(person: RosterPerson, known: SignInName) -> None:
    """Keep two people of one sign-in name apart."""
    if known.roster is not None and known.roster.person != person.id:
        raise refusals.SIGN_IN_NAME_TAKEN()
    if known.is_the_operators and not known.account.is_of(person.id):
        raise refusals.SIGN_IN_NAME_RESERVED()
