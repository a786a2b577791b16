"""The acts of authors and administrators on corrections: make one, see whose levels it moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from chalicelib.assessments.model import Assessment, AssessmentHeader, correction_running
from chalicelib.clock import instant
from chalicelib.corrections import refusals
from chalicelib.errors import NotFound, stale
from chalicelib.ids import new_id
from chalicelib.jobs.model import Job, JobState, job_id, percent
from chalicelib.observability import read_of_students
from chalicelib.paging import Page
from chalicelib.standards.algebra import positions
from chalicelib.suppression import FEWEST, is_enough

from .model import (
    KIND,
    Correction,
    CorrectionState,
    Fixes,
    Moved,
    SheetMoves,
)
from .repository import CorrectionRepository, creation
from .rescaling import Rescaling, find_worth_changes, points_do_not_rescale, rescalings
from .rules import correct_assessment

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.assessments.service import Assessments
    from chalicelib.jobs.service import Jobs
    from chalicelib.rosters.service import Rosters

    from .ports import CorrectedAssessments, CorrectedSheets

_NOBODY = Moved()

_TOO_FEW = (
    f"So far, the answers of fewer than {FEWEST} students are scored again. To protect their "
    "privacy, the moves between levels are hidden. Ask a district administrator."
)
"""The reason why a correction's moves are hidden from its maker."""


NAMED = 20
"""Classes, and students, that a refusal names."""


@dataclass(frozen=True, slots=True)
class SchoolMoves:
    """The effect of a correction at one school."""

    school: str
    name: str
    sheets: int
    students: Moved


@dataclass(frozen=True, slots=True)
class AlsoCorrect:
    """The same test given another time, which the correction does not reach."""

    header: AssessmentHeader
    may: bool
    """Whether this person can correct it too."""


@dataclass(frozen=True, slots=True)
class CorrectionProgress:
    """A correction with its effect so far; `standards` are codes with their students.

    Values that the reader may not know are None. `withheld` gives the reason when too few students
    are scored again to show anything.
    """

    state: CorrectionState
    header: AssessmentHeader
    sheets: int = 0
    students: Moved | None = _NOBODY
    standards: Mapping[str, Moved] | None = field(default_factory=dict)
    schools: Sequence[SchoolMoves] | None = ()
    withheld: str = ""
    also: Sequence[AlsoCorrect] = ()

    @property
    def id(self) -> str:
        return self.state.correction.id

    @property
    def total(self) -> int | None:
        """How many sheets there are, as far as it is known."""
        return self.sheets if self.state.done else self.state.total


@dataclass(eq=False, repr=False)
class Corrections:
    """The corrections of a district. The neighbors are asked only where they matter."""

    _repository: CorrectionRepository
    _assessments: Callable[[], Assessments]
    _kept: CorrectedAssessments
    _rosters: Callable[[], Rosters]
    _jobs: Callable[[], Jobs]
    _sheets: CorrectedSheets

    def correct(self, act: Act, assessment: str, version: int, fixes: Fixes) -> CorrectionProgress:
        """Correct an assessment that has results, and have every sheet scored again.

        Raises `NotFound`, `Forbidden`, `Conflict` while another correction runs or when nobody has
        results, `Stale`, `Invalid` with everything that is wrong.
        """
        known = self._assessments().read(act.caller, assessment)
        _check_correctable(known.header, act.caller, version)
        after, changes, moved = correct_assessment(known, fixes)
        self._check_rescaled(act.caller, known, after, fixes)
        correction = Correction(
            id=new_id(),
            assessment=assessment,
            revision=after.header.revision,
            by=act.caller.person,
            by_name=act.caller.name,
            at=instant(act.at),
            reason=fixes.reason,
            changes=changes,
            cuts=moved,
        )
        also = self._also(act.caller, known.header)
        return self._begin(act, _set_change_time(after, correction.at), correction, also)

    def read(self, caller: Caller, correction: str) -> CorrectionProgress:
        """Read a correction with what it did so far: counts only, no students.

        A creator who is not a district administrator sees all schools together, and at least
        `FEWEST` students: the classes may be others'. Raises `NotFound`, also for those who are not
        to see it.
        """
        found = self._repository.with_moves(caller.district, correction)
        if found is None:
            raise refusals.CORRECTION_NOT_FOUND()
        state, moves = found
        header = self._read_header(caller, state.correction.assessment)
        whole = caller.is_district_admin
        names = self._rosters().school_names(caller.district) if whole else {}
        shown = _withhold_from(caller, _progress(state, header, moves, names))
        return replace(shown, also=self._also(caller, header))

    def of_assessment(
        self, caller: Caller, assessment: str, limit: int, after: Sequence[str] | None
    ) -> Page[CorrectionProgress]:
        """List an assessment's corrections, the newest first. Raises `NotFound`, `Forbidden`."""
        header = self._assessments().header(caller, assessment)
        if not header.shows_corrections_to(caller):
            raise refusals.NOT_YOURS_TO_REVIEW()
        page = self._repository.of_assessment(caller.district, assessment, limit, after)
        return Page([CorrectionProgress(state, header) for state in page.items], page.after)

    def progress(self, district: str, correction: str) -> Job:
        """Return how far a correction is, as a job. Raises `NotFound`."""
        state = self._repository.get(district, correction)
        if state is None:
            raise refusals.CORRECTION_NOT_FOUND()
        sheets = len(self._repository.list_done_classes(district, correction))
        total = sheets if state.done else state.total
        return Job(
            kind=KIND,
            reference=correction,
            state=_job_state(state),
            percent=100 if state.done else min(percent(sheets, total), 99) if total else 0,
            message=_message(state, sheets),
            counts={"done": sheets} if total is None else {"done": sheets, "total": total},
            links=links(state.correction),
            due=state.due,
        )

    # -- steps ------------------------------------------------------------------------------------

    def _check_rescaled(
        self, caller: Caller, known: Assessment, after: Assessment, fixes: Fixes
    ) -> None:
        """Check that points given by hand can be rescaled to the new worths. Raises `Invalid`.

        Ask for the sheets only where an item's points change.
        """
        worths = list(find_worth_changes(known.contents.items, after.contents.items))
        sheets = self._sheets.of_assessment(caller.district, known.id) if worths else ()
        found = rescalings(worths, sheets)
        if not found:
            return
        names = self._names(caller, found)
        if names:
            read_of_students(caller, "correction", known.id)
        places = {fix.id: n for n, fix in enumerate(fixes.items)}
        raise points_do_not_rescale(found, names, places)

    def _names(self, caller: Caller, found: Sequence[Rescaling]) -> dict[tuple[str, str], str]:
        """Return names of students that the caller can see: of the first classes, up to `NAMED`."""
        wanted = list(dict.fromkeys((s.school_class, s.student) for f in found for s in f.stuck))
        names = dict[tuple[str, str], str]()
        for school_class in list(dict.fromkeys(each for each, _ in wanted))[:NAMED]:
            try:
                kept = self._rosters().class_as_kept(caller.district, school_class)
            except NotFound:
                continue
            taught = kept.on(caller.today)
            if taught.taught_by(caller.person) or caller.administers(taught.school):
                names |= {
                    (school_class, each.id): f"{each.given} {each.family} ({taught.title})"
                    for each in kept.students
                }
        known = [each for each in wanted if each in names]
        return {each: names[each] for each in known[:NAMED]}

    def _also(self, caller: Caller, header: AssessmentHeader) -> list[AlsoCorrect]:
        """Return the test's other sittings: each has a key of its own."""
        others = self._assessments().other_sittings(caller.district, header)
        return [AlsoCorrect(each, each.correctable_by(caller)) for each in others]

    def _begin(
        self, act: Act, after: Assessment, correction: Correction, also: Sequence[AlsoCorrect]
    ) -> CorrectionProgress:
        due = instant(correction.settles)
        state = CorrectionState(correction, due)
        shown = _withhold_from(act.caller, CorrectionProgress(state, after.header, also=also))
        writes = creation(act.district, correction, due)
        self._kept.correct(act, after, correction.id, writes, shown)
        self._jobs().offer(KIND, correction.id)
        return shown

    def _read_header(self, caller: Caller, assessment: str) -> AssessmentHeader:
        try:
            header = self._assessments().header(caller, assessment)
        except NotFound as refused:
            raise refusals.CORRECTION_NOT_FOUND() from refused
        if not header.shows_corrections_to(caller):
            raise refusals.CORRECTION_NOT_FOUND()
        return header


