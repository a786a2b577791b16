"""The meaning of parsed expressions: conditions, updates and projections of an item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from simulator.expressions import (
    BadExpression,
    DocumentPath,
    ExpressionCall,
    Literal,
    condition,
    projection,
    resolve_path,
)
from simulator.expressions import update as parsed_update
from simulator.values import Item, Value, copy_value, number, order, size_of

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": eq,
    "<>": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}
ORDERED = frozenset(("S", "N", "B"))
SETS = {"SS": "S", "NS": "N", "BS": "B"}


class BadUpdate(Exception):
    """An update that cannot be done on this item; the message is DynamoDB's."""


@dataclass(frozen=True, slots=True)
class Scope:
    """An item as it is, and what the placeholders stand for."""

    item: Item
    names: Mapping[str, str]
    values: Mapping[str, Value]

    def value(self, operand: Any) -> Value | None:
        """Return the operand's value, or None where the path leads nowhere."""
        if isinstance(operand, Literal):
            return self.values[operand.name]
        if isinstance(operand, DocumentPath):
            return find_value(self.item, resolve_path(operand, self.names))
        inner = self.value(operand.arguments[0])  # size(path)
        return None if inner is None else {"N": str(_length(inner))}


def _length(value: Value) -> int:
    ((kind, content),) = value.items()
    if kind in ("N", "BOOL", "NULL"):
        return size_of(value)
    return len(content.encode()) if kind == "S" else len(content)


def find_value(item: Item, steps: tuple[str | int, ...]) -> Value | None:
    here: Value | None = item.get(steps[0])  # type: ignore[arg-type]
    for step in steps[1:]:
        if here is None:
            return None
        here = _member(here, step)
    return here


def _member(value: Value, step: str | int) -> Value | None:
    if isinstance(step, str):
        return value.get("M", {}).get(step)  # type: ignore[no-any-return]
    members = value.get("L", [])
    return members[step] if step < len(members) else None


def holds(expression: str, scope: Scope) -> bool:
    return _true(condition(expression).tree, scope)


def _true(tree: ExpressionCall, scope: Scope) -> bool:
    return TESTS[tree.name](tree.arguments, scope)


def _build_comparison(name: str) -> Callable[[Any, Scope], bool]:
    compare = COMPARE[name]

    def test(arguments: Any, scope: Scope) -> bool:
        left, right = scope.value(arguments[0]), scope.value(arguments[1])
        if name == "<>":
            return left != right
        if left is None or right is None:
            return False
        if name == "=":
            return left == right
        return _comparable(left, right) and compare(order(left), order(right))

    return test


def _comparable(left: Value, right: Value) -> bool:
    return left.keys() == right.keys() and next(iter(left)) in ORDERED


def _between(arguments: Any, scope: Scope) -> bool:
    middle, low, high = (scope.value(a) for a in arguments)
    if middle is None or low is None or high is None:
        return False
    if not (_comparable(low, middle) and _comparable(middle, high)):
        return False
    return bool(order(low) <= order(middle) <= order(high))


def _begins_with(arguments: Any, scope: Scope) -> bool:
    whole, start = scope.value(arguments[0]), scope.value(arguments[1])
    if whole is None or start is None or not _comparable(whole, start) or "N" in whole:
        return False
    return bool(order(whole).startswith(order(start)))


def _contains(arguments: Any, scope: Scope) -> bool:
    whole, part = scope.value(arguments[0]), scope.value(arguments[1])
    if whole is None or part is None:
        return False
    ((kind, content),) = whole.items()
    ((part_kind, wanted),) = part.items()
    if kind == "L":
        return part in content
    return part_kind == SETS.get(kind, kind) and kind in {"S", "B", *SETS} and wanted in content


def _in(arguments: Any, scope: Scope) -> bool:
    wanted = scope.value(arguments[0])
    return wanted is not None and any(scope.value(a) == wanted for a in arguments[1:])


