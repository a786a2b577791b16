"""Administrators' questions about a distribution: progress and results by school, class and item.

District admins see all of it; school admins see their schools' part. Every answer is summed up from
summaries on request. Nothing is kept, so nothing can drift.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from chalicelib.distribution.model import Distribution, DistributionState
from chalicelib.distribution.refusals import DISTRIBUTION_NOT_FOUND
from chalicelib.errors import NotFound
from chalicelib.observability import read_of_students
from chalicelib.results import refusals
from chalicelib.results.model import ResultProgress
from chalicelib.rosters.refusals import SCHOOL_NOT_FOUND

from . import model
from .model import ClassStanding, ItemTotal, Reached, ResultGroup, StandardTotal

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.model import Assessment, AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.clock import Clock
    from chalicelib.distribution.service import DistributionProgress, Distributions
    from chalicelib.districts.service import Districts
    from chalicelib.rosters.service import Rosters
    from chalicelib.scales.scale import MasteryScale
    from chalicelib.standards.service import Standards
    from chalicelib.trackers.service import Trackers

    from .repository import LineRepository

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ResultsRequest:
    """A distribution somebody asks about, and which part of it they get.

    `schools` None: all of them.
    """

    progress: DistributionProgress
    header: AssessmentHeader
    scale: MasteryScale
    schools: frozenset[str] | None
    at: datetime

    @property
    def made(self) -> Distribution:
        """The distribution."""
        return self.progress.made

    def school_name(self, school: str) -> str:
        """Return the name of a school, or the id of a school that is gone."""
        return self.progress.names.get(school, school)


@dataclass(frozen=True, slots=True)
class Totals:
    """All that a caller may see of a distribution, together."""

    asked: ResultsRequest
    group: ResultGroup


@dataclass(frozen=True, slots=True)
class SchoolResult:
    """One school."""

    asked: ResultsRequest
    school: str
    group: ResultGroup

    @property
    def name(self) -> str:
        """The school's name."""
        return self.asked.school_name(self.school)


@dataclass(frozen=True, slots=True)
class TeacherResult:
    """One teacher's classes at one school."""

    asked: ResultsRequest
    school: str
    teacher: str
    name: str
    group: ResultGroup


