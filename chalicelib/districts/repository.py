"""Where district settings and sign-ins are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.errors import stale
from chalicelib.storage import keys
from chalicelib.storage.attributes import Item
from chalicelib.storage.conditions import MUST_NOT_EXIST, Put, version_is
from chalicelib.storage.keys import Key
from chalicelib.storage.table import ConditionFailed, Table

from .model import District, SignIn

if TYPE_CHECKING:
    from chalicelib.acts import Act


class DistrictRepository:
    """One item for the settings, one per sign-in name and source."""

    def __init__(self, table: Table) -> None:
        """Use this table."""
        self._table = table

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

    def sign_in(self, district: str, username: str) -> SignIn | None:
        """Find who signs in under this name: the roster's entry, the operators', or both as one."""
        return self.admission(district, username)[0]

    def admission(self, district: str, username: str) -> tuple[SignIn | None, District | None]:
        """Find who signs in, and the district's settings if they were changed, in one call."""
        roster, operator = keys.sign_in(district, username), keys.operator(district, username)
        settings = keys.district(district)
        found = self._table.get_many([roster, operator, settings], consistent=False)
        return self._joined(found, roster, operator), read_district(found.get(settings))

    @staticmethod
    def _joined(found: dict[Key, Item], roster: Key, operator: Key) -> SignIn | None:
        known = [
            SignIn.model_validate_json(found[k]["doc"]) for k in (roster, operator) if k in found
        ]
        enabled = [each for each in known if each.enabled]
        if not enabled:
            return None
        return enabled[0].joined(enabled[1]) if len(enabled) == 2 else enabled[0]  # noqa: PLR2004

    def save_operator(self, district: str, sign_in: SignIn) -> None:
        """Write the operators' entry; the same again changes nothing."""
        item = {"doc": sign_in.model_dump_json()}
        self._table.commit([Put(keys.operator(district, sign_in.username), item)])


def read_district(item: Item | None) -> District | None:
    """Read the settings from their item, if they were ever changed."""
    return District.model_validate_json(item["doc"]) if item else None


def roster_sign_in(district: str, sign_in: SignIn) -> Put:
    """Give the write of the roster's entry, to go with the person's own."""
    return Put(keys.sign_in(district, sign_in.username), {"doc": sign_in.model_dump_json()})
