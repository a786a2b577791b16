"""An item's question with its emphasis, lists, tables and formulas, as blocks for paper.

The blocks come beside the plain text of `body`, never in its place. A block is a list of its name
and its content: texts and further blocks. `FormattedTexts` in `chalicelib/assessments/model.py`
explains the names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from chalicelib.assessments.model import FormattedTexts
from chalicelib.item_imports.body import (
    BLOCKS,
    FEEDBACK,
    GAP,
    INLINE_GAPS,
    QUOTES,
    SILENT,
    description_of,
    spans,
)

from . import mathematics
from .appearance import emphasis_of, entries, is_hidden
from .mathematics import binomial_in, is_stack, with_binomials
from .tree import Node

Block = list[Any]

PLAIN = "p"
_CUTTING = frozenset(("cut", "list", "numbers", "labels", "table"))
"""Blocks that end a paragraph, so that no emphasis goes around them."""
_MATH: Mapping[str, int | None] = {
    # how many parts each must have; None for any
    "mrow": None, "msqrt": None, "mtable": None, "mtr": None, "mtd": None,
    "mfrac": 2, "binomial": 2, "msup": 2, "msub": 2, "mroot": 2, "mover": 2, "munder": 2,
    "msubsup": 3, "munderover": 3,
}  # fmt: skip
_ROWS = dict.fromkeys(("math", "mstyle", "mpadded", "semantics"), "mrow")
_BLANKS = re.compile(r"\s+")
_LEAVES = frozenset(("mi", "mn", "mo", "mtext", "ms"))


def read_formatted_texts(
    interactions: frozenset[str],
    body: Node,
    choices: Sequence[Node],
    prompt: str,
    texts: Sequence[str],
) -> FormattedTexts | None:
    """Return an item's texts with their formatting; none where the plain texts say it all."""
    writer = _Writer(interactions)
    asked = writer.blocks(body)
    offered = [writer.blocks(Node("div", {}, each.children)) for each in choices]
    if not any(map(_is_more, (asked, *offered))):
        return None
    of = FormattedTexts.digest_of(prompt, texts)
    return FormattedTexts(of=of, prompt=asked, choices=offered if texts else [])


def _is_more(blocks: Sequence[Block]) -> bool:
    return any(name != PLAIN for block in blocks for name in _names(block))


def _names(block: Block) -> Iterator[str]:
    yield block[0]
    for each in block[1:]:
        if isinstance(each, list):
            yield from _names(each)


class _Writer:
    """Walks nodes; what is open as a paragraph is closed by whatever is a block."""

    def __init__(self, interactions: frozenset[str]) -> None:
        self._interactions = interactions

    def blocks(self, node: Node) -> list[Block]:
        found: list[Block] = []
        line: list[Any] = []
        for piece in self._pieces(node):
            if isinstance(piece, list) and piece[0] in _CUTTING:
                _close(found, line)
                line = []
                found += [piece] if piece[0] != "cut" else []
            else:
                line.append(piece)
        _close(found, line)
        return found

    def _pieces(self, node: Node) -> Iterator[Any]:
        for child in node.children:
            if isinstance(child, str) and node.name == "pre":
                for number, line in enumerate(child.expandtabs(4).split("\n")):
                    text = line.lstrip(" ")
                    yield from [["cut"]] if number else []
                    yield "\u00a0" * (len(line) - len(text)) + text
            elif isinstance(child, str):
                yield _BLANKS.sub(" ", child)
            else:
                yield from self._of(child)

    def _of(self, node: Node) -> Iterator[Any]:
        name = node.name
        if name in SILENT or name in FEEDBACK or _is_for_scorers(node) or is_hidden(node):
            return
        whole = self._whole(node)
        if whole is not None:
            yield whole
        elif name in self._interactions:
            yield from self._interaction(node)
        else:
            yield from self._write_emphasis(node)

    def _write_emphasis(self, node: Node) -> Iterator[Any]:
        pieces = list(self._pieces(node))
        if node.name == "q":
            pieces = [QUOTES[0], *pieces, QUOTES[1]]
        one_line = not any(isinstance(each, list) and each[0] in _CUTTING for each in pieces)
        kinds = [node.name] if node.name in ("sup", "sub") else emphasis_of(node)
        for kind in kinds if one_line else ():
            pieces = [[kind, *pieces]]
        if node.name in BLOCKS or node.name == "li":
            pieces = [["cut"], *pieces, ["cut"]]
        yield from pieces

    def _whole(self, node: Node) -> Any:
        """Return the block of one piece; none for a node that is only walked through."""
        name = node.name
        if name in ("ul", "ol"):
            return self._list(node)
        if name == "table":
            return ["table", *_rows(self, node)]
        made = _PIECES.get(name)
        return made(node) if made else None

    def _list(self, node: Node) -> Any:
        found = [(label, each) for label, each in entries(node) if not is_hidden(each)]
        labels = [label for label, _ in found]
        texts = [self.blocks(each) for _, each in found]
        if not any(labels):
            return None
        if labels == ["-"] * len(labels):
            return ["list", *texts]
        counted = [f"{number}." for number in range(1, len(labels) + 1)]
        return ["numbers", *texts] if labels == counted else ["labels", labels, *texts]

    def _interaction(self, node: Node) -> Iterator[Any]:
        yield f" {GAP} " if node.name in INLINE_GAPS else ["cut"]
        prompt = node.child("prompt")
        if prompt is not None:
            yield ["cut"]
            yield from self._pieces(prompt)
            yield ["cut"]


