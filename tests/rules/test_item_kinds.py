"""Which QTI items become which of ours, and that ours score every response as they did."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.assessments.items import Item, ItemKind, Scoring
from chalicelib.assessments.scoring import score
from chalicelib.item_imports.model import QuestionLine, QuestionOutcome
from chalicelib.item_imports.reading import read
from tests.support.questions import (
    GIVEN,
    MAP_RESPONSE,
    MATCH_CORRECT,
    RIGHT,
    a_choice,
    an_item,
    answer,
    as_qti3,
    choices,
    entry,
    mapping,
    worth,
    write_rules,
)

MAPPED = f'<responseProcessing template="{MAP_RESPONSE}"/>'
BOTH = pytest.mark.parametrize("version", ["2", "3"])


def look_at(item: str, version: str = "2") -> tuple[QuestionLine, Item | None]:
    report = read((as_qti3(item) if version == "3" else item).encode())
    assert not report.code, report.reason
    (line,) = report.lines
    return line, report.items[0] if report.items else None


def import_item(item: str, version: str = "2") -> Item:
    line, made = look_at(item, version)
    assert made is not None, f"{line.code}: {line.reason}"
    assert line.outcome is QuestionOutcome.IMPORTED
    return made


def why_not(item: str, version: str = "2") -> str:
    line, made = look_at(item, version)
    assert made is None
    assert line.reason
    return line.code


# -- choosing one ---------------------------------------------------------------------------------


@BOTH
def test_one_of_several_is_a_single_choice(version: str) -> None:
    made = import_item(a_choice(), version)
    assert (made.kind, made.choices, made.key, made.points) == (
        ItemKind.SINGLE_CHOICE, ("a half", "a third", "a quarter"), ("A",), "1",
    )  # fmt: skip


@BOTH
@pytest.mark.parametrize(
    ("texts", "right", "key"),
    [(("True", "False"), "A", "true"), (("false", " TRUE. "), "A", "false"),
     (("False", "True"), "B", "true")],
)  # fmt: skip
def test_true_or_false_is_recognized_by_its_choices(
    version: str, texts: tuple[str, ...], right: str, key: str
) -> None:
    made = import_item(an_item(choices(*texts, prompt="7 x 8 = 56"), answer(right)), version)
    assert (made.kind, made.key, made.choices) == (ItemKind.TRUE_FALSE, (key,), ())


@pytest.mark.parametrize("texts", [("Yes", "No"), ("True", "true"), ("True", "False", "Maybe")])
def test_yes_or_no_is_a_choice(texts: tuple[str, ...]) -> None:
    assert import_item(an_item(choices(*texts), answer("A"))).kind is ItemKind.SINGLE_CHOICE


@BOTH
def test_rules_written_out_are_carried_out(version: str) -> None:
    rules = write_rules(
        f"<match>{GIVEN}<baseValue baseType='identifier'>C</baseValue></match>", "2.5"
    )
    made = import_item(an_item(choices("1", "2", "3"), answer(), rules), version)
    assert (made.key, made.points) == (("C",), "2.5")


def test_rules_that_sum_up_and_give_feedback_are_carried_out() -> None:
    rules = (
        "<responseProcessing><responseCondition>"
        f"<responseIf><isNull>{GIVEN}</isNull><setOutcomeValue identifier='FEEDBACK'>"
        "<baseValue baseType='identifier'>none</baseValue></setOutcomeValue></responseIf>"
        f"<responseElseIf><match>{GIVEN}{RIGHT}</match><setOutcomeValue identifier='SCORE'><sum>"
        "<variable identifier='SCORE'/><variable identifier='MAXSCORE'/></sum></setOutcomeValue>"
        "</responseElseIf></responseCondition><responseCondition><responseIf>"
        "<gt><variable identifier='SCORE'/><variable identifier='MAXSCORE'/></gt>"
        "<setOutcomeValue identifier='SCORE'><variable identifier='MAXSCORE'/></setOutcomeValue>"
        "</responseIf></responseCondition></responseProcessing>"
    )
    made = import_item(an_item(choices("1", "2"), answer("B"), rules, score=worth("3")))
    assert (made.key, made.points) == (("B",), "3")


def test_without_rules_the_key_decides_with_a_note() -> None:
    line, made = look_at(an_item(choices("1", "2"), answer("B"), ""))
    assert made is not None
    assert made.key == ("B",)
    assert any("no scoring rules" in note for note in line.notes)


def test_a_choice_within_a_sentence_leaves_a_gap() -> None:
    body = (
        "<p>A half is <inlineChoiceInteraction responseIdentifier='RESPONSE'><inlineChoice"
        " identifier='A'>more</inlineChoice><inlineChoice identifier='B'>less</inlineChoice>"
        "</inlineChoiceInteraction> than a third.</p>"
    )
    made = import_item(an_item(body, answer("A")))
    assert (made.prompt, made.choices) == ("A half is ____ than a third.", ("more", "less"))


# -- points ---------------------------------------------------------------------------------------


@BOTH
def test_an_item_is_worth_what_it_says(version: str) -> None:
    line, made = look_at(a_choice(score=worth("4")), version)
    assert made is not None
    assert made.points == "4"
    assert any("4 is taken" in note for note in line.notes)


def test_a_normal_maximum_says_it_too() -> None:
    score = '<outcomeDeclaration identifier="SCORE" baseType="float" normalMaximum="2"/>'
    assert import_item(a_choice(score=score)).points == "2"


def test_a_mapping_gives_the_points() -> None:
    declared = answer("A", mapping=mapping({"A": "2", "B": "0"}, defaultValue="0"))
    assert import_item(an_item(choices("1", "2"), declared, MAPPED)).points == "2"


@pytest.mark.parametrize("points", ["10000", "0.33333333333"])
def test_points_that_cannot_be_kept_are_not_rounded(points: str) -> None:
    assert why_not(a_choice(score=worth(points))) == "points"


# -- choosing several -----------------------------------------------------------------------------


@BOTH
def test_several_right_ones_all_or_nothing(version: str) -> None:
    declared = answer("B", "C", cardinality="multiple")
    made = import_item(an_item(choices("3", "4", "10", "11", most=0), declared), version)
    assert (made.kind, made.key, made.scoring) == (
        ItemKind.MULTIPLE_CHOICE, ("B", "C"), Scoring.ALL_OR_NOTHING,
    )  # fmt: skip


def a_mapped_item(worths: dict[str, str], *, most: Any = 0, **bounds: str) -> str:
    texts = [f"text {name}" for name in "ABCDEFGHIJKLMNOP"[: len(worths)]]
    declared = answer(cardinality="multiple", mapping=mapping(worths, **bounds))
    return an_item(choices(*texts, most=most), declared, MAPPED)


@BOTH
def test_right_minus_wrong_is_our_partial_credit(version: str) -> None:
    made = import_item(
        a_mapped_item({"A": "1", "B": "1", "C": "-1", "D": "-1"}, lowerBound="0"), version
    )
    assert (made.scoring, made.key, made.points) == (Scoring.PARTIAL, ("A", "B"), "2")


def test_unnamed_choices_are_worth_the_default() -> None:
    declared = answer(
        cardinality="multiple",
        mapping=mapping({"A": "0.5", "C": "0.5"}, defaultValue="-0.5", lowerBound="0"),
    )
    made = import_item(an_item(choices("1", "2", "3", "4", most=0), declared, MAPPED))
    assert (made.scoring, made.key, made.points) == (Scoring.PARTIAL, ("A", "C"), "1")


@pytest.mark.parametrize(
    ("worths", "bounds", "key"),
    [
        ({"A": "1", "B": "1", "C": "0"}, {}, ("A=1", "B=1", "AB", "AC=1", "BC=1", "ABC")),
        ({"A": "2", "B": "1", "C": "-1"}, {"lowerBound": "0"},
         ("A=2", "B=1", "AB", "AC=1", "ABC=2")),
        ({"A": "1", "B": "1", "C": "-0.5"}, {"lowerBound": "0"},
         ("A=1", "B=1", "AB", "AC=0.5", "BC=0.5", "ABC=1.5")),
    ],
)  # fmt: skip
def test_other_partial_credit_is_listed_answer_by_answer(
    worths: dict[str, str], bounds: dict[str, str], key: tuple[str, ...]
) -> None:
    line, made = look_at(a_mapped_item(worths, **bounds))
    assert made is not None
    assert (made.scoring, made.key) == (Scoring.LISTED, key)
    assert any("lists every answer" in note for note in line.notes)


def test_a_listed_answer_has_its_share_of_the_points() -> None:
    declared = answer(cardinality="multiple", mapping=mapping({"A": "1", "B": "1", "C": "0"}))
    item = an_item(choices("1", "2", "3", most=2), declared, MAPPED, score=worth("3"))
    assert import_item(item).key == ("A=1.5", "B=1.5", "AB", "AC=1.5", "BC=1.5")


@pytest.mark.parametrize(
    ("worths", "code"),
    [
        ({"A": "1", "B": "1", "C": "-1"}, "takes_points_away"),
        (dict.fromkeys("ABC", "1") | dict.fromkeys("DEF", "0"), "partial_credit"),
        ({"A": "0", "B": "0"}, "no_key"),
        ({"A": "1", "B": "0.333333333"}, "points"),
    ],
)
def test_partial_credit_that_no_key_can_express_is_not_imported(
    worths: dict[str, str], code: str
) -> None:
    assert why_not(a_mapped_item(worths)) == code


def test_no_more_may_be_given_than_the_item_lets() -> None:
    """Of two right ones at most two are given: then one wrong costs a right one all the same."""
    item = a_mapped_item({"A": "1", "B": "1", "C": "-1", "D": "-1"}, most=2, lowerBound="0")
    assert import_item(item).scoring is Scoring.PARTIAL


@pytest.mark.parametrize("wrong", ["-1", "-0.5"])
def test_many_choices_are_judged_by_their_mapping(wrong: str) -> None:
    worths = dict.fromkeys("ABCD", "1") | dict.fromkeys("EFGHIJKLMNOP", wrong)
    item = a_mapped_item(worths, lowerBound="0")
    if wrong == "-1":
        assert import_item(item).key == tuple("ABCD")
    else:
        assert why_not(item) == "response_processing"


@settings(max_examples=60, deadline=None)
@given(
    worths=st.lists(st.sampled_from(["-1", "-0.5", "0", "0.5", "1"]), min_size=2, max_size=5),
    lower=st.sampled_from(["", "0"]),
    upper=st.sampled_from(["", "1", "2"]),
)
def test_an_imported_question_scores_every_response_as_before(
    worths: list[str], lower: str, upper: str
) -> None:
    names = "ABCDE"[: len(worths)]
    bounds = {k: v for k, v in (("lowerBound", lower), ("upperBound", upper)) if v}
    _, made = look_at(a_mapped_item(dict(zip(names, worths, strict=True)), **bounds))
    if made is None:
        return
    for size in range(1, len(names) + 1):
        for chosen in combinations(names, size):
            total = sum(Fraction(worths[names.index(each)]) for each in chosen)
            total = max(total, Fraction(lower)) if lower else total
            total = min(total, Fraction(upper)) if upper else total
            assert score(made, "".join(chosen)) == total


# -- writing a text -------------------------------------------------------------------------------


@BOTH
def test_a_text_has_its_accepted_answers(version: str) -> None:
    declared = answer(
        "Saturn", kind="string",
        mapping=mapping({"Saturn": "1", "the planet Saturn": "1", "Jupiter": "0.5"}),
    )  # fmt: skip
    line, made = look_at(an_item(entry("It has rings:"), declared, MAPPED), version)
    assert made is not None
    assert (made.kind, made.key) == (ItemKind.SHORT_TEXT, ("Saturn", "the planet Saturn"))
    assert made.prompt == "It has rings: ____"
    assert line.notes == ("Answers that gave part of the points give none here: Jupiter.",)


def test_questions_that_ignore_case_have_no_note_about_it() -> None:
    entries = '<mapping><mapEntry mapKey="york" mappedValue="1" caseSensitive="false"/></mapping>'
    line, made = look_at(an_item(entry(), answer(kind="string", mapping=entries), MAPPED))
    assert made is not None
    assert made.key == ("york",)
    assert not line.notes


def test_spellings_that_our_items_take_for_one_are_one_answer() -> None:
    declared = answer(kind="string", mapping=mapping({"York": "1", "york": "1", "YORK": "1"}))
    assert import_item(an_item(entry(), declared, MAPPED)).key == ("York",)


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (write_rules(f"<patternMatch pattern='.*'>{GIVEN}</patternMatch>"), "response_processing"),
        (write_rules(f"<stringMatch substring='true' caseSensitive='false'>{GIVEN}"
                "<baseValue baseType='string'>x</baseValue></stringMatch>"), "response_processing"),
        (write_rules(f"<not><isNull>{GIVEN}</isNull></not>"), "any_answer"),
        (write_rules("<customOperator class='org.example.Grade'/>"), "response_processing"),
        ("<responseProcessing template='http://example.org/own.xml'/>", "response_processing"),
    ],
)  # fmt: skip
def test_rules_beyond_a_list_of_answers_are_not_imported(rules: str, code: str) -> None:
    assert why_not(an_item(entry(), answer("x", kind="string"), rules)) == code


def test_a_rule_that_matters_only_to_feedback_does_no_harm() -> None:
    rules = (
        "<responseProcessing><setOutcomeValue identifier='FEEDBACK'><customOperator class='x'/>"
        f"</setOutcomeValue>{write_rules(f'<match>{GIVEN}{RIGHT}</match>')[20:]}"
    )
    assert import_item(an_item(entry(), answer("x", kind="string"), rules)).key == ("x",)


# -- writing a number -----------------------------------------------------------------------------


def equal(tolerance: str, mode: str = "absolute", **changes: str) -> str:
    more = "".join(f' {name}="{value}"' for name, value in changes.items())
    tolerated = f' tolerance="{tolerance}"' if tolerance else ""
    return write_rules(f'<equal toleranceMode="{mode}"{tolerated}{more}>{GIVEN}{RIGHT}</equal>')


@BOTH
@pytest.mark.parametrize(
    ("rules", "key", "tolerance"),
    [
        (f'<responseProcessing template="{MATCH_CORRECT}"/>', "3.14", ""),
        (equal("0.01"), "3.14", "0.01"),
        (equal("0.01 0.01"), "3.14", "0.01"),
        (equal("", "exact"), "3.14", ""),
        (equal("0.01 0.03"), "3.13", "0.02"),
    ],
)
def test_a_number_has_its_tolerance(version: str, rules: str, key: str, tolerance: str) -> None:
    made = import_item(an_item(entry(), answer("3.14", kind="float"), rules), version)
    assert (made.kind, made.key, made.tolerance) == (ItemKind.NUMERIC, (key,), tolerance)


def test_a_range_of_numbers_is_a_middle_and_a_tolerance() -> None:
    low = f"<gte>{GIVEN}<baseValue baseType='float'>9.5</baseValue></gte>"
    high = f"<lte>{GIVEN}<baseValue baseType='float'>10.5</baseValue></lte>"
    made = import_item(
        an_item(entry(), answer("10", kind="float"), write_rules(f"<and>{low}{high}</and>"))
    )
    assert (made.key, made.tolerance) == (("10",), "0.5")


def test_a_percentage_is_a_tolerance_where_it_can_be_written() -> None:
    rules = write_rules(f'<equal toleranceMode="relative" tolerance="10">{RIGHT}{GIVEN}</equal>')
    made = import_item(an_item(entry(), answer("50", kind="float"), rules))
    assert (made.key, made.tolerance) == (("50",), "5")
    backwards = equal("10", "relative")
    assert why_not(an_item(entry(), answer("50", kind="float"), backwards)) == "range"


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (equal("0.5", includeUpperBound="false"), "range"),
        (write_rules(f"<gt>{GIVEN}<baseValue baseType='float'>3</baseValue></gt>"), "range"),
        (write_rules(f"<gt><product>{GIVEN}{GIVEN}</product>"
                     "<baseValue baseType='float'>3</baseValue></gt>"), "response_processing"),
        (write_rules(f"<equal toleranceMode='absolute' tolerance='{{T}}'>{GIVEN}{RIGHT}</equal>"),
         "response_processing"),
        (write_rules(f"<or><match>{GIVEN}<baseValue baseType='float'>1</baseValue></match>"
                f"<match>{GIVEN}<baseValue baseType='float'>2</baseValue></match></or>"), "range"),
    ],
)  # fmt: skip
def test_numbers_outside_a_closed_range_are_not_imported(rules: str, code: str) -> None:
    assert why_not(an_item(entry(), answer("3", kind="float"), rules)) == code


def test_a_whole_number_mapped_is_a_number() -> None:
    declared = answer(kind="integer", mapping=mapping({"28": "2"}))
    made = import_item(an_item(entry(), declared, MAPPED))
    assert (made.key, made.points, made.tolerance) == (("28",), "2", "")


@settings(max_examples=60, deadline=None)
@given(
    right=st.decimals(-50, 50, places=2),
    off=st.lists(st.decimals(0, 5, places=2), min_size=1, max_size=2),
    response=st.decimals(-60, 60, places=3),
)
def test_every_number_scores_as_it_did(right: object, off: list[object], response: object) -> None:
    rules = equal(" ".join(map(str, off)))
    made = import_item(an_item(entry(), answer(str(right), kind="float"), rules))
    given_, correct = Fraction(str(response)), Fraction(str(right))
    low, high = Fraction(str(off[0])), Fraction(str(off[-1]))
    expected = given_ - low <= correct <= given_ + high
    assert (score(made, str(response)) > 0) == expected


# -- what stays outside ---------------------------------------------------------------------------


@BOTH
def test_a_text_to_write_is_scored_by_hand(version: str) -> None:
    body = (
        "<extendedTextInteraction responseIdentifier='RESPONSE'><prompt>Explain.</prompt>"
        "</extendedTextInteraction>"
    )
    line, made = look_at(an_item(body, answer(kind="string"), "", score=worth("6")), version)
    assert made is not None
    assert (made.kind, made.prompt, made.points) == (ItemKind.POINTS, "Explain.", "6")
    assert any("by hand" in note for note in line.notes)


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (a_choice(adaptive="true"), "adaptive"),
        (a_choice(head="<templateDeclaration identifier='N'/>"), "templates"),
        (a_choice(head="<assessmentStimulusRef identifier='S' href='s.xml'/>"), "shared_stimulus"),
        (an_item("<p>Put in order.</p><orderInteraction responseIdentifier='RESPONSE'/>",
                 answer(cardinality="ordered")), "interaction"),
        (an_item("<p>Click.</p><hotspotInteraction responseIdentifier='RESPONSE'/>", answer("A")),
         "interaction"),
        (an_item("<p>Match.</p><matchInteraction responseIdentifier='RESPONSE'/>", answer("A")),
         "interaction"),
        (an_item(entry() + entry(), answer("x", kind="string")), "several_questions"),
        (an_item("<p>Read this.</p>"), "nothing_asked"),
        (an_item(choices("1", "2", prompt=""), answer("A")), "nothing_asked"),
        (an_item(choices("1", "2")), "no_key"),
        (an_item(choices("1", "2"), answer()), "no_key"),
        (an_item(choices("1", "2"), answer("Z")), "no_key"),
        (an_item(choices("1"), answer("A")), "choices"),
        (an_item(choices(*map(str, range(30))), answer("A")), "choices"),
        (an_item(choices("1", ""), answer("A")), "choices"),
        (an_item(choices("1", "x" * 501), answer("A")), "too_long"),
        (an_item(choices("1", "2", prompt="long " * 3000), answer("A")), "too_long"),
        (an_item(entry(), answer("x", kind="pair")), "interaction"),
        (an_item(entry(), answer("NaN", kind="float")), "not_a_number"),
        (an_item(entry(), answer("1e99999999", kind="float")), "not_a_number"),
    ],
)  # fmt: skip
@BOTH
def test_questions_outside_our_kinds_are_named(version: str, item: str, code: str) -> None:
    assert why_not(item, version) == code


def test_endless_rules_come_to_an_end() -> None:
    many = "".join(
        f"<responseCondition><responseIf><match>{GIVEN}{RIGHT}</match>"
        "<setOutcomeValue identifier='SCORE'><baseValue baseType='float'>1</baseValue>"
        "</setOutcomeValue></responseIf></responseCondition>" for _ in range(3000)
    )  # fmt: skip
    declared = answer("A", cardinality="multiple")
    item = an_item(choices(*"0123456789", most=0), declared,
                   f"<responseProcessing>{many}</responseProcessing>")  # fmt: skip
    assert why_not(item) == "response_processing"
