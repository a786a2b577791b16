"""Reading answer keys: what each layout says, and that every row is used or explained."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.assessments.answer_keys.interpretation import reading
from chalicelib.assessments.answer_keys.model import KeyFile, KeyFileLayout
from chalicelib.assessments.answer_keys.reading import read_key
from chalicelib.assessments.key_entries import KeyReading
from chalicelib.errors import FileFinding
from tests.support.samples import a_sample_key

PLAIN = "Question,Key,Points,Standards\n1,A,1,3.NB.1\n2,BC,2,3.NB.2\n3,T,1,3.NB.3; 3.FR.1\n"
ZIPGRADE = (
    "Key,Question,Response,Points,Tag\n"
    "A,1,A,1,3.NB.1\nA,2,BC,2,3.NB.2\nA,2,B,1,3.NB.2\nA,2,C,1,3.NB.2\nA,3,T,1,3.NB.3\n"
)
GRADEHUB = "ITEM #,EXPECTED,TYPE\n1,A,*\n2,BC,&\n3,T,*\n"


def means(file: KeyFile, form: str = "A") -> list[tuple[str, ...] | str]:
    """Return each question's key, or the code of what is wrong with it."""
    return [_read_key(reading(each, each.kind)) for each in file.by_form[form]]


def _read_key(read: KeyReading | FileFinding) -> tuple[str, ...] | str:
    return read.key if isinstance(read, KeyReading) else read[0]


def codes(file: KeyFile) -> list[tuple[int, str]]:
    return [(each.row, each.code) for each in file.problems]


def one(answer: str, **more: str) -> tuple[str, ...] | str:
    """Read a file of one question with this answer."""
    names, values = ["Question", "Key", *more], ["1", f'"{answer}"', *more.values()]
    (said,) = means(read_key(f"{','.join(names)}\n{','.join(values)}\n"))
    return said


# -- layouts --------------------------------------------------------------------------------------


def test_the_same_test_in_three_layouts() -> None:
    for text, layout in ((PLAIN, "plain"), (ZIPGRADE, "zipgrade"), (GRADEHUB, "gradehub")):
        read = read_key(text)
        assert (read.layout, read.problems) == (layout, ())
        assert [each.number for each in read.by_form["A"]] == [1, 2, 3]
        first, _, third = means(read)
        assert (first, third) == (("A",), ("true",))
    assert means(read_key(PLAIN))[1] == means(read_key(GRADEHUB))[1] == ("B", "C")
    assert means(read_key(ZIPGRADE))[1] == ("BC", "B=1", "C=1")


def test_points_and_standards_of_a_plain_key() -> None:
    third = read_key(PLAIN).by_form["A"][2]
    assert (third.points, third.standards, third.row) == ("1", ("3.NB.3", "3.FR.1"), 4)


@pytest.mark.parametrize(
    "header",
    ["Item,Correct Answer", "question #,ANSWER", "No.,Expected Response", "#,Key", "Q_No,Solution"],
)
def test_columns_go_by_many_names(header: str) -> None:
    assert means(read_key(f"{header}\n1,A\n")) == [("A",)]


def test_columns_come_in_any_order_and_ignored_ones_are_reported() -> None:
    read = read_key("Standards,Teacher,Answer,Item\n3.NB.1,Ms Roe,C,1\n")
    assert (means(read), codes(read)) == ([("C",)], [(1, "column_ignored")])


def test_a_key_needs_no_header() -> None:
    read = read_key("q1,C\nq2,E\nq3,A")
    assert means(read) == [("C",), ("E",), ("A",)]
    assert [each.row for each in read.by_form["A"]] == [1, 2, 3]


def test_a_file_without_the_needed_columns_says_which_there_are() -> None:
    (found,) = read_key("Name,Color\nAda,red\n").problems
    assert found.code == "columns_missing"
    assert "'Name', 'Color'" in found.reason


@pytest.mark.parametrize("header", ["Question,Key\n", "ITEM #,EXPECTED,TYPE\n"])
def test_a_file_of_names_alone_has_no_question(header: str) -> None:
    assert codes(read_key(header)) == [(0, "no_question")]


def test_the_client_may_say_the_layout() -> None:
    read = read_key("1,BC,&\n2,BC,*\n", KeyFileLayout.GRADEHUB)
    assert means(read) == [("B", "C"), ("B", "C", "BC")]


def test_zipgrade_needs_no_header_and_a_blank_key_is_the_primary_one() -> None:
    read = read_key(",1,A,1,3.NB.1\n,2,B,1,3.NB.2\nB,1,C,1,3.NB.1\nB,2,D,1,3.NB.2\n")
    assert read.layout == KeyFileLayout.ZIPGRADE
    assert (means(read), means(read, "B")) == ([("A",), ("B",)], [("C",), ("D",)])


def test_zipgrades_mapped_key_names_questions_of_the_primary_one() -> None:
    read = read_key("Key,Question,Response,Points,Tag\nA,1,A,1,x\nA,2,B,1,y\nB,1,2,,\nB,2,1,,\n")
    assert [(each.number, each.of) for each in read.by_form["B"]] == [(1, 2), (2, 1)]


