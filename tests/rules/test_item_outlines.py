"""Unusual questions in a package, and missing files: the import reports them all."""

from __future__ import annotations

import pytest

from chalicelib.item_imports.model import PackageReport
from chalicelib.item_imports.outline import MOST_FILES
from chalicelib.item_imports.reading import read
from tests.support.questions import (
    KINDS,
    QTI2,
    a_choice,
    an_item,
    answer,
    as_qti3,
    choices,
    in_version,
    manifest,
    zip_members,
)

TYPES = pytest.mark.parametrize("version", KINDS)


def list_outcomes(report: PackageReport) -> list[tuple[str, str]]:
    """Return what became of each file, in order."""
    assert not report.code, report.reason
    return [(line.file, line.code or str(line.outcome)) for line in report.lines]


def resource(href: str, kind: str = "", name: str = "R") -> str:
    return f'<resource identifier="{name}" type="{kind}" href="{href}"/>'


def a_test(inner: str, version: str = "2.2") -> str:
    written = (
        f'<assessmentTest xmlns="{QTI2}" identifier="T" title="T"><testPart identifier="P">'
        f'<assessmentSection identifier="S">{inner}</assessmentSection></testPart></assessmentTest>'
    )
    return as_qti3(written) if version == "3.0" else written


def asks(href: str) -> str:
    return f'<assessmentItemRef identifier="I" href="{href}"/>'


def zip_files(resources: str, **files: str) -> bytes:
    """Zip files; `__` in a name is a folder."""
    named = {f"{name.replace('__', '/')}.xml": text for name, text in files.items()}
    return zip_members({"imsmanifest.xml": manifest(resources), **named})


# -- types ----------------------------------------------------------------------------------------


@TYPES
@pytest.mark.parametrize("kind", [
    "imsqti_v2p1", "imsqti_item", "IMSQTI_ITEM_XMLV2P2", "imsqti_item_xmlv2p1p1", "webcontent", "",
    "associatedcontent/learning-application-resource", "QTI", "imsqti_test_xmlv2p1", "text/xml",
])  # fmt: skip
def test_a_question_is_known_by_its_file_whatever_its_type(version: str, kind: str) -> None:
    report = read(zip_files(resource("q.xml", kind), q=in_version(a_choice(), version)))
    assert list_outcomes(report) == [("q.xml", "imported")]


@pytest.mark.parametrize("start", ["<!-- " + "long " * 2000 + "-->", "<?pi x?>\n", "<!DOCTYPE x>"])
def test_whatever_stands_before_its_root(start: str) -> None:
    item = a_choice().replace("?>\n", "?>" + start, 1)
    report = read(zip_files(resource("q.xml", "imsqti_v2p1"), q=item))
    assert list_outcomes(report) == [("q.xml", "imported")]


def test_a_type_of_a_question_needs_no_ending() -> None:
    files = {"imsmanifest.xml": manifest(resource("q.qti", "imsqti_v2p1")), "q.qti": a_choice()}
    assert list_outcomes(read(zip_members(files))) == [("q.qti", "imported")]


def test_a_resource_may_name_its_file_apart() -> None:
    listed = '<resource identifier="R" type="imsqti_v2p1"><file href="q.xml"/></resource>'
    assert list_outcomes(read(zip_files(listed, q=a_choice()))) == [("q.xml", "imported")]


def test_the_old_qti_is_named_whatever_its_type() -> None:
    report = read(zip_files(resource("q.xml", "webcontent"), q="<questestinterop/>"))
    assert list_outcomes(report) == [("q.xml", "qti_1")]


def test_a_question_listed_twice_comes_once() -> None:
    report = read(zip_files(resource("q.xml", "a") + resource("q.xml", "b"), q=a_choice()))
    assert list_outcomes(report) == [("q.xml", "imported")]


# -- tests ----------------------------------------------------------------------------------------


@TYPES
@pytest.mark.parametrize("kind", ["", "imsqti_v2p1", "imsqti_test_xmlv3p0", "imsqti_item_xmlv2p2"])
def test_questions_that_only_a_test_refers_to_are_read(version: str, kind: str) -> None:
    item = in_version(a_choice(), version)
    test = a_test(asks("../items/b.xml") + asks("../items/a.xml"), version)
    report = read(
        zip_files(resource("tests/t.xml", kind), tests__t=test, items__a=item, items__b=item)
    )
    assert list_outcomes(report) == [("items/b.xml", "imported"), ("items/a.xml", "imported")]


def test_they_come_in_the_order_of_the_test_among_those_listed() -> None:
    listed = resource("a.xml", KINDS["2.2"][1]) + resource("t.xml", KINDS["2.2"][2])
    test = a_test(asks("c.xml") + asks("a.xml") + asks("b.xml"))
    report = read(zip_files(listed, t=test, a=a_choice(), b=a_choice(), c=a_choice()))
    assert [file for file, _ in list_outcomes(report)] == ["c.xml", "a.xml", "b.xml"]


