"""An author's acts on key files: look at one, or put it onto an assessment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.assessments import refusals
from chalicelib.assessments.freezing import frozen
from chalicelib.assessments.model import Assessment
from chalicelib.errors import stale
from chalicelib.spreadsheets import as_details, field_of, in_words

from .items import Defaults
from .key_application import Keying, put_on
from .model import KeyFile, KeyFileLayout
from .reading import read_key

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.assessments.service import Assessments
    from chalicelib.standards.model import StandardsSet
    from chalicelib.standards.service import Standards


@dataclass(frozen=True, slots=True)
class KeyImport:
    """A key file as it was understood, and the assessment as it is now."""

    assessment: Assessment
    file: KeyFile
    keying: Keying
    applied: bool

    @property
    def id(self) -> str:
        return self.assessment.id

    @property
    def version(self) -> int:
        return self.assessment.version


class AnswerKeys:
    """Answer keys on their way in."""

    def __init__(self, assessments: Assessments, standards: Callable[[], Standards]) -> None:
        """Use these."""
        self._assessments = assessments
        self._standards = standards

    def look(
        self,
        caller: Caller,
        assessment: str,
        version: int,
        source: str | bytes,
        layout: KeyFileLayout | None,
        defaults: Defaults,
    ) -> KeyImport:
        """Return what a file would make of an assessment. Changes nothing.

        Raises `NotFound`, `Forbidden`, `Stale`.
        """
        before = self._assessments.read(caller, assessment)
        before.header.check_editable(caller)
        if before.version != version:
            raise stale("assessment", before.version)
        file = read_key(source, layout)
        chosen = self._read_set(caller.district, before)
        return KeyImport(before, file, put_on(before, file, chosen, defaults), applied=False)

    def apply(
        self,
        act: Act,
        assessment: str,
        version: int,
        source: str | bytes,
        layout: KeyFileLayout | None,
        defaults: Defaults,
    ) -> KeyImport:
        """Set keys, points and key versions by a file, if nothing is wrong with it.

        Raises as `look`, and `Conflict` when results exist, `Invalid` with what needs correcting.
        """
        found = self.look(act.caller, assessment, version, source, layout, defaults)
        if found.assessment.header.scored:
            raise frozen()
        _check(found.keying, field_of(source))
        if _nothing_new(found):
            return KeyImport(found.assessment, found.file, found.keying, applied=True)
        contents = found.assessment.contents
        saved: KeyImport = self._assessments.set_items(
            act,
            assessment,
            version,
            found.keying.items,
            contents.document,
            versions=found.keying.versions,
            shown=lambda saved: KeyImport(saved, found.file, found.keying, applied=True),
        )
        return saved

    def _read_set(self, district: str, before: Assessment) -> StandardsSet | None:
        set_id = before.header.set_id
        return self._standards().require_set(district, set_id) if set_id else None


def _nothing_new(found: KeyImport) -> bool:
    contents = found.assessment.contents
    same = (contents.items, contents.versions)
    return (found.keying.items, found.keying.versions) == same


def _check(keying: Keying, pointer: str) -> None:
    """Refuse a file with anything left to correct."""
    wrong = [each for each in keying.problems if each.is_error]
    if not wrong:
        return
    count = "One thing" if len(wrong) == 1 else f"{len(wrong)} things"
    raise refusals.KEY_FILE_INCOMPLETE(
        details=as_details(wrong, pointer),
        problems=len(wrong),
        count=count,
        wrong=in_words(wrong[0]),
    )