def test_zipgrades_points_for_any_attempt() -> None:
    read = read_key("Key,Question,Response,Points,Tag\nA,1,A,2,x\nA,1,[a&i],0.5,x\n")
    assert means(read) == [("A", "*=0.5")]


def test_several_versions_in_a_plain_key() -> None:
    read = read_key("Form,Item,Key,Question on form A\nA,1,A,\nA,2,B,\nForm B,1,C,2\nb,2,D,1\n")
    assert [(each.number, each.of) for each in read.by_form["B"]] == [(1, 2), (2, 1)]


# -- words that are no answers --------------------------------------------------------------------


@pytest.mark.parametrize(
    "word",
    [
        *("BONUS", "bonus", "ALL", "Any", "X", "x", "*", "-", "N/A", "Everyone", "Full credit"),
        *("void", "FREE", "free point", "Bonus points", "any choice", "No correct answer", "#"),
        *("deleted", "Not scored", "Canceled", "omit", "skip", "None", "TBD"),
    ],
)
@pytest.mark.parametrize(
    "text",
    ["Question,Key\n1,A\n2,{}\n3,C\n", "1,A\n2,{}\n", "Item,Answer,Type\n2,{},MC\n"],
)
def test_a_word_for_everybody_is_refused_and_never_a_written_answer(word: str, text: str) -> None:
    read = read_key(text.format(word))
    second = next((each for each in read.by_form.get("A", ()) if each.number == 2), None)
    if second is None:
        assert [each.code for each in read.problems] == ["key_not_a_letter"]
    else:
        assert _read_key(reading(second, second.kind)) == "key_given_up"


def test_such_a_word_is_refused_in_a_key_of_zipgrade_too() -> None:
    rows = "A,1,BONUS,,x\nA,2,B,1,x\nA,3,X,1,x\nA,4,A,1,x\nA,4,[a&i],0.5,x\n"
    read = read_key(f"Key,Question,Response,Points,Tag\n{rows}")
    assert means(read) == ["key_given_up", ("B",), "key_given_up", ("A", "*=0.5")]


def test_such_a_word_is_an_answer_where_the_file_says_that_a_text_is_written() -> None:
    assert one("all", Type="short text") == ("all",)
    assert one("X", Choices="26") == ("X",)


@pytest.mark.parametrize(
    ("written", "points"),
    [(".5", "0.5"), ("0.50", "0.5"), ("1.0000", "1"), (",5", "0.5"), ("2,5", "2.5")],
)
def test_half_a_point_is_half_a_point(written: str, points: str) -> None:
    read = read_key(f'Question,Key,Points\n1,A,"{written}"\n')
    assert (read.by_form["A"][0].points, read.problems) == (points, ())


@pytest.mark.parametrize("answer", ["12", "Paris", "A|Paris"])
def test_a_type_of_choices_that_contradicts_the_answer_is_named(answer: str) -> None:
    read = read_key(f"Question,Key,Type\n1,{answer},MC\n")
    assert codes(read) == [(2, "key_not_a_letter")]


# -- answers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("c", ("C",)),
        ("BC", ("B", "C")),
        ("C B", ("B", "C")),
        ("b & d", ("B", "D")),
        ("A and C", ("A", "C")),
        ("D,E", ("D", "E")),
        ("D;E", ("D", "E")),
        ("D|E", ("D", "E")),
        ("A or B", ("A", "B")),
        ("A,AB", ("A", "AB")),
        ("['A', 'B']", ("A", "B")),
        ("[['A', '1'], ['B', '2']]", ("A=1", "B")),
        ("T", ("true",)),
        ("False", ("false",)),
        ("12", ("12",)),
        ("-0.75", ("-0.75",)),
        ("3/4", ("3/4",)),
        ("seven|7", ("seven", "7")),
        ("cat", ("cat",)),
        ("", "key_missing"),
        ("['A'", "list_unreadable"),
        ("[['A','B'],[1,-1]]", "list_unreadable"),
        ("[['A','1'],['A','2']]", "response_twice"),
        ("[['A','-1']]", "points_unreadable"),
        ("[['A','0']]", "key_missing"),
        ("[['A', 0], ['B', 2]]", ("B",)),
    ],
)
def test_each_answer_has_its_meaning(written: str, meant: tuple[str, ...] | str) -> None:
    read = read_key(f'Question,Key\n1,"{written}"\n')
    assert (
        (means(read) or [read.problems[0].code]) == [meant]
        if read.forms
        else meant == codes(read)[0][1]
    )


def test_any_of_means_one_or_more_of_them_and_no_other() -> None:
    assert one("BC", Type="*") == ("B", "C", "BC")
    assert one("ABCDEF", Type="*") == "too_many_alternatives"


