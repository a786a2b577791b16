"""Where accounts are kept, and the work that still waits for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.acts import Act
from chalicelib.districts.refusals import SIGN_IN_SERVICE_BUSY
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_EXIST,
    MUST_NOT_EXIST,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
    attribute_missing,
    version_is,
)
from chalicelib.storage.optimistic import Overtaken, retry
from chalicelib.storage.table import ConditionFailed, Repository

from .model import Account
from .sign_in_names import SignInName, account_item, build_sign_in_name, places, read_account

ONE, ALL = "account", "accounts"
"""Kinds of work: an account by its sign-in name; every account of the district."""
EVERY = "every"
"""The name of the work on all accounts."""
_AT_ONCE = 33
"""Names whose three items are read with one call."""


@dataclass(frozen=True, slots=True)
class AccountsState:
    """The work that waits for all accounts: `due` says whether there is any, and when to look."""

    bound: bool = False
    """Whether the accounts of releases before 0.4 have their persons."""
    due: str = ""


class AccountRepository(Repository):
    """One item for each sign-in name that ever had an account."""

    # -- reading ----------------------------------------------------------------------------------

    def get(self, district: str, username: str) -> Account:
        """Read an account; one that nobody was given is nobody's."""
        item = self._table.get(keys.account(district, username))
        return read_account(item) if item else Account(username=username.lower())

    def read_sign_in_names(self, district: str, usernames: Iterable[str]) -> dict[str, SignInName]:
        """Read the facts about sign-in names, by name in small letters."""
        names = list(dict.fromkeys(name.lower() for name in usernames))
        found: dict[str, SignInName] = {}
        for start in range(0, len(names), _AT_ONCE):
            some = names[start : start + _AT_ONCE]
            items = self._table.get_many(key for name in some for key in places(district, name))
            found.update({name: build_sign_in_name(district, name, items) for name in some})
        return found

    def every(self, district: str) -> Iterator[list[Account]]:
        """Read all accounts, a list per call."""
        start = keys.account(district, "")
        for page in self._table.pages(start.pk, begins=start.sk):
            yield [read_account(item) for item in page]

    def state(self, district: str) -> AccountsState:
        """Read the work to do with all of them."""
        item = self._table.get(keys.accounts_state(district)) or {}
        return AccountsState(bool(item.get("bound")), item.get("due", ""))

    # -- one account ------------------------------------------------------------------------------

    def change(
        self,
        district: str,
        username: str,
        step: Callable[[Account], Account],
        *,
        act: Act | None = None,
        subject: Any = None,
        more: tuple[Write, ...] = (),
    ) -> Account:
        """Take a step on the account as it is; again when somebody else changed it meanwhile.

        A step that changes nothing writes nothing, unless there is an `act` or `more` to write.
        """

        def attempt() -> Account:
            known = self.get(district, username)
            after = step(known)
            if after == known and act is None and not more:
                return known
            after = replace(after, version=known.version + 1)
            condition = version_is(known.version) if known.version else MUST_NOT_EXIST
            put = Put(keys.account(district, username), account_item(after), condition)
            writes = [put, *_build_due_writes(district, known, after), *more]
            try:
                self._table.commit(writes, act=act, subject=subject)
            except ConditionFailed as failed:
                old = failed.first.old
                if old is None or read_account(old) != after:
                    raise Overtaken from failed
            return after

        return retry(attempt, SIGN_IN_SERVICE_BUSY)

    def postpone(self, district: str, known: Account, later: str) -> bool:
        """Move an account's due entry; false when somebody else changed the account meanwhile."""
        after = replace(known, due=later, version=known.version + 1)
        put = Put(
            keys.account(district, known.username), account_item(after), version_is(known.version)
        )
        try:
            self._table.commit([put, *_build_due_writes(district, known, after)])
        except ConditionFailed as failed:
            old = failed.first.old
            return old is not None and read_account(old) == after  # our own lost answer
        return True

    # -- all of them ------------------------------------------------------------------------------

    def want_all(self, district: str, at: str) -> None:
        """Have all accounts looked over for the first time; nothing when that was asked before."""
        state = Put(keys.accounts_state(district), {"bound": False, "due": at}, MUST_NOT_EXIST)
        self._table.try_commit([state, Put(keys.due(district, at, ALL, EVERY), {})])

    def look_later(self, district: str, known: AccountsState, later: str) -> bool:
        """Move the due entry; tell whether nobody else did already."""
        moved = Update(
            keys.accounts_state(district), {"due": later}, condition=attribute_is("due", known.due)
        )
        entries: list[Write] = [
            Delete(keys.due(district, known.due, ALL, EVERY)),
            Put(keys.due(district, later, ALL, EVERY), {}),
        ]
        return self._table.try_commit([moved, *entries])

    def end_all(self, district: str, known: AccountsState) -> None:
        """Note that all were looked over, unless that was asked for again meanwhile."""
        done = Update(
            keys.accounts_state(district),
            {"bound": True},
            remove=("due",),
            condition=attribute_is("due", known.due),
        )
        self._table.try_commit([done, Delete(keys.due(district, known.due, ALL, EVERY))])

    def bind_missing(self, district: str, accounts: Iterable[Account]) -> None:
        """Bind accounts to their persons where the name is nobody's yet."""
        puts = [
            Put(keys.account(district, each.username), account_item(each), MUST_NOT_EXIST)
            for each in accounts
        ]
        if puts:
            self._table.commit_missing(puts)

    def bind_operator(self, district: str, username: str, sub: str) -> None:
        """Bind an operators' entry that no subject was noted for."""
        condition = MUST_EXIST & attribute_missing("sub")
        change = Update(keys.operator(district, username), {"sub": sub}, condition=condition)
        self._table.try_commit([change])


def look_over(district: str, at: str) -> list[Write]:
    """Return the writes that have all accounts looked over, to go with what makes it necessary."""
    return [
        Update(keys.accounts_state(district), {"due": at}),
        Put(keys.due(district, at, ALL, EVERY), {}),
    ]


def _build_due_writes(district: str, old: Account, new: Account) -> list[Write]:
    writes: list[Write] = []
    if old.due and old.due != new.due:
        writes.append(Delete(keys.due(district, old.due, ONE, old.username)))
    if new.due and old.due != new.due:
        writes.append(Put(keys.due(district, new.due, ONE, new.username), {}))
    return writes
