"""An author corrects a key after results exist: the author's answers, and every class's results."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.corrections.model import SETTLES_AFTER
from chalicelib.results.repository import SheetRepository
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.support import builders, sheets
from tests.support.corrected import a_class_with_tracker, correction
from tests.support.machinery import Machinery
from tests.support.sheets import entering, student
from tests.support.world import DISTRICT, Reply, World, WorldPerson

TEST = "/v1/assessments/TEST"
CUTS = ("12.5", "80")
FORMS = {"B": [("two", ("A",)), ("one", ("C",)), ("three", ("2",)), ("four", ())]}


def prepare_dana(world: World) -> WorldPerson:
    """Return the creator of a test that classes of two schools hold.

    One right answer to a question worth a point is enough for the second level.
    """
    builders.a_set(world)
    builders.a_school(world, "north", "North Elementary")
    builders.a_school(world, "south", "South Elementary")
    world.services.table.commit(
        [
            *a_class_with_tracker(DISTRICT, "c1"),
            *a_class_with_tracker(DISTRICT, "c2", school="south", teacher="olga"),
            *sheets.a_test(DISTRICT, sheets.a_header(cuts=CUTS), forms=FORMS),
        ]
    )
    return world.admin()


@pytest.fixture
def dana(world: World) -> WorldPerson:
    return world.scene(prepare_dana)


def enter(world: World, school_class: str, *students: dict[str, Any], version: int = 0) -> Reply:
    """Enter answers; what is not answered is left out, so that there is a level that can move."""
    school = "south" if school_class == "c2" else "north"
    person = world.teacher("olga" if school_class == "c2" else "tess", school)
    path = f"/v1/trackers/{school_class}/sheets/TEST"
    whole = [each["student_id"] for each in students if "scores" in each]
    body = entering(*students, left_out={"student_ids": whole})
    reply = person.patch(path, body, etag=f'"{version}"')
    assert reply.status == 200, reply.body
    return reply


def read_points(world: World, school_class: str) -> dict[str, str]:
    """Return each student's stored result: no reading along the way corrects it."""
    sheet = SheetRepository(world.services.table).get(DISTRICT, school_class, "TEST")
    assert sheet is not None
    return {row.student: str(sheet.total(row)[0]) for row in sheet.rows}


def correct(
    dana: WorldPerson, *items: dict[str, Any], key: str | None = None, **more: Any
) -> Reply:
    etag = dana.get(TEST).etag
    return dana.post(f"{TEST}/corrections", correction(*items, **more), key=key, etag=etag)


def expect_begun(reply: Reply) -> str:
    assert reply.status == 202, reply.body
    return str(reply.headers["Location"])


def finish(world: World) -> None:
    world.clock.forward(seconds=SETTLES_AFTER.total_seconds() + 1)
    Machinery(world).run()


B_IS_RIGHT = {"id": "one", "key": ["B"]}
AND_ON_B = {"B": [{"item_id": "one", "key": ["A"]}]}


# -- what it does ---------------------------------------------------------------------------------


def test_every_sheet_everywhere_is_scored_again(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="A"), student("bob", one="B"))
    enter(world, "c2", student("ada", one="B", two="AB"))
    expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    Machinery(world).work()
    assert read_points(world, "c1") == {"ada": "0", "bob": "1"}
    assert read_points(world, "c2") == {"ada": "2"}
    assert dana.get(f"{TEST}/items").body["items"][0]["key"] == ["B"]


