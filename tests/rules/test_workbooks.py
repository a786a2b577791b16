"""Reading workbooks: what each kind of cell says, and what is named instead of guessed."""

from __future__ import annotations

import datetime as dt
import io
import tracemalloc
import zipfile
from typing import Any

import pytest
from openpyxl.styles.numbers import FORMAT_TEXT

from chalicelib.spreadsheets import MOST_ROWS, Spreadsheet, read, unusable
from chalicelib.workbooks.parts import MOST_ELEMENTS
from tests.support.workbooks import (
    MAIN,
    by_hand,
    by_openpyxl,
    by_xlsxwriter,
    parts_around,
    with_part,
    zip_parts,
)

SHEET = "xl/worksheets/sheet1.xml"


def cells(book: bytes) -> list[tuple[str, ...]]:
    sheet = read(book)
    assert not sheet.problems
    return [row.cells for row in sheet.rows]


def codes(book: bytes) -> list[str]:
    sheet = read(book)
    return [each.code for each in (*sheet.problems, *sheet.notes)]


def read_cell(value: Any, form: str = "General") -> str:
    """Return what is read of one cell that XlsxWriter wrote with a number format."""
    book = by_xlsxwriter(lambda b, s: s.write(0, 0, value, b.add_format({"num_format": form})))
    ((cell,),) = cells(book)
    return cell


@pytest.mark.parametrize(
    ("value", "form", "said"),
    [
        (750, "00000", "00750"),
        (123456, "00000", "123456"),
        (605475, "0", "605475"),
        (7, "000000;-000000", "000007"),
        (12345678, '000"-"00"-"0000', "012-34-5678"),
        (1234567890, "000\\-000\\-0000", "123-456-7890"),
        (0, "00", "00"),
        (605475, "General", "605475"),
        (605475, "#,##0", "605475"),
        (-7, "000", "-7"),
        (7.5, "000", "7.5"),
    ],
)
def test_an_id_keeps_the_zeros_that_its_format_shows(value: int, form: str, said: str) -> None:
    assert read_cell(value, form) == said


def test_an_id_that_is_text_stays_as_it_is() -> None:
    book = by_openpyxl([["007", " 0042 "]])
    assert cells(book) == [("007", "0042")]
    as_text = by_openpyxl(
        [["0001"]], lambda b: setattr(b.active["A1"], "number_format", FORMAT_TEXT)
    )
    assert cells(as_text) == [("0001",)]


@pytest.mark.parametrize(
    ("value", "form", "said"),
    [
        (0.5, "0%", "50%"),
        (0.855, "0%", "85.5%"),
        (1, "0.0%", "100%"),
        (0.07, "0%", "7%"),
        (0.29, "0.00%", "29%"),
        (0.5, '0"%"', "0.5"),
    ],
)
def test_a_percent_is_read_as_it_is_shown_and_not_rounded(
    value: float, form: str, said: str
) -> None:
    assert read_cell(value, form) == said


@pytest.mark.parametrize(
    ("value", "form", "said"),
    [
        (85.0, "General", "85"),
        (0.5, "General", "0.5"),
        (0.1 + 0.2, "General", "0.3"),
        (2.25, "0", "2.25"),
        (0.5, "# ?/?", "0.5"),
        (1 / 3, "# ?/?", "1/3"),
        (-0.25, "General", "-0.25"),
        (1e-7, "General", "0.0000001"),
        (1e21, "0.00E+00", "1000000000000000000000"),
    ],
)
def test_a_number_is_read_in_full(value: float, form: str, said: str) -> None:
    assert read_cell(value, form) == said


def test_true_and_false_are_read_as_a_spreadsheet_shows_them() -> None:
    assert (read_cell(True), read_cell(False)) == ("TRUE", "FALSE")


