"""The content read from a CASE package in all its forms, and the errors with their names."""

from __future__ import annotations

import copy
import io
import json
import zipfile
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.findings.model import Verdict
from chalicelib.standards import json_tree
from chalicelib.standards.package import MOST_ITEMS
from plumb.demo import framework
from tests.support.frameworks import (
    Node,
    a_package,
    an_item,
    check,
    codes,
    judge,
    sample,
    under,
    with_items,
)


def test_a_valid_package_is_accepted_and_counted() -> None:
    report = judge(a_package())
    assert (report.verdict, report.problems) == (Verdict.ACCEPT, [])
    assert report.counts == {
        "statements": 5, "associations": 5, "standards": 3, "headings": 2, "sets": 2,
    }  # fmt: skip


def test_our_own_framework_is_accepted() -> None:
    report = check(framework.package_json())
    assert (report.verdict, report.counts["sets"]) == (Verdict.ACCEPT, 18)


# -- the same package, written in other ways ----------------------------------------------------


def _strings_for_links(package: Node) -> Node:
    for one in package["CFAssociations"]:
        for end in ("originNodeURI", "destinationNodeURI"):
            one[end] = one[end]["uri"]
    package["CFDocument"]["uri"] = "https://case.example/little"
    return package


def _identifiers_for_links(package: Node) -> Node:
    for one in package["CFAssociations"]:
        for end in ("originNodeURI", "destinationNodeURI"):
            one[end] = one[end]["identifier"]
    return package


def _links_without_identifiers(package: Node) -> Node:
    for one in package["CFAssociations"]:
        for end in ("originNodeURI", "destinationNodeURI"):
            one[end] = {"title": "x", "identifier": None, "uri": one[end]["uri"]}
    return package


def _nulls_and_unknown_keys(package: Node) -> Node:
    for entity in (package["CFDocument"], *package["CFItems"], *package["CFAssociations"]):
        entity |= {"licenseURI": None, "notes": None, "x-vendor": {"deep": [1, {"er": None}]}}
    return package | {"CFRubrics": None, "CFDefinitions": None, "extensions": {"a": 1}}


def _inside_items(package: Node) -> Node:
    by_child: dict[str, list[Node]] = {}
    for one in package.pop("CFAssociations"):
        by_child.setdefault(one.pop("originNodeURI")["identifier"], []).append(one)
    for item in package["CFItems"]:
        item["CFAssociations"] = by_child[item["identifier"]]
    return package


def _item_and_its_associations(package: Node) -> Node:
    inside = _inside_items(package)
    inside["CFItems"] = [
        {"CFAssociations": item.pop("CFAssociations"), "CFItem": item} for item in inside["CFItems"]
    ]
    return inside


def _parent_as_a_field(package: Node) -> Node:
    parents = {
        one["originNodeURI"]["identifier"]: one["destinationNodeURI"]["identifier"]
        for one in package.pop("CFAssociations")
    }
    for item in package["CFItems"]:
        item["isChildOf"] = parents[item["identifier"]]
    return package


def _old_dialect(package: Node) -> Node:
    for item in package["CFItems"]:
        if "educationLevel" in item:
            item["educationalLevel"] = item.pop("educationLevel")[0]
            item["subject"] = item["subject"][0]
    for one in package["CFAssociations"]:
        one["associationType"] = "Is Child Of"
        one["sequenceNumber"] = str(one["sequenceNumber"])
    return _strings_for_links(package)


def _subjects_by_definition(package: Node) -> Node:
    defined = {"Math": "s1", "Reading": "s2"}
    for item in package["CFItems"]:
        if "subject" in item:
            item["subjectURI"] = [{"identifier": defined[item.pop("subject")[0]]}]
    package["CFDefinitions"] = {
        "CFSubjects": [{"identifier": known, "title": title} for title, known in defined.items()]
    }
    return package


def _map_of_items(package: Node) -> Node:
    package["CFItems"] = {item["identifier"]: item for item in package["CFItems"]}
    return package


