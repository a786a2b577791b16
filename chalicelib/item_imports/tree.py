"""XML of strangers as a small tree: no DTD, no entities, no network, bounded in every direction.

The tree forgets the differences between the versions of QTI. It drops namespaces and their
prefixes, and writes the names of QTI 3 (`qti-simple-choice`, `response-identifier`) as QTI 2 has
them (`simpleChoice`, `responseIdentifier`). Only the root keeps its namespace, whatever its prefix,
as `xmlns`: defaults differ between the versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from xml.parsers import expat

from chalicelib.item_imports import question_problems

from .errors import FileRefused, cut

LARGEST = 2_000_000
"""Bytes of one XML file."""
QTI_3 = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
DEEPEST = 100
MOST_NODES = 50_000
MOST_ATTRIBUTES = 100_000

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_BEFORE = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!", b">"))
"""Beginnings of the parts that may stand before a root, and their ends."""
_FIRST = re.compile(rb"<([A-Za-z_][A-Za-z0-9_.:-]*)")
_KNOWN = re.compile(
    r"utf_?8|us_ascii|ascii|latin_?1|iso_?8859_\d{1,2}|(windows|cp)_?125\d|macintosh|koi8_[ru]"
    r"|shift_jis|euc_(jp|kr)|gb2312|gbk|gb18030|big5"
)
"""Encodings that are read in addition to those with a byte order mark; Python knows stranger
ones.
"""


@dataclass(slots=True)
class Node:
    """An element: its name and attributes without a prefix, nodes and texts in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def nodes(self) -> list[Node]:
        """Its elements."""
        return [child for child in self.children if isinstance(child, Node)]

    @property
    def text(self) -> str:
        """All text in it, blanks collapsed."""
        return " ".join("".join(self.texts()).split())

    def get(self, name: str) -> str:
        """An attribute, or nothing."""
        return self.attributes.get(name, "").strip()

    def child(self, name: str) -> Node | None:
        """Its first element of this name."""
        return next((each for each in self.nodes if each.name == name), None)

    def all(self, *names: str) -> Iterator[Node]:
        """All elements of these names in it, at any depth, in order."""
        for each in self.children:
            if isinstance(each, Node):
                if each.name in names:
                    yield each
                yield from each.all(*names)

    def texts(self) -> Iterator[str]:
        """All text in it, piece by piece."""
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.texts()


@dataclass(slots=True)
class Spent:
    """How much of its bounds a question has used: with all files that it includes."""

    size: int = 0
    nodes: int = 0
    attributes: int = 0
    includes: int = 0


def read(content: bytes, spent: Spent | None = None, depth: int = 0) -> Node:
    """Read a file. Raises `FileRefused` for one that is malformed, too large, or has a DTD.

    One that is included shares the bounds of what includes it, and begins at its `depth`.
    """
    spent = spent or Spent()
    spent.size += len(content)
    if spent.size > LARGEST:
        raise FileRefused(question_problems.QUESTION_TOO_LARGE, content=spent.size, largest=LARGEST)
    text = _decode(content)
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :] if declaration else text
    builder = _Builder(spent, depth)
    parser = expat.ParserCreate(encoding="utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = _bare_doctype
    parser.EntityDeclHandler = _no_entity
    try:
        parser.Parse(text.encode(), True)  # noqa: FBT003 - expat's own: this is all of it
    except expat.ExpatError as error:
        raise FileRefused(
            question_problems.XML_NOT_WELL_FORMED,
            code=expat.ErrorString(error.code),
            lineno=error.lineno,
        ) from error
    return builder.root


def peek(beginning: bytes) -> str:
    """Return the name of a file's root from its beginning, or nothing where it does not show.

    >>> peek(b"<?xml version='1.0'?><!-- <a> --><qti-assessment-item>"), peek(b"no markup")
    ('assessmentItem', '')
    """
    plain = beginning.replace(b"\0", b"")
    at = plain.find(b"<")
    while at >= 0:
        closing = next((end for mark, end in _BEFORE if plain.startswith(mark, at)), b"")
        if not closing:
            found = _FIRST.match(plain, at)
            return _name(found[1].decode()) if found else ""
        end = plain.find(closing, at)
        at = plain.find(b"<", end) if end >= 0 else -1
    return ""


def _decode(content: bytes) -> str:
    name = next((codec for mark, codec in _MARKS if content.startswith(mark)), "")
    declared = _DECLARED.match(content.lstrip())
    name = name or (declared[1].decode().lower() if declared else "utf-8")
    if declared and name in ("utf-16", "utf-32"):
        name = "utf-8"  # what some programs write although the bytes are single: a common slip
    plain = name.lower().replace("-", "_")
    marked = any(name == codec for _, codec in _MARKS)
    if not (marked or _KNOWN.fullmatch(plain)):
        raise FileRefused(question_problems.XML_ENCODING, name=cut(name))
    try:
        return content.decode(name).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError) as error:
        raise FileRefused(question_problems.XML_ENCODING_WRONG, name=name) from error


