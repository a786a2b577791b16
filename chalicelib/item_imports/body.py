"""An item's question as plain text; everything that text cannot hold is named.

Screens show the plain text. Paper also shows the parts in `formatted`, so a note says where
something is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from chalicelib.item_imports import question_problems

from . import mathematics
from .appearance import (
    EMPHASIS,
    background_of,
    color_of,
    emphasis_of,
    entries,
    is_hidden,
    may_stand_out,
)
from .errors import Unsupported, cut
from .tree import Node

GAP = "____"
"""Stands where an answer is written or chosen."""

_CELL = "\x1f"
"""Stands before each cell of a table until its row is put together; XML cannot hold it."""

_BLANK = "\x01"
"""Stands for a blank that begins a line of code."""

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
_NOTED = {
    "catalogInfo": "Its accessibility catalogue is not taken over.",
    "companionMaterialsInfo": "Its companion materials are not taken over.",
    **dict.fromkeys(("stylesheet", "style"), "Its style sheet is not taken over."),
}
PICTURES = ("img", "object", "svg")
QUOTES = ("\u201c", "\u201d")
SHOWN = 200
_FEW = 40
_WORDS = 20
"""Characters of a note, and of each word that it quotes; words of one."""
_SAYS_NOTHING = re.compile(
    r"(an? |the )?(image|picture|photo(graph)?|figure|fig|graphi?c?|diagram|chart|drawing|map|img"
    r"|illustration|icon|screenshot|untitled|alt|alt text|description|null|undefined|none)"
    r"[ _.-]*\w?\d*[.:]?|\S*\.(png|jpe?g|gif|svg|bmp|webp|tiff?)|[0-9a-f-]{16,}|\W*",
    re.IGNORECASE,
)
"""A description that only says that there is a picture, or the name of its file."""
_TEX = re.compile(r"\\\(.{1,300}?\\\)|\\\[.{1,300}?\\\]|\$\$.{1,300}?\$\$")
_HUES = "(red|blue|green|yellow|orange|purple|violet|pink|brown)"
_OF_COLORS = re.compile(
    rf"\bcolou?r(s|ed)?\b|\b(highlighted|shaded)\b|\b(in|marked|printed|written) {_HUES}\b"
    rf"|\b{_HUES} (words?|letters?|parts?|texts?|numbers?|digits?|lines?|sentences?|phrases?)\b",
    re.IGNORECASE,
)
"""A text that asks about the colors of its words."""
_SPAN = re.compile(r"[1-9]\d?", re.ASCII)
_INDENT = re.compile(r"(?m)^ +")
_BLANKS = re.compile(r"\s+")
_PICTURE = re.compile(r"image/|.*\.(png|jpe?g|gif|svg|bmp|webp)$", re.IGNORECASE)


def find_visible(node: Node, *names: str) -> Iterator[Node]:
    """Yield all elements of these names in it that a student would see."""
    for each in node.nodes:
        if each.name in SILENT or each.name in FEEDBACK or is_hidden(each):
            continue
        if each.name in names:
            yield each
        yield from find_visible(each, *names)


def description_of(picture: Node) -> str:
    """Return what a picture says that it shows; nothing where it only says that it is a picture."""
    inner = next((each for each in picture.nodes if each.name in ("title", "desc", "img")), None)
    text = picture.get("alt") or picture.get("aria-label") or (picture.text if not inner else "")
    if inner is not None and not text:
        return description_of(inner) if inner.name == "img" else inner.text
    return "" if _SAYS_NOTHING.fullmatch(text) else text


class BodyReader:
    """Turns parts of an item's body into text; `notes` collects the parts lost on the way."""

    def __init__(self, interactions: frozenset[str], body: Node | None = None) -> None:
        """Leave a gap where one of these stands; their own content is read apart.

        `alt=""` says that a picture is decoration. Programs write it automatically, too: it counts
        if the body has another picture with a description.
        """
        self._interactions = interactions
        self._body = body
        self._set_apart: dict[str, None] = {}
        self._colored: dict[str, None] = {}
        self.notes: list[str] = []

    def text(self, *nodes: Node) -> str:
        """Write nodes as lines of text. Raises `Unsupported` for parts that text would lose."""
        raw = "".join(piece for node in nodes for piece in self._pieces(node))
        return "\n".join(filter(None, map(_line, raw.split("\n"))))

    def note(self, text: str) -> None:
        """Name a loss, once."""
        if text not in self.notes:
            self.notes.append(text)

    def _describes(self) -> bool:
        """Return whether any picture of it is described."""
        return self._body is not None and any(
            map(description_of, find_visible(self._body, *PICTURES))
        )

    def finish(self, *texts: str) -> None:
        """Name the lost parts of all its texts. Raises `Unsupported` where a text needs colors."""
        for text in texts:
            if found := _TEX.search(text):
                self.note(f"A formula in TeX stays as it is typed: {cut(found[0])}")
        if self._set_apart:
            words = cut(", ".join(self._set_apart), SHOWN)
            self.note(f"Screens do not show how words are set apart, paper does: {words}.")
        if self._colored and any(_OF_COLORS.search(text) for text in texts):
            raise Unsupported(question_problems.COLORS, words=cut(", ".join(self._colored)))
        if self._colored:
            self.note(f"Colors are not taken over: {cut(', '.join(self._colored), SHOWN)}.")

    def _pieces(self, node: Node) -> Iterator[str]:
        name = node.name
        if name in SILENT:
            self._silent(node)
        elif node.attributes and background_of(node):
            raise Unsupported(question_problems.PICTURE, source=cut(background_of(node)))
        elif node.attributes and is_hidden(node):
            if node.text:
                self.note("Text that nobody sees there is not taken over.")
        elif name in self._interactions:
            yield from self._interaction(node)
        elif name in FEEDBACK:
            self.note("Its feedback is not taken over.")
        elif name in _TEMPLATES:
            raise Unsupported(question_problems.TEMPLATE_TEXT)
        elif name in self._SPECIAL:
            yield self._SPECIAL[name](self, node)
        elif name == "rubricBlock" and "candidate" not in node.get("view").split():
            self.note("Instructions that are not marked for students are not taken over.")
        else:
            yield from self._ordinary(node)

    def _ordinary(self, node: Node) -> Iterator[str]:
        block = node.name in BLOCKS
        if block:
            yield "\n"
        if node.name == "table":
            if any(spans(cell)[1] > 1 for cell in node.all("td", "th")):
                raise Unsupported(question_problems.TABLE)
            self.note("On screens a table is written as lines of text.")
        looks = node.attributes or (len(self._set_apart) < _WORDS and may_stand_out(node))
        if looks and (raised := self._look_at(node)):
            yield self._write_script(Node(raised, {}, node.children))
            return
        for child in node.children:
            if isinstance(child, Node):
                yield from self._pieces(child)
            elif node.name == "pre":
                yield _INDENT.sub(lambda blanks: _BLANK * len(blanks[0]), child.expandtabs(4))
            else:
                yield _BLANKS.sub(" ", child)
        if block:
            yield "\n"

    def _look_at(self, node: Node) -> str:
        """Note how words look; return `sup` or `sub` for those that a style raises or lowers."""
        kinds = emphasis_of(node)
        if kinds and len(self._set_apart) < _WORDS:
            seen = [EMPHASIS[kind] for kind in kinds if kind in EMPHASIS]
            self._set_apart.update(_quote_with_looks(node, seen))
        if node.attributes and len(self._colored) < _WORDS and (color := color_of(node)):
            self._colored.update(_quote_with_looks(node, [color]))
        return next((kind for kind in kinds if kind in ("sup", "sub")), "")

    def _cell(self, node: Node) -> str:
        span = spans(node)[0]
        return _CELL + "".join(self._ordinary(node)).replace("\n", " ") + _CELL * (span - 1)

    def _entry(self, node: Node) -> str:
        return self._write_labeled("-", node)

    def _write_labeled(self, label: str, node: Node) -> str:
        inner = "".join(self._ordinary(node)).strip()
        return f"\n{label} {inner}\n" if label else f"\n{inner}\n"

    def _list(self, node: Node) -> str:
        found = [(label, each) for label, each in entries(node) if not is_hidden(each)]
        return "\n" + "".join(self._write_labeled(label, each) for label, each in found) + "\n"

    def _write_quoted(self, node: Node) -> str:
        return f"{QUOTES[0]}{''.join(self._ordinary(node))}{QUOTES[1]}"

    def _write_link(self, node: Node) -> str:
        if href := node.get("href"):
            self.note(f"A link is lost; its text stays: {cut(href)}")
        return "".join(self._ordinary(node))

    def _interaction(self, node: Node) -> Iterator[str]:
        if node.name == "endAttemptInteraction":
            self.note("A button is not taken over.")
            return
        inline = node.name in INLINE_GAPS
        yield f" {GAP} " if inline else "\n"
        prompt = node.child("prompt")
        if prompt is not None:
            yield from self._pieces(prompt)

    def _silent(self, node: Node) -> None:
        if node.name in _NOTED:
            self.note(_NOTED[node.name])

    # -- what is no text --------------------------------------------------------------------------

    def _picture(self, node: Node) -> str:
        text = description_of(node)
        source = cut(node.get("src") or node.get("data") or "a picture")
        if text:
            self.note(f"The picture {source} is lost; its description stands in its place.")
            return f" [{text}] "
        if node.attributes.get("alt") != "":
            raise Unsupported(question_problems.PICTURE, source=source)
        if not self._describes():
            raise Unsupported(question_problems.ONLY_PICTURE, source=source)
        self.note(f"The picture {source} is lost; it says that it is decoration.")
        return " "

    def _object(self, node: Node) -> str:
        if _PICTURE.match(node.get("type")) or _PICTURE.match(node.get("data")):
            return self._picture(node)
        return self._recording(node)

    def _drawing(self, node: Node) -> str:
        text = description_of(Node("svg", node.attributes, list(node.nodes)))
        return self._picture(Node("img", {"src": "a drawing", **({"alt": text} if text else {})}))

    def _recording(self, node: Node) -> str:
        what = cut(node.get("src") or node.get("data") or node.name)
        raise Unsupported(question_problems.MEDIA, what=what)

    def _formula(self, node: Node) -> str:
        text = mathematics.write_formula(node)
        self.note(f"On screens a formula is written as text: {cut(text)}")
        return f" {text} "

    def _write_script(self, node: Node) -> str:
        inner = self._inner(node)
        if inner.casefold() in _ORDINAL or not inner:
            return inner
        self.note("On screens superscripts and subscripts are written with ^ and _.")
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

    _SPECIAL: ClassVar[dict[str, Callable[[BodyReader, Node], str]]] = {
        "img": _picture,
        "object": _object,
        "svg": _drawing,
        "math": _formula,
        "sup": _write_script,
        "sub": _write_script,
        "rt": _reading,
        "br": _break,
        "li": _entry,
        "ol": _list,
        "ul": _list,
        "q": _write_quoted,
        "a": _write_link,
        "td": _cell,
        "th": _cell,
        "include": _include,
        **dict.fromkeys(_RECORDINGS, _recording),
    }


def _quote_with_looks(node: Node, how: Iterable[str]) -> dict[str, None]:
    """Return words for a note, with their look."""
    text = cut(node.text, _FEW)
    return {f"{text} ({cut(each, _FEW)})": None for each in how if text}


def _line(raw: str) -> str:
    """Write a line, or a row with a place for each of its cells."""
    before, *cells = (" ".join(cell.split()) for cell in raw.split(_CELL))
    if not any(cells):
        return before.replace(_BLANK, "\u00a0") if before.strip(_BLANK) else ""
    row = " | ".join(cells).replace("|  |", "| |").replace("|  |", "| |")
    return f"{before} {row}".strip()


def spans(cell: Node) -> tuple[int, int]:
    """Return how many columns and rows a cell takes, within reason."""
    texts = (cell.get("colspan"), cell.get("rowspan"))
    columns, rows = (int(each) if _SPAN.fullmatch(each) else 1 for each in texts)
    return columns, rows
