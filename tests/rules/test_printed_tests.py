"""The text of a printed test, and the content of its codes for scanners."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from chalicelib.assessments.items import LETTERS, Item, Scoring
from chalicelib.assessments.partial_credit import credits_of
from chalicelib.assessments.scoring import score
from chalicelib.printed_tests.arrangement import order_of
from chalicelib.printed_tests.codes import DIGEST, LONGEST_ID, code_of, student_in_code
from chalicelib.printed_tests.layout import Classmates
from chalicelib.printed_tests.spaces import ROWS, pages_of
from chalicelib.printed_tests.wording import key_line_of, question_of, space_of
from chalicelib.reports.model import ReportPaperSize
from chalicelib.reports.printed_test import AnswerRoom, AnswerSpace, PaperPart
from chalicelib.rosters.model import Student
from tests.support.printed_tests import TEST, TRACKER, a_printed_test, an_item, items, students


def texts_of(form_choices: Any) -> list[str]:
    return [choice.text[0][1] for choice in form_choices]


# -- versions --------------------------------------------------------------------------------------


def test_a_version_prints_the_right_choice_where_its_key_has_it() -> None:
    item = an_item("single_choice")
    order = order_of(item, ("C",))
    assert order == (1, 2, 0, 3)
    question = question_of(item, 1, order)
    assert [choice.letter for choice in question.choices] == list("ABCD")
    assert texts_of(question.choices) == ["2/3", "3/4", "2/4", "4/4"]


@pytest.mark.parametrize("key", [("A", "D"), ("B", "E"), ("C", "D"), ("D", "E")])
def test_the_same_answers_earn_the_same_on_every_version(key: tuple[str, ...]) -> None:
    item = an_item("multiple_choice")
    order = order_of(item, key)
    assert order is not None
    for marked in ({0, 3}, {0}, {1, 2}, {0, 1, 3}):
        here = "".join(LETTERS[n] for n in sorted(marked))
        there = "".join(LETTERS[place] for place, n in enumerate(order) if n in marked)
        assert score(item, here) == score(item, there, key)


def test_listed_answers_keep_their_points_on_a_version() -> None:
    listed = {"choices": ("one", "two", "three"), "scoring": "listed", "points": "2"}
    item = an_item("multiple_choice", key=("AB", "A=1"), **listed)
    order = order_of(item, ("BC", "C=1"))
    assert order is not None
    assert order[2] == 0  # what earns one point alone stands at C
    assert credits_of(("BC", "C=1"), Fraction(2))["C"] == 1


@pytest.mark.parametrize(
    ("item", "key"),
    [
        (an_item("numeric"), ("8",)),
        (an_item("short_text"), ("Rome",)),
        (an_item("true_false"), ("false",)),
        (an_item("multiple_choice"), ("A",)),
    ],
)
def test_a_version_that_asks_something_else_is_not_made_up(item: Item, key: Any) -> None:
    assert order_of(item, key) is None


def test_a_question_that_was_given_up_stays_as_it_is() -> None:
    item = an_item("numeric", scoring=Scoring.EVERYONE)
    assert order_of(item, ("8",)) == ()


def test_questions_of_a_version_stand_in_its_order() -> None:
    made = a_printed_test(
        forms={"B": [(f"q{n}", item.key) for n, item in reversed(number_items())]}
    )
    first, second = made.forms
    assert (first.version, second.version) == ("A", "B")
    assert second.questions[0].text == first.questions[-1].text
    assert [question.number for question in second.questions] == [1, 2, 3, 4, 5, 6]
    assert made.keys[1].lines[-1].answer == made.keys[0].lines[0].answer


def number_items() -> list[tuple[int, Item]]:
    return list(enumerate(items(), start=1))


def test_a_test_with_one_version_does_not_name_it() -> None:
    made = a_printed_test()
    assert [form.version for form in made.forms] == [""]
    assert {page.version for page in made.pages} == {"A"}


# -- the key ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "answer", "note"),
    [
        ("single_choice", "A", ""),
        ("multiple_choice", "A, D", "Partly correct answers earn part of the points."),
        ("true_false", "True", ""),
        ("numeric", "7.75 ± 0.01", ""),
        ("short_text", "Paris / paris, france", ""),
        ("points", "Scored by hand", ""),
    ],
)
def test_a_key_says_what_is_right_in_words(kind: str, answer: str, note: str) -> None:
    item = an_item(kind)
    line = key_line_of(item, 7, item.key)
    assert (line.number, line.answer, line.note) == (7, answer, note)
    assert line.standards == "3.NF.A.1"


def test_a_listed_key_says_what_each_answer_earns() -> None:
    item = an_item("multiple_choice", key=("AB", "*=0.5"), scoring="listed", points="2")
    assert key_line_of(item, 1, item.key).answer == "A, B = 2; any other = 0.5"


def test_a_question_that_was_given_up_says_so() -> None:
    item = an_item("single_choice", scoring=Scoring.ANY_ANSWER)
    assert key_line_of(item, 1, item.key).note == "Every answer earns all points."


@pytest.mark.parametrize(("points", "lines"), [("1", 4), ("2", 6), ("2.5", 9), ("40", 14)])
def test_there_is_more_room_to_write_where_more_points_are(points: str, lines: int) -> None:
    assert question_of(an_item("points", points=points), 1, ()).lines == lines


# -- answer sheets ---------------------------------------------------------------------------------


def test_students_stand_as_in_the_roster_and_get_the_versions_in_turn() -> None:
    mates = Classmates(students("Alvarez", "Okafor", "Yazzie"), {})
    assert [version for _, version in mates.versions(("A", "B"))] == ["A", "B", "A"]


def test_a_student_with_a_version_keeps_it() -> None:
    three = students("Alvarez", "Okafor", "Yazzie")
    mates = Classmates(three, {three[0].id: "C"})
    assert [version for _, version in mates.versions(("A", "B"))] == ["C", "B", "A"]


def test_one_student_keeps_the_version_of_the_whole_class_s_printing() -> None:
    three = students("Alvarez", "Okafor", "Yazzie")
    mates = Classmates(three, {}, frozenset({three[1].id}))
    assert list(mates.versions(("A", "B"))) == [(three[1], "B")]


@pytest.mark.parametrize(
    ("given", "family", "name"),
    [("Ada", "Zimmer", "Zimmer, Ada"), ("", "Zimmer", "Zimmer"), ("Ada", "", "Ada"), ("", "", "s")],
)
def test_a_sheet_says_what_there_is_of_a_name(given: str, family: str, name: str) -> None:
    mates = Classmates([Student(id="s", given=given, family=family)], {})
    assert mates.names() == {"s": name}


def test_students_of_one_name_have_their_ids_on_their_sheets() -> None:
    two = [Student(id=each, given="Ada", family="Zimmer") for each in ("s1", "s2")]
    assert list(Classmates(two, {}).names().values()) == ["Zimmer, Ada (s1)", "Zimmer, Ada (s2)"]


def test_each_kind_of_question_has_its_place_on_the_sheet() -> None:
    spaces = [space_of(item, n) for n, item in number_items()]
    assert [len(each.letters) for each in spaces] == [4, 5, 2, 0, 0, 0]
    rooms = [each.room.value for each in spaces]
    assert rooms == ["choices"] * 3 + ["line", "line", "lines"]


@pytest.mark.parametrize("size", ReportPaperSize)
@pytest.mark.parametrize(("letters", "columns"), [(4, 4), (5, 4), (6, 3), (9, 2), (26, 1)])
def test_a_hundred_questions_lie_in_columns(
    size: ReportPaperSize, letters: int, columns: int
) -> None:
    spaces = [
        AnswerSpace(number=n, room=AnswerRoom.CHOICES, letters=tuple(LETTERS[:letters]))
        for n in range(1, 101)
    ]
    pages = pages_of(spaces, size)
    assert max(map(len, pages)) <= columns
    assert all(len(column) <= ROWS[size] for page in pages for column in page)
    assert [each.number for page in pages for column in page for each in column] == list(
        range(1, 101)
    )


def test_each_page_of_a_student_has_a_code_of_its_own() -> None:
    wide = an_item("single_choice", choices=tuple(LETTERS))
    many = [wide.model_copy(update={"id": f"q{n}"}) for n in range(60)]
    made = a_printed_test(asked=many, names=("Okafor",))
    assert [(page.page, page.pages) for page in made.pages] == [(1, 3), (2, 3), (3, 3)]
    assert len({page.code for page in made.pages}) == 3


def test_a_class_without_students_has_no_sheets_but_a_test() -> None:
    made = a_printed_test(names=(), parts=(PaperPart.TEST, PaperPart.ANSWER_SHEETS))
    assert (len(made.forms), made.pages) == (1, ())


# -- codes -----------------------------------------------------------------------------------------


def test_a_code_says_sheet_version_page_and_student() -> None:
    (page,) = a_printed_test(names=("Okafor",)).pages
    student = "3f2c8b1e-0d4f-4f4e-9a53-0f1f6a000000"
    assert page.code == f"PL1:{TRACKER}:{TEST}:A:1:{student}"


def test_no_name_is_in_a_code() -> None:
    made = a_printed_test(names=("Okafor", "Yazzie"))
    said = " ".join(page.code for page in made.pages).casefold()
    for word in ("okafor", "yazzie", "sam", "math", "unit", "tess", "juniper"):
        assert word not in said


@pytest.mark.parametrize(
    ("student", "written"),
    [
        ("605475", "605475"),
        ("a:b", "a%3Ab"),
        ("~", "%7E"),
        ("Zoë 1", "Zo%C3%AB%201"),
    ],
)
def test_ids_of_any_kind_stay_readable_in_a_code(student: str, written: str) -> None:
    code = code_of("T", "A", "B", 2, student)
    assert code == f"PL1:T:A:B:2:{written}"
    assert code.split(":")[5:] == [written]


def test_a_very_long_id_is_written_as_a_digest_so_that_the_code_stays_small() -> None:
    one, other = (student_in_code("x" * LONGEST_ID + end) for end in ("1", "2"))
    assert one != other
    assert one[0] == DIGEST
    assert len(one) == 27
    assert student_in_code("x" * LONGEST_ID) == "x" * LONGEST_ID