WRITINGS: dict[str, Callable[[Node], Any]] = {
    "wrapped as CFPackage": lambda package: {"CFPackage": package},
    "wrapped as data": lambda package: {"status": 200, "data": [package]},
    "wrapped twice": lambda package: {"data": {"attributes": {"CFPackage": package}}},
    "in a list": lambda package: [package],
    "keys in other cases": lambda package: {k.lower(): value for k, value in package.items()},
    "strings for links": _strings_for_links,
    "identifiers for links": _identifiers_for_links,
    "links without identifiers": _links_without_identifiers,
    "nulls and unknown keys": _nulls_and_unknown_keys,
    "associations inside items": _inside_items,
    "items with their associations": _item_and_its_associations,
    "the parent as a field": _parent_as_a_field,
    "the dialect before 1.0": _old_dialect,
    "subjects by definition": _subjects_by_definition,
    "a map of items": _map_of_items,
    "a list for the document": lambda package: package | {"CFDocument": [package["CFDocument"]]},
    "items in another order": lambda package: package | {"CFItems": package["CFItems"][::-1]},
}


@pytest.mark.parametrize("writing", WRITINGS)
def test_however_it_is_written_it_is_the_same_framework(writing: str) -> None:
    report = judge(WRITINGS[writing](copy.deepcopy(a_package())))
    plain = judge(a_package())
    assert report.verdict == Verdict.ACCEPT, report.problems
    assert [(s.id, s.rows, s.places) for s in report.sets] == [
        (s.id, s.rows, s.places) for s in plain.sets
    ]


def test_a_byte_order_mark_is_read_past() -> None:
    assert check(b"\xef\xbb\xbf" + json.dumps(a_package()).encode()).verdict == Verdict.ACCEPT


def test_a_zip_with_the_one_file_is_read() -> None:
    assert (
        check(_zip_members(("case.json", json.dumps(a_package()).encode()))).verdict
        == Verdict.ACCEPT
    )


def test_associations_of_unknown_kinds_and_to_other_frameworks_are_tolerated() -> None:
    links = (
        under("one", "elsewhere", associationType="exactMatchOf"),
        under("one", "two", associationType="ext:remindsOf"),
    )
    assert judge(with_items(links=links)).verdict == Verdict.ACCEPT


def test_a_statement_keeps_every_letter_of_its_text() -> None:
    hostile = "=1+1 <script>alert('x')</script> عربي 中文 ਗੁ é́ 🍎 [red]"
    report = judge(with_items(an_item("six", fullStatement=hostile), links=(under("six", "read"),)))
    (row,) = (row for one in report.sets for row in one.rows if row.identifier == "six")
    assert row.statement == hostile


# -- what is wrong with it ----------------------------------------------------------------------


def test_a_duplicate_identifier_is_named_with_both_places() -> None:
    report = judge(with_items(an_item("one", fullStatement="Another.")))
    problem = _only(report, "identifier_duplicate")
    assert report.verdict == Verdict.ROW_ERRORS
    assert (problem.identifier, problem.where) == ("one", "/CFItems/5/identifier")
    assert "/CFItems/1" in problem.reason


def test_identifiers_that_differ_in_case_only_are_the_same() -> None:
    assert "identifier_duplicate" in codes(judge(with_items(an_item("ONE"))))


@pytest.mark.parametrize(
    ("link", "code"),
    [
        (under("ghost", "count"), "association_origin_missing"),
        (under("one", "ghost"), "association_destination_missing"),
        (under("one", "count", destinationNodeURI=None), "association_destination_missing"),
        (under("one", "count", originNodeURI={}), "association_origin_missing"),
    ],
)
def test_an_orphan_is_an_error_with_its_place(link: Node, code: str) -> None:
    report = judge(with_items(links=(link,)))
    assert report.verdict == Verdict.ROW_ERRORS
    assert _only(report, code).where.startswith("/CFAssociations/5/")


def test_where_a_problem_is_includes_the_wrapping() -> None:
    package = with_items(an_item("one"))
    assert _only(judge({"data": [package]}), "identifier_duplicate").where.startswith("/data/0/CFI")


def test_a_circle_is_named_with_its_members_and_not_run_into() -> None:
    names = [f"c{n}" for n in range(5)]
    links = [
        under(child, parent) for child, parent in zip(names, names[1:] + names[:1], strict=True)
    ]
    report = judge(with_items(*map(an_item, names), links=tuple(links)))
    problem = _only(report, "is_child_of_cycle")
    assert report.verdict == Verdict.ROW_ERRORS
    assert problem.value == "c0, c1, c2, c3, c4"
    assert "C0 is a child of C1 is a child of C2" in problem.reason


