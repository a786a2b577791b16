"""Where printouts are kept: one item each, until it expires."""

from __future__ import annotations

from chalicelib.acts import Act
from chalicelib.clock import from_instant
from chalicelib.storage import keys
from chalicelib.storage.conditions import MUST_NOT_EXIST, Put, Update, version_is
from chalicelib.storage.table import Repository

from .printout import KIND, Printout, ShownPrintout
from .retry_schedule import due_entries


class PrintoutRepository(Repository):
    """Printouts."""

    def get(self, district: str, name: str) -> Printout | None:
        item = self._table.get(keys.printout(district, name))
        return Printout.model_validate_json(item["doc"]) if item else None

    def create(self, act: Act, made: Printout, shown: ShownPrintout) -> None:
        """Write a new one, and when the clock looks after it."""
        expires = int(from_instant(made.expires_at).timestamp())
        item = {"version": made.version, "doc": made.model_dump_json(), "expires": expires}
        key = keys.printout(act.district, made.id)
        due = due_entries(act.district, KIND, made.id, "", made.due)
        self._table.commit([Put(key, item, MUST_NOT_EXIST), *due], act=act, subject=shown)

    def move(self, district: str, before: Printout, after: Printout) -> bool:
        """Write the state of one; false when it is not as it was, or gone."""
        key = keys.printout(district, after.id)
        body = {"version": after.version, "doc": after.model_dump_json()}
        change = Update(key, body, condition=version_is(before.version))
        due = due_entries(district, KIND, after.id, before.due, after.due)
        return self._table.try_commit([change, *due])
