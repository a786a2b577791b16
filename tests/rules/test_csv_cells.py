"""CSV answers: safe in a spreadsheet, whole on the way back."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.csv_cells import Cell, cell, csv_text, safe

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1:A9)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\tx",
    "\rx",
    "\nx",
    "\x00=1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(A1)",
    "\u22121",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    '"=1',
    "'=1",
    "\" ' =1",
    "“=1”",
    '=cmd|"/c calc"!A1',
)


def back(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("formula", FORMULAS, ids=repr)
def test_no_text_begins_as_a_formula(formula: str) -> None:
    assert safe(formula) == "'" + safe(formula)[1:]
    assert back(csv_text(["a"], [[formula]]))[1][0].startswith("'")


@pytest.mark.parametrize(
    "text", ["", "Ann", "A-B", "3.OA.A.1", "O'Neill", "a=b", "x; y", "one\ntwo", "“quoted”", "李"]
)
def test_harmless_text_is_left_alone(text: str) -> None:
    assert safe(text) == text
    assert back(csv_text(["a"], [[text, "b"]]))[1] == [text, "b"]


@pytest.mark.parametrize("text", ["x;=1", "x\n=1", "x\r\n@A1", 'x;" +1', "x;\t=1"])
def test_a_formula_after_a_foreign_separator_is_text_too(text: str) -> None:
    """A spreadsheet that separates by `;` does not see our quotes around a cell."""
    pieces = re.split(r"[;\r\n\t]", safe(text))
    assert len(pieces) > 1
    assert not any(piece.lstrip('" ').startswith(("=", "+", "-", "@")) for piece in pieces)


def test_numbers_stay_numbers() -> None:
    row: list[Cell] = [-3, 0, Fraction(-1, 2), Fraction(2, 3), Decimal("-79.50"), Fraction(7), None]
    assert back(csv_text(["n"], [row]))[1] == ["-3", "0", "-0.5", "0.666667", "-79.5", "7", ""]


def test_a_number_written_as_text_is_text() -> None:
    assert cell("-3") == "'-3"


def test_a_fraction_too_small_to_show_is_a_plain_nought() -> None:
    assert cell(Fraction(-1, 10**9)) == "0"


def test_the_file_has_the_mark_and_the_line_ends_that_spreadsheets_expect() -> None:
    assert csv_text(["a", "b"], [["1", 'say "hi"']]) == '\ufeffa,b\r\n1,"say ""hi"""\r\n'


def test_headings_are_cells_too() -> None:
    assert csv_text(["=evil"], []) == "\ufeff'=evil\r\n"


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)


@given(st.lists(TEXTS, min_size=2, max_size=5))
def test_whatever_people_type_comes_back_as_the_same_cells(row: list[str]) -> None:
    assert back(csv_text(["a"], [row]))[1] == [safe(each) for each in row]


@given(TEXTS)
def test_only_apostrophes_are_ever_added(text: str) -> None:
    assert safe(text).replace("'", "") == text.replace("'", "")
