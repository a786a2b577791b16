"""Bringing a CASE package in: offer an upload, check it, apply it, continue after a stop.

`awaiting_upload -> ready | held | refused`, `ready | held -> applying -> applied`. Checking changes
nothing. Applying writes one set after the other, each whole; it can stop anywhere and goes on where
it stopped, because each step compares what is stored with what should be. One import at a time is
in a framework.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chalicelib.clock import Clock, instant
from chalicelib.errors import stale
from chalicelib.ids import new_id
from chalicelib.jobs.due_work import DueWork
from chalicelib.jobs.model import LOOK_AGAIN, DueEntry, Job, JobState, Message, percent
from chalicelib.paging import Page
from chalicelib.standards import refusals
from chalicelib.standards.checking import StandardsReport, check
from chalicelib.standards.json_tree import LARGEST
from chalicelib.standards.model import Framework, StandardsSet
from chalicelib.standards.records import (
    KIND,
    ShownStandardsImport,
    StandardsImport,
    StandardsImportState,
)
from chalicelib.storage.optimistic import Overtaken, retry
from chalicelib.storage.table import ConditionFailed
from chalicelib.uploads.service import Look, first_look, watch

from . import steps

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.districts.service import Districts
    from chalicelib.findings.selection import ProblemFilter
    from chalicelib.findings.service import FindingsFiles
    from chalicelib.jobs.service import Jobs
    from chalicelib.standards.repository import StandardsImportRepository, StandardsRepository
    from chalicelib.storage.files import Files

UPLOAD_TYPE = "application/json"

_AS_JOB = {
    StandardsImportState.AWAITING_UPLOAD: (JobState.WAITING, "Waiting for the upload of the file."),
    StandardsImportState.READY: (JobState.WAITING, "Checked. The import can be applied."),
    StandardsImportState.HELD: (
        JobState.WAITING,
        "On hold. An admin must confirm what would be removed.",
    ),
    StandardsImportState.REFUSED: (JobState.FAILED, "The file has errors. Nothing was applied."),
    StandardsImportState.APPLYING: (JobState.RUNNING, "Applying the standards."),
    StandardsImportState.APPLIED: (JobState.DONE, "The standards are in force."),
    StandardsImportState.DISCARDED: (JobState.CANCELED, "The import was discarded."),
}


@dataclass(eq=False, repr=False)
class StandardsImports(DueWork[StandardsImport]):
    """Imports of standards.

    The district's settings say what percent may be dropped unasked.
    """

    _imports: StandardsImportRepository
    _standards: StandardsRepository
    _files: Files
    _findings: FindingsFiles
    _jobs: Callable[[], Jobs]
    _districts: Callable[[], Districts]
    _clock: Clock
    _district: str

    # -- what people do -----------------------------------------------------------------------

    def offer(self, act: Act, file_name: str) -> ShownStandardsImport:
        """Begin an import: return a form for the upload of the package."""
        made = StandardsImport(
            id=new_id(),
            file_name=file_name,
            created_at=instant(act.at),
            created_by=act.caller.person,
            due=first_look(act.at),
        )
        form = self._files.upload_form(made.source_file, content_type=UPLOAD_TYPE, limit=LARGEST)
        shown = ShownStandardsImport(made, form)
        self._imports.create(act, made, shown)
        return shown

    def read(self, district: str, name: str) -> ShownStandardsImport:
        """Read an import. Raises `NotFound`."""
        return ShownStandardsImport(self._read_import(district, name))

    def listing(
        self, district: str, limit: int, after: Sequence[Any] | None = None
    ) -> Page[ShownStandardsImport]:
        """List imports, the latest first."""
        found = self._imports.listing(district, limit + 1, after)
        shown = found[:limit]
        last = [shown[-1].created_at, shown[-1].id] if len(found) > limit else None
        return Page([ShownStandardsImport(one) for one in shown], last)

    def problems(
        self,
        district: str,
        name: str,
        limit: int,
        after: Sequence[Any] | None,
        which: ProblemFilter,
    ) -> Page[dict[str, Any]]:
        """Return a page of the problems of an import's package. Raises `NotFound`."""
        found = self._read_import(district, name)
        key, total = found.kept_problems_file, found.problem_count
        return self._findings.page(key, total, limit, after, which)

    def every_problem(
        self, district: str, name: str, which: ProblemFilter
    ) -> Iterator[dict[str, Any]]:
        """Return all that is wrong with an import's package. Raises `NotFound`."""
        return self._findings.every(self._read_import(district, name).kept_problems_file, which)

    def apply(
        self, act: Act, name: str, version: int, *, confirm_drops: bool
    ) -> ShownStandardsImport:
        """Have a checked package applied.

        Raises `Stale`; `Conflict` when its state does not allow it, or another import is in the
        same framework; `Invalid` when what it drops needs a confirmation.
        """
        found = self._read_import(act.district, name)
        if found.version != version:
            raise stale("standards import", found.version)
        steps.allow(found, confirm_drops=confirm_drops)
        person = act.caller.person
        begun = steps.update_import(
            found,
            state=StandardsImportState.APPLYING,
            applied_by=person,
            confirmed_by=person if found.state is StandardsImportState.HELD else "",
            due=instant(act.at + LOOK_AGAIN),
            done=0,
        )
        shown = ShownStandardsImport(begun)
        self._imports.begin(act, found, begun, shown)
        self._jobs().offer(KIND, begun.id)
        return shown

    def discard(self, act: Act, name: str, version: int) -> ShownStandardsImport:
        """Give up an import before it is applied. Raises `Stale` or `Conflict`."""
        found = self._read_import(act.district, name)
        if found.version != version:
            raise stale("standards import", found.version)
        if "discard" not in found.allowed:
            raise steps.not_in_state(found.state)
        person = act.caller.person
        shown = ShownStandardsImport(
            steps.update_import(
                found, state=StandardsImportState.DISCARDED, due="", discarded_by=person
            )
        )
        self._imports.discard(act, found, shown.record, shown)
        return shown

    def progress(self, district: str, name: str) -> Job:
        """Return how far an import is, as a job. Raises `NotFound`."""
        found = self._read_import(district, name)
        state, sentence = _AS_JOB[found.state]
        done = found.total if found.state is StandardsImportState.APPLIED else found.done
        share = 100 if state is JobState.DONE else percent(done, found.total) if found.total else 0
        links = {"import": f"/v1/standards-imports/{found.id}"}
        counts = {"done": done, "total": found.total}
        message = found.message or sentence
        under_way = found.state in {
            StandardsImportState.AWAITING_UPLOAD,
            StandardsImportState.APPLYING,
        }
        due = found.due if under_way else ""
        return Job(KIND, found.id, state, min(share, 100), message, counts, links, due=due)

    # -- what happens behind -------------------------------------------------------------------

    def receive_file(self, name: str) -> None:
        """Check the file that has come. Harmless when repeated, or without a change."""
        found = self._imports.get(self._district, name)
        if found is None or found.state is not StandardsImportState.AWAITING_UPLOAD:
            return
        content = self._fetch_content(found.source_file)
        if content is not None:
            self._check(found, content)

    def run(self, message: Message) -> None:
        """Carry an import on from where it is."""
        found = self._imports.get(self._district, message["id"])
        if found is None:
            return
        if found.state is StandardsImportState.AWAITING_UPLOAD:
            self.receive_file(found.id)
        elif found.state is StandardsImportState.APPLYING:
            self._apply(found)

    def find_due(self, entry: DueEntry) -> StandardsImport | None:
        return self._imports.get(self._district, entry.id)

    def look_after(self, _: DueEntry, found: StandardsImport) -> bool:
        """Look after an import whose file or whose job may have been lost."""
        if found.state is StandardsImportState.AWAITING_UPLOAD:
            return self._watch(found)
        later = instant(self._clock.now() + LOOK_AGAIN)
        return self._imports.settle(self._district, found, steps.update_import(found, due=later))

    # -- checking ------------------------------------------------------------------------------

    def _watch(self, found: StandardsImport) -> bool:
        seen = watch(self._files, found.source_file, found.created_at, self._clock.now())
        if seen.look is Look.GIVE_UP:
            self._give_up(found)
        if seen.look is not Look.GO_ON:
            return False
        after = found.model_copy(update={"due": seen.later})  # a check may go on
        return self._imports.settle(self._district, found, after)

    def _fetch_content(self, key: str) -> bytes | None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "package"
            return path.read_bytes() if self._files.fetch(key, path) else None

    def _check(self, found: StandardsImport, content: bytes) -> None:
        """Judge the file and keep it: only this very file can be applied."""
        report = self._check_content(content)
        checked = steps.with_report(found, report, content, self._clock.now())
        self._files.keep(checked.package_file, content, UPLOAD_TYPE)
        self._findings.keep(checked.problems_file, report.problems)
        self._imports.settle(self._district, found, checked)

    def _check_content(self, content: bytes) -> StandardsReport:
        def read_stored_sets(framework: str) -> dict[str, StandardsSet]:
            return self._standards.sets_of(self._district, framework)

        limit = self._districts().read(self._district).roster_drop_threshold
        return check(content, read_stored_sets, today=self._standards.today(), drop_limit=limit)

    def _give_up(self, found: StandardsImport) -> None:
        message = "No file came in time. Begin a new import, and upload within 15 minutes."
        gone = steps.update_import(
            found, state=StandardsImportState.DISCARDED, message=message, due=""
        )
        self._imports.settle(self._district, found, gone)

    # -- applying ------------------------------------------------------------------------------

    def _apply(self, found: StandardsImport) -> None:
        """Write what differs, set by set; somebody else's step in between starts a new round."""
        content = self._fetch_content(found.package_file)
        if content is None or steps.digest(content) != found.digest:
            self._refuse(found, "The uploaded file no longer exists. Begin a new import.")
            return

        def attempt() -> None:
            nonlocal found
            report = self._check_content(content)
            if not steps.may_still(found, report):
                self._refuse_after(found, report, content)
                return
            try:
                self._write(found, report)
            except ConditionFailed as failed:
                latest = self._imports.get(self._district, found.id)
                if latest is None or latest.state is not StandardsImportState.APPLYING:
                    return
                found = latest
                raise Overtaken from failed

        retry(attempt, refusals.STANDARDS_BUSY)

    def _write(self, found: StandardsImport, report: StandardsReport) -> None:
        framework = report.framework
        if framework is None:
            msg = "a package that can be applied has a framework"
            raise TypeError(msg)
        before = self._standards.sets_of(self._district, framework.id)
        parts = self._standards.parts(self._district, framework.id)
        waiting = [one for one in report.sets if one != before.get(one.id)]
        settled = len(report.sets) - len(waiting)
        for n, one in enumerate(waiting, 1):
            step = found.model_copy(update={"done": settled + n})
            self._standards.save_set(self._district, one, parts.get(one.id, 0), step)
        self._finish(found, framework, report)

    def _finish(
        self, found: StandardsImport, framework: Framework, report: StandardsReport
    ) -> None:
        now = instant(self._clock.now())
        before = self._standards.framework(self._district, framework.id)
        version = before.version + 1 if before else 1
        record = steps.record(framework, report, found, now, version)
        done = steps.update_import(
            found, state=StandardsImportState.APPLIED, applied_at=now, due="", done=found.total
        )
        writes = self._imports.unlock(self._district, found)
        writes.append(self._imports.record(self._district, record))
        if not self._imports.settle(self._district, found, done, writes):
            raise refusals.STANDARDS_BUSY()

    def _refuse(self, found: StandardsImport, message: str) -> None:
        refused = steps.update_import(
            found, state=StandardsImportState.REFUSED, message=message, due=""
        )
        unlocked = self._imports.unlock(self._district, found)
        self._imports.settle(self._district, found, refused, unlocked)

    def _refuse_after(
        self, found: StandardsImport, report: StandardsReport, content: bytes
    ) -> None:
        """The stored standards changed since the check: compute the effect of applying again."""
        checked = steps.with_report(found, report, content, self._clock.now())
        self._findings.keep(checked.problems_file, report.problems)
        unlocked = self._imports.unlock(self._district, found)
        self._imports.settle(self._district, found, checked, unlocked)

    def _read_import(self, district: str, name: str) -> StandardsImport:
        found = self._imports.get(district, name)
        if found is None:
            raise refusals.STANDARDS_IMPORT_NOT_FOUND()
        return found