@pytest.mark.parametrize(
    ("value", "form", "said"),
    [
        (dt.datetime(2026, 1, 2), "d-mmm", "2-Jan"),  # noqa: DTZ001 - a cell's
        (dt.datetime(2026, 3, 4), "m/d/yyyy", "3/4/2026"),  # noqa: DTZ001 - a cell's
        (dt.datetime(2026, 3, 4, 8, 5), "m/d/yyyy h:mm", "3/4/2026 08:05"),  # noqa: DTZ001 - a cell's
        (dt.time(1, 30), "h:mm", "01:30:00"),
        (dt.timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
    ],
)
def test_a_date_that_may_have_been_a_fraction_is_shown_and_cannot_be_used(
    value: Any, form: str, said: str
) -> None:
    cell = read_cell(value, form)
    found = unusable(cell)
    assert cell == said
    assert found
    assert (found.code, "0.5" in found.fix) == ("date_cell", True)


def test_a_moment_written_as_iso_text_is_a_date_too() -> None:
    book = by_hand('<row r="1"><c r="A1" t="d"><v>2026-01-02</v></c></row>')
    ((cell,),) = cells(book)
    assert find_code(cell) == "date_cell"


def find_code(cell: str) -> str:
    found = unusable(cell)
    return found.code if found else ""


def test_a_formula_gives_its_value_if_a_spreadsheet_calculated_it() -> None:
    book = by_hand(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c>'
        '<c r="B1" t="str"><f>LEFT(&quot;BC&quot;)</f><v>B</v></c>'
        '<c r="C1" t="str"><f>T(&quot;&quot;)</f><v></v></c><c r="D1"><v>3</v></c></row>'
    )
    assert cells(book) == [("2", "B", "", "3")]


def test_a_formula_without_a_value_is_named() -> None:
    ((_, cell),) = cells(by_openpyxl([[1, "=1+1"]]))
    assert find_code(cell) == "formula_not_calculated"


def test_a_zero_that_stands_in_for_a_formulas_value_is_not_believed() -> None:
    """XlsxWriter writes 0 as the value of every formula, and asks to be calculated first."""
    book = by_xlsxwriter(lambda _, s: s.write_formula("A1", "=1+1"))
    assert b"<f>1+1</f><v>0</v>" in zipfile.ZipFile(io.BytesIO(book)).read(SHEET)
    ((cell,),) = cells(book)
    assert find_code(cell) == "formula_not_calculated"


def test_a_formula_that_failed_is_named() -> None:
    book = by_hand('<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>')
    ((cell,),) = cells(book)
    assert find_code(cell) == "formula_failed"


def test_text_that_looks_like_a_formula_stays_text_and_is_named() -> None:
    book = by_xlsxwriter(lambda _, s: s.write_string("A1", "=1+1"))
    ((cell,),) = cells(book)
    assert (cell, find_code(cell)) == ("=1+1", "formula")


@pytest.mark.parametrize("text", ["line\nline", "_x0041_", "a\rb", "ʻŌ 日本"])
def test_text_is_read_as_it_was_written(text: str) -> None:
    assert cells(by_xlsxwriter(lambda _, s: s.write_string("A1", text))) == [(text,)]


def test_text_in_several_colors_is_one_text() -> None:
    def write(book: Any, sheet: Any) -> None:
        bold = book.add_format({"bold": True})
        sheet.write_rich_string("A1", "Q", bold, "1", " pre")

    assert cells(by_xlsxwriter(write)) == [("Q1 pre",)]


def test_rows_have_the_numbers_that_a_spreadsheet_shows() -> None:
    book = by_hand(
        '<row r="3"><c r="B3"><v>1</v></c></row><row r="4"/>'
        '<row r="7"><c r="A7"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>'
    )
    sheet = read(book)
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (3, ("", "1")),
        (7, ("2", "3")),
        (8, ("4",)),
    ]


def test_a_size_that_the_file_says_wrongly_hides_nothing() -> None:
    rows = "".join(f'<row r="{n}"><c r="C{n}"><v>{n}</v></c></row>' for n in (1, 2, 3))
    assert len(cells(by_hand(rows, before='<dimension ref="A1"/>'))) == 3


def test_hidden_rows_and_columns_are_read_and_named() -> None:
    def hide(book: Any) -> None:
        book.active.row_dimensions[3].hidden = True
        book.active.row_dimensions[9].hidden = True  # there is nothing in it
        book.active.column_dimensions["B"].hidden = True

    sheet = read(by_openpyxl([["id", "Q1"], [1, "A"], [2, "B"]], hide))
    assert [row.cells for row in sheet.rows] == [("id", "Q1"), ("1", "A"), ("2", "B")]
    told = {each.code: each.reason for each in sheet.notes}
    assert told["rows_hidden"].endswith(": 3.")
    assert told["columns_hidden"].endswith(": B.")
    assert {each.severity for each in sheet.notes} == {"warning"}


