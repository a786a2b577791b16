"""Which statements of a framework can be chosen: its own types, levels and dates say so."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from chalicelib.errors import Invalid
from chalicelib.standards.checking import StandardsReport
from tests.support.frameworks import Node, a_package, an_item, check, codes, judge, under


def a_tree(*lines: tuple[str, str, str], **fields: Node) -> Node:
    """A framework of lines `(name, type, name of the line above)`; fields of lines by name."""
    items = [
        an_item(name, **({"CFItemType": kind} if kind else {}), **fields.get(name, {}))
        for name, kind, _ in lines
    ]
    links = [
        under(name, above or "little", sequenceNumber=n) for n, (name, _, above) in enumerate(lines)
    ]
    return a_package(CFItems=items, CFAssociations=links)


def list_selectable(report: StandardsReport) -> set[str]:
    return {place.code for one in report.sets for place in one.places if not place.retired}


def later(
    package: Node, before: StandardsReport, today: date = date(2026, 10, 1)
) -> StandardsReport:
    stored = {one.id: one for one in before.sets}
    return check(json.dumps(package).encode(), lambda _: stored, today=today)


# -- types --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind",
    [
        "Clarification", "Clarification Statement", "Assessment Boundary", "Boundaries", "Example",
        "EXAMPLES", "Item Stem", "stems", "Rubric", "Rubric Criterion", "Footnotes", "Rationale",
        "Essential Question", "Vocabulary", "Evidence Statement",
    ],
)  # fmt: skip
def test_explanations_are_never_selectable_with_or_without_children(kind: str) -> None:
    found = judge(
        a_tree(
            ("top", "Domain", ""), ("aim", "Standard", "top"), ("why", kind, "aim"),
            ("more", kind, "aim"), ("below", "Standard", "more"), ("alone", kind, ""),
        )
    )  # fmt: skip
    assert list_selectable(found) == {"AIM"}


@pytest.mark.parametrize("kind", ["STEM", "STEM Practice", "Note-taking Skill", "Example Standard"])
def test_a_type_that_only_sounds_like_an_explanation_is_chosen(kind: str) -> None:
    assert list_selectable(judge(a_tree(("top", "Domain", ""), ("aim", kind, "top")))) == {"AIM"}


@pytest.mark.parametrize(
    "kind",
    [
        "Target", "Assessment Target", "Performance Expectation", "Grade Level Expectation",
        "Learning Objective", "Student Outcome", "Performance Indicators", "Competency",
        "Essential Standard", "Benchmarks",
    ],
)  # fmt: skip
def test_statements_that_students_attain_are_selectable_whatever_is_below(kind: str) -> None:
    found = judge(
        a_tree(
            ("top", "Claim", ""), ("aim", kind, "top"), ("part", "Element", "aim"),
            ("bare", kind, "top"),
        )
    )  # fmt: skip
    assert list_selectable(found) == {"AIM", "PART", "BARE"}


@pytest.mark.parametrize(
    "kind", ["Domain", "Cluster", "Strand", "Conceptual Category", "Grade Level", "Topic", "Units"]
)
def test_an_empty_heading_is_never_chosen_and_is_named(kind: str) -> None:
    found = judge(
        a_tree(
            ("full", kind, ""), ("aim", "Standard", "full"), ("empty", kind, ""),
            ("bare", kind, ""),
        )
    )  # fmt: skip
    assert list_selectable(found) == {"AIM"}
    (said,) = (each for each in found.problems if each.code == "headings_empty")
    assert (said.severity, said.identifier, said.where) == ("warning", "empty", "/CFItems/2")
    assert [place.identifier for place in said.examples] == ["empty", "bare"]
    assert (said.count, f"of the type {kind!r}" in said.reason) == (2, True)


def test_a_heading_with_only_explanations_below_is_empty() -> None:
    found = judge(
        a_tree(
            ("full", "Cluster", ""), ("aim", "Standard", "full"),
            ("bare", "Cluster", ""), ("why", "Clarification", "bare"),
        )
    )  # fmt: skip
    assert list_selectable(found) == {"AIM"}


def test_topics_are_chosen_where_a_framework_has_nothing_finer() -> None:
    found = judge(
        a_tree(
            ("one", "Unit", ""), ("a", "Topic", "one"), ("b", "Topic", "one"),
            ("two", "Unit", ""), ("c", "Topic", "two"), ("three", "Unit", ""),
        )
    )  # fmt: skip
    assert list_selectable(found) == {"A", "B", "C"}


def test_a_type_of_the_frameworks_own_groups_if_most_of_it_does() -> None:
    lines = [(f"g{n}", "Facet", "") for n in range(4)]
    lines += [(f"s{n}", "Standard", f"g{n}") for n in range(3)]
    found = judge(a_tree(*lines))
    assert list_selectable(found) == {"S0", "S1", "S2"}
    assert codes(found) >= {"headings_empty"}


def test_a_type_of_the_frameworks_own_is_chosen_with_its_parts_if_most_of_it_has_none() -> None:
    lines = [(f"g{n}", "Learning Goal", "") for n in range(4)]
    assert list_selectable(judge(a_tree(*lines, ("part", "Component", "g0")))) == {
        "G0", "G1", "G2", "G3", "PART",
    }  # fmt: skip


def test_statements_that_group_standards_are_headings_whatever_their_name() -> None:
    lines = [(f"g{n}", "Knowledge and Skills", "") for n in range(4)]
    found = judge(a_tree(*lines, ("aim", "Standard", "g0")))
    assert list_selectable(found) == {"G1", "G2", "G3", "AIM"}


# -- levels, where there are no types -------------------------------------------------------------


def test_without_types_an_empty_heading_among_headings_is_not_chosen() -> None:
    lines = [(f"h{n}", "", "") for n in range(4)]
    lines += [(f"s{n}{m}", "", f"h{n}") for n in range(3) for m in range(3)]
    found = judge(a_tree(*lines))
    assert list_selectable(found) == {f"S{n}{m}" for n in range(3) for m in range(3)}
    (said,) = (each for each in found.problems if each.code == "headings_empty")
    assert said.identifier == "h3"


def test_without_types_practices_that_stand_as_high_as_clusters_are_chosen() -> None:
    lines = [("math", "", ""), ("habits", "", "")]
    lines += [(f"c{n}", "", "math") for n in range(9)]
    lines += [(f"s{n}", "", f"c{n}") for n in range(9)]
    lines += [(f"p{n}", "", "habits") for n in range(3)]
    assert {"P0", "P1", "P2"} <= list_selectable(judge(a_tree(*lines)))


def test_without_types_a_standard_with_parts_among_standards_without_is_chosen() -> None:
    lines = [("top", "", ""), *((f"s{n}", "", "top") for n in range(4)), ("part", "", "s0")]
    assert list_selectable(judge(a_tree(*lines))) == {"S0", "S1", "S2", "S3", "PART"}


def test_without_a_type_and_a_code_an_explanation_says_itself_what_it_is() -> None:
    said = {
        "humanCodingScheme": None,
        "fullStatement": "Clarification Statement: Use whole numbers.",
    }
    code = {"fullStatement": "Note: patterns in music."}
    found = judge(
        a_tree(
            ("top", "", ""), ("aim", "", "top"), ("why", "", "aim"), ("tune", "", "top"),
            why=said, tune=code,
        )
    )  # fmt: skip
    assert list_selectable(found) == {"AIM", "TUNE"}


# -- dates --------------------------------------------------------------------------------------


def ending(day: object) -> Node:
    package = a_package()
    package["CFItems"][1]["statusEndDate"] = day
    return package


@pytest.mark.parametrize("day", ["2026-09-30", "2026-09-30T23:59:59Z", "2019-01-01"])
def test_ended_standards_are_not_offered_and_keep_their_position(day: str) -> None:
    math = judge(ending(day)).sets[0]
    assert [(place.code, place.retired) for place in math.places] == [
        ("ONE", True),
        ("TWO", False),
    ]
    assert math.codes(0b11) == ["ONE", "TWO"]
    assert math.mask(["ONE"], keep=0b01) == 0b01
    with pytest.raises(Invalid) as refused:
        math.mask(["ONE"])
    assert refused.value.details[0].code == "standard_retired"
    row = next(row for row in math.rows if row.code == "ONE")
    assert (row.selectable, row.ended) == (False, day[:10])


def test_ended_standards_are_named_and_counted() -> None:
    package = ending("2026-09-30")
    package["CFItems"][4]["statusEndDate"] = "2020-06-30"
    (said,) = (each for each in judge(package).problems if each.code == "standard_ended")
    assert (said.severity, said.count) == ("warning", 2)
    assert "standard_ended" not in codes(judge(ending("2026-10-01")))


def test_standards_that_end_today_or_later_are_offered_until_then() -> None:
    for day in ("2026-10-01", "2027-06-30"):
        math = judge(ending(day)).sets[0]
        assert math.codes(math.active) == ["ONE", "TWO"]
        assert math.on(date(2027, 7, 1)).codes(math.on(date(2027, 7, 1)).active) == ["TWO"]


@pytest.mark.parametrize("day", ["soon", 1790726400, "2026-13-01"])
def test_an_end_that_is_no_day_is_named_and_ends_nothing(day: object) -> None:
    found = judge(ending(day))
    assert list_selectable(found) >= {"ONE"}
    (said,) = (each for each in found.problems if each.code == "end_date_unreadable")
    assert said.where == "/CFItems/1/statusEndDate"


def test_an_end_that_is_taken_back_offers_the_standard_again() -> None:
    before = judge(ending("2026-09-30"))
    assert list_selectable(later(a_package(), before)) == {"ONE", "TWO", "TALE"}


# -- sets that exist ------------------------------------------------------------------------------


def a_withdrawal(**fields: Any) -> StandardsReport:
    package = a_package()
    package["CFItems"][1].update(fields)
    return later(package, judge(a_package()))


@pytest.mark.parametrize(
    "fields",
    [{"CFItemType": "Clarification"}, {"CFItemType": "Cluster"}, {"statusEndDate": "2026-01-01"}],
    ids=["an explanation", "an empty heading", "ended"],
)
def test_statements_that_the_package_calls_no_standard_are_retired_in_their_place(
    fields: Node,
) -> None:
    report = a_withdrawal(**fields)
    assert [(place.code, place.retired) for place in report.sets[0].places] == [
        ("ONE", True),
        ("TWO", False),
    ]
    assert report.diff is not None
    assert (report.diff.lost, report.diff.withdrawn, report.diff.held) == (0, 1, 3)
    assert "standards_withdrawn" in codes(report)
    assert "many_standards_lost" not in codes(report)


def test_standards_that_moved_to_another_set_are_lost_in_the_former_one() -> None:
    report = a_withdrawal(educationLevel=["05"])
    assert report.diff is not None
    assert (report.diff.lost, report.diff.withdrawn) == (1, 0)
