"""MathML as a line of text, where a line can hold it."""

from __future__ import annotations

import re
from collections.abc import Callable

from chalicelib.item_imports import question_problems

from .tree import Node
from .trouble import Unsupported, cut

_INVISIBLE = dict.fromkeys(map(ord, "\u2061\u2062\u2063\u2064\u200b"), " ")
_PLAIN = re.compile(r"[\w.,]+")
_TIDY = ((r"([(\[]) ", r"\1"), (r" ([)\],;])", r"\1"), (r"\s+", " "))


def written(node: Node) -> str:
    """Write a formula on one line: `1/2`, `x^2 + 1`. Raises `Unsupported` for what has no line."""
    try:
        text = _of(node)
    except Unsupported:
        text = node.get("alttext")
        if not text:
            raise
    for found, instead in _TIDY:
        text = re.sub(found, instead, text)
    if not text.strip():
        raise Unsupported(question_problems.FORMULA_EMPTY)
    return text.strip()


def _of(node: Node) -> str:
    made = _WRITTEN.get(node.name)
    if made is None:
        raise Unsupported(question_problems.FORMULA_NOT_ON_A_LINE, name=cut(node.name))
    return made(node)


def _row(node: Node) -> str:
    return " ".join(filter(None, map(_of, node.nodes)))


def _leaf(node: Node) -> str:
    if node.nodes:
        raise Unsupported(question_problems.FORMULA_NOT_TEXT)
    return node.text.translate(_INVISIBLE).strip()


def _parts(node: Node, many: int) -> list[str]:
    if len(node.nodes) != many:
        raise Unsupported(question_problems.FORMULA_INCOMPLETE, name=node.name)
    return [_one(_of(part)) for part in node.nodes]


def _one(text: str) -> str:
    """Put what is more than one word or number in brackets."""
    return text if _PLAIN.fullmatch(text) or _in_brackets(text) else f"({text})"


def _in_brackets(text: str) -> bool:
    return text.startswith("(") and text.endswith(")") and text.count("(") == 1


def _joined(mark: str) -> Callable[[Node], str]:
    return lambda node: mark.join(_parts(node, 2))


def _root(node: Node) -> str:
    inner, degree = _parts(node, 2)
    return f"root({degree}, {inner})"


def _fenced(node: Node) -> str:
    attributes = node.attributes
    opening, closing = attributes.get("open", "("), attributes.get("close", ")")
    mark = (attributes.get("separators", ",") or " ").strip()[:1]
    return f"{opening}{f'{mark} '.join(map(_of, node.nodes))}{closing}"


def _first(node: Node) -> str:
    return _of(node.nodes[0]) if node.nodes else ""


_WRITTEN: dict[str, Callable[[Node], str]] = {
    **dict.fromkeys(("math", "mrow", "mstyle", "mpadded"), _row),
    **dict.fromkeys(("mi", "mn", "mo", "mtext", "ms"), _leaf),
    "mspace": lambda _: "",
    "mfrac": _joined("/"),
    "msup": _joined("^"),
    "msub": _joined("_"),
    "msqrt": lambda node: f"sqrt({_row(node)})",
    "mroot": _root,
    "mfenced": _fenced,
    "semantics": _first,
}
