"""The right answers: every declared value is kept, or the question is not imported and says why."""

from __future__ import annotations

import pytest

from chalicelib.assessments.items import Item, ItemKind, Scoring
from chalicelib.assessments.scoring import score
from chalicelib.item_imports.model import QuestionLine
from chalicelib.item_imports.reading import read
from tests.support.questions import (
    GIVEN,
    MAP_RESPONSE,
    RIGHT,
    an_item,
    answer,
    choices,
    entry,
    in_version,
    mapping,
    worth,
    write_rules,
)

MAPPED = f'<responseProcessing template="{MAP_RESPONSE}"/>'
MATCHED = f"<match>{GIVEN}{RIGHT}</match>"
VERSIONS = ("2.0", "2.1", "2.2", "3.0")
ALL = pytest.mark.parametrize("version", VERSIONS)


def look_at(item: str, version: str = "2.2") -> tuple[QuestionLine, Item | None]:
    report = read(in_version(item, version).encode())
    assert not report.code, report.reason
    (line,) = report.lines
    return line, report.items[0] if report.items else None


def import_item(item: str, version: str = "2.2") -> tuple[Item, tuple[str, ...]]:
    line, made = look_at(item, version)
    assert made is not None, f"{line.code}: {line.reason}"
    return made, line.notes


def why_not(item: str, version: str = "2.2") -> tuple[str, str]:
    line, made = look_at(item, version)
    assert made is None, made
    return line.code, line.reason


# -- several right values -------------------------------------------------------------------------


@ALL
@pytest.mark.parametrize("rules", [None, write_rules(MATCHED)])
def test_every_text_that_is_declared_right_is_accepted(version: str, rules: str | None) -> None:
    declared = answer("creek", "brook", "stream", kind="string")
    item = an_item(entry("A small river:"), declared, *([rules] if rules else []))
    made, _ = import_item(item, version)
    assert made.key == ("creek", "brook", "stream")
    assert [score(made, each) for each in ("creek", "stream", "lake")] == [1, 1, 0]


@ALL
def test_a_choice_of_one_with_two_right_ones_is_not_imported(version: str) -> None:
    item = an_item(choices("oak", "elm", "moss"), answer("A", "B"))
    code, reason = why_not(item, version)
    assert code == "several_right"
    assert "only one" in reason


@ALL
def test_two_right_numbers_are_not_imported(version: str) -> None:
    assert why_not(an_item(entry(), answer("4", "-4", kind="integer")), version)[0] == "range"


def test_a_doubled_right_value_is_one() -> None:
    assert import_item(an_item(choices("oak", "elm"), answer("B", "B")))[0].key == ("B",)


# -- how many choices may be given ----------------------------------------------------------------

PRIMES = choices("2", "4", "5", "9", prompt="Which are prime?", most=None)
TWO_RIGHT = answer("A", "C", cardinality="multiple")


@pytest.mark.parametrize("rules", ["", None])
def test_without_a_number_of_choices_qti_2_1_lets_any_number_be_given(rules: str | None) -> None:
    item = an_item(PRIMES, TWO_RIGHT, *([] if rules is None else [rules]))
    made, _ = import_item(item, "2.1")
    assert (made.kind, made.key, made.scoring) == (
        ItemKind.MULTIPLE_CHOICE, ("A", "C"), Scoring.ALL_OR_NOTHING,
    )  # fmt: skip


def test_all_that_is_declared_right_earns_all_points_in_qti_2_1() -> None:
    declared = answer(
        "A", "C", cardinality="multiple",
        mapping=mapping({"A": "1", "C": "1", "D": "-1"}, defaultValue="-2", lowerBound="0"),
    )  # fmt: skip
    made, _ = import_item(an_item(PRIMES, declared, MAPPED), "2.1")
    assert [score(made, each) for each in ("AC", "A", "AB", "ACD")] == [2, 1, 0, 1]


@pytest.mark.parametrize(("version", "means"), [("2.2", "one"), ("3.0", "one"), ("2.0", "nothing"),
                                                ("", "nothing")])  # fmt: skip
@pytest.mark.parametrize("declared", [
    TWO_RIGHT,
    answer(cardinality="multiple", mapping=mapping({"A": "1", "C": "1"})),
])  # fmt: skip
def test_elsewhere_the_missing_number_is_the_reason(
    version: str, means: str, declared: str
) -> None:
    code, reason = why_not(an_item(PRIMES, declared, MAPPED if "map" in declared else ""), version)
    assert code == "max_choices_absent"
    assert "maxChoices" in reason
    assert f"means {means}" in reason


@ALL
def test_one_right_choice_needs_no_number(version: str) -> None:
    item = an_item(choices("2", "4", most=None), answer("A", cardinality="multiple"))
    assert import_item(item, version)[0].key == ("A",)


@ALL
def test_a_key_of_more_choices_than_may_be_given_is_named(version: str) -> None:
    item = an_item(choices("2", "4", "5", most=1), answer("A", "C", cardinality="multiple"))
    code, reason = why_not(item, version)
    assert (code, "2 choices" in reason, "at most 1" in reason) == ("key_contradicts", True, True)


