"""Attaching documents: announce, upload, look at what came, list, download, remove.

`waiting -> ready | refused`; what waits for too long is removed. A file is kept where nobody can
write to it any more before anybody can download it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from chalicelib.acts import Act, Caller
from chalicelib.attachments import refusals
from chalicelib.clock import Clock, instant
from chalicelib.errors import NotFound, stale
from chalicelib.ids import new_id
from chalicelib.jobs.due_work import DueWork
from chalicelib.uploads.service import Look, first_look, watch

from .model import (
    LARGEST,
    Attachment,
    AttachmentState,
    ShownAttachment,
    check_announced,
    check_room,
    wrong_with,
)

if TYPE_CHECKING:
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.jobs.model import DueEntry, Message
    from chalicelib.jobs.service import Jobs
    from chalicelib.storage.conditions import Write
    from chalicelib.storage.files import Files
    from chalicelib.trackers.service import Trackers

    from .repository import AttachmentRepository


_LATE = timedelta(minutes=10)
"""How long after its attachment a file goes: who is just looking at the upload is done by then."""


@dataclass(eq=False, repr=False)
class Attachments(DueWork[Attachment]):
    """The attachments of a district's assessments.

    The neighbors are asked only where they matter.
    """

    _repository: AttachmentRepository
    _assessments: Callable[[], Assessments]
    _trackers: Callable[[], Trackers]
    _files: Files
    _jobs: Callable[[], Jobs]
    _clock: Clock
    _district: str

    # -- what people do -------------------------------------------------------------------------

    def add(
        self, act: Act, assessment: str, name: str, content_type: str, size: int
    ) -> ShownAttachment:
        """Announce a file: give the form for exactly that one. Raises as editing does."""
        self._mine(act.caller, assessment)
        check_announced(name, content_type, size)
        check_room(len(self._repository.of(act.district, assessment)))
        new = new_id()
        made = Attachment(
            id=new,
            assessment=assessment,
            name=name,
            type=content_type,
            size=size,
            file=new,
            added_by=act.caller.person,
            added_at=instant(act.at),
            due=first_look(act.at),
        )
        form = self._files.upload_form(
            made.upload, content_type=content_type, limit=size, exactly=True
        )
        shown = ShownAttachment(made, form, allowed=["remove"])
        self._repository.add(act, made, shown)
        return shown

    def listing(self, caller: Caller, assessment: str) -> list[ShownAttachment]:
        """List what is ready; to the assessment's creator also what is not. Raises `NotFound`."""
        header = self._read_header(caller, assessment)
        found = self._repository.of(caller.district, assessment)
        return [_show(each, header, caller) for each in found if _shows(each, header, caller)]

    def open(self, caller: Caller, assessment: str, name: str) -> ShownAttachment:
        """Return one with a link to download it. Raises `NotFound`."""
        header = self._read_header(caller, assessment)
        found = self._repository.get(caller.district, assessment, name)
        if found is None or not _shows(found, header, caller):
            raise refusals.ATTACHMENT_NOT_FOUND()
        shown = _show(found, header, caller)
        if found.state is not AttachmentState.READY:
            return shown
        link = self._files.download_link(found.place, name=found.name, content_type=found.type)
        return ShownAttachment(found, link=link, allowed=shown.allowed)

    def remove(self, act: Act, assessment: str, name: str, version: int) -> None:
        """Remove one, and its file unless a copy of the assessment has it too. Raises `Stale`."""
        self._mine(act.caller, assessment)
        found = self._repository.get(act.district, assessment, name)
        if found is None:
            raise refusals.ATTACHMENT_NOT_FOUND()
        if found.version != version:
            raise stale("attachment", found.version)
        self._repository.remove(act, found, instant(act.at + _LATE))

    # -- what goes with an assessment -------------------------------------------------------------

    def build_copy_writes(self, act: Act, original: str, copy: str) -> list[Write]:
        """Return the writes by which a copy has the original's attachments too: the same files."""
        ready = [
            each
            for each in self._repository.of(act.district, original)
            if each.state is AttachmentState.READY
        ]
        return self._repository.copies(
            act.district, [(each, _copy(act, each, copy)) for each in ready]
        )

    def build_removal_writes(self, act: Act, assessment: str) -> list[Write]:
        """Return the writes by which an assessment's attachments go with it."""
        found = self._repository.of(act.district, assessment)
        return self._repository.removals(act.district, found, instant(act.at + _LATE))

    # -- what happens behind ----------------------------------------------------------------------

    def receive_file(self, reference: str) -> None:
        """Look at the file that has come. Harmless when repeated, or without a change."""
        found = self._waiting(reference)
        if found is None:
            return
        described = self._files.describe(found.upload)
        if described is None:
            return
        content = self._fetch_content(found) if described.size == found.size else b""
        wrong = wrong_with(found, content, described.content_type)
        state = AttachmentState.REFUSED if wrong else AttachmentState.READY
        if not wrong:
            self._files.keep(found.place, content, found.type)
        after = {"state": state, "message": wrong, "due": "", "version": found.version + 1}
        self._repository.settle(self._district, found, found.model_copy(update=after))

    def run(self, message: Message) -> None:
        """Look at an upload whose word was lost."""
        self.receive_file(message["id"])

    def find_due(self, entry: DueEntry) -> Attachment | None:
        """Read one that still waits."""
        return self._waiting(entry.id)

    def look_after(self, _: DueEntry, found: Attachment) -> bool:
        """Look for its file: it may be there, or never have come."""
        seen = watch(self._files, found.upload, found.added_at, self._clock.now())
        if seen.look is Look.GIVE_UP:
            self._repository.expire(self._district, found)
        if seen.look is not Look.GO_ON:
            return False
        after = found.model_copy(update={"due": seen.later})  # at its version, as above
        return self._repository.settle(self._district, found, after)

    # -- steps ------------------------------------------------------------------------------------

    def _mine(self, caller: Caller, assessment: str) -> AssessmentHeader:
        header = self._assessments().header(caller, assessment)
        header.check_editable(caller)
        return header

    def _read_header(self, caller: Caller, assessment: str) -> AssessmentHeader:
        """Read a header that this person sees, or has in a tracker. Raises `NotFound`."""
        try:
            return self._assessments().header(caller, assessment)
        except NotFound:
            if not self._trackers().holds(caller, assessment):
                raise
        return self._assessments().header(caller.district, assessment)

    def _waiting(self, reference: str) -> Attachment | None:
        assessment, _, name = reference.rpartition("-")
        found = self._repository.get(self._district, assessment, name)
        return found if found and found.state is AttachmentState.WAITING else None

    def _fetch_content(self, found: Attachment) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "attachment"
            there = found.size <= LARGEST and self._files.fetch(found.upload, path)
            return path.read_bytes() if there else b""


def _shows(found: Attachment, header: AssessmentHeader, caller: Caller) -> bool:
    return found.state is AttachmentState.READY or header.creator == caller.person


def _show(found: Attachment, header: AssessmentHeader, caller: Caller) -> ShownAttachment:
    allowed = ["download"] if found.state is AttachmentState.READY else []
    return ShownAttachment(found, allowed=allowed + ["remove"] * header.editable_by(caller))


def _copy(act: Act, original: Attachment, assessment: str) -> Attachment:
    known = {"id": new_id(), "assessment": assessment, "version": 1}
    known |= {"added_by": act.caller.person, "added_at": instant(act.at)}
    return original.model_copy(update=known)
