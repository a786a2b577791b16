"""Giving a test on paper: who prints what of it, and who gets the file."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from chalicelib.assessments.model import Visibility
from chalicelib.reports.printout import KEPT
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete
from tests.support import builders, sheets
from tests.support.clouds import NOON
from tests.support.printed_tests import read_codes
from tests.support.printing import file_of, work_off_reports
from tests.support.sheets import entering, student
from tests.support.world import DISTRICT, Reply, World, WorldPerson

PATH = "/v1/assessments/TEST/printouts"
FORMS = {
    "B": [("two", ("A", "C")), ("one", ("C",)), ("three", ("2",)), ("four", ())],
}
ALL = ["test", "answer_key", "answer_sheets"]


def commit(world: World, *writes: Any) -> None:
    world.services.table.commit(writes)


def prepare_tess(world: World) -> WorldPerson:
    """Return the teacher of a class of three, whose tracker holds a test in two versions."""
    commit(
        world,
        *sheets.a_class(DISTRICT),
        *sheets.a_test(DISTRICT, sheets.a_header(), forms=FORMS),
        *sheets.a_tracker(DISTRICT, "TEST"),
    )
    return world.teacher("tess", "north")


@pytest.fixture
def tess(world: World) -> WorldPerson:
    return world.scene(prepare_tess)


def ask(person: WorldPerson, *parts: str, tracker: str = "BOARD", **more: Any) -> Reply:
    body = {"parts": list(parts), "tracker_id": tracker} | more
    return person.post(PATH, body)


def texts(world: World, reply: Reply) -> list[str]:
    """Have it made, and read its pages."""
    assert reply.status == 202, reply.body
    assert work_off_reports(world) == {"batchItemFailures": []}
    made = file_of(world, f"printouts/{reply.body['id']}.pdf")
    assert made is not None
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    return [" ".join((page.extract_text() or "").split()) for page in pages]


def codes_of(world: World, reply: Reply) -> list[str]:
    assert work_off_reports(world) == {"batchItemFailures": []}
    made = file_of(world, f"printouts/{reply.body['id']}.pdf")
    assert made is not None
    return [code for page in read_codes(made, 200) for code in page]


def replace_header(world: World, **changed: Any) -> None:
    """Write the test anew, with another header."""
    commit(world, *sheets.a_test(DISTRICT, sheets.a_header(**changed), forms=FORMS))


# -- what comes out -------------------------------------------------------------------------------


def test_a_teacher_prints_test_key_and_sheets_for_a_class_in_one_file(
    world: World, tess: WorldPerson
) -> None:
    asked = ask(tess, *ALL)
    assert asked.headers["Location"] == f"/v1/jobs/printout.{asked.body['id']}"
    pages = texts(world, asked)
    assert [page for page in pages if "Test, version" in page] == pages[:2]
    assert [page for page in pages if "Answer key, version" in page] == pages[2:4]
    assert [page.partition(",")[0] for page in pages[4:]] == ["Ada", "Bob", "Cy"]
    ready = tess.get(f"/v1/printouts/{asked.body['id']}").body
    assert ready["state"] == "ready"
    assert ready["file_name"] == ("Fractions check - test and answer key and answer sheets.pdf")
    assert ready["process_id"] == ""
    assert "process" not in ready["links"]
    assert ready["test"] == {
        "assessment_id": "TEST",
        "title": "Fractions check",
        "tracker_id": "BOARD",
        "parts": ALL,
        "versions": ["A", "B"],
        "paper": "letter",
        "two_sided": False,
        "student_ids": [],
        "links": {
            "assessment": "/v1/assessments/TEST",
            "sheet": "/v1/trackers/BOARD/sheets/TEST",
        },
    }


def test_the_codes_of_a_class_say_its_sheet_and_students(world: World, tess: WorldPerson) -> None:
    asked = ask(tess, "answer_sheets")
    expected = [
        "PL1:BOARD:TEST:A:1:ada",
        "PL1:BOARD:TEST:B:1:bob",
        "PL1:BOARD:TEST:A:1:cy",
    ]
    assert codes_of(world, asked) == expected
    for code in expected:
        _, tracker, assessment, _, _, person = code.split(":")
        sheet = tess.get(f"/v1/trackers/{tracker}/sheets/{assessment}").body
        assert person in {each["student_id"] for each in sheet["students"]}


def test_a_student_with_a_version_gets_the_same_again(world: World, tess: WorldPerson) -> None:
    given = entering({"student_id": "ada", "version": "B", **student("ada", one="C")})
    saved = tess.patch("/v1/trackers/BOARD/sheets/TEST", given, etag='"0"')
    assert saved.status == 200, saved.body
    codes = codes_of(world, ask(tess, "answer_sheets", versions=["A"]))
    assert [code.split(":")[3] for code in codes] == ["B", "A", "A"]


# -- chosen students ------------------------------------------------------------------------------


def test_a_student_alone_gets_the_sheet_of_the_whole_class_s_printing(
    world: World, tess: WorldPerson
) -> None:
    asked = ask(tess, "answer_sheets", student_ids=["cy", "bob", "cy"])
    assert asked.body["test"]["student_ids"] == ["cy", "bob"]
    assert codes_of(world, asked) == ["PL1:BOARD:TEST:B:1:bob", "PL1:BOARD:TEST:A:1:cy"]
    (page,) = texts(world, ask(tess, "answer_sheets", student_ids=["bob"]))
    assert page.startswith("Bob, Sam")


def test_a_version_can_be_chosen_for_one_student(world: World, tess: WorldPerson) -> None:
    asked = ask(tess, "answer_sheets", student_ids=["ada"], versions=["B"])
    assert codes_of(world, asked) == ["PL1:BOARD:TEST:B:1:ada"]


def test_tests_and_key_come_beside_the_sheets_of_chosen_students(
    world: World, tess: WorldPerson
) -> None:
    pages = texts(world, ask(tess, *ALL, student_ids=["ada"], versions=["A"]))
    assert [page.partition(",")[0] for page in pages[2:]] == ["Ada"]


def test_every_student_who_is_not_in_the_class_is_named_by_pointer(
    world: World, tess: WorldPerson
) -> None:
    commit(world, *sheets.a_class(DISTRICT, ("ada", "bob")))
    refused = ask(tess, "answer_sheets", student_ids=["cy", "ada", "nobody", ""])
    assert refused.body["errors"][0]["pointer"] == "/student_ids/3"
    refused = ask(tess, "answer_sheets", student_ids=["cy", "ada", "nobody"])
    assert (refused.status, refused.code) == (422, "students_not_printable")
    assert [(each["pointer"], each["code"]) for each in refused.body["errors"]] == [
        ("/student_ids/0", "student_not_there"),
        ("/student_ids/2", "student_not_there"),
    ]


def test_a_pointer_counts_students_as_they_were_sent(world: World, tess: WorldPerson) -> None:
    refused = ask(tess, "answer_sheets", student_ids=["ada", "ada", "nobody"])
    assert refused.body["errors"][0]["pointer"] == "/student_ids/2"


def test_a_student_who_left_before_the_printout_is_left_out(
    world: World, tess: WorldPerson
) -> None:
    asked = ask(tess, "answer_sheets", student_ids=["ada", "cy"])
    commit(world, *sheets.a_class(DISTRICT, ("ada", "bob")))
    assert [page.partition(",")[0] for page in texts(world, asked)] == ["Ada"]
    assert tess.get(f"/v1/printouts/{asked.body['id']}").status == 200


def test_a_leavers_sheet_is_neither_made_nor_printed(world: World, tess: WorldPerson) -> None:
    early = ask(tess, "answer_sheets", student_ids=["cy"])
    work_off_reports(world)
    late = ask(tess, "answer_sheets", student_ids=["cy"])
    commit(world, *sheets.a_class(DISTRICT, ("ada", "bob")))
    work_off_reports(world)
    assert tess.get(f"/v1/printouts/{early.body['id']}").code == "students_left"
    shown = tess.get(f"/v1/jobs/printout.{late.body['id']}").body
    assert shown["state"] == "failed"
    assert "no longer in this class" in shown["message"]


def test_an_empty_class_gets_no_sheets(world: World, tess: WorldPerson) -> None:
    asked = ask(tess, "answer_sheets")
    work_off_reports(world)
    commit(world, *sheets.a_class(DISTRICT, ()))
    assert tess.get(f"/v1/printouts/{asked.body['id']}").code == "class_empty"


def test_students_are_chosen_for_answer_sheets_alone(world: World, tess: WorldPerson) -> None:
    refused = ask(tess, "test", student_ids=["ada"])
    assert refused.code == "students_without_sheets"
    assert refused.body["errors"][0]["pointer"] == "/student_ids"


def test_a_class_of_any_size_is_one_file(world: World, tess: WorldPerson) -> None:
    many = [f"student-{n:03}" for n in range(120)]
    commit(world, *sheets.a_class(DISTRICT, many))
    assert len(texts(world, ask(tess, "answer_sheets"))) == len(many)


def test_a_version_prints_its_own_order(world: World, tess: WorldPerson) -> None:
    (page,) = texts(world, ask(tess, "test", versions=["B"]))
    assert page.index("All that are whole?") < page.index("A half?") < page.index("Explain.")
    half = page[page.index("A half?") : page.index("0.5 + 1.5?")]
    assert half.index("1/3") < half.index("2 ") < half.index("1/2")


def test_the_key_names_standards_and_what_they_demand(world: World, tess: WorldPerson) -> None:
    builders.statements(world)
    (page,) = texts(world, ask(tess, "answer_key", versions=["A"]))
    assert "1 A 1 3.NB.1" in page
    assert "4 Scored by hand 4 3.NB.3" in page
    assert "3.NB.3 Students can do 3.NB.3." in page


def test_the_district_sets_the_paper_and_one_file_may_have_another(
    world: World, tess: WorldPerson
) -> None:
    settings = world.admin().get("/v1/district")
    world.admin().patch("/v1/district", {"paper": "a4"}, etag=settings.etag)
    assert ask(tess, "test").body["test"]["paper"] == "a4"
    assert ask(tess, "test", paper="letter").body["test"]["paper"] == "letter"


def test_without_a_tracker_a_test_is_printed_for_any_class(world: World, tess: WorldPerson) -> None:
    first, *_ = texts(world, ask(tess, "test", "answer_key", tracker=""))
    assert "Class" in first
    assert "Math 3" not in first


def test_it_is_printed_as_the_class_is_when_it_is_made(world: World, tess: WorldPerson) -> None:
    asked = ask(tess, "answer_sheets")
    commit(world, *sheets.a_class(DISTRICT, ("ada", "dee")))
    assert [page.partition(",")[0] for page in texts(world, asked)] == ["Ada", "Dee"]


# -- who may --------------------------------------------------------------------------------------


def test_people_who_do_not_teach_the_class_get_none_of_its_names(
    world: World, tess: WorldPerson
) -> None:
    other = world.teacher("olga", "south")
    assert ask(other, "answer_sheets").code == "tracker_not_found"
    assert ask(other, "answer_sheets", tracker="").code == "tracker_missing"
    assert ask(other, "test", "answer_key", tracker="").status == 202


def test_a_collaborator_and_the_school_s_administrator_print_for_the_class(
    world: World, tess: WorldPerson
) -> None:
    for person in (world.teacher("cole", "north"), world.admin()):
        assert ask(person, *ALL).status == 202


def test_a_test_hidden_by_its_creator_prints_only_answer_sheets(
    world: World, tess: WorldPerson
) -> None:
    replace_header(world, visibility=Visibility.PRIVATE)
    assert ask(tess, "test").code == "content_hidden"
    assert ask(tess, "answer_key").code == "key_hidden"
    assert ask(tess, "test", "answer_key", tracker="").code == "assessment_not_found"
    assert ask(tess, "answer_sheets").status == 202


def test_a_key_needs_access_to_the_assessment_although_the_class_has_it(
    world: World, tess: WorldPerson
) -> None:
    replace_header(world, visibility=Visibility.SCHOOL, schools=("south",))
    assert ask(tess, "test").status == 202
    assert ask(tess, "answer_key").code == "key_hidden"


def test_an_earlier_file_is_closed_to_people_who_lost_access(
    world: World, tess: WorldPerson
) -> None:
    asked = ask(tess, "test")
    texts(world, asked)
    replace_header(world, visibility=Visibility.PRIVATE)
    assert tess.get(f"/v1/printouts/{asked.body['id']}").code == "content_hidden"


def test_a_printout_belongs_to_the_person_who_asked_for_fourteen_days(
    world: World, tess: WorldPerson
) -> None:
    name = ask(tess, "answer_sheets").body["id"]
    for other in (world.admin(), world.teacher("cole", "north")):
        assert other.get(f"/v1/printouts/{name}").code == "printout_not_found"
    world.clock.set(NOON + KEPT)
    assert tess.get(f"/v1/printouts/{name}").code == "printout_not_found"


def test_a_file_with_names_leaves_the_line_of_a_read_and_one_without_does_not(
    world: World, tess: WorldPerson, caplog: pytest.LogCaptureFixture
) -> None:
    for parts, lines in ((("test",), 0), (("answer_sheets",), 1)):
        asked = ask(tess, *parts)
        work_off_reports(world)
        caplog.clear()
        tess.get(f"/v1/printouts/{asked.body['id']}")
        read = [vars(each) for each in caplog.records if each.message == "read_of_students"]
        assert [(each["what"], each["subject"]) for each in read] == [
            ("printout", "c1.TEST")
        ] * lines


# -- what is refused ------------------------------------------------------------------------------


def test_an_assessment_that_the_tracker_does_not_hold_is_not_printed(
    world: World, tess: WorldPerson
) -> None:
    commit(world, *sheets.a_tracker(DISTRICT))
    assert ask(tess, "answer_sheets").code == "assessment_not_found"


def test_questions_on_a_document_are_not_printed_but_their_key_and_sheets(
    world: World, tess: WorldPerson
) -> None:
    blank = tuple(item.model_copy(update={"prompt": ""}) for item in sheets.ITEMS)
    commit(world, *sheets.a_test(DISTRICT, sheets.a_header(), blank))
    assert ask(tess, "test").code == "questions_on_document"
    assert ask(tess, "answer_key", "answer_sheets").status == 202


def test_a_version_whose_key_is_of_another_question_is_refused_by_name(
    world: World, tess: WorldPerson
) -> None:
    other = {"B": [("one", ("B",)), ("two", ("A", "B")), ("three", ("9",)), ("four", ())]}
    commit(world, *sheets.a_test(DISTRICT, sheets.a_header(), forms=other))
    refused = ask(tess, "test")
    assert refused.code == "form_differs"
    assert "Version B" in refused.body["detail"]
    assert "question 3" in refused.body["detail"]
    assert ask(tess, "test", versions=["A"]).status == 202
    assert ask(tess, "answer_key", "answer_sheets").status == 202


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"parts": []}, "/parts"),
        ({"parts": ["names"]}, "/parts/0"),
        ({"parts": ["test"], "versions": ["F"]}, "/versions/0"),
        ({"parts": ["test"], "versions": ["C"]}, "/versions"),
        ({"parts": ["answer_sheets"]}, "/tracker_id"),
        ({"parts": ["test"], "paper": "legal"}, "/paper"),
        ({"parts": ["answer_sheets"], "tracker_id": "BOARD", "student_ids": []}, "/student_ids"),
        ({"parts": ["answer_sheets"], "student_ids": ["ada"]}, "/tracker_id"),
    ],
)
def test_an_impossible_printout_names_its_field(
    world: World, tess: WorldPerson, body: dict[str, Any], pointer: str
) -> None:
    refused = tess.post(PATH, body)
    assert refused.status == 422
    assert refused.body["errors"][0]["pointer"] == pointer


def test_a_version_that_a_test_has_not_is_refused_with_those_it_has(
    world: World, tess: WorldPerson
) -> None:
    refused = ask(tess, "test", versions=["A", "D"])
    assert refused.code == "form_unknown"
    assert refused.body["detail"] == (
        "This assessment has no version D. Choose from these versions: A, B."
    )


def test_a_class_without_students_gets_no_sheets_but_a_test(
    world: World, tess: WorldPerson
) -> None:
    commit(world, *sheets.a_class(DISTRICT, ()))
    assert ask(tess, "answer_sheets").code == "class_empty"
    assert ask(tess, "test").status == 202


def test_a_class_that_is_empty_by_the_time_it_is_made_says_so(
    world: World, tess: WorldPerson
) -> None:
    asked = ask(tess, "answer_sheets")
    commit(world, *sheets.a_class(DISTRICT, ()))
    work_off_reports(world)
    shown = tess.get(f"/v1/jobs/printout.{asked.body['id']}").body
    assert shown["state"] == "failed"
    assert "no students in this class" in shown["message"]


def test_an_assessment_that_is_not_finished_is_not_printed(world: World, tess: WorldPerson) -> None:
    commit(world, *sheets.a_test(DISTRICT, sheets.a_header(items=(), set_id=""), ()))
    assert ask(tess, "test").code == "assessment_not_ready"


def test_one_that_was_removed_meanwhile_is_given_up_with_the_reason(
    world: World, tess: WorldPerson
) -> None:
    asked = ask(tess, "test", tracker="")
    commit(world, Delete(keys.assessment_header(DISTRICT, "TEST")))
    work_off_reports(world)
    shown = tess.get(f"/v1/jobs/printout.{asked.body['id']}").body
    assert shown["state"] == "failed"
    assert "does not exist" in shown["message"]


def test_a_request_that_is_sent_again_prints_once(world: World, tess: WorldPerson) -> None:
    body = {"parts": ["test"]}
    first, again = (tess.post(PATH, body, key="same") for _ in range(2))
    assert first.body == again.body
    assert len(world.messages("reports")) == 1
