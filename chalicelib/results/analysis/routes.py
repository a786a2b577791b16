"""HTTP for item analysis."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from pydantic import Field

from chalicelib.assessments.items import LETTERS, say_points
from chalicelib.percents import percent
from chalicelib.rendering import shortened
from chalicelib.results.district.routes import ResultsQuery
from chalicelib.results.model import FORM_A, PROMPT_SHOWN
from chalicelib.statistics.model import RULE, Analysis, Figure
from chalicelib.web.policy import ADMINS, STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chalicelib.assessments.items import Item
    from chalicelib.statistics.model import ChoiceTable, Flag, ItemAnalysis

    from .service import Analysed, ItemAnalyses

    class ResultsAnalysisServices(Protocol):
        """What the edge hands to these views."""

        item_analyses: ItemAnalyses

    ResultsAnalysisRequest = Request[ResultsAnalysisServices]


routes = Routes("Results")

DIGITS = 6
"""Decimals of a figure in an answer."""


class StatisticView(Representation):
    """A number; or none, and why it cannot be said."""

    value: float | None
    why: str = Field(serialization_alias="message")

    @classmethod
    def of(cls, subject: Figure) -> StatisticView:
        """Render a figure."""
        return cls(value=_rounded(subject.value), why=subject.why)


class FlagView(Representation):
    """Something to look at, in words."""

    code: str
    sentence: str = Field(serialization_alias="message")


class AnswerCountView(Representation):
    """One answer that could be chosen; the empty one is of those who left the item out.

    `rest_mean`: points that those who chose it have on all other items, in the mean.
    """

    choice: str
    text: str
    right: bool = Field(serialization_alias="correct")
    students: int = Field(serialization_alias="student_count")
    percent: float | None
    rest_mean: float | None


class AnswerTableView(Representation):
    """All answers to an item on one printed form of the test."""

    form: str
    students: int = Field(serialization_alias="student_count")
    choices: list[AnswerCountView]


class ItemAnalysisView(Representation):
    """How one item worked.

    `facility` is the mean of its points out of what it is worth, `discrimination` the correlation
    with the points on all other items, `reliability_without` that of the test if it were dropped.
    `answers` has the forms on which five students or more answered.
    """

    number: int
    item: str = Field(serialization_alias="item_id")
    kind: str
    prompt: str
    points: str
    mean: float
    variance: float
    facility: float
    discrimination: StatisticView
    reliability_without: StatisticView
    answers: list[AnswerTableView]
    flags: list[FlagView]


class ItemAnalysisReportView(Representation):
    """How a test worked, over `student_count` with every answer entered.

    `left_out_count` have only some entered; `left_out_sheet_count` wait to be scored by the
    corrected key. Below five students nothing is shown, and `message` says so. Variances are the
    population's. `flag_rule` says when a flag is raised.
    """

    assessment_id: str
    title: str
    shown: bool
    explanation: str = Field(serialization_alias="message")
    students: int = Field(serialization_alias="student_count")
    left_out: int = Field(serialization_alias="left_out_count")
    sheets: int = Field(serialization_alias="sheet_count")
    sheets_left_out: int = Field(serialization_alias="left_out_sheet_count")
    points: str | None = None
    mean: float | None = None
    variance: float | None = None
    standard_deviation: float | None = None
    measure: str | None = None
    reliability: StatisticView | None = None
    standard_error: StatisticView | None = None
    items: tuple[ItemAnalysisView, ...] = ()
    flags: tuple[FlagView, ...] = ()
    flag_rule: str = RULE

    @classmethod
    def of(cls, subject: Analysed) -> ItemAnalysisReportView:
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
                "points": say_points(found.possible),
                "mean": _rounded(found.mean),
                "variance": _rounded(found.variance),
                "standard_deviation": _rounded(found.deviation),
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
        prompt="" if hidden else shortened(item.prompt, PROMPT_SHOWN),
        points=say_points(found.possible),
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
            rest_mean=_rounded(each.rest),
        )
        for each in table.choices
    ]
    return AnswerTableView(form=table.version or FORM_A, students=table.students, choices=choices)


def _flags(flags: Sequence[Flag]) -> list[FlagView]:
    return [FlagView.of(flag) for flag in flags]


def _rounded(value: Fraction | float | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)


@routes.get(
    "/v1/trackers/{tracker_id}/sheets/{assessment_id}/analysis",
    policy=STAFF,
    answer=ItemAnalysisReportView,
    summary="Analyze the items of a class's result sheet",
)
def read_sheet_analysis(
    request: ResultsAnalysisRequest, tracker_id: str, assessment_id: str
) -> Analysed:
    """Analyze one class's results."""
    return request.services.item_analyses.of_sheet(request.caller, tracker_id, assessment_id)


@routes.get(
    "/v1/distributions/{distribution_id}/analysis",
    policy=ADMINS,
    query=ResultsQuery,
    answer=ItemAnalysisReportView,
    summary="Analyze the items over all classes of a distribution",
)
def read_distribution_analysis(request: ResultsAnalysisRequest, distribution_id: str) -> Analysed:
    """Analyze everything that the caller may see."""
    school = request.query.school if request.query else ""
    return request.services.item_analyses.of_distribution(request.caller, distribution_id, school)
