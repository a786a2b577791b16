"""HTTP for item analysis."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from pydantic import Field

from chalicelib.assessments.items import LETTERS, format_points
from chalicelib.item_analysis.model import RULE, Analysis, Statistic
from chalicelib.percents import percent
from chalicelib.rendering import shorten
from chalicelib.results.district.views import ItemHeadView, ResultsQuery
from chalicelib.results.model import FORM_A, PROMPT_SHOWN
from chalicelib.web.policy import ADMINS, STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chalicelib.assessments.items import Item
    from chalicelib.item_analysis.model import ChoiceTable, Flag, ItemAnalysis
    from chalicelib.results.wiring import ResultsWiring

    from .service import Analyzed

routes = Routes("Results")

DIGITS = 6
"""Decimals of a figure in an answer."""


class StatisticView(Representation):
    """A figure, or why there is none."""

    value: float | None
    """The figure; null when it cannot be calculated. Example: `0.41`"""
    why: str = Field(serialization_alias="message")
    """Why it cannot be calculated; blank when it can.

    Example: `All students have the same points.`
    """

    @classmethod
    def of(cls, subject: Statistic) -> StatisticView:
        """Render a figure."""
        return cls(value=_round_figure(subject.value), why=subject.why)


class FlagView(Representation):
    """Something to look at, in words."""

    code: str
    """The code of the finding, for programs.

    - `few_students`: There are few students, so that discrimination and reliability are rough.
    - `alpha_negative`: The questions go against each other more than together.
    - `all_the_same`: All students have the same points on it.
    - `check_the_key`: Stronger students got it wrong more often.
    - `tells_little`: Strong and weak students did about equally well on it.
    - `too_easy`: Almost everybody got it right.
    - `everybody_right`: Everybody got it right.
    - `too_hard`: Hardly anybody got it right.
    - `nobody_right`: Nobody got it right.
    - `often_left_out`: Many students left it out.
    - `never_chosen`: Nobody chose one of the choices.
    - `strong_students_chose_it`: A wrong answer was chosen more often by strong students.
    - `chosen_more_than_right`: More students chose a wrong answer than a right one.
    """
    sentence: str = Field(serialization_alias="message")
    """The same in a sentence. Example: `Few students answered this right.`"""


class AnswerCountView(Representation):
    """One answer that could be given."""

    choice: str
    """The answer; blank for those who left the item out. Example: `B`"""
    text: str
    """The text of the choice; blank when it has none. Example: `2/3`"""
    right: bool = Field(serialization_alias="correct")
    """Whether it is right."""
    students: int = Field(serialization_alias="student_count")
    """How many students gave it. Example: `6`"""
    percent: float | None
    """The share of the students, in percent; null if there are none. Example: `25`"""
    rest_mean: float | None
    """The mean of their points on all other items; null if there are none. Example: `11.2`"""


class AnswerTableView(Representation):
    """All answers to an item on one printed form of the test."""

    form: str
    """The printed form, A to E. Example: `A`"""
    students: int = Field(serialization_alias="student_count")
    """How many students had this form. Example: `24`"""
    choices: list[AnswerCountView]
    """All answers that could be given."""


class ItemAnalysisView(ItemHeadView):
    """How one item worked."""

    mean: float
    """The mean of the points earned. Example: `0.71`"""
    variance: float
    """The population variance of the points earned. Example: `0.21`"""
    facility: float
    """The mean of the points earned, out of what the item is worth: 0 is hardest, 1 easiest.

    Example: `0.71`
    """
    discrimination: StatisticView
    """The correlation with the points on all other items, -1 to 1."""
    reliability_without: StatisticView
    """The test's reliability if this item were dropped."""
    answers: list[AnswerTableView]
    """The answers given, on each form with five students or more."""
    flags: list[FlagView]
    """The findings."""


