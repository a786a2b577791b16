"""Which packages are opened, what is refused by what name, and how standards are found."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.assessments.items import MOST_ITEMS
from chalicelib.item_imports import tree
from chalicelib.item_imports.model import PackageReport, QuestionOutcome
from chalicelib.item_imports.package import MOST_ITEMS as MOST_LOOKED_AT
from chalicelib.item_imports.reading import Alignment, read
from tests.support.packages import sample_data
from tests.support.questions import (
    KINDS,
    QTI2,
    a_choice,
    a_package,
    an_item,
    answer,
    as_qti3,
    choices,
    in_version,
    manifest,
    write_labels,
    zip_members,
)

ONE_ITEM = manifest('<resource identifier="R" type="imsqti_item_xmlv2p2" href="q.xml"/>')
NAMES = {"guid-1": "id-1", "3.nb.1": "id-1", "guid-2": "id-2", "3.nb.2": "id-2"}
SET = Alignment(NAMES)


def outcomes(report: PackageReport) -> list[str]:
    assert not report.code, report.reason
    return [line.code or str(line.outcome) for line in report.lines]


# -- whole packages -------------------------------------------------------------------------------


@pytest.mark.parametrize("version", KINDS)
def test_a_package_of_every_version_is_read(version: str) -> None:
    items = [a_choice(name=f"Q{n}") for n in range(3)]
    if version == "3.0":
        items = list(map(as_qti3, items))
    report = read(a_package(*items, version=version))
    assert outcomes(report) == ["imported"] * 3
    assert [line.identifier for line in report.lines] == ["Q0", "Q1", "Q2"]
    assert report.counts == {"imported": 3, "unsupported": 0, "refused": 0}


@pytest.mark.parametrize("name", ["qti-2.2-three-items.zip", "qti-3.0-three-items.zip"])
def test_the_sample_packages_are_read(name: str) -> None:
    report = read(Path(sample_data() / "qti" / "own" / name).read_bytes())
    found = [(item.kind.value, item.key) for item in report.items]
    assert found == [
        ("single_choice", ("A",)), ("multiple_choice", ("B", "C")), ("true_false", ("true",)),
    ]  # fmt: skip


def test_one_question_alone_is_read() -> None:
    assert outcomes(read(a_choice().encode())) == ["imported"]


def test_the_order_is_that_of_the_test() -> None:
    items = [a_choice(name=f"Q{n}") for n in (1, 2, 3, 4)]
    report = read(a_package(*items, order=(3, 1, 3)))
    assert [line.identifier for line in report.lines] == ["Q3", "Q1", "Q2", "Q4"]


def test_other_functions_of_a_test_are_reported() -> None:
    report = read(a_package(a_choice(), order=(1,), test="<timeLimits maxTime='60'/>"))
    assert "time limits" in report.notes[0]


def test_one_bad_question_does_not_stop_the_others() -> None:
    report = read(a_package(a_choice(), "<assessmentItem", an_item("<p>Hm.</p>"), a_choice()))
    assert outcomes(report) == ["imported", "xml_not_well_formed", "nothing_asked", "imported"]
    outcome = [line.outcome for line in report.lines]
    assert outcome[1:3] == [QuestionOutcome.REFUSED, QuestionOutcome.UNSUPPORTED]


def test_the_old_qti_is_named() -> None:
    old = '<resource identifier="R" type="imsqti_xmlv1p2" href="q.xml"/>'
    report = read(zip_members({"imsmanifest.xml": manifest(old), "q.xml": "<questestinterop/>"}))
    assert outcomes(report) == ["qti_1"]
    assert read(b"<questestinterop/>").lines[0].code == "qti_1"


def test_resources_that_are_no_questions_are_left_alone() -> None:
    resources = (
        '<resource identifier="W" type="webcontent" href="page.xml"/>'
        '<resource identifier="Q" href="q.xml"/>'
    )
    package = zip_members(
        {"imsmanifest.xml": manifest(resources), "q.xml": a_choice(), "page.xml": "<p/>"}
    )
    assert outcomes(read(package)) == ["imported"]


# -- spellings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bend",
    [
        lambda item: item.replace("<", "<q:").replace("<q:/", "</q:").replace("<q:?", "<?")
        .replace(f'xmlns="{QTI2}"', f'xmlns:q="{QTI2}"'),
        lambda item: item.replace(f' xmlns="{QTI2}"', ""),
        lambda item: item.replace("v2p2", "v2p1"),
        lambda item: "\ufeff" + item,
        lambda item: item.partition("?>")[2],
        lambda item: "\n" + item.partition("?>")[2],
        lambda item: item.replace("a half", "<m:b>a half</m:b>"),
    ],
    ids=["prefix", "no namespace", "2.1", "mark", "no declaration", "blank line", "no such prefix"],
)  # fmt: skip
def test_namespaces_and_declarations_may_have_other_spellings(bend: object) -> None:
    item = bend(a_choice())  # type: ignore[operator]
    assert outcomes(read(item.encode())) == ["imported"]
    assert outcomes(read(a_package(item))) == ["imported"]


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("UTF-8", "utf-8"), ("utf-16", "utf-16"), ("UTF-16", "utf-16-be"), ("iso-8859-1", "latin-1"),
     ("windows-1252", "cp1252"), ("UTF-16", "utf-8"), ("UTF-8", "utf-8-sig")],
)  # fmt: skip
def test_encodings_are_read(declared: str, codec: str) -> None:
    item = a_choice(title="Größer").replace('encoding="UTF-8"', f'encoding="{declared}"')
    assert read(item.encode(codec)).lines[0].title == "Größer"


@pytest.mark.parametrize("codec", ["idna", "utf-7", "unicode_escape", "zip", "no-such"])
def test_odd_encodings_are_refused(codec: str) -> None:
    item = a_choice().replace('encoding="UTF-8"', f'encoding="{codec}"')
    assert read(item.encode()).code == "xml_encoding"


def test_bytes_that_are_not_what_they_say_are_refused() -> None:
    assert read(a_choice(title="Größer").encode("latin-1")).code == "xml_encoding"


# -- hostile XML ----------------------------------------------------------------------------------

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'


@pytest.mark.parametrize(
    "doctype",
    [
        BOMB,
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/evil.dtd">',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
        '<!DOCTYPE x PUBLIC "-//X//Y" "y.dtd">',
        "<!DOCTYPE assessmentItem []>",
    ],
)
def test_a_document_type_that_can_declare_something_is_refused(doctype: str) -> None:
    item = a_choice().replace("?>\n", f"?>{doctype}", 1).replace("a half", "a half &e;")
    assert read(item.encode()).code == "xml_doctype"
    assert outcomes(read(a_package(a_choice(), item))) == ["imported", "xml_doctype"]
    package = a_package(a_choice(), files={"imsmanifest.xml": (doctype + manifest("")).encode()})
    assert read(package).code == "xml_doctype"


@pytest.mark.parametrize("version", ["2.0", "2.1", "2.2", "3.0"])
@pytest.mark.parametrize("doctype", ["<!DOCTYPE assessmentItem>", "\n<!DOCTYPE  html >\n"])
def test_a_document_type_that_declares_nothing_does_no_harm(version: str, doctype: str) -> None:
    item = in_version(a_choice(), version).replace("?>\n", f"?>{doctype}", 1)
    assert outcomes(read(item.encode())) == ["imported"]
    bare = {"imsmanifest.xml": doctype + ONE_ITEM, "q.xml": item}
    assert outcomes(read(zip_members(bare))) == ["imported"]


def test_an_entity_that_nobody_declares_is_no_xml() -> None:
    item = a_choice().replace("?>\n", "?><!DOCTYPE assessmentItem>", 1)
    assert read(item.replace("a half", "a &e; half").encode()).code == "xml_not_well_formed"


SQUARED = 60.0
"""Seconds of the processor. They take a tenth of one."""


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<a>" * 5000, "xml_too_deep"),
        ("<a>" * 200 + "</a>" * 200, "xml_too_deep"),
        ("<a>" + "<b/>" * 60_000 + "</a>", "xml_too_large"),
        ("<a " + " ".join(f'x{n}=""' for n in range(120_000)) + "/>", "xml_too_large"),
        (" " * (tree.LARGEST + 1), "not_a_package"),
        ("<a>" + "x" * tree.LARGEST + "</a>", "xml_too_large"),
        ("<a>" + " " * 1_900_000, "xml_not_well_formed"),
        ("<?xml " + " " * 1_900_000, "xml_not_well_formed"),
        ("<a>&nbsp;</a>", "xml_not_well_formed"),
        ("<a/><b/>", "xml_not_well_formed"),
        ("<a>\0</a>", "xml_not_well_formed"),
        ("", "not_a_package"),
        ("question,key\n1,A\n", "not_a_package"),
    ],
)
def test_oversized_and_broken_xml_is_refused_quickly(content: str, code: str) -> None:
    """Quickly: not in a time that grows with the square of its length, which would be an hour.

    The time is the processor's. A clock on the wall also measures other work on the machine.
    """
    began = time.process_time()
    assert read(content.encode()).code == code
    assert time.process_time() - began < SQUARED


def test_a_file_that_is_no_question_says_what_it_is() -> None:
    report = read(b"<html/>")
    assert report.lines[0].code == "not_a_question"
    assert "html" in report.lines[0].reason


# -- hostile zips ---------------------------------------------------------------------------------


def with_member(name: str, content: bytes = b"x", **attributes: int) -> bytes:
    packed = io.BytesIO(a_package(a_choice()))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        member = zipfile.ZipInfo(name)
        member.compress_type = zipfile.ZIP_DEFLATED
        for attribute, value in attributes.items():
            setattr(member, attribute, value)
        archive.writestr(member, content)
    return packed.getvalue()


def an_encrypted_package() -> bytes:
    package = bytearray(a_package(a_choice()))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = package.index(signature) + offset
        struct.pack_into("<H", package, at, struct.unpack_from("<H", package, at)[0] | 1)
    return bytes(package)


@pytest.mark.parametrize(
    ("package", "code"),
    [
        (lambda: with_member("../q.xml"), "zip_path_traversal"),
        (lambda: with_member("/etc/passwd"), "zip_path_traversal"),
        (lambda: with_member("C:\\q.xml"), "zip_path_traversal"),
        (lambda: with_member("link", external_attr=0o120777 << 16), "zip_symlink"),
        (lambda: with_member("bomb.bin", b"0" * 5_000_000), "zip_bomb"),
        (lambda: with_member("IMSMANIFEST.xml"), "zip_duplicate_member"),
        (lambda: with_member("ITEMS/Q1.XML"), "zip_duplicate_member"),
        (an_encrypted_package, "zip_encrypted"),
        (lambda: zip_members({str(n): "" for n in range(10_001)}), "zip_too_many_members"),
        (lambda: zip_members({"export/imsmanifest.xml": manifest("")}), "manifest_missing"),
        (lambda: zip_members({"package.zip": a_package(a_choice())}), "manifest_missing"),
        (lambda: zip_members({"q.xml": a_choice()}), "manifest_missing"),
        (lambda: zip_members({"imsmanifest.xml": "<html/>"}), "manifest_unreadable"),
        (lambda: zip_members({"imsmanifest.xml": manifest("")}), "no_questions"),
        (lambda: b"PK\x03\x04 but no more", "not_a_package"),
        (lambda: a_package(*[a_choice()] * (MOST_LOOKED_AT + 1)), "too_many_questions"),
    ],
)
def test_a_package_that_is_not_safe_or_not_one_is_refused(
    package: Callable[[], bytes], code: str
) -> None:
    report = read(package())
    assert (report.code, report.lines, report.items) == (code, (), ())
    assert report.reason


@pytest.mark.parametrize(
    ("href", "code"),
    [
        ("../../etc/passwd", "outside_package"),
        ("%2e%2e/secret.xml", "outside_package"),
        ("http://example.org/q.xml", "outside_package"),
        ("file:///etc/passwd", "outside_package"),
        ("/etc/passwd", "outside_package"),
        ("..\\q.xml", "outside_package"),
        ("", "outside_package"),
        ("gone.xml", "file_missing"),
    ],
)
def test_a_link_that_does_not_lead_to_a_file_of_the_package_is_refused(
    href: str, code: str
) -> None:
    resource = f'<resource identifier="R" type="imsqti_item_xmlv2p2" href="{href}"/>'
    report = read(zip_members({"imsmanifest.xml": manifest(resource)}))
    assert outcomes(report) == [code]
    assert report.lines[0].identifier == "R"


def test_links_with_a_base_and_escapes_are_followed() -> None:
    resource = (
        '<resource xml:base="my%20items/" identifier="R" type="imsqti_item_xmlv2p2" href="q.xml"/>'
    )
    package = zip_members({"imsmanifest.xml": manifest(resource), "my items/q.xml": a_choice()})
    assert outcomes(read(package)) == ["imported"]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 2000), st.booleans())
def test_damage_anywhere_is_never_more_than_a_refusal(junk: bytes, at: int, cut: bool) -> None:
    package = a_package(a_choice(), as_qti3(a_choice()))
    whole = package[:at] if cut else package[:at] + junk + package[at + len(junk) :]
    read(whole)
    item = a_choice().encode()
    read(item[:at] if cut else item[:at] + junk + item[at + len(junk) :])


# -- room -----------------------------------------------------------------------------------------


def test_questions_beyond_one_assessment_are_each_reported() -> None:
    report = read(a_package(*[a_choice()] * (MOST_ITEMS + 2)))
    assert report.counts == {"imported": MOST_ITEMS, "unsupported": 0, "refused": 2}
    assert report.lines[-1].code == "no_room"


def test_long_questions_fill_it_sooner() -> None:
    long = an_item(choices("1", "2", prompt="word " * 1900), answer("A"))
    report = read(a_package(*[long] * 40))
    assert 20 < report.counts["imported"] < 40
    assert {line.code for line in report.lines if line.code} == {"no_room"}


# -- standards ------------------------------------------------------------------------------------


def lom(purpose: str, *taxa: str) -> str:
    each = "".join(
        f"<taxon><id>{name}</id><entry><string>x</string></entry></taxon>" for name in taxa
    )
    return (
        f"<lom><classification><purpose><value>{purpose}</value></purpose>"
        f"<taxonPath>{each}</taxonPath></classification></lom>"
    )


@pytest.mark.parametrize(
    ("metadata", "found"),
    [
        (write_labels("guid-1"), ("id-1",)),
        (write_labels("{GUID-1}"), ("id-1",)),
        (write_labels("https://case.example/CFItems/guid-2"), ("id-2",)),
        (write_labels("unknown", "3.NB.2"), ("id-2",)),
        (write_labels("unknown", "3.NB.2 Subtract fluently"), ("id-2",)),
        (write_labels("guid-2") + write_labels("guid-1"), ("id-2", "id-1")),
        (write_labels("guid-1", "3.NB.1"), ("id-1",)),
        ("<GUID>guid-1</GUID>", ("id-1",)),
        (lom("educational objective", "3.NB.1"), ("id-1",)),
        (lom("discipline", "Mathematics", "3.nb.2"), ("id-2",)),
        ("<lom><general><keyword><string>3.NB.1</string></keyword></general></lom>", ("id-1",)),
    ],
)
def test_standards_are_found_by_identifier_or_code(metadata: str, found: tuple[str, ...]) -> None:
    report = read(a_package(a_choice(), metadata={1: metadata}), SET)
    assert report.items[0].standards == found


@pytest.mark.parametrize("metadata", ["", lom("discipline", "Mathematics"), write_labels("guid-9")])
def test_without_a_standard_of_the_set_a_question_is_refused_or_gets_the_default(
    metadata: str,
) -> None:
    package = a_package(a_choice(), metadata={1: metadata})
    assert outcomes(read(package, SET)) == ["no_standard"]
    report = read(package, Alignment(NAMES, ("id-2",)))
    assert report.items[0].standards == ("id-2",)
    assert any("chosen for all" in note for note in report.lines[0].notes)


def test_a_standard_that_the_set_lacks_is_named() -> None:
    package = a_package(
        a_choice(), metadata={1: write_labels("guid-1") + write_labels("g-9", "9.ZZ.9")}
    )
    (line,) = read(package, SET).lines
    assert line.outcome is QuestionOutcome.IMPORTED
    assert any("9.ZZ.9" in note for note in line.notes)


def test_standards_in_the_question_itself_count() -> None:
    item = a_choice(head=f"<qtiMetadata>{write_labels('guid-2')}</qtiMetadata>")
    assert read(item.encode(), SET).items[0].standards == ("id-2",)
