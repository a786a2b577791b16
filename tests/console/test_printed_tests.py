"""Printing a test from the console: what can be chosen, what comes out, and what is refused."""

from __future__ import annotations

import gzip
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.support import sheets
from tests.support.browser import Browser, ShownPage
from tests.support.printed_tests import read_codes
from tests.support.printing import file_of, work_off_reports
from tests.support.world import DISTRICT, World, WorldPerson

HOSTILE = '<script>alert("x")</script> “Ünit” دوم'
FORMS = {"B": [("two", ("A", "C")), ("one", ("C",)), ("three", ("2",)), ("four", ())]}
OF_CLASS = "/console/assessments/TEST/print?tracker=BOARD"


def commit(world: World, *writes: Any) -> None:
    world.services.table.commit(writes)


def prepare_tess(world: World) -> WorldPerson:
    """Return the teacher of a class of three, whose tracker holds a test in two versions."""
    commit(
        world,
        *sheets.a_class(DISTRICT),
        *sheets.a_test(DISTRICT, sheets.a_header(title=HOSTILE), forms=FORMS),
        *sheets.a_tracker(DISTRICT, "TEST"),
    )
    return world.teacher("tess", "north")


@pytest.fixture
def tess(world: World) -> Browser:
    world.scene(prepare_tess)
    return Browser().sign_in_as("tess")


def list_ticked(shown: ShownPage) -> list[str]:
    return [str(each["value"]) for each in shown.page.select("input[type=checkbox][checked]")]


def test_for_a_class_test_and_sheets_are_chosen_in_all_versions(tess: Browser) -> None:
    shown = tess.open(OF_CLASS)
    assert shown.status == 200
    assert shown.heading == "Print"
    assert HOSTILE in shown.words("main")
    assert not shown.page.select("main script")
    assert list_ticked(shown) == ["test", "answer_sheets", "A", "B"]
    assert "Everybody in the class 3 students." in shown.words("form")
    assert "no name is in the code" in shown.words("form")


def test_without_a_class_there_are_no_sheets_to_choose(tess: Browser) -> None:
    shown = tess.open("/console/assessments/TEST/print")
    assert list_ticked(shown) == ["test", "A", "B"]
    assert not shown.page.select("#part-sheets")
    assert "printed from the class's result sheet" in shown.words()


def test_printing_leads_to_the_file(world: World, tess: Browser) -> None:
    waiting = tess.press(tess.open(OF_CLASS), "Print", fill={"paper": "a4"})
    assert urlsplit(waiting.address).path.startswith("/console/printouts/")
    assert waiting.heading == "Printed test"
    assert waiting.one("#printout")["hx-trigger"] == "every 2s"
    assert "Being made" in waiting.words("#printout")
    work_off_reports(world)
    ready = tess.open(waiting.address)
    assert urlsplit(ready.link("Open the PDF")).path.endswith(".pdf")
    assert "Test for students, Answer sheets" in ready.words()
    assert "A4" in ready.words()
    assert "actual size" in ready.words()
    assert ready.link("Back to the result sheet").endswith("/console/sheets/BOARD/TEST")
    assert "tracker=BOARD" in ready.link("Print something else")


def test_sent_twice_it_prints_once(world: World, tess: Browser) -> None:
    page = tess.open(OF_CLASS)
    first, again = (tess.press(page, "Print").address for _ in range(2))
    assert first == again
    assert len(world.messages("reports")) == 1


def codes_of(world: World, waiting: ShownPage) -> list[str]:
    """Have it made, and read the students of its codes."""
    work_off_reports(world)
    printout = urlsplit(waiting.address).path.rpartition("/")[2]
    made = file_of(world, f"printouts/{printout}.pdf")
    assert made is not None
    return [code.rpartition(":")[2] for page in read_codes(made, 200) for code in page]


def students_ticked(shown: ShownPage) -> list[str]:
    return [str(each["value"]) for each in shown.page.select("[name=student][checked]")]


def test_everybody_gets_a_sheet_until_somebody_is_chosen(world: World, tess: Browser) -> None:
    page = tess.open(OF_CLASS)
    assert page.one("[name=who][checked]")["value"] == "all"
    names = [" ".join(each.get_text().split()) for each in page.page.select(".if-students label")]
    assert names == ["Ada, Sam", "Bob, Sam", "Cy, Sam"]
    assert codes_of(world, tess.press(page, "Print")) == ["ada", "bob", "cy"]


def test_only_the_students_who_are_ticked_get_a_sheet(world: World, tess: Browser) -> None:
    only = {"parts": ["answer_sheets"], "who": "chosen", "student": ["bob"]}
    waiting = tess.press(tess.open(OF_CLASS), "Print", fill=only)
    assert "Answer sheets (1 student)" in waiting.words()
    assert codes_of(world, waiting) == ["bob"]


