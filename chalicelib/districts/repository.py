"""Where district settings and sign-ins are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.errors import stale
from chalicelib.storage import keys
from chalicelib.storage.attributes import Item
from chalicelib.storage.conditions import MUST_NOT_EXIST, Put, version_is
from chalicelib.storage.table import ConditionFailed, Repository

from .model import District
from .sign_in_entry import SignIn, write_sign_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chalicelib.acts import Act
    from chalicelib.storage.keys import Key


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
        from .admission import merge_entries, read_places  # reading settings needs none of it

        known, items = read_places(self._table, district, username)
        return merge_entries(known), read_district(items.get(keys.district(district)))

    def save_operator(self, district: str, sign_in: SignIn, sub: str) -> None:
        """Write the operators' entry for the account of this subject; again changes nothing."""
        item = {"doc": write_sign_in(sign_in), "sub": sub}
        self._table.commit([Put(keys.operator(district, sign_in.username), item)])


def read_district(item: Item | None) -> District | None:
    """Read the settings from their item, if they were ever changed."""
    return District.model_validate_json(item["doc"]) if item else None
