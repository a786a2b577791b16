"""A PDF as text, in the order in which its tags are read: headings, rows, pictures in words."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

LINE, GAP = 4.0, 6.0
"""Points between two lines, and between what stands apart on one."""
LINES = ("/P", "/LI", "/TR", "/Figure", "/Formula", "/Caption", "/TOCI", "/Note", "/FENote")

HYPHEN, ZERO_WIDTH = "\x02", "\u200b"
"""The hyphen of pdfium at the end of a line, and the mark between letters in our papers."""
WORD_GOES_ON = (HYPHEN, ZERO_WIDTH)


class TaggedPdf:
    """The tags of a PDF and the text of each."""

    def __init__(self, made: bytes) -> None:
        """Read it."""
        self._root: Any = pypdf.PdfReader(io.BytesIO(made)).root_object["/StructTreeRoot"]
        self._reader = pypdf.PdfReader(io.BytesIO(made))
        self._texts = [_read_texts(page) for page in pypdfium2.PdfDocument(made)]
        self._pages = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(self._reader.pages)
            if page.indirect_reference
        }
        self._page = -1
        self._lines: list[str] = []

    def write_out(self) -> str:
        """Return all of it, page by page."""
        for each in _list_children(self._root):
            self._write(each, None)
        return "\n".join(self._lines)

    def _write(self, tag: Any, page: int | None) -> None:
        kind, page = str(tag.get("/S", "")), self._page_of(tag, page)
        children = _list_children(tag)
        if kind == "/TR":
            self._add(page, f"| {' | '.join(self._read(each, page) for each in children)} |")
        elif kind.startswith("/H") and kind[2:].isdigit():
            self._add(page, f"{'#' * int(kind[2:])} {self._read(tag, page)}", before="")
        elif kind in LINES or not any(map(_is_tag, children)):
            self._write_lines(tag, page, kind)
        else:
            for each in children:
                if _is_tag(each):
                    self._write(each, page)
                else:
                    self._write_lines(each, page, kind)

    def _write_lines(self, tag: Any, page: int | None, kind: str) -> None:
        """Write a paragraph on one line; what stands below one another without a tag, so too."""
        whole = "".join(self._walk(tag, page))
        for line in whole.split("\n") if kind == "/Span" else (whole,):
            if words := " ".join(line.split()):
                self._add(page, f"- {words}" if kind == "/LI" else words)

    def _add(self, page: int | None, line: str, *, before: str | None = None) -> None:
        if page is not None and page != self._page:
            self._page = page
            self._lines += ["", f"----- page {page + 1} -----", ""]
        elif before is not None and self._lines:
            self._lines.append(before)
        self._lines.append(line)

    def _page_of(self, tag: Any, page: int | None) -> int | None:
        """Return the page on which the first words of a tag stand."""
        if isinstance(tag, int):
            return page
        if "/Pg" in tag:
            own = self._pages.get(tag.raw_get("/Pg").idnum)
            page = own if own is not None else page
        for each in _list_children(tag):
            found = self._page_of(each, None)
            if found is not None:
                return found
        return page

    def _read(self, tag: Any, page: int | None) -> str:
        return " ".join("".join(self._walk(tag, page)).split())

    def _walk(self, tag: Any, page: int | None) -> Iterator[str]:
        if isinstance(tag, int):
            if page is not None:
                yield self._texts[page].get(tag, "")
            return
        if "/Pg" in tag:
            page = self._pages.get(tag.raw_get("/Pg").idnum, page)
        if "/MCID" in tag:
            if page is not None:
                yield self._texts[page].get(int(tag["/MCID"]), "")
            return
        kind = str(tag.get("/S", ""))
        if "/Alt" in tag:
            yield f" [{kind[1:].lower()}: {tag['/Alt']}] "
            return
        for each in _list_children(tag):
            yield from self._walk(each, page)
        if kind not in ("/Span", "/Strong", "/Em", "/Link", "/Sub"):
            yield " "


def _list_children(tag: Any) -> list[Any]:
    children = tag.get("/K", []) if not isinstance(tag, int) else []
    children = children if isinstance(children, list) else [children]
    return [each if isinstance(each, int) else each.get_object() for each in children]


def _is_tag(child: Any) -> bool:
    return not isinstance(child, int) and "/S" in child


def _read_texts(page: pypdfium2.PdfPage) -> dict[int, str]:
    """Return the text of each marked content of a page; a line break where it begins a line."""
    texts: dict[int, str] = {}
    textpage, last, before = page.get_textpage(), "", (0.0, 0.0)
    for part in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=8):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(part.raw)
        left, bottom, right, _ = part.get_bounds()
        begin = ""
        if mark not in texts and not last.endswith(WORD_GOES_ON):
            begin = "\n" if abs(bottom - before[1]) > LINE else " " * (left - before[0] > GAP)
        last, before = _read_text(part, textpage), (right, bottom)
        texts[mark] = texts.get(mark, begin) + last.replace(HYPHEN, "-").replace(ZERO_WIDTH, "")
    return texts


def _read_text(part: pypdfium2.PdfObject, textpage: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(part.raw, textpage.raw, None, 0)
    buffer = ctypes.create_string_buffer(size)
    place = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFTextObj_GetText(part.raw, textpage.raw, place, size)
    return buffer.raw[:-2].decode("utf-16-le")
