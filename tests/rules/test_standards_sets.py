"""How a framework becomes sets, and how sets live through new editions of it."""

from __future__ import annotations

import random
from typing import Any

import pytest

from chalicelib.errors import Invalid
from chalicelib.findings.model import Verdict
from chalicelib.standards.checking import MOST_IN_SET, StandardsReport
from chalicelib.standards.diff import StandardsChange
from chalicelib.standards.grades import Band
from chalicelib.standards.model import StandardPlace, StandardsSet, TreeRow
from chalicelib.standards.sets import MOST_SETS, Drawer, set_id
from tests.support.frameworks import (
    a_package,
    an_item,
    check,
    codes,
    judge,
    sample,
    under,
    with_items,
)

MATH, READING = "little.math.3", "little.reading.4"


def sets(report: StandardsReport) -> dict[str, StandardsSet]:
    return {one.id: one for one in report.sets}


def again(package: Any, before: StandardsReport, **options: Any) -> StandardsReport:
    """Check a package against what an earlier one left."""
    import json

    return check(json.dumps(package).encode(), lambda _: sets(before), **options)


# -- which sets there are -----------------------------------------------------------------------


def test_a_set_is_a_subject_and_a_grade_band() -> None:
    found = sets(judge(a_package()))
    assert {i: (s.subject, s.band.label) for i, s in found.items()} == {
        MATH: ("Math", "3"),
        READING: ("Reading", "4"),
    }
    assert found[MATH].name == "Little Framework: Math, grade 3"


def test_grade_and_subject_come_from_the_nearest_heading_above() -> None:
    item = an_item("deep", educationLevel=None, subject=None)
    found = sets(judge(with_items(item, links=(under("deep", "one"),))))
    assert "DEEP" in found[MATH].codes(found[MATH].active)


def test_a_standard_of_several_subjects_is_in_the_set_of_each() -> None:
    item = an_item("graph", subject=["Math", "Science"])
    found = sets(judge(with_items(item, links=(under("graph", "count"),))))
    assert [i for i, s in found.items() if "GRAPH" in s.codes(s.active)] == [
        MATH,
        "little.science.3",
    ]


def test_the_documents_subject_serves_when_no_standard_names_one() -> None:
    document = {"identifier": "little", "title": "L", "subject": "Art"}
    items = [an_item("x", educationLevel="1")]
    found = judge(
        a_package(CFDocument=document, CFItems=items, CFAssociations=[under("x", "little")])
    )
    assert [one.id for one in found.sets] == ["little.art.1"]


def test_subjects_spelled_with_other_capitals_and_spaces_are_one() -> None:
    items = (an_item("x", subject="math"), an_item("y", subject=" MATH "))
    found = judge(with_items(*items, links=(under("x", "count"), under("y", "count"))))
    assert [one.id for one in found.sets] == [MATH, READING]


def test_subjects_that_would_look_alike_in_an_address_stay_distinct() -> None:
    names = {set_id("f", Drawer(s, Band(("03",)))) for s in ("A+B", "A-B", "A B", "数学", "语文")}
    assert len(names) == 5
    assert all(name.isascii() for name in names)


def test_grades_that_would_look_alike_in_an_address_stay_distinct() -> None:
    items = (an_item("x", educationLevel=["Year One"]), an_item("y", educationLevel=["Year-One"]))
    found = judge(with_items(*items, links=(under("x", "count"), under("y", "count"))))
    assert found.counts["sets"] == 4


def test_headings_are_shown_and_cannot_be_selected() -> None:
    rows = sets(judge(a_package()))[MATH].rows
    assert [(row.code, row.level, row.position) for row in rows] == [
        ("COUNT", 0, None),
        ("ONE", 1, 0),
        ("TWO", 1, 1),
    ]


def test_a_standard_with_parts_can_be_selected_itself() -> None:
    found = sets(judge(with_items(an_item("part"), links=(under("part", "one"),))))[MATH]
    assert found.codes(found.active) == ["ONE", "PART", "TWO"]


@pytest.mark.parametrize(
    "kind", ["Clarification", "Clarification Statement", "Stem", "Rubric", "Example", "EXAMPLES"]
)
def test_an_explanation_of_a_standard_cannot_be_selected_and_makes_no_heading(kind: str) -> None:
    parts = (
        an_item("why", CFItemType=kind), an_item("below", CFItemType="Standard"),
        an_item("aim", CFItemType="Learning Aim"), an_item("how", CFItemType=kind),
    )  # fmt: skip
    links = (under("why", "one"), under("below", "why"), under("aim", "count"), under("how", "aim"))
    math = sets(judge(with_items(*parts, links=links)))[MATH]
    assert set(math.codes(math.active)) == {"ONE", "TWO", "AIM"}