@dataclass(frozen=True, slots=True)
class ClassResult:
    """One class; `title` is its tracker's."""

    asked: ResultsRequest
    standing: ClassStanding
    stage: ResultProgress
    teacher_name: str
    group: ResultGroup

    @property
    def given(self) -> str:
        """The date on which the test was given; empty while it was not."""
        return str(self.standing.line.head[2]) if self.standing.line else ""


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item of the assessment over all classes; `number` counts from 1."""

    number: int
    item: str
    kind: str
    prompt: str
    worth: Fraction
    standards: list[str]
    total: ItemTotal

    @property
    def share(self) -> Fraction | None:
        """The mean of its points, of what it is worth."""
        if not self.total.students:
            return None
        return Fraction(self.total.earned) / (self.total.students * self.worth)


@dataclass(frozen=True, slots=True)
class StandardResult:
    """One standard over all classes."""

    asked: ResultsRequest
    position: int
    code: str
    total: StandardTotal


@dataclass(frozen=True, slots=True)
class ResultRows(Generic[T]):
    """A list of results, and what was asked."""

    asked: ResultsRequest
    rows: Sequence[T]


@dataclass(eq=False, repr=False)
class DistrictResults:
    """The results of distributions. Rosters and standards are asked only for names."""

    _lines: LineRepository
    _distributions: Distributions
    _districts: Districts
    _assessments: Callable[[], Assessments]
    _trackers: Trackers
    _rosters: Callable[[], Rosters]
    _standards: Callable[[], Standards]
    _clock: Clock

    # -- what can be asked --------------------------------------------------------------------

    def totals(self, caller: Caller, distribution: str, school: str = "") -> Totals:
        """Sum up everything the caller may see. Raises `NotFound`, `Conflict` when recalled."""
        asked, _ = self._open_results(caller, distribution, school)
        return Totals(asked, model.everything(self._groups(caller, asked).values()))

    def schools(
        self, caller: Caller, distribution: str, school: str = ""
    ) -> ResultRows[SchoolResult]:
        """Sum up every school."""
        asked, _ = self._open_results(caller, distribution, school)
        groups = self._groups(caller, asked)
        return ResultRows(
            asked, [SchoolResult(asked, name, one) for (name,), one in groups.items()]
        )

    def teachers(
        self, caller: Caller, distribution: str, school: str = ""
    ) -> ResultRows[TeacherResult]:
        """Sum up every teacher, school by school."""
        asked, _ = self._open_results(caller, distribution, school)
        classes = self._standings(caller, asked)
        groups = model.group_classes(classes, model.by_teacher)
        names = self._names(caller, {teacher for _, teacher in groups})
        found = [
            TeacherResult(asked, school, teacher, names.get(teacher, teacher), group)
            for (school, teacher), group in groups.items()
        ]
        return ResultRows(asked, found)

    def classes(
        self, caller: Caller, distribution: str, school: str = ""
    ) -> ResultRows[ClassResult]:
        """Return every class, also those that have not begun. Leaves an audit line."""
        asked, _ = self._open_results(caller, distribution, school)
        read_of_students(caller, "distribution results", asked.made.id)
        found = list(self._standings(caller, asked))
        names = self._names(caller, {standing.teacher for standing in found})
        return ResultRows(asked, [_class_result(asked, standing, names) for standing in found])

    def items(self, caller: Caller, distribution: str, school: str = "") -> ResultRows[ItemResult]:
        """Sum up every item."""
        asked, assessment = self._open_results(caller, distribution, school)
        totals = model.item_totals(self._standings(caller, asked))
        contents, hidden = assessment.contents, asked.header.hidden_from(caller)
        totals += [ItemTotal() for _ in range(len(totals), len(contents.items))]
        codes = self._codes(caller, asked)
        found = [
            ItemResult(
                n,
                item.id,
                item.kind,
                "" if hidden else item.prompt,
                item.worth,
                codes(mask),
                total,
            )
            for n, (item, mask, total) in enumerate(
                zip(contents.items, contents.masks, totals, strict=False), 1
            )
        ]
        return ResultRows(asked, found)

    def standards(
        self, caller: Caller, distribution: str, school: str = ""
    ) -> ResultRows[StandardResult]:
        """Sum up every standard, in the set's order."""
        asked, _ = self._open_results(caller, distribution, school)
        totals = model.standard_totals(self._standings(caller, asked))
        codes = self._codes(caller, asked)
        found = [
            StandardResult(asked, position, "".join(codes(1 << position)), total)
            for position, total in totals.items()
        ]
        return ResultRows(asked, found)

    def waiting(self, caller: Caller, distribution: str) -> list[str]:
        """Return the trackers that got it and whose classes have nothing entered. No students.

        Raises `NotFound`, `Conflict` when recalled.
        """
        asked, _ = self._open_results(caller, distribution, "")
        reached = list(self._list_reached(caller, asked))
        classes = self._standings(caller, asked, reached)
        waiting = {one.school_class for one in classes if one.stage == ResultProgress.NOT_STARTED}
        return [each.tracker for each in reached if each.school_class in waiting]

    # -- steps --------------------------------------------------------------------------------

    def _open_results(
        self, caller: Caller, distribution: str, school: str
    ) -> tuple[ResultsRequest, Assessment]:
        progress = self._distributions.read(caller, distribution)
        made = progress.made
        schools = find_visible_schools(caller, made, school)
        if made.state == DistributionState.RECALLED:
            raise refusals.DISTRIBUTION_RECALLED()
        assessment = self._assessments().read_given(caller.district, made.assessment)
        header = assessment.header
        scale = self._districts.read(caller.district).scale(header.levels).with_cuts(header.cuts)
        return ResultsRequest(progress, header, scale, schools, self._clock.now()), assessment

    def _groups(self, caller: Caller, asked: ResultsRequest) -> dict[model.GroupKey, ResultGroup]:
        classes = self._standings(caller, asked)
        return model.group_classes(classes, model.by_school)

    def _standings(
        self, caller: Caller, asked: ResultsRequest, reached: Iterable[Reached] | None = None
    ) -> Iterator[ClassStanding]:
        pages = self._lines.pages(
            caller.district, asked.made.assessment, asked.schools, caller.today
        )
        elsewhere = partial(self._elsewhere, caller.district, asked)
        known = self._list_reached(caller, asked) if reached is None else reached
        return model.standings(asked.made.id, known, pages, elsewhere)

    def _elsewhere(
        self, district: str, asked: ResultsRequest, classes: Collection[str]
    ) -> set[str]:
        """Return the classes whose results were saved at a school that is not asked for.

        A request for all schools leaves none out, so nothing is read.
        """
        if asked.schools is None:
            return set()
        lines = self._lines.of(district, asked.made.assessment, classes)
        ours = (line for line in lines if line.distribution == asked.made.id)
        return {line.school_class for line in ours if line.school not in asked.schools}

    def _list_reached(self, caller: Caller, asked: ResultsRequest) -> Iterator[Reached]:
        """Yield every class that has it, once per tracker."""
        receipts = self._distributions.list_delivered_receipts(caller.district, asked.progress)
        classes = {} if all(each.class_id for each in receipts) else self._classes(caller, asked)
        for each in receipts:
            if asked.schools is None or each.school in asked.schools:
                school_class = each.class_id or classes.get(each.tracker, each.tracker)
                yield Reached(school_class, each.school, each.owner, each.title, each.tracker)

    def _classes(self, caller: Caller, asked: ResultsRequest) -> dict[str, str]:
        """Return which class a tracker is for, of a distribution whose plan did not keep that."""
        pages = self._trackers.rows(caller.district, set_id=asked.made.want.set_id, today="")
        return {row.id: row.class_id for page in pages for row in page}

    def _names(self, caller: Caller, people: set[str]) -> dict[str, str]:
        known = self._rosters().people(caller.district, sorted(people))
        return {one.id: f"{one.given} {one.family}".strip() for one in known.values()}

    def _codes(self, caller: Caller, asked: ResultsRequest) -> Callable[[int], list[str]]:
        try:
            return self._standards().set(caller.district, asked.header.set_id).codes
        except NotFound:  # the framework was removed; the results remain
            return lambda mask: [f"{position + 1}" for position in range(mask.bit_length())][-1:]


def find_visible_schools(caller: Caller, made: Distribution, school: str) -> frozenset[str] | None:
    """Return which schools' results a caller gets; None for all. Raises `NotFound` for none."""
    if school:
        if not caller.administers(school):
            raise SCHOOL_NOT_FOUND()
        return frozenset({school})
    if caller.is_district_admin:
        return None
    own = frozenset(name for name in caller.schools if name in made.schools)
    if not own:
        raise DISTRIBUTION_NOT_FOUND()
    return own


def _class_result(
    asked: ResultsRequest, standing: ClassStanding, names: dict[str, str]
) -> ClassResult:
    group = ResultGroup()
    group.add(standing)
    name = names.get(standing.teacher, standing.teacher)
    return ClassResult(asked, standing, standing.stage, name, group)
