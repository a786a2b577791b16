"""A new process begins with what an old one learned: its goals' and its strategies' texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.processes.model import Opened, PageName
from chalicelib.processes.pages.model import Page, Row, Stamp, read_page
from chalicelib.processes.pages.repository import page_put

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.processes.model import Process
    from chalicelib.storage.conditions import Put

TAKEN = (PageName.GOALS, PageName.STRATEGIES)
"""What holds for other students too. Analysis and reflection are read in the library."""


def started_from(source: Opened, process: Process, act: Act) -> tuple[Opened, list[Put]]:
    """Give a new process with the texts of an old one, and the writes of its pages."""
    stamp = Stamp.of(act, 1)
    taken = [_page(source, name, stamp, process) for name in TAKEN]
    written = {page.name.value: page for page in taken if any(page.texts())}
    begun = process.begun | written.keys()
    after = process.model_copy(update={"started_from": source.id, "begun": begun})
    pages = {name: (page.model_dump_json(), page.version) for name, page in written.items()}
    puts = [page_put(act.district, process.id, page) for page in written.values()]
    return Opened(after, pages=pages), puts


def _page(source: Opened, name: PageName, stamp: Stamp, process: Process) -> Page:
    page = read_page(name, source.pages).copied(stamp)
    if source.process.levels.many == process.levels.many:
        return page
    return page.model_copy(update={"rows": tuple(map(_for_all, page.rows))})


def _for_all(row: Row) -> Row:
    """Leave out for which levels a strategy was: the new team has others."""
    kept = {name: each for name, each in row.fields.items() if name != "levels"}
    return row.model_copy(update={"fields": kept})
