"""DynamoDB's expression language: read once into a tree (cached), evaluated against items."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

TOKEN = re.compile(
    r"\s*(?:(?P<name>#[A-Za-z0-9_]+|[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<value>:[A-Za-z0-9_]+)|(?P<index>\d+)|(?P<sign><>|<=|>=|[=<>()\[\],.+\-]))"
)
FUNCTIONS = frozenset(
    ("attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains")
)
COMPARATORS = frozenset(("=", "<>", "<", "<=", ">", ">="))
CLAUSES = frozenset(("SET", "REMOVE", "ADD", "DELETE"))


class BadExpression(Exception):
    """An expression that DynamoDB refuses; the message is DynamoDB's, without the prefix."""


@dataclass(frozen=True, slots=True)
class DocumentPath:
    """A document path: attribute names (`#n` until resolved) and list indexes."""

    steps: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Literal:
    """A `:value`."""

    name: str


@dataclass(frozen=True, slots=True)
class ExpressionCall:
    """A function, a comparison (`=`, `<`...), a joiner (`AND`...) or an operator (`+`, `-`)."""

    name: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree, and every placeholder that it uses."""

    tree: Any
    names: frozenset[str]
    values: frozenset[str]


@cache
def read_reserved_words() -> frozenset[str]:
    """DynamoDB's 573 reserved words, from the list that moto carries."""
    moto = importlib.util.find_spec("moto")
    if moto is None or not moto.submodule_search_locations:
        raise RuntimeError("moto is needed for the list of reserved words")
    words = Path(moto.submodule_search_locations[0]) / "dynamodb/parsing/reserved_keywords.txt"
    return frozenset(words.read_text(encoding="utf-8").split())


@dataclass
class ExpressionReader:
    """A token list with a place in it, and the placeholders met so far."""

    tokens: list[str]
    at: int = 0
    names: set[str] = field(default_factory=set)
    values: set[str] = field(default_factory=set)

    @property
    def next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    @property
    def word(self) -> str:
        return self.next.upper()

    def take(self) -> str:
        token = self.next
        if not token:
            raise BadExpression("Syntax error; token: <EOF>")
        self.at += 1
        return token

    def expect(self, token: str) -> None:
        if self.next != token:
            raise BadExpression(f'Syntax error; token: "{self.next or "<EOF>"}"')
        self.at += 1

    def attribute(self) -> str:
        token = self.take()
        if token.startswith("#"):
            self.names.add(token)
        elif not re.match(r"[A-Za-z_]", token):
            raise BadExpression(f'Syntax error; token: "{token}"')
        elif token.upper() in read_reserved_words():
            raise BadExpression(f"Attribute name is a reserved keyword; reserved keyword: {token}")
        return token

    def path(self) -> DocumentPath:
        steps: list[str | int] = [self.attribute()]
        while self.next in (".", "["):
            if self.take() == ".":
                steps.append(self.attribute())
            else:
                steps.append(int(self.take()))
                self.expect("]")
        return DocumentPath(tuple(steps))

    def operand(self) -> Any:
        if self.next.startswith(":"):
            self.values.add(self.next)
            return Literal(self.take())
        if self.next == "size":
            self.take()
            self.expect("(")
            inner = self.path()
            self.expect(")")
            return ExpressionCall("size", (inner,))
        return self.path()

    def read_list(self) -> tuple[Any, ...]:
        """`(operand, operand, ...)`"""
        self.expect("(")
        operands = [self.operand()]
        while self.next == ",":
            self.take()
            operands.append(self.operand())
        self.expect(")")
        return tuple(operands)

    def finish(self, tree: Any) -> Parsed:
        if self.next:
            raise BadExpression(f'Syntax error; token: "{self.next}"')
        return Parsed(tree, frozenset(self.names), frozenset(self.values))


def tokens(text: str) -> list[str]:
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[str]:
    at, end = 0, len(text.rstrip())
    while at < end:
        match = TOKEN.match(text, at)
        if match is None:
            raise BadExpression(f'Syntax error; token: "{text[at]}", near: "{text[at : at + 8]}"')
        yield match.group().strip()
        at = match.end()


