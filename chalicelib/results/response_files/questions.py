"""Which columns are about which question: by what their heads say whole, and by what they hold."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from chalicelib.assessments.items import Item
from chalicelib.assessments.kinds import KINDS
from chalicelib.assessments.responses import comparable
from chalicelib.errors import FileFinding
from chalicelib.file_cells import column_name
from chalicelib.spreadsheets import SpreadsheetRow, plain

from . import column_problems
from .heads import Label, begins_a_question, label_of, read_question_number, read_titled_head
from .layouts import Means, Recognized
from .model import AskedItems, ColumnRole, ColumnUse
from .notation import Values, holds_answers, role_of_choices
from .texts import find_by_prompt, place_texts, subject_of

_NUMBERED = (Means.LABEL, Means.GRADES, Means.ENTITLED)
_MOST = 200
"""Questions of an assessment."""
_BESIDE_QUARTERS = re.compile(
    r"(s[12]|y1|[ex][1-4]|f[12]|sem(ester)?[12]?|yr|year(end)?|ytd|final)(exam|grade|avg|average)?|fin"
)
"""Names of a report card's columns for semesters, exams and the year, without blanks."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Evidence that a column is about a question; `role` is response or points, None if unknown."""

    place: int
    number: int
    reason: str
    role: ColumnRole | None = None
    part: str = ""
    out_of: str = ""


@dataclass(frozen=True, slots=True)
class QuestionColumns:
    """The columns of questions, the reasons for and against each, and the unclear ones."""

    uses: tuple[ColumnUse, ...] = ()
    reasons: tuple[tuple[int, str], ...] = ()
    """By place."""
    findings: tuple[tuple[int | None, FileFinding], ...] = ()
    """Findings about a column (from 0), or about the file."""


