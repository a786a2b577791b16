"""What an item asks, as plain text; everything that text cannot hold is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import ClassVar

from chalicelib.item_imports import question_problems

from . import mathematics
from .tree import Node
from .trouble import Unsupported, cut

GAP = "____"
"""Stands where an answer is written or chosen."""

_CELL = "\x1f"
"""Stands before each cell of a table until its row is put together; XML cannot hold it."""

BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "blockquote",
     "pre", "table", "caption", "tr", "thead", "tbody", "tfoot", "section", "article", "header",
     "footer", "figure", "figcaption", "address", "hr", "details", "summary", "main", "aside",
     "nav", "prompt", "rubricBlock", "contentBody", "itemBody", "simpleChoice")
)  # fmt: skip
SILENT = frozenset(
    ("stylesheet", "style", "script", "template", "col", "colgroup", "catalogInfo",
     "companionMaterialsInfo", "param", "source", "track", "metadata", "rp")
)  # fmt: skip
FEEDBACK = frozenset(("feedbackBlock", "feedbackInline", "modalFeedback"))
INLINE_GAPS = frozenset(("textEntryInteraction", "inlineChoiceInteraction"))
_TEMPLATES = frozenset(("printedVariable", "templateBlock", "templateInline"))
_RECORDINGS = frozenset(("audio", "video", "iframe", "embed", "applet", "canvas"))
_ORDINAL = frozenset(("st", "nd", "rd", "th"))
_PICTURE = re.compile(r"image/|.*\.(png|jpe?g|gif|svg|bmp|webp)$", re.IGNORECASE)


class Reader:
    """Turns parts of an item's body into text; `notes` collects what was lost on the way."""

    def __init__(self, interactions: frozenset[str]) -> None:
        """Leave a gap where one of these stands; their own content is read apart."""
        self._interactions = interactions
        self.notes: list[str] = []

    def text(self, *nodes: Node) -> str:
        """Write nodes as lines of text. Raises `Unsupported` for what is lost without them."""
        raw = "".join(piece for node in nodes for piece in self._pieces(node))
        return "\n".join(filter(None, map(_line, raw.split("\n"))))

    def note(self, said: str) -> None:
        """Name a loss, once."""
        if said not in self.notes:
            self.notes.append(said)

    def _pieces(self, node: Node) -> Iterator[str]:
        name = node.name
        if name in SILENT:
            self._silent(node)
        elif name in self._interactions:
            yield from self._interaction(node)
        elif name in FEEDBACK:
            self.note("Its feedback is not taken over.")
        elif name in _TEMPLATES:
            raise Unsupported(question_problems.TEMPLATE_TEXT)
        elif name in self._SPECIAL:
            yield self._SPECIAL[name](self, node)
        elif name == "rubricBlock" and "candidate" not in node.get("view").split():
            self.note("Instructions for teachers and scorers are not taken over.")
        else:
            yield from self._ordinary(node)

    def _ordinary(self, node: Node) -> Iterator[str]:
        block = node.name in BLOCKS
        yield "\n" if block else ""
        if node.name == "table":
            self.note("A table is written as lines of text.")
        for child in node.children:
            if isinstance(child, str):
                yield child if node.name == "pre" else re.sub(r"\s+", " ", child)
            else:
                yield from self._pieces(child)
        yield "\n" if block else ""

    def _cell(self, node: Node) -> str:
        return _CELL + "".join(self._ordinary(node)).replace("\n", " ")

    def _entry(self, node: Node) -> str:
        return "\n- " + "".join(self._ordinary(node)).strip() + "\n"

    def _interaction(self, node: Node) -> Iterator[str]:
        inline = node.name in INLINE_GAPS
        yield f" {GAP} " if inline else "\n"
        prompt = node.child("prompt")
        if prompt is not None:
            yield from self._pieces(prompt)

    def _silent(self, node: Node) -> None:
        if node.name in ("catalogInfo", "companionMaterialsInfo"):
            self.note("Accessibility catalogues and companion materials are not taken over.")

    # -- what is no text --------------------------------------------------------------------------

    def _picture(self, node: Node) -> str:
        told = node.get("alt") or node.get("aria-label") or node.text
        source = cut(node.get("src") or node.get("data") or "a picture")
        if told:
            self.note(f"The picture {source} is lost; its description stands in its place.")
            return f" [{told}] "
        if node.attributes.get("alt") == "":
            self.note(f"The picture {source} is lost; it says that it is decoration.")
            return " "
        raise Unsupported(question_problems.PICTURE, source=source)

    def _object(self, node: Node) -> str:
        if _PICTURE.match(node.get("type")) or _PICTURE.match(node.get("data")):
            return self._picture(node)
        return self._recording(node)

    def _drawing(self, node: Node) -> str:
        title = node.child("title")
        told = node.get("aria-label") or (title.text if title else "")
        known = {"alt": told, "src": "a drawing"} if told else {"src": "a drawing"}
        return self._picture(Node("img", known))

    def _recording(self, node: Node) -> str:
        what = cut(node.get("src") or node.get("data") or node.name)
        raise Unsupported(question_problems.MEDIA, what=what)

    def _formula(self, node: Node) -> str:
        text = mathematics.written(node)
        self.note(f"A formula is written as text: {cut(text)}")
        return f" {text} "

    def _raised(self, node: Node) -> str:
        inner = self._inner(node)
        if inner.casefold() in _ORDINAL or not inner:
            return inner
        self.note("Superscripts and subscripts are written with ^ and _.")
        mark = "^" if node.name == "sup" else "_"
        return f"{mark}{inner}" if len(inner) == 1 or inner.isdigit() else f"{mark}({inner})"

    def _inner(self, node: Node) -> str:
        pieces = [c if isinstance(c, str) else self.text(c) for c in node.children]
        return " ".join("".join(pieces).split())

    def _reading(self, node: Node) -> str:
        return f" ({self._inner(node)}) " if self._inner(node) else ""

    def _break(self, _: Node) -> str:
        return "\n"

    def _include(self, node: Node) -> str:
        what = cut(node.get("href") or "another file")
        raise Unsupported(question_problems.TEXT_IN_OTHER_FILE, what=what)

    _SPECIAL: ClassVar[dict[str, Callable[[Reader, Node], str]]] = {
        "img": _picture,
        "object": _object,
        "svg": _drawing,
        "math": _formula,
        "sup": _raised,
        "sub": _raised,
        "rt": _reading,
        "br": _break,
        "li": _entry,
        "td": _cell,
        "th": _cell,
        "include": _include,
        **dict.fromkeys(_RECORDINGS, _recording),
    }


def _line(raw: str) -> str:
    cells = (" ".join(cell.split()) for cell in raw.split(_CELL))
    return " | ".join(filter(None, cells))
