"""The operators of QTI's expressions: node, values of its parts -> value; NULL is `None`."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from fractions import Fraction

from chalicelib.item_imports import question_problems

from .declarations import TRUE, Single, Value, read_number
from .errors import Unsupported, cut
from .tree import Node

Operator = Callable[[Node, list[Value]], Value]


def unknown(node: Node) -> Unsupported:
    """Return that a rule or an expression is not read."""
    what = node.get("class") if node.name == "customOperator" else node.name
    return Unsupported(question_problems.SCORING_OPERATOR, value=cut(what or node.name))


def as_number(value: object) -> Fraction:
    """Return a number, 0 for NULL."""
    return value if isinstance(value, Fraction) else Fraction(0)


def _two(node: Node, values: list[Value]) -> tuple[Value, Value]:
    if len(values) != 2:  # noqa: PLR2004 - both sides
        raise unknown(node)
    return values[0], values[1]


def _match(node: Node, values: list[Value]) -> Value:
    one, other = _two(node, values)
    return None if one is None or other is None else one == other


def _string_match(node: Node, values: list[Value]) -> Value:
    one, other = _two(node, values)
    if node.get("substring") in TRUE:
        raise unknown(node)
    if not isinstance(one, str) or not isinstance(other, str):
        return None
    loose = node.get("caseSensitive") in ("false", "0")
    return one.casefold() == other.casefold() if loose else one == other


def _numbers(values: Iterable[Value]) -> list[Fraction] | None:
    """Return numbers, or nothing when one is NULL. Raises `Unsupported` for other values."""
    found = list(values)
    if None in found:
        return None
    if not all(isinstance(each, Fraction) for each in found):
        raise Unsupported(question_problems.SCORING_NOT_A_NUMBER)
    return [as_number(each) for each in found]


def _make_comparison(compare: Callable[[Fraction, Fraction], bool]) -> Operator:
    def operate(node: Node, values: list[Value]) -> Value:
        numbers = _numbers(_two(node, values))
        return None if numbers is None else compare(*numbers)

    return operate


def _make_aggregate(count: Callable[[list[Fraction]], Fraction | None]) -> Operator:
    def operate(_: Node, values: list[Value]) -> Value:
        flat = [e for v in values for e in (v if isinstance(v, frozenset) else (v,))]
        numbers = _numbers(flat)
        return None if not numbers else count(numbers)

    return operate


def tolerances(node: Node) -> tuple[Fraction, Fraction]:
    """Read how far an `equal` lets its second side be off below and above the first."""
    texts = node.get("tolerance").split()
    numbers = [read_number(text) for text in texts]
    if node.get("toleranceMode") in ("", "exact"):
        return Fraction(0), Fraction(0)
    if not numbers or len(numbers) > 2 or None in numbers:  # noqa: PLR2004 - below and above
        raise unknown(node)
    return as_number(numbers[0]), as_number(numbers[-1])


def _equal(node: Node, values: list[Value]) -> Value:
    numbers = _numbers(_two(node, values))
    if numbers is None:
        return None
    first, second = numbers
    low, high = tolerances(node)
    if node.get("toleranceMode") == "relative":
        low, high = first * low / 100, first * high / 100
    below = operator.lt if node.get("includeLowerBound") == "false" else operator.le
    above = operator.lt if node.get("includeUpperBound") == "false" else operator.le
    if low == high == 0:
        return first == second
    return bool(below(first - low, second) and above(second, first + high))


def _and(_: Node, values: list[Value]) -> Value:
    return False if False in values else None if None in values else True


def _or(_: Node, values: list[Value]) -> Value:
    return True if True in values else None if None in values else False


def _not(_: Node, values: list[Value]) -> Value:
    return None if values[:1] in ([], [None]) else values[0] is not True


def _is_null(_: Node, values: list[Value]) -> Value:
    return values[0] in (None, frozenset(), "") if values else True


def _gather(_: Node, values: list[Value]) -> Value:
    singles: set[Single] = set()
    for value in values:
        singles |= (
            value if isinstance(value, frozenset) else {value} if value is not None else set()
        )
    return frozenset(singles) or None


def _member(node: Node, values: list[Value]) -> Value:
    one, many = _two(node, values)
    if one is None or many is None:
        return None
    return one in many if isinstance(many, frozenset) else one == many


def _contains(node: Node, values: list[Value]) -> Value:
    one, other = _two(node, values)
    if not isinstance(one, frozenset) or not isinstance(other, frozenset):
        return None
    return other <= one


def _divide(numbers: list[Fraction]) -> Fraction | None:
    return numbers[0] / numbers[1] if len(numbers) == 2 and numbers[1] else None  # noqa: PLR2004


def _product(numbers: list[Fraction]) -> Fraction:
    total = Fraction(1)
    for number in numbers:
        total *= number
    return total


OPERATORS: dict[str, Operator] = {
    "match": _match,
    "stringMatch": _string_match,
    "equal": _equal,
    "and": _and,
    "or": _or,
    "not": _not,
    "isNull": _is_null,
    "lt": _make_comparison(operator.lt),
    "lte": _make_comparison(operator.le),
    "gt": _make_comparison(operator.gt),
    "gte": _make_comparison(operator.ge),
    "multiple": _gather,
    "member": _member,
    "contains": _contains,
    "containerSize": lambda _, v: Fraction(len(v[0]) if isinstance(v[0], frozenset) else 0),
    "sum": _make_aggregate(lambda numbers: sum(numbers, Fraction(0))),
    "subtract": _make_aggregate(lambda n: n[0] - n[1] if len(n) == 2 else None),  # noqa: PLR2004
    "product": _make_aggregate(_product),
    "divide": _make_aggregate(_divide),
    "min": _make_aggregate(min),
    "max": _make_aggregate(max),
}
