"""A new process begins with what an old one learned: its goals' and its strategies' texts.

The old one's tests are suggested, for the leader to attach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from chalicelib.processes.model import Attached, PageName, ProcessSnapshot, ProcessTest, TestOrigin
from chalicelib.processes.pages.model import ProcessPage, Stamp, StrategyRow, read_page
from chalicelib.processes.pages.repository import page_put

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.processes.model import Process
    from chalicelib.storage.conditions import Put

TAKEN = (PageName.GOALS, PageName.STRATEGIES)
"""The pages that also suit other students. Analysis and reflection are read in the library."""


def start_from(
    source: ProcessSnapshot, process: Process, act: Act, may_attach: Callable[[str], bool]
) -> tuple[ProcessSnapshot, list[Put]]:
    """Return a new process with the texts of an old one, and the writes of its pages.

    `may_attach` returns whether its leader may attach an assessment.
    """
    stamp = Stamp.of(act, 1)
    taken = [_page(source, name, stamp, process) for name in TAKEN]
    written = {page.name.value: page for page in taken if any(page.texts())}
    begun = process.begun | written.keys()
    suggested = {test: given for test, given in _tests(source) if may_attach(given.assessment)}
    changes = {"started_from": source.id, "suggested": suggested, "begun": begun}
    after = process.model_copy(update=changes)
    pages = {name: (page.model_dump_json(), page.version) for name, page in written.items()}
    puts = [page_put(act.district, process.id, page) for page in written.values()]
    return ProcessSnapshot(after, pages=pages), puts


def _tests(source: ProcessSnapshot) -> Iterator[tuple[ProcessTest, Attached]]:
    """Yield its tests; of a second sitting the test that was given twice."""
    pre, post = source.process.pre, source.process.post
    if pre is not None:
        yield ProcessTest.PRE, pre
    if post is not None:
        twice = pre is not None and post.how == TestOrigin.SAME
        yield (
            ProcessTest.POST,
            pre.model_copy(update={"how": TestOrigin.SAME}) if pre and twice else post,
        )


def _page(source: ProcessSnapshot, name: PageName, stamp: Stamp, process: Process) -> ProcessPage:
    page = read_page(name, source.pages).copy_texts(stamp)
    if source.process.levels.many == process.levels.many:
        return page
    return page.model_copy(update={"rows": tuple(map(_for_all, page.rows))})


def _for_all(row: StrategyRow) -> StrategyRow:
    """Leave out for which levels a strategy was: the new team has others."""
    kept = {name: each for name, each in row.fields.items() if name != "levels"}
    return row.model_copy(update={"fields": kept})