def test_it_tells_how_many_students_moved(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="A"), student("bob", one="B"), student("cy", three="2"))
    enter(world, "c2", student("ada", one="B", two="AB"), student("bob", status="absent"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B, comment="The key had a slip."))
    Machinery(world).work()
    finish(world)
    shown = dana.get(path).body
    assert (shown["state"], shown["comment"]) == ("done", "The key had a slip.")
    assert shown["sheet_counts"] == {"done": 2, "total": 2}
    assert shown["students"] == {"up": 1, "down": 1, "unchanged": 2}
    assert shown["standards"] == [
        {"standard": "3.NB.1", "up": 2, "down": 1, "unchanged": 1},
        {"standard": "3.NB.2", "up": 0, "down": 0, "unchanged": 4},
        {"standard": "3.NB.3", "up": 0, "down": 0, "unchanged": 4},
    ]
    assert shown["schools"] == [
        {
            "school_id": "north", "school_name": "North Elementary", "sheet_count": 1,
            "up": 1, "down": 1, "unchanged": 1,
        },
        {
            "school_id": "south", "school_name": "South Elementary", "sheet_count": 1,
            "up": 0, "down": 0, "unchanged": 1,
        },
    ]  # fmt: skip
    assert shown["changes"] == [
        {
            "item_id": "one", "number": 1, "form": "", "field": "key",
            "before": ["A"], "after": ["B"],
        },
        {
            "item_id": "one", "number": 1, "form": "B", "field": "key",
            "before": ["C"], "after": ["A"],
        },
    ]  # fmt: skip
    assert (shown["created_by_id"], shown["created_by_name"]) == ("dana", "Dana Example")


def test_a_partly_entered_student_has_no_level_that_could_move(
    world: World, dana: WorldPerson
) -> None:
    person = world.teacher("tess", "north")
    body = entering(student("ada", one="A", two={"omitted": True}), student("bob", one="A"))
    person.patch("/v1/trackers/c1/sheets/TEST", body, etag='"0"')
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    Machinery(world).work()
    finish(world)
    shown = dana.get(path).body
    assert shown["students"] == {"up": 0, "down": 0, "unchanged": 0}
    assert shown["standards"][0] == {"standard": "3.NB.1", "up": 0, "down": 1, "unchanged": 0}


def test_no_student_is_named(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="A"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    Machinery(world).work()
    finish(world)
    for said in (dana.get(path).body, dana.get(f"{TEST}/corrections").body):
        assert "ada" not in str(said).casefold()


def test_its_job_tells_how_far_it_is(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="A"))
    reply = correct(dana, B_IS_RIGHT, versions=AND_ON_B)
    job = reply.body["links"]["job"]
    assert reply.body["sheet_counts"] == {"done": 0, "total": None}
    assert dana.get(job).body["state"] == "queued"
    Machinery(world).work()
    shown = dana.get(job).body
    assert (shown["state"], shown["percent"]) == ("running", 99)
    assert shown["counts"] == {"done": 1, "total": 1}
    finish(world)
    shown = dana.get(job).body
    assert (shown["state"], shown["percent"]) == ("done", 100)
    assert dana.get(TEST).body["running_correction_id"] == ""


def test_points_given_by_hand_are_rescaled_with_their_worth(
    world: World, dana: WorldPerson
) -> None:
    hand = {"points": "1.5"}
    enter(world, "c1", student("ada", three=hand), student("bob", three="2", four=3))
    path = expect_begun(
        correct(dana, {"id": "three", "points": "1"}, {"id": "four", "points": "8"})
    )
    Machinery(world).work()
    assert read_points(world, "c1") == {"ada": "3/4", "bob": "7"}
    assert dana.get(TEST).body["points"] == "11"
    finish(world)
    assert dana.get(path).body["students"]["up"] == 0
    expect_begun(correct(dana, {"id": "three", "points": "2"}, {"id": "four", "points": "4"}))
    Machinery(world).work()
    assert read_points(world, "c1") == {"ada": "3/2", "bob": "5"}


def of_seven(world: World, dana: WorldPerson) -> None:
    """The last question is worth seven points, and three students of two classes have some."""
    path = f"{TEST}/items"
    items = dana.get(path).body["items"]
    items[3]["points"] = "7"
    assert dana.put(path, {"items": items}, etag=dana.get(TEST).etag).status == 200
    enter(world, "c1", student("ada", four=5), student("bob", four=7))
    enter(world, "c2", student("cy", four="3.5"))


def cells(world: World, school_class: str) -> dict[str, str]:
    sheet = SheetRepository(world.services.table).get(DISTRICT, school_class, "TEST")
    assert sheet is not None
    return {row.student: row.cells[3] for row in sheet.rows}


