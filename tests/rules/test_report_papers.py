from __future__ import annotations

import hashlib
import io
import itertools
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import page
import pypdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.processes.reporting.papers import (
    Bar,
    BarGroup,
    FinishedReport,
    LevelsChart,
    PrintableTemplate,
    to_print,
)
from chalicelib.reports import typesetting
from chalicelib.reports.model import ReportPaper, ReportPaperSize
from tests.support import report_papers as papers

ROOT = Path(__file__).resolve().parents[2]
A4 = ReportPaper(size=ReportPaperSize.A4, language="en-GB")
NAMES = (*papers.SCRIPTS.values(), *papers.HOSTILE)
LETTER_WIDTH = 612
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")

Told = FinishedReport | PrintableTemplate


def pdf(report: Told | Mapping[str, Any]) -> bytes:
    data = report if isinstance(report, Mapping) else to_print(report).data
    kind = "finished" if "summary" in data else "template"
    return _set_once(kind, json.dumps(data))


@cache
def _set_once(kind: str, data: str) -> bytes:
    """Set a paper; many tests look at the same."""
    return typesetting.pdf(kind, json.loads(data), at=papers.LOCKED)


@cache
def read(made: bytes) -> str:
    return "\n".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(made)).pages)


def on_one_line(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def rename_texts(report: Told) -> dict[str, Any]:
    """Put a hostile text or a name in some script wherever a paper has a text."""
    names = itertools.cycle(NAMES)

    def swap(value: Any, key: str = "") -> Any:
        if key in ("paper", "sign", "color"):
            return value
        if isinstance(value, str):
            return next(names)
        if isinstance(value, Mapping):
            return {name: swap(each, name) for name, each in value.items()}
        return [swap(each) for each in value] if isinstance(value, tuple | list) else value

    made: dict[str, Any] = swap(to_print(report).data)
    return made


def in_scripts() -> FinishedReport:
    rows = papers.a_finished_report(len(papers.SCRIPTS))
    named = zip(rows.teachers, papers.SCRIPTS.values(), strict=True)
    return replace(rows, teachers=tuple(replace(row, label=name) for row, name in named))


PAPERS: dict[str, Callable[[], Told | Mapping[str, Any]]] = {
    "six teachers on Letter": papers.a_finished_report,
    "six teachers on A4": lambda: papers.a_finished_report(paper=A4),
    "a decline": lambda: papers.a_finished_report(declines=True),
    "one teacher": lambda: papers.a_finished_report(1),
    "twenty teachers with thirty students each": lambda: papers.a_finished_report(20, 1, 30),
    "three classes each": lambda: papers.a_finished_report(7, 3),
    "an empty process": papers.empty,
    "teachers in nineteen scripts": in_scripts,
    "hostile texts everywhere": lambda: rename_texts(papers.a_finished_report()),
    "a printable template": papers.template,
    "a printable template on A4": lambda: papers.template(paper=A4),
    "a blank template": papers.blank_template,
    "a template of hostile texts": lambda: rename_texts(papers.template()),
}


# -- read by everybody ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_accessible_in_the_eyes_of_an_independent_validator(name: str) -> None:
    found = page.validate_pdf_bytes(pdf(PAPERS[name]()), profile="ua1")

    assert [(each.rule_id, each.message) for each in found.failures] == []
    assert found.is_compliant


def test_the_validator_tells_a_paper_whose_tags_were_taken_away() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(papers.empty())))
    del writer.root_object["/StructTreeRoot"]
    bare = io.BytesIO()
    writer.write(bare)

    assert not page.is_pdf_compliant_bytes(bare.getvalue(), profile="ua1")


def test_a_paper_says_its_title_and_language() -> None:
    found = pypdf.PdfReader(io.BytesIO(pdf(papers.a_finished_report(paper=A4))))

    assert found.metadata is not None
    assert found.metadata.title == "Unit 4: Fractions as numbers \N{EN DASH} Mastery Process report"
    assert str(found.root_object["/Lang"]) == "en-GB"


