"""An administrator's acts on work that waits: look at it, and try it now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from chalicelib.jobs import refusals
from chalicelib.jobs.model import DueEntry, split
from chalicelib.paging import Page, cut

from .model import WaitingJob, WaitingState, find_state

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.jobs.service import Jobs
    from chalicelib.storage.table import Table

HORIZON = timedelta(days=800)
"""A little more than what can be scheduled."""


class WaitingJobs:
    """The due entries of a district, as work."""

    def __init__(self, jobs: Callable[[], Jobs], table: Table) -> None:
        """Ask these."""
        self._jobs = jobs
        self._table = table

    def listing(self, now: datetime, limit: int, after: Sequence[Any] | None) -> Page[WaitingJob]:
        """List what waits, the longest due first: a Query per MB."""
        entries = self._jobs().waiting(now + HORIZON)
        page = cut(entries, limit, after, lambda each: (each.at, each.kind, each.id))
        return Page([self._show_entry(each, now) for each in page.items], page.after)

    def try_now(self, act: Act, name: str) -> WaitingJob:
        """Continue work at once. Raises `NotFound`; `Conflict` where its time has not come.

        Its idempotent worker is called once more; its entry stays.
        """
        kind, reference = split(name)
        entries = self._jobs().waiting(act.at + HORIZON)
        entry = next((one for one in entries if (one.kind, one.id) == (kind, reference)), None)
        if entry is None:
            raise refusals.JOB_NOT_FOUND()
        found = self._show_entry(entry, act.at)
        if not found.can_be_tried:
            raise refusals.JOB_HAS_ITS_TIME()
        if not self._jobs().hurry(entry):
            raise refusals.QUEUE_BUSY()
        self._table.commit([], act=act, subject=found)
        return found

    def _show_entry(self, entry: DueEntry, now: datetime) -> WaitingJob:
        state, jobs = find_state(entry, now), self._jobs()
        may = jobs.may_hurry(entry.kind, is_due=state != WaitingState.LATER)
        return WaitingJob(entry, state, may, jobs.is_read(entry.kind))