def test_an_entry_that_is_its_own_parent_is_a_circle() -> None:
    report = judge(with_items(an_item("self"), links=(under("self", "self"),)))
    assert _only(report, "is_child_of_cycle").value == "self"


def test_a_circle_through_the_framework_itself_is_found() -> None:
    assert "is_child_of_cycle" in codes(judge(with_items(links=(under("little", "one"),))))


def test_two_circles_are_both_named() -> None:
    items = [an_item(name) for name in "abcd"]
    links = (under("a", "b"), under("b", "a"), under("c", "d"), under("d", "c"))
    circles = _only(judge(with_items(*items, links=links)), "is_child_of_cycle")
    assert circles.count == 2
    assert [place.value for place in circles.examples] == ["a, b", "c, d"]
    assert circles.examples[1].detail == "2 in the circle: C is a child of D is a child of C."


def test_a_chain_of_ten_thousand_is_read_without_recursion() -> None:
    names = [f"n{n}" for n in range(10_000)]
    items = [an_item(name, educationLevel=["05"]) for name in names]
    links = [under(child, parent) for parent, child in pairwise(names)]
    report = judge(with_items(*items, links=(under("n0", "little"), *links)))
    assert report.verdict == Verdict.ACCEPT
    assert max(row.level for one in report.sets for row in one.rows) == 9_999


def test_a_statement_without_text_is_an_error() -> None:
    report = judge(with_items(an_item("mute", fullStatement=" "), links=(under("mute", "count"),)))
    assert _only(report, "statement_missing").identifier == "mute"
    assert report.verdict == Verdict.ROW_ERRORS


def test_a_short_text_stands_in_for_a_missing_one() -> None:
    item = an_item("short", fullStatement=None, abbreviatedStatement="Short.")
    report = judge(with_items(item, links=(under("short", "count"),)))
    assert (report.verdict, codes(report)) == (Verdict.WARN, {"statement_abbreviated"})


def test_all_problems_are_listed_not_only_the_first() -> None:
    bad = [an_item("one"), an_item("two"), an_item("mute", fullStatement="")]
    report = judge(with_items(*bad, links=(under("mute", "ghost"),)))
    errors = sorted((p.code, p.count) for p in report.problems if p.severity == "error")
    assert errors == [
        ("association_destination_missing", 1), ("identifier_duplicate", 2),
        ("statement_missing", 1),
    ]  # fmt: skip


def test_equal_problems_are_one_with_places_and_the_worst_comes_first() -> None:
    lost = [an_item(f"lost{n}") for n in range(60)]
    twice = [an_item("one"), an_item("two")]
    report = judge(with_items(*lost, *twice))
    found = [(p.severity, p.code, p.count, len(p.examples)) for p in report.problems]
    assert found == [
        ("error", "identifier_duplicate", 2, 2),
        ("warning", "parent_missing", 60, 50),
    ]
    (first, second) = report.problems[0].examples
    assert (first.where, first.identifier, first.value) == ("/CFItems/65/identifier", "one", "ONE")
    assert first.detail == "The other one is at /CFItems/1 (ONE)."
    assert second.where == "/CFItems/66/identifier"
    assert report.problem_counts == {"error": 1, "warning": 1}
    shown = report.as_dict()["problems"]
    assert [len(problem["examples"]) for problem in shown] == [2, 3]


@pytest.mark.parametrize("wrapping", ["bare", "wrapped", "items wrapped"])
def test_a_problem_names_its_list_and_field_however_the_package_is_wrapped(wrapping: str) -> None:
    package = with_items(an_item("one"), an_item("mute", fullStatement=""))
    if wrapping == "items wrapped":
        package["CFItems"] = [{"CFItem": each} for each in package["CFItems"]]
    found = judge({"data": [package]} if wrapping == "wrapped" else package).problems
    places = {(p.code, p.file, p.column) for p in found if p.severity == "error"}
    assert places == {
        ("identifier_duplicate", "CFItems", "identifier"),
        ("statement_missing", "CFItems", "fullStatement"),
    }


def test_every_problem_says_what_to_do() -> None:
    report = judge(with_items(an_item("one"), links=(under("x", "y"),)))
    assert report.problems
    assert all(problem.reason and problem.fix for problem in report.problems)


