"""The search for an item of ours that scores every response as an imported one does.

An item's rules are carried out (`processing.py`) for every possible response. These are each
choice, each set of choices, each number beside and between the numbers in its rules, each text in
them and one that is not. An item that scores the same for all of them is taken over. One that does
not is `Unsupported`, with the difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

from chalicelib.assessments.responses import comparable
from chalicelib.item_imports import question_problems

from .declarations import NUMBERS, Declaration, Single, Value, read_number
from .errors import Unsupported
from .operators import tolerances
from .processing import Processing
from .tree import Node

ENUMERATED = 10
"""Choices up to which every set of them is tried; more are judged by their standard template."""
MOST_LISTED = 50
"""Answers that a key can list, each with its points."""
MOST_POINTS = 200
"""Numbers that a numeric item's rules may speak of."""
_NAMED_MOST = 5
"""Answers that a note names."""
_NOWHERE = "\u2060no answer is written like this\u2060"
_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class JudgedItem:
    """The fields that an item of ours needs to score the same."""

    points: Fraction
    key: tuple[str, ...]
    partial: bool = False
    listed: tuple[tuple[frozenset[str], Fraction], ...] = ()
    """Every set of choices that earns points, with its points; then there is no `key`."""
    tolerance: str = ""
    notes: tuple[str, ...] = ()


# -- one choice -----------------------------------------------------------------------------------


def one_choice(processing: Processing, choices: Sequence[str]) -> JudgedItem:
    """Judge an item with one choice as its answer."""
    if len(processing.declared.right) > 1:
        raise Unsupported(question_problems.SEVERAL_RIGHT)
    _in_order(processing.declared.right, choices)
    _nothing_for_nothing(processing)
    scored = {choice: processing.score(choice) for choice in choices}
    most = _most(processing, scored.values())
    right = tuple(choice for choice, points in scored.items() if points == most)
    if len(right) > 1:
        raise Unsupported(question_problems.SEVERAL_RIGHT)
    _key_agrees(processing, most, choices)
    if any(points not in (_NOTHING, most) for points in scored.values()):
        raise Unsupported(question_problems.CHOICES_DIFFER_IN_POINTS)
    return JudgedItem(most, right)


# -- several choices ------------------------------------------------------------------------------


def several_choices(
    processing: Processing, declared: Declaration, choices: Sequence[str], most_given: int
) -> JudgedItem:
    """Judge an item of which several choices are given; `most_given` 0 means any number."""
    limit = min(most_given or len(choices), len(choices))
    right = declared.correct if isinstance(declared.correct, frozenset) else frozenset[Single]()
    _in_order(right, choices)
    if len(right) > limit:
        raise Unsupported(question_problems.KEY_NEEDS_MORE, right=len(right), limit=limit)
    _nothing_for_nothing(processing)
    if len(choices) > ENUMERATED:
        return _many_choices(processing, declared, choices)
    scored = {given: processing.score(given) for given in _sets(choices, limit)}
    most = _most(processing, scored.values())
    _key_agrees(processing, most, scored)
    listed = tuple((given, points) for given, points in scored.items() if points)
    if len(listed) == 1:
        return JudgedItem(most, _in_order(listed[0][0], choices))
    best = [given for given, points in listed if points == most]
    for right in sorted(best, key=len):
        if all(points == most * _share(given, right) for given, points in scored.items()):
            return JudgedItem(most, _in_order(right, choices), partial=True)
    if len(listed) <= MOST_LISTED:
        return JudgedItem(most, (), listed=listed)
    raise Unsupported(question_problems.TOO_MANY_LISTED, listed=len(listed), most=MOST_LISTED)


def _sets(choices: Sequence[str], limit: int) -> Iterator[frozenset[str]]:
    for size in range(1, limit + 1):
        yield from map(frozenset, combinations(choices, size))


def _share(given: frozenset[str], right: frozenset[str]) -> Fraction:
    surplus = len(given & right) - len(given - right)
    return Fraction(max(0, surplus), len(right))


def _many_choices(
    processing: Processing, declared: Declaration, choices: Sequence[str]
) -> JudgedItem:
    """Judge by the standard template: too many sets to try each."""
    if processing.how.startswith("match") and isinstance(declared.correct, frozenset):
        most = _most(processing, [processing.score(declared.correct)])
        _key_agrees(processing, most, map(frozenset, _positive(declared, choices)))
        return JudgedItem(most, _in_order(declared.correct, choices))
    mapping = declared.mapping
    if processing.how == "map" and mapping is not None:
        plain = {choice: mapping.worth(choice) for choice in choices}
        right = frozenset(choice for choice, points in plain.items() if points > 0)
        most = _most(processing, [mapping.of(right)])
        _key_agrees(processing, most, [right])
        each = most / len(right)
        exact = all(plain[c] == (each if c in right else -each) for c in choices)
        if exact and mapping.lower == 0 and mapping.upper in (None, most):
            return JudgedItem(most, _in_order(right, choices), partial=True)
    raise Unsupported(question_problems.TOO_MANY_CHOICES_TO_CHECK, choices=len(choices))