def _bare_doctype(_: str, system: str | None, public: str | None, subset: int) -> None:
    """Let a document type pass that names the root and nothing else: it declares nothing."""
    if system is not None or public is not None or subset:
        raise FileRefused(question_problems.XML_DOCTYPE)


def _no_entity(*_: Any) -> None:
    raise FileRefused(question_problems.XML_DOCTYPE)


class _Builder:
    """Makes the tree while expat reads; counts its nodes."""

    def __init__(self, spent: Spent, depth: int) -> None:
        self.root = Node("")
        self._open: list[Node] = []
        self._spent = spent
        self._deepest = DEEPEST - depth

    def start(self, name: str, attributes: dict[str, str]) -> None:
        spent = self._spent
        spent.nodes += 1
        spent.attributes += len(attributes)
        if spent.nodes > MOST_NODES or spent.attributes > MOST_ATTRIBUTES:
            raise FileRefused(question_problems.TOO_MANY_ELEMENTS, most=MOST_NODES)
        if len(self._open) >= self._deepest:
            raise FileRefused(question_problems.XML_TOO_DEEP, deepest=DEEPEST)
        node = Node(_name(name))
        if attributes:
            known = ((k, v) for k, v in attributes.items() if not k.startswith("xmlns"))
            node.attributes = {_attribute(key): value for key, value in known}
        spent.includes += node.name == "include"
        if self._open:
            self._open[-1].children.append(node)
        else:
            node.attributes["xmlns"] = _namespace(name, attributes)
            self.root = node
        self._open.append(node)

    def end(self, _: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        if self._open:
            self._open[-1].children.append(text)


def _namespace(name: str, attributes: dict[str, str]) -> str:
    """Return the namespace of a root; of one of QTI 3's names without any, what it shows."""
    prefix, _, local = name.rpartition(":")
    found = attributes.get(f"xmlns:{prefix}" if prefix else "xmlns", "")
    return found or (QTI_3 if local.startswith("qti-") else "")


@lru_cache(maxsize=256)
def _name(name: str) -> str:
    """Write an element's name as QTI 2 does.

    >>> _name("qti-simple-choice"), _name("m:math"), _name("itemBody")
    ('simpleChoice', 'math', 'itemBody')
    """
    local = name.rpartition(":")[2]
    return _camel(local.removeprefix("qti-")) if local.startswith("qti-") else local


@lru_cache(maxsize=256)
def _attribute(name: str) -> str:
    """Write an attribute's name as QTI 2 does; `data-` and `aria-` stay.

    >>> _attribute("response-identifier"), _attribute("xml:lang"), _attribute("aria-label")
    ('responseIdentifier', 'lang', 'aria-label')
    """
    local = name.rpartition(":")[2]
    return local if local.startswith(("data-", "aria-")) else _camel(local)


def _camel(kebab: str) -> str:
    first, *rest = kebab.split("-")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)
