"""The meaning of a key file's answers for an item: its kind, its key and how it is scored."""

from __future__ import annotations

from dataclasses import replace

from chalicelib.assessments import key_problems
from chalicelib.assessments.items import ItemKind
from chalicelib.assessments.key_entries import AcceptedResponse, KeyReading
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.kinds.choice_keys import read_choices
from chalicelib.assessments.kinds.question_kind import ReadKey
from chalicelib.assessments.kinds.true_false import is_truth
from chalicelib.assessments.numerals import exact_number
from chalicelib.errors import FileFinding
from chalicelib.spreadsheets import plain

from .model import KeyFileQuestion
from .notation import letters_of


def reading(
    question: KeyFileQuestion, kind: ItemKind | None, *, f_is_choice: bool = False
) -> KeyReading | FileFinding:
    """Return what a question's answers mean for an item of a kind; without one, by their looks.

    `f_is_choice`: the file's F is the sixth choice, not “false”.
    """
    entries = [AcceptedResponse(question.written), *question.answers]
    given_up = next((each.response for each in entries if _gives_up(question, each)), "")
    if given_up:
        return key_problems.KEY_GIVEN_UP(word=given_up)
    earning = tuple(each for each in question.answers if not _earns_nothing(each))
    if not earning:
        return key_problems.KEY_EARNS_NOTHING()
    by_hand = kind is not None and KINDS[kind].by_hand
    if not by_hand and not any(each.response for each in earning):
        return key_problems.KEY_MISSING()
    earning_question = replace(question, answers=earning)
    read = (
        KINDS[kind].read_key
        if kind is not None
        else _by_looks(earning_question, f_is_choice=f_is_choice)
    )
    return read(earning_question)


_GIVEN_UP = frozenset(
    {"bonus", "all", "any", "x", "everyone", "everybody", "anyone", "void", "voided", "extracredit"}
    | {"allcorrect", "anyanswer", "allanswers", "acceptall", "acceptany", "fullcredit", "freebie"}
    | {"givecredit", "creditall", "allcredit", "nokey", "thrownout", "throwout", "dropped", "na"}
    | {"bonuspoint", "bonuspoints", "bonusquestion", "free", "freepoint", "freepoints", "anything"}
    | {"anychoice", "giveallcredit", "givefullcredit", "givepoints", "giveall", "drop", "deleted"}
    | {"removed", "canceled", "cancelled", "discarded", "excluded", "skip", "skipped", "omit"}
    | {"omitted", "notscored", "unscored", "ungraded", "noanswer", "nocorrectanswer", "none", "tbd"}
)
"""Words in keys for a question that everybody gets, or nobody; small letters only."""
_SIGNS = frozenset({"*", "**", "-", "--", "?", "#", ".", "n/a"})
_X = 24
"""The place of X in the alphabet: with so many choices it is one."""


def _gives_up(question: KeyFileQuestion, answer: AcceptedResponse) -> bool:
    """Return whether this is a word or sign for everybody, which no student writes.

    Where the file itself says that students answer the question with a text, it is an answer.
    """
    if question.kind is not None and KINDS[question.kind].is_free_text:
        return False
    word = plain(answer.response)
    if word == "x" and question.choices >= _X:
        return False
    sign = answer.points is None and answer.response.lower() in _SIGNS
    return word in _GIVEN_UP or sign


def _earns_nothing(answer: AcceptedResponse) -> bool:
    return answer.points is not None and exact_number(answer.points) == 0


def _by_looks(question: KeyFileQuestion, *, f_is_choice: bool) -> ReadKey:
    entries = [each.response for each in question.answers]
    if len(entries) == 1 and is_truth(entries[0]):
        is_letter = f_is_choice and entries[0].upper() == "F"
        return read_choices if is_letter else KINDS[ItemKind.TRUE_FALSE].read_key
    if all(letters_of(each) or each == "*" for each in entries):
        return read_choices
    is_number = len(entries) == 1 and exact_number(entries[0]) is not None
    return KINDS[ItemKind.NUMERIC if is_number else ItemKind.SHORT_TEXT].read_key
