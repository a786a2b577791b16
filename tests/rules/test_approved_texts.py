"""Do people get what somebody has read? Every email and paper, whole, in `tests/approved/`.

Accept a change with `PLUMBLINE_ACCEPT=1`, and read the difference of the files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from chalicelib.distribution.delivery_email import AssessmentDelivered, TrackerLine
from chalicelib.mail.enclosures import NOTHING, Enclosed, EnclosedFile, EnclosedPicture
from chalicelib.mail.messages import Origin
from chalicelib.mail.model import Contact
from chalicelib.mail.payload import MailPayload
from chalicelib.mail.reminders.reminder_email import BeginReminder, ReminderLine
from chalicelib.processes.model import ProcessSnapshot
from chalicelib.processes.reporting.email_summary import build_email_summary
from chalicelib.processes.reporting.finished_report import build_finished_report
from chalicelib.processes.reporting.measurements import measure_for_schools, measure_process
from chalicelib.processes.reporting.papers import to_print
from chalicelib.processes.reporting.printed_template import template
from chalicelib.processes.reporting.redaction import redact, redact_outside
from chalicelib.reports import typesetting
from tests.support.approved import ACCEPT, APPROVED, check_approved, describe_difference
from tests.support.mails import KINDS, compose, store
from tests.support.printed_tests import a_printed_test, an_item
from tests.support.read_email import write_out_email
from tests.support.read_pdf import TaggedPdf
from tests.support.whole_process import (
    DANA,
    FRAME,
    MING,
    ROSA,
    SCHOOLS,
    a_class,
    a_whole_process,
    some_classes,
    spread,
)

ADDRESS = "https://plumbline.lakeview.example.org"
ORIGIN = Origin("Lakeview School District", "plumbline@lakeview.example.org", address=ADDRESS)
AT = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)

# -- emails ---------------------------------------------------------------------------------------

TRACKERS = (
    TrackerLine(school="Maple Street Elementary", name="Period 1", tracker="t1"),
    TrackerLine(school="Maple Street Elementary", name="Period 2", tracker="t2"),
    TrackerLine(
        school="Harbor Elementary", name="Co-taught math", role="collaborator", tracker="t3"
    ),
)
DELIVERED = AssessmentDelivered(
    assessment="Unit 4 fractions check",
    distributed_by="Dana Ng",
    delivered_at="Monday, September 14, 2026 at 8:05 AM CDT",
    trackers=TRACKERS[:1],
)
LONG = "Bartholomew Featherstonehaugh-Montgomery's third-grade mathematics (dual language, morning)"
CLASSES = tuple(
    ReminderLine(school=each.school, name=each.name, role=each.role, tracker=each.tracker)
    for each in TRACKERS
)
REMINDED = BeginReminder(
    assessment="Unit 4 fractions check",
    reminded_by="Dana Ng",
    classes=CLASSES[:1],
    assessment_id="a1",
)
OF_PROCESS = {"process": "Unit 4: Fractions as numbers", "team": "Grade 3 mathematics"}
TOO_FEW = a_whole_process([a_class("Period 4", MING, spread(4, 5), spread(4, 9))], goals=())
WITHOUT_POST_TEST = a_whole_process(
    [replace(each, post=None) for each in some_classes()], post=None
)
DECLINED = a_whole_process(some_classes(gain=-3))
NOBODY = a_whole_process([], goals=(), pages={})


def describe_finished(opened: ProcessSnapshot, **frame: Any) -> MailPayload:
    """Say what administrators get of a whole process."""
    figures = redact(measure_process(opened))
    return build_email_summary(opened.process, FRAME.model_copy(update=frame), figures, 312_000)


def describe_part(opened: ProcessSnapshot, *schools: str) -> MailPayload:
    """Return the email to administrators of these schools."""
    names = {each: SCHOOLS[each] for each in schools}
    figures = redact_outside(measure_for_schools(opened, names))
    return build_email_summary(opened.process, FRAME, figures, 0, part=tuple(names.values()))


EMAILS: Mapping[str, Callable[[], MailPayload]] = {
    "assessment_delivered/one-tracker": lambda: DELIVERED,
    "assessment_delivered/several-trackers-with-a-day": lambda: DELIVERED.model_copy(
        update={"trackers": TRACKERS, "give_until": "Friday, September 25, 2026"}
    ),
    "assessment_delivered/more-than-are-named": lambda: DELIVERED.name_trackers(
        TrackerLine(school="Maple Street Elementary", name=f"Period {n:03}") for n in range(201)
    ).model_copy(update={"trackers": TRACKERS[:2]}),
    "assessment_delivered/long-names": lambda: DELIVERED.model_copy(
        update={
            "assessment": f"{LONG}: Fractions as numbers on the line, comparing and ordering them",
            "trackers": (TrackerLine(school=f"{LONG} school", name=LONG, tracker="t1"),),
        }
    ),
    "reminder/one-tracker": lambda: REMINDED,
    "reminder/one-tracker-with-a-day": lambda: REMINDED.model_copy(
        update={
            "classes": (CLASSES[0].model_copy(update={"give_until": "Friday, September 25, 2026"}),)
        }
    ),
    "reminder/several-trackers-one-day-over": lambda: REMINDED.model_copy(
        update={
            "classes": (
                CLASSES[0].model_copy(
                    update={"give_until": "Friday, September 11, 2026", "over": True}
                ),
                CLASSES[1].model_copy(update={"give_until": "Friday, September 25, 2026"}),
                CLASSES[2],
            ),
            "more": 1,
        }
    ),
    "reminder/classes-of-a-test-of-a-process": lambda: REMINDED.model_copy(
        update={
            **OF_PROCESS,
            "assessment_id": "",
            "classes": tuple(each.model_copy(update={"tracker": ""}) for each in CLASSES[:2]),
        }
    ),
    "reminder/test-of-a-process-not-activated": lambda: REMINDED.model_copy(
        update={**OF_PROCESS, "assessment_id": "", "classes": (), "to_activate": True}
    ),
    "process_finished/growth": lambda: describe_finished(a_whole_process()),
    "process_finished/decline": lambda: describe_finished(DECLINED),
    "process_finished/report-attached": lambda: describe_finished(a_whole_process(), attached=True),
    "process_finished/without-a-post-test": lambda: describe_finished(WITHOUT_POST_TEST),
    "process_finished/too-few-students": lambda: describe_finished(TOO_FEW),
    "process_finished/nobody-tested": lambda: describe_finished(NOBODY),
    "process_finished/one-school-of-several": lambda: describe_part(a_whole_process(), "harbor"),
    "process_finished/two-schools-of-several": lambda: describe_part(
        a_whole_process(), "maple", "harbor"
    ),
}


def enclose(payload: MailPayload) -> Enclosed:
    """Return stand-ins for what comes along."""
    pictures = tuple(EnclosedPicture(name, b"PNG") for name in payload.list_pictures())
    file = payload.find_attachment()
    pdf = EnclosedFile(file.name, b"PDF") if file and file.attach else None
    return Enclosed(pictures, pdf) if pictures or pdf else NOTHING


@pytest.mark.parametrize("name", EMAILS)
def test_an_email_says_what_was_approved(name: str) -> None:
    payload = EMAILS[name]()
    assert name.partition("/")[0] == payload.kind
    reader = Contact("tess.okafor@lakeview.example.org", "Tess Okafor")
    mail = store(payload, "01K-2026-09-21" if payload.only_on_its_day else "01K")
    raw = compose(mail, reader, ORIGIN, AT, enclose(payload))
    check_approved(
        f"emails/{name}", write_out_email(message_from_bytes(raw, policy=policy.default))
    )


# -- papers ----------------------------------------------------------------------------------------


def write_report(opened: ProcessSnapshot) -> bytes:
    """Set the report of a finished process."""
    report = build_finished_report(opened, FRAME, redact(measure_process(opened)))
    return typesetting.pdf("finished", to_print(report).data, at=AT)


def write_template(opened: ProcessSnapshot, *teachers: str) -> bytes:
    """Set the printable template, with the goals of the classes of these teachers."""
    own = [each for each in opened.scores if each.teacher in teachers]
    printed = "Printed on Saturday, October 3, 2026 for Rosa Alvarez"
    paper = to_print(template(opened, FRAME, printed, own))
    return typesetting.pdf("template", paper.data, at=AT)


def write_test(**changes: Any) -> bytes:
    """Set a test, its key and its answer sheets."""
    return typesetting.pdf("test", typesetting.with_codes(a_printed_test(**changes)), at=AT)


IN_SPANISH = {
    "title": "Prueba de la unidad 3: Fracciones",
    "language": "es",
    "asked": [
        an_item("single_choice", prompt="¿Qué fracción es igual a 1/2?"),
        an_item("short_text", prompt="Escribe «un cuarto» como número.", key=("1/4",)),
    ],
}
PAPERS: Mapping[str, Callable[[], bytes]] = {
    "report/growth": lambda: write_report(a_whole_process()),
    "report/decline": lambda: write_report(DECLINED),
    "report/without-a-post-test": lambda: write_report(WITHOUT_POST_TEST),
    "report/too-few-students": lambda: write_report(TOO_FEW),
    "report/nobody-tested": lambda: write_report(NOBODY),
    "template/after-the-pre-test": lambda: write_template(
        a_whole_process([replace(each, post=None) for each in some_classes()], goals=("Period 1",)),
        ROSA[0],
    ),
    "template/after-the-post-test": lambda: write_template(a_whole_process(), DANA[0]),
    "template/at-the-beginning": lambda: write_template(
        a_whole_process([], goals=(), pages={}, pre=None, post=None, ended=None)
    ),
    "test/every-kind-of-question": write_test,
    "test/two-forms-long-names": lambda: write_test(
        forms={"B": [("q2", ("A", "D")), ("q1", ("C",))]},
        names=(LONG, "王", "Nguyễn"),
        class_title=LONG,
        two_sided=True,
    ),
    "test/in-spanish": lambda: write_test(**IN_SPANISH),
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_says_what_was_approved(name: str) -> None:
    check_approved(f"papers/{name}", TaggedPdf(PAPERS[name]()).write_out())


# -- all of them -----------------------------------------------------------------------------------


def test_every_approved_file_is_compared_and_every_kind_of_email_is_approved() -> None:
    known = {f"emails/{name}" for name in EMAILS} | {f"papers/{name}" for name in PAPERS}
    there = {
        each.relative_to(APPROVED).with_suffix("").as_posix() for each in APPROVED.rglob("*.txt")
    }
    assert there == known
    assert {name.partition("/")[0] for name in EMAILS} == {kind.kind for kind in KINDS}


def test_a_difference_is_shown_line_by_line_with_the_command_that_accepts_it() -> None:
    name = "emails/reminder/one-tracker"
    approved = (APPROVED / f"{name}.txt").read_text()
    assert describe_difference(name, approved) == ""
    found = describe_difference(name, approved.replace("Hello Tess", "Dear Tess")).splitlines()
    assert "-Hello Tess Okafor," in found
    assert "+Dear Tess Okafor," in found
    assert found[-1].strip().startswith(f"{ACCEPT}=1 ")
    assert found[-1].endswith(" tests/rules/test_approved_texts.py")


@pytest.mark.parametrize("name", [name for name in PAPERS if not name.startswith("test/")])
def test_every_page_of_a_paper_says_which_it_is_and_of_how_many(name: str) -> None:
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(PAPERS[name]())]
    said = [re.findall(r"Page (\d+) of (\d+)", page) for page in pages]
    assert said == [[(str(n), str(len(pages)))] for n in range(1, len(pages) + 1)]


@pytest.mark.parametrize("name", PAPERS)
def test_all_pages_of_a_paper_have_one_size(name: str) -> None:
    """Blank backs too."""
    assert len({page.get_size() for page in PdfDocument(PAPERS[name]())}) == 1