def test_nothing_of_a_package_with_errors_becomes_a_set() -> None:
    assert judge(with_items(an_item("one"))).sets == []


@pytest.mark.parametrize(
    ("package", "code"),
    [
        (a_package(CFDocument=None), "framework_identifier_missing"),
        (with_items(an_item("", uri=None)), "identifier_missing"),
        (with_items(an_item("x" * 201)), "identifier_too_long"),
        (with_items(an_item("x", fullStatement="y" * 10_001)), "statement_too_long"),
        (with_items(an_item("x", humanCodingScheme="y" * 201)), "code_too_long"),
        (a_package(CFItems=[*a_package()["CFItems"], "https://case.example/6"]),
         "entry_not_an_object"),
    ],
)  # fmt: skip
def test_errors_that_stop_an_import(package: Node, code: str) -> None:
    report = judge(package)
    assert code in codes(report)
    assert report.verdict == Verdict.ROW_ERRORS


@pytest.mark.parametrize(
    ("package", "code"),
    [
        (a_package(CFAssociations=[]), "no_hierarchy"),
        (a_package(CFAssociations=None), "no_hierarchy"),
        (with_items(an_item("lost")), "parent_missing"),
        (with_items(links=(under("one", "read"),)), "several_parents"),
        (with_items(links=(under("one", "count", sequenceNumber=1),)), "association_duplicate"),
        (with_items(links=(under("x", "y", associationType="precedes"),)), "association_elsewhere"),
        (
            with_items(links=(under("one", "two", associationType=None),)),
            "association_type_missing",
        ),
        (a_package(CFDocument={"identifier": "little"}), "framework_title_missing"),
        (a_package(CFItems=[*a_package()["CFItems"], None]), "entry_empty"),
    ],
)
def test_oddities_are_warnings(package: Node, code: str) -> None:
    report = judge(package)
    assert code in codes(report)
    assert report.verdict == Verdict.WARN


def test_a_missing_document_is_made_up_from_its_items() -> None:
    package = a_package()
    del package["CFDocument"]
    for item in package["CFItems"]:
        item["CFDocumentURI"] = {"identifier": "little", "title": "Little Framework", "uri": ""}
    report = judge(package)
    assert (report.verdict, codes(report)) == (Verdict.WARN, {"document_missing"})
    assert report.framework is not None
    assert report.framework.title == "Little Framework"


# -- hostile files ------------------------------------------------------------------------------


