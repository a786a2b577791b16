"""Item analysis as teachers and administrators ask for it: of a sheet, and of a distribution."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.distribution.model import DistributionState
from chalicelib.item_analysis.model import Analysis, TooFew
from chalicelib.item_analysis.service import Sums, analyze
from chalicelib.observability import read_of_students
from chalicelib.results.district.service import find_visible_schools
from chalicelib.results.refusals import DISTRIBUTION_RECALLED
from chalicelib.results.scoring import Known, score_row

from .asked import papers, questions

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.model import Assessment
    from chalicelib.assessments.service import Assessments
    from chalicelib.distribution.service import Distributions
    from chalicelib.results.district.repository import LineRepository
    from chalicelib.trackers.service import Trackers

    from .repository import AnswerRepository, Answers


@dataclass(frozen=True, slots=True)
class Analyzed:
    """An analysis, of how many sheets; `earlier` were scored by a key that was corrected since.

    While a correction is at work, sheets scored by the earlier key are left out. `hidden`: the
    assessment's creator keeps its text to themselves.
    """

    assessment: Assessment
    found: Analysis | TooFew
    sheets: int
    earlier: int
    hidden: bool


@dataclass(eq=False, repr=False)
class ItemAnalyses:
    """Item analyses of a district's sheets. Distributions are asked only about one of them."""

    _answers: AnswerRepository
    _lines: LineRepository
    _trackers: Trackers
    _distributions: Callable[[], Distributions]
    _assessments: Callable[[], Assessments]

    def of_sheet(self, caller: Caller, tracker: str, assessment: str) -> Analyzed:
        """Analyze one class's results, for people who can see its students. Leaves an audit line.

        Raises `NotFound`.
        """
        room = self._trackers.classroom(caller, tracker)
        room.entry(assessment)
        asked = self._assessment(caller, assessment)
        read_of_students(caller, "item analysis", f"{room.taught.id}.{assessment}")
        answers = list(self._answers.of(caller.district, assessment, [room.taught.id]))
        for each in answers:
            self._trackers.check_shown(caller.district, room, each.distribution)
        return _analyze_classes(caller, asked, answers)

    def of_distribution(self, caller: Caller, distribution: str, school: str = "") -> Analyzed:
        """Analyze the results of all classes that the caller can see. Leaves an audit line.

        Raises `NotFound`, `Conflict` when it is recalled.
        """
        made = self._distributions().read(caller, distribution).made
        schools = find_visible_schools(caller, made, school)
        if made.state == DistributionState.RECALLED:
            raise DISTRIBUTION_RECALLED()
        asked = self._assessment(caller, made.assessment)
        read_of_students(caller, "item analysis", distribution)
        pages = self._lines.pages(caller.district, made.assessment, schools)
        named = (
            line.school_class for page in pages for line in page if line.distribution == made.id
        )
        answers = self._answers.of(caller.district, made.assessment, named)
        return _analyze_classes(caller, asked, answers)

    def _assessment(self, caller: Caller, assessment: str) -> Assessment:
        return self._assessments().read_given(caller.district, assessment)


def _analyze_classes(caller: Caller, asked: Assessment, classes: Iterable[Answers]) -> Analyzed:
    sums = Sums(questions(asked.contents))
    read = earlier = 0
    known: Known = {}
    for answers in classes:
        if answers.revision == asked.header.revision:
            rows = [score_row(asked.contents, row, known) for row in answers.rows]
            sums.add(*papers(rows))
            read += 1
        else:
            earlier += 1
    return Analyzed(asked, analyze(sums), read, earlier, asked.header.hidden_from(caller))