def _set_change_time(after: Assessment, at: str) -> Assessment:
    return Assessment(after.header.model_copy(update={"changed": at}), after.contents)


def links(correction: Correction) -> dict[str, str]:
    """Return where a correction, its job and its assessment are."""
    return {
        "self": f"/v1/corrections/{correction.id}",
        "job": f"/v1/jobs/{job_id(KIND, correction.id)}",
        "assessment": f"/v1/assessments/{correction.assessment}",
    }


def _check_correctable(header: AssessmentHeader, caller: Caller, version: int) -> None:
    header.check_correctable(caller)
    if header.correcting:
        raise correction_running(header.correcting)
    if header.version != version:
        raise stale("assessment", header.version)
    if not header.scored:
        raise refusals.NOT_SCORED_YET()


def _progress(
    state: CorrectionState,
    header: AssessmentHeader,
    moves: Sequence[SheetMoves],
    names: Mapping[str, str],
) -> CorrectionProgress:
    codes = dict(zip(positions(header.mask), header.standards, strict=False))
    standards = dict.fromkeys(codes.values(), _NOBODY)
    schools = dict[str, tuple[int, Moved]]()
    for each in moves:
        sheets, moved = schools.get(each.school, (0, _NOBODY))
        schools[each.school] = (sheets + 1, moved + each.students)
        for place, students in each.standards.items():
            code = codes.get(place, str(place))
            standards[code] = standards.get(code, _NOBODY) + students
    listed = [
        SchoolMoves(school, names.get(school, school), *counted)
        for school, counted in schools.items()
    ]
    return CorrectionProgress(
        state,
        header,
        sheets=len(moves),
        students=sum((each.students for each in moves), _NOBODY),
        standards=standards,
        schools=sorted(listed, key=lambda each: (each.name, each.school)),
    )


def _withhold_from(caller: Caller, progress: CorrectionProgress) -> CorrectionProgress:
    """Return it without the facts about other teachers' students that this person may not know."""
    if caller.is_district_admin:
        return progress
    if progress.students is not None and is_enough(progress.students.many):
        return replace(progress, schools=None)
    return replace(progress, students=None, standards=None, schools=None, withheld=_TOO_FEW)


def _job_state(state: CorrectionState) -> JobState:
    if state.done:
        return JobState.DONE
    return JobState.QUEUED if state.total is None else JobState.RUNNING


def _message(state: CorrectionState, sheets: int) -> str:
    if state.done:
        return f"{sheets} sheets scored again."
    if state.total is None:
        return "The sheets are being counted."
    if sheets < state.total:
        return f"{sheets} sheets scored again, {state.total - sheets} to go."
    return "All sheets are scored again. A last look for those saved meanwhile follows in a minute."