def _is_type(arguments: Any, scope: Scope) -> bool:
    value, kind = scope.value(arguments[0]), scope.value(arguments[1])
    return value is not None and kind is not None and next(iter(value)) == kind.get("S")


TESTS: dict[str, Callable[[Any, Scope], bool]] = {
    "AND": lambda a, s: all(_true(each, s) for each in a),
    "OR": lambda a, s: any(_true(each, s) for each in a),
    "NOT": lambda a, s: not _true(a[0], s),
    "IN": _in,
    "BETWEEN": _between,
    "attribute_exists": lambda a, s: s.value(a[0]) is not None,
    "attribute_not_exists": lambda a, s: s.value(a[0]) is None,
    "attribute_type": _is_type,
    "begins_with": _begins_with,
    "contains": _contains,
    **{name: _build_comparison(name) for name in COMPARE},
}


def apply_update(expression: str, scope: Scope) -> Item:
    """Return the item after the update; every right side sees the item as it was before."""
    clauses: dict[str, Any] = parsed_update(expression).tree
    targets = [
        resolve_path(path, scope.names) for actions in clauses.values() for path, _ in actions
    ]
    _refuse_overlaps(targets)
    sets = [
        (resolve_path(path, scope.names), _result(operand, scope))
        for path, operand in clauses.get("SET", ())
    ]
    sets += [_add_operand(path, operand, scope) for path, operand in clauses.get("ADD", ())]
    removed = [resolve_path(path, scope.names) for path, _ in clauses.get("REMOVE", ())]
    for path, operand in clauses.get("DELETE", ()):
        steps, left = _take_out(path, operand, scope)
        if left is None:
            removed.append(steps)
        else:
            sets.append((steps, left))
    after = _copy_touched(scope.item, {t[0] for t in targets if len(t) > 1})
    for steps, value in sets:
        _put(after, steps, value)
    for steps in sorted(removed, key=_last_index_first):
        _drop(after, steps)
    return after


def _copy_touched(item: Item, touched: set[Any]) -> Item:
    """Return a copy of the item in which only what is changed inside is copied too."""
    return {n: copy_value(v) if n in touched else v for n, v in item.items()}


def _refuse_overlaps(targets: list[tuple[str | int, ...]]) -> None:
    ordered = sorted(targets, key=lambda steps: [str(s) for s in steps])
    for one, other in pairwise(ordered):
        if other[: len(one)] == one:
            raise BadExpression(
                "Two document paths overlap with each other; must remove or rewrite one of these"
                f" paths; path one: {_write_path(one)}, path two: {_write_path(other)}"
            )


def _write_path(steps: tuple[str | int, ...]) -> str:
    return "[" + ", ".join(f"[{s}]" if isinstance(s, int) else s for s in steps) + "]"


def _result(operand: Any, scope: Scope) -> Value:
    if isinstance(operand, ExpressionCall) and operand.name in RESULTS:
        return RESULTS[operand.name](operand.arguments, scope)
    value = scope.value(operand)
    if value is None:
        raise BadUpdate(
            "The provided expression refers to an attribute that does not exist in the item"
        )
    return value


def _default(arguments: Any, scope: Scope) -> Value:
    there = scope.value(arguments[0])
    return there if there is not None else _result(arguments[1], scope)


def _append_lists(arguments: Any, scope: Scope) -> Value:
    first, second = (_result(a, scope) for a in arguments)
    if "L" not in first or "L" not in second:
        raise BadUpdate("An operand in the update expression has an incorrect data type")
    return {"L": first["L"] + second["L"]}


def _arithmetic(sign: int) -> Callable[[Any, Scope], Value]:
    def result(arguments: Any, scope: Scope) -> Value:
        left, right = (_result(a, scope) for a in arguments)
        if "N" not in left or "N" not in right:
            raise BadUpdate("An operand in the update expression has an incorrect data type")
        return {"N": number(str(Decimal(left["N"]) + sign * Decimal(right["N"])))}

    return result


