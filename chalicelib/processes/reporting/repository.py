"""The store of reports of locked processes, with their states."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chalicelib.processes.repository import read_report
from chalicelib.reports.retry_schedule import due_entries
from chalicelib.storage import keys
from chalicelib.storage.conditions import MUST_NOT_EXIST, Put, Write, attribute_is
from chalicelib.storage.table import Repository

from .model import REPORT, Pending, pending


def report_writes(district: str, process: str, kept: Pending) -> list[Write]:
    """Return the writes of a new, pending report and of its due entry."""
    put = Put(keys.process_report(district, process), _item(kept), MUST_NOT_EXIST)
    return [put, *due_entries(district, REPORT, process, "", kept.due)]


class ReportRepository(Repository):
    """Reports of locked processes."""

    def get(self, district: str, process: str) -> Pending | None:
        """Read the state of a report."""
        item = self._table.get(keys.process_report(district, process))
        return pending(read_report(item)) if item else None

    def move(self, district: str, process: str, before: Pending, after: Pending) -> bool:
        """Write the state of a report; false when it is not as it was."""
        key = keys.process_report(district, process)
        same = attribute_is("due", before.due) & attribute_is("state", before.report.state)
        change = Put(key, _item(after), same)
        moved = due_entries(district, REPORT, process, before.due, after.due)
        return self._table.try_commit([change, *moved])

    def add_mails(self, puts: Sequence[Put]) -> None:
        """Write the mails to the recipients, except those that are there already."""
        self._table.commit_missing(puts)


def _item(kept: Pending) -> dict[str, Any]:
    return {"state": kept.report.state, "due": kept.due, "doc": kept.doc()}
