"""Where district settings and sign-ins are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.errors import stale
from chalicelib.storage import keys
from chalicelib.storage.attributes import Item
from chalicelib.storage.conditions import MUST_NOT_EXIST, Put, version_is
from chalicelib.storage.table import ConditionFailed, Repository

from .model import District, SignIn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chalicelib.acts import Act
    from chalicelib.storage.keys import Key

    from .accounts.model import Account, Holder
    from .accounts.repository import SignInName


class DistrictRepository(Repository):
    """One item for the settings, one per sign-in name and source."""

    def district_along(
        self, district: str, others: Iterable[Key]
    ) -> tuple[District | None, dict[Key, Item]]:
        """Read the settings together with other items: one call per hundred."""
        settings = keys.district(district)
        found = self._table.get_many([settings, *others])
        return read_district(found.get(settings)), found

    def district(self, district: str) -> District | None:
        """Read the settings, if they were ever changed."""
        return read_district(self._table.get(keys.district(district)))

    def save(self, district: District, act: Act) -> None:
        """Write the settings; they must still be at the version before."""
        was = district.version - 1
        item = {"version": district.version, "doc": district.model_dump_json()}
        condition = version_is(was) if was else MUST_NOT_EXIST
        try:
            self._table.commit(
                [Put(keys.district(district.id), item, condition)], act=act, subject=district
            )
        except ConditionFailed as failed:
            old = failed.first.old
            raise stale("district", old["version"] if old else 0) from failed

    def sign_in(self, district: str, username: str) -> tuple[SignIn | None, District | None]:
        """Find the person that this name's account lets in, and changed settings, in one call.

        By the roster's entry, the operators', or both as one.
        """
        from .accounts.repository import (  # reading settings needs none of it
            build_sign_in_name,
            places,
        )

        settings = keys.district(district)
        items = self._table.get_many([*places(district, username), settings], consistent=False)
        return _merge_sign_ins(build_sign_in_name(district, username, items)), read_district(
            items.get(settings)
        )

    def admission(
        self, district: str, holder: Holder
    ) -> tuple[Account, SignIn | None, District | None]:
        """Find the account's owner, the person it lets in, and changed settings, in one call.

        Nobody is let in unless name and subject are of one account.
        """
        from .accounts.repository import build_sign_in_name, places

        settings = keys.district(district)
        wanted = [*places(district, holder.username), settings]
        found = self._table.get_many(wanted, consistent=False)
        known = build_sign_in_name(district, holder.username, found)
        own = _merge_sign_ins(known) if known.account.has(holder.sub) else None
        return known.account, own, read_district(found.get(settings))

    def save_operator(self, district: str, sign_in: SignIn, sub: str) -> None:
        """Write the operators' entry for the account of this subject; again changes nothing."""
        item = {"doc": sign_in.model_dump_json(), "sub": sub}
        self._table.commit([Put(keys.operator(district, sign_in.username), item)])


def read_district(item: Item | None) -> District | None:
    """Read the settings from their item, if they were ever changed."""
    return District.model_validate_json(item["doc"]) if item else None


def _merge_sign_ins(known: SignInName) -> SignIn | None:
    """Add up what roster and operators make of the account's person."""
    if not known.account.enabled:
        return None
    roster = known.roster if known.is_the_rosters else None
    operator = known.operator if known.is_the_operators else None
    if roster is None or operator is None:
        return roster or operator
    return roster.merge(operator)
