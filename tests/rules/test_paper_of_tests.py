"""How tests, keys and answer sheets come out on paper: looked at, read back, and validated."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Any

import page as validator
import pypdf
import pypdfium2
import pytest

from chalicelib.reports import typesetting
from chalicelib.reports.codes import code_picture
from chalicelib.reports.model import ReportPaperSize
from chalicelib.reports.printed_test import PaperPart, PrintedTest
from tests.support.printed_tests import LONG_WORD, a_printed_test, an_item, items, read_codes
from tests.support.report_papers import HOSTILE, LOCKED, SCRIPTS

NAMES = (*SCRIPTS.values(), *HOSTILE)
DPI = (150, 200, 300)


def pdf(made: PrintedTest) -> bytes:
    return typesetting.pdf("test", typesetting.with_codes(made), at=LOCKED)


@cache
def a_class_of(size: ReportPaperSize, *names: str) -> tuple[PrintedTest, bytes]:
    """Print a test with every kind of item; many tests look at the same."""
    made = a_printed_test(size=size, names=names or ("Alvarez", "Okafor"))
    return made, pdf(made)


@cache
def sheets_of(size: ReportPaperSize) -> tuple[PrintedTest, bytes]:
    """Print answer sheets alone."""
    made = a_printed_test(size=size, parts=(PaperPart.ANSWER_SHEETS,))
    return made, pdf(made)


def words_of(made: bytes) -> list[str]:
    return [
        " ".join((each.extract_text() or "").split())
        for each in pypdf.PdfReader(io.BytesIO(made)).pages
    ]


def codes_on(made: bytes, dpi: int, *, angle: float = 0) -> list[str]:
    return [code for page in read_codes(made, dpi, angle=angle) for code in page]


# -- codes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ReportPaperSize)
@pytest.mark.parametrize("dpi", DPI)
def test_an_independent_reader_reads_every_code(size: ReportPaperSize, dpi: int) -> None:
    made, file = sheets_of(size)
    assert codes_on(file, dpi) == [page.code for page in made.pages]


@pytest.mark.parametrize("angle", [3, 90, 180, 272])
def test_a_sheet_that_was_scanned_askew_is_read(angle: float) -> None:
    made, file = sheets_of(ReportPaperSize.LETTER)
    assert codes_on(file, 150, angle=angle) == [page.code for page in made.pages]


@pytest.mark.parametrize("student", ["7", "ABC-1", "x" * 64, "Ü" * 200, "a b~c:d/e"])
def test_every_id_of_a_student_can_be_read_back(student: str) -> None:
    made = a_printed_test(names=("Okafor",), parts=(PaperPart.ANSWER_SHEETS,))
    code = made.pages[0].code.rpartition(":")[0] + ":" + _in_code(student)
    svg, modules = code_picture(code)
    assert modules <= 45
    assert svg.count("<path") == 1


def _in_code(student: str) -> str:
    from chalicelib.printed_tests.codes import student_in_code

    return student_in_code(student)


# -- pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ReportPaperSize)
def test_every_paper_is_accessible_in_the_eyes_of_an_independent_validator(
    size: ReportPaperSize,
) -> None:
    found = validator.validate_pdf_bytes(a_class_of(size)[1], profile="ua1")
    assert [(each.rule_id, each.message) for each in found.failures] == []


@pytest.mark.parametrize("size", ReportPaperSize)
def test_a_test_has_the_size_of_its_paper(size: ReportPaperSize) -> None:
    wide = {ReportPaperSize.LETTER: 612, ReportPaperSize.A4: 595}[size]
    box = pypdf.PdfReader(io.BytesIO(a_class_of(size)[1])).pages[0].mediabox
    assert round(box.width) == wide


@pytest.mark.parametrize("size", ReportPaperSize)
@pytest.mark.parametrize("letters", [5, 8, 14, 26])
def test_a_full_answer_sheet_is_one_page(size: ReportPaperSize, letters: int) -> None:
    """As many rows and columns as `spaces` lays on a page fit on it."""
    item = an_item("single_choice", choices=tuple(f"c{n}" for n in range(letters)))
    asked = [item.model_copy(update={"id": f"q{n}"}) for n in range(200)]
    made = a_printed_test(
        asked=asked, names=("W" * 300,), size=size, parts=(PaperPart.ANSWER_SHEETS,)
    )
    pages = pypdfium2.PdfDocument(pdf(made))
    assert len(pages) == len(made.pages)


def test_a_class_of_thirty_is_one_file() -> None:
    names = [f"Family{n:02}" for n in range(30)]
    made = a_printed_test(names=names, parts=(PaperPart.ANSWER_SHEETS,))
    pages = words_of(pdf(made))
    assert len(pages) == 30
    assert [re.search(r"Family\d\d", text).group() for text in pages] == names  # type: ignore[union-attr]


def test_each_name_is_on_the_page_with_its_code() -> None:
    made, file = sheets_of(ReportPaperSize.LETTER)
    pages = zip(read_codes(file, 150), words_of(file), made.pages, strict=True)
    for codes, text, expected in pages:
        assert codes == [expected.code]
        assert expected.student in text


def test_no_name_can_make_a_sheet_fail_or_hide_its_code() -> None:
    made = a_printed_test(names=NAMES, parts=(PaperPart.ANSWER_SHEETS,))
    file = pdf(made)
    assert codes_on(file, 150) == [page.code for page in made.pages]
    assert validator.is_pdf_compliant_bytes(file, profile="ua1")


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_can_make_a_test_fail(title: str) -> None:
    made = a_printed_test(names=("Okafor",), title=title, class_title=title)
    assert codes_on(pdf(made), 150) == [made.pages[0].code]


def test_questions_stay_whole() -> None:
    """No question of a hundred begins on one page and ends on the next."""
    asked = [
        item.model_copy(update={"prompt": f"BEGIN{n} " + "word " * (n % 90) + f" END{n}."})
        for n, item in enumerate(items(100))
    ]
    pages = words_of(pdf(a_printed_test(asked=asked, parts=(PaperPart.TEST,))))
    for n in range(100):
        on = [page for page in pages if f"BEGIN{n} " in page]
        assert len(on) == 1
        assert f"END{n}." in on[0]


def test_a_question_longer_than_a_page_goes_on_and_loses_nothing() -> None:
    prompt = "\n".join(f"Line {n} of a long passage to read." for n in range(120))
    asked = [an_item("points", prompt=prompt), *items()]
    text = " ".join(words_of(pdf(a_printed_test(asked=asked, parts=(PaperPart.TEST,)))))
    assert all(f"Line {n} of" in text for n in range(120))


def test_a_choice_that_does_not_fit_stays_on_the_paper() -> None:
    file = pdf(a_printed_test(asked=[an_item("multiple_choice")], parts=(PaperPart.TEST,)))
    text = re.sub(r"\s", "", "".join(words_of(file)).replace("\u200b", ""))
    assert LONG_WORD in text
    document = pypdfium2.PdfDocument(file)
    letters = document[0].get_textpage()
    rights = [letters.get_charbox(n)[2] for n in range(letters.count_chars())]
    assert max(rights) < 612 - 45


def test_printed_on_both_sides_everybody_begins_on_a_new_sheet() -> None:
    names = ("Alvarez", "Okafor", "Yazzie")
    made = a_printed_test(names=names, two_sided=True, forms={"B": both()})
    pages = words_of(pdf(made))
    begins = [n for n, text in enumerate(pages) if any(f"{name}, Sam" in text for name in names)]
    firsts = [n for n, text in enumerate(pages) if "Page 1 of" in text]
    assert len(begins) == 3
    assert len(firsts) == 4
    assert {n % 2 for n in (*begins, *firsts)} == {0}


def both() -> list[tuple[str, tuple[str, ...]]]:
    return [(item.id, item.key) for item in items()]


def test_markup_in_texts_stays_text() -> None:
    asked = [an_item("short_text", prompt="#panic(1) $x^2$ *b* <l> @r <script>&amp;")]
    text = words_of(pdf(a_printed_test(asked=asked, parts=(PaperPart.TEST,))))[0]
    assert "#panic(1) $x^2$ *b* <l> @r <script>&amp;" in text


def test_the_test_for_students_has_nothing_of_the_key() -> None:
    text = " ".join(words_of(pdf(a_printed_test(parts=(PaperPart.TEST,)))))
    for word in ("7.75", "Paris", "3.NF.A.1", "Answer key"):
        assert word not in text


def test_a_class_of_points_only_has_room_to_score() -> None:
    asked: list[Any] = [an_item("points", id=f"q{n}", prompt="") for n in range(3)]
    text = words_of(pdf(a_printed_test(asked=asked, parts=(PaperPart.ANSWER_SHEETS,))))[0]
    assert text.count("/ 4") == 3


def test_the_same_test_gives_the_same_bytes() -> None:
    made, file = a_class_of(ReportPaperSize.LETTER)
    assert pdf(made) == file
