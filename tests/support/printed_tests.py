"""A test with every kind of item and a class of any names, as they are printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pypdfium2
import zxingcpp
from scipy.ndimage import rotate

from chalicelib.assessments.items import Item, points_possible
from chalicelib.assessments.model import Assessment, AssessmentHeader, Contents, VersionItem
from chalicelib.districts.model import District
from chalicelib.printed_tests.forms import forms_of
from chalicelib.printed_tests.layout import Classmates, lay_out
from chalicelib.reports.model import ReportPaperSize
from chalicelib.reports.printed_test import KeyStandard, PaperPart, PrintedTest
from chalicelib.reports.printout import OrderedTest
from chalicelib.rosters.model import SchoolClass, Student, Teacher

TRACKER, TEST = "01J7Z5T0QK3W8V6M2N4P9R1S0A", "01J7Z5T0QK3W8V6M2N4P9R1S0B"
LONG_WORD = "Supercalifragilisticexpialidocious" * 6


def an_item(kind: str, **changes: Any) -> Item:
    """Return an item that is valid by default."""
    known = {"id": kind, "kind": kind, "prompt": f"About {kind}?", "points": "1"}
    known |= {"standards": ("3.NF.A.1",)} | _FIELDS[kind]
    return Item(**known | changes)


_FIELDS: dict[str, dict[str, Any]] = {
    "single_choice": {"choices": ("2/4", "2/3", "3/4", "4/4"), "key": ("A",)},
    "multiple_choice": {
        "choices": ("12, because it is twice six", "13", LONG_WORD, "24", "27"),
        "key": ("A", "D"),
        "scoring": "partial",
    },
    "true_false": {"key": ("true",)},
    "numeric": {"key": ("7.75",), "tolerance": "0.01", "points": "2"},
    "short_text": {"key": ("Paris", "paris, france")},
    "points": {"points": "4"},
}


def items(many: int = len(_FIELDS)) -> tuple[Item, ...]:
    """Return items, of each kind in turn."""
    kinds = list(_FIELDS)
    return tuple(an_item(kinds[n % len(kinds)], id=f"q{n + 1}") for n in range(many))


def students(*names: str) -> tuple[Student, ...]:
    """Return students of these family names; their ids are as OneRoster programs write them."""
    return tuple(
        Student(id=f"3f2c8b1e-0d4f-4f4e-9a53-0f1f6a{n:06}", given="Sam", family=name)
        for n, name in enumerate(names)
    )


def a_printed_test(
    *,
    asked: Sequence[Item] = (),
    names: Sequence[str] = ("Alvarez", "Okafor", "Yazzie"),
    forms: Mapping[str, Sequence[tuple[str, tuple[str, ...]]]] | None = None,
    size: ReportPaperSize = ReportPaperSize.LETTER,
    parts: Sequence[PaperPart] = tuple(PaperPart),
    **changed: Any,
) -> PrintedTest:
    """Return what is printed for a class of students of these names."""
    questions = tuple(asked) or items()
    versions = {
        form: tuple(VersionItem(item=item, key=key) for item, key in said)
        for form, said in (forms or {}).items()
    }
    contents = Contents(items=questions, versions=versions)
    contents = contents.with_formatted(changed.get("formatted", ()))
    header = AssessmentHeader(
        id=TEST,
        title=changed.get("title", "Unit 3: Fractions"),
        subject="Mathematics",
        grades=("03",),
        language=changed.get("language", ""),
        creator="dana",
        created="",
        changed="",
        points=points_possible(questions),
    )
    taught = SchoolClass(
        id="c1",
        title=changed.get("class_title", "Math 3, period 2"),
        school="north",
        course="k1",
        teachers=(Teacher(id="tess", name="Tess Example"),),
        students=students(*names),
    )
    printable = forms_of(contents, ())
    order = OrderedTest(
        assessment=TEST,
        tracker=TRACKER,
        parts=tuple(parts),
        versions=tuple(each.name for each in printable),
        size=size,
        two_sided=changed.get("two_sided", False),
        title=header.title,
        school_class="c1",
    )
    sheets = Classmates(taught.students, {}) if PaperPart.ANSWER_SHEETS in parts else None
    district = District(id="gb", name="Juniper Flats", time_zone="America/Chicago")
    standards = [KeyStandard(code="3.NF.A.1", statement="Understand a fraction 1/b.")]
    return lay_out(
        district, Assessment(header, contents), order, printable, taught, sheets, standards
    )


def read_codes(file: bytes, dpi: int, *, angle: float = 0) -> list[list[str]]:
    """Read the codes on each page of a PDF, as a program does with a scan that lies askew."""
    found = []
    for page in pypdfium2.PdfDocument(file):
        picture = page.render(scale=dpi / 72, grayscale=True).to_numpy().squeeze()
        scan = rotate(picture, angle, cval=255) if angle else picture
        found.append([each.text for each in zxingcpp.read_barcodes(scan)])
    return found