def test_five_of_seven_are_ten_of_fourteen(world: World, dana: WorldPerson) -> None:
    of_seven(world, dana)
    expect_begun(correct(dana, {"id": "four", "points": "14"}))
    assert cells(world, "c1") == {"ada": "=5", "bob": "=7"}, "not yet"
    shown = world.teacher("tess").get("/v1/trackers/c1/sheets/TEST").body
    (ada,) = (each for each in shown["students"] if each["student_id"] == "ada")
    assert ada["earned"] == "10", "and shown so all the same"
    Machinery(world).work()
    finish(world)
    assert cells(world, "c1") == {"ada": "=10", "bob": "=14"}
    assert cells(world, "c2") == {"cy": "=7"}


def test_a_worth_that_does_not_work_is_refused_with_students_and_worths(
    world: World, dana: WorldPerson
) -> None:
    of_seven(world, dana)
    refused = correct(dana, {"id": "one", "key": ["B"]}, {"id": "four", "points": "10"},
                      versions=AND_ON_B)  # fmt: skip
    assert (refused.status, refused.code) == (422, "points_do_not_rescale")
    (detail,) = refused.body["errors"]
    assert detail["pointer"] == "/items/1/points"
    assert detail["message"] == (
        "Question 4: 5 of 7 points cannot be written out of 10 with at most three decimals. This "
        "affects Sam Ada (Math c1). Give it 14, 21 or 28 points."
    )
    assert refused.body["worths"] == {"four": ["14", "21", "28"]}
    assert refused.body["students"] == [
        {
            "item_id": "four",
            "student_id": "ada",
            "student_name": "Sam Ada (Math c1)",
            "class_id": "c1",
            "points": "5",
        }
    ]
    assert dana.get(TEST).body["running_correction_id"] == ""
    for worth in refused.body["worths"]["four"]:
        expect_begun(correct(dana, {"id": "four", "points": worth}))
        finish(world)
        assert Fraction(cells(world, "c1")["ada"][1:]) / int(worth) == Fraction(5, 7)


def test_an_author_does_not_see_the_names_of_other_teachers_students(
    world: World, dana: WorldPerson
) -> None:
    of_seven(world, dana)
    etag = dana.get(TEST).etag
    header = keys.assessment_header(DISTRICT, "TEST")
    item = world.services.table.get(header)
    assert item is not None
    doc = item["doc"].replace('"creator":"dana"', '"creator":"olga"')
    world.services.table.commit([Update(header, {"doc": doc})])
    wanted = correction({"id": "four", "points": "10"})
    refused = world.teacher("olga", "south").post(f"{TEST}/corrections", wanted, etag=etag)
    assert refused.code == "points_do_not_rescale"
    assert "This affects 1 student. Give it 14" in refused.body["detail"]
    assert refused.body["students"] == []
    assert "Ada" not in str(refused.body)


def test_everybody_who_saw_points_before_they_were_rescaled_gets_a_notice(
    world: World, dana: WorldPerson
) -> None:
    of_seven(world, dana)
    expect_begun(correct(dana, {"id": "four", "points": "14"}))
    Machinery(world).work()
    path = "/v1/trackers/c1/sheets/TEST"
    tess = world.teacher("tess", "north")
    late = tess.patch(path, entering(student("ada", four=6)), etag='"1"')
    assert (late.status, late.code) == (409, "assessment_changed_meanwhile")
    for other in (student("cy", one="A"), student("ada", one="B")):
        assert tess.patch(path, entering(other), etag='"1"').status == 200
    assert cells(world, "c1")["ada"] == "=10"
    seen = tess.get(path)
    assert tess.patch(path, entering(student("ada", four=6)), etag=seen.etag).status == 200
    assert cells(world, "c1")["ada"] == "=6"


def test_a_question_is_given_up(world: World, dana: WorldPerson) -> None:
    omitted = {"omitted": True}
    answers = student("ada", one="C"), student("bob", one=omitted), student("cy", two="A")
    enter(world, "c1", *answers)
    path = expect_begun(correct(dana, {"id": "one", "accept_all": True}))
    Machinery(world).work()
    assert read_points(world, "c1") == {"ada": "1", "bob": "0", "cy": "1/2"}
    assert dana.get(f"{TEST}/items").body["items"][0]["scoring"] == "any_answer"
    (change,) = dana.get(path).body["changes"]
    assert (change["before"], change["after"]) == (["all_or_nothing"], ["any_answer"])
    finish(world)
    expect_begun(correct(dana, {"id": "one", "accept_all": False}))
    Machinery(world).work()
    assert read_points(world, "c1")["ada"] == "0"