@pytest.mark.parametrize("kind", ["Performance Expectation", "Target", "Process Standard"])
def test_an_expectation_with_parts_can_be_selected_itself(kind: str) -> None:
    parts = (an_item("aim", CFItemType=kind), an_item("part", CFItemType="Element"))
    links = (under("aim", "count"), under("part", "aim"))
    math = sets(judge(with_items(*parts, links=links)))[MATH]
    assert {"AIM", "PART"} <= set(math.codes(math.active))


def test_a_practice_for_many_grades_can_be_selected_in_each_of_them() -> None:
    practice = an_item("habit", subject=["Math"], educationLevel=["KG", "01", "02", "03", "04"])
    found = sets(judge(with_items(practice, links=(under("habit", "little"),))))
    assert {i: set(s.codes(s.active)) for i, s in found.items()} == {
        "little.math.k-4": {"HABIT"},
        MATH: {"ONE", "TWO", "HABIT"},
        READING: {"TALE"},
    }


def test_a_practice_that_is_added_later_moves_no_position() -> None:
    first = judge(a_package())
    practice = an_item("habit", subject=["Math"], educationLevel=["03", "04"])
    later = again(with_items(practice, links=(under("habit", "little"),)), first)
    places = sets(later)[MATH].places
    assert [place.identifier for place in places] == ["one", "two", "habit"]


def test_siblings_stand_in_the_order_of_their_numbers_then_of_the_file() -> None:
    items = [an_item(name) for name in ("x", "y", "z")]
    links = (
        under("x", "count"),
        under("y", "count"),
        under("z", "count", sequenceNumber="0.5"),
    )
    rows = sets(judge(with_items(*items, links=links)))[MATH].rows
    assert [row.code for row in rows] == ["COUNT", "Z", "ONE", "TWO", "X", "Y"]


def test_too_many_sets_are_an_error() -> None:
    items = [an_item(f"s{n}", subject=[f"Subject {n}"]) for n in range(MOST_SETS + 1)]
    links = tuple(under(item["identifier"], "count") for item in items)
    assert "too_many_sets" in codes(judge(with_items(*items, links=links)))


def test_a_set_that_is_too_large_is_an_error() -> None:
    items = [an_item(f"s{n}") for n in range(MOST_IN_SET)]
    links = tuple(under(item["identifier"], "count") for item in items)
    report = judge(with_items(*items, links=links))
    assert (report.verdict, codes(report)) == (Verdict.ROW_ERRORS, {"set_too_large"})


def test_a_code_that_two_standards_share_is_a_warning() -> None:
    item = an_item("x", humanCodingScheme="ONE")
    report = judge(with_items(item, links=(under("x", "count"),)))
    assert (report.verdict, codes(report)) == (Verdict.WARN, {"code_repeated"})


# -- positions are for ever ---------------------------------------------------------------------


def test_the_same_package_again_changes_nothing() -> None:
    before = judge(a_package())
    after = again(a_package(), before)
    assert after.sets == before.sets
    assert after.diff is not None
    assert after.diff.statements == after.diff.sets == StandardsChange()


def test_a_new_standard_gets_the_next_position_wherever_it_stands() -> None:
    before = judge(a_package())
    package = with_items(an_item("zero"), links=(under("zero", "count", sequenceNumber=0),))
    math = sets(again(package, before))[MATH]
    assert [row.code for row in math.rows] == ["COUNT", "ZERO", "ONE", "TWO"]
    assert math.places == (
        StandardPlace("one", "ONE"),
        StandardPlace("two", "TWO"),
        StandardPlace("zero", "ZERO"),
    )


def test_a_standard_that_is_gone_is_retired_in_its_place() -> None:
    math = sets(again(without("one"), judge(a_package())))[MATH]
    assert math.places == (StandardPlace("one", "ONE", retired=True), StandardPlace("two", "TWO"))
    assert math.active == 0b10


def test_a_standard_that_comes_back_gets_its_old_position() -> None:
    before = judge(a_package())
    assert again(a_package(), again(without("one"), before)).sets == before.sets


def test_a_standard_keeps_its_position_when_its_code_changes() -> None:
    package = a_package()
    package["CFItems"][1]["humanCodingScheme"] = "UNO"
    math = sets(again(package, judge(a_package())))[MATH]
    assert math.places[0] == StandardPlace("one", "UNO")


def test_a_standard_that_becomes_a_heading_can_still_be_selected() -> None:
    package = with_items(an_item("part"), links=(under("part", "one"),))
    package["CFItems"][1]["CFItemType"] = "Cluster"
    math = sets(again(package, judge(a_package())))[MATH]
    assert math.codes(math.active) == ["ONE", "TWO", "PART"]