def test_the_paper_is_as_large_as_the_district_s() -> None:
    def size(paper: ReportPaper) -> tuple[int, ...]:
        box = pypdf.PdfReader(io.BytesIO(pdf(papers.template(paper=paper)))).pages[0].mediabox
        return round(box.width), round(box.height)

    assert size(ReportPaper()) == (612, 792)
    assert size(A4) == (595, 842)


def tags(made: bytes) -> Iterator[pypdf.generic.DictionaryObject]:
    """Every structure element, in reading order."""
    waiting: list[Any] = [pypdf.PdfReader(io.BytesIO(made)).root_object["/StructTreeRoot"]]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, pypdf.generic.DictionaryObject):
            if "/S" in one:
                yield one
            if "/K" in one:
                waiting.append(one["/K"])


@cache
def kinds(made: bytes) -> list[str]:
    return [str(each["/S"]).removeprefix("/") for each in tags(made)]


def texts_of_pictures(made: bytes) -> list[str]:
    return [str(each.get("/Alt", "")) for each in tags(made) if str(each["/S"]) == "/Figure"]


def test_headings_nest_without_a_gap() -> None:
    headings = [kind for kind in kinds(pdf(papers.a_finished_report())) if kind in HEADINGS]
    levels = [int(kind[1]) for kind in headings]

    assert levels[0] == 1
    assert all(later <= former + 1 for former, later in itertools.pairwise(levels))
    assert {1, 2, 3} == set(levels)


def test_tables_have_header_cells_and_long_ones_repeat_them_on_each_page() -> None:
    made = pdf(papers.a_finished_report(20, 2))
    pages = [each.extract_text() for each in pypdf.PdfReader(io.BytesIO(made)).pages]

    with_classes = [text for text in pages if text.count("Mathematics 3, Period") > 2]
    assert kinds(made).count("TH") >= 25
    assert len(with_classes) > 1
    assert all("Class" in text and "Average" in text for text in with_classes)


def test_every_picture_says_in_words_what_it_shows() -> None:
    report = papers.a_finished_report(3)
    texts = texts_of_pictures(pdf(report))

    assert texts
    assert all(texts)
    for group in report.chart.groups:
        for bar in group.bars:
            levels = zip(report.chart.levels, bar.counts, strict=True)
            counted = ", ".join(f"{level.name} {count}" for level, count in levels)
            assert any(group.label in text and f"{bar.label}: {counted}" in text for text in texts)


def test_a_selected_student_has_words_too() -> None:
    assert {"selected", "not selected"} <= set(texts_of_pictures(pdf(papers.template())))


# -- shows the given data -------------------------------------------------------------------------


def test_a_decline_is_called_one() -> None:
    text = on_one_line(read(pdf(papers.a_finished_report(declines=True))))

    assert "DECLINE The average fell by 5.7 points" in text
    assert "TEAM GOAL \N{EN DASH} NOT MET" in text
    assert "GROWTH The average" not in text


def test_markup_in_texts_stays_text() -> None:
    report = papers.a_finished_report(
        team_goal='#panic("x") #read("base.typ") $x$ *b* <l> @r \\u{41} // no comment'
    )

    assert '#panic("x") #read("base.typ") $x$ *b* <l> @r \\u{41} // no comment' in on_one_line(
        read(pdf(report))
    )


def test_all_six_steps_have_their_place_in_the_template() -> None:
    text = on_one_line(read(pdf(papers.blank_template())))
    steps = (
        "Step 1. Collect and chart data",
        "Step 2. Analyze",
        "Step 3. Goals",
        "Step 4. Strategies",
        "Step 5. Post-test results",
        "Step 6. Reflect",
    )

    assert [text.index(step) for step in steps] == sorted(text.index(step) for step in steps)


def test_the_template_says_what_each_standard_says() -> None:
    text = on_one_line(read(pdf(papers.template())))
    assert "3.NF.A.2 Place a fraction on a number line." in text


def test_preselected_students_are_listed_with_their_reason() -> None:
    text = on_one_line(read(pdf(papers.template())))

    assert papers.pick(0).name in text
    assert "2 points below Meets" in text