def read_students(tess: WorldPerson) -> dict[str, Any]:
    students = tess.get("/v1/trackers/c1/sheets/TEST").body["students"]
    return {each["student_id"]: each for each in students}


def test_a_question_is_given_up_for_everyone_who_sat_the_test(
    world: World, dana: WorldPerson
) -> None:
    """Without an answer too, and counted as entered; not for who was absent or never began."""
    path, tess = "/v1/trackers/c1/sheets/TEST", world.teacher("tess", "north")
    omitted = {"omitted": True}
    sat = student("ada", one=omitted, two="AB", three="2", four=4), student("bob", two="AB")
    entered = tess.patch(path, entering(*sat, student("cy", status="absent")), etag='"0"')
    assert entered.status == 200
    given_up = [{"id": name, "scoring": "everyone"} for name in ("one", "four")]
    path = expect_begun(correct(dana, *given_up))
    Machinery(world).work()
    assert read_points(world, "c1") == {"ada": "8", "bob": "6", "cy": "0"}
    shown = {
        each["student_id"]: each
        for each in tess.get("/v1/trackers/c1/sheets/TEST").body["students"]
    }
    assert (shown["ada"]["progress"], shown["bob"]["progress"]) == ("complete", "partial")
    finish(world)
    expect_begun(correct(dana, {"id": "three", "scoring": "everyone"}))
    Machinery(world).work()
    shown = {
        each["student_id"]: each
        for each in tess.get("/v1/trackers/c1/sheets/TEST").body["students"]
    }
    assert (shown["bob"]["progress"], shown["bob"]["earned"]) == ("complete", "8")
    finish(world)
    expect_begun(
        correct(dana, {"id": "one", "accept_all": False}, {"id": "four", "accept_all": False})
    )
    Machinery(world).work()
    assert read_points(world, "c1") == {"ada": "7", "bob": "3", "cy": "0"}


