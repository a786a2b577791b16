"""MathML as a line of text, where a line can hold it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from chalicelib.item_imports import question_problems

from .errors import Unsupported, cut
from .tree import Node

_INVISIBLE = dict.fromkeys(map(ord, "\u2061\u2062\u2063\u2064\u200b"), " ")
_NO_LINE = re.compile(r"0*\.?0+([a-z]+|%)?")
_PLAIN = re.compile(r"[\w.,]+")
_TIDY = ((r"([(\[]) ", r"\1"), (r" ([)\],;])", r"\1"), (r"\s+", " "))


def write_formula(node: Node) -> str:
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
    return " ".join(filter(None, map(_of, with_binomials(node.nodes))))


def with_binomials(nodes: Sequence[Node]) -> list[Node]:
    """Return the parts of a row, a fraction without a line in its brackets as one `binomial`.

    MathML has no element for binomial coefficients: they are written as such a fraction.
    """
    found: list[Node] = []
    for node in nodes:
        found.append(node)
        inner = _lone(found[-2]) if len(found) > 2 else node  # noqa: PLR2004 - two brackets
        if _is(found[-3:-2], "(") and _is(found[-1:], ")") and is_stack(inner):
            found[-3:] = [Node("binomial", {}, inner.children)]
    return found


def is_stack(node: Node) -> bool:
    """Return whether it is a fraction without a line: two parts, one above the other."""
    return node.name == "mfrac" and bool(_NO_LINE.fullmatch(node.get("linethickness")))


def _is(nodes: Sequence[Node], sign: str) -> bool:
    return len(nodes) == 1 and nodes[0].name == "mo" and nodes[0].text == sign


def _lone(node: Node) -> Node:
    """Look through rows that hold one part."""
    while node.name in ("mrow", "mstyle", "mpadded") and len(node.nodes) == 1:
        node = node.nodes[0]
    return node


def _fraction(node: Node) -> str:
    if is_stack(node):
        raise Unsupported(question_problems.FORMULA_NOT_ON_A_LINE, name="mfrac without a line")
    return "/".join(_parts(node, 2))


def _binomial(node: Node) -> str:
    return f"({' choose '.join(_parts(node, 2))})"


def _leaf(node: Node) -> str:
    if node.nodes:
        raise Unsupported(question_problems.FORMULA_NOT_TEXT)
    return node.text.translate(_INVISIBLE).strip()


def _parts(node: Node, many: int) -> list[str]:
    if len(node.nodes) != many:
        raise Unsupported(question_problems.FORMULA_INCOMPLETE, name=node.name)
    return [_one(_of(part)) for part in node.nodes]


def _one(text: str) -> str:
    """Put a text of more than one word or number in brackets."""
    return text if _PLAIN.fullmatch(text) or _in_brackets(text) else f"({text})"


def _in_brackets(text: str) -> bool:
    return text.startswith("(") and text.endswith(")") and text.count("(") == 1


def _join_with(mark: str) -> Callable[[Node], str]:
    return lambda node: mark.join(_parts(node, 2))


def _root(node: Node) -> str:
    inner, degree = _parts(node, 2)
    return f"root({degree}, {inner})"


def _write_fenced(node: Node) -> str:
    if fenced := binomial_in(node):
        return _binomial(fenced)
    attributes = node.attributes
    opening, closing = attributes.get("open", "("), attributes.get("close", ")")
    mark = (attributes.get("separators", ",") or " ").strip()[:1]
    return f"{opening}{f'{mark} '.join(map(_of, node.nodes))}{closing}"


def binomial_in(node: Node) -> Node | None:
    """Return the binomial that an `mfenced` is, if it is one."""
    attributes = node.attributes
    round_ = (attributes.get("open", "("), attributes.get("close", ")")) == ("(", ")")
    inner = _lone(node.nodes[0]) if len(node.nodes) == 1 else node
    return Node("binomial", {}, inner.children) if round_ and is_stack(inner) else None


def _first(node: Node) -> str:
    return _of(node.nodes[0]) if node.nodes else ""


_WRITTEN: dict[str, Callable[[Node], str]] = {
    **dict.fromkeys(("math", "mrow", "mstyle", "mpadded"), _row),
    **dict.fromkeys(("mi", "mn", "mo", "mtext", "ms"), _leaf),
    "mspace": lambda _: "",
    "mphantom": lambda _: "",
    "mfrac": _fraction,
    "binomial": _binomial,
    "msup": _join_with("^"),
    "msub": _join_with("_"),
    "msqrt": lambda node: f"sqrt({_row(node)})",
    "mroot": _root,
    "mfenced": _write_fenced,
    "semantics": _first,
}