@ALL
def test_a_gap_holds_one_choice_whatever_its_response_could(version: str) -> None:
    body = (
        "<p>A half is <inlineChoiceInteraction responseIdentifier='RESPONSE'><inlineChoice"
        " identifier='A'>more</inlineChoice><inlineChoice identifier='B'>less</inlineChoice>"
        "</inlineChoiceInteraction>.</p>"
    )
    item = an_item(body, answer("A", "B", cardinality="multiple"))
    assert why_not(item, version)[0] == "key_contradicts"


# -- empty values ---------------------------------------------------------------------------------


def outcome(name: str, inner: str) -> str:
    return (
        f'<outcomeDeclaration identifier="{name}" cardinality="single" baseType="float">'
        f"{inner}</outcomeDeclaration>"
    )


@ALL
@pytest.mark.parametrize("inner", [
    "<defaultValue><value></value></defaultValue>", "<defaultValue><value> </value></defaultValue>",
    "<defaultValue><value/></defaultValue>", "<defaultValue/>", "",
])  # fmt: skip
def test_an_empty_outcome_is_worth_what_the_rules_give(version: str, inner: str) -> None:
    for name in ("MAXSCORE", "PASSED"):
        item = an_item(choices("x", "y"), answer("A"), score=outcome("SCORE", inner)
                       + outcome(name, inner))  # fmt: skip
        made, _ = import_item(item, version)
        assert (made.key, made.points) == (("A",), "1")


def test_a_template_that_gives_an_empty_outcome_says_what_it_is_worth() -> None:
    rules = '<responseProcessing template="https://example.org/rptemplates/CC2_match_basic.xml"/>'
    item = an_item(choices("x", "y"), answer("B"), rules, score=worth(""))
    made, notes = import_item(item)
    assert (made.key, made.points) == (("B",), "1")
    assert notes == ("It does not say how many points it is worth.",)


@ALL
def test_an_empty_value_in_a_rule_is_none(version: str) -> None:
    reset = (
        "<setOutcomeValue identifier='SCORE'><baseValue baseType='float'/></setOutcomeValue>"
        f"<responseCondition><responseIf>{MATCHED}<setOutcomeValue identifier='SCORE'>"
        "<baseValue baseType='float'>2</baseValue></setOutcomeValue></responseIf>"
        "</responseCondition>"
    )
    item = an_item(
        choices("x", "y"), answer("B"), f"<responseProcessing>{reset}</responseProcessing>"
    )
    made, _ = import_item(item, version)
    assert (made.key, made.points) == (("B",), "2")


@ALL
def test_an_empty_right_answer_is_none(version: str) -> None:
    assert why_not(an_item(choices("x", "y"), answer("")), version)[0] == "no_key"
    assert why_not(an_item(entry(), answer("", kind="float")), version)[0] == "no_key"


# -- rules and mappings without points ------------------------------------------------------------

ZEROS = mapping({"A": "0", "B": "0"}, defaultValue="-0")
FEEDBACK = (
    "<setOutcomeValue identifier='FEEDBACK'><baseValue baseType='identifier'>good</baseValue>"
    "</setOutcomeValue>"
)


def rules(then: str) -> str:
    return (
        f"<responseProcessing><responseCondition><responseIf>{MATCHED}{then}</responseIf>"
        "</responseCondition></responseProcessing>"
    )


@ALL
@pytest.mark.parametrize(("declared", "processing", "said"), [
    (answer("B", mapping=ZEROS), "", "nor does its mapping"),
    (answer("B", mapping=ZEROS), MAPPED, "Its mapping gives no points"),
    (answer("B"), rules(""), "set no points"),
    (answer("B"), rules(FEEDBACK), "set no points"),
    (answer("B", mapping=ZEROS), rules(""), "set no points, nor does its mapping"),
])  # fmt: skip
def test_rules_without_points_leave_the_decision_to_the_declared_answer(
    version: str, declared: str, processing: str, said: str
) -> None:
    made, notes = import_item(an_item(choices("x", "y"), declared, processing), version)
    assert (made.key, made.points) == (("B",), "1")
    assert any(said in note for note in notes)


@ALL
@pytest.mark.parametrize("processing", ["", MAPPED])
def test_a_mapping_of_zeros_alone_says_nothing(version: str, processing: str) -> None:
    declared = answer(mapping=ZEROS)
    assert why_not(an_item(choices("x", "y"), declared, processing), version)[0] == "no_key"


@ALL
def test_rules_that_give_a_known_answer_nothing_say_so(version: str) -> None:
    code, reason = why_not(
        an_item(choices("x", "y"), answer("B"), write_rules(MATCHED, "0")), version
    )
    assert code == "no_key"
    assert "declares which answer is correct" in reason


@ALL
def test_points_of_another_outcome_are_named(version: str) -> None:
    processing = write_rules(MATCHED).replace('"SCORE"', '"GRADE"')
    both = outcome("SCORE", "") + outcome("GRADE", "")
    item = an_item(choices("x", "y"), answer("B"), processing, score=both)
    code, reason = why_not(item, version)
    assert code == "other_outcome"
    assert "GRADE" in reason


