"""What a printed test says in words: questions, and what is right. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from chalicelib.assessments.items import LETTERS, Item, ItemKind, Scoring, format_points
from chalicelib.assessments.model import FormattedTexts
from chalicelib.assessments.partial_credit import ANY_OTHER, credits_of
from chalicelib.reports.printed_test import (
    AnswerRoom,
    AnswerSpace,
    KeyLine,
    PrintedChoice,
    PrintedQuestion,
)

from .arrangement import Order
from .texts import choice_blocks, prompt_blocks

FEWEST_LINES, MOST_LINES, LINES_A_POINT = 4, 14, 3

_ROOMS = {
    ItemKind.NUMERIC: AnswerRoom.LINE,
    ItemKind.SHORT_TEXT: AnswerRoom.LINE,
    ItemKind.POINTS: AnswerRoom.LINES,
}
_TRUTHS = {"T": "True", "F": "False"}
_GIVEN_UP = {
    Scoring.ANY_ANSWER: "Every answer earns all points.",
    Scoring.EVERYONE: "Every student earns all points.",
}
_PARTLY = "Partly correct answers earn part of the points."


def question_of(
    item: Item, number: int, order: Order, formatted: FormattedTexts | None = None
) -> PrintedQuestion:
    """Give a question as a form prints it, its choices in this order."""
    room = _ROOMS.get(item.kind, AnswerRoom.CHOICES)
    several = item.kind == ItemKind.MULTIPLE_CHOICE
    return PrintedQuestion(
        number=number,
        text=prompt_blocks(item, formatted),
        worth=format_worth(item.points),
        room=room,
        note="Mark all correct answers." if several else "",
        choices=_choices(item, order, formatted),
        lines=_lines(item) if room == AnswerRoom.LINES else 0,
    )


def _choices(
    item: Item, order: Order, formatted: FormattedTexts | None
) -> tuple[PrintedChoice, ...]:
    if item.kind == ItemKind.TRUE_FALSE:
        return tuple(
            PrintedChoice(letter=letter, text=(["p", word],)) for letter, word in _TRUTHS.items()
        )
    blocks = choice_blocks(item, formatted)
    return tuple(
        PrintedChoice(letter=LETTERS[place], text=blocks[choice])
        for place, choice in enumerate(order)
    )


def _lines(item: Item) -> int:
    wanted = -(-item.worth.numerator // item.worth.denominator) * LINES_A_POINT
    return min(max(wanted, FEWEST_LINES), MOST_LINES)


def space_of(item: Item, number: int) -> AnswerSpace:
    """Give where a question is answered on an answer sheet."""
    letters = tuple(LETTERS[: len(item.choices)])
    if item.kind == ItemKind.TRUE_FALSE:
        letters = tuple(_TRUTHS)
    room = _ROOMS.get(item.kind, AnswerRoom.CHOICES)
    return AnswerSpace(number=number, room=room, letters=letters, worth=item.points)


def key_line_of(item: Item, number: int, key: Sequence[str]) -> KeyLine:
    """Say what is right for a question on a form with this key."""
    partly = item.scoring == Scoring.PARTIAL
    return KeyLine(
        number=number,
        answer=_ANSWERS[item.kind](item, key),
        worth=item.points,
        standards=", ".join(item.standards),
        note=_GIVEN_UP.get(item.scoring, _PARTLY if partly else ""),
    )


def _letters(item: Item, key: Sequence[str]) -> str:
    if item.scoring != Scoring.LISTED:
        return ", ".join(sorted(key))
    listed = credits_of(tuple(key), item.worth).items()
    best_first = sorted(listed, key=lambda each: (-each[1], each[0]))
    return "; ".join(f"{_response(said)} = {format_points(earned)}" for said, earned in best_first)


def _response(said: str) -> str:
    return "any other" if said == ANY_OTHER else ", ".join(said)


def _number(item: Item, key: Sequence[str]) -> str:
    right = "".join(key)
    return f"{right} ± {item.tolerance}" if item.tolerance.strip("0.") else right


_ANSWERS: Mapping[ItemKind, Callable[[Item, Sequence[str]], str]] = {
    ItemKind.SINGLE_CHOICE: _letters,
    ItemKind.MULTIPLE_CHOICE: _letters,
    ItemKind.TRUE_FALSE: lambda _, key: "True" if tuple(key) == ("true",) else "False",
    ItemKind.NUMERIC: _number,
    ItemKind.SHORT_TEXT: lambda _, key: " / ".join(key),
    ItemKind.POINTS: lambda _, __: "Scored by hand",
}


def format_worth(points: str) -> str:
    """Say what a question is worth.

    >>> format_worth("1"), format_worth("2.5")
    ('1 point', '2.5 points')
    """
    return f"{points} {'point' if points == '1' else 'points'}"
