"""From sums to figures: facility, discrimination, alpha, the answers chosen, and flags.

Sources of the formulas: Kuder and Richardson 1937 (KR-20), Cronbach 1951 (alpha), Ebel and Frisbie,
*Essentials of Educational Measurement* (facility, item-rest discrimination, answers chosen).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import sqrt

from chalicelib.suppression import is_enough

from . import flags
from .model import (
    Analysis,
    AnalyzedQuestion,
    ChoiceResult,
    ChoiceTable,
    ItemAnalysis,
    Statistic,
    TooFew,
)
from .sums import Sums

__all__ = ["Sums", "analyze"]

KR20, ALPHA = "KR-20", "alpha"
_ONE_QUESTION = "A test of one question has no other questions to compare with."
_REST_CONSTANT = "Every student got the same points on all other questions together."
_TWO_QUESTIONS = "Without it only one question would be left."
_TOTAL_CONSTANT = "Every student got the same total."
_NO_RELIABILITY = "It follows from the reliability, which is not known."
_BELOW_NOUGHT = "It has no meaning while the reliability is below 0."


def analyze(sums: Sums) -> Analysis | TooFew:
    """Analyze a test; under five students with every answer, report only that."""
    if not is_enough(sums.students) or not sums.questions:
        return TooFew(sums.students, sums.left_out)
    variance = _variance(sums, sums.total, sums.total_squared)
    alpha = _alpha(sums)
    tables = [tuple(_tables(sums, place)) for place in range(len(sums.questions))]
    judged = _count_judged(sums, tables)
    deviation = sqrt(variance)
    return Analysis(
        students=sums.students,
        left_out=sums.left_out,
        possible=sum((question.possible for question in sums.questions), Fraction(0)),
        mean=_mean(sums, sums.total),
        variance=variance,
        deviation=deviation,
        measure=_measure(sums),
        alpha=alpha,
        error=_error(deviation, alpha),
        items=tuple(_item(sums, place, each, judged) for place, each in enumerate(tables)),
        flags=tuple(flags.of_test(sums.students, len(sums.questions), alpha)),
    )


def _count_judged(sums: Sums, tables: Sequence[tuple[ChoiceTable, ...]]) -> flags.JudgedCounts:
    every = [table for of_question in tables for table in of_question]
    answers = sum(bool(each.choice) for table in every for each in table.choices)
    return flags.JudgedCounts(sums.students, len(sums.questions), len(every), answers)


# -- the test -------------------------------------------------------------------------------------


def _measure(sums: Sums) -> str:
    alike = len({question.possible for question in sums.questions}) == 1
    return KR20 if alike and not sums.between else ALPHA


def _alpha(sums: Sums, without: int | None = None) -> Statistic:
    """Alpha of all questions, or of all but one: k/(k-1) * (1 - sum of variances / variance)."""
    kept = [place for place in range(len(sums.questions)) if place != without]
    if len(kept) < 2:  # noqa: PLR2004 - consistency is between two
        return Statistic(None, _ONE_QUESTION if without is None else _TWO_QUESTIONS)
    spread = _total_spread(sums) if without is None else _rest_spread(sums, without)
    if not spread:
        return Statistic(None, _TOTAL_CONSTANT if without is None else _REST_CONSTANT)
    own = sum(_spread(sums, place) for place in kept)
    return Statistic(Fraction(len(kept), len(kept) - 1) * (1 - Fraction(own, spread)))


def _error(deviation: float, alpha: Statistic) -> Statistic:
    if alpha.value is None:
        return Statistic(None, _NO_RELIABILITY)
    if alpha.value < 0:
        return Statistic(None, _BELOW_NOUGHT)
    return Statistic(deviation * sqrt(1 - alpha.value))


# -- a question -----------------------------------------------------------------------------------


def _item(
    sums: Sums, place: int, tables: tuple[ChoiceTable, ...], judged: flags.JudgedCounts
) -> ItemAnalysis:
    question = sums.questions[place]
    mean = _mean(sums, sums.scores[place])
    variance = _variance(sums, sums.scores[place], sums.squares[place])
    facility = mean / question.possible
    discrimination = _discrimination(sums, place)
    others = Fraction(_rest_spread(sums, place), (sums.students * sums.scale) ** 2)
    found = list(flags.of_points(judged, facility, variance, discrimination))
    for table in tables:
        found += flags.of_choices(judged, table, others, forms=len(sums.versions(place)))
    return ItemAnalysis(
        id=question.id,
        possible=question.possible,
        mean=mean,
        variance=variance,
        facility=facility,
        discrimination=discrimination,
        without=_alpha(sums, place),
        tables=tables,
        flags=tuple(found),
    )


def _discrimination(sums: Sums, place: int) -> Statistic:
    """Pearson's correlation of a question with the total of all others (item-rest)."""
    if len(sums.questions) == 1:
        return Statistic(None, _ONE_QUESTION)
    own, rest = _spread(sums, place), _rest_spread(sums, place)
    if not own:
        return Statistic(None, flags.CONSTANT)
    if not rest:
        return Statistic(None, _REST_CONSTANT)
    together = _covariance(sums, place) - own
    size = sqrt(Fraction(together * together, own * rest))
    return Statistic(size if together >= 0 else -size)