def test_students_who_are_ticked_without_sheets_do_not_matter(tess: Browser) -> None:
    only = {"parts": ["test"], "who": "chosen", "student": ["bob"]}
    waiting = tess.press(tess.open(OF_CLASS), "Print", fill=only)
    assert waiting.heading == "Printed test"


def test_only_nobody_is_refused_at_the_field(tess: Browser) -> None:
    shown = tess.press(tess.open(OF_CLASS), "Print", fill={"who": "chosen"})
    assert shown.status == 422
    assert shown.one("fieldset.wrong")["id"] == "students"
    assert "Students" in shown.words("#errors")
    assert shown.one("[name=who][checked]")["value"] == "chosen"


def test_a_student_who_left_meanwhile_is_refused_and_the_other_stays_ticked(
    world: World, tess: Browser
) -> None:
    page = tess.open(OF_CLASS)
    commit(world, *sheets.a_class(DISTRICT, ("ada", "cy")))
    only = {"who": "chosen", "student": ["bob", "cy"]}
    shown = tess.press(page, "Print", fill=only)
    assert shown.status == 422
    assert "This student is not in the class today." in shown.words("#students")
    assert students_ticked(shown) == ["cy"]


def test_students_of_one_name_have_their_ids(world: World, tess: Browser) -> None:
    commit(world, *sheets.a_class(DISTRICT, ("ada", "ADA")))
    shown = tess.open(OF_CLASS)
    assert "Ada, Sam (ada)" in shown.words(".if-students")
    assert "Ada, Sam (ADA)" in shown.words(".if-students")


def test_ticks_stay_when_something_else_is_wrong(tess: Browser) -> None:
    wrong = {"parts": [], "who": "chosen", "student": ["cy"]}
    shown = tess.press(tess.open(OF_CLASS), "Print", fill=wrong)
    assert students_ticked(shown) == ["cy"]


def test_a_large_class_is_one_list_of_a_page_that_stays_small(world: World, tess: Browser) -> None:
    commit(world, *sheets.a_class(DISTRICT, [f"student-{n:03}" for n in range(120)]))
    shown = tess.open(OF_CLASS)
    assert len(shown.page.select("[name=student]")) == 120
    assert len(gzip.compress(shown.text.encode())) < 15_000


def test_an_empty_choice_is_refused_at_the_field_and_the_rest_stays(tess: Browser) -> None:
    page = tess.open(OF_CLASS)
    shown = tess.press(page, "Print", fill={"parts": [], "versions": ["B"], "two_sided": "on"})
    assert shown.status == 422
    assert "What to print" in shown.words("#errors")
    assert shown.one("fieldset.wrong")["id"] == "parts"
    assert list_ticked(shown) == ["B", "on"]


def test_a_refusal_is_a_sentence_on_the_form(world: World, tess: Browser) -> None:
    page = tess.open(OF_CLASS)
    commit(world, *sheets.a_class(DISTRICT, ()))
    shown = tess.press(page, "Print")
    assert shown.status == 409
    assert "There are no students in this class today." in shown.words("#errors")


def test_questions_on_a_document_offer_key_and_sheets(world: World, tess: Browser) -> None:
    blank = tuple(item.model_copy(update={"prompt": ""}) for item in sheets.ITEMS)
    commit(world, *sheets.a_test(DISTRICT, sheets.a_header(), blank))
    shown = tess.open(OF_CLASS)
    assert not shown.page.select("#part-test")
    assert list_ticked(shown) == ["answer_sheets"]
    assert "Print that for students." in shown.words()
    assert not shown.page.select("#versions")


def test_of_a_class_the_way_back_is_its_tracker_and_its_sheet(tess: Browser) -> None:
    asked = tess.open(OF_CLASS)
    for shown in (asked, tess.press(asked, "Print")):
        assert str(shown.one(".main-nav [aria-current]").get_text()) == "My Trackers"
        trail = [str(each["href"]) for each in shown.page.select(".trail a")]
        assert trail == [
            "/console/trackers",
            "/console/trackers/BOARD",
            "/console/sheets/BOARD/TEST",
        ]
    alone = tess.open("/console/assessments/TEST/print")
    assert str(alone.one(".main-nav [aria-current]").get_text()) == "Lessons/Assessments"


def test_the_way_in_is_on_the_sheet_and_on_the_assessment(tess: Browser) -> None:
    sheet = tess.open("/console/sheets/BOARD/TEST")
    assert sheet.link("Print the test or answer sheets").endswith(OF_CLASS)
    assessment = tess.open("/console/assessments/TEST")
    assert assessment.link("Print").endswith("/console/assessments/TEST/print")


def test_somebody_else_s_class_is_not_printed(world: World, tess: Browser) -> None:
    world.teacher("olga", "south")
    olga = Browser().sign_in_as("olga")
    assert olga.open(OF_CLASS).status == 404
    assert olga.open("/console/assessments/TEST/print").status == 200
    assert olga.open("/console/assessments/nothing/print").status == 404
