"""The state of a lock: in the process's head while its classes are closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.reporting.repository import report_writes
from chalicelib.processes.repository import head_put, read_process
from chalicelib.reports.retry_schedule import due_entries
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Check,
    Condition,
    Put,
    Update,
    Write,
    attribute_is,
    version_is,
)
from chalicelib.storage.table import Repository

from .model import LOCK, PATIENCE, first_due

if TYPE_CHECKING:
    from datetime import datetime

    from chalicelib.processes.model import PageName, Process
    from chalicelib.processes.reporting.model import Pending
    from chalicelib.storage.attributes import Item


@dataclass(frozen=True, slots=True)
class LockHead:
    """A process that is being locked, and when the clock looks after it."""

    process: Process
    due: str


def build_lock_writes(district: str, process: Process) -> list[Write]:
    """Return the writes that go with a process's move to `locking`."""
    return due_entries(district, LOCK, process.id, "", first_due(process))


def as_seen(district: str, process: str, versions: Mapping[PageName, int]) -> list[Check]:
    """Return the checks that nobody wrote on these pages since; 0: nobody had written on one."""
    return [
        Check(
            keys.process_page(district, process, name),
            version_is(version) if version else MUST_NOT_EXIST,
        )
        for name, version in versions.items()
    ]


class LockRepository(Repository):
    """Locks of processes."""

    def locking(self, district: str, process: str, found: str = "") -> LockHead | None:
        """Read a process that is being locked; none that is not.

        `found` is the due entry that the clock came upon: before its first move the head does not
        say when it is due, and release 0.3.0 left more time.
        """
        item = self._table.get(keys.process(district, process))
        if item is None or item["state"] != ProcessState.LOCKING:
            return None
        return _head(item, found)

    def postpone(self, district: str, head: LockHead, now: datetime) -> bool:
        """Look at it again later; false when somebody else moved it, or it is locked."""
        later = instant(now + PATIENCE)
        key = keys.process(district, head.process.id)
        move = Update(key, {"due": later}, condition=_as_read(head))
        return self._table.try_commit(
            [move, *due_entries(district, LOCK, head.process.id, head.due, later)]
        )

    def finish(
        self, district: str, head: LockHead, after: Process, report: Pending, also: Sequence[Write]
    ) -> bool:
        """Lock it, with its report to be made and `also`; false when the clock moved it."""
        put = head_put(district, after)
        assert put.condition is not None, "a head is written at the version before"
        guarded = Put(put.key, put.item, put.condition & _as_read(head))
        done = due_entries(district, LOCK, after.id, head.due, "")
        return self._table.try_commit(
            [guarded, *report_writes(district, after.id, report), *done, *also]
        )


def _head(item: Item, found: str) -> LockHead:
    process = read_process(item)
    return LockHead(process, item.get("due") or found or first_due(process))


def _as_read(head: LockHead) -> Condition:
    """Nobody moved its due entry since; before the first move the head says nothing of it."""
    same = attribute_is("due", head.due)
    unmoved = Condition(
        "due_is",
        f"attribute_not_exists(#due) OR {same.expression}",
        {**same.names, "#due": "due"},
        same.values,
    )
    return unmoved & attribute_is("state", ProcessState.LOCKING.value)
