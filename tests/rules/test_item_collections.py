"""`make collections`: imported questions score every response as their own rules do.

The evaluator shares nothing with the importer, so what both say is not one mistake made twice.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from chalicelib.assessments.items import Item
from chalicelib.item_imports.reading import read
from tests.item_collections.__main__ import OWN, main
from tests.item_collections.comparison import Compared, compare
from tests.item_collections.evaluator import NotEvaluated, Question, parse
from tests.item_collections.looking import Found, look
from tests.support.packages import sample_data
from tests.support.questions import (
    GIVEN,
    MAP_RESPONSE,
    RIGHT,
    a_choice,
    a_package,
    an_item,
    answer,
    as_qti3,
    choices,
    entry,
    in_version,
    manifest,
    mapping,
    write_rules,
    zip_members,
)

MAPPED = f'<responseProcessing template="{MAP_RESPONSE}"/>'
VERSIONS = st.sampled_from(["2.0", "2.1", "2.2", "3.0"])


def compare_changed(item: str, **changes: object) -> Compared:
    """Compare a question with its import, changed."""
    report = read(item.encode())
    assert report.items, report.lines[0].reason
    made = Item.model_validate({**report.items[0].model_dump(), **changes})
    return compare(Question(parse(item.encode())), made, report.lines[0].notes)


def same_if_imported(item: str) -> None:
    report = read(item.encode())
    if report.items:
        found = compare(Question(parse(item.encode())), report.items[0], report.lines[0].notes)
        assert not found.differences, item
        assert found.tried


def different(folder: Path) -> dict[str, tuple[str, ...]]:
    seen = list(look(folder))
    assert any(each.compared and each.compared.tried for each in seen)
    return {
        f"{each.package} {each.line.file}": each.compared.differences
        for each in seen
        if each.compared and each.compared.differences
    }


# -- folders --------------------------------------------------------------------------------------


def test_our_own_packages_score_the_same() -> None:
    assert different(OWN) == {}


def test_the_sample_packages_score_the_same() -> None:
    assert different(sample_data() / "qti") == {}


def test_our_own_packages_show_every_verdict() -> None:
    found: list[Found] = list(look(OWN))
    assert {str(each.line.outcome) for each in found} == {"imported", "unsupported", "refused"}
    kinds = {each.line.kind for each in found}
    assert {"single_choice", "multiple_choice", "true_false", "numeric", "short_text"} <= kinds
    assert {each.package.rpartition("-")[2][:3] for each in found} == {"2.1", "2.2", "3.0"}


def test_the_table_says_verdicts_reasons_and_scores(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(OWN, Console(width=200)) == 0
    output = capsys.readouterr().out
    for said in ("animals-2.2", "choices_alike", "file_missing", "max_choices_absent",
                 "same for 15 responses", "not compared: points are given by hand",
                 "0 different"):  # fmt: skip
        assert said in output


def test_zips_questions_and_unpacked_packages_are_found(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.zip").write_bytes(a_package(a_choice(name="Z"), version="2.2"))
    (tmp_path / "b.xml").write_text(a_choice(name="X"))
    (tmp_path / "open").mkdir()
    listed = manifest('<resource identifier="R" type="imsqti_item_xmlv2p2" href="q.xml"/>')
    (tmp_path / "open" / "imsmanifest.xml").write_text(listed)
    (tmp_path / "open" / "q.xml").write_text(a_choice(name="O"))
    assert [each.line.identifier for each in look(tmp_path)] == ["X", "Z", "O"]


def test_a_folder_without_packages_and_one_that_cannot_be_read_say_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(tmp_path, Console(width=200)) == 1
    (tmp_path / "bad.zip").write_bytes(b"no zip")
    assert main(tmp_path, Console(width=200)) == 0
    output = capsys.readouterr().out
    assert "There are no packages" in output
    assert "not_a_package" in output


def test_included_parts_of_a_question_are_evaluated_with_it(tmp_path: Path) -> None:
    rules = (
        f"<responseProcessing><responseCondition><responseIf><match>{GIVEN}{RIGHT}</match>"
        "<setOutcomeValue identifier='SCORE'><baseValue baseType='float'>2</baseValue>"
        "</setOutcomeValue></responseIf></responseCondition></responseProcessing>"
    )
    item = an_item(choices("x", "y"), answer("B"), "<include href='../rules.xml'/>")
    listed = manifest('<resource identifier="R" type="imsqti_item_xmlv2p2" href="i/q.xml"/>')
    (tmp_path / "p.zip").write_bytes(
        zip_members({"imsmanifest.xml": listed, "i/q.xml": item, "rules.xml": rules})
    )
    (found,) = look(tmp_path)
    assert found.compared == Compared(tried=2)


# -- it would find a mistake ----------------------------------------------------------------------

TWO = an_item(choices("2", "4", "5", most=0), answer("A", "B", cardinality="multiple"))
HALF_OFF = f'<equal toleranceMode="absolute" tolerance="0.5">{GIVEN}{RIGHT}</equal>'
FREEZING = an_item(entry(), answer("32", kind="float"), write_rules(HALF_OFF))
WORDS = an_item(entry(), answer("fall", "autumn", kind="string"))
CREDIT = an_item(
    choices("2", "4", "5", most=0),
    answer(cardinality="multiple", mapping=mapping({"A": "1", "B": "1", "C": "0"})), MAPPED,
)  # fmt: skip


@pytest.mark.parametrize(
    ("item", "changes"),
    [
        (a_choice(), {"key": ("B",)}),
        (an_item(choices("true", "false"), answer("A")), {"key": ("false",)}),
        (TWO, {"key": ("A",)}),
        (TWO, {"scoring": "partial"}),
        (FREEZING, {"tolerance": "0.4"}),
        (FREEZING, {"tolerance": "0.501"}),
        (FREEZING, {"key": ("32.5",)}),
        (WORDS, {"key": ("fall",)}),
        (WORDS, {"key": ("fall", "autumn", "nobody writes this down")}),
        (CREDIT, {"key": ("A=1", "B=1", "AB", "AC=1", "BC=1")}),
    ],
)
def test_an_item_with_a_different_score_is_found(item: str, changes: dict[str, object]) -> None:
    assert not compare_changed(item).differences
    assert compare_changed(item, **changes).differences


def test_a_difference_with_a_note_is_fine_and_one_without_is_found() -> None:
    item = in_version(
        an_item(entry(), answer("Nile", kind="string", mapping=mapping({"Nile": "2", "nile": "1"})),
                MAPPED), "2.1",
    )  # fmt: skip
    report = read(item.encode())
    question = Question(parse(item.encode()))
    assert not compare(question, report.items[0], report.lines[0].notes).differences
    assert len(compare(question, report.items[0], ()).differences) >= 2


def test_rules_that_the_evaluator_does_not_know_are_never_guessed() -> None:
    item = an_item(entry(), answer("x", kind="string"),
                   write_rules(f"<patternMatch pattern='x'>{GIVEN}</patternMatch>"))  # fmt: skip
    with pytest.raises(NotEvaluated, match="patternMatch"):
        Question(parse(item.encode())).score("x")


# -- invented questions, by the hundred -----------------------------------------------------------

POINTS = st.sampled_from(["-1", "-0.5", "0", "0.5", "1", "2"])
NAMES = "ABCDE"


@settings(max_examples=150, deadline=None)
@given(
    version=VERSIONS,
    right=st.sets(st.sampled_from(NAMES[:4])),
    worths=st.dictionaries(st.sampled_from(NAMES[:4]), POINTS),
    bounds=st.fixed_dictionaries(
        {}, optional={"lowerBound": st.just("0"), "upperBound": st.sampled_from(["0", "1", "2"]),
                      "defaultValue": POINTS},
    ),
    most=st.sampled_from([None, 0, 1, 2, 3]),
    cardinality=st.sampled_from(["single", "multiple"]),
    rules=st.sampled_from(["", MAPPED, None, "<responseProcessing/>"]),
)  # fmt: skip
def test_whatever_choices_are_imported_score_the_same(
    version: str, right: set[str], worths: dict[str, str], bounds: dict[str, str],
    most: int | None, cardinality: str, rules: str | None,
) -> None:  # fmt: skip
    mapped = mapping(worths, **bounds) if worths else ""
    declared = answer(*sorted(right), cardinality=cardinality, mapping=mapped)
    body = choices("one", "two", "three", "four", most=most)
    item = an_item(body, declared, *([] if rules is None else [rules]))
    same_if_imported(in_version(item, version))


WRITTEN = st.sampled_from(["Nile", "nile", "NILE", "Niger", "the Nile"])


@settings(max_examples=100, deadline=None)
@given(
    version=VERSIONS,
    right=st.lists(WRITTEN, max_size=3),
    worths=st.dictionaries(WRITTEN, st.sampled_from(["0", "0.5", "1"]), max_size=4),
    rules=st.sampled_from(["", MAPPED, None, write_rules(f"<match>{GIVEN}{RIGHT}</match>", "2")]),
)
def test_whatever_texts_are_imported_score_the_same(
    version: str, right: list[str], worths: dict[str, str], rules: str | None
) -> None:
    declared = answer(*right, kind="string", mapping=mapping(worths) if worths else "")
    item = an_item(entry(), declared, *([] if rules is None else [rules]))
    same_if_imported(in_version(item, version))


def write_comparison(name: str, value: int) -> str:
    return f"<{name}>{GIVEN}<baseValue baseType='float'>{value}</baseValue></{name}>"


LIMITS = st.tuples(st.sampled_from(["lt", "lte", "gt", "gte", "equal", "match"]),
                   st.integers(-3, 3))  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    version=VERSIONS, limits=st.lists(LIMITS, min_size=1, max_size=3),
    how=st.sampled_from(["and", "or", "not"]), right=st.integers(-3, 3) | st.none(),
)  # fmt: skip
def test_whatever_numbers_are_imported_score_the_same(
    version: str, limits: list[tuple[str, int]], how: str, right: int | None
) -> None:
    tests = "".join(write_comparison(*each) for each in limits[: 1 if how == "not" else 3])
    declared = answer(*([] if right is None else [str(right)]), kind="float")
    same_if_imported(
        in_version(an_item(entry(), declared, write_rules(f"<{how}>{tests}</{how}>")), version)
    )


def test_qti_3_is_evaluated_as_qti_2_is() -> None:
    item = parse(as_qti3(TWO).encode())
    assert Question(item).score(frozenset("AB")) == 1
    assert Question(item).score(frozenset("A")) == 0