def test_a_set_of_which_nothing_is_left_is_retired_not_forgotten() -> None:
    package = without("tale")
    package["CFItems"] = [item for item in package["CFItems"] if item["identifier"] != "read"]
    package["CFAssociations"] = package["CFAssociations"][:3]
    reading = sets(again(package, judge(a_package())))[READING]
    assert reading.retired
    assert reading.places == (StandardPlace("tale", "TALE", retired=True),)


def without(name: str) -> dict[str, Any]:
    package = a_package()
    package["CFItems"] = [item for item in package["CFItems"] if item["identifier"] != name]
    package["CFAssociations"] = [
        one for one in package["CFAssociations"] if one["originNodeURI"]["identifier"] != name
    ]
    return package


def test_over_many_random_editions_no_position_ever_changes_hands() -> None:
    draw = random.Random(7)
    names = [f"r{n}" for n in range(30)]
    report = judge(a_package())
    owners: dict[tuple[str, int], str] = {}
    for _ in range(60):
        chosen = draw.sample(names, draw.randint(0, 30))
        items = [an_item(n, educationLevel=[draw.choice(["03", "04"])]) for n in chosen]
        links = tuple(under(n, draw.choice(["count", "read"])) for n in chosen)
        report = again(with_items(*items, links=links), report)
        for one in report.sets:
            for position, place in enumerate(one.places):
                assert owners.setdefault((one.id, position), place.identifier) == place.identifier


# -- what an edition would change ---------------------------------------------------------------


def test_the_difference_counts_added_changed_and_dropped() -> None:
    package = without("two")
    package["CFItems"][1]["fullStatement"] = "Reworded."
    package["CFItems"].append(an_item("new"))
    package["CFAssociations"].append(under("new", "read"))
    report = again(package, judge(a_package()), drop_limit=100)
    assert report.diff is not None
    assert (report.diff.statements.added, report.diff.statements.changed) == (("new",), ("one",))
    assert report.diff.statements.dropped == ("two",)
    assert (report.diff.lost, report.diff.held) == (1, 3)


def test_an_edition_that_drops_more_than_the_limit_is_held() -> None:
    report = again(without("one"), judge(a_package()))
    assert (report.verdict, codes(report)) == (Verdict.HOLD, {"many_standards_lost"})


def test_an_edition_that_drops_just_the_limit_is_not_held() -> None:
    assert again(without("one"), judge(a_package()), drop_limit=34).verdict == Verdict.ACCEPT


def test_a_real_framework_has_a_set_for_each_subject() -> None:
    report = check(sample("grand-bend/standards-grade3.case-v1p1.json"))
    assert [(s.subject, s.band.label, s.active.bit_count()) for s in report.sets] == [
        ("English Language Arts", "3", 224),
        ("Mathematics", "3", 61),
    ]


# -- selecting ----------------------------------------------------------------------------------


def a_set(*places: StandardPlace) -> StandardsSet:
    return StandardsSet("f.math.3", "f", "F", "Math", Band(("03",)), places)


def test_standards_are_selected_by_identifier_or_code() -> None:
    one = a_set(StandardPlace("id-a", "A"), StandardPlace("id-b", "B"), StandardPlace("id-c", ""))
    assert one.mask(["B", "id-a", "id-c", "A"]) == 0b111
    assert one.codes(0b111) == ["A", "B", "id-c"]
    assert one.identifiers(0b101) == ["id-a", "id-c"]


def test_every_name_outside_the_set_is_listed() -> None:
    with pytest.raises(Invalid) as refused:
        a_set(StandardPlace("id-a", "A")).mask(["A", "X", "Y"], pointer="/standards")
    assert [(d.pointer, d.code) for d in refused.value.details] == [
        ("/standards/1", "standard_unknown"),
        ("/standards/2", "standard_unknown"),
    ]
    assert refused.value.code == "standards_not_in_set"


def test_a_code_of_two_standards_needs_a_distinction() -> None:
    one = a_set(StandardPlace("id-a", "A"), StandardPlace("id-b", "A"))
    with pytest.raises(Invalid, match="2 standards"):
        one.mask(["A"])
    assert one.mask(["id-b"]) == 0b10


def test_a_retired_standard_can_be_kept_but_not_chosen() -> None:
    one = a_set(StandardPlace("id-a", "A", retired=True), StandardPlace("id-b", "B"))
    with pytest.raises(Invalid, match="can no longer be chosen"):
        one.mask(["A"])
    assert one.mask(["A", "B"], keep=0b01) == 0b11


def test_a_code_inherited_from_a_retired_standard_means_the_new_one() -> None:
    one = a_set(StandardPlace("id-old", "A", retired=True), StandardPlace("id-new", "A"))
    assert one.mask(["A"]) == 0b10


def test_a_heading_is_a_row_without_a_position() -> None:
    assert not TreeRow("x", "X", "Heading", "Cluster", None, 0).selectable
    assert TreeRow("y", "Y", "Standard", "Standard", "x", 1, 0).selectable
