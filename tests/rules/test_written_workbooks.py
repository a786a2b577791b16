"""Tables as workbooks, as readers of others see them: text stays text, numbers numbers."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.csv_cells import Cell
from chalicelib.spreadsheets import read
from chalicelib.workbooks.writing import LONGEST_TEXT, sheet_name, write_workbook
from tests.support.workbooks import read_by_calamine


def a_workbook(*rows: list[Cell], header: tuple[Cell, ...] = ("a", "b")) -> bytes:
    return write_workbook("table", header, rows)


FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "\t=1",
    "{=1}",
    "http://x",
    "0042",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_typed_text_is_text_for_every_reader(text: str) -> None:
    book = a_workbook([text, 1])
    assert read_by_calamine(book)[1] == [text, 1.0]
    cell = openpyxl.load_workbook(io.BytesIO(book)).active["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml")


def test_numbers_are_numbers_and_blanks_are_blank() -> None:
    row: list[Cell] = [-3, 0, Fraction(-1, 2), Fraction(2, 3), Decimal("79.50"), None, "", "x"]
    book = write_workbook("t", [str(n) for n in range(8)], [row])
    assert read_by_calamine(book)[1] == [-3.0, 0.0, -0.5, 0.666667, 79.5, "", "", "x"]


def test_the_header_is_bold_and_stays_and_columns_are_as_wide_as_what_is_in_them() -> None:
    book = a_workbook(["0750", 1], ["A rather long name of a school, and more than that", 2])
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet.freeze_panes == "A2"
    assert (sheet["A1"].font.bold, sheet["A2"].font.bold) == (True, False)
    widths = [sheet.column_dimensions[each].width for each in "AB"]
    assert 39 < widths[0] < 42
    assert 7 < widths[1] < 10


@pytest.mark.parametrize("name", ["a" * 60, "a/b\\c[d]e:f*g?", "'quoted'", "", "History"])
def test_a_sheet_has_a_name_that_spreadsheets_take(name: str) -> None:
    shown = sheet_name(name)
    assert 0 < len(shown) <= 31
    assert not re.search(r"[\[\]:*?/\\']", shown)
    assert shown.casefold() != "history", "Excel keeps that one for itself"
    assert openpyxl.load_workbook(io.BytesIO(write_workbook(name, ["a"], []))).sheetnames == [shown]


def test_nobody_is_named_as_who_made_it_and_equal_tables_are_equal_bytes() -> None:
    book = a_workbook(["x", 1])
    about = zipfile.ZipFile(io.BytesIO(book)).read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in about
    assert set(re.findall(r"(\d{4})-\d\d", about)) == {"1980"}
    assert book == a_workbook(["x", 1])


def test_a_text_longer_than_a_cell_is_cut_where_it_shows() -> None:
    (_, (text, _)) = read_by_calamine(a_workbook(["x" * (LONGEST_TEXT + 9), 1]))
    assert (len(text), text[-1]) == (LONGEST_TEXT, "…")


PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zs", "Zl", "Zp"]), max_size=8)


@given(st.lists(st.tuples(PLAIN, st.integers(-(10**9), 10**9)), max_size=5))
def test_a_written_workbook_reads_back(rows: list[tuple[str, int]]) -> None:
    book = write_workbook("t", ["name", "number"], rows)
    sheet = read(book)
    assert not sheet.problems
    assert [row.cells for row in sheet.rows[1:]] == [(text, str(n)) for text, n in rows]


def test_signs_that_xml_does_not_have_do_no_harm() -> None:
    book = a_workbook(["a\x00\x0bb\ufffe", 1], ["\ud800", 2])
    assert len(read_by_calamine(book)) == 3
    assert len(read(book).rows) == 3