@lru_cache(maxsize=4096)
def condition(text: str) -> Parsed:
    """A condition, filter or key condition."""
    reader = ExpressionReader(tokens(text))
    return reader.finish(_either(reader))


def _either(reader: ExpressionReader) -> Any:
    sides = [_both(reader)]
    while reader.word == "OR":
        reader.take()
        sides.append(_both(reader))
    return sides[0] if len(sides) == 1 else ExpressionCall("OR", tuple(sides))


def _both(reader: ExpressionReader) -> Any:
    sides = [_read_negation(reader)]
    while reader.word == "AND":
        reader.take()
        sides.append(_read_negation(reader))
    return sides[0] if len(sides) == 1 else ExpressionCall("AND", tuple(sides))


def _read_negation(reader: ExpressionReader) -> Any:
    if reader.word == "NOT":
        reader.take()
        return ExpressionCall("NOT", (_read_negation(reader),))
    return _single(reader)


def _single(reader: ExpressionReader) -> Any:
    if reader.next == "(":
        reader.take()
        inner = _either(reader)
        reader.expect(")")
        return inner
    if reader.next in FUNCTIONS:
        return ExpressionCall(reader.take(), reader.read_list())
    return _comparison(reader)


def _comparison(reader: ExpressionReader) -> Any:
    left = reader.operand()
    if reader.next in COMPARATORS:
        return ExpressionCall(reader.take(), (left, reader.operand()))
    if reader.word == "IN":
        reader.take()
        return ExpressionCall("IN", (left, *reader.read_list()))
    if reader.word == "BETWEEN":
        reader.take()
        low = reader.operand()
        if reader.word != "AND":
            raise BadExpression(f'Syntax error; token: "{reader.next}"')
        reader.take()
        return ExpressionCall("BETWEEN", (left, low, reader.operand()))
    raise BadExpression(f'Syntax error; token: "{reader.next or "<EOF>"}"')


@lru_cache(maxsize=4096)
def projection(text: str) -> Parsed:
    reader = ExpressionReader(tokens(text))
    paths = [reader.path()]
    while reader.next == ",":
        reader.take()
        paths.append(reader.path())
    return reader.finish(tuple(paths))


@lru_cache(maxsize=4096)
def update(text: str) -> Parsed:
    """`SET a = :v, ...  REMOVE ...  ADD ...  DELETE ...` as {clause: ((path, operand), ...)}."""
    reader = ExpressionReader(tokens(text))
    clauses: dict[str, tuple[Any, ...]] = {}
    while reader.next:
        clause = reader.take().upper()
        if clause not in CLAUSES:
            raise BadExpression(f'Syntax error; token: "{clause}"')
        if clause in clauses:
            raise BadExpression(
                f'The "{clause}" section can only be used once in an update expression;'
            )
        clauses[clause] = tuple(_actions(reader, clause))
    if not clauses:
        raise BadExpression("The expression can not be empty;")
    return reader.finish(clauses)


def _actions(reader: ExpressionReader, clause: str) -> Iterator[tuple[DocumentPath, Any]]:
    yield _action(reader, clause)
    while reader.next == ",":
        reader.take()
        yield _action(reader, clause)


def _action(reader: ExpressionReader, clause: str) -> tuple[DocumentPath, Any]:
    path = reader.path()
    if clause == "REMOVE":
        return path, None
    if clause == "SET":
        reader.expect("=")
        return path, _sum(reader)
    return path, reader.operand()


def _sum(reader: ExpressionReader) -> Any:
    left = _term(reader)
    if reader.next in ("+", "-"):
        return ExpressionCall(reader.take(), (left, _term(reader)))
    return left


def _term(reader: ExpressionReader) -> Any:
    if reader.next not in ("if_not_exists", "list_append"):
        return reader.operand()
    name = reader.take()
    reader.expect("(")
    first = _term(reader)
    reader.expect(",")
    second = _term(reader)
    reader.expect(")")
    return ExpressionCall(name, (first, second))


def resolve_path(path: DocumentPath, names: Mapping[str, str]) -> tuple[str | int, ...]:
    """Return the path with its `#placeholders` replaced."""
    return tuple(names[s] if isinstance(s, str) and s[0] == "#" else s for s in path.steps)