def _tables(sums: Sums, place: int) -> Iterator[ChoiceTable]:
    question = sums.questions[place]
    for version in sums.versions(place) if question.choices else ():
        answers = list(sums.answers(place, version))
        students = sum(count for _, count, _, _ in answers)
        if not is_enough(students):
            continue  # the answers and points of few students would identify each of them
        right = question.right(version)
        chosen = [
            _choice(sums, choice, students, _who(question, answers, choice), right=choice in right)
            for choice in (*_list_offered_choices(question, answers), "")
        ]
        yield ChoiceTable(version, students, tuple(chosen))


_Answer = tuple[str, int, int, int]


def _list_offered_choices(question: AnalyzedQuestion, answers: Sequence[_Answer]) -> list[str]:
    """Return the choices, and the answers that students chose although nobody offered them."""
    given = {letter for answer in answers for letter in _split_response(question, answer[0])}
    return [*question.choices, *sorted(given - {*question.choices, ""})]


def _split_response(question: AnalyzedQuestion, response: str) -> Sequence[str]:
    return tuple(response) if question.several else (response,)


def _who(question: AnalyzedQuestion, answers: Sequence[_Answer], choice: str) -> list[_Answer]:
    if not choice:
        return [answer for answer in answers if not answer[0]]
    return [answer for answer in answers if choice in _split_response(question, answer[0])]


def _choice(
    sums: Sums, choice: str, students: int, who: Sequence[_Answer], *, right: bool
) -> ChoiceResult:
    count = sum(answer[1] for answer in who)
    rest = sum(totals - scores for _, _, scores, totals in who)
    mean = Fraction(rest, count * sums.scale) if count and len(sums.questions) > 1 else None
    return ChoiceResult(choice, right, count, Fraction(count, students), mean)


# -- spreads: variances and covariances times n squared, in whole numbers of the scale -------------


def _spread(sums: Sums, place: int) -> int:
    return sums.students * sums.squares[place] - sums.scores[place] ** 2


def _total_spread(sums: Sums) -> int:
    return sums.students * sums.total_squared - sums.total**2


def _covariance(sums: Sums, place: int) -> int:
    return sums.students * sums.products[place] - sums.scores[place] * sums.total


def _rest_spread(sums: Sums, place: int) -> int:
    return _total_spread(sums) - 2 * _covariance(sums, place) + _spread(sums, place)


def _mean(sums: Sums, total: int) -> Fraction:
    return Fraction(total, sums.students * sums.scale)


def _variance(sums: Sums, total: int, squared: int) -> Fraction:
    spread = sums.students * squared - total**2
    return Fraction(spread, (sums.students * sums.scale) ** 2)
