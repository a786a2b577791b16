"""The promises of docs/answer-sheet-codes.md to scanners: page, reader and printed codes agree."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.printed_tests.codes import code_of
from tests.support.code_reader import PAGE, CodeRefused, read_code, write_student
from tests.support.printed_tests import TEST, TRACKER, a_printed_test

REFUSED = re.findall(r"^\| ([^|`]+) \| `([^`]+)` \| [^|]+ \|$", PAGE.read_text(), re.MULTILINE)
ANY_ID = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


@given(student=ANY_ID, version=st.sampled_from("ABCDE"), page=st.integers(1, 99))
def test_a_reader_that_follows_the_page_reads_every_code(
    student: str, version: str, page: int
) -> None:
    read = read_code(code_of(TRACKER, TEST, version, page, student))
    assert (read.tracker, read.assessment) == (TRACKER, TEST)
    assert (read.version, read.page) == (version, page)
    assert read.id in {student, ""}
    assert read.find_student([student, f"{student}2"], "ABCDE") == student


def test_the_pages_of_a_class_are_read() -> None:
    made = a_printed_test(names=("Alvarez", "Okafor"))
    read = [read_code(page.code) for page in made.pages]
    assert [each.page for each in read] == [1, 1]
    assert len({each.id for each in read}) == 2


def test_the_example_of_the_page_is_a_code() -> None:
    example = re.search(r"^PL1:01.*$", PAGE.read_text(), re.MULTILINE)
    assert example
    read = read_code(example[0])
    assert (read.version, read.page, read.id) == ("B", 1, "605475")


@pytest.mark.parametrize(("what", "code"), REFUSED, ids=[what for what, _ in REFUSED])
def test_readers_refuse_the_examples_that_the_page_refuses(what: str, code: str) -> None:
    with pytest.raises(CodeRefused):
        read_code(code)


def test_the_page_names_everything_that_is_refused() -> None:
    assert len(REFUSED) == 18
    assert read_code("PL1:01J7Z5T0:01J8A0C4:B:1:605475").id == "605475"


@pytest.mark.parametrize("text", ["", "PL1", "PL1:::::", "PL1:T:A:B:1:6\n", " PL1:T:A:B:1:6", "٣"])
def test_a_text_that_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(CodeRefused):
        read_code(text)


def test_a_student_or_a_version_that_the_sheet_has_not_is_refused() -> None:
    read = read_code(code_of(TRACKER, TEST, "C", 1, "ada"))
    assert read.find_student(["ada", "bob"], ["A", "B", "C"]) == "ada"
    with pytest.raises(CodeRefused, match="0 students"):
        read.find_student(["bob"], ["A", "B", "C"])
    with pytest.raises(CodeRefused, match="version"):
        read.find_student(["ada"], ["A", "B"])


def test_a_long_id_is_found_by_its_digest_alone() -> None:
    one, other = "x" * 65, "x" * 66
    read = read_code(code_of(TRACKER, TEST, "A", 1, one))
    assert (read.id, len(read.student)) == ("", 27)
    assert read.find_student([other, one], "A") == one
    assert write_student("~" * 3) == "%7E%7E%7E"