class ItemAnalysisReportView(Representation):
    """How a test worked, over the students with every answer entered.

    Below five students nothing is shown.
    """

    assessment_id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The assessment's title. Example: `Unit 3: Fractions`"""
    shown: bool
    """Whether there are enough students to show anything."""
    explanation: str = Field(serialization_alias="message")
    """Why nothing is shown; blank when something is.

    Example: `Fewer than five students have complete results.`
    """
    students: int = Field(serialization_alias="student_count")
    """How many students have every answer entered. Example: `96`"""
    left_out: int = Field(serialization_alias="left_out_count")
    """How many students have only some answers entered. Example: `3`"""
    sheets: int = Field(serialization_alias="sheet_count")
    """How many result sheets it is of. Example: `4`"""
    sheets_left_out: int = Field(serialization_alias="left_out_sheet_count")
    """How many result sheets wait to be scored by the corrected key. Example: `0`"""
    points: str | None = None
    """The points of all items together, as a decimal; null when nothing is shown. Example: `25`"""
    mean: float | None = None
    """The mean of the students' points; null when nothing is shown. Example: `17.2`"""
    variance: float | None = None
    """The population variance of the students' points; null when nothing is shown.

    Example: `20.25`
    """
    standard_deviation: float | None = None
    """The square root of the variance; null when nothing is shown. Example: `4.5`"""
    measure: str | None = None
    """How reliability is measured, `KR-20` or `alpha`; null when nothing is shown.

    Example: `KR-20`
    """
    reliability: StatisticView | None = None
    """The reliability of the test; null when nothing is shown."""
    standard_error: StatisticView | None = None
    """The standard error of a student's points; null when nothing is shown."""
    items: tuple[ItemAnalysisView, ...] = ()
    """How each item worked."""
    flags: tuple[FlagView, ...] = ()
    """Findings about the test as a whole."""
    flag_rule: str = RULE
    """When something is flagged, in words.

    Example: `A flag is raised only where chance is an unlikely explanation.`
    """

    @classmethod
    def of(cls, subject: Analyzed) -> ItemAnalysisReportView:
        """Render an analysis, or why there is none."""
        header, found = subject.assessment.header, subject.found
        shown = isinstance(found, Analysis)
        known = {
            "assessment_id": header.id,
            "title": header.title,
            "shown": shown,
            "students": found.students,
            "left_out": found.left_out,
            "sheets": subject.sheets,
            "sheets_left_out": subject.earlier,
        }
        if not isinstance(found, Analysis):
            return cls.model_validate({**known, "explanation": found.sentence})
        items = zip(found.items, subject.assessment.contents.items, strict=True)
        return cls.model_validate(
            {
                **known,
                "explanation": "",
                "points": format_points(found.possible),
                "mean": _round_figure(found.mean),
                "variance": _round_figure(found.variance),
                "standard_deviation": _round_figure(found.deviation),
                "measure": found.measure,
                "reliability": StatisticView.of(found.alpha),
                "standard_error": StatisticView.of(found.error),
                "items": [
                    _item(n, each, item, hidden=subject.hidden)
                    for n, (each, item) in enumerate(items, 1)
                ],
                "flags": _flags(found.flags),
            }
        )


def _item(number: int, found: ItemAnalysis, item: Item, *, hidden: bool) -> ItemAnalysisView:
    return ItemAnalysisView(
        number=number,
        item=found.id,
        kind=item.kind,
        prompt="" if hidden else shorten(item.prompt, PROMPT_SHOWN),
        points=format_points(found.possible),
        mean=round(float(found.mean), DIGITS),
        variance=round(float(found.variance), DIGITS),
        facility=round(float(found.facility), DIGITS),
        discrimination=StatisticView.of(found.discrimination),
        reliability_without=StatisticView.of(found.without),
        answers=[_table(table, () if hidden else item.choices) for table in found.tables],
        flags=_flags(found.flags),
    )


def _table(table: ChoiceTable, offered: Sequence[str]) -> AnswerTableView:
    texts = dict(zip(LETTERS, offered, strict=False))
    choices = [
        AnswerCountView(
            choice=each.choice,
            text=texts.get(each.choice, "") if table.version == "" else "",
            right=each.right,
            students=each.count,
            percent=percent(each.share),
            rest_mean=_round_figure(each.rest),
        )
        for each in table.choices
    ]
    return AnswerTableView(form=table.version or FORM_A, students=table.students, choices=choices)


def _flags(flags: Sequence[Flag]) -> list[FlagView]:
    return [FlagView.of(flag) for flag in flags]


def _round_figure(value: Fraction | float | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)


@routes.get(
    "/v1/trackers/{tracker_id}/sheets/{assessment_id}/analysis",
    policy=STAFF,
    answer=ItemAnalysisReportView,
    summary="Analyze the items of a class's result sheet",
)
def read_sheet_analysis(
    request: Request[ResultsWiring], tracker_id: str, assessment_id: str
) -> Analyzed:
    """Analyze one class's results.

    Facility, discrimination and reliability, over students with every answer entered. Below five
    students nothing is shown.
    """
    return request.services.item_analyses.of_sheet(request.caller, tracker_id, assessment_id)


@routes.get(
    "/v1/distributions/{distribution_id}/analysis",
    policy=ADMINS,
    query=ResultsQuery,
    answer=ItemAnalysisReportView,
    summary="Analyze the items over all classes of a distribution",
)
def read_distribution_analysis(request: Request[ResultsWiring], distribution_id: str) -> Analyzed:
    """Analyze everything that the caller may see."""
    school = request.query.school if request.query else ""
    return request.services.item_analyses.of_distribution(request.caller, distribution_id, school)
