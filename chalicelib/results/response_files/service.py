"""A teacher's acts on a file of responses: look at it, or enter it into the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.results import refusals
from chalicelib.results.entry_parsing import ScoreEntry, SheetEntry, StudentEntry
from chalicelib.results.model import FORM_A, StudentPresence
from chalicelib.spreadsheets import as_details, field_of, in_words

from .model import (
    AskedItems,
    CellScore,
    ColumnMapping,
    ResponseFile,
    ResponseFileLayout,
    StudentResponses,
)
from .reading import read_responses
from .students import KnownStudent, Students

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller, Trail
    from chalicelib.assessments.model import Contents
    from chalicelib.results.open_sheets import OpenSheet
    from chalicelib.results.service import Sheets
    from chalicelib.rosters.service import Rosters


@dataclass(frozen=True, slots=True)
class SentResponses:
    """A file as it was sent, with what the client says of it.

    `given` is the date of the test (YYYY-MM-DD), None if unknown.
    """

    source: str | bytes
    layout: ResponseFileLayout | None = None
    mapping: ColumnMapping | None = None
    accept_problems: bool = False
    given: str | None = None

    @property
    def pointer(self) -> str:
        """The field that the file came in."""
        return field_of(self.source)


@dataclass(frozen=True, slots=True)
class Import:
    """A file of responses as it was understood, and the sheet as it is now.

    `made_present` names the students who are absent or exempt on the sheet before the file.
    """

    sheet: OpenSheet
    file: ResponseFile
    applied: bool
    made_present: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The sheet's name in the audit trail."""
        return self.sheet.id

    @property
    def version(self) -> int:
        """The sheet's version."""
        return self.sheet.version

    @property
    def trail(self) -> Trail | None:
        """The record of this import in the sheet's history."""
        return self.sheet.trail


class ResponseFiles:
    """Responses on their way in."""

    def __init__(self, sheets: Sheets, rosters: Callable[[], Rosters]) -> None:
        """Use these; the roster is asked for sign-in names where a file has them."""
        self._sheets = sheets
        self._rosters = rosters

    def look(self, caller: Caller, tracker: str, assessment: str, sent: SentResponses) -> Import:
        """Return what a file means for a sheet. Changes nothing.

        Raises `NotFound`, `Forbidden`. Leaves an audit line, as opening the sheet does.
        """
        opened = self._sheets.open(caller, tracker, assessment)
        if "enter" not in opened.allowed:
            raise refusals.CANNOT_ENTER_RESULTS()
        file = self._read(caller, opened, sent)
        return Import(
            opened, file, applied=False, made_present=tuple(_list_made_present(opened, file))
        )

    def apply(
        self, act: Act, tracker: str, assessment: str, version: int, sent: SentResponses
    ) -> Import:
        """Enter what a file has into the sheet that was seen at `version`, as if by hand.

        With problems nothing is entered, unless they are accepted: then what is usable is. Raises
        as `look` and as entering does, and `Invalid` with what needs correcting.
        """
        found = self.look(act.caller, tracker, assessment, sent)
        _check(found.file, sent)
        names = [item.id for item in found.sheet.assessment.contents.items]
        entries = [_student(each, names, sent.pointer) for each in found.file.entries]
        entry = SheetEntry(entries, sent.given)
        saved: Import = self._sheets.enter(
            act,
            tracker,
            assessment,
            version,
            entry,
            facts=lambda opened: Import(
                opened, found.file, applied=True, made_present=opened.made_present
            ),
        )
        return saved

    def _read(self, caller: Caller, opened: OpenSheet, sent: SentResponses) -> ResponseFile:
        known = [
            KnownStudent(seat.student, seat.given, seat.family, *seat.legal)
            for seat in opened.seats
        ]

        def usernames() -> dict[str, str]:
            people = self._rosters().people(caller.district, [each.id for each in known])
            return {person.id: person.username for person in people.values()}

        return read_responses(
            sent.source,
            read_asked_items(opened.assessment.contents),
            Students(known, usernames),
            sent.mapping,
            layout=sent.layout,
            forms={row.student: row.form for row in opened.sheet.rows if row.form},
        )


def _list_made_present(opened: OpenSheet, file: ResponseFile) -> Iterator[str]:
    """Yield the students who are absent or exempt on the sheet, and present by the file."""
    rows = opened.sheet.by_student
    for entry in file.entries:
        row = rows.get(entry.student)
        if (
            row
            and row.status != StudentPresence.PRESENT
            and entry.status == StudentPresence.PRESENT
        ):
            yield entry.student


def read_asked_items(contents: Contents) -> AskedItems:
    """Return what was asked, and which item each printed question is."""
    places = {item.id: place for place, item in enumerate(contents.items)}
    forms = {FORM_A: tuple(range(len(contents.items)))} | {
        form: tuple(places[each.item] for each in printed if each.item in places)
        for form, printed in contents.versions.items()
    }
    return AskedItems(contents.items, forms)


def _student(entry: StudentResponses, names: Sequence[str], pointer: str) -> StudentEntry:
    """Return what is entered, by the items' ids: their order may change until results exist."""
    scores = [_score(names[place], score, pointer) for place, score in entry.scores.items()]
    return StudentEntry(entry.student, entry.status, entry.form, scores, pointer)


def _score(item: str, score: CellScore, pointer: str) -> ScoreEntry:
    return ScoreEntry(item, score.response, score.points, score.omitted or None, pointer=pointer)


def _check(file: ResponseFile, sent: SentResponses) -> None:
    """Refuse a file with anything left to correct; one that has nothing, in any case."""
    wrong = [each for each in file.problems if each.is_error]
    if file.entries and (sent.accept_problems or not wrong):
        return
    if not wrong:
        raise refusals.RESPONSE_FILE_EMPTY(pointer=sent.pointer)
    count = "One thing" if len(wrong) == 1 else f"{len(wrong)} things"
    refused = refusals.RESPONSE_FILE_INCOMPLETE if file.entries else refusals.RESPONSE_FILE_UNUSABLE
    raise refused(
        details=as_details(wrong, sent.pointer),
        problems=len(wrong),
        count=count,
        wrong=in_words(wrong[0]),
    )
