"""A teacher's acts on result sheets: open one, enter results, see which are complete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from chalicelib.assessments.refusals import ASSESSMENT_NOT_READY
from chalicelib.clock import day_in
from chalicelib.observability import read_of_students
from chalicelib.paging import Page, cut
from chalicelib.results import refusals
from chalicelib.storage.optimistic import Overtaken, retry
from chalicelib.trackers.model import TrackerEntry, TrackerRole
from chalicelib.trackers.ports import ClassResults
from chalicelib.trackers.refusals import SHEET_BUSY
from chalicelib.trackers.visible_trackers import Classroom, titles_of

from .conflicts import SheetSavers, build_sheet_conflict
from .entry_parsing import SheetEntry, read_entry
from .merging import MergedSheet, merge
from .model import Scored, Sheet
from .open_sheets import ListedSheet, OpenSheet, count_students, last_day_of, list_leavers, roll_of
from .repository import AssessmentMoved, SheetOvertaken, SheetRepository, as_it_was
from .scoring import score_sheet
from .touched_cells import note_act, trail_of

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.assessments.model import Assessment, AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.model import District
    from chalicelib.districts.service import Districts
    from chalicelib.rosters.service import Rosters
    from chalicelib.storage.conditions import Write
    from chalicelib.trackers.service import Trackers

    from .ports import SheetCorrections

__all__ = ["Sheets", "roll_of"]


@dataclass(frozen=True, slots=True)
class SheetContext:
    """The context for opening or saving a sheet: the class, the assessment, the levels."""

    classroom: Classroom
    entry: TrackerEntry
    assessment: Assessment
    district: District

    @property
    def header(self) -> AssessmentHeader:
        """The assessment's header."""
        return self.assessment.header

    @property
    def cuts(self) -> tuple[str, ...]:
        """The cut scores: the assessment's own, or the district's."""
        return self.header.cuts or self.district.scale(self.header.levels).cuts

    def score_by_present_key(self, sheet: Sheet) -> Sheet:
        """Score a sheet by the assessment as it is."""
        return score_sheet(self.assessment.contents, sheet, self.cuts, self.header.revision)


