"""How a piece of a question looks: hidden, emphasized, colored, numbered.

Read from its element, its `style` and the classes of QTI 3's shared vocabulary. A style sheet in a
file of its own is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from .tree import Node

_ELEMENTS: Mapping[str, str] = {
    "em": "em", "i": "em", "cite": "em", "var": "em", "dfn": "em", "strong": "strong",
    "b": "strong", "u": "u", "ins": "u", "s": "strike", "strike": "strike",
    "del": "strike", "mark": "mark",
}  # fmt: skip
_CLASSES: Mapping[str, str] = {
    "qti-italic": "em", "qti-bold": "strong", "qti-underline": "u", "qti-strike": "strike",
    "qti-keyword-emphasis": "strong",
}  # fmt: skip
EMPHASIS: Mapping[str, str] = {
    "em": "italic", "strong": "bold", "u": "underlined", "strike": "struck out",
    "mark": "highlighted",
}  # fmt: skip
"""Each emphasis, and its name."""
_HIDING = frozenset(("qti-hidden", "qti-visually-hidden", "sr-only", "visually-hidden"))
_NOTHING = re.compile(r"(0+(\.0*)?|\.0+)(px|pt|em|rem|%)?")
_UNSAID = frozenset(("", "inherit", "initial", "unset", "currentcolor", "none", "transparent"))
_INK = frozenset(
    ("black", "gray", "grey", "darkgray", "darkgrey", "dimgray", "dimgrey", "windowtext")
)
_URL = re.compile(r"background[^;]{0,80}url\(\s*[\"']?([^\"')]{1,200})")
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})")
_RGB = re.compile(r"rgba?\( ?(\d{1,3}) ?, ?(\d{1,3}) ?, ?(\d{1,3}) ?(, ?[\d.]+ ?)?\)")
_DARK, _PALE, _GRAY = 0x60, 0xF8, 0x18
"""Colors as dark or as gray as this are ink, colors as pale are paper."""

Style = Mapping[str, str]


@lru_cache(maxsize=256)
def style_of(text: str) -> Style:
    """Return the properties of a `style`."""
    pairs = (each.partition(":") for each in text.lower().split(";"))
    return {name.strip(): " ".join(value.split()) for name, _, value in pairs}


def is_hidden(node: Node) -> bool:
    """Return whether it is there, and nobody sees it."""
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes:
        return True
    if "class" in attributes and not _HIDING.isdisjoint(attributes["class"].split()):
        return True
    return "style" in attributes and _hides(attributes["style"])


@lru_cache(maxsize=256)
def _hides(text: str) -> bool:
    style = style_of(text)
    return (
        style.get("display", "").startswith("none")
        or style.get("visibility", "").startswith(("hidden", "collapse"))
        or bool(_NOTHING.fullmatch(style.get("opacity", "1")))
        or bool(_NOTHING.fullmatch(style.get("font-size", "1")))
        or (_is_unseen(style.get("color", "")) and not _background(style))
    )


def background_of(node: Node) -> str:
    """Return the picture that a style puts behind an element, if it does."""
    text = node.attributes.get("style", "")
    found = _URL.search(text) if "url(" in text else None
    return found[1] if found else ""


def may_stand_out(node: Node) -> bool:
    """Return whether it can look different from its surroundings: most elements cannot."""
    return bool(node.attributes) or node.name in _ELEMENTS


def emphasis_of(node: Node) -> list[str]:
    """Return how it is set apart: names of `EMPHASIS`, `sup` and `sub` where a style says so."""
    found = [_ELEMENTS[node.name]] if node.name in _ELEMENTS else []
    if not node.attributes:
        return found
    if "class" in node.attributes:
        found += [_CLASSES[each] for each in node.get("class").split() if each in _CLASSES]
    if "style" not in node.attributes:
        return found
    return list(dict.fromkeys([*found, *_list_emphases(node.attributes["style"])]))


@lru_cache(maxsize=256)
def _list_emphases(text: str) -> tuple[str, ...]:
    return tuple(_set_apart(style_of(text)))


def _set_apart(style: Style) -> Iterator[str]:
    if re.match(r"bold|[6-9]00", style.get("font-weight", "")):
        yield "strong"
    if style.get("font-style", "").startswith(("italic", "oblique")):
        yield "em"
    decoration = f"{style.get('text-decoration', '')} {style.get('text-decoration-line', '')}"
    if "underline" in decoration:
        yield "u"
    if "line-through" in decoration:
        yield "strike"
    if _background(style):
        yield "mark"
    raised = style.get("vertical-align", "")
    if raised in ("super", "sub"):
        yield "sup" if raised == "super" else "sub"


def _background(style: Style) -> bool:
    text = _plain(style.get("background-color") or style.get("background", ""))
    one = " " not in text or text.startswith("rgb")
    return one and text not in _UNSAID and not _is_unseen(text)


def color_of(node: Node) -> str:
    """Return the color of its letters, if it has one that is neither ink nor paper."""
    if node.name == "font":
        return _color(node.get("color").lower())
    text = node.attributes.get("style", "")
    return _color(style_of(text).get("color", "")) if text else ""


@lru_cache(maxsize=256)
def _color(text: str) -> str:
    text = _plain(text)
    amounts = _amounts(text)
    if amounts:
        most = max(amounts)
        return "" if most <= _DARK or most - min(amounts) <= _GRAY else text
    return "" if text in _UNSAID or text in _INK or _is_unseen(text) else text


def _is_unseen(text: str) -> bool:
    """Return whether letters of a color are not seen on white."""
    text = _plain(text)
    return text in ("white", "transparent") or min(_amounts(text), default=0) >= _PALE


def _plain(text: str) -> str:
    return text.removesuffix("!important").strip()


def _amounts(text: str) -> list[int]:
    """Return red, green and blue, where a color is written so."""
    if found := _HEX.fullmatch(text):
        digits = found[1] if len(found[1]) > 3 else "".join(each * 2 for each in found[1])  # noqa: PLR2004
        return [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
    found = _RGB.fullmatch(text)
    return [int(found[at]) for at in (1, 2, 3)] if found else []


# -- lists ----------------------------------------------------------------------------------------

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_KINDS = {
    "a": "a", "A": "A", "i": "i", "I": "I", "lower-alpha": "a", "lower-latin": "a",
    "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I", "none": "",
}  # fmt: skip
_LARGEST_ROMAN = 3999


def entries(node: Node) -> list[tuple[str, Node]]:
    """Get the entries of a list, each with what stands before it: `-`, `3.`, `c.`, or nothing."""
    kind = _kind(node)
    parts = [each for each in node.nodes if each.name == "li"]
    if node.name == "ul":
        return [("-" if kind else "", each) for each in parts]
    step = -1 if "reversed" in node.attributes else 1
    number = _whole(node.get("start"), len(parts) if step < 0 else 1) - step
    found = []
    for each in parts:
        number = _whole(each.get("value"), number + step)
        found.append((label(number, kind), each))
    return found


def label(number: int, kind: str) -> str:
    """Write an entry's number.

    >>> label(3, "1"), label(28, "a"), label(4, "I"), label(0, "A")
    ('3.', 'ab.', 'IV.', '0.')
    """
    if not kind:
        return ""
    written = ""
    if kind in "aA" and number > 0:
        while number:
            number, letter = divmod(number - 1, 26)
            written = chr(ord("a") + letter) + written
    elif kind in "iI" and 0 < number <= _LARGEST_ROMAN:
        for worth, letters in _ROMAN:
            many, number = divmod(number, worth)
            written += letters * many
    written = written or str(number)
    return f"{written.upper() if kind in 'AI' else written}."


def _kind(node: Node) -> str:
    style = style_of(node.get("style"))
    text = style.get("list-style-type") or style.get("list-style", "")
    words = [node.get("type"), *text.split()]
    return next((_KINDS[each] for each in reversed(words) if each in _KINDS), "1")


def _whole(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,6}", text, re.ASCII) else otherwise
