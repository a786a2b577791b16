"""Tests on paper: who may print what, and the contents of the paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.assessments.refusals import ASSESSMENT_NOT_READY
from chalicelib.errors import NotFound
from chalicelib.printed_tests import refusals
from chalicelib.reports.model import ReportPaperSize
from chalicelib.reports.printed_test import KeyStandard, PaperPart, PrintedTest

from .forms import FIRST_FORM, ArrangedForm, check_printable, forms_of
from .layout import Classmates, lay_out

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.model import Assessment, AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.model import District
    from chalicelib.districts.service import Districts
    from chalicelib.reports.printout import OrderedTest
    from chalicelib.results.model import Sheet
    from chalicelib.rosters.model import SchoolClass
    from chalicelib.rosters.service import Rosters
    from chalicelib.standards.service import Standards
    from chalicelib.trackers.service import Trackers

    from .ports import SheetLookup


CheckStudents = Callable[["OrderedTest", "SchoolClass"], None]
"""Checks that a class, as it is today, has the students of an order."""


@dataclass(eq=False, repr=False)
class PrintedTests:
    """The tests of a district, on paper.

    Services that come as functions are made only where they are needed.
    """

    _trackers: Trackers
    _sheets: SheetLookup
    _assessments: Callable[[], Assessments]
    _rosters: Callable[[], Rosters]
    _standards: Callable[[], Standards]
    _districts: Districts

    def accept(self, caller: Caller, order: OrderedTest) -> OrderedTest:
        """Return an order with all that it leaves open, if this person may have it printed.

        Each student that it names must be in the class today. Raises `Invalid`, and as `check`
        does.
        """
        if order.students and PaperPart.ANSWER_SHEETS not in order.parts:
            raise refusals.STUDENTS_WITHOUT_SHEETS(pointer="/student_ids")
        settled = self._permit(caller, order, _check_named)
        district = self._districts.read(caller.district)
        size = settled.size or _size_of(district)
        once = tuple(dict.fromkeys(order.students))
        return settled.model_copy(update={"size": size, "students": once})

    def check(self, caller: Caller, order: OrderedTest) -> None:
        """Check that this person may still have what they ordered.

        Without a tracker they must see the assessment, with one its class. The questions are for
        people who see them on the result sheet, the key for people who see the assessment. Raises
        `NotFound`, `Forbidden`; other reasons not to print it as `paper` does.
        """
        self._permit(caller, order, _check_anybody)

    def paper(self, district: str, order: OrderedTest) -> PrintedTest:
        """Return the printed test of a checked order. Raises `NotFound`, `Conflict`."""
        settings = self._districts.read(district)
        assessment = self._assessments().read_given(district, order.assessment)
        forms = _check_forms(assessment, order)
        taught = self._class_today(district, order)
        sheets = PaperPart.ANSWER_SHEETS in order.parts
        classmates = self._classmates(district, order, taught) if taught and sheets else None
        described = self._describe_standards(district, assessment, order)
        return lay_out(settings, assessment, order, forms, taught, classmates, described)

    # -- steps ------------------------------------------------------------------------------------

    def _permit(self, caller: Caller, order: OrderedTest, check: CheckStudents) -> OrderedTest:
        if order.tracker:
            return self._of_tracker(caller, order, check)
        return self._alone(caller, order)

    def _alone(self, caller: Caller, order: OrderedTest) -> OrderedTest:
        if PaperPart.ANSWER_SHEETS in order.parts:
            raise refusals.TRACKER_MISSING(pointer="/tracker_id")
        found = self._assessments().read(caller, order.assessment)
        return _settle(order, found, found.header.title)

    def _of_tracker(self, caller: Caller, order: OrderedTest, check: CheckStudents) -> OrderedTest:
        room = self._trackers.classroom(caller, order.tracker)
        entry = room.entry(order.assessment)
        found = self._assessments().read_given(caller.district, order.assessment)
        sheet = self._sheets.get(caller.district, room.taught.id, order.assessment)
        self._trackers.check_shown(caller.district, room, sheet.distribution if sheet else "")
        hidden = self._assessments().hidden(caller, found.header)
        if hidden and PaperPart.TEST in order.parts:
            raise refusals.CONTENT_HIDDEN()
        if PaperPart.ANSWER_KEY in order.parts and not self._sees(caller, found.header):
            raise refusals.KEY_HIDDEN()
        title = entry.title_as_it_came(found.header.title) if hidden else found.header.title
        settled = _settle(order, found, title)
        check(order, room.taught)
        return settled.model_copy(update={"school_class": room.taught.id})

    def _sees(self, caller: Caller, header: AssessmentHeader) -> bool:
        try:
            self._assessments().header(caller, header.id)
        except NotFound:
            return False
        return True

    def _class_today(self, district: str, order: OrderedTest) -> SchoolClass | None:
        if not order.school_class:
            return None
        today = self._districts.today(district)
        taught = self._rosters().class_as_kept(district, order.school_class).on(today)
        _check_anybody(order, taught)
        return taught

    def _classmates(self, district: str, order: OrderedTest, taught: SchoolClass) -> Classmates:
        sheet = self._sheets.get(district, taught.id, order.assessment)
        return Classmates(taught.students, _read_versions(sheet), frozenset(order.students))

    def _describe_standards(
        self, district: str, assessment: Assessment, order: OrderedTest
    ) -> Sequence[KeyStandard]:
        """Return the standards of a key, with their statements as far as they are known."""
        codes = assessment.header.standards if PaperPart.ANSWER_KEY in order.parts else ()
        if not codes:
            return ()
        try:
            rows = self._standards().tree(district, assessment.header.set_id).rows
        except NotFound:
            rows = ()
        body = {row.code: row.statement for row in rows if row.selectable}
        return [KeyStandard(code=code, statement=body.get(code, "")) for code in codes]


def _settle(order: OrderedTest, found: Assessment, title: str) -> OrderedTest:
    """Return an order with its title and versions. Raises the reason not to print it."""
    forms = _check_forms(found, order)
    return order.model_copy(update={"title": title, "versions": tuple(each.name for each in forms)})


def _check_forms(found: Assessment, order: OrderedTest) -> list[ArrangedForm]:
    if not found.header.ready:
        raise ASSESSMENT_NOT_READY()
    forms = forms_of(found.contents, order.versions)
    if PaperPart.TEST in order.parts:
        check_printable(forms)
    return forms


def _check_anybody(order: OrderedTest, taught: SchoolClass) -> None:
    """Check that there is somebody to print answer sheets for. Raises `Conflict`."""
    if PaperPart.ANSWER_SHEETS not in order.parts:
        return
    if not taught.students:
        raise refusals.CLASS_EMPTY()
    if order.students and not any(each.id in order.students for each in taught.students):
        raise refusals.STUDENTS_LEFT()


def _check_named(order: OrderedTest, taught: SchoolClass) -> None:
    """Check that each student of an order is in the class. Raises `Invalid`, `Conflict`."""
    if PaperPart.ANSWER_SHEETS in order.parts and not taught.students:
        raise refusals.CLASS_EMPTY()
    known = {each.id for each in taught.students}
    details = [
        refusals.STUDENT_NOT_THERE(f"/student_ids/{n}")
        for n, student in enumerate(order.students)
        if student not in known
    ]
    if details:
        raise refusals.STUDENTS_NOT_PRINTABLE(details=details)


def _read_versions(sheet: Sheet | None) -> dict[str, str]:
    """Return which version students had, as far as it is entered."""
    rows = sheet.rows if sheet else ()
    return {row.student: row.form or FIRST_FORM for row in rows if row.form or any(row.cells)}


def _size_of(district: District) -> ReportPaperSize:
    return ReportPaperSize.A4 if district.paper == "a4" else ReportPaperSize.LETTER