@TYPES
def test_sections_in_files_of_their_own_are_followed(version: str) -> None:
    refers = '<assessmentSectionRef identifier="S" href="parts/s.xml"/>'
    includes = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="more.xml"/>'
    section = f"<assessmentSection identifier='S'>{asks('../q1.xml')}{includes}</assessmentSection>"
    more = f"<assessmentSection identifier='M'>{asks('../q2.xml')}</assessmentSection>"
    written = [in_version(each, version) for each in (section, more, a_choice())]
    report = read(
        zip_files(
            resource("t.xml", KINDS[version][2]),
            t=a_test(refers + asks("q3.xml"), version),
            parts__s=written[0], parts__more=written[1],
            q1=written[2], q2=written[2], q3=written[2],
        )
    )  # fmt: skip
    assert {file for file, _ in list_outcomes(report)} == {"q1.xml", "q2.xml", "q3.xml"}
    assert {code for _, code in list_outcomes(report)} == {"imported"}


def test_a_section_that_only_the_manifest_lists_is_followed() -> None:
    section = f"<assessmentSection identifier='S'>{asks('q.xml')}</assessmentSection>"
    report = read(zip_files(resource("s.xml", "imsqti_section_xmlv2p2"), s=section, q=a_choice()))
    assert list_outcomes(report) == [("q.xml", "imported")]


def test_a_test_may_include_a_question_or_its_own_rules() -> None:
    test = a_test('<include href="q.xml"/><include href="rules.xml"/>')
    report = read(zip_files(resource("t.xml"), t=test, q=a_choice(), rules="<outcomeProcessing/>"))
    assert list_outcomes(report) == [("q.xml", "imported")]


def test_sections_that_lead_in_circles_come_to_an_end() -> None:
    again = "<assessmentSectionRef href='s.xml'/>"
    loop = f"<assessmentSection>{again}{asks('q.xml')}</assessmentSection>"
    report = read(zip_files(resource("s.xml"), s=loop, q=a_choice()))
    assert list_outcomes(report) == [("q.xml", "imported")]


def test_more_sections_than_are_read_are_named() -> None:
    chain = {
        f"s{n}": f"<assessmentSection><assessmentSectionRef href='s{n + 1}.xml'/>"
        "</assessmentSection>" for n in range(MOST_FILES + 5)
    }  # fmt: skip
    report = read(zip_files(resource("s0.xml"), **chain))
    assert list_outcomes(report) == [(f"s{MOST_FILES}.xml", "too_many_sections")]


@pytest.mark.parametrize(
    ("inner", "notes"),
    [
        ('<ordering shuffle="false"/>', ()),
        ('<assessmentItemRef href="q.xml"><weight value="1.0"/></assessmentItemRef>', ()),
        ('<ordering shuffle="true"/><selection select="1"/>', ("picks", "shuffles")),
        ('<assessmentItemRef href="q.xml"><weight value="2"/></assessmentItemRef>', ("weighs",)),
    ],
)
def test_parts_without_effect_are_not_reported_as_lost(inner: str, notes: tuple[str, ...]) -> None:
    report = read(zip_files(resource("t.xml"), t=a_test(inner + asks("q.xml")), q=a_choice()))
    assert len(report.notes) == bool(notes)
    assert all(word in report.notes[0] for word in notes)


# -- what is missing ------------------------------------------------------------------------------


@TYPES
@pytest.mark.parametrize("listed", [True, False])
def test_every_missing_question_of_a_test_is_named(version: str, listed: bool) -> None:
    lists = resource("gone/a.xml", KINDS[version][1], "A") if listed else ""
    test = a_test(asks("gone/a.xml") + asks("q.xml") + asks("gone/b.xml"), version)
    item = in_version(a_choice(), version)
    report = read(zip_files(resource("t.xml", KINDS[version][2]) + lists, t=test, q=item))
    assert list_outcomes(report) == [
        ("gone/a.xml", "file_missing"), ("q.xml", "imported"), ("gone/b.xml", "file_missing"),
    ]  # fmt: skip
    assert "gone/a.xml" in report.lines[0].reason


@TYPES
def test_a_test_of_missing_questions_alone_is_not_a_package_without_questions(version: str) -> None:
    test = a_test(asks("a.xml") + asks("b.xml"), version)
    report = read(zip_files(resource("t.xml", KINDS[version][2]), t=test))
    assert list_outcomes(report) == [("a.xml", "file_missing"), ("b.xml", "file_missing")]


@pytest.mark.parametrize("kind", [KINDS["2.1"][2], KINDS["3.0"][1], "imsqti_v2p1", "my item"])
def test_a_missing_file_that_the_manifest_lists_is_named(kind: str) -> None:
    assert list_outcomes(read(zip_files(resource("gone.xml", kind)))) == [
        ("gone.xml", "file_missing")
    ]


