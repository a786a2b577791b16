"""What a teacher should look at, in words. Every rule and its threshold stands here."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from .model import ChoiceTable, Figure, Flag

EASY = Fraction(95, 100)
"""Share of the points from which on a question is easy for almost everybody."""
HARD = Fraction(20, 100)
"""Share up to which it is hard for almost everybody."""
WEAK = 0.10
"""Item-rest correlation below which a question hardly tells students apart."""
OFTEN = Fraction(20, 100)
"""Share of students who leave a question out from which on it is worth a word."""
SEVERAL = 2
"""Students who must have chosen a wrong answer before it means anything."""
ROUGH = 30
"""Students below which correlations and alpha are rough."""

CONSTANT = "Every student got the same points on it, so it cannot tell students apart."


def of_test(students: int, alpha: Figure) -> Iterator[Flag]:
    """Say what limits the figures of the whole test."""
    if students < ROUGH:
        yield Flag(
            "few_students",
            f"There are only {students} students: discrimination and reliability are rough.",
        )
    if alpha.value is not None and alpha.value < 0:
        yield Flag(
            "alpha_negative",
            "The questions go against each other more than together: "
            "look at those that are flagged, and check their keys.",
        )


def of_points(facility: Fraction, variance: Fraction, discrimination: Figure) -> Iterator[Flag]:
    """Judge a question by its points."""
    if not variance:
        yield _same(facility)
    elif facility >= EASY:
        yield Flag("too_easy", "Almost everybody got it right.")
    elif facility <= HARD:
        yield Flag("too_hard", "Hardly anybody got it right.")
    value = discrimination.value
    if value is not None and value < 0:
        yield Flag("check_the_key", "Stronger students got it wrong more often: check the key.")
    elif value is not None and value < WEAK:
        yield Flag("tells_little", "Strong and weak students did about equally well on it.")


def of_choices(table: ChoiceTable, *, forms: int) -> Iterator[Flag]:
    """Judge the answers that could be chosen; `forms`: on how many printed forms it was asked."""
    form = f" (form {table.version or 'A'})" if forms > 1 else ""
    best = _rest_of_right(table)
    most = max((each.count for each in table.choices if each.right), default=0)
    for each in table.choices:
        name = f"“{each.choice}”{form}"
        if not each.choice:
            if each.share >= OFTEN:
                yield Flag("often_left_out", f"{each.count} students left it out{form}.")
        elif not each.count:
            yield Flag("never_chosen", f"Nobody chose {name}.")
        elif not each.right and each.count >= SEVERAL:
            if best is not None and each.rest is not None and each.rest > best:
                yield Flag(
                    "strong_students_chose_it",
                    f"This wrong answer was chosen more often by strong students: {name}.",
                )
            if each.count > most:
                yield Flag(
                    "chosen_more_than_right",
                    f"More students chose this wrong answer than a right one: {name}.",
                )


def _same(facility: Fraction) -> Flag:
    if facility >= 1:
        return Flag("everybody_right", f"Everybody got it right. {CONSTANT}")
    if not facility:
        return Flag("nobody_right", f"Nobody got it right: check the key. {CONSTANT}")
    return Flag("all_the_same", CONSTANT)


def _rest_of_right(table: ChoiceTable) -> Fraction | None:
    """How strong those are who chose a right answer; if nobody did, how strong all are."""
    right = [each for each in table.choices if each.right and each.count]
    known = right or [each for each in table.choices if each.count]
    counted = [(each.count, each.rest) for each in known if each.rest is not None]
    students = sum(count for count, _ in counted)
    return (
        sum((rest * count for count, rest in counted), Fraction(0)) / students if students else None
    )
