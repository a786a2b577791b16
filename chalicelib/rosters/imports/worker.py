"""The worker behind imports: in any state it does the next step and survives any crash.

Called with a message, or by the clock; any number of times, also at once. Checking ends in one
conditional write. Applying takes a lease, and counts its progress in the very transactions of its
changes, so that the next worker knows the finished steps and a late one changes nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chalicelib.clock import Clock, from_instant, instant
from chalicelib.errors import NotFound, Stale
from chalicelib.ids import new_id
from chalicelib.jobs.due_work import DueWork
from chalicelib.observability import facts
from chalicelib.rosters.documents import FORM
from chalicelib.rosters.workbench import workbench
from chalicelib.uploads.service import Look, WatchResult, watch

from .changed_classes import ChangedOfferings
from .check_files import FILES, keep_changes, keep_findings
from .document_writes import fill_transactions
from .model import (
    ABANDONED_AFTER,
    CHECKS,
    COMPARING,
    LEASE,
    NEXT,
    OUTCOME,
    RESTING,
    SHOWN_PROBLEMS,
    TRY_AGAIN,
    Grant,
    Roster,
    RosterImport,
    RosterImportState,
)
from .repository import ImportFenced, RosterImportRepository
from .service import RosterImports, look_again, try_again

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from chalicelib.districts.accounts.service import Accounts
    from chalicelib.districts.service import Districts
    from chalicelib.jobs.model import DueEntry, Message
    from chalicelib.jobs.service import Jobs
    from chalicelib.rosters.model import Offering
    from chalicelib.rosters.ports import Followers, KeptSheets, Renewing
    from chalicelib.rosters.store import RosterStore
    from chalicelib.storage.files import Files

CHANGES = 99
"""Changes of a transaction; the hundredth action counts them."""
TOGETHER = 100
"""Trackers, or rows of processes, that are read together."""
ASKED_FOR_SHEETS = 500
"""Classes whose result sheets are counted before an import is held: a Query each."""
PATIENCE = 200.0
"""Seconds after which a worker hands over to the next; its function has 300."""


@dataclass(frozen=True, slots=True)
class Lease:
    """One worker's claim on an import that it applies."""

    district: str
    import_id: str
    holder: str