def _zip_members(*members: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "file_empty"),
    "blank": (b" \n ", "file_empty"),
    "not JSON": (b'{"CFItems": [', "not_json"),
    "a web page": (b"<!doctype html><title>Sign in</title>", "not_json"),
    "UTF-16": (json.dumps(a_package()).encode("utf-16"), "not_utf8"),
    "Latin-1": ('{"title": "Ma\u00f1ana"}'.encode("latin-1"), "not_utf8"),
    "cut in a letter": ('{"title": "\u4e2d"}'.encode()[:-4], "not_utf8"),
    "deep lists": (b"[" * 200_000 + b"]" * 200_000, "nested_too_deep"),
    "deep objects": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested_too_deep"),
    "a list of millions": (b"[" + b"[]," * 450_000 + b"[]]", "too_many_values"),
    "another thing": (b'{"orgs": [{"sourcedId": "1"}]}', "no_package"),
    "a number": (b"5", "no_package"),
    "documents only": (b'{"CFDocuments": [{"identifier": "a", "title": "b"}]}', "no_package"),
    "a document without items": (b'{"CFDocument": {"identifier": "a"}}', "no_standards"),
    "no items": (b'{"CFDocument": {"identifier": "a"}, "CFItems": []}', "no_standards"),
    "two packages": (json.dumps([a_package(), a_package()]).encode(), "several_packages"),
    "a zip of nothing": (_zip_members(("readme.txt", b"hi")), "zip_needs_one_json"),
    "a zip of two": (_zip_members(("a.json", b"{}"), ("b.json", b"{}")), "zip_needs_one_json"),
    "a damaged zip": (_zip_members(("a.json", b"{}"))[:-30], "zip_damaged"),
    "a zip bomb": (_zip_members(("a.json", b" " * (json_tree.LARGEST + 1))), "file_too_large"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_read_is_rejected_by_name(name: str) -> None:
    content, code = HOSTILE[name]
    report = check(content)
    assert (report.verdict, [p.code for p in report.problems]) == (Verdict.REJECT, [code])


def test_a_file_that_is_too_large_is_rejected_before_it_is_read() -> None:
    assert codes(check(b" " * (json_tree.LARGEST + 1))) == {"file_too_large"}


def test_too_many_statements_are_rejected() -> None:
    items = [{"identifier": str(n), "fullStatement": "x"} for n in range(MOST_ITEMS + 1)]
    assert codes(judge(a_package(CFItems=items))) == {"too_many_entries"}


def test_not_a_number_is_read_as_nothing() -> None:
    content = json.dumps(a_package()).replace('"sequenceNumber": 1', '"sequenceNumber": NaN')
    report = check(content.encode())
    assert (report.verdict, codes(report)) == (Verdict.WARN, {"not_a_number"})


def test_a_number_of_ten_thousand_digits_does_no_harm() -> None:
    content = json.dumps(a_package()).replace(
        '"sequenceNumber": 1', '"sequenceNumber": ' + "9" * 10_000
    )
    assert check(content.encode()).verdict == Verdict.ACCEPT


def test_half_characters_and_control_characters_are_replaced_visibly() -> None:
    item = an_item("odd", fullStatement="a\ud800b\u0000c")
    report = judge(with_items(item, links=(under("odd", "count"),)))
    (row,) = (row for one in report.sets for row in one.rows if row.identifier == "odd")
    assert row.statement == "a\ufffdb\ufffdc"
    json.dumps(report.as_dict(), ensure_ascii=False).encode()


def test_two_different_values_under_one_key_are_an_error() -> None:
    content = json.dumps(a_package()).replace(
        '"identifier": "one",', '"identifier": "six", "identifier": "one",', 1
    )
    report = check(content.encode())
    assert report.verdict == Verdict.ROW_ERRORS
    assert _only(report, "key_repeated").identifier == "one"


_KEYS = st.sampled_from(
    ["CFDocument", "CFItems", "CFAssociations", "CFItem", "identifier", "uri", "title", "subject",
     "fullStatement", "educationLevel", "associationType", "originNodeURI", "destinationNodeURI",
     "sequenceNumber", "isChildOf", "CFPackage", "CFDefinitions", "CFSubjects"]
)  # fmt: skip
_json = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=6),
    max_leaves=30,
)


@given(_json)
def test_no_json_whatever_breaks_the_reader(value: Any) -> None:
    report = check(json.dumps(value).encode())
    json.dumps(report.as_dict())


@given(_json, st.sampled_from(["CFDocument", "CFItems", "CFAssociations", "CFDefinitions"]))
def test_no_part_whatever_breaks_the_reader(value: Any, part: str) -> None:
    json.dumps(judge(a_package(**{part: value})).as_dict())


@given(st.binary(max_size=300))
def test_no_bytes_whatever_break_the_reader(content: bytes) -> None:
    assert check(content).verdict == Verdict.REJECT


# -- real files ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "verdict", "statements"),
    [
        ("grand-bend/standards-grade3.case-v1p1.json", Verdict.ACCEPT, 316),
        ("case/opensalt-Ordering.json", Verdict.WARN, 28),
        ("case/opensalt-legacy-dialect.json", Verdict.WARN, 16),
        ("case/ccss-math-BROKEN-duplicate-ids-and-cycles.json", Verdict.ROW_ERRORS, 703),
    ],
)
def test_real_files(name: str, verdict: Verdict, statements: int) -> None:
    report = check(sample(name))
    assert (report.verdict, report.counts["statements"]) == (verdict, statements)


def test_the_broken_real_file_is_refused_by_name() -> None:
    report = check(sample("case/ccss-math-BROKEN-duplicate-ids-and-cycles.json"))
    errors = {p.code: p.identifier for p in report.problems if p.severity == "error"}
    guid = "055d92f3-2a6f-4aec-83d8-0fa8e4578507"
    assert errors == {"identifier_duplicate": guid, "is_child_of_cycle": guid}


def _only(report: Any, code: str) -> Any:
    (problem,) = (one for one in report.problems if one.code == code)
    return problem