def test_f_is_false_unless_letters_behind_it_are_right() -> None:
    assert means(read_key("1,F\n2,A\n"))[0] == ("false",)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"Points": "-1"}, "points_unreadable"),
        ({"Points": "many"}, "points_unreadable"),
        ({"Type": "riddle"}, "type_unknown"),
        ({"Version": "F"}, "version_unknown"),
        ({"Tolerance": "5%", "Type": "numeric"}, "tolerance_not_a_number"),
        ({"Choices": "1"}, "choices_unreadable"),
        ({"Points": "=1+1"}, "formula"),
        ({"Points": "#N/A"}, "formula_failed"),
        ({"Points": "1\x00"}, "hidden_characters"),
    ],
)
def test_a_bad_cell_is_named_with_column_value_reason_and_fix(
    more: dict[str, str], code: str
) -> None:
    read = read_key(f"Question,Key,{','.join(more)}\n1,A,{','.join(more.values())}\n")
    (found,) = [each for each in read.problems if each.is_error]
    assert (found.row, found.column, found.code) == (2, next(iter(more)), code)
    assert found.reason
    assert found.fix.endswith(".")


def test_a_question_twice_is_used_in_neither_row() -> None:
    read = read_key("1,A\n2,B\n1,C\n")
    assert [each.number for each in read.by_form["A"]] == [2]
    assert codes(read) == [(1, "question_twice"), (3, "question_twice")]


def test_five_thousand_rows_are_five_thousand_answers() -> None:
    read = read_key("\n".join(f"{n},A" for n in range(1, 5001)))
    assert len(read.by_form["A"]) == 200
    assert [row for row, _ in codes(read)] == list(range(201, 5001))


# -- how it was written ---------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_encoding_separator_and_line_end(end: str, separator: str, encoding: str) -> None:
    lines = [["Question", "Key", "Note"], ["1", "A", "é"], [], ["2", '"B C"', ""]]
    text = end.join(separator.join(line) for line in lines)
    read = read_key(text.encode(encoding))
    assert means(read) == [("A",), ("B", "C")]
    assert [each.row for each in read.by_form["A"]] == [2, 4]


def test_characters_that_spreadsheets_add_around_a_value_are_removed() -> None:
    assert means(read_key('sep=;\nQuestion;Key\n="01";\xa0B \n')) == [("B",)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file_empty"),
        ("\n\n , \n", "file_empty"),
        ('1,"A\n2,B\n', "quotes_broken"),
        ("1," + "A" * 6000, "cell_too_long"),
        ("1," + "A" * 200_000, "quotes_broken"),
        ("," * 2000 + "1", "too_many_columns"),
        ("1,A\n" * 20_001, "too_many_rows"),
    ],
)
def test_unreadable_files_are_reported(text: str, code: str) -> None:
    read = read_key(text)
    assert [each.code for each in read.problems] == [code]
    assert not read.by_form


# -- whatever comes -------------------------------------------------------------------------------

CELLS = st.sampled_from(
    ["", "1", "2", "q3", "A", "B", "BC", "D,E", "T", "F", "*", "&", "0.5", "-1", "=1", "['A']",
     "[['A',1]]", "3.NB.1", "x" * 30, "é", "\x00", '"', "Key", "[a&i]", "201", "\u2028"]
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=12)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.binary(max_size=400), st.text(max_size=200)),
    st.sampled_from([None, *KeyFileLayout]),
)
def test_no_bytes_are_too_odd(source: bytes | str, layout: KeyFileLayout | None) -> None:
    read = read_key(source, layout)
    for questions in read.by_form.values():
        for each in questions:
            if each.answers:
                reading(each, each.kind)


@settings(max_examples=200, deadline=None)
@given(ROWS, st.sampled_from([None, *KeyFileLayout]), st.booleans())
def test_every_row_is_used_or_explained(
    rows: list[list[str]], layout: KeyFileLayout | None, headed: bool
) -> None:
    import csv
    import io

    text = io.StringIO()
    known = [["Question", "Key", "Points", "Type"]] if headed else []
    csv.writer(text, lineterminator="\n").writerows([*known, *rows])
    read = read_key(text.getvalue(), layout)
    explained = {each.row for each in read.problems}
    if 0 in explained or {"columns_missing", "quotes_broken"} & {c for _, c in codes(read)}:
        return
    used = {n for q in read.by_form.values() for each in q for n in (each.row, *each.more_rows)}
    for n, row in enumerate([*known, *rows], start=1):
        if any(cell.strip() for cell in row) and n > 1:  # the first row may be names
            assert n in used | explained


@pytest.mark.parametrize(
    ("name", "questions"),
    [
        ("omrchecker-answer_key.csv", 5),
        ("omrchecker-answer_key-multi.csv", 200),
        ("zipgrade-like-key.csv", 3),
        ("gradehub-like-key.csv", 3),
    ],
)
def test_sample_keys_are_read_whole(name: str, questions: int) -> None:
    read = read_key(a_sample_key(name))
    assert (len(read.by_form["A"]), read.problems) == (questions, ())
    assert all(isinstance(reading(each, each.kind), KeyReading) for each in read.by_form["A"])