RESULTS: dict[str, Callable[[Any, Scope], Value]] = {
    "if_not_exists": _default,
    "list_append": _append_lists,
    "+": _arithmetic(1),
    "-": _arithmetic(-1),
}


def _add_operand(
    path: DocumentPath, operand: Any, scope: Scope
) -> tuple[tuple[str | int, ...], Value]:
    steps = resolve_path(path, scope.names)
    ((kind, more),) = _result(operand, scope).items()
    there = find_value(scope.item, steps)
    if kind not in SETS and kind != "N":
        raise BadExpression(
            f"Incorrect operand type for operator or function; operator: ADD, operand type: {kind}"
        )
    if there is None:
        return steps, {kind: more}
    if kind not in there:
        raise BadUpdate("An operand in the update expression has an incorrect data type")
    if kind == "N":
        return steps, {"N": number(str(Decimal(there["N"]) + Decimal(more)))}
    return steps, {kind: sorted({*there[kind], *more})}


def _take_out(
    path: DocumentPath, operand: Any, scope: Scope
) -> tuple[tuple[str | int, ...], Value | None]:
    steps = resolve_path(path, scope.names)
    ((kind, fewer),) = _result(operand, scope).items()
    there = find_value(scope.item, steps)
    if there is None:
        return steps, None
    if kind not in there or kind not in SETS:
        raise BadUpdate("An operand in the update expression has an incorrect data type")
    left = sorted(set(there[kind]) - set(fewer))
    return steps, {kind: left} if left else None


def _put(item: Item, steps: tuple[str | int, ...], value: Value) -> None:
    if len(steps) == 1:
        item[steps[0]] = copy_value(value)  # type: ignore[index]
        return
    parent = find_value(item, steps[:-1])
    last = steps[-1]
    container = None if parent is None else parent.get("M" if isinstance(last, str) else "L")
    if container is None:
        raise BadUpdate("The document path provided in the update expression is invalid for update")
    if isinstance(last, str) or last < len(container):
        container[last] = copy_value(value)
    else:
        container.append(copy_value(value))


def _drop(item: Item, steps: tuple[str | int, ...]) -> None:
    if len(steps) == 1:
        item.pop(steps[0], None)  # type: ignore[arg-type]
        return
    parent, last = find_value(item, steps[:-1]), steps[-1]
    container = None if parent is None else parent.get("M" if isinstance(last, str) else "L")
    if container is None:
        raise BadUpdate("The document path provided in the update expression is invalid for update")
    if isinstance(last, str):
        container.pop(last, None)
    elif last < len(container):
        del container[last]


def _last_index_first(steps: tuple[str | int, ...]) -> Any:
    return tuple((0, -s) if isinstance(s, int) else (1, s) for s in steps)


def project_item(expression: str, scope: Scope) -> Item:
    """Only the named paths of the item; list members keep their order and close up."""
    paths = [resolve_path(path, scope.names) for path in projection(expression).tree]
    return _narrow(scope.item, paths)


def _narrow(item: Item, paths: list[tuple[str | int, ...]]) -> Item:
    kept: Item = {}
    for name in dict.fromkeys(p[0] for p in paths):
        value = item.get(name)  # type: ignore[arg-type]
        narrowed = None if value is None else _inside(value, [p[1:] for p in paths if p[0] == name])
        if narrowed is not None:
            kept[name] = narrowed  # type: ignore[index]
    return kept


def _inside(value: Value, paths: list[tuple[str | int, ...]]) -> Value | None:
    if () in paths:
        return copy_value(value)
    if "M" in value:
        members = _narrow(value["M"], [p for p in paths if isinstance(p[0], str)])
        return {"M": members} if members else None
    if "L" in value:
        wanted = sorted({p[0] for p in paths if isinstance(p[0], int)})
        inner = [
            _inside(value["L"][i], [p[1:] for p in paths if p[0] == i])
            for i in wanted
            if i < len(value["L"])
        ]
        kept = [each for each in inner if each is not None]
        return {"L": kept} if kept else None
    return None
