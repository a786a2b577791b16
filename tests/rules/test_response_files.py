"""Reading responses: what columns and cells mean, and that every row is used or explained."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.assessments.items import Item, ItemKind
from chalicelib.results.response_files.model import (
    AskedItems,
    ColumnMapping,
    ColumnRole,
    ColumnUse,
    ResponseFile,
    ResponseFileLayout,
    StudentIdentifier,
)
from chalicelib.results.response_files.reading import read_responses
from chalicelib.results.response_files.students import KnownStudent, Students
from tests.support.response_class import write_score
from tests.support.samples import a_sample_key


def an_item(name: str, kind: str, **more: Any) -> Item:
    known: dict[str, Any] = {"id": name, "kind": ItemKind(kind), "points": "2"}
    return Item(**known | {"standards": ("3.NB.1",)} | more)


LETTERS = ("a", "b", "c", "d")
ITEMS = (
    an_item("one", "single_choice", choices=LETTERS, key=("A",)),
    an_item("two", "multiple_choice", choices=LETTERS, key=("B", "C")),
    an_item("three", "true_false", key=("true",)),
)
FIVE = (
    *ITEMS,
    an_item("four", "numeric", key=("12",)),
    an_item("five", "points", points="4"),
)
STUDENTS = (
    KnownStudent("605475", "Ann", "Lee"),
    KnownStudent("605476", "José María", "García"),
    KnownStudent("0077", "Bo", "Ray"),
    KnownStudent("0078", "Bo", "Ray"),
)
USERNAMES = {"605475": "alee@example.org", "605476": "jgarcia@example.org"}
FORMS = {"A": (0, 1, 2), "B": (2, 1, 0)}


def the_class() -> Students:
    return Students(STUDENTS, lambda: USERNAMES)


def some_items(items: tuple[Item, ...] = ITEMS) -> AskedItems:
    return AskedItems(items, {**FORMS, "A": tuple(range(len(items)))})


def reads(text: str | bytes, mapping: ColumnMapping | None = None, **more: Any) -> ResponseFile:
    items = more.pop("items", ITEMS)
    return read_responses(text, some_items(items), the_class(), mapping, **more)


def entries(file: ResponseFile) -> dict[str, tuple[str, ...]]:
    return {
        each.student: tuple(
            write_score(each.scores[n]) if n in each.scores else ""
            for n in range(5)
            if n < len(FIVE)
        )[: max([3, *(n + 1 for n in each.scores)])]
        for each in file.entries
    }


def codes(file: ResponseFile) -> list[tuple[int, str, str]]:
    return [(each.row, each.column, each.code) for each in file.problems]


# -- layouts --------------------------------------------------------------------------------------

RIGHT = {"605475": ("A", "BC", "true"), "605476": ("B", "B", "false")}

WIDE = "Student ID,Q1,Q2,Q3\n605475,A,B C,T\n605476,B,B,F\n"
LONG = (
    "student,item,response\n605475,1,A\n605475,2,BC\n605475,3,T\n"
    "605476,1,B\n605476,2,B\n605476,3,false\n"
)
SCANNED = "KEY,,3,A,B C,T\n1,605475,A,A,B C,T\n2,605476,A,B,B,F\n"


@pytest.mark.parametrize("text", [WIDE, LONG, SCANNED])
def test_three_layouts_say_the_same(text: str) -> None:
    read = reads(text)
    assert (entries(read), read.fits) == (RIGHT, True)
    assert [code for _, _, code in codes(read)] == ["key_row_ignored"] * text.count("KEY")


def test_long_rows_need_no_header() -> None:
    read = reads("605475,1,A\n605475,2,BC\n605476,3,F\n")
    assert read.mapping is not None
    assert read.mapping.layout == ResponseFileLayout.LONG
    assert entries(read) == {"605475": ("A", "BC", ""), "605476": ("", "", "false")}


def test_the_sample_of_a_scanner_is_read_whole() -> None:
    read = reads(a_sample_key("scantron-like-responses.csv").replace(b"605477", b"0077"))
    assert codes(read) == [(1, "", "key_row_ignored")]
    assert entries(read) == {**RIGHT, "0077": ("-", "C", "-")}


@pytest.mark.parametrize(
    ("header", "by"),
    [
        ("SIS ID,Q1", StudentIdentifier.ID),
        ("Username,Question 1", StudentIdentifier.USERNAME),
        ("Email,item 1", StudentIdentifier.USERNAME),
        ("Student Name,1", StudentIdentifier.NAME),
        ("name,#1", StudentIdentifier.NAME),
    ],
)
def test_students_are_matched_by_the_column_that_finds_most_of_them(
    header: str, by: StudentIdentifier
) -> None:
    who = {
        StudentIdentifier.ID: "605475",
        StudentIdentifier.USERNAME: "ALee@example.org",
        StudentIdentifier.NAME: '"LEE, ann"',
    }[by]
    read = reads(f"{header}\n{who},A\n")
    assert read.mapping is not None
    assert (read.mapping.student_by, list(entries(read))) == (by, ["605475"])


@pytest.mark.parametrize(
    ("row", "student"),
    [
        ("Lee,Ann", "605475"),
        ("garcia,Jose", "605476"),
        ("García,José María", "605476"),
    ],
)
def test_family_and_given_name_may_have_their_own_columns(row: str, student: str) -> None:
    assert list(entries(reads(f"Last Name,First Name,Q1\n{row},A\n"))) == [student]


@pytest.mark.parametrize("written", ["77", "00077", "77.0", '="0077"'])
def test_zeros_that_a_spreadsheet_took_or_gave_do_not_matter(written: str) -> None:
    assert list(entries(reads(f"ID,Q1\n{written},A\n"))) == ["0077"]


def test_a_scanners_full_export_uses_responses_and_leaves_the_rest() -> None:
    text = (
        "Quiz Name,Class,External ID,First Name,Last Name,Num Correct,Key Version,"
        "Stu1,PriKey1,Points1,Mark1,Stu2,PriKey2,Points2,Mark2\n"
        "Unit 3,Math,605475,Ann,Lee,1,A,A,A,2,C,BD,BC,0,X\n"
    )
    read = reads(text)
    assert entries(read) == {"605475": ("A", "BD", "")}
    used = [(each.name, each.role) for each in read.columns if each.role != ColumnRole.IGNORED]
    assert used == [
        ("External ID", ColumnRole.STUDENT),
        ("Key Version", ColumnRole.VERSION),
        ("Stu1", ColumnRole.RESPONSE),
        ("Stu2", ColumnRole.RESPONSE),
    ]


def test_numbers_where_letters_are_asked_for_are_points() -> None:
    read = reads("ID,Q1,Q2,Q3,Q4,Q5\n605475,2,0.5,0,12,3.5\n", items=FIVE)
    assert entries(read) == {"605475": ("=2", "=0.5", "=0", "12", "=3.5")}


def test_a_corrected_mapping_decides() -> None:
    text = "Nr,Who,First,Second\n9,605475,B,A\n"
    told = ColumnMapping(
        layout=ResponseFileLayout.WIDE,
        header=1,
        columns=(
            ColumnUse(column=2, role=ColumnRole.STUDENT),
            ColumnUse(column=3, role=ColumnRole.RESPONSE, number=2),
            ColumnUse(column=4, role=ColumnRole.RESPONSE, number=1),
        ),
    )
    assert entries(reads(text, told)) == {"605475": ("A", "B", "")}


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ([(9, "student", None)], "mapping_column_missing"),
        ([(1, "student", None), (1, "response", 1)], "mapping_column_twice"),
        ([(1, "response", 1)], "student_column_missing"),
        ([(1, "student", None), (2, "response", 1), (3, "response", 1)], "question_twice"),
        ([(1, "student", None), (2, "response", None)], "question_unknown"),
        ([(1, "student", None), (2, "student", None)], "mapping_role_twice"),
        ([(1, "student", None)], "question_columns_missing"),
        ([(1, "family_name", None), (2, "response", 1)], "student_column_missing"),
    ],
)
def test_a_mapping_that_cannot_be_is_explained(columns: list[Any], code: str) -> None:
    uses = tuple(ColumnUse(column=c, role=ColumnRole(r), number=n) for c, r, n in columns)
    told = ColumnMapping(layout=ResponseFileLayout.WIDE, header=1, columns=uses)
    read = reads(WIDE, told)
    assert {found for _, _, found in codes(read)} == {code}
    assert read.entries == ()


# -- forms ----------------------------------------------------------------------------------------


def test_responses_of_a_form_belong_to_the_items_it_prints() -> None:
    read = reads("ID,Form,Q1,Q2,Q3\n605475,B,T,BC,A\n605476,,A,B,F\n")
    assert entries(read) == {"605475": ("A", "BC", "true"), "605476": ("A", "B", "false")}
    assert [each.form for each in read.entries] == ["B", None]


def test_without_a_version_the_row_is_read_by_the_form_the_student_has() -> None:
    read = reads("ID,Q1,Q2,Q3\n605475,T,BC,A\n", forms={"605475": "B"})
    assert entries(read) == {"605475": ("A", "BC", "true")}


def test_a_number_that_is_an_answer_on_another_form_is_not_taken_for_points() -> None:
    """Form B asks for a number where A asks for a letter: 1 is then wrong, not one point."""
    items = (ITEMS[0], an_item("number", "numeric", key=("2",)))
    told = AskedItems(items, {"A": (0, 1), "B": (1, 0)})
    read = read_responses("ID,Form,Q1,Q2\n605475,B,1,A\n605476,B,2,C\n", told, the_class())
    assert read.fits
    assert [write_score(each.scores[1]) for each in read.entries] == ["1", "2"]


def test_a_file_of_nobody_does_not_fit() -> None:
    assert not reads("ID,Q1,Q2,Q3\n").fits


def test_a_version_that_the_assessment_lacks_is_named() -> None:
    read = reads("ID,Form,Q1\n605475,D,A\n605476,form b,F\n")
    assert codes(read) == [(2, "Form", "version_unknown")]
    assert [each.form for each in read.entries] == ["B"]


def test_another_key_among_the_rows_is_reported_and_not_used() -> None:
    read = reads(SCANNED.replace("KEY,,3,A", "KEY,,3,D"))
    assert codes(read) == [(1, "D", "key_differs")]
    assert (read.fits, len(read.entries)) == (True, 2)


# -- cells ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ("ABS,,", "absent"),
        ("absent,absent,absent", "absent"),
        (",EX,", "exempt"),
        ("excused,,", "exempt"),
        ("A,,", "present"),
        ("-,-,-", "present"),
    ],
)
def test_a_word_in_the_place_of_answers_says_who_was_not_there(cells: str, status: str) -> None:
    (entry,) = reads(f"ID,Q1,Q2,Q3\n605475,{cells}\n").entries
    assert entry.status == status
    assert bool(entry.scores) == (status == "present")


def test_a_column_may_say_who_took_part() -> None:
    text = "ID,Status,Q1,Q2,Q3\n605475,Absent,,,\n605476,present,,,\n0077,gone,A,,\n0078,e,A,,\n"
    read = reads(text)
    assert [(each.student, each.status) for each in read.entries] == [
        ("605475", "absent"),
        ("605476", "present"),
    ]
    assert codes(read) == [(4, "Status", "status_unknown"), (5, "", "status_contradicts")]


def test_a_blank_answer_was_left_out_and_blank_points_are_not_entered_yet() -> None:
    read = reads("ID,Q1,Q2,Q3,Q4,Q5\n605475,A,,T,,\n", items=FIVE)
    assert entries(read) == {"605475": ("A", "-", "true", "-")}


def test_a_list_of_absent_students_needs_no_questions() -> None:
    read = reads("ID,Status\n605475,absent\n605476,present\n0077,\n")
    assert [each.status for each in read.entries] == ["absent", "present"]
    assert codes(read) == [(4, "", "row_empty")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ID,Q1\n999,A\n", (2, "ID", "student_unknown")),
        ("ID,Q1\n,A\n", (2, "ID", "student_missing")),
        ("ID,Q1\n6.05475E+05,A\n", (2, "ID", "number_rounded")),
        ("ID,Q1\n605475,E\n", (2, "Q1", "response_not_possible")),
        ("ID,Q1\n605475,*\n", (2, "Q1", "several_marks")),
        ("ID,Q3\n605475,maybe\n", (2, "Q3", "response_not_possible")),
        ("ID,Q4\n605475,A\n", (2, "Q4", "item_unknown")),
        ("ID,Q1 points\n605475,2.5\n", (2, "Q1 points", "points_not_possible")),
        ("ID,Q1\n605475,=B1\n", (2, "Q1", "formula")),
        ("ID,Q1\n605475,A\x00\n", (2, "Q1", "hidden_characters")),
        ("ID,Q1\n605475,\n", (2, "", "row_empty")),
        ("ID,Q1,Q2\n605475,ABS,B\n", (2, "", "status_contradicts")),
        ("ID,Item,Answer\n605475,9,A\n", (2, "Item", "item_unknown")),
        ("ID,Item,Answer\n605475,1,E\n", (2, "Answer", "response_not_possible")),
        ("ID,Item,Points\n605475,1,\n", (2, "Points", "points_missing")),
    ],
)
def test_a_bad_row_is_named_with_column_value_reason_and_fix(
    text: str, found: tuple[int, str, str]
) -> None:
    read = reads(text)
    wrong = [each for each in read.problems if each.is_error]
    assert [(each.row, each.column, each.code) for each in wrong] == [found]
    assert all(each.reason and each.fix for each in wrong)
    assert not read.entries


def test_a_name_that_two_students_have_is_nobodys() -> None:
    told = ColumnMapping(
        layout=ResponseFileLayout.WIDE,
        header=1,
        student_by=StudentIdentifier.NAME,
        columns=(
            ColumnUse(column=1, role=ColumnRole.STUDENT),
            ColumnUse(column=2, role=ColumnRole.RESPONSE, number=1),
        ),
    )
    assert codes(reads("Name,Q1\nBo Ray,A\n", told)) == [(2, "Name", "student_ambiguous")]


def test_a_student_twice_counts_once_when_alike_and_not_at_all_when_not() -> None:
    alike = reads("ID,Q1\n605475,A\n605475,A\n")
    assert (len(alike.entries), alike.fits) == (1, True)
    differs = reads("ID,Q1\n605475,A\n605475,B\n")
    assert differs.entries == ()
    assert codes(differs) == [(2, "", "student_twice"), (3, "", "student_twice")]


def test_in_long_rows_the_same_question_twice_is_explained_in_both() -> None:
    read = reads("ID,Item,Answer\n605475,1,A\n605475,1,B\n605475,2,C\n605475,2,C\n")
    assert entries(read) == {"605475": ("", "C", "")}
    assert codes(read) == [
        (2, "", "answer_twice"),
        (3, "", "answer_twice"),
        (5, "", "answer_again"),
    ]


def test_one_bad_cell_does_not_lose_the_others_of_its_row() -> None:
    read = reads("ID,Q1,Q2,Q3\n605475,A,Z,T\n")
    assert entries(read) == {"605475": ("A", "", "true")}
    assert codes(read) == [(2, "Q2", "response_not_possible")]


# -- whatever comes -------------------------------------------------------------------------------

CELLS = st.sampled_from(
    ["", "1", "2", "Q1", "605475", "605476", "0077", "Lee, Ann", "A", "B", "BC", "T", "F", "ABS",
     "EX", "-", "*", "0.5", "9", "=1", "KEY", "é", "\x00", '"', "ID", "present", "E"]
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=12)
HEADERS = st.sampled_from(
    [None, ["ID", "Q1", "Q2", "Q3"], ["Name", "Form", "1", "2"], ["ID", "Item", "Answer", "Points"]]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=400), st.text(max_size=200)),
    st.sampled_from([None, *ResponseFileLayout]),
)
def test_no_bytes_are_too_odd(source: bytes | str, layout: ResponseFileLayout | None) -> None:
    reads(source, layout=layout)


@settings(max_examples=200, deadline=None)
@given(ROWS, HEADERS)
def test_every_row_is_used_or_explained(rows: list[list[str]], header: list[str] | None) -> None:
    text = io.StringIO()
    written = [*([header] if header else []), *rows]
    csv.writer(text, lineterminator="\n").writerows(written)
    read = reads(text.getvalue())
    explained = {each.row for each in read.problems}
    if 0 in explained or "quotes_broken" in {code for _, _, code in codes(read)}:
        return
    used = {row for entry in read.entries for row in entry.rows}
    first = read.mapping.header if read.mapping else 0
    for n, row in enumerate(written, start=1):
        is_key = any(cell == "KEY" for cell in [c.strip() for c in row[:4] if c.strip()][:1])
        if n > first and any(cell.strip() for cell in row) and not is_key:
            assert n in used | explained


@settings(max_examples=100, deadline=None)
@given(ROWS, st.data())
def test_no_mapping_is_too_odd(rows: list[list[str]], data: st.DataObject) -> None:
    uses = st.builds(
        ColumnUse,
        column=st.integers(1, 6),
        role=st.sampled_from(ColumnRole),
        number=st.none() | st.integers(1, 4),
    )
    told = st.builds(
        ColumnMapping,
        layout=st.sampled_from(ResponseFileLayout),
        header=st.integers(0, 2),
        student_by=st.sampled_from(StudentIdentifier),
        columns=st.lists(uses, max_size=5).map(tuple),
    )
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    reads(text.getvalue(), data.draw(told))


def test_a_column_about_no_question_is_reported_once_and_rows_without_more_are_explained() -> None:
    read = reads("ID,Q1,Q9\n605475,A,B\n605476,,B\n0077,,C\n")
    assert codes(read) == [(2, "Q9", "item_unknown"), (3, "", "row_empty"), (4, "", "row_empty")]
    assert list(entries(read)) == ["605475"]


def test_of_very_many_problems_the_first_are_listed_and_the_rest_counted() -> None:
    text = "student,item,response\n" + "\n".join(f"x{n},1,A" for n in range(10_050))
    read = reads(text)
    assert len(read.problems) == 10_001
    assert (read.problems[0].row, read.problems[0].code) == (0, "problems_left_out")
    assert read.problems[0].reason.startswith("50 ")


@pytest.mark.parametrize(
    "written", ["Legalname Fam", "Fam, Robin", "Robin Fam", '"FAM, legalname"', "Robin Former"]
)
def test_a_student_is_known_by_the_legal_name_and_by_the_one_that_is_shown(written: str) -> None:
    robin = KnownStudent("1", "Robin", "Fam", "Legalname", "Former")
    if written != "Robin Former":
        robin = KnownStudent("1", "Robin", "Fam", "Legalname", "Fam")
    everyone = Students([robin, KnownStudent("2", "Bo", "Ray")], dict)
    assert everyone.find(StudentIdentifier.NAME, written.strip('"')) == "1"


def test_a_shown_name_that_is_the_legal_name_of_another_is_never_guessed() -> None:
    everyone = Students(
        [KnownStudent("1", "Robin", "Fam", "Ann", "Fam"), KnownStudent("2", "Ann", "Fam")], dict
    )
    assert everyone.find(StudentIdentifier.NAME, "Robin Fam") == "1"
    assert everyone.find(StudentIdentifier.NAME, "Ann Fam")[0] == "student_ambiguous"
