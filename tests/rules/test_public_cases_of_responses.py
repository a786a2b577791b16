"""Cases after public reports, where their files are: each is read right, or explained."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.assessments.answer_keys.interpretation import reading
from chalicelib.assessments.answer_keys.reading import read_key
from chalicelib.errors import FileFinding
from tests.support.response_class import (
    by_hand,
    choice,
    choices,
    codes,
    list_entered,
    number,
    reads,
    truth,
)
from tests.support.samples import a_public_case

PEOPLE = (
    ("605475", "Ann", "Lee", "alee"),
    ("605476", "José María", "García", "jgarcia"),
    ("0077", "Keegan", "Key", "kkey"),
    ("4004", "Bo", "Ray", "bray"),
)
COUNTED = (
    ("1", "Ann", "Lee", "alee"),
    ("2", "Bo", "Ray", "bray"),
    ("3", "Cy", "Fox", "cfox"),
)
THREE = [choice(1), choice(2, key="B", worth="2"), choice(3, key="C")]
WORDS = ("bed", "bad", "bid", "bud")
SHAPES = ("A triangle", "a square", "a circle")
ANN, JOSE, KEEGAN, BO = (each[0] for each in PEOPLE)

READ: dict[str, tuple[list[Any], dict[str, dict[int, str]], list[str]]] = {
    "R01": (THREE, {ANN: {1: "A", 2: "B", 3: "C"}, KEEGAN: {1: "A", 2: "A", 3: "A"}}, []),
    "R02": (THREE, {KEEGAN: {1: "A"}, ANN: {1: "B"}}, []),
    "R03": (
        [choice(1, worth="2"), choice(2)],
        {ANN: {1: "=1", 2: "=0"}, BO: {1: "=0", 2: "=1"}},
        [],
    ),
    "R04": (choices(3, worth="3"), {}, ["questions_unplaced", "question_columns_missing"]),
    "R06": (choices(2, worth="5"), {}, ["out_of_differs", "out_of_differs"]),
    "R17": (THREE, {JOSE: {1: "B"}}, ["identity_contradicts"]),
    "R18": (THREE, {ANN: {1: "A", 2: "-"}}, []),
    "R21": ([truth()], {ANN: {1: "true"}, JOSE: {1: "false"}}, []),
    "R22": (
        choices(3, worth="4", texts="1234"),
        {ANN: {1: "A", 2: "B", 3: "C"}, BO: {1: "B", 2: "B", 3: "A"}},
        [],
    ),
    "R25": (THREE, {ANN: {1: "=1", 2: "=0.75"}}, []),
    "T01": (THREE, {ANN: {1: "A", 2: "B", 3: "C"}}, []),
    "T02": (
        [number(1, "12"), number(2, "5"), number(3, "7")],
        {ANN: {1: "12", 2: "5", 3: "7"}},
        [],
    ),
    "T03": (by_hand("4", "4", "4", "4"), {}, ["question_columns_missing"]),
    "T05": (choices(4), {}, ["question_columns_missing"]),
    "T07": (choices(1), {"2": {1: "A"}, "3": {1: "B"}, "1": {1: "C"}}, []),
    "T10": (by_hand("2", "2"), {ANN: {1: "=1", 2: "=2"}, JOSE: {1: "=2", 2: "=0"}}, []),
    "T13": ([choice(1, key="B", choices=WORDS)], {ANN: {1: "B"}, BO: {1: "B"}}, []),
    "T16": ([choice(1, choices=SHAPES)], {ANN: {1: "A"}, BO: {1: "B"}}, []),
    "T17": (
        choices(4, texts="ABCD"),
        {ANN: {1: "A", 2: "B", 3: "C", 4: "D"}, BO: {1: "B", 2: "A", 3: "D", 4: "C"}},
        [],
    ),
    "T18": (by_hand("1", "2"), {ANN: {2: "=1"}, BO: {1: "=0", 2: "=2"}}, []),
    "T19": (by_hand("1", "2"), {ANN: {2: "=2"}}, []),
    "T20": (THREE, {ANN: {2: "C"}, BO: {2: "A"}}, ["parts_unclear"]),
    "T22": (THREE, {ANN: {1: "A", 2: "B", 3: "C"}, BO: {1: "B", 2: "A", 3: "C"}}, []),
    "T24": (choices(1), {ANN: {1: "A"}, BO: {1: "B"}}, []),
    "T25": (choices(1), {ANN: {1: "A"}, BO: {1: "B"}}, []),
    "T27": (THREE[:2], {}, ["question_columns_missing"]),
    "T28": (by_hand("1", "1"), {ANN: {1: "=1", 2: "=0"}, BO: {1: "=0"}}, []),
}
"""The items, what is entered, and the errors: where something could be meant in two ways, asked."""


@pytest.mark.parametrize("nr", READ)
def test_a_case_after_a_public_report_is_read_right_or_explained(nr: str) -> None:
    items, answers, errors = READ[nr]
    file = reads(a_public_case(nr), items, COUNTED if nr == "T07" else PEOPLE)
    assert (list_entered(file), codes(file, "error")) == (answers, errors)


@pytest.mark.parametrize("nr", ["K01", "K02"])
def test_a_key_with_a_word_for_everybody_is_refused(nr: str) -> None:
    questions = read_key(a_public_case(nr, "key")).by_form["A"]
    told = [reading(each, each.kind) for each in questions]
    assert [each.code for each in told if isinstance(each, FileFinding)] == ["key_given_up"]