@dataclass(eq=False, repr=False)
class Sheets:
    """The result sheets of a district. The neighbors are asked only where they matter."""

    _repository: SheetRepository
    _trackers: Trackers
    _assessments: Callable[[], Assessments]
    _rosters: Callable[[], Rosters]
    _districts: Districts
    _corrections: Callable[[], SheetCorrections]

    # -- reading ----------------------------------------------------------------------------------

    def open(self, caller: Caller, tracker: str, assessment: str) -> OpenSheet:
        """Open the sheet of a tracker's class on an assessment it holds; version 0 if not begun.

        Raises `NotFound`, also while the assessment is recalled. Leaves an audit line.
        """
        known = self._read_context(caller, tracker, assessment)
        sheet = self._check_shown(caller.district, known, self._read_sheet(caller.district, known))
        read_of_students(caller, "sheet", sheet.id)
        return self._build_open_sheet(caller, known, _present(known, sheet))

    def of_tracker(
        self, caller: Caller, tracker: str, limit: int, after: Sequence[Any] | None
    ) -> Page[ListedSheet]:
        """List the assessments that a tracker holds with how far each is entered. No students."""
        room = self._trackers.classroom(caller, tracker)
        page = cut(room.entries, limit, after, lambda entry: (entry.at, entry.assessment))
        wanted = [entry.assessment for entry in page.items]
        headers = self._assessments().headers(caller.district, wanted) if wanted else {}
        begun = self._repository.of_class(caller.district, room.taught.id) if wanted else ()
        sheets = {sheet.assessment: sheet for sheet in begun}
        brought_by = {sheets[each].distribution for each in wanted if each in sheets}
        recalled = self._trackers.find_recalled_for_class(caller.district, room, brought_by)
        district = self._districts.read(caller.district)
        listed = [
            self._build_listed_sheet(
                caller, room, entry, header, sheets.get(entry.assessment), district
            )
            for entry in page.items
            if (header := headers.get(entry.assessment)) is not None
            and _distribution_of(sheets.get(entry.assessment)) not in recalled
        ]
        return Page(listed, page.after)

    def find_source_distribution(self, district: str, school_class: str, assessment: str) -> str:
        """Return which distribution brought an assessment's results to a class; "" for none."""
        return _distribution_of(self._repository.get(district, school_class, assessment))

    def of_class(self, district: str, school_class: str, assessment: str) -> ClassResults:
        """Return what a class has on an assessment, to a person who removes it from a tracker."""
        sheet = self._repository.get(district, school_class, assessment)
        check = as_it_was(district, sheet or Sheet(school_class, assessment))
        processes = () if sheet is None else sheet.processes
        return ClassResults(bool(sheet and sheet.begun), processes, (check,))

    # -- writing ----------------------------------------------------------------------------------

    def count_of_classes(self, district: str, classes: Sequence[str]) -> int:
        """Count the result sheets of these classes: a Query each."""
        return sum(self._repository.count_of_class(district, each) for each in classes)

    def enter(
        self,
        act: Act,
        tracker: str,
        assessment: str,
        version: int,
        entry: SheetEntry,
        *,
        facts: Callable[[OpenSheet], Any] = lambda opened: opened,
    ) -> Any:
        """Enter results into the sheet that was seen at `version`; 0 begins it.

        `facts` makes the answer to the act, which is also the return value.

        Entries that others made meanwhile stay. Raises `Conflict` (`scores_changed_meanwhile`)
        where their entry differs, and `Invalid` with everything that cannot be entered; then
        nothing is saved.
        """
        known = self._read_context(act.caller, tracker, assessment)
        _check_may_enter(known)
        present = self._read_sheet(act.district, known)

        def attempt() -> Any:
            nonlocal known, present
            if _apart(known, present):
                known, present = self._align_revisions(act, known, present)
                raise Overtaken
            merged = self._merge_entry(act, known, present, version, entry)
            after = merged.sheet
            opened = replace(
                self._build_open_sheet(act.caller, known, after),
                made_present=merged.made_present,
                left_out=merged.left_out,
                trail=trail_of(present, after),
            )
            shown = facts(opened)
            if after.version == present.version:
                read_of_students(act.caller, "sheet", after.id)
                return shown
            try:
                roll = opened.roll if after.feeds else None
                self._repository.save(act, after, self._also(act, known, present), shown, roll)
            except SheetOvertaken as overtaken:
                present = overtaken.present
                raise
            except AssessmentMoved:
                known = self._read_context(act.caller, tracker, assessment)
                raise
            return shown

        return retry(attempt, SHEET_BUSY)

    # -- steps ------------------------------------------------------------------------------------

    def _read_context(self, caller: Caller, tracker: str, assessment: str) -> SheetContext:
        room = self._trackers.classroom(caller, tracker)
        entry = room.entry(assessment)
        asked = self._assessments().read_given(caller.district, assessment)
        return SheetContext(room, entry, asked, self._districts.read(caller.district))

    def _read_again(self, act: Act, known: SheetContext) -> SheetContext:
        asked = self._assessments().read_given(act.district, known.assessment.id)
        return replace(known, assessment=asked)

    def _align_revisions(
        self, act: Act, known: SheetContext, present: Sheet
    ) -> tuple[SheetContext, Sheet]:
        """Have sheet and assessment at one revision, as far as one attempt gets.

        A correction finds moved students from answers that the former key scored. So it reaches the
        sheet before new entries.
        """
        if present.scored.revision < known.header.revision:
            self._corrections().one(known.header.correcting, present.school_class)
            present = self._read_sheet(act.district, known)
        return self._read_again(act, known), present

    def _read_sheet(self, district: str, known: SheetContext) -> Sheet:
        taught, assessment = known.classroom.taught.id, known.assessment.id
        return self._repository.get(district, taught, assessment) or Sheet(taught, assessment)

    def _check_shown(self, district: str, known: SheetContext, sheet: Sheet) -> Sheet:
        """Return the sheet, unless what brought it to the class, in any tracker, is recalled."""
        self._trackers.check_shown(district, known.classroom, sheet.distribution)
        return sheet

    def _merge_entry(
        self, act: Act, known: SheetContext, present: Sheet, version: int, entry: SheetEntry
    ) -> MergedSheet:
        """Return the sheet with the edits, scored; the present one, scored, if nothing changes."""
        self._check_shown(act.district, known, present)
        if version > present.version:
            raise refusals.SHEET_VERSION_UNKNOWN(version=present.version)
        _check_as_seen(known.header, entry)
        today = day_in(known.district.time_zone, act.at)
        students = {student.id for student in known.classroom.taught.students}
        contents = known.assessment.contents
        edits = read_entry(contents, students | present.by_student.keys(), today, entry)
        if version < present.rescaled and edits.has_points:
            raise refusals.ASSESSMENT_CHANGED_MEANWHILE(version=known.header.version)
        merged = merge(present, edits, version, len(contents.items))
        if merged.clashes:
            savers = self._repository.savers(act.district, present.id)
            raise build_sheet_conflict(
                merged, contents.items, entry, SheetSavers(act.caller, savers)
            )
        if merged.sheet is present:
            return MergedSheet(_present(known, present))
        sheet = replace(merged.sheet, recent=note_act(present, act))
        return replace(merged, sheet=known.score_by_present_key(_stamp_sheet(known, sheet, today)))

    def _also(self, act: Act, known: SheetContext, present: Sheet) -> list[Write]:
        """Return the writes that go with a save; the first also checks that the tracker shows it.

        Without results it can be taken out of the tracker; with them it is kept there.
        """
        first = self._assessments().first_results(act.district, known.header, known.cuts)
        if present.begun:
            return first
        return [*first, self._trackers.still_shown(act.district, known.classroom, known.entry)]

    def _build_open_sheet(self, caller: Caller, known: SheetContext, sheet: Sheet) -> OpenSheet:
        """`sheet` is scored by the assessment as it is."""
        left = list_leavers(known.classroom.taught, sheet)
        scale = known.district.scale(known.header.levels)
        may = ("enter",) if known.classroom.may_enter else ()
        header = known.header.model_copy(update={"scored": known.header.scored or sheet.begun})
        hidden = self._assessments().hidden(caller, header)
        return OpenSheet(
            classroom=known.classroom,
            title=known.entry.title_as_it_came(header.title) if hidden else header.title,
            assessment=known.assessment,
            scale=scale.with_cuts(sheet.scored.cuts),
            sheet=sheet,
            left=self._rosters().people(caller.district, left) if left else {},
            allowed=(*may, "correct") if "correct" in header.list_allowed_acts(caller) else may,
            hidden=hidden,
        )

    def _build_listed_sheet(
        self,
        caller: Caller,
        room: Classroom,
        entry: TrackerEntry,
        header: AssessmentHeader,
        sheet: Sheet | None,
        district: District,
    ) -> ListedSheet:
        title = titles_of(caller, [entry], {header.id: header})[header.id]
        scale = district.scale(header.levels).with_cuts(header.cuts)
        stored = sheet or Sheet(room.taught.id, entry.assessment)
        if not stored.begun:
            stored = replace(stored, scored=Scored(cuts=scale.cuts))
        elif stored.scored.revision < header.revision:
            asked = self._assessments().read_given(caller.district, entry.assessment)
            stored = SheetContext(room, entry, asked, district).score_by_present_key(stored)
        last_day = last_day_of(room, stored)
        levels = scale.with_cuts(stored.scored.cuts)
        return ListedSheet(room.taught, title, levels, stored, last_day, room.tracker.id)