def test_a_value_merged_over_rows_stands_in_each_of_them() -> None:
    rows: list[list[Any]] = [
        ["Student", "Q", "Answer"],
        ["Lee", 1, "A"],
        [None, 2, "B"],
        ["Ray", 1, "C"],
    ]
    book = by_openpyxl(rows, lambda b: b.active.merge_cells("A2:A3"))
    assert cells(book)[1:] == [("Lee", "1", "A"), ("Lee", "2", "B"), ("Ray", "1", "C")]
    assert not codes(book)


def test_a_value_merged_over_columns_is_named() -> None:
    rows: list[list[Any]] = [["Student", "Part 1", None, "Part 2"], [1, 2, 3, 4]]
    sheet = read(by_openpyxl(rows, lambda b: b.active.merge_cells("B1:C1")))
    assert sheet.rows[0].cells == ("Student", "Part 1", "", "Part 2")
    (note,) = sheet.notes
    assert (note.row, note.code, "B1:C1" in note.reason) == (1, "cells_merged", True)


def test_a_title_that_stands_alone_above_the_table_is_not_worth_a_word() -> None:
    rows: list[list[Any]] = [["Unit 3", None], ["Student", "Q1"], [1, "A"]]
    assert not codes(by_openpyxl(rows, lambda b: b.active.merge_cells("A1:B1")))


def several(active: int, states: tuple[str, ...] = ("visible",) * 3) -> bytes:
    def fill(book: Any) -> None:
        for name, state in zip(("One", "Two", "Three"), states, strict=True):
            sheet = book.active if name == "One" else book.create_sheet(name)
            sheet.title, sheet.sheet_state = name, state
            if name != "Three":
                sheet["A1"] = name
        book.active = active

    return by_openpyxl([], fill)


def test_the_sheet_that_a_spreadsheet_shows_first_is_read_and_the_others_are_named() -> None:
    sheet = read(several(1))
    assert sheet.rows[0].cells == ("Two",)
    (note,) = sheet.notes
    assert note.code == "other_sheets"
    assert "“Two”" in note.reason
    assert "“One”, “Three”" in note.reason


def test_of_an_empty_sheet_the_first_one_that_is_not_is_read() -> None:
    assert read(several(2)).rows[0].cells == ("One",)


def test_a_hidden_sheet_is_named_and_never_read() -> None:
    sheet = read(several(2, ("hidden", "visible", "visible")))
    assert sheet.rows[0].cells == ("Two",)
    assert "“One”" in sheet.notes[0].reason


def test_a_workbook_says_what_it_is_where_texts_say_how_they_are_encoded() -> None:
    sheet = read(by_openpyxl([["a"]]))
    assert (sheet.encoding, sheet.separator) == ("Excel workbook", "")


def test_an_empty_workbook_is_an_empty_file() -> None:
    assert codes(by_openpyxl([])) == ["file_empty"]


# -- what is refused -------------------------------------------------------------------------------


def open_document() -> bytes:
    return zip_parts(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""}
    )


def strict() -> bytes:
    book = by_openpyxl([["a"]])
    return with_part(
        book,
        "xl/workbook.xml",
        lambda part: part.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    )


def binary() -> bytes:
    parts = parts_around("")
    return zip_parts(
        {
            "_rels/.rels": parts["_rels/.rels"].replace(b"workbook.xml", b"workbook.bin"),
            "xl/workbook.bin": b"\x83\x01",
        }
    )


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOCKED = OLD + "EncryptedPackage".encode("utf-16-le") + bytes(600)
A_ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
)


