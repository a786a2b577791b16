"""A level that a team has renamed goes by its new name in every paper and mail."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2

from chalicelib.mail.messages import Origin
from chalicelib.mail.model import Contact
from chalicelib.processes.analytics.editions import LATEST
from chalicelib.processes.model import Attached, ClassRow, Ended, Process, ProcessSnapshot
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.reporting.email_summary import build_email_summary
from chalicelib.processes.reporting.finished_report import build_finished_report
from chalicelib.processes.reporting.measurements import measure_process
from chalicelib.processes.reporting.model import ReportContext
from chalicelib.processes.reporting.papers import FinishedReport, PrintableTemplate, to_print
from chalicelib.processes.reporting.printed_template import template
from chalicelib.processes.reporting.redaction import redact
from chalicelib.reports.typesetting import pdf
from chalicelib.teams.levels import DEFAULT
from chalicelib.teams.model import Colleague
from tests.support.mails import render, store
from tests.support.process_rows import a_class

NAMES = ("Seedling", "Sprout", "Bloom", "Harvest")
LEVELS = DEFAULT.model_copy(
    update={
        "bands": tuple(
            band.model_copy(update={"name": name})
            for band, name in zip(DEFAULT.bands, NAMES, strict=True)
        )
    }
)
OLD = ("Meets", "Exceeds", "Far Below")
FRAME = ReportContext(district="Green Bluff ISD")
AT = datetime(2026, 11, 20, tzinfo=UTC)


def process() -> ProcessSnapshot:
    head = Process(
        id="P", name="Unit 4", state=ProcessState.LOCKED, team="T", team_name="Grade 3 math",
        leaders=(Colleague(id="lena", name="Lena"),), levels=LEVELS, edition=LATEST,
        pre=Attached(assessment="A", title="Before"), post=Attached(assessment="B", title="After"),
        creator="lena", created="2026-09-01T08:00:00.000Z",
        ended=Ended(by="lena", by_name="Lena", at="2026-11-20T15:00:00.000Z"),
    )  # fmt: skip
    rows = tuple(
        ClassRow(
            a_class(name, "lena", _build_percents(name, start), _build_percents(name, start + 2))
        )
        for name, start in (("c1", 8), ("c2", 10))
    )
    return ProcessSnapshot(head, rows=rows)


def _build_percents(name: str, start: int) -> dict[str, int | str]:
    return {f"{name}s{n}": start + n for n in range(8)}


def words(kind: str, told: FinishedReport | PrintableTemplate) -> str:
    paper = pypdfium2.PdfDocument(pdf(kind, to_print(told).data, at=AT))
    return " ".join(page.get_textpage().get_text_range() for page in paper)


def check(text: str) -> None:
    assert "Bloom" in text
    assert not [name for name in OLD if name in text]


def test_the_report_calls_a_renamed_level_by_its_name() -> None:
    opened = process()
    text = words("finished", build_finished_report(opened, FRAME, redact(measure_process(opened))))
    check(text)
    assert "Bloom: share of those tested who score Bloom or above" in " ".join(text.split())


def test_the_template_does() -> None:
    opened = process()
    check(words("template", template(opened, FRAME, "", [row.scores for row in opened.rows])))


def test_the_mail_does_as_text_and_as_html() -> None:
    opened = process()
    told = build_email_summary(opened.process, FRAME, redact(measure_process(opened)), 1)
    sent = render(
        store(told, "01K"), Contact("dana@example.org", "Dana"), Origin("District", "p@example.org")
    )
    check(sent.text)
    check(sent.html)