def test_points_given_by_hand_do_not_tell_who_answered(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", four=1))
    refused = correct(dana, {"id": "four", "accept_all": True})
    (detail,) = refused.body["errors"]
    assert detail["code"] == "answers_not_known"
    assert "everyone who took the test" in detail["message"]


def test_cut_scores_move_students_too(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", three="2"), student("bob", one="A"))
    path = expect_begun(correct(dana, cuts=["12.5", "25"]))
    Machinery(world).work()
    finish(world)
    shown = dana.get(path).body
    assert shown["cuts"] == {"before": ["12.5", "80"], "after": ["12.5", "25"]}
    assert shown["students"] == {"up": 1, "down": 0, "unchanged": 1}
    tess = world.teacher("tess", "north")
    seats = tess.get("/v1/trackers/c1/sheets/TEST").body["students"]
    assert [seat["level"] for seat in seats] == [3, 2, None]


def test_a_printed_form_has_its_own_key(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="C", version="B"), student("bob", one="A"))
    expect_begun(correct(dana, versions={"B": [{"item_id": "one", "key": ["B"]}]}))
    Machinery(world).work()
    assert read_points(world, "c1") == {"ada": "0", "bob": "1"}


def test_a_number_is_right_on_every_form(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", three="3", version="B"), student("bob", three="2"))
    path = expect_begun(correct(dana, {"id": "three", "key": ["3"]}))
    Machinery(world).work()
    assert read_points(world, "c1") == {"ada": "2", "bob": "0"}
    assert [each["form"] for each in dana.get(path).body["changes"]] == ["", "B"]


def test_a_teacher_who_enters_during_a_correction_gets_no_conflict(
    world: World, dana: WorldPerson
) -> None:
    enter(world, "c1", student("ada", one="A"))
    expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    Machinery(world).work()
    saved = enter(world, "c1", student("ada", one="B"), student("bob", one="B"), version=1)
    assert saved.body["version"] == 3
    assert read_points(world, "c1") == {"ada": "1", "bob": "1"}


def test_a_sheet_saved_by_its_teacher_first_is_counted_all_the_same(
    world: World, dana: WorldPerson
) -> None:
    enter(world, "c1", student("ada", one="A"), student("bob", one="B"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    enter(world, "c1", student("cy", two="AB"), version=1)
    assert read_points(world, "c1") == {"ada": "0", "bob": "1", "cy": "1"}
    Machinery(world).work()
    finish(world)
    assert dana.get(path).body["students"] == {"up": 1, "down": 1, "unchanged": 0}


def test_answers_that_are_changed_meanwhile_count_as_they_were(
    world: World, dana: WorldPerson
) -> None:
    enter(world, "c1", student("ada", one="A"), student("bob", one="C"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    enter(world, "c1", student("ada", one="B"), student("bob", one="B"), version=1)
    Machinery(world).work()
    finish(world)
    assert read_points(world, "c1") == {"ada": "1", "bob": "1"}
    assert dana.get(path).body["students"] == {"up": 0, "down": 1, "unchanged": 1}


def test_a_student_without_an_earlier_result_did_not_move(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="C"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    enter(world, "c2", student("ada", one="B"))
    enter(world, "c2", student("bob", one="B"), version=1)
    enter(world, "c1", student("bob", one="B"), version=1)
    Machinery(world).work()
    finish(world)
    shown = dana.get(path).body
    assert shown["students"] == {"up": 0, "down": 0, "unchanged": 1}
    assert shown["sheet_counts"] == {"done": 1, "total": 1}


def test_a_sheet_begun_by_the_present_key_moved_nobody(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="A"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    enter(world, "c2", student("ada", one="B"))
    Machinery(world).work()
    finish(world)
    shown = dana.get(path).body
    assert shown["students"] == {"up": 0, "down": 1, "unchanged": 0}
    assert shown["sheet_counts"] == {"done": 1, "total": 1}


# -- what is refused ------------------------------------------------------------------------------


def test_without_results_there_is_nothing_to_correct(dana: WorldPerson) -> None:
    reply = correct(dana, B_IS_RIGHT, versions=AND_ON_B)
    assert (reply.status, reply.code) == (409, "not_scored_yet")


def test_one_correction_at_a_time(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="A"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    second = correct(dana, {"id": "one", "points": "2"})
    assert (second.status, second.code) == (409, "correction_running")
    assert second.body["link"] == path
    Machinery(world).work()
    finish(world)
    expect_begun(correct(dana, {"id": "one", "points": "2"}))
    listed = dana.get(f"{TEST}/corrections").body["items"]
    assert [each["revision"] for each in listed] == [2, 1]
    assert [each["state"] for each in listed] == ["running", "done"]


def test_a_stale_page_corrects_nothing(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="A"))
    old = dana.get(TEST).etag
    dana.patch(TEST, {"title": "Halves"}, etag=old)
    body = correction(B_IS_RIGHT, versions=AND_ON_B)
    assert dana.post(f"{TEST}/corrections", body, etag=old).status == 412


def test_the_same_request_twice_is_one_correction(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="A"))
    etag = dana.get(TEST).etag
    body = correction(B_IS_RIGHT, versions=AND_ON_B)
    first = dana.post(f"{TEST}/corrections", body, key="k1", etag=etag)
    again = dana.post(f"{TEST}/corrections", body, key="k1", etag=etag)
    assert again.body == first.body
    assert len(dana.get(f"{TEST}/corrections").body["items"]) == 1


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (correction({"id": "six", "key": ["A"]}), [("/items/0/id", "item_unknown")]),
        (
            correction({"id": "three", "points": "1"}, {"id": "three", "tolerance": "0"}),
            [("/items/1/id", "item_repeated")],
        ),
        (
            correction(
                {"id": "two", "key": ["E"]}, versions={"B": [{"item_id": "two", "key": ["A"]}]}
            ),
            [("/items/0/key", "key_unknown")],
        ),
        (
            correction({"id": "three", "tolerance": "x"}),
            [("/items/0/tolerance", "tolerance_not_a_number")],
        ),
        (correction(B_IS_RIGHT), [("/items/0/key", "version_key_missing")]),
        (
            correction(versions={"B": [{"item_id": "one", "key": ["D"]}]}),
            [("/versions/B/0/key", "key_unknown")],
        ),
        (correction(versions={"C": []}), [("/versions/C", "version_unknown")]),
        (
            correction(versions={"B": [{"item_id": "six", "key": ["A"]}]}),
            [("/versions/B/0/item_id", "item_unknown")],
        ),
        (correction(cuts=["80", "50"]), [("/cuts", "cuts_do_not_fit")]),
        (correction(cuts=["80"]), [("/cuts", "cuts_do_not_fit")]),
        (
            correction({"id": "four", "accept_all": True}),
            [("/items/0/scoring", "answers_not_known")],
        ),
        (
            correction({"id": "one", "accept_all": True, "scoring": "all_or_nothing"}),
            [("/items/0/scoring", "scoring_repeated")],
        ),
    ],
)
def test_an_error_of_a_correction_has_its_place(
    world: World, dana: WorldPerson, body: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    enter(world, "c1", student("ada", one="A"))
    reply = dana.post(f"{TEST}/corrections", body, etag=dana.get(TEST).etag)
    assert (reply.status, reply.code) == (422, "correction_incomplete"), reply.body
    errors = [(each["pointer"], each["code"]) for each in reply.body["errors"]]
    assert errors == found
    assert dana.get(TEST).body["running_correction_id"] == ""


def test_every_problem_is_named_at_once(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="A"))
    body = correction(
        {"id": "six"}, {"id": "two", "key": ["Z"]}, cuts=["90", "10"], versions={"E": []}
    )
    reply = dana.post(f"{TEST}/corrections", body, etag=dana.get(TEST).etag)
    codes = {each["code"] for each in reply.body["errors"]}
    assert {"item_unknown", "key_unknown", "cuts_do_not_fit", "version_unknown"} <= codes


def test_a_correction_without_a_change_is_refused(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="A"))
    for body in (correction(), correction({"id": "one", "key": ["A"]}, cuts=list(CUTS))):
        reply = dana.post(f"{TEST}/corrections", body, etag=dana.get(TEST).etag)
        assert (reply.status, reply.code) == (422, "nothing_to_correct")


# -- who ------------------------------------------------------------------------------------------


def test_its_creator_and_district_admins_correct_what_the_district_sees(
    world: World, dana: WorldPerson
) -> None:
    enter(world, "c1", student("ada", one="A"))
    body, etag = correction(B_IS_RIGHT, versions=AND_ON_B), dana.get(TEST).etag
    teacher = world.teacher("olga", "south").post(f"{TEST}/corrections", body, etag=etag)
    assert (teacher.status, teacher.code) == (403, "not_your_assessment")
    assert world.admin("dora").post(f"{TEST}/corrections", body, etag=etag).status == 202


def test_an_approved_assessment_is_corrected_by_its_creator_only(
    world: World, dana: WorldPerson
) -> None:
    enter(world, "c1", student("ada", one="A"))
    approved = dana.put(f"{TEST}/approval", etag=dana.get(TEST).etag)
    body, dora = correction(B_IS_RIGHT, versions=AND_ON_B), world.admin("dora")
    reply = dora.post(f"{TEST}/corrections", body, etag=approved.etag)
    assert (reply.status, reply.code) == (403, "approved_by_district")
    assert "correct" not in dora.get(TEST).body["allowed"]
    assert dana.post(f"{TEST}/corrections", body, etag=approved.etag).status == 202


def test_only_creator_and_district_admins_see_what_it_moved(
    world: World, dana: WorldPerson
) -> None:
    enter(world, "c1", student("ada", one="A"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    tess = world.teacher("tess", "north")
    sam = world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
    assert tess.get(path).code == "correction_not_found"
    assert tess.get(f"{TEST}/corrections").status == 403
    assert sam.get(path).status == 403
    assert world.admin("dora").get(path).status == 200
    assert dana.get("/v1/corrections/none").status == 404


@pytest.fixture
def cora(world: World, dana: WorldPerson) -> WorldPerson:
    """Return a teacher whose test it is now."""
    header = sheets.a_header(creator="cora", cuts=CUTS)
    world.services.table.commit(sheets.a_test(DISTRICT, header, forms=FORMS))
    return world.teacher("cora", "north")


def test_a_creator_sees_nothing_about_fewer_than_five_students(
    world: World, cora: WorldPerson
) -> None:
    four = (student("ada", one="A"), student("bob", one="B"), student("cy", one="C"))
    enter(world, "c1", *four)
    enter(world, "c2", student("ada", one="B"))
    made = correct(cora, B_IS_RIGHT, versions=AND_ON_B)
    path = expect_begun(made)
    Machinery(world).work()
    finish(world)
    shown = cora.get(path).body
    for said in (made.body, shown):
        assert (said["students"], said["standards"], said["schools"]) == (None, None, None)
        assert "fewer than 5 students" in said["withheld_message"]
    assert (shown["state"], shown["sheet_counts"]) == ("done", {"done": 2, "total": 2})
    for_dora = world.admin("dora").get(path).body
    assert for_dora["students"] == {"up": 2, "down": 1, "unchanged": 1}
    assert [each["school_id"] for each in for_dora["schools"]] == ["north", "south"]
    assert for_dora["withheld_message"] is None


def test_a_creator_sees_all_students_together_but_no_schools(
    world: World, cora: WorldPerson
) -> None:
    enter(world, "c1", student("ada", one="A"), student("bob", one="B"), student("cy", one="C"))
    enter(world, "c2", student("ada", one="B"), student("bob", one="B"))
    path = expect_begun(correct(cora, B_IS_RIGHT, versions=AND_ON_B))
    Machinery(world).work()
    finish(world)
    shown = cora.get(path).body
    assert shown["students"] == {"up": 3, "down": 1, "unchanged": 1}
    assert shown["standards"][0] == {"standard": "3.NB.1", "up": 3, "down": 1, "unchanged": 1}
    assert (shown["schools"], shown["withheld_message"]) == (None, None)


# -- that it is carried out whatever gets lost ----------------------------------------------------


def test_a_lost_message_costs_a_minute(world: World, dana: WorldPerson) -> None:
    enter(world, "c1", student("ada", one="A"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    world.messages("jobs")
    finish(world)
    assert dana.get(path).body["state"] == "done"
    assert read_points(world, "c1") == {"ada": "0"}


def test_it_ends_when_its_time_has_come_not_at_the_next_tick(
    world: World, dana: WorldPerson
) -> None:
    enter(world, "c1", student("ada", one="A"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    Machinery(world).work()
    world.clock.forward(seconds=SETTLES_AFTER.total_seconds() - 40)
    Machinery(world).tick()
    ((wait, record),) = world.list_delayed("jobs")
    assert wait == 40
    world.clock.forward(seconds=wait)
    Machinery(world).take("jobs", record)
    assert dana.get(path).body["state"] == "done"


def test_it_ends_at_a_tick_when_that_message_is_lost_or_early(
    world: World, dana: WorldPerson
) -> None:
    enter(world, "c1", student("ada", one="A"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    Machinery(world).work()
    world.clock.forward(seconds=SETTLES_AFTER.total_seconds() - 40)
    Machinery(world).tick()
    ((wait, record),) = world.list_delayed("jobs")
    world.clock.forward(seconds=wait - 5)
    Machinery(world).take("jobs", record)
    assert dana.get(path).body["state"] == "running"
    world.clock.forward(seconds=10)
    Machinery(world).run()
    assert dana.get(path).body["state"] == "done"


def test_it_is_not_done_while_somebody_may_still_save_by_the_former_key(
    world: World, dana: WorldPerson
) -> None:
    enter(world, "c1", student("ada", one="A"))
    path = expect_begun(correct(dana, B_IS_RIGHT, versions=AND_ON_B))
    world.clock.forward(seconds=(SETTLES_AFTER - timedelta(seconds=2)).total_seconds())
    Machinery(world).run()
    assert dana.get(path).body["state"] == "running"