@dataclass(eq=False, repr=False)
class RosterWorker(DueWork[RosterImport]):
    """Does what imports wait for, with `_at_once` changes a transaction.

    Followers are brought in step with the classes once those are written, and what is renewing
    later. Sheets are counted where classes would go.
    """

    _repository: RosterImportRepository
    _imports: RosterImports
    _files: Files
    _districts: Districts
    _accounts: Accounts
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str
    _followers: Callable[[], Sequence[Followers]]
    _renewing: Callable[[], Renewing]
    _sheets: Callable[[], KeptSheets]
    _at_once: int = CHANGES
    _monotonic: Callable[[], float] = time.monotonic

    def run(self, message: Message) -> None:
        """Do the next step of the import that a message names."""
        known = self._repository.get(self._district, message["id"])
        step = {
            RosterImportState.AWAITING_UPLOAD: self._look_for_upload,
            RosterImportState.CHECKING: self._check,
            RosterImportState.APPLYING: self._apply,
        }.get(known.state, self._tidy)
        step(known)

    def find_due(self, entry: DueEntry) -> RosterImport | None:
        with suppress(NotFound):
            return self._repository.get(self._district, entry.id)
        return None

    def look_after(self, _: DueEntry, found: RosterImport) -> bool:
        """Check whether an import continued; if not, continue it."""
        now = self._clock.now()
        seen = self._look_for_file(found, now)
        if seen.look is Look.WAIT:
            return False
        later = found.model_copy(
            update={"due": seen.later or try_again(found, now), "attempts": found.attempts + 1}
        )
        self._repository.look_later(self._district, found, later)
        return True

    def _look_for_file(self, known: RosterImport, now: datetime) -> WatchResult:
        """Look for the file of one that waits for it; others go on."""
        if known.state is not RosterImportState.AWAITING_UPLOAD:
            return WatchResult(Look.GO_ON)
        return watch(self._files, known.source_file, known.created_at, now)

    # -- uploads and checks -----------------------------------------------------------------------

    def _look_for_upload(self, known: RosterImport) -> None:
        now = self._clock.now()
        if self._files.size(known.source_file) is not None:
            due = look_again(RosterImportState.CHECKING, now)
            arrived = known.move_to(RosterImportState.CHECKING, due, attempts=0)
            if self._moved(known, arrived):
                self._check(arrived)
        elif from_instant(known.created_at) + ABANDONED_AFTER < now:
            self._discard(known)

    def _check(self, known: RosterImport) -> None:
        """Compare the package with the roster in force, and store the findings."""
        if known.attempts >= CHECKS:
            self._end_check(known, RosterImportState.REFUSED, report=_gave_up())
            return
        roster = self._repository.roster(self._district)
        joins = known.joins or self._districts.read(self._district).roster_join_by_sign_in_name
        with workbench() as (store, folder):
            if roster.state_file:
                self._load(store, roster, folder, as_earlier=True)
            found = self._judge(store, self._package(known, folder), roster, joins=joins)
            of = (self._district, known.id)
            files = keep_findings(self._files, store, of, found, folder, roster.form)
            lost = (
                self._count_lost(store)
                if OUTCOME[found["verdict"]] is RosterImportState.HELD
                else {}
            )
            problems = tuple(problem.as_dict() for problem in store.problems(SHOWN_PROBLEMS))
            total = sum(store.problem_counts.values())
        self._end_check(
            known,
            OUTCOME[found["verdict"]],
            base=roster.current,
            joins=joins,
            report=found,
            problems=problems,
            problems_total=total,
            grants=tuple(Grant(person=who, office=office) for who, office in found["grants"]),
            own_offices=tuple(found["own_offices"]),
            lost=lost,
            **files,
        )

    def _end_check(self, known: RosterImport, state: RosterImportState, **found: Any) -> None:
        """Write what came of a check; the file that was uploaded is not needed any more."""
        due = look_again(state, self._clock.now())
        if self._moved(known, known.move_to(state, due, **found)):
            self._files.remove(known.source_file)
        else:  # another check was faster: what this one kept names people, and belongs to nothing
            for kept in filter(None, map(found.get, FILES)):
                self._files.remove(kept)

    def _judge(
        self, store: RosterStore, package: Path, roster: Roster, *, joins: bool
    ) -> dict[str, Any]:
        from chalicelib.rosters.check import RosterRules, check

        rules = RosterRules(
            self._districts.read(self._district).roster_drop_threshold,
            joins=joins,
            own_offices=roster.own_offices,
            grants=tuple(each.pair for each in roster.grants),
        )
        return check(store, package, earlier_known=True, rules=rules).as_dict()

    def _count_lost(self, store: RosterStore) -> dict[str, int]:
        """Count what the district would no longer have; sheets of the first classes alone."""
        from chalicelib.rosters.school_changes import count_lost, list_lost_classes

        asked = list_lost_classes(store)[:ASKED_FOR_SHEETS]
        sheets = self._sheets().count_of_classes(self._district, asked)
        return {**count_lost(store), "sheets": sheets, "asked": len(asked)}

    def _package(self, known: RosterImport, folder: Path) -> Path:
        """Fetch the package to check: the upload, or the earlier roster to restore."""
        source = known.source_file
        if known.restores:
            earlier = self._repository.get(self._district, known.restores)
            source = known.state_file or earlier.state_file  # its own, once it was checked
        package = folder / "package.zip"
        if not (source and self._files.fetch(source, package)):
            package.write_bytes(b"")
        return package

    def _moved(self, known: RosterImport, new: RosterImport) -> bool:
        """Write the next state, unless somebody else did."""
        try:
            self._repository.move(self._district, known, new)
        except Stale:
            return False
        facts(what="roster_import", subject=new.id, state=str(new.state))
        return True

    # -- data that we do not keep ----------------------------------------------------------------

    def begin(self) -> None:
        """Set an end to what 0.3 and earlier kept for good: those releases gave it none."""
        imports = list(self._repository.every(self._district))
        kept = self._repository.roster(self._district).list_kept_imports(imports)
        for known in imports:
            if known.state in RESTING and not (known.due or known.expired or known.id in kept):
                due = max(instant(self._clock.now()), known.kept_until)
                self._repository.look_later(self._district, known, _due_at(known, due))

    def _tidy(self, known: RosterImport) -> None:
        """Remove the file that was uploaded; and when its time has come, all that names people."""
        self._files.remove(known.source_file)
        if not known.due or from_instant(known.due) > self._clock.now() + TRY_AGAIN:
            return
        if known.id in self._repository.roster(self._district).list_kept_imports():
            self._repository.look_later(self._district, known, _due_at(known, ""))
        elif (
            RosterImportState.DISCARDED in NEXT[known.state]
            and known.state is not RosterImportState.REFUSED
        ):
            self._discard(known)  # first: nobody can apply it while its files go
        else:
            self._files.remove_below(f"rosters/{known.id}/")
            self._moved(known, known.without_names())

    def _discard(self, known: RosterImport) -> None:
        due = look_again(RosterImportState.DISCARDED, self._clock.now())
        if self._moved(known, known.move_to(RosterImportState.DISCARDED, due)):
            self._imports.carry_on(known.id)

    # -- applying ---------------------------------------------------------------------------------

    def _apply(self, known: RosterImport) -> None:
        """Write what changes, from where the last worker stopped."""
        lease = Lease(self._district, known.id, new_id())
        try:
            self._repository.lease(
                lease.district,
                lease.import_id,
                lease.holder,
                instant(self._clock.now()),
                self._until(LEASE if known.changes_file else COMPARING),
            )
        except ImportFenced:
            return
        try:
            self._apply_from(self._repository.get(lease.district, known.id), lease)
        except ImportFenced:
            facts(what="roster_import_fenced", subject=known.id)
        except Exception:
            self._repository.release(lease.district, lease.import_id, lease.holder)
            raise

    def _apply_from(self, known: RosterImport, lease: Lease) -> None:
        from chalicelib.rosters.difference import read_changes

        give_up = self._monotonic() + PATIENCE
        with workbench() as (store, folder):
            if not (known.changes_file and known.form == FORM):
                known = self._compare_again(store, known, lease, folder)
            path, done = folder / "changes.gz", known.done
            self._fetch(known.changes_file, path)
            left = read_changes(path, done)
            for chunk in fill_transactions(lease.district, left, self._at_once):
                done = self._repository.advance(
                    lease.district, (lease.import_id, lease.holder, self._until()), chunk, done
                )
                if self._monotonic() > give_up:
                    self._hand_over(lease)
                    return
            changed = ChangedOfferings(store, read_changes(path))
            if not self._bring_along(changed, lease, give_up):
                self._hand_over(lease)
                return
        self._finish(known, lease, done, changed.classes)

    def _compare_again(
        self, store: RosterStore, known: RosterImport, lease: Lease, folder: Path
    ) -> RosterImport:
        """Keep the changes where the check did not, or where people are granted since."""
        if known.base:
            base = self._repository.get(self._district, known.base)
            self._load(store, base, folder, as_earlier=True)
        self._load(store, known, folder, as_earlier=False)
        form, of = known.there_before, (lease.district, known.id)
        kept = keep_changes(self._files, store, of, folder, form)
        new = known.model_copy(update={**kept, "form": FORM, "base_form": form, "done": 0})
        self._repository.keep_changes(lease.district, lease.holder, new)
        return new

    def _hand_over(self, lease: Lease) -> None:
        self._repository.release(lease.district, lease.import_id, lease.holder)
        self._imports.carry_on(lease.import_id)

    def _bring_along(self, changed: Mapping[str, Offering], lease: Lease, give_up: float) -> bool:
        """Bring what copies classes in step; false when the next worker must go on with it."""
        for followers in self._followers():
            for some in followers.behind(self._district, changed, TOGETHER):
                while writes := followers.writes(self._district, some, changed, self._at_once - 1):
                    step = (lease.import_id, lease.holder, self._until())
                    self._repository.along(self._district, step, writes)
                    if self._monotonic() > give_up:
                        return False
        return True

    def _load(
        self, store: RosterStore, of: Roster | RosterImport, folder: Path, *, as_earlier: bool
    ) -> None:
        from chalicelib.rosters.check import load_state

        path = folder / "state.zip"
        self._fetch(of.state_file, path)
        grants = [each.pair for each in of.grants]
        load_state(store, path, as_earlier=as_earlier, grants=grants)

    def _fetch(self, key: str, path: Path) -> None:
        if not self._files.fetch(key, path):
            msg = f"the file {key} is not there"
            raise LookupError(msg)

    def _finish(
        self, known: RosterImport, lease: Lease, done: int, changed: Collection[str]
    ) -> None:
        """Bring it into force; accounts, and sheets of the classes that `changed`, follow."""
        at = instant(self._clock.now())
        present = self._repository.get(lease.district, known.id)
        in_force = present.move_to(
            RosterImportState.APPLIED, applied_at=at, done=done, total=done, changes_file=""
        )
        before = self._repository.roster(lease.district)
        follows = self._accounts.look_over(lease.district, at)
        if changed:
            follows += self._renewing().look_over(lease.district, at, changed)
        step = (present, in_force)
        self._repository.finish(lease.district, lease.holder, step, before, at, follows)
        self._files.remove(known.changes_file)
        self._accounts.carry_on()
        if changed:
            self._renewing().carry_on()
        if before.previous:
            self._imports.carry_on(before.previous)
        facts(
            what="roster_import",
            subject=known.id,
            state=str(RosterImportState.APPLIED),
            changes=done,
        )

    def _until(self, lease: timedelta = LEASE) -> str:
        return instant(self._clock.now() + lease)


def _due_at(known: RosterImport, due: str) -> RosterImport:
    return known.model_copy(update={"due": due})


def _gave_up() -> dict[str, Any]:
    return {
        "verdict": "reject",
        "message": "The package could not be checked, although it was tried several times. "
        "Please tell support the number of this import.",
    }
