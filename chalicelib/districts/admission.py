"""The person that a token lets in, as roster and operators know them, read in one call."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from chalicelib.storage import keys
from chalicelib.storage.table import Repository, Table

from .accounts.sign_in_names import SignInName, build_sign_in_name, places

if TYPE_CHECKING:
    from chalicelib.storage.attributes import Item

    from .accounts.model import Account, Holder
    from .sign_in_entry import SignIn


class Admission(NamedTuple):
    """The facts about a token's holder."""

    account: Account
    person: SignIn | None
    """The person that the account lets in."""
    zone: str
    """The district's time zone; blank while nobody has changed the settings."""


class AdmissionRepository(Repository):
    """Reads the facts about a token's holder. Of the settings it needs the zone alone."""

    def find(self, district: str, holder: Holder) -> Admission:
        """Find the account's owner, the person it lets in, and the district's zone, in one call.

        Nobody is let in unless name and subject are of one account.
        """
        known, items = read_places(self._table, district, holder.username)
        own = merge_entries(known) if known.account.has(holder.sub) else None
        settings = items.get(keys.district(district))
        zone = json.loads(settings["doc"])["time_zone"] if settings else ""
        return Admission(known.account, own, zone)


def read_places(
    table: Table, district: str, username: str
) -> tuple[SignInName, dict[keys.Key, Item]]:
    """Read a sign-in name's facts, and the settings' item, in one call."""
    wanted = [*places(district, username), keys.district(district)]
    items = table.get_many(wanted, consistent=False)
    return build_sign_in_name(district, username, items), items


def merge_entries(known: SignInName) -> SignIn | None:
    """Add up what roster and operators make of the account's person."""
    if not known.account.enabled:
        return None
    roster = known.roster if known.is_the_rosters else None
    operator = known.operator if known.is_the_operators else None
    if roster is None or operator is None:
        return roster or operator
    return roster.merge(operator)