@pytest.mark.parametrize("way", ["assessmentSectionRef", "include"])
def test_a_missing_section_is_named(way: str) -> None:
    test = a_test(f'<{way} identifier="S" href="gone.xml"/>{asks("q.xml")}')
    report = read(zip_files(resource("t.xml"), t=test, q=a_choice()))
    assert list_outcomes(report) == [("q.xml", "imported"), ("gone.xml", "file_missing")]


@pytest.mark.parametrize(
    "href",
    ["../../etc/passwd", "http://example.org/q.xml", "/etc/passwd", "file:///etc/passwd",
     "//host/q.xml", "C:/q.xml", ""],
)  # fmt: skip
@pytest.mark.parametrize("way", ["assessmentItemRef", "assessmentSectionRef", "include"])
def test_a_link_of_a_test_never_leaves_the_package(way: str, href: str) -> None:
    test = a_test(f'<{way} identifier="X" href="{href}"/>')
    report = read(zip_files(resource("t.xml"), t=test))
    assert [code for _, code in list_outcomes(report)] == ["outside_package"]


def test_a_reference_to_something_else_says_what_it_is() -> None:
    report = read(zip_files(resource("t.xml"), t=a_test(asks("page.xml")), page="<html/>"))
    assert list_outcomes(report) == [("page.xml", "not_a_question")]
    section = a_test('<assessmentSectionRef href="page.xml"/>')
    report = read(zip_files(resource("t.xml"), t=section, page="<html/>"))
    assert list_outcomes(report) == [("page.xml", "not_a_question")]


# -- what a question includes ---------------------------------------------------------------------

XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'


@TYPES
def test_a_question_has_what_it_includes_from_its_package(version: str) -> None:
    prompt = f"Read. <xi:include {XI} href='../texts/a.xml'/>"
    item = in_version(an_item(choices("one", "two", prompt=prompt), answer("A")), version)
    report = read(
        zip_files(
            resource("items/q.xml", KINDS[version][1]), items__q=item,
            texts__a="<div>A hen <include href='b.xml'/></div>", texts__b="<b>sat.</b>",
        )
    )  # fmt: skip
    assert list_outcomes(report) == [("items/q.xml", "imported")]
    assert report.items[0].prompt == "Read.\nA hen sat."


@pytest.mark.parametrize(
    ("href", "code"),
    [("gone.xml", "file_missing"), ("../../etc/passwd", "outside_package"),
     ("http://127.0.0.1:9/x.xml", "outside_package"), ("q.xml", "too_many_sections"),
     ("laughs.xml", "xml_doctype"), ("deep.xml", "xml_too_deep"), ("wide.xml", "xml_too_large")],
)  # fmt: skip
def test_a_part_that_cannot_be_included_is_the_reason(href: str, code: str) -> None:
    item = an_item(choices("one", "two", prompt=f"<include href='{href}'/>"), answer("A"))
    laughs = "<!DOCTYPE x [<!ENTITY e 'ha'>]><p>&e;</p>"
    wide = "<p>" + "<b/>" * 49_995 + "</p>"
    deep = "<p>" * 97 + "</p>" * 97
    report = read(zip_files(resource("q.xml"), q=item, laughs=laughs, deep=deep, wide=wide))
    assert list_outcomes(report) == [("q.xml", code)]


@pytest.mark.parametrize("how", ["parse='text'", "xpointer='p'"])
def test_a_partly_included_text_is_not_guessed(how: str) -> None:
    item = an_item(choices("one", "two", prompt=f"Read <include href='a.xml' {how}/>"), answer("A"))
    report = read(zip_files(resource("q.xml"), q=item, a="<p>hen</p>"))
    assert list_outcomes(report) == [("q.xml", "shared_stimulus")]


def test_rules_may_be_included() -> None:
    rules = (
        "<responseProcessing><responseCondition><responseIf><match>"
        "<variable identifier='RESPONSE'/><correct identifier='RESPONSE'/></match>"
        "<setOutcomeValue identifier='SCORE'><baseValue"
        " baseType='float'>3</baseValue></setOutcomeValue></responseIf></responseCondition>"
        "</responseProcessing>"
    )
    item = an_item(choices("one", "two"), answer("B"), "<include href='rules.xml'/>")
    report = read(zip_files(resource("q.xml"), q=item, rules=rules))
    assert [(item.key, item.points) for item in report.items] == [(("B",), "3")]


def test_questions_that_nothing_leads_to_are_named() -> None:
    listed = resource("items/q.xml", KINDS["2.2"][1])
    report = read(
        zip_files(listed, items__q=a_choice(), more__q=a_choice(), more__page="<assessmentItems/>")
    )
    assert list_outcomes(report) == [("items/q.xml", "imported")]
    (note,) = report.notes
    assert note.startswith("These files hold questions, but neither the manifest nor a test")
    assert note.endswith("so they are not imported: more/q.xml.")
