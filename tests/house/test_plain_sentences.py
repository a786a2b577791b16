"""Sentences outside the pages are plain American English too: errors, API, screens, commands.

They keep out of the words that pages keep out of, and of those below. `python -m
tests.house.test_plain_sentences` counts the habits by kind; with a kind, it prints each.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import click
import jinja2
import pytest
from typer.main import get_command

from chalicelib.errors import join
from docs import catalog
from openapi.files import build_document
from plumb.cli import app
from tests.house.sources import ROOT, nodes, product, read
from tests.house.test_plain_english import HABITS

Sentence = tuple[str, str]
"""Where it stands, and the text."""

MORE_HABITS = {
    "has a plainer verb": r"hand(?:s|ed|ing)? (?:\w+ )?out|tells? on",
    "does not say who acts": "of itself|null of nobody",
    "is translated": "otherwise|whosever|likewise|thereby|thereof|therefrom|thrown out",
    "needs a noun": "(?:of|from|by|to|for|than) who",
}
NOBODY = re.compile(r"(?:^|(?<=[.:] ))(?:Who|Whoever|Whose|What|Whatever)\b[^.?!]*\.(?=\s|$)")
"""A sentence that begins with a person or a thing that it does not name: "Who leads a team can"."""

AS_BEFORE = "No more (?:delivery|reminder|report) e-mails"
"""Subjects by which people stop emails: links in emails of earlier releases hold them."""

SHOWN = re.compile(r"\b(?:label|title|aria-label|placeholder|alt)=\"([^\"]*)\"")
OUTSIDE = ("plumb", "infra", "bench")


def habits_in(text: str) -> list[str]:
    """Return the words that plain American English keeps out of, outside of code in backticks."""
    text = re.sub(rf"``[^`]+``|`[^`\n]*`|{AS_BEFORE}", "``", text)
    found = [
        f"{word[0]!r} {habit}"
        for habit, words in {**HABITS, **MORE_HABITS}.items()
        for word in re.finditer(rf"\b(?:{words})(?!\w)", text, re.IGNORECASE)
    ]
    flat = " ".join(text.split())
    return found + [f"{begins[0]!r} begins with nobody" for begins in NOBODY.finditer(flat)]


# -- where sentences stand ------------------------------------------------------------------------


def errors() -> Iterator[Sentence]:
    """Return every sentence that the tables of refusals and findings hold."""
    for refusal in catalog.problems():
        yield f"{refusal.module} {refusal.name}", refusal.declared.text
    for place in catalog.field_problems():
        yield f"{place.module} {place.name}", place.declared.text
    for finding in catalog.file_problems():
        yield (
            f"{finding.module} {finding.name}",
            join(finding.declared.reason, finding.declared.fix),
        )


def api() -> Iterator[Sentence]:
    """Return every text of the OpenAPI document."""

    def texts(node: Any, place: str) -> Iterator[Sentence]:
        if isinstance(node, dict):
            for key, value in node.items():
                if key in ("description", "summary") and isinstance(value, str):
                    yield place, value
                elif key not in ("example", "examples"):
                    yield from texts(value, f"{place}/{key}")
        elif isinstance(node, list):
            for value in node:
                if isinstance(value, str) and " " in value:
                    yield place, value
                else:
                    yield from texts(value, place)

    return texts(build_document(), "")


def screens() -> Iterator[Sentence]:
    """Return what the console's templates say: text, shown attributes, strings handed to macros."""
    lexer = jinja2.Environment(autoescape=True)
    for path in sorted((ROOT / "templates/console").rglob("*.html")):
        place = path.relative_to(ROOT).as_posix()
        page = ""
        for line, token, value in lexer.lex(read(path)):
            if token == "string" and " " in value:
                yield f"{place}:{line}", value.strip("\"'")
            page += value if token == "data" else ""
        for text in (*SHOWN.findall(page), *re.split(r"<[^>]*>", page)):
            if text.strip():
                yield place, text


def commands() -> Iterator[Sentence]:
    """Return the help of every command of `plumb`, of its options, and of `make`."""

    def helps(command: click.Command, place: str) -> Iterator[Sentence]:
        yield place, command.help or ""
        for each in command.params:
            yield f"{place} {each.name}", getattr(each, "help", None) or ""
        for name, inner in getattr(command, "commands", {}).items():
            yield from helps(inner, f"{place} {name}")

    yield from helps(cast("click.Command", get_command(app)), "plumb")
    for line in read(ROOT / "Makefile").splitlines():
        if "##" in line or line.startswith("#"):
            yield "Makefile", line.partition("#")[2]


def strings() -> Iterator[Sentence]:
    """Return every other text in code: what the product, the commands and the measures say."""
    for path in modules():
        documentation = {id(node) for node in documented(path)}
        inner = {id(part) for each in nodes(path, ast.JoinedStr) for part in each.values}
        for text in nodes(path, ast.Constant):
            is_sentence = isinstance(text.value, str) and id(text) not in documentation | inner
            if is_sentence and " " in str(text.value).strip():
                yield f"{place_of(path)}:{text.lineno}", str(text.value)
        for joined in nodes(path, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "x" for p in joined.values)
            if " " in (whole := "".join(map(str, parts))).strip():
                yield f"{place_of(path)}:{joined.lineno}", whole


def modules() -> list[Path]:
    outside = (path for folder in OUTSIDE for path in sorted((ROOT / folder).rglob("*.py")))
    return [*product(), *outside]


def place_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def documented(path: Path) -> list[ast.Constant]:
    """Return the strings that stand alone: a docstring, or the text below a field."""
    return [
        node.value
        for node in nodes(path, ast.Expr)
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]


KINDS: dict[str, Callable[[], Iterator[Sentence]]] = {
    each.__name__: each for each in (errors, api, screens, commands, strings)
}


@cache
def found(kind: str) -> list[str]:
    """Return every habit in a kind of sentence, with its place."""
    return [
        f"{place}: {habit}: {' '.join(text.split())[:160]}"
        for place, text in KINDS[kind]()
        for habit in habits_in(text)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_sentences_in_plain_english_stay_so(kind: str) -> None:
    assert not found(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_there_are_sentences_of_the_kind(kind: str) -> None:
    assert next(KINDS[kind]())


@pytest.mark.parametrize(
    "text",
    [
        "Who leads a team can finish it.",
        "It holds. What was given up stays.",
        "The row is to be mended.",
        "Nobody is told.",
        "Send what is to be otherwise.",
    ],
)
def test_a_habit_is_found(text: str) -> None:
    assert habits_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Who can see this?",
        "Team leaders can finish it. See what changed.",
        "The field `said` of the file.",
    ],
)
def test_plain_english_is_left_alone(text: str) -> None:
    assert not habits_in(text)


if __name__ == "__main__":
    for name, texts in KINDS.items():
        lines = found(name)
        print(f"{name}: {len(lines)} in {sum(1 for _ in texts())} texts")  # noqa: T201
        if name in sys.argv[1:]:
            print("\n".join(lines))  # noqa: T201