def test_the_note_has_the_true_origin_of_the_points() -> None:
    declared = answer("A", mapping=mapping({"A": "3"}))
    made, notes = import_item(an_item(choices("x", "y"), declared, ""))
    assert (made.points, notes) == ("3", ("It has no scoring rules: its mapping decides.",))


# -- contradictions -------------------------------------------------------------------------------


@ALL
@pytest.mark.parametrize("processing", [MAPPED, "", None])
def test_a_key_that_its_mapping_puts_below_another_is_not_imported(
    version: str, processing: str | None
) -> None:
    declared = answer("A", mapping=mapping({"A": "0", "B": "1"}))
    item = an_item(choices("x", "y"), declared, *([] if processing is None else [processing]))
    code, reason = why_not(item, version)
    assert code == "key_contradicts"
    assert "declared correct" in reason


@pytest.mark.parametrize("declared", [
    answer("A", cardinality="multiple", mapping=mapping({"A": "1", "B": "1"})),
    answer("A", "B", cardinality="multiple", mapping=mapping({"A": "1", "B": "-1"})),
    answer("C", "D", cardinality="multiple", mapping=mapping({"A": "1", "B": "1"})),
])  # fmt: skip
def test_so_is_a_set_that_its_mapping_does_not_prefer(declared: str) -> None:
    few = an_item(choices("p", "q", "r", "s", most=0), declared)
    assert why_not(few)[0] == "key_contradicts"
    many = an_item(choices(*"abcdefghijkl", most=0), declared)
    assert why_not(many)[0] == "key_contradicts"


@ALL
def test_so_is_a_text_that_its_mapping_does_not_accept(version: str) -> None:
    declared = answer("creek", kind="string", mapping=mapping({"brook": "1"}))
    assert why_not(an_item(entry(), declared, MAPPED), version)[0] == "key_contradicts"
    both = answer("creek", "brook", kind="string", mapping=mapping({"brook": "1"}))
    assert why_not(an_item(entry(), both, MAPPED), version)[0] == "key_contradicts"


@ALL
def test_so_is_a_number(version: str) -> None:
    declared = answer("12", kind="integer", mapping=mapping({"21": "1"}))
    assert why_not(an_item(entry(), declared, MAPPED), version)[0] == "key_contradicts"


@ALL
def test_so_are_rules_of_its_own(version: str) -> None:
    other = f"<match>{GIVEN}<baseValue baseType='identifier'>B</baseValue></match>"
    item = an_item(choices("x", "y"), answer("A"), write_rules(other))
    assert why_not(item, version)[0] == "key_contradicts"


def test_an_answer_mapped_to_two_worths_is_named() -> None:
    twice = '<mapping><mapEntry mapKey="A" mappedValue="1"/><mapEntry mapKey="A" mappedValue="0"/>'
    code, reason = why_not(an_item(choices("x", "y"), answer(mapping=f"{twice}</mapping>"), MAPPED))
    assert (code, "'A'" in reason) == ("key_contradicts", True)


def test_a_key_that_agrees_with_its_mapping_is_imported() -> None:
    declared = answer(
        "A", "B", cardinality="multiple",
        mapping=mapping({"A": "0.5", "B": "0.5", "C": "-1"}, lowerBound="0"),
    )  # fmt: skip
    assert import_item(an_item(choices("p", "q", "r", most=0), declared, MAPPED))[0].points == "1"


# -- capital letters ------------------------------------------------------------------------------

MATTERED = "Capital and small letters mattered; here they do not."


@pytest.mark.parametrize(
    ("version", "said", "mattered"),
    [("2.0", "", True), ("2.1", "", True), ("2.2", "", False), ("3.0", "", False),
     ("", "", True), ("2.1", "false", False), ("2.2", "true", True), ("3.0", "1", True),
     ("2.1", "0", False)],
)  # fmt: skip
def test_whether_capitals_mattered_is_as_the_version_has_it(
    version: str, said: str, mattered: bool
) -> None:
    attribute = f' caseSensitive="{said}"' if said else ""
    mapped = f'<mapping><mapEntry mapKey="Nile" mappedValue="1"{attribute}/></mapping>'
    made, notes = import_item(
        an_item(entry(), answer(kind="string", mapping=mapped), MAPPED), version
    )
    assert made.key == ("Nile",)
    assert (MATTERED in notes) == mattered


@ALL
def test_a_spelling_that_gains_from_half_to_all_has_a_note(version: str) -> None:
    declared = answer(
        "Nile", kind="string", mapping=mapping({"Nile": "1", "nile": "0.5", "Niger": "0.25"})
    )
    made, notes = import_item(an_item(entry(), declared, MAPPED), version)
    assert [score(made, each) for each in ("nile", "Niger")] == [1, 0]
    assert "Answers that gave part of the points give all of them here: nile." in notes
    assert "Answers that gave part of the points give none here: Niger." in notes
