"""A coordinator's acts on roster imports: begin, look, apply, discard, go back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chalicelib.clock import instant
from chalicelib.errors import Conflict, Invalid, stale
from chalicelib.ids import new_id
from chalicelib.jobs.model import Job, JobState, percent
from chalicelib.observability import read_of_students
from chalicelib.paging import Page
from chalicelib.rosters import refusals
from chalicelib.rosters.documents import FORM
from chalicelib.uploads.refusals import DROPS_NOT_CONFIRMED

from .model import (
    CHECKS,
    KIND,
    LATE_LOOK,
    LOOK_AGAIN,
    RESTING,
    TRY_AGAIN,
    UNDER_WAY,
    UPLOAD_LIMIT,
    UPLOAD_TYPE,
    Roster,
    RosterImport,
    RosterImportState,
)
from .repository import RosterChanged, RosterImportRepository

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.jobs.service import Jobs
    from chalicelib.storage.files import Files


_AS_JOB = {
    RosterImportState.AWAITING_UPLOAD: (JobState.WAITING, "Waiting for the upload of the file."),
    RosterImportState.CHECKING: (JobState.RUNNING, "Checking the file."),
    RosterImportState.READY: (JobState.WAITING, "Checked. The import can be applied."),
    RosterImportState.HELD: (
        JobState.WAITING,
        "On hold. An admin must confirm what would be removed.",
    ),
    RosterImportState.REFUSED: (JobState.FAILED, "The file has errors. Nothing was applied."),
    RosterImportState.APPLYING: (JobState.RUNNING, "Applying the roster."),
    RosterImportState.APPLIED: (JobState.DONE, "The roster is in force."),
    RosterImportState.DISCARDED: (JobState.CANCELED, "The import was discarded."),
}


@dataclass(eq=False, repr=False)
class RosterImports:
    """Imports of one district's roster. Work that takes longer than a request is a job."""

    _repository: RosterImportRepository
    _files: Files
    _jobs: Callable[[], Jobs]

    # -- looking ----------------------------------------------------------------------------------

    def read(self, caller: Caller, import_id: str) -> RosterImport:
        """Read one. Raises `NotFound`. Leaves an audit line: its problems name people."""
        known = self._repository.get(caller.district, import_id)
        read_of_students(caller, "roster import", known.id)
        return known

    def newest(self, district: str, limit: int, after: Sequence[Any] | None) -> Page[RosterImport]:
        """Page through all, the newest first."""
        return self._repository.newest(district, limit, after)

    def roster(self, district: str) -> Roster:
        """Return which import is in force."""
        return self._repository.roster(district)

    def progress(self, district: str, import_id: str) -> Job:
        """Return how far an import is, as a job."""
        known = self._repository.get(district, import_id)
        state, message = _AS_JOB[known.state]
        done = known.total if known.state is RosterImportState.APPLIED else known.done
        share = 100 if state is JobState.DONE else percent(done, known.total) if known.total else 0
        links = {"import": f"/v1/roster-imports/{known.id}"}
        counts = {"done": done, "total": known.total}
        due = known.due if known.state in UNDER_WAY else ""
        return Job(KIND, known.id, state, min(share, 100), message, counts, links, due=due)

    def carry_on(self, import_id: str) -> None:
        """Have the worker look at an import soon: the fast path; a due entry stands behind it."""
        self._jobs().offer(KIND, import_id)

    def receive_file(self, import_id: str) -> None:
        """Have the worker look at the file that has come."""
        self.carry_on(import_id)

    # -- changing ---------------------------------------------------------------------------------

    def begin(self, act: Act, restores: str = "", *, joins: bool = False) -> RosterImport:
        """Begin an import: with a form for the upload, or to bring back an earlier one's roster.

        `joins`: records with one sign-in name are one person, whatever the district's setting says.
        """
        if restores:
            return self._begin_restoring(act, restores)
        new = self._new(act, RosterImportState.AWAITING_UPLOAD).model_copy(update={"joins": joins})
        form = self._files.upload_form(
            new.source_file, content_type=UPLOAD_TYPE, limit=UPLOAD_LIMIT
        )
        new = new.model_copy(update={"upload": form})
        self._repository.begin(act.district, new, act)
        return new

    def _begin_restoring(self, act: Act, restores: str) -> RosterImport:
        earlier = self._repository.get(act.district, restores)
        if earlier.state is not RosterImportState.APPLIED:
            raise refusals.IMPORT_NOT_APPLIED(pointer="/restores")
        if earlier.expired:
            raise refusals.ROSTER_NOT_KEPT(pointer="/restores")
        new = self._new(act, RosterImportState.CHECKING, restores=earlier.id)
        new = new.model_copy(update={"joins": earlier.joins})
        self._repository.begin(act.district, new, act)
        self.carry_on(new.id)
        return new

    def apply(
        self,
        act: Act,
        import_id: str,
        version: int,
        *,
        confirm_drops: bool,
        grants: Collection[str] = (),
    ) -> RosterImport:
        """Begin to apply a checked import; a held one only when its drops are confirmed.

        `grants` names people of `waiting` who become district administrators: nothing else does.

        If another roster was applied since the check, it can no longer be applied: its package must
        be imported again. An earlier roster is checked again automatically.
        """
        known = self._repository.get(act.district, import_id)
        _must_be_at(known, version)
        person = act.caller.person
        confirmed = person if known.state is RosterImportState.HELD else ""
        due = look_again(RosterImportState.APPLYING, act.at)
        new = known.move_to(
            RosterImportState.APPLYING,
            due,
            applied_by=person,
            confirmed_by=confirmed,
            grants=known.add_grants(grants),
            changes_file="" if grants or known.form != FORM else known.changes_file,
            form=FORM,
            base_form=known.there_before,
            done=0,
            attempts=0,
        )
        if known.state is RosterImportState.HELD and not confirm_drops:
            raise _must_confirm(known)
        try:
            self._repository.start(act.district, known, new, act)
        except RosterChanged as changed:
            self._begin_again(act, known)
            raise _build_changed_conflict(known) from changed
        self.carry_on(new.id)
        return new

    def discard(self, act: Act, import_id: str, version: int) -> RosterImport:
        """Give up an import; changes that were applied stay."""
        known = self._repository.get(act.district, import_id)
        _must_be_at(known, version)
        new = known.move_to(
            RosterImportState.DISCARDED,
            look_again(RosterImportState.DISCARDED, act.at),
            discarded_by=act.caller.person,
        )
        self._repository.move(act.district, known, new, act)
        self.carry_on(new.id)
        return new

    def _begin_again(self, act: Act, known: RosterImport) -> None:
        state = RosterImportState.CHECKING if known.restores else RosterImportState.DISCARDED
        new = known.move_to(state, look_again(state, act.at), attempts=0)
        self._repository.move(act.district, known, new)
        self.carry_on(new.id)

    def _new(self, act: Act, state: RosterImportState, restores: str = "") -> RosterImport:
        return RosterImport(
            id=new_id(),
            state=state,
            created_at=instant(act.at),
            created_by=act.caller.person,
            due=look_again(state, act.at),
            restores=restores,
        )