class Questions:
    """The heads of a file, looked at for the questions they are about."""

    def __init__(
        self,
        names: Sequence[str],
        rows: Sequence[SpreadsheetRow],
        asked: AskedItems,
        known: Recognized | None,
    ) -> None:
        """Look at these; `known` is the product whose file it is."""
        self._names = names
        self._rows = rows
        self._asked = asked
        self._known = known
        self._reasons: dict[int, str] = {}
        self._findings: list[tuple[int | None, FileFinding]] = []
        self._unclear: set[int] = set()

    def find(self, taken: Iterable[int]) -> QuestionColumns:
        """Find the columns; `taken` are those (from 0) that have another meaning."""
        left = [n for n, name in enumerate(self._names) if name and n not in set(taken)]
        claims = self._of_product(left) if self._known else self._by_heads(left)
        if any(each.number == 0 for each in claims):
            first = min(each.place for each in claims if each.number == 0)
            self._findings.append((first, column_problems.NUMBERED_FROM_ZERO()))
            claims = []
        claims = [each for each in claims if each.number <= _MOST]
        self._say_unread(left, {each.number for each in claims})
        uses = tuple(self._choose_columns(self._with_parts(claims)))
        return QuestionColumns(uses, tuple(self._reasons.items()), tuple(self._findings))

    def _say_unread(self, left: Sequence[int], claimed: set[int]) -> None:
        """Report columns that begin as a question's, if no other column is about the question."""
        entries = {place for place, _ in self._findings} | set(self._reasons)
        for place in left if claimed else ():
            begun = begins_a_question(self._names[place])
            open_ones = set(range(1, len(self._asked.items) + 1)) - claimed
            if begun in open_ones and place not in entries:
                unread = column_problems.HEAD_UNREAD(number=begun)
                self._findings.append((place, unread))

    # -- claims -----------------------------------------------------------------------------------

    def _of_product(self, left: Sequence[int]) -> list[Claim]:
        """Take the columns as the product has them; texts of questions in their order."""
        known = self._known
        assert known
        means = known.means
        claims = [
            each
            for place in left
            if means[place] in _NUMBERED and (each := self._claim_by_label(place, means[place]))
        ]
        texts = [n for n in left if means[n] == Means.TEXT]
        numbers = self._numbers_of(texts)
        by_text = {self._names[place]: number for place, number in numbers.items()}
        for place, number in numbers.items():
            claims.append(self._claim(place, number, ColumnRole.RESPONSE))
            behind = place + 1
            if behind < len(means) and means[behind] == Means.POINTS_BEHIND:
                points = self._claim(behind, number, ColumnRole.POINTS)
                claims.append(replace(points, out_of=self._names[behind]))
        for place in left:
            if means[place] == Means.POINTS_OF:
                asked = by_text.get(subject_of(self._names[place]))
                claims += [self._claim(place, asked, ColumnRole.POINTS)] if asked else []
        return claims

    def _claim(self, place: int, number: int, role: ColumnRole) -> Claim:
        what = "answers" if role == ColumnRole.RESPONSE else "points"
        name = self._known.product.name if self._known else "the file"
        return Claim(place, number, f"In {name}, this column has the {what}.", role)

    def _claim_by_label(self, place: int, means: Means | None = None) -> Claim | None:
        read = read_titled_head if means == Means.ENTITLED else label_of
        label = read(self._names[place])
        if not label:
            return None
        reason = f"Its name says question {label.counted}."
        role = ColumnRole.POINTS if means == Means.GRADES else label.role
        return Claim(place, label.number, reason, role, label.part, label.out_of)

    def _numbers_of(self, texts: Sequence[int]) -> dict[int, int]:
        """Return which question each text is, and what was guessed for it."""
        found, guessed = place_texts({n: self._names[n] for n in texts}, self._asked.items)
        self._findings += [(None, guessed)] if guessed else []
        return found

    def _by_heads(self, left: Sequence[int]) -> list[Claim]:
        """Take the heads that say a question's number, and nothing else but it."""
        ids = {item.id: n for n, item in enumerate(self._asked.items, 1)}
        claims, bare = list[Claim](), list[tuple[int, Label]]()
        quarters = self._quarters(left)
        asked = find_by_prompt({n: self._names[n] for n in left}, self._asked.items)
        for place in left:
            name, label = self._names[place], label_of(self._names[place])
            if name in ids:
                claims.append(Claim(place, ids[name], f"Its name is the id of item {ids[name]}."))
            elif place in asked:
                reason = f"Its name is what item {asked[place]} asks."
                claims.append(Claim(place, asked[place], reason))
            elif place in quarters or label is None:
                continue
            elif label.prefixed and (label.role or not self._is_text_of_another(place, label)):
                claims += [each] if (each := self._claim_by_label(place)) else []
            elif not label.prefixed:
                bare.append((place, label))
        return claims + self._bare(bare, {each.place for each in claims})

    def _is_text_of_another(self, place: int, label: Label) -> bool:
        """Return whether this is `Question 1` beside `Response 1`: it holds the question's text."""
        labels = [label_of(name) for n, name in enumerate(self._names) if n != place]
        entries = [each for each in labels if each and each.number == label.number]
        answered = any(
            each.role == ColumnRole.RESPONSE and each.part == label.part for each in entries
        )
        if answered and plain(self._names[place]).startswith("question"):
            self._reasons[place] = "Another column has the answers; this one says what was asked."
            return True
        return False

    def _bare(self, bare: list[tuple[int, Label]], others: set[int]) -> list[Claim]:
        """Take heads that are a number alone if they count questions, side by side."""
        if not bare:
            return []
        places = [place for place, _ in bare]
        keys = [(label.number, label.part) for _, label in bare]
        gap = (
            places[-1]
            - places[0]
            + 1
            - len(places)
            - len([n for n in range(places[0], places[-1]) if n in others])
        )
        rising = all(one <= other for one, other in itertools.pairwise(keys))
        texts = [label for _, label in bare if label.text]
        from_one = [label.number for label in texts] and bare[0][1].number == 1
        consecutive = {number for number, _ in keys} == set(range(1, keys[-1][0] + 1))
        if (rising and not gap and not texts) or (rising and from_one and consecutive):
            return [each for place, _ in bare if (each := self._claim_by_label(place))]
        for place, _ in bare:
            self._findings.append((place, column_problems.NUMBER_UNCLEAR()))
        return []

    def _quarters(self, left: Sequence[int]) -> set[int]:
        """Return the columns of grades of quarters, beside those of semesters and the year."""
        names = {n: plain(name) for n, name in enumerate(self._names)}
        quarters = {n for n in left if names[n] in ("q1", "q2", "q3", "q4")}
        beside = [self._names[n] for n in names if _BESIDE_QUARTERS.fullmatch(names[n])]
        others = [
            n
            for n in left
            if n not in quarters and (label := label_of(self._names[n])) and label.prefixed
        ]
        if not beside or others or not quarters:
            return set()
        text = ", ".join(beside[:3])
        for n in quarters:
            self._reasons[n] = f"Beside {text}, {self._names[n]} is a quarter, not a question."
        self._findings.append((min(quarters), column_problems.QUARTERS(beside=text)))
        return quarters

    # -- parts ------------------------------------------------------------------------------------

    def _with_parts(self, claims: list[Claim]) -> list[Claim]:
        """Return what becomes of the parts of questions: items of their own, added up, or asked."""
        parts = [each for each in claims if each.part]
        if not parts:
            return claims
        if self._known and self._in_order(claims):
            self._findings.append((None, column_problems.PARTS_BY_ORDER(count=len(claims))))
            ordered = sorted(claims, key=lambda each: each.place)
            return [replace(each, number=n, part="") for n, each in enumerate(ordered, 1)]
        wrong = {each.number for each in parts} - {
            number for number in {each.number for each in parts} if self._adds_up(number, claims)
        }
        for number in sorted(wrong):
            names = ", ".join(self._names[each.place] for each in parts if each.number == number)
            place = next(each.place for each in parts if each.number == number)
            unclear = column_problems.PARTS_UNCLEAR(names=names, number=number)
            self._findings.append((place, unclear))
        kept = [each for each in claims if each.number not in wrong]
        return [replace(each, role=ColumnRole.POINTS) if each.part else each for each in kept]

    def _in_order(self, claims: list[Claim]) -> bool:
        """Return whether every column is an item of its own, worth what the head says."""
        ordered = sorted(claims, key=lambda each: each.place)
        items = self._asked.items
        return len(ordered) == len(items) and all(
            each.out_of and Fraction(each.out_of) == item.worth
            for each, item in zip(ordered, items, strict=True)
        )

    def _adds_up(self, number: int, claims: list[Claim]) -> bool:
        """Return whether the parts of a question are points that together make what it is worth."""
        item = self._item(number)
        mine = [each for each in claims if each.number == number]
        if item is None or any(not each.part or each.role == ColumnRole.RESPONSE for each in mine):
            return False
        worths = [Fraction(each.out_of) for each in mine if each.out_of]
        if worths:
            return len(worths) == len(mine) and sum(worths) == item.worth
        named = len(mine) > 1 and all(self._is_part_by_name(each) for each in mine)
        return (
            named
            and KINDS[item.kind].by_hand
            and all(self._values(each.place).are_numbers for each in mine)
        )

    def _is_part_by_name(self, claim: Claim) -> bool:
        """Return whether its letter or a word before it shows a part: `1.1` may be a standard."""
        label = label_of(self._names[claim.place])
        return not claim.part[:1].isdigit() or bool(label and label.prefixed)

    # -- one column a question --------------------------------------------------------------------

    def _choose_columns(self, claims: list[Claim]) -> Iterator[ColumnUse]:
        """Choose a column for each question, and say response or points of it."""
        open_ones = [each for each in claims if each.role is None]
        body = self._roles(open_ones)
        by_number: dict[int, list[Claim]] = {}
        for each in claims:
            role = each.role or body[each.place]
            by_number.setdefault(each.number, []).append(replace(each, role=role))
        for number, mine in by_number.items():
            yield from self._of_question(number, mine)

    def _of_question(self, number: int, mine: list[Claim]) -> Iterator[ColumnUse]:
        item = self._item(number)
        by_role = {
            role: [c for c in mine if c.role == role]
            for role in (ColumnRole.RESPONSE, ColumnRole.POINTS)
        }
        role = self._choose_role(item, by_role)
        chosen = by_role[role]
        if self._known and len(chosen) > 1 and not chosen[0].part:
            chosen = [max(chosen, key=lambda each: len(self._values(each.place).texts))]
        for each in mine:
            if each not in chosen:
                self._reasons[each.place] = _explain_unused(role)
                continue
            self._reasons[each.place] = each.reason
            if each.place in self._unclear:
                self._reasons[each.place] += " Not read: points or choices could be meant."
            read_as = ColumnRole.IGNORED if each.place in self._unclear else role
            yield ColumnUse(
                column=each.place + 1, role=read_as, number=number, part=each.part or None
            )

    def _choose_role(self, item: Item | None, by_role: dict[ColumnRole, list[Claim]]) -> ColumnRole:
        """Prefer answers where they can be read; points are all that a question by hand has."""
        if not by_role[ColumnRole.RESPONSE] or not by_role[ColumnRole.POINTS]:
            return ColumnRole.RESPONSE if by_role[ColumnRole.RESPONSE] else ColumnRole.POINTS
        if item is None:
            return ColumnRole.RESPONSE
        texts = self._values(by_role[ColumnRole.RESPONSE][0].place).texts
        return ColumnRole.RESPONSE if holds_answers(item, texts) else ColumnRole.POINTS

    def _roles(self, claims: list[Claim]) -> dict[int, ColumnRole]:
        """Return the role of each column: responses or points, where the heads do not say so.

        The items that any form prints under a number count: a number can be an answer there.
        """
        body, choices = dict[int, ColumnRole](), dict[int, tuple[Values, list[Item]]]()
        for each in claims:
            items = self._list_printed_items(each.number)
            kinds = [KINDS[item.kind] for item in items]
            if kinds and all(kind.by_hand for kind in kinds):
                body[each.place] = ColumnRole.POINTS
            elif not kinds or not all(kind.is_marked for kind in kinds):
                body[each.place] = ColumnRole.RESPONSE
            elif each.part and self._values(each.place).are_numbers:
                body[each.place] = ColumnRole.POINTS
            else:
                choices[each.place] = self._values(each.place), items
        read, unclear = role_of_choices(choices)
        if unclear:
            names = ", ".join(self._names[n] or column_name(n) for n in sorted(unclear)[:8])
            first = min(unclear)
            self._unclear |= unclear
            self._findings.append((first, column_problems.DIGITS_UNCLEAR(names=names)))
        return body | read

    def _list_printed_items(self, number: int) -> list[Item]:
        places = (self._asked.place(form, number) for form in self._asked.forms)
        return [self._asked.items[place] for place in places if place is not None]

    def _item(self, number: int) -> Item | None:
        return self._asked.items[number - 1] if number <= len(self._asked.items) else None

    def _values(self, place: int) -> Values:
        return Values.of(row.at(place) for row in self._rows)


def _explain_unused(role: ColumnRole) -> str:
    if role == ColumnRole.RESPONSE:
        return "Not used: the answers to this question stand in another column."
    return "Not used: the points of this question stand in another column."


def item_named(asked: AskedItems, form: str, text: str) -> int | None:
    """Return the item that a cell names: by its id, its number on the form, or what it asks."""
    named = next((n for n, item in enumerate(asked.items) if item.id == text), None)
    if named is not None:
        return named
    number = read_question_number(text)
    if number is not None:
        return asked.place(form, number)
    words = comparable(text)
    asking = [n for n, item in enumerate(asked.items) if words and comparable(item.prompt) == words]
    return asking[0] if len(asking) == 1 else None
