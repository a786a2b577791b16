"""The words of a printed test: its questions, and the right answers. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.assessments.items import LETTERS, Item, Scoring
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.model import FormattedTexts
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

_GIVEN_UP = {
    Scoring.ANY_ANSWER: "Every answer earns all points.",
    Scoring.EVERYONE: "Every student earns all points.",
}
_PARTLY = "Partly correct answers earn part of the points."


def question_of(
    item: Item, number: int, order: Order, formatted: FormattedTexts | None = None
) -> PrintedQuestion:
    """Return a question as a form prints it, its choices in this order."""
    kind = KINDS[item.kind]
    room = AnswerRoom(kind.room)
    return PrintedQuestion(
        number=number,
        text=prompt_blocks(item, formatted),
        worth=format_worth(item.points),
        room=room,
        note=kind.instruction,
        choices=_choices(item, order, formatted),
        lines=_lines(item) if room == AnswerRoom.LINES else 0,
    )


def _choices(
    item: Item, order: Order, formatted: FormattedTexts | None
) -> tuple[PrintedChoice, ...]:
    if fixed := KINDS[item.kind].fixed_choices:
        return tuple(PrintedChoice(letter=each.letter, text=(["p", each.word],)) for each in fixed)
    blocks = choice_blocks(item, formatted)
    return tuple(
        PrintedChoice(letter=LETTERS[place], text=blocks[choice])
        for place, choice in enumerate(order)
    )


def _lines(item: Item) -> int:
    wanted = -(-item.worth.numerator // item.worth.denominator) * LINES_A_POINT
    return min(max(wanted, FEWEST_LINES), MOST_LINES)


def space_of(item: Item, number: int) -> AnswerSpace:
    """Return where a question is answered on an answer sheet."""
    kind = KINDS[item.kind]
    return AnswerSpace(
        number=number,
        room=AnswerRoom(kind.room),
        letters=kind.list_letters(item),
        worth=item.points,
    )


def key_line_of(item: Item, number: int, key: Sequence[str]) -> KeyLine:
    """Return the key's line for a question on a form with this key."""
    partly = item.scoring == Scoring.PARTIAL
    return KeyLine(
        number=number,
        answer=KINDS[item.kind].describe_key(item, key),
        worth=item.points,
        standards=", ".join(item.standards),
        note=_GIVEN_UP.get(item.scoring, _PARTLY if partly else ""),
    )


def format_worth(points: str) -> str:
    """Format the points of a question.

    >>> format_worth("1"), format_worth("2.5")
    ('1 point', '2.5 points')
    """
    return f"{points} {'point' if points == '1' else 'points'}"
