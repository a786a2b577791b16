"""The text of a paper for programs and screen readers: each name once.

Typst 0.15.2 writes a letter of several glyphs with its whole text (`ActualText`), so a reader that
knows `ActualText` gets it once. Sometimes a mark stands higher than in the font, as on capitals.
Then Typst starts another run and writes no such text: each glyph has the whole letter, and
everybody gets it twice. docs/operations.md has the workaround.
"""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import replace
from functools import cache
from typing import Any

import pypdf
import pypdfium2
import pytest
from pypdf.generic import ContentStream

from chalicelib.processes.reporting.papers import to_print
from chalicelib.reports import typesetting
from chalicelib.reports.printed_test import PaperPart
from tests.support import report_papers as papers
from tests.support.printed_tests import a_printed_test

ONCE = {
    "Navajo": "Shį́į́ Tsosie",
    "Vietnamese": "Nguyễn Thị Ánh Tuyết",
    "Lakota": "Čhaŋóhaŋ",
    "Devanagari": "प्रिया शर्मा",
    "Gurmukhi": "ਹਰਪ੍ਰੀਤ ਕੌਰ",
    "Bengali": "অনন্যা চক্রবর্তী",
    "Tamil": "கவிதா முருகன்",
    "Thai": "สมหญิง ใจดี",
}
"""Names that are searched and read aloud as they are."""
TWICE = {
    "Navajo capitals": "Ana Ą́shįįh",
    "Yoruba capitals": "Ade Ọ̀ṣun",
    "Khmer": "សុខ ស្រីមុំ",
    "Lithuanian": "Rė̃za",
}
"""Names with letters that a reader gets twice; they look right."""


@cache
def paper_of(kind: str, name: str) -> bytes:
    if kind == "test":
        made = a_printed_test(names=(name,), parts=(PaperPart.ANSWER_SHEETS,))
        return typesetting.pdf("test", typesetting.with_codes(made), at=papers.LOCKED)
    report = papers.a_finished_report()
    named = replace(report, identity=replace(report.identity, team=name))
    return typesetting.pdf("finished", to_print(named).data, at=papers.LOCKED)


def read_aloud(made: bytes) -> str:
    """Return the text of the first page as a reader has it that knows of `ActualText`."""
    reader = pypdf.PdfReader(io.BytesIO(made))
    page = reader.pages[0]
    resources: Any = page["/Resources"]
    maps = {name: _map_of(font.get_object()) for name, font in resources["/Font"].items()}
    read, spans, font = [], list[bool](), ""
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BDC":
            text = operands[1].get("/ActualText")
            spans.append(text is not None)
            read.append(text or "")
        elif operator == b"EMC":
            spans.pop()
        elif operator == b"Tf":
            font = operands[0]
        elif operator in (b"Tj", b"TJ") and not any(spans):
            read += _glyphs(operands[0], maps[font])
    return "".join(read)


def _map_of(font: Any) -> dict[str, str]:
    listed = font["/ToUnicode"].get_data().decode()
    found = re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", listed.split("beginbfchar", 1)[-1])
    return {code.upper(): bytes.fromhex(text).decode("utf-16-be") for code, text in found}


def _glyphs(shown: Any, known: dict[str, str]) -> list[str]:
    pieces = shown if isinstance(shown, list) else [shown]
    raw = b"".join(each.original_bytes for each in pieces if hasattr(each, "original_bytes"))
    return [known.get(raw[n : n + 2].hex().upper(), "") for n in range(0, len(raw), 2)]


def compose(name: str) -> str:
    return unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("kind", ["test", "finished"])
@pytest.mark.parametrize("script", ONCE)
def test_a_name_is_read_aloud_as_it_is(kind: str, script: str) -> None:
    assert compose(ONCE[script]) in read_aloud(paper_of(kind, ONCE[script]))


@pytest.mark.parametrize("script", ONCE)
def test_a_browser_finds_a_name(script: str) -> None:
    page = pypdfium2.PdfDocument(paper_of("test", ONCE[script]))[0].get_textpage()
    assert page.search(compose(ONCE[script])).get_next() is not None


@pytest.mark.parametrize("kind", ["test", "finished"])
@pytest.mark.parametrize("script", TWICE)
def test_these_letters_are_still_written_twice(kind: str, script: str) -> None:
    """When this fails, Typst or a font got better: move the name to `ONCE`, and mend the docs."""
    assert compose(TWICE[script]) not in read_aloud(paper_of(kind, TWICE[script]))