def _positive(declared: Declaration, choices: Sequence[str]) -> Iterator[list[str]]:
    """Yield the set of choices that its mapping is kindest to."""
    if declared.mapping:
        yield [choice for choice in choices if declared.mapping.worth(choice) > 0]


def _in_order(right: Iterable[Value], choices: Sequence[str]) -> tuple[str, ...]:
    wanted = frozenset(right)
    if not wanted <= frozenset(choices):
        raise Unsupported(question_problems.KEY_NAMES_NO_CHOICE)
    return tuple(choice for choice in choices if choice in wanted)


# -- a text ---------------------------------------------------------------------------------------


def a_text(processing: Processing, declared: Declaration, rules: Node | None) -> JudgedItem:
    """Judge an item whose answer is a text."""
    _nothing_for_nothing(processing)
    if processing.score(_NOWHERE) != 0:
        raise Unsupported(question_problems.ANY_TEXT_EARNS)
    known = list(dict.fromkeys(_texts(declared, rules)))
    scored = {text: processing.score(text) for text in known}
    most = _most(processing, scored.values())
    _key_agrees(processing, most, known)
    key = _different(text for text, points in scored.items() if points == most)
    notes = _describe_losses(processing, scored, most) if len(key) <= MOST_LISTED else ()
    return JudgedItem(most, key, notes=tuple(notes))


def _texts(declared: Declaration, rules: Node | None) -> Iterator[str]:
    """Yield every text that its rules speak of, the declared answer first."""
    yield from (right for right in declared.right if isinstance(right, str))
    if declared.mapping:
        yield from (key for key in declared.mapping.entries if isinstance(key, str))
    for node in rules.all("baseValue") if rules else ():
        if node.get("baseType") == "string":
            yield " ".join(node.text.split())


def _describe_losses(
    processing: Processing, scored: dict[str, Fraction], most: Fraction
) -> Iterator[str]:
    """Describe what our item forgives or forgets."""
    full = {comparable(text) for text, points in scored.items() if points == most}
    less = [text for text, points in scored.items() if points not in (_NOTHING, most)]
    none = [text for text in less if comparable(text) not in full]
    every = [text for text in less if comparable(text) in full]
    for texts, what in ((none, "none"), (every, "all of them")):
        if texts:
            more = f" and {len(texts) - _NAMED_MOST} more" if len(texts) > _NAMED_MOST else ""
            few = ", ".join(texts[:_NAMED_MOST])
            yield f"Answers that gave part of the points give {what} here: {few}{more}."
    if _is_strict(processing, scored, most, full):
        yield "Capital and small letters mattered; here they do not."


def _is_strict(
    processing: Processing, scored: dict[str, Fraction], most: Fraction, full: set[str]
) -> bool:
    """Return whether a right answer in another case earns less than all points."""
    if any(points != most and comparable(text) in full for text, points in scored.items()):
        return True
    right = (text for text, points in scored.items() if points == most)
    return any(processing.score(text.swapcase()) != most for text in right)


