"""Flags for a teacher's attention, in words: every rule, its threshold and its source.

A flag is raised only where chance is an unlikely explanation. It is unlikely where a test of the
same size, with nothing to look at, raises any flag of that kind in fewer than five of a hundred
cases. So each question is judged by its exact or permutation probability, times how many were
judged alike in the test (Dunn 1961, *Multiple comparisons among means*: the Bonferroni correction).

Bands of facility and discrimination follow the University of Washington, *ScorePak item analysis*.
A question is easy from 85 percent on and hard up to 50; discrimination is poor below .10. At least
one student in twenty chooses a wrong answer that works: Haladyna and Downing 1993, *How many
options is enough*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import comb

from . import chance
from .model import ChoiceResult, ChoiceTable, Flag, Statistic

RISK = 0.05
"""How often a whole test with nothing to look at may raise a flag of one kind by chance."""
EASY = Fraction(95, 100)
"""Share of the points from which on a question is easy for almost everybody."""
HARD = Fraction(20, 100)
"""Share up to which it is hard for almost everybody."""
EASY_BAND, HARD_BAND = 0.85, 0.50
"""Shares beyond which the question must truly lie, as far as chance can tell."""
POOR = 0.10
"""Item-rest correlation below which a question hardly distinguishes students."""
OFTEN = Fraction(20, 100)
"""Share of students who leave a question out from which on it is worth a word."""
RARE = 0.05
"""Share of students below which nobody speaks of an answer, or of leaving a question out."""
ROUGH = 30
"""Students below which correlations and alpha are rough."""

CONSTANT = "Every student got the same points on it, so it cannot tell students apart."


@dataclass(frozen=True, slots=True)
class JudgedCounts:
    """How many are judged alike in one test: students, questions, tables of answers, answers."""

    students: int
    questions: int
    tables: int
    answers: int


def of_test(students: int, questions: int, alpha: Statistic) -> Iterator[Flag]:
    """Return what limits the figures of the whole test."""
    if students < ROUGH:
        yield Flag(
            "few_students",
            f"There are only {students} students: discrimination and reliability are rough.",
        )
    value = None if alpha.value is None else float(alpha.value)
    if value is None or value >= 0:
        return
    if chance.reliability_at_most(value, students, questions) <= RISK:
        yield Flag(
            "alpha_negative",
            "The questions go against each other more than together: "
            "look at those that are flagged, and check their keys.",
        )


def of_points(
    judged: JudgedCounts, facility: Fraction, variance: Fraction, discrimination: Statistic
) -> Iterator[Flag]:
    """Judge a question by its points."""
    students = judged.students
    points = facility * students

    def unlikely(probability: float) -> bool:
        return probability * judged.questions <= RISK

    if facility >= EASY and unlikely(chance.at_least(points, students, EASY_BAND)):
        yield _easy(variance)
    elif facility <= HARD and unlikely(chance.at_most(points, students, HARD_BAND)):
        yield _hard(facility)
    elif not variance and 0 < facility < 1 and unlikely((1 - RARE) ** students):
        yield Flag("all_the_same", CONSTANT)
    if discrimination.value is None:
        return
    r, rarest = float(discrimination.value), 1 / comb(students, round(points))
    if r < 0 and unlikely(max(chance.correlation_at_most(r, 0, students), rarest)):
        yield Flag("check_the_key", "Stronger students got it wrong more often: check the key.")
    elif unlikely(max(chance.correlation_at_most(r, POOR, students), rarest)):
        yield Flag("tells_little", "Strong and weak students did about equally well on it.")


def _easy(variance: Fraction) -> Flag:
    if variance:
        return Flag("too_easy", "Almost everybody got it right.")
    return Flag("everybody_right", f"Everybody got it right. {CONSTANT}")


def _hard(facility: Fraction) -> Flag:
    if facility:
        return Flag("too_hard", "Hardly anybody got it right.")
    return Flag("nobody_right", f"Nobody got it right: check the key. {CONSTANT}")


def of_choices(
    judged: JudgedCounts, table: ChoiceTable, variance: Fraction, *, forms: int
) -> Iterator[Flag]:
    """Judge the answers that could be chosen.

    `variance` is of the points on all other questions; `forms`: on how many printed forms it was
    asked.
    """
    form = f" (form {table.version or 'A'})" if forms > 1 else ""
    for each in table.choices:
        name = f"“{each.choice}”{form}"
        if not each.choice:
            if _often_left_out(judged, table, each):
                yield Flag("often_left_out", f"{each.count} students left it out{form}.")
        elif not each.count:
            if (1 - RARE) ** table.students * judged.answers <= RISK:
                yield Flag("never_chosen", f"Nobody chose {name}.")
        elif not each.right:
            if _chosen_by_stronger(judged, table, each, variance):
                yield Flag(
                    "strong_students_chose_it",
                    f"This wrong answer was chosen more often by strong students: {name}.",
                )
            if _chosen_more(judged, table, each):
                yield Flag(
                    "chosen_more_than_right",
                    f"More students chose this wrong answer than a right one: {name}.",
                )


def _often_left_out(judged: JudgedCounts, table: ChoiceTable, blank: ChoiceResult) -> bool:
    probability = chance.at_least(blank.count, table.students, RARE)
    return blank.share >= OFTEN and probability * judged.tables <= RISK


def _chosen_more(judged: JudgedCounts, table: ChoiceTable, wrong: ChoiceResult) -> bool:
    """Return whether it beats every right answer as a fair coin hardly would."""
    most = max((each.count for each in table.choices if each.right), default=0)
    probability = chance.at_least(wrong.count, wrong.count + most, 0.5)
    return wrong.count > most and probability * judged.answers <= RISK


def _chosen_by_stronger(
    judged: JudgedCounts, table: ChoiceTable, wrong: ChoiceResult, variance: Fraction
) -> bool:
    """Return whether those who chose it are stronger than those who were right.

    Where nobody was right, than all who chose something else.
    """
    right = [each for each in table.choices if each.right and each.count]
    others = right or [each for each in table.choices if each.count and each is not wrong]
    students = sum(each.count for each in others)
    if wrong.rest is None or not students:
        return False
    mean = sum((each.rest or 0) * each.count for each in others) / Fraction(students)
    if wrong.rest <= mean:
        return False
    probability = chance.difference_at_least(
        float(wrong.rest - mean), float(variance), wrong.count, students, judged.students
    )
    return probability * judged.answers <= RISK
