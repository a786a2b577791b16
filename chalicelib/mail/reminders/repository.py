"""Where reminders are kept: with their subject, an item for each day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalicelib.clock import from_instant
from chalicelib.mail.model import KEPT
from chalicelib.storage import keys
from chalicelib.storage.conditions import MUST_NOT_EXIST, Delete, Put, Write, version_is
from chalicelib.storage.optimistic import Overtaken
from chalicelib.storage.table import ConditionFailed, Repository

from .model import KIND, Reminder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from chalicelib.acts import Act
    from chalicelib.storage.attributes import Item


class ReminderRepository(Repository):
    """The reminders of a district."""

    def get(self, district: str, subject: str, day: str) -> Reminder | None:
        """Read the one of a day."""
        item = self._table.get(keys.reminder(district, subject, day))
        return _read(item) if item else None

    def last(self, district: str, subject: str) -> Reminder | None:
        """Read the one of the last day on which there was any."""
        partition = keys.reminder(district, subject, "").pk
        items = self._table.query(partition, limit=1, forward=False).items
        return _read(items[0]) if items else None

    def several(self, district: str, subjects: Iterable[str], day: str) -> dict[str, Reminder]:
        """Read the reminders of a day, by their subject: a hundred a call."""
        wanted = [keys.reminder(district, subject, day) for subject in subjects]
        found = map(_read, self._table.get_many(wanted).values()) if wanted else ()
        return {each.subject: each for each in found}

    def ask(self, act: Act, was: Reminder | None, now: Reminder) -> None:
        """Store a request in place of the reminder `was`, if any. Raises `Overtaken`."""
        self.ask_all(act, [(was, now)], now)

    def ask_all(
        self, act: Act, moves: Sequence[tuple[Reminder | None, Reminder]], shown: Any
    ) -> None:
        """Note that somebody asks, for all or for none of these. Raises `Overtaken`."""
        writes = [each for was, now in moves for each in _writes(act.district, was, now)]
        try:
            self._table.commit(writes, act=act, subject=shown)
        except ConditionFailed as failed:
            raise Overtaken from failed

    def move(self, district: str, was: Reminder, now: Reminder) -> bool:
        """Write how far it is; false when somebody asked again meanwhile, or another was faster."""
        return self._table.try_commit(_writes(district, was, now))

    def add_mails(self, puts: Sequence[Put]) -> None:
        """Write emails, leaving those alone that are there already."""
        self._table.commit_missing(puts)


def _writes(district: str, was: Reminder | None, now: Reminder) -> list[Write]:
    item = {
        "version": now.version,
        "doc": now.model_dump_json(exclude={"version"}),
        "expires": int((from_instant(now.at) + KEPT).timestamp()),
    }
    condition = version_is(was.version) if was else MUST_NOT_EXIST
    writes: list[Write] = [Put(keys.reminder(district, now.subject, now.day), item, condition)]
    before = was.due if was else ""
    if before and before != now.due:
        writes.append(Delete(keys.due(district, before, KIND, now.id)))
    if now.due and before != now.due:
        writes.append(Put(keys.due(district, now.due, KIND, now.id), {}))
    return writes


def _read(item: Item) -> Reminder:
    return Reminder.model_validate_json(item["doc"]).model_copy(update={"version": item["version"]})