@pytest.mark.parametrize(
    ("book", "code", "word"),
    [
        (OLD, "no_workbook", ".xls"),
        (LOCKED, "workbook_locked", "password"),
        (open_document(), "no_workbook", ".ods"),
        (strict(), "no_workbook", "Strict"),
        (binary(), "no_workbook", ".xlsb"),
        (zip_parts({"word/document.xml": b"<x/>"}), "no_workbook", "none"),
        (b"PK\x03\x04 and no zip", "workbook_damaged", "damaged"),
        (by_openpyxl([["a"]])[:-200], "workbook_damaged", "damaged"),
        (by_hand("<row"), "workbook_damaged", "damaged"),
        (by_hand('<row r="2"/><row r="2"/>'), "workbook_damaged", "damaged"),
        (by_hand('<row r="1"><c r="1A"><v>1</v></c></row>'), "workbook_damaged", "damaged"),
        (by_hand(A_ROW, prolog=ENTITIES), "workbook_damaged", "declarations"),
    ],
    ids=["old", "locked", "ods", "strict", "binary", "other zip", "no zip", "cut off", "broken XML",
         "row twice", "no place", "entities"],
)  # fmt: skip
def test_an_unreadable_workbook_is_refused_by_name(book: bytes, code: str, word: str) -> None:
    sheet = read(book)
    (found,) = sheet.problems
    assert not sheet.rows
    assert (found.code, found.severity) == (code, "error")
    assert word in found.reason
    assert found.fix


def test_entities_in_a_part_that_the_library_reads_are_refused_as_well() -> None:
    book = by_xlsxwriter(lambda _, s: s.write_string("A1", "x"))
    bent = with_part(
        book, "xl/sharedStrings.xml", lambda part: ENTITIES.encode() + part.partition(b"?>")[2]
    )
    assert [(each.code, "declarations" in each.reason) for each in read(bent).problems] == [
        ("workbook_damaged", True)
    ]


def bomb() -> bytes:
    return zip_parts({**parts_around(""), SHEET: b"<x>" + b" " * 60_000_000})


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    book = bomb()
    assert len(book) < 100_000
    tracemalloc.start()
    try:
        assert codes(book) == ["workbook_too_large"]
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_a_zip_that_lies_about_a_size_gives_no_more_than_declared() -> None:
    book = by_hand(A_ROW + '<row r="2"><c r="A2"><v>2</v></c></row>')
    size = (
        len(parts_around("")[SHEET]) or zipfile.ZipFile(io.BytesIO(book)).getinfo(SHEET).file_size
    )
    lying = book.replace(size.to_bytes(4, "little"), (size - 40).to_bytes(4, "little"))
    assert lying != book
    assert codes(lying) == ["workbook_damaged"]


def test_more_rows_than_are_read_are_refused() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, MOST_ROWS + 2))
    assert codes(by_hand(rows)) == ["too_many_rows"]


def test_a_cell_at_the_very_end_of_the_sheet_costs_nothing() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert codes(by_hand(A_ROW + far)) == ["workbook_too_large"]
    below = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    assert codes(by_hand(A_ROW + below)) == ["too_many_rows"]
    beside = '<row r="1"><c r="XFD1"><v>1</v></c></row>'
    assert codes(by_hand(beside)) == ["too_many_columns"]


def test_more_cells_than_are_read_are_refused_where_they_begin() -> None:
    row = "<c><v>1</v></c>" * 1000
    rows = "".join(f"<row>{row}</row>" for _ in range(401))
    assert codes(by_hand(rows)) == ["workbook_too_large"]


def test_more_texts_than_a_sheet_needs_are_refused_before_an_object_is_made_of_each() -> None:
    book = by_xlsxwriter(lambda _, s: s.write_string("A1", "x"))
    many = b"<si/>" * (MOST_ELEMENTS + 1)
    bent = with_part(
        book, "xl/sharedStrings.xml", lambda part: part.replace(b"</sst>", many + b"</sst>")
    )
    assert codes(bent) == ["workbook_too_large"]


def test_merged_areas_without_end_are_refused() -> None:
    areas = "".join(f'<mergeCell ref="A{n}:A1048576"/>' for n in range(1, 20_100))
    assert codes(by_hand(A_ROW, after=f"<mergeCells>{areas}</mergeCells>")) == [
        "workbook_too_large"
    ]


def test_only_a_problem_keeps_a_sheet_from_having_rows() -> None:
    for book in (OLD, LOCKED, bomb(), open_document()):
        assert isinstance(read(book), Spreadsheet)
        assert not read(book).rows
