"""A sign-in name: its account, and the entries of roster and operators, as they are kept.

The authorizer reads these in a process of its own, without what changes accounts.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from chalicelib.districts.sign_in_entry import SignIn, read_sign_in
from chalicelib.storage import keys

from .model import Account

if TYPE_CHECKING:
    from chalicelib.storage.attributes import Item


@dataclass(frozen=True, slots=True)
class SignInName:
    """A sign-in name: its account, and the people that roster and operators let in with it."""

    account: Account
    roster: SignIn | None
    operator: SignIn | None
    operator_sub: str = ""

    @property
    def may_sign_in(self) -> bool:
        """Return whether roster or operators let the account's own person in."""
        return self.is_the_rosters or self.is_the_operators

    @property
    def is_the_rosters(self) -> bool:
        """Return whether the roster's entry of this name is the account's person's."""
        return bool(self.roster and self.roster.enabled and self.account.is_of(self.roster.person))

    @property
    def is_the_operators(self) -> bool:
        """Return whether the operators' entry of this name was made for this very account."""
        return bool(self.operator and self.operator.enabled and self.account.has(self.operator_sub))


def places(district: str, username: str) -> tuple[keys.Key, keys.Key, keys.Key]:
    """Return the keys of a sign-in name's facts: account, roster's entry, operators' entry."""
    return (
        keys.account(district, username),
        keys.sign_in(district, username),
        keys.operator(district, username),
    )


def build_sign_in_name(district: str, username: str, items: dict[keys.Key, Item]) -> SignInName:
    """Read the facts about a name from the items at its places."""
    account, roster, operator = (items.get(place) for place in places(district, username))
    return SignInName(
        read_account(account) if account else Account(username=username.lower()),
        read_sign_in(roster["doc"]) if roster else None,
        read_sign_in(operator["doc"]) if operator else None,
        operator.get("sub", "") if operator else "",
    )


def account_item(account: Account) -> Item:
    """Return an account as it is kept, without what is as by default."""
    known = ((each, getattr(account, each.name)) for each in fields(account))
    doc = {each.name: value for each, value in known if value != each.default}
    return {"version": doc.pop("version", 0), "doc": json.dumps(doc, ensure_ascii=False)}


def read_account(item: Item) -> Account:
    """Read an account from its item."""
    known = json.loads(item["doc"])
    facts = {name: known[name] for name in Account.__slots__ if name in known}
    return Account(**{**facts, "version": item["version"]})