@pytest.mark.parametrize(
    "word",
    ["W" * 300, "م" * 300, "Z" + "\u0335" * 60, "漢" * 200],
    ids=["wide letters", "joined letters", "marks", "Han"],
)
def test_long_words_stay_on_the_paper(word: str) -> None:
    report = papers.a_finished_report(
        2,
        identity=papers.identity(title=word, district=word),
        analyze=replace(papers.ANALYZE, strengths=word),
        strategies=(replace(papers.STRATEGIES[0], who=word, how_long=word),),
        teachers=(replace(papers.a_finished_report(1).teachers[0], label=word),),
    )

    for sheet in pypdfium2.PdfDocument(pdf(report)):
        text = sheet.get_textpage()
        for n in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(n)
            assert left >= 0
            assert right <= LETTER_WIDTH


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(st.lists(st.text(st.characters(), max_size=30), max_size=30))
def test_no_text_can_make_a_paper_fail(texts: list[str]) -> None:
    analyze = replace(papers.ANALYZE, strengths="\n".join(texts))
    made = pdf(replace(papers.blank_template(), analyze=analyze))

    assert made.startswith(b"%PDF")


# -- the pictures of the mail ---------------------------------------------------------------------


def test_pictures_of_the_mail_are_as_wide_as_two_pixels_for_each_of_a_telephone() -> None:
    for kind, chart in (("levels", papers.levels_chart()), ("movement", papers.movement_chart())):
        made = typesetting.png(kind, to_print(chart).data)

        assert made.startswith(b"\x89PNG")
        assert int.from_bytes(made[16:20], "big") == 640


def test_a_bar_without_students_is_drawn_empty() -> None:
    group = BarGroup(label="Rosa Alvarez", bars=(Bar(label="Post-test", note="nobody tested"),))
    chart = LevelsChart(title="Levels", levels=papers.LEVELS, groups=(group,), alt="")

    assert typesetting.png("levels", to_print(chart).data).startswith(b"\x89PNG")


# -- the same everywhere, for long ----------------------------------------------------------------

FINGERPRINT = """
import hashlib
from tests.support import report_papers as papers
from chalicelib.reports import typesetting
from chalicelib.processes.reporting.papers import to_print
made = typesetting.pdf("finished", to_print(papers.a_finished_report()).data, at=papers.LOCKED)
made += typesetting.png("movement", to_print(papers.movement_chart()).data)
print(hashlib.sha256(made).hexdigest())
"""


def python(program: str, **environment: str) -> str:
    output = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return output.stdout.strip()


def test_the_same_data_give_the_same_bytes_in_every_process() -> None:
    here = pdf(papers.a_finished_report()) + typesetting.png(
        "movement", to_print(papers.movement_chart()).data
    )
    other = python(FINGERPRINT, TZ="Pacific/Auckland", LANG="C", HOME="/nowhere")

    assert other == hashlib.sha256(here).hexdigest()


def test_another_instant_is_another_paper() -> None:
    data = to_print(papers.empty()).data
    later = papers.LOCKED.replace(year=2027)

    assert typesetting.pdf("finished", data, at=papers.LOCKED) != typesetting.pdf(
        "finished", data, at=later
    )


def test_a_clock_may_know_more_than_seconds() -> None:
    data = to_print(papers.empty()).data
    finer = papers.LOCKED.replace(microsecond=123_456)

    assert typesetting.pdf("finished", data, at=finer) == typesetting.pdf(
        "finished", data, at=papers.LOCKED
    )


GROWTH = """
from pathlib import Path
from tests.support import report_papers as papers
from chalicelib.reports import typesetting
from chalicelib.processes.reporting.papers import to_print

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

def report(number):
    report = papers.a_finished_report(3, identity=papers.identity(title=f"Unit {number}"))
    typesetting.pdf("finished", to_print(report).data, at=papers.LOCKED)

for number in range(4):
    report(number)
before = megabytes()
for number in range(4, 16):  # of which Typst would keep 80 megabytes
    report(number)
print(megabytes() - before)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_a_worker_does_not_grow_with_the_reports_it_has_made() -> None:
    assert float(python(GROWTH)) < 15
