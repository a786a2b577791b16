"""Where pages and asides are kept: with their process, which must be open for every write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chalicelib.processes.pages.model import Aside, ProcessPage
from chalicelib.processes.repository import beginning, still_open
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_EXIST,
    MUST_NOT_EXIST,
    Delete,
    Put,
    Write,
    version_is,
)
from chalicelib.storage.optimistic import Overtaken
from chalicelib.storage.table import ConditionFailed, Repository

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.processes.model import Process


class PageRepository(Repository):
    """The shared pages of processes, and their asides."""

    def save(self, act: Act, process: Process, page: ProcessPage, shown: Any) -> None:
        """Write a page that must still be at the version before, in a process that is open.

        Raises `Overtaken`. After our own lost answer too: read again, the page is as it was meant.
        """
        put = page_put(act.district, process.id, page)
        self._commit([put, beginning(act.district, process, page.name)], act, shown)

    def keep(self, act: Act, process: Process, page: ProcessPage, aside: Aside) -> None:
        """Keep texts beside a page of an open process; once, however often. Raises `Overtaken`."""
        key = keys.process_aside(act.district, process.id, page.name, aside.id)
        put = Put(key, {"doc": aside.model_dump_json()}, MUST_NOT_EXIST)
        # the request is refused all the same, so a repeat of it has no answer to be given again
        writes: list[Write] = [put, still_open(act.district, process.id)]
        self._commit(writes, replace(act, key=None), aside)

    def remove(self, act: Act, process: Process, page: ProcessPage, aside: Aside) -> None:
        """Remove texts that are set aside on a page of an open process. Raises `Overtaken`."""
        key = keys.process_aside(act.district, process.id, page.name, aside.id)
        writes: list[Write] = [Delete(key, MUST_EXIST), still_open(act.district, process.id)]
        self._commit(writes, act, aside)

    def _commit(self, writes: list[Write], act: Act, shown: Any) -> None:
        try:
            self._table.commit(writes, act=act, subject=shown)
        except ConditionFailed as failed:
            raise Overtaken from failed


def page_put(district: str, process: str, page: ProcessPage) -> Put:
    """Return the write of a page, on the condition that it is at the version before."""
    condition = version_is(page.version - 1) if page.version > 1 else MUST_NOT_EXIST
    item = {"version": page.version, "doc": page.model_dump_json()}
    return Put(keys.process_page(district, process, page.name), item, condition)
