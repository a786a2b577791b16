"""Bringing QTI packages in: offer an upload, read it, make a draft from it.

`awaiting_upload -> imported | refused | expired`. The draft, the import's end and the end of its
due entry are one transaction on the version that was read, so whatever is repeated makes one draft.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller
from chalicelib.clock import Clock, instant
from chalicelib.errors import Invalid
from chalicelib.ids import new_id
from chalicelib.item_imports import refusals
from chalicelib.jobs.due_work import DueWork
from chalicelib.jobs.model import DueEntry, Job, JobState, Message
from chalicelib.storage.table import ConditionFailed
from chalicelib.uploads.service import Look, first_look, watch

from . import package, tree
from .alignment import fold_name
from .model import PackageReport, QuestionLine
from .reading import Alignment, read
from .records import KIND, MOST_ATTEMPTS, ItemImport, ItemImportState, ShownItemImport

if TYPE_CHECKING:
    from chalicelib.assessments.items import Item
    from chalicelib.jobs.service import Jobs
    from chalicelib.standards.model import StandardsSet
    from chalicelib.standards.service import Standards
    from chalicelib.storage.files import Files

    from .ports import Drafts
    from .repository import ItemImportRepository


_AS_JOB = {
    ItemImportState.AWAITING_UPLOAD: (
        JobState.WAITING,
        "Waiting for the file to be uploaded and read.",
    ),
    ItemImportState.IMPORTED: (JobState.DONE, "The questions are in a draft."),
    ItemImportState.REFUSED: (JobState.FAILED, "Nothing could be imported."),
    ItemImportState.EXPIRED: (JobState.CANCELED, "No file came."),
}


@dataclass(eq=False, repr=False)
class ItemImports(DueWork[ItemImport]):
    """Imports of items."""

    _imports: ItemImportRepository
    _drafts: Callable[[], Drafts]
    _standards: Callable[[], Standards]
    _files: Files
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str

    # -- what people do ---------------------------------------------------------------------------

    def offer(self, act: Act, asked: dict[str, Any]) -> ShownItemImport:
        """Begin an import: return a form for exactly this file. Raises `Invalid`, `TooLarge`."""
        chosen = self._standards().require_set(act.district, asked["set_id"])
        mask = chosen.mask(asked["standards"], pointer="/standards")
        made = ItemImport(
            id=new_id(),
            created_at=instant(act.at),
            created_by=act.caller.person,
            created_by_name=act.caller.name,
            assessment=new_id(),
            due=first_look(act.at),
            **{**asked, "standards": tuple(chosen.identifiers(mask))},
        )
        _check_file(made)
        form = self._files.upload_form(
            made.source_file, content_type=made.content_type, limit=made.size, exactly=True
        )
        shown = ShownItemImport(made, form=form)
        self._imports.create(act, made, shown)
        return shown

    def read(self, caller: Caller, name: str) -> ShownItemImport:
        """Read an import, for its creator and district admins. Raises `NotFound`."""
        found = self._imports.get(caller.district, name)
        mine = found is not None and found[0].created_by == caller.person
        if found is None or not (mine or caller.is_district_admin):
            raise refusals.ITEM_IMPORT_NOT_FOUND()
        return ShownItemImport(*found)

    def progress(self, district: str, name: str) -> Job:
        """Return how far an import is, as a job. Raises `NotFound`."""
        found = self._imports.get(district, name)
        if found is None:
            raise refusals.ITEM_IMPORT_NOT_FOUND()
        record, _ = found
        state, sentence = _AS_JOB[record.state]
        links = {"import": f"/v1/item-imports/{record.id}"}
        percent = 0 if record.state is ItemImportState.AWAITING_UPLOAD else 100
        message = record.message or sentence
        return Job(KIND, record.id, state, percent, message, record.counts, links, due=record.due)

    # -- what happens behind ----------------------------------------------------------------------

    def receive_file(self, name: str) -> None:
        """Read the file that has come. Harmless when repeated, or without a change."""
        found = self._imports.get(self._district, name)
        if found is None or found[0].state is not ItemImportState.AWAITING_UPLOAD:
            return
        content = self._fetch_content(found[0])
        if content is not None:
            self._take(found[0], content)

    def run(self, message: Message) -> None:
        """Carry an import on from where it is."""
        self.receive_file(message["id"])

    def find_due(self, entry: DueEntry) -> ItemImport | None:
        found = self._imports.get(self._district, entry.id)
        return found[0] if found else None

    def look_after(self, _: DueEntry, found: ItemImport) -> bool:
        """Look after an import whose file, or whose reading, may have been lost."""
        seen = watch(self._files, found.source_file, found.created_at, self._clock.now())
        if seen.look is Look.GIVE_UP:
            why = "No file came in time. Begin a new import, and upload within 15 minutes."
            self._end(found, ItemImportState.EXPIRED, "not_uploaded", why)
        if seen.look is not Look.GO_ON:
            return False
        if found.attempts >= MOST_ATTEMPTS:
            why = "The file could not be read to its end. Send it to support."
            self._end(found, ItemImportState.REFUSED, "not_read", why)
            return False
        changes = {"due": seen.later, "attempts": found.attempts + 1}
        after = found.model_copy(update=changes)  # at its version: who reads it may go on
        return self._imports.settle(self._district, found, after)

    # -- steps ------------------------------------------------------------------------------------

    def _fetch_content(self, record: ItemImport) -> bytes | None:
        """Fetch the file; what is larger than it may be (which S3 does not let in) is left."""
        size = self._files.size(record.source_file)
        if size is None or size > package.LARGEST:
            return None
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "package"
            return path.read_bytes() if self._files.fetch(record.source_file, path) else None

    def _take(self, record: ItemImport, content: bytes) -> None:
        try:
            chosen = self._standards().require_set(self._district, record.set_id)
        except Invalid as gone:
            self._end(record, ItemImportState.REFUSED, gone.code, gone.message)
            return
        report = read(content, Alignment(names_of(chosen), record.standards))
        if not report.items:
            text = report.reason or "None of its questions can be imported; each says why."
            self._end(
                record, ItemImportState.REFUSED, report.code or "nothing_imported", text, report
            )
            return
        try:
            self._make(record, report)
        except Invalid as wrong:  # a default standard was retired meanwhile, say
            self._end(record, ItemImportState.REFUSED, wrong.code, wrong.message, report)

    def _make(self, record: ItemImport, report: PackageReport) -> None:
        now = self._clock.now()
        author = Caller(self._district, record.created_by, name=record.created_by_name)
        act = Act(author, "import_items", now)
        properties = record.model_dump(include={"title", "set_id", "subject", "grades"})
        draft = self._drafts().prepare(
            act, record.assessment, properties, report.items, report.formatted
        )
        after = self._finish(record, ItemImportState.IMPORTED, report)
        lines = _with_items(report.lines, draft.contents.items)
        try:
            steps = self._imports.step(self._district, record, after, lines)
            self._drafts().create(act, draft, steps)
        except ConditionFailed:
            return  # it was made before: our own answer was lost, or the word came twice

    def _end(
        self,
        record: ItemImport,
        state: ItemImportState,
        code: str,
        text: str,
        report: PackageReport | None = None,
    ) -> None:
        report = report or PackageReport()
        after = self._finish(record, state, report, code=code, message=text)
        self._imports.settle(self._district, record, after, report.lines)

    def _finish(
        self, record: ItemImport, state: ItemImportState, report: PackageReport, **said: str
    ) -> ItemImport:
        now = instant(self._clock.now())
        known = {"state": state, "finished_at": now, "due": "", "notes": report.notes}
        return _update(record, **known, counts=report.counts, **said)


def names_of(chosen: StandardsSet) -> dict[str, str]:
    """Get the names by which questions may mean a set's standards: codes only where one has it."""
    names: dict[str, str] = {}
    shared = set()
    places = [place for place in chosen.places if not place.retired]
    for place in places:
        code = fold_name(place.code)
        shared |= {code} & names.keys()
        names[code] = place.identifier
    kept = {name: meant for name, meant in names.items() if name and name not in shared}
    return kept | {fold_name(place.identifier): place.identifier for place in places}


def _check_file(made: ItemImport) -> None:
    if not made.file_name.lower().endswith((".zip", ".xml")):
        raise refusals.FILE_TYPE_UNKNOWN(pointer="/file_name")
    most = tree.LARGEST if made.is_xml else package.LARGEST
    if made.size > most:
        raise refusals.FILE_TOO_LARGE(pointer="/size", most=most // 1000000)


def _with_items(lines: Sequence[QuestionLine], items: Sequence[Item]) -> tuple[QuestionLine, ...]:
    """Return of each imported line which item it became, with its standards by code."""
    waiting = iter(items)
    return tuple(line if line.code else _with_item(line, next(waiting)) for line in lines)


def _with_item(line: QuestionLine, item: Item) -> QuestionLine:
    return line.model_copy(update={"item": item.id, "standards": item.standards})


def _update(record: ItemImport, **changes: Any) -> ItemImport:
    return record.model_copy(update={**changes, "version": record.version + 1})
