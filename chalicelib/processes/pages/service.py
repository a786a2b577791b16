"""The pages of a data team: read one, write on it, remove texts that lie beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chalicelib.errors import stale
from chalicelib.processes import refusals
from chalicelib.processes.model import PageName, Process, ProcessSnapshot
from chalicelib.processes.moves import ProcessMove, after
from chalicelib.processes.pages.model import (
    MOST_ASIDES,
    Aside,
    ProcessPage,
    Stamp,
    aside_of,
    read_asides,
    read_page,
)
from chalicelib.storage.optimistic import retry
from chalicelib.teams.model import TeamRole

from .conflicts import build_page_conflict
from .merging import MergedPage, PageEdits, merge
from .repository import PageRepository
from .validation import check_edits, check_page

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.processes.service import Processes


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page as one person sees it, with its asides."""

    process: Process
    page: ProcessPage
    asides: tuple[Aside, ...]
    person: str
    role: TeamRole

    @property
    def id(self) -> str:
        """Its id in the audit trail."""
        return f"{self.process.id}.{self.page.name}"

    @property
    def version(self) -> int:
        return self.page.version

    @property
    def allowed(self) -> tuple[str, ...]:
        """The moves that this person may make."""
        may = ProcessMove.SAVE_PAGE in self.process.list_allowed(self.role)
        return (ProcessMove.SAVE_PAGE.value,) if may else ()

    def may_remove(self, aside: Aside) -> bool:
        """Return whether this person may remove an aside: its author and leaders may."""
        mine = aside.by == self.person or self.role == TeamRole.LEADER
        return mine and bool(self.allowed)


class Pages:
    """The pages that data teams write together."""

    def __init__(self, repository: PageRepository, processes: Processes) -> None:
        """Use these."""
        self._repository = repository
        self._processes = processes

    def read(self, caller: Caller, process: str, page: str) -> OpenPage:
        """Read a page; at version 0 nobody has written on it. Raises `NotFound`."""
        name = _name(page)
        opened, role = self._processes.load(caller, process)
        return _open_page(caller, opened, role, read_page(name, opened.pages))

    def save(self, act: Act, process: str, page: str, version: int, edits: PageEdits) -> OpenPage:
        """Write on a page that was seen at `version`; what colleagues wrote elsewhere on it stays.

        Raises `Conflict` (`page_changed_meanwhile`) where their text differs: then the page does
        not change, and the sent text is kept beside it.
        """
        name = _name(page)

        def attempt() -> OpenPage:
            opened, role = self._processes.load(act.caller, process)
            after(opened.process.state, ProcessMove.SAVE_PAGE, role)
            check_edits(name, edits, opened.process.levels.many)
            present = _open_page(act.caller, opened, role, read_page(name, opened.pages))
            return self._save_edits(act, present, version, edits)

        return retry(attempt, refusals.PAGE_BUSY)

    def remove_aside(self, act: Act, process: str, page: str, aside: str, version: int) -> None:
        """Remove texts that are set aside on a page. Raises `NotFound`, `Forbidden`, `Stale`."""
        name = _name(page)

        def attempt() -> None:
            opened, role = self._processes.load(act.caller, process)
            after(opened.process.state, ProcessMove.SAVE_PAGE, role)
            shown = _open_page(act.caller, opened, role, read_page(name, opened.pages))
            found = _removable(shown, aside, version)
            self._repository.remove(act, opened.process, shown.page, found)

        retry(attempt, refusals.PAGE_BUSY)

    # -- steps ------------------------------------------------------------------------------------

    def _save_edits(self, act: Act, present: OpenPage, version: int, edits: PageEdits) -> OpenPage:
        if version > present.version:
            raise refusals.PAGE_VERSION_UNKNOWN(version=present.version)
        merged = merge(present.page, edits, version, Stamp.of(act, present.version + 1))
        if merged.clashes:
            self._refuse(act, present, version, merged, edits)
        if merged.page is present.page:
            return present
        check_page(merged.page)
        shown = replace(present, page=merged.page)
        self._repository.save(act, present.process, merged.page, shown)
        return shown

    def _refuse(
        self, act: Act, present: OpenPage, version: int, merged: MergedPage, edits: PageEdits
    ) -> None:
        """Keep texts that cannot be saved beside the page, while there is room, and raise."""
        page = present.page
        aside = aside_of(act, page.name, version, merged.unsaved)
        known = any(each.id == aside.id for each in present.asides)
        full = len(present.asides) >= MOST_ASIDES and not known
        if not (full or known):
            self._repository.keep(act, present.process, page, aside)
        beside = present.asides if full else None
        raise build_page_conflict(act.caller, merged, edits, aside, beside)


def _name(page: str) -> PageName:
    if page not in set(PageName):
        raise refusals.PAGE_NOT_FOUND()
    return PageName(page)


def _open_page(
    caller: Caller, opened: ProcessSnapshot, role: TeamRole, page: ProcessPage
) -> OpenPage:
    asides = tuple(read_asides(page.name, opened.asides))
    return OpenPage(opened.process, page, asides, caller.person, role)


def _removable(shown: OpenPage, aside: str, version: int) -> Aside:
    found = next((each for each in shown.asides if each.id == aside), None)
    if found is None:
        raise refusals.SET_ASIDE_TEXT_NOT_FOUND()
    if not shown.may_remove(found):
        raise refusals.NOT_YOUR_TEXT()
    if version != found.version:
        raise stale("set-aside text", found.version)
    return found