def _distribution_of(sheet: Sheet | None) -> str:
    return sheet.distribution if sheet else ""


def _present(known: SheetContext, sheet: Sheet) -> Sheet:
    """Return a stored sheet by the present key, even if it was scored by another.

    Also where a question is dropped: earlier releases did not count it as entered for everybody.
    """
    given_up = any(item.given_up for item in known.assessment.contents.items)
    if sheet.begun and sheet.scored.revision >= known.header.revision and not given_up:
        return sheet
    return known.score_by_present_key(sheet)


def _apart(known: SheetContext, sheet: Sheet) -> bool:
    """Return whether a correction lies between a sheet and the assessment that was read with it.

    Behind: its pass has not come by yet. Ahead: the assessment was read just before it.
    """
    ahead = sheet.scored.revision - known.header.revision
    return ahead > 0 or (ahead < 0 and bool(sheet.begun and known.header.correcting))


def _stamp_sheet(known: SheetContext, sheet: Sheet, today: str) -> Sheet:
    """Note from where a sheet was saved, and who is in the class; a distribution stays noted."""
    room = known.classroom
    enrolled, steps = count_students(room.taught, sheet, today)
    return replace(
        sheet,
        school=room.taught.school,
        teacher=room.teacher,
        tracker=room.tracker.id,
        distribution=sheet.distribution or known.entry.distribution,
        given=sheet.given or today,
        enrolled=enrolled,
        steps=steps,
    )


def _check_as_seen(header: AssessmentHeader, entry: SheetEntry) -> None:
    """Check that the numbers of the items are those that were seen. Raises `Conflict`."""
    if entry.assessment_version not in (None, header.version):
        raise refusals.ASSESSMENT_CHANGED_MEANWHILE(version=header.version)


def _check_may_enter(known: SheetContext) -> None:
    if known.classroom.role == TrackerRole.ADMINISTRATOR:
        raise refusals.NOT_FOR_ADMINISTRATORS_TO_ENTER()
    known.classroom.tracker.check_open()
    if not known.header.ready:
        raise ASSESSMENT_NOT_READY()