def _is_for_scorers(node: Node) -> bool:
    return node.name == "rubricBlock" and "candidate" not in node.get("view").split()


def _close(found: list[Block], line: list[Any]) -> None:
    """Make a paragraph of a line that has something in it."""
    if any(not isinstance(each, str) or each.strip() for each in line):
        if isinstance(line[0], str):
            line[0] = line[0].lstrip(" \t\r\n")
        if isinstance(line[-1], str):
            line[-1] = line[-1].rstrip()
        found.append([PLAIN, *_join_runs(line)])


def _join_runs(line: Sequence[Any]) -> Iterator[Any]:
    text = ""
    for each in line:
        if isinstance(each, str):
            text += each
            continue
        if text:
            yield text
        text = ""
        yield each
    if text:
        yield text


def _rows(writer: _Writer, table: Node) -> Iterator[Block]:
    for row in table.all("tr"):
        cells = [each for each in row.nodes if each.name in ("td", "th")]
        yield ["row", *(cell for each in cells for cell in _cells(writer, each))]


def _cells(writer: _Writer, node: Node) -> Iterator[Block]:
    """Yield a cell, and an empty one for each further column that it takes."""
    yield ["cell", node.name == "th", *writer.blocks(node)]
    yield from [["cell", node.name == "th"]] * (spans(node)[0] - 1)


def _describe_picture(node: Node) -> str:
    text = description_of(node)
    return f" [{text}] " if text else " "


def _formula(node: Node) -> Any:
    """Return a formula with what it reads as; as a text where it has more than is set."""
    text = mathematics.write_formula(node)
    try:
        return ["math", text, _math(node)]
    except ValueError:
        return f" {text} "


def _math(node: Node) -> Block:
    name = _ROWS.get(node.name, node.name)
    if name in _LEAVES:
        return ["mtext" if name == "ms" else name, node.text]
    if name == "mfrac" and is_stack(node):
        raise ValueError(name)
    if name in ("mspace", "mphantom"):
        return ["mtext", " "]
    if name == "mfenced":
        return _fence_formula(node)
    parts = node.nodes[:1] if node.name == "semantics" else node.nodes
    parts = with_binomials(parts) if name in ("mrow", "msqrt") else parts
    wanted = _MATH.get(name, -1)
    if wanted == -1 or (wanted is not None and len(parts) != wanted):
        raise ValueError(name)
    return [name, *map(_math, parts)]


def _fence_formula(node: Node) -> Block:
    if binomial := binomial_in(node):
        return _math(binomial)
    opening, closing = node.attributes.get("open", "("), node.attributes.get("close", ")")
    mark = (node.attributes.get("separators", ",") or " ").strip()[:1]
    inner: list[Block] = []
    for part in node.nodes:
        inner += [["mo", mark]] if inner and mark else []
        inner.append(_math(part))
    return ["mrow", ["mo", opening], *inner, ["mo", closing]]


_PIECES: Mapping[str, Callable[[Node], Any]] = {
    "math": _formula,
    "br": lambda _: ["cut"],
    "rt": lambda node: f" ({node.text}) " if node.text else "",
    **dict.fromkeys(("img", "object", "svg"), _describe_picture),
}
"""Elements that make one piece each, by name."""