def _different(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple({comparable(text): text for text in reversed(list(texts))}.values())[::-1]


# -- a number -------------------------------------------------------------------------------------


def a_number(processing: Processing, declared: Declaration, rules: Node | None) -> JudgedItem:
    """Judge an item whose answer is a number: right must be one closed range.

    Its rules compare the answer with numbers, so its score can change only at those; between two
    of them one number stands for all.
    """
    _nothing_for_nothing(processing)
    _only_compared(rules, declared.identifier)
    steps = _steps(declared, rules)
    scored = [(at, processing.score(at)) for at in _choose_probes(steps)]
    most = _most(processing, (points for _, points in scored))
    if any(points not in (_NOTHING, most) for _, points in scored):
        raise Unsupported(question_problems.NUMBERS_EARN_A_PART)
    low, high = _range([points == most for _, points in scored], [at for at, _ in scored], steps)
    _key_agrees(processing, most, (at for at, _ in scored))
    middle, tolerance = (low + high) / 2, (high - low) / 2
    key = _decimal(middle)
    notes = []
    if isinstance(declared.correct, Fraction) and declared.correct != middle:
        notes = [f"Right is from {_decimal(low)} to {_decimal(high)}; the key is the middle."]
    return JudgedItem(
        most, (key,), tolerance=_decimal(tolerance) if tolerance else "", notes=tuple(notes)
    )


def _only_compared(rules: Node | None, name: str) -> None:
    """Refuse rules that do more with the answer than compare it."""
    for parent in rules.all(*_ANY) if rules else ():
        uses = any(p.name == "variable" and p.get("identifier") == name for p in parent.nodes)
        if uses and parent.name not in _COMPARING:
            raise Unsupported(question_problems.SCORING_CALCULATES, name=parent.name)
        others = [p for p in parent.nodes if p.name not in ("variable", "baseValue", "correct")]
        if uses and others:
            raise Unsupported(question_problems.SCORING_COMPARES)


_COMPARING = frozenset(("match", "equal", "lt", "lte", "gt", "gte", "isNull"))
_ANY = (
    *_COMPARING, "sum", "subtract", "product", "divide", "min", "max", "multiple", "member",
    "contains", "containerSize", "stringMatch", "and", "or", "not", "setOutcomeValue",
)  # fmt: skip


def _steps(declared: Declaration, rules: Node | None) -> list[Fraction]:
    """Return every number at which the score can change, ascending."""
    entries = {right for right in declared.right if isinstance(right, Fraction)}
    entries |= {key for key in (declared.mapping.entries if declared.mapping else ())
             if isinstance(key, Fraction)}  # fmt: skip
    for node in rules.all("baseValue") if rules else ():
        number = read_number(node.text) if node.get("baseType") in NUMBERS else None
        entries |= {number} if number is not None else set()
    found = set(entries)
    for equal in rules.all("equal") if rules else ():
        found |= set(_around(entries, equal))
    if not found or len(found) > MOST_POINTS:
        raise Unsupported(question_problems.NO_CORRECT_NUMBER)
    return sorted(found)


def _around(entries: Iterable[Fraction], equal: Node) -> Iterator[Fraction]:
    relative = equal.get("toleranceMode") == "relative"
    for number in entries:
        for off in tolerances(equal):
            if relative:
                yield from (number * (1 - off / 100), number * (1 + off / 100))
                shares = (1 - off / 100, 1 + off / 100)
                yield from (number / share for share in shares if share)
            else:
                yield from (number - off, number + off)


def _choose_probes(steps: Sequence[Fraction]) -> list[Fraction]:
    between = [(one + other) / 2 for one, other in pairwise(steps)]
    return sorted({steps[0] - 1, *steps, *between, steps[-1] + 1})


def _range(
    right: Sequence[bool], at: Sequence[Fraction], steps: Sequence[Fraction]
) -> tuple[Fraction, Fraction]:
    first, last = right.index(True), len(right) - 1 - right[::-1].index(True)
    known = set(steps)
    if not all(right[first : last + 1]) or at[first] not in known or at[last] not in known:
        raise Unsupported(question_problems.NOT_ONE_RANGE)
    return at[first], at[last]


def _decimal(number: Fraction) -> str:
    """Write a number in full. Raises `Unsupported` for what has no end as a decimal."""
    for places in range(13):
        scaled = number * 10**places
        if scaled.denominator == 1:
            digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
            whole, rest = digits[: len(digits) - places], digits[len(digits) - places :]
            return ("-" if number < 0 else "") + (f"{whole}.{rest}" if rest else whole)
    raise Unsupported(question_problems.RANGE_NOT_DECIMAL)


# -- all of them ----------------------------------------------------------------------------------


def _nothing_for_nothing(processing: Processing) -> None:
    if processing.score(None) > 0:
        raise Unsupported(question_problems.NO_ANSWER_EARNS)


def _most(processing: Processing, scores: Iterable[Fraction]) -> Fraction:
    every = {id(points): points for points in scores}.values()  # mostly the same few
    if min(every, default=_NOTHING) < 0:
        raise Unsupported(question_problems.TAKES_POINTS_AWAY)
    if max(every, default=_NOTHING) <= 0:
        known = processing.declared.correct is not None
        raise Unsupported(
            question_problems.KEY_EARNS_NOTHING if known else question_problems.NOTHING_EARNS
        )
    return max(every)


def _key_agrees(processing: Processing, most: Fraction, tried: Iterable[Value]) -> None:
    """Refuse a declared answer that its rules, or its mapping, put below another."""
    declared = processing.declared
    if any(processing.score(right) < most for right in declared.right):
        raise Unsupported(question_problems.KEY_CONTRADICTS_SCORING)
    mapping = declared.mapping
    if mapping is None or processing.how == "map" or not declared.right:
        return
    if not mapping.gives_points:
        return
    best = max(map(mapping.of, tried), default=_NOTHING)
    if any(mapping.of(right) < best for right in declared.right):
        raise Unsupported(question_problems.KEY_CONTRADICTS_MAPPING)
