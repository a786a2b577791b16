"""Imported items against the questions they came from: the same points for every response.

An import may note that it scores some answers differently. A difference without a note is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from chalicelib.assessments.items import LETTERS, Item, ItemKind
from chalicelib.assessments.responses import comparable
from chalicelib.assessments.scoring import read_response, score
from tests.item_collections.evaluator import (
    NUMERIC,
    Element,
    Question,
    Value,
    list_named_answers,
    text_of,
)

MOST_ENUMERATED = 14
"""Choices up to which every set of them is tried; of more, those next to the key."""
NOBODY = "nobody writes this down"
_LARGE = 10**9
_NUDGE = Fraction(1, 1000)
_CHOICES = ("simpleChoice", "inlineChoice")


@dataclass(frozen=True, slots=True)
class Compared:
    """The number of responses that were tried, and those with a different score."""

    tried: int = 0
    differences: tuple[str, ...] = ()
    why_not: str = ""
    """Why nothing could be compared."""
    whole: bool = True
    """Whether every response there can be was tried."""


@dataclass(frozen=True, slots=True)
class Response:
    """One response: as the question has it, and as it is entered here."""

    there: Value
    here: str


def compare(question: Question, item: Item, notes: Sequence[str]) -> Compared:
    """Score every response there can be by both. Raises `NotEvaluated`."""
    if item.kind is ItemKind.POINTS:
        return Compared(why_not="points are given by hand")
    tried = list(_responses(question, item))
    there = [question.score(response.there) for response in tried]
    most = max(there)
    if most <= 0:
        return Compared(len(tried), ("no response gives points",))
    full = {comparable(each.here) for each, earned in zip(tried, there, strict=True)
            if earned == most}  # fmt: skip
    differences = [
        f"{response.here!r}: {format_points(earned)} of {format_points(most)} there, "
        f"{format_points(ours)} of {item.points} here"
        for response, earned in zip(tried, there, strict=True)
        if (ours := score(item, read_response(item, response.here))) != earned * item.worth / most
        and not _is_noted(item, response.here, earned / most, ours, full, notes)
    ]
    if question.score(None) > 0:
        differences.append("no answer at all gives points there")
    whole = len(_identifiers(question)) <= MOST_ENUMERATED
    return Compared(len(tried), tuple(differences), whole=whole)


def format_points(points: Fraction) -> str:
    """Write points."""
    return f"{float(points):g}"


def _is_noted(
    item: Item, written: str, share: Fraction, ours: Fraction, full: set[str], notes: Sequence[str]
) -> bool:
    """Return whether a note covers a text that earned a share there and scores differently here."""
    if item.kind is not ItemKind.SHORT_TEXT or ours not in (0, item.worth):
        return False
    if 0 < share < 1:
        what = "all of them" if ours else "none"
        return any(f"part of the points give {what} here" in note for note in notes)
    spelled = comparable(written) in full and ours == item.worth
    return spelled and any(note.startswith("Capital and small letters") for note in notes)


# -- every response -------------------------------------------------------------------------------


def _responses(question: Question, item: Item) -> Iterator[Response]:
    if question.interaction.tag == "textEntryInteraction":
        numeric = question.base_type in NUMERIC
        yield from _numbers(question, item) if numeric else _texts(question, item)
    elif item.kind is ItemKind.TRUE_FALSE:
        for each in _nodes(question):
            said = "true" if "true" in text_of(each).casefold() else "false"
            yield Response(_build_value(question, [each.get("identifier", "")]), said)
    else:
        yield from _choices(question)


def _choices(question: Question) -> Iterator[Response]:
    names = _identifiers(question)
    limit = (question.most_given or len(names)) if question.several else 1
    for chosen in _sets(names, min(limit, len(names)), question):
        letters = "".join(LETTERS[names.index(each)] for each in chosen)
        yield Response(_build_value(question, chosen), letters)


def _sets(names: list[str], limit: int, question: Question) -> Iterator[Sequence[str]]:
    if len(names) <= MOST_ENUMERATED:
        for size in range(1, limit + 1):
            yield from combinations(names, size)
        return
    key = [name for name in names if name in question.right or _pays(question, name)]
    near = [[*key], *([*key, each] for each in names if each not in key)]
    near += [[each for each in key if each != left] for left in key]
    near += [[each] for each in names]
    kept = {tuple(each) for each in near if 0 < len(each) <= limit}
    yield from sorted(kept)


def _pays(question: Question, name: str) -> bool:
    mapped = question.several and question.response.find("mapping") is not None
    return mapped and question.map_value(frozenset((name,))) > 0


def _build_value(question: Question, chosen: Sequence[str]) -> Value:
    return frozenset(chosen) if question.several else chosen[0]


def _nodes(question: Question) -> list[Element]:
    return [each for each in question.interaction.iter() if each.tag in _CHOICES]


def _identifiers(question: Question) -> list[str]:
    return [each.get("identifier", "") for each in _nodes(question)]


def _texts(question: Question, item: Item) -> Iterator[Response]:
    named = [str(each) for each in list_named_answers(question)]
    spelled = [how(each) for each in named for how in (str.lower, str.upper, str.swapcase)]
    for text in dict.fromkeys([*named, *spelled, *item.key, NOBODY]):
        if text.strip():
            yield Response(text, text)


def _numbers(question: Question, item: Item) -> Iterator[Response]:
    named = [each for each in list_named_answers(question) if isinstance(each, Fraction)]
    key, off = Fraction(item.key[0]), Fraction(item.tolerance or 0)
    edges = [*named, key, key - off, key + off, *(key + each for each in named)]
    tried = {edge + nudge for edge in edges for nudge in (-_NUDGE, Fraction(0), _NUDGE)}
    tried |= {Fraction(-1), Fraction(0), max(edges) + 1000}
    if question.base_type == "integer":
        tried = {each for each in tried if each.denominator == 1}
    for number in sorted(tried):
        written = _decimal(number)
        if written:
            yield Response(number, written)


def _decimal(number: Fraction) -> str:
    """Write a number in full, or nothing where it has no end."""
    for places in range(15):
        scaled = number * 10**places
        if scaled.denominator == 1:
            return (
                f"{number.numerator / number.denominator:.{places}f}" if abs(number) < 10**9 else ""
            )
    return ""
