"""A district's library, as all of its staff use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from chalicelib.paging import Page
from chalicelib.processes import refusals
from chalicelib.processes.analytics.comparison import ComparedRow, compare
from chalicelib.processes.analytics.growth import Growth
from chalicelib.processes.analytics.model import Withheld
from chalicelib.processes.model import PageName, Process, ProcessSnapshot
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.pages import model as pages
from chalicelib.processes.suppression.model import Hidden, are_all_tested_shown

from .model import LibraryEntry, Search, entry_of, growth_of, matches
from .repository import LibraryRepository, entry_put

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.processes.repository import ProcessRepository
    from chalicelib.storage.conditions import Write


AT_MOST = 2_000
"""Entries that are looked at for one page: then it ends, and the next one goes on."""


@dataclass(frozen=True, slots=True)
class LibraryBook:
    """A locked process as the library shows it: its texts, and its team as a whole.

    `averages` is None below five students with both tests, and `growth` is withheld too; those of
    all who were `tested` are left out where they would reveal students who took one test only. So
    they are where it would reveal students of one school (`hidden`).
    """

    process: Process
    pages: tuple[pages.ProcessPage, ...]
    averages: ComparedRow | None
    growth: Growth | Withheld
    hidden: Hidden

    @property
    def tells_of_all(self) -> bool:
        """Return whether the averages of all tested can stand beside those with both tests."""
        return self.averages is not None and are_all_tested_shown(self.hidden)

    @property
    def id(self) -> str:
        """The process's id."""
        return self.process.id

    @property
    def version(self) -> int:
        """The process's last version."""
        return self.process.version


class Library:
    """The locked processes of a district."""

    def __init__(self, repository: LibraryRepository, processes: ProcessRepository) -> None:
        """Use these."""
        self._repository = repository
        self._processes = processes

    def find(
        self, caller: Caller, wanted: Search, limit: int, after: Sequence[Any] | None
    ) -> Page[LibraryEntry]:
        """Search, the newest first. A page may hold fewer than asked for, and not be the last."""
        behind = (after[0], after[1]) if after else None
        found: list[LibraryEntry] = []
        looked: LibraryEntry | None = None
        waiting = self._repository.newest_first(caller.district, behind)
        for entry in islice(waiting, AT_MOST):
            if matches(entry, wanted):
                if len(found) == limit:
                    return Page(found, _position(found[-1]))
                found.append(entry)
            looked = entry
        more = next(waiting, None) is not None
        return Page(found, _position(looked) if more and looked else None)

    def read(self, caller: Caller, process: str) -> LibraryBook:
        """Open a locked process: its team as a whole, nothing of any student. Raises `NotFound`."""
        opened = self._read_locked(caller.district, process)
        if opened is None:
            raise refusals.PROCESS_NOT_FOUND()
        process_, levels = opened.process, opened.process.levels
        growth, hidden = growth_of(opened)
        shown = not isinstance(growth, Withheld)
        return LibraryBook(
            process=process_,
            pages=tuple(pages.read_page(name, opened.pages) for name in PageName),
            averages=compare(opened.scores, levels, process_.rules).team if shown else None,
            growth=growth,
            hidden=hidden,
        )

    def source(self, district: str, process: str) -> ProcessSnapshot:
        """Read the process that a new one is to start from. Raises `Invalid`."""
        opened = self._read_locked(district, process)
        if opened is None:
            raise refusals.NOT_IN_LIBRARY(pointer="/started_from")
        return opened

    def build_entry_writes(self, district: str, opened: ProcessSnapshot) -> list[Write]:
        """Return the write that goes with locking a process: its entry."""
        return [entry_put(district, entry_of(opened))]

    def _read_locked(self, district: str, process: str) -> ProcessSnapshot | None:
        opened = self._processes.open(district, process)
        return opened if opened and opened.process.state == ProcessState.LOCKED else None


def _position(entry: LibraryEntry) -> tuple[str, str]:
    return entry.locked, entry.id
