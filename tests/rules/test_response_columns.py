"""The meaning of columns and rows in other products' files: never guessed silently, never wrong."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.results.response_files.model import (
    ColumnMapping,
    ColumnRole,
    ColumnUse,
    ResponseFile,
    ResponseFileLayout,
)
from tests.support.response_class import (
    COUNTED,
    by_hand,
    choice,
    choices,
    codes,
    list_entered,
    number,
    reads,
    truth,
)

THREE = choices(3)


def first(text: str, items: Any = THREE, **more: Any) -> dict[int, str]:
    """Return what is entered for the only student of a file without errors."""
    file = reads(text, items, **more)
    assert codes(file, "error") == []
    (answers,) = list_entered(file).values()
    return answers


# -- rows that are nobody's, and students whose names are such words -------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Last Name,First Name,Q1\nKey,Jo,B\n",
        "First Name,Last Name,Question,Answer\nJo,Key,1,B\n",
        "Name,Q1\nJo Key,B\n",
        'Student,Q1\n"Key, Jo",B\n',
        "Student ID,Last Name,First Name,Q1\n0042,KEY,JO,B\n",
        "Page,StudentID,LastName,Q1\n3,0042,Key,B\n",
    ],
)
def test_no_student_is_dropped_because_of_a_name(text: str) -> None:
    assert list_entered(reads(text, choices(1))) == {"0042": {1: "B"}}


def test_a_stranger_called_key_is_reported_and_not_taken_for_a_key() -> None:
    file = reads("Last Name,First Name,Q1\nKey,Zoe,B\n", choices(1))
    assert codes(file) == ["student_unknown"]


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("Page,Version,LastName,FirstName,StudentID,Q1\nKEY,A,KEY,KEY,KEY,A\n1,A,,,20417,B\n", {2}),
        ("page_index,LastName,FirstName,StudentID,Q1\nKEY,,,,A\nVALUE,,,,1\n1,,,20417,B\n", {2, 3}),
        ("Student ID,Q1\nAnswer Key,A\n20417,B\nClass average,0.5\n", {2, 4}),
        ("Name,ID,Q1\nPoints Possible,,1\nNia Okafor,20417,B\n", {2}),
        ("KEY,,A\n1,20417,B\n", {1}),
        ("KEY,0000,A\n1,20417,B\n", {1}),
        ("7,20417,B\n8,KEY,A\n", {2}),
        ("ID,Item,Answer\nKEY,1,A\n20417,1,B\n", {2}),
        ("ID,Name,Q1\n,KEY 1,A\n,Key (Form A),A\n,Version A Key,A\n20417,,B\n", {2, 3, 4}),
        ("ID,Name,Q1\n99999,KEY,A\n,Pts,1\n20417,,B\n,% Correct,50\n", {2, 3, 5}),
    ],
)
def test_a_row_of_a_key_or_of_points_is_found_in_any_column_and_explained(
    text: str, explained: set[int]
) -> None:
    file = reads(text, choices(1))
    assert list_entered(file) == {"20417": {1: "B"}}
    assert {each.row for each in file.problems if each.row} == explained
    assert codes(file, "error") == []


def test_a_key_that_accepts_either_choice_is_compared_as_such() -> None:
    """MarkShark writes `A^D` for A or D, and `B&E` for both."""
    header = "LastName,FirstName,StudentID,Version,Q1,Q2,percent\n"
    items = [choice(1, key="A"), choice(2, key="BE")]
    same = reads(f"{header}KEY,KEY,KEY,A,A^D,B&E,\n,,20417,A,B,BE,50\n", items)
    assert codes(same) == ["key_row_ignored"]
    other = reads(f"{header}KEY,KEY,KEY,A,C^D,B&E,\n,,20417,A,B,BE,50\n", items)
    assert codes(other) == ["key_differs"]


def test_a_student_called_key_counts_when_columns_are_classified() -> None:
    text = "ID,First Name,Last Name,Q1,Q2\n20417,Nia,Okafor,1,1\n0042,Jo,Key,B,1\n"
    file = reads(text, choices(2))
    assert list_entered(file) == {"20417": {1: "=1", 2: "=1"}, "0042": {1: "B", 2: "=1"}}
    assert codes(file) == ["one_read_as_right"]


# -- what is a question ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heads",
    [
        ["3 of the 8 beads", "1 more than 4 is"],
        ["3.NF.A.1", "4.OA.A.2"],
        ["9/1", "9/2"],
        ["1-Sep", "2-Sep"],
        ["1st period", "2nd period"],
        ["2.0", "1.0"],
        ["10:30", "11:30"],
        ["2026", "2027"],
        ["1 Monday", "2 Tuesday"],
        ["Q1 Benchmark", "Q2 2026"],
        ["Q1: March 5", "Q2: Final Exam"],
        ["Q1 Key", "Q2 Key"],
        ["Q1 Correct Answer", "Q2 Correct Answer"],
        ["Q1 Time (s)", "Q2 Time (s)"],
        ["Q1 (max)", "Q2 (max)"],
    ],
)
def test_a_head_that_only_begins_with_a_number_is_no_question(heads: list[str]) -> None:
    file = reads(f"Student ID,{','.join(heads)}\n20417,A,B\n", THREE)
    assert list_entered(file) == {}
    assert "question_columns_missing" in codes(file, "error")


@pytest.mark.parametrize(
    "heads",
    [
        "Q1,Q2,Q3",
        "1,2,3",
        "#1,#2,#3",
        "Item 01,Item 02,Item 03",
        "Q1: Area,Q2: Sum,Q3: Time",
        "1. Which is it?,2. What is 3 of 8?,3. Who?",
        "Response 1,Response 2,Response 3",
        "Q1 answer,Q2 answer,Q3 answer",
        "item-1,item-2,item-3",
        "Q1: Marbles,Q2: Decimals,Q3: Final answer?",
        "Q1: x,Q2: 5 + 5,Q3. A",
        "1. 5+5=,2. 9-2=,3. x²",
        "Pregunta 1,Pregunta 2,Pregunta 3",
        "Aufgabe 1,Aufgabe 2,Aufgabe 3",
    ],
)
def test_a_head_that_names_a_question_as_a_whole_is_one(heads: str) -> None:
    assert first(f"Student ID,{heads}\n20417,A,B,C\n") == {1: "A", 2: "B", 3: "C"}


def test_texts_of_questions_are_recognized_by_the_items() -> None:
    items = [
        each.model_copy(update={"prompt": text})
        for each, text in zip(choices(2), ("Which is even?", "2 more than 3 is"), strict=True)
    ]
    text = "Email Address,2 more than 3 is,Comment,Which is even?\nnokafor@example.org,A,x,B\n"
    assert first(text, items) == {1: "B", 2: "A"}


ASKING = [
    choice(n).model_copy(update={"prompt": text}) for n, text in enumerate(("How many?", "Who?"), 1)
]


def test_a_text_that_an_item_asks_is_that_item_although_others_have_changed() -> None:
    file = reads(
        "Timestamp,Email Address,Who was it?,How many?\nx,nokafor@example.org,B,C\n", ASKING
    )
    assert list_entered(file) == {"20417": {1: "C", 2: "B"}}
    assert codes(file) == ["questions_by_order"]
    assert "“Who was it?”" in file.problems[0].reason


def test_texts_that_no_item_asks_are_no_questions_where_every_item_has_its_column() -> None:
    text = "Timestamp,Email Address,Period,How many?,Who?\nx,nokafor@example.org,3,C,B\n"
    assert first(text, ASKING) == {1: "C", 2: "B"}


def test_unnumbered_questions_of_a_known_product_are_read_in_order_with_a_note() -> None:
    head = "Timestamp,Email Address,Score,What is 4 + 8?,2 more than 3 is,1 less than 8 is"
    items = [number(1, "12"), number(2, "5"), number(3, "7")]
    file = reads(f"{head}\nx,nokafor@example.org,3 / 3,12,5,7\n", items)
    assert list_entered(file) == {"20417": {1: "12", 2: "5", 3: "7"}}
    assert codes(file) == ["questions_by_order"]
    fewer = reads(f"{head}\nx,nokafor@example.org,3 / 3,12,5,7\n", items[:2])
    assert (list_entered(fewer), codes(fewer)) == (
        {},
        ["questions_unplaced", "question_columns_missing"],
    )


CANVAS = (
    'name,id,sis_id,section,submitted,"101: First?",{},"102: Second?",{},'
    "n correct,n incorrect,score"
)


@pytest.mark.parametrize(("one", "two"), [("2.0", "1.0"), ("2", "1")])
def test_the_points_of_a_question_are_never_its_number(one: str, two: str) -> None:
    head = CANVAS.format(one, two)
    items = [choice(1, worth="2"), choice(2, worth="1")]
    letters = f"{head}\nNia Okafor,9,20417,S,x,A,2.0,C,0.0,1,1,2.0\n"
    assert first(letters, items) == {1: "A", 2: "C"}
    others = f"{head}\nNia Okafor,9,20417,S,x,red,2.0,blue,0.0,1,1,2.0\n"
    assert first(others, items) == {1: "=2", 2: "=0"}


def test_numbers_between_other_columns_are_asked_about() -> None:
    file = reads("Student ID,First?,2,Second?,1\n20417,x,2,y,1\n", by_hand("2", "1"))
    assert (list_entered(file), codes(file, "error")) == (
        {},
        ["question_columns_missing", "number_unclear", "number_unclear"],
    )


@pytest.mark.parametrize(
    "beside",
    ["S1", "Y1", "E1", "Semester 1", "Semester Exam", "Semester Grade", "YTD", "Final Grade"],
)
def test_quarters_of_a_report_card_are_no_questions(beside: str) -> None:
    file = reads(f"Student Number,Q1,Q2,{beside},Q3,Q4\n20417,A,B,A,C,D\n", choices(4))
    assert list_entered(file) == {}
    assert "quarters_ignored" in codes(file)
    reasons = [each.reason for each in file.columns if each.name == "Q1"]
    assert reasons == [f"Beside {beside}, Q1 is a quarter, not a question."]


def test_a_single_quarter_beside_its_semester_is_no_question() -> None:
    assert list_entered(reads("Student Number,Q1,S1,Y1\n20417,A,B,A\n", choices(1))) == {}


def test_q1_to_q4_alone_are_questions() -> None:
    assert len(first("Student ID,Q1,Q2,Q3,Q4\n20417,A,B,C,D\n", choices(4))) == 4


def test_questions_that_are_counted_from_0_are_not_read_off_by_one() -> None:
    for heads in ("Q0,Q1,Q2", "0,1,2"):
        file = reads(f"Student ID,{heads}\n20417,A,B,C\n", THREE)
        assert list_entered(file) == {}
        assert "counted from 0" in next(
            e.reason for e in file.problems if e.code == "number_unclear"
        )


def test_a_head_that_begins_as_a_question_is_never_dropped_without_a_word() -> None:
    file = reads("Student ID,Q1,Q2 Benchmark,Q3,Q4 2026,Q1 Key\n20417,A,B,C,D,A\n", THREE)
    assert list_entered(file) == {"20417": {1: "A", 3: "C"}}
    assert [(e.column, e.code) for e in file.problems] == [("Q2 Benchmark", "number_unclear")]


@pytest.mark.parametrize(
    "heads",
    ["1a,1b,2", "Q1a,Q1b,Q2", "Q1 (a),Q1 (b),Q2", "1.a,1.b,2", "1i,1ii,2", "1(i),1(ii),2"],
)
def test_parts_of_a_question_are_never_dropped_without_a_word(heads: str) -> None:
    file = reads(f"Student ID,{heads}\n20417,A,B,C\n", THREE)
    assert codes(file, "error") == ["parts_unclear"]
    (problem,) = [each for each in file.problems if each.is_error]
    assert all(each in problem.reason for each in heads.split(",")[:2])
    assert 1 not in list_entered(file)["20417"]


def test_numbers_of_standards_are_not_added_up_as_parts() -> None:
    file = reads("Student ID,1.1,1.2,2.1\n20417,2,1,3\n", by_hand("4", "4"))
    assert (list_entered(file), codes(file, "error")) == (
        {},
        ["question_columns_missing", "parts_unclear", "parts_unclear"],
    )


def test_points_of_parts_that_make_the_question_are_added_up() -> None:
    text = "Student ID,1a (1 pt),1b (2 pts),2\n20417,0.5,2,1\n31,1,,0\n0042,,,1\n"
    file = reads(text, by_hand("3", "1"))
    assert list_entered(file) == {
        "20417": {1: "=2.5", 2: "=1"},
        "31": {2: "=0"},
        "0042": {2: "=1"},
    }
    assert codes(file) == ["points_not_possible"]
    parts = [(each.number, each.part) for each in file.columns[1:3]]
    assert parts == [(1, "a"), (1, "b")]
    again = reads(text, by_hand("3", "1"), mapping=file.mapping)
    assert list_entered(again) == list_entered(file)


GRADESCOPE = (
    "First Name,Last Name,SID,Email,Sections,Total Score,Max Points,Status,Submission ID,"
    "Submission Time,Lateness (H:M:S),View Count,Submission Count,{}\n"
    "Nia,Okafor,20417,nokafor@example.org,,4,4,Graded,9,x,0:0:0,0,1,1.0,1.0,2.0\n"
    "Sam,Boyd,31,sboyd@example.org,,,4,Missing,,,,,,,,\n"
)
PARTS = "1: Area (1.0 pts),2.1: Sum (1.0 pts),2.2: Reason (2.0 pts)"


@pytest.mark.parametrize(
    ("worths", "answers"),
    [(("1", "1", "2"), {1: "=1", 2: "=1", 3: "=2"}), (("1", "3"), {1: "=1", 2: "=3"})],
)
def test_parts_and_states_of_gradescope_are_read(
    worths: tuple[str, ...], answers: dict[int, str]
) -> None:
    file = reads(GRADESCOPE.format(PARTS), by_hand(*worths))
    assert list_entered(file) == {"20417": answers}
    assert "not_handed_in" in codes(file)
    assert codes(file, "error") == []


@pytest.mark.parametrize(
    "titles",
    [
        ("A", "B", "C"),
        ("3x + 2", "1/2 + 1/4", "x²"),
        ("Final answer", "May 5", "Grade it"),
        ("Q1", "Question 2", "§3"),
        ("Sum out of 5", "A 10", ""),
    ],
)
def test_a_question_of_gradescope_may_have_any_title(titles: tuple[str, ...]) -> None:
    heads = ",".join(f"{n}: {each} ({n}.0 pts)" for n, each in enumerate(titles, 1))
    file = reads(GRADESCOPE.format(heads), by_hand("1", "2", "3"))
    assert list_entered(file) == {"20417": {1: "=1", 2: "=1", 3: "=2"}}
    assert codes(file, "error") == []


def test_a_question_that_two_bare_numbers_claim_is_named_with_both() -> None:
    file = reads("Student ID,1,01,2\n20417,A,B,C\n", THREE)
    assert "1 and 01 are both about question 1" in file.problems[0].reason


def test_a_question_that_two_columns_claim_is_named_with_both() -> None:
    file = reads("Student ID,Q1,Question 1,Q2\n20417,A,B,C\n", THREE)
    assert (list_entered(file), codes(file)) == ({}, ["question_twice"])
    assert "Q1 and Question 1 are both about question 1" in file.problems[0].reason


# -- where the header is ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "above",
    ["Unit 4 Quiz,,,\n", "Teacher:,Ms. Vega\nClass:,3B\n\n", "Quiz,Unit 4\nPeriod,2\nDate,x\n"],
)
def test_a_header_below_a_title_is_found(above: str) -> None:
    text = f"{above}Student,Score,Q1,Q2,Q3\nNia Okafor,1,A,B,C\n"
    assert first(text) == {1: "A", 2: "B", 3: "C"}


@pytest.mark.parametrize(
    "text",
    [
        "20417,Okafor,Nia,2,A,B,C\n31,Boyd,Sam,1,B,C,D\n",
        "20417,A,B\n31,B,C\n",
        "Kid,Pts,one,two,three\nNia Okafor,3,A,B,C\n",
        "Student Names,Total Score (0 - 100),Number of correct answers,Which?\nNia Okafor,50,1,B\n",
        "20417,Nia Okafor,A,B\n31,Sam Boyd,C,A\n",
        "20417,3,A,B\n31,2,B,C\n",
    ],
)
def test_columns_are_never_taken_by_their_place_off_by_one(text: str) -> None:
    file = reads(text, THREE)
    assert list_entered(file) == {}
    assert {"header_missing", "question_columns_missing"} & set(codes(file, "error"))


# -- whose row it is -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        "Perm ID", "Local Student ID", "SIS User ID", "Student Identifier", "local_student_id",
        "CustomID", "SID", "Roll", "OrgDefinedId", "CandidateExternalId", "Badge", "Kennung",
    ],
)  # fmt: skip
def test_a_column_of_identifiers_of_the_class_is_the_student_whatever_its_name(head: str) -> None:
    file = reads(f"{head},Q1\n20417,A\n31,B\n", choices(1))
    assert list_entered(file) == {"20417": {1: "A"}, "31": {1: "B"}}
    assert file.columns[0].role == ColumnRole.STUDENT


@pytest.mark.parametrize(
    "text",
    [
        "ID,Email,Name,Q1\n1,sboyd@example.org,Sam Boyd,A\n2,afox@example.org,Ada Fox,B\n",
        "#,Student,Q1\n1,Sam Boyd,A\n2,Ada Fox,B\n",
        "No.,Last Name,First Name,Q1\n1,Boyd,Sam,A\n2,Fox,Ada,B\n",
        "Number,Email,Q1\n1,sboyd@example.org,A\n2,afox@example.org,B\n",
    ],
)
def test_a_running_number_is_no_identifier_against_names_beside_it(text: str) -> None:
    assert list_entered(reads(text, choices(1), COUNTED)) == {"2": {1: "A"}, "3": {1: "B"}}


@pytest.mark.parametrize(
    "text",
    [
        "ID,Name,Q1\n1,Zoe Zimmer,A\n2,Kim Kane,B\n",
        "ID,Start time,Completion time,Email,Name,Which?\n2,x,x,anonymous,,A\n1,x,x,anonymous,,B\n",
    ],
)
def test_a_running_number_is_no_identifier_beside_strangers(text: str) -> None:
    file = reads(text, choices(1), COUNTED)
    assert list_entered(file) == {}
    assert "student_unknown" in codes(file, "error")


def test_identifiers_in_a_row_are_compared_with_their_neighbors() -> None:
    text = "ID,Email,Q1\n20417,sboyd@example.org,A\n20418,lpena@example.org,B\n"
    file = reads(text, choices(1))
    assert (list_entered(file), codes(file)) == ({"20418": {1: "B"}}, ["identity_contradicts"])


@pytest.mark.parametrize(
    "text",
    [
        "Nachname,Vorname,Q1\nOkafor,Nia,A\nKey,Jo,B\nZimmer,Zoe,C\n",
        "Nombre,Apellido,Q1\nNia,Okafor,A\nJo,Key,B\nZoe,Zimmer,C\n",
        "Elève,Q1\nNia Okafor,A\nJo Key,B\nZoe Zimmer,C\n",
        "Kennung,Q1\n20417,A\n0042,B\n99999,C\n",
    ],
)
def test_students_are_found_under_a_strange_head_and_strangers_are_named(text: str) -> None:
    file = reads(text, choices(1))
    assert list_entered(file) == {"20417": {1: "A"}, "0042": {1: "B"}}
    assert codes(file) == ["student_unknown"]


def test_a_number_that_the_names_agree_with_is_an_identifier() -> None:
    file = reads("ID,Student,Q1\n1,Nia Okafor,A\n2,Sam Boyd,B\n", choices(1), COUNTED)
    assert file.mapping is not None
    assert (file.mapping.student_by, list(list_entered(file))) == ("id", ["1", "2"])


@pytest.mark.parametrize(
    "row",
    [
        "20417,Boyd,Sam,sboyd@example.org",
        "20417,Boyd,Sam,",
        "20417,,,sboyd@example.org",
        "20417,Zulu,Zed,",
    ],
)
def test_identifier_and_name_of_two_people_stop_the_row(row: str) -> None:
    head = "Student ID,Last Name,First Name,Email,Q1"
    good = "31,Boyd,Sam,sboyd@example.org,A\n20418,Peña,Luz,,B"
    file = reads(f"{head}\n{row},C\n{good}\n", choices(1))
    assert list_entered(file) == {"31": {1: "A"}, "20418": {1: "B"}}
    assert codes(file) == ["identity_contradicts"]


@pytest.mark.parametrize(
    ("written", "student"),
    [
        ('"Okafor, Nia M."', "20417"),
        ("Nia M. Okafor", "20417"),
        ('"Boyd, Sam Jr."', "31"),
        ('"Boyd Jr., Sam"', "31"),
        ('"Sam Boyd, Jr."', "31"),
        ("Okafor Nia", "20417"),
        ("Sam Boyd III", "31"),
        ('"Peña, Luz M."', "20418"),
        ('"Peña, Luz P."', None),
        ('"Okafor, Nina"', None),
    ],
)
def test_names_with_an_initial_or_a_suffix_are_known(written: str, student: str | None) -> None:
    file = reads(f"Student,Q1\n{written},A\n", choices(1))
    assert list(list_entered(file)) == ([student] if student else [])
    if not student:
        assert "has this name" in file.problems[0].reason


# -- what a cell says ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    ["Q1 (5 pts)", "Q. 1 /5.00", '"Q. 1 /5,00"', "Q1 [5 points]", "Q1 out of 5", "Q1 (max 5)"],
)
def test_out_of_in_a_head_is_compared_with_the_points_of_the_item(head: str) -> None:
    assert first(f"Student ID,{head}\n20417,2.5\n", by_hand("5")) == {1: "=2.5"}
    differs = reads(f"Student ID,{head}\n20417,2.5\n", by_hand("10"))
    assert (list_entered(differs), codes(differs)) == ({}, ["out_of_differs"])


@pytest.mark.parametrize(
    "text",
    [
        "Student ID,Item,Score,Points Possible\n20417,1,2,5\n20417,2,1,4\n",
        "Student ID,Q1 Score,Q1 Max,Q2 Score,Q2 Max\n20417,2,5,1,4\n",
        (
            "Student ID,Points Awarded 1,Points Possible 1,Points Awarded 2,Points Possible 2\n"
            "20417,2,5,1,4\n"
        ),
    ],
)
def test_a_column_with_the_points_of_questions_is_compared(text: str) -> None:
    file = reads(text, by_hand("4", "4"))
    assert list_entered(file) == {"20417": {2: "=1"}}
    assert codes(file) == ["out_of_differs"]


def test_grades_of_moodle_are_points_whatever_they_could_mean() -> None:
    text = (
        "Last name,First name,Email address,Status,Started,Completed,Duration,Grade/2.00,"
        "Q. 1 /1.00,Q. 2 /1.00\nOkafor,Nia,nokafor@example.org,Finished,x,x,5,2.00,1.00,1.00\n"
    )
    assert first(text, choices(2)) == {1: "=1", 2: "=1"}


def test_a_row_with_the_points_of_questions_is_compared_as_well() -> None:
    text = "Student,Q1,Q2\nPoints Possible,5,1\nNia Okafor,5,1\n"
    file = reads(text, by_hand("10", "1"))
    assert list_entered(file) == {"20417": {2: "=1"}}
    assert codes(file, "error") == ["out_of_differs"]


@pytest.mark.parametrize(
    ("cell", "worth", "points"),
    [
        ("1/2", "2", "=1"),
        ("1 / 2", "2", "=1"),
        ("1.5/2", "2", "=1.5"),
        ("2 of 2", "2", "=2"),
        ("1/2", "1", "=0.5"),
        ("1/2", "4", None),
        ("3/2", "2", None),
        ("1.00000", "1", "=1"),
        ("0.7500", "1", "=0.75"),
        ("0.33333", "1", None),
        (".5", "1", "=0.5"),
    ],
)
def test_points_are_read_as_they_are_meant(cell: str, worth: str, points: str | None) -> None:
    file = reads(f"Student ID,Q1\n20417,{cell}\n", by_hand(worth))
    assert list_entered(file) == ({"20417": {1: points}} if points else {})
    assert bool(codes(file, "error")) == (points is None)


@pytest.mark.parametrize("text", ["NA", "N/A", "n/a", "None", "not graded", "Requires grading"])
def test_ungraded_answers_are_not_entered_and_never_zero(text: str) -> None:
    for item in (by_hand("2")[0], choice(1)):
        file = reads(f"Student ID,Q1,Q2\n20417,{text},A\n", [item, choice(2)])
        assert list_entered(file) == {"20417": {2: "A"}}
        assert codes(file) == ["not_entered"]


WORDS = ("bed", "bad", "bid", "bud")


@pytest.mark.parametrize(
    ("cell", "texts", "answer"),
    [
        ("bad", WORDS, "B"),
        ("BAD", WORDS, "B"),
        ("B. bad", WORDS, "B"),
        ("(C) bid", WORDS, "C"),
        ("A", WORDS, "A"),
        ("bad", ("one", "two", "three", "four"), None),
        ("bee", WORDS, None),
        ("A. bad", WORDS, None),
        ("2", ("1", "2", "3"), "B"),
        ("a  Square", ("a triangle", "a square"), "B"),
    ],
)
def test_a_choices_text_is_that_choice_and_never_letters(
    cell: str, texts: tuple[str, ...], answer: str | None
) -> None:
    file = reads(f"Student ID,Q1 answer\n20417,{cell}\n", [choice(1, choices=texts)])
    assert list_entered(file) == ({"20417": {1: answer}} if answer else {})
    if answer is None:
        assert "is a text, but the item needs a letter" in file.problems[0].reason


def test_texts_of_several_choices_are_read_together() -> None:
    items = [choice(1, key="AC", choices=("red", "green, or teal", "blue"))]
    text = 'Student ID,Q1\n20417,"red, green, or teal"\n31,blue;red;\n'
    assert list_entered(reads(text, items)) == {"20417": {1: "AB"}, "31": {1: "AC"}}


def test_a_text_that_could_be_letters_is_decided_by_its_column_or_asked_about() -> None:
    items = [choice(1, key="AB", choices=("CD", "EA", "AB", "x", "y"))]
    asked = reads("Student ID,Q1\n20417,AB\n", items)
    assert codes(asked) == ["response_not_possible"]
    told = reads("Student ID,Q1\n20417,AB\n31,x\n", items)
    assert list_entered(told) == {"20417": {1: "C"}, "31": {1: "D"}}
    letters = reads("Student ID,Q1\n20417,AB\n31,B\n", items)
    assert list_entered(letters) == {"20417": {1: "AB"}, "31": {1: "B"}}


def test_f_to_j_of_every_second_question_are_its_first_choices() -> None:
    items = choices(4, texts="ABCD")
    file = reads("Student ID,Q1,Q2,Q3,Q4\n20417,A,G,C,J\n31,B,F,D,H\n", items)
    assert list_entered(file)["20417"] == {1: "A", 2: "B", 3: "C", 4: "D"}
    assert list_entered(file)["31"] == {1: "B", 2: "A", 3: "D", 4: "C"}
    assert codes(file) == ["letters_shifted"]
    long = "ID,Item,Answer\n20417,1,A\n20417,2,G\n20417,4,J\n"
    assert list_entered(reads(long, items)) == {"20417": {1: "A", 2: "B", 4: "D"}}


def test_f_among_other_letters_is_no_first_choice() -> None:
    file = reads("Student ID,Q1\n20417,F\n31,B\n", choices(1, texts="ABCD"))
    assert (list_entered(file), codes(file)) == ({"31": {1: "B"}}, ["response_not_possible"])
    six = reads("Student ID,Q1\n20417,F\n31,F\n", choices(1, texts="ABCDEF"))
    assert list_entered(six) == {"20417": {1: "F"}, "31": {1: "F"}}


def test_a_and_b_of_a_bubble_sheet_answer_true_or_false() -> None:
    file = reads("Student ID,Q1,Q2\n20417,A,T\n31,b,F\n", [truth(1), truth(2)])
    assert list_entered(file) == {"20417": {1: "true", 2: "true"}, "31": {1: "false", 2: "false"}}
    assert codes(file) == ["letters_read_as_truths"]


@pytest.mark.parametrize("worth", ["1", "4"])
def test_digits_that_name_choices_are_never_points(worth: str) -> None:
    numbered = choices(3, worth=worth, texts="1234")
    file = reads("Student ID,Q1,Q2,Q3\n20417,1,2,3\n31,2,2,1\n", numbered)
    assert list_entered(file)["20417"] == {1: "A", 2: "B", 3: "C"}
    lettered = choices(3, worth=worth, texts=("red", "green", "blue", "pink"))
    file = reads("Student ID,Q1,Q2,Q3\n20417,1,2,3\n31,2,2,1\n", lettered)
    if worth == "1":
        assert list_entered(file)["31"] == {1: "B", 2: "B", 3: "A"}
        assert codes(file) == ["digits_read_as_choices"]
    else:
        assert list_entered(file) == {}
        assert "digits_unclear" in codes(file, "error")


@pytest.mark.parametrize(
    "text",
    ["Student ID,Q1,Q2\n20417,1,2\n31,0,4\n", "Student ID,Q1,Q2\n20417,1,4\n31,0,3\n"],
)
def test_digits_that_are_too_many_for_points_are_asked_about(text: str) -> None:
    file = reads(text, choices(2))
    assert list_entered(file) == {}
    assert "digits_unclear" in codes(file, "error")


def test_1_and_2_of_true_or_false_are_no_points() -> None:
    file = reads("Student ID,Q1,Q2\n20417,1,C\n31,2,B\n", [truth(), choice(2)])
    assert list_entered(file) == {"20417": {2: "C"}, "31": {2: "B"}}
    assert codes(file) == ["digits_unclear"]


def test_a_percent_is_named_where_points_are_needed() -> None:
    file = reads("Student ID,Q1\n20417,50%\n", by_hand("2"))
    assert file.problems[0].reason == "50% is a percent, but the question needs points."


def test_a_choice_that_is_a_number_is_known_however_it_is_written() -> None:
    items = choices(1, texts=("1,250", "0.5", "9"))
    file = reads('Student ID,Q1\n20417,1250\n31,"1,250"\n0042,0.50\n', items)
    assert list_entered(file) == {"20417": {1: "A"}, "31": {1: "A"}, "0042": {1: "B"}}


def test_a_fraction_that_is_a_choice_is_not_taken_for_points() -> None:
    items = choices(1, texts=("1/2", "1/4", "9"))
    assert first("Student ID,Q1\n20417,½\n", items) == {1: "A"}
    file = reads("Student ID,Q1\n20417,1/2\n31,3/4\n", items)
    assert list_entered(file) == {}
    assert "digits_unclear" in codes(file, "error")


@pytest.mark.parametrize(("worth", "answers"), [("1", {1: "=1", 2: "B"}), ("3", {2: "B"})])
def test_nothing_but_1_beside_letters_is_a_point_or_all_of_them(
    worth: str, answers: dict[int, str]
) -> None:
    file = reads("Student ID,Q1,Q2\n20417,1,B\n31,1,C\n", choices(2, worth=worth))
    assert list_entered(file)["20417"] == answers
    assert codes(file, "error") == ([] if worth == "1" else ["digits_unclear"])


def test_zeros_and_ones_are_points() -> None:
    file = reads("Student ID,Q1,Q2\n20417,1,0\n31,1,1\n", choices(2))
    assert list_entered(file) == {"20417": {1: "=1", 2: "=0"}, "31": {1: "=1", 2: "=1"}}


@pytest.mark.parametrize("worth", ["1", "2"])
def test_one_or_the_wrong_letter_is_read(worth: str) -> None:
    text = "Student ID,Q1,Q2,Q3\n20417,1,C,1\n31,D,1,1\n"
    file = reads(text, choices(3, worth=worth))
    right = f"={worth}"
    assert list_entered(file) == {
        "20417": {1: right, 2: "C", 3: right},
        "31": {1: "D", 2: right, 3: right},
    }
    assert codes(file) == ["one_read_as_right"]


@pytest.mark.parametrize(("said", "form"), [("1", "A"), ("A", "A"), ("2", None), ("Z", None)])
def test_version_1_is_the_only_form(said: str, form: str | None) -> None:
    file = reads(f"Student ID,Key Version,Q1\n20417,{said},B\n", choices(1))
    assert [each.form for each in file.entries] == ([form] if form else [])


def test_versions_by_number_are_the_forms_in_their_order_with_a_note() -> None:
    text = "Student ID,Version,Q1,Q2\n20417,1,A,B\n31,2,A,B\n"
    file = reads(text, choices(2), forms={"B": (1, 0)})
    assert list_entered(file) == {"20417": {1: "A", 2: "B"}, "31": {1: "B", 2: "A"}}
    assert codes(file) == ["versions_read_by_number"]


# -- what the look says ----------------------------------------------------------------------------


def test_each_column_has_its_reading_the_reason_and_the_risk() -> None:
    item = choice(1).model_copy(update={"prompt": "Which is red?"})
    file = reads("Student ID,Email,Status,Q1,Homeroom\n20417,,present,A,3B\n", [item])
    told = {each.name: (each.role.value, each.reason, each.consequence) for each in file.columns}
    assert told == {
        "Student ID": (
            "student",
            "Its name, Student ID, stands for the student.",
            "Every row would be entered for the student with another id.",
        ),
        "Email": ("ignored", "Only compared: another column says whose row it is.", None),
        "Status": (
            "status",
            "Its name says so: Status.",
            "Students would be absent or exempt who were not.",
        ),
        "Q1": (
            "response",
            "Its name says question 1.",
            "Answers of something else would be entered for question 1 (Which is red?).",
        ),
        "Homeroom": (
            "ignored",
            "Its name does not say a question, or anything else that is read.",
            None,
        ),
    }


def test_a_known_file_is_recognized_by_its_whole_header() -> None:
    head = CANVAS.format("1.0", "1.0")
    row = "Nia Okafor,9,20417,S,x,A,1.0,C,0.0,1,1,1.0"
    known = reads(f"{head}\n{row}\n", choices(2))
    assert known.recognized_as == "a quiz's student analysis from Canvas"
    assert all(each.reason for each in known.columns)
    other = reads(f"{head},Mood\n{row},good\n", choices(2))
    assert (other.recognized_as, list_entered(other)) == (None, {})


def test_a_mapping_that_was_sent_is_the_reason() -> None:
    told = ColumnMapping(
        layout=ResponseFileLayout.WIDE,
        header=1,
        columns=(
            ColumnUse(column=1, role=ColumnRole.STUDENT),
            ColumnUse(column=2, role=ColumnRole.RESPONSE, number=2),
        ),
    )
    file = reads("ID,Q1\n20417,A\n", THREE, mapping=told)
    assert [each.reason for each in file.columns] == ["The mapping that was sent says so."] * 2
    assert list_entered(file) == {"20417": {2: "A"}}


def test_a_status_of_another_kind_is_no_attendance() -> None:
    file = reads("Student ID,Status,Q1\n20417,Active,A\n31,Active,B\n", choices(1))
    assert list_entered(file) == {"20417": {1: "A"}, "31": {1: "B"}}
    assert codes(file) == ["status_column_ignored"]


def test_entries_agree_however_often_the_mapping_changes() -> None:
    for text in (GRADESCOPE.format(PARTS), f"{CANVAS.format('1.0', '2.0')}\n{_ROW}\n"):
        items = by_hand("1", "3") if "Gradescope" in text or "SID" in text else by_hand("1", "2")
        file: ResponseFile = reads(text, items)
        assert list_entered(reads(text, items, mapping=file.mapping)) == list_entered(file) != {}


_ROW = "Nia Okafor,9,20417,S,x,red,1.0,blue,0.5,1,1,1.5"