def look_again(state: RosterImportState, now: datetime) -> str:
    """Get when to look again at an import in this state; never, if nothing runs automatically."""
    return instant(now + LOOK_AGAIN[state]) if state in LOOK_AGAIN else ""


def try_again(known: RosterImport, now: datetime) -> str:
    """Return when to look again at an import whose time has come.

    A check is left alone for twice as long each time: a slow one may still go on.
    """
    if known.state is RosterImportState.AWAITING_UPLOAD:
        return instant(now + LATE_LOOK)
    if known.state is RosterImportState.CHECKING:
        return instant(now + LOOK_AGAIN[known.state] * 2 ** min(known.attempts + 1, CHECKS))
    return instant(now + TRY_AGAIN) if known.state in RESTING else look_again(known.state, now)


def _must_be_at(known: RosterImport, version: int) -> None:
    if known.version != version:
        raise stale("roster import", known.version)


def _must_confirm(known: RosterImport) -> Invalid:
    holds = (known.report or {}).get("holds", [])
    losses = " ".join(hold["message"] for hold in holds)
    return DROPS_NOT_CONFIRMED(pointer="/confirm_drops", losses=losses)


def _build_changed_conflict(known: RosterImport) -> Conflict:
    if known.restores:
        return refusals.ROSTER_CHANGED()
    return refusals.ROSTER_CHANGED_FILE_GONE()
